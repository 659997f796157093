"""`likeness` and `likeness window`: the window on a registry, where there is one to open."""

from __future__ import annotations

from pathlib import Path

import click

from likeness.cli.session import Session
from likeness.errors import Broken


@click.command("window")
@click.argument("files", metavar="[FILE...]", nargs=-1, type=click.Path(path_type=Path))
@click.pass_obj
def command(session: Session, files: tuple[Path, ...]) -> int:
    """Open the window on the registry, and check the licences in these files; without a registry it offers one."""
    return open_here(session, files)


def open_here(session: Session, files: tuple[Path, ...] = ()) -> int:
    """Open the window and stay until it is closed; raise Broken("no-display") where this was started without one."""
    if session.open_window is None:
        raise Broken("no-display")
    return session.open_window(session.registry_path, None, files)
