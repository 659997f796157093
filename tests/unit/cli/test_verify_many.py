"""Several licences in one picture, and codes of others, on the command line."""

from io import BytesIO

import pytest
import qrcode
from PIL import Image

from likeness.paper.qr.qr_image import make_qr
from tests.fakes.licences import a_licence, accepted, signed
from tests.fakes.lines import Line


@pytest.fixture
def run(tmp_path, capsys, monkeypatch):
    person = Line(tmp_path / "registry", capsys, monkeypatch)
    person("registry", "init", "--name", "Halden Roe", "--role", "agent")

    def ask(*words):
        said = person("verify", *words, "--json")
        return said.code, said.json

    return ask


def sheet(path, *pictures):
    parts = [Image.open(BytesIO(one)).convert("L") for one in pictures]
    whole = Image.new("L", (sum(part.width for part in parts), max(part.height for part in parts)), 255)
    for place, part in enumerate(parts):
        whole.paste(part, (sum(before.width for before in parts[:place]), 0))
    whole.save(path)
    return path


def code(data):
    return make_qr(data).png(5)


def foreign(text):
    stream = BytesIO()
    qrcode.make(text).save(stream, "PNG")
    return stream.getvalue()


def test_a_licence_cannot_hide_behind_another_one(run, tmp_path):
    ended = accepted(signed(a_licence(terms_create={"from": "2020-01-01", "to": "2020-12-31"}, terms_exploit=None)))
    path = sheet(tmp_path / "two.png", code(accepted()), code(ended))
    exit_code, answer = run(path, "--at", "2026-04-01T00:00:00Z")
    assert sorted(one["answer"] for one in answer["codes"]) == ["expired", "unknown-signer"]
    assert exit_code == 1


def test_a_code_of_others_beside_a_licence_changes_nothing(run, tmp_path):
    path = sheet(tmp_path / "poster.png", foreign("https://example.org/film"), code(accepted()))
    exit_code, answer = run(path, "--at", "2026-04-01T00:00:00Z")
    assert (exit_code, answer["answer"]) == (3, "unknown-signer")
    assert "codes" not in answer


def test_a_code_of_others_alone_is_named(run, tmp_path):
    path = tmp_path / "pass.png"
    path.write_bytes(foreign("HC1:NCFOXN%TS3DHWM8YJSX4UGXU$N1A.Q/R8SNM"))
    exit_code, answer = run(path)
    assert (exit_code, answer["answer"], answer["licence"]) == (4, "other", None)
    assert any("health pass" in step["detail"] for step in answer["steps"])


@pytest.mark.parametrize(
    ("name", "why"),
    [("nothing-here.pdf", "There is no such file."), (".", "This is a folder, not a file."),
     ("large.pdf", "The file is too large for a licence.")],
)  # fmt: skip
def test_why_a_file_cannot_be_read_is_said(run, tmp_path, name, why):
    with (tmp_path / "large.pdf").open("wb") as file:
        file.truncate(100 * 1024 * 1024)
    exit_code, answer = run(tmp_path / name)
    assert (exit_code, answer["answer"], answer["steps"][0]["detail"]) == (4, "unreadable", why)
