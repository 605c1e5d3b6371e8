"""Nobody can come, or nobody has come yet: the difference in words, and what to click."""

from __future__ import annotations

import sys

from ui.console.look import Tone
from ui.console.words import translate
from ui.links import Reach


def reached_words(reach: Reach, port: int, platform: str = sys.platform) -> tuple[str, Tone]:
    """Whether devices reach this desk, and where they do not, what to do."""
    if reach.answers is False:
        text = translate(
            "Firewall",
            "Nobody can reach this desk: it does not answer at its own address {host}. A firewall or a security "
            "program of this computer is in the way.",
        )
        return f"{text.format(host=reach.host)}\n{firewall_words(port, platform)}", "bad"
    if reach.closed:
        text = translate(
            "Firewall",
            "Other devices hardly reach this desk: Windows' firewall was told to keep them out of this program. That "
            "happens when its question is answered with Cancel.",
        )
        return f"{text}\n{firewall_words(port, platform)}", "bad"
    if reach.visitors == 0:
        text = translate(
            "Firewall",
            "No other device has come yet. If one cannot open the page: it must be in this network; then this "
            "computer's firewall is in the way.",
        )
        return f"{text}\n{firewall_words(port, platform)}", "quiet"
    return translate("Firewall", "Other devices that reached this desk: {n}").format(n=reach.visitors), "good"


def firewall_words(port: int, platform: str = sys.platform) -> str:
    """What to click or to type so that the firewall lets panels in."""
    if platform == "win32":
        return translate(
            "Firewall",
            "Windows: Settings → Privacy & security → Windows Security → Firewall & network protection → Allow an app "
            "through firewall → Change settings; tick Arena Desk (or Python) for private and for public networks.",
        )
    if platform == "darwin":
        return translate(
            "Firewall",
            "macOS: System Settings → Network → Firewall → Options; let Arena Desk (or Python) accept incoming "
            "connections.",
        )
    text = translate("Firewall", "Linux: sudo ufw allow {port}/tcp   or   sudo firewall-cmd --add-port={port}/tcp")
    return text.format(port=port)
