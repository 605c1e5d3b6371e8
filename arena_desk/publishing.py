"""From a contest file to what its bulletin says."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TypeAlias

from exports.bulletin import bulletin
from exports.files import check_target, save
from exports.fonts import font_folders
from exports.kinds import Order, Report, silent
from exports.letter import SETTING, Letter, letter_of
from exports.source import DIGITS_OF_HASH, BulletinSource
from scoring.conduct import round_of
from scoring.standings import standings
from scoring.text import Language
from storage.contest_file import Reading, read_contest, read_setting
from storage.journal import Record, canonical, without_packed

Make: TypeAlias = Callable[[BulletinSource, Reading, Report], bytes]
"""Makes a document about one round."""


def publish(file: Path, order: Order, language: Language, make: Make, report: Report = silent) -> None:
    """Make a document. Raises `BadInput` where a file is in its place, `NotNow`, and what `report` raises."""
    check_target(order.path, replace=order.replace)
    report(0, 0)
    reading = read_contest(file)
    source = bulletin_source(reading, order.round, language, order.letter or kept_letter(file, order.round))
    data = make(source, reading, report)
    report(1, 1)
    save(data, order.path, replace=order.replace)


def the_bulletin(source: BulletinSource, reading: Reading, report: Report) -> bytes:
    """The bulletin itself, for `publish`: without loading what all other documents are made with."""
    return bulletin(source, font_folders())


def kept_letter(file: Path, number: int) -> Letter:
    """What was decided of the bulletin of a round. Raises `BadInput`, `NotNow`."""
    return letter_of(read_setting(file, SETTING), number)


def latest_round(file: Path, number: int | None) -> int:
    """The round that is meant, the latest one without a number. Raises `Unknown`."""
    return round_of(read_contest(file).contest, number).number


def bulletin_source(
    reading: Reading, number: int | None, language: Language, letter: Letter | None = None
) -> BulletinSource:
    """Everything a bulletin is made of. Raises `Unknown` for an unknown round."""
    contest, journal = reading.contest, reading.journal
    round_ = round_of(contest, number)
    last = journal[-1]
    closings = [each for each in journal if each.what == "close-round" and each.round == round_.number]
    standing = [each for each in closings if each.number == round_.closed]
    earlier = [each for each in closings if each.number != round_.closed]
    return BulletinSource(
        contest=contest,
        round=round_,
        standings=standings(contest, round_.number),
        record=last.number,
        digest=last.digest,
        day=local_day(standing[0] if standing else last),
        supersedes=named(earlier[-1] if earlier else None),
        language=language,
        letter=letter or Letter(),
    )


def journal_lines(journal: Sequence[Record]) -> list[list[str]]:
    """The journal as lines of a table."""
    return [
        [
            str(each.number),
            each.at,
            each.who,
            each.what,
            "" if each.round is None else str(each.round),
            each.why,
            canonical(without_packed(each.after)),
            each.digest,
        ]
        for each in journal
    ]


def local_day(record: Record) -> date:
    """The day on which a record was written, where the desk stands."""
    return datetime.fromisoformat(record.at).astimezone().date()


def named(record: Record | None) -> tuple[int, str] | None:
    """A record as a document names it: its number and the first digits of its digest."""
    return (record.number, record.digest[:DIGITS_OF_HASH]) if record else None
