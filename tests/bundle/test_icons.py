"""The icons are those of the one source, and what Windows and macOS are told is well formed."""

from __future__ import annotations

import ast
import plistlib

import pytest
from PIL import Image, ImageChops, ImageStat

from build_spec.bundling import mac_words, version, windows_version
from build_spec.icons import FOLDER, MAC_SIZES, WINDOW, WINDOWS_SIZES, drawn


def differs(one: Image.Image, other: Image.Image) -> float:
    """How far two pictures lie apart on the average, of 255."""
    return max(ImageStat.Stat(ImageChops.difference(one.convert("RGBA"), other.convert("RGBA"))).mean)


@pytest.mark.parametrize("size", WINDOWS_SIZES)
def test_windows_has_the_icon_drawn_for_every_size(size: int) -> None:
    with Image.open(FOLDER / "arena-desk.ico") as icon:
        icon.size = (size, size)  # type: ignore[misc]
        assert differs(icon, drawn(size)) < 1


def test_macos_and_the_window_have_the_same_icon() -> None:
    with Image.open(FOLDER / "arena-desk.icns") as icon:
        assert max(width * scale for width, _, scale in icon.info["sizes"]) == MAC_SIZES[-1]
        assert differs(icon.resize((64, 64)), drawn(64)) < 8
    with Image.open(WINDOW) as window:
        assert differs(window, drawn(window.width)) < 1


def test_the_version_that_windows_shows_is_that_of_the_program() -> None:
    told = ast.parse(windows_version(), mode="eval").body
    assert isinstance(told, ast.Call)
    fixed = next(each.value for each in told.keywords if each.arg == "ffi")
    assert isinstance(fixed, ast.Call)
    numbers = {each.arg: ast.literal_eval(each.value) for each in fixed.keywords}
    assert numbers["filevers"] == numbers["prodvers"] == (*map(int, version().split(".")), 0)
    assert f"StringStruct('FileVersion', '{version()}')" in ast.unparse(told)


def test_what_macos_is_told_can_be_written_down() -> None:
    told = plistlib.loads(plistlib.dumps(mac_words()))
    assert told["CFBundleShortVersionString"] == version()
    assert "评委" in told["NSLocalNetworkUsageDescription"]
