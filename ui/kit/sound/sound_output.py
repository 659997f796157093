"""The system's sound output, for 16-bit samples. Opened in a process of its own alone (`ui.kit.sound.sound_child`).

1. Why nothing is heard is one of the four codes of `ui.kit.sound.sound_codes`.
2. It is asked how it is, and tells nothing by itself: its own signal cannot reach Python (6.11: "parameter 0 of type
   QAudio::State cannot be converted").
3. How far it is counts what the system took over; a system that keeps much of it is heard a little later.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QLoggingCategory

from ui.kit.sound.sound_codes import GONE, NO_FORM, NO_MODULE, NO_OUTPUT

_AHEAD = 0.5  # seconds that lie ready: a window that is busy for so long does not stutter


class SoundOutput:
    """The system's usual output; `multimedia` is QtMultimedia, or what stands for it."""

    def __init__(self, multimedia: Any = None) -> None:
        self._multimedia = multimedia
        self._sink: Any = None
        self._device: Any = None

    def open(self, rate: int, channels: int) -> str:
        """Begin to play what will be written: frames a second, samples a frame. Returns why not; empty: it plays."""
        QLoggingCategory.setFilterRules("qt.multimedia.*=false")  # what it misses for its own reasons helps nobody
        multimedia = self._loaded()
        if multimedia is None:
            return NO_MODULE
        device = multimedia.QMediaDevices.defaultAudioOutput()
        if device.isNull():
            return NO_OUTPUT
        form = multimedia.QAudioFormat()
        form.setSampleRate(rate)
        form.setChannelCount(channels)
        form.setSampleFormat(multimedia.QAudioFormat.SampleFormat.Int16)
        if not device.isFormatSupported(form):
            return NO_FORM
        self._sink = multimedia.QAudioSink(device, form)
        self._sink.setBufferSize(round(_AHEAD * rate) * channels * 2)
        self._device = self._sink.start()
        if self._device is None or self.lost:
            self.close()
            return GONE
        return ""

    def _loaded(self) -> Any:
        if self._multimedia is None:
            try:
                from PySide6 import QtMultimedia  # noqa: PLC0415  0.3 s, and absent where only the essentials are
            except ImportError:
                return None
            self._multimedia = QtMultimedia
        return self._multimedia

    def write(self, data: bytes) -> int:
        """Hand over as much of `data` as there is room for; returns how many bytes."""
        room = int(self._sink.bytesFree())
        return max(0, int(self._device.write(data[:room]))) if room > 0 and data else 0

    @property
    def seconds(self) -> float:
        """How much was played since it was opened."""
        return float(self._sink.processedUSecs()) / 1_000_000 if self._sink is not None else 0.0

    @property
    def silent(self) -> bool:
        """Whether all that was written was played."""
        return self._sink is None or self._sink.state() == self._multimedia.QtAudio.State.IdleState

    @property
    def lost(self) -> bool:
        """Whether it ended by itself: pulled out, or taken away by the system."""
        return self._sink is not None and self._sink.state() == self._multimedia.QtAudio.State.StoppedState

    def close(self) -> None:
        """Be silent at once."""
        sink, self._sink, self._device = self._sink, None, None
        if sink is not None:
            sink.reset()  # what was written and not yet heard is let go
            sink.stop()
