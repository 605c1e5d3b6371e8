"""A workbook as a file without anything that depends on when it is made."""

from __future__ import annotations

import re
from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
_STAMP = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def same_bytes(data: bytes, at: datetime) -> bytes:
    """The same workbook, made at this time."""
    out = BytesIO()
    stamp = rb"\g<1>" + f"{at:%Y-%m-%dT%H:%M:%SZ}".encode()
    with ZipFile(BytesIO(data)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            info = ZipInfo(name, _FIRST_DAY)
            info.compress_type, info.external_attr = ZIP_DEFLATED, 0o644 << 16
            content = old.read(name)
            new.writestr(info, _STAMP.sub(stamp, content) if name == "docProps/core.xml" else content)
    return out.getvalue()
