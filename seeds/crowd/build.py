"""Building a crowd: a registry with any number of performers and really signed licences, in minutes.

- Signing is spread over the processors; every licence is the bytes that the product itself would sign, and one in a
  thousand is opened again as a stranger would open it.
- Rows are written in bulk, a hundred thousand licences a transaction, each statement with its leaf of the journal.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from datetime import datetime
from multiprocessing import get_context
from os import cpu_count
from pathlib import Path

import numpy as np

from likeness.bulk.mask import Mask, mask_of
from likeness.errors import Refused
from likeness.licence.codec_v1 import Licence
from likeness.licence.grants import grant_of
from likeness.licence.statements import open_signed
from likeness.licence.terms_read import terms_from
from likeness.office import Office
from likeness.registry.licence_row import SignedRow
from likeness.registry.registry import Registry
from likeness.scope.event import History
from likeness.scope.grant import Grant
from likeness.seal.vault_lock import DEFAULT_COST, Cost
from likeness.values.chance import Chance
from likeness.values.clock import Clock
from seeds.crowd import people
from seeds.crowd.grants import Crowd, make_crowd, terms_of
from seeds.crowd.signing import Signer, start_signer, work

NAME = "Guild of Invented Performers"
_TOGETHER = 2_000  # licences signed by one process at a time
_A_TRANSACTION = 100_000
_CHECKED = 1_000  # one licence in so many is opened again
Progress = Callable[[int, int], None]


def build_crowd(
    path: Path,
    *,
    performers: int,
    licences: int,
    clock: Clock,
    chance: Chance,
    passphrase: str,
    cost: Cost = DEFAULT_COST,
    progress: Progress | None = None,
) -> Crowd:
    """Make a registry at `path` with so many performers and licences; returns who granted what."""
    if performers < 1:
        raise Refused("number-out-of-range", key="performers", least=1, most=1_000_000)
    office = Office.create(path, name=NAME, role="agent", passphrase=passphrase, clock=clock, chance=chance, cost=cost)
    try:
        crowd = make_crowd(performers, licences, clock.now().date())
        _people(office.registry, crowd, clock.now())
        masks = _masks(office.registry, crowd)
        for done in _licences(office, crowd, masks, clock.now()):
            if progress is not None:
                progress(done, len(crowd))
        with office.registry.transaction():
            office.registry.masks.pack()
    finally:
        office.close()
    return crowd


def _people(registry: Registry, crowd: Crowd, now: datetime) -> None:
    performers = range(crowd.performers)
    companies, projects = np.unique(crowd.company).tolist(), np.unique(crowd.project).tolist()
    with registry.transaction():
        registry.people.put_many((people.performer_id(one), people.performer_name(one)) for one in performers)
        registry.people.put_many((people.company_id(one), people.company_name(one)) for one in companies)
        registry.doubles.put_many(
            (
                (
                    people.voice_id(one),
                    "voice-model",
                    f"Voice of {people.performer_name(one)}",
                    people.performer_id(one),
                )
                for one in performers
            ),
            now,
        )
        words = registry.masks.words
        words.add(people.performer_id(one) for one in performers)
        words.add(people.voice_id(one) for one in performers)
        words.add(people.company_id(one) for one in companies)
        words.add(people.project_id(one) for one in projects)


def _masks(registry: Registry, crowd: Crowd) -> list[Mask]:
    """Return the mask of each kind of terms; names are put in licence by licence."""
    with registry.transaction():
        return [
            mask_of(_grant_of_kind(crowd, kind), History(), registry.masks.words) for kind, _ in enumerate(crowd.kinds)
        ]


def _grant_of_kind(crowd: Crowd, kind: int) -> Grant:
    one = replace(crowd, kind=np.full(1, kind))
    return grant_of("", terms_from(terms_of(one, 0)), signed=True, accepted=False)


def _licences(office: Office, crowd: Crowd, masks: list[Mask], now: datetime) -> Iterator[int]:
    """Sign and record all licences; yields how many are done."""
    signer = Signer(office.desk.pen().secret, crowd, now)
    starts = range(0, len(crowd), _TOGETHER)
    spans = ((first, min(first + _TOGETHER, len(crowd))) for first in starts)
    with ProcessPoolExecutor(
        cpu_count(), mp_context=get_context("spawn"), initializer=start_signer, initargs=(signer,)
    ) as pool:
        waiting: list[tuple[SignedRow, bytes]] = []
        done = 0
        for signed in pool.map(work, spans):
            waiting += signed
            if len(waiting) >= _A_TRANSACTION or done + len(waiting) == len(crowd):
                _record(office.registry, crowd, waiting, masks, done, now)
                done += len(waiting)
                waiting = []
            yield done + len(waiting)


def _record(
    registry: Registry,
    crowd: Crowd,
    signed: list[tuple[SignedRow, bytes]],
    masks: list[Mask],
    first: int,
    now: datetime,
) -> None:
    for row, data in signed[::_CHECKED]:
        if open_signed(data, Licence).says.number != row.number:
            raise Refused("signed-otherwise", key=row.number)
    words = registry.masks.words
    with registry.transaction():
        start = registry.licences.put_many([row for row, _ in signed])
        registry.statements.put_many("licence", [(row.digest, data) for row, data in signed], now)
        registry.masks.put_many(
            (
                start + place,
                masks[int(crowd.kind[first + place])]._replace(
                    performer=words.number(row.performer),
                    licensee=words.number(row.licensee),
                    likeness=words.number(row.likenesses[0]),
                    project=words.number(row.project),
                ),
            )
            for place, (row, _) in enumerate(signed)
        )
