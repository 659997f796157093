"""The trust book on the command line: cards, vouching, a new key, a lost key, an agent, an estate, status lists.

Everything travels as a file, as pasted text or as a picture of a code, between registries that never meet.
"""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from tests.fakes.licences import terms_document
from tests.fakes.lines import written

WAYS = ["card", "txt", "png"]


@pytest.fixture
def agency(person):
    return person("Halden Roe Talent", "agent")


def card_of(line, folder, way="card"):
    file = folder / f"{line.registry.stem}.{way}"
    return file, line.asks("trust", "card", "--to", file)["fingerprint"]


def meet(folder, *lines):
    for one in lines:
        for other in lines:
            if one is not other:
                one.asks("trust", "add", card_of(other, folder)[0])


def granted(liora, company, folder, **changes):
    number = liora.asks("licence", "draft", written(folder / "terms.json", terms_document(**changes)))["number"]
    liora.asks("licence", "sign", number)
    liora.asks("licence", "text", number, "--to", folder / f"{number}.out")
    taken = company.asks("licence", "accept", folder / f"{number}.out")
    company.asks("licence", "text", number, "--to", folder / f"{number}.likeness")
    liora.asks("licence", "accept", folder / f"{number}.likeness")
    return number, folder / f"{number}.likeness", taken


def answer(line, file, *words):
    said = line("verify", file, "--json", "--at", "2026-12-01T00:00:00Z", *words)
    return said.json["answer"], said.json["signer"]["trust"]


@pytest.mark.parametrize("way", WAYS)
def test_a_card_by_file_text_and_code(liora, company, folder, monkeypatch, way):
    file, fingerprint = card_of(company, folder, way)
    assert liora.asks("trust", "take", file)["filed"] == [
        {"kind": "key-card", "about": "Tidewrack Pictures Ltd", "new": True}
    ]
    (waiting,) = liora.asks("trust", "list")["cards"]
    assert (waiting["trust"], waiting["fingerprint"], waiting["confirmed_at"]) == ("unknown", fingerprint, None)
    assert "not confirmed" in liora("trust", "list").out
    if way == "txt":
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(file.read_bytes())))
        assert liora.asks("trust", "add", "-")["trust"] == "confirmed"
    else:
        assert liora.asks("trust", "add", file)["trust"] == "confirmed"
    assert "confirmed by you on" in liora("trust", "list").out
    assert "confirmé par vous" in liora("trust", "list", "--lang", "fr").out


def test_the_first_use_of_a_key_is_told(liora, company, folder):
    _, _, taken = granted(liora, company, folder)
    assert (taken["counterparty"]["name"], taken["counterparty"]["trust"]) == ("Liora Vantreight", "unknown")
    said = liora("licence", "accept", folder / "2026-0001.likeness")
    assert "nobody here has confirmed" in said.out


@pytest.mark.parametrize("way", WAYS)
def test_a_status_list_by_file_text_and_code(liora, company, agency, folder, way):
    number, file, _ = granted(liora, company, folder)
    agency.asks("trust", "add", card_of(liora, folder)[0])
    lists: list[Path] = []
    for _ in range(2):
        lists.append(folder / f"list-{len(lists)}.{way}")
        liora.asks("trust", "status", "--export", lists[-1])
        liora("licence", "suspend", number)
    assert agency.asks("trust", "status", "--import", lists[1])["sequence"] == 2
    assert answer(agency, file)[0] == "suspended"
    refused = agency("trust", "status", "--import", lists[0], "--json")
    assert (refused.code, refused.json["error"]["code"], refused.json["error"]["file"]) == (
        4, "list-not-newer", str(lists[0])
    )  # fmt: skip


def test_vouched_for_and_taken_back(liora, company, agency, folder):
    _, paper, _ = granted(liora, company, folder)
    fingerprint = card_of(liora, folder)[1]
    agency.asks("trust", "add", card_of(liora, folder)[0])
    company.asks("trust", "add", card_of(agency, folder)[0])
    word = agency.asks("trust", "vouch", fingerprint, "--days", "30", "--to", folder / "vouching.png")
    assert answer(company, paper) == ("unknown-signer", "unknown")
    company.asks("trust", "take", folder / "vouching.png")
    assert answer(company, paper, "--at", word["given_at"])[1] == "vouched"
    row = next(one for one in company.asks("trust", "list")["cards"] if one["name"] == "Liora Vantreight")
    assert (row["trust"], row["by"], row["until"]) == ("vouched", "Halden Roe Talent", word["expires_at"])
    agency.asks("trust", "end", word["fingerprint"], "--to", folder / "end.txt")
    company.asks("trust", "take", folder / "end.txt")
    kept = company.asks("trust", "words")["words"]
    assert [(one["kind"], one["ended_at"] is not None) for one in kept] == [("vouching", True)]
    assert answer(company, paper)[1] == "unknown"


def test_a_new_key_and_a_lost_one(liora, company, agency, folder):
    number, paper, _ = granted(liora, company, folder)
    liora.asks("licence", "export", number, "--to", folder / "out")
    meet(folder, liora, company)
    agency.asks("trust", "add", card_of(liora, folder)[0])
    refused = liora("trust", "rotate", "--lost-since", "2999-01-01T00:00:00Z", "--to", folder / "no", "--json")
    assert (refused.code, refused.json["error"]["code"]) == (4, "lost-later")
    changed = liora.asks("trust", "rotate", "--to", folder / "rotation.png")
    for line in (company, agency):
        assert line.asks("trust", "take", folder / "rotation.png")["filed"][0]["kind"] == "rotation"
        keys = {one["fingerprint"]: one for one in line.asks("trust", "list")["cards"]}
        assert keys[changed["fingerprint"]]["trust"] == "confirmed"
        assert keys[keys[changed["fingerprint"]]["follows"]]["replaced"] is True
    assert answer(agency, paper)[1] == "confirmed"
    # A paper of the old key is sealed as it was, and verifies.
    liora.asks("licence", "export", number, "--to", folder / "again")
    assert (folder / "again" / f"{number}.pdf").read_bytes() == (folder / "out" / f"{number}.pdf").read_bytes()
    assert answer(liora, folder / "again" / f"{number}.pdf") == ("valid", "self")
    assert liora.asks("registry", "check")["sound"] is True


def test_a_lost_key_names_what_is_to_be_signed_again(liora, company, folder):
    number, paper, _ = granted(liora, company, folder)
    meet(folder, liora, company)
    said = liora.asks("trust", "rotate", "--lost-since", "2026-01-01T00:00:00Z", "--to", folder / "alarm.png")
    assert said["sign_again"] == [number]
    filed = company.asks("trust", "take", folder / "alarm.png")["filed"]
    assert [one["kind"] for one in filed] == ["rotation", "compromise"]
    assert answer(company, paper) == ("unknown-signer", "unknown")
    company.asks("trust", "remove", said["fingerprint"])  # the key that follows: its trust came from the first card
    assert {one["trust"] for one in company.asks("trust", "list")["cards"]} == {"unknown"}


def test_an_agent_within_her_delegation(liora, company, agency, folder):
    meet(folder, liora, company, agency)
    agency.asks("double", "add", "--id", "liora-voice-2025", "--kind", "voice-model", "--title", "Voice",
                "--performer", "liora")  # fmt: skip
    words = ["trust", "delegate", card_of(agency, folder)[1], "--likeness", "*", "--licensee", "tidewrack",
             "--act", "generate", "--act", "alter", "--most", "1800000", "--currency", "EUR"]  # fmt: skip
    assert liora(*words, "--until", "2020-01-01", "--to", folder / "no").code == 4
    liora.asks(*words, "--until", "2030-12-31", "--to", folder / "delegation.txt")
    agency.asks("trust", "take", folder / "delegation.txt")
    grantor = {"name": "Halden Roe Talent", "capacity": "agent", "authority": None}
    dear = {"basis": "flat", "minor": 1_800_001, "currency": "EUR"}
    number = agency.asks("licence", "draft", written(folder / "dear.json", terms_document(grantor=grantor, fee=dear)))
    refused = agency("licence", "sign", number["number"], "--json")
    assert (refused.code, refused.json["error"]["code"]) == (4, "outside-delegation-fee")
    number, paper, _ = granted(agency, company, folder, grantor=grantor)
    assert answer(company, paper) == ("unknown-signer", "unknown")
    company.asks("trust", "take", folder / "delegation.txt")
    assert answer(company, paper)[1] == "confirmed"


def test_the_estate_takes_over(liora, company, person, folder):
    heir = person("Mara Vantreight", "agent")
    number, _, _ = granted(liora, company, folder)
    meet(folder, liora, company, heir)
    liora.asks("trust", "estate", card_of(heir, folder)[1], "--to", folder / "estate.png")
    heir.asks("trust", "take", folder / "estate.png")
    died = ("--died", "2026-11-20T00:00:00Z")
    said = heir.asks("trust", "handover", card_of(liora, folder)[1], *died, "--to", folder / "handover.txt")
    assert said["kind"] == "handover"
    refused = company("trust", "take", folder / "handover.txt", "--json")
    assert refused.json["error"]["code"] == "estate-not-named"
    company.asks("trust", "take", folder / "estate.png")
    company.asks("trust", "take", folder / "handover.txt")
    company.asks("licence", "text", number, "--to", folder / "paper")
    heir.asks("trust", "take", folder / "paper")
    heir.asks("licence", "withdraw", number, "--to", folder / "withdrawal.png")
    company.asks("trust", "take", folder / "withdrawal.png")
    assert company.asks("licence", "show", number)["withdrawn_at"] is not None


def test_a_recovery_key_raises_the_alarm_from_anywhere(liora, company, agency, folder):
    _, paper, _ = granted(liora, company, folder)
    made = liora.asks("trust", "recovery", "--to", folder / "new.card")
    for line in (company, agency):
        line.asks("trust", "add", folder / "new.card")
    lost = card_of(liora, folder)[1]
    sheet = folder / "sheet.txt"
    words = [
        "trust",
        "lost",
        lost,
        "--since",
        "2026-01-01T00:00:00Z",
        "--to",
        folder / "alarm.png",
        "--recovery",
        sheet,
    ]
    sheet.write_text(made["recovery"].replace("1", "2", 1))
    assert agency(*words, "--json").json["error"]["code"] == "bad-recovery"
    sheet.write_text(made["recovery"])
    agency.asks(*words)  # from another computer: her own is gone
    company.asks("trust", "take", folder / "alarm.png")
    assert answer(company, paper) == ("unknown-signer", "unknown")
    assert [one["why"] for one in company.asks("trust", "list")["cards"]] == ["lost"]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_refusal_is_a_sentence(liora, company, folder, language):
    fingerprint = card_of(company, folder)[1]
    for words in (
        ("trust", "vouch", fingerprint, "--to", folder / "x"),
        ("trust", "lost", fingerprint, "--since", "2026-01-01T00:00:00Z", "--to", folder / "x"),
        ("trust", "end", "0" * 64, "--to", folder / "x"),
        ("trust", "take", card_of(company, folder)[0].with_suffix(".none")),
        ("licence", "notice", "2026-0001"),
    ):
        said = liora(*words, "--lang", language)
        assert said.code == 4
        assert len(said.err) > 20
        assert "Traceback" not in said.err
