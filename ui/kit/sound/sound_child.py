"""The process that plays: `python -m ui.kit.sound.sound_child RATE CHANNELS`, 16-bit samples on its input.

It answers in lines: how many seconds were played, and at the last `end` or a code of `sound_codes`. Whoever
wants silence ends it. Why a process of its own: QtMultimedia 6.11 on PulseAudio ends the program it runs in when
something is played after the sound server was restarted (libpulse: "Assertion 'c' failed", pa_context_get_state). Here
it takes nothing along, and the next one finds the new server.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from queue import Empty, Queue
from threading import Thread
from typing import BinaryIO

from PySide6.QtCore import QCoreApplication

from ui.kit.sound.child_turns import say, turn
from ui.kit.sound.sound_codes import END, GONE
from ui.kit.sound.sound_output import SoundOutput

PATIENCE = 250  # turns, five seconds: an output that took nothing for so long is gone, whatever it says of itself
_AT_ONCE = 65_536


def main(arguments: list[str]) -> int:
    """Play what comes in, to its end."""
    _application = QCoreApplication([])  # held: Qt needs one as long as this runs
    rate, channels = (int(one) for one in arguments)
    play(SoundOutput(), rate, channels, sys.stdin.buffer, say, turn)
    return 0


def play(output: SoundOutput, rate: int, channels: int, source: BinaryIO, say: Callable[[str], None],
         turn: Callable[[], None]) -> None:  # fmt: skip
    """Play `source` to its end; `say` tells each line, `turn` lets a moment pass."""
    trouble = output.open(rate, channels)
    if trouble:
        say(trouble)
        return
    waiting: Queue[bytes] = Queue(maxsize=2)  # more stays in the pipe, and with whoever fills it
    Thread(target=_read, args=(source, waiting), daemon=True).start()
    piece, over, still, at = b"", False, 0, 0.0
    while not (over and not piece and output.silent):
        turn()
        if not piece and not over:
            piece, over = _next(waiting)
        piece = piece[output.write(piece) :]
        before, at = at, output.seconds
        still = still + 1 if at == before and not output.silent else 0
        if output.lost or still > PATIENCE:
            say(GONE)
            return
        if at != before:
            say(f"{at:.3f}")
    output.close()
    say(END)


def _read(source: BinaryIO, waiting: Queue[bytes]) -> None:
    while piece := source.read(_AT_ONCE):
        waiting.put(piece)
    waiting.put(b"")


def _next(waiting: Queue[bytes]) -> tuple[bytes, bool]:
    """Return what came next, and whether that was all."""
    try:
        piece = waiting.get_nowait()
    except Empty:
        return b"", False
    return piece, not piece


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
