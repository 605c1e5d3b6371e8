"""Write `docs/openapi.json`, or `--check` that it is what the link answers to."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from arena_desk.link.app import build_app
from arena_desk.link.hub import Hub
from arena_desk.link.keyring import Keyring
from arena_desk.link.openapi import document_text
from storage.contest_file import create_contest, open_contest
from storage.sheets import read_setup

ROOT = Path(__file__).resolve().parent.parent
DOCUMENT = ROOT / "docs" / "openapi.json"
TEMPLATE = ROOT / "arena_desk" / "templates" / "qingdao" / "plan.toml"


def current() -> str:
    """The document of the link as it is now."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "any.arena"
        create_contest(path, read_setup(TEMPLATE))
        file = open_contest(path)
        try:
            keyring = Keyring(file)
            return document_text(build_app(file, Hub(file, keyring, lambda judge: None)))
        finally:
            file.close()


def main() -> int:
    """Write the document, or compare it."""
    text = current()
    if "--check" not in sys.argv:
        DOCUMENT.write_text(text, encoding="utf-8")
        return 0
    if DOCUMENT.is_file() and DOCUMENT.read_text(encoding="utf-8") == text:
        return 0
    sys.stderr.write("docs/openapi.json is not current: run python build_spec/openapi.py\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
