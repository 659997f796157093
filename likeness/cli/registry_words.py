"""`likeness registry words|passphrase`: twelve words for a drawer, and a new passphrase by the old one or by the words.

Words come from a file, or where its name is `-` from what is typed or pasted; they are never an argument.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from likeness.cli.handing_out import free_place
from likeness.cli.session import Session
from likeness.errors import Broken, LikenessError, Unreadable

if TYPE_CHECKING:
    from likeness.seal.twelve_words import Words

_LONGEST = 4_096
words_option = click.option(
    "--words", "words_from", metavar="FILE", help="the twelve words instead of the passphrase; - asks for them"
)


@click.command()
@click.option("--sheet", metavar="FILE.pdf", type=click.Path(path_type=Path), callback=free_place,
              help="also a page to print")  # fmt: skip
@click.pass_obj
def words(session: Session, sheet: Path | None) -> None:
    """Make twelve words that open this registry and its backups; shown once, for paper. Earlier ones stop working."""
    from likeness.acts.locks.make_words import keep_words  # noqa: PLC0415  only here
    from likeness.seal.twelve_words import draw_words  # noqa: PLC0415

    office = session.office()
    if not office.confirm(session.passphrase()):  # asked once more on a terminal: a window left open is not enough
        raise Broken("wrong-passphrase", file=str(session.registry_path))
    drawn = draw_words(session.chance)
    if sheet is not None:  # first: where it cannot be written, the earlier words go on counting
        _write_sheet(session, drawn, sheet)
    changed = office.do(keep_words, drawn).value
    written = drawn.written(session.language)
    lines = [session.say("words-shown")]
    lines += [f"{place:2} {word}" for place, word in enumerate(written, 1)]
    if changed:
        session.advise("card-changed")
    document = {"words": " ".join(written), "card_changed": changed, "sheet": str(sheet) if sheet else None}
    session.answer(document, "\n".join(lines))


@click.command()
@words_option
@click.option("--new", "new_from", metavar="FILE", type=click.Path(path_type=Path), help="a file with the new one")
@click.pass_obj
def passphrase(session: Session, words_from: str | None, new_from: Path | None) -> None:
    """Set a new passphrase: by the one of today, or by the twelve words where it was forgotten."""
    from likeness.acts.locks.change_passphrase import change_passphrase  # noqa: PLC0415  only here
    from likeness.office import LONG_ENOUGH  # noqa: PLC0415  peewee and the vault: only with a registry

    if new_from is None and not sys.stdin.isatty():
        raise click.UsageError("Name a file with the new passphrase: --new FILE.")
    office = session.office(read_given(session, words_from) if words_from else None)
    new = session.new_passphrase(new_from)
    office.do(change_passphrase, new)
    if len(new) < LONG_ENOUGH:
        session.advise("short-passphrase", least=LONG_ENOUGH)
    path = str(session.registry_path)
    session.answer({"registry": path}, session.say("passphrase-changed", file=path))


def read_given(session: Session, name: str) -> Words:
    """Return the words in a file, or typed; raise Unreadable with the place of the word that is wrong."""
    from likeness.seal.twelve_words import read_words  # noqa: PLC0415  only with words

    if name == "-" and sys.stdin.isatty():
        return read_words(str(click.prompt(session.say("twelve-words"), err=True)))
    try:
        return read_words(session.given(name, _LONGEST).decode("utf-8"))
    except UnicodeError as why:
        raise Unreadable("not-utf8", file=name) from why
    except LikenessError as fault:
        raise fault.at(file=name) from None


def _write_sheet(session: Session, drawn: Words, sheet: Path) -> None:
    from likeness.acts.locks.print_words import save_words_page  # noqa: PLC0415  typst: only where a page is set

    session.office().do(save_words_page, drawn, sheet, session.language)
    session.advise("words-sheet", file=sheet)
