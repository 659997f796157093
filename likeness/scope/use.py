"""A use of a likeness (`likeness-use/1`, FORMAT section 3): what somebody did or plans to do.

A key left out, null or "" is a missing fact; so is an empty list of likeness, medium, territory, language.
An empty `modification` or `content` says that there is none. Codes are kept as they came; the judge reads them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from likeness.errors import Unreadable
from likeness.values.codes import UNITS
from likeness.values.days import Moment, moment_text, parse_moment
from likeness.values.strict_json import Fields, listing, whole

FORMAT = "likeness-use/1"
_LONGEST_CODE = 400


@dataclass(frozen=True)
class Use:
    """One use; None or an empty tuple is a missing fact (None only, for modification and content)."""

    id: str
    user: str | None = None
    likeness: tuple[str, ...] = ()
    project: str | None = None
    act: str | None = None
    purpose: str | None = None
    medium: tuple[str, ...] = ()
    territory: tuple[str, ...] = ()
    language: tuple[str, ...] = ()
    modification: tuple[str, ...] | None = None
    age: int | None = None
    content: tuple[str, ...] | None = None
    at: Moment | None = None
    made_at: Moment | None = None
    quantity: dict[str, int] = field(default_factory=dict)


def use_from(document: object, path: str = "", *, file: str | None = None) -> Use:
    """Read a use, or raise Unreadable naming file and key."""
    if isinstance(document, dict):
        document = {key: value for key, value in document.items() if value != ""}
    try:
        fields = Fields(document, path)
        fields.may("format", _format, None)
        use = _use(fields)
        fields.done()
    except Unreadable as fault:
        raise fault.at(file=file) from None
    return use


def _format(value: object, key: str) -> str:
    if value != FORMAT:
        raise Unreadable("unknown-format", key=key, value=str(value)[:40], expected=FORMAT)
    return FORMAT


def _use(fields: Fields) -> Use:
    return Use(
        id=fields.may("id", _text, ""),
        user=fields.may("user", _text, None),
        likeness=fields.may("likeness", _one_or_more, ()),
        project=fields.may("project", _text, None),
        act=fields.may("act", _text, None),
        purpose=fields.may("purpose", _text, None),
        medium=fields.may("medium", _one_or_more, ()),
        territory=fields.may("territory", _one_or_more, ()),
        language=fields.may("language", _one_or_more, ()),
        modification=fields.may("modification", _one_or_more, None),
        age=fields.may("age", lambda value, key: whole(value, key, most=200), None),
        content=fields.may("content", _one_or_more, None),
        at=fields.may("at", parse_moment, None),
        made_at=fields.may("made_at", parse_moment, None),
        quantity=fields.may("quantity", _quantity, {}),
    )


def use_to(use: Use) -> dict[str, Any]:
    """Write a use as JSON values, every key present, missing facts null."""
    return {
        "id": use.id,
        "user": use.user,
        "likeness": _back(use.likeness),
        "project": use.project,
        "act": use.act,
        "purpose": use.purpose,
        "medium": _back(use.medium),
        "territory": _back(use.territory),
        "language": _back(use.language),
        "modification": None if use.modification is None else list(use.modification),
        "age": use.age,
        "content": None if use.content is None else list(use.content),
        "at": None if use.at is None else moment_text(use.at),
        "made_at": None if use.made_at is None else moment_text(use.made_at),
        "quantity": dict(use.quantity),
    }


def _back(values: tuple[str, ...]) -> str | list[str] | None:
    if len(values) > 1:
        return list(values)
    return values[0] if values else None


def _text(value: object, key: str) -> str:
    if not isinstance(value, str):
        raise Unreadable("not-text", key=key)
    if len(value) > _LONGEST_CODE:
        raise Unreadable("text-too-long", key=key, most=_LONGEST_CODE, length=len(value))
    return value


def _one_or_more(value: object, key: str) -> tuple[str, ...]:
    if isinstance(value, str):
        return (_text(value, key),)
    members = listing(value, key, lambda item, place: "" if item is None else _text(item, place), most=1_000)
    return tuple(dict.fromkeys(member for member in members if member))


def _quantity(value: object, key: str) -> dict[str, int]:
    fields = Fields(value, key)
    stated = {unit: fields.may(unit, whole, -1) for unit in UNITS.codes}
    fields.done()
    return {unit: count for unit, count in stated.items() if count >= 0}
