"""Any words on the command line: every command, with arguments and options that fit it, or that nobody expects.

``python -m tests.fuzz.words [TURNS] [SEED]`` throws as many as one likes at an invented registry, and tells which ones
the house had to apologise for. Files are only named inside the folder it runs in.
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import BytesIO, StringIO, TextIOWrapper
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from unittest.mock import patch

import click

from likeness.cli.main import house, main
from likeness.cli.session import EXIT_BROKEN
from tests.fakes.grants import grant
from tests.fakes.lines import PASSPHRASE
from tests.fakes.meeting import key_of, meet
from tests.fakes.offices import an_office
from tests.fakes.reports import write_uses
from tests.fakes.uses import ALLOWED

LEFT_OUT = {"demo", "page", "time-stamp", "passphrase"}  # a world, the network, and what locks everything else out
STRANGE = ["", "-1", "0", "1", "2", "²", "１", "9" * 40, "9" * 300, "x" * 300, "x@²", "x@" + "9" * 20, "@1", "a\nb",
           "\u202e", "\udcff", "caf\udce9.pdf", "=1+1", ".", "new/dir/x", "a|b", "{}", "[]", "null", "%s", "'", '"',
           "*", "never", "EUR", "FR", "nan", "1e400", "12.50 EUR", "u-1", "paid", "liora", "tidewrack"]  # fmt: skip
MOMENTS = ["2026-04-01", "2026-04-01T09:00:00Z", "2026-02-30", "0001-01-01", "9999-12-31", "9999-12-31T23:59:59-14:00"]


@dataclass(frozen=True)
class World:
    """A folder with a registry, and what stands in it."""

    folder: Path
    known: list[str]


def a_world(folder: Path) -> World:
    """Make Liora's registry with a licence, uses, a report and her agent's card, and files of all kinds beside it."""
    offices = (
        an_office(folder),
        an_office(folder, "Tidewrack Pictures Ltd", "company"),
        an_office(folder, "Halden", "agent"),
    )
    number = grant(*offices[:2])
    meet(offices[0], offices[2])
    known = [number, "2026-0002", "liora-voice-2025", key_of(offices[2])]
    for office in offices:
        office.close()
    write_uses(folder / "report.csv", [ALLOWED, ALLOWED])
    (folder / "plain.txt").write_text("nothing of ours")
    for words in (
        ("use", "import", "report.csv"),
        ("licence", "export", number, "--to", "out"),
        ("trust", "card", "--to", "card.png"),
        ("registry", "backup", "old.likeness-backup"),
    ):
        assert said(folder, words).code == 0, words
    files = [str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()]
    return World(folder, [*known, *files])


def commands(group: click.Group = house, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Yield every command with the words that name it."""
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if isinstance(command, click.Group):
            yield from commands(command, (*path, name))
        elif command is not None and name not in LEFT_OUT:
            yield (*path, name), command


def some_words(dice: Random, world: World, path: tuple[str, ...], command: click.Command) -> list[str]:
    """Return a command with whatever the dice give it."""
    words = list(path)
    for one in command.params:
        if isinstance(one, click.Argument):
            words += [_value(dice, world, one) for _ in range(1 if one.required or dice.random() < 0.7 else 0)]
        elif isinstance(one, click.Option) and dice.random() < (0.85 if one.required else 0.25):
            words.append(one.opts[0])
            words += [] if one.is_flag else [_value(dice, world, one)]
    return [*words, *dice.choice(([], ["--json"], ["--lang", "fr"]))]


def _value(dice: Random, world: World, one: click.Parameter) -> str:
    if isinstance(one.type, click.Choice) and dice.random() < 0.7:
        return str(dice.choice(list(one.type.choices)))
    return dice.choice(dice.choice((STRANGE, MOMENTS, world.known, world.known)))


@dataclass(frozen=True)
class Said:
    """What a command answered; `bug` where the house had to apologise."""

    code: int
    out: str
    bug: Exception | None


def said(folder: Path, words: tuple[str, ...] | list[str]) -> Said:
    """Run a command in the folder, with nothing on its input."""
    bugs, out, before = list[Exception](), StringIO(), sys.stdin
    sys.stdin = TextIOWrapper(BytesIO(b""))

    def apologise(_session: object, bug: Exception) -> int:
        bugs.append(bug)
        return EXIT_BROKEN

    try:
        with (
            patch("likeness.cli.session.Session.apologise", apologise),
            chdir(folder),
            redirect_stdout(out),
            redirect_stderr(out),
        ):
            code = main([*words, "--registry", "liora.registry"])
    finally:
        sys.stdin = before
    return Said(code, out.getvalue(), bugs[0] if bugs else None)


def throw(turns: int, seed: int) -> tuple[Counter[int], list[tuple[list[str], Exception]]]:
    """Throw words at a world; returns how often each code was answered, and what the house had to apologise for."""
    dice, codes, bugs, listed = Random(seed), Counter[int](), list[tuple[list[str], Exception]](), list(commands())
    with TemporaryDirectory() as folder, patch.dict(os.environ, LIKENESS_PASSPHRASE=PASSPHRASE):
        world = a_world(Path(folder))
        for _ in range(turns):
            words = some_words(dice, world, *dice.choice(listed))
            answer = said(world.folder, words)
            codes[answer.code] += 1
            bugs += [] if answer.bug is None else [(words, answer.bug)]
    return codes, bugs


if __name__ == "__main__":
    answered, broken = throw(int(sys.argv[1]) if sys.argv[1:] else 5_000, int(sys.argv[2]) if sys.argv[2:] else 1)
    sys.stdout.write(f"{dict(answered)}\n" + "".join(f"{words}: {bug!r}\n" for words, bug in broken))
    sys.exit(1 if broken else 0)
