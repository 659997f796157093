"""The camera as a source of frames. QtMultimedia is loaded only when one is opened: it may be missing, and it is slow.

1. Why there are no frames is one of four codes: `no-module`, `no-camera`, `refused`, `gone`.
2. Frames come as grey pictures through `sink`; whoever feeds the sink is the camera, so tests feed it too.
3. Nothing is recorded and nothing leaves this object but the newest frame.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCameraPermission, QCoreApplication, QLoggingCategory, QObject, Qt, Signal
from PySide6.QtGui import QImage

NO_MODULE, NO_CAMERA, REFUSED, GONE = "no-module", "no-camera", "refused", "gone"


class CameraSource(QObject):
    """One camera, the system's first; `frame` gives grey pictures, `failed` the code of why there are none."""

    frame = Signal(QImage)
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sink: Any = None
        self._camera: Any = None
        self._session: Any = None
        self._devices: Any = None

    def start(self) -> None:
        """Open the camera; asks the system for leave where the system wants to be asked."""
        leave, application = QCameraPermission(), QCoreApplication.instance()
        status = Qt.PermissionStatus.Granted if application is None else application.checkPermission(leave)
        if status is Qt.PermissionStatus.Denied:
            self.failed.emit(REFUSED)
        elif status is Qt.PermissionStatus.Undetermined and application is not None:
            application.requestPermission(leave, self, self._answered)
        else:
            self._open()

    def _answered(self, permission: Any) -> None:
        if permission.status() is Qt.PermissionStatus.Granted:
            self._open()
        else:
            self.failed.emit(REFUSED)

    def _open(self) -> None:
        QLoggingCategory.setFilterRules("qt.multimedia.*=false")  # what it misses for its own reasons helps nobody
        try:
            from PySide6 import QtMultimedia  # noqa: PLC0415  0.3 s, and absent where only the essentials are installed
        except ImportError:
            self.failed.emit(NO_MODULE)
            return
        self.sink = QtMultimedia.QVideoSink(self)
        self.sink.videoFrameChanged.connect(self._took)
        self._devices = QtMultimedia.QMediaDevices(self)
        device = QtMultimedia.QMediaDevices.defaultVideoInput()
        if device.isNull():
            self.failed.emit(NO_CAMERA)
            return
        self._camera = QtMultimedia.QCamera(device, self)
        self._camera.errorOccurred.connect(lambda *_why: self.lose())
        self._devices.videoInputsChanged.connect(self._look_again)
        self._session = QtMultimedia.QMediaCaptureSession(self)
        self._session.setCamera(self._camera)
        self._session.setVideoSink(self.sink)
        self._camera.start()

    def stop(self) -> None:
        """Close the camera: its light goes out."""
        if self._camera is not None:
            self._camera.stop()
        self._camera = None

    def lose(self) -> None:
        """Say that the camera is gone: pulled out, or taken by another program."""
        self.stop()
        self.failed.emit(GONE)

    @property
    def has_torch(self) -> bool:
        """Tell whether the camera has a light of its own."""
        if self._camera is None:
            return False
        return bool(self._camera.isTorchModeSupported(type(self._camera).TorchMode.TorchOn))

    def light(self, *, on: bool) -> None:
        """Turn the camera's own light on or off."""
        if self._camera is not None:
            modes = type(self._camera).TorchMode
            self._camera.setTorchMode(modes.TorchOn if on else modes.TorchOff)

    def _look_again(self) -> None:
        here = {device.id() for device in self._devices.videoInputs()}
        if self._camera is not None and self._camera.cameraDevice().id() not in here:
            self.lose()

    def _took(self, frame: Any) -> None:
        picture = frame.toImage()
        if not picture.isNull():
            self.frame.emit(picture.convertToFormat(QImage.Format.Format_Grayscale8))
