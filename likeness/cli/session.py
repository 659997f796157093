"""One run of the command line: its options, its open registry, and how it answers."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterable, Mapping
from contextlib import ExitStack, suppress
from gettext import gettext
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from likeness.cli.tongue import spoken
from likeness.errors import Broken, LikenessError, Refused, Unreadable
from likeness.values.chance import SystemChance
from likeness.values.clock import SystemClock
from likeness.values.keep import read_file
from likeness.values.strict_json import MOST_BYTES, read_json
from likeness.values.text import shown

if TYPE_CHECKING:
    from likeness.office import Office
    from likeness.registry.owner import Owner
    from likeness.seal.vault_lock import Opener

OpenWindow = Callable[[Path, str | None, tuple[Path, ...]], int]  # registry, its passphrase, licences to check
EXIT_UNREADABLE, EXIT_BROKEN = 4, 5
_LONGEST_PASSPHRASE = 4_096


class Session:
    """Options and answers; the registry is opened when a command asks for it."""

    def __init__(self, open_window: OpenWindow | None = None) -> None:
        self.json = False
        self.language = "en"
        self.clock = SystemClock()
        self.chance = SystemChance()
        self.open_window = open_window
        self._registry = os.environ.get("LIKENESS_REGISTRY")
        self._passphrase_file: str | None = None
        self._office: Office | None = None
        self._ends = ExitStack()

    def set_option(self, name: str, value: str) -> None:
        """Take one option of the house."""
        if name == "registry":
            self._registry = value
        elif name == "passphrase_file":
            self._passphrase_file = value
        elif value in ("en", "fr"):
            self.language = value
            self._ends.enter_context(spoken(value))
        else:
            raise click.UsageError(gettext("--lang takes en or fr, not {value}.").format(value=value))

    @property
    def registry_path(self) -> Path:
        """The registry that was named, else the one in the platform's data folder."""
        if self._registry:
            return Path(os.path.expanduser(self._registry))  # noqa: PTH111  that of pathlib fails for an unknown `~name`
        from platformdirs import user_data_path  # noqa: PLC0415  only without --registry

        return user_data_path("likeness", appauthor=False) / "registry.likeness-registry"

    def passphrase(self, *, twice: bool = False) -> str:
        """Return the passphrase from the environment, a file or the terminal; else the registry stays locked."""
        if self._passphrase_file:
            return _passphrase_in(Path(self._passphrase_file))
        given = os.environ.get("LIKENESS_PASSPHRASE")
        return given if given is not None else self._asked("passphrase", twice=twice)

    def new_passphrase(self, file: Path | None) -> str:
        """Return the passphrase that takes the place of the old one: from a file, else typed twice on the terminal."""
        return _passphrase_in(file) if file else self._asked("new-passphrase", twice=True)

    def ask_again(self, what: str) -> None:
        """Ask once more for a passphrase that was typed; raise Broken("wrong-passphrase"), or Refused if she stops."""
        if self._passphrase_file or "LIKENESS_PASSPHRASE" in os.environ:
            return
        try:
            typed = self._typed(what)
        except click.Abort:
            raise Refused("cancelled") from None
        if not self.office().confirm(typed):
            raise Broken("wrong-passphrase", file=str(self.registry_path))

    def _asked(self, what: str, *, twice: bool) -> str:
        if not sys.stdin.isatty():
            raise Broken("locked", file=str(self.registry_path))
        try:
            return self._typed(what, twice=twice)
        except click.Abort:
            raise Broken("locked", file=str(self.registry_path)) from None

    def _typed(self, what: str, *, twice: bool = False) -> str:
        return str(click.prompt(self.say(what), hide_input=True, confirmation_prompt=twice, err=True))

    @property
    def names_a_registry(self) -> bool:
        """Whether somebody said which registry; else it is the one in the platform's data folder."""
        return bool(self._registry)

    def can_open_silently(self) -> bool:
        """Tell whether the registry is there and can be opened without asking anybody."""
        known = self._passphrase_file is not None or "LIKENESS_PASSPHRASE" in os.environ
        return known and os.path.isfile(self.registry_path)  # noqa: PTH113  where nobody may look there is none

    def office(self, opener: Opener | None = None) -> Office:
        """Open the registry once, with its passphrase or with what is given."""
        if self._office is None:
            from likeness.office import Office  # noqa: PLC0415  peewee and the vault: only with a registry
            from likeness.registry.registry import need_registry  # noqa: PLC0415  the same

            need_registry(self.registry_path)  # said before anybody is asked for the passphrase of nothing
            self._office = Office.open(
                self.registry_path, passphrase=opener or self.passphrase(), clock=self.clock, chance=self.chance
            )
        return self._office

    def owner_if_open(self) -> Owner | None:
        """Return whose registry was opened; None where none was needed so far."""
        return None if self._office is None else self._office.owner

    def given(self, name: str, most: int) -> bytes:
        """Return the bytes of a file, or of what is pasted where its name is `-`; at most `most`."""
        if name != "-":
            return read_file(Path(name), most)
        data = sys.stdin.buffer.read(most + 1)
        if len(data) > most:
            raise Unreadable("too-large", file=name, most=most)
        return data

    def read_json(self, path: Path) -> Any:
        """Return the value of a JSON file."""
        return read_json(read_file(path, MOST_BYTES), file=str(path))

    def progress(self) -> Callable[[int, int], None]:
        """Return what shows progress: on stderr, and only where that is a terminal."""

        def show(done: int, whole: int) -> None:
            if sys.stderr.isatty():
                told = self.say("progress", done=done, whole=whole)
                click.echo(f"\r{told}" + ("\n" if done == whole else ""), err=True, nl=False)

        return show

    def answer(self, document: Mapping[str, Any] | list[Any], text: str) -> None:
        """Print one JSON document or the text, in which what reports say is shown escaped (FORMAT section 6).

        Where nobody reads on (`| head`) the exit is still that of the answer; where it cannot be written, what was
        asked for is done all the same, and Broken("answer-lost") says so.
        """
        try:
            click.echo(_json(document, indent=2) if self.json else "\n".join(shown(line) for line in text.split("\n")))
        except OSError as why:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is left of it is not tried again
            if not isinstance(why, BrokenPipeError):
                raise Broken("answer-lost") from why

    def say(self, code: str, /, **fill: object) -> str:
        """Return a sentence of the command line's own, in the language of this run."""
        from likeness.paper.wording import say  # noqa: PLC0415  see refuse

        return say(self.language, "command", code, **fill)

    def refuse(self, fault: LikenessError) -> int:
        """Say why not, in one sentence; returns the exit code."""
        from likeness.paper.words.complaint import sentence  # noqa: PLC0415  words are only needed when something is said

        self.error(fault.code, sentence(fault, self.language), fault.file, fault.key)
        return EXIT_BROKEN if isinstance(fault, Broken) else EXIT_UNREADABLE

    def apologise(self, bug: Exception) -> int:
        """Say that the fault is ours, with the kind of error and nothing of the user's data."""
        self.error("bug", self.say("bug", kind=type(bug).__name__))
        if os.environ.get("LIKENESS_DEBUG"):
            raise bug
        return EXIT_BROKEN

    def error(self, code: str, message: str, file: str | None = None, key: str | None = None) -> None:
        """Print a refusal: JSON on stdout where JSON was asked for, else the sentence on stderr.

        Where neither can be written the exit code is all there is.
        """
        told = _json({"error": {"code": code, "message": message, "file": file, "key": key}}) if self.json else message
        with suppress(OSError):
            click.echo(told, err=not self.json)

    def advise(self, code: str, **fill: object) -> None:
        """Say something useful on stderr; it changes no answer."""
        from likeness.paper.wording import say  # noqa: PLC0415  see refuse

        with suppress(OSError):
            click.echo(say(self.language, "advice", code, **fill), err=True)

    def close(self) -> None:
        """Close the registry if it was opened; what was set for the run ends with it."""
        self._ends.close()
        if self._office is not None:
            self._office.close()
            self._office = None


def _json(document: object, indent: int | None = None) -> str:
    """Return a document as JSON that the output can take: a terminal of another encoding has escapes.

    So has every terminal for what would turn or end its line: such characters stand in texts only, where JSON has the
    same escapes as we do.
    """
    every = (sys.stdout.encoding or "utf-8").lower().startswith("utf")
    return "\n".join(map(shown, json.dumps(document, ensure_ascii=not every, indent=indent).split("\n")))


def _passphrase_in(path: Path) -> str:
    data = read_file(path, _LONGEST_PASSPHRASE)
    try:
        return data.decode("utf-8").rstrip("\r\n")
    except UnicodeError as why:
        raise Unreadable("not-utf8", file=str(path)) from why


def table(rows: Iterable[tuple[str, ...]]) -> str:
    """Return rows in columns, as wide as what stands in them; a line end inside a cell is escaped and begins no row."""
    lines = [tuple(shown(cell) for cell in row) for row in rows]
    widths = [max(len(cell) for cell in column) for column in zip(*lines, strict=True)]
    padded = (zip(line, widths, strict=True) for line in lines)
    return "\n".join("  ".join(cell.ljust(width) for cell, width in line).rstrip() for line in padded)
