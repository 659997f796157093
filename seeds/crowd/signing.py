"""Signing many licences that differ only in names: the payload of their kind of terms, with other names, signed.

The payload of a kind is made by the product's own codec, once; what is put into it is what the codec puts there.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from typing import Any

import numpy as np

from likeness.licence.codec_v1 import STATUS_ENTRIES, DoubleSeal, Licence, in_signed_order
from likeness.licence.statements import encode_statement
from likeness.licence.terms_read import terms_from
from likeness.licence.terms_write import terms_to
from likeness.registry.licence_row import SignedRow, derived
from likeness.seal.canonical import decode, encode
from likeness.seal.cose import protected_header, to_be_signed, write_sign1
from likeness.seal.keys import SigningKey
from likeness.seal.kinds import Kind
from seeds.crowd import people
from seeds.crowd.grants import Crowd, terms_of

_NUMBER, _STATUS, _DOUBLES, _PERFORMER, _LICENSEE, _PROJECT = 3, 6, 8, 9, 11, 12
_SPREAD = 40_503  # odd: status indices look random and do not repeat before all are used


@dataclass(frozen=True)
class Signer:
    """What a process needs to sign: the key, the crowd, and when."""

    secret: bytes
    crowd: Crowd
    now: datetime


class _Bench:
    """One process at work: the kinds of terms it has met, ready to be signed."""

    def __init__(self, signer: Signer) -> None:
        self.crowd, self.now = signer.crowd, signer.now
        self.key = SigningKey(signer.secret)
        self.protected = protected_header(self.key.public.kid)
        self.kinds: dict[int, tuple[dict[Any, Any], dict[str, Any], dict[str, Any]]] = {}

    def kind(self, kind: int) -> tuple[dict[Any, Any], dict[str, Any], dict[str, Any]]:
        """Return payload, terms as JSON values and derived columns of a kind of terms, names aside."""
        if kind not in self.kinds:
            terms = in_signed_order(terms_from(terms_of(replace(self.crowd, kind=np.full(1, kind)), 0)))
            double = DoubleSeal(terms.likenesses[0], "voice-model", bytes(16))
            licence = Licence(
                number="0", terms=terms, doubles=(double,), issued_at=self.now, status_index=0,
                signer=self.key.public.encoded, replaces=None,
            )  # fmt: skip
            payload = decode(encode_statement(licence))
            assert isinstance(payload, dict)  # noqa: S101  a licence is a map
            self.kinds[kind] = payload, terms_to(terms), derived(terms)
        return self.kinds[kind]

    def sign(self, place: int) -> tuple[SignedRow, bytes]:
        """Sign the licence at a place of the crowd."""
        crowd, kind = self.crowd, int(self.crowd.kind[place])
        performer, company, project = int(crowd.performer[place]), int(crowd.company[place]), int(crowd.project[place])
        number, status = f"{self.now.year}-{place + 1:04}", place * _SPREAD % STATUS_ENTRIES
        voice, name = people.voice_id(performer), people.performer_name(performer)
        firm, title = people.company_name(company), people.project_title(project)
        ids = people.performer_id(performer), people.company_id(company), people.project_id(project)
        payload, document, columns = self.kind(kind)
        manifest = sha256(b"voice-model\x00" + voice.encode()).digest()[:16]
        named = {
            _NUMBER: number,
            _STATUS: status,
            _DOUBLES: [[voice, payload[_DOUBLES][0][1], manifest]],
            _PERFORMER: {1: ids[0], 2: name},
            _LICENSEE: {1: ids[1], 2: firm},
            _PROJECT: {1: ids[2], 2: title},
        }
        body = encode(payload | named)
        signature = self.key.sign(to_be_signed(self.protected, Kind.LICENCE.aad, body))
        data = write_sign1(self.protected, body, signature)
        terms = document | {
            "performer": {**document["performer"], "id": ids[0], "name": name},
            "grantor": {**document["grantor"], "name": name},
            "licensee": {"id": ids[1], "name": firm},
            "likenesses": [voice],
            "project": {**document["project"], "id": ids[2], "title": title},
        }
        words = (number, title, firm, name, f"Voice of {name}", voice, document["description"])
        row = SignedRow(
            number, json.dumps(terms, ensure_ascii=False), sha256(data).digest(), int(self.now.timestamp()), status,
            *ids[:2], firm, ids[2], title, columns["basis"], columns["ends_at"], columns["fee_minor"],
            columns["fee_currency"], (voice,), "\n".join(words),
        )  # fmt: skip
        return row, data


_bench: list[_Bench] = []


def start_signer(signer: Signer) -> None:
    """Make ready in a new process."""
    _bench.append(_Bench(signer))


def work(span: tuple[int, int]) -> list[tuple[SignedRow, bytes]]:
    """Sign the licences of a span of places."""
    return [_bench[0].sign(place) for place in range(*span)]
