"""What lists of licences are narrowed by and sorted by, case by case; any mix is tried in tests/property."""

from datetime import UTC, date, datetime, timedelta

import pytest

from likeness.licence.dues.due import Said
from likeness.licence.terms_read import terms_from
from likeness.registry.find_licences import Narrow
from likeness.registry.registry import create_registry
from likeness.values.alphabet import alphabet
from likeness.values.order import Order
from tests.fakes.licences import terms_document

NOW = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)  # in Kiritimati it is next year already


@pytest.fixture
def registry(tmp_path):
    made = create_registry(tmp_path / "a.registry", None)
    yield made
    made.close()


def put(registry, number, *, signed=False, replaces=None, **changes):
    terms = terms_from(terms_document(**changes))
    row = registry.licences.put_draft(number, terms, NOW, replaces=replaces)
    if signed:
        registry.licences.mark(row, digest=number.encode(), signed_at=NOW, accepted_at=NOW)
    return row


def until(day, zone="UTC"):
    return {"create": {"from": "2026-01-01", "to": day and day.isoformat()}, "exploit": None, "zone": zone}


@pytest.mark.parametrize("zone", ["UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago", "Pacific/Auckland"])
@pytest.mark.parametrize(("last", "found"), [
    (date(2026, 1, 1), True), (date(2026, 6, 1), True), (date(2026, 12, 31), True), (date(2027, 1, 1), False),
])  # fmt: skip
def test_this_year_is_read_in_the_zone_of_the_licence(registry, zone, last, found):
    row = put(registry, "2026-0001", **until(last, zone))
    assert registry.licences.find(NOW, narrow=Narrow(ends="this-year")) == ([row] if found else [])


def test_what_ends_now_has_ended_and_what_never_ends_has_not(registry):
    midnight = datetime(2026, 6, 1, tzinfo=UTC)
    over, never = put(registry, "2026-0001", **until(date(2026, 5, 31))), put(registry, "2026-0002", **until(None))
    find = registry.licences.find
    assert find(midnight, narrow=Narrow(ends="ended")) == [over]
    assert find(midnight - timedelta(seconds=1), narrow=Narrow(ends="ended")) == []
    assert find(midnight, narrow=Narrow(ends="no-end")) == [never]
    assert find(midnight, order=Order("ends")) == [over, never]
    assert find(midnight, order=Order("ends", falling=True)) == [never, over]


def test_a_fee_is_open_once_until_it_is_spoken_of(registry):
    first = put(registry, "2026-0001", signed=True)
    put(registry, "2026-0002", signed=True, replaces="2026-0001")  # agrees to the fee that was agreed already
    other = put(registry, "2026-0003", signed=True, replaces="2026-0001",
                fee={"basis": "flat", "minor": 5, "currency": "EUR"})  # fmt: skip
    put(registry, "2026-0004")  # a draft owes nothing
    counted = put(registry, "2026-0005", signed=True, fee={"basis": "per-use", "minor": 5, "currency": "EUR"})
    find = registry.licences.find
    assert find(NOW, narrow=Narrow(owing=True)) == [other, first]
    assert find(NOW, narrow=Narrow(owing=True), by_use=[counted]) == [counted, other, first]
    registry.dues.put("fee:2026-0001:once", Said(waived=True, on=NOW.date()), NOW)
    assert find(NOW, narrow=Narrow(owing=True)) == [other]


def test_fees_stand_together_by_currency_then_by_sum_as_whole_numbers(registry):
    fees = (("USD", 2), ("EUR", 10**14 + 1), ("EUR", 10**14), ("USD", 1))
    rows = [put(registry, f"2026-000{at}", fee={"basis": "flat", "minor": minor, "currency": code})
            for at, (code, minor) in enumerate(fees)]  # fmt: skip
    none = put(registry, "2026-0009", fee={"basis": "none"}, residuals=[])
    assert registry.licences.find(NOW, order=Order("fee")) == [none, rows[2], rows[1], rows[3], rows[0]]


def test_names_stand_where_people_look_for_them():
    names = ["Zoé", "œuvre", "Étude", "eclair", "Oeuvre", "Ål", "Harbour 10", "Harbour 9", "Ethan"]
    wanted = ["Ål", "eclair", "Ethan", "Étude", "Harbour 10", "Harbour 9", "œuvre", "Oeuvre", "Zoé"]
    assert sorted(names, key=alphabet) == wanted


def test_what_occurs_is_offered_by_name_and_searched_by_its_letters(registry):
    registry._db.insert("double", {"id": "liora-voice", "kind": "voice-model", "title": "Speaking voice",
                                   "performer": "liora", "derived_from": "[]", "added_at": 0})  # fmt: skip
    for at, company in enumerate(("Zeta", "Éclair Films", "Eclat", "Zeta")):
        put(registry, f"2026-000{at}", licensee={"id": "c", "name": company},
            likenesses=["liora-voice" if at else "from-elsewhere"])  # fmt: skip
    occurring = registry.licences.occurring
    assert occurring("company", "", 9) == [("Éclair Films", "Éclair Films"), ("Eclat", "Eclat"), ("Zeta", "Zeta")]
    assert occurring("company", "ECLA", 9) == [("Éclair Films", "Éclair Films"), ("Eclat", "Eclat")]
    assert occurring("company", "", 2) == [("Éclair Films", "Éclair Films"), ("Eclat", "Eclat")]
    assert occurring("company", "%_", 2) == []
    assert occurring("likeness", "", 9) == [("from-elsewhere", "from-elsewhere"), ("liora-voice", "Speaking voice")]
    assert occurring("likeness", "voic", 9) == [("liora-voice", "Speaking voice")]
