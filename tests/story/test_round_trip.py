"""A licence goes to and fro between two registries, each with its own person, as files, pasted text and pictures."""

from __future__ import annotations

import io

import pytest

from tests.fakes.licences import terms_document
from tests.fakes.lines import written

WAYS = ["likeness", "txt", "png"]


def offer(liora, folder, **changes):
    """Draft, sign and hand out a licence; returns its number and its file."""
    number = liora.asks("licence", "draft", written(folder / "terms.json", terms_document(**changes)))["number"]
    assert liora.asks("licence", "sign", number)["state"] == "offered"
    liora.asks("licence", "text", number, "--to", folder / f"{number}.offer")
    return number, folder / f"{number}.offer"


def in_force(liora, company, folder, **changes):
    number, file = offer(liora, folder, **changes)
    company.asks("licence", "accept", file)
    company.asks("licence", "text", number, "--to", folder / f"{number}.back")
    assert liora.asks("licence", "accept", folder / f"{number}.back")["state"] == "in-force"
    return number


@pytest.mark.parametrize("way", WAYS)
def test_there_and_back_by_file_paste_and_code(liora, company, folder, monkeypatch, way):
    number, _ = offer(liora, folder)
    there, back = folder / f"there.{way}", folder / f"back.{way}"
    liora.asks("licence", "text", number, "--to", there)
    assert company.asks("licence", "accept", there)["state"] == "in-force"
    company.asks("licence", "text", number, "--to", back)
    if way == "txt":  # pasted into the command itself, with the line ends that a mail adds
        text = back.read_text().strip()
        wrapped = "\r\n".join(text[start : start + 60] for start in range(0, len(text), 60))
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(wrapped.encode())))
        assert liora.asks("licence", "accept", "-")["state"] == "in-force"
    else:
        assert liora.asks("licence", "accept", back)["state"] == "in-force"
    again = liora.asks("licence", "accept", back)
    assert again["state"] == "in-force"
    assert liora.asks("registry", "check")["sound"] is company.asks("registry", "check")["sound"] is True


def test_the_acceptance_alone_comes_back_as_text(liora, company, folder):
    number, file = offer(liora, folder)
    company.asks("licence", "accept", file)
    company.asks("licence", "text", number, "--to", folder / "both.likeness")
    both, offered = (folder / "both.likeness").read_bytes(), file.read_bytes()
    (folder / "alone").write_bytes(both.removeprefix(offered))
    taken = liora.asks("trust", "take", folder / "alone")
    assert taken["filed"] == [{"kind": "acceptance", "about": number, "new": True}]
    assert liora.asks("trust", "take", folder / "alone")["filed"][0]["new"] is False
    assert liora.asks("licence", "show", number)["state"] == "in-force"


@pytest.mark.parametrize("way", WAYS)
def test_suspended_resumed_and_withdrawn_travel_alike(liora, company, folder, way):
    number = in_force(liora, company, folder)
    file = folder / f"notice.{way}"
    for word, state in (("suspend", "suspended"), ("resume", "in-force")):
        liora.asks("licence", word, number, "--to", file)
        assert company.asks("trust", "take", file)["filed"][0]["new"] is True
        assert company.asks("trust", "take", file)["filed"][0]["new"] is False
        assert company.asks("licence", "show", number)["state"] == state
    told = liora.asks("licence", "withdraw", number, "--dry-run")
    assert (told["notice_days"], told["works_made_stay"]) == (90, True)
    assert liora.asks("licence", "show", number)["withdrawn_at"] is None
    done = liora.asks("licence", "withdraw", number, "--reason", "Enough", "--to", file)
    assert done["state"] == "in-force"
    assert done["withdrawn_at"] == done["effective_at"]
    company.asks("trust", "take", file)
    shown = company.asks("licence", "show", number)
    assert shown["withdrawn_at"] == done["withdrawn_at"]
    assert company.asks("registry", "check")["sound"] is True


def test_withdrawing_says_before_and_after_what_the_terms_say(liora, company, folder):
    number = in_force(liora, company, folder, works_made_stay=False)
    said = liora("licence", "withdraw", number)
    assert "after 90 days of notice" in said.err
    assert "may not be shown any more" in said.err
    assert "It ends on" in said.out
    assert liora("licence", "withdraw", number).code == 4


def test_an_amendment_travels_and_replaces_once_executed(liora, company, folder):
    number = in_force(liora, company, folder)
    wider = written(folder / "wider.json", terms_document(languages=["en", "fr", "de"], longest_seconds=None))
    told = liora.asks("licence", "amend", number, wider, "--dry-run")
    changed = {one["term"]: (one["before"], one["after"]) for one in told["changes"]}
    assert changed["Languages"] == ("English and French", "English, French and German")
    assert len(changed) == 2
    made = liora.asks("licence", "amend", number, wider)
    assert (made["state"], made["replaces"]) == ("offered", number)
    assert liora.asks("licence", "show", number)["state"] == "in-force"
    liora.asks("licence", "text", made["number"], "--to", folder / "new.likeness")
    company.asks("licence", "accept", folder / "new.likeness")
    assert company.asks("licence", "show", number)["state"] == "replaced"
    company.asks("licence", "text", made["number"], "--to", folder / "new-back.txt")
    liora.asks("licence", "accept", folder / "new-back.txt")
    old = liora.asks("licence", "show", number)
    assert (old["state"], old["replaced_by"]) == ("replaced", made["number"])
    refused = liora("licence", "amend", number, wider, "--json")
    assert (refused.code, refused.json["error"]["code"]) == (4, "already-replaced")


def test_an_amendment_that_comes_before_what_it_replaces(liora, company, person, folder):
    number, first = offer(liora, folder)
    # The first licence is executed with Liora through another desk of the company; here the amendment comes first.
    wider = written(folder / "wider.json", terms_document(languages=["en", "fr", "de"]))
    second = liora.asks("licence", "amend", number, wider)["number"]
    liora.asks("licence", "text", second, "--to", folder / "second.likeness")
    assert company.asks("licence", "accept", folder / "second.likeness")["replaces"] is None
    company.asks("trust", "take", first)
    assert company.asks("licence", "show", number)["state"] == "replaced"
    assert company.asks("licence", "show", second)["replaces"] == number
    refused = company("licence", "accept", first, "--json")
    assert (refused.code, refused.json["error"]["code"]) == (4, "already-replaced")


def code_of(said):
    assert said.code == 4, said
    return said.json["error"]["code"]


def test_wrong_party_wrong_name_wrong_licence_out_of_order(liora, company, person, folder):
    number, file = offer(liora, folder)
    other = person("Oxbow Interactive", "company")
    assert code_of(other("licence", "accept", file, "--json")) == "not-the-licensee"
    assert code_of(other("trust", "take", file, "--json")) == "not-the-licensee"
    assert code_of(liora("licence", "accept", file, "--json")) == "no-acceptance-in-file"

    # Somebody else accepts in the company's name: not under a key that Liora trusts otherwise.
    company.asks("trust", "card", "--to", folder / "company.card")
    liora.asks("trust", "add", folder / "company.card")
    other.asks("licence", "accept", file, "--as", "Tidewrack Pictures Ltd")
    other.asks("licence", "text", number, "--to", folder / "forged.likeness")
    assert code_of(liora("licence", "accept", folder / "forged.likeness", "--json")) == "accepted-by-another-key"
    assert liora.asks("licence", "show", number)["state"] == "offered"

    # An acceptance of a licence that is not here, a notice about one, and a notice by somebody else.
    second, elsewhere = offer(liora, folder, description="Another one.")
    company.asks("licence", "accept", file)
    company.asks("licence", "text", number, "--to", folder / "both")
    (folder / "alone").write_bytes((folder / "both").read_bytes().removeprefix(file.read_bytes()))
    assert (
        code_of(person("Nora Elsewhere", "performer")("trust", "take", folder / "alone", "--json"))
        == "licence-not-here"
    )
    liora.asks("licence", "accept", folder / "alone")
    (folder / "mixed").write_bytes(elsewhere.read_bytes() + (folder / "alone").read_bytes())
    assert code_of(liora("licence", "accept", folder / "mixed", "--json")) == "acceptance-of-another-licence"
    assert liora.asks("licence", "show", second)["state"] == "offered"

    liora.asks("licence", "suspend", second, "--to", folder / "suspension")
    assert code_of(company("trust", "take", folder / "suspension", "--json")) == "licence-not-here"
    assert code_of(company("licence", "withdraw", number, "--json")) == "not-yours"
    assert code_of(company("licence", "amend", number, folder / "terms.json", "--json")) == "not-yours"
    assert code_of(company("licence", "notice", number, "--json")) == "no-notice"


def test_notices_that_come_in_the_wrong_order(liora, company, folder):
    number = in_force(liora, company, folder)
    liora.asks("licence", "suspend", number, "--at", "2026-03-05T00:00:00Z", "--to", folder / "first")
    liora.asks("licence", "resume", number, "--at", "2026-03-09T00:00:00Z", "--to", folder / "second")
    company.asks("trust", "take", folder / "second")
    company.asks("trust", "take", folder / "first")
    assert company.asks("licence", "show", number)["state"] == "in-force"
    use = {"user": "tidewrack", "likeness": "liora-voice-2025", "project": "harbour-nine-2", "act": "generate",
           "purpose": "series", "medium": "svod", "territory": "FR", "language": "fr",
           "modification": ["new-dialogue"], "content": [], "at": "2026-03-07T00:00:00Z",
           "quantity": {"line": 1, "second": 1}, "id": "u-1"}  # fmt: skip
    said = company("use", "log", written(folder / "use.json", use), "--json")
    assert (said.code, said.json["broken"]) == (1, ["suspended"])


def test_what_one_file_holds_is_taken_together_or_not_at_all(liora, company, folder):
    number = in_force(liora, company, folder)
    liora.asks("licence", "suspend", number, "--to", folder / "good")
    liora.asks("trust", "card", "--to", folder / "card")
    other, _ = offer(liora, folder, description="Never sent.")
    liora.asks("licence", "suspend", other, "--to", folder / "bad")
    together = folder / "together"
    together.write_bytes(b"".join((folder / name).read_bytes() for name in ("card", "good", "bad")))
    assert code_of(company("trust", "take", together, "--json")) == "licence-not-here"
    assert company.asks("licence", "show", number)["state"] == "in-force"
    assert company.asks("trust", "list")["cards"] == []
    together.write_bytes(b"".join((folder / name).read_bytes() for name in ("card", "good")))
    filed = company.asks("trust", "take", together)["filed"]
    assert [(one["kind"], one["new"]) for one in filed] == [("key-card", True), ("suspension", True)]
    assert [card["trust"] for card in company.asks("trust", "list")["cards"]] == ["unknown"]
