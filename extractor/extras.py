"""Optional parts: imported when used, and missed with a word on how to get them."""

from importlib import import_module
from types import ModuleType

from extractor.__version__ import DISTRIBUTION
from extractor.errors import MissingExtra


def require(module: str, extra: str) -> ModuleType:
    """The optional `module`, which `pip install 'qapages[extra]'` brings.

    Raises:
        MissingExtra: if it is not installed.

    """
    try:
        return import_module(module)
    except ImportError as error:
        raise MissingExtra(f"this needs {module}; install it with: pip install '{DISTRIBUTION}[{extra}]'") from error
