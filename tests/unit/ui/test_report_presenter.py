"""The import of a report, without Qt, on a real office: guesses, questions, the check, and no trace before the end."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from likeness.acts.uses.import_report import undo_import
from likeness.acts.uses.log_use import log_use
from tests.fakes.film import QUIET, Film, Straight, told
from tests.fakes.reports import report_of
from tests.fakes.uses import ALLOWED
from ui.kit.words import choose_language
from ui.screens.report.pace import Pace
from ui.screens.report.periods import period_choices
from ui.screens.report.presenter import ReportPresenter
from ui.screens.report.state import CHECK, COLUMNS, FILE, RESULT

HEADINGS = (
    "Ref",
    "Asset",
    "Title",
    "Type",
    "Kind",
    "Window",
    "Terr.",
    "Lang",
    "TX date",
    "Lines",
    "Secs",
    "Made",
    "Shows",
)
FINE = "{n},Speaking voice,Harbour Nine S2E0{n},création,series,SVOD,France,fr,{day},2,9,new-dialogue,none"


def a_report(folder, *days, kind="series", more=()):
    rows = [FINE.format(n=n, day=day).replace("series", kind) for n, day in enumerate(days, 1)]
    return report_of(folder, *rows, *more, headings=HEADINGS)


@pytest.fixture
def importing(in_force):
    film = Film()
    presenter = ReportPresenter(in_force, Straight(), film)
    presenter.start()
    return presenter, film, in_force


def ready(importing, path, reporter="Tidewrack Pictures Ltd"):
    presenter, film, office = importing
    presenter.take_file(path)
    presenter.choose_reporter(reporter)
    presenter.choose_period("2026-Q2")
    presenter.go(COLUMNS)
    presenter.choose("Made", "modification")
    presenter.choose("Shows", "content")
    presenter.say_for_all("user", "tidewrack")
    return presenter, film, office


def codes(film):
    return {line.name: (line.code, line.standing) for line in film.last.columns}


def test_what_is_guessed_is_shown_as_a_guess_and_what_means_nothing_as_left_out(importing, tmp_path):
    presenter, film, _ = importing
    presenter.take_file(a_report(tmp_path, "13/04/2026", "14/04/2026"))
    assert (film.last.step, film.last.facts.name) == (FILE, "report.csv")
    presenter.go(COLUMNS)
    told = codes(film)
    assert told["Asset"] == ("likeness", "guess")
    assert told["TX date"] == ("at %d/%m/%Y", "guess")
    assert told["Shows"] == ("", "out")
    presenter.choose("Shows", "content")
    assert codes(film)["Shows"] == ("content", "matched")
    assert [line.target for line in film.last.constants] == ["user"]
    assert film.last.preview[0].verdict == "NEEDS_REVIEW"  # nobody said yet who used it
    presenter.say_for_all("user", "tidewrack")
    presenter.choose("Made", "modification")
    assert film.last.preview[0].verdict == "IN_SCOPE"
    assert film.last.preview[0].cells[:2] == ("Speaking voice", "Harbour Nine, season 2")


def test_a_doubtful_date_is_a_question_and_nothing_goes_on_before_it_is_answered(importing, tmp_path):
    presenter, film, _ = ready(importing, a_report(tmp_path, "03/04/2026", "05/04/2026"))
    line = next(line for line in film.last.columns if line.name == "TX date")
    assert (line.standing, line.words) == ("ask", "Does 03/04/2026 mean 3 April 2026?")
    assert {"at %d/%m/%Y", "at %m/%d/%Y"} <= {code for code, _ in line.offered}
    presenter.check()
    assert film.last.step == COLUMNS
    presenter.choose("TX date", "at %m/%d/%Y")
    presenter.check()
    assert film.last.step == RESULT


def test_two_columns_cannot_mean_the_same(importing, tmp_path):
    presenter, film, _ = ready(importing, a_report(tmp_path, "13/04/2026"))
    presenter.choose("Kind", "medium")
    assert (codes(film)["Kind"][0], codes(film)["Window"]) == ("medium", ("", "out"))


def test_the_check_records_nothing_and_the_record_can_be_undone(importing, tmp_path):
    broken = FINE.format(n=9, day="13/04/2026").replace(",9,new", ",nine,new")
    path = a_report(tmp_path, *(f"{day}/04/2026" for day in range(13, 18)), more=(broken,))
    presenter, film, office = ready(importing, path)
    presenter.check()
    result = film.last.result
    assert {state.step for state in film.states} == {FILE, COLUMNS, CHECK, RESULT}
    assert [(code, number) for code, number, _ in result.tiles] == [
        ("OUT_OF_SCOPE", "0"), ("NEEDS_REVIEW", "0"), ("IN_SCOPE", "5"), ("UNREAD", "1"),
    ]  # fmt: skip
    assert result.tiles[3][2] == "a number that is not whole"
    assert result.kept == "6 rows: 5 decided, 1 not readable, 0 seen before."
    assert office.registry.reports.get(1) is None
    presenter.save_unread(tmp_path / "unread.csv")
    assert "nine" in (tmp_path / "unread.csv").read_text("utf-8")
    presenter.record()
    assert film.last.result.recorded == 1
    assert office.registry.reports.get(1).decided == 5
    (_, words, inverse) = next(said for said in film.told if said[0] == "done")
    assert words == "Import of report.csv"
    again = inverse(QUIET)
    assert office.registry.reports.get(1).undone_at is not None
    again(QUIET)
    assert office.registry.reports.get(2).decided == 5
    assert not film.failures


def test_what_was_recorded_since_the_check_is_checked_again_before_anything_is_recorded(importing, tmp_path):
    presenter, film, office = ready(importing, a_report(tmp_path, "13/04/2026"))
    presenter.check()
    office.do(log_use, replace(ALLOWED, id="by-hand"))
    presenter.record()
    assert (film.last.step, film.last.result.recorded, office.registry.reports.all()) == (RESULT, 0, [])
    assert film.told[-1] == "Something was recorded since this was checked. It is being checked again."
    presenter.record()
    assert film.last.result.recorded == 1


def test_undo_from_the_page_takes_back_the_step_of_the_stack_and_begins_again(importing, tmp_path):
    presenter, film, office = ready(importing, a_report(tmp_path, "13/04/2026"))
    presenter.check()
    presenter.record()
    presenter.look_again()
    assert film.last.result.recorded == 1
    presenter.undo()
    assert told(film, "take_back") == told(film, "done")
    office.do(undo_import, 1)
    presenter.look_again()
    assert (film.last.step, film.last.facts, film.last.result) == (FILE, None, None)


def test_one_answer_settles_a_group_and_is_checked_again(importing, tmp_path):
    presenter, film, _ = ready(importing, a_report(tmp_path, "13/04/2026", "14/04/2026", kind="SERIAL"))
    presenter.choose("Kind", "purpose")
    presenter.check()
    asked = [line for line in film.last.result.groups if line.question[0]]
    assert [(line.title, line.count, line.question) for line in asked] == [
        ("What does “SERIAL” mean?", "2 uses", ("purpose", "SERIAL"))
    ]
    assert presenter.offered(*asked[0].question) == ("", ())
    assert film.last.result.title == "2 uses need your eyes"
    presenter.answer("purpose", "SERIAL", "series")
    assert film.last.result.title == "Everything is within the licences"
    assert not [line for line in film.last.result.groups if line.question[0]]


def test_what_was_settled_is_remembered_for_the_company(importing, tmp_path):
    presenter, film, office = ready(importing, a_report(tmp_path, "13/04/2026", kind="SERIAL"))
    presenter.choose("Kind", "purpose")
    presenter.answer("purpose", "SERIAL", "series")
    presenter.record()
    film = Film()
    presenter = ReportPresenter(office, Straight(), film)
    presenter.take_file(a_report(tmp_path, "20/04/2026", kind="SERIAL"))
    presenter.choose_reporter("tidewrack pictures ltd")
    presenter.go(COLUMNS)
    told = codes(film)
    assert told["Shows"] == ("content", "matched")
    assert told["TX date"] == ("at %d/%m/%Y", "matched")
    presenter.check()
    assert film.last.result.title == "Everything is within the licences"


def test_what_goes_beyond_is_grouped_by_reason(importing, tmp_path):
    abroad = FINE.format(n=3, day="13/04/2026").replace("France", "United States")
    path = a_report(tmp_path, "13/04/2026", more=(abroad, abroad.replace("3,", "4,", 1)))
    presenter, film, _ = ready(importing, path)
    presenter.check()
    assert film.last.result.title == "2 uses go beyond the licences"
    assert [(line.title, line.count) for line in film.last.result.groups] == [
        ("Beyond the licence: the place", "2 uses")
    ]
    choose_language("fr")
    presenter.check()
    assert film.last.result.title == "2 usages dépassent les licences"


def test_a_file_that_is_no_report_is_told_and_changes_nothing(importing, tmp_path):
    presenter, film, _ = importing
    path = tmp_path / "report.pdf"
    path.write_bytes(b"%PDF-1.7")
    presenter.take_file(path)
    assert [fault.code for fault in film.failures] == ["not-a-report"]
    assert (film.last.step, film.last.busy, film.last.facts) == (FILE, "", None)


def test_a_file_that_is_missing_does_not_leave_the_page_of_the_one_before(importing, tmp_path):
    presenter, film, _ = importing
    presenter.take_file(a_report(tmp_path, "13/04/2026"))
    presenter.take_file(tmp_path / "gone.csv")
    assert (len(film.failures), film.last.step, film.last.facts) == (1, FILE, None)
    presenter.go(COLUMNS)
    assert film.last.step == FILE


def test_periods_are_the_nearest_quarters_and_months():
    choices = dict(period_choices(date(2026, 2, 14)))
    assert list(choices)[:4] == ["", "2026-Q1", "2025-Q4", "2025-Q3"]
    assert (choices["2025-Q4"], choices["2026-02"]) == ("Fourth quarter 2025", "February 2026")


def test_time_left_is_never_said_before_it_is_known_and_never_jumps_up(monkeypatch):
    now = [0.0]
    monkeypatch.setattr("ui.screens.report.pace.time.monotonic", lambda: now[0])
    pace = Pace()
    said = []
    for now[0], done in ((1.0, 10), (3.0, 50), (6.0, 55), (7.0, 90)):
        pace.note(done, 100, done * 10)
        said.append(pace.seen.left)
    assert said == [None, 3, 3, 1]
    assert pace.seen.pace == 129
