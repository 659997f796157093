"""A real Chromium without a window, spoken to over its debugging pipe (messages of JSON, each ended by a zero byte).

It is found on the PATH; where there is none, whoever asks skips and says so. It has a folder of its own, so nothing of
the person who runs the tests is touched, and every address is sent nowhere.
"""

from __future__ import annotations

import fcntl
import json
import os
import shutil
import signal
import tempfile
from base64 import b64decode
from pathlib import Path
from typing import Any

import pytest

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def chromium() -> str:
    """Return the browser, or skip the test that asks."""
    found = next((path for path in map(shutil.which, NAMES) if path), None)
    if found is None or os.name == "nt":
        pytest.skip("no Chromium here: the phone page is not tried (Debian: apt-get install chromium)")
    return found


def started(words: list[str]) -> tuple[int, int, int]:
    """Start a browser; returns its process, where orders are written to and where its answers are read from.

    It reads orders from descriptor 3 and answers on 4.
    """
    to_it, orders = os.pipe()
    answers, from_it = os.pipe()
    high = [fcntl.fcntl(one, fcntl.F_DUPFD_CLOEXEC, 100) for one in (to_it, from_it)]  # out of the way of 3 and 4
    quiet = [(os.POSIX_SPAWN_OPEN, n, os.devnull, os.O_RDWR, 0) for n in range(3)]
    pipes = [(os.POSIX_SPAWN_DUP2, one, n) for n, one in enumerate(high, 3)]
    process = os.posix_spawn(words[0], words, os.environ, file_actions=[*quiet, *pipes])
    for one in (to_it, from_it, *high):
        os.close(one)
    return process, orders, answers


class Browser:
    """One browser with one tab."""

    def __init__(self, *more: str) -> None:
        path = chromium()
        self._home = tempfile.mkdtemp(prefix="likeness-browser-")
        words = [
            path, "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
            "--remote-debugging-pipe", "--use-fake-ui-for-media-stream", "--host-resolver-rules=MAP * 127.0.0.1:9",
            f"--user-data-dir={self._home}", *more, "about:blank",
        ]  # fmt: skip
        self._process, self._to, self._from = started(words)
        self._last = 0
        self._rest = b""
        self.events: list[dict[str, Any]] = []
        target = next(t for t in self._call("Target.getTargets")["targetInfos"] if t["type"] == "page")
        attached = self._call("Target.attachToTarget", targetId=target["targetId"], flatten=True)
        self._session: str | None = attached["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log", "DOM"):
            self.call(f"{domain}.enable")

    def call(self, method: str, **params: Any) -> dict[str, Any]:
        """Send an order to the tab and return its answer; events that come before it are kept."""
        return self._call(method, self._session, **params)

    def open(self, address: str) -> None:
        """Open an address and wait until it has loaded."""
        self.events.clear()
        self.call("Page.navigate", url="about:blank")
        self._until("Page.loadEventFired")
        self.events.clear()
        self.call("Page.navigate", url=address)
        self._until("Page.loadEventFired")

    def ask(self, script: str) -> Any:
        """Return the value of an expression in the page; a promise is waited for."""
        found = self.call("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in found, found["exceptionDetails"]
        return found["result"].get("value")

    def wait_for(self, script: str) -> None:
        """Wait until an expression is true in the page."""
        waiting = (
            "new Promise((done, fail) => { let left = 1500; const look = () => { if (%s) done(true); else if (left--)"
        )
        waiting += " setTimeout(look, 20); else fail(new Error('waited too long')); }; look(); })"
        self.ask(waiting % script)

    def give_file(self, selector: str, path: Path) -> None:
        """Choose a file in a file field."""
        root = self.call("DOM.getDocument")["root"]["nodeId"]
        field = self.call("DOM.querySelector", nodeId=root, selector=selector)["nodeId"]
        self.call("DOM.setFileInputFiles", nodeId=field, files=[str(path)])

    def picture(self, width: int, height: int, *, dark: bool = False, phone: bool = False, whole: bool = True) -> bytes:
        """Return the page as a PNG at a size; `whole` takes all of it, not only what fits."""
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.call("Emulation.setEmulatedMedia", features=[scheme])
        size = {"width": width, "height": height, "deviceScaleFactor": 2 if phone else 1, "mobile": phone}
        self.call("Emulation.setDeviceMetricsOverride", **size)
        taken = self.call("Page.captureScreenshot", captureBeyondViewport=whole)
        return b64decode(taken["data"])

    def addresses(self) -> list[str]:
        """Return what the page has asked for since it was opened."""
        sent = [event for event in self.events if event["method"] == "Network.requestWillBeSent"]
        return [str(event["params"]["request"]["url"]) for event in sent]

    def complaints(self) -> list[str]:
        """Return what the browser complained of: errors of the script, breaches of the policy."""
        logged = [e["params"]["entry"]["text"] for e in self.events if e["method"] == "Log.entryAdded"]
        thrown = [str(e["params"]["exceptionDetails"]) for e in self.events if e["method"] == "Runtime.exceptionThrown"]
        return logged + thrown

    def close(self) -> None:
        """End the browser and take its folder away."""
        os.kill(self._process, signal.SIGTERM)
        os.waitpid(self._process, 0)
        os.close(self._to)
        os.close(self._from)
        shutil.rmtree(self._home, ignore_errors=True)

    def _call(self, method: str, session: str | None = None, **params: Any) -> dict[str, Any]:
        self._last += 1
        order = {"id": self._last, "method": method, "params": params} | ({"sessionId": session} if session else {})
        self._write(json.dumps(order).encode() + b"\0")
        while (message := self._read()).get("id") != self._last:
            self.events.append(message)
        assert "error" not in message, (method, message["error"])
        answer: dict[str, Any] = message["result"]
        return answer

    def _write(self, data: bytes) -> None:
        while data:
            data = data[os.write(self._to, data) :]

    def _read(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            piece = os.read(self._from, 1 << 20)
            assert piece, "the browser has ended"
            self._rest += piece
        line, _, self._rest = self._rest.partition(b"\0")
        message: dict[str, Any] = json.loads(line)
        return message

    def _until(self, event: str) -> None:
        while not any(seen["method"] == event for seen in self.events):
            self.events.append(self._read())
