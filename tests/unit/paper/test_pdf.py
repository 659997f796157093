import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO

import pytest
from pyhanko.pdf_utils.reader import PdfFileReader

from likeness.errors import Refused
from likeness.paper.setting.fonts import shelf_for
from likeness.paper.setting.makings import made_with
from likeness.paper.setting.marks import TEMPLATE
from likeness.paper.setting.pdf import render_pdf
from likeness.paper.setting.sheet import PartyLine
from likeness.paper.wording import Run
from tests.fakes.licences import SIGNED_AT, accepted
from tests.fakes.papers import code, page, sealed
from tests.fakes.pdf_words import words_by_page
from tests.fakes.shared import CHECKOUT
from tests.fakes.sheets import a_sheet


@pytest.fixture(scope="module")
def reader():
    return PdfFileReader(BytesIO(sealed()), strict=True)


def test_the_same_licence_gives_the_same_file():
    assert page() == render_pdf([a_sheet()], code(), accepted(), SIGNED_AT)


def test_pages_may_be_set_from_several_threads_at_once():
    with ThreadPoolExecutor(4) as pool:
        sheets = [a_sheet(title=f"Licence {number % 3}") for number in range(12)]
        made = list(pool.map(lambda sheet: render_pdf([sheet], None, b"x", SIGNED_AT), sheets))
    assert len(set(made)) == 3


def test_another_process_gives_the_same_file():
    script = "import sys; from tests.fakes.papers import sealed; sys.stdout.buffer.write(sealed())"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, cwd=CHECKOUT)
    assert done.stdout == sealed()


def test_it_says_what_it_is(reader):
    root = reader.root
    metadata = root["/Metadata"].data.decode()
    assert "<pdfaid:part>3</pdfaid:part>" in metadata
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in metadata
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata
    assert all(fact in metadata for fact in made_with(TEMPLATE, shelf_for("")))
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert len(root["/OutputIntents"]) == 1


def test_it_carries_the_signed_bytes_and_nothing_else(reader):
    names = reader.root["/Names"]["/EmbeddedFiles"]["/Names"]
    assert [str(names[0]), len(names)] == ["2026-0041.likeness", 2]
    assert names[1]["/AFRelationship"] == "/Source"
    assert names[1]["/EF"]["/F"].data == accepted()
    assert reader.root["/AF"][0] == names[1]


def test_every_font_is_ours_and_embedded(reader):
    fonts = [obj for obj in _objects(reader) if getattr(obj, "get", lambda *_: None)("/Type") == "/Font"]
    assert fonts
    for font in fonts:
        name = str(font["/BaseFont"])
        assert "Inter" in name or "JetBrainsMono" in name
        assert font["/Subtype"] != "/Type0" or "/ToUnicode" in font


def test_pictures_have_words_and_the_seal_stands_in_a_form(reader):
    elements = [obj for obj in _objects(reader) if getattr(obj, "get", lambda *_: None)("/S") is not None]
    figures = [element for element in elements if element["/S"] == "/Figure"]
    forms = [element for element in elements if element["/S"] == "/Form"]
    assert figures
    assert all(figure.get("/Alt") or figure["/A"] for figure in figures)
    assert len(forms) == 1
    widget = forms[0]["/K"]["/Obj"]
    assert widget["/TU"] == "Signature of the performer"
    tree = reader.root["/StructTreeRoot"]
    numbers = tree["/ParentTree"]["/Nums"]
    assert int(widget["/StructParent"]) == int(numbers[len(numbers) - 2])
    assert int(tree["/ParentTreeNextKey"]) == int(widget["/StructParent"]) + 1
    assert int(widget["/F"]) & 0b110 == 0b100  # printable, not hidden


def _objects(reader):
    for number in range(1, int(reader.trailer["/Size"])):
        try:
            yield reader.get_object(_reference(reader, number))
        except Exception:  # noqa: BLE001  free numbers raise in many ways
            continue


def _reference(reader, number):
    from pyhanko.pdf_utils.generic import Reference

    return Reference(number, 0, reader)


@pytest.mark.parametrize(
    "name",
    [
        "Nguy\u1ec5n Th\u1ecb \u00c1nh",
        "\u00d8yvind \u00c6r\u00f8",
        "\u0141ukasz \u017b\u00f3\u0142\u0107",
        "\u0391\u03bd\u03bd\u03b1",
        "\u0410\u043d\u043d\u0430",
    ],
)
def test_names_of_many_letters_are_set(name):
    assert render_pdf([a_sheet(parties=(PartyLine("Performer", name),))], None, b"x", SIGNED_AT)


@pytest.mark.parametrize("name", ["\u5c71\u7530", "\U0001f600"])
def test_a_name_without_a_glyph_is_refused_and_never_a_box(name):
    with pytest.raises(Refused, match="no-glyph") as fault:
        render_pdf([a_sheet(parties=(PartyLine("Performer", name),))], None, b"x", SIGNED_AT)
    assert fault.value.params["value"] in name


@pytest.mark.parametrize(
    "text", ["#panic()", "*bold* _it_ $x$", "@ref <label>", "// no", "\\", "#eval(1)", "[a] {b}", '"', "${x}"]
)
def test_text_is_never_markup(text):
    made = render_pdf([a_sheet(plain=(Run(text),), subtitle=text, may=(text,))], None, b"x", SIGNED_AT)
    assert made.startswith(b"%PDF-1.7")


def test_without_a_code_the_page_says_so():
    assert render_pdf([a_sheet()], None, accepted(), SIGNED_AT) != page()


def test_long_terms_run_over_pages():
    rows = tuple((f"Term {n}", "What is agreed here. " * 12) for n in range(40))
    reader = PdfFileReader(BytesIO(render_pdf([a_sheet(terms=rows)], code(), accepted(), SIGNED_AT)))
    assert int(reader.root["/Pages"]["/Count"]) > 1


@pytest.mark.parametrize("sheets", [1, 2])
def test_long_plain_words_begin_on_the_first_page(sheets):
    """They once began on a page of their own, behind one that was nearly empty."""
    plain = (Run("Shown in "), *(Run(f"place number {place}, ", strong=True) for place in range(320)))
    first, *_ = words_by_page(render_pdf([a_sheet(plain=plain)] * sheets, None, b"x", SIGNED_AT))
    assert "number 0," in first
    assert "number 319," not in first


def test_it_stays_small():
    assert len(page()) <= 75_000
    assert len(sealed()) <= 1.6 * len(page())
