"""`likeness registry fonts|certificate|acrobat`: letters for papers, and what others need to trust the seal on them."""

from __future__ import annotations

from pathlib import Path

import click

from likeness.cli.session import Session, table

_FILE = click.Path(path_type=Path)


@click.command()
@click.argument("file", required=False, type=_FILE)
@click.pass_obj
def fonts(session: Session, file: Path | None) -> None:
    """List the letters papers can be set in; with FILE (NotoSansCJK-Regular.ttc) add Chinese, Japanese, Korean."""
    from likeness.paper.fonts import install_pack, installed_packs, packs  # noqa: PLC0415  only here

    if file is not None:
        install_pack(file)
    here = {pack.id for pack in installed_packs()}
    rows = [
        {"pack": one.id, "file": one.file, "scripts": one.scripts, "sha256": one.sha256, "source": one.source,
         "installed": one.id in here}
        for one in packs()
    ]  # fmt: skip
    lines = [(one.file, one.scripts, "installed" if one.id in here else "not installed") for one in packs()]
    session.answer({"packs": rows}, "Latin, Greek, Cyrillic, Arabic and Hebrew are always here.\n" + table(lines))


@click.command()
@click.option("--request", "file", required=True, type=_FILE, help="where to write the request (PEM)")
@click.pass_obj
def certificate(session: Session, file: Path) -> None:
    """Write the request with which an agency or authority certifies your key, for `licence export --certificate`."""
    from likeness.acts.paper_wishes import request_certificate  # noqa: PLC0415  only here

    session.office().do(request_certificate, file)
    session.answer({"file": str(file)}, str(file))


@click.command()
@click.option("--to", "file", required=True, type=_FILE, help="where to write the page (PDF)")
@click.option("--both", is_flag=True, help="English and French side by side, the language of --lang first")
@click.pass_obj
def acrobat(session: Session, file: Path, *, both: bool) -> None:
    """Write the page that tells others how to trust your seal in Acrobat."""
    from likeness.acts.paper_wishes import write_signer_sheet  # noqa: PLC0415  only here

    session.office().do(write_signer_sheet, file, session.language, both=both)
    session.answer({"file": str(file)}, str(file))
