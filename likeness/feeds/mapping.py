"""How a company's report is to be read: `likeness-map/1` (FORMAT section 6).

- A column named twice in the file can only be left out: nobody can say which of the two is meant.
- A column that the mapping does not name keeps the meaning of its heading, if it has one and nothing else took it.
- `null` leaves a column out on purpose. An alias stands for a whole cell or for one member of a list, whatever its
  letter case and spacing; an alias of `null` says that nothing is stated.
"""

from __future__ import annotations

from collections.abc import Mapping as Named
from dataclasses import dataclass, field
from datetime import datetime
from difflib import get_close_matches
from typing import Any

from likeness.errors import Unreadable
from likeness.feeds.targets import AGE, COUNTS, DATES, SEPARATOR, TARGETS, WORDS
from likeness.values.strict_json import Fields, whole

FORMAT = "likeness-map/1"
_LONGEST = 400
_MOST = 50_000


@dataclass(frozen=True)
class Mapping:
    """Columns to targets (None: left out), date forms, aliases by target, constants, the sheet and its headings."""

    columns: Named[str, str | None] = field(default_factory=dict)
    dates: Named[str, str] = field(default_factory=dict)
    aliases: Named[str, Named[str, str | None]] = field(default_factory=dict)
    constants: Named[str, str] = field(default_factory=dict)
    sheet: str | None = None
    heading_row: int | None = None


def mapping_from(document: object, *, file: str | None = None) -> Mapping:
    """Read a mapping, or raise Unreadable naming the key, with a suggestion where a name is nearly right."""
    try:
        fields = Fields(document, file=file)
        fields.may("format", _format, FORMAT)
        mapping = Mapping(
            columns=fields.may("columns", _columns, {}),
            dates=fields.may("dates", _dates, {}),
            aliases=fields.may("aliases", _aliases, {}),
            constants=fields.may("constants", _constants, {}),
            sheet=fields.may("sheet", _text, None),
            heading_row=fields.may("heading_row", lambda value, key: whole(value, key, least=1), None),
        )
        fields.done()
        _refuse_two_for_one(mapping)
    except Unreadable as fault:
        raise fault.at(file=file) from None
    return mapping


def mapping_to(mapping: Mapping) -> dict[str, Any]:
    """Write a mapping as JSON values, leaving out what says nothing."""
    written = {
        "columns": dict(mapping.columns),
        "dates": dict(mapping.dates),
        "aliases": {target: dict(words) for target, words in mapping.aliases.items()},
        "constants": dict(mapping.constants),
        "sheet": mapping.sheet,
        "heading_row": mapping.heading_row,
    }
    return {"format": FORMAT} | {key: value for key, value in written.items() if value}


def alike(word: str) -> str:
    """Return a word as aliases compare it: without regard to letter case and spacing."""
    return " ".join(word.split()).casefold()


def _format(value: object, key: str) -> str:
    if value != FORMAT:
        raise Unreadable("unknown-format", key=key, value=str(value)[:40])
    return FORMAT


def _columns(value: object, key: str) -> dict[str, str | None]:
    pairs = _pairs(value, key)
    return {name: None if to is None else _target(to, f"{key}.{name}", TARGETS) for name, to in pairs.items()}


def _dates(value: object, key: str) -> dict[str, str]:
    found = {}
    for name, form in _pairs(value, key).items():
        target = _target(name, f"{key}.{name}", DATES)
        found[target] = _date_form(form, f"{key}.{name}")
    return found


def _date_form(value: object, key: str) -> str:
    form = _text(value, key)
    day = datetime(2026, 11, 23)  # noqa: DTZ001  a day that no other order of its parts can mean
    try:
        said = datetime.strptime(day.strftime(form), form)  # noqa: DTZ007  the form may have an offset or not
    except ValueError as why:
        raise Unreadable("bad-date-form", key=key, value=form) from why
    if said.date() != day.date():
        raise Unreadable("bad-date-form", key=key, value=form)
    return form


def _aliases(value: object, key: str) -> dict[str, dict[str, str | None]]:
    found: dict[str, dict[str, str | None]] = {}
    for name, words in _pairs(value, key).items():
        place = f"{key}.{name}"
        target = _target(name, place, WORDS)
        pairs = _pairs(words, place)
        found[target] = {word: None if to is None else _cell(to, f"{place}.{word}") for word, to in pairs.items()}
        seen: dict[str, str | None] = {}
        for word, to in found[target].items():
            if seen.setdefault(alike(word), to) != to:
                raise Unreadable("named-twice", key=f"{place}.{word}", value=word)
    return found


def _constants(value: object, key: str) -> dict[str, str]:
    found = {}
    for name, to in _pairs(value, key).items():
        target = _target(name, f"{key}.{name}", TARGETS[1:])
        if target in COUNTS and not isinstance(to, str):
            most = 200 if target == AGE else None
            found[target] = str(whole(to, f"{key}.{name}", **({"most": most} if most else {})))
        else:
            found[target] = _cell(to, f"{key}.{name}")
    return found


def _pairs(value: object, key: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise Unreadable("not-an-object", key=key)
    if len(value) > _MOST:
        raise Unreadable("list-too-long", key=key, most=_MOST)
    return value


def _target(value: object, key: str, known: tuple[str, ...]) -> str:
    name = _text(value, key)
    if name not in known:
        near = get_close_matches(name, known, 1)
        raise Unreadable("unknown-target", key=key, value=name, suggestion=near[0] if near else None)
    return name


def _cell(value: object, key: str) -> str:
    """Read what a cell would say: text, or a list of texts."""
    if isinstance(value, list):
        return SEPARATOR.join(_text(item, key) for item in value) or "none"
    return _text(value, key)


def _text(value: object, key: str) -> str:
    if not isinstance(value, str):
        raise Unreadable("not-text", key=key)
    if not value.strip():
        raise Unreadable("empty-text", key=key)
    if len(value) > _LONGEST:
        raise Unreadable("text-too-long", key=key, most=_LONGEST, length=len(value))
    return value


def _refuse_two_for_one(mapping: Mapping) -> None:
    """Refuse a target that two columns, or a column and a constant, both claim."""
    taken: dict[str, str] = {}
    for name, target in mapping.columns.items():
        if target is not None and (target in mapping.constants or target in taken):
            raise Unreadable("target-twice", key=f"columns.{name}", value=target)
        if target is not None:
            taken[target] = name
