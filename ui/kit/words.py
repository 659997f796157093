"""The window's own words: English stands in the code, French in `resources/i18n/fr.toml`.

- Whole sentences only; what changes stands in braces: ``tr("Signed by {name}", name=...)``.
- Numbers: ``tr_n("{n} use", "{n} uses", n)``; French says one for 0 and 1, English for 1 alone.
- Sentences for codes, verdicts and errors are not here: they come from `likeness.paper.wording`, as on paper.
- A test walks every call in `ui` and fails where a French sentence, or one of its braces, is missing.
No Qt: presenters use it too.
"""

from __future__ import annotations

import tomllib
from functools import lru_cache

from likeness.paper.wording import elided
from likeness.values.resource import resource
from ui.kit.figures import count_text

LANGUAGES = ("en", "fr")
_chosen = ["en"]


def choose_language(code: str) -> None:
    """Speak this language from now on; an unknown one is English."""
    _chosen[0] = code if code in LANGUAGES else "en"


def language() -> str:
    """Return the language in use: `en` or `fr`."""
    return _chosen[0]


@lru_cache(maxsize=4)
def _sentences(code: str) -> dict[str, str]:
    if code == "en":
        return {}
    table = tomllib.loads(resource("i18n", f"{code}.toml").read_text(encoding="utf-8"))
    return {english: said for room in table.values() for english, said in room.items()}


def tr(text: str, /, **fill: object) -> str:
    """Return the sentence in the language in use, its braces filled."""
    said = _sentences(language()).get(text, text)
    if not fill:
        return said
    return (elided(said, fill) if language() == "fr" else said).format(**fill)


def tr_n(one: str, many: str, /, n: int, **fill: object) -> str:
    """Return the sentence for `n` things; `{n}` is written with the language's thousands separator."""
    single = n < 2 if language() == "fr" else n == 1
    return tr(one if single else many, n=count_text(n, language()), **fill)
