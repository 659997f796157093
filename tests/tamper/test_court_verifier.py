"""The court's verifier stands alone, agrees with ours about every signature, and sees every flipped bit."""

from __future__ import annotations

import ast
import subprocess
import sys
from base64 import b64encode
from datetime import UTC, date, datetime

import cbor2
import pytest
from hypothesis import given, settings

from likeness.acts.keys.trust_book import own_card
from likeness.acts.licences.accept_licence import accept_licence
from likeness.acts.licences.draft_licence import draft_licence
from likeness.acts.licences.export_licence import export_licence, log_origin
from likeness.acts.licences.sign_licence import sign_licence
from likeness.licence.key_card import KeyCard
from likeness.licence.notices import Withdrawal
from likeness.licence.statements import encode_statement, sign
from likeness.licence.terms_read import terms_from
from likeness.seal.canonical import split_sequence
from likeness.seal.checkpoint import key_line
from likeness.seal.envelope import seal
from likeness.seal.kinds import Kind
from likeness.seal.log_key import LogKey, LogPublicKey
from likeness.verifier.report import EXITS
from likeness.verifier.verify import verify
from tests.fakes.court import COURT, court_says
from tests.fakes.licences import ACCEPTED_AT, LIORA, SIGNED_AT, TIDEWRACK, a_licence, accepted, signed, terms_document
from tests.fakes.offices import an_office
from tests.fakes.papers import read_here
from tests.golden.test_statements import FROZEN
from tests.property.test_codec_round_trip import licences

AT = datetime(2026, 6, 1, tzinfo=UTC)
BROKEN = {"altered", "unreadable", "other"}


def ours(data: bytes) -> bool:
    """Tell whether our verifier has no quarrel with the signatures."""
    return verify(data, at=AT, read=read_here).answer not in BROKEN


def flips(data: bytes):
    for place in range(len(data)):
        for bit in range(8):
            yield data[:place] + bytes([data[place] ^ 1 << bit]) + data[place + 1 :]


@pytest.fixture(scope="module")
def exported(tmp_path_factory):
    """Return licence with acceptance, proof, card and log key, as two registries hand them out."""
    folder = tmp_path_factory.mktemp("court")
    liora, company = an_office(folder), an_office(folder, "Tidewrack Pictures Ltd", "company")
    for extra in range(5):  # so that the tree has some height
        liora.do(draft_licence, terms_from(terms_document(description=f"Another draft, number {extra}.")))
        liora.do(sign_licence, f"2026-000{extra + 1}")
    number = "2026-0003"
    liora.do(export_licence, number, folder)
    company.do(accept_licence, (folder / f"{number}.likeness").read_bytes())
    company.do(export_licence, number, folder)
    liora.do(accept_licence, (folder / f"{number}.likeness").read_bytes())
    liora.do(export_licence, number, folder)
    files = {name: (folder / f"{number}.{name}").read_bytes() for name in ("likeness", "tlog-proof")}
    key = key_line(log_origin(liora.owner), LogPublicKey(liora.owner.log_public_key))
    card = own_card(liora.desk)
    for office in (liora, company):
        office.close()
    return {"licence": files["likeness"], "proof": files["tlog-proof"], "card": card, "log_key": key}


def test_it_is_short_and_shares_no_line():
    text = COURT.read_text("utf-8")
    assert len(text.splitlines()) <= 200
    nodes = list(ast.walk(ast.parse(text)))
    names = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}
    known = sys.stdlib_module_names | {"cryptography"}
    assert {name.split(".")[0] for name in names} <= known


def test_what_the_product_hands_out_holds_in_every_step(exported):
    code, lines = court_says(**exported)
    assert code == 0, lines
    text = "\n".join(lines)
    assert "Licence 2026-0003: Liora Vantreight to Tidewrack Pictures Ltd, for Harbour Nine, season 2." in text
    assert "3. The acceptance of this licence" in text
    assert "4. The key card of Liora Vantreight is signed with the same key." in text
    assert "The log's key signed its head." in text


def test_it_runs_alone_from_a_terminal(exported, tmp_path):
    names = {"2026-0003.likeness": "licence", "2026-0003.tlog-proof": "proof", "liora.card": "card"}
    for name, part in names.items():
        (tmp_path / name).write_bytes(exported[part])
    words = [*list(names)[:2], "--card", "liora.card", "--log-key", exported["log_key"]]
    alone = [sys.executable, "-I", str(COURT)]
    done = subprocess.run([*alone, *words], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[0].startswith("1. Licence 2026-0003")
    missing = subprocess.run(alone, cwd=tmp_path, capture_output=True, check=False)
    assert missing.returncode == 2


def test_without_the_logs_key_it_says_what_it_did_not_check(exported):
    code, lines = court_says(**(exported | {"log_key": None}))
    assert code == 3
    assert "NOT checked" in lines[-1]


def test_the_digits_are_those_that_the_product_shows(exported):
    _, lines = court_says(accepted())
    assert any(LIORA.public.digits in line for line in lines)
    assert any(TIDEWRACK.public.digits in line for line in lines)


@pytest.mark.parametrize("name", ["licence", "licence-everything", "licence-accepted"])
def test_frozen_licences_hold(name):
    data = bytes.fromhex((FROZEN / f"{name}.hex").read_text())
    assert court_says(data)[0] == 0
    assert ours(data)


@pytest.mark.parametrize("name", ["acceptance", "withdrawal", "suspension", "resumption", "key-card", "status-list"])
def test_other_frozen_statements_are_no_licence(name):
    data = bytes.fromhex((FROZEN / f"{name}.hex").read_text())
    assert court_says(data)[0] == 4
    assert not ours(data)


@given(licences())
@settings(max_examples=60)
def test_random_licences_of_the_product_hold(licence):
    data = signed(licence).data
    assert court_says(data)[0] == 0
    assert court_says(accepted(signed(licence)))[0] == 0


def test_every_flipped_bit_of_the_file_is_refused_by_both():
    data = accepted()
    answers = set()
    for spoiled in flips(data):
        code, _ = court_says(spoiled)
        assert code in (1, 4)
        answers.add((code == 0) == ours(spoiled))
    assert answers == {True}


def test_every_flipped_bit_of_the_proof_is_refused(exported):
    for spoiled in flips(exported["proof"]):
        assert court_says(**(exported | {"proof": spoiled}))[0] in (1, 4), spoiled


def test_every_flipped_bit_of_card_and_key_is_refused(exported):
    for spoiled in flips(exported["card"]):
        assert court_says(**(exported | {"card": spoiled}))[0] in (1, 4)
    key = exported["log_key"]
    for place in range(len(key)):
        spoiled = key[:place] + ("A" if key[place] != "A" else "B") + key[place + 1 :]
        assert court_says(**(exported | {"log_key": spoiled}))[0] in (1, 4)


def test_every_cut_and_every_addition_is_refused(exported):
    data, proof = exported["licence"], exported["proof"]
    alone = len(split_sequence(data)[0])  # the licence without its acceptance is a whole licence
    assert [end for end in range(len(data)) if court_says(data[:end])[0] == 0] == [alone]
    assert {court_says(data + bytes([byte]))[0] for byte in range(256)} <= {1, 4}
    for end in range(len(proof)):
        assert court_says(**(exported | {"proof": proof[:end]}))[0] in (1, 4)


def test_what_belongs_to_another_licence_is_refused(exported):
    stranger = sign(KeyCard("Liora Vantreight", "performer", TIDEWRACK.public.encoded, date(2026, 1, 5)), TIDEWRACK)
    assert court_says(exported["licence"], card=stranger.data)[0] == 1
    assert court_says(accepted(), proof=exported["proof"], log_key=exported["log_key"])[0] == 1
    elsewhere = accepted(signed(a_licence(number="2026-0042")))
    assert court_says(signed().data + split_sequence(elsewhere)[1])[0] == 1
    notice = sign(Withdrawal(bytes(32), SIGNED_AT, ACCEPTED_AT, LIORA.public.encoded), LIORA).data
    assert court_says(signed().data + notice)[0] in (1, 4)
    assert court_says(accepted()[len(signed().data) :] + signed().data)[0] in (1, 4)


def test_a_log_key_that_anybody_can_sign_with_is_refused(exported):
    origin = exported["log_key"].split("+")[0]
    weak = b"\x01" + bytes([1]) + bytes(31)
    line = f"{origin}+00000000+{b64encode(weak).decode()}"
    code, lines = court_says(**(exported | {"log_key": line}))
    assert code == 1
    assert "anybody can sign" in lines[-1]
    wrong = key_line(origin, LogKey(bytes([9] * 32)).public)
    assert court_says(**(exported | {"log_key": wrong}))[0] == 1


def test_what_a_licence_says_cannot_move_the_cursor(tmp_path):
    """A signer may write anything into a licence with another program; a terminal shows it and does not obey it."""
    value = cbor2.loads(encode_statement(a_licence())) | {3: "2026-0041\x1b[2J\x1b[H\u202eexit 0"}
    data = seal(cbor2.dumps(value, canonical=True), Kind.LICENCE, LIORA)
    (tmp_path / "odd.likeness").write_bytes(data)
    done = subprocess.run([sys.executable, str(COURT), "odd.likeness"], cwd=tmp_path, capture_output=True, check=False)
    assert b"2026-0041?[2J?[H?exit 0" in done.stdout
    assert b"\x1b" not in done.stdout


def test_a_missing_file_is_told_plainly(tmp_path):
    done = subprocess.run(
        [sys.executable, str(COURT), "none"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert "none" in done.stderr


def test_exits_are_those_of_the_product():
    """A licence that was altered is 1, one that is none of ours is 4, on both sides."""
    assert EXITS["altered"] == court_says(signed().data[:-1] + b"\x00")[0] == 1
    assert EXITS["other"] == court_says(b"%PDF-1.7 not ours at all")[0] == 4
