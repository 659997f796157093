"""Mappings: strict to read, the same to write, and what they make of a report."""

from __future__ import annotations

import pytest

from likeness.errors import Unreadable
from likeness.feeds.mapping import Mapping, mapping_from, mapping_to
from tests.fakes.reports import read_all, report_of

WHOLE = {
    "format": "likeness-map/1",
    "columns": {"Title": "project", "Play secs": "quantity.second", "Notes": None},
    "dates": {"at": "%m/%d/%Y"},
    "aliases": {"territory": {"United States": "US", "UK & IE": ["GB", "IE"], "n/a": None}},
    "constants": {"act": "show", "likeness": ["x", "y"], "quantity.line": 0},
    "sheet": "Usage",
    "heading_row": 3,
}


def test_there_and_back():
    mapping = mapping_from(WHOLE)
    assert mapping.aliases["territory"] == {"United States": "US", "UK & IE": "GB|IE", "n/a": None}
    assert mapping.constants == {"act": "show", "likeness": "x|y", "quantity.line": "0"}
    assert mapping_from(mapping_to(mapping)) == mapping
    assert mapping_to(Mapping()) == {"format": "likeness-map/1"}


@pytest.mark.parametrize(
    ("document", "code", "key", "suggestion"),
    [
        ([], "not-an-object", None, None),
        ({"colums": {}}, "unknown-key", "colums", "columns"),
        ({"format": "likeness-map/2"}, "unknown-format", "format", None),
        ({"columns": {"Title": "projekt"}}, "unknown-target", "columns.Title", "project"),
        ({"columns": {"A": "user", "B": "user"}}, "target-twice", "columns.B", None),
        ({"columns": {"A": "user"}, "constants": {"user": "x"}}, "target-twice", "columns.A", None),
        ({"dates": {"on": "%d"}}, "unknown-target", "dates.on", None),
        ({"dates": {"at": "%d/%m"}}, "bad-date-form", "dates.at", None),
        ({"dates": {"at": "%q"}}, "bad-date-form", "dates.at", None),
        ({"aliases": {"territory": {"UK": "GB", "uk ": "UA"}}}, "named-twice", "aliases.territory.uk ", None),
        ({"aliases": {"at": {}}}, "unknown-target", "aliases.at", "act"),
        ({"constants": {"age": 201}}, "number-out-of-range", "constants.age", None),
        ({"constants": {"line_id": "x"}}, "unknown-target", "constants.line_id", None),
        ({"heading_row": 0}, "number-out-of-range", "heading_row", None),
        ({"sheet": 3}, "not-text", "sheet", None),
    ],
)
def test_what_is_refused(document, code, key, suggestion):
    with pytest.raises(Unreadable) as told:
        mapping_from(document, file="map.json")
    assert (told.value.code, told.value.key, told.value.file) == (code, key, "map.json")
    assert told.value.params.get("suggestion") == suggestion


def test_what_a_mapping_makes_of_a_report(tmp_path):
    rows = ("Harbour,united  states,7/4/2026,5,x", "Ferry,UK & IE,7/13/2026,6,y", "Ferry,n/a,13/7/2026,6,z")
    path = report_of(tmp_path, *rows, headings=("Title", "Territory", "Report date", "Secs", "act"))
    mapping = mapping_from(
        {
            "columns": {"Title": "project", "Territory": "territory", "Report date": "at", "Secs": "quantity.second"},
            "dates": {"at": "%m/%d/%Y"},
            "aliases": {"territory": {"United States": "US", "UK & IE": "GB|IE", "N/A": None}},
            "constants": {"act": "show", "content": "none", "quantity.line": 3},
        }
    )
    facts, rejected = read_all(path, mapping)
    assert [(one["territory"], one["act"], one["content"], one["quantity.line"]) for one in facts] == [
        ("US", "show", "", 3), ("GB|IE", "show", "", 3),
    ]  # fmt: skip
    assert [one["at"].date().isoformat() for one in facts] == ["2026-07-04", "2026-07-13"]
    assert all(one["at_day"] for one in facts)
    assert rejected == [(4, "other-date-form", "Report date", "13/7/2026")]


def test_aliases_reach_the_members_of_a_list(tmp_path):
    path = report_of(tmp_path, "France | uk|DE", "UK", "nowhere", headings=("territory",))
    aliases = {"territory": {"France": "FR", "UK": "GB", "nowhere": "none"}}
    facts, _ = read_all(path, mapping_from({"aliases": aliases}))
    assert [one["territory"] for one in facts] == ["FR|GB|DE", "GB", None]
