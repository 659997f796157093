"""The ratios of UX section 3, computed from the tokens by the formula of WCAG 2."""

import pytest

from ui.kit.tokens import DARK, LIGHT

TEXT = [
    *((ink, ground) for ink in ("text", "text2", "text3") for ground in ("surface", "window", "raised", "select")),
    ("text3", "sunken"),
    ("accent", "surface"),
    ("accent", "select"),
    ("accent", "accent_soft"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    *((hue, f"{hue}_soft") for hue in ("green", "amber", "red", "blue", "grey")),
    *((hue, "surface") for hue in ("green", "amber", "red", "blue")),
    *((hue, "select") for hue in ("green", "amber", "red")),
    *((ink, f"{hue}_soft") for ink in ("text", "text2") for hue in ("red", "amber", "green", "blue")),
    ("surface", "red_solid"),
]
SHAPES = [
    ("border", "surface"),
    ("border", "raised"),
    ("accent_line", "surface"),
    *((f"{hue}_solid", "surface") for hue in ("green", "amber", "red", "blue", "grey")),
]


def luminance(colour):
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    line = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * line[0] + 0.7152 * line[1] + 0.0722 * line[2]


def ratio(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_formula_is_that_of_wcag():
    assert ratio("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert ratio("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), TEXT)
def test_text_can_be_read(tokens, ink, ground):
    assert ratio(getattr(tokens, ink), getattr(tokens, ground)) >= 4.5


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("shape", "ground"), SHAPES)
def test_edges_can_be_seen(tokens, shape, ground):
    assert ratio(getattr(tokens, shape), getattr(tokens, ground)) >= 3
