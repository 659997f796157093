"""Exporting a licence: NUMBER.likeness, NUMBER.png, NUMBER.pdf and NUMBER.tlog-proof, in a folder.

The code is read back and the sealed page is verified before anything is saved; files are written beside and renamed.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from likeness.acts.desk import Desk
from likeness.acts.draft_licence import the_licence
from likeness.errors import Refused
from likeness.licence.bundle import Bundle, read_bundle
from likeness.registry.licences import LicenceRow
from likeness.seal.checkpoint import Checkpoint, sign_checkpoint
from likeness.seal.keys import PublicKey
from likeness.seal.log import inclusion_proof
from likeness.seal.proof import write_proof
from likeness.values.keep import keep_files
from likeness.values.outcome import Outcome


def export_licence(
    desk: Desk, number: str, folder: Path, language: str = "en", cancelled: Callable[[], bool] | None = None
) -> Outcome[list[Path]]:
    """Write the files of a signed licence; returns their paths. A licence too long for a code has no PNG."""
    row = the_licence(desk, number)
    bundle = bundle_of(desk, row)
    stem = number.replace("@", "-")
    made = {f"{stem}.likeness": bundle.data, f"{stem}.tlog-proof": proof_of(desk, bundle).encode()}
    made |= _paper(desk, bundle, stem, language)
    if cancelled is not None and cancelled():
        raise Refused("cancelled")
    files = {folder / name: made[name] for name in sorted(made)}
    keep_files(files)
    return Outcome(list(files))


def bundle_of(desk: Desk, row: LicenceRow) -> Bundle:
    """Return the signed bytes of a licence with its acceptance, as they are handed out."""
    if row.digest is None:
        raise Refused("not-signed", key=row.number)
    signed = desk.registry.statements.get(row.digest) or b""
    accepted = desk.registry.statements.about(row.digest, "acceptance")
    return read_bundle(signed + (accepted[0] if accepted else b""))


def proof_of(desk: Desk, bundle: Bundle) -> str:
    """Return the proof that a licence stands in this registry's log, with a signed checkpoint of today."""
    journal, key = desk.registry.journal, desk.log_key()
    position = journal.position_of(bundle.licence.data)
    if position is None:
        raise Refused("not-in-log", key=bundle.licence.says.number)
    hashes = journal.hashes()
    origin = f"likeness/{PublicKey(desk.owner().public_key).fingerprint}"
    note = sign_checkpoint(Checkpoint(origin, len(hashes), journal.root()), key)
    return write_proof(position, inclusion_proof(hashes, position), note)


def _paper(desk: Desk, bundle: Bundle, stem: str, language: str) -> dict[str, bytes]:
    # Setting and sealing a page costs a second to import: only where a page is made.
    from likeness.paper.licence_sheet import Accepted, licence_sheet  # noqa: PLC0415
    from likeness.paper.pdf import render_pdf  # noqa: PLC0415
    from likeness.paper.pdf_seal import seal_pdf  # noqa: PLC0415
    from likeness.paper.qr_image import make_qr  # noqa: PLC0415
    from likeness.paper.wording import say  # noqa: PLC0415

    licence, acceptance = bundle.licence.says, bundle.acceptance
    accepted = Accepted(acceptance.says.at, acceptance.signer) if acceptance else None
    at = acceptance.says.at if acceptance else licence.issued_at
    code = make_qr(bundle.data)
    page = render_pdf(licence_sheet(language, licence, bundle.licence.digest, accepted), code, bundle.data, at)
    field = say(language, "paper", "field", number=licence.number)
    sealed = seal_pdf(page, desk.pen(), desk.owner().name, at, field)
    return {f"{stem}.pdf": sealed} | ({f"{stem}.png": code.png()} if code else {})
