"""An OpenID Connect provider on loopback: honest by default, and dishonest in whatever way a test asks for."""

from __future__ import annotations

import atexit
import base64
import hashlib
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

from backend.kernel import clock

CLIENT, SECRET = "guildhall-client", "a client's secret"
REDIRECT = "https://app.example.com/back"


@lru_cache(maxsize=1)
def first_key() -> rsa.RSAPrivateKey:
    """The key of every provider until it rotates; making one takes a while."""
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


@lru_cache(maxsize=1)
def shared() -> FakeProvider:
    """One provider for the process, which ends with it."""
    running = FakeProvider().running()
    atexit.register(running.__exit__, None, None, None)
    return running.__enter__()


class FakeProvider:
    """Answers discovery, keys and codes. `claims` are those of the next ID token; `lie` bends it."""

    def __init__(self) -> None:
        self.key = first_key()
        self.kid = "first"
        self.claims: dict[str, Any] = {}
        self.header: dict[str, Any] = {}
        self.sign_with: Any = None
        self.issuer_told: str | None = None
        self.access_token = "an access token"
        self.codes: dict[str, dict[str, str]] = {}
        self.calls: list[str] = []
        self.down = False
        owner = self

        class Handler(BaseHTTPRequestHandler):
            def log_message(self, *_: Any) -> None:
                """Says nothing."""

            def do_GET(self) -> None:
                owner.calls.append(self.path)
                if owner.down:
                    self.send_error(503)
                elif self.path == "/.well-known/openid-configuration":
                    self._say(owner.metadata())
                elif self.path == "/keys":
                    self._say({"keys": [owner.jwk()]})
                else:
                    self.send_error(404)

            def do_POST(self) -> None:
                owner.calls.append(self.path)
                body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
                form = {name: values[0] for name, values in parse_qs(body).items()}
                answer = owner.exchange(form, self.headers.get("Authorization", ""))
                self._say(answer or {"error": "invalid_grant"}, 200 if answer else 400)

            def _say(self, body: Any, status: int = 200) -> None:
                content = json.dumps(body).encode()
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.issuer = f"http://127.0.0.1:{self.server.server_address[1]}"

    def metadata(self) -> dict[str, Any]:
        """OpenID Connect Discovery 1.0, 3."""
        return {
            "issuer": self.issuer_told or self.issuer,
            "authorization_endpoint": f"{self.issuer}/authorize",
            "token_endpoint": f"{self.issuer}/token",
            "jwks_uri": f"{self.issuer}/keys",
        }

    def jwk(self) -> dict[str, Any]:
        """The public key, RFC 7517."""
        public = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(self.key.public_key()))
        return {**public, "kid": self.kid, "use": "sig", "alg": "RS256"}

    def visit(self, url: str, **claims: Any) -> dict[str, str]:
        """What the browser brings back after signing in: code and state."""
        parts = urlsplit(url)
        query = {name: values[0] for name, values in parse_qs(parts.query).items()}
        code = f"code-{len(self.codes)}"
        self.codes[code] = query
        self.claims = claims
        return {"code": code, "state": query["state"]}

    def exchange(self, form: dict[str, str], authorization: str) -> dict[str, Any] | None:
        """RFC 6749, 4.1.3 and RFC 7636, 4.6: the code once, from its client, with its verifier."""
        asked = self.codes.pop(form.get("code", ""), None)
        pair = base64.b64decode(authorization.removeprefix("Basic ")).decode()
        digest = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
        if (
            asked is None
            or pair != f"{CLIENT}:a%20client%27s%20secret"
            or form.get("redirect_uri") != asked["redirect_uri"]
            or asked["code_challenge_method"] != "S256"
            or challenge != asked["code_challenge"]
        ):
            return None
        now = int(clock.now().timestamp())
        claims = {
            "iss": self.issuer,
            "aud": CLIENT,
            "sub": "subject-1",
            "iat": now,
            "exp": now + 300,
            "nonce": asked["nonce"],
            **self.claims,
        }
        claims = {name: value for name, value in claims.items() if value is not None}
        header = {"kid": self.kid, **self.header}
        algorithm = header.pop("alg", "RS256")
        key = self.sign_with if self.sign_with is not None else self.key
        token = jwt.encode(claims, key if algorithm != "none" else "", algorithm=algorithm, headers=header)
        return {"id_token": token, "access_token": self.access_token, "token_type": "Bearer"}

    @contextmanager
    def running(self) -> Iterator[FakeProvider]:
        """Listens within the block."""
        thread = threading.Thread(target=self.server.serve_forever, daemon=True)
        thread.start()
        try:
            yield self
        finally:
            self.server.shutdown()
            self.server.server_close()
            thread.join()
