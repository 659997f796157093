"""What lies on the clipboard: files, else a picture, else text. One place for every screen that takes pasted things."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter

from ui.kit.handed.drop_zone import paths_of


@dataclass(frozen=True)
class Pasted:
    """Files, or a picture as PNG bytes, or stripped text; at most one of the three."""

    paths: tuple[Path, ...] = ()
    picture: bytes = b""
    text: str = ""

    @property
    def things(self) -> tuple[Path | bytes, ...]:
        """Everything, one after the other, as if it had come in files; empty where there is nothing."""
        return self.paths or tuple(data for data in (self.picture, self.text.encode("utf-8", "replace")) if data)


def pasted() -> Pasted:
    """Read the clipboard; an application may offer a picture as text too, and the picture is what was copied."""
    clipboard = QGuiApplication.clipboard()
    if paths := paths_of(clipboard.mimeData()):
        return Pasted(paths)
    picture = clipboard.image()
    return Pasted(text=clipboard.text().strip()) if picture.isNull() else Pasted(picture=png_of(picture))


def png_of(picture: QImage) -> bytes:
    """Return a picture as PNG bytes, as if it had come in a file."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(picture)
    return bytes(data.data())
