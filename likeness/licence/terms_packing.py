"""Which number each term has in a signed licence, and how it is packed (codec version 1). FROZEN once released."""

from __future__ import annotations

from typing import Any

from likeness.errors import Unreadable
from likeness.licence import code_bits as table
from likeness.licence.packing import (
    DAY,
    HEX,
    INSTANT,
    PUBLIC_ID,
    TEXT,
    TRUTH,
    WHOLE,
    Packing,
    Part,
    bits,
    choice,
    list_of,
    of_type,
    record,
)
from likeness.licence.terms import EVERYONE, NOBODY

_TERRITORY = record(Part(1, "include", list_of(TEXT)), Part(2, "exclude", list_of(TEXT), []))
_SPAN = record(Part(1, "from", DAY), Part(2, "to", DAY))
_PURPOSES = bits(table.PURPOSES)
_LIMIT = record(
    Part(1, "unit", choice(table.UNITS)),
    Part(2, "max", WHOLE),
    Part(3, "on", choice(table.LIMIT_ACTS)),
    Part(4, "per", choice(table.LIMIT_PERIODS)),
)
_FEE = record(
    Part(1, "basis", choice(table.FEE_BASES)),
    Part(2, "minor", WHOLE),
    Part(3, "currency", TEXT),
    Part(4, "due_days", WHOLE),
    Part(5, "percent", TEXT),
    Part(6, "unit", choice(table.UNITS)),
)
_RESIDUAL = record(
    Part(1, "per", choice(table.RESIDUAL_PERIODS)),
    Part(2, "percent", TEXT),
    Part(3, "minor", WHOLE),
    Part(4, "currency", TEXT),
)
_GRANTOR = record(Part(1, "name", TEXT), Part(2, "capacity", choice(table.CAPACITIES)), Part(3, "authority", TEXT))
_REPORTING = record(Part(1, "every", choice(table.REPORT_PERIODS)), Part(2, "due_days", WHOLE))
_REPRESENTATION = record(Part(1, "kind", choice(table.REPRESENTATIONS)), Part(2, "name", TEXT))


def _pack_pass_on(value: str | list[str]) -> bool | list[str]:
    return True if value == EVERYONE else list(value)


def _unpack_pass_on(value: object) -> str | list[str]:
    ids: list[str] = [] if value is True else list_of(TEXT).unpack(value)
    return EVERYONE if value is True else ids


_TERMS = record(
    Part(9, "performer", record(Part(1, "id", TEXT), Part(2, "name", TEXT), Part(3, "born", DAY))),
    Part(10, "grantor", _GRANTOR),
    Part(11, "licensee", record(Part(1, "id", TEXT), Part(2, "name", TEXT))),
    Part(12, "project", record(Part(1, "id", TEXT), Part(2, "title", TEXT), Part(3, "ids", list_of(PUBLIC_ID), []))),
    Part(13, "acts", bits(table.ACTS)),
    Part(14, "purposes", _PURPOSES),
    Part(15, "media", bits(table.MEDIA)),
    Part(16, "territory", _TERRITORY),
    Part(17, "languages", list_of(TEXT)),
    Part(18, "modifications", bits(table.MODIFICATIONS), []),
    Part(19, "create", _SPAN),
    Part(20, "exploit", _SPAN),
    Part(21, "zone", TEXT),
    Part(22, "fee", _FEE),
    Part(23, "description", TEXT),
    Part(24, "pass_on", Packing(_pack_pass_on, _unpack_pass_on), NOBODY),
    Part(25, "age", record(Part(1, "from", WHOLE), Part(2, "to", WHOLE))),
    Part(26, "forbidden_content", bits(table.CONTENT), []),
    Part(27, "limits", list_of(_LIMIT), []),
    Part(28, "longest_seconds", WHOLE),
    Part(29, "exclusive", record(Part(1, "purposes", _PURPOSES), Part(2, "territory", _TERRITORY))),
    Part(30, "after_death", TRUTH, False),
    Part(31, "works_made_stay", TRUTH, True),
    Part(32, "strike_clause", TRUTH, False),
    Part(33, "approval", record(Part(1, "needed", TRUTH), Part(2, "days", WHOLE))),
    Part(34, "withdrawal", record(Part(1, "notice_days", WHOLE)), {"notice_days": 0}),
    Part(35, "basis", choice(table.BASES), "contract"),
    Part(36, "residuals", list_of(_RESIDUAL), []),
    Part(37, "reporting", _REPORTING),
    Part(38, "delete_by", DAY),
    Part(39, "representation", _REPRESENTATION),
    Part(40, "notice_at", INSTANT),
    Part(41, "service_at", INSTANT),
    Part(42, "union_agreement", TEXT),
    Part(43, "annexes", list_of(record(Part(1, "title", TEXT), Part(2, "sha256", HEX))), []),
)
TERMS_KEYS = frozenset(range(9, 44))


def _pack_terms(document: dict[str, Any]) -> dict[int, Any]:
    """A performer who signs for herself is not named twice."""
    herself = document["grantor"] == _herself(document)
    parts = {key: value for key, value in document.items() if not (key == "grantor" and herself)}
    packed: dict[int, Any] = _TERMS.pack(parts)
    return packed


def _unpack_terms(packed: object) -> dict[str, Any]:
    document: dict[str, Any] = {"format": "likeness-terms/1"} | _TERMS.unpack(packed)
    if "performer" not in document:
        raise Unreadable("key-missing", key="performer")
    return {"grantor": _herself(document)} | document


def _herself(document: dict[str, Any]) -> dict[str, Any]:
    return {"name": document["performer"].get("name"), "capacity": "performer"}


TERMS = Packing(_pack_terms, _unpack_terms)


def _pack_double(double: dict[str, Any]) -> list[Any]:
    return [double["id"], table.KINDS.index(double["kind"]), double["manifest"]]


def _unpack_double(value: object) -> dict[str, Any]:
    parts = of_type(list)(value)
    if len(parts) != 3 or not isinstance(parts[2], bytes) or len(parts[2]) != 16:
        raise Unreadable("field-type", wanted="double")
    return {"id": parts[0], "kind": choice(table.KINDS).unpack(parts[1]), "manifest": parts[2]}


DOUBLES = list_of(Packing(_pack_double, _unpack_double))
