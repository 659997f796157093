"""A sealed PDF with one thing changed is altered, whatever the change and wherever it is."""

import random
from io import BytesIO

import pytest
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.general import SigningError

from likeness.errors import LikenessError, Tampered, Unreadable
from likeness.paper.sealing.pdf_seal import seal_pdf
from likeness.paper.setting.pdf import render_pdf
from likeness.verifier.pdf_rules import read_sealed_pdf
from likeness.verifier.verify import verify
from tests.fakes.licences import LIORA, SIGNED_AT, STRANGER, TIDEWRACK, a_licence, accepted, signed
from tests.fakes.papers import code, page, read_here, sealed
from tests.fakes.sheets import a_sheet


def _answer(data):
    return verify(data, at=SIGNED_AT, read=read_here).answer


def _places():
    """The whole seal, and a sample of the rest."""
    dice = random.Random(20_260_224)
    start = len(page())
    return sorted({*dice.sample(range(start), 200), *dice.sample(range(start, len(sealed())), 200)})


def test_the_honest_file_is_accepted():
    assert _answer(sealed()) == "unknown-signer"
    assert _answer(sealed(TIDEWRACK)) == "unknown-signer"


def test_changed_bytes_are_altered():
    data = sealed()
    for place in _places():
        spoiled = data[:place] + bytes([data[place] ^ 1 << place % 8]) + data[place + 1 :]
        assert _answer(spoiled) == "altered", place


def test_every_byte_of_the_signature_itself_is_altered():
    data = sealed()
    start = data.rindex(b"/Contents <") + len(b"/Contents ")
    for place in range(start, data.index(b">", start) + 1, 23):
        for byte in {data[place] ^ 1, ord("a") if data[place : place + 1].isupper() else data[place] ^ 0x20}:
            spoiled = data[:place] + bytes([byte]) + data[place + 1 :]
            with pytest.raises(LikenessError):
                read_sealed_pdf(spoiled)


@pytest.mark.parametrize("tail", [b"\n", b" ", b"%%EOF\n", b"junk", b"\0" * 100])
def test_appended_bytes_are_altered(tail):
    assert _answer(sealed() + tail) == "altered"


def test_cut_files_are_altered():
    data = sealed()
    for end in (len(data) - 1, len(data) - 100, len(page()) + 1, len(page()), len(page()) // 2):
        assert _answer(data[:end]) == "altered"


def test_bytes_in_front_are_altered():
    assert _answer(b"\n" + sealed()) == "altered"


def _updated(change):
    writer = IncrementalPdfFileWriter(BytesIO(sealed()))
    change(writer)
    output = BytesIO()
    writer.write(output)
    return output.getvalue()


def _an_attachment(data):
    def change(writer):
        files = writer.root["/Names"]["/EmbeddedFiles"]["/Names"]
        replaced = writer.add_object(generic.StreamObject(stream_data=data))
        files[1]["/EF"]["/F"] = replaced
        writer.update_container(files[1]["/EF"])

    return change


def _a_second_attachment(writer):
    files = writer.root["/Names"]["/EmbeddedFiles"]["/Names"]
    files.extend([generic.TextStringObject("z.txt"), writer.add_object(generic.DictionaryObject())])
    writer.update_container(files)


def _an_annotation(writer):
    page_object = writer.find_page_for_modification(0)[0].get_object()
    note = {"/Type": "/Annot", "/Subtype": "/FreeText"}
    pairs = {generic.pdf_name(key): generic.pdf_name(value) for key, value in note.items()}
    page_object["/Annots"].append(writer.add_object(generic.DictionaryObject(pairs)))
    writer.update_container(page_object["/Annots"])


def _an_action(writer):
    writer.root[generic.pdf_name("/OpenAction")] = writer.add_object(generic.DictionaryObject())
    writer.update_root()


def _nothing(writer):
    writer.update_root()


@pytest.mark.parametrize(
    "change",
    [_an_attachment(signed().data), _an_attachment(b"x"), _a_second_attachment, _an_annotation, _an_action, _nothing],
)
def test_a_later_revision_is_altered(change):
    assert _answer(_updated(change)) == "altered"


def test_a_page_that_nobody_sealed_is_altered():
    assert _answer(page()) == "altered"


def test_a_strangers_seal_is_altered():
    report = verify(sealed(STRANGER), at=SIGNED_AT, read=read_here)
    assert report.answer == "altered"
    assert report.licence is None
    assert [step.detail for step in report.steps if step.result == "failed"] == ["pdf-another-key"]


def test_a_page_is_sealed_once():
    with pytest.raises(SigningError):
        seal_pdf(sealed(), LIORA, "Liora Vantreight", SIGNED_AT, "again")


def test_the_seal_of_another_page_does_not_fit():
    other = seal_pdf(render_pdf([a_sheet(only="Anything.")], code(), accepted(), SIGNED_AT), LIORA, "L", SIGNED_AT, "x")
    with pytest.raises((Tampered, Unreadable)):
        read_sealed_pdf(other[: len(page())] + sealed()[len(page()) :])


def test_a_spoiled_licence_under_a_good_seal_is_altered():
    data = bytearray(accepted())
    data[100] ^= 1
    spoiled = render_pdf([a_sheet()], None, bytes(data), SIGNED_AT)
    assert _answer(seal_pdf(spoiled, LIORA, "Liora Vantreight", SIGNED_AT, "x")) == "altered"


def test_a_licence_without_acceptance_is_sealed_by_its_signer_only():
    alone = signed(a_licence()).data
    assert _answer(sealed(LIORA, alone)) == "unknown-signer"
    assert _answer(sealed(TIDEWRACK, alone)) == "altered"
