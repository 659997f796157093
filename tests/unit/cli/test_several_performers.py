"""Lists of a registry of several performers say whose each thing is."""

import pytest

from tests.fakes.clients import AGENT, CLIENTS, an_agency
from tests.fakes.fixed_clock import FixedClock
from tests.fakes.lines import Line
from tests.fakes.offices import PASSPHRASE


@pytest.fixture
def agency(tmp_path, capsys, monkeypatch):
    made = an_agency(tmp_path, FixedClock("2026-03-02T09:00:00+00:00"))
    made.close()
    line = Line(made.registry.path, capsys, monkeypatch)
    monkeypatch.setenv("LIKENESS_PASSPHRASE", PASSPHRASE)
    return line


@pytest.mark.parametrize("list_", [("licence", "list"), ("use", "list"), ("licence", "owed"), ("double", "list")])
def test_each_row_names_its_performer(agency, list_):
    rows = agency(*list_).out.splitlines()
    assert all(sum(name in row for name in CLIENTS.values()) == 1 for row in rows)
    assert all(sum(name in row for row in rows) >= 1 for name in CLIENTS.values())


def test_licences_are_narrowed_by_performer(agency):
    [row] = agency.asks("licence", "list", "--performer", CLIENTS["zoe"])["licences"]
    assert (row["performer"], row["performer_name"]) == ("zoe", CLIENTS["zoe"])
    assert agency.asks("licence", "list", "--performer", AGENT["name"])["licences"] == []


def test_json_names_them(agency):
    assert {one["performer"] for one in agency.asks("licence", "owed")["dues"]} == set(CLIENTS.values())
    assert agency.asks("use", "show", "u-mats")["performers"] == [CLIENTS["mats"]]
