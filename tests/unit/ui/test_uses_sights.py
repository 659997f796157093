"""Pictures among the evidence: hidden until they are wanted, read once, and forgotten when they are hidden again."""

from dataclasses import replace

import pytest

from likeness.acts.uses.see_evidence import see_evidence
from tests.fakes.film import Straight, filmed, told
from tests.fakes.stills import DUSK, write_still
from tests.fakes.uses import ALLOWED
from ui.screens.uses import sights as room
from ui.screens.uses.presenter import UsesPresenter
from ui.screens.uses.sights import sight_words

FINE = replace(ALLOWED, id="fine", quantity={"line": 1, "second": 1})
PROMO = replace(FINE, id="promo", purpose="promo")


@pytest.fixture
def read(monkeypatch):
    """The (number, size) of every picture that was read."""
    seen = []

    def noted(desk, use, number, size):
        seen.append((number, size))
        return see_evidence(desk, use, number, size)

    monkeypatch.setattr(room, "see_evidence", noted)
    return seen


@pytest.fixture
def shelf(in_force, tmp_path, read):
    """The presenter on a use with two stills and a film; gives (presenter, film of the view, the files)."""
    uses, film = filmed(UsesPresenter, in_force)
    uses.log(FINE)
    uses.log(PROMO)
    files = [write_still(tmp_path / "a.png"), write_still(tmp_path / "b.jpg", DUSK), tmp_path / "c.mp4"]
    files[2].write_bytes(b"moving")
    uses.evidence.add("promo", files)
    return uses, film, files


def states(film):
    return {number: sight.state for number, sight in film.last.sights.items()}


def numbers(film):
    return [one.id for one in film.last.detail.evidence]


def test_nothing_is_read_until_pictures_are_wanted(shelf, read):
    uses, film, _files = shelf
    uses.refresh()
    uses.check_files()
    assert (read, film.last.sights, film.last.pictures) == ([], {}, False)
    uses.toggle_pictures()
    first, second, third = numbers(film)
    assert read == [(first, "thumb"), (second, "thumb"), (third, "thumb")]
    assert states(film) == {first: "", second: "", third: "no-picture"}
    assert film.last.sights[first].picture.wide == 90
    uses.refresh()
    assert len(read) == 3  # what was read is not read again


def test_they_are_forgotten_when_hidden_and_with_another_use(shelf, read):
    uses, film, _files = shelf
    uses.toggle_pictures()
    uses.choose("fine")
    assert (film.last.detail.id, film.last.sights) == ("fine", {})
    uses.choose("promo")
    assert len(film.last.sights) == 3
    uses.toggle_pictures()
    assert (film.last.sights, film.last.pictures) == ({}, False)
    uses.refresh()
    assert (len(read), film.last.sights) == (6, {})


def test_a_file_added_while_they_are_shown_is_seen_too(shelf, tmp_path, read):
    uses, film, _files = shelf
    uses.toggle_pictures()
    uses.evidence.add("promo", [write_still(tmp_path / "d.webp", (1, 2, 3))])
    assert states(film)[numbers(film)[-1]] == ""
    assert len(read) == 4


def test_what_changed_or_is_gone_is_told_as_a_check_tells_it(shelf):
    uses, film, files = shelf
    write_still(files[0], DUSK)
    files[1].unlink()
    uses.toggle_pictures()
    assert [one.state for one in film.last.detail.evidence] == ["changed", "missing", ""]
    assert [sight.picture for sight in film.last.sights.values()] == [None] * 3
    write_still(files[0]), write_still(files[1], DUSK)
    uses.check_files()
    assert [one.state for one in film.last.detail.evidence] == ["", "", ""]
    assert list(states(film).values()) == ["", "", "no-picture"]


def test_one_is_shown_larger_only_while_it_is_as_it_was(shelf, read):
    uses, film, files = shelf
    uses.toggle_pictures()
    line = film.last.detail.evidence[0]
    uses.sights.enlarge(line)
    ((shown, picture),) = told(film, "show_picture")
    assert (shown, picture.wide, read[-1]) == (line, 90, (line.id, "view"))
    write_still(files[0], DUSK)
    uses.sights.enlarge(line)
    assert len(told(film, "show_picture")) == 1
    assert film.last.detail.evidence[0].state == "changed"
    assert film.last.sights[line.id].picture is None


def test_where_no_file_is_a_picture_it_is_said_once(in_force, tmp_path):
    uses, film = filmed(UsesPresenter, in_force)
    uses.log(PROMO)
    (tmp_path / "c.mp4").write_bytes(b"moving")
    uses.evidence.add("promo", [tmp_path / "c.mp4"])
    uses.toggle_pictures()
    uses.refresh()
    assert film.told.count("None of these files is a picture") == 1


class Held(Straight):
    """Keeps what is to be read until it is let go; a cancelled job tells nobody, as ever."""

    def __init__(self):
        self.held = []

    def submit(self, lane, owner, work, then, fail, progress=None):
        if "Sights" not in work.__qualname__:
            return super().submit(lane, owner, work, then, fail, progress)
        job = _Held(work, then)
        self.held.append(job)
        return job


class _Held:
    def __init__(self, work, then):
        self._work, self._then, self._stopped = work, then, False

    def cancel(self):
        self._stopped = True

    def go(self):
        if not self._stopped:
            self._then(self._work(self))


def test_what_is_still_being_read_is_not_shown_once_they_are_hidden(shelf):
    uses, film, _files = shelf
    uses.sights._jobs = uses.sights._running._jobs = held = Held()
    uses.toggle_pictures()
    line = film.last.detail.evidence[0]
    uses.sights.enlarge(line)
    uses.toggle_pictures()
    for job in list(held.held):
        job.go()
    assert (film.last.sights, told(film, "show_picture")) == ({}, [])
    uses.toggle_pictures()
    assert len(held.held) == 3  # it begins anew


def test_every_reason_has_words():
    assert [sight_words(code) for code in ("", "no-picture")] == ["", ""]
    said = [sight_words(code) for code in ("missing", "changed", "picture-too-large", "picture-damaged")]
    assert len(set(said)) == 4
    assert all(said)
    assert sight_words("reader-gave-up") == sight_words("not-a-picture")
