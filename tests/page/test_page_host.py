"""The host that serves the phone page: its one form, kept, and standing in the codes."""

from __future__ import annotations

import pytest

from likeness.acts.keys.export_page import name_host, page_host
from likeness.errors import Unreadable
from likeness.paper.qr.qr_payload import clean_host, qr_bytes, qr_text
from likeness.paper.qr.qr_read import read_codes
from tests.fakes.lines import Line
from tests.fakes.offices import an_office


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("example.org", "example.org"), (" Example.ORG ", "example.org"), ("a.liora.example", "a.liora.example"),
        ("exämple.org", "xn--exmple-cua.org"), ("xn--exmple-cua.org", "xn--exmple-cua.org"), ("a-b.c1.de", "a-b.c1.de"),
    ],
)  # fmt: skip
def test_a_host_has_one_form(given, kept):
    assert clean_host(given) == kept
    assert qr_bytes(qr_text(b"\x01abc", clean_host(given))) == b"\x01abc"


@pytest.mark.parametrize(
    "given",
    ["", " ", "localhost", "https://example.org", "example.org/V", "example.org:8443", "a..b", "-a.org", "a-.org",
     "a b.org", "a_b.org", "example.org.", "x" * 64 + ".org", ".".join(["abcdefghi"] * 11), "a@b.org", "a.org#b",
     "a\nb.org", "a.org?x"],
)  # fmt: skip
def test_what_is_no_host_is_refused(given):
    with pytest.raises(Unreadable, match="bad-host"):
        clean_host(given)


def test_the_host_is_kept_and_stands_in_her_codes(tmp_path, capsys, monkeypatch, one_browser):
    line = Line(tmp_path / "liora.registry", capsys, monkeypatch).begin()
    assert line.asks("trust", "page") == {"file": None, "host": None}
    made = line.asks("trust", "page", "--to", tmp_path / "verify.html", "--host", "Likeness.Example")
    assert made == {"file": str(tmp_path / "verify.html"), "host": "likeness.example"}
    number = line.sign(tmp_path)
    line.asks("licence", "export", number, "--to", tmp_path)
    [text] = read_codes((tmp_path / f"{number}.png").read_bytes())
    assert text.startswith("HTTPS://LIKENESS.EXAMPLE/V#")
    assert qr_bytes(text) == (tmp_path / f"{number}.likeness").read_bytes()
    one_browser.open(f"{(tmp_path / 'verify.html').as_uri()}#{text.partition('#')[2]}")
    one_browser.wait_for("report !== null")
    assert one_browser.ask("report.licence.number") == number
    assert one_browser.ask("report.steps.find(({ step }) => step === 'signer').detail") == "signer-confirmed"
    assert line("verify", tmp_path / f"{number}.pdf").code == 3
    assert line.asks("trust", "page", "--no-host")["host"] is None
    line.asks("licence", "export", number, "--to", tmp_path)
    assert read_codes((tmp_path / f"{number}.png").read_bytes())[0].startswith("LIK1:")
    assert line("trust", "page", "--host", "https://x.org/V").code == 4
    assert line("trust", "page", "--host", "x.org", "--no-host").code == 2
    assert line("trust", "page", "--with-confirmed").code == 2
    assert line("trust", "page", "--with-status").code == 2


def test_naming_a_host_twice_changes_nothing_more(tmp_path):
    liora = an_office(tmp_path)
    assert page_host(liora.registry) is None
    assert liora.do(name_host, "example.org").value == "example.org"
    assert page_host(liora.registry) == "example.org"
    liora.do(name_host, None)
    assert page_host(liora.registry) is None
    liora.close()
