"""Sealing a rendered PDF: one certifying PAdES signature that allows no change, made with the licence's own key.

In this order: a newline after the rendered file (typst ends without one, PDF/A rule 6.1.9 wants one); a signature
field, tagged as a form so that PDF/UA still holds; the signature over every byte but its own. All in one added
revision, and always the same bytes for the same page, key and time.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from io import BytesIO
from typing import Any

from pyhanko.pdf_utils import generic as untyped_objects
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import InvisSigSettings, MDPPerm, SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.signers.cms_embedder import PdfCMSEmbedder, SigIOSetup, SigMDPSetup, SigObjSetup
from pyhanko.sign.signers.pdf_byterange import SignatureObject

from likeness.errors import Refused
from likeness.paper.sealing.certificate import issue_certificate
from likeness.paper.sealing.pdf_cms import FIELD, LARGE_ROOM_BYTES, ROOM_BYTES, sign_digest
from likeness.seal.keys import SigningKey

generic: Any = untyped_objects  # its constructors carry no types
_HASH = "sha256"


class _Writer(IncrementalPdfFileWriter):
    """Adds a revision without a trace of when and where: pyHanko itself would ask the clock and throw dice."""

    def _update_meta(self) -> None:
        """Leave the metadata of the page as they are."""

    @classmethod
    def _handle_id(cls, prev: Any) -> Any:
        """Keep the file's id and derive that of its revision (ISO 32000-1 section 14.4)."""
        first = prev.trailer["/ID"][0]
        second = sha256(b"sealed" + first.original_bytes).digest()[:16]
        return generic.ArrayObject([generic.ByteStringObject(first.original_bytes), generic.ByteStringObject(second)])


@dataclass(frozen=True)
class Extras:
    """What may go with the key: certificates of somebody who vouches for it (DER, the key's own first), and a stamp.

    `stamp` turns the bytes of the signature into a time stamp token in our form (`pdf_stamp`). `since`
    is the key's first day: where it is known, all papers of a key carry one certificate, which a reader trusts once.
    """

    chain: tuple[bytes, ...] = ()
    stamp: Callable[[bytes], bytes] | None = None
    since: datetime | None = None

    @property
    def room(self) -> int:
        """How many bytes of signature are kept free."""
        return LARGE_ROOM_BYTES if self.chain or self.stamp else ROOM_BYTES


def seal_pdf(
    page: bytes, key: SigningKey, name: str, at: datetime, field_text: str, extras: Extras | None = None
) -> bytes:
    """Return the sealed file of a rendered `page`.

    `name` is the key holder's, for the certificate; `at` the aware instant of sealing as the sealer states it;
    `field_text` what a screen reader says of the signature field, in the language of the page. Raises Refused where
    the extras do not fit into a seal.
    """
    more = extras or Extras()
    embedder, prepared, output = _prepare(page, at, field_text, more.room)
    chain = more.chain or (issue_certificate(key, name, min(more.since or at, at)).der,)
    signed = sign_digest(prepared.document_digest, chain, key, more.stamp)
    if len(signed) > more.room:
        raise Refused("seal-too-large")
    embedder.send(signed)
    return bytes(output.getvalue())


def unsigned_seal(page: bytes, at: datetime, field_text: str, room: int) -> bytes:
    """Return the sealed file of a page with nothing but zeros where its signature goes: what a verifier compares."""
    return bytes(_prepare(page, at, field_text, room)[2].getvalue())


def _prepare(page: bytes, at: datetime, field_text: str, room: int) -> tuple[Any, Any, Any]:
    writer = _Writer(BytesIO(page + b"\n"))
    embedder = PdfCMSEmbedder(new_field_spec=_field(field_text)).write_cms(field_name=FIELD, writer=writer)
    _tag(writer, next(embedder))
    placeholder = SignatureObject(timestamp=at, subfilter=SigSeedSubFilter.PADES, bytes_reserved=2 * room)
    certify = SigMDPSetup(md_algorithm=_HASH, certify=True, docmdp_perms=MDPPerm.NO_CHANGES)
    embedder.send(SigObjSetup(sig_placeholder=placeholder, mdp_setup=certify))
    return embedder, *embedder.send(SigIOSetup(md_algorithm=_HASH, output=BytesIO()))


def _field(text: str) -> SigFieldSpec:
    # No box: the page itself shows who signed. Printable and not hidden, as PDF/A rule 6.3.2 wants.
    settings = InvisSigSettings(set_print_flag=True, set_hidden_flag=False)
    return SigFieldSpec(FIELD, on_page=0, invis_sig_settings=settings, readable_field_name=text)


def _tag(writer: Any, field: Any) -> None:
    """Put the field into the structure of the page (PDF/UA-1 section 7.18.4: a widget stands inside a Form)."""
    name = generic.pdf_name
    tree = writer.root["/StructTreeRoot"]
    number = int(tree["/ParentTreeNextKey"])
    page = writer.find_page_for_modification(0)[0]
    part = generic.DictionaryObject({name("/Type"): name("/OBJR"), name("/Obj"): field, name("/Pg"): page})
    form = {name("/Type"): name("/StructElem"), name("/S"): name("/Form"), name("/K"): part}
    form[name("/P")] = tree["/K"].raw_get(0)
    element = writer.add_object(generic.DictionaryObject(form))
    kids, numbers = tree["/K"][0]["/K"], tree["/ParentTree"]["/Nums"]
    kids.append(element)
    numbers += [generic.NumberObject(number), element]
    tree[name("/ParentTreeNextKey")] = generic.NumberObject(number + 1)
    field.get_object()[name("/StructParent")] = generic.NumberObject(number)
    for changed in (kids, numbers, tree):
        writer.update_container(changed)
