"""The quick reading of what is open leaves nothing out that the slow one finds."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from likeness.licence.dues.due import DELETION, FEE, OVERDUE, REPORT, Contract, Said, with_state
from likeness.licence.dues.owed import owed_under
from likeness.licence.terms_read import terms_from
from likeness.registry.registry import create_registry
from likeness.values.days import day_in
from likeness.values.money import Money
from tests.fakes.licences import terms_document

START = date(2025, 11, 1)
ZONES = ("Europe/Paris", "Pacific/Kiritimati", "Pacific/Pago_Pago", "UTC")
some = settings(max_examples=60, deadline=None)
days = st.integers(0, 900).map(lambda number: START + timedelta(days=number))
instants = st.integers(0, 900 * 24).map(lambda hours: datetime(2025, 11, 1, tzinfo=UTC) + timedelta(hours=hours))


@st.composite
def windows(draw):
    first = draw(days)
    last = draw(st.none() | st.integers(0, 700).map(lambda number: first + timedelta(days=number)))
    return {"from": first.isoformat(), "to": None if last is None else last.isoformat()}


@st.composite
def licences(draw):
    """A licence in force, when that began and ended, and which of its dues somebody has spoken of, and in full."""
    fee = draw(st.sampled_from([{"basis": "none"}, {"basis": "flat", "minor": 500, "currency": "EUR"}]))
    due_days = draw(st.none() | st.integers(0, 60))
    terms = terms_document(
        create=draw(windows()),
        exploit=draw(st.none() | windows()),
        zone=draw(st.sampled_from(ZONES)),
        fee=fee if due_days is None or fee["basis"] == "none" else fee | {"due_days": due_days},
        reporting=draw(
            st.none()
            | st.fixed_dictionaries(
                {"every": st.sampled_from(["month", "quarter", "half-year", "year"]), "due_days": st.integers(0, 400)}
            )
        ),
        delete_by=draw(st.none() | days.map(date.isoformat)),
        residuals=[],
        limits=[],
        longest_seconds=None,
    )
    began = draw(instants)
    ends = [draw(st.none() | st.integers(1, 9000).map(lambda h: began + timedelta(hours=h))) for _ in range(2)]
    return terms, began, *ends, draw(st.integers(0, 2**16 - 1))


def fill(registry, drawn):
    """Put the licences into a registry; returns their contracts by row."""
    contracts = {}
    with registry.transaction():
        for place, (document, began, withdrawn, replaced, _said) in enumerate(drawn):
            terms, number = terms_from(document), f"2026-{place:04}"
            row = registry.licences.put_draft(number, terms, began)
            registry.licences.mark(row, digest=bytes([place]) * 32, signed_at=began, accepted_at=began)
            registry.licences.mark(row, withdrawn_at=withdrawn, replaced_at=replaced)
            contracts[row] = Contract(number, terms, began, withdrawn, replaced)
    return contracts


def dues_under(contract, now):
    today = day_in(now, contract.terms.zone)
    return [with_state(due, None, today) for due in owed_under(contract, [], today)]


def asks_for_somebody(due):
    return due.kind == FEE or (due.kind in (REPORT, DELETION) and due.state == OVERDUE)


@some
@given(st.lists(licences(), min_size=1, max_size=6), instants)
def test_nothing_open_is_left_out(drawn, now):
    with TemporaryDirectory() as folder:
        registry = create_registry(Path(folder) / "a.registry", None)
        wanted = set()
        contracts = fill(registry, drawn)
        for (row, contract), (*_rest, said) in zip(contracts.items(), drawn, strict=True):
            for place, due in enumerate(dues_under(contract, now)):
                if said >> (place % 16) & 1:
                    came = Money(due.money.minor - said % 3, "EUR") if due.money and place % 2 else None
                    registry.dues.put(due.key, Said(place % 2 == 0, START, money=came, owed=due.money), now)
                    if came is not None and came != due.money:
                        wanted.add(row)
                elif asks_for_somebody(due):
                    wanted.add(row)
        found = registry.owing.open_now(day_in(now, "UTC"), 100)
        assert found.whole
        assert wanted <= set(found.rows)
        registry.close()
