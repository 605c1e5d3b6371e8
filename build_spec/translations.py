"""Gather the sentences of the windows into ui/i18n and compile them.

    python build_spec/translations.py           brings the .ts files up to date and compiles them
    python build_spec/translations.py --check   changes nothing and says what is missing

Chinese holds every sentence, English only the plurals: the source is English.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parents[1]
# The language is named because lupdate would guess it from the whole path, folders included.
LANGUAGES = {
    "arena_zh_CN": ["-target-language", "zh_CN"],
    "arena_en": ["-target-language", "en_US", "-pluralonly"],
}
REFRESH = "run python build_spec/translations.py"
PLACE = re.compile(r"%L?\d+|\{[^{}]*\}")


def main(arguments: list[str]) -> int:
    """Update, or check; what is wrong is printed either way."""
    if "--check" not in arguments:
        update(ROOT)
    found = faults(ROOT)
    print("\n".join(found) or "The translations are complete.")
    return 1 if found else 0


def update(root: Path) -> None:
    """Write the sentences as they stand in `root`/ui into its .ts files, keep what is translated, compile."""
    folder = root / "ui" / "i18n"
    folder.mkdir(exist_ok=True)
    for name in LANGUAGES:
        _gather(root, folder / f"{name}.ts")
        _compile(folder / f"{name}.ts", folder / f"{name}.qm")


def faults(root: Path) -> list[str]:
    """One line for each thing that is missing, unfinished or out of date."""
    return [fault for name in LANGUAGES for fault in _language_faults(root, root / "ui" / "i18n" / f"{name}.ts")]


def _language_faults(root: Path, sentences: Path) -> Iterator[str]:
    compiled = sentences.with_suffix(".qm")
    if not sentences.exists() or not compiled.exists():
        yield f"{sentences.stem} is missing: {REFRESH}"
        return
    with tempfile.TemporaryDirectory() as scratch:
        fresh = Path(scratch, sentences.name)
        shutil.copyfile(sentences, fresh)
        _gather(root, fresh)
        yield from _message_faults(fresh)
        if fresh.read_bytes() != _unix(sentences):
            yield f"{sentences.name} does not hold the sentences of ui/ as they stand: {REFRESH}"
        _compile(sentences, fresh.with_suffix(".qm"))
        if fresh.with_suffix(".qm").read_bytes() != compiled.read_bytes():
            yield f"{compiled.name} is older than {sentences.name}: {REFRESH}"


def _message_faults(sentences: Path) -> Iterator[str]:
    for context in ElementTree.parse(sentences).iter("context"):
        for message in context.iter("message"):
            source, translation = message.findtext("source", ""), message.find("translation")
            place = f"{sentences.name}: {context.findtext('name')}: {source!r}"
            if translation is None or translation.get("type") or not all(_said(translation)):
                yield f"{place} is not translated"
            elif any(_places(text) != _places(source) for text in _said(translation)):
                yield f"{place} has other {{places}} in its translation"


def _said(translation: ElementTree.Element) -> list[str]:
    forms = translation.findall("numerusform") or [translation]
    return [(form.text or "").strip() for form in forms]


def _places(text: str) -> list[str]:
    return sorted(PLACE.findall(text))


def _gather(root: Path, sentences: Path) -> None:
    ui = root / "ui"
    sources = sorted(path.relative_to(root).as_posix() for path in ui.rglob("*") if path.suffix in {".py", ".qml"})
    with tempfile.TemporaryDirectory() as scratch:
        listed = Path(scratch, "sources.lst")
        listed.write_text("\n".join(sources), encoding="utf-8")
        flags = ["-silent", "-no-obsolete", "-locations", "none", *LANGUAGES[sentences.stem]]
        _qt(root, "lupdate", *flags, f"@{listed}", "-ts", str(sentences))
    sentences.write_bytes(_unix(sentences))


def _compile(sentences: Path, compiled: Path) -> None:
    _qt(sentences.parent, "lrelease", "-silent", str(sentences), "-qm", str(compiled))


def _unix(path: Path) -> bytes:
    return path.read_bytes().replace(b"\r\n", b"\n")


def _qt(folder: Path, tool: str, *arguments: str) -> None:
    program = shutil.which(f"pyside6-{tool}", path=sysconfig.get_path("scripts"))
    if program is None:
        raise SystemExit(f"pyside6-{tool} is not installed beside {sys.executable}")
    subprocess.run([program, *arguments], cwd=folder, check=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
