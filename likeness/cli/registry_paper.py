"""`likeness registry fonts|certificate|time-stamp|acrobat`: letters for papers, and what goes with the seal on them."""

from __future__ import annotations

import os
from pathlib import Path

import click

from likeness.cli.session import Session, table

_FILE = click.Path(path_type=Path)
PASSPHRASE = "LIKENESS_CERTIFICATE_PASSPHRASE"  # noqa: S105  the name of a variable


@click.command()
@click.argument("file", required=False, type=_FILE)
@click.pass_obj
def fonts(session: Session, file: Path | None) -> None:
    """List the letters papers can be set in; with FILE (NotoSansCJK-Regular.ttc) add Chinese, Japanese, Korean."""
    from likeness.paper.setting.fonts import install_pack, installed_packs, packs  # noqa: PLC0415  only here

    if file is not None:
        install_pack(file)
    here = {pack.id for pack in installed_packs()}
    rows = [
        {"pack": one.id, "file": one.file, "scripts": one.scripts, "sha256": one.sha256, "source": one.source,
         "installed": one.id in here}
        for one in packs()
    ]  # fmt: skip
    lines = [
        (one.file, one.scripts, session.say("installed" if one.id in here else "not-installed")) for one in packs()
    ]
    session.answer({"packs": rows}, session.say("always-here") + "\n" + table(lines))


@click.command()
@click.option("--request", type=_FILE, help="write the request (PEM) with which somebody certifies your key")
@click.option("--use", type=_FILE, help="let your papers carry the certificate in this file (PEM, DER, PKCS#12)")
@click.option("--own", is_flag=True, help="let them carry your key's own certificate again")
@click.pass_obj
def certificate(session: Session, request: Path | None, use: Path | None, *, own: bool) -> None:
    """Say which certificate your papers carry; ask an agency or authority for one; use it, or your own again."""
    from likeness.acts.licences.kept_wishes import choose_certificate, kept_wishes, use_own_certificate  # noqa: PLC0415
    from likeness.acts.licences.paper_wishes import request_certificate  # noqa: PLC0415  only here
    from likeness.paper.words.wish_words import certificate_words  # noqa: PLC0415

    if sum((request is not None, use is not None, own)) > 1:
        raise click.UsageError("Say one of --request, --use, --own.")
    office = session.office()
    if request is not None:
        office.do(request_certificate, request)
        session.answer({"file": str(request)}, str(request))
        return
    if use is not None:
        office.do(choose_certificate, use, os.environ.get(PASSPHRASE))
    elif own:
        office.do(use_own_certificate)
    kept = kept_wishes(office.desk)
    told = kept.certificate
    document = None if told is None else {
        "name": told.name, "issuer": told.issuer, "until": told.until.isoformat(), "sha256": told.sha256,
        "used": kept.fits,
    }  # fmt: skip
    session.answer(
        {"certificate": document},
        certificate_words(session.language, kept.certificate, fits=kept.fits, soon=kept.ends_soon),
    )


@click.command("time-stamp")
@click.argument("address", required=False, metavar="[URL]")
@click.option("--off", is_flag=True, help="ask nobody")
@click.pass_obj
def time_stamp(session: Session, address: str | None, *, off: bool) -> None:
    """Say which authority (RFC 3161) every export asks for a time stamp, name it, or ask nobody (the usual)."""
    from likeness.acts.licences.kept_wishes import kept_authority, name_authority  # noqa: PLC0415  only here
    from likeness.paper.words.wish_words import authority_words  # noqa: PLC0415

    if off and address is not None:
        raise click.UsageError("Say URL or --off.")
    office = session.office()
    if off or address is not None:
        office.do(name_authority, address)
    kept = kept_authority(office.desk)
    session.answer({"authority": kept or None}, authority_words(session.language, kept))


@click.command()
@click.option("--to", "file", required=True, type=_FILE, help="where to write the page (PDF)")
@click.option("--both", is_flag=True, help="English and French side by side, the language of --lang first")
@click.pass_obj
def acrobat(session: Session, file: Path, *, both: bool) -> None:
    """Write the page that tells others how to trust your seal in Acrobat."""
    from likeness.acts.licences.paper_wishes import write_signer_sheet  # noqa: PLC0415  only here

    session.office().do(write_signer_sheet, file, session.language, both=both)
    session.answer({"file": str(file)}, str(file))
