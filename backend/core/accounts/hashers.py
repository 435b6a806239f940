"""Argon2id at the cost that OWASP's password storage cheat sheet names first (19 MiB, 2 passes, 1 lane).

Django's own parameters take 100 MiB and eight threads a sign-in, which a burst of sign-ins multiplies.
Hashes of either kind verify, and one with other parameters is renewed at the next sign-in.
"""

from __future__ import annotations

from django.contrib.auth.hashers import Argon2PasswordHasher


class Argon2Hasher(Argon2PasswordHasher):
    """Argon2id, m=19456 KiB, t=2, p=1."""

    time_cost = 2
    memory_cost = 19_456
    parallelism = 1
