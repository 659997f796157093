"""Rows as facts and refusals: every row accounted for, in every dress a report can wear."""

from __future__ import annotations

import gzip
import os
from datetime import UTC, datetime

import polars as pl
import pytest

from likeness.errors import Refused, Unreadable
from likeness.feeds import report_file
from likeness.feeds.batches import batches
from likeness.feeds.mapping import Mapping
from likeness.feeds.sniff import sniff
from likeness.feeds.uses import uses_of
from tests.fakes.reports import HEADINGS, read_all, report_of

LONG = "x" * 401


def test_a_row_becomes_facts_and_a_use(tmp_path):
    path = report_of(
        tmp_path, "a1,tidewrack,x|y,FR||DE|,none,2026-04-01,3", "a2,,none, GB ,,2026-04-01T10:00:00+02:00,"
    )
    (batch,) = batches(sniff(path))
    first, second = batch.facts.to_dicts()
    assert (first["line"], first["line_id"], first["likeness"], first["territory"]) == (2, "a1", "x|y", "FR|DE")
    assert (first["content"], first["modification"], first["quantity.line"]) == ("", None, 3)
    assert (first["at"], first["at_day"]) == (datetime(2026, 4, 1, tzinfo=UTC), True)
    assert (second["user"], second["likeness"], second["territory"], second["content"]) == (None, None, "GB", None)
    assert (second["at"], second["at_day"]) == (datetime(2026, 4, 1, 8, tzinfo=UTC), False)
    one, two = uses_of(batch.facts)
    assert (one.id, one.likeness, one.content, one.quantity) == ("a1", ("x", "y"), (), {"line": 3})
    assert (two.at, two.quantity, two.content) == (datetime(2026, 4, 1, 8, tzinfo=UTC), {}, None)


@pytest.mark.parametrize(
    ("likeness", "mapping", "lists"),
    [
        ("x", Mapping(), False),
        ("x|y", Mapping(), True),
        ("Both", Mapping(aliases={"likeness": {"Both": "x|y"}}), True),
        ("x", Mapping(constants={"likeness": "x|y"}, columns={"likeness": None}), True),
    ],
    ids=["one", "a list", "a list by another name", "a list for all"],
)
def test_a_report_says_whether_a_row_may_name_several_likenesses(tmp_path, likeness, mapping, lists):
    (batch,) = batches(sniff(report_of(tmp_path, f"a1,tidewrack,{likeness},FR,,2026-04-01,3")), mapping)
    assert batch.lists is lists
    assert ("|" in batch.facts["likeness"][0]) is lists


def test_the_columns_are_always_the_same(tmp_path):
    (batch,) = batches(sniff(report_of(tmp_path, "tidewrack", headings=("user",))))
    moment = pl.Datetime("us", "UTC")
    assert batch.facts.schema == pl.Schema(
        {"line": pl.UInt32}
        | dict.fromkeys(
            ("line_id", "user", "likeness", "project", "act", "purpose", "medium", "territory", "language"), pl.String
        )
        | {"modification": pl.String, "content": pl.String, "age": pl.Int64}
        | {"at": moment, "at_day": pl.Boolean, "made_at": moment, "made_at_day": pl.Boolean}
    )
    assert not batch.has_line_id


@pytest.mark.parametrize(
    ("row", "reason", "field"),
    [
        (",u,x,FR,,2026-04-01,1", "key-missing", "line_id"),
        ("a,u,x,FR,,2026-02-30,1", "bad-day", "at"),
        ("a,u,x,FR,,2026-04-01T10:00:00,1", "bad-instant", "at"),
        ("a,u,x,FR,,2026-04-01,three", "not-a-whole-number", "quantity.line"),
        ("a,u,x,FR,,2026-04-01,-3", "not-a-whole-number", "quantity.line"),
        ("a,u,x,FR,,2026-04-01,+3", "not-a-whole-number", "quantity.line"),
        ("a,u,x,FR,,2026-04-01,(3)", "not-a-whole-number", "quantity.line"),
        ('a,u,x,FR,,2026-04-01,"1,611"', "not-a-whole-number", "quantity.line"),
        ("a,u,x,FR,,2026-04-01,3.0", "not-a-whole-number", "quantity.line"),
        ("a,u,x,FR,,2026-04-01,\u0663", "not-a-whole-number", "quantity.line"),
        ("a,u,x,FR,,2026-04-01,1000000000000000", "number-too-large", "quantity.line"),
        (f"a,{LONG},x,FR,,2026-04-01,1", "text-too-long", "user"),
        (f"a,u,x|{LONG},FR,,2026-04-01,1", "text-too-long", "likeness"),
        ("a,u", "field-count", None),
        ("a,u,x,FR,,2026-04-01,1,2", "field-count", None),
        ('a,u,x,FR,,2026-04-01,"1', "quote-open", None),
    ],
)
def test_a_bad_row_is_refused_and_stops_nothing(tmp_path, row, reason, field):
    facts, rejected = read_all(report_of(tmp_path, "g,u,x,FR,,2026-04-01,1", "", row))
    assert [fact["line_id"] for fact in facts] == ["g"]
    assert [one[:3] for one in rejected] == [(4, reason, field)]


def test_limits_of_what_is_read(tmp_path):
    rows = [f"a,{'x' * 400},{'y' * 400}|{'z' * 400},FR,,2026-04-01,999999999999999", "b,u,x,FR,,2026-04-01,007"]
    facts, rejected = read_all(report_of(tmp_path, *rows))
    assert ([fact["quantity.line"] for fact in facts], rejected) == ([999_999_999_999_999, 7], [])


def test_strange_characters_are_kept_as_they_came(tmp_path):
    strange = ("har\u202ebour", "har\x00bour", "har\x07\x1bbour", "Harbou\u0301r", "\ufefftide")
    facts, rejected = read_all(report_of(tmp_path, *(f"{n},{text},x,FR,,," for n, text in enumerate(strange))))
    assert ([fact["user"] for fact in facts], rejected) == (list(strange), [])


def test_ages_and_blank_rows(tmp_path):
    path = report_of(tmp_path, "u,30", ",", " \t ,", "u,200", "u,201", headings=("user", "age"))
    facts, rejected = read_all(path)
    assert [fact["age"] for fact in facts] == [30, 200]
    assert rejected == [(6, "number-out-of-range", "age", "201")]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("packed", [False, True], ids=["plain", "gzip"])
def test_every_dress(tmp_path, delimiter, newline, bom, packed):
    text = ",".join(HEADINGS) + '\na,u,x,FR,,2026-04-01,1\nb,"u ""q"" \u00e9",x,FR,,2026-04-01,1\n'
    data = bom + text.replace(",", delimiter).replace("\n", newline).encode()
    path = tmp_path / "report.csv"
    path.write_bytes(gzip.compress(data) if packed else data)
    facts, rejected = read_all(path)
    assert ([fact["user"] for fact in facts], [fact["line"] for fact in facts]) == (["u", 'u "q" \u00e9'], [2, 3])
    assert not rejected


@pytest.mark.parametrize("stray", ["", "\n"], ids=["none", "after a row"])
def test_rows_that_end_with_a_return_alone_may_hold_line_feeds(tmp_path, stray):
    """Told by how the first row ends: a line feed in quotes, or a stray one, swallowed all rows before it."""
    rows = ["a,u,x,FR,,2026-04-01,1", 'b,"u\nv",x,FR,,2026-04-01,1' + stray, "c,u,x,FR,,2026-04-01,1"]
    path = tmp_path / "report.csv"
    path.write_bytes("\r".join([",".join(HEADINGS), *rows]).encode())
    facts, rejected = read_all(path)
    assert ([(fact["line_id"], fact["user"]) for fact in facts], rejected) == (
        [("a", "u"), ("b", "u\nv"), ("c", "u")],
        [],
    )


def test_a_byte_deep_in_the_file_makes_all_of_it_cp1252(tmp_path):
    path = tmp_path / "report.csv"
    rows = [f"r{number},plain\n".encode() for number in range(100_000)]
    path.write_bytes(b"line_id,user\n" + b"".join(rows) + "r,Québec\n".encode() + b"s,Qu\xe9bec\n")
    source = sniff(path)
    found = list(batches(source))
    assert source.encoding == "utf-8"  # the beginning is plain ASCII, and says nothing else
    assert found[-1].encoding == "cp1252"
    assert found[-1].facts["user"].to_list()[-2:] == ["QuÃ©bec", "Québec"]


def test_utf8_headings_over_a_cp1252_byte_are_cp1252_too(tmp_path):
    path = tmp_path / "report.csv"
    path.write_bytes("user,Durée\n".encode() + b"a,1\n" * 500_000 + b"\xe9,1\n")
    assert (sniff(path).columns, sniff(path).encoding) == (("user", "DurÃ©e"), "cp1252")


def test_the_identity_of_a_row_holds_the_columns_that_are_left_out(tmp_path):
    (batch,) = batches(
        sniff(report_of(tmp_path, "u,first,", "u,second,", "u,,second", headings=("user", "Notes", "More")))
    )
    assert batch.facts["rest"].n_unique() == 3
    (named,) = batches(sniff(report_of(tmp_path, "1,u,first", headings=("line_id", "user", "Notes"))))
    assert "rest" not in named.facts.columns


def test_id_stands_for_line_id_where_there_is_none(tmp_path):
    (batch,) = batches(sniff(report_of(tmp_path, "1,u", headings=("id", "user"))))
    assert (batch.has_line_id, batch.facts["line_id"].to_list()) == (True, ["1"])
    (both,) = batches(sniff(report_of(tmp_path, "1,7,u", headings=("id", "line_id", "user"))))
    assert both.facts["line_id"].to_list() == ["7"]


def test_json_lines(tmp_path):
    path = tmp_path / "report.jsonl"
    rows = [
        '{"line_id": "a", "likeness": ["x", "y"], "content": [], "territory": [], "quantity": {"line": 2}, "age": 30}',
        "",
        '{"line_id": "b", "at": "soon"}',
        "{oops",
        "[1]",
        '{"line_id": "c", "user": true}',
        '{"user": "u"}',
        '{"line_id": "d", "quantity": {"line": 2.5}}',
        '{"line_id": "e", "made_at": "2026-04-01", "note": {"x": 1}, "user": "\\ud83d\\ude00"}',
        '{"line_id": "f", "line_id": "g"}',
    ]
    path.write_text("\n".join(rows), "utf-8")
    facts, rejected = read_all(path)
    assert [(fact["line"], fact["line_id"]) for fact in facts] == [(1, "a"), (9, "e")]
    assert (facts[0]["likeness"], facts[0]["content"], facts[0]["territory"]) == ("x|y", "", None)
    assert (facts[0]["quantity.line"], facts[0]["age"]) == (2, 30)
    assert [one[:3] for one in rejected] == [
        (3, "bad-instant", "at"), (4, "json-syntax", None), (5, "not-an-object", None), (6, "not-text", "user"),
        (7, "key-missing", "line_id"), (8, "not-a-whole-number", "quantity.line"),
        (10, "json-duplicate-key", "line_id"),
    ]  # fmt: skip


def test_cancel_and_progress(tmp_path):
    path = report_of(tmp_path, "a,u,x,FR,,,")
    told = []
    list(batches(sniff(path), progress=lambda done, whole: told.append((done, whole))))
    assert told[-1] == (path.stat().st_size,) * 2
    with pytest.raises(Refused, match="cancelled"):
        list(batches(sniff(path), cancelled=lambda: True))


@pytest.mark.parametrize("packed", [False, True], ids=["plain", "gzip"])
@pytest.mark.parametrize("what", ["grows", "shrinks", "vanishes", "is another"])
def test_a_file_that_changes_while_it_is_read(tmp_path, what, packed):
    path = tmp_path / "report.csv"
    data = b"user\n" + b"tidewrack\n" * 9
    path.write_bytes(gzip.compress(data) if packed else data)
    source = sniff(path)
    if what == "vanishes":
        path.unlink()
    elif what == "is another":
        os.utime(path, ns=(1, 1))
    else:
        path.write_bytes(path.read_bytes() + b"x" if what == "grows" else path.read_bytes()[:-3])
    with pytest.raises(Unreadable, match=r"file-changed|no-such-file"):
        list(batches(source))


def test_a_file_that_shrinks_between_two_pieces(tmp_path):
    path = tmp_path / "report.csv"
    path.write_bytes(b"user\n" + b"tidewrack\n" * 400_000)
    source = sniff(path)
    with report_file.report_file(path, source.stamp) as file:
        assert file.read_lines(1000).endswith(b"\n")
        path.write_bytes(b"user\n")
        with pytest.raises(Unreadable, match="file-changed"):
            file.read_lines(1000)


def test_gzip_that_is_cut_off(tmp_path):
    path = tmp_path / "report.csv.gz"
    path.write_bytes(gzip.compress(b"user\n" + os.urandom(5000).hex().encode())[:-20])
    with pytest.raises(Unreadable, match="gzip-damaged"):
        list(batches(sniff(path)))


@pytest.mark.parametrize(
    ("headings", "columns", "code"),
    [
        (("Titel", "Menge"), {}, "no-known-column"),
        (("user", "user"), {}, "column-twice"),
        (("user", "Date", "Date"), {"Date": "at"}, "column-twice"),
        (("user", "Territory"), {"Teritory": "territory"}, "no-such-column"),
    ],
)
def test_headings_that_do_not_fit(tmp_path, headings, columns, code):
    path = report_of(tmp_path, ",".join("x" for _ in headings), headings=headings)
    with pytest.raises(Unreadable) as told:
        list(batches(sniff(path), Mapping(columns=columns)))
    assert (told.value.code, told.value.file, told.value.line) == (code, str(path), 1)
    assert told.value.params.get("suggestion") == ("Territory" if code == "no-such-column" else None)


def test_a_column_that_stands_twice_may_be_left_out(tmp_path):
    path = report_of(tmp_path, "u,1,2", headings=("user", "Date", "Date"))
    facts, _ = read_all(path, Mapping(columns={"Date": None}))
    assert facts[0]["user"] == "u"
