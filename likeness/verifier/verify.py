"""Is this a licence, whole and in force, and whose? One answer, with every step that led to it.

 1. read        find the licence bytes: the file itself, a pasted code, a picture's code, a PDF's attachment
 2. format      they are a licence of ours
 3. paper       a PDF is, byte for byte, what the licence's own signer or its company sealed
 4. signature   licence and acceptance are what their keys signed
 5. state       not withdrawn, replaced or suspended, as far as is known here
 6. end         its last day is not over
 7. signer      the key is one that a person here has confirmed, or an agency vouches for, and it may sign this
 8. acceptance  the company has accepted it, where it must
 9. start       its first day has come
10. status      the signer's list is here and not past its date

Steps 1 to 4 stop at the first failure. Steps 5 to 10 are all taken; the first that failed names the answer (FORMAT
section 7). A valid signature never outweighs an old list. Nothing is fetched and nothing is stored.
"""

from __future__ import annotations

from datetime import datetime

from likeness.licence.bundle import Bundle
from likeness.licence.grants import grant_of
from likeness.scope.event import Event
from likeness.scope.judge import Bench, Finding
from likeness.scope.use import Use
from likeness.values.days import day_in
from likeness.verifier import later_steps
from likeness.verifier.book import Book
from likeness.verifier.finding import Found, Stop, find, find_each, in_code, open_found
from likeness.verifier.hostile import Reader, read_in_child
from likeness.verifier.page_again import OTHERWISE, SAME, compare_page
from likeness.verifier.report import FAILED, NOT_REACHED, PASSED, Accepted, Report, Step
from likeness.verifier.roots import NOBODY, Roots
from likeness.verifier.sniff import PDF
from likeness.verifier.status import standing_of
from likeness.verifier.trust import accepter_of, signer_of

FIRST_STEPS = ("read", "format", "paper", "signature")
LATER_STEPS = ("state", "end", "signer", "acceptance", "start", "status")


def verify(
    data: bytes,
    roots: Roots = NOBODY,
    *,
    at: datetime,
    use: Use | None = None,
    read: Reader = read_in_child,
) -> Report:
    """Verify a `.likeness` file, a PDF, a picture or a pasted code, as of the aware instant `at`.

    `use` is judged against the licence as a planned use. Nothing that `data` holds makes this raise.
    """
    return _verified(find(data, read), roots, at, use)


def verify_each(
    data: bytes,
    roots: Roots = NOBODY,
    *,
    at: datetime,
    use: Use | None = None,
    read: Reader = read_in_child,
) -> tuple[Report, ...]:
    """Verify every code in a picture or a pasted text, in the order in which they were found; else the one thing."""
    return tuple(_verified(found, roots, at, use) for found in find_each(data, read))


def first_of(each: tuple[Report, ...]) -> Report:
    """Return the report that a single answer is about: the first that is no code of others and could be read."""
    return min(each, key=lambda one: 2 if one.answer == "other" else 1 if one.steps[0].result == FAILED else 0)


def verify_code(text: str, roots: Roots = NOBODY, *, at: datetime) -> Report:
    """Verify the text of one code that was read elsewhere, such as by a camera."""
    return _verified(in_code(text), roots, at, None)


def _verified(found: Found | Stop, roots: Roots, at: datetime, use: Use | None) -> Report:
    if isinstance(found, Stop):
        return _stopped(found, None)
    bundle = open_found(found)
    if isinstance(bundle, Stop):
        return _stopped(bundle, found)
    page = compare_page(found, bundle)
    if page == OTHERWISE:
        return _stopped(Stop("paper", "altered", "page-otherwise"), found)
    return verify_bundle(bundle, roots, at=at, use=use, first=_first_steps(found, bundle, page))


def verify_bundle(
    bundle: Bundle, roots: Roots, *, at: datetime, use: Use | None = None, first: tuple[Step, ...] = ()
) -> Report:
    """Take steps 5 to 10 for a licence whose signatures hold; `first` are the steps that came before."""
    licence = bundle.licence.says
    book = Book(roots, at)
    book.admit(bundle.licence.data, licence.signer, bundle.licence.digest)
    standing = standing_of(licence, bundle.licence.digest, roots, book, at)
    signer = signer_of(licence, bundle.licence.digest, book)
    accepted = Accepted(accepter_of(bundle, book), bundle.acceptance.says.at) if bundle.acceptance else None
    today = day_in(at, licence.terms.zone)
    later = (
        later_steps.state(standing),
        later_steps.end(licence.terms, today),
        later_steps.signer(signer),
        later_steps.acceptance(licence.terms, accepted),
        later_steps.start(licence.terms, today),
        later_steps.status(standing, own=signer.trust == "self"),
    )
    return Report(
        answer=next((answer for answer, _ in later if answer is not None), "valid"),
        steps=(*first, *(step for _, step in later)),
        licence=licence,
        digest=bundle.licence.digest,
        signer=signer,
        accepted=accepted,
        status=standing.status,
        planned=_planned(bundle, (*standing.events, *roots.happened), use) if use else None,
        data=bundle.data,
    )


def _first_steps(found: Found, bundle: Bundle, page: str) -> tuple[Step, ...]:
    steps = {
        "read": Step("read", PASSED, f"read-{found.kind}"),
        "format": Step("format", PASSED, "format"),
        "paper": _paper_step(found, page),
        "signature": Step("signature", PASSED, "signature", (("key", bundle.licence.signer),)),
    }
    return tuple(steps[name] for name in _names(found))


def _paper_step(found: Found, page: str) -> Step:
    """Say whether the page was compared, and where the time of the seal comes from."""
    code = "paper-compared" if page == SAME else "paper"
    if found.paper is None or found.paper.stamped_at is None:
        return Step("paper", PASSED, code)
    return Step(
        "paper", PASSED, f"{code}-stamped", (("at", found.paper.stamped_at), ("authority", found.paper.authority))
    )


def _stopped(stop: Stop, found: Found | None) -> Report:
    """Report a verification that ended in one of the first four steps: nothing of the licence is shown."""
    names = (*_names(found, stop.step), *LATER_STEPS)
    place = names.index(stop.step)
    passed = tuple(Step(name, PASSED, f"{name}-passed") for name in names[:place])
    missed = tuple(Step(name, NOT_REACHED, "not-reached") for name in names[place + 1 :])
    return Report(stop.answer, (*passed, Step(stop.step, FAILED, stop.reason), *missed))


def _names(found: Found | None, failed: str = "") -> tuple[str, ...]:
    """Only a PDF has paper that can be judged."""
    paper = failed == "paper" or (found is not None and found.kind == PDF)
    return tuple(name for name in FIRST_STEPS if paper or name != "paper")


def _planned(bundle: Bundle, events: tuple[Event, ...], use: Use) -> Finding:
    licence = bundle.licence.says
    grant = grant_of(licence.number, licence.terms, signed=True, accepted=bundle.acceptance is not None)
    return Bench([grant], events).judge([use])[0]
