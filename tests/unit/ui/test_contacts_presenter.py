import pytest

from likeness.acts.keys.read_contacts import contacts
from likeness.acts.keys.trust_book import confirm_card
from likeness.errors import LikenessError, Refused
from likeness.paper.qr.qr_payload import qr_text
from likeness.seal.keys import PublicKey
from tests.fakes.film import QUIET, filmed, told
from tests.fakes.meeting import card_of
from tests.fakes.offices import PASSPHRASE, an_office
from ui.kit.handed.given import first_of_ours
from ui.kit.words import choose_language
from ui.screens.contacts.presenter import ContactsPresenter


def test_nobody_is_known_at_first(screen):
    _contacts, film = screen
    assert (film.last.keys, film.last.total, film.last.detail) == ((), 0, None)


@pytest.mark.parametrize("how", ["file", "text", "codes"])
def test_a_card_is_taken_in_asked_about_and_confirmed(screen, agent, tmp_path, how):
    presenter, film = screen
    path = tmp_path / "halden.likeness"
    path.write_bytes(card_of(agent))
    if how == "file":
        presenter.take(path)
    elif how == "text":
        presenter.take(qr_text(card_of(agent)).encode())
    else:
        presenter.take(first_of_ours(["https://example.org/", qr_text(card_of(agent))]))
    ((key, name, role, digits),) = told(film, "ask_card")
    assert (name, role, len(digits.split())) == ("Halden Roe", "Agent", 6)
    waiting = presenter.page([key])[0]
    assert (waiting.trust, waiting.known) == ("unknown", "The card waits for your answer")
    presenter.confirm(key)
    assert presenter.page([key])[0].known == "Confirmed by you on 2 March 2026"
    presenter.take(path)
    assert "Halden Roe: this was here already." in film.told
    assert len(told(film, "ask_card")) == 1


def test_removing_a_card_is_undone(office, met):
    presenter, film = met
    assert film.last.detail.can >= {"remove", "delegate", "estate"}
    presenter.remove(film.last.chosen)
    ((words, inverse),) = told(film, "done")
    assert words == "Card no longer trusted"
    assert [one.trust for one in contacts(office.desk)] in ([], ["unknown"])
    again = inverse(QUIET)
    assert [one.trust for one in contacts(office.desk)] == ["confirmed"]
    again(QUIET)
    assert "confirmed" not in [one.trust for one in contacts(office.desk)]


def test_who_is_shown_follows_words_and_chips(met):
    presenter, film = met
    presenter.search("halden")
    assert len(film.last.keys) == 1
    presenter.search("nobody")
    assert (film.last.keys, film.last.total) == ((), 1)
    presenter.search("")
    presenter.toggle_trust("vouched")
    assert film.last.keys == ()
    assert dict(film.last.counts) == {"confirmed": 1, "vouched": 0, "unknown": 0, "no-card": 0}
    presenter.clear()
    assert len(film.last.keys) == 1


def test_the_licences_of_a_name_stand_in_the_pane(in_force, tmp_path, clock):
    company = an_office(tmp_path / "other", "Tidewrack Pictures Ltd", "company", clock)
    in_force.do(confirm_card, card_of(company))
    presenter, film = filmed(ContactsPresenter, in_force)
    presenter.toggle_trust("confirmed")
    presenter.choose(film.last.keys[0])
    assert film.last.detail.licences == (("2026-0001", "Harbour Nine, season 2 · In force"),)
    assert film.last.detail.digits.count(" ") == 5
    company.close()


def test_the_parties_of_licences_without_a_card_stand_there_too(in_force, tmp_path, clock):
    presenter, film = filmed(ContactsPresenter, in_force)
    rows = {row.name: row for row in presenter.page(film.last.keys)}
    assert rows.keys() == {"Tidewrack Pictures Ltd", "Halden Roe Talent"}
    assert (rows["Tidewrack Pictures Ltd"].trust, rows["Tidewrack Pictures Ltd"].role) == ("no-card", "Company")
    presenter.choose(rows["Tidewrack Pictures Ltd"].key)
    assert film.last.detail.licences == (("2026-0001", "Harbour Nine, season 2 · In force"),)
    assert film.last.detail.advice.startswith("Ask them for their card")
    almost = an_office(tmp_path / "almost", "Tidewrack Pictures", "company", clock)
    exact = an_office(tmp_path / "exact", "Tidewrack Pictures Ltd", "company", clock)
    in_force.do(confirm_card, card_of(almost))
    presenter.refresh()
    assert dict(film.last.counts)["no-card"] == 2
    in_force.do(confirm_card, card_of(exact))
    presenter.refresh()
    assert dict(film.last.counts) == {"confirmed": 2, "vouched": 0, "unknown": 0, "no-card": 1}
    presenter.toggle_trust("no-card")
    assert [row.name for row in presenter.page(film.last.keys)] == ["Halden Roe Talent"]
    almost.close()
    exact.close()


def test_ones_own_card_and_list(screen, office, tmp_path):
    presenter, film = screen
    presenter.handing.show_own()
    ((card,),) = told(film, "show_own")
    assert (card.name, card.role, len(card.digits.split())) == ("Liora Vantreight", "Performer", 6)
    assert card.svg.startswith("<svg")
    presenter.handing.save_own(tmp_path / "card.txt")
    assert (tmp_path / "card.txt").read_text() == qr_text(card_of(office)) + "\n"
    presenter.handing.save_list(tmp_path / "list.likeness")
    assert (tmp_path / "list.likeness").stat().st_size > 100


def test_a_list_that_cannot_be_written_takes_up_no_number(screen, office, tmp_path):
    presenter, film = screen
    signer = PublicKey(bytes(office.desk.owner().public_key)).thumbprint
    presenter.handing.save_list(tmp_path)
    assert (len(film.failures), office.registry.trust.sequence(signer)) == (1, 0)
    presenter.handing.save_list(tmp_path / "list.likeness")
    assert office.registry.trust.sequence(signer) == 1


def test_what_is_refused_is_told(screen, met):
    presenter, film = screen
    presenter.take(b"https://example.org/")
    assert isinstance(film.failures[0], LikenessError)
    other, seen = met
    other.sign("vouch", seen.last.chosen, PASSPHRASE, days=30)
    assert isinstance(seen.failures[0], Refused)
    assert seen.failures[0].code == "only-agencies-vouch"


def test_in_french(met):
    choose_language("fr")
    presenter, film = met
    presenter.refresh()
    assert presenter.page(film.last.keys)[0].known == "Confirmé par vous le 2 mars 2026"
