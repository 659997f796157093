"""`likeness registry strike`: when a strike began and ended; while one lasts, licences that say so allow no making."""

from __future__ import annotations

import click

from likeness.cli.session import Session
from likeness.paper.names import instant
from likeness.paper.wording import say
from likeness.values.days import moment_text, parse_instant

_ZONE = "UTC"


@click.command("strike")
@click.option("--began", metavar="INSTANT", help="a strike began then, 2026-11-01T00:00:00+01:00")
@click.option("--ended", metavar="INSTANT", help="the strike ended then")
@click.pass_obj
def strike(session: Session, began: str | None, ended: str | None) -> None:
    """List the strikes, or record that one began or ended; licences that say so allow no making meanwhile."""
    from likeness.acts.happened.record_strike import begin_strike, end_strike, strikes  # noqa: PLC0415  only here

    if began is not None and ended is not None:
        raise click.UsageError("Say one of --began and --ended.")
    office = session.office()
    if began is not None:
        office.do(begin_strike, parse_instant(began, "began"), session.progress())
    elif ended is not None:
        office.do(end_strike, parse_instant(ended, "ended"), session.progress())
    known, lang = strikes(office.registry), session.language
    rows = [
        {"began": moment_text(one.began), "ended": None if one.ended is None else moment_text(one.ended)}
        for one in known
    ]
    lines = [
        say(lang, "strike", "on", began=instant(lang, one.began, _ZONE))
        if one.ended is None
        else say(lang, "strike", "over", began=instant(lang, one.began, _ZONE), ended=instant(lang, one.ended, _ZONE))
        for one in known
    ]
    session.answer({"strikes": rows}, "\n".join(lines) or say(lang, "strike", "none"))
