"""Steps 5 to 10 of a verification: each gives the answer it would name if it is the first to fail, and its step."""

from __future__ import annotations

from datetime import date

from likeness.licence.status_list import VALID
from likeness.licence.terms import Terms
from likeness.verifier.book import UNKNOWN as NOT_TRUSTED
from likeness.verifier.report import FAILED, PASSED, Accepted, Signer, Step
from likeness.verifier.status import UNKNOWN, Standing

Outcome = tuple[str | None, Step]


def state(standing: Standing) -> Outcome:
    """Take step 5: withdrawn, replaced or suspended."""
    found = standing.status.state
    if found in (VALID, UNKNOWN):
        return None, Step("state", PASSED, f"state-{found}")
    return found, Step("state", FAILED, f"state-{found}", (("as_of", standing.status.as_of),))


def end(terms: Terms, today: date) -> Outcome:
    """Take step 6: the later of the last days of making and showing is not over; days are of the licence's own zone."""
    last = terms.last_day
    if last is None:
        return None, Step("end", PASSED, "end-never")
    fill = (("on", last),)
    if today > last:
        return "expired", Step("end", FAILED, "end-over", fill)
    return None, Step("end", PASSED, "end-ahead", fill)


def signer(who: Signer) -> Outcome:
    """Take step 7: the key is trusted."""
    fill = (
        ("name", who.name),
        ("digits", who.key),
        ("by", who.by),
        ("since", who.since),
        ("until", who.until),
    )
    failed = who.trust == NOT_TRUSTED
    step = Step("signer", FAILED if failed else PASSED, f"signer-{who.why}", fill)
    return ("unknown-signer" if failed else None), step


def acceptance(terms: Terms, accepted: Accepted | None) -> Outcome:
    """Take step 8: a contract is accepted; a consent needs no acceptance."""
    if accepted is not None:
        fill = (("name", accepted.by.name), ("at", accepted.at))
        detail = "accepted-lost" if accepted.by.why == "lost" else f"accepted-{accepted.by.trust}"
        return None, Step("acceptance", PASSED, detail, (*fill, ("by", accepted.by.by)))
    if terms.basis == "consent":
        return None, Step("acceptance", PASSED, "accepted-consent")
    return "not-accepted", Step("acceptance", FAILED, "accepted-not", (("name", terms.licensee.name),))


def start(terms: Terms, today: date) -> Outcome:
    """Take step 9: the earlier of the first days has come."""
    first = terms.first_day
    fill = (("on", first),)
    if today < first:
        return "not-started", Step("start", FAILED, "start-ahead", fill)
    return None, Step("start", PASSED, "start-past", fill)


def status(standing: Standing, *, own: bool) -> Outcome:
    """Take step 10: a list of the signer is here and not past its date."""
    if own:
        return None, Step("status", PASSED, "status-own")
    if standing.status.state == UNKNOWN:
        return "status-old", Step("status", FAILED, "status-none")
    until = standing.expires_at
    fill = (("as_of", standing.status.as_of), ("until", until))
    if not standing.fresh:
        return "status-old", Step("status", FAILED, "status-old", fill)
    return None, Step("status", PASSED, "status-fresh" if until else "status-recorded", fill)
