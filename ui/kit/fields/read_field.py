"""A field whose text has to be read: a day, a sum, a share. What cannot be read stays as it was typed, and is told.

- It is read on leaving, and by `settle` where something goes on without its being left: Ctrl Enter, the lock, the end.
- The value it has already is not shown again: a page that is drawn anew takes nothing away from whoever is typing.
"""

from __future__ import annotations

from typing import Any, Protocol, runtime_checkable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

Read = tuple[Any, str]  # the value, None where there is none; and the sentence that says why it cannot be read


@runtime_checkable
class Reads(Protocol):
    """A field whose text is read: `picked` says that it was, `settle` has it read as if it were left."""

    picked: Any

    def settle(self) -> None: ...
    def problem(self) -> str: ...
    def typed(self) -> str: ...
    def put_typed(self, text: str) -> None: ...


class ReadField(QLineEdit):
    """Says how its text is read and how its value is written; `picked` after it was read anew."""

    picked = Signal()

    def __init__(self, none: str = "", needed: str = "") -> None:
        """`none` is shown where the field is empty; `needed` is what is said then, where it may not be."""
        super().__init__()
        self._needed = needed
        self._value: Any = None
        self._seen = self._problem = ""
        self.setPlaceholderText(none)
        self.editingFinished.connect(self.settle)

    def read(self, text: str) -> Read:
        """Return what `text` (never empty) means; fields override this."""
        raise NotImplementedError

    def written(self, value: Any) -> str:
        """Return a value as it is shown; fields override this."""
        raise NotImplementedError

    def value(self) -> Any:
        """Return the value, or None where the field is empty or cannot be read."""
        return None if self._problem else self._value

    def problem(self) -> str:
        """Return why what stands there cannot be read; empty where it can."""
        return self._problem

    def typed(self) -> str:
        """Return what stands there."""
        return self.text().strip()

    def put_typed(self, text: str) -> None:
        """Put something there as if it had been typed."""
        self.setText(text)
        self.settle()

    def set_value(self, value: Any) -> None:
        """Show a value; the one that the field has already changes nothing."""
        if value != self._value:
            self._put(value)

    def settle(self) -> None:
        """Read what stands there, as if the field were left."""
        if self.text().strip() != self._seen:
            self.read_anew()

    def read_anew(self) -> None:
        """Read what stands there although it was read before: something else has changed what it means."""
        text = self.text().strip()
        value, self._problem = self.read(text) if text else (None, self._needed)
        if self._problem:
            self._seen = text
        else:
            self._put(value)
        self.picked.emit()

    def _put(self, value: Any) -> None:
        self._value, self._problem = value, ""
        text = "" if value is None else self.written(value)
        if text != self.text():
            self.setText(text)
            self.setCursorPosition(0)
        self._seen = text
