"""What is signed about keys on the Contacts screen, and what it changes there."""

from datetime import UTC, datetime

from likeness.acts.checking.take_in import take_in
from likeness.acts.keys.change_key import change_key
from likeness.acts.keys.give_word import Scope
from likeness.acts.keys.make_recovery import make_recovery
from likeness.acts.keys.trust_book import confirm_card
from likeness.licence.statements import open_any
from likeness.office import Office
from likeness.paper.qr.qr_payload import qr_text
from likeness.paper.qr.qr_read import read_codes
from likeness.values.money import Money
from tests.fakes.film import filmed, told
from tests.fakes.meeting import card_of
from tests.fakes.offices import PASSPHRASE, an_office
from tests.fakes.seeded_chance import SeededChance
from ui.screens.contacts.presenter import ContactsPresenter


def test_an_agent_vouches_and_takes_it_back(office, agent, tmp_path):
    agent.do(confirm_card, card_of(office))
    presenter, film = filmed(ContactsPresenter, agent)
    presenter.choose(film.last.keys[0])
    assert film.last.detail.can == {"remove", "vouch", "lost", "hand-over"}
    presenter.sign("vouch", film.last.chosen, "", days=30)
    assert told(film, "unsigned")[-1] == ("Type your passphrase to go on.",)
    presenter.sign("vouch", film.last.chosen, "wrong", days=30)
    assert told(film, "unsigned")[1:] == [("That is not your passphrase.",)]
    assert film.last.detail.given == ()
    presenter.sign("vouch", film.last.chosen, PASSPHRASE, days=30)
    ((words, data, name),) = told(film, "signed")
    assert (words, name) == ("You vouch for this name now", "vouching")
    (given,) = film.last.detail.given
    assert given.words == "You vouch for this name until 1 April 2026"
    presenter.handing.save_signed(data, tmp_path / "vouching.png")
    assert read_codes((tmp_path / "vouching.png").read_bytes()) == [qr_text(data)]
    presenter.sign("take-back", "", PASSPHRASE, digest=given.digest)
    assert film.last.detail.given == ()
    assert not film.failures


def test_a_third_party_sees_who_vouches(office, agent, tmp_path, clock):
    agent.do(confirm_card, card_of(office))
    theirs, film = filmed(ContactsPresenter, agent)
    theirs.choose(film.last.keys[0])
    theirs.sign("vouch", film.last.chosen, PASSPHRASE, days=30)
    (word,) = (data for _words, data, _name in told(film, "signed"))
    company = an_office(tmp_path, "Tidewrack Pictures Ltd", "company", clock)
    company.do(confirm_card, card_of(agent))
    presenter, film = filmed(ContactsPresenter, company)
    presenter.take(word)
    presenter.take(card_of(office))
    rows = {row.name: row for row in presenter.page(film.last.keys)}
    assert rows["Liora Vantreight"].trust == "vouched"
    assert rows["Liora Vantreight"].known == "Vouched for by Halden Roe from 2 March 2026 until 1 April 2026"
    company.close()


def test_a_performer_lets_an_agent_sign_and_names_an_estate(met, office):
    presenter, film = met
    scope = Scope(("liora-voice-2025",), ("*",), ("generate", "alter"), Money(500_000, "EUR"))
    presenter.sign("delegate", film.last.chosen, PASSPHRASE, scope=scope, at=datetime(2027, 1, 1, tzinfo=UTC))
    presenter.sign("estate", film.last.chosen, PASSPHRASE)
    assert [given.words for given in film.last.detail.given] == [
        "They may sign licences for you until 1 January 2027",
        "They speak for you after your death",
    ]
    assert [name for _words, _data, name in told(film, "signed")] == ["leave to sign", "estate"]


def test_a_changed_key_is_handed_out_and_followed(met, office, agent):
    agent.do(confirm_card, card_of(office))
    presenter, film = met
    presenter.sign("own-lost", "", PASSPHRASE, at=datetime(2026, 3, 1, tzinfo=UTC), reason="The laptop is gone")
    ((words, data, _name),) = told(film, "signed")
    assert words == "You sign with a new key now"
    agent.do(take_in, data)
    theirs, seen = filmed(ContactsPresenter, agent)
    known = [row.known for row in theirs.page(seen.last.keys)]
    assert "Follows a key that you confirmed on 2 March 2026" in known


def test_a_recovery_key_is_shown_once_and_changes_the_card(screen, office):
    presenter, film = screen
    before = card_of(office)
    presenter.sign("recovery", "", "wrong")
    assert card_of(office) == before
    presenter.sign("recovery", "", PASSPHRASE)
    ((words, card, _name),) = told(film, "signed")
    ((digits,),) = told(film, "show_once")
    assert words == "Recovery key made"
    assert card == card_of(office) != before
    assert digits.replace(" ", "").replace("\n", "").isdigit()
    assert digits not in repr(film.states)


def test_a_key_is_reported_lost_with_the_digits_on_paper(met, office, agent, clock):
    """The agent made a recovery key; Liora confirmed the card that names it, and types the digits from the paper."""
    made = agent.do(make_recovery).value
    office.do(confirm_card, made.card)
    presenter, film = met
    presenter.refresh()
    assert "lost-paper" in film.last.detail.can
    day = datetime(2026, 3, 1, tzinfo=UTC)
    wrong = made.text[:-1] + str((int(made.text[-1]) + 1) % 10)
    presenter.sign("lost-paper", film.last.chosen, PASSPHRASE, at=day, reason="", digits=wrong)
    assert told(film, "unsigned")[-1][0].startswith("These are not the eighty digits")
    presenter.sign("paper", "", "wrong", at=day, reason="", digits=made.text)
    assert told(film, "unsigned")[-1] == ("That is not your passphrase.",)
    presenter.sign(
        "paper", "", PASSPHRASE, at=day, reason="The office was broken into", digits=made.text.replace(" ", "\n")
    )
    ((words, data, name),) = told(film, "signed")
    assert (words, name) == ("Lost key reported", "lost key")
    assert film.last.detail.known.startswith("This key was lost.")
    assert film.last.detail.lost_since == "1 March 2026"
    assert open_any(data).says.reason == "The office was broken into"
    assert made.text not in repr(film.states)
    assert not film.failures


def test_digits_say_whose_key_they_are(met, office, agent, tmp_path, clock):
    presenter, film = met
    day = datetime(2026, 3, 1, tzinfo=UTC)
    stranger = an_office(tmp_path, "Odalric Senn", "performer", clock)
    theirs = stranger.do(make_recovery).value
    presenter.sign("paper", "", PASSPHRASE, at=day, reason="", digits=theirs.text)
    assert told(film, "unsigned")[-1][0].startswith("No card that you confirmed names this recovery key.")
    office.do(confirm_card, theirs.card)
    presenter.sign("lost-paper", film.last.chosen, PASSPHRASE, at=day, reason="", digits=theirs.text)
    assert told(film, "unsigned")[-1] == ("This is the recovery key of Odalric Senn, not of the contact you chose.",)
    own = office.do(make_recovery).value
    presenter.sign("paper", "", PASSPHRASE, at=day, reason="", digits=own.text)
    assert told(film, "unsigned")[-1][0].startswith("This is the recovery key of your own card.")
    assert told(film, "signed") == []
    stranger.close()


def test_what_was_signed_with_ones_own_lost_key_is_shown_to_be_checked(in_force):
    presenter, film = filmed(ContactsPresenter, in_force)
    presenter.sign("own-lost", "", PASSPHRASE, at=datetime(2026, 3, 1, tzinfo=UTC), reason="")
    assert told(film, "show_doubtful") == [((("2026-0001", "Harbour Nine, season 2 · In force"),),)]


def test_nothing_is_shown_where_nothing_was_signed_since(in_force):
    presenter, film = filmed(ContactsPresenter, in_force)
    presenter.sign("own-lost", "", PASSPHRASE, at=datetime(2026, 4, 1, tzinfo=UTC), reason="")
    assert told(film, "signed")
    assert told(film, "show_doubtful") == []


def test_an_alarm_that_is_taken_in_shows_what_was_accepted_since(in_force, tmp_path, clock):
    """The company's key was stolen before it accepted: the licence is to be checked with the company."""
    company = Office.open(
        tmp_path / "tidewrack.registry", passphrase=PASSPHRASE, clock=clock, chance=SeededChance("company again")
    )
    in_force.do(confirm_card, card_of(company))
    presenter, film = filmed(ContactsPresenter, in_force)
    alarm = company.do(change_key, datetime(2026, 3, 1, tzinfo=UTC)).value
    presenter.take(alarm)
    detail = film.last.detail
    assert (detail.name, detail.lost_since) == ("Tidewrack Pictures Ltd", "1 March 2026")
    assert detail.doubtful == (("2026-0001", "Harbour Nine, season 2 · In force"),)
    company.close()
