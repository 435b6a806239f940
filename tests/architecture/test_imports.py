"""No module breaks a rule of the architecture; and each rule finds a breach that was planted for it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.architecture import rules
from tests.architecture.source import Module, modules


@pytest.mark.parametrize("rule", rules.ALL, ids=lambda rule: rule.__name__)
def test_no_module_breaks(rule: Callable[[Module], list[str]]) -> None:
    found = [breach for module in modules("backend", "bot", "clients", "infra") for breach in rule(module)]
    assert not found, "\n" + "\n".join(found)


PLANTED = {
    "private_imports": [
        ("backend.business.orders.services", "from backend.business.payments.models import Payment"),
        ("backend.business.orders.services", "from backend.business.payments import services"),
        ("backend.business.orders.services", "import backend.business.payments.selectors as s"),
        ("backend.business.orders.api.views", "def f():\n    from backend.core.accounts.models import User"),
        ("backend.wiring.loyalty", "from backend.business.loyalty import services"),
        ("backend.business.orders.services", "from ..payments import models"),
    ],
    "models_by_name": [
        ("backend.business.orders.services", "apps.get_model('payments', 'Payment')"),
        ("backend.business.orders.services", "apps.get_model('payments.Payment')"),
    ],
    "thick_views": [
        ("backend.business.orders.api.views", "from backend.business.orders.models import Order"),
        ("backend.business.orders.api.views.orders", "from django.db import connection"),
        ("backend.business.orders.api.views", "rows = selectors.Order.objects.all()"),
    ],
    "foreign_ground": [
        ("bot.handlers", "from backend.kernel import ids"),
        ("clients.python.guildhall.face", "import backend.config"),
        ("backend.core.files.services", "from guildhall.face import Client"),
        ("backend.business.orders.services", "from django_ledger.models import EntityModel"),
        ("backend.core.files.services", "import infra.dev"),
    ],
    "environment_reads": [
        ("backend.config.settings", "import os\nX = os.environ['X']"),
        ("backend.kernel.db", "import os\nX = os.getenv('X')"),
        ("backend.manage", "import os\nos.environ.setdefault('X', 'y')"),
    ],
    "positional_services": [
        (
            "backend.business.orders.services",
            "def place_order(principal, *, lines):\n    with transaction(): ...",
        ),
        (
            "backend.business.orders.services.place",
            "def place_order(*lines):\n    with db.transaction(): ...",
        ),
    ],
    "swallowed_exceptions": [
        ("bot.main", "try:\n    f()\nexcept:\n    raise"),
        ("bot.main", "try:\n    f()\nexcept Exception:\n    pass"),
    ],
    "unfinished": [
        ("backend.kernel.db", "raise NotImplementedError('later')"),
        ("backend.kernel.db", "def f():\n    raise NotImplementedError"),
    ],
}

ALLOWED = [
    ("backend.business.orders.services", "from backend.business.payments import facade, types, errors"),
    (
        "backend.business.orders.services",
        "from backend.business.orders.models import Order\nfrom . import selectors",
    ),
    ("backend.business.orders.services", "from backend.business.payments.types import Receivable"),
    ("backend.business.orders.services", "def place_order(*, principal):\n    with transaction(): ..."),
    (
        "backend.business.orders.services",
        "def _lines(rows):\n    with transaction(): ...\ndef total(rows): ...",
    ),
    ("backend.business.ledger.services", "from django_ledger.models import EntityModel"),
    ("backend.config.urls", "from backend.business.orders.api import routes"),
    ("backend.config.wsgi", "import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'x')"),
    ("backend.core.files.office", "import os\nenvironment = {'PATH': os.environ.get('PATH', '/usr/bin')}"),
    ("backend.business.orders.selectors", "from django.db import models\nrows = Order.objects.all()"),
    ("backend.business.orders.apps", "model = apps.get_model('orders', 'Order')"),
    ("bot.main", "try:\n    f()\nexcept ValueError:\n    pass"),
    (
        "backend.core.files.office",
        "try:\n    f()\nexcept NotImplementedError as error:\n    raise Broken() from error",
    ),
]


@pytest.mark.parametrize(
    ("rule", "name", "text"),
    [(rule, name, text) for rule, cases in PLANTED.items() for name, text in cases],
)
def test_rule_finds_what_is_planted(rule: str, name: str, text: str) -> None:
    assert getattr(rules, rule)(Module.parse(name, text))


@pytest.mark.parametrize(("name", "text"), ALLOWED)
def test_rules_let_pass_what_is_right(name: str, text: str) -> None:
    assert [breach for rule in rules.ALL for breach in rule(Module.parse(name, text))] == []


def test_every_rule_has_a_planted_breach() -> None:
    assert set(PLANTED) == {rule.__name__ for rule in rules.ALL}
