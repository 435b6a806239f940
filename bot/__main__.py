"""`python -m bot`: one bot of one business, until SIGTERM or SIGINT."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import sys

from aiogram.exceptions import TelegramUnauthorizedError

from bot.config import ConfigurationProblem, read
from bot.service import serve

log = logging.getLogger("bot")


async def _main() -> int:
    try:
        config = read(os.environ)
    except ConfigurationProblem as problem:
        log.error("The bot cannot start: %s.", problem)
        return 2
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    try:
        await serve(config, stop)
    except TelegramUnauthorizedError:
        log.error(
            "Telegram does not know the token of TELEGRAM_BOT_TOKEN: ask BotFather for the present one."
        )
        return 2
    return 0


def main() -> int:
    """The exit status: 0 after a stop, 2 where the bot is set up wrongly."""
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s %(message)s", stream=sys.stderr)
    # Addresses of the Bot API have the token in them.
    logging.getLogger("httpx").setLevel(logging.WARNING)
    logging.getLogger("aiogram.event").setLevel(logging.WARNING)
    return asyncio.run(_main())


if __name__ == "__main__":
    sys.exit(main())
