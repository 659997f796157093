"""The one style sheet, made from the tokens: shapes of Qt's own parts, and the colours that follow from a property.

Our own controls (buttons, chips, badges, lists) paint themselves and do not appear here.
"""

from __future__ import annotations

from dataclasses import asdict
from string import Template

from ui.kit.look.text_size import grown
from ui.kit.look.tokens import Tokens

FIELD_HIGH = 32
_TINTS = ("text", "text2", "text3", "accent", "on_accent", "green", "amber", "red", "blue", "grey", "surface")
_GROUNDS = ("window", "surface", "raised", "sunken", "select", "accent_soft", "red_soft", "amber_soft", "green_soft")

_SHAPES = Template(
    """
QToolTip { background: $text; color: $surface; border: 0; padding: 5px 8px; }
QWidget[rule="top"] { border: 0 solid $hairline; border-top-width: 1px; }
QWidget[rule="bottom"] { border: 0 solid $hairline; border-bottom-width: 1px; }
QWidget[rule="left"] { border: 0 solid $hairline; border-left-width: 1px; }
QWidget[rule="right"] { border: 0 solid $hairline; border-right-width: 1px; }
QFrame[card="true"] { background: $surface; border: 1px solid $hairline; border-radius: 10px; }
QFrame[line="true"] { background: $hairline; border: 0; }
QLineEdit, QPlainTextEdit, QSpinBox {
  background: $surface; color: $text; border: 1px solid $border; border-radius: 6px;
  padding: 0 9px; min-height: ${field}px; selection-background-color: $marked; selection-color: $on_marked; }
QPlainTextEdit { padding: 5px 6px; }
QLineEdit:focus, QPlainTextEdit:focus, QSpinBox:focus {
  border: 2px solid $accent; padding: 0 8px; min-height: ${thick}px; }
QPlainTextEdit:focus { padding: 4px 5px; }
QLineEdit[state="warn"], QSpinBox[state="warn"] {
  border: 2px solid $amber_solid; padding: 0 8px; min-height: ${thick}px; }
QLineEdit[state="wrong"], QSpinBox[state="wrong"], QPlainTextEdit[state="wrong"] {
  border: 2px solid $red_solid; padding: 0 8px; min-height: ${thick}px; }
QLineEdit:disabled, QSpinBox:disabled { color: $off; border-color: $hairline; background: $raised; }
QLineEdit[bare="true"] { border: 0; padding: 0; min-height: ${bare}px; background: transparent; }
QFrame[field="true"] { background: $surface; border: 1px solid $border; border-radius: 6px; }
QFrame[field="true"][focused="true"] { border: 2px solid $accent; }
QFrame[field="true"][state="wrong"] { border: 2px solid $red_solid; }
QSpinBox::up-button, QSpinBox::down-button { width: 0; border: 0; }
QComboBox QAbstractItemView, QListView[popup="true"] {
  background: $surface; color: $text; border: 1px solid $hairline; border-radius: 8px; outline: 0; padding: 4px;
  selection-background-color: $marked; selection-color: $on_marked; }
QComboBox QAbstractItemView::item, QListView[popup="true"]::item {
  min-height: ${item}px; padding: 0 8px; border-radius: 4px; }
QListView[popup="true"] { padding: 2px; }  /* a completer reckons with three pixels around its rows */
QListView[popup="true"]::item:selected { background: $marked; color: $on_marked; }
QMenuBar { background: $window; border: 0 solid $hairline; border-bottom-width: 1px; padding: 3px 10px; }
QMenuBar::item { background: transparent; color: $text; padding: 5px 10px; border-radius: 5px; }
QMenuBar::item:selected { background: $marked; color: $on_marked; }
QMenu { background: $surface; border: 1px solid $hairline; border-radius: 8px; padding: 5px; }
QMenu::item { padding: 6px 22px 6px 10px; border-radius: 5px; color: $text; }
QMenu::item:selected { background: $marked; color: $on_marked; }
QMenu::item:disabled { color: $off; }
QMenu::separator { height: 1px; background: $hairline; margin: 5px 8px; }
QScrollArea, QAbstractItemView, QTextBrowser { border: 0; }
QTableView, QListView, QTextBrowser { background: transparent; }
QTextBrowser { color: $text; selection-background-color: $marked; selection-color: $on_marked; }
QHeaderView { background: $surface; border: 0; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar::handle:vertical {
  background: $border; margin: 2px 4px; border-radius: 2px; min-height: 36px; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle:horizontal {
  background: $border; margin: 4px 2px; border-radius: 2px; min-width: 36px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: $hairline; }
QProgressBar { background: $sunken; border: 0; border-radius: 3px; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QDialog { background: $surface; }
QCalendarWidget QWidget { alternate-background-color: $raised; }
QCalendarWidget QAbstractItemView {
  background: $surface; color: $text; selection-background-color: $accent;
  selection-color: $on_accent; }
QCalendarWidget QToolButton { color: $text; background: transparent; border: 0; padding: 4px 8px; font-weight: 600; }
QCalendarWidget #qt_calendar_navigationbar { background: $surface; }
"""
)


def marked(tokens: Tokens) -> dict[str, str]:
    """Return ground and ink of chosen words and entries: Qt draws them without an edge, so contrast must do."""
    ground, ink = (tokens.accent, tokens.on_accent) if tokens.strong else (tokens.select, tokens.text)
    return {"marked": ground, "on_marked": ink}


def stylesheet(tokens: Tokens) -> str:
    """Return the whole style sheet for a set of tokens."""
    field = grown(FIELD_HIGH)
    lengths = {"field": field - 2, "thick": field - 4, "bare": grown(20), "item": grown(28)}  # less what edges take
    named = {**asdict(tokens), **lengths, **marked(tokens)}
    parts = [_SHAPES.substitute(named)]
    parts += [f'QLabel[tint="{name}"] {{ color: {named[name]}; }}' for name in _TINTS]
    parts += [f'QWidget[ground="{name}"] {{ background: {named[name]}; }}' for name in _GROUNDS]
    hues = ("red", "amber", "green", "blue", "grey")
    parts += [f'QFrame[note="{hue}"] {{ background: {named[hue + "_soft"]}; border-radius: 8px; }}' for hue in hues]
    if tokens.strong:
        edged = [(f'QFrame[note="{hue}"]', hue) for hue in hues]
        edged += [(f'QFrame[ground="{hue}_soft"]', hue) for hue in ("accent", *hues)]
        parts += [f"{what} {{ border: 1px solid {named[hue]}; }}" for what, hue in edged]
    return "\n".join(parts)
