"""Passwords from whoever sits at the shell."""

from __future__ import annotations

import getpass
import sys

from django.core.management.base import CommandError


def ask_password() -> str:
    """A new password: asked for twice at a terminal, or a pipe's first line. Raises CommandError where they differ."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    password = getpass.getpass("New password: ")
    if getpass.getpass("Again: ") != password:
        raise CommandError("the two are not the same")
    return password
