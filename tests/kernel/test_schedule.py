"""What runs by the clock."""

from __future__ import annotations

import pytest

from backend.kernel import schedule


def test_a_tick_that_nobody_takes_expires(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schedule, "ENTRIES", {})
    schedule.every(1, "often")
    schedule.every(60, "seldom", expires=5)
    schedule.every(1, "often")
    assert schedule.beat_schedule() == {
        "often": {"task": "often", "schedule": 1, "options": {"expires": 5.0}},
        "seldom": {"task": "seldom", "schedule": 60, "options": {"expires": 5}},
    }
    with pytest.raises(ValueError, match="twice"):
        schedule.every(2, "often")
    with pytest.raises(ValueError, match="longer"):
        schedule.every(0, "never")


def test_what_is_scheduled_is_a_public_task_that_exists() -> None:
    from backend.config.celery import app

    app.loader.import_default_modules()
    assert "events.sweep" in schedule.ENTRIES
    assert app.conf.beat_schedule == schedule.beat_schedule()
    for name in schedule.ENTRIES:
        assert app.tasks[name].scope == "public"
