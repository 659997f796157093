"""From what waits and what came in to the words of the Overview. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import PurePath

from likeness.acts import read_attention as waits
from likeness.acts.dues.read_earnings import Earned, Earnings
from likeness.acts.read_attention import Matter
from likeness.licence.dues.due import DELETION, REPORT
from likeness.paper.words import attention_words as said
from likeness.values.money import Money
from ui.kit.figures import sum_text
from ui.kit.words import tr, tr_n
from ui.screens.overview.state import Income, Line, Row

LOOKS = {
    waits.OUT: ("circle-x", "red"),
    waits.REVIEW: ("circle-question-mark", "amber"),
    DELETION: ("trash-2", "red"),
    waits.ENDS: ("calendar-clock", "amber"),
    REPORT: ("file-clock", "amber"),
    waits.FEE_OVERDUE: ("receipt", "amber"),
    waits.FEE_DUE: ("receipt", "blue"),
    waits.ASLEEP: ("moon", "blue"),
    waits.BACKUP: ("database-backup", "amber"),
    waits.WORDS: ("lock-open", "amber"),
}
MOST_PROJECTS = 3


def row_of(matter: Matter, lang: str) -> Row:
    """Return one thing that waits in words."""
    icon, hue = LOOKS[matter.kind]
    first, second = _words(matter, lang)
    action = said.action(lang, matter.kind)
    return Row(matter.kind, icon, hue, first, second, action, matter.screen, matter.key)


def _words(matter: Matter, lang: str) -> tuple[str, str]:
    others = matter.count - 1 if matter.key else 0
    if matter.kind == waits.BACKUP:
        first = said.backup(lang, matter.days, ever=bool(matter.count))
        return first, said.about_backup(lang, PurePath(matter.title).name or matter.title, matter.trouble)
    if matter.kind == waits.WORDS:
        return said.heading(lang, matter.kind, matter.count), said.about_words(lang)
    if matter.due is not None:
        late = 0 if matter.kind == waits.FEE_DUE else matter.days
        second = said.about_due(lang, matter.performer, matter.due, late, others)
        if matter.due.pays:
            return said.sums(lang, matter.kind, matter.sums, matter.unknown), second
        return said.heading(lang, matter.kind, matter.count), second
    first = said.heading(lang, matter.kind, matter.count, more=matter.more)
    if matter.kind == waits.ENDS:
        return first, said.about_end(lang, matter.performer, matter.title, matter.on, others)
    return first, said.about_use(lang, matter.performer, matter.title, matter.company, others)


def incomes_of(earnings: Earnings, lang: str) -> tuple[Income, ...]:
    """Return each currency with its largest projects; the rest of them stand together."""
    return tuple(_income(one, lang) for one in earnings.earned)


def _income(earned: Earned, lang: str) -> Income:
    largest, rest = earned.projects[:MOST_PROJECTS], earned.projects[MOST_PROJECTS:]
    if len(rest) == 1:
        largest, rest = (*largest, *rest), ()
    most = largest[0][1].minor or 1
    lines = [Line(title, sum_text(money, lang), money.minor / most) for title, money in largest]
    if rest:
        others = Money(sum(money.minor for _title, money in rest), earned.total.currency)
        words = tr_n("{n} other", "{n} others", n=len(rest))
        lines.append(Line(words, sum_text(others, lang), others.minor / most, "grey_solid"))
    parts = [tr("{sum} fees", sum=sum_text(earned.fees, lang))] if earned.fees.minor else []
    if earned.others.minor:
        parts.append(tr("{sum} residuals", sum=sum_text(earned.others, lang)))
    return Income(sum_text(earned.total, lang), " · ".join(parts), tuple(lines))


def unknown_words(count: int) -> str:
    """Return that the sums of some payments were never entered."""
    return tr_n("{n} payment without a sum", "{n} payments without a sum", n=count) if count else ""


def sums_text(sums: Iterable[Money], lang: str) -> str:
    """Return sums of several currencies side by side, never added."""
    return " · ".join(sum_text(money, lang) for money in sums)


def count_words(rows: Sequence[Row]) -> str:
    """Return how many things wait."""
    return tr_n("{n} thing", "{n} things, most urgent first", n=len(rows)) if rows else ""
