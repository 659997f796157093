"""Terms on their way, as plain JSON values: whatever stands in them, complete or not, read back as it was.

Never signed and never judged: `terms_read` and `terms_write` are for terms that are whole.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date, datetime
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from likeness.licence.terms import Terms


def terms_held(terms: Terms) -> dict[str, Any]:
    """Return terms as JSON values."""
    held: dict[str, Any] = _held(terms)
    return held


def terms_again(held: object) -> Terms | None:
    """Return the terms that were held, or None where they are of a version that had other terms."""
    try:
        found: Terms = _again(Terms, held)
    except (AttributeError, KeyError, StopIteration, TypeError, ValueError):
        return None
    return found


def _held(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: _held(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [_held(one) for one in value]
    return value.isoformat() if isinstance(value, date) else value


def _again(kind: Any, held: Any) -> Any:
    """Return what was held as a value of `kind`, a type as the classes of `terms` name theirs."""
    if isinstance(kind, UnionType):
        if held is None:
            return None
        listed = isinstance(held, list)
        kind = next(one for one in get_args(kind) if one is not NoneType and (get_origin(one) is tuple) == listed)
    if get_origin(kind) is tuple:
        if not isinstance(held, list):
            raise TypeError(kind)
        first, second = get_args(kind)
        kinds = [first] * len(held) if second is Ellipsis else [first, second]
        return tuple(_again(one, part) for one, part in zip(kinds, held, strict=True))
    if is_dataclass(kind):
        made: Any = kind
        return made(**{name: _again(hint, held[name]) for name, hint in get_type_hints(kind).items()})
    if kind in (date, datetime):
        return kind.fromisoformat(held)
    if not isinstance(held, kind):
        raise TypeError(kind)
    return held
