"""`likeness demo`: the invented world in a folder of its own, never the user's registry."""

from __future__ import annotations

import os
from pathlib import Path

import click

from likeness.cli.session import Session


@click.command("demo")
@click.option("--dir", "folder", type=click.Path(path_type=Path), help="where; a folder of its own if left out")
@click.option("--no-window", is_flag=True, help="build it, and open no window")
@click.pass_obj
def command(session: Session, folder: Path | None, *, no_window: bool) -> int:
    """Build the demo registry and open the window on it. It belongs to Liora Vantreight, who is invented."""
    from seeds.demo import PASSPHRASE, make_demo  # noqa: PLC0415  the invented world: only here

    passphrase = os.environ.get("LIKENESS_PASSPHRASE", PASSPHRASE)
    registry = make_demo(
        folder or _own_folder(),
        clock=session.clock,
        chance=session.chance,
        passphrase=passphrase,
        progress=session.progress(),
    )
    text = f"Demo registry: {registry}\nPassphrase: {passphrase}"
    session.answer({"registry": str(registry), "passphrase": passphrase}, text)
    if no_window or session.open_window is None:
        return 0
    return session.open_window(registry, passphrase)


def _own_folder() -> Path:
    from platformdirs import user_data_path  # noqa: PLC0415  only without --dir

    return user_data_path("likeness-demo", appauthor=False)
