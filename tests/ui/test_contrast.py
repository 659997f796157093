"""The ratios of UX section 3, computed from the tokens by the formula of WCAG 2."""

import pytest

from ui.kit.look.tokens import DARK, LIGHT, more_contrast

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


GROUNDS = ("surface", "window", "raised", "sunken", "select")
HUES = ("green", "amber", "red", "blue", "grey")


@pytest.mark.parametrize("plain", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), [
    *((ink, ground) for ink in ("text", "text2", "text3", "accent", *HUES) for ground in GROUNDS),
    *((hue, f"{hue}_soft") for hue in HUES), ("accent", "accent_soft"), ("off", "surface"),
    ("on_accent", "accent"), ("on_accent", "accent_hover"), ("surface", "red_solid"), ("surface", "text"),
])  # fmt: skip
def test_under_more_contrast_all_text_stands_at_seven_to_one(plain, ink, ground):
    tokens = more_contrast(plain)
    assert ratio(getattr(tokens, ink), getattr(tokens, ground)) >= 7


@pytest.mark.parametrize("plain", [LIGHT, DARK], ids=["light", "dark"])
def test_under_more_contrast_lines_are_seen_and_soft_fills_give_way_to_edges(plain):
    tokens = more_contrast(plain)
    for shape in ("hairline", "border", "accent_line", *(f"{hue}_solid" for hue in HUES)):
        assert ratio(getattr(tokens, shape), tokens.surface) >= 3, shape
    assert tokens.hairline == plain.border
    assert {getattr(tokens, f"{hue}_soft") for hue in (*HUES, "accent")} == {tokens.surface}
    assert {tokens.text2, tokens.text3, tokens.grey} == {tokens.text}
    assert tokens.off != tokens.text, "what cannot be pressed looks like what can"
    for name, value in tokens.__dict__.items():
        if name.endswith("_solid") or name in HUES:
            assert ratio(value, tokens.surface) >= ratio(getattr(plain, name), plain.surface), name


# Every ratio that UX section 3 names: ink, ground, in light, in dark. It gives one decimal, rounded twice on the way.
NAMED = [
    ("hairline", "surface", 1.3, 1.4),
    ("border", "surface", 3.5, 4.0),
    ("border", "raised", 3.3, 3.7),
    ("text", "surface", 17.4, 14.3),
    ("text", "window", 15.5, 15.5),
    ("text", "select", 13.9, 10.4),
    ("text2", "surface", 8.0, 8.6),
    ("text2", "select", 6.4, 6.3),
    ("text3", "surface", 5.7, 6.3),
    ("text3", "window", 5.1, 6.9),
    ("text3", "sunken", 4.7, 5.2),
    ("text3", "select", 4.6, 4.6),
    ("accent", "surface", 7.7, 8.0),
    ("accent", "select", 6.2, 5.8),
    ("accent", "accent_soft", 6.6, 6.4),
    ("on_accent", "accent", 7.7, 8.5),
    ("on_accent", "accent_hover", 9.9, 10.5),
    ("accent_line", "surface", 3.1, 3.3),
    ("green", "green_soft", 5.7, 7.8),
    ("green", "select", 5.3, 7.0),
    ("amber", "amber_soft", 6.2, 7.9),
    ("amber", "select", 5.7, 7.0),
    ("red", "red_soft", 6.2, 7.1),
    ("red", "select", 5.9, 6.2),
    ("blue", "blue_soft", 5.9, 7.1),
    ("grey", "grey_soft", 6.6, 7.1),
    ("surface", "red_solid", 5.8, 5.4),
]


@pytest.mark.parametrize(("ink", "ground", "light", "dark"), NAMED)
def test_the_ratios_are_those_the_design_names(ink, ground, light, dark):
    for tokens, named in ((LIGHT, light), (DARK, dark)):
        assert ratio(getattr(tokens, ink), getattr(tokens, ground)) == pytest.approx(named, abs=0.06)


def test_amber_is_the_palest_solid_of_the_light_look_that_carries_a_verdict():
    shapes = {hue: ratio(getattr(LIGHT, f"{hue}_solid"), LIGHT.surface) for hue in ("green", "amber", "red", "blue")}
    assert min(shapes, key=shapes.__getitem__) == "amber"
    assert shapes["amber"] == pytest.approx(4.2, abs=0.06)
