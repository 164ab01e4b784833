"""Sections of a page that are not about its question: what else there is to read, forms, who wrote an article."""

import re
from collections.abc import Iterator

from lxml import etree

OTHER_SECTION = re.compile(
    r"(?:related|similar|more|other|popular|recent|latest|trending|recommended|featured|suggested|people also|"
    r"you (?:may|might)|keep reading|share this|about the author|leave a (?:reply|comment)|post (?:a|your)|join the|"
    r"ask (?:a|your)|newsletter|sign up|(?:veja|leia|vea|lea) tamb(?:ém|ién)|art[ií](?:culos|gos) relacionados|"
    r"(?:perguntas|preguntas|questões|dúvidas) (?:relacionadas|frequentes|frecuentes|semelhantes|similares))\b"
    r"(?!(?: \w+)?(?: \(?\d+\)?)? (?:answers?|repl(?:y|ies)|responses?|opinions?)\b)",
    re.IGNORECASE,
)
"""How the headings of such sections begin. "Other answers" stand below the one that was chosen, and are answers."""

_HEADINGS = ("h2", "h3", "h4", "h5", "h6")


def set_aside(root: etree._Element) -> None:
    """Make what stands below such a heading an `aside`: teasers of other questions are built like answers."""
    for heading in list(root.iter(*_HEADINGS)):
        if OTHER_SECTION.match(" ".join("".join(map(str, heading.itertext())).split())):
            for element in list(_below(heading)):
                element.tag = "aside"


def _below(heading: etree._Element) -> Iterator[etree._Element]:
    """The elements between a heading and the next of its level or a higher one."""
    for element in heading.itersiblings():
        if element.tag in ("h1", *_HEADINGS) and str(element.tag) <= str(heading.tag):
            return
        yield element
