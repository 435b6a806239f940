"""Random requests against the operator's operations and half of a business's: see `tests.contract.fuzzing`.

The other half is `test_fuzz_rest`, so that two workers share them.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from django.db import connections

from backend.kernel.ids import encode
from backend.kernel.tenancy import PUBLIC, tenant_context
from tests.contract.fuzzing import (  # noqa: F401 - pytest finds its fixtures here
    asked,
    document,
    fuzz_business,
    operator,
    playground,
    run,
    seed,
    server,
    worlds,
)
from tests.contract.watch import contract
from tests.contract.world import World

pytestmark = [pytest.mark.fuzz, pytest.mark.slow]


def test_a_business(worlds: list[World], server: str, tmp_path: Path, seed: int) -> None:  # noqa: F811
    fuzz_business(0, worlds, server, tmp_path, seed)


def test_it_is_not_the_database_of_other_tests(playground: str, database: str) -> None:  # noqa: F811
    assert connections["default"].settings_dict["NAME"] == playground != database
    with tenant_context(PUBLIC), connections["default"].cursor() as cursor:
        cursor.execute("SELECT current_database()")
        assert cursor.fetchone() == (playground,)


def test_the_halves_are_the_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GUILDHALL_FUZZ_ONLY", raising=False)
    halves = [asked(operator=False, half=half) for half in (0, 1)]
    assert halves[0] & halves[1] == set()
    assert halves[0] | halves[1] | asked(operator=True) == set(contract().operations)


def test_the_operator(
    worlds: list[World],  # noqa: F811
    server: str,  # noqa: F811
    operator: str,  # noqa: F811
    tmp_path: Path,
    seed: int,  # noqa: F811
) -> None:
    chosen = asked(operator=True)
    worlds[0].ids["ten"] = encode("ten", worlds[1].info.id)
    if chosen:
        people = [("operator", operator)]
        run("operator", server, tmp_path, document(lambda name: name in chosen), people, worlds, seed)
