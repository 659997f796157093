"""What a check found, in words: the answer of one file with its steps, and of many files how many have which answer.

A name of a file may be a stranger's: it is shown escaped, and begins no line.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from likeness.paper.wording import say, word
from likeness.values.text import shown
from likeness.verifier.answer_words import answer_lines
from likeness.verifier.report import EXITS, WORST_FIRST

if TYPE_CHECKING:
    from likeness.verifier.report import Report

_NAMED = (4, 1)  # exits whose files are named in the short list: somebody has to look at each of them


def told_one(language: str, name: str, report: Report, document: Mapping[str, Any]) -> str:
    """Return the answer about a file, what to do, and the steps that were reached."""
    answer, advice = answer_lines(language, report)
    lines = [say(language, "command", "headed", name=shown(name), text=answer), advice]
    reached = [one for one in document["steps"] if one["result"] != "not-reached"]
    lines += [f"  {say(language, 'command', one['result']):<7} {one['detail']}" for one in reached]
    lines += [f"  {heading:<7} {text}" for heading, text in _details(language, report)]
    planned = document.get("planned_use")
    if planned:
        lines.append(f"  {word(language, 'verdict', planned['verdict'])}")
        lines += [f"    {line}" for line in (*planned["why"], *planned["remedies"])]
    return "\n".join(lines)


def told_many(language: str, answers: Sequence[tuple[str, str]]) -> str:
    """Return how many of (name, answer) have which answer, the worst first, and which those are that cannot stand."""
    lines = [say(language, "command", "in-short", n=len(answers))]
    for answer in sorted({answer for _, answer in answers}, key=_place):
        names = [name for name, one in answers if one == answer]
        lines.append(f"  {len(names):>5}  {word(language, 'answer-many', answer)}")
        lines += [f"         {shown(name)}" for name in names if EXITS[answer] in _NAMED]
    return "\n".join(lines)


def _place(answer: str) -> tuple[int, int]:
    return WORST_FIRST.index(EXITS[answer]), list(EXITS).index(answer)


def _details(language: str, report: Report) -> list[tuple[str, str]]:
    """Return the signer's digits, to be compared where somebody wants to."""
    return [(word(language, "check-row", "key-short"), report.signer.digits)] if report.signer else []
