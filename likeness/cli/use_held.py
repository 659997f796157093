"""`likeness use held`: rows that contradict an earlier one, and which of the two is right."""

from __future__ import annotations

from typing import Any

import click

from likeness.acts.uses.answer_held import KEEP, TAKE, answer_held, earlier_of
from likeness.cli.session import Session
from likeness.cli.whole_number import WholeNumber
from likeness.paper.wording import say
from likeness.registry.reports import Held
from likeness.scope.use import use_to
from likeness.values.strict_json import LARGEST_INT
from likeness.values.text import shown


@click.command("held")
@click.argument("row", type=WholeNumber(0, LARGEST_INT), required=False)
@click.option("--keep", "answer", flag_value=KEEP, help="the earlier row is right")
@click.option("--take", "answer", flag_value=TAKE, help="the new row is right; it corrects the earlier one")
@click.pass_obj
def held(session: Session, row: int | None, answer: str | None) -> None:
    """List the rows that say something else than before, or say of one, ROW, which is right."""
    if (row is None) != (answer is None):
        raise click.UsageError("Name the row and one of --keep and --take, or neither.")
    office = session.office()
    if row is not None and answer is not None:
        one = office.do(answer_held, row, answer, session.progress()).value
        told = say(session.language, "held", answer, line=one.line_id)
        session.answer({"row": row, "line_id": one.line_id, "answer": answer}, told)
        return
    rows = [_row(session, one) for one in office.registry.reports.held()]
    lines = [line for one in rows for line in _lines(session.language, one)]
    session.answer({"held": rows}, "\n".join(shown(line) for line in lines) or say(session.language, "held", "none"))


def _row(session: Session, one: Held) -> dict[str, Any]:
    office = session.office()
    report, earlier = office.registry.reports.get(one.report), earlier_of(office.desk, one)
    now = _facts(use_to(one.use))
    before = _facts(use_to(earlier.use)) if earlier else {}
    named = {"row": one.id, "line_id": one.line_id, "line": one.line, "file": report.file if report else None}
    changed = sorted(fact for fact in {*now, *before} if fact != "id" and now.get(fact) != before.get(fact))
    return {**named, "changed": {fact: {"before": before.get(fact), "now": now.get(fact)} for fact in changed}}


def _facts(use: dict[str, Any]) -> dict[str, Any]:
    quantity = {f"quantity.{unit}": many for unit, many in use.get("quantity", {}).items()}
    return {name: value for name, value in use.items() if name != "quantity"} | quantity


def _lines(language: str, row: dict[str, Any]) -> list[str]:
    place = say(language, "held", "place", **{name: row[name] for name in ("row", "line_id", "line", "file")})
    return [
        place,
        *(f"  {fact}: {_text(told['before'])} | {_text(told['now'])}" for fact, told in row["changed"].items()),
    ]


def _text(value: Any) -> str:
    if value is None:
        return "-"
    return "|".join(value) if isinstance(value, list) else str(value)
