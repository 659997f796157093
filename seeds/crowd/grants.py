"""The licences of a crowd: a few hundred kinds of terms, and who granted which of them to whom for what.

- Popular performers and large companies have most of them (Zipf); a project belongs to one company.
- One performer and one company have `HOT` licences together, for measuring what that costs.
- The licences are consents: they need no acceptance, and are in force once they are signed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import numpy as np
from numpy.typing import NDArray

from seeds.crowd import people

HOT = 5_000
KINDS = 400
_ACTS = (("generate",), ("generate", "alter"), ("alter",), ("generate", "alter", "evaluate"))
_PURPOSES = (("series",), ("series", "feature-film"), ("game",), ("audiobook",), ("advertising", "dubbing"), ("*",))
_MEDIA = (("tv", "streaming"), ("streaming",), ("in-game", "web"), ("radio", "podcast", "streaming"), ("*",))
_PLACES: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (("EU", "GB"), ()),
    (("WORLD",), ()),
    (("WORLD",), ("US",)),
    (("US", "CA"), ()),
    (("DACH", "NORDICS"), ()),
    (("FR",), ()),
)
_LANGUAGES = (("en",), ("en", "fr"), ("fr", "es", "de"), ("*",))
_CHANGES = (("new-dialogue",), ("new-dialogue", "dialogue-repair"), ("dubbing", "lip-sync"), ("*",))
_CONTENT = (("nudity", "sexual-content", "politics"), ("nudity",), ("gambling", "tobacco"), ())
_ZONES = ("Europe/Paris", "Europe/London", "America/New_York", "America/Los_Angeles")
_LIMITS = (None, None, 40, 400, 4_000)  # lines


@dataclass(frozen=True)
class Crowd:
    """Who granted what: the n-th licence is by `performer[n]`, for `company[n]`, `project[n]`, on terms `kind[n]`."""

    performers: int
    kinds: list[dict[str, Any]]
    performer: NDArray[np.int64]
    company: NDArray[np.int64]
    project: NDArray[np.int64]
    kind: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.performer)


def make_crowd(performers: int, licences: int, today: date, seed: int = 2026) -> Crowd:
    """Return the licences of a crowd; the same numbers and day give the same crowd."""
    dice = np.random.default_rng(seed)
    companies = max(1, min(2_000, performers // 4))
    projects = max(companies, min(50_000, licences // 4))
    performer = _popular(dice, performers, licences)
    project = dice.permutation(np.arange(licences) % projects)
    company = _owner(project, companies)
    hot = min(HOT, licences // 100)
    performer[:hot], company[:hot] = 0, 0
    project[:hot] = np.arange(hot) % projects
    return Crowd(performers, _kinds(dice, today), performer, company, project, dice.integers(0, KINDS, licences))


def _owner(project: NDArray[np.int64], companies: int) -> NDArray[np.int64]:
    """Return the company of each project: the first companies have the most."""
    share = (project % companies).astype(np.float64) / companies
    return (share**2 * companies).astype(np.int64)


def _popular(dice: np.random.Generator, many: int, draws: int) -> NDArray[np.int64]:
    weights = 1 / np.arange(1, many + 1) ** 0.6
    return dice.choice(many, size=draws, p=weights / weights.sum())


def _kinds(dice: np.random.Generator, today: date) -> list[dict[str, Any]]:
    def one_of(choices: tuple[Any, ...]) -> Any:
        return choices[int(dice.integers(0, len(choices)))]

    kinds = []
    for _ in range(KINDS):
        begins = today - timedelta(days=int(dice.integers(30, 400)))
        include, exclude = one_of(_PLACES)
        lines = one_of(_LIMITS)
        kinds.append(
            {
                "acts": list(one_of(_ACTS)),
                "purposes": list(one_of(_PURPOSES)),
                "media": list(one_of(_MEDIA)),
                "territory": {"include": list(include), "exclude": list(exclude)},
                "languages": list(one_of(_LANGUAGES)),
                "modifications": list(one_of(_CHANGES)),
                "forbidden_content": list(one_of(_CONTENT)),
                "create": {"from": begins.isoformat(), "to": (begins + timedelta(days=729)).isoformat()},
                "exploit": {"from": begins.isoformat(), "to": (begins + timedelta(days=3_650)).isoformat()},
                "zone": one_of(_ZONES),
                "limits": [] if lines is None else [{"unit": "line", "max": lines}],
                "basis": "consent",
                "fee": {
                    "basis": "flat",
                    "minor": int(dice.integers(1, 90)) * 10_000,
                    "currency": "EUR",
                    "due_days": 30,
                },
                "description": "New and repaired dialogue for this work only, from the voice model in the registry.",
            }
        )
    return kinds


def terms_of(crowd: Crowd, place: int) -> dict[str, Any]:
    """Return the terms of one licence of a crowd as JSON values (`likeness-terms/1`)."""
    performer, company, project = int(crowd.performer[place]), int(crowd.company[place]), int(crowd.project[place])
    name = people.performer_name(performer)
    return {
        "format": "likeness-terms/1",
        "performer": {"id": people.performer_id(performer), "name": name},
        "grantor": {"name": name, "capacity": "performer"},
        "licensee": {"id": people.company_id(company), "name": people.company_name(company)},
        "likenesses": [people.voice_id(performer)],
        "project": {"id": people.project_id(project), "title": people.project_title(project)},
        **crowd.kinds[int(crowd.kind[place])],
    }
