"""Every way a key is known, everything that can be filed, and every refusal whose code is put together, has words."""

from datetime import UTC, datetime

import pytest

from likeness.acts.keys.file_word import KINDS
from likeness.errors import Refused
from likeness.licence.terms_read import terms_from
from likeness.paper.sheets.amended import changes
from likeness.paper.wording import say, says
from likeness.paper.words.complaint import sentence
from likeness.paper.words.contact_words import WAYS, contact_words
from likeness.paper.words.ending_words import withdrawal_words
from tests.fakes.licences import terms_document

AT = datetime(2026, 5, 10, 12, tzinfo=UTC)
LANGUAGES = ["en", "fr"]
FILED = (*KINDS.values(), "known", "licence", "consent", "acceptance", "withdrawal", "suspension", "resumption",
         "key-card", "status-list")  # fmt: skip
SIGNERS = ("self", "confirmed", "rotated", "vouched", "delegated", "estate", "unknown", "lost", "died",
           "no-delegation", "outside-delegation")  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_that_is_put_together_has_words(language):
    assert all(says(language, "filed", kind) for kind in FILED)
    assert all(says(language, "known", way) for way in WAYS)
    assert all(says(language, "check", f"signer-{why}") for why in SIGNERS)
    assert all(
        says(language, "check", f"accepted-{how}") for how in ("self", "confirmed", "vouched", "unknown", "lost")
    )
    things = ("time", "likeness", "licensee", "pass-on", "act", "fee")
    codes = [*(f"outside-delegation-{thing}" for thing in things), "already-withdrawn", "already-replaced"]
    told = {sentence(Refused(code, name="Liora"), language) for code in codes}
    assert len(told) == len(codes)


@pytest.mark.parametrize("language", LANGUAGES)
def test_how_a_key_is_known_says_since_and_until(language):
    told = contact_words(language, "vouched", by="Halden Roe Talent", since=AT, until=AT.replace(year=2027))
    assert "Halden Roe Talent" in told
    assert "2026" in told
    assert "2027" in told
    assert contact_words(language, "anything else") == say(language, "known", "unknown")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_withdrawal_is_told_before_and_after(language):
    told = {
        (days, stay, done): tuple(withdrawal_words(language, days, AT, "Europe/Paris", works_made_stay=stay, done=done))
        for days in (0, 90) for stay in (True, False) for done in (True, False)
    }  # fmt: skip
    assert len(set(told.values())) == 8
    assert "90" in told[90, True, False][0]
    assert "14:00" in told[90, True, True][0] or "2:00" in told[90, True, True][0]


def test_an_amendment_names_what_is_added_changed_and_gone():
    old = terms_from(terms_document(age={"from": 30, "to": 39}, union_agreement=None))
    new = terms_from(terms_document(age=None, union_agreement="Equity 2026", languages=["en"]))
    found = {one.label: (one.before, one.after) for one in changes("en", old, new, {})}
    assert found["Languages"] == ("English and French", "English")
    assert sorted(one for one in found.values() if "not said" in one)
    assert len(found) == 3
    assert changes("en", old, old, {}) == []
