"""Everything that can be reached from the stage: Python's objects, Qt's properties, the data of its models."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from types import ModuleType

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject
from PySide6.QtQml import QJSValue
from PySide6.QtQuick import QQuickItem, QQuickView

SHARED = (type, ModuleType, QQuickView)
"""What leads out of the stage into the whole program: classes, modules, and windows as Python objects."""


def texts_within_reach(window: QQuickView, *roots: object) -> set[str]:
    """Every text and number, as text, that QML or Python could get at from the window or these objects."""
    found: set[str] = set()
    for item in _items(window.rootObject()):
        found |= set(_texts(_properties(item)))
    for thing in _python(roots):
        found |= set(_texts([thing]))
        if isinstance(thing, QObject):
            found |= set(_texts(_properties(thing)))
    return found


def _items(item: QQuickItem) -> Iterator[QQuickItem]:
    yield item
    for child in item.childItems():
        yield from _items(child)


def _properties(thing: QObject) -> list[object]:
    meta = thing.metaObject()
    names = {str(meta.property(place).name()) for place in range(meta.propertyCount())}
    names |= {bytes(name.data()).decode() for name in thing.dynamicPropertyNames()}
    values = [_property(thing, name) for name in sorted(names)]
    return [*values, *(_model(thing) if isinstance(thing, QAbstractItemModel) else ())]


def _property(thing: QObject, name: str) -> object:
    try:
        return thing.property(name)
    except RuntimeError:  # a pointer of Qt's own that Python cannot hold: images and textures
        return None


def _model(model: QAbstractItemModel) -> Iterator[object]:
    roles = [*model.roleNames(), *range(16)]
    for row in range(model.rowCount(QModelIndex())):
        yield from (model.index(row, 0).data(role) for role in roles)


def _texts(things: object) -> Iterator[str]:
    """The texts in nested values; objects are left to whoever walks over objects."""
    if isinstance(things, QJSValue):
        things = things.toVariant()
    if isinstance(things, str):
        yield things
    elif isinstance(things, bool) or things is None:
        return
    elif isinstance(things, int | float):
        yield repr(things)
    elif isinstance(things, dict):
        yield from (text for pair in things.items() for part in pair for text in _texts(part))
    elif isinstance(things, list | tuple | set | frozenset):
        yield from (text for part in things for text in _texts(part))
    elif type(things).__module__ in ("decimal", "fractions"):
        yield str(things)


def _python(roots: tuple[object, ...]) -> Iterator[object]:
    """Objects that Python can reach from these, without leaving for the rest of the program."""
    seen: dict[int, object] = {}
    waiting = list(roots)
    while waiting:
        thing = waiting.pop()
        if id(thing) in seen or isinstance(thing, SHARED) or type(thing).__name__ in ("frame", "cell", "function"):
            continue
        seen[id(thing)] = thing
        waiting += gc.get_referents(thing)
        if isinstance(thing, QObject):
            waiting += thing.children()
    yield from seen.values()
