"""Several licences in one picture, and codes of others, on the command line."""

from io import BytesIO
from pathlib import Path

import pytest
import qrcode
from PIL import Image

from likeness.paper.qr.qr_image import make_qr
from likeness.paper.qr.qr_payload import qr_text
from tests.fakes.licences import a_licence, accepted, signed
from tests.fakes.lines import Line


@pytest.fixture
def agent(tmp_path, capsys, monkeypatch):
    person = Line(tmp_path / "registry", capsys, monkeypatch)
    person("registry", "init", "--name", "Halden Roe", "--role", "agent")
    return person


@pytest.fixture
def run(agent):
    person = agent

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
    [("nothing-here.pdf", "There is no such file."), ("large.pdf", "The file is too large for a licence.")],
)  # fmt: skip
def test_why_a_file_cannot_be_read_is_said(run, tmp_path, name, why):
    with (tmp_path / "large.pdf").open("wb") as file:
        file.truncate(100 * 1024 * 1024)
    exit_code, answer = run(tmp_path / name)
    assert (exit_code, answer["answer"], answer["steps"][0]["detail"]) == (4, "unreadable", why)


AT = ("--at", "2026-04-01T00:00:00Z")


def a_folder(path):
    (path / "deeper").mkdir(parents=True)
    (path / "b.likeness").write_bytes(accepted())
    (path / "a.LIKENESS").write_bytes(accepted()[:-1])
    (path / "deeper" / "c.png").write_bytes(code(accepted()))
    (path / "notes.txt").write_text("none of these")
    return path


def test_a_folder_is_every_paper_in_it(run, tmp_path):
    folder = a_folder(tmp_path / "sent")
    exit_code, answer = run(folder, *AT)
    assert [(one["file"], one["answer"]) for one in answer["files"]] == [
        (str(folder / "a.LIKENESS"), "altered"),
        (str(folder / "b.likeness"), "unknown-signer"),
        (str(folder / "deeper" / "c.png"), "unknown-signer"),
    ]
    assert exit_code == 1
    one = run(folder / "deeper", *AT)[1]
    assert [found["answer"] for found in one["files"]] == ["unknown-signer"]


@pytest.mark.parametrize(("wrapped", "encoding"), [("{}", "utf-8"), ("Dear Ana,\r\n\r\n{}\r\n", "utf-16")])
def test_a_text_in_a_folder_that_holds_a_code_is_a_paper_too(run, tmp_path, wrapped, encoding):
    """`licence text` writes one; beside papers in a folder it was passed over in silence."""
    folder = a_folder(tmp_path / "sent")
    (folder / "d.TXT").write_bytes(wrapped.format(qr_text(accepted())).encode(encoding))
    (folder / "long.txt").write_text("LIK1:" + "A" * 100_000)
    found = {Path(one["file"]).name: one["answer"] for one in run(folder, *AT)[1]["files"]}
    assert found["d.TXT"] == "unknown-signer"
    assert set(found) == {"a.LIKENESS", "b.likeness", "c.png", "d.TXT"}


def test_a_folder_with_nothing_in_it_says_so(run, tmp_path):
    (tmp_path / "none").mkdir()
    exit_code, answer = run(tmp_path / "none")
    [one] = answer["files"]
    assert (exit_code, one["answer"]) == (4, "unreadable")
    assert one["steps"][0]["detail"] == "No PDF, picture or .likeness file is in this folder."


@pytest.mark.parametrize(
    ("language", "short"),
    [
        ("en", ["In short, of 3:", "1  Changed after it was signed", "{}", "2  Intact, signer not known"]),
        ("fr", ["En bref, sur 3\u00a0:", "1  Modifiée après la signature", "{}", "2  Intacte, signataire inconnu"]),
    ],
)
def test_many_files_end_with_how_many_have_which_answer(agent, tmp_path, language, short):
    folder = a_folder(tmp_path / "sent")
    told = agent("verify", folder, "--lang", language, *AT).out.splitlines()
    assert [line.strip() for line in told[-4:]] == [line.format(folder / "a.LIKENESS") for line in short]


def test_a_name_of_a_file_says_nothing_in_our_place(agent, tmp_path):
    """A file that somebody sent may be called anything: a line of ours, colours of the terminal, marks that turn it."""
    for name in ("x\nAll: Valid, and you trust who signed it", "x\x1b[32mgreen", "x\u202efdp", "x\u2028y", "x\x9b1m"):
        (tmp_path / f"{name}.likeness").write_bytes(accepted()[:-1])
    for words in (("verify", tmp_path, *AT), ("verify", tmp_path, *AT, "--json")):
        said = agent(*words).out
        assert not any(line.startswith("All: ") for line in said.splitlines())
        assert not set("\x1b\u202e\u2028\x9b") & set(said)
    assert len(agent("verify", tmp_path, *AT, "--json").json["files"]) == 5


def test_a_name_in_a_licence_ends_no_line_and_hides_nothing(agent, tmp_path):
    sly = {"id": "tidewrack", "name": "Tide\u2028Valid, and you trust who signed it\u200b\u200f\u061c\ufeff"}
    (tmp_path / "sly.likeness").write_bytes(signed(a_licence(terms_licensee=sly)).data)
    for words in (("verify", tmp_path / "sly.likeness"), ("verify", tmp_path / "sly.likeness", "--json")):
        said = agent(*words)
        assert "Tide\\u2028Valid" in said.out
        assert not set("\u2028\u200b\u200f\u061c\ufeff") & set(said.out)
    assert said.json["licence"]["licensee"] == sly
