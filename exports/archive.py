"""One ZIP with everything about a contest, and the digests by which anyone can check that it is whole.

The digests stand in `SHA256SUMS`, in the form that `sha256sum --check` reads.
"""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo, is_zipfile

from scoring.errors import BadInput, Fault
from scoring.text import Text

SUMS = "SHA256SUMS"
MOST_MEMBERS = 10_000
MOST_BYTES = 1 << 28
"""Of all members together, unpacked; a contest of 300 entries and 50 judges takes a tenth of it."""

NOT_AN_ARCHIVE = Text("不是擂台赛的存档（{reason}）", "is not the archive of a contest ({reason})")
NO_SUMS = Text("缺少 SHA256SUMS", "it has no SHA256SUMS")
BAD_SUMS = Text("SHA256SUMS 第 {number} 行无法辨认", "line {number} of SHA256SUMS makes no sense")
TOO_LARGE = Text("内容过大", "it holds too much")
TWICE = Text("“{name}”出现两次", "'{name}' stands in it twice")
BAD_NAME = Text("成员名“{name}”不安全", "the name '{name}' is not safe")
MISSING = Text("存档中缺少 {name}", "{name} is missing from the archive")
ADDED = Text("存档中多出 {name}", "{name} does not belong into the archive")
CHANGED = Text("存档中的 {name} 被改动过", "{name} was changed")

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest time a ZIP can name; the members' own times would differ from one making to the next."""
_LINE = re.compile(r"(?P<digest>[0-9a-f]{64}) [ *](?P<name>[^/\\][^\\]*)")


def pack(members: Mapping[str, bytes]) -> bytes:
    """A ZIP with these members and their digests; the same members give the same bytes."""
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as file:
        for name, data in (*sorted(members.items()), (SUMS, _sums(members))):
            info = ZipInfo(name, _FIRST_DAY)
            info.compress_type, info.external_attr = ZIP_DEFLATED, 0o644 << 16
            file.writestr(info, data)
    return out.getvalue()


def _sums(members: Mapping[str, bytes]) -> bytes:
    lines = (f"{sha256(data).hexdigest()}  {name}\n" for name, data in sorted(members.items()))
    return "".join(lines).encode()


def is_archive(path: Path) -> bool:
    """Whether a file is a ZIP, by what it holds."""
    return is_zipfile(path)


@dataclass(frozen=True, slots=True)
class Unpacked:
    """What an archive holds by name, without its digests, and what does not agree with them."""

    members: Mapping[str, bytes]
    findings: tuple[Text, ...]


def unpack(path: Path) -> Unpacked:
    """Read an archive and hold every member against its digest. Raises `BadInput` where it is no archive."""
    try:
        with ZipFile(path) as file:
            _check_members(path, file.infolist())
            members = {info.filename: file.read(info) for info in file.infolist() if not info.is_dir()}
    except (BadZipFile, OSError, RuntimeError, NotImplementedError, EOFError, ValueError, zlib.error) as error:
        raise _refused(path, error) from error
    sums = members.pop(SUMS, None)
    if sums is None:
        raise _refused(path, NO_SUMS)
    return Unpacked(members, tuple(_compared(members, _parsed(path, sums))))


def _check_members(path: Path, infos: list[ZipInfo]) -> None:
    if len(infos) > MOST_MEMBERS or sum(info.file_size for info in infos) > MOST_BYTES:
        raise _refused(path, TOO_LARGE)
    seen: set[str] = set()
    for info in infos:
        if info.filename in seen:
            raise _refused(path, TWICE(name=info.filename))
        if info.filename.startswith("/") or "\\" in info.filename or ".." in info.filename.split("/"):
            raise _refused(path, BAD_NAME(name=info.filename))
        seen.add(info.filename)


def _parsed(path: Path, sums: bytes) -> dict[str, str]:
    digests = {}
    for number, line in enumerate(sums.decode("utf-8", "replace").splitlines(), start=1):
        found = _LINE.fullmatch(line)
        if found is None:
            raise _refused(path, BAD_SUMS(number=number))
        digests[found["name"]] = found["digest"]
    return digests


def _compared(members: Mapping[str, bytes], digests: Mapping[str, str]) -> Iterator[Text]:
    for name in sorted(members.keys() | digests.keys()):
        if name not in members:
            yield MISSING(name=name)
        elif name not in digests:
            yield ADDED(name=name)
        elif sha256(members[name]).hexdigest() != digests[name]:
            yield CHANGED(name=name)


def _refused(path: Path, reason: object) -> BadInput:
    return BadInput([Fault(NOT_AN_ARCHIVE(reason=reason), file=str(path))])
