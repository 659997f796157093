"""Every kind of page the house prints, in every language it is printed in: for checks that must hold on all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import lru_cache, partial
from hashlib import sha256
from pathlib import Path

from likeness.acts.keys.print_keys import card_page
from likeness.acts.letters.draft_letter import draft_letter
from likeness.acts.licences.end_licence import withdraw_licence
from likeness.acts.locks.print_words import words_page
from likeness.licence.bundle import read_bundle
from likeness.licence.key_card import KeyCard
from likeness.licence.statements import open_signed
from likeness.office import Office
from likeness.paper.letters.letter import KINDS, Section, Table
from likeness.paper.letters.letter_pdf import LETTER_MARK, render_letter
from likeness.paper.sealing.certificate import issue_certificate
from likeness.paper.sealing.pdf_seal import Extras
from likeness.paper.sealing.pdf_stamp import keep_stamp, stamp_request
from likeness.paper.setting.marks import CHECK_MARK, COPY_TEMPLATE, DRAFT_TEMPLATE, SIGNER_TEMPLATE, TEMPLATE
from likeness.paper.sheets.check_sheet import Part, render_check
from likeness.paper.sheets.draft_sheet import draft_sheet, render_draft
from likeness.paper.sheets.key_sheet import KEY_MARK, recovery_sheet, render_keys
from likeness.paper.sheets.licence_paper import Plan, licence_page, signature_copy
from likeness.paper.sheets.signer_sheet import signer_sheet
from likeness.paper.sheets.word_sheet import WORDS_MARK
from likeness.seal.keys import SigningKey
from likeness.seal.recovery import recovery_text
from likeness.seal.twelve_words import Words
from likeness.verifier.check_words import Checked, check_sheet
from likeness.verifier.roots import NOBODY
from likeness.verifier.verify import verify
from tests.fakes.fixed_clock import FixedClock
from tests.fakes.letters import SUBJECTS, added_for, furnished
from tests.fakes.licences import LIORA, SIGNED_AT, TIDEWRACK, a_licence, accepted, signed
from tests.fakes.offices import an_office
from tests.fakes.papers import a_paper, code, read_here
from tests.fakes.time_authority import answers, stamper

AT = datetime(2026, 6, 1, tzinfo=UTC)
PLANS = (("en",), ("fr",), ("en", "fr"), ("fr", "en"))
_NONCE = 4_711


@dataclass(frozen=True)
class Printed:
    """One page: how it is made of an office, its first language, attachments, whether it is sealed, and its mark."""

    made: Callable[[Office], bytes]
    language: str
    mark: str
    attachments: int = 0
    sealed: bool = False


def an_office_with_everything(folder: Path) -> Office:
    """Return Liora's office in which each kind of letter has something to be about, a withdrawal too."""
    clock = FixedClock("2026-03-02T09:00:00+00:00")
    office = furnished(an_office(folder, clock=clock), folder, clock)
    office.do(withdraw_licence, "2026-0001", "The series changed hands.")
    return office


def every_page() -> dict[str, Printed]:
    """Return the pages by name."""
    return dict((*_licences(), *_letters(), *_others()))


def _licences() -> Iterator[tuple[str, Printed]]:
    for plan in PLANS:
        name, first = " and ".join(plan), plan[0]
        yield f"licence, {name}, sealed", Printed(partial(_sealed, plan), first, TEMPLATE, 1, sealed=True)
        yield f"licence, {name}, not sealed yet", Printed(partial(_unsealed, plan), first, TEMPLATE, 1)
        yield f"copy to be signed, {name}", Printed(partial(_copy, plan), first, COPY_TEMPLATE)
        yield f"how to trust the signer, {name}", Printed(partial(_signer, plan), first, SIGNER_TEMPLATE)
    yield "licence, sealed by the company", Printed(lambda _o: a_paper(TIDEWRACK), "en", TEMPLATE, 1, sealed=True)
    yield "licence with a time stamp", Printed(lambda _o: stamped(), "en", TEMPLATE, 1, sealed=True)
    yield "licence without a code, not accepted", Printed(_offer, "fr", TEMPLATE, 1)


def _letters() -> Iterator[tuple[str, Printed]]:
    for language in ("en", "fr"):
        for kind in KINDS:
            yield f"{kind}, {language}", Printed(partial(_letter, kind, language), language, LETTER_MARK)
        yield f"a letter of many pages, {language}", Printed(partial(_long, language), language, LETTER_MARK)


def _others() -> Iterator[tuple[str, Printed]]:
    for language in ("en", "fr"):
        yield f"key card, {language}", Printed(partial(_card, language), language, KEY_MARK)
        yield f"recovery sheet, {language}", Printed(partial(_recovery, language), language, KEY_MARK)
        yield f"twelve words, {language}", Printed(partial(_words, language), language, WORDS_MARK)
        yield f"draft, {language}", Printed(partial(_draft, language), language, DRAFT_TEMPLATE)
        yield f"record of a check, {language}", Printed(partial(_check, language, accepted()), language, CHECK_MARK)
        yield (
            f"record of something foreign, {language}",
            Printed(partial(_check, language, b"WIFI:S:studio;;"), language, CHECK_MARK),
        )


def _sealed(plan: tuple[str, ...], _office: Office) -> bytes:
    return a_paper(LIORA, plan)


def _unsealed(plan: tuple[str, ...], _office: Office) -> bytes:
    return licence_page(read_bundle(accepted()), Plan(plan), code())


def _offer(_office: Office) -> bytes:
    return licence_page(read_bundle(signed().data), Plan(("fr",)), None)


def _copy(plan: tuple[str, ...], _office: Office) -> bytes:
    return signature_copy(read_bundle(accepted()), Plan(plan), code())


def _signer(plan: tuple[str, ...], _office: Office) -> bytes:
    der = issue_certificate(LIORA, "Liora Vantreight", SIGNED_AT).der
    return signer_sheet(plan, "Liora Vantreight", LIORA.public, der, AT)


@lru_cache(maxsize=1)
def stamped() -> bytes:
    """Return the example licence sealed with a time stamp (B-T)."""
    authority = stamper(curve=True)

    def stamp(signature: bytes) -> bytes:
        return keep_stamp(answers(authority)(stamp_request(signature, _NONCE)), signature, _NONCE)

    return a_paper(LIORA, ("en",), Extras((), stamp))


def _letter(kind: str, language: str, office: Office) -> bytes:
    return render_letter(draft_letter(office.desk, kind, SUBJECTS[kind], language, added_for(kind)))


def _long(language: str, office: Office) -> bytes:
    letter = draft_letter(office.desk, "notice", SUBJECTS["notice"], language, added_for("notice"))
    rows = tuple((f"{n}", "What was granted here. " * 5, "used " * 30) for n in range(40))
    return render_letter(replace(letter, sections=(Section("A", table=Table(("A", "B", "C"), rows)),)))


def _card(language: str, office: Office) -> bytes:
    return card_page(office.desk, language)


def _recovery(language: str, office: Office) -> bytes:
    card = open_signed(office.desk.owner().card, KeyCard).says
    sheet = recovery_sheet(language, card, recovery_text(SigningKey(bytes([7] * 32))), date(2026, 3, 2))
    return render_keys(sheet, None)


def _words(language: str, office: Office) -> bytes:
    return words_page(office.desk, Words(bytes([7] * 16)), language)


def _draft(language: str, _office: Office) -> bytes:
    licence = a_licence()
    kinds = {one.id: one.kind for one in licence.doubles}
    return render_draft(draft_sheet(language, "2026-0042", licence.terms, kinds, AT, "2026-0041"), AT)


def _check(language: str, data: bytes, _office: Office) -> bytes:
    report = verify(data, NOBODY, at=AT, read=read_here)
    checked = Checked("harbour.likeness", sha256(data).hexdigest(), AT, "Europe/Paris", "Halden Roe")
    return render_check(check_sheet(language, report, checked, (Part("Planned", ("One.",)),)), AT)
