"""The budgets of the house as ratios, measured side by side in one run: ``python3 run.py bench``.

A ratio survives a slow machine, a time does not; so nothing here is asserted, and the tests never look at a clock.
Both sides of a ratio are run in turn, and the medians are compared.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path
from statistics import median, quantiles

from likeness.seal.vault_lock import Cost
from tests.speed import attacked, camera, papers, scale

Work = Callable[[], object]


def in_turn(work: Work, measure: Work, rounds: int) -> tuple[list[float], list[float]]:
    """Return the milliseconds of both in each round, run in turn after one warming round."""
    times: tuple[list[float], list[float]] = ([], [])
    for number in range(rounds + 1):
        for one, kept in zip((work, measure), times, strict=True):
            start = time.perf_counter()
            one()
            if number:
                kept.append((time.perf_counter() - start) * 1_000)
    return times


def compare(work: Work, measure: Work, rounds: int) -> tuple[float, float]:
    """Return the median milliseconds of both, run in turn."""
    ours, theirs = in_turn(work, measure, rounds)
    return median(ours), median(theirs)


def told(what: str, work: Work, against: str, measure: Work, most: float, rounds: int) -> None:
    """Print one budget: the medians, their ratio, and the middle half of the ratios of single rounds."""
    ours, theirs = in_turn(work, measure, rounds)
    low, _, high = quantiles([one / other for one, other in zip(ours, theirs, strict=True)], n=4)
    line(what, median(ours), against, median(theirs), most)
    print(f"{'':36} half of {rounds} rounds between {low:.2f} x and {high:.2f} x")


def line(what: str, ours: float, against: str, theirs: float, most: float) -> None:
    ratio = ours / theirs
    mark = "holds" if ratio <= most else "TOO SLOW"
    print(f"{what:36} {ours:9.2f} ms   {against:28} {theirs:9.2f} ms   {ratio:6.2f} x, at most {most:g}   {mark}")


def python(*words: str) -> Work:
    return lambda: subprocess.run([sys.executable, *words], check=True, capture_output=True)


def starting() -> None:
    told("likeness --help", python("-m", "ui.launch", "--help"), "python -c pass", python("-c", "pass"), 12, 9)


def verifying() -> None:
    """Before the papers are set: what they leave in memory makes whatever comes after them slower."""
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.hazmat.primitives.hashes import SHA256

    from likeness.paper.qr.qr_payload import qr_bytes, qr_text
    from likeness.seal.canonical import split_sequence
    from likeness.seal.envelope import check, unseal
    from likeness.verifier.verify import verify
    from tests.fakes.licences import LIORA, accepted

    data, now, scheme = accepted(), datetime(2026, 6, 1, tzinfo=UTC), ec.ECDSA(SHA256())
    text, signature, public = qr_text(data).encode(), LIORA.private.sign(data, scheme), LIORA.private.public_key()

    def bare_checks() -> None:
        for _ in range(2):  # licence and acceptance
            public.verify(signature, data, scheme)

    def seals_checked() -> None:
        assert all(check(unseal(one)) for one in split_sequence(qr_bytes(text.decode())))

    bare_two = "two bare OpenSSL verifies"
    told("QR text: both seals checked", seals_checked, bare_two, bare_checks, 2.5, 200)
    told("QR text: terms and trust too", lambda: verify(text, at=now), bare_two, bare_checks, 2.5, 200)


def sealing() -> None:
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.hazmat.primitives.hashes import SHA256

    from likeness.licence.bundle import Bundle, read_bundle
    from likeness.paper.qr.qr_image import make_qr
    from likeness.paper.sealing.pdf_seal import seal_pdf
    from likeness.paper.sheets.licence_paper import field_text, licence_page, paper_time, plan_for
    from likeness.verifier.verify import verify
    from tests.fakes.licences import LIORA, a_licence, accepted, signed

    data, now, plan = accepted(), datetime(2026, 6, 1, tzinfo=UTC), plan_for("en")
    private, scheme = LIORA.private, ec.ECDSA(SHA256())
    code, other = make_qr(data), count()  # typst remembers a page it has set before; each round sets another one

    def another() -> Bundle:
        return read_bundle(accepted(signed(replace(a_licence(), number=f"2026-{next(other):04}"))))

    def bare() -> object:
        return licence_page(another(), plan, code), private.sign(data, scheme)

    def sealed() -> bytes:
        bundle = another()
        page = licence_page(bundle, plan, make_qr(bundle.data))
        return seal_pdf(page, LIORA, "Liora Vantreight", paper_time(bundle), field_text(bundle, plan))

    papers = iter([sealed() for _ in range(12)])
    told("code drawn, page set and sealed", sealed, "page set + bare signature", bare, 6, 9)
    told("PDF verified and its page compared", lambda: verify(next(papers), at=now), "the same", bare, 7, 9)


def coding() -> None:
    from likeness.paper.qr.qr_image import draw_qr, make_qr
    from tests.fakes.camera import BYTES

    data = bytes(number * 7 % 256 for number in range(BYTES[20]))
    told("QR version 20 made and read back", lambda: make_qr(data), "made alone", lambda: draw_qr(data), 1.5, 15)


def judging() -> None:
    from likeness.acts.judging.rejudge import judge_here
    from likeness.scope.use import use_from
    from likeness.values.chance import SystemChance
    from seeds.demo import PASSPHRASE
    from seeds.uses import all_uses
    from seeds.world import build_world

    with tempfile.TemporaryDirectory() as folder:
        cheap = Cost(memory_kib=64, passes=1, lanes=1)
        world = build_world(
            Path(folder), today=date(2026, 11, 20), passphrase=PASSPHRASE, chance=SystemChance(), cost=cheap
        )
        uses, times = [use_from(told_.use) for told_ in all_uses()], []
        for use in uses:
            start = time.perf_counter()
            judge_here(world.liora.desk, use)
            times.append((time.perf_counter() - start) * 1_000)
        world.close()
    p99 = quantiles(times, n=100)[98]
    print(f"one use judged among 200 uses and 9 licences: median {median(times):.2f} ms, p99 {p99:.2f} ms")


FIRST_FRAME = """
import sys, time
from pathlib import Path
from PySide6.QtWidgets import QApplication
from ui.app import Window, dress
app = QApplication([])
ring = dress(app)
window = Window(Path(sys.argv[1]))
office = window.open_office(sys.argv[2])
start = time.perf_counter()
window.enter(office)
window.show()
app.processEvents()
window.grab()
print((time.perf_counter() - start) * 1000)
window.close()
"""


def windows() -> None:
    from likeness.values.chance import SystemChance
    from likeness.values.clock import SystemClock
    from seeds.demo import PASSPHRASE, make_demo

    with tempfile.TemporaryDirectory() as folder:
        cheap = Cost(memory_kib=64, passes=1, lanes=1)
        registry = make_demo(Path(folder), clock=SystemClock(), chance=SystemChance(), cost=cheap)
        frames = []
        for _ in range(7):
            words = [sys.executable, "-c", FIRST_FRAME, str(registry), PASSPHRASE]
            frames.append(float(subprocess.run(words, check=True, capture_output=True, text=True).stdout))
    _, bare = compare(lambda: None, python("-c", "import PySide6.QtWidgets"), 7)
    line("first painted window, from unlocked", median(frames), "import PySide6.QtWidgets", bare, 2.5)


def main(words: list[str]) -> None:
    """Measure the small things; or `scale`, `camera`, `papers` (and the hostile ones, `attacked`), each by its name."""
    if words[:1] == ["scale"]:
        scale.main(words[1:])
        return
    if words[:1] == ["papers"]:
        papers.main()
        return
    if words[:1] == ["attacked"]:
        attacked.main()
        return
    if words[:1] == ["camera"]:
        camera.main()
        return
    for measured in (starting, verifying, sealing, coding, judging, windows, camera.main):
        measured()


if __name__ == "__main__":
    main(sys.argv[1:])
