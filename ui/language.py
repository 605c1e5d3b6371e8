"""The language of the windows, switched while they are open."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator, Signal

from scoring.text import Language

STAGE_SETTING = "stage-language"
"""Under which name a contest keeps what its stage speaks."""
FOLDER = Path(__file__).parent / "i18n"
_FILES: dict[Language, tuple[str, str]] = {"zh": ("arena_zh_CN", "qtbase_zh_CN"), "en": ("arena_en", "qtbase_en")}
_ON_STAGE: dict[Language, str] = {"zh": "stage_zh_CN", "en": "stage_en"}
_LOCALES: dict[Language, QLocale] = {
    "zh": QLocale(QLocale.Language.Chinese, QLocale.Country.China),
    "en": QLocale(QLocale.Language.English, QLocale.Country.UnitedStates),
}


OF_QT = (
    QT_TRANSLATE_NOOP("QFileDialog", "&Look in:"),
    QT_TRANSLATE_NOOP("QFileDialog", "Files of &type:"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Folder"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Drive"),
)
"""What Qt's own dialogs say without a word for it in Qt's Chinese; named here so that it is gathered with ours."""


class Languages(QObject):
    """Holds the translators of the application. The stage may speak another language than the other windows.

    Signals:
        changed(): after the translators were exchanged; widgets also get a `LanguageChange` event.
    """

    changed = Signal()

    def __init__(self, language: Language = "zh", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._installed: list[QTranslator] = []
        self.current: Language = language
        self._stage: Language | None = None
        self.use(language)

    @property
    def on_stage(self) -> Language:
        """What the stage speaks: the same as the other windows, unless told otherwise."""
        return self._stage or self.current

    def use(self, language: Language) -> None:
        """Speak this language from now on."""
        self.remove()
        self.current = language
        QLocale.setDefault(_LOCALES[language])
        own, qt = _FILES[language]
        # Qt asks the translator that was installed last first: the program's own words go before Qt's.
        self._install(qt, QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        self._install(own, str(FOLDER))
        if self.on_stage != language:
            self._install(_ON_STAGE[self.on_stage], str(FOLDER))
        self.changed.emit()

    def use_on_stage(self, language: Language) -> None:
        """The stage speaks this language from now on, whatever the other windows speak."""
        differs = language != self.on_stage
        self._stage = language
        if differs:
            self.use(self.current)

    def remove(self) -> None:
        """Take the translators out of the application."""
        for translator in self._installed:
            QCoreApplication.removeTranslator(translator)
            translator.deleteLater()
        self._installed.clear()

    def _install(self, name: str, folder: str) -> None:
        translator = QTranslator(self)
        if translator.load(name, folder):
            QCoreApplication.installTranslator(translator)
            self._installed.append(translator)
