"""The look: palette and style sheet made from the tokens, switched live.

- `tint("accent")` is a ready QColor of the present theme: nothing makes colours while painting.
- The style sheet carries shape and colour of Qt's own parts only; our controls paint themselves.
- More contrast is a look of its own, light or dark: where the system asks for it, or the owner does.
- A style sheet beats later palette changes, so both are made anew on every switch.
- Another text size is a switch like any other: fonts and held lengths follow in every widget there is, then the bell
  rings for those that measure by themselves. Nothing is built anew, so nothing that was typed is lost.
"""

from __future__ import annotations

from dataclasses import asdict
from enum import Enum
from functools import lru_cache

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from ui.kit.look.stylesheet import marked, stylesheet
from ui.kit.look.text_size import choose_text_size, text_size
from ui.kit.look.tokens import DARK, LIGHT, Tokens, more_contrast
from ui.kit.look.typeface import font, load_fonts, refit, use_system_font


class Scheme(Enum):
    """What the user asked for."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """The tokens in force, and the bell that rings when they, the text size or the letters change."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.tokens: Tokens = LIGHT
        self.scheme = Scheme.SYSTEM
        self.contrast = False  # wished for, whatever the system says
        self.system_font = False
        self.less_motion = False

    def dress(self, app: QApplication, scheme: Scheme = Scheme.SYSTEM) -> None:
        """Dress the application once at start-up: fonts, style, palette."""
        load_fonts()
        app.setStyle(QStyleFactory.create("Fusion"))
        app.setFont(font("body"))
        self.listen()
        self.choose(scheme)

    def listen(self) -> None:
        """Hear what the system asks for from now on."""
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._follow)
        hints.accessibility().contrastPreferenceChanged.connect(self._follow_contrast)

    def choose(self, scheme: Scheme) -> None:
        """Switch to what the user asked for, at once and everywhere."""
        self.scheme = scheme
        asked_dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        dark = asked_dark if scheme is Scheme.SYSTEM else scheme is Scheme.DARK
        plain = DARK if dark else LIGHT
        self.tokens = more_contrast(plain) if self.contrast or system_contrast() else plain
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.setPalette(_palette(self.tokens))
            app.setStyleSheet(stylesheet(self.tokens))
        self.changed.emit()

    def choose_contrast(self, *, wanted: bool) -> None:
        """Show more contrast, or no more than the system asks for, at once and everywhere."""
        if wanted != self.contrast:
            self.contrast = wanted
            self.choose(self.scheme)

    def choose_motion(self, *, less: bool) -> None:
        """Move nothing any more (`ui.kit.look.motion`), or what is to be explained."""
        if less != self.less_motion:
            self.less_motion = less
            self.changed.emit()

    def choose_type(self, percent: int, *, system_font: bool) -> None:
        """Show every word at this text size, in the letters of the system or in ours, at once and everywhere."""
        if (percent, system_font) == (text_size(), self.system_font):
            return
        self.system_font = system_font
        choose_text_size(percent)
        use_system_font(wanted=system_font)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.setFont(font("body"))
            app.setStyleSheet(stylesheet(self.tokens))  # first: a new sheet gives widgets back the font they had
            for widget in app.allWidgets():
                refit(widget)
        self.changed.emit()

    def _follow(self) -> None:
        if self.scheme is Scheme.SYSTEM:
            self.choose(Scheme.SYSTEM)

    def _follow_contrast(self) -> None:
        self.choose(self.scheme)


@lru_cache(maxsize=1)
def theme() -> Theme:
    """Return the one theme of this process."""
    return Theme()


@lru_cache(maxsize=128)
def _colour(text: str) -> QColor:
    return QColor(text)


def tint(name: str) -> QColor:
    """Return the colour of a token in the present theme. The answer is shared: never change it."""
    return _colour(getattr(theme().tokens, name))


def edge(hue: str) -> QColor | None:
    """Return the edge that a soft fill of this hue has under more contrast, else None. Never change it."""
    return tint(hue) if theme().tokens.strong else None


def system_contrast() -> bool:
    """Tell whether the system asks for more contrast."""
    hints = QGuiApplication.styleHints()  # held: what it returns does not outlive it
    return hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast


def _palette(tokens: Tokens) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    named = {**asdict(tokens), **marked(tokens)}
    roles = {
        role.Window: "window", role.Base: "surface", role.AlternateBase: "raised", role.Text: "text",
        role.WindowText: "text", role.ButtonText: "text", role.PlaceholderText: "off", role.Button: "surface",
        role.Highlight: "marked", role.HighlightedText: "on_marked", role.Link: "accent", role.Accent: "accent",
        role.Mid: "hairline", role.Dark: "border", role.ToolTipBase: "text", role.ToolTipText: "surface",
        role.Light: "raised", role.Midlight: "sunken", role.Shadow: "border", role.LinkVisited: "accent",
    }  # fmt: skip
    for where, token in roles.items():
        palette.setColor(where, _colour(named[token]))
    for where in (role.Text, role.WindowText, role.ButtonText, role.HighlightedText):
        palette.setColor(QPalette.ColorGroup.Disabled, where, _colour(named["off"]))
    return palette
