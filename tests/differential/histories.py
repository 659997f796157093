"""Histories of a small registry: what a performer and her companies may do in a year, drawn step by step.

`make_history(pick)` draws one, `pick(options)` returning one of several, so that Hypothesis and a plain dice throw the
same ones. `telling` does it to a real registry.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from tests.fakes.licences import terms_document

Pick = Callable[[Sequence[Any]], Any]
VOICES = ("liora-voice-2025", "other-voice")
DAYS = ("2026-03-21", "2026-03-22", "2026-03-31", "2026-04-01", "2026-04-02", "2026-07-15")
EUR, YEN = {"minor": 1_003, "currency": "EUR"}, {"minor": 70, "currency": "JPY"}
FEES = (
    {"basis": "flat", **EUR, "due_days": 10}, {"basis": "flat", **YEN}, {"basis": "per-use", **EUR, "due_days": 0},
    {"basis": "per-use", **YEN}, {"basis": "per-unit", "unit": "line", **EUR, "due_days": 30},
    {"basis": "per-unit", "unit": "line", **YEN},
    {"basis": "per-day", **EUR, "due_days": 5}, {"basis": "revenue-share", "percent": "3.0", "due_days": 20},
    {"basis": "revenue-share", "percent": "3.0", **EUR}, {"basis": "none"},
)  # fmt: skip
PERS = ("re-run", "unit", "title", "month", "quarter", "year", "receipts")
SHARES = (
    {"percent": "2.0"},
    {"percent": "0.04"},
    {"percent": "0"},
    {"minor": 5, "currency": "EUR"},
    {"minor": 9, "currency": "JPY"},
)
LIMITS: tuple[list[dict[str, Any]], ...] = (
    [], [{"unit": "line", "max": 6}], [{"unit": "second", "max": 7}, {"unit": "line", "max": 5, "per": "month"}],
    [{"unit": "line", "max": 9}, {"unit": "line", "max": 4, "per": "year"}], [{"unit": "line", "max": 3, "on": "show"}],
)  # fmt: skip
REPORTING = (
    None, None, None, None, {"every": "month", "due_days": 20}, {"every": "quarter", "due_days": 30},
    {"every": "half-year", "due_days": 0}, {"every": "year", "due_days": 60},
)  # fmt: skip
OPEN = ("2026-03-01", None)
WINDOWS = (
    OPEN, OPEN, OPEN, ("2026-01-10", "2027-02-28"), ("2026-03-01", "2026-04-01"), ("2026-04-15", "2026-12-31"),
)  # fmt: skip
PLACES = (["FR", "US"], ["FR", "US"], ["FR"])
LIKENESSES = (VOICES[:1], VOICES[:1], VOICES[1:], VOICES)
MEDIA = (("svod",), ("svod",), ("svod",), ("free-tv",), ("free-tv",), ("print",))
ANSWERS = ("paid", "paid", "mistaken", "allowed", "withdrawn", "open")
STEPS = (
    "log", "report", "report", "correct", "correct", "correct", "settle", "settle", "settle", "settle", "waive",
    "reopen", "back", "undo", "undo", "restore", "restore", "take-back", "put-back", "flag", "flag", "flag", "amend",
    "withdraw", "suspend", "resume", "forward", "licence",
)  # fmt: skip

TAKEN_BACK = {"suspend": "resume", "take-back": "put-back", "undo": "restore"}


def make_terms(pick: Pick) -> dict[str, Any]:
    """Return the terms of a consent; `pick(options)` returns one of them."""
    window = pick(WINDOWS)
    showing = pick((OPEN, OPEN, window, None))
    return terms_document(
        basis="consent", withdrawal={"notice_days": 0}, strike_clause=False, longest_seconds=None,
        likenesses=list(pick((VOICES, VOICES, VOICES[:1]))), territory={"include": pick(PLACES), "exclude": []},
        create={"from": window[0], "to": window[1]}, exploit=showing and {"from": showing[0], "to": showing[1]},
        zone=pick(("Europe/Paris", "Pacific/Kiritimati", "America/Los_Angeles")), fee=pick(FEES),
        residuals=[{"per": pick(PERS), **pick(SHARES)} for _ in range(pick((0, 1, 2)))], limits=pick(LIMITS),
        reporting=pick(REPORTING), delete_by=pick((None, None, "2026-03-25", "2027-03-30")),
    )  # fmt: skip


def make_use(pick: Pick) -> dict[str, Any]:
    """Return the facts of a use; its id and the second of its day are given where it is told."""
    act = pick(("generate", "show"))
    return {
        "user": "tidewrack", "likeness": pick(LIKENESSES), "project": "harbour-nine-2",
        "act": act, "purpose": "series", "medium": pick(MEDIA),
        "territory": pick((("FR",), ("FR",), ("FR",), ("US",), ("FR", "US"))), "language": (pick(("fr", "fr-CA")),),
        "modification": ("new-dialogue",), "content": (), "at": pick((*DAYS, *DAYS, "")) + pick(("", "T09", "T23")),
        "quantity": {"line": pick((0, 1, 2, 4, 8)), "second": pick((0, 3, 6)), "copy": pick((0, 2))},
    }  # fmt: skip


def make_history(pick: Pick) -> dict[str, Any]:
    """Return terms to begin with, and steps: a verb, numbers that say of which, and what else it needs."""
    steps: list[dict[str, Any]] = [
        {"do": "forward", "of": 0, "how": pick((0, 3, 3, 4))}
    ]  # the day of most uses has come
    for place in range(pick((3, 6, 8, 10, 12))):
        verb = ("report", "log")[place] if place < 2 else pick(STEPS)
        step = {"do": verb, "of": pick(range(6)), "how": pick(range(6))}
        if verb in ("log", "report", "correct"):
            step["uses"] = [make_use(pick) for _ in range(pick((1, 2, 3)) if verb == "report" else 1)]
        if verb in ("amend", "licence"):
            step["terms"] = make_terms(pick)
        steps.append(step)
        if verb in TAKEN_BACK and pick((True, False)):
            steps.append({"do": TAKEN_BACK[verb], "of": step["of"], "how": 0})
    return {"terms": [make_terms(pick) for _ in range(pick((1, 1, 2)))], "steps": steps}
