"""Files that leave the program: whole or not at all, and never over another one unasked."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from scoring.errors import BadInput, Fault
from scoring.text import Text

EXISTS = Text("文件已存在；要替换请明确说明", "the file exists; say so if it is to be replaced")
NO_FOLDER = Text("文件夹“{folder}”不存在", "the folder '{folder}' does not exist")
NOT_WRITTEN = Text("无法写入：{reason}", "cannot be written: {reason}")


def check_target(path: Path, *, replace: bool) -> None:
    """Refuse, before any work, a file that exists (unless `replace`) and a folder that does not.

    Raises `BadInput`.
    """
    if not path.parent.is_dir():
        raise BadInput([Fault(NO_FOLDER(folder=path.parent), file=str(path))])
    if path.is_dir() or (path.exists() and not replace):
        raise BadInput([Fault(EXISTS, file=str(path))])


def save(data: bytes, path: Path, *, replace: bool = False, private: bool = False) -> None:
    """Write a file beside its place and rename it, so that no half file is ever seen.

    A `private` one can be read by its owner alone, where the disk knows owners.

    Raises `BadInput` where the file exists (unless `replace`) or cannot be written; then nothing was changed.
    """
    check_target(path, replace=replace)
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with open(beside, "wb", opener=_for_me_alone if private else None) as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        check_target(path, replace=replace)
        beside.replace(path)
    except OSError as error:
        raise BadInput([Fault(NOT_WRITTEN(reason=error.strerror or error), file=str(path))]) from error
    finally:
        with suppress(OSError):
            beside.unlink()


def _for_me_alone(path: str, flags: int) -> int:
    return os.open(path, flags | os.O_EXCL, 0o600)
