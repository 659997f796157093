"""`likeness registry backup|restore`: a backup now, in a file or in the chosen folder; by itself from now on; back."""

from __future__ import annotations

from pathlib import Path

import click

from likeness.cli.registry_words import read_given, words_option
from likeness.cli.session import Session

_FILE = click.Path(path_type=Path)
_OFTEN = ("day", "week")


@click.command()
@click.argument("file", required=False, type=_FILE)
@click.option("--every", type=click.Choice(_OFTEN), help="let the window make one by itself, once it is unlocked")
@click.option("--in", "folder", type=_FILE, metavar="FOLDER", help="where those are put")
@click.option("--never", is_flag=True, help="let none be made by itself any more")
@click.pass_obj
def backup(session: Session, file: Path | None, every: str | None, folder: Path | None, *, never: bool) -> None:
    """Write the registry and its locks into FILE, and read it back; it opens with the passphrase of today.

    Without FILE the backup goes to the folder that was chosen with --every and --in; the newest five of those are kept.
    """
    wishes = every is not None or folder is not None
    if (file is not None) + wishes + never > 1:
        raise click.UsageError("Say one of FILE, --every with --in, --never.")
    if wishes:
        _wish(session, every, folder)
    elif never:
        _wish_none(session)
    elif file is not None:
        _write(session, file)
    else:
        _keep(session)


def _write(session: Session, file: Path) -> None:
    from likeness.acts.backups.back_up import back_up  # noqa: PLC0415  only here

    made = session.office().do(back_up, file, progress=session.progress()).value
    document = {"file": str(file), "leaves": made.leaves, "root": made.root.hex()}
    session.answer(document, session.say("backed-up", file=file, entries=made.leaves))


def _keep(session: Session) -> None:
    from likeness.acts.backups.keep_backup import keep_backup  # noqa: PLC0415  only here

    kept = session.office().do(keep_backup, progress=session.progress()).value
    made = kept.made
    document = {"file": str(made.file), "leaves": made.leaves, "root": made.root.hex(), "removed": list(kept.gone)}
    said = session.say("backed-up", file=made.file, entries=made.leaves)
    gone = (session.say("backup-gone", file=name) for name in kept.gone)
    session.answer(document, "\n".join((said, *gone)))


def _wish(session: Session, every: str | None, folder: Path | None) -> None:
    from likeness.acts.backups.backup_wish import backup_wish, choose_backups  # noqa: PLC0415  only here

    office = session.office()
    before = backup_wish(office.registry)
    often, where = every or before.every, folder or before.folder
    if not often or where is None:
        raise click.UsageError("Say both --every and --in: nothing was chosen so far.")
    wish = office.do(choose_backups, often, where).value
    document = {"every": wish.every, "folder": str(wish.folder)}
    session.answer(document, session.say(f"backup-every-{wish.every}", folder=wish.folder))


def _wish_none(session: Session) -> None:
    from likeness.acts.backups.backup_wish import choose_no_backups  # noqa: PLC0415  only here

    session.office().do(choose_no_backups)
    session.answer({"every": None}, session.say("backup-never"))


@click.command()
@click.argument("file", type=_FILE)
@words_option
@click.pass_obj
def restore(session: Session, file: Path, words_from: str | None) -> None:
    """Bring a registry back from the backup in FILE, to where --registry says; nothing may lie there."""
    from likeness.acts.backups.back_up import restore_backup  # noqa: PLC0415  only here

    path = session.registry_path
    opener = read_given(session, words_from) if words_from else session.passphrase()
    found = restore_backup(file, path, opener, session.chance, progress=session.progress())
    if words_from:
        session.advise("passphrase-next")
    document = {"registry": str(path), "leaves": found.leaves, "root": found.root.hex()}
    session.answer(document, session.say("restored", file=path, entries=found.leaves))
