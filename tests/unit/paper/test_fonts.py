"""Letters: those that are shipped, the pack that is known by its fingerprint, and names that nobody can set."""

import json
from hashlib import sha256
from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from likeness.errors import Refused
from likeness.paper.setting import fonts
from likeness.paper.setting.fonts import SHIPPED, install_pack, installed_packs, lacks_pack, packs, shelf_for
from likeness.paper.setting.glyphs import lacking
from likeness.paper.setting.pdf import render_pdf
from likeness.paper.setting.sheet import PartyLine
from likeness.values.resource import resource
from tests.fakes.licences import SIGNED_AT
from tests.fakes.sheets import a_sheet

NAMES = {
    "vietnamese": "Nguyễn Thị Ánh",
    "nordic": "Øyvind Ærø Þórsdóttir",
    "polish": "Łukasz Żółć-Gęśla",
    "turkish": "İpek Şahin Iğdır",
    "greek": "Ἑλένη Παπαδοπούλου",
    "cyrillic": "Анна Їжакевич",
    "arabic": "ليلى بنت الحسن",
    "persian": "پگاه چ گ ژ",
    "hebrew": "שָׁלוֹם אביגיל",
}


def _page(name):
    return render_pdf([a_sheet(parties=(PartyLine("Performer", name),))], None, b"x", SIGNED_AT)


@pytest.fixture
def no_packs(monkeypatch, tmp_path):
    monkeypatch.setattr(fonts, "user_data_path", lambda *_words, **_more: tmp_path / "data")
    fonts._installed.cache_clear()
    yield tmp_path
    fonts._installed.cache_clear()


@pytest.fixture
def a_pack(no_packs, monkeypatch):
    """A pack that this house knows, made of a font it ships: asked is how a pack is known, not what is in it."""
    data = resource("fonts", "JetBrainsMono-Regular.ttf").read_bytes()
    known = fonts.Pack(
        "test-1", "Some.ttf", sha256(data).hexdigest(), len(data), "x", "x", (("han", "JetBrains Mono"),)
    )
    monkeypatch.setattr(fonts, "packs", lambda: (known,))
    return SimpleNamespace(data=data, pack=known, folder=no_packs)


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_names_of_many_scripts_are_set(name):
    assert _page(name) != _page("Liora")
    assert lacking(name) == ((), ())


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.characters(min_codepoint=0x20, max_codepoint=0x1FFFF, categories=("L", "M", "N", "P", "S")))
@example("\u0341")  # Unicode writes it as another one
@example("\u200d")
def test_what_no_page_can_show_is_known_before_the_page_is_made(no_packs, letter):
    try:
        _page(f"A{letter}B")
    except Refused:
        assert letter in (*lacking(letter).ever, *lacking(letter).yet)
    else:
        assert lacking(letter) == ((), ())


def test_every_shipped_font_is_there_and_no_other_is_used():
    there = {path.name for path in resource("fonts").iterdir() if path.suffix in (".ttf", ".otf", ".ttc")}
    assert there == set(SHIPPED)
    assert resource("fonts", "Noto-OFL.txt").read_text("utf-8").count("SIL OPEN FONT LICENSE") >= 1


@pytest.mark.parametrize("name", ["山田 太郎", "ひらがな", "김하늘"])
def test_a_name_in_letters_of_the_pack_says_what_to_add(no_packs, name):
    with pytest.raises(Refused, match="no-glyph-pack") as fault:
        _page(name)
    assert fault.value.params["name"] == "NotoSansCJK-Regular.ttc"
    assert lacks_pack(name) == packs()[0]
    assert lacking(name) == ((), tuple(dict.fromkeys(name.replace(" ", ""))))


@pytest.mark.parametrize("name", ["\U0001f600", "ꦗꦮ", "𓀀"])
def test_a_name_that_nobody_can_set_is_refused(no_packs, name):
    with pytest.raises(Refused, match=r"no-glyph$"):
        _page(name)


def test_a_pack_is_known_by_its_fingerprint_alone(a_pack):
    file = a_pack.folder / "whatever name.bin"
    file.write_bytes(a_pack.data)
    assert installed_packs() == ()
    assert install_pack(file) == a_pack.pack
    assert installed_packs() == (a_pack.pack,)
    assert lacks_pack("山") is None


def test_a_file_that_is_no_pack_is_refused_with_what_is_wanted(a_pack):
    file = a_pack.folder / "Some.ttf"
    file.write_bytes(a_pack.data[:-1] + b"x")
    with pytest.raises(Refused, match="unknown-font") as fault:
        install_pack(file)
    assert fault.value.params["name"] == "Some.ttf"
    assert installed_packs() == ()


@pytest.mark.parametrize("spoil", ["changed", "another beside it"])
def test_a_pack_that_was_touched_is_left_alone(a_pack, spoil):
    file = a_pack.folder / "Some.ttf"
    file.write_bytes(a_pack.data)
    install_pack(file)
    place = fonts._place(a_pack.pack)
    if spoil == "changed":
        (place / "Some.ttf").write_bytes(a_pack.data + b"x")
    else:
        (place / "Inter-Regular.ttf").write_bytes(a_pack.data)
    fonts._installed.cache_clear()
    assert installed_packs() == ()


def test_the_pack_changes_nothing_for_who_does_not_need_it(a_pack):
    before, without = shelf_for("Liora שלום"), _page("Liora")
    file = a_pack.folder / "Some.ttf"
    file.write_bytes(a_pack.data)
    install_pack(file)
    assert shelf_for("Liora שלום") == before
    assert _page("Liora") == without
    assert shelf_for("山").folders != before.folders
    assert shelf_for("山").fingerprint != before.fingerprint


def test_families_follow_the_letters_of_the_text(no_packs, monkeypatch):
    monkeypatch.setattr(fonts, "installed_packs", fonts.packs)
    asked = {text: shelf_for(json.dumps(text, ensure_ascii=False)).families[3:] for text in ("山", "ひ", "김", "山ひ")}
    assert asked == {
        "山": ("Noto Sans CJK SC",),
        "ひ": ("Noto Sans CJK JP", "Noto Sans CJK SC"),
        "김": ("Noto Sans CJK KR", "Noto Sans CJK SC"),
        "山ひ": ("Noto Sans CJK JP", "Noto Sans CJK SC"),
    }
