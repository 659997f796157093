"""The page of one's own card and the sheet of a recovery key: what exists, and nothing else."""

from __future__ import annotations

import pytest

from likeness.acts.keys.make_recovery import make_recovery
from likeness.acts.keys.print_keys import card_page, recovery_page, save_card_page, save_recovery_page
from likeness.errors import Refused, Unreadable
from likeness.licence.key_card import KeyCard
from likeness.licence.statements import open_signed
from likeness.paper.sheets.key_sheet import KEY_MARK, card_sheet, recovery_sheet
from likeness.seal.keys import SigningKey
from likeness.seal.recovery import recovery_text
from likeness.values.chance import SystemChance
from tests.fakes.conformance import faults


def card_of(office):
    return open_signed(office.registry.owner.get().card, KeyCard).says


def test_the_card_shows_name_role_and_six_groups_of_five(liora):
    for language, role in (("en", "Performer"), ("fr", "Interprète")):
        sheet = card_sheet(language, card_of(liora))
        assert (sheet.name, sheet.role) == ("Liora Vantreight", role)
        assert " ".join(sheet.groups) == card_of(liora).public.digits
        assert [len(group) for group in sheet.groups] == [5] * 6
    page = card_page(liora.desk)
    assert page == card_page(liora.desk)
    assert KEY_MARK.encode() in page
    assert faults(page, language="en", attachments=0, signed=False) == []


def test_the_recovery_sheet_holds_the_digits_that_were_just_made(liora):
    made = liora.do(make_recovery).value
    sheet = recovery_sheet("en", card_of(liora), made.text, liora.clock.now().date())
    assert " ".join(sheet.groups) == made.text
    assert [len(group) for group in sheet.groups] == [5] * 16
    facts = dict(sheet.facts)
    assert facts["Its fingerprint"] == card_of(liora).public.fingerprint
    assert faults(recovery_page(liora.desk, made.text, "fr"), language="fr", attachments=0, signed=False) == []


def test_no_other_digits_are_printed(liora):
    stranger = recovery_text(SigningKey.generate(SystemChance()))
    with pytest.raises(Refused, match="other-recovery"):
        recovery_page(liora.desk, stranger)
    older = liora.do(make_recovery).value.text
    newer = liora.do(make_recovery).value.text
    with pytest.raises(Refused, match="other-recovery"):
        recovery_page(liora.desk, older)
    with pytest.raises(Unreadable, match="bad-recovery"):
        recovery_page(liora.desk, newer[:-1] + str((int(newer[-1]) + 1) % 10))


def test_pages_are_written_and_the_secret_is_kept_nowhere_here(liora, tmp_path):
    made = liora.do(make_recovery).value
    liora.do(save_card_page, tmp_path / "card.pdf", "fr")
    liora.do(save_recovery_page, made.text, tmp_path / "sheet.pdf")
    assert (tmp_path / "card.pdf").read_bytes() == card_page(liora.desk, "fr")
    assert (tmp_path / "sheet.pdf").exists()
    leaves = b"".join(leaf.entry or b"" for leaf in liora.registry.journal.leaves())
    assert made.text.replace(" ", "")[:20].encode() not in leaves
    assert made.text[:29].encode() not in leaves
