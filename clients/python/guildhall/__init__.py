"""The typed Python client of Guildhall.

```python
from guildhall import Guildhall, models

with Guildhall("https://api.example.com", tenant="samarkand") as api:
    api.sign_in("clerk@example.com", "…")
    for order in api.orders.each(state_group=["open"]):
        print(order.number, order.total.amount)
```

Every POST carries an `Idempotency-Key`; what failed on the way is retried with it, honouring `Retry-After`.
A refusal raises a subclass of `GuildhallError` with its stable `code`.
"""

from .errors import (
    Conflict,
    Forbidden,
    GuildhallError,
    NotFound,
    PreconditionFailed,
    RateLimited,
    ServerFault,
    Unauthorized,
)
from .face import Guildhall
from .generated import models
from .generated.types import UNSET, File, Unset
from .stream import StreamEvent
from .webhooks import WebhookInvalid, verify_webhook

__all__ = [
    "UNSET",
    "Conflict",
    "File",
    "Forbidden",
    "Guildhall",
    "GuildhallError",
    "NotFound",
    "PreconditionFailed",
    "RateLimited",
    "ServerFault",
    "StreamEvent",
    "Unauthorized",
    "Unset",
    "WebhookInvalid",
    "models",
    "verify_webhook",
]
