"""An issuer of tokens in this process: it signs them, publishes its keys over HTTP on loopback, and changes them."""

import base64
import hashlib
import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from jwt.algorithms import ECAlgorithm, RSAAlgorithm

AUDIENCE = "opdeplank"
RSA = rsa.generate_private_key(public_exponent=65537, key_size=2048)
"""Making one takes a while, so there is one."""


class Signing:
    """A key of the issuer: the half that signs, and the half that is published."""

    def __init__(self, name: str, algorithm: str = "ES256") -> None:
        self.name, self.algorithm = name, algorithm
        self.private: Any = RSA if algorithm[0] in "RP" else ec.generate_private_key(ec.SECP256R1())
        write = RSAAlgorithm.to_jwk if algorithm[0] in "RP" else ECAlgorithm.to_jwk
        public = write(self.private.public_key(), as_dict=True)
        self.public = {**public, "kid": name, "use": "sig", "alg": algorithm}

    def token(self, claims: dict[str, Any], **header: Any) -> str:
        """With another head where given; None leaves a part of it away."""
        head = {name: value for name, value in {"kid": self.name, **header}.items() if value is not None}
        return jwt.encode(claims, self.private, self.algorithm, head)


class Issuer:
    """`published` is what it serves; `asked` counts how often, by path."""

    def __init__(self) -> None:
        self.published: list[dict[str, Any]] = []
        self.status, self.asked = 200, list[str]()
        self.redirect: str | None = None
        self.signing = Signing("hier")
        self.codes: dict[str, tuple[dict[str, str], dict[str, Any]]] = {}
        self.secret = ""
        outer = self

        class Answer(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                outer.answer(self)

            def do_POST(self) -> None:
                outer.trade(self)

            def log_message(self, *_: Any) -> None:
                """Nothing: the tests look at `asked`."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
        self.url = f"http://127.0.0.1:{self.server.server_port}/realm"

    def answer(self, request: BaseHTTPRequestHandler) -> None:
        self.asked.append(request.path)
        found: Any = {"keys": self.published}
        if request.path.endswith("/.well-known/openid-configuration"):
            found = {
                "issuer": self.url, "jwks_uri": f"{self.url}/certs", "token_endpoint": f"{self.url}/token",
                "authorization_endpoint": f"{self.url}/auth?thema=plank",
            }  # fmt: skip
        self._send(request, found, self.status)

    def _send(self, request: BaseHTTPRequestHandler, found: Any, status: int) -> None:
        body = json.dumps(found).encode()
        request.send_response(status)
        if self.redirect:
            request.send_header("Location", self.redirect)
        request.send_header("Content-Length", str(len(body)))
        request.end_headers()
        request.wfile.write(body)

    def sign_in(self, address: str, **claims: Any) -> str:
        """What the browser comes back with once somebody signed in at `address`, of whom the token says `claims`."""
        asked = dict(parse_qsl(urlsplit(address).query))
        code = f"code-{len(self.codes)}"
        self.codes[code] = (asked, claims)
        return f"{asked['redirect_uri']}?{urlencode({'code': code, 'state': asked['state'], 'iss': self.url})}"

    def trade(self, request: BaseHTTPRequestHandler) -> None:
        """A token for a code, once, to who knows what the hash is of that the browser brought."""
        sent = parse_qs(request.rfile.read(int(request.headers["Content-Length"])).decode())
        fields = {name: values[0] for name, values in sent.items()}
        asked, claims = self.codes.pop(fields["code"], ({}, {}))
        hashed = hashlib.sha256(fields["code_verifier"].encode()).digest()
        right = (
            asked.get("code_challenge") == base64.urlsafe_b64encode(hashed).rstrip(b"=").decode()
            and asked["redirect_uri"] == fields["redirect_uri"]
            and request.headers.get("Authorization", "") == self.secret
        )
        if not right:
            self._send(request, {"error": "invalid_grant"}, 400)
            return
        own = {"aud": asked["client_id"], "nonce": asked["nonce"]}
        token = self.signing.token(self.claims(**{**own, "rol": None, **claims}))
        other = self.signing.token(self.claims(**{"rol": "PROGRAMMABUREAU", **claims, "aud": AUDIENCE, "nonce": None}))
        self._send(request, {"id_token": token, "access_token": other, "token_type": "Bearer"}, self.status)

    def claims(self, **other: Any) -> dict[str, Any]:
        """What a right token says, with other words where given; None leaves one away."""
        now = int(time.time())
        told = {
            "iss": self.url, "aud": AUDIENCE, "sub": "u-17", "iat": now, "exp": now + 600, "rol": "ANALIST", **other
        }  # fmt: skip
        return {name: value for name, value in told.items() if value is not None}


@contextmanager
def issuer() -> Iterator[Issuer]:
    found = Issuer()
    thread = threading.Thread(target=found.server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield found
    finally:
        found.server.shutdown()
        found.server.server_close()
        thread.join(10)
