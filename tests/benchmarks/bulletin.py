"""The bulletin of 55 contestants beside LibreOffice with the same table: `python -m tests.benchmarks.bulletin [RUNS]`.

Both are measured in the same run, taking turns: from making the process to its end ("cold"), with the most memory that
each used; and a second bulletin in the same process ("warm"). Wants `soffice` on the path.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from tests.exports.build import fifty_five

MADE = """
import sys, time
from pathlib import Path
from exports.bulletin import bulletin
from exports.fonts import font_folders
from tests.exports.build import fifty_five
Path(sys.argv[1]).write_bytes(bulletin(fifty_five(), font_folders()))
if len(sys.argv) > 2:
    begun = time.process_time()
    bulletin(fifty_five(number="1"), font_folders())
    print(time.process_time() - begun)
"""


@dataclass(frozen=True)
class Run:
    """Seconds by the clock and of the processor, megabytes at most, and what was printed."""

    clock: float
    processor: float
    memory: float
    said: str


def measured(command: list[str], folder: Path) -> Run:
    """Run a program and all that it starts."""
    begun = time.monotonic()
    with (folder / "said").open("w+b") as said:
        process = subprocess.Popen(command, stdout=said, stderr=subprocess.DEVNULL)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        seconds = time.monotonic() - begun
        said.seek(0)
        text = said.read().decode()
    if process.returncode:
        raise SystemExit(f"{command[0]} ended with {process.returncode}")
    return Run(seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, text)


def _times(run: Run) -> tuple[float, float]:
    return run.clock, run.processor


def table(path: Path) -> None:
    """The rows of the same boards as a table that LibreOffice reads."""
    rows = [
        (row.rank or "—", row.name, row.result.published or "—")
        for board in fifty_five().standings.boards
        for row in board.rows
    ]
    cells = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    path.write_text(f"<html><meta charset='utf-8'><table border='1'>{cells}</table></html>", encoding="utf-8")


def main(runs: int) -> None:
    """Print the medians and their ratio."""
    office = shutil.which("soffice")
    if office is None:
        raise SystemExit("soffice is not on the path")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        table(folder / "table.html")
        ours = [sys.executable, "-c", MADE, str(folder / "ours.pdf")]
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        theirs = [office, profile, "--headless", "--convert-to", "pdf:writer_web_pdf_Export", "--outdir", name]
        theirs.append(str(folder / "table.html"))
        measured(theirs, folder)  # it makes its profile the first time
        pairs = [(measured(ours, folder), measured(theirs, folder)) for _ in range(runs)]
        warm = statistics.median(float(measured([*ours, "again"], folder).said) for _ in range(runs))
    sys.stdout.write(f"a second bulletin in the same process, of the processor: {warm:.2f} s\n")
    for name, runs_of in (("bulletin", [ours for ours, _ in pairs]), ("soffice", [other for _, other in pairs])):
        clock, processor = (statistics.median(values) for values in zip(*map(_times, runs_of), strict=True))
        memory = max(run.memory for run in runs_of)
        sys.stdout.write(f"{name}: {clock:.2f} s, of the processor {processor:.2f} s, {memory:.0f} MB\n")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3)
