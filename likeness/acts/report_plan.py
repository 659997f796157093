"""A report read and judged, and nothing recorded yet: the dry run of `import_report`, and its first half.

- Rows in = decided + rejected + duplicates; conflicting rows are among the duplicates.
- Rows that were imported before from the same reporter for the same period are known, and change nothing.
- Earlier uses that a late row may change are judged again together with the report.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from likeness.acts.desk import Desk
from likeness.acts.joined import Circle, circle_of
from likeness.acts.rejudge import differs
from likeness.acts.repeats import Repeats
from likeness.acts.replay import as_before
from likeness.bulk.bits import terms_of
from likeness.bulk.frame import framed
from likeness.bulk.keys import Keyring
from likeness.bulk.roll import Roll
from likeness.bulk.settle import Settlement
from likeness.bulk.tallies import LAST
from likeness.bulk.twin import VERDICTS, Part, finding_of, hear
from likeness.feeds.batches import Batch, batches
from likeness.feeds.block import Fault
from likeness.feeds.mapping import Mapping
from likeness.feeds.sniff import sniff
from likeness.feeds.source import UTF8
from likeness.feeds.uses import identities
from likeness.media.fingerprint import fingerprint
from likeness.registry.registry import Registry
from likeness.registry.uses import UseRow
from likeness.scope.judge import Finding

if TYPE_CHECKING:
    import polars as pl

Progress = Callable[[int, int, int], None]  # bytes read, bytes in all, rows so far
Cancelled = Callable[[], bool]
_SEED_BYTES = 7
_MOST_OF = 4  # where a report touches more than this part of all licences, their tallies are read as a whole
_AT_ONCE = 2  # pieces heard side by side, while the next one is read


class Group(NamedTuple):
    """Rows with the same verdict for the same reasons."""

    verdict: str
    broken: tuple[str, ...]
    missing: tuple[str, ...]
    rows: int


@dataclass
class Piece:
    """Some new rows of the report: their facts, where they are to be recorded, and what was heard of them."""

    facts: pl.DataFrame
    part: Part


@dataclass
class Plan:
    """What a report holds and what would be recorded."""

    file: str
    mapping: Mapping
    reporter: str
    period: str
    sha256: bytes
    roll: Roll
    encoding: str = UTF8
    rows: int = 0
    duplicates: int = 0
    rejected: list[pl.DataFrame] = field(default_factory=list)
    conflicts: list[pl.DataFrame] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    tallies: pl.DataFrame | None = None
    earlier: list[tuple[UseRow, Finding]] = field(default_factory=list)  # earlier uses whose verdict changes

    @property
    def rejections(self) -> int:
        return sum(one.height for one in self.rejected)

    @property
    def conflicting(self) -> int:
        return sum(one.height for one in self.conflicts)

    @property
    def decided(self) -> int:
        return sum(len(piece.part.lines) for piece in self.pieces)

    def counts(self) -> dict[str, int]:
        """Return how many rows have each verdict."""
        counted = np.zeros(len(VERDICTS), dtype=np.int64)
        for piece in self.pieces:
            counted += np.bincount(piece.part.verdicts(), minlength=len(VERDICTS))
        return {verdict.value: int(count) for verdict, count in zip(VERDICTS, counted, strict=True)}

    def faults(self, most: int) -> list[Fault]:
        """Return the first rows that could not be read, at most `most`."""
        return [Fault(*row) for one in self.rejected for row in one.head(most).iter_rows()][:most]

    def groups(self) -> list[Group]:
        """Return the rows by verdict and reasons, the most frequent first."""
        found: dict[tuple[int, int], int] = {}
        for piece in self.pieces:
            rows = piece.part.rows
            both, count = np.unique(np.stack([rows.broken, rows.missing]), axis=1, return_counts=True)
            for broken, missing, many in zip(*both.tolist(), count.tolist(), strict=True):
                found[broken, missing] = found.get((broken, missing), 0) + many
        groups = [
            Group(_verdict(broken, missing), terms_of(broken), terms_of(missing), many)
            for (broken, missing), many in found.items()
        ]
        return sorted(groups, key=lambda group: -group.rows)


def plan_report(
    desk: Desk,
    path: Path,
    mapping: Mapping | None = None,
    *,
    reporter: str | None = None,
    period: str | None = None,
    keep: bool = False,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> Plan:
    """Read and judge a report; with `keep` the facts stay at hand, to be recorded."""
    registry, source = desk.registry, sniff(path)
    print_ = fingerprint(path, cancelled=cancelled)[1] if keep or reporter is None or period is None else b""
    roll = registry.masks.roll(fresh_keys(desk))
    plan = Plan(source.name, mapping or Mapping(), reporter or print_.hex(), period or print_.hex(), print_, roll)
    told = None if progress is None else lambda done, whole: progress(done, whole, plan.rows)
    judge_batches(registry, plan, batches(source, plan.mapping, progress=told, cancelled=cancelled), keep=keep)
    return plan


def fresh_keys(desk: Desk) -> Keyring:
    """Return keys with a seed of chance, so that nobody can make two values that look like one."""
    return Keyring(int.from_bytes(desk.chance.bytes(_SEED_BYTES), "big"))


def judge_batches(registry: Registry, plan: Plan, read: Iterable[Batch], *, keep: bool) -> None:
    """Judge rows as they are read, and settle the limits."""
    repeats = Repeats(plan.roll.keys.seed, _known(registry, plan))
    gone = _gone(registry, plan.roll.keys)
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        waiting: deque[Future[Piece]] = deque()
        for batch in read:
            facts = _new_rows(plan, batch, repeats)
            if facts.height:
                waiting.append(pool.submit(_heard, facts, plan.roll, gone, keep=keep, lists=batch.lists))
            if len(waiting) > _AT_ONCE:
                plan.pieces.append(waiting.popleft().result())
        plan.pieces += [one.result() for one in waiting]
    _settle(registry, plan, gone, counted=keep)


def _new_rows(plan: Plan, batch: Batch, repeats: Repeats) -> pl.DataFrame:
    """Return the facts of the rows that were not seen before, and count the others."""
    import polars as pl  # noqa: PLC0415  a quarter of a second to import: only with reports

    plan.encoding = batch.encoding
    plan.rows += batch.rows
    if batch.rejected.height:
        plan.rejected.append(batch.rejected)
    facts = batch.facts
    if not batch.has_line_id:
        facts = facts.with_columns(line_id=pl.Series(identities(facts), dtype=pl.String))
    facts, again, conflicts = repeats.split(facts)
    plan.duplicates += again
    if conflicts.height:
        plan.conflicts.append(conflicts)
    return facts


def _heard(facts: pl.DataFrame, roll: Roll, gone: dict[int, int], *, keep: bool, lists: bool) -> Piece:
    return Piece(facts if keep else facts.clear(), hear(facts, roll, gone, lists=lists))


def _settle(registry: Registry, plan: Plan, gone: dict[int, int], *, counted: bool) -> None:
    """Settle the limits; where a late row may change what comes after it, hear that again until nothing is added."""
    parts = [piece.part for piece in plan.pieces]
    again, old = Circle(frozenset(), frozenset(), (), LAST), list[Part]()
    while True:
        before = _before(registry, plan.roll, [*old, *parts], again)
        settlement = Settlement([*old, *parts], plan.roll, before, counted=counted)
        licences, since = settlement.late()
        late = {one for place in licences.tolist() for one in plan.roll.grant(place).likenesses}
        if late <= again.likenesses and (not late or since >= (again.since or 0)):
            break
        again = circle_of(registry, late | again.likenesses, min(since, LAST if again.since is None else again.since))
        old = [hear(framed([row.use for row in again.uses]), plan.roll, gone)]
    plan.tallies = settlement.finish()
    for part in old:
        found = [finding_of(part, place, row.use.id, plan.roll) for place, row in enumerate(again.uses)]
        plan.earlier = [(row, f) for row, f in zip(again.uses, found, strict=True) if differs(row.newest, f)]


def _before(registry: Registry, roll: Roll, parts: list[Part], again: Circle) -> pl.DataFrame:
    """Return what was used of the limits that the rows touch: by now, or before the instant of what is heard again."""
    import polars as pl  # noqa: PLC0415  see _new_rows

    touched = np.zeros(len(roll), dtype=bool)
    for part in parts:
        touched[part.entries.licence] = True
    few = np.count_nonzero(touched) < len(roll) // _MOST_OF
    kept = registry.tallies.frame(roll.licences[touched].tolist() if few else None)
    if again.licences:
        earlier = pl.DataFrame(list(as_before(registry, again).values()), schema=kept.schema, orient="row")
        kept = pl.concat([kept.filter(~pl.col("licence").is_in(list(again.licences))), earlier])
    if not len(roll):
        return kept.clear()
    places = np.minimum(np.searchsorted(roll.licences, kept["licence"].to_numpy()), len(roll) - 1)
    return kept.with_columns(pl.Series("licence", places)).filter(pl.Series(touched[places], dtype=pl.Boolean))


def _known(registry: Registry, plan: Plan) -> list[pl.DataFrame]:
    earlier = registry.reports.from_source(plan.reporter, plan.period)
    return [registry.reports.facts(block) for report in earlier for block in registry.reports.blocks(report.id)]


def _gone(registry: Registry, keys: Keyring) -> dict[int, int]:
    """Return, by the key of a likeness, the first day by which it or a source should be deleted (FORMAT 4.9)."""
    import polars as pl  # noqa: PLC0415  see _new_rows

    dated = registry.doubles.to_be_gone()
    if not dated:
        return {}
    known = {one.id: one for one in registry.doubles.lineage([*dated, *registry.doubles.derived()])}
    days: dict[str, int] = {}
    for name in known:
        waiting, seen = [name], set[str]()
        while waiting:
            one = known.get(waiting.pop())
            if one is not None and one.id not in seen:
                seen.add(one.id)
                waiting += one.derived_from
                if one.delete_by is not None:
                    days[name] = min(days.get(name, one.delete_by.toordinal()), one.delete_by.toordinal())
    numbers = keys.of("likeness", pl.Series(list(days), dtype=pl.String)).tolist()
    return dict(zip(numbers, days.values(), strict=True))


def _verdict(broken: int, missing: int) -> str:
    return VERDICTS[2 if broken else 1 if missing else 0].value
