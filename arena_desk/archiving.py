"""The archive of a contest: what goes into it, and checking one from anywhere."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from arena_desk.publishing import bulletin_source, journal_lines
from exports.archive import ADDED, MISSING, is_archive, pack, unpack
from exports.bulletin import bulletin
from exports.files import check_target, save
from exports.fonts import font_folders
from exports.kinds import Report, silent
from exports.letter import SETTING, letter_of
from exports.plan_toml import plan_toml
from exports.results_csv import standings_csv
from exports.spreadsheet_text import csv_text, harmless
from exports.workbook import workbook
from scoring.contest import Contest
from scoring.errors import BadInput
from scoring.standings import standings, standings_json
from scoring.text import Language, Text
from storage.contest_file import Reading, read_contest, read_setting
from storage.scrub import without_secrets
from storage.verify import Checked, Fingerprint, verify

CONTEST, ABOUT = "contest.arena", "README.txt"
BULLETIN, WORKBOOK = "round-{number}/bulletin.pdf", "round-{number}/workbook.xlsx"
"""Documents whose bytes depend on fonts and libraries; what vouches for them is the fingerprint they carry."""
NO_CONTEST = Text("存档中没有 contest.arena", "the archive holds no contest.arena")
UNREADABLE = Text("{name}：{reason}", "{name}: {reason}")
DIFFERS = Text("存档中的 {name} 与评分表算出的不符", "{name} does not follow from the ballots in the archive")
README = """{title}

本存档包含擂台赛的全部内容：
  contest.arena        比赛文件（含全部评分表和流水，不含任何登录凭据）
  plan/                规则、参赛单位、评委
  round-N/             第 N 轮的成绩、通报和工作簿
  SHA256SUMS           每个文件的 SHA-256
核对：arena-desk verify 存档.zip，或 sha256sum --check SHA256SUMS
流水最后一条的指纹：{fingerprint}。请与纸质通报页脚核对：
  arena-desk verify 存档.zip --fingerprint {fingerprint}

Everything about the contest: contest.arena holds all ballots and the whole journal (and no access tokens),
plan/ the rules, contestants and judges, round-N/ the result, bulletin and workbook of each round.
To check it: arena-desk verify ARCHIVE.zip, with the fingerprint printed in the foot of a bulletin.
"""


def write_archive(
    path: Path, output: Path, language: Language, *, replace: bool = False, report: Report = silent
) -> None:
    """Write the archive of a contest file, which may be in use. Raises `BadInput`, `NotNow`."""
    check_target(output, replace=replace)
    whole = without_secrets(path)
    reading, letters = _read(whole), read_setting(path, SETTING)
    members = {
        CONTEST: whole,
        ABOUT: _about(reading),
        **_following(reading),
        **_documents(reading, language, letters, report),
    }
    packed = pack(members)
    report(len(reading.contest.rounds), len(reading.contest.rounds))
    save(packed, output, replace=replace)


def _read(whole: bytes) -> Reading:
    with _unpacked(whole) as copy:
        return read_contest(copy)


@contextmanager
def _unpacked(whole: bytes) -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="arena-desk-") as folder:
        copy = Path(folder, CONTEST)
        copy.write_bytes(whole)
        yield copy


def _about(reading: Reading) -> bytes:
    """What an archive is and how it is checked; its words may change from one version to the next."""
    last = reading.journal[-1]
    return README.format(title=reading.contest.plan.title, fingerprint=f"{last.number}:{last.digest[:16]}").encode()


def _following(reading: Reading) -> dict[str, bytes]:
    """What follows from the contest file, byte for byte."""
    contest = reading.contest
    texts = {"plan/plan.toml": plan_toml(contest.plan, judges="judges.csv" if contest.judges else "")}
    texts |= {f"plan/{name}": text for name, text in _people(contest).items()}
    for round_ in contest.rounds:
        found = standings(contest, round_.number)
        texts[f"round-{round_.number}/standings.json"] = json.dumps(
            standings_json(found), ensure_ascii=False, indent=1, sort_keys=True
        )
        texts[f"round-{round_.number}/standings.csv"] = standings_csv(found)
    return {name: text.encode() for name, text in texts.items()}


def _people(contest: Contest) -> dict[str, str]:
    """The tables that a plan names, as they are read in."""
    contestants = (
        map(harmless, (each.code, each.name, each.category, each.lead, ";".join(each.members)))
        for each in contest.contestants.values()
    )
    judges = (map(harmless, (each.code, each.name, each.title, each.group)) for each in contest.judges)
    tables = {"contestants.csv": csv_text(("code", "name", "category", "lead", "members"), contestants)}
    return tables | ({"judges.csv": csv_text(("code", "name", "title", "group"), judges)} if contest.judges else {})


def _documents(reading: Reading, language: Language, letters: str | None, report: Report) -> dict[str, bytes]:
    numbers = [round_.number for round_ in reading.contest.rounds]
    made = {}
    for done, number in enumerate(numbers):
        report(done, len(numbers))
        source = bulletin_source(reading, number, language, letter_of(letters, number))
        made[BULLETIN.format(number=number)] = bulletin(source, font_folders())
        made[WORKBOOK.format(number=number)] = workbook(source, journal_lines(reading.journal))
    return made


def check(path: Path, fingerprint: Fingerprint | None = None) -> Checked:
    """Check a contest file or an archive, whichever it is. Raises `BadInput`, `NotNow`."""
    try:
        return verify_file(path, fingerprint)
    except BadInput:
        if not is_archive(path):
            raise
    return verify_archive(path, fingerprint)


def verify_file(path: Path, fingerprint: Fingerprint | None = None) -> Checked:
    """Everything in a contest file that does not hold. Raises `BadInput`, `NotNow`."""
    findings = verify(path, fingerprint)
    return Checked(tuple(findings), None if findings else read_contest(path).journal[-1], fingerprint)


def verify_archive(path: Path, fingerprint: Fingerprint | None = None) -> Checked:
    """Everything in an archive that does not hold: digests, the contest file as `storage.verify` checks it, and the
    documents that follow from it, bulletins and workbooks aside. Raises `BadInput` where it is no archive of a contest.
    """
    found = unpack(path)
    whole = found.members.get(CONTEST)
    if whole is None:
        return Checked((*found.findings, NO_CONTEST), None)
    with _unpacked(whole) as copy:
        try:
            checked = verify_file(copy, fingerprint)
        except BadInput as error:
            if not found.findings:
                raise BadInput([replace(fault, file=f"{path}[{CONTEST}]") for fault in error.faults]) from error
            checked = Checked(tuple(UNREADABLE(name=CONTEST, reason=fault.text) for fault in error.faults), None)
        if checked.findings:
            return Checked((*found.findings, *checked.findings), None)
        reading = read_contest(copy)
    beyond = (finding for finding in _beyond(found.members, reading) if finding not in found.findings)
    return Checked((*found.findings, *beyond), checked.last, fingerprint)


def _beyond(members: Mapping[str, bytes], reading: Reading) -> Iterator[Text]:
    """What digests cannot tell, as they can be made anew: what was left out, put in, or does not follow."""
    following = _following(reading)
    documents = {name.format(number=each.number) for name in (BULLETIN, WORKBOOK) for each in reading.contest.rounds}
    known = {CONTEST, ABOUT, *following, *documents}
    for name in sorted(known | members.keys()):
        if name not in members:
            yield MISSING(name=name)
        elif name not in known:
            yield ADDED(name=name)
        elif name in following and members[name] != following[name]:
            yield DIFFERS(name=name)
