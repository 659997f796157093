"""Which number each term has in a signed licence, and how it is packed (codec version 1). FROZEN once released.

Single values pass the readers that terms from JSON pass, and what must fit together is in `coherent`: every rule of
FORMAT section 2 holds for signed bytes too (tests/property/test_packing.py asks both ways).
"""

from __future__ import annotations

from typing import Any

from likeness.licence import code_bits as table
from likeness.licence import coherent, readers
from likeness.licence import terms as t
from likeness.licence.eidr import pack_public_id, unpack_public_id
from likeness.licence.packing import DAY, LOCAL, TRUTH, Packing, bits, choice, number, of_type, otherwise, text
from likeness.licence.record import Part, list_of, record
from likeness.values.codes import EVERY
from likeness.values.text import clean_id

_ID, _NAME, _WHOLE = text(clean_id), text(readers.name), number()
_MOST, _MOST_IDS = 200, 10_000  # members of a list
_bytes, _text = of_type(bytes), of_type(str)


def _unpack_fingerprint(value: object) -> str:
    return readers.sha256(_bytes(value).hex(), "")


def _unpack_public_id(value: object) -> str:
    found = readers.public_id(unpack_public_id(value), "")
    if found == value and pack_public_id(found) != value:  # an EIDR that is spelled out
        raise otherwise()
    return found


def _unpack_languages(value: object) -> tuple[str, ...]:
    return (EVERY,) if value == [EVERY] else _TAGS.unpack(value)


def _unpack_pass_on(value: object) -> str | tuple[str, ...]:
    if value is True:
        return t.EVERYONE
    named: tuple[str, ...] = _PARTIES.unpack(value)
    if not named:  # nobody is the default
        raise otherwise()
    return named


def _money(owed: t.Fee | t.Residual) -> dict[str, Any]:
    sum_of = owed.money
    return vars(owed) | ({"minor": None, "currency": None} if sum_of is None else vars(sum_of))


_TAGS = list_of(text(readers.language), most=_MOST_IDS, once=True)
_PARTIES = list_of(_ID, most=_MOST_IDS, once=True)
_LANGUAGES = Packing(list, _unpack_languages)
_PASS_ON = Packing(lambda value: True if value == t.EVERYONE else list(value), _unpack_pass_on)
_PUBLIC_IDS = list_of(Packing(pack_public_id, _unpack_public_id), most=_MOST, once=True)
_PLACES = list_of(text(readers.place), most=_MOST, once=True)
_PURPOSES = bits(table.PURPOSES, every=True)
_TERRITORY = record(t.Territory, Part(1, "include", _PLACES), Part(2, "exclude", _PLACES, ()))
_SPAN = record(coherent.span, Part(1, "first", DAY), Part(2, "last", DAY, None))
_AGE = number(most=readers.OLDEST)
_AGES = record(
    coherent.ages, Part(1, "youngest", _AGE), Part(2, "oldest", _AGE),
    names=lambda ages: {"youngest": ages[0], "oldest": ages[1]},
)  # fmt: skip
_LIMIT = record(
    t.LimitTerm,
    Part(1, "unit", choice(table.UNITS)),
    Part(2, "most", _WHOLE),
    Part(3, "on", choice(table.LIMIT_ACTS), None),
    Part(4, "per", choice(table.LIMIT_PERIODS), None),
)
_FEE = record(
    coherent.fee,
    Part(1, "basis", choice(table.FEE_BASES)),
    Part(2, "minor", _WHOLE, None),
    Part(3, "currency", text(readers.currency), None),
    Part(4, "due_days", _WHOLE, None),
    Part(5, "percent", text(readers.percent), None),
    Part(6, "unit", choice(table.UNITS), None),
    names=_money,
)
_RESIDUAL = record(
    coherent.residual,
    Part(1, "per", choice(table.RESIDUAL_PERIODS)),
    Part(2, "percent", text(readers.percent), None),
    Part(3, "minor", _WHOLE, None),
    Part(4, "currency", text(readers.currency), None),
    names=_money,
)
_GRANTOR = record(
    t.Grantor, Part(1, "name", _NAME), Part(2, "capacity", choice(table.CAPACITIES)), Part(3, "authority", _NAME, None)
)
_PERFORMER = record(t.Performer, Part(1, "id", _ID), Part(2, "name", _NAME), Part(3, "born", DAY, None))
_PARTY = record(t.Party, Part(1, "id", _ID), Part(2, "name", _NAME))
_PROJECT = record(t.Project, Part(1, "id", _ID), Part(2, "title", _NAME), Part(3, "ids", _PUBLIC_IDS, ()))
_NOTICE = record(
    lambda days: days, Part(1, "days", number(most=readers.LONGEST_NOTICE), 0), names=lambda days: {"days": days}
)
_EXCLUSIVE = record(t.Exclusivity, Part(1, "purposes", _PURPOSES), Part(2, "territory", _TERRITORY))
_APPROVAL = record(t.Approval, Part(1, "needed", TRUTH), Part(2, "days", _WHOLE, None))
_REPORTING = record(t.Reporting, Part(1, "every", choice(table.REPORT_PERIODS)), Part(2, "due_days", _WHOLE))
_REPRESENTATION = record(t.Representation, Part(1, "kind", choice(table.REPRESENTATIONS)), Part(2, "name", _NAME, None))
_ANNEX = record(t.Annex, Part(1, "title", _NAME), Part(2, "sha256", Packing(bytes.fromhex, _unpack_fingerprint)))

# The order is that of the numbers: what is packed in order need not be put in order again.
TERMS_PARTS = (
    Part(9, "performer", _PERFORMER),
    Part(10, "grantor", _GRANTOR, None),  # a performer who signs for herself is not named twice
    Part(11, "licensee", _PARTY),
    Part(12, "project", _PROJECT),
    Part(13, "acts", bits(table.ACTS)),
    Part(14, "purposes", _PURPOSES),
    Part(15, "media", bits(table.MEDIA, every=True)),
    Part(16, "territory", _TERRITORY),
    Part(17, "languages", _LANGUAGES),
    Part(18, "modifications", bits(table.MODIFICATIONS, every=True), ()),
    Part(19, "create", _SPAN),
    Part(20, "exploit", _SPAN, None),
    Part(21, "zone", text(readers.zone)),
    Part(22, "fee", _FEE),
    Part(23, "description", text(readers.description)),
    Part(24, "pass_on", _PASS_ON, t.NOBODY),
    Part(25, "age", _AGES, None),
    Part(26, "forbidden_content", bits(table.CONTENT), ()),
    Part(27, "limits", list_of(_LIMIT, most=_MOST), ()),
    Part(28, "longest_seconds", _WHOLE, None),
    Part(29, "exclusive", _EXCLUSIVE, None),
    Part(30, "after_death", TRUTH, False),
    Part(31, "works_made_stay", TRUTH, True),
    Part(32, "strike_clause", TRUTH, False),
    Part(33, "approval", _APPROVAL, None),
    Part(34, "notice_days", _NOTICE, 0),
    Part(35, "basis", choice(table.BASES), "contract"),
    Part(36, "residuals", list_of(_RESIDUAL, most=_MOST), ()),
    Part(37, "reporting", _REPORTING, None),
    Part(38, "delete_by", DAY, None),
    Part(39, "representation", _REPRESENTATION, None),
    Part(40, "notice_at", LOCAL, None),
    Part(41, "service_at", LOCAL, None),
    Part(42, "union_agreement", _NAME, None),
    Part(43, "annexes", list_of(_ANNEX, most=_MOST), ()),
)


def names_of(terms: t.Terms) -> dict[str, Any]:
    """Return what is packed, by name."""
    return vars(terms) | ({"grantor": None} if terms.grantor == _herself(terms.performer) else {})


def terms_of(parts: dict[str, Any]) -> t.Terms:
    """Return the terms of what was unpacked, by name."""
    herself = _herself(parts["performer"])
    if parts["grantor"] is None:
        parts["grantor"] = herself
    elif parts["grantor"] == herself:
        raise otherwise()
    return t.Terms(**parts)


def _herself(performer: t.Performer) -> t.Grantor:
    return t.Grantor(performer.name, "performer")
