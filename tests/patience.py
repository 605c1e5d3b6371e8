"""How long tests wait for what they asked to end."""

from __future__ import annotations

PATIENCE = 60
"""Seconds. All is well after a moment; a disk that stalls under somebody else's writing takes its time."""
