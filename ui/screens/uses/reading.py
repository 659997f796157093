"""From uses in the registry to the words of the list: what, where, who, and where the flag stands. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from likeness.registry.flags import OPEN, Step
from likeness.registry.uses import UseRow
from likeness.scope.judge import Verdict
from likeness.scope.use import Use
from likeness.values.days import day_in
from ui.kit.figures import MONTHS, month_text, week_start
from ui.kit.lists.use_words import Lookup, title_of, who_of
from ui.kit.words import tr, tr_n
from ui.screens.uses.state import Item


def items_of(
    rows: Iterable[UseRow], flags: Mapping[int, Step], titles: dict[str, str], terms: Lookup, whose: Mapping[int, str],
    today: date, lang: str,
) -> list[Item]:  # fmt: skip
    """Return the rows of the list under their date headings; rows come newest first.

    `whose` are the names of performers by row, where there are several.
    """
    items: list[Item] = []
    heading = ""
    for row in rows:
        words = _heading(row.use, today, lang)
        if words != heading:
            heading = words
            items.append(Item("", words))
        second = " · ".join(
            part for part in (_short_reason(row), whose.get(row.row, ""), *who_of(row, titles, terms)) if part
        )
        verdict, flag = row.newest.verdict, flags.get(row.row)
        code = flag.code if flag else "" if verdict is Verdict.IN_SCOPE else OPEN
        items.append(Item(row.use.id, title_of(row.use, lang), second, verdict.value, code))
    return items


def _heading(use: Use, today: date, lang: str) -> str:
    if use.at is None:
        return tr("No date")
    day = day_in(use.at, "UTC")
    if week_start(day) == week_start(today):
        return tr("This week")
    if (day.year, day.month) == (today.year, today.month):
        return tr("Earlier in {month}", month=MONTHS[lang][day.month - 1])
    return month_text(day, lang)


def _short_reason(row: UseRow) -> str:
    found = row.newest
    if found.broken == ("no-licence",):
        return tr("no licence")
    if found.broken:
        return tr_n("{n} term broken", "{n} terms broken", n=len(found.broken))
    if found.missing:
        return _unclear(found.missing[0])
    return ""


def _unclear(term: str) -> str:
    return {
        "likeness": tr("likeness unclear"),
        "user": tr("company unclear"),
        "date": tr("date unclear"),
        "project": tr("project unclear"),
        "act": tr("what was done is unclear"),
        "purpose": tr("purpose unclear"),
        "medium": tr("medium unclear"),
        "territory": tr("place unclear"),
        "language": tr("language unclear"),
        "modification": tr("changes unclear"),
        "age": tr("age unclear"),
        "content": tr("content unclear"),
        "length": tr("length unclear"),
        "limit": tr("count unclear"),
    }.get(term, tr("one fact unclear"))
