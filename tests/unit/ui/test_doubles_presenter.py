from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from PIL import Image

from likeness.acts.check_registry import check_registry
from likeness.acts.doubles.record_double import NewDouble, record_double
from likeness.acts.licences.draft_licence import draft_licence
from likeness.acts.licences.sign_licence import sign_licence
from likeness.acts.uses.log_use import log_use
from likeness.licence.terms_read import terms_from
from tests.fakes.film import Film, Straight, filmed, told
from tests.fakes.licences import terms_document
from tests.fakes.uses import ALLOWED
from ui.screens.doubles import finding
from ui.screens.doubles.looking import doubts
from ui.screens.doubles.presenter import DoublesPresenter


def test_a_file_that_changed_is_red_one_that_is_back_is_fine(office, tmp_path):
    doubles, film = filmed(DoublesPresenter, office)
    file = tmp_path / "notes.txt"
    file.write_bytes(b"as it was")
    doubles.add(NewDouble("notes", "voice-recording", "Notes", paths=(file,)))
    assert film.told[-1] == "Likeness recorded"

    def line():
        doubles.check()
        return next(card for card in film.last.cards if card.id == "notes").files

    file.write_bytes(b"changed")
    assert line()[1:] == ("red", "1 file has changed")
    file.write_bytes(b"as it was")
    assert line()[1:] == ("text3", "1 file, it matches")
    assert not film.failures


def test_a_file_that_is_not_where_it_was_is_told_and_found_by_its_fingerprint(office, tmp_path):
    doubles, film = filmed(DoublesPresenter, office)
    here, gone = tmp_path / "here.txt", tmp_path / "gone.txt"
    here.write_bytes(b"here"), gone.write_bytes(b"moved")
    doubles.add(NewDouble("notes", "voice-recording", "Notes", paths=(here, gone)))
    doubles.check()
    assert (film.told[-1], film.last.detail.lost) == ("Files checked", "")
    now = gone.rename(tmp_path / "elsewhere.txt")
    here.write_bytes(b"changed")
    doubles.check()
    assert told(film, "warn")[-1] == ("1 file has changed · 1 file is not where it was",)
    assert film.last.detail.lost == "1 file is not where it was"
    assert [(name, said.split(" · ")[0]) for name, said in film.last.detail.facts] == [
        ("here.txt", "changed"), ("gone.txt", "not found"),
    ]  # fmt: skip
    doubles.find((here,))
    assert [fault.code for fault in film.failures] == ["other-file"]
    doubles.find((here, now))
    assert (film.told[-1], film.last.detail.lost) == ("1 file found again", "")
    doubles.check()
    assert told(film, "warn")[-1] == ("1 file has changed",)


def test_files_that_are_odd_are_told_before_they_are_recorded(office, tmp_path):
    doubles, film = filmed(DoublesPresenter, office)
    picture = tmp_path / "face.png"
    Image.new("RGB", (40, 40)).save(picture)
    note, empty, cut = (tmp_path / name for name in ("note.txt", "empty.wav", "cut.png"))
    note.write_text("x"), empty.write_bytes(b""), cut.write_bytes(picture.read_bytes()[:60])
    doubles.guess((picture, note, empty, cut))
    ((guess,),) = told(film, "guessed")
    assert guess.title == "Face"
    assert doubts(guess.files, "face-scan", "en") == (
        "There is nothing in empty.wav. cut.png: damaged. Only the fingerprint is kept. "
        "note.txt: cannot be read inside. Only the fingerprint is kept."
    )
    assert doubts(guess.files[:1], "voice-model", "en") == "face.png: not what “Speaking voice model” is made of."
    assert doubts(guess.files[:1], "name-or-signature", "en") == ""


def test_the_gallery_finds_chooses_and_names_the_holders(in_force):
    doubles, film = filmed(DoublesPresenter, in_force)
    doubles.add(NewDouble("face-2025", "face-scan", "Neutral face"))
    doubles.search("voice")
    assert [card.id for card in film.last.cards] == ["liora-voice-2025"]
    assert film.last.total == 2
    holder = film.last.detail.holders[0]
    assert (holder.company, holder.number, holder.until) == ("Tidewrack Pictures Ltd", "2026-0001", "30 March 2027")
    doubles.search("")
    doubles.choose("face-2025")
    assert film.last.detail.title == "Neutral face"
    assert film.last.detail.holders == ()
    assert doubles.people() is None  # a performer's likenesses are her own


def test_an_id_that_is_taken_is_refused_and_nothing_is_recorded(office):
    doubles, film = filmed(DoublesPresenter, office)
    doubles.add(NewDouble("liora-voice-2025", "face-scan", "Neutral face"))
    assert len(film.failures) == 1
    assert film.last.total == 1
    assert film.last.doing == ""
    assert doubles.fresh_id("Liora voice 2025") == "liora-voice-2025-2"


@pytest.fixture
def of_jack(agent):
    """An agent's screen, with a likeness of somebody who never had a key, and a use of it."""
    agent.do(record_double, NewDouble("jack-face", "face-scan", "Face", performer="jack", performer_name="Jack Dorn"))
    agent.do(log_use, replace(ALLOWED, id="late", likeness=("jack-face",)))
    return filmed(DoublesPresenter, agent)


def test_whoever_keeps_likenesses_of_others_writes_down_a_death(of_jack, agent):
    doubles, film = of_jack
    assert film.last.detail.living == ("jack", "Jack Dorn")
    doubles.note_death("jack", "Jack Dorn", date(1955, 9, 30))
    assert film.told[-1] == "The death of Jack Dorn is noted. What it touches was judged again."
    assert film.last.detail.living is None
    assert "Jack Dorn, died 30 September 1955" in film.last.detail.about
    (event,) = agent.registry.happenings.all()
    assert (event.event, event.performer, event.at) == ("died", "jack", datetime(1955, 9, 30, tzinfo=UTC))
    assert check_registry(agent.desk) == []
    doubles.note_death("jack", "Jack Dorn", date(1955, 9, 30))
    assert [fault.code for fault in film.failures] == ["death-known"]


def test_a_performer_is_not_asked_whether_she_has_died(office):
    _doubles, film = filmed(DoublesPresenter, office)
    assert film.last.detail.living is None


def test_the_day_is_one_of_the_zone_it_is_typed_in(agent):
    agent.do(record_double, NewDouble("jack-face", "face-scan", "Face", performer="jack", performer_name="Jack Dorn"))
    film = Film()
    doubles = DoublesPresenter(agent, Straight(), film, "America/Los_Angeles")
    doubles.refresh()
    doubles.note_death("jack", "Jack Dorn", date(1955, 9, 30))
    (event,) = agent.registry.happenings.all()
    assert event.at == datetime(1955, 9, 30, 8, tzinfo=UTC)
    assert "died 30 September 1955" in film.last.detail.about


def test_a_company_with_two_licences_is_one_and_of_many_licences_the_newest_are_named(office, monkeypatch):
    for _ in range(2):
        draft = office.do(draft_licence, terms_from(terms_document(basis="consent"))).value
        office.do(sign_licence, draft.number)
    doubles, film = filmed(DoublesPresenter, office)
    assert film.last.cards[0].holders[2] == "1 company holds a copy"
    assert [one.number for one in film.last.detail.holders] == ["2026-0002", "2026-0001"]
    monkeypatch.setattr(finding, "MOST_HOLDERS", 1)
    doubles.refresh()
    assert [one.number for one in film.last.detail.holders] == ["2026-0002"]
    assert film.last.detail.more_holders == 1


def test_of_very_many_the_first_are_shown_and_the_one_that_was_asked_for(office, monkeypatch):
    for number in range(4):
        office.do(record_double, NewDouble(f"walk-{number}", "motion-capture", f"Walk {number}"))
    monkeypatch.setattr(type(office.registry.doubles).find, "__defaults__", ("", 2))
    doubles, film = filmed(DoublesPresenter, office)
    assert [card.id for card in film.last.cards] == ["liora-voice-2025", "walk-0"]
    doubles.choose("walk-3")
    assert [card.id for card in film.last.cards] == ["liora-voice-2025", "walk-0", "walk-3"]
    assert film.last.detail.id == "walk-3"
    assert film.last.total == 5


def test_what_was_left_and_is_still_shown_is_not_played(office):
    doubles, film = filmed(DoublesPresenter, office)
    doubles.play("another", "/x/voice.wav")
    assert film.last.doing == ""
    assert not film.failures
