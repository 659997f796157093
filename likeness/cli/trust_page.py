"""`likeness trust page`: the page on which any phone checks a licence, and the host that serves it."""

from __future__ import annotations

from pathlib import Path

import click

from likeness.acts.keys.export_page import export_page, name_host, page_host
from likeness.cli.handing_out import free_place
from likeness.cli.session import Session


@click.command("page")
@click.option("--to", "file", type=click.Path(path_type=Path), callback=free_place, help="write the page to a file")
@click.option("--with-confirmed", is_flag=True, help="put the cards you confirmed on it, and whom you know by them")
@click.option("--with-status", is_flag=True, help="sign a status list of today for it, so that it knows what ended")
@click.option("--host", help="the host that serves it: codes exported from now on open it there")
@click.option("--no-host", is_flag=True, help="codes carry no address any more")
@click.pass_obj
def page(
    session: Session, file: Path | None, with_confirmed: bool, with_status: bool, host: str | None, no_host: bool
) -> None:
    """Write the page that checks licences on a phone, or name its host."""
    if host is not None and no_host:
        raise click.UsageError("Say --host HOST or --no-host.")
    if (with_confirmed or with_status) and file is None:
        raise click.UsageError("--with-confirmed and --with-status need --to FILE.")
    office = session.office()
    if host is not None or no_host:
        office.do(name_host, host)
    if file is not None:
        office.do(export_page, file, with_confirmed=with_confirmed, with_status=with_status)
    named = page_host(office.registry)
    document = {"file": str(file) if file else None, "host": named}
    lines = [str(file)] if file else []
    lines += [f"https://{named}/V"] if named else []
    session.answer(document, "\n".join(lines) or session.say("no-host"))
