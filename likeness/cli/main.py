"""The command line: words to acts, answers to text or JSON, refusals to a sentence and an exit code (FORMAT section 7).

- The options of the house (`--registry`, `--json`, `--lang`, `--passphrase-file`) stand before or after the command.
- One of the four broad excepts of the house: no traceback ever reaches a user.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Sequence
from gettext import gettext
from importlib import import_module
from io import TextIOWrapper

import click

from likeness.cli.session import OpenWindow, Session
from likeness.cli.tongue import said
from likeness.errors import Broken, LikenessError
from likeness.values.keep import disk_fault
from likeness.values.text import shown

NOUNS = ("registry", "double", "licence", "use", "letter", "verify", "trust", "judge", "demo", "window")
_SPOILED = re.compile("[\ud800-\udfff]")  # bytes that are no characters; only a file may be named so
_TAKES_VALUE = {"--registry": "registry", "--lang": "lang", "--passphrase-file": "passphrase_file"}


class House(click.Group):
    """Commands are imported when they are asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the nouns in the order of the contract."""
        return list(NOUNS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the file of a noun."""
        if cmd_name not in NOUNS:
            return None
        command: click.Command = import_module(f"likeness.cli.{cmd_name}").command
        return said(command)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing them: help stays quick."""
        with formatter.section(gettext("Commands")):
            formatter.write_dl([(noun, gettext(_SHORT[noun])) for noun in NOUNS])


_SHORT = {
    "registry": "make, look at and check a registry",
    "double": "record likenesses and voice models, and check their files",
    "licence": "draft, sign, export, accept and withdraw licences",
    "use": "log uses and see which go beyond what was granted",
    "letter": "write letters and invoices about uses, dues and licences",
    "verify": "check a licence: PDF, picture of the code, .likeness file or pasted text",
    "trust": "key cards and status lists",
    "judge": "judge the uses of a world without a registry",
    "demo": "build the invented demo registry and open it",
    "window": "open the window (no command at all does the same)",
}


@click.group(cls=House, context_settings={"help_option_names": ["-h", "--help"]}, invoke_without_command=True)
@click.pass_context
def house(context: click.Context) -> int:
    """Likeness: your digital doubles, your licences, and every use judged against them.

    Options before or after the command: --registry FILE, --json, --lang en|fr, --passphrase-file FILE.
    Without a command the window opens.
    """
    if context.invoked_subcommand is not None:
        return 0
    from likeness.cli.window import open_here  # noqa: PLC0415  commands are imported when they are asked for

    return open_here(context.obj)


def main(argv: Sequence[str] | None = None, open_window: OpenWindow | None = None) -> int:
    """Run one command; returns its exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    if isinstance(sys.stdout, TextIOWrapper):  # not every terminal has every letter, and not every file name is letters
        sys.stdout.reconfigure(errors="backslashreplace")
    session = Session(open_window=open_window)
    try:
        _refuse_spoiled(words)
        rest = _options_of_the_house(words, session)
        answer = said(house).main(rest, prog_name="likeness", standalone_mode=False, obj=session)
        return answer if isinstance(answer, int) else 0
    except click.exceptions.Exit as ended:
        return ended.exit_code
    except click.ClickException as wrong:
        return _wrong_words(session, wrong)
    except click.Abort:
        return session.refuse(Broken("stopped"))
    except LikenessError as fault:
        return session.refuse(fault)
    except SystemExit:  # click's way of saying that nobody reads the help to its end
        return 0
    except OSError as why:  # of a file that nobody could name better
        return session.refuse(disk_fault(why, str(why.filename or "")))
    except Exception as bug:  # noqa: BLE001  the end of the line: a bug is told in a sentence, not in a traceback
        return session.apologise(bug)
    finally:
        session.close()


def _refuse_spoiled(words: list[str]) -> None:
    for word in words:
        if _SPOILED.search(word) and not os.path.lexists(word):
            raise click.UsageError(gettext("{word} is not text.").format(word=shown(word)))


def _options_of_the_house(words: list[str], session: Session) -> list[str]:
    """Take the house's own options out of the words, wherever they stand before `--`."""
    rest: list[str] = []
    pending = iter(words)
    for word in pending:
        name, equals, value = word.partition("=")
        if word == "--":
            return [*rest, word, *pending]
        if word == "--json":
            session.json = True
        elif name in _TAKES_VALUE:
            given = value if equals else next(pending, None)
            if given is None:
                raise click.UsageError(gettext("{name} needs a value.").format(name=name))
            session.set_option(_TAKES_VALUE[name], given)
        else:
            rest.append(word)
    return rest


def _wrong_words(session: Session, wrong: click.ClickException) -> int:
    session.error("usage", gettext(wrong.format_message()))
    if not session.json:
        context = wrong.ctx if isinstance(wrong, click.UsageError) else None
        command = f"{context.command_path if context else 'likeness'} -h"
        click.echo(gettext("`{command}` says what can be typed.").format(command=command), err=True)
    return 2
