"""Random requests against the other half of a business's operations: see `tests.contract.fuzzing`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.contract.fuzzing import (  # noqa: F401 - pytest finds its fixtures here
    fuzz_business,
    playground,
    seed,
    server,
    worlds,
)
from tests.contract.world import World

pytestmark = [pytest.mark.fuzz, pytest.mark.slow]


def test_the_rest_of_a_business(worlds: list[World], server: str, tmp_path: Path, seed: int) -> None:  # noqa: F811
    fuzz_business(1, worlds, server, tmp_path, seed)
