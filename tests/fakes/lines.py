"""The command line in this process: words in, exit code and what was printed out."""

from __future__ import annotations

import io
import json
import sys
from contextlib import redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from likeness.cli.main import main
from tests.fakes.licences import terms_document

PASSPHRASE = "a passphrase for tests"


@dataclass(frozen=True)
class Said:
    """What one command answered."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


class Line:
    """A person at a terminal, with a registry of her own."""

    def __init__(self, registry: Path, capsys, monkeypatch) -> None:
        self.registry, self._capsys, self._env = registry, capsys, monkeypatch

    def __call__(self, *words: object) -> Said:
        self._env.setenv("LIKENESS_PASSPHRASE", PASSPHRASE)
        self._capsys.readouterr()
        code = main([*map(str, words), "--registry", str(self.registry)])
        printed = self._capsys.readouterr()
        return Said(code, printed.out, printed.err)

    def asks(self, *words: object) -> Any:
        """Run a command with --json that must succeed."""
        said = self(*words, "--json")
        assert said.code == 0, said
        return said.json

    def elsewhere(self, registry: Path) -> Line:
        """Return the same person with another registry."""
        return Line(registry, self._capsys, self._env)

    def begin(self) -> Line:
        """Make the registry of Liora with her speaking voice."""
        self.asks("registry", "init", "--name", "Liora Vantreight")
        voice = ("--id", "liora-voice-2025", "--kind", "voice-model", "--title", "Voice", "--performer", "liora")
        self.asks("double", "add", *voice)
        return self

    def sign(self, folder: Path, **changes: object) -> str:
        """Draft and sign a licence, the example with changes; returns its number."""
        terms = written(folder / "terms.json", terms_document(**changes))
        number: str = self.asks("licence", "draft", terms)["number"]
        self.asks("licence", "sign", number)
        return number


def written(path: Path, document: object) -> Path:
    """Write a JSON file and return its path."""
    path.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
    return path


class QuietLine:
    """A person at a terminal for fixtures that outlive a test: the passphrase is in a file, nothing is captured."""

    def __init__(self, registry: Path) -> None:
        self.registry = registry
        self._passphrase = registry.with_suffix(".passphrase")
        self._passphrase.write_text(PASSPHRASE)

    def asks(self, *words: object, pasted: bytes | None = None) -> Any:
        """Run a command with --json that must succeed; `pasted` is what stands on its input."""
        house = ("--json", "--registry", self.registry, "--passphrase-file", self._passphrase)
        out, given = io.StringIO(), io.TextIOWrapper(io.BytesIO(pasted or b""))
        before, sys.stdin = sys.stdin, given
        try:
            with redirect_stdout(out):
                code = main([str(word) for word in (*words, *house)])
        finally:
            sys.stdin = before
        assert code == 0, out.getvalue()
        return json.loads(out.getvalue())
