from dataclasses import replace
from datetime import date

import pytest

from likeness.acts.licences.draft_licence import draft_licence
from likeness.acts.licences.export_licence import bundle_of
from likeness.acts.licences.sign_licence import sign_licence
from likeness.licence.terms_read import terms_from
from likeness.paper.qr.qr_payload import qr_text
from tests.fakes.film import QUIET, filmed, told
from tests.fakes.licences import terms_document
from tests.fakes.offices import PASSPHRASE, an_office
from tests.fakes.reports import imported, write_uses
from tests.fakes.uses import ALLOWED
from ui.kit.words import choose_language
from ui.screens.licences.presenter import LicencesPresenter
from ui.screens.licences.state import Other
from ui.screens.uses.presenter import UsesPresenter


def sentences(film):
    """Return what was told in words, without what the view was asked to do."""
    return [told for told in film.told if isinstance(told, str)]


def test_the_companys_answer_puts_a_licence_in_force(office, answer):
    licences, film = filmed(LicencesPresenter, office)
    assert film.last.counts == (("offered", 1),)
    licences.take(answer)
    assert film.told == ["Licence 2026-0001 is accepted and in force.", ("show_licence", "2026-0001")]
    assert film.last.counts == (("in-force", 1),)
    assert film.last.doing == ""


@pytest.mark.parametrize(("basis", "told"), [
    ("contract", "Licence 2026-0001 is recorded. It is not accepted yet."),
    ("consent", "Licence 2026-0001 is recorded. It is a consent: nobody needs to accept it."),
])  # fmt: skip
def test_only_what_waits_for_an_acceptance_is_said_to_wait(office, tmp_path, clock, basis, told):
    terms = replace(terms_from(terms_document()), basis=basis)
    row = office.do(sign_licence, office.do(draft_licence, terms).value.number).value
    company = an_office(tmp_path, "Tidewrack Pictures Ltd", "company", clock)
    licences, film = filmed(LicencesPresenter, company)
    for _ in range(2):
        licences.take(bundle_of(office.desk, row).data)
    assert sentences(film) == [told, "2026-0001: this was here already."]
    assert film.last.counts == (("in-force" if basis == "consent" else "offered", 1),)
    company.close()


def test_what_is_signed_is_what_was_asked_about_whatever_was_chosen_since(in_force):
    """A form is open on one licence; something arrives, and the list shows another one behind it."""
    other = in_force.do(draft_licence, terms_from(terms_document())).value
    licences, film = filmed(LicencesPresenter, in_force)
    licences.choose(other.row)
    licences.changing.change("2026-0001", "suspend", "")
    assert in_force.registry.licences.get("2026-0001", in_force.clock.now()).state == "suspended"
    assert film.failures == []


def test_suspend_and_resume_are_signed_and_seen(in_force):
    licences, film = filmed(LicencesPresenter, in_force)
    licences.choose(film.last.ids[0])
    assert film.last.detail.state == "in-force"
    licences.changing.change("2026-0001", "suspend", "")
    assert film.last.detail.state == "suspended"
    licences.changing.change("2026-0001", "resume", "Settled")
    assert film.last.detail.state == "in-force"
    assert film.last.detail.notice
    assert sentences(film) == [
        "Licence suspended. Save the notice and send it to the company.",
        "Licence in force again. Save the notice and send it to the company.",
    ]


def test_what_is_stopped_while_its_uses_are_judged_again_is_not_signed(in_force, tmp_path, monkeypatch):
    monkeypatch.setattr("likeness.acts.judging.rejudge._FEW", -1)
    write_uses(tmp_path / "report.csv", [replace(ALLOWED, id=f"u-{row}", at=date(2026, 9, 1)) for row in range(9)])
    imported(in_force, tmp_path / "report.csv")
    licences, film = filmed(LicencesPresenter, in_force)
    before, stop = in_force.registry.journal.size(), licences.changing.stop
    with monkeypatch.context() as once:
        once.setattr(film, "draw", lambda state: (film.states.append(state), state.progress[1] and stop()))
        licences.changing.change("2026-0001", "suspend", "")
    assert film.told == [("unsigned", "Nothing was signed.")]
    assert in_force.registry.journal.size() == before
    licences.changing.change("2026-0001", "suspend", "")
    assert sentences(film) == ["Licence suspended. Save the notice and send it to the company."]
    assert film.states[-3].progress == (9, 9)


def test_a_company_reads_an_offer_before_it_accepts(office, answer, tmp_path, clock):
    sent = next((tmp_path / "sent").glob("*.likeness"))
    company = an_office(tmp_path / "other", "Tidewrack Pictures Ltd", "company", clock)
    licences, film = filmed(LicencesPresenter, company)
    licences.take(qr_text(sent.read_bytes()).encode())
    assert film.told[-1] == ("show_licence", "2026-0001")
    licences.choose(film.last.ids[0])
    assert (film.last.detail.state, film.last.detail.own) == ("offered", False)
    assert film.last.other == Other("2026-0001", "unknown", "Nobody here has confirmed the card of Liora Vantreight.")
    assert film.last.detail.likeness == "speaking voice model"  # the licence itself names the kind of what is not here
    assert licences.page(film.last.ids)[0].likeness == "Voice"
    licences.changing.change("2026-0001", "accept", "", "wrong")
    assert film.told[-1] == ("unsigned", "That is not your passphrase.")
    assert film.last.detail.state == "offered"
    licences.changing.change("2026-0001", "accept", "", PASSPHRASE)
    assert film.last.detail.state == "in-force"
    company.close()


def test_a_withdrawal_is_told_before_it_is_signed_and_handed_out_after(in_force, tmp_path):
    licences, film = filmed(LicencesPresenter, in_force)
    licences.choose(film.last.ids[0])
    ahead = film.last.detail.ending
    assert "90 days" in ahead[0]
    assert "may still be shown" in ahead[1]
    licences.changing.change("2026-0001", "withdraw", "Used in a trailer", "")
    assert told(film, "unsigned")[-1] == ("Type your passphrase to go on.",)
    licences.changing.change("2026-0001", "withdraw", "Used in a trailer", "wrong")
    assert film.told[-1] == ("unsigned", "That is not your passphrase.")
    licences.changing.change("2026-0001", "withdraw", "Used in a trailer", PASSPHRASE)
    assert sentences(film) == ["Licence withdrawn. Save the notice and send it to the company."]
    licences.changing.save_notice("2026-0001", tmp_path / "notice.txt")
    assert (tmp_path / "notice.txt").read_text().startswith("LIK1:")


def test_an_amendment_is_drafted_once_and_names_what_it_replaces(in_force):
    licences, film = filmed(LicencesPresenter, in_force)
    licences.choose(film.last.ids[0])
    licences.changing.amend("2026-0001")
    licences.changing.amend("2026-0001")
    assert film.told == [("draft", "2026-0002"), ("draft", "2026-0002")]
    draft = in_force.registry.licences.get("2026-0002", in_force.clock.now())
    assert (draft.state, draft.replaces) == ("draft", "2026-0001")


def test_what_the_state_forbids_is_told_and_changes_nothing(in_force):
    licences, film = filmed(LicencesPresenter, in_force)
    licences.choose(film.last.ids[0])
    licences.changing.change("2026-0001", "resume", "")
    assert len(film.failures) == 1
    assert film.last.detail.state == "in-force"
    assert film.last.doing == ""
    assert sentences(film) == []


def test_a_file_that_is_no_licence_and_one_that_is_not_there_are_told(office, tmp_path):
    licences, film = filmed(LicencesPresenter, office)
    letter = tmp_path / "letter.pdf"
    letter.write_bytes(b"Dear Liora, we accept.")
    licences.take(letter)
    licences.take(tmp_path / "absent.likeness")
    licences.take(b"https://example.org/")
    assert len(film.failures) == 3
    assert film.last.ids == ()
    assert not film.told


def test_the_pane_counts_what_was_used_and_what_was_too_much(in_force):
    uses, _film = filmed(UsesPresenter, in_force)
    uses.log(ALLOWED)
    licences, film = filmed(LicencesPresenter, in_force)
    licences.choose(film.last.ids[0])
    lines = next(used for used in film.last.detail.used if "lines" in used.words)
    assert lines.words == "14 of 40 lines"
    assert lines.share == pytest.approx(14 / 40)
    assert not film.last.detail.beyond


def test_the_pane_speaks_french_when_asked(in_force):
    licences, film = filmed(LicencesPresenter, in_force)
    choose_language("fr")
    licences.choose(film.last.ids[0])
    said = "".join(text for text, _mark in film.last.detail.plain)
    assert "18\u202f000\u00a0€" in said
    assert licences.page(film.last.ids)[0].likeness == "Voix"


def test_a_row_that_is_gone_and_a_number_nobody_knows_are_no_trouble(office):
    licences, film = filmed(LicencesPresenter, office)
    licences.reveal("1999-0001")
    assert film.last.detail is None
    licences.choose(77)
    assert film.last.detail is None
    licences.choose(None)
    assert film.last.detail is None
    licences.search("  nothing like this ")
    assert (film.last.words, film.last.ids) == ("nothing like this", ())


def test_a_copy_is_signed_elsewhere_and_comes_back_as_evidence(office, answer, tmp_path):
    licences, film = filmed(LicencesPresenter, office)
    licences.choose(film.last.ids[0])
    licences.papers.save_copy("2026-0001", tmp_path)
    copy = tmp_path / "2026-0001-to-sign.pdf"
    assert copy.exists()
    licences.papers.record_signed("2026-0001", copy)
    assert film.told[-1].startswith("Accepted outside Likeness, not checked by us: 2026-0001-to-sign.pdf")
    assert film.last.detail.state == "offered"
    assert film.last.detail.facts[-1][2] == film.told[-1]
    licences.papers.record_signed("2026-0001", copy)
    assert film.failures[0].code == "evidence-known"


def test_a_paper_in_both_languages(office, answer, tmp_path):
    licences, film = filmed(LicencesPresenter, office)
    licences.choose(film.last.ids[0])
    licences.papers.export("2026-0001", tmp_path, both=True)
    assert film.failures == []
    assert (tmp_path / "2026-0001.pdf").stat().st_size > 10_000


def test_all_licences_of_a_year_are_saved_with_what_failed_told(in_force, tmp_path):
    licences, film = filmed(LicencesPresenter, in_force)
    assert licences.papers.years() == [2026]
    licences.papers.export_many(tmp_path / "out", 2026)
    assert film.told == [f"1 licence saved in {tmp_path / 'out'}"]
    assert {path.suffix for path in (tmp_path / "out").iterdir()} == {".likeness", ".pdf", ".png", ".tlog-proof"}
    assert film.last.doing == ""
    (tmp_path / "bad").mkdir()
    (tmp_path / "bad" / "2026-0001.pdf").mkdir()
    licences.papers.export_many(tmp_path / "bad", None)
    [(name, failed)] = [told for told in film.told if told[0] == "not_all"]
    assert (name, len(failed)) == ("not_all", 1)
    assert failed[0].startswith("2026-0001: ")


def test_a_draft_is_thrown_away_and_undo_brings_it_back(office):
    number = office.do(draft_licence, terms_from(terms_document())).value.number
    licences, film = filmed(LicencesPresenter, office)
    licences.changing.throw_away(number)
    assert film.last.ids == ()
    [(words, inverse)] = told(film, "done")
    assert words == "Draft 2026-0001 thrown away"
    again = inverse(QUIET)
    licences.refresh()
    assert film.last.counts == (("draft", 1),)
    again(QUIET)
    licences.refresh()
    assert film.last.ids == ()


def test_nothing_found_is_nothing_shown_and_it_is_back_with_its_row(in_force):
    licences, film = filmed(LicencesPresenter, in_force)
    (row,) = film.last.ids
    licences.choose(row)
    licences.search("harbor")
    assert (film.last.ids, film.last.detail) == ((), None)
    licences.clear()
    assert film.last.detail.number == "2026-0001"
