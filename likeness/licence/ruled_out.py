"""What a licence rules out, as codes, the things people fear first; a content is `content.` and its own code."""

from __future__ import annotations

from likeness.licence.terms import NOBODY, Terms
from likeness.values.codes import EVERY

CONTENT = "content."
_TRAINING = ("train", "fine-tune")
_ADVERTISING = ("advertising", "commercial", "promo")


def ruled_out(terms: Terms) -> tuple[str, ...]:
    """Return everything that a licence rules out; any other project always is."""
    known = (
        ("train", not set(terms.acts) & set(_TRAINING)),
        ("pass-on", terms.pass_on == NOBODY),
        ("advertise", EVERY not in terms.purposes and not set(terms.purposes) & set(_ADVERTISING)),
        ("show", terms.exploit is None),
        *((CONTENT + code, True) for code in terms.forbidden_content),
        ("after-death", not terms.after_death),
        ("strike", terms.strike_clause),
        ("project", True),
    )
    return tuple(code for code, is_ruled_out in known if is_ruled_out)
