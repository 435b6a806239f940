"""The Telegram bot of a business: a customer orders, pays and follows the order in a chat.

Owns:     the dialogue, its texts (uz, ru, en) and the way to Telegram. No table, no business rule.
Knows:    the API alone, through the Python client `guildhall`; never `backend`.
Entry:    `python -m bot`, set up by the environment (`bot/config.py`), see `bot/README.md`.
State:    where a chat stands, by bot and chat, in Valkey with an expiry; in memory where there is none.
          The language is not part of it: it is the user's `locale` in the API.
Repeats:  an update is handled once. A crash in between has it handled again, under the same
          idempotency keys, so no order and no payment is made twice.
"""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

if importlib.util.find_spec("guildhall") is None:
    # Run from a checkout without the client installed.
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "clients" / "python"))
