"""A Bot API on loopback for tests, and users who write to the bot behind it.

::

    async with FakeTelegram() as telegram:
        user = telegram.user("Aziz", language="uz")
        await user.sends("/start")
        await user.hears("Tilni tanlang")
        await user.presses("English")

It serves long polling and webhooks, keyboards and callbacks, `getFile` and downloads, and on request refuses:
429 with `retry_after`, 403, 409, 502. A bot talks to it over HTTP:
`AiohttpSession(api=TelegramAPIServer.from_base(telegram.url))`.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Self

from aiohttp import ClientError, ClientSession, ClientTimeout, web

DOWNLOAD_LIMIT = 20 * 1024 * 1024
REDELIVERY_SECONDS = 0.2
TOKEN = "4242:fake-token_for-tests"


@dataclass
class Said:
    """Something that a bot showed: `kind` is message, edit or alert."""

    kind: str
    text: str
    message_id: int = 0
    buttons: list[tuple[str, str]] = field(default_factory=list)
    """Text and callback data of inline buttons."""
    keyboard: list[str] = field(default_factory=list)
    at: float = field(default_factory=time.monotonic)


@dataclass
class Fault:
    """An answer in place of the real one, `times` times."""

    method: str
    status: int
    description: str
    parameters: dict[str, Any]
    times: int


class Refused(Exception):
    """An answer with `ok: false`."""

    def __init__(self, status: int, description: str, parameters: dict[str, Any] | None = None) -> None:
        self.status, self.description, self.parameters = status, description, parameters or {}
        super().__init__(description)


class User:
    """A person in a private chat with the bot."""

    def __init__(self, telegram: FakeTelegram, id_: int, name: str, language: str) -> None:
        self.telegram, self.id, self.name, self.language = telegram, id_, name, language
        self.said: list[Said] = []
        self._heard = 0

    @property
    def _as_json(self) -> dict[str, Any]:
        return {
            "id": self.id, "is_bot": False, "first_name": self.name, "language_code": self.language,
        }  # fmt: skip

    @property
    def chat(self) -> dict[str, Any]:
        return {"id": self.id, "type": "private", "first_name": self.name}

    def _message(self, **more: Any) -> dict[str, Any]:
        message = {
            "message_id": self.telegram.next_id(), "date": int(time.time()), "chat": self.chat,
            "from": self._as_json, **more,
        }  # fmt: skip
        text = more.get("text", "")
        if text.startswith("/"):
            message["entities"] = [{"type": "bot_command", "offset": 0, "length": len(text.split()[0])}]
        return message

    async def sends(self, text: str) -> int:
        """Writes; answers the update's id."""
        return self.telegram.put({"message": self._message(text=text)})

    async def sends_document(
        self, name: str, content: bytes, content_type: str, *, size: int | None = None
    ) -> int:
        """Sends a file; `size` is what the message claims, where it is not the content's."""
        file_id = self.telegram.keep(content)
        document = {
            "file_id": file_id, "file_unique_id": file_id, "file_name": name, "mime_type": content_type,
            "file_size": len(content) if size is None else size,
        }  # fmt: skip
        return self.telegram.put({"message": self._message(document=document)})

    async def sends_photo(self, content: bytes) -> int:
        """Sends a picture; Telegram makes a thumbnail of it too."""
        small, large = self.telegram.keep(content[:10]), self.telegram.keep(content)
        sizes = [
            {"file_id": one, "file_unique_id": one, "width": width, "height": width, "file_size": size}
            for one, width, size in ((small, 90, 10), (large, 1280, len(content)))
        ]
        return self.telegram.put({"message": self._message(photo=sizes)})

    async def sends_sticker(self) -> int:
        """Sends something that is no document."""
        sticker = {
            "file_id": "s", "file_unique_id": "s", "type": "regular", "width": 1, "height": 1,
            "is_animated": False, "is_video": False,
        }  # fmt: skip
        return self.telegram.put({"message": self._message(sticker=sticker)})

    async def sends_location(self, latitude: float, longitude: float) -> int:
        """Sends where they are."""
        place = {"latitude": latitude, "longitude": longitude}
        return self.telegram.put({"message": self._message(location=place)})

    async def sends_contact(self, phone: str, *, user_id: int | None, forwarded: bool = False) -> int:
        """Sends a contact; `user_id` is whose Telegram found the number to be, None where nobody's."""
        contact: dict[str, Any] = {"phone_number": phone, "first_name": self.name}
        if user_id is not None:
            contact["user_id"] = user_id
        origin = {"type": "user", "date": 1, "sender_user": self._as_json}
        more = {"forward_origin": origin} if forwarded else {}
        return self.telegram.put({"message": self._message(contact=contact, **more)})

    async def presses(self, text: str) -> int:
        """Presses the newest inline button whose text contains `text`."""
        for said in reversed(self.said):
            for label, data in said.buttons:
                if text in label:
                    return await self.presses_data(data, said)
        raise AssertionError(f"no button {text!r}; the chat so far:\n{self.transcript()}")

    async def presses_data(self, data: str, said: Said) -> int:
        """Presses a button of a message."""
        message = {
            "message_id": said.message_id, "date": int(time.time()), "chat": self.chat, "text": said.text,
            "from": self.telegram.me,
        }  # fmt: skip
        query = {
            "id": str(self.telegram.next_id()), "from": self._as_json, "chat_instance": "1", "data": data,
            "message": message,
        }  # fmt: skip
        return self.telegram.put({"callback_query": query})

    async def blocks(self) -> None:
        """Blocks the bot: Telegram tells it so, and refuses what it sends from now on."""
        self.telegram.blocked.add(self.id)
        member = {"user": self.telegram.me}
        self.telegram.put(
            {
                "my_chat_member": {
                    "chat": self.chat,
                    "from": self._as_json,
                    "date": int(time.time()),
                    "old_chat_member": {"status": "member", **member},
                    "new_chat_member": {"status": "kicked", "until_date": 0, **member},
                }
            }
        )

    async def hears(self, *parts: str, seconds: float = 30.0) -> Said:
        """The next thing said that contains all `parts`; what came before it is passed over."""

        def found() -> Said | None:
            for index in range(self._heard, len(self.said)):
                if all(part in self.said[index].text for part in parts):
                    self._heard = index + 1
                    return self.said[index]
            return None

        return await self.telegram.until(found, lambda: f"{parts} not heard; {self.transcript()}", seconds)

    async def hears_nothing(self, seconds: float = 1.0) -> None:
        """Fails where anything is said meanwhile."""
        before = len(self.said)
        await asyncio.sleep(seconds)
        assert len(self.said) == before, self.transcript()

    def transcript(self) -> str:
        """The chat so far, for messages of failures."""
        return "\n".join(
            f"  [{one.kind}] {one.text!r} {[text for text, _ in one.buttons]}" for one in self.said
        )


class FakeTelegram:
    """The server of one bot."""

    def __init__(self, token: str = TOKEN) -> None:
        self.token = token
        self.me = {
            "id": int(token.partition(":")[0]),
            "is_bot": True,
            "first_name": "Bot",
            "username": "gbot",
        }
        self.users: dict[int, User] = {}
        self.blocked: set[int] = set()
        self.webhook: dict[str, str] = {}
        self.calls: list[tuple[float, str, int]] = []
        """When, which method, with what status."""
        self.delivered: list[tuple[int, int]] = []
        """Update ids with the statuses that the webhook answered."""
        self.url = ""
        self.history: dict[int, dict[str, Any]] = {}
        self._last_id = 100
        # Telegram's never come again: a later server of the same bot goes on.
        self._last_update = int(time.time() * 100)
        self._files: dict[str, bytes] = {}
        self._updates: deque[dict[str, Any]] = deque()
        self._faults: list[Fault] = []
        self._changed = asyncio.Condition()
        self._deliveries: set[asyncio.Task[None]] = set()
        self._poller = 0

    async def __aenter__(self) -> Self:
        application = web.Application(client_max_size=60 * 1024 * 1024)
        application.router.add_route("*", "/bot{token}/{method}", self._answer)
        application.router.add_get("/file/bot{token}/{path}", self._download)
        self._runner = web.AppRunner(application, access_log=None, shutdown_timeout=1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        host, port = self._runner.addresses[0][:2]
        self.url = f"http://{host}:{port}"
        self._session = ClientSession(timeout=ClientTimeout(60))
        return self

    async def __aexit__(self, *_: object) -> None:
        for task in self._deliveries:
            task.cancel()
        await asyncio.gather(*self._deliveries, return_exceptions=True)
        await self._session.close()
        await self._runner.cleanup()

    def user(self, name: str, *, language: str = "en", id_: int | None = None) -> User:
        """A person who has not written yet."""
        found = User(self, id_ or 5_000_000 + time.time_ns() % 10**9, name, language)
        self.users[found.id] = found
        return found

    def next_id(self) -> int:
        """A number for messages and files."""
        self._last_id += 1
        return self._last_id

    def keep(self, content: bytes) -> str:
        """A file id for the content."""
        file_id = f"file{self.next_id()}"
        self._files[file_id] = content
        return file_id

    def put(self, update: dict[str, Any], *, update_id: int | None = None) -> int:
        """Something happened; with `update_id` it comes as an update that was delivered before."""
        if update_id is None:
            self._last_update += 1
            update_id = self._last_update
        whole = {"update_id": update_id, **update}
        self.history[update_id] = update
        if self.webhook:
            self._deliver(whole)
        else:
            self._updates.append(whole)
            self._wake()
        return update_id

    def repeat(self, update_id: int) -> None:
        """Delivers an update once more, as Telegram does when it is not sure."""
        self.put(self.history[update_id], update_id=update_id)

    def fail(
        self,
        method: str,
        status: int,
        description: str = "fault",
        *,
        times: int = 1,
        **parameters: Any,
    ) -> None:
        """The next `times` calls of `method` (`*` for any but getUpdates) are refused."""
        self._faults.append(Fault(method, status, description, parameters, times))

    def statuses(self, method: str) -> list[int]:
        """With what the calls of a method were answered."""
        return [status for _, name, status in self.calls if name == method]

    async def until(self, found: Callable[[], Any], problem: Callable[[], str], seconds: float = 30.0) -> Any:
        """The first true value of `found`, looked at whenever something changes."""
        deadline = time.monotonic() + seconds
        while not (value := found()):
            left = deadline - time.monotonic()
            assert left > 0, problem()
            async with self._changed:
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(self._changed.wait(), min(left, 0.2))
        return value

    def _wake(self) -> None:
        async def notify() -> None:
            async with self._changed:
                self._changed.notify_all()

        task = asyncio.ensure_future(notify())
        self._deliveries.add(task)
        task.add_done_callback(self._deliveries.discard)

    # -- the server ------------------------------------------------------------------------------

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        given = {**request.query, **(await request.post() if request.method == "POST" else {})}
        try:
            if request.match_info["token"] != self.token:
                raise Refused(401, "Unauthorized")
            self._fault(method)
            result = await self._call(method, given)
            status, body = 200, {"ok": True, "result": result}
        except Refused as refused:
            status = refused.status
            body = {"ok": False, "error_code": status, "description": refused.description}
            if refused.parameters:
                body["parameters"] = refused.parameters
        self.calls.append((time.monotonic(), method, status))
        self._wake()
        return web.json_response(body, status=status)

    def _fault(self, method: str) -> None:
        for fault in self._faults:
            if fault.method == method or (fault.method == "*" and method != "getUpdates"):
                fault.times -= 1
                if not fault.times:
                    self._faults.remove(fault)
                raise Refused(fault.status, fault.description, fault.parameters)

    async def _call(self, method: str, given: dict[str, Any]) -> Any:
        if method == "getMe":
            return self.me
        if method == "getUpdates":
            return await self._get_updates(given)
        if method == "setWebhook":
            self.webhook = {"url": given["url"], "secret": given.get("secret_token", "")}
            while self._updates:
                self._deliver(self._updates.popleft())
            return True
        if method == "deleteWebhook":
            self.webhook = {}
            return True
        if method == "getFile":
            content = self._files[given["file_id"]]
            if len(content) > DOWNLOAD_LIMIT:
                raise Refused(400, "Bad Request: file is too big")
            return {
                "file_id": given["file_id"], "file_unique_id": given["file_id"], "file_size": len(content),
                "file_path": given["file_id"],
            }  # fmt: skip
        if method in ("sendMessage", "editMessageText", "editMessageReplyMarkup"):
            return self._message(method, given)
        if method == "answerCallbackQuery":
            if given.get("text"):
                # Callback ids are unique, but not tied to users here: the last who pressed is meant.
                for user in self.users.values():
                    user.said.append(Said("alert", given["text"]))
            return True
        if method in ("setMyCommands", "sendChatAction"):
            return True
        raise Refused(404, f"Not Found: method {method}")

    def _message(self, method: str, given: dict[str, Any]) -> dict[str, Any]:
        chat = int(given["chat_id"])
        if chat in self.blocked:
            raise Refused(403, "Forbidden: bot was blocked by the user")
        user = self.users[chat]
        markup = json.loads(given["reply_markup"]) if given.get("reply_markup") else {}
        buttons = [
            (one["text"], one["callback_data"]) for row in markup.get("inline_keyboard", []) for one in row
        ]
        assert all(len(data.encode()) <= 64 for _, data in buttons), buttons
        keyboard = [one["text"] for row in markup.get("keyboard", []) for one in row]
        message_id = int(given.get("message_id") or self.next_id())
        if method == "sendMessage":
            assert given["text"], "Telegram refuses an empty message"
            user.said.append(Said("message", given["text"], message_id, buttons, keyboard))
        else:
            shown = next(one for one in reversed(user.said) if one.message_id == message_id)
            text = given.get("text", shown.text)
            if (text, buttons) == (shown.text, shown.buttons):
                raise Refused(400, "Bad Request: message is not modified")
            if method == "editMessageText":
                user.said.append(Said("edit", text, message_id, buttons))
            else:
                for one in user.said:
                    if one.message_id == message_id:
                        one.buttons = buttons
        return {
            "message_id": message_id, "date": int(time.time()), "chat": user.chat, "text": given.get("text", ""),
            "from": self.me,
        }  # fmt: skip

    async def _get_updates(self, given: dict[str, Any]) -> list[dict[str, Any]]:
        if self.webhook:
            raise Refused(409, "Conflict: can't use getUpdates method while webhook is active")
        self._poller += 1
        mine = self._poller
        offset = int(given.get("offset", 0) or 0)
        # What lies before the offset is confirmed, and forgotten. A repeated update is behind it already.
        while self._updates and self._updates[0]["update_id"] < offset and not self._again(self._updates[0]):
            self._updates.popleft()
        deadline = time.monotonic() + float(given.get("timeout", 0) or 0)
        while not self._updates and time.monotonic() < deadline:
            async with self._changed:
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(self._changed.wait(), 0.2)
            if mine != self._poller:
                raise Refused(409, "Conflict: terminated by other getUpdates request")
        found = list(self._updates)
        for one in found:
            one["sent"] = True
        return [{key: value for key, value in one.items() if key != "sent"} for one in found]

    @staticmethod
    def _again(update: dict[str, Any]) -> bool:
        return "sent" not in update

    def _deliver(self, update: dict[str, Any]) -> None:
        task = asyncio.ensure_future(self._post(update))
        self._deliveries.add(task)
        task.add_done_callback(self._deliveries.discard)

    async def _post(self, update: dict[str, Any]) -> None:
        while self.webhook:
            headers = {"X-Telegram-Bot-Api-Secret-Token": self.webhook["secret"]}
            status = 0
            with contextlib.suppress(ClientError, TimeoutError):
                async with self._session.post(self.webhook["url"], json=update, headers=headers) as answer:
                    status = answer.status
            self.delivered.append((update["update_id"], status))
            self._wake()
            if status == 200:
                return
            await asyncio.sleep(REDELIVERY_SECONDS)

    async def _download(self, request: web.Request) -> web.Response:
        if request.match_info["token"] != self.token:
            raise web.HTTPNotFound
        return web.Response(body=self._files[request.match_info["path"]])
