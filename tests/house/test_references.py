"""Qt keeps our True and None: PySide6 6.12.0 on Python 3.11 lost one at each call."""

from __future__ import annotations

import subprocess
import sys

from tests.fakes.shared import CHECKOUT

PROOF = """
import sys
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QLabel

class Bell(QObject):
    rang = Signal()

app = QApplication([])
bell, label = Bell(), QLabel()
before = sys.getrefcount(True), sys.getrefcount(None)
for _ in range(5000):
    bell.rang.emit()
for number in range(1000):
    label.setText(str(number))
after = sys.getrefcount(True), sys.getrefcount(None)
print(max(abs(new - old) for new, old in zip(after, before)))
"""


def test_signals_and_labels_lose_no_references():
    done = subprocess.run([sys.executable, "-c", PROOF], cwd=CHECKOUT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) < 50
