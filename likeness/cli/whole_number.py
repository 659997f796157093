"""Whole numbers that may be typed, from one to another; help and errors say the bounds in words."""

from __future__ import annotations

from gettext import gettext

import click


class WholeNumber(click.IntRange):
    """A whole number, both bounds included."""

    name = "integer"

    def __init__(self, least: int, most: int) -> None:
        super().__init__(least, most)

    def _describe_range(self) -> str:
        return gettext("{least} to {most}").format(least=self.min, most=self.max)
