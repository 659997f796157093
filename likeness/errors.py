"""The error tree of the house: what went wrong, as a code and its parameters, never as a sentence.

    LikenessError
    ├── Refused      a rule said no (exit 4)                 Refused("number-taken", key="2026-0041")
    ├── Unreadable   the input cannot be read (exit 4)       Unreadable("json-syntax", file="a.json", line=3)
    ├── Tampered     bytes are not what was signed           Tampered("signature")
    └── Broken       disk, database or vault said no (exit 5) Broken("wrong-passphrase")

- The sentence for a code is in `resources/wording`, so the core can speak any language.
- Everything else that is raised is a bug. Verdicts and answers are values, never exceptions.
"""

from __future__ import annotations


class LikenessError(Exception):
    """Something a person can be told about: a code, the place, and what fills the sentence."""

    def __init__(
        self,
        code: str,
        *,
        file: str | None = None,
        line: int | None = None,
        key: str | None = None,
        **params: object,
    ) -> None:
        super().__init__(code)
        self.code = code
        self.file = file
        self.line = line
        self.key = key
        self.params = params

    def at(self, *, file: str | None = None, line: int | None = None, key: str | None = None) -> LikenessError:
        """Fill in the parts of the place that are not known yet, and return the same error."""
        self.file = self.file or file
        self.line = self.line or line
        self.key = self.key or key
        return self

    def __str__(self) -> str:
        """Render code and place for logs; people read the sentence of `paper.wording`."""
        place = ", ".join(str(part) for part in (self.file, self.line, self.key) if part is not None)
        return f"{self.code} ({place})" if place else self.code


class Refused(LikenessError):
    """A rule of the contract said no."""


class Unreadable(LikenessError):
    """The input cannot be read; `file`, `line` and `key` say where."""


class Tampered(LikenessError):
    """The bytes are not what was signed."""


class Broken(LikenessError):
    """The disk, the database or the vault said no."""
