"""Gather the sentences of the windows into ui/i18n and compile them.

    python build_spec/translations.py           brings the .ts files up to date and compiles them
    python build_spec/translations.py --check   changes nothing and says what is missing

Chinese holds every sentence, English only the plurals: the source is English. The words of the stage are compiled once
more by themselves, all of them in either language: the room may read another language than the organizer.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import PySide6

ROOT = Path(__file__).resolve().parents[1]
# The language is named because lupdate would guess it from the whole path, folders included.
LANGUAGES = {
    "arena_zh_CN": ["-target-language", "zh_CN"],
    "arena_en": ["-target-language", "en_US", "-pluralonly"],
}
STAGE = {"arena_zh_CN": "stage_zh_CN", "arena_en": "stage_en"}
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
        _compile_stage(root, folder / f"{name}.ts", folder / f"{STAGE[name]}.qm")


def faults(root: Path) -> list[str]:
    """One line for each thing that is missing, unfinished or out of date."""
    return [fault for name in LANGUAGES for fault in _language_faults(root, root / "ui" / "i18n" / f"{name}.ts")]


def _language_faults(root: Path, sentences: Path) -> Iterator[str]:
    compiled, stage = sentences.with_suffix(".qm"), sentences.with_name(f"{STAGE[sentences.stem]}.qm")
    if not all(path.exists() for path in (sentences, compiled, stage)):
        yield f"{sentences.stem} is missing: {REFRESH}"
        return
    with tempfile.TemporaryDirectory() as scratch:
        fresh = Path(scratch, sentences.name)
        shutil.copyfile(sentences, fresh)
        _gather(root, fresh)
        yield from _message_faults(fresh)
        if fresh.read_bytes() != _unix(sentences):
            yield f"{sentences.name} does not hold the sentences of ui/ as they stand: {REFRESH}"
        else:
            _compile_stage(root, sentences, fresh.with_name(stage.name))
            if fresh.with_name(stage.name).read_bytes() != stage.read_bytes():
                yield f"{stage.name} is older than {sentences.name}: {REFRESH}"
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
    _look_through(root, sentences, {".py", ".qml"}, LANGUAGES[sentences.stem])
    sentences.write_bytes(_unix(sentences))


def _look_through(root: Path, sentences: Path, kinds: set[str], flags: list[str]) -> None:
    ui = root / "ui"
    sources = sorted(path.relative_to(root).as_posix() for path in ui.rglob("*") if path.suffix in kinds)
    with tempfile.TemporaryDirectory() as scratch:
        listed = Path(scratch, "sources.lst")
        listed.write_text("\n".join(sources), encoding="utf-8")
        always = ["-silent", "-no-obsolete", "-locations", "none"]
        _qt(root, "lupdate", *always, *flags, f"@{listed}", "-ts", str(sentences))


def _compile_stage(root: Path, sentences: Path, compiled: Path) -> None:
    """Compile what the stage says, in full: what `sentences` leaves to the source is written out."""
    said = {place: translation for place, _, translation in _messages(ElementTree.parse(sentences))}
    with tempfile.TemporaryDirectory() as scratch:
        stage = Path(scratch, "stage.ts")
        _look_through(root, stage, {".qml"}, LANGUAGES[sentences.stem][:2])
        found = ElementTree.parse(stage)
        for place, message, translation in _messages(found):
            message.remove(translation)
            known = said.get(place)
            if known is None:
                known = ElementTree.Element("translation")
                known.text = place[1]
            message.append(known)
        found.write(stage, encoding="utf-8", xml_declaration=True)
        _compile(stage, compiled)


def _messages(
    sentences: ElementTree.ElementTree[ElementTree.Element],
) -> Iterator[tuple[tuple[str, str], ElementTree.Element, ElementTree.Element]]:
    """Every message with its context and source, and its translation."""
    for context in sentences.iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is not None:
                yield (context.findtext("name", ""), message.findtext("source", "")), message, translation


def _compile(sentences: Path, compiled: Path) -> None:
    _qt(sentences.parent, "lrelease", "-silent", str(sentences), "-qm", str(compiled))


def _unix(path: Path) -> bytes:
    return path.read_bytes().replace(b"\r\n", b"\n")


def _qt(folder: Path, tool: str, *arguments: str) -> None:
    # The tool itself: `pyside6-lupdate` is a Python that starts it, and takes ten times as long.
    program = shutil.which(tool, path=str(Path(PySide6.__file__).parent))
    if program is None:
        raise SystemExit(f"{tool} is not where PySide6 is installed: {Path(PySide6.__file__).parent}")
    subprocess.run([program, *arguments], cwd=folder, check=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
