from datetime import UTC, date, datetime

import pytest

from likeness.acts.happened.record_strike import strikes
from likeness.acts.keys.export_page import page_host
from likeness.acts.keys.trust_book import confirm_card
from likeness.acts.rules.choose_rules import packs_on, rules_refuse
from likeness.errors import Broken
from likeness.office import Office
from tests.fakes.film import Film, Straight, filmed, told
from tests.fakes.offices import PASSPHRASE, an_office
from tests.fakes.seeded_chance import SeededChance
from ui.kit.trouble import words_of
from ui.kit.words import choose_language
from ui.screens.settings.passphrase_changing import PassphraseChanging
from ui.screens.settings.presenter import SettingsPresenter
from ui.screens.settings.state import PhonePage
from ui.screens.settings.strike_noting import StrikeNoting

NEW = "four new words in a row"


@pytest.fixture
def settings(office):
    return *filmed(SettingsPresenter, office), office


def test_every_pack_says_what_it_is_where_it_comes_from_and_since_when(settings):
    _presenter, film, _office = settings
    packs = {pack.id: pack for pack in film.last.packs}
    assert packs["good-practice"].on
    assert packs["good-practice"].fixed
    act = packs["eu-ai-act"]
    assert (act.on, act.fixed, act.title) == (False, False, "EU AI Act")
    assert (act.status, act.source) == ("Law, from 2 August 2026", "EU AI Act, article 50")
    assert packs["no-fakes-bill"].status.startswith("Bill, not law yet")
    assert packs["equity-uk"].status == "Guidance, no agreement"


def test_a_pack_is_switched_on_and_off(settings):
    presenter, film, office = settings
    presenter.switch("eu-ai-act", on=True)
    assert "eu-ai-act" in packs_on(office.registry)
    assert next(pack for pack in film.last.packs if pack.id == "eu-ai-act").on
    presenter.switch("eu-ai-act", on=False)
    assert "eu-ai-act" not in packs_on(office.registry)
    presenter.switch("good-practice", on=False)
    assert [why.code for why in film.failures] == ["pack-always-on"]
    assert film.last.packs[0].on


def test_serious_rules_refuse_only_when_asked_to(settings):
    presenter, film, office = settings
    assert not film.last.refuse
    presenter.let_refuse(refuse=True)
    assert film.last.refuse
    assert rules_refuse(office.registry)
    presenter.let_refuse(refuse=False)
    assert not rules_refuse(office.registry)


@pytest.mark.parametrize(
    ("old", "new", "again", "why"),
    [
        ("", NEW, NEW, "Type your passphrase to go on."),
        (PASSPHRASE, "short", "short", "Use at least 12 characters. Four words are a good start."),
        (PASSPHRASE, NEW, NEW + "s", "The two are not the same."),
        ("not hers", NEW, NEW, "That is not your passphrase."),
    ],
)
def test_a_passphrase_is_not_changed_by_somebody_else_nor_by_a_slip(office, old, new, again, why):
    film = Film()
    PassphraseChanging(office, Straight(), film).change(old, new, again)
    assert (film.told, film.failures) == ([("refused", why)], [])
    assert office.confirm(PASSPHRASE)


def test_a_new_passphrase_opens_and_the_old_one_does_not(office, clock):
    film = Film()
    PassphraseChanging(office, Straight(), film).change(PASSPHRASE, NEW, NEW)
    said = "Passphrase changed. Back up now: earlier backups open with the old one."
    assert (film.told, film.failures) == ([("close_form",), said], [])
    assert office.confirm(NEW)
    with pytest.raises(Broken, match="wrong-passphrase"):
        Office.open(office.registry.path, passphrase=PASSPHRASE, clock=clock, chance=SeededChance())
    Office.open(office.registry.path, passphrase=NEW, clock=clock, chance=SeededChance()).close()


def test_the_packs_speak_french(settings):
    presenter, film, _office = settings
    choose_language("fr")
    presenter.refresh()
    act = next(pack for pack in film.last.packs if pack.id == "eu-ai-act")
    assert (act.title, act.status) == ("Règlement européen sur l’IA", "Loi, depuis le 2 août 2026")


def test_a_host_is_named_told_in_words_when_wrong_and_taken_away(settings):
    presenter, film, office = settings
    assert film.last.page == PhonePage("", "No host is named: codes carry no address.")
    presenter.page.name(" Théâtre.Example.org ")
    host = "xn--thtre-4qa2c.example.org"
    assert (page_host(office.registry), film.told[-1]) == (host, f"New codes open https://{host}/V")
    presenter.refresh()
    assert film.last.page.host == host
    assert f"https://{host}/V" in film.last.page.words
    presenter.page.name("https://example.org/check")
    assert film.told[-1][1].startswith("https://example.org/check is not the name of a host.")
    assert page_host(office.registry) == host
    presenter.page.name("  ")
    assert (page_host(office.registry), film.told[-1]) == (None, "New codes carry no address")
    assert not film.failures


def test_the_page_is_written_with_what_was_ticked(settings, tmp_path, clock):
    presenter, film, office = settings
    agent = an_office(tmp_path / "agent", "Halden Roe", "agent", clock)
    office.do(confirm_card, agent.registry.owner.get().card)
    agent.close()
    presenter.page.save(tmp_path / "narrow.html", with_confirmed=False, with_status=False)
    presenter.page.save(tmp_path / "wide.html", with_confirmed=True, with_status=True)
    narrow, wide = ((tmp_path / name).read_text("utf-8") for name in ("narrow.html", "wide.html"))
    assert "Halden Roe" not in narrow
    assert '"lists":{}' in narrow
    assert "Halden Roe" in wide
    assert '"lists":{}' not in wide
    assert film.told[-2:] == [("working", ""), "Page saved in wide.html"]


def test_a_page_that_cannot_be_written_is_told(settings, tmp_path):
    presenter, film, _office = settings
    (tmp_path / "taken").write_text("a file, not a folder")
    presenter.page.save(tmp_path / "taken" / "verify.html", with_confirmed=False, with_status=False)
    assert words_of(film.failures[0])
    assert film.told[-1] == ("working", "")


def noting(office):
    film = Film()
    made = StrikeNoting(office, Straight(), film, "Europe/Paris")
    made.refresh()
    return made, film


def test_a_strike_is_noted_by_its_days(office):
    made, film = noting(office)
    assert (film.last.said, film.last.on) == ("No strike was noted", False)
    made.note(None)
    assert told(film, "wrong") == [("Write a day, like 1 November 2026.",)]
    made.note(date(2026, 5, 1))
    assert strikes(office.registry)[0].began == datetime(2026, 4, 30, 22, tzinfo=UTC)
    assert (film.last.said, film.last.on, film.last.doing) == ("A strike is on since 1 May 2026", True, "")
    made.note(date(2026, 4, 1))
    assert len(told(film, "wrong")) == 2
    made.note(date(2026, 6, 1))
    assert (film.last.said, film.last.on) == ("The last strike: 1 May 2026 to 1 June 2026", False)
    assert told(film, "noted") == [("Noted. The uses it touches were judged again.",)] * 2
    choose_language("fr")
    made.refresh()
    assert film.last.said == "La dernière grève\u00a0: du 1er mai 2026 au 1er juin 2026"
