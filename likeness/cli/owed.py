"""`likeness licence owed` and `likeness licence dates`: what is owed, what became of it, and a calendar file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from likeness.acts.dues.read_dues import dues_here
from likeness.acts.dues.settle_due import reopen_due, settle_due, waive_due
from likeness.acts.whose import performers_of_dues
from likeness.cli.session import Session, table
from likeness.cli.whole_number import WholeNumber
from likeness.cli.whose_column import Whose, whose_column
from likeness.licence.dues.due import Due
from likeness.values.days import parse_day
from likeness.values.money import Money, digits
from likeness.values.strict_json import LARGEST_INT


@click.command()
@click.option("--licence", metavar="NUMBER", help="only what is owed under this licence")
@click.option("--settle", metavar="KEY", help="say that this was paid, received or done")
@click.option("--waive", metavar="KEY", help="let this go")
@click.option("--reopen", metavar="KEY", help="take back what was said of this")
@click.option("--on", "on_day", metavar="DAY", help="with --settle: when; today if left out")
@click.option(
    "--minor",
    type=WholeNumber(0, LARGEST_INT),
    help="with --settle: the sum that came, in minor units; what is missing stays due",
)
@click.option("--currency", metavar="CODE", help="with --minor: its currency")
@click.option("--note", help="with --settle or --waive")
@click.option("--to", "file", type=click.Path(path_type=Path), help="write them to FILE.csv or FILE.xlsx")
@click.pass_obj
def owed(session: Session, licence: str | None, settle: str | None, waive: str | None, reopen: str | None,
         on_day: str | None, minor: int | None, currency: str | None, note: str | None,
         file: Path | None) -> None:  # fmt: skip
    """List what is owed: fees, residuals, overage, reports, deletions; or say what became of one of them."""
    if sum(word is not None for word in (settle, waive, reopen)) > 1:
        raise click.UsageError("Choose one of --settle, --waive and --reopen.")
    if (minor is None) != (currency is None):
        raise click.UsageError("--minor and --currency go together.")
    office = session.office()
    if settle is not None:
        day = None if on_day is None else parse_day(on_day, "on")
        office.do(settle_due, settle, on=day, money=_money(minor, currency), note=note)
    elif waive is not None:
        office.do(waive_due, waive, note=note)
    elif reopen is not None:
        office.do(reopen_due, reopen)
    dues = dues_here(office.desk, licence=licence)
    if file is not None:
        _write(session, file, dues)
        return
    whose = performers_of_dues(office.registry, dues)
    rows = [{**due_row(due, session.language), "performer": whose[due.key] or None} for due in dues]
    session.answer({"dues": rows}, _text(dues, session.language, whose_column(office.registry), whose))


@click.command()
@click.option("--to", "path", required=True, metavar="FILE.ics", type=click.Path(path_type=Path),
              help="where to write it")  # fmt: skip
@click.pass_obj
def dates(session: Session, path: Path) -> None:
    """Write all dates as a calendar file: ends, dues, deletions, notices."""
    from likeness.acts.dues.export_dates import export_dates  # noqa: PLC0415  words and names only here
    from likeness.paper.names import many  # noqa: PLC0415

    count = session.office().do(export_dates, path, session.language).value
    told = many(session.language, "command", "dates", count)
    session.answer({"file": str(path), "dates": count}, f"{told}\n{path}")


def _write(session: Session, file: Path, dues: list[Due]) -> None:
    from likeness.acts.dues.export_dues import export_dues  # noqa: PLC0415  only where a table is written

    rows = session.office().do(export_dues, file, dues, session.language).value
    session.answer({"file": str(file), "rows": rows}, str(file))


def due_row(due: Due, language: str) -> dict[str, Any]:
    """Return a due as JSON values."""
    from likeness.paper.words import due_words  # noqa: PLC0415  names load a library

    said = due.said
    return {
        "key": due.key,
        "kind": due.kind,
        "licence": due.licence or None,
        "company": due.company or None,
        "on": due.on.isoformat() if due.on else None,
        "money": {"minor": due.money.minor, "currency": due.money.currency} if due.money else None,
        "for": due_words.about(language, due),
        "use": due.use,
        "period": due.period,
        "count": due.count,
        "state": due.state,
        "said": None if said is None else {"on": said.on.isoformat(), "note": said.note},
    }


def _money(minor: int | None, currency: str | None) -> Money | None:
    if minor is None or currency is None:
        return None
    digits(currency)
    return Money(minor, currency)


def _text(dues: list[Due], language: str, told: Whose, whose: Mapping[str, str]) -> str:
    from likeness.paper.words import due_words  # noqa: PLC0415  see due_row

    lines = [
        (
            due.on.isoformat() if due.on else "-",
            due_words.state(language, due),
            *told(whose[due.key]),
            due.company or "-",
            due_words.amount(language, due),
            due_words.about(language, due),
            due.key,
        )
        for due in dues
    ]
    return table(lines) if lines else due_words.nothing(language)
