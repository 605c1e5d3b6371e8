"""What the firewall of Windows has been told about this program: the answer to its question is a rule that stays."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from typing import TypeAlias

Rules: TypeAlias = Callable[[], Iterable[str]]
KEY = r"SYSTEM\CurrentControlSet\Services\SharedAccess\Parameters\FirewallPolicy\FirewallRules"
TCP, ANY = "6", "256"


def rules_of_windows() -> tuple[str, ...]:
    """Every rule as Windows keeps it; none on another system, or where they cannot be read."""
    if sys.platform != "win32":
        return ()
    import winreg

    try:
        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, KEY) as key:
            return tuple(str(winreg.EnumValue(key, number)[1]) for number in range(winreg.QueryInfoKey(key)[1]))
    except OSError:
        return ()


def is_shut(rules: Iterable[str], program: str) -> bool:
    """Whether a rule keeps others from this program: one that blocks wins over all that allow."""
    return any(_shuts(_read(rule), program.lower()) for rule in rules)


def _read(rule: str) -> dict[str, str]:
    """A rule such as `v2.31|Action=Block|Active=TRUE|Dir=In|Protocol=6|Profile=Public|App=C:\\…\\python.exe|`."""
    return dict(part.split("=", 1) for part in rule.split("|") if "=" in part)


def _shuts(rule: dict[str, str], program: str) -> bool:
    told = (rule.get("Action"), rule.get("Active"), rule.get("Dir"))
    everywhere = rule.get("Protocol", ANY) in (TCP, ANY) and not {"LPort", "RA4", "LA4"} & set(rule)
    return told == ("Block", "TRUE", "In") and everywhere and rule.get("App", "").lower() == program
