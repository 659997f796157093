"""The invented world, built through the acts a person would do: recorded, granted, accepted, withdrawn, reported.

Liora Vantreight keeps her own likenesses and, for his estate, a reading by Odalric Penhew. Halden Roe Talent is her
agent. Tidewrack Pictures, Kestrelle Audio and Oxbow Interactive hold licences. Everybody is invented.

- Each company signs its acceptance in a registry of its own, as it would at home.
- The same `today` and the same chance give the same registry contents.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from likeness.acts.doubles.record_double import record_double
from likeness.acts.keys.trust_book import confirm_card, own_card
from likeness.acts.licences.accept_licence import accept_licence
from likeness.acts.licences.draft_licence import draft_licence
from likeness.acts.licences.end_licence import suspend_licence, withdraw_licence
from likeness.acts.licences.export_licence import bundle_of
from likeness.acts.licences.sign_licence import sign_licence
from likeness.acts.locks.make_words import keep_words
from likeness.acts.uses.log_use import log_use
from likeness.licence.terms_read import terms_from
from likeness.office import Office
from likeness.scope.use import use_from
from likeness.seal.twelve_words import Words
from likeness.seal.vault_lock import DEFAULT_COST, Cost
from likeness.values.chance import Chance
from seeds.calendar import Calendar
from seeds.doubles import make_doubles
from seeds.letters import INVOICED, NOTICED, write_invoice, write_notice
from seeds.payments import BOOKED, NEWEST_RUNS, book_payments
from seeds.uses import Told, all_uses

Progress = Callable[[int, int], None]
TERMS = Path(__file__).parent / "terms"
WORDS = Words(bytes.fromhex("9e885d952ad362caeb4efe34a8e91bd2"))  # Liora's twelve: no secret either
COMPANIES = {"tidewrack": "Tidewrack Pictures Ltd", "kestrelle": "Kestrelle Audio", "oxbow": "Oxbow Interactive"}
AGENT = "Halden Roe Talent"

# When, what, and with which terms; the story's calendar moves the days.
GRANTS = (
    ("2025-04-02 10:00", "long-division", "kestrelle", "2025-04-04 15:20"),
    ("2025-12-09 16:30", "night-ferry", "kestrelle", "2025-12-11 09:05"),
    ("2026-01-14 11:00", "harbour-nine-first", "tidewrack", "2026-01-16 14:40"),
    ("2026-02-24 10:42", "harbour-nine", "tidewrack", "2026-02-24 15:08"),
    ("2026-03-19 09:30", "ember-keep", "oxbow", "2026-03-20 17:55"),
    ("2026-04-15 13:10", "low-country", "kestrelle", "2026-04-16 10:30"),
    ("2026-05-11 10:20", "station-12", "tidewrack", "2026-05-13 12:00"),
    ("2026-11-09 11:45", "old-weather", "kestrelle", None),
    ("2026-11-18 19:05", "tern-island", None, None),
)
AMENDS = {"harbour-nine": "harbour-nine-first"}


@dataclass
class World:
    """The offices of the story while it is told; `numbers` maps the name of a licence's terms to its number."""

    calendar: Calendar
    liora: Office
    agent: Office
    companies: dict[str, Office]
    numbers: dict[str, str]

    def close(self) -> None:
        for office in (self.liora, self.agent, *self.companies.values()):
            office.close()


def build_world(
    folder: Path,
    *,
    today: date,
    passphrase: str,
    chance: Chance,
    cost: Cost = DEFAULT_COST,
    progress: Progress | None = None,
) -> World:
    """Build the world below `folder`, which is empty: two registries, companies/, media/, letters/."""
    calendar = Calendar(today)
    calendar.turn_to("2025-03-14 09:00")

    def office(name: str, role: str, *where: str) -> Office:
        path = folder.joinpath(*where)
        path.parent.mkdir(parents=True, exist_ok=True)
        return Office.create(
            path, name=name, role=role, passphrase=passphrase, clock=calendar, chance=chance, cost=cost
        )

    world = World(
        calendar,
        office("Liora Vantreight", "performer", "liora.registry"),
        office(AGENT, "agent", "halden-roe.registry"),
        {key: office(name, "company", "companies", f"{key}.registry") for key, name in COMPANIES.items()},
        {},
    )
    world.liora.do(keep_words, WORDS, cost)
    for double in make_doubles(folder / "media", calendar):
        world.liora.do(record_double, double)
    _exchange_cards(world)
    story = _story(world, folder / "letters")
    for done, (told, step) in enumerate(story, 1):
        calendar.turn_to(told)
        step()
        if progress:
            progress(done, len(story))
    return world


def read_terms(name: str) -> dict[str, object]:
    """Return the terms of a licence of the story, as they stand in `seeds/terms`, days not moved."""
    document = json.loads((TERMS / f"{name}.json").read_text("utf-8"))
    assert isinstance(document, dict)  # noqa: S101  our own files
    return document


def _exchange_cards(world: World) -> None:
    """Liora knows her agent and two of the companies; the agent knows her and these two."""
    known = [world.companies["tidewrack"], world.companies["kestrelle"]]
    for office in (world.agent, *known):
        world.liora.do(confirm_card, own_card(office.desk))
    for office in (world.liora, *known):
        world.agent.do(confirm_card, own_card(office.desk))


def _story(world: World, letters: Path) -> list[tuple[str, Callable[[], None]]]:
    """Everything that happens, in the order of the days."""
    steps: list[tuple[str, Callable[[], None]]] = []
    for granted, name, company, accepted in GRANTS:
        steps.append((granted, _granting(world, name, signed=company is not None)))
        if company and accepted:
            steps.append((accepted, _accepting(world, name, world.companies[company])))
    steps.append(("2026-08-03 09:15", lambda: _withdraw(world)))
    steps.append(("2026-10-05 10:00", lambda: _suspend(world)))
    steps.append((BOOKED, lambda: _book(world)))
    steps.append((NOTICED, lambda: write_notice(world.liora, letters)))
    steps.append((INVOICED, lambda: write_invoice(world.liora, letters, world.numbers["station-12"])))
    steps += [(told.learned, _logging(world, told)) for told in all_uses()]
    return sorted(steps, key=lambda step: step[0])


def _granting(world: World, name: str, *, signed: bool) -> Callable[[], None]:
    def grant() -> None:
        terms = terms_from(world.calendar.moved(read_terms(name)), file=name)
        replaces = world.numbers.get(AMENDS.get(name, ""))
        world.numbers[name] = world.liora.do(draft_licence, terms, replaces=replaces).value.number
        if signed:
            world.liora.do(sign_licence, world.numbers[name])

    return grant


def _accepting(world: World, name: str, company: Office) -> Callable[[], None]:
    def accept() -> None:
        offered = world.liora.registry.licences.get(world.numbers[name], world.calendar.now())
        assert offered is not None  # noqa: S101  granted a step before
        held = company.do(accept_licence, bundle_of(world.liora.desk, offered).data).value
        world.liora.do(accept_licence, bundle_of(company.desk, held).data)

    return accept


def _withdraw(world: World) -> None:
    world.liora.do(withdraw_licence, world.numbers["ember-keep"], reason="Used outside the game without asking")


def _suspend(world: World) -> None:
    world.liora.do(suspend_licence, world.numbers["station-12"], reason="The fee has not been paid")


def _book(world: World) -> None:
    numbers, since = world.numbers, world.calendar.day(NEWEST_RUNS)
    book_payments(world.liora, unpaid=numbers["station-12"], silent=numbers["ember-keep"], open_since=since)


def _logging(world: World, told: Told) -> Callable[[], None]:
    def log() -> None:
        world.liora.do(log_use, use_from(world.calendar.moved(told.use)))

    return log
