"""A record with what a person says of its page: roles of lines are given to the grammar, values written over."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from pydantic import JsonValue

from extractor.display import Reread
from extractor.errors import UsageError
from extractor.readers.text.grammar.decoder import decode
from extractor.readers.text.grammar.states import STATES, Column, State
from extractor.readers.text.reader import TextReading
from extractor.readers.text.records import with_records
from extractor.records import QAPage
from extractor.records.fields import FIELDS, Holds
from extractor.review.corrections import Deed, Step
from extractor.review.lines import with_role

_SEEN = 3.0
"""What it says for the reading of a line, in log-odds, that a person who set another line right let it stand."""
_HOLDS = {field.name: field.holds for field in FIELDS}
_NOTHING: Mapping[Holds, JsonValue] = {Holds.TEXTS: [], Holds.PASSAGES: []}
"""What stands where a value is taken away, if that is not null."""
_PARTS = ("question", "answers", "doctor")


def mended(page: Reread, own: str, steps: Sequence[Step]) -> tuple[Reread, QAPage]:
    """The page as the steps make it, and its record `own`.

    One line that is set right settles others with it: the page is read again with what is known of it. The identity,
    source and digest stay.

    Raises:
        UsageError: if the page does not give this record, or a step does not fit it.

    """
    number, record = _own(page, own)
    roles = _roles(page, steps)
    if roles and page.reading:
        told = with_records(_told(page.reading, roles), record.source, record.url, spans=True)
        page, records = replace(page, reading=told.read, margins=told.margins), told.records
        kept = {name: getattr(record, name) for name in ("id", "source", "digest", "url", "provenance", "text")}
        record = records[min(number, len(records) - 1)].model_copy(update=kept)
    for step in steps:
        if step.deed is Deed.VALUE:
            record = with_value(record, step.pointer or "", step.value)
        elif step.deed is Deed.ROLE and page.reading is None:
            for item, state in _roles(page, [step]).items():
                record = with_role(record, page.text, page.lines[item], state)
    return page, record


def _roles(page: Reread, steps: Sequence[Step]) -> Mapping[int, str]:
    """What the items of a page are said to be, the last word on each; of pages that the markup told, its lines.

    Raises:
        UsageError: if there is no such item or role.

    """
    items = page.reading.cut.items if page.reading else page.lines
    roles: dict[int, str] = {}
    for step in steps:
        if step.deed is not Deed.ROLE:
            continue
        if step.item is None or step.state not in STATES[1:-1] or not 0 <= step.item < len(items):
            raise UsageError(f"item {step.item} of the page cannot be {step.state}")
        roles[step.item] = step.state
        for index in range(step.item + 1, len(items) if step.onward else 0):
            goes_on = step.state == STATES[State.FIRST] and not items[index].blanks
            roles[index] = STATES[State.BODY] if goes_on else step.state
    return roles


def _own(page: Reread, own: str) -> tuple[int, QAPage]:
    for number, record in enumerate(page.records):
        if record.id == own:
            return number, record
    raise UsageError("the page gives this record no longer: it has changed, or was read by another version")


def _told(reading: TextReading, roles: Mapping[int, str]) -> TextReading:
    """The best reading in which these items are what they are said to be."""
    steps = [_as_read(step, state) for step, state in zip(reading.steps, reading.reading.states, strict=True)]
    for item, state in roles.items():
        gap, states, evidence = steps[item]
        chosen = STATES.index(state)
        known = evidence[states.index(chosen)] if chosen in states else 0.0
        told: Column = (gap, (chosen,), (known,))
        steps[item] = told
    found = decode(steps, reading.cut.mode, reading.weights, reading.cut.declared)
    return replace(reading, steps=steps, reading=found)


def _as_read(step: Column, state: int) -> Column:
    """The step with something more for what the item was read as: a person sees that, and sets right what is wrong."""
    gap, states, evidence = step
    return gap, states, tuple([much + _SEEN * (one == state) for one, much in zip(states, evidence, strict=True)])


def with_value(record: QAPage, pointer: str, value: JsonValue) -> QAPage:
    """The record with `value` where `pointer` leads, null to take away what stands there; text is understood as typed.

    Raises:
        UsageError: if there is no such place, or the value does not fit it.

    """
    whole = record.model_dump(mode="json")
    *way, name = pointer.strip("/").split("/")
    try:
        part: Any = whole
        for key in way:
            if key == "doctor" and part[key] is None:
                part[key] = {}
            part = part[key] if key in _PARTS else part[int(key)]
        part[name] = _as_typed(_HOLDS[name], value) if isinstance(value, str) else _NOTHING.get(_HOLDS[name])
        whole["spans"] = {at: places for at, places in (whole["spans"] or {}).items() if at != pointer}
        return QAPage.model_validate_json(json.dumps(whole))
    except (KeyError, IndexError, TypeError, ValueError) as error:
        raise UsageError(f"{pointer} cannot be {value!r}: {error}") from error


def _as_typed(holds: Holds, value: str) -> JsonValue:
    """What a person typed, as what a field holds: a number, texts between commas."""
    if holds is Holds.COUNT:
        return int(value)
    if holds is Holds.MEASURE:
        return float(value)
    if holds is Holds.FLAG:
        return value.strip().lower() == "true"
    if holds is Holds.TEXT:
        return value
    between = "," if holds is Holds.TEXTS else "\n\n"
    return [part.strip() for part in value.split(between) if part.strip()]
