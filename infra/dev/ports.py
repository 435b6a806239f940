"""TCP ports on the loopback interface: is one free, who should move, and what to use instead."""

from __future__ import annotations

import os
import socket

from infra.dev.console import Problem

LOOPBACK = "127.0.0.1"


def is_free(port: int, host: str = LOOPBACK) -> bool:
    """Whether a server could listen on ``port`` now."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        # As servers do: a port in TIME_WAIT is free.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def free_port() -> int:
    """A port that nobody listens on at this moment."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.bind((LOOPBACK, 0))
        return int(probe.getsockname()[1])


def chosen_port(variable: str, default: int, purpose: str) -> int:
    """The port for ``purpose``: what ``variable`` says (0: any free one), else ``default``.

    Raises Problem when it is not a port, or when somebody listens there already.
    """
    text = os.environ.get(variable, "").strip() or str(default)
    try:
        port = int(text)
    except ValueError:
        port = -1
    if not 0 <= port <= 65535:
        raise Problem(f"{variable} is {text!r}, which is not a port: set it to a number from 1 to 65535.")
    if port == 0:
        return free_port()
    if not is_free(port):
        raise Problem(
            f"Port {port}, wanted for the {purpose}, is taken by another program: "
            f"stop that program, or choose another port with {variable}, such as `make run {variable}={port + 100}`."
        )
    return port


def answers(port: int, host: str = LOOPBACK) -> bool:
    """Whether somebody accepts connections on ``port``."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.settimeout(0.5)
        return probe.connect_ex((host, port)) == 0


def answers_http(port: int, host: str = LOOPBACK, seconds: float = 5.0) -> bool:
    """Whether somebody answers HTTP on ``port``, and not with a fault of their own (a status from 500 up).

    A server's port may be open long before its application is loaded, so a connection says nothing yet.
    """
    try:
        with socket.create_connection((host, port), timeout=0.5) as link:
            link.settimeout(seconds)
            link.sendall(f"GET / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode())
            answer = b""
            while len(answer) < len(b"HTTP/1.1 404") and (chunk := link.recv(64)):
                answer += chunk
            return answer.startswith(b"HTTP/") and b"100" <= answer[9:12] < b"500"
    except OSError:
        return False
