"""The page of the twelve words, for a drawer: the words, what they do, where to keep them. It holds a secret.

Word by word, numbered, in letters that tell l from 1. The words are kept nowhere: the page is made once, for paper.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, time

from likeness.paper import names
from likeness.paper.setting.fonts import shelf_for
from likeness.paper.setting.makings import made_with
from likeness.paper.setting.pdf import house_mark, set_page
from likeness.paper.wording import say
from likeness.values.text import shown

WORDS_MARK = "likeness-words-"  # stands plainly in the file: it is told from a licence
_TEMPLATE = f"{WORDS_MARK}1"
_KEEPING = ("paper", "read", "two", "newer")


@dataclass(frozen=True)
class WordSheet:
    """Every text of the page; `uses` say how the words are used, `blanks` are lines to be filled in by hand."""

    language: str
    title: str
    name: str
    made: str
    lead: tuple[str, ...]
    words_heading: str
    words: tuple[str, ...]
    uses_heading: str
    uses: tuple[str, ...]
    points_heading: str
    points: tuple[str, ...]
    blanks: tuple[str, ...]
    foot: str
    page: str
    on: date


def word_sheet(language: str, name: str, words: tuple[str, ...], made_on: date, *, reports: bool) -> WordSheet:
    """Return the page of `words`; `reports` tells whether they also report a lost key."""

    def told(code: str, **fill: object) -> str:
        return say(language, "word-sheet", code, **fill)

    more = (("report",), ("stolen",)) if reports else ((), ())
    leads, uses = ("lead", "alone", *more[0]), ("forgot", "lost", *more[1], "typing")
    return WordSheet(
        language=language,
        title=told("title"),
        name=shown(name),
        made=told("made", day=names.day(language, made_on)),
        lead=tuple(told(code) for code in leads),
        words_heading=told("words"),
        words=words,
        uses_heading=told("uses"),
        uses=tuple(told(code) for code in uses),
        points_heading=told("keep"),
        points=tuple(told(code) for code in _KEEPING),
        blanks=(told("kept-at"), told("backups-at")),
        foot=told("foot", name=shown(name)),
        page=say(language, "paper", "page", n="{n}", of="{of}"),
        on=made_on,
    )


def render_words(sheet: WordSheet) -> bytes:
    """Return the PDF (PDF/A-3a, PDF/UA-1); the same sheet gives the same bytes."""
    texts = {name: value for name, value in asdict(sheet).items() if name != "on"}
    more = {"keywords": made_with(_TEMPLATE, shelf_for(str(texts))), "mark": house_mark()}
    return set_page("words.typ", texts | more, datetime.combine(sheet.on, time(), UTC))
