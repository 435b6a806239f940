"""The developer's runtime: embedded PostgreSQL and Valkey, bootstrap, the supervisor, and the quality gates.

Nothing here is imported by the product; the product learns where its services are from the environment alone
(``DATABASE_URL``, ``REDIS_URL`` and the rest of ``backend/config/env.py``). Use it as ``python -m infra.dev …``,
or from tests through :mod:`infra.dev.stack`.
"""
