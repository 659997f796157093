"""What every test stands on: no screen, no network, no settings of the person who runs them."""

from __future__ import annotations

import gc
import os
import socket

# Before any import of Qt: it reads these once.
os.environ.update(QT_QPA_PLATFORM="offscreen", QT_SCALE_FACTOR="1", QT_LOGGING_RULES="qt.qpa.fonts=false")
for name in ("LIKENESS_REGISTRY", "LIKENESS_PASSPHRASE"):
    os.environ.pop(name, None)

import pytest

from tests.fakes.shared import shared_path
from tests.fakes.today import stay_in_2026

stay_in_2026()

_connect = socket.socket.connect


def _connect_at_home(self, address):
    """Let sockets of this machine through and refuse every other: a test needs no network."""
    if self.family in (socket.AF_INET, socket.AF_INET6) and address[0] not in ("127.0.0.1", "::1", "localhost"):
        message = f"a test wanted the network: {address}"
        raise RuntimeError(message)
    return _connect(self, address)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item, nextitem):
    """Take a test's widgets away here and now: a ring of them must not be left to the thread of a later test."""
    done = yield
    if "qapp" in getattr(item, "fixturenames", ()):
        from PySide6.QtCore import QCoreApplication, QEvent

        if QCoreApplication.instance() is not None:  # a test that was skipped made none
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
            gc.collect()
    return done


@pytest.fixture(autouse=True)
def _no_network(monkeypatch):
    monkeypatch.setattr(socket.socket, "connect", _connect_at_home)


@pytest.fixture
def shared():
    """The shared folder of samples and vectors: shared("samples", "voice"). Skips where it is absent."""
    return shared_path


@pytest.fixture
def no_letters(monkeypatch, tmp_path):
    """Papers without the file of more letters, whatever the person who runs the tests has installed."""
    from likeness.paper.setting import fonts  # only where papers are

    monkeypatch.setattr(fonts, "user_data_path", lambda *_words, **_more: tmp_path / "data")
    fonts._installed.cache_clear()
    yield
    fonts._installed.cache_clear()
