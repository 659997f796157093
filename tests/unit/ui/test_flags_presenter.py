"""What becomes of a use that was logged: flags, evidence, reports taken back, tables saved."""

from dataclasses import replace
from datetime import UTC, datetime

import openpyxl
import pytest

from likeness.acts.uses.import_report import import_report
from likeness.errors import Refused
from tests.fakes.film import QUIET, filmed
from tests.fakes.reports import write_uses
from tests.fakes.uses import ALLOWED
from ui.kit.words import choose_language
from ui.screens.uses import presenter as presenter_module
from ui.screens.uses.presenter import UsesPresenter
from ui.screens.uses.state import ALL, OPEN, SETTLED

FINE = replace(ALLOWED, id="fine", quantity={"line": 1, "second": 1})
PROMO = replace(FINE, id="promo", purpose="promo")
UNCLEAR = replace(FINE, id="unclear", territory=())


@pytest.fixture
def logged(in_force):
    """The presenter on three uses that are chosen from: one fine, one to review, one out of scope, newest last."""
    uses, film = filmed(UsesPresenter, in_force)
    for use in (FINE, UNCLEAR, PROMO):
        uses.log(use)
    for verdict in ("OUT_OF_SCOPE", "NEEDS_REVIEW"):
        uses.toggle(verdict)
    return uses, film, in_force


def ids(film):
    return [item.id for item in film.last.items if item.id]


def steps_told(film):
    """Return (words, inverse) of the steps that can be undone, in the order they were told."""
    return [said[1:] for said in film.told if said[0] == "done"]


def test_open_flags_come_first_settled_ones_and_all_are_a_choice_away(logged):
    uses, film, _office = logged
    assert (ids(film), film.last.flags) == (["promo", "unclear"], OPEN)
    uses.choose("promo")
    uses.flags.settle("promo", "paid", "  by transfer ")
    assert (ids(film), film.last.found) == (["unclear"], "1")
    assert film.last.counts == (("OUT_OF_SCOPE", 0), ("NEEDS_REVIEW", 1), ("IN_SCOPE", 1))
    assert film.last.detail.id == "promo"  # what was just settled stays to be read
    assert [(step.code, step.note) for step in film.last.detail.steps] == [("settled-paid", "by transfer")]
    uses.show_flags(SETTLED)
    assert [(item.id, item.flag) for item in film.last.items if item.id] == [("promo", "settled-paid")]
    uses.show_flags(ALL)
    assert [(item.id, item.flag) for item in film.last.items if item.id] == [
        ("promo", "settled-paid"), ("unclear", "open"),
    ]  # fmt: skip
    uses.toggle("IN_SCOPE")
    assert [item.flag for item in film.last.items if item.id == "fine"] == [""]


def test_each_step_of_a_flag_is_one_step_that_can_be_undone_and_done_again(logged):
    uses, film, office = logged
    uses.flags.move("promo", "letter-sent")
    uses.flags.settle("promo", "withdrawn", "")
    (letter, _), (settled, inverse) = steps_told(film)[-2:]
    assert (letter, settled) == ("promo: letter sent", "promo: settled, taken down")
    row = office.registry.uses.get("promo").row
    again = inverse(QUIET)
    assert office.registry.flags.newest([row])[row].code == "letter-sent"
    again(QUIET)
    assert office.registry.flags.newest([row])[row].code == "settled-withdrawn"
    choose_language("fr")
    uses.flags.move("promo", "open")
    assert steps_told(film)[-1][0] == "promo\u00a0: ouvert"


def test_allowed_after_all_offers_the_amendment_once(logged):
    uses, film, office = logged
    uses.choose("promo")
    assert film.last.detail.amendments == ()
    uses.flags.settle("promo", "allowed", "")
    assert (film.last.detail.flag, film.last.detail.amendments) == ("allowed", ("2026-0001",))
    uses.flags.amend("promo", "2026-0001")
    uses.flags.amend("promo", "2026-0001")
    drafts = [said[1] for said in film.told if said[0] == "drafted"]
    assert len(set(drafts)) == 1
    draft = office.registry.licences.get(drafts[0], office.clock.now())
    assert (draft.replaces, "promo" in draft.terms.purposes) == ("2026-0001", True)


def test_what_was_logged_can_be_taken_back_and_put_back(logged):
    uses, film, office = logged
    uses.choose("promo")
    assert film.last.detail.by_hand
    uses.flags.take_back("promo")
    assert (film.last.chosen, film.last.detail.id) == ("unclear", "unclear")
    words, inverse = steps_told(film)[-1]
    assert words == "promo taken back"
    inverse(QUIET)
    assert office.registry.uses.get("promo").corrected_by is None
    (logged_words, undo_log) = steps_told(film)[0]
    assert logged_words == "Use recorded"
    undo_log(QUIET)
    assert office.registry.uses.get("fine").corrected_by == "taken-back"
    with pytest.raises(Refused, match="unknown-use"):
        undo_log(QUIET)


def test_evidence_is_added_checked_removed_and_put_back(logged, tmp_path):
    uses, film, _office = logged
    uses.choose("promo")
    files = [tmp_path / name for name in ("trailer.mp4", "still.png")]
    for file in files:
        file.write_bytes(file.name.encode() * 500)
    uses.evidence.add("promo", files)
    first, second = film.last.detail.evidence
    assert (first.name, first.about) == ("trailer.mp4", "5.5\u00a0KB · 11 April 2026")
    assert first.spoken.startswith("trailer.mp4, 5.5\u00a0KB, added on 11 April 2026. Only its fingerprint is kept: ")
    assert first.print in first.spoken
    assert len(first.print.replace(" ", "")) == 16
    assert steps_told(film)[-1][0] == "2 files added to promo"
    uses.check_files()
    assert film.told[-1] == "All files are as they were"
    files[0].unlink()
    files[1].write_bytes(b"other")
    uses.check_files()
    assert [one.state for one in film.last.detail.evidence] == ["missing", "changed"]
    assert film.last.detail.evidence[0].spoken.endswith("trailer.mp4 is not where it was.")
    uses.evidence.remove("promo", second.id)
    assert [one.name for one in film.last.detail.evidence] == ["trailer.mp4"]
    steps_told(film)[-1][1](QUIET)
    uses.refresh()
    assert [one.name for one in film.last.detail.evidence] == ["trailer.mp4", "still.png"]
    assert film.last.doing == ""


def test_a_file_that_cannot_be_read_is_told_and_those_before_it_stay(logged, tmp_path):
    uses, film, _office = logged
    uses.choose("promo")
    good = tmp_path / "good.png"
    good.write_bytes(b"good")
    uses.evidence.add("promo", [good, tmp_path / "nowhere.png"])
    assert [one.name for one in film.last.detail.evidence] == ["good.png"]
    assert [why.code for why in film.failures] == ["no-such-file"]


def test_the_log_is_saved_as_a_table_flags_alone_or_whole(logged, tmp_path):
    uses, film, _office = logged
    uses.book.export(tmp_path / "flags.csv", flags_only=True)
    assert film.told[-1] == "2 uses saved in flags.csv"
    uses.book.export(tmp_path / "all.xlsx", flags_only=False)
    sheet = openpyxl.load_workbook(tmp_path / "all.xlsx").active
    assert {row[0].value: row[2].value for row in sheet.iter_rows(min_row=2)} == {
        "fine": None, "unclear": "open", "promo": "open",
    }  # fmt: skip
    uses.book.export(tmp_path / "all.pdf", flags_only=False)
    assert [why.code for why in film.failures] == ["unknown-table"]
    assert film.last.doing == ""


def test_judging_again_says_how_many_verdicts_changed(logged):
    uses, film, _office = logged
    uses.book.judge_again()
    assert film.told[-1] == "Judged again: every verdict stands"


@pytest.fixture
def reported(logged, tmp_path):
    """A report by the company with two rows, and later another that says something else of both."""
    uses, film, office = logged
    path = tmp_path / "april.csv"
    rows = [replace(FINE, id=f"l-{n}", at=datetime(2026, 4, n, tzinfo=UTC)) for n in (1, 2)]
    for count in (1, 2):
        write_uses(path, [replace(row, quantity={"line": count, "second": 1}) for row in rows])
        office.do(import_report, path, reporter="tidewrack", period="april")
    uses.refresh()
    return uses, film, office


def test_rows_that_contradict_each_other_are_shown_side_by_side_until_answered(reported):
    uses, film, office = reported
    assert film.last.held == "2 rows of a report by Tidewrack Pictures Ltd say something else than before."
    uses.book.see_held()
    pair = film.told[-1][1]
    assert (pair.title, pair.about, pair.earlier_there) == ("l-1", "Line 2 of april.csv · 2 rows are waiting", True)
    changed = [(row.term, row.allowed, row.used) for row in pair.rows if row.state == "changed"]
    assert [row.used for row in pair.rows if row.term == "project"] == ["Harbour Nine, season 2"]
    assert changed == [("limit", "1 line and 1 second", "2 lines and 1 second")]
    uses.book.answer(pair.id, "take")
    second = film.told[-1][1]
    assert (second.title, second.about) == ("l-2", "Line 3 of april.csv · 1 row is waiting")
    uses.book.answer(second.id, "keep")
    uses.refresh()
    assert film.last.held == ""
    assert office.registry.uses.get("l-1").corrected_by is not None
    assert office.registry.uses.get("l-2").corrected_by is None


def test_a_report_is_taken_back_as_one_step_without_its_file(reported, tmp_path):
    uses, film, office = reported
    (tmp_path / "april.csv").unlink()
    uses.book.see_reports()
    newest, oldest = film.told[-1][1]
    assert newest.counts == "0 out of scope · 0 to review · 0 in scope"
    assert (oldest.name, oldest.about) == ("april.csv", "Tidewrack Pictures Ltd · 11 April 2026 · 2 rows")
    uses.book.take_back(oldest.id, oldest.name)
    words, put_back = steps_told(film)[-1]
    assert words == "The import of april.csv was taken back"
    assert office.registry.uses.get("l-1") is None
    take_back = put_back(QUIET)
    assert office.registry.uses.get("l-1").newest.verdict.value == "IN_SCOPE"
    take_back(QUIET)
    assert office.registry.uses.get("l-1") is None


def test_a_use_asked_for_from_elsewhere_is_shown_among_its_kind(logged):
    uses, film, _office = logged
    uses.flags.settle("promo", "paid", "")
    uses.search("nothing like it")
    for use, flags, verdicts in (
        ("promo", SETTLED, {"OUT_OF_SCOPE", "NEEDS_REVIEW"}),
        ("fine", OPEN, {"IN_SCOPE"}),
        ("unclear", OPEN, {"OUT_OF_SCOPE", "NEEDS_REVIEW"}),
    ):
        uses.reveal(use)
        assert (film.last.detail.id, film.last.flags, film.last.words) == (use, flags, "")
        assert film.last.chosen_verdicts == verdicts
        assert use in ids(film)


def test_a_long_list_is_read_page_by_page(logged, monkeypatch):
    uses, film, _office = logged
    monkeypatch.setattr(presenter_module, "A_PAGE", 1)
    uses.show_flags(ALL)
    assert (ids(film), film.last.more, film.last.found) == (["promo"], True, "2")
    uses.choose("promo")
    uses.more()
    assert (ids(film), film.last.chosen) == (["promo", "unclear"], "promo")
    uses.more()
    assert not film.last.more
    uses.search("harbour")
    assert film.last.found == "1+"


def test_a_row_without_an_id_or_with_the_id_of_another_is_called_by_what_was_done(logged, tmp_path):
    uses, film, office = logged
    for name in ("one", "two", "three"):
        write_uses(tmp_path / f"{name}.csv", [replace(PROMO, id="7", quantity={"line": len(name), "second": 1})])
    rows = [line.partition(",")[2] for line in (tmp_path / "one.csv").read_text("utf-8").splitlines()]
    (tmp_path / "one.csv").write_text("\n".join(rows), "utf-8")  # without the column of ids
    for name in ("one", "two", "three"):
        office.do(import_report, tmp_path / f"{name}.csv", reporter=name)
    found = [row.use.id for row in office.registry.uses.page(office.registry.uses.find(verdicts=["OUT_OF_SCOPE"]))]
    (twin,) = [one for one in found if one.startswith("7@")]
    (unnumbered,) = [one for one in found if len(one) == 16]
    called = "Trailer or promo, French, France"
    for use, words in ((unnumbered, called), (twin, called), ("7", "7")):
        uses.flags.move(use, "letter-sent")
        assert steps_told(film)[-1][0] == f"{words}: letter sent"
    uses.evidence.add(unnumbered, [tmp_path / "one.csv"])
    assert steps_told(film)[-1][0] == f"1 file added to {called}"
