"""`likeness` and `likeness window`: the window on a registry, where there is one to open."""

from __future__ import annotations

import click

from likeness.cli.session import Session
from likeness.errors import Broken


@click.command("window")
@click.pass_obj
def command(session: Session) -> int:
    """Open the window on the registry; without one it offers to make one."""
    return open_here(session)


def open_here(session: Session) -> int:
    """Open the window and stay until it is closed; raise Broken("no-display") where this was started without one."""
    if session.open_window is None:
        raise Broken("no-display")
    return session.open_window(session.registry_path, None)
