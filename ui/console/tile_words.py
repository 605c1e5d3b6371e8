"""What a judge's tile says, in words; the page of the judges says the same."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ui.console.tile_facts import Contact, Tile, TileState, off_text
from ui.console.words import contact_word, local_time

translate = QCoreApplication.translate


def caption(tile: Tile) -> str:
    """How far the judge's ballot has come; of a device that is away also for how long."""
    match tile.state:
        case TileState.ABSENT:
            return translate("TileView", "absent")
        case TileState.LEFT:
            return translate("TileView", "left")
        case TileState.UNSENT | TileState.DRAFT if tile.contact is not Contact.HERE:
            return f"{ballot_word(tile)}  {contact_word(tile.contact, tile.seen)}"
        case TileState.WAITING if tile.open and tile.contact is Contact.HERE:
            return translate("TileView", "waiting for the ballot")
        case TileState.WAITING | TileState.OFFLINE:
            return contact_word(tile.contact, tile.seen)
        case _:
            return ballot_word(tile)


def ballot_word(tile: Tile) -> str:
    """What has become of the judge's ballot; nothing where there is none."""
    match tile.state:
        case TileState.STORED:
            return translate("TileView", "stored {time}").format(time=local_time(tile.stored_at))
        case TileState.RETURNED:
            return translate("TileView", "returned: {reason}").format(reason=tile.reason)
        case TileState.RECUSED:
            return translate("TileView", "recused")
        case TileState.UNSENT:
            return unsent_word()
        case TileState.DRAFT:
            return filling_word(tile.draft, tile.criteria)
        case _:
            return ""


def unsent_word() -> str:
    """That a panel holds a ballot which the desk lacks."""
    return translate("TileView", "handed in, not arrived")


def filling_word(filled: int, of: int) -> str:
    """How far a draft is."""
    return translate("TileView", "filling in {n}/{of}").format(n=filled, of=of)


def remark(tile: Tile) -> str:
    """What is to be said of the total."""
    if tile.state is TileState.ABSENT and tile.total:
        return translate("TileView", "not counted")
    if tile.dropped == "high":
        return translate("TileView", "highest, dropped")
    if tile.dropped == "low":
        return translate("TileView", "lowest, dropped")
    return translate("TileView", "{points} off").format(points=off_text(tile.off)) if tile.off is not None else ""


def remarks(tile: Tile) -> tuple[str, ...]:
    """The same from the longest to the shortest: what has no room is not said by halves."""
    short = {"high": translate("TileView", "high"), "low": translate("TileView", "low")}
    dropped = (short[tile.dropped],) if tile.dropped and tile.state is not TileState.ABSENT else ()
    off = () if tile.off is None else (off_text(tile.off), off_text(tile.off, 0))
    return remark(tile), *dropped, *off


def far_off_word(tile: Tile) -> str:
    """What it means that a ballot is far off."""
    if tile.off is None:
        return ""
    return translate("TileView", "far from the median of the group; a hint that changes no score")


def devices_word(count: int) -> str:
    """That a seat is linked on more than one device."""
    return translate("TileView", "on %n devices", "", count) if count > 1 else ""


def trip_word(milliseconds: float | None) -> str:
    """How long a device takes to answer: the round trip, in milliseconds."""
    return "" if milliseconds is None else f"{milliseconds:.0f} ms"


def described(tile: Tile) -> str:
    """Everything a tile shows, for a screen reader."""
    contact = contact_word(tile.contact, tile.seen)
    said = [caption(tile), tile.total, remark(tile), contact, devices_word(tile.devices)]
    return "  ".join(dict.fromkeys(word for word in said if word))
