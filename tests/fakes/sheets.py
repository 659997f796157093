"""A page of a licence as the wording room fills it, for tests of setting, sealing and verifying."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from likeness.paper.setting.sheet import PartyLine, Sheet, SignatureBox
from likeness.paper.wording import Run

_PLAIN = (
    Run("Tidewrack Pictures may use Liora's "),
    Run("speaking voice", strong=True),
    Run(" to make "),
    Run("up to 40 new lines", strong=True),
    Run(" of dialogue for season 2 of Harbour Nine, in English and French. The episodes may be shown in the "),
    Run("European Union and the United Kingdom", strong=True),
    Run(" from 1 March 2026 to "),
    Run("28 February 2036", strong=True),
    Run(". Liora hears and approves each line first. Tidewrack pays "),
    Run("\u20ac18,000", strong=True),
    Run(", then 2% of each re-run."),
)
_TERMS = (
    ("Likeness", "Voice model, liora-voice-2025"),
    ("Project", "Harbour Nine, season 2"),
    ("Uses allowed", "Generate, alter"),
    ("Changes allowed", "New dialogue, repair of recorded lines"),
    ("Shown on", "Television, streaming"),
    ("Where", "European Union, United Kingdom"),
    ("Languages", "English, French"),
    ("To be made", "1 March 2026 to 28 February 2027"),
    ("How many", "40 lines, 240 seconds"),
    ("Fee", "\u20ac18,000 within 10 days"),
    ("Residuals", "2% for each re-run"),
)


def a_sheet(**changes: Any) -> Sheet:
    """Return a filled sheet, with changes."""
    sheet = Sheet(
        language="en",
        title="Licence to use\na digital likeness",
        subtitle="Harbour Nine, season 2  \u00b7  Licence 2026-0041",
        parties=(
            PartyLine("Performer", "Liora Vantreight", "advised by Halden Roe Talent, agent"),
            PartyLine("Company", "Tidewrack Pictures Ltd"),
        ),
        plain_heading="In plain words",
        plain=_PLAIN,
        only="Only what is written here is allowed.",
        may_heading="They may",
        may=("Make new lines with the voice model", "Repair lines recorded on set", "Keep a copy until 30 March 2027"),
        may_not_heading="They may not",
        may_not=("Train any other model on the voice", "Pass the voice on", "Use it in advertising or trailers"),
        terms_heading="Terms",
        terms_columns=("Term", "What is agreed"),
        terms=_TERMS,
        clauses_heading="Clauses",
        clauses=((Run("Nothing else.", strong=True), Run(" What is not named here is not allowed.")),),
        signatures_heading="Signatures",
        signatures=(
            SignatureBox("For the performer", "Liora Vantreight", "Signed electronically", "Key 496b d8af adf3 07e5"),
            SignatureBox("For Tidewrack Pictures Ltd", "Tidewrack Pictures Ltd", "Accepted", "Key b05c 64b0 421b f9dc"),
        ),
        prevails="The signed data in the attached file prevails over this page.",
        code_heading="Is it genuine?",
        code_note="Scan it in Likeness, or open the attached file there. The code alone proves nothing.",
        code_missing="These terms are too long for a code. Open the attached file in Likeness to check.",
        code_number="2026-0041",
        code_alt="QR code that holds the signed licence 2026-0041",
        attachment="The signed licence 2026-0041",
        foot="Licence 2026-0041 \u00b7 5a2f 09c1",
        page="Page {n} of {of}",
    )
    return replace(sheet, **changes)
