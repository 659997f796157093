"""What is shown again: re-runs and titles, however a report writes its rows."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from tests.fakes.dues import lines, owed, shown
from tests.fakes.licences import terms_document


def test_three_re_runs_and_a_year_of_streaming():
    uses = [shown(f"tv-{n}", f"2026-0{n + 4}-01") for n in range(4)] + [shown("svod", "2026-05-01", "svod")]
    found = owed(uses, residuals=[
        {"per": "re-run", "percent": "2.0"}, {"per": "year", "minor": 150_000, "currency": "EUR"},
    ])  # fmt: skip
    assert lines(due for due in found if due.kind == "residual") == [
        ("0.re-run.tv-1", "2026-05-11", 36_000), ("0.re-run.tv-2", "2026-06-11", 36_000),
        ("0.re-run.tv-3", "2026-07-11", 36_000), ("1.year.2026", "2027-01-10", 150_000),
    ]  # fmt: skip


def test_a_re_run_is_the_same_work_medium_place_and_language():
    uses = [
        shown("a", "2026-04-01"), shown("b", "2026-04-02", place="GB"), shown("c", "2026-04-03", "svod"),
        replace(shown("d", "2026-04-04"), language=("en",)), shown("e", "2026-04-05"),
    ]  # fmt: skip
    found = owed(uses, residuals=[{"per": "re-run", "percent": "2.0"}])
    assert [due.use for due in found if due.kind == "residual"] == ["e"]


@pytest.mark.parametrize(
    ("first", "second", "again"),
    [
        ({"place": "FR"}, {"place": "FR"}, True),
        ({"place": "FR"}, {"place": "DE"}, False),
        ({"place": "EU"}, {"place": "FR"}, True),
        ({"place": "FR"}, {"place": "EU"}, True),
        ({"place": "US"}, {"place": "US-CA"}, True),
        ({"place": "US-CA"}, {"place": "US-NY"}, False),
        ({"medium": "tv"}, {"medium": "free-tv"}, True),
        ({"medium": "pay-tv"}, {"medium": "free-tv"}, False),
        ({"language": ("fr",)}, {"language": ("FR",)}, True),
        ({"language": ("fr",)}, {"language": ("fr", "en")}, True),
        ({"language": ("fr",)}, {"language": ("fr-CA",)}, True),
        ({"language": ("fr-FR",)}, {"language": ("fr-CA",)}, False),
        ({"language": ("fr",)}, {"language": ("en",)}, False),
        ({"language": ()}, {"language": ()}, True),
        ({"language": ()}, {"language": ("fr",)}, False),
        ({}, {"project": terms_document()["project"]["ids"][0]}, True),
    ],
)
def test_what_was_shown_before_is_a_re_run_however_a_report_writes_it(first, second, again):
    everywhere = {"territory": {"include": ["WORLD"]}, "media": ["*"], "languages": ["*"]}
    uses = [shown("tv-1", "2026-05-01", **first), shown("tv-2", "2026-05-02", **second)]
    found = owed(uses, residuals=[{"per": "re-run", "percent": "2.0"}], **everywhere)
    assert [due.use for due in found if due.kind == "residual"] == (["tv-2"] if again else [])


EVENING = datetime(2026, 5, 5, 20, tzinfo=UTC)


def one_showing(name, likeness, at=EVENING, place="FR"):
    return replace(shown(name, "2026-05-05", place=place), at=at, likeness=likeness)


@pytest.mark.parametrize(
    ("rows", "again"),
    [
        ([(("v1",), EVENING), (("v2",), EVENING)], []),
        ([(("v1",), EVENING), (("v2", "v3"), EVENING)], []),
        ([(("v1",), EVENING), (("v2",), EVENING.astimezone(timezone(timedelta(hours=2))))], []),
        ([(("v1",), EVENING.date()), (("v2",), EVENING.date())], []),
        ([(("v1",), EVENING), (("v1",), EVENING)], ["1"]),
        ([(("v1",), EVENING), (("v2",), EVENING), (("v1", "v3"), EVENING)], ["2"]),
        ([(("v1",), EVENING), (("v2",), EVENING + timedelta(hours=1))], ["1"]),
        ([(("v1",), EVENING), (("v2",), EVENING), (("v1",), date(2026, 5, 7)), (("v2",), date(2026, 5, 7))], ["2"]),
    ],
)
def test_rows_of_several_likenesses_in_one_showing_are_one_showing(rows, again):
    uses = [one_showing(str(place), *row) for place, row in enumerate(rows)]
    found = owed(uses, residuals=[{"per": "re-run", "percent": "2.0"}], likenesses=["v1", "v2", "v3"])
    assert [due.use for due in found if due.kind == "residual"] == again


def test_another_place_of_the_same_moment_is_another_showing():
    uses = [one_showing("a", ("v1",)), one_showing("b", ("v2",), place="EU")]
    found = owed(uses, residuals=[{"per": "re-run", "percent": "2.0"}], likenesses=["v1", "v2"])
    assert [due.use for due in found if due.kind == "residual"] == ["b"]


def test_one_title_is_owed_once_under_whichever_of_its_ids():
    uses = [shown("tv-1", "2026-05-01"), shown("tv-2", "2026-05-02", project=terms_document()["project"]["ids"][0])]
    found = owed(uses, residuals=[{"per": "title", "percent": "1.0"}])
    assert [due.use for due in found if due.kind == "residual"] == ["tv-1"]
