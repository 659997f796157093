"""A thousand licences on paper in one process: is the last as quick as the first, and how much memory does it take?

Times are of the processor, not of the clock: a rate over minutes should not tell what else the computer did.
"""

from __future__ import annotations

import resource
import tempfile
import time
from pathlib import Path
from statistics import median

from likeness.acts.licences.draft_licence import draft_licence
from likeness.acts.licences.export_licence import export_licence
from likeness.acts.licences.sign_licence import sign_licence
from likeness.licence.terms_read import terms_from
from tests.fakes.licences import terms_document
from tests.fakes.offices import an_office
from tests.speed import attacked

COUNT, BAND = 1_000, 100
MOST_MIB = 400


def main() -> None:
    """Export them through the act that people use, from a registry that holds them all; then measure hostile ones."""
    with tempfile.TemporaryDirectory() as folder:
        office = an_office(Path(folder))
        numbers = []
        for place in range(COUNT):
            terms = terms_from(terms_document(description=f"New dialogue for episode {place}."))
            numbers.append(office.do(sign_licence, office.do(draft_licence, terms).value.number).value.number)
        times = []
        for place, number in enumerate(numbers):
            start = time.process_time()
            office.do(export_licence, number, Path(folder) / "out", ("en", "fr")[place % 2])
            times.append((time.process_time() - start) * 1_000)
        office.close()
    first, last = median(times[1 : BAND + 1]), median(times[-BAND:])
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    mark = "holds" if peak <= MOST_MIB and last <= 1.2 * first else "TOO MUCH"
    print(f"{COUNT} papers: the first {times[0]:.0f} ms, first {BAND} {first:.0f} ms, last {BAND} {last:.0f} ms")
    print(f"{'':36} peak {peak:.0f} MiB, at most {MOST_MIB} MiB   {mark}")
    attacked.main()
