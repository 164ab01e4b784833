"""Time that passes when somebody waits, and not otherwise."""

from dataclasses import dataclass, field
from threading import Event
from typing import cast


@dataclass
class Clock:
    """The clock of a pace, and the event that its waits listen to; `waits` are their seconds."""

    seconds: float = 0.0
    waits: list[float] = field(default_factory=list)
    stops: bool = False

    def now(self) -> int:
        """Milliseconds."""
        return round(self.seconds * 1000)

    def wait(self, seconds: float) -> bool:
        """Let that time pass; whether it was stopped."""
        self.waits.append(seconds)
        self.seconds += seconds
        return self.stops

    def is_set(self) -> bool:
        """Whether everything is to stop."""
        return False

    @property
    def event(self) -> Event:
        """As what a pace takes it."""
        return cast("Event", self)
