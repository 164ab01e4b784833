"""What changed between two runs: a site that builds its pages anew shows in what is read of them."""

from dataclasses import dataclass
from math import sqrt
from typing import TypeAlias

from extractor.batch.account.manifest import Manifest

_Key: TypeAlias = tuple[str | None, str]
_Share: TypeAlias = tuple[float, int]

_DEVIATIONS = 3.0
"""How many standard errors a change must be to be more than chance."""


@dataclass(frozen=True, slots=True)
class Change:
    """A share that is another in the second run. `site` is None for a share of all documents or records."""

    site: str | None
    what: str
    before: float
    after: float


def changes_between(before: Manifest, after: Manifest, threshold: float = 0.05) -> list[Change]:
    """The shares that differ by at least `threshold` and by more than chance explains, the largest change first.

    Compared are, of all documents, the failures by reason and the records of each site; of all records, the warnings
    by code; and per site how many records are flagged and how often each field is filled.
    """
    earlier, later = _shares(before), _shares(after)
    changes = []
    for key in dict.fromkeys([*earlier, *later]):
        first, second = earlier.get(key) or _none(key, before), later.get(key) or _none(key, after)
        if _differ(first, second, threshold):
            changes.append(Change(*key, round(first[0] / first[1], 4), round(second[0] / second[1], 4)))
    return sorted(changes, key=lambda change: -abs(change.after - change.before))


def _shares(manifest: Manifest) -> dict[_Key, _Share]:
    counts = manifest.counts
    shares: dict[_Key, _Share] = {}
    shares |= {(None, f"failure {name}"): (number, counts.documents) for name, number in manifest.failures.items()}
    shares |= {(None, f"warning {name}"): (number, counts.records) for name, number in manifest.warnings.items()}
    for name, site in manifest.sites.items():
        shares[name, "records"] = (site.records, counts.documents)
        shares[name, "flagged"] = (site.flagged, site.records)
        for field, share in site.fill.items():
            whole = site.answers if field.startswith(("answer.", "doctor.")) else site.records
            shares[name, field] = (share * whole, whole)
    return shares


def _none(key: _Key, manifest: Manifest) -> _Share:
    """The share of what a run has none of; of nothing if that cannot be said."""
    _, what = key
    if what.startswith("warning"):
        return 0, manifest.counts.records
    return 0, manifest.counts.documents if what == "records" or what.startswith("failure") else 0


def _differ(first: _Share, second: _Share, threshold: float) -> bool:
    """Whether two shares differ by the threshold, and by more than chance (a test of two proportions)."""
    if not first[1] or not second[1]:
        return False
    difference = abs(first[0] / first[1] - second[0] / second[1])
    pooled = (first[0] + second[0]) / (first[1] + second[1])
    error = sqrt(max(0.0, pooled * (1 - pooled)) * (1 / first[1] + 1 / second[1]))
    return difference >= threshold and difference > _DEVIATIONS * error
