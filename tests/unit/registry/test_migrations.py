"""A registry of an earlier format opens, is brought up to date, and says the same as before."""

import re

import pytest

from likeness.acts.check_registry import check_registry
from likeness.acts.keys.change_key import change_key
from likeness.acts.keys.trust_book import confirm_card, own_card
from likeness.office import Office
from likeness.registry.db import Database
from likeness.registry.migrate import bring_up_to_date, migrations, version_of
from tests.fakes.fixed_clock import FixedClock
from tests.fakes.grants import grant
from tests.fakes.offices import PASSPHRASE, an_office
from tests.fakes.seeded_chance import SeededChance

NEWEST = migrations()[-1][0]


def _made(path, up_to):
    """Make an empty registry as the version `up_to` made it."""
    database = Database(path, None)
    for number, text in migrations():
        if number <= up_to:
            with database.transaction():
                database.script(text)
                database.run(f"PRAGMA user_version = {number}")
    return database


def _shape(database):
    return database.rows("SELECT type, name, sql FROM sqlite_master ORDER BY type, name")


@pytest.mark.parametrize("version", range(1, NEWEST + 1))
def test_every_earlier_format_becomes_the_newest(tmp_path, version):
    newest = _made(tmp_path / "newest", NEWEST)
    earlier = _made(tmp_path / "earlier", version)
    bring_up_to_date(earlier)
    assert version_of(earlier) == NEWEST
    assert _shape(earlier) == _shape(newest)


def test_a_registry_from_before_the_words_about_keys_opens_with_all_it_holds(tmp_path):
    clock = FixedClock("2026-03-02T09:00:00+00:00")
    liora, company = an_office(tmp_path, clock=clock), an_office(tmp_path, "Tidewrack Pictures Ltd", "company", clock)
    number = grant(liora, company)
    liora.do(confirm_card, own_card(company.desk))
    leaves, path = liora.registry.journal.hashes(), liora.registry.path
    later = "".join(text for version, text in migrations() if version > 6)
    with liora.registry.transaction():
        for table in reversed(re.findall(r"^CREATE TABLE (\w+)", later, re.MULTILINE)):
            liora.registry._db.run(f"DROP TABLE {table}")
        for index in re.findall(r"^CREATE (?:UNIQUE )?INDEX (\w+)", later, re.MULTILINE):
            liora.registry._db.run(f"DROP INDEX IF EXISTS {index}")
        liora.registry._db.run("PRAGMA user_version = 6")
    liora.close()

    opened = Office.open(path, passphrase=PASSPHRASE, clock=clock, chance=SeededChance("later"))
    assert opened.registry.journal.hashes() == leaves
    assert opened.registry.licences.get(number, clock.now()).state == "in-force"
    assert [card.name for card in opened.registry.trust.cards()] == ["Tidewrack Pictures Ltd"]
    assert check_registry(opened.desk) == []
    opened.do(change_key)
    assert check_registry(opened.desk) == []
    opened.close()
    company.close()


@pytest.mark.parametrize(
    ("packs", "then"),
    [
        ("gdpr-bipa posthumous ny-ads", "gdpr-bipa posthumous ny-ads denmark-bill"),
        ("posthumous", "posthumous denmark-bill"),
        ("denmark-bill posthumous", "denmark-bill posthumous"),
        ("gdpr-bipa", "gdpr-bipa"),
        ("", ""),
    ],
)
def test_where_the_danish_bill_was_on_within_a_pack_its_own_pack_is_on(tmp_path, packs, then):
    earlier = _made(tmp_path / "earlier", 13)
    with earlier.transaction():
        earlier.run("INSERT INTO setting VALUES ('rules.packs', ?)", (packs,))
        earlier.run("INSERT INTO setting VALUES ('note', 'posthumous')")
    bring_up_to_date(earlier)
    assert dict(earlier.rows("SELECT name, value FROM setting")) == {"rules.packs": then, "note": "posthumous"}
