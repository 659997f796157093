"""`likeness registry init|info|check|rules`; backups, papers, words and strikes have files of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from likeness.cli.registry_backup import backup, restore
from likeness.cli.registry_paper import acrobat, certificate, fonts, time_stamp
from likeness.cli.registry_strike import strike
from likeness.cli.registry_words import passphrase, words
from likeness.cli.session import Session, table

if TYPE_CHECKING:
    from likeness.office import Office


@click.group("registry")
def command() -> None:
    """Make, look at and check a registry."""


for other in (backup, restore, words, passphrase, fonts, certificate, time_stamp, acrobat, strike):
    command.add_command(other)


@command.command()
@click.option("--name", required=True, help="whose registry it is")
@click.option("--role", type=click.Choice(["performer", "agent", "company"]), default="performer",
              help="what you are; a performer if left out")  # fmt: skip
@click.pass_obj
def init(session: Session, name: str, role: str) -> None:
    """Make a new, empty registry."""
    from likeness.office import LONG_ENOUGH, Office  # noqa: PLC0415  peewee and the vault: only with a registry

    chosen = session.passphrase(twice=True)
    office = Office.create(
        session.registry_path,
        name=name,
        role=role,
        passphrase=chosen,
        clock=session.clock,
        chance=session.chance,
    )
    document = _info(str(session.registry_path), office)
    office.close()
    if len(chosen) < LONG_ENOUGH:
        session.advise("short-passphrase", least=LONG_ENOUGH)
    session.answer(document, session.say("registry-made", name=name, file=session.registry_path))


@command.command()
@click.pass_obj
def info(session: Session) -> None:
    """Say whose registry it is and what it holds."""
    document = _info(str(session.registry_path), session.office())
    session.answer(document, table([(session.say(f"info-{key}"), str(value)) for key, value in document.items()]))


@command.command()
@click.pass_obj
def check(session: Session) -> int:
    """Recompute the registry from its log and compare every derived column."""
    from likeness.acts.check_registry import check_registry  # noqa: PLC0415  only here
    from likeness.paper.words.fault_words import fault_lines  # noqa: PLC0415

    faults = check_registry(session.office().desk, session.progress())
    document = {"sound": not faults, "faults": [{"what": fault.what, "key": fault.key} for fault in faults]}
    lines = fault_lines(session.language, [(fault.what, fault.key) for fault in faults])
    session.answer(document, "\n".join(lines) or session.say("registry-sound"))
    return 5 if faults else 0


@command.command()
@click.option("--on", multiple=True, metavar="PACK", help="switch a pack on; may be repeated")
@click.option("--off", multiple=True, metavar="PACK", help="switch a pack off; may be repeated")
@click.option("--refuse/--warn", default=None, help="whether a serious rule refuses a signature, or only warns")
@click.pass_obj
def rules(session: Session, on: tuple[str, ...], off: tuple[str, ...], refuse: bool | None) -> None:
    """List the packs of rules, and choose which are on."""
    from likeness.acts.rules.choose_rules import choose_rules, packs_on, rules_refuse  # noqa: PLC0415  only here
    from likeness.cli.rule_rows import pack_line, pack_row  # noqa: PLC0415
    from likeness.licence.rules.shelf import pack_ids, the_pack  # noqa: PLC0415

    office = session.office()
    if on or off or refuse is not None:
        office.do(choose_rules, on, off, refuse=refuse)
    active = packs_on(office.registry)
    packs = [the_pack(name) for name in pack_ids()]
    document = {
        "refuse": rules_refuse(office.registry),
        "packs": [pack_row(p, session.language, active) for p in packs],
    }
    session.answer(document, table([pack_line(pack, session.language, active) for pack in packs]))


def _info(path: str, office: Office) -> dict[str, object]:
    from likeness.acts.licences.export_licence import log_origin  # noqa: PLC0415  see init
    from likeness.seal.checkpoint import key_line  # noqa: PLC0415
    from likeness.seal.keys import PublicKey  # noqa: PLC0415
    from likeness.seal.log_key import LogPublicKey  # noqa: PLC0415

    key = PublicKey(office.owner.public_key)
    return {
        "registry": path,
        "name": office.owner.name,
        "role": office.owner.role,
        "fingerprint": key.fingerprint,
        "digits": key.digits,
        "doubles": len(office.registry.doubles.titles()),
        "licences": sum(office.registry.licences.counts(office.clock.now()).values()),
        "uses": sum(office.registry.uses.counts().values()),
        "leaves": office.registry.journal.size(),
        "root": office.registry.journal.root().hex(),
        "log_key": key_line(log_origin(office.owner), LogPublicKey(office.owner.log_public_key)),
    }
