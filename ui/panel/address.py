"""The address a judge gives: the link in the QR code, or the plain address of a desk."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from scoring.errors import BadInput, Fault
from scoring.text import Text

NOT_AN_ADDRESS = Text(
    "“{text}”不是控制台的地址，例如 http://192.168.1.20:8420",
    "'{text}' is no desk's address, such as http://192.168.1.20:8420",
)
NOT_A_PANEL = Text(
    "这是“{path}”页面的地址，不是评委的", "this is the address of the page {path}, not of a judge's panel"
)

NO_TOKEN = Text(
    "这条评委链接不完整或被改动，请重新复制或扫码", "this judge's link is incomplete or altered; copy or scan it again"
)


@dataclass(frozen=True, slots=True)
class Address:
    """A desk, such as `http://192.168.1.20:8420`, and the token of a seat; empty where only a desk is named."""

    desk: str
    token: str = ""


def read_address(text: str) -> Address:
    """An address as it was typed, pasted or found in a QR code; `http://` may be left out. Raises `BadInput`."""
    given = text.strip()
    try:
        parts = urlsplit(given if "://" in given else f"http://{given}")
        host, port = parts.hostname, parts.port
    except ValueError:
        host, port = None, None
    if not host or parts.scheme not in {"http", "https"} or any(sign.isspace() for sign in parts.netloc):
        raise BadInput([Fault(NOT_AN_ADDRESS(text=given.partition("#")[0]))])
    if parts.path not in {"", "/", "/j"}:
        raise BadInput([Fault(NOT_A_PANEL(path=parts.path))])
    token = unquote(parts.fragment)
    if not token.isascii() or any(sign.isspace() for sign in token):
        raise BadInput([Fault(NO_TOKEN)])
    name = f"[{host}]" if ":" in host else host
    return Address(f"{parts.scheme}://{name}{f':{port}' if port else ''}", token)
