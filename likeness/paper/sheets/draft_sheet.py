"""A draft as a page to be read by an agent: its plain words and its terms, marked on each page as not signed.

It is no licence and must never look like one: it carries no code, no attachment and no seal.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime

from likeness.licence.terms import Terms
from likeness.paper import names
from likeness.paper.setting.fonts import shelf_for
from likeness.paper.setting.makings import made_with
from likeness.paper.setting.marks import DRAFT_TEMPLATE
from likeness.paper.setting.pdf import set_page
from likeness.paper.sheets.licence_sheet import rows_of
from likeness.paper.wording import Run, say, word
from likeness.paper.words.parts import Titles
from likeness.paper.words.summary import may, may_not, summary
from likeness.values.days import day_in

Rows = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class DraftSheet:
    """Every text of the page. `page` holds `{n}` and `{of}`; `mark` stands large behind each page."""

    language: str
    title: str
    subtitle: str
    mark: str
    heading: str
    note: str
    facts: Rows
    plain_heading: str
    plain: tuple[Run, ...]
    may_heading: str
    may: tuple[str, ...]
    may_not_heading: str
    may_not: tuple[str, ...]
    terms_heading: str
    terms: Rows
    foot: str
    page: str


def draft_sheet(
    language: str, number: str, terms: Terms, kinds: Titles, at: datetime, replaces: str | None = None
) -> DraftSheet:
    """Return the page of a draft as it is at an instant; `kinds` says of each likeness what it is in words."""

    def told(code: str, **fill: object) -> str:
        return say(language, "draft-sheet", code, **fill)

    day = names.day(language, day_in(at, terms.zone))
    facts = (
        (word(language, "paper", "performer"), terms.performer.name),
        (word(language, "paper", "company"), terms.licensee.name),
        *((told(code), text) for code, text in (("number", number), ("as-of", day), ("replaces", replaces)) if text),
    )
    labelled = {one: f"{names.sentence_case(kind)} ({one})" for one, kind in kinds.items()}
    return DraftSheet(
        language=language,
        title=told("title"),
        subtitle=terms.project.title,
        mark=told("mark"),
        heading=told("heading"),
        note=told("note"),
        facts=facts,
        plain_heading=word(language, "paper", "plain-words"),
        plain=tuple(summary(language, terms, kinds, to_performer=False)),
        may_heading=word(language, "paper", "they-may"),
        may=tuple(may(language, terms)),
        may_not_heading=word(language, "paper", "they-may-not"),
        may_not=tuple(may_not(language, terms)),
        terms_heading=word(language, "paper", "terms"),
        terms=tuple(rows_of(language, terms, labelled)),
        foot=told("foot", number=number, day=day),
        page=say(language, "paper", "page", n="{n}", of="{of}"),
    )


def render_draft(sheet: DraftSheet, made_at: datetime) -> bytes:
    """Return the PDF (PDF/A-3a, PDF/UA-1) of a draft; the same sheet and instant give the same bytes."""
    texts = asdict(sheet)
    return set_page("draft.typ", texts | {"keywords": made_with(DRAFT_TEMPLATE, shelf_for(str(texts)))}, made_at)
