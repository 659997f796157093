"""The demo: the invented world in a folder of its own, built once and then opened again.

- The folder is the demo's alone: `likeness-demo.json` in it says so. A folder that holds anything else is left alone.
- The mark says "building" until everything stands; what a stopped build left behind is cleared by the next one.
- The registry belongs to Liora Vantreight. Neither the passphrase nor the twelve words are secret: they are fixed,
  printed, and only ever used here, so that anybody can try what it is to forget the one and have the other.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from likeness.errors import Refused
from likeness.seal.vault_lock import DEFAULT_COST, Cost
from likeness.values.chance import Chance
from likeness.values.clock import Clock
from likeness.values.keep import keep_file
from seeds.report import write_report, write_world
from seeds.world import Progress, build_world

PASSPHRASE = "nine lights in the harbour"  # noqa: S105  the demo's, printed for everybody
RECIPE = 4  # one more whenever the world below changes, so that old demos are built anew
_MARK = "likeness-demo.json"
_OURS = ("liora.registry", "halden-roe.registry", "companies", "media", "letters", "reports")


def make_demo(
    folder: Path,
    *,
    clock: Clock,
    chance: Chance,
    passphrase: str = PASSPHRASE,
    cost: Cost = DEFAULT_COST,
    progress: Progress | None = None,
) -> Path:
    """Return the path of Liora's registry in `folder`, building the world there unless it stands.

    Raises Refused ("folder-not-empty") if the folder holds what is not the demo's.
    """
    registry = folder / "liora.registry"
    mark = _read_mark(folder)
    if mark == {"state": "ready", "recipe": RECIPE} and registry.exists():
        return registry
    if mark is None and folder.exists() and any(folder.iterdir()):
        raise Refused("folder-not-empty", file=str(folder))
    _clear(folder)
    _write_mark(folder, "building")
    world = build_world(
        folder, today=clock.now().date(), passphrase=passphrase, chance=chance, cost=cost, progress=progress
    )
    try:
        write_report(world, folder / "reports")
        write_world(world, folder / "reports")
    finally:
        world.close()
    _write_mark(folder, "ready")
    return registry


def _read_mark(folder: Path) -> dict[str, object] | None:
    try:
        mark = json.loads((folder / _MARK).read_text("utf-8"))
    except (OSError, ValueError):
        return None
    return mark if isinstance(mark, dict) else {}


def _write_mark(folder: Path, state: str) -> None:
    keep_file(folder / _MARK, json.dumps({"state": state, "recipe": RECIPE}).encode())


def _clear(folder: Path) -> None:
    """Remove what an earlier build left: only names of ours, only below the demo's own folder."""
    for name in _OURS:
        path = folder / name
        if path.is_dir():
            shutil.rmtree(path)
        for left in folder.glob(f"{name}*"):
            left.unlink()
