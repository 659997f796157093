"""`likeness demo`: the invented world in a folder of its own, never the user's registry."""

from __future__ import annotations

import os
from pathlib import Path

import click

from likeness.cli.session import Session
from likeness.cli.whole_number import WholeNumber


@click.command("demo")
@click.option("--dir", "folder", type=click.Path(path_type=Path), help="where; a folder of its own if left out")
@click.option("--no-window", is_flag=True, help="build it, and open no window")
@click.option("--performers", type=WholeNumber(1, 1_000_000), help="instead: a crowd of so many performers")
@click.option("--licences", type=WholeNumber(1, 10_000_000), help="with so many licences")
@click.option("--uses", type=WholeNumber(0, 100_000_000), help="and so many uses")
@click.pass_obj
def command(
    session: Session,
    folder: Path | None,
    *,
    no_window: bool,
    performers: int | None,
    licences: int | None,
    uses: int | None,
) -> int:
    """Build the demo registry and open the window on it. It belongs to Liora Vantreight, who is invented."""
    from seeds.demo import PASSPHRASE  # noqa: PLC0415  the invented world: only here
    from seeds.world import WORDS  # noqa: PLC0415

    passphrase = os.environ.get("LIKENESS_PASSPHRASE", PASSPHRASE)
    is_story = (performers, licences, uses) == (None, None, None)
    if is_story:
        registry = _story(session, folder or _own_folder(), passphrase)
    else:
        registry = _crowd(session, folder or _own_folder() / "crowd", passphrase, (performers, licences, uses))
    document = {"registry": str(registry), "passphrase": passphrase}
    lines = [session.say("demo", file=registry), session.say("demo-passphrase", passphrase=passphrase)]
    if is_story:
        document["words"] = " ".join(WORDS.written(session.language))
        lines.append(session.say("demo-words", words=document["words"]))
    session.answer(document, "\n".join(lines))
    if no_window or session.open_window is None:
        return 0
    return session.open_window(registry, passphrase, ())


def _story(session: Session, folder: Path, passphrase: str) -> Path:
    from seeds.demo import make_demo  # noqa: PLC0415  see command

    return make_demo(
        folder, clock=session.clock, chance=session.chance, passphrase=passphrase, progress=session.progress()
    )


def _crowd(session: Session, folder: Path, passphrase: str, counts: tuple[int | None, int | None, int | None]) -> Path:
    from seeds.crowd.demo import make_crowd_demo  # noqa: PLC0415  see command

    performers, licences, uses = counts
    return make_crowd_demo(
        folder,
        performers=performers or max(1, (licences or 600) // 6),
        licences=licences or (performers or 100) * 6,
        uses=uses or 0,
        clock=session.clock,
        chance=session.chance,
        passphrase=passphrase,
        progress=session.progress(),
    )


def _own_folder() -> Path:
    from platformdirs import user_data_path  # noqa: PLC0415  only without --dir

    return user_data_path("likeness-demo", appauthor=False)
