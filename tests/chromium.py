"""A real Chromium for the tests of the page, driven over its DevTools pipe: no driver program, no library, no port.

The protocol is https://chromedevtools.github.io/devtools-protocol/: JSON messages, each ended by a NUL, written to the
browser's file descriptor 3 and read from its descriptor 4 (`--remote-debugging-pipe`).
"""

from __future__ import annotations

import base64
import json
import os
import select
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--hide-scrollbars",
    "--remote-debugging-pipe",
)
PATIENCE = 60.0
"""Seconds to wait for an answer; a busy machine starts a browser slowly."""
KEYS = {"Tab": 9, "Enter": 13, "Escape": 27, "ArrowUp": 38, "ArrowDown": 40}


# Moves the two pipes, whatever their numbers, to the descriptors the browser expects, and becomes the browser.
_START = """
import fcntl, os, sys
reads, writes = (fcntl.fcntl(int(number), fcntl.F_DUPFD, 10) for number in sys.argv[1:3])
os.dup2(reads, 3)
os.dup2(writes, 4)
os.execv(sys.argv[3], sys.argv[3:])
"""


def program() -> str | None:
    """Where a Chromium is installed, or None."""
    return next((found for name in NAMES if (found := shutil.which(name))), None)


class Tab:
    """One page. `events` holds every protocol event so far."""

    def __init__(self, to_browser: int, from_browser: int) -> None:
        self._to, self._from = to_browser, from_browser
        self._rest, self._last, self._session = b"", 0, ""
        self.events: list[dict[str, Any]] = []
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network", "DOM"):
            self.ask(f"{domain}.enable")

    def ask(self, method: str, **params: Any) -> dict[str, Any]:
        """Send a command and wait for its answer."""
        self._last += 1
        message = {"id": self._last, "method": method, "params": params}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._to, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._next()
            if answer.get("id") == self._last:
                assert "error" not in answer, (method, answer)
                result: dict[str, Any] = answer["result"]
                return result
            self.events.append(answer)

    def _next(self) -> dict[str, Any]:
        until = time.monotonic() + PATIENCE
        while b"\0" not in self._rest:
            ready, _, _ = select.select([self._from], [], [], max(0.0, until - time.monotonic()))
            assert ready, "the browser does not answer"
            got = os.read(self._from, 1 << 20)
            assert got, "the browser has gone"
            self._rest += got
        head, self._rest = self._rest.split(b"\0", 1)
        message: dict[str, Any] = json.loads(head)
        return message

    def load(self, url: str) -> None:
        """Load a page and wait until it is complete."""
        self.events.clear()
        self.ask("Page.navigate", url=url)
        until = time.monotonic() + PATIENCE
        while not any(event.get("method") == "Page.loadEventFired" for event in self.events):
            assert time.monotonic() < until, f"{url} does not load"
            self.ask("Page.getLayoutMetrics")

    def run(self, script: str) -> Any:
        """The value of a JavaScript expression."""
        answer = self.ask("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def press(self, key: str) -> None:
        """Press and let go a key."""
        text = {"text": "\r"} if key == "Enter" else {}
        for kind in ("keyDown", "keyUp"):
            self.ask("Input.dispatchKeyEvent", type=kind, key=key, code=key, windowsVirtualKeyCode=KEYS[key], **text)

    def size(self, width: int, height: int = 900) -> None:
        """Set the size of the window in CSS pixels."""
        self.ask("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)

    def prefer(self, scheme: str) -> None:
        """Set what the person prefers: "light" or "dark"; and no motion, so that nothing is still moving when asked."""
        wishes = {"prefers-color-scheme": scheme, "prefers-reduced-motion": "reduce"}
        self.ask("Emulation.setEmulatedMedia", features=[{"name": n, "value": v} for n, v in wishes.items()])
        self.run("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")

    def picture(self, path: Path, *, whole: bool = False) -> None:
        """Save what is seen (or the whole page) as PNG."""
        data = self.ask("Page.captureScreenshot", format="png", captureBeyondViewport=whole)["data"]
        path.write_bytes(base64.b64decode(data))

    def requested(self) -> list[str]:
        """Addresses asked for since `open`."""
        found = (e["params"]["request"]["url"] for e in self.events if e.get("method") == "Network.requestWillBeSent")
        return list(found)

    def complaints(self) -> list[str]:
        """Errors and warnings of the console, uncaught exceptions, and refusals of the content security policy."""
        kinds = {"Runtime.exceptionThrown", "Log.entryAdded"}
        called = [e for e in self.events if e.get("method") == "Runtime.consoleAPICalled"]
        return [json.dumps(e["params"]) for e in self.events if e.get("method") in kinds] + [str(e) for e in called]


@contextmanager
def browser() -> Iterator[Tab]:
    """A fresh browser with a profile of its own, ended afterwards."""
    found = program()
    assert found, "no Chromium"
    theirs, to_browser = os.pipe()
    from_browser, ours = os.pipe()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        start = [sys.executable, "-c", _START, str(theirs), str(ours), found, *FLAGS, f"--user-data-dir={profile}"]
        process = subprocess.Popen(start, pass_fds=(theirs, ours), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(theirs)
        os.close(ours)
        try:
            yield Tab(to_browser, from_browser)
        finally:
            os.close(to_browser)
            os.close(from_browser)
            process.terminate()
            process.wait(timeout=PATIENCE)


def main(page: str, png: str, width: str = "1440", height: str = "900") -> None:
    """Take the picture of a page with its first quote open: `python tests/chromium.py brief.html docs/brief.png`."""
    with browser() as tab:
        tab.size(int(width), int(height))
        tab.prefer("light")
        tab.load(Path(page).resolve().as_uri())
        tab.run("document.querySelector('#board a.q')?.click()")
        tab.run("document.activeElement.blur(); window.scrollTo(0, 0)")
        tab.picture(Path(png))


if __name__ == "__main__":
    main(*sys.argv[1:])
