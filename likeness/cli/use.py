"""`likeness use log|list|show`; import, undo, recheck, held, settle and evidence stand in rooms of their own."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click

from likeness.acts.names import known_projects
from likeness.acts.uses.log_use import log_use
from likeness.acts.whose import whose_uses
from likeness.cli.rows import use_row
from likeness.cli.session import Session, table
from likeness.cli.standing import counts_no_more, flag_lines
from likeness.cli.use_flag import evidence, settle
from likeness.cli.use_held import held
from likeness.cli.use_report import import_, recheck, undo
from likeness.cli.verdicts import EXITS
from likeness.cli.whose_column import whose_column
from likeness.errors import Refused
from likeness.licence.rules.pack import DUTY
from likeness.paper.wording import say, word
from likeness.registry.flags import Step
from likeness.registry.uses import UseRow
from likeness.scope.judge import Verdict
from likeness.scope.use import use_from
from likeness.values.text import shown
from likeness.values.unknown import unknown_code


@click.group("use")
def command() -> None:
    """Log uses and see which go beyond what was granted."""


command.add_command(import_)
command.add_command(undo)
command.add_command(recheck)
command.add_command(held)
command.add_command(settle)
command.add_command(evidence)


@command.command()
@click.argument("file", metavar="USE.json", type=click.Path(path_type=Path))
@click.pass_obj
def log(session: Session, file: Path) -> int:
    """Log one use; answers its verdict."""
    use = use_from(session.read_json(file), file=str(file))
    row = session.office().do(log_use, use, session.progress()).value
    _say(session, row)
    return EXITS[row.newest.verdict]


@command.command("list")
@click.option("--verdict", help="in-scope, out-of-scope or needs-review")
@click.option("--search", default="", help="words to look for")
@click.option("--to", "file", type=click.Path(path_type=Path), help="write them to FILE.csv or FILE.xlsx")
@click.pass_obj
def list_(session: Session, verdict: str | None, search: str, file: Path | None) -> None:
    """List uses, newest first."""
    office = session.office()
    verdicts = (_verdict(verdict),) if verdict else ()
    if file is not None:
        _write(session, file, verdicts, search)
        return
    uses = office.registry.uses
    rows = uses.page(uses.find(verdicts=verdicts, words=search, most=sum(uses.counts().values())))
    now, lang = office.clock.now(), session.language
    if session.json:
        session.answer({"uses": [use_row(office.registry, row, lang, now) for row in rows]}, "")
        return
    names = office.registry.people.all() | {one.id: one.title for one in known_projects(office.registry, now)}
    flags = office.registry.flags.newest([row.row for row in rows])
    told, whose = whose_column(office.registry), whose_uses(office.registry, rows)
    lines = (_line(lang, row, told(whose.get(row.row, "")), names, flags.get(row.row)) for row in rows)
    session.answer({}, table(lines) or session.say("no-uses"))


@command.command()
@click.argument("name")
@click.pass_obj
def show(session: Session, name: str) -> None:
    """Show one use with its verdict and the reasons."""
    row = session.office().registry.uses.get(name)
    if row is None:
        raise Refused("unknown-use", key=name)
    _say(session, row)


def _say(session: Session, row: UseRow) -> None:
    office = session.office()
    document = use_row(office.registry, row, session.language, office.clock.now())
    lines = [
        session.say("headed", name=row.use.id, text=word(session.language, "verdict", document["verdict"])),
        *counts_no_more(session.language, row),
        *document["why"],
        *document["remedies"],
        *document["duties"],
    ]
    also = (one for one in document["remarks"] if one["level"] != DUTY)  # duties are said already
    lines += [say(session.language, "duty", "rule", text=one["text"], source=one["source"]) for one in also]
    lines += flag_lines(session.language, office.registry, row)
    session.answer(document, "\n".join(shown(line) for line in lines))  # what was reported begins no line of ours


def _line(language: str, row: UseRow, whose: tuple[str, ...], names: Mapping[str, str], flag: Step | None
          ) -> tuple[str, ...]:  # fmt: skip
    use, found = row.use, row.newest
    asked = ", ".join(word(language, "term", one) for one in (*found.broken, *found.missing))
    who, what = (names.get(one, one) if one else "-" for one in (use.user, use.project))
    stands = word(language, "flag", flag.code) if flag else ""
    return use.id, word(language, "verdict", found.verdict.value), *whose, who, what, asked, stands


def _write(session: Session, file: Path, verdicts: tuple[str, ...], words: str) -> None:
    from likeness.acts.uses.export_log import export_log  # noqa: PLC0415  only where a table is written

    desk = session.office().desk
    written = export_log(
        desk, file, verdicts=verdicts, words=words, language=session.language, progress=session.progress()
    )
    session.answer({"file": str(file), "rows": written}, str(file))


def _verdict(text: str) -> str:
    code = text.upper().replace("-", "_")
    if code not in Verdict.__members__:
        raise unknown_code(text, "verdict", Verdict.__members__)
    return code
