"""The colours of the house, light and dark (UX section 3). Nothing else in the window names a colour.

- Text stands at 4.5 to 1 on what it is drawn on, edges and icons at 3 to 1; `tests/ui/test_contrast.py` computes it.
- `soft` fills lie under the strong colour of the same name; `solid` is for shapes and edges only.
- `off` is the ink of what cannot be pressed now and of hints in empty fields: it differs from text in every look.
- More contrast is made from either: text stands at 7 to 1, soft fills give way to an edge (`ui.kit.look.theme.edge`).
"""

from __future__ import annotations

from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Tokens:
    """One set of colours, as #RRGGBB."""

    dark: bool
    window: str
    surface: str
    raised: str
    sunken: str
    hairline: str
    border: str
    text: str
    text2: str
    text3: str
    off: str
    accent: str
    accent_hover: str
    accent_soft: str
    on_accent: str
    accent_line: str
    select: str
    green: str
    green_soft: str
    green_solid: str
    amber: str
    amber_soft: str
    amber_solid: str
    red: str
    red_soft: str
    red_solid: str
    blue: str
    blue_soft: str
    blue_solid: str
    grey: str
    grey_soft: str
    grey_solid: str
    strong: bool = False  # whether it has more contrast


LIGHT = Tokens(
    dark=False,
    window="#F4F2EE",
    surface="#FFFFFF",
    raised="#FAF9F6",
    sunken="#EDEAE4",
    hairline="#E3E0D9",
    border="#8D8880",
    text="#1C1A18",
    text2="#55504A",
    text3="#6B665F",
    off="#6B665F",
    accent="#4842B4",
    accent_hover="#39349A",
    accent_soft="#ECEBFA",
    on_accent="#FFFFFF",
    accent_line="#8F8BDA",
    select="#E6E4F8",
    green="#1A6A3B",
    green_soft="#E2F2E7",
    green_solid="#1F7A45",
    amber="#854A00",
    amber_soft="#FCEFD5",
    amber_solid="#B36A00",
    red="#A5221B",
    red_soft="#FCE7E4",
    red_solid="#BF2D25",
    blue="#1B5A9E",
    blue_soft="#E2EDF9",
    blue_solid="#2A6FBC",
    grey="#55504A",
    grey_soft="#EDEAE4",
    grey_solid="#8D8880",
)

DARK = Tokens(
    dark=True,
    window="#161618",
    surface="#1E1E21",
    raised="#252529",
    sunken="#2D2D32",
    hairline="#36363C",
    border="#7D7B86",
    text="#EEEDF0",
    text2="#BBB9C2",
    text3="#A09EA9",
    off="#A09EA9",
    accent="#AFACF7",
    accent_hover="#C4C2FA",
    accent_soft="#2D2B4E",
    on_accent="#17162B",
    accent_line="#6A66B8",
    select="#33315A",
    green="#7FD69C",
    green_soft="#173322",
    green_solid="#4FB877",
    amber="#F2BC66",
    amber_soft="#3B2B11",
    amber_solid="#D9962B",
    red="#FF9F95",
    red_soft="#46211E",
    red_solid="#F0685C",
    blue="#92C1F7",
    blue_soft="#1A314B",
    blue_solid="#5B9BE6",
    grey="#BBB9C2",
    grey_soft="#2D2D32",
    grey_solid="#7D7B86",
)

# Inks that stand at 7 to 1 on every ground of their look, the chosen row among them.
_STRONG = {
    False: {"accent": "#332D93", "accent_hover": "#27227A", "green": "#0F4E28", "amber": "#663800", "red": "#851713",
            "blue": "#0F4480", "off": "#57524B"},
    True: {"accent": "#C4C2FA", "accent_hover": "#DAD9FC", "green": "#A4E3B8", "amber": "#F7D08F", "red": "#FFC0B9",
           "blue": "#B3D4FA", "off": "#B4B2BC"},
}  # fmt: skip


def more_contrast(tokens: Tokens) -> Tokens:
    """Return a look with more contrast: hairlines as edges, one ink for all text, no soft fills."""
    inks = _STRONG[tokens.dark] | {"grey": tokens.text}
    named = asdict(tokens) | inks
    named |= {f"{hue}_solid": ink for hue, ink in inks.items() if f"{hue}_solid" in named}
    named |= {name: tokens.surface for name in named if name.endswith("_soft")}
    named |= {"hairline": tokens.border, "text2": tokens.text, "text3": tokens.text, "accent_line": inks["accent"]}
    return Tokens(**named | {"strong": True})


# The first page and the recovery sheet keep this ground in both themes.
NIGHT = "#2A2670"
NIGHT_LINE = "#C9C6FF"
