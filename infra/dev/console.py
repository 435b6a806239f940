"""What a person reads: coloured lines, progress for slow steps, and problems told as one sentence.

Colour is used only where it can be seen: never when the stream is not a terminal, and never when ``NO_COLOR`` is set.
"""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

RESET = "\033[0m"
STYLES = {
    "bold": "\033[1m",
    "dim": "\033[2m",
    "red": "\033[31m",
    "green": "\033[32m",
    "yellow": "\033[33m",
    "blue": "\033[34m",
    "magenta": "\033[35m",
    "cyan": "\033[36m",
}
_line = threading.Lock()
SPINNER = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏"


class Problem(Exception):
    """A condition that the person at the keyboard can change. Its text says what is wrong and what to do."""


def is_terminal() -> bool:
    """Whether standard output is a terminal on which a line may be redrawn."""
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def has_colour() -> bool:
    """Whether colour may be used (see https://no-color.org)."""
    return is_terminal() and not os.environ.get("NO_COLOR")


def styled(text: str, *styles: str) -> str:
    """``text`` in the named styles, or plain where colour cannot be seen."""
    if not has_colour():
        return text
    return "".join(STYLES[style] for style in styles) + text + RESET


def say(text: str = "") -> None:
    """Print one line at once, whatever the buffering of the stream."""
    with _line:
        # A step's redrawn line gives way; its next frame comes below.
        sys.stdout.write(("\r\033[K" if is_terminal() else "") + text + "\n")
        sys.stdout.flush()


def hint(text: str) -> None:
    """Show a line on a terminal that the next line replaces."""
    with _line:
        sys.stdout.write("\r\033[K" + styled(text, "dim"))
        sys.stdout.flush()


def complain(text: str) -> None:
    """Print a problem to standard error, with a mark that is found again in a long log."""
    sys.stdout.flush()
    mark = "✗"
    if sys.stderr.isatty() and not os.environ.get("NO_COLOR"):
        mark = f"{STYLES['red']}{mark}{RESET}"
    sys.stderr.write(f"{mark} {text}\n")
    sys.stderr.flush()


class _Ticker:
    """Redraws the running step's line on a terminal, or repeats it now and then in a log."""

    def __init__(self, title: str) -> None:
        self.title = title
        self.started = time.monotonic()
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._tick, daemon=True)

    @property
    def seconds(self) -> float:
        return time.monotonic() - self.started

    def __enter__(self) -> _Ticker:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._thread.join()
        if is_terminal():
            sys.stdout.write("\r\033[K")

    def _tick(self) -> None:
        if is_terminal():
            frame = 0
            while not self._done.wait(0.1):
                mark = styled(SPINNER[frame % len(SPINNER)], "cyan")
                with _line:
                    sys.stdout.write(f"\r\033[K{mark} {self.title} {styled(f'{self.seconds:.0f} s', 'dim')}")
                    sys.stdout.flush()
                frame += 1
            return
        wait = 1.0
        while not self._done.wait(wait):
            say(f"… {self.title} ({self.seconds:.0f} s)")
            wait = 10.0


@contextmanager
def step(title: str) -> Iterator[None]:
    """Show that ``title`` is under way while the body runs, and how long it took when it ends.

    A body that raises leaves a line with a cross; the exception goes on.
    """
    ticker = _Ticker(title)
    try:
        with ticker:
            yield
    except BaseException:
        say(f"{styled('✗', 'red')} {title} {styled(f'{ticker.seconds:.1f} s', 'dim')}")
        raise
    say(f"{styled('✓', 'green')} {title} {styled(f'{ticker.seconds:.1f} s', 'dim')}")
