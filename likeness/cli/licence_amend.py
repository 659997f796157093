"""`likeness licence amend`: what a licence says today beside what it would say, then the licence that replaces it."""

from __future__ import annotations

from pathlib import Path

import click

from likeness.acts.licences.amend_licence import amend_licence
from likeness.acts.licences.amended import amended
from likeness.acts.names import people_and_titles
from likeness.acts.rules.read_caveats import caveats_here
from likeness.cli.licence_told import told
from likeness.cli.rows import licence_full
from likeness.cli.rule_rows import caveat_line, caveat_row
from likeness.cli.session import Session
from likeness.licence.terms_read import terms_from
from likeness.paper.wording import say


@click.command()
@click.argument("number")
@click.argument("terms", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="show what would change, and sign nothing")
@click.option("--accept", "accepts", help="the words that accept what stands against signing")
@click.pass_obj
def amend(session: Session, number: str, terms: Path, dry_run: bool, accepts: str | None) -> None:
    """Sign a licence that replaces another one, with the changes term by term."""
    from likeness.paper.sheets.amended import changes  # noqa: PLC0415  words are only needed here

    wanted = terms_from(session.read_json(terms), file=str(terms))
    office = session.office()
    old = amended(office.desk, number, wanted)
    titles = people_and_titles(office.registry, (old.terms, wanted))
    found = changes(session.language, old.terms, wanted, titles)
    caveats = [caveat_row(one, session.language) for one in caveats_here(office.desk, wanted, replaces=number)]
    lines = [
        say(session.language, "licence-told", "change", term=one.label, before=one.before, after=one.after)
        for one in found
    ]
    lines += [caveat_line(one, session.language) for one in caveats]
    beside = {
        "changes": [{"term": one.label, "before": one.before, "after": one.after} for one in found],
        "warnings": caveats,
    }
    if dry_run:
        session.answer({"number": None, "replaces": number, **beside}, "\n".join(lines))
        return
    row = office.do(amend_licence, number, wanted, accepts).value
    lines.append(told(session.language, "amended", row, old=number))
    session.answer({**licence_full(office.registry, row), **beside}, "\n".join(lines))
