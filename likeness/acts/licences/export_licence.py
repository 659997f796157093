"""Exporting a licence: NUMBER.likeness, NUMBER.png, NUMBER.pdf and NUMBER.tlog-proof, in a folder.

The code is read back and the sealed page is verified before anything is saved; files are written beside and renamed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from likeness.acts.desk import Desk
from likeness.acts.keys.export_page import page_host
from likeness.acts.licences.draft_licence import the_licence
from likeness.acts.licences.paper_wishes import PLAIN, Wishes, extras_for
from likeness.errors import Refused
from likeness.licence.bundle import Bundle, read_bundle
from likeness.registry.licence_row import LicenceRow
from likeness.registry.owner import Owner
from likeness.seal.checkpoint import Checkpoint, sign_checkpoint
from likeness.seal.keys import PublicKey, SigningKey
from likeness.seal.log_tree import LogTree
from likeness.seal.proof import write_proof
from likeness.values.keep import keep_files
from likeness.values.outcome import Outcome
from likeness.values.text import file_stem

if TYPE_CHECKING:
    from likeness.paper.qr.qr_image import QrCode
    from likeness.paper.sheets.licence_paper import Plan


@dataclass(frozen=True)
class LogNow:
    """The tree of the log at one moment, and the signed checkpoint of it."""

    tree: LogTree
    note: str


def export_licence(
    desk: Desk,
    number: str,
    folder: Path,
    language: str = "en",
    cancelled: Callable[[], bool] | None = None,
    wishes: Wishes = PLAIN,
    log: LogNow | None = None,
) -> Outcome[list[Path]]:
    """Write the files of a signed licence; returns their paths.

    A licence too long for a code has no PNG. Whoever holds neither the licence's key nor that of its acceptance has no
    PDF: nobody else can seal one (`sealed_by_others`). `log` is the log as it stands, for whoever exports many.
    """
    from likeness.paper.sheets.licence_paper import plan_for  # noqa: PLC0415  a page costs a second to import

    bundle = bundle_of(desk, the_licence(desk, number))
    stem = file_stem(number)
    made = {f"{stem}.likeness": bundle.data, f"{stem}.tlog-proof": proof_of(desk, bundle, log).encode()}
    made |= _paper(desk, bundle, stem, plan_for(language, page_host(desk.registry), both=wishes.both), wishes)
    if cancelled is not None and cancelled():
        raise Refused("cancelled")
    files = {folder / name: made[name] for name in sorted(made)}
    keep_files(files)
    return Outcome(list(files))


def export_copy(desk: Desk, number: str, folder: Path, language: str = "en", *, both: bool = True) -> Outcome[Path]:
    """Write the copy of a licence that a company signs with a tool of its own: unsealed, and plainly marked."""
    from likeness.paper.qr.qr_image import make_qr  # noqa: PLC0415
    from likeness.paper.sheets.licence_paper import plan_for, signature_copy  # noqa: PLC0415  see export_licence

    bundle = bundle_of(desk, the_licence(desk, number))
    plan = plan_for(language, page_host(desk.registry), both=both)
    path = folder / f"{file_stem(number)}-to-sign.pdf"
    keep_files({path: signature_copy(bundle, plan, make_qr(bundle.data, plan.host))})
    return Outcome(path)


def code_of(desk: Desk, number: str) -> QrCode | None:
    """Return the code of a signed licence, read back, as its PDF bears it; None where it is too long for one."""
    from likeness.paper.qr.qr_image import make_qr  # noqa: PLC0415  see export_licence

    return make_qr(bundle_of(desk, the_licence(desk, number)).data, page_host(desk.registry))


def sealed_by_others(desk: Desk, number: str) -> bool:
    """Tell that this registry can seal no PDF of a licence: an estate, or a performer whose agent signed."""
    return _sealer(desk, bundle_of(desk, the_licence(desk, number))) is None


def bundle_of(desk: Desk, row: LicenceRow) -> Bundle:
    """Return the signed bytes of a licence with its acceptance, as they are handed out."""
    if row.digest is None:
        raise Refused("not-signed", key=row.number)
    signed = desk.registry.statements.get(row.digest) or b""
    accepted = desk.registry.statements.about(row.digest, "acceptance")
    return read_bundle(signed + (accepted[0] if accepted else b""))


def proof_of(desk: Desk, bundle: Bundle, log: LogNow | None = None) -> str:
    """Return the proof that a licence stands in this registry's log, with a signed checkpoint of today."""
    position = desk.registry.journal.position_of(bundle.licence.data)
    if position is None:
        raise Refused("not-in-log", key=bundle.licence.says.number)
    log = log or log_now(desk)
    return write_proof(position, log.tree.inclusion(position), log.note)


def log_now(desk: Desk) -> LogNow:
    """Return the log as it stands, hashed once and signed: for one proof, or for many of the same moment."""
    tree = LogTree(desk.registry.journal.hashes())
    checkpoint = Checkpoint(log_origin(desk.owner()), tree.size, tree.root())
    return LogNow(tree, sign_checkpoint(checkpoint, desk.log_key()))


def log_origin(owner: Owner) -> str:
    """Return the name of an owner's log, as its checkpoints carry it."""
    return f"likeness/{PublicKey(owner.first_key or owner.public_key).fingerprint}"


def _sealer(desk: Desk, bundle: Bundle) -> SigningKey | None:
    """Return the key that seals a paper: ours of the licence or of its acceptance, though it may be a former one.

    The agent who signed for a performer holds the licence's key and seals; so does an estate what it signed itself.
    None for whoever holds neither key: a paper sealed otherwise reads as altered (FORMAT section 7).
    """
    signers = [bundle.licence.signer] + ([bundle.acceptance.signer] if bundle.acceptance else [])
    pens = (desk.pen_of(one.encoded) for one in signers)
    return next((pen for pen in pens if pen is not None), None)


def _paper(desk: Desk, bundle: Bundle, stem: str, plan: Plan, wishes: Wishes) -> dict[str, bytes]:
    from likeness.paper.qr.qr_image import make_qr  # noqa: PLC0415
    from likeness.paper.sealing.pdf_seal import seal_pdf  # noqa: PLC0415
    from likeness.paper.sheets.licence_paper import field_text, licence_page, paper_time  # noqa: PLC0415  see export_licence

    code, pen = make_qr(bundle.data, plan.host), _sealer(desk, bundle)
    made = {f"{stem}.png": code.png()} if code else {}
    if pen is None:
        return made
    page, extras = licence_page(bundle, plan, code), extras_for(desk, wishes, pen.public)
    sealed = seal_pdf(page, pen, desk.owner().name, paper_time(bundle), field_text(bundle, plan), extras)
    return made | {f"{stem}.pdf": sealed}
