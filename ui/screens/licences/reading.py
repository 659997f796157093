"""From a licence in the registry to the words of the table and the pane. No Qt."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from likeness.acts.happened.record_notice import EVENTS
from likeness.paper import names
from likeness.paper.wording import word
from likeness.paper.words import parts
from likeness.paper.words.ending_words import withdrawal_words
from likeness.paper.words.outside_words import outside_line
from likeness.paper.words.summary import may_not, summary
from likeness.registry.licence_row import LicenceRow
from likeness.values.days import day_in
from ui.kit.figures import day_brief, sum_text
from ui.kit.lists.amendment import changed_terms
from ui.kit.words import tr
from ui.screens.licences.state import Cells, Detail, Run

SOON = timedelta(days=30)
NOTICES = tuple(EVENTS.values())  # the kinds of statement that can be handed out as a notice
_PERFORMER = "performer"


def cells_of(row: LicenceRow, kinds: dict[str, str], now: datetime, lang: str, *, several: bool) -> Cells:
    """Return one row of the table; where there are `several` performers it names its own."""
    terms = row.terms
    last = terms.last_day
    today = day_in(now, terms.zone)
    return Cells(
        state=row.state,
        number=row.number,
        performer=terms.performer.name if several else "",
        project=terms.project.title,
        company=terms.licensee.name,
        likeness=names.sentence_case(
            ", ".join(dict.fromkeys(short_kind(kinds.get(one, one)) for one in terms.likenesses))
        ),
        ends=tr("No end") if last is None else day_brief(last, lang),
        fee=tr("None") if terms.fee.money is None else sum_text(terms.fee.money, lang),
        soon=row.state == "in-force" and last is not None and today <= last <= today + SOON,
    )


def short_kind(kind: str) -> str:
    """Return one word for a kind of likeness, for a narrow column."""
    return {
        "face-scan": tr("face"),
        "photogrammetry": tr("face"),
        "face-model": tr("face"),
        "body-scan": tr("body"),
        "volumetric-capture": tr("body"),
        "full-double": tr("double"),
        "motion-capture": tr("motion"),
        "performance-recording": tr("motion"),
        "voice-recording": tr("voice"),
        "voice-model": tr("voice"),
        "singing-voice-model": tr("singing"),
        "name-or-signature": tr("name"),
    }.get(kind, kind)


def detail_of(registry: Any, row: LicenceRow, doubles: dict[str, str], now: datetime, lang: str, *, several: bool
              ) -> Detail:  # fmt: skip
    """Return everything the pane shows; `doubles` are the kinds of the likenesses by their ids."""
    terms = row.terms
    kinds = {name: word(lang, "kind", kind) for name, kind in doubles.items()}
    owner = registry.owner.get()
    hers = row.own and owner.role == _PERFORMER
    return Detail(
        number=row.number,
        state=row.state,
        own=row.own,
        title=terms.project.title,
        about=" · ".join((*([terms.performer.name] if several else []), terms.licensee.name,
                          _where_it_stands(row, lang))),
        plain=tuple(_run(run) for run in summary(lang, terms, kinds, to_performer=hers)),
        may_not=tuple(may_not(lang, terms)[:5]),
        facts=(*_facts(row, lang), *_signed_elsewhere(registry, row, lang)),
        company=terms.licensee.name,
        likeness=names.joined(lang, (kinds.get(one, one).lower() for one in terms.likenesses)),
        performer=terms.performer.name,
        ending=tuple(_ending(row, now, lang)),
        notice=registry.statements.newest_about(row.digest or b"", NOTICES) is not None,
        replaces=row.replaces or "",
        bears="" if row.own or terms.licensee.name == owner.name else owner.name,
        changes=changed_terms(registry, now, row.replaces, terms, lang),
    )  # fmt: skip


def _ending(row: LicenceRow, now: datetime, lang: str) -> list[str]:
    terms = row.terms
    at = now + timedelta(days=terms.notice)
    return withdrawal_words(lang, terms.notice, at, terms.zone, works_made_stay=terms.works_made_stay)


def _run(run: Any) -> Run:
    return run.text, "risk" if run.risky else "fact" if run.strong else ""


def _where_it_stands(row: LicenceRow, lang: str) -> str:
    zone = row.terms.zone
    if row.signed_at is None:
        return tr("not signed yet")
    if row.withdrawn_at is not None:
        return tr("withdrawn, in effect on {day}", day=names.day(lang, day_in(row.withdrawn_at, zone)))
    if row.replaced_by:
        return tr("replaced by {number}", number=row.replaced_by)
    if row.accepted_at is None and row.terms.basis == "consent":  # nobody accepts a consent
        return tr("signed on {day}", day=names.day(lang, day_in(row.signed_at, zone)))
    if row.accepted_at is None:
        return tr("signed on {day}, not accepted yet", day=names.day(lang, day_in(row.signed_at, zone)))
    return tr("signed by both on {day}", day=names.day(lang, day_in(row.accepted_at, zone)))


def _facts(row: LicenceRow, lang: str) -> list[tuple[str, str, str]]:
    terms = row.terms
    facts = [("coins", tr("Fee"), str(parts.fee(lang, terms)))]
    if terms.residuals:
        facts.append(("repeat", tr("Residuals"), str(parts.residuals(lang, terms))))
    facts.append(("calendar", tr("Dates"), str(parts.span(lang, terms.create))))
    if terms.exploit is not None:
        facts.append(("play", tr("Shown"), str(parts.span(lang, terms.exploit))))
    if terms.delete_by is not None:
        facts.append(("trash-2", tr("Delete by"), names.day(lang, terms.delete_by)))
    return [(icon, heading, names.sentence_case(text)) for icon, heading, text in facts]


def _signed_elsewhere(registry: Any, row: LicenceRow, lang: str) -> list[tuple[str, str, str]]:
    """Return the copies that were signed outside: evidence that nobody checked, and no acceptance."""
    papers = registry.outside.of(row.row)
    return [
        ("file-signature", tr("Elsewhere"), outside_line(lang, one.name, one.sha256, one.added_at)) for one in papers
    ]
