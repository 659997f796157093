"""The process that reads aloud: `python -m ui.kit.sound.speech_child LANGUAGE [ENGINE]`.

It answers `ready` where an engine has a voice of that language, else `none`, and that is all. Then it takes one line of
JSON, a text, reads it and says `end`. When its input ends it is silent. A process of its own, as for sound
(`ui.kit.sound.sound_child`): looking for voices takes a second at times, and engines are libraries of many makers.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any, TextIO

from PySide6.QtCore import QCoreApplication, QLocale

from ui.kit.sound.child_turns import say, turn
from ui.kit.sound.speech_codes import END, NONE, READY

PATIENCE = 150  # turns that an engine has to be ready in
MOCK = "mock"  # Qt's own for tests: nothing of it is heard


def main(arguments: list[str]) -> int:
    """Find a voice, say so, read what comes in."""
    _application = QCoreApplication([])  # held: Qt needs one as long as this runs
    speech = find_voice(arguments[0], arguments[1:], turn)
    if speech is None:
        say(NONE)
        return 0
    say(READY)
    read_aloud(speech, sys.stdin, say, turn)
    return 0


def find_voice(language: str, engines: Iterable[str], turn: Callable[[], None]) -> Any:
    """Return a QTextToSpeech with a voice of a language (ISO 639-1), or None; of these engines, or of any."""
    try:
        from PySide6.QtTextToSpeech import QTextToSpeech  # noqa: PLC0415  absent where only the essentials are
    except ImportError:
        return None
    states = QTextToSpeech.State
    for name in tuple(engines) or [one for one in QTextToSpeech.availableEngines() if one != MOCK]:
        speech = QTextToSpeech(name)
        for _ in range(PATIENCE):
            if speech.state() in (states.Ready, states.Error):
                break
            turn()
        spoken = [one for one in speech.availableLocales() if _language(one) == language]
        if speech.state() == states.Ready and spoken:
            here = QLocale.system().territory()
            speech.setLocale(next((one for one in spoken if one.territory() == here), spoken[0]))
            return speech
    return None


def read_aloud(speech: Any, source: TextIO, say: Callable[[str], None], turn: Callable[[], None]) -> None:
    """Read one text; silent when it is over, or when the source ends."""
    lines: SimpleQueue[str] = SimpleQueue()
    Thread(target=_listen, args=(source, lines), daemon=True).start()
    states, begun, idle = type(speech).State, False, 0
    while True:
        turn()
        line = _next(lines)
        if line == "":
            speech.stop()
            turn()  # what tells the engine to be silent is on its way
            return
        if line is not None:
            speech.say(json.loads(line))
            begun = True
        idle = idle + 1 if begun and speech.state() in (states.Ready, states.Error) else 0
        if idle > 2:  # between two pieces of a text it may be ready for a moment
            say(END)
            return


def _listen(source: TextIO, lines: SimpleQueue[str]) -> None:
    while line := source.readline():
        lines.put(line)
    lines.put("")


def _next(lines: SimpleQueue[str]) -> str | None:
    """Return the next line; empty: no more will come; None: not yet."""
    try:
        return lines.get_nowait()
    except Empty:
        return None


def _language(locale: QLocale) -> str:
    return locale.name().split("_")[0]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
