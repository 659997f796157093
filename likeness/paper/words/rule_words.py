"""The words of a rule: its title, what it says of this case, its source, and the button that heals it."""

from __future__ import annotations

from likeness.licence.rules.caveats import Caveat
from likeness.licence.rules.pack import Pack, Rule, Words
from likeness.licence.rules.shelf import the_rule
from likeness.paper.wording import LANGUAGES, known_language, say, word


def title(language: str, rule: Rule) -> str:
    return in_language(language, rule.title)


def text(language: str, caveat: Caveat) -> str:
    """Return what the rule says, with what it found."""
    return in_language(language, caveat.told.text).format(value=caveat.value)


def fix(language: str, rule: Rule) -> str | None:
    """Return the words of the button, or None where no single change heals it."""
    return None if rule.fix is None else in_language(language, rule.fix.words)


def source(language: str, rule: Rule) -> str:
    """Return where a rule comes from, what that is (law, agreement, bill), and how well it is known."""
    code = rule.trust if rule.source else f"{rule.trust}-alone"
    named = in_language(language, rule.source) if rule.source else ""
    return say(language, "rule-source", code, source=named, status=word(language, "rule-status", rule.status))


def pack_source(language: str, pack: Pack) -> str:
    """Return what a pack comes from; empty for our own advice."""
    return in_language(language, pack.source) if pack.source else ""


def duty(language: str, name: str) -> str:
    """Return the sentence of a duty by the id of its rule, with its source."""
    rule = the_rule(name)
    said, where = in_language(language, rule.text), source(language, rule)
    return say(language, "duty", "rule", text=said, source=where)


def accepts(typed: str) -> bool:
    """Tell whether somebody typed the words that accept a serious rule, in any of our languages.

    Letter case, spaces and the shape of an apostrophe do not matter: no keyboard has the one we print.
    """
    return _plain(typed) in {_plain(say(language, "acknowledge", "sentence")) for language in LANGUAGES}


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace("\u2019", "'").split())


def in_language(language: str, words: Words) -> str:
    """Return the words in a language we speak."""
    return words[known_language(language)]
