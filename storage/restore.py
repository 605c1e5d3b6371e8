"""Taking a copy back as the contest; what stood in its place is kept beside it."""

from __future__ import annotations

from contextlib import closing, suppress
from datetime import datetime
from itertools import count
from pathlib import Path

from scoring.errors import BadInput, Fault, NotNow
from scoring.text import Text
from storage import engine
from storage.backup import snapshot, sync_folder, write_whole
from storage.contest_file import NO_FOLDER, OPERATOR, Actor, ContestFile
from storage.journal import Draft
from storage.load import plain_errors
from storage.lock import take_lock

NOT_RESTORED = Text(
    "没有恢复：{reason}。原有的文件都还在 {folder}",
    "it was not restored: {reason}. Every file that was there is still in {folder}",
)


def restore(copy: Path, place: Path) -> Path | None:
    """Put a copy in the place of a contest file, ready to be opened; its journal says so.

    Returns where the file that stood there is kept now, None where there was none. Raises `BadInput` where the copy
    is no contest or the folder is missing, `NotNow` where a desk has the contest open or the disk refuses.
    """
    place = place.resolve()
    if not place.parent.is_dir():
        raise BadInput([Fault(NO_FOLDER, file=str(place.parent))])
    lock = take_lock(place)
    making = place.with_name(f".{place.name}.restoring")
    try:
        write_whole(snapshot(copy), making)
        _note(making, copy)
        aside = _put_aside(place)
        making.rename(place)
        sync_folder(place.parent)
    except OSError as error:
        raise NotNow("storage", NOT_RESTORED(reason=error.strerror or error, folder=place.parent)) from error
    finally:
        for left in (making, *engine.beside(making)):
            with suppress(OSError):
                left.unlink()
        lock.close()
    return aside


def _note(path: Path, copy: Path) -> None:
    """Record in the file that is being made which copy it was made from."""
    with closing(take_lock(path)) as lock, closing(engine.connect(path)) as opened:
        with plain_errors(path):
            file = ContestFile(path, opened, lock)
        with closing(file):
            note_restored(file, copy.name)


def note_restored(file: ContestFile, copy: str, *, by: Actor = OPERATOR) -> int:
    """Record that the contest goes on from a copy; what was done after that copy was made is not in this journal."""
    with file.write(by) as op:
        op.record(Draft("restored", {"copy": copy, "revision": op.last.number}))
    return op.last.number


def _put_aside(place: Path) -> Path | None:
    """Rename the file in the way, and what lies beside it, which SQLite would take for the new file's own."""
    if not any(each.exists() for each in (place, *engine.beside(place))):
        return None
    aside = _free(place)
    for old, new in zip((place, *engine.beside(place)), (aside, *engine.beside(aside)), strict=True):
        if old.exists():
            old.rename(new)
    return aside if aside.exists() else None


def _free(place: Path) -> Path:
    """A name beside it that nothing has, with the day."""
    stem = f"{place.stem} 恢复前 {datetime.now().astimezone():%Y-%m-%d}"
    names = (place.with_name(f"{stem} {number}{place.suffix}") for number in count(1))
    return next(path for path in names if not any(each.exists() for each in (path, *engine.beside(path))))
