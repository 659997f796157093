"""The whole story: a performer grants, a company accepts, an agent verifies the paper, a studio's report is flagged."""

from __future__ import annotations

from typing import Any

import pytest

from tests.fakes.licences import terms_document
from tests.fakes.lines import Line, written

MADE = {
    "user": "tidewrack", "likeness": "liora-voice-2025", "project": "harbour-nine-2", "act": "generate",
    "purpose": "series", "medium": "svod", "territory": "FR", "language": "fr", "modification": ["new-dialogue"],
    "content": [], "at": "2026-04-01T05:30:00Z", "quantity": {"line": 14, "second": 28},
}  # fmt: skip
TRAILER = MADE | {"purpose": "promo", "territory": "US", "language": "es", "at": "2026-04-02T05:30:00Z"}
REPORT: list[dict[str, Any]] = [MADE | {"id": "r-1"}, TRAILER | {"id": "r-2"}, MADE | {"id": "r-3", "content": None}]


@pytest.fixture
def people(tmp_path, capsys, monkeypatch):
    return {name: Line(tmp_path / f"{name}.registry", capsys, monkeypatch) for name in ("liora", "company", "agent")}


def test_the_whole_story(people, tmp_path):
    liora, company, agent = people["liora"], people["company"], people["agent"]
    liora.asks("registry", "init", "--name", "Liora Vantreight")
    company.asks("registry", "init", "--name", "Tidewrack Pictures Ltd", "--role", "company")
    agent.asks("registry", "init", "--name", "Halden Roe Talent", "--role", "agent")
    voice = tmp_path / "voice.bin"
    voice.write_bytes(b"not a model, but a file that must stay as it is")
    liora.asks(
        "double", "add", "--id", "liora-voice-2025", "--kind", "voice-model", "--title", "Speaking voice",
        "--performer", "liora", "--file", voice,
    )  # fmt: skip

    # She drafts and signs; nothing is in force until the company has accepted.
    terms = written(tmp_path / "terms.json", terms_document())
    number = liora.asks("licence", "draft", terms)["number"]
    assert liora.asks("licence", "sign", number)["state"] == "offered"
    liora.asks("licence", "export", number, "--to", tmp_path / "sent")
    sent = liora("verify", tmp_path / "sent" / f"{number}.pdf", "--json", "--at", "2026-04-01T00:00:00Z")
    assert (sent.code, sent.json["answer"]) == (3, "not-accepted")

    # The company accepts and sends the file back; she records the acceptance and hands out the paper.
    assert company.asks("licence", "accept", tmp_path / "sent" / f"{number}.pdf")["state"] == "in-force"
    company.asks("licence", "export", number, "--to", tmp_path / "back")
    assert liora.asks("licence", "accept", tmp_path / "back" / f"{number}.likeness")["state"] == "in-force"
    paper = liora.asks("licence", "export", number, "--to", tmp_path / "paper")["files"]
    assert sorted(name.rsplit(".", 1)[1] for name in paper) == ["likeness", "pdf", "png", "tlog-proof"]

    # The agent checks the paper offline: first a stranger's, then, with card and list, valid.
    pdf, code = tmp_path / "paper" / f"{number}.pdf", tmp_path / "paper" / f"{number}.png"
    assert agent("verify", pdf, "--json", "--at", "2026-04-01T00:00:00Z").json["answer"] == "unknown-signer"
    card, status = tmp_path / "liora.card", tmp_path / "liora.status"
    liora.asks("trust", "card", "--to", card)
    agent.asks("trust", "add", card)
    assert agent("verify", pdf, "--json", "--at", "2026-04-01T00:00:00Z").json["answer"] == "status-old"
    liora.asks("trust", "status", "--export", status)
    agent.asks("trust", "status", "--import", status)
    plan = written(tmp_path / "plan.json", TRAILER)
    for file in (pdf, code):
        checked = agent("verify", file, "--json", "--at", "2026-04-01T00:00:00Z", "--use", plan)
        assert (checked.code, checked.json["answer"]) == (1, "valid")
        assert checked.json["signer"]["trust"] == "confirmed"
        assert checked.json["licence"]["project"]["title"] == "Harbour Nine, season 2"
        assert checked.json["planned_use"]["broken"] == ["purpose", "territory", "language"]
        assert "The licence allows the European Union and the United Kingdom." in checked.json["planned_use"]["why"][1]

    # The studio's report: one use is fine, one goes beyond the terms, one leaves a question.
    verdicts = [liora("use", "log", written(tmp_path / f"{use['id']}.json", use), "--json") for use in REPORT]
    assert [said.code for said in verdicts] == [0, 1, 3]
    assert verdicts[1].json["broken"] == ["purpose", "territory", "language"]
    place = "Used in the United States. You allowed the European Union and the United Kingdom."
    assert place in verdicts[1].json["why"]
    assert verdicts[2].json["missing"] == ["content"]
    assert [use["id"] for use in liora.asks("use", "list", "--verdict", "out-of-scope")["uses"]] == ["r-2"]

    # She withdraws; the paper an agent holds is withdrawn once the list says so and the notice is over.
    liora.asks("licence", "withdraw", number, "--reason", "Enough", "--at", "2026-01-01T00:00:00Z")
    liora.asks("trust", "status", "--export", status)
    agent.asks("trust", "status", "--import", status)
    gone = agent("verify", pdf, "--json")
    assert (gone.code, gone.json["answer"]) == (1, "withdrawn")
    shown = liora.asks("use", "show", "r-1")
    assert [step["cause"] for step in shown["history"]] == ["logged", "withdrawn"]
    assert liora.asks("registry", "check") == {"sound": True, "faults": []}

    # A file that changed is found.
    voice.write_bytes(b"something else")
    assert liora("double", "check", "liora-voice-2025").code == 1
