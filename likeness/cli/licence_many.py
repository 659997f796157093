"""`likeness licence export --all [--year YEAR]`: many licences at once, what failed told beside what was written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from likeness.acts.licences.export_many import export_many
from likeness.cli.session import EXIT_UNREADABLE, Session

if TYPE_CHECKING:
    from likeness.acts.licences.paper_wishes import Wishes


def export_all(session: Session, folder: Path, year: int | None, wishes: Wishes) -> int:
    """Write them all; the exit is 4 where one could not be exported, and the others are there all the same."""
    from likeness.paper.wording import say  # noqa: PLC0415
    from likeness.paper.words.complaint import sentence  # noqa: PLC0415  words are only needed when something is said

    made = session.office().do(
        export_many, folder, session.language, year=year, wishes=wishes, progress=session.progress()
    ).value  # fmt: skip
    failed = [
        {"number": number, "code": fault.code, "message": sentence(fault, session.language)}
        for number, fault in made.failed
    ]
    document = {"files": [str(path) for path in made.files], "licences": made.licences, "failed": failed}
    told = say(session.language, "many", "one" if made.licences == 1 else "done", n=made.licences, folder=folder)
    why = (session.say("headed", name=one["number"], text=one["message"]) for one in failed)
    session.answer(document, "\n".join([told, *why]))
    return EXIT_UNREADABLE if failed else 0
