"""The codes of FORMAT section 1, as trees: granting a parent grants its children, never the reverse."""

from __future__ import annotations

from dataclasses import dataclass

EVERY = "*"  # "every value, future ones too"


@dataclass(frozen=True)
class Tree:
    """Codes of one dimension; `parents` maps a child to its parent."""

    codes: tuple[str, ...]
    parents: dict[str, str]

    def __contains__(self, code: object) -> bool:
        return code in self.codes

    def covers(self, granted: frozenset[str], used: str) -> bool:
        """Tell whether a grant of `granted` reaches the known code `used`."""
        return EVERY in granted or used in granted or self.parents.get(used, "") in granted


def _tree(text: str) -> Tree:
    codes: list[str] = []
    parents: dict[str, str] = {}
    for group in text.split(";"):
        head, _, children = group.partition(">")
        roots = [word.strip() for word in head.split(",") if word.strip()]
        codes += roots
        for child in (word.strip() for word in children.split(",") if word.strip()):
            codes.append(child)
            parents[child] = roots[-1]
    return Tree(tuple(codes), parents)


KINDS = _tree(
    "face-scan, body-scan, photogrammetry, volumetric-capture, motion-capture, performance-recording, "
    "voice-recording, voice-model, singing-voice-model, face-model, full-double, name-or-signature"
)
SHOW = "show"
MAKING = ("generate", "alter", "train", "fine-tune", "evaluate", "data-mine")
ACTS = Tree((*MAKING, SHOW), {})
PURPOSES = _tree(
    "feature-film, series, short-film, documentary, game > game-scripted, game-realtime; audiobook, dubbing, "
    "advertising > commercial, promo; corporate, live-event, music-recording, social-content, news, merchandise, "
    "theme-park, avatar, personalised-content, previsualisation, archive, research"
)
MEDIA = _tree(
    "theatrical, tv > free-tv, pay-tv; streaming > svod, avod, tvod; physical, in-flight, radio, podcast, web, "
    "social, out-of-home, in-game, vr-ar, print, live-venue"
)
MODIFICATIONS = _tree(
    "new-dialogue, dialogue-repair, dubbing, lip-sync, unfilmed-shots, de-age, age-up, face-swap, body-swap, "
    "body-shape, hair-and-wardrobe, accent, singing, blend, real-time"
)
CONTENT = _tree(
    "nudity, sexual-content, violence, drugs, alcohol, tobacco, gambling, politics, religion, weapons, medical, "
    "finance, endorsement, hate, defamation"
)
UNITS = _tree("line, word, second, minute, session, episode, spot, copy, impression")
CAPACITIES = _tree("performer, guardian, estate, agent, lawyer")
FEE_BASES = _tree("flat, per-use, per-unit, per-day, revenue-share, none")
RESIDUAL_PERIODS = _tree("re-run, unit, title, month, quarter, year, receipts")
REPORT_PERIODS = _tree("month, quarter, half-year, year")
REPRESENTATIONS = _tree("agent, lawyer, union, none")
BASES = _tree("contract, consent")
