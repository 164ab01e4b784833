"""How the web is asked: the limits of a run, and how it introduces itself."""

from dataclasses import dataclass

from extractor.__version__ import __version__
from extractor.document import MAX_SIZE
from extractor.errors import UsageError
from extractor.web.robots import TOKEN


@dataclass(frozen=True, slots=True)
class Manners:
    """How servers are asked. Times are in seconds, sizes in bytes of decoded body."""

    contact: str | None = None
    """An address of mail or web under which a site can reach whoever runs this."""
    delay: float = 1.0
    """Between the end of an answer and the next request to the same host."""
    timeout: float = 30.0
    """For one whole answer, from the request to its last byte."""
    retries: int = 3
    """How often a request is repeated when the server is busy or the line breaks."""
    max_pause: float = 120.0
    """The longest wait that a host may ask for before its pages are left for another run."""
    max_size: int = MAX_SIZE
    allow_private: bool = False

    def __post_init__(self) -> None:
        """Refuse a contact that cannot stand in a header.

        Raises:
            UsageError: if it is one.

        """
        contact = self.contact or ""
        if not (contact.isascii() and contact.isprintable()):
            raise UsageError(f"the contact {contact!r} must be plain ASCII, such as a mail address")

    @property
    def user_agent(self) -> str:
        """How we introduce ourselves."""
        return f"{TOKEN}/{__version__} (reader of Q&A pages{f'; {self.contact}' if self.contact else ''})"
