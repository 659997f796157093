"""Two pages about the owner's own key: her card to hand out, and the sheet of her recovery key for a drawer.

- The card shows what it says and its code; it holds no secret.
- The sheet holds a secret. It says what the digits can do and what they cannot, and is kept nowhere here.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

from likeness.licence.key_card import KeyCard
from likeness.paper import names
from likeness.paper.setting.fonts import shelf_for
from likeness.paper.setting.makings import made_with
from likeness.paper.setting.pdf import house_mark, set_page
from likeness.paper.wording import say, word
from likeness.values.text import shown

if TYPE_CHECKING:
    from likeness.paper.qr.qr_image import QrCode

KEY_MARK = "likeness-keys-"  # stands plainly in the file: it is told from a licence
_TEMPLATE = f"{KEY_MARK}1"


@dataclass(frozen=True)
class KeySheet:
    """Every text of such a page. `groups` are the digits, five each; `rows` of them stand side by side."""

    language: str
    title: str
    name: str
    role: str
    lead: tuple[str, ...]
    groups_heading: str
    groups: tuple[str, ...]
    in_a_row: int
    facts: tuple[tuple[str, str], ...]
    points_heading: str
    points: tuple[str, ...]
    blanks: tuple[str, ...]
    code_alt: str
    foot: str
    page: str
    on: date


def card_sheet(language: str, card: KeyCard) -> KeySheet:
    """Return the page of a key card."""

    def told(code: str, **fill: object) -> str:
        return say(language, "key-sheet", code, **fill)

    contact = ((told("contact"), shown(card.contact)),) if card.contact else ()
    return KeySheet(
        language=language,
        title=told("card-title"),
        name=shown(card.name),
        role=word(language, "role", card.role),
        lead=(told("card-lead"),),
        groups_heading=told("fingerprint"),
        groups=tuple(card.public.digits.split()),
        in_a_row=6,
        facts=((told("from"), names.day(language, card.from_on)), *contact),
        points_heading=told("how"),
        points=tuple(told(f"card-{step}") for step in ("scan", "compare", "confirm")),
        blanks=(),
        code_alt=told("code-alt", name=shown(card.name)),
        foot=told("card-foot", name=shown(card.name)),
        page=say(language, "paper", "page", n="{n}", of="{of}"),
        on=card.from_on,
    )


def recovery_sheet(language: str, card: KeyCard, digits: str, made_on: date) -> KeySheet:
    """Return the sheet of a recovery key: `digits` as `seal.recovery` writes them, of the key on `card`."""

    def told(code: str, **fill: object) -> str:
        return say(language, "key-sheet", code, **fill)

    key = card.public
    of_key = (("of-key", key.digits), ("print", key.fingerprint))
    return KeySheet(
        language=language,
        title=told("recovery-title"),
        name=shown(card.name),
        role=word(language, "role", card.role),
        lead=(told("recovery-lead"), told("recovery-not")),
        groups_heading=told("digits"),
        groups=tuple(digits.split()),
        in_a_row=4,
        facts=((told("made"), names.day(language, made_on)), *((told(code), value) for code, value in of_key)),
        points_heading=told("keep"),
        points=tuple(told(f"recovery-{step}") for step in ("paper", "two", "use", "older")),
        blanks=(told("put-away"),),
        code_alt="",
        foot=told("recovery-foot", name=shown(card.name)),
        page=say(language, "paper", "page", n="{n}", of="{of}"),
        on=made_on,
    )  # fmt: skip


def render_keys(sheet: KeySheet, code: QrCode | None) -> bytes:
    """Return the PDF (PDF/A-3a, PDF/UA-1); the same sheet and code give the same bytes."""
    texts = {name: value for name, value in asdict(sheet).items() if name != "on"}
    more = {"keywords": made_with(_TEMPLATE, shelf_for(str(texts))), "mark": house_mark(),
            "code": None if code is None else code.svg}  # fmt: skip
    return set_page("keys.typ", texts | more, datetime.combine(sheet.on, time(), UTC))
