"""A licence on paper, as it is exported and as a verifier makes it again: sheets, code and page from the signed bytes.

1. A plan holds the only choices there are: which languages, the performer's first, and the host of her code's address.
2. The plan stands in the file's keywords beside what the page was made with: bytes and keywords give the page again.
3. The page says the time of the acceptance, else that of the signature: nothing is asked of a clock.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from likeness.errors import LikenessError
from likeness.licence.bundle import Bundle
from likeness.paper.qr.qr_image import QrCode, draw_qr
from likeness.paper.qr.qr_payload import clean_host
from likeness.paper.setting.makings import made_with
from likeness.paper.setting.marks import COPY_TEMPLATE, TEMPLATE
from likeness.paper.setting.pdf import render_pdf, shelf_of
from likeness.paper.setting.sheet import Sheet
from likeness.paper.sheets.licence_sheet import Accepted, as_copy, licence_sheet
from likeness.paper.wording import LANGUAGES, say
from likeness.values.days import zone

_LANGUAGES, _HOST = "in-", "host-"


@dataclass(frozen=True)
class Plan:
    """Which languages stand on the page, one or two, and the host of the code's address, if it has one."""

    languages: tuple[str, ...]
    host: str | None = None

    @property
    def keywords(self) -> tuple[str, ...]:
        """The plan as it stands in the file."""
        return (_LANGUAGES + "+".join(self.languages), *([_HOST + self.host] if self.host else []))


def plan_for(language: str, host: str | None = None, *, both: bool = False) -> Plan:
    """Return the plan of a paper: `language` alone, or first with the other one beside it."""
    others = tuple(one for one in LANGUAGES if one != language) if both else ()
    return Plan((language, *others), host)


def paper_time(bundle: Bundle) -> datetime:
    """Return the instant a paper says it was made: that of the acceptance, else of the signature."""
    return bundle.acceptance.says.at if bundle.acceptance else bundle.licence.says.issued_at


def licence_page(bundle: Bundle, plan: Plan, code: QrCode | None) -> bytes:
    """Return the page of a licence, not sealed yet; raises Refused where our fonts lack a letter."""
    pages = _pages(bundle, plan)
    return render_pdf(pages, code, bundle.data, paper_time(bundle), _keywords(bundle, plan, pages))


def signature_copy(bundle: Bundle, plan: Plan, code: QrCode | None) -> bytes:
    """Return the copy that a company signs with a tool of its own: marked as such, without seal and attachment."""
    says, digest = bundle.licence.says, bundle.licence.digest
    pages = tuple(as_copy(one, says, digest) for one in _pages(bundle, plan))
    keywords = made_with(COPY_TEMPLATE, shelf_of(pages), *plan.keywords)
    return render_pdf(pages, code, b"", paper_time(bundle), keywords)


def field_text(bundle: Bundle, plan: Plan) -> str:
    """Return what a screen reader says of the seal, in the page's first language."""
    return say(plan.languages[0], "paper", "field", number=bundle.licence.says.number)


def made_again(bundle: Bundle, keywords: Sequence[str]) -> bytes | None:
    """Return the page that this program makes with a file's plan; None if it was made with anything else."""
    plan = _plan_in(keywords)
    if plan is None:
        return None
    try:
        pages = _pages(bundle, plan)
        if tuple(keywords) != _keywords(bundle, plan, pages):
            return None
        return licence_page(bundle, plan, draw_qr(bundle.data, plan.host))
    except LikenessError:
        return None


def _keywords(bundle: Bundle, plan: Plan, pages: tuple[Sheet, ...]) -> tuple[str, ...]:
    """Return makings, plan, and how far the hours shown are from UTC: not every system knows the zones of today."""
    says = bundle.licence.says
    shown = (says.issued_at, paper_time(bundle))
    there = zone(says.terms.zone)
    offsets = "/".join(f"{at.astimezone(there):%z}" for at in shown)
    return made_with(TEMPLATE, shelf_of(pages), *plan.keywords, f"zone{offsets}")


def _plan_in(keywords: Sequence[str]) -> Plan | None:
    told = next((one.removeprefix(_LANGUAGES) for one in keywords if one.startswith(_LANGUAGES)), "")
    host = next((one.removeprefix(_HOST) for one in keywords if one.startswith(_HOST)), None)
    languages = tuple(told.split("+"))
    try:
        known = host is None or clean_host(host) == host
    except LikenessError:
        return None
    good = known and set(languages) <= set(LANGUAGES) and len(set(languages)) == len(languages)
    return Plan(languages, host) if good else None


def _pages(bundle: Bundle, plan: Plan) -> tuple[Sheet, ...]:
    accepted = Accepted(bundle.acceptance.says.at, bundle.acceptance.signer) if bundle.acceptance else None
    says, digest = bundle.licence.says, bundle.licence.digest
    return tuple(licence_sheet(language, says, digest, accepted) for language in plan.languages)
