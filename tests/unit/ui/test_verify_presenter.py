from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from PIL import Image

from likeness.acts.keys.trust_book import confirm_card
from likeness.acts.licences.export_licence import export_licence
from likeness.licence.terms_read import terms_from
from likeness.paper.qr.qr_image import make_qr
from likeness.paper.qr.qr_payload import qr_text
from likeness.scope.judge import Bench
from tests.fakes.film import Film, Straight, filmed
from tests.fakes.licences import accepted, terms_document
from tests.fakes.offices import an_office
from ui.kit.words import choose_language
from ui.screens.verify.planning import NONE, Asked, use_of
from ui.screens.verify.presenter import VerifyPresenter

FINE = Asked(act="generate", change="new-dialogue", purpose="series", medium="svod", place="FR", tongue="fr",
             content=NONE, on=date(2026, 5, 1), counts=(("line", 6), ("second", 20)),
             likeness="liora-voice-2025")  # fmt: skip


@pytest.fixture
def files(in_force, tmp_path):
    in_force.do(export_licence, "2026-0001", tmp_path / "files", "en")
    return {path.suffix: path for path in (tmp_path / "files").iterdir()}


def test_one_file_is_answered_in_full(in_force, files):
    verify, film = filmed(VerifyPresenter, in_force)
    verify.check_files([files[".likeness"]])
    shown = film.last.shown
    assert (shown.answer, film.last.at, film.last.several) == ("valid", 0, False)
    assert [result for result, _words in shown.steps] == ["passed"] * 9
    assert shown.sure
    assert shown.rely
    assert len(shown.not_told) == 5
    assert dict(shown.terms)["Where"] == "European Union and United Kingdom"
    assert "40 lines" in "".join(text for text, _mark in shown.plain)
    assert shown.may
    assert shown.may_not
    assert not film.failures


def test_several_files_are_a_list_and_none_stops_another(in_force, files, tmp_path):
    spoiled = tmp_path / "spoiled.likeness"
    spoiled.write_bytes(files[".likeness"].read_bytes()[:-1] + b"\0")
    card = tmp_path / "wifi.txt"
    card.write_text("WIFI:S:studio;T:WPA;P:very secret;;")
    verify, film = filmed(VerifyPresenter, in_force)
    verify.check_files([files[".likeness"], tmp_path / "absent.pdf", spoiled, card, tmp_path, files[".png"]])
    state = film.last
    assert [item.answer for item in state.items] == ["valid", "unreadable", "altered", "other", "unreadable", "valid"]
    assert (state.shown, state.at) == (None, None)
    verify.open(3)
    assert "Wi-Fi" in film.last.shown.reason
    assert "very secret" not in repr(film.last)
    assert film.last.form is None
    verify.again()
    assert film.last.shown is None
    assert len(film.last.items) == 6
    verify.again()
    assert film.last.items == ()
    assert not film.failures


def test_a_proof_of_the_log_comes_along_and_is_no_answer_of_its_own(in_force, files):
    verify, film = filmed(VerifyPresenter, in_force)
    verify.check_files([files[".tlog-proof"], files[".likeness"]])
    assert [item.answer for item in film.last.items] == ["valid"]
    verify.check_files([files[".tlog-proof"]])
    assert film.last.shown.answer == "other"


def test_every_code_of_one_picture_has_its_answer(in_force, files, tmp_path):
    first = Image.open(files[".png"]).convert("L")
    other = Image.open(BytesIO(make_qr(accepted()).png(6))).convert("L")
    sheet = Image.new("L", (first.width + other.width, max(first.height, other.height)), 255)
    sheet.paste(first, (0, 0))
    sheet.paste(other, (first.width, 0))
    path = tmp_path / "sheet.png"
    sheet.save(path)
    verify, film = filmed(VerifyPresenter, in_force)
    verify.check_files([path])
    assert sorted(item.answer for item in film.last.items) == ["unknown-signer", "valid"]
    assert {item.file for item in film.last.items} == {"sheet.png, code 1", "sheet.png, code 2"}


def test_pasted_codes_and_those_of_the_camera(in_force, files):
    text = qr_text(files[".likeness"].read_bytes())
    verify, film = filmed(VerifyPresenter, in_force)
    verify.check_text(f"{text[:400]}\n{text[400:]}\r\n{qr_text(accepted())}\n")
    assert [item.answer for item in film.last.items] == ["valid", "unknown-signer"]
    verify.check_codes([text])
    assert film.last.shown.answer == "valid"
    verify.check_codes(["HC1:NCFOXN"])
    assert film.last.shown.reason == "It is a health pass. Nothing in it was opened."
    verify.check_text("   ")
    assert film.last.shown.answer == "other"


def test_an_unknown_signer_is_named_and_a_card_changes_the_answer(in_force, files, tmp_path, clock):
    agent = an_office(tmp_path, "Halden Roe", "agent", clock)
    verify, film = filmed(VerifyPresenter, agent)
    verify.check_files([files[".pdf"]])
    assert (film.last.shown.answer, film.last.shown.signer) == ("unknown-signer", "Liora Vantreight")
    assert not film.last.shown.sure
    agent.do(confirm_card, in_force.registry.owner.get().card)
    verify.refresh()
    assert (film.last.shown.answer, film.last.shown.signer) == ("status-old", "")
    agent.close()


def test_a_planned_use_is_judged_and_nothing_is_assumed(in_force, files):
    verify, film = filmed(VerifyPresenter, in_force)
    verify.check_files([files[".likeness"]])
    assert film.last.form.acts[0] == ("generate", "Make new material")
    assert [code for code, _words in film.last.form.units] == ["line", "second"]
    verify.plan(FINE)
    assert film.last.planned.verdict == "IN_SCOPE"
    verify.plan(replace(FINE, place="US", tongue="es"))
    wrong = film.last.planned
    assert (wrong.verdict, len(wrong.why), wrong.open) == ("OUT_OF_SCOPE", 2, ())
    assert wrong.remedies
    assert wrong.why[0].startswith("Used in the United States. You allowed the European Union")
    verify.plan(replace(FINE, purpose="", content=""))
    assert (film.last.planned.verdict, film.last.planned.open) == (
        "NEEDS_REVIEW",
        ("For what?", "Will it have any of this in it?"),
    )
    verify.plan(Asked(likeness="liora-voice-2025", act="train", on=date(2026, 5, 1)))
    assert film.last.planned.verdict == "OUT_OF_SCOPE"
    verify.plan(replace(FINE, same_project=False))
    assert "another project" in film.last.planned.why[0].lower()


def test_whoever_is_not_the_performer_reads_what_the_licence_allows(in_force, files, tmp_path, clock):
    company = an_office(tmp_path / "reader", "Tidewrack Pictures Ltd", "company", clock)
    verify, film = filmed(VerifyPresenter, company)
    verify.check_files([files[".likeness"]])
    verify.plan(replace(FINE, place="US", tongue="es"))
    assert film.last.planned.why[0].startswith("Used in the United States. The licence allows the European Union")
    assert any("and the performer agree to add" in way for way in film.last.planned.remedies)
    company.close()


def test_every_answer_of_the_form_reaches_the_use():
    terms = terms_from(terms_document())
    asked = replace(FINE, act="show", made_on=date(2026, 4, 1), change=NONE, age=33)
    use = use_of(asked, terms)
    assert (use.act, use.made_at, use.modification, use.content, use.age) == ("show", date(2026, 4, 1), (), (), 33)
    assert (use.user, use.project, use.medium, use.quantity) == (
        "tidewrack",
        "harbour-nine-2",
        ("svod",),
        dict(asked.counts),
    )
    empty = use_of(Asked(), terms)
    assert (empty.act, empty.purpose, empty.medium, empty.modification, empty.content) == (None, None, (), None, None)
    assert use_of(FINE, terms).made_at is None
    assert Bench([]).judge([empty])


def test_a_check_is_saved_as_a_dated_record(in_force, files, tmp_path):
    verify, film = filmed(VerifyPresenter, in_force)
    verify.check_files([files[".pdf"]])
    verify.plan(replace(FINE, place="US"))
    leaves = len(in_force.registry.journal.hashes())
    path = tmp_path / "record.pdf"
    verify.save(path)
    assert path.read_bytes().startswith(b"%PDF-")
    assert film.told
    assert len(in_force.registry.journal.hashes()) == leaves + 1
    verify.check_files([path])
    assert film.last.shown.reason
    assert film.last.shown.answer == "other"
    assert any("record of a check" in words for _result, words in film.last.shown.steps)


def test_what_was_checked_before_is_kept_and_can_be_forgotten(in_force, files):
    verify, film = filmed(VerifyPresenter, in_force)
    verify.check_files([files[".likeness"]])
    verify.check_text("https://example.org/")
    verify.check_files([files[".likeness"]])
    fresh, film = filmed(VerifyPresenter, in_force)
    assert [line.answer for line in film.last.before] == ["valid", "other"]
    assert film.last.before[0].path == str(files[".likeness"])
    assert film.last.before[1].path == ""
    fresh.forget()
    assert film.last.before == ()
    assert filmed(VerifyPresenter, in_force)[1].last.before == ()


def test_in_french(in_force, files):
    choose_language("fr")
    verify, film = filmed(VerifyPresenter, in_force)
    verify.check_files([files[".likeness"]])
    assert film.last.shown.title == "Valable, et vous faites confiance au signataire"
    verify.plan(replace(FINE, place="US"))
    assert film.last.planned.title == "Pas permis tel quel"


def test_a_check_that_breaks_is_told(in_force, files):
    film = Film()
    verify = VerifyPresenter(in_force, Straight(), film)
    in_force.registry.trust.cards = lambda: 1 / 0
    verify.check_files([files[".likeness"]])
    assert isinstance(film.failures[0], ZeroDivisionError)
    assert film.last.doing == ""
