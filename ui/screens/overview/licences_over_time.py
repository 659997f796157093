"""From licences to the bars of the timeline. No Qt.

A bar is the window in which something may be made, cut where the licence was withdrawn or replaced; what was made may
be shown for longer, and that is a line behind it. Licences of one performer for one project and company share a lane.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from likeness.paper import names
from likeness.paper.wording import word
from likeness.registry.licence_row import LicenceRow
from likeness.values.days import day_in
from ui.kit.figures import day_near, day_text
from ui.kit.words import tr
from ui.screens.overview.state import Bar, Lane

SOON = timedelta(days=30)
_ENDED = ("withdrawn", "replaced", "expired")


def lanes_of(rows: Iterable[LicenceRow], kinds: dict[str, str], whose: Mapping[str, str], today: date, lang: str
             ) -> tuple[Lane, ...]:  # fmt: skip
    """Return the lanes: first what runs and ends soonest, then what is still to come, then what is over.

    `whose` are the performers of licences by number, where there are several.
    """
    bars: dict[tuple[str, str], list[Bar]] = {}
    for row in rows:
        performer = whose.get(row.number, "")
        who = " · ".join(part for part in (performer, row.terms.licensee.name) if part)
        bars.setdefault((row.terms.project.title, who), []).append(_bar(row, performer, kinds, today, lang))
    lanes = [Lane(title, who, _by_day(found)) for (title, who), found in bars.items()]
    return tuple(sorted(lanes, key=lambda lane: _urgency(lane, today)))


def _by_day(bars: list[Bar]) -> tuple[Bar, ...]:
    return tuple(sorted(bars, key=lambda bar: (bar.first, bar.number)))


def _urgency(lane: Lane, today: date) -> tuple[int, date, str]:
    newest = lane.bars[-1]
    if newest.look == "ended":
        return 2, date.max - ((newest.last or today) - date.min), lane.title
    return int(newest.look == "offered"), newest.last or date.max, lane.title


def _bar(row: LicenceRow, performer: str, kinds: dict[str, str], today: date, lang: str) -> Bar:
    terms, cut = row.terms, _cut(row)
    last = terms.create.last if cut is None else min(cut, terms.create.last or cut)
    exploit = terms.exploit if cut is None else None
    shown_until = exploit.last if exploit and last and (exploit.last is None or exploit.last > last) else None
    shown_on = exploit is not None and exploit.last is None and last is not None
    look = _look(row.state, [last, shown_until], today)
    what = names.sentence_case(names.joined(lang, dict.fromkeys(word(lang, "kind", kinds.get(one, one))
                                                               for one in terms.likenesses)))  # fmt: skip
    until, later = _until(last, lang), exploit and _until(exploit.last, lang)
    longer = shown_on or shown_until is not None
    spoken = tr("{project}, {company}, {first} to {last}, {state}", project=terms.project.title,
                company=terms.licensee.name, first=day_text(terms.create.first, lang), last=until,
                state=word(lang, "state", row.state))  # fmt: skip
    spoken = f"{performer}, {spoken}" if performer else spoken
    if longer:
        spoken += f", {tr('no end of showing') if shown_on else tr('shown until {day}', day=later)}"
    return Bar(
        number=row.number, look=look, first=terms.create.first, last=last, shown_until=shown_until, shown_on=shown_on,
        words=_words(row.state, look, what, last, today, lang, longer=longer), spoken=spoken,
        cells=(row.state, performer, terms.project.title, terms.licensee.name, day_text(terms.create.first, lang),
               until, later or ""),
    )  # fmt: skip


def _until(day: date | None, lang: str) -> str:
    return tr("No end") if day is None else day_text(day, lang)


def _cut(row: LicenceRow) -> date | None:
    """Return the day on which a licence was withdrawn or replaced."""
    ends = [at for at in (row.withdrawn_at, row.replaced_at) if at is not None]
    return day_in(min(ends), row.terms.zone) if ends else None


def _look(state: str, ends: list[date | None], today: date) -> str:
    if state in _ENDED or all(day is not None and day < today for day in ends[:1]):
        return "ended"
    if state == "in-force" and any(day is not None and today <= day <= today + SOON for day in ends):
        return "soon"
    return state


def _words(state: str, look: str, what: str, last: date | None, today: date, lang: str, *, longer: bool) -> str:
    """Return what stands on a bar; where showing goes on for longer, its end is the end of making."""
    day = "" if last is None else day_near(last, today, lang)
    if state == "withdrawn":
        return tr("Withdrawn {day}", day=day)
    if state == "replaced":
        return tr("Replaced {day}", day=day)
    if look == "ended":
        return tr("Making ended {day}", day=day) if longer else tr("Ended {day}", day=day)
    if look in ("offered", "suspended"):
        return f"{names.sentence_case(word(lang, 'state', state))} · {what}"
    ends = tr("making ends {day}", day=day) if longer else tr("ends {day}", day=day)
    return f"{what} · {ends if day else tr('no end')}"
