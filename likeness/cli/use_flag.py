"""`likeness use settle|evidence`: what became of a use that goes beyond its licence, and what shows it."""

from __future__ import annotations

import json
from pathlib import Path

import click

from likeness.acts.uses.add_evidence import add_evidence
from likeness.acts.uses.settle_flag import ANSWERS, move_flag, settle_flag
from likeness.cli.session import Session
from likeness.licence.terms_write import terms_to
from likeness.paper.wording import say, word
from likeness.registry.flags import OPEN


@click.command("settle")
@click.argument("name")
@click.option("--as", "answer", required=True, type=click.Choice((*ANSWERS, OPEN)),
              help="what became of it; `open` takes back what was said")  # fmt: skip
@click.option("--note", help="why, in your own words")
@click.pass_obj
def settle(session: Session, name: str, answer: str, note: str | None) -> None:
    """Say what became of a use; `allowed` offers the amendment that would have allowed it."""
    change = session.office().do(move_flag if answer == OPEN else settle_flag, name, answer, note).value
    amendments = [{"number": number, "terms": terms_to(terms)} for number, terms in change.amendments]
    lines = [say(session.language, "flag", "moved", use=name, state=word(session.language, "flag", change.after.code))]
    lines += [say(session.language, "flag", "paid", key=due.key) for due in change.dues]
    for one in amendments:
        lines.append(say(session.language, "flag", "amend", number=one["number"]))
        lines.append(json.dumps(one["terms"], ensure_ascii=False, indent=2))
    state = {"use": name, "flag": change.after.state, "way": change.after.way, "was": change.before.state}
    session.answer({**state, "amendments": amendments}, "\n".join(lines))


@click.command("evidence")
@click.argument("name")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--note", help="what it shows")
@click.pass_obj
def evidence(session: Session, name: str, file: Path, note: str | None) -> None:
    """Add a file that shows a use; it stays where it is, and its fingerprint is kept."""
    one = session.office().do(add_evidence, name, file, note, session.progress()).value
    text = say(session.language, "flag", "evidence", name=one.name, print=one.sha256.hex()[:16])
    session.answer({"use": name, "name": one.name, "size": one.size, "sha256": one.sha256.hex()}, text)
