"""The main job without a window: the demo built, the windows drawn, a licence on paper, checked, a report judged.

- Every step is a command that a person could type; it is printed with its answer.
- Nothing is pretended: a step that fails stops the tour with what it said, and exit code 1.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from likeness.errors import LikenessError
from likeness.paper.wording import word
from likeness.values.chance import SystemChance
from likeness.values.clock import SystemClock
from seeds.demo import PASSPHRASE, make_demo
from seeds.report import FILE
from seeds.world import WORDS

SHOWN = "Harbour Nine, season 2"
Answers = dict[int, str]
YES: Answers = {0: "yes"}
ANY_VERDICT: Answers = {0: "all in scope", 1: "some out of scope", 3: "some to be reviewed"}


class StoppedError(Exception):
    """A step of the tour said no; the text is what it said."""


def main(words: list[str]) -> int:
    """Take the tour: `--out DIR`."""
    if len(words) != 2 or words[0] != "--out":
        print("python3 -m seeds.tour --out DIR", file=sys.stderr)
        return 2
    try:
        take_tour(Path(words[1]).absolute())
    except (StoppedError, LikenessError) as fault:
        print(f"The tour stopped: {fault}", file=sys.stderr)
        return 1
    return 0


def take_tour(out: Path) -> None:
    """Do everything, and say where it lies."""
    demo, papers, pictures = out / "demo", out / "papers", out / "windows"
    print("1. The invented world: Liora Vantreight, her agent, three companies")
    registry = make_demo(demo, clock=SystemClock(), chance=SystemChance(), progress=_progress)
    open_with = {"LIKENESS_REGISTRY": str(registry), "LIKENESS_PASSPHRASE": PASSPHRASE}
    number = _number_of_the_shown_licence(open_with)

    print("\n2. Her licence for a series, on paper")
    _likeness(["licence", "export", number, "--to", str(papers)], YES, open_with)

    print("\n3. Her agent checks the paper, the code and the file; a stranger checks the paper; somebody alters it")
    agent = open_with | {"LIKENESS_REGISTRY": str(demo / "halden-roe.registry")}
    pdf, status = papers / f"{number}.pdf", papers / "liora.status"
    _likeness(["trust", "status", "--export", str(status)], YES, open_with)
    _likeness(["trust", "status", "--import", str(status)], YES, agent)
    _likeness(["verify", str(pdf)], YES, agent)
    for ending in ("png", "likeness"):
        _likeness(["verify", str(pdf.with_suffix(f".{ending}"))], YES, agent, lines=1)
    _likeness(["verify", str(pdf)], {3: "unknown signer"}, {}, lines=2)
    _likeness(["verify", str(_altered(pdf))], {1: "altered"}, agent, lines=2)

    print("\n4. A company's report, judged against what she signed")
    report, licences = demo / "reports" / f"{FILE}.csv", demo / "reports" / f"{FILE}-world.json"
    _likeness(["judge", str(licences), "--report", str(report)], ANY_VERDICT, {}, flagged=True)

    print("\n5. What she wrote to the company that went beyond it")
    _likeness(["letter", "list"], YES, open_with)
    _likeness(["letter", "show", "1"], YES, open_with)

    print("\n6. She forgets her passphrase: the twelve words on paper open the registry, with a new one")
    _forget(registry, out)

    print("\n7. The windows, drawn")
    shown = ["--paper", str(pdf), "--report", str(report)]
    command = [sys.executable, "-m", "ui.pictures", "--out", str(pictures), *shown]
    drawn = _run(command, YES, open_with | {"QT_QPA_PLATFORM": "offscreen"}).split()
    print(f"  {len(drawn)} pictures: {', '.join(drawn[:4])} ...")

    _say_where(registry=registry, papers=papers, letters=demo / "letters", report=report, windows=pictures)


def _say_where(**places: Path) -> None:
    print("\nWhere everything lies")
    for what, path in places.items():
        print(f"  {what:9} {path}")
    print(f"  passphrase of the demo: {PASSPHRASE}")
    print(f"  its twelve words: {' '.join(WORDS.written('en'))}")


def _forget(registry: Path, out: Path) -> None:
    """Open a registry by its words alone, and give it the passphrase of the demo once more."""
    typed, new = out / "twelve-words.txt", out / "passphrase.txt"
    typed.write_text("\n".join(WORDS.written("en")), encoding="utf-8")
    new.write_text(PASSPHRASE, encoding="utf-8")
    words = ["registry", "passphrase", "--words", str(typed), "--new", str(new)]
    _likeness(words, YES, {"LIKENESS_REGISTRY": str(registry)})


def _progress(done: int, total: int) -> None:
    if sys.stderr.isatty() and (done % 10 == 0 or done == total):
        print(f"\r  {done} of {total}", end="\n" if done == total else "", file=sys.stderr, flush=True)


def _number_of_the_shown_licence(env: dict[str, str]) -> str:
    listed: dict[str, Any] = json.loads(_run(_command(["--json", "licence", "list"]), YES, env))
    rows = [row for rows in listed.values() if isinstance(rows, list) for row in rows]
    for row in rows:
        if row["title"] == SHOWN and row["state"] == "in-force":
            return str(row["number"])
    raise StoppedError(SHOWN)


def _altered(pdf: Path) -> Path:
    """Write a copy with one byte changed in the middle, as a scanner of bad will would."""
    data = bytearray(pdf.read_bytes())
    data[len(data) // 2] ^= 1
    copy = pdf.with_name(f"{pdf.stem}-altered.pdf")
    copy.write_bytes(data)
    return copy


def _likeness(
    words: list[str], expected: Answers, env: dict[str, str], *, lines: int | None = None, flagged: bool = False
) -> None:
    """Run a command of ours and print it with its answer: all of it, its first lines, or what is flagged in it."""
    print("  $ likeness " + " ".join(Path(one).name if os.sep in one else one for one in words))
    said = _run(_command(words), expected, env).splitlines()
    if flagged:
        fine = ": " + word("en", "verdict", "IN_SCOPE")
        print(f"    {sum(line.endswith(fine) for line in said)} uses in scope, and these are not:")
        said = [line for line in said if not line.endswith(fine)]
    print("\n".join(f"    {line}" for line in said[:lines]))


def _command(words: list[str]) -> list[str]:
    return [sys.executable, "-m", "ui.launch", *words]


def _run(command: list[str], expected: Answers, env: dict[str, str]) -> str:
    """Run a command in a clean surrounding; returns what it said, or raises if its exit is not an expected one."""
    clean = {key: value for key, value in os.environ.items() if not key.startswith("LIKENESS_")}
    done = subprocess.run(command, env=clean | env, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode not in expected:
        raise StoppedError(f"{' '.join(command[2:])}: exit {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
