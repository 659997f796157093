"""Papers of another version, whose page is not made again here: what their own signer may not have put into them.

Their page is not compared, so each rule of the shape stands alone. Every file is whole and well sealed by the
licence's own key; it is refused for the one thing that is in it, and that is named.
"""

from collections.abc import Callable
from functools import cache
from io import BytesIO
from types import SimpleNamespace
from typing import Any

import pytest
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import copy_into_new_writer
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter

from likeness.errors import Tampered
from likeness.paper.sealing import pdf_seal
from likeness.paper.sealing.pdf_seal import seal_pdf
from likeness.paper.setting.pdf import render_pdf
from likeness.paper.sheets.licence_paper import Plan
from likeness.verifier.pdf_rules import MOST_PAGES, read_sealed_pdf
from tests.fakes.attacks import ATTACKS, dictionary, generic, name, sealed_with
from tests.fakes.licences import ACCEPTED_AT, LIORA, accepted
from tests.fakes.papers import a_paper, code
from tests.fakes.sheets import a_sheet

Poison = Callable[[Any], None]


@cache
def _elsewhere() -> bytes:
    keywords = ["likeness-template-1", "typst-9", *Plan(("en",)).keywords]
    return render_pdf([a_sheet()], code(), accepted(), ACCEPTED_AT, keywords)


def _page_with(poison: Poison) -> bytes:
    """Return the page written anew as one revision, with something in it from the beginning."""
    writer = copy_into_new_writer(PdfFileReader(BytesIO(_elsewhere())))
    poison(writer)
    output = BytesIO()
    writer.write(output)
    return output.getvalue().rstrip(b"\n")


def _refusal(data: bytes) -> str:
    try:
        read_sealed_pdf(data)
    except Tampered as why:
        return why.code
    return ""


def _in_root(key: str) -> Poison:
    return lambda writer: writer.root.update({name(key): dictionary()})


def _pages(writer: Any) -> Any:
    return writer.root["/Pages"]


def _first_page(writer: Any) -> Any:
    return writer.find_page_for_modification(0)[0].get_object()


def _more_pages(writer: Any) -> None:
    pages, one = _pages(writer), _pages(writer)["/Kids"][0]
    for _ in range(MOST_PAGES):
        added = dictionary(Type=name("/Page"), MediaBox=one["/MediaBox"], Parent=writer.root.raw_get("/Pages"))
        pages["/Kids"].append(writer.add_object(added))
    pages[name("/Count")] = generic.NumberObject(len(pages["/Kids"]))


def _more_than_counted(writer: Any) -> None:
    counted = _pages(writer)["/Count"]
    _more_pages(writer)
    _pages(writer)[name("/Count")] = counted


def _deep(writer: Any) -> None:
    for _ in range(9):
        inner = writer.root.raw_get("/Pages")
        kids = generic.ArrayObject([inner])
        outer = dictionary(Type=name("/Pages"), Kids=kids, Count=_pages(writer)["/Count"])
        writer.root[name("/Pages")] = writer.add_object(outer)


def _link(writer: Any) -> None:
    box = generic.ArrayObject([generic.NumberObject(each) for each in (40, 40, 400, 400)])
    link = dictionary(Type=name("/Annot"), Subtype=name("/Link"), Rect=box)
    _first_page(writer)[name("/Annots")] = generic.ArrayObject([writer.add_object(link)])


def _field(writer: Any) -> None:
    field = writer.add_object(dictionary(FT=name("/Tx"), T=generic.TextStringObject("fee")))
    writer.root[name("/AcroForm")] = dictionary(Fields=generic.ArrayObject([field]))


def _dynamic_form(writer: Any) -> None:
    form = dictionary(Fields=generic.ArrayObject())
    form[name("/XFA")] = generic.TextStringObject("<xdp/>")
    writer.root[name("/AcroForm")] = form


def _rights(writer: Any) -> None:
    writer.root[name("/Perms")] = dictionary(UR3=dictionary())


def _files(writer: Any) -> Any:
    return writer.root["/Names"]["/EmbeddedFiles"]["/Names"]


def _second_file(writer: Any) -> None:
    _files(writer).extend([generic.TextStringObject("z.likeness"), writer.add_object(dictionary())])


def _related_twice(writer: Any) -> None:
    writer.root["/AF"].append(writer.root["/AF"].raw_get(0))


def _related_to_another(writer: Any) -> None:
    writer.root["/AF"][0] = writer.add_object(dictionary(Type=name("/Filespec")))


def _only_data(writer: Any) -> None:
    _files(writer)[1][name("/AFRelationship")] = name("/Data")


FROM_THE_BEGINNING: dict[str, tuple[Poison, str]] = {
    **{f"{key} in the root": (_in_root(key), "pdf-active-content") for key in
       ("/OpenAction", "/AA", "/OCProperties", "/Collection", "/URI", "/Extensions", "/DSS")},
    "scripts by name": (lambda w: w.root["/Names"].update({name("/JavaScript"): dictionary()}), "pdf-active-content"),
    "an action of a page": (lambda w: _first_page(w).update({name("/AA"): dictionary()}), "pdf-active-content"),
    "too many pages": (_more_pages, "pdf-pages"),
    "more pages than it counts": (_more_than_counted, "pdf-pages"),
    "pages nine deep": (_deep, "pdf-pages"),
    "a link": (_link, "pdf-annotations"),
    "a field to fill in": (_field, "pdf-fields"),
    "a dynamic form": (_dynamic_form, "pdf-fields"),
    "another permission": (_rights, "pdf-certification"),
    "a second file": (_second_file, "pdf-attachments"),
    "the file related twice": (_related_twice, "pdf-attachments"),
    "another file related": (_related_to_another, "pdf-attachments"),
    "the file as data": (_only_data, "pdf-attachments"),
}  # fmt: skip


def _seal_field(writer: Any) -> Any:
    return writer.root["/AcroForm"]["/Fields"][0]


def _visible(writer: Any) -> None:
    _seal_field(writer)[name("/Rect")] = generic.ArrayObject([generic.NumberObject(each) for each in (0, 0, 9, 9)])


def _renamed(writer: Any) -> None:
    _seal_field(writer)[name("/T")] = generic.TextStringObject("x")


def _another_file(writer: Any) -> None:
    _second_file(writer)
    writer.update_container(_files(writer))


def _other_attachment(writer: Any) -> None:
    made = writer.add_object(generic.StreamObject(stream_data=b"x"))
    _files(writer)[1]["/EF"][name("/F")] = made
    writer.update_container(_files(writer)[1]["/EF"])


WITH_THE_SEAL: dict[str, tuple[Poison, str]] = {
    "a seal that is seen": (_visible, "pdf-fields"),
    "an action of the seal": (lambda w: _seal_field(w).update({name("/A"): dictionary()}), "pdf-fields"),
    "actions of the seal": (lambda w: _seal_field(w).update({name("/AA"): dictionary()}), "pdf-fields"),
    "a seal with kids": (lambda w: _seal_field(w).update({name("/Kids"): generic.ArrayObject()}), "pdf-fields"),
    "a seal of another name": (_renamed, "pdf-fields"),
    "a second file": (_another_file, "pdf-attachments"),
    "the file laid over": (_other_attachment, "pdf-attachments"),
}  # fmt: skip


def test_a_page_that_is_only_written_anew_is_read():
    """What the attacks below have in common is no fault: without their poison the paper is read."""
    assert _refusal(seal_pdf(_page_with(lambda writer: None), LIORA, "Liora Vantreight", ACCEPTED_AT, "x")) == ""
    assert _refusal(sealed_with(_elsewhere(), lambda writer: None)) == ""


@pytest.mark.parametrize(("poison", "code"), FROM_THE_BEGINNING.values(), ids=FROM_THE_BEGINNING)
def test_what_a_page_holds_from_the_beginning_is_named(poison, code):
    assert _refusal(seal_pdf(_page_with(poison), LIORA, "Liora Vantreight", ACCEPTED_AT, "x")) == code


@pytest.mark.parametrize(("poison", "code"), WITH_THE_SEAL.values(), ids=WITH_THE_SEAL)
def test_what_comes_with_the_seal_is_named(poison, code):
    assert _refusal(sealed_with(_elsewhere(), poison)) == code


@pytest.mark.parametrize(
    ("part", "instead"),
    [("MDPPerm", SimpleNamespace(NO_CHANGES=MDPPerm.FILL_FORMS)),
     ("SigSeedSubFilter", SimpleNamespace(PADES=SigSeedSubFilter.ADOBE_PKCS7_DETACHED))],
    ids=["changes allowed", "another form of signature"],
)  # fmt: skip
def test_a_seal_that_certifies_less_is_named(monkeypatch, part, instead):
    monkeypatch.setattr(pdf_seal, part, instead)
    assert _refusal(sealed_with(_elsewhere(), lambda writer: None)) == "pdf-certification"


@pytest.mark.parametrize("attack", ["nothing at all", "a script", "a second attachment", "a stranger signs visibly"])
def test_another_revision_is_named(attack):
    assert _refusal(ATTACKS[attack](a_paper())) == "pdf-revisions"


@pytest.mark.parametrize("attack", ["range of all", "range shrunk", "range overlapping", "junk after the end"])
def test_a_signature_over_less_than_the_file_is_named(attack):
    assert _refusal(ATTACKS[attack](a_paper())) == "pdf-coverage"
