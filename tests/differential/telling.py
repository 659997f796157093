"""Histories done to a real registry, one act a step. What the house refuses changes nothing, and is passed over."""

from __future__ import annotations

import json
import shutil
from datetime import timedelta
from pathlib import Path
from typing import Any

from likeness.acts.doubles.record_double import NewDouble, record_double
from likeness.acts.dues.read_dues import dues_here
from likeness.acts.dues.settle_due import put_back, reopen_due, settle_due, waive_due
from likeness.acts.licences.amend_licence import amend_licence
from likeness.acts.licences.draft_licence import draft_licence
from likeness.acts.licences.end_licence import resume_licence, suspend_licence, withdraw_licence
from likeness.acts.licences.sign_licence import sign_licence
from likeness.acts.uses.answer_held import TAKE, answer_held
from likeness.acts.uses.import_report import import_report, undo_import
from likeness.acts.uses.log_use import log_use
from likeness.acts.uses.restore_import import restore_import, set_aside
from likeness.acts.uses.settle_flag import move_flag, settle_flag
from likeness.acts.uses.take_back_use import put_back_use, take_back_use
from likeness.errors import Refused
from likeness.licence.terms_read import terms_from
from likeness.office import Office
from likeness.scope.use import use_from
from likeness.values.money import Money
from tests.differential.histories import ANSWERS
from tests.fakes.fixed_clock import FixedClock
from tests.fakes.offices import PASSPHRASE, an_office
from tests.fakes.reports import write_uses
from tests.fakes.seeded_chance import SeededChance

BEGAN = "2026-03-20T09:00:00+00:00"
_BARE = len("2026-03-21")


def a_template(folder: Path) -> None:
    """Make the registry that every history begins with."""
    office = an_office(folder, clock=FixedClock(BEGAN))
    office.do(record_double, NewDouble("other-voice", "voice-model", "Other voice", performer="liora"))
    office.close()


class Telling:
    """One history as it is done to a registry in a folder; a step that the house refuses changes nothing."""

    def __init__(self, template: Path, folder: Path) -> None:
        for file in template.iterdir():
            shutil.copy(file, folder)
        self.folder, self.clock = folder, FixedClock(BEGAN)
        self.office = Office.open(
            folder / "liora.registry", passphrase=PASSPHRASE, clock=self.clock, chance=SeededChance("histories")
        )
        self.office.registry._db.run("PRAGMA synchronous = OFF")  # nothing outlives the test
        self.papers: dict[str, dict[str, Any]] = {}  # terms, by number
        self.events: list[dict[str, Any]] = []
        self.sources: dict[int, str] = {}  # of which period each report is, whatever became of it
        self.told: dict[int, list[dict[str, Any]]] = {}  # its uses
        self.kept: list[Any] = []
        self.changes: list[Any] = []
        self.logged: list[str] = []
        self.count = 0

    def begin(self, terms: dict[str, Any]) -> None:
        number = self.office.do(draft_licence, terms_from(terms)).value.number
        self.office.do(sign_licence, number)
        self.papers[number] = terms

    def step(self, step: dict[str, Any]) -> bool:
        """Do one step a minute later; tell whether the house did it."""
        self.clock.forward(minutes=1)
        self.count += 1
        try:
            return bool(getattr(self, f"_{step['do'].replace('-', '_')}")(step))
        except Refused:
            return False

    def _named(self, facts: dict[str, Any], name: str, *, alike: bool = False) -> Any:
        """Return a use; `alike` says that another has its id: then it has an instant that no other has."""
        at = facts["at"] if len(facts["at"]) >= len("2026-03-21") else ""
        if alike and at:
            at = at if "T" in at else f"{at}T12"
        at = f"{at}:{self.count:02}:00Z" if "T" in at else at
        return use_from(json.loads(json.dumps({**facts, "id": name, "at": at or None})))

    def _log(self, step: dict[str, Any]) -> bool:
        name = ("a", "b", "1")[step["of"] % 3] if step["how"] < 3 else f"u-{self.count}"
        self.office.do(log_use, self._named(step["uses"][0], name, alike=name == "1"))
        self.logged.append(name)
        return True

    def _report(self, step: dict[str, Any]) -> bool:
        """A report of new rows, for one of three periods; line ids begin with 1 where it is the first of its period."""
        period = f"p{step['of'] % 3}"
        began = sum(len(self.told[one]) for one, its in self.sources.items() if its == period)
        uses = [self._named(use, str(began + place), alike=period != "p0") for place, use in enumerate(step["uses"], 1)]
        return self._import(period, uses)

    def _import(self, period: str, uses: list[Any]) -> bool:
        path = self.folder / f"report-{self.count}.csv"
        write_uses(path, uses)
        row = self.office.do(import_report, path, reporter="tidewrack", period=period).value
        if row.id:
            self.sources[row.id], self.told[row.id] = period, uses
        return bool(row.id)

    def _correct(self, step: dict[str, Any]) -> bool:
        """Report a row of before otherwise, and take that for right."""
        if not self.told:
            return False
        number = sorted(self.told)[step["of"] % len(self.told)]
        if not self.told[number]:
            return False
        old = self.told[number][step["how"] % len(self.told[number])]
        if not self._import(
            self.sources[number], [self._named(step["uses"][0], old.id, alike=self.sources[number] != "p0")]
        ):
            return False
        for held in self.office.registry.reports.held():
            self.office.do(answer_held, held.id, TAKE)
        return True

    def _undo(self, step: dict[str, Any]) -> bool:
        there = [one.id for one in self.office.registry.reports.all()]
        if not there:
            return False
        number = there[step["of"] % len(there)]
        kept = set_aside(self.office.desk, number)
        self.office.do(undo_import, number)
        self.kept.append((kept, self.sources[number], self.told[number]))
        return True

    def _restore(self, step: dict[str, Any]) -> bool:
        if not self.kept:
            return False
        kept, period, uses = self.kept[step["of"] % len(self.kept)]
        row = self.office.do(restore_import, kept).value
        self.kept.remove((kept, period, uses))
        self.sources[row.id], self.told[row.id] = period, uses
        return True

    def _by_hand(self, step: dict[str, Any]) -> str:
        return self.logged[step["of"] % len(self.logged)] if self.logged else ""

    def _take_back(self, step: dict[str, Any]) -> bool:
        self.office.do(take_back_use, self._by_hand(step))
        return True

    def _put_back(self, step: dict[str, Any]) -> bool:
        self.office.do(put_back_use, self._by_hand(step))
        return True

    def _flag(self, step: dict[str, Any]) -> bool:
        rows = [row for row in self.office.registry.uses.walk() if row.newest.broken == ("limit",)]
        if not rows:
            return False
        name, answer = rows[step["of"] % len(rows)].use.id, ANSWERS[step["how"]]
        self.office.do(*((move_flag, name, answer) if answer == "open" else (settle_flag, name, answer)))
        return True

    def _due(self, step: dict[str, Any], *, said: bool) -> Any:
        there = [due for due in dues_here(self.office.desk) if (due.said is not None) is said]
        dues = [due for due in there if due.pays] or there  # reports and deletions where no money is owed
        return dues[(step["of"] + 6 * step["how"]) % len(dues)] if dues else None

    def _settle(self, step: dict[str, Any]) -> bool:
        due = self._due(step, said=False)
        if due is None:
            return False
        parts = {0: 1, 1: 2, 2: 0}.get(step["how"]) if due.pays else None
        money = due.money or Money(500, "EUR")
        came = None if parts is None else Money(money.minor * parts // 2 + parts, money.currency)
        self.changes.append(self.office.do(settle_due, due.key, money=came).value)
        return True

    def _waive(self, step: dict[str, Any]) -> bool:
        due = self._due(step, said=False)
        if due is not None:
            self.changes.append(self.office.do(waive_due, due.key).value)
        return due is not None

    def _reopen(self, step: dict[str, Any]) -> bool:
        due = self._due(step, said=True)
        if due is not None:
            self.changes.append(self.office.do(reopen_due, due.key).value)
        return due is not None

    def _back(self, _step: dict[str, Any]) -> bool:
        if self.changes:
            self.office.do(put_back, self.changes.pop())
            return True
        return False

    def _number(self, step: dict[str, Any]) -> str:
        number: str = sorted(self.papers)[step["of"] % len(self.papers)]
        return number

    def _licence(self, step: dict[str, Any]) -> bool:
        if len(self.papers) < 3:
            self.begin(step["terms"])
        return True

    def _amend(self, step: dict[str, Any]) -> bool:
        """Another paper instead: with other money, or the old one with another medium."""
        number = self._number(step)
        old = self.papers[number]
        wider = {**old, "description": f"Amended, step {self.count}."}
        other = {**wider, "fee": step["terms"]["fee"], "residuals": step["terms"]["residuals"]}
        terms = (wider, wider, other, step["terms"], step["terms"], {**wider, "reporting": step["terms"]["reporting"]})[
            step["how"]
        ]
        newer = self.office.do(amend_licence, number, terms_from(terms)).value.number
        self.papers[newer] = terms
        self.events.append({"event": "superseded", "licence": number, "at": self.clock.now().isoformat(), "by": newer})
        return True

    def _ended(self, act: Any, event: str, step: dict[str, Any]) -> bool:
        number = self._number(step)
        at = self.clock.now() + timedelta(days=(0, 0, 0, -1, 1, 20)[step["how"]], seconds=self.count)
        self.office.do(act, number, at=at)
        self.events.append({"event": event, "licence": number, "at": at.isoformat()})
        return True

    def _withdraw(self, step: dict[str, Any]) -> bool:
        return self._ended(withdraw_licence, "withdrawn", step)

    def _suspend(self, step: dict[str, Any]) -> bool:
        return self._ended(suspend_licence, "suspended", step)

    def _resume(self, step: dict[str, Any]) -> bool:
        return self._ended(resume_licence, "resumed", step)

    def _forward(self, step: dict[str, Any]) -> bool:
        self.clock.forward(days=(1, 3, 14, 40, 100, 200)[step["how"]])
        return True
