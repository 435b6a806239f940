"""The Celery application: `celery -A backend.config.celery:app worker`.

Publishing never blocks or fails a request: no retries, short timeouts, and `backend.kernel.tenancy.tasks`
reports a dead broker instead of raising. What must run is in the database (outbox, jobs) and is swept up.
"""

from __future__ import annotations

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "backend.config.settings")

from celery import Celery
from celery.signals import import_modules
from django.conf import settings

from backend.kernel import schedule

app = Celery("guildhall", task_cls="backend.kernel.tenancy.tasks:TenantTask")
app.conf.update(
    broker_url=settings.CELERY_BROKER_URL,
    result_backend=None,
    task_ignore_result=True,
    task_publish_retry=False,
    broker_connection_retry_on_startup=True,
    broker_transport_options={
        "socket_timeout": 30,
        "socket_connect_timeout": 0.5,
        "visibility_timeout": 3600,
        "max_retries": 0,
        "global_keyprefix": "guildhall:",
    },
    redis_socket_connect_timeout=0.5,
    task_acks_late=True,
    task_reject_on_worker_lost=True,
    worker_prefetch_multiplier=1,
    task_serializer="json",
    accept_content=["json"],
    timezone="UTC",
    enable_utc=True,
    worker_hijack_root_logger=False,
    task_default_queue="guildhall",
)
app.autodiscover_tasks(lambda: list(settings.INSTALLED_APPS))


@import_modules.connect(sender=app, weak=False)
def _schedule(**_: object) -> None:
    """After the tasks are imported, which declare what runs by the clock."""
    app.conf.beat_schedule = schedule.beat_schedule()
