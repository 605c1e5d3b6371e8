"""From a contest file to what its bulletin says."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from exports.letter import Letter
from exports.source import BulletinSource
from scoring.conduct import round_of
from scoring.standings import standings
from scoring.text import Language
from storage.contest_file import Reading
from storage.journal import Record, canonical


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
        day=_local(standing[0] if standing else last).date(),
        supersedes=(earlier[-1].number, earlier[-1].digest[:16]) if earlier else None,
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
            canonical(each.after),
            each.digest,
        ]
        for each in journal
    ]


def _local(record: Record) -> datetime:
    return datetime.fromisoformat(record.at).astimezone()
