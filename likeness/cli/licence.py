"""`likeness licence draft|warnings|sign|list|show|export|accept`; endings, amendments and dues have their own files."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from likeness.acts.checking.read_licence_file import read_licence_file
from likeness.acts.dues.near_dues import owing_by_use
from likeness.acts.licences.accept_licence import accept_licence
from likeness.acts.licences.accept_outside import outside_papers
from likeness.acts.licences.draft_licence import draft_licence, the_licence
from likeness.acts.licences.read_counterparty import counterparty
from likeness.acts.licences.sign_licence import sign_licence
from likeness.acts.rules.choose_rules import rules_refuse
from likeness.acts.rules.read_caveats import caveats_here
from likeness.cli.licence_amend import amend
from likeness.cli.licence_endings import notice, resume, suspend, text, withdraw
from likeness.cli.licence_paper import export, outside_add, outside_list, outside_row, outside_words
from likeness.cli.licence_told import told
from likeness.cli.owed import dates, owed
from likeness.cli.rows import licence_full, licence_row
from likeness.cli.rule_rows import caveat_line, caveat_row
from likeness.cli.session import Session, table
from likeness.cli.standing import licence_lines, used_row
from likeness.cli.whose_column import whose_column
from likeness.errors import LikenessError
from likeness.licence.rules.pack import SERIOUS
from likeness.licence.terms import Terms
from likeness.licence.terms_read import terms_from
from likeness.paper.wording import say, word
from likeness.paper.words import rule_words
from likeness.paper.words.voice import Voice, voice_for
from likeness.registry.find_licences import ENDS, Narrow
from likeness.registry.licence_row import STATES

_LARGEST = 8 * 1024 * 1024


@click.group("licence")
def command() -> None:
    """Draft, sign, export, accept and withdraw licences."""


for other in (amend, withdraw, suspend, resume, notice, text, owed, dates, export, outside_add, outside_list):
    command.add_command(other)


@command.command()
@click.argument("terms", type=click.Path(path_type=Path))
@click.pass_obj
def draft(session: Session, terms: Path) -> None:
    """Record a draft under the next number, and warn."""
    wanted = _terms(session, terms)
    office = session.office()
    warnings = [caveat_row(caveat, session.language) for caveat in caveats_here(office.desk, wanted)]
    row = office.do(draft_licence, wanted).value
    lines = [told(session.language, "drafted", row), *(caveat_line(one, session.language) for one in warnings)]
    session.answer({**licence_row(row), "warnings": warnings}, "\n".join(lines))


@command.command()
@click.argument("terms", type=click.Path(path_type=Path))
@click.pass_obj
def warnings(session: Session, terms: Path) -> None:
    """Say what a signer should know about terms, without recording anything."""
    wanted = _terms(session, terms)
    found = [caveat_row(caveat, session.language) for caveat in caveats_here(session.office().desk, wanted)]
    text = "\n".join(caveat_line(one, session.language) for one in found)
    session.answer({"warnings": found}, text or say(session.language, "warning", "none"))


@command.command()
@click.argument("number")
@click.option("--accept", "accepts", help="the words that accept what stands against signing")
@click.pass_obj
def sign(session: Session, number: str, accepts: str | None) -> None:
    """Sign a draft with your key."""
    office = session.office()
    draft = the_licence(office.desk, number)
    caveats = () if draft.signed else caveats_here(office.desk, draft.terms, replaces=draft.replaces)
    grave = [caveat_row(one, session.language)["text"] for one in caveats if one.level == SERIOUS]
    if grave and not rule_words.accepts(accepts or "") and not rules_refuse(office.registry):
        # The window asks for words here. Whoever typed her passphrase can still stop; a script goes on.
        session.advise("grave", why=" ".join(grave))
        session.ask_again("passphrase-to-sign")
    row = office.do(sign_licence, number, accepts, session.progress()).value
    session.answer(licence_full(office.registry, row), told(session.language, "signed", row))


@command.command("list")
@click.option("--state", type=click.Choice(STATES), help="only those in this state")
@click.option("--search", default="", help="words to look for")
@click.option("--ends", type=click.Choice(ENDS), help="only those that end then")
@click.option("--company", default="", help="its name, as it was signed")
@click.option("--project", default="", help="its title, as it was signed")
@click.option("--likeness", default="", help="its id")
@click.option("--performer", default="", help="the name")
@click.option("--owing", is_flag=True, help="money is open")
@click.pass_obj
def list_(session: Session, /, state: str | None, search: str, ends: str | None, **narrow: Any) -> None:
    """List licences, by number."""
    office = session.office()
    now, asked = office.clock.now(), Narrow(ends or "", **narrow)
    by_use = owing_by_use(office.desk) if asked.owing else ()
    states = (state,) if state else ()
    licences = office.registry.licences
    most = sum(licences.counts(now).values())
    found = licences.find(now, states=states, words=search, narrow=asked, by_use=by_use, most=most)
    rows = sorted(licences.page(found, now), key=lambda row: row.number)
    whose = whose_column(office.registry)
    lines = [
        (row.number, word(session.language, "state", row.state), *whose(row.terms.performer.name),
         row.terms.project.title, row.terms.licensee.name)
        for row in rows
    ]  # fmt: skip
    session.answer({"licences": [licence_row(row) for row in rows]}, table(lines) or session.say("no-licences"))


@command.command()
@click.argument("number")
@click.pass_obj
def show(session: Session, number: str) -> None:
    """Show a licence: plain words, then its terms."""
    from likeness.paper.sheets.licence_sheet import rows_of  # noqa: PLC0415  words are only needed for text
    from likeness.paper.words.summary import summary  # noqa: PLC0415

    office = session.office()
    row = the_licence(office.desk, number)
    titles = office.registry.doubles.titles()
    hers = row.own and voice_for(office.registry.owner.get().role) is Voice.PERFORMER
    plain = "".join(r.text for r in summary(session.language, row.terms, titles, to_performer=hers))
    state = word(session.language, "state", row.state)
    ends = licence_lines(session.language, row, office.clock.now())
    told_of = [*rows_of(session.language, row.terms, titles), *used_row(session.language, office.registry, row)]
    papers = outside_papers(office.desk, number)
    lines = [
        f"{row.number}  {state}",
        *ends,
        plain,
        "",
        table(told_of),
        *(outside_words(session.language, one) for one in papers),
    ]
    document = licence_full(office.registry, row) | {"outside": [outside_row(one) for one in papers]}
    session.answer(document, "\n".join(lines))


@command.command()
@click.argument("file")
@click.option("--as", "as_name", help="the licensee's name, where your registry bears another")
@click.pass_obj
def accept(session: Session, file: str, as_name: str | None) -> None:
    """Accept a licence as the company, or record the acceptance that came back; - reads pasted text."""
    data = session.given(file, _LARGEST)
    try:
        row = session.office().do(accept_licence, read_licence_file(data), as_name, session.progress()).value
    except LikenessError as fault:
        raise fault.at(file=file) from None
    document, lines = licence_full(session.office().registry, row), [told(session.language, "now", row)]
    other = counterparty(session.office().desk, row)
    if other is not None:
        who, known = other
        document["counterparty"] = {"name": who.name, "fingerprint": who.fingerprint, "trust": who.trust}
        lines.append(known.words(session.language))
    session.answer(document, "\n".join(lines))


def _terms(session: Session, path: Path) -> Terms:
    return terms_from(session.read_json(path), file=str(path))
