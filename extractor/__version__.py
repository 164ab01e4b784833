"""The version of this package, and the name under which it is installed."""

__version__ = "0.1.0"

DISTRIBUTION = "qapages"
"""What `pip install` calls it: on PyPI, `extractor` is another program."""
