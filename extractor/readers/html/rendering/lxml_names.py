"""What lxml has no public name for."""

from lxml import etree

Element = etree._Element  # noqa: SLF001 - the class of all elements, for annotations
