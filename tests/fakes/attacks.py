"""Attacks on a sealed PDF, each made from our own file: the classes of the public attack sets, and some of our own.

Named as in the literature: universal signature forgery, incremental saving, signature wrapping, shadow content,
certification attacks. Each takes the honest file and returns the spoiled one.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from typing import Any

from pyhanko.pdf_utils import generic as untyped_objects
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from likeness.paper.sealing import pdf_seal
from likeness.paper.sealing.certificate import issue_certificate
from tests.fakes.licences import LIORA, SIGNED_AT, STRANGER, a_licence, accepted, signed

generic: Any = untyped_objects
_FORGED = signed(a_licence(signer=STRANGER.public.encoded), STRANGER).data
_RANGE = re.compile(rb"/ByteRange \[[0-9 ]+\] *")
_CONTENTS = re.compile(rb"/Contents <[0-9A-F]*>")


def _put(data: bytes, found: re.Pattern[bytes], written: bytes) -> bytes:
    """Write something of the same length over the last thing found."""
    last = list(found.finditer(data))[-1]
    room = last.end() - last.start()
    assert len(written) <= room
    return data[: last.start()] + written.ljust(room) + data[last.end() :]


def _range(data: bytes) -> list[int]:
    return [int(number) for number in re.findall(rb"[0-9]+", list(_RANGE.finditer(data))[-1][0])]


def _updated(change: Callable[[Any], None]) -> Callable[[bytes], bytes]:
    def attack(data: bytes) -> bytes:
        writer = IncrementalPdfFileWriter(BytesIO(data))
        change(writer)
        output = BytesIO()
        writer.write(output)
        return output.getvalue()

    return attack


def name(text: str) -> Any:
    """Return a PDF name."""
    return generic.pdf_name(text)


def dictionary(**pairs: Any) -> Any:
    """Return a PDF dictionary with keys of these names."""
    return generic.DictionaryObject({name("/" + key): value for key, value in pairs.items()})


# ---- Universal signature forgery: the signature is there and says nothing
FORGERIES = {
    "contents of zeros": lambda d: _put(d, _CONTENTS, b"/Contents <" + b"0" * 6144 + b">"),
    "contents empty": lambda d: _put(d, _CONTENTS, b"/Contents <>"),
    "contents null": lambda d: _put(d, _CONTENTS, b"/Contents null"),
    "contents gone": lambda d: _put(d, _CONTENTS, b""),
    "range gone": lambda d: _put(d, _RANGE, b""),
    "range null": lambda d: _put(d, _RANGE, b"/ByteRange null"),
    "range empty": lambda d: _put(d, _RANGE, b"/ByteRange []"),
    "range short": lambda d: _put(d, _RANGE, b"/ByteRange [0 9]"),
    "range of nothing": lambda d: _put(d, _RANGE, b"/ByteRange [0 0 0 0]"),
    "range negative": lambda d: _put(d, _RANGE, b"/ByteRange [0 -1 9 -9]"),
    "range of all": lambda d: _put(d, _RANGE, b"/ByteRange [0 %d %d 0]" % (len(d), len(d))),
    "range overlapping": lambda d: _put(d, _RANGE, b"/ByteRange [0 %d 0 %d]" % (len(d) // 2, len(d))),
    "range shrunk": lambda d: _put(d, _RANGE, b"/ByteRange [0 %d %d %d]" % (_range(d)[1] - 9, *_range(d)[2:])),
}


# ---- Incremental saving: something is added, with and without what a revision needs
def _bare_revision(data: bytes) -> bytes:
    return data + b"1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"


def _trailer_only(data: bytes) -> bytes:
    return data + b"trailer\n<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n"


def _page_removed(writer: Any) -> None:
    pages = writer.root["/Pages"]
    while len(pages["/Kids"]) > 1:
        pages["/Kids"].pop()
    pages[name("/Count")] = generic.NumberObject(1)
    writer.update_container(pages)


def _page_added(writer: Any) -> None:
    pages = writer.root["/Pages"]
    added = dictionary(Type=name("/Page"), Parent=writer.root.raw_get("/Pages"))
    pages["/Kids"].append(writer.add_object(added))
    writer.update_container(pages)


def _page_covered(writer: Any) -> None:
    page = writer.find_page_for_modification(0)[0].get_object()
    painted = writer.add_object(generic.StreamObject(stream_data=b"0 0 0 rg 0 0 600 800 re f"))
    page[name("/Contents")] = generic.ArrayObject([page.raw_get("/Contents"), painted])
    writer.update_container(page)


def _annotation(subtype: str, contents: str) -> Callable[[Any], None]:
    def change(writer: Any) -> None:
        page = writer.find_page_for_modification(0)[0].get_object()
        box = generic.ArrayObject([generic.NumberObject(each) for each in (40, 40, 400, 400)])
        note = dictionary(Type=name("/Annot"), Subtype=name(subtype), Rect=box)
        note[name("/Contents")] = generic.TextStringObject(contents)
        page["/Annots"].append(writer.add_object(note))
        writer.update_container(page["/Annots"])

    return change


def _field_changed(writer: Any) -> None:
    field = writer.root["/AcroForm"]["/Fields"][0]
    field[name("/TU")] = generic.TextStringObject("I agree to everything")
    writer.update_container(field)


def _reason_spoofed(writer: Any) -> None:
    signature = writer.root["/AcroForm"]["/Fields"][0]["/V"]
    signature[name("/Reason")] = generic.TextStringObject("I agree to everything")
    writer.update_container(signature)


def _field_added(writer: Any) -> None:
    fields = writer.root["/AcroForm"]["/Fields"]
    fields.append(writer.add_object(dictionary(FT=name("/Tx"), T=generic.TextStringObject("fee"))))
    writer.update_container(fields)


def _certification_taken(writer: Any) -> None:
    del writer.root["/Perms"]
    writer.update_root()


def _script(writer: Any) -> None:
    said = dictionary(S=name("/JavaScript"), JS=generic.TextStringObject("app.alert(1)"))
    writer.root[name("/OpenAction")] = writer.add_object(said)
    writer.update_root()


def _layers(writer: Any) -> None:
    writer.root[name("/OCProperties")] = writer.add_object(dictionary(OCGs=generic.ArrayObject()))
    writer.update_root()


def _font_swapped(writer: Any) -> None:
    page = writer.find_page_for_modification(0)[0].get_object()
    fonts = page["/Resources"]["/Font"]
    names = list(fonts)
    fonts[names[0]], fonts[names[-1]] = fonts.raw_get(names[-1]), fonts.raw_get(names[0])
    writer.update_container(fonts)


def _attachment(data: bytes) -> Callable[[Any], None]:
    def change(writer: Any) -> None:
        files = writer.root["/Names"]["/EmbeddedFiles"]["/Names"]
        files[1]["/EF"][name("/F")] = writer.add_object(generic.StreamObject(stream_data=data))
        writer.update_container(files[1]["/EF"])

    return change


def _repointed(writer: Any) -> None:
    made = writer.add_object(generic.StreamObject(stream_data=_FORGED))
    entry = dictionary(Type=name("/Filespec"), AFRelationship=name("/Source"), EF=dictionary(F=made))
    entry[name("/UF")] = generic.TextStringObject("2026-0041.likeness")
    added = writer.add_object(entry)
    writer.root["/AF"][0] = added
    writer.root["/Names"]["/EmbeddedFiles"]["/Names"][1] = added
    writer.update_container(writer.root["/AF"])
    writer.update_container(writer.root["/Names"]["/EmbeddedFiles"]["/Names"])


def _second_attachment(writer: Any) -> None:
    files = writer.root["/Names"]["/EmbeddedFiles"]["/Names"]
    files.extend([generic.TextStringObject("z.likeness"), writer.add_object(dictionary(Type=name("/Filespec")))])
    writer.update_container(files)


UPDATES: dict[str, Callable[[bytes], bytes]] = {
    "a revision without a table": _bare_revision,
    "a trailer alone": _trailer_only,
    "nothing at all": _updated(lambda writer: writer.update_root()),
    "a comment after the end": lambda data: data + b"% hello\n",
    "junk after the end": lambda data: data + b"\x00\xff" * 50,
    "the end once more": lambda data: data + b"%%EOF\n",
    "a page removed": _updated(_page_removed),
    "a page added": _updated(_page_added),
    "a page covered": _updated(_page_covered),
    "a free text over the page": _updated(_annotation("/FreeText", "fee: nothing")),
    "a stamp over the page": _updated(_annotation("/Stamp", "void")),
    "a link": _updated(_annotation("/Link", "")),
    "the field's words changed": _updated(_field_changed),
    "a reason spoofed": _updated(_reason_spoofed),
    "a field added": _updated(_field_added),
    "the certification taken away": _updated(_certification_taken),
    "a script": _updated(_script),
    "layers": _updated(_layers),
    "fonts swapped": _updated(_font_swapped),
    "the attachment replaced": _updated(_attachment(b"x")),
    "the attachment without its acceptance": _updated(_attachment(signed().data)),
    "the attachment of another": _updated(_attachment(_FORGED)),
    "the attachment repointed": _updated(_repointed),
    "a second attachment": _updated(_second_attachment),
}


# ---- Signature wrapping: the signed bytes are all there, and something stands in the gap
def _gap_widened(data: bytes) -> bytes:
    start, before, after, rest = _range(data)
    evil = b"\n99 0 obj\n<</Type/Catalog>>\nendobj\n"
    text = b"/ByteRange [%d %d %d %d]" % (start, before, after + len(evil), rest)
    return _put(data[:after] + evil + data[after:], _RANGE, text)


def _gap_moved(data: bytes) -> bytes:
    _, before, after, rest = _range(data)
    moved = data[:before] + b"<" + b"0" * (after - before - 2) + b">" + data[before:after] + data[after:]
    return _put(moved, _RANGE, b"/ByteRange [0 %d %d %d]" % (before, after + after - before, rest))


def _signature_in_lower_case(data: bytes) -> bytes:
    last = list(_CONTENTS.finditer(data))[-1]
    return data[: last.start()] + last[0].replace(b"A", b"a") + data[last.end() :]


WRAPPINGS = {
    "the gap widened": _gap_widened,
    "the gap moved": _gap_moved,
    "the signature in small letters": _signature_in_lower_case,
}


# ---- Somebody else signs, too
def _stranger_signs(data: bytes) -> bytes:
    from pyhanko.sign.fields import SigFieldSpec, SigSeedSubFilter
    from pyhanko.sign.signers.cms_embedder import PdfCMSEmbedder, SigIOSetup, SigObjSetup
    from pyhanko.sign.signers.pdf_byterange import SignatureObject

    from likeness.paper.sealing.pdf_cms import sign_digest

    writer = IncrementalPdfFileWriter(BytesIO(data))
    field = SigFieldSpec("stranger", on_page=0, box=(40, 40, 400, 400))
    embedder: Any = PdfCMSEmbedder(new_field_spec=field).write_cms(field_name="stranger", writer=writer)
    next(embedder)
    embedder.send(SigObjSetup(SignatureObject(SIGNED_AT, subfilter=SigSeedSubFilter.PADES, bytes_reserved=8192)))
    prepared, output = embedder.send(SigIOSetup(md_algorithm="sha256", output=BytesIO()))
    chain = (issue_certificate(STRANGER, "S", SIGNED_AT).der,)
    embedder.send(sign_digest(prepared.document_digest, chain, STRANGER))
    return bytes(output.getvalue())


OTHERS = {"a stranger signs visibly": _stranger_signs}
ATTACKS: dict[str, Callable[[bytes], bytes]] = FORGERIES | UPDATES | WRAPPINGS | OTHERS


def sealed_with(page: bytes, poison: Callable[[Any], None]) -> bytes:
    """Return a page sealed by the licence's own key, with `poison` slipped into the revision that holds the seal."""
    tag = pdf_seal._tag

    def also(writer: Any, field: Any) -> None:
        tag(writer, field)
        poison(writer)

    pdf_seal._tag = also
    try:
        return pdf_seal.seal_pdf(page, LIORA, "Liora Vantreight", SIGNED_AT, "Electronic signature")
    finally:
        pdf_seal._tag = tag


POISONS = {
    "covered": _page_covered,
    "font swapped": _font_swapped,
    "attachment": _attachment(accepted()),
}
