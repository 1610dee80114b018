"""The language of the window's words: chosen at the desk, read from Qt Linguist's own files.

The .ts files are read as they are, at run time: that takes a few milliseconds, and neither the
wheel nor a developer needs a compiler for them. When you add a language: its code in
`settings.LANGUAGES`, its name and locale here, its file beside the others (`./dev words` fills it).
"""

import logging
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

from console.resources import resource
from console.settings import ENGLISH, LANGUAGES, Settings

log = logging.getLogger(__name__)

NAMES = {ENGLISH: "English", "es": "Español"}
"""Each in its own language, for who does not read the one in force."""
_LOCALES = {ENGLISH: "en_US", "es": "es_US"}

Key = tuple[str, str, str]
"""Context, source text, and the comment that tells it from others that are alike."""


class Translation(QTranslator):
    """Words for texts; a plural has two forms: for one, and for any other number."""

    def __init__(self, forms: Mapping[Key, tuple[str, ...]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._forms = forms

    def isEmpty(self) -> bool:
        return not self._forms

    def translate(
        self, context: str, source: str, comment: str | None = None, n: int = -1
    ) -> str | None:
        """None leaves the text to the next translator, in the end as it stands in the source."""
        forms = self._forms.get((context, source, comment or ""))
        return forms[0 if n in (-1, 1) else -1] if forms else None


class Language(QObject):
    """Attributes:
    code: the language in force.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.code = ENGLISH
        self._installed: list[QTranslator] = []

    @property
    def other(self) -> str:
        """The language to offer: the next one."""
        return following(self.code)

    def use(self, code: str) -> None:
        """Texts asked for from now on are in this language, dates and numbers too."""
        for old in self._installed:
            QCoreApplication.removeTranslator(old)
            old.deleteLater()
        self._installed = []
        self.code = code
        QLocale.setDefault(QLocale(_LOCALES[code]))
        if code != ENGLISH:
            self._install(self._qts_own(code))
            self._install(Translation(read(file_of(code)), self))

    def _install(self, translator: QTranslator) -> None:
        QCoreApplication.installTranslator(translator)
        self._installed.append(translator)

    def _qts_own(self, code: str) -> QTranslator:
        """For the menus of text fields and the choice of files."""
        translator = QTranslator(self)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if not translator.load(f"qtbase_{code}", folder):
            log.info("Qt has no texts in %s", code)
        return translator


def following(code: str) -> str:
    """The language after this one, the first after the last."""
    return LANGUAGES[(LANGUAGES.index(code) + 1) % len(LANGUAGES)]


def file_of(code: str) -> Path:
    return resource("translations", f"console_{code}.ts")


def read(file: Path) -> dict[Key, tuple[str, ...]]:
    """The translations of a file; a text without one is not in it."""
    from xml.etree import ElementTree  # English needs none

    known: dict[Key, tuple[str, ...]] = {}
    for context in ElementTree.parse(file).getroot():  # noqa: S314 - our own file
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None or not (forms := tuple(translation.itertext())):
                continue
            if message.get("numerus") == "yes":
                forms = tuple(form.text or "" for form in translation)
            key = (name, message.findtext("source", ""), message.findtext("comment", ""))
            if all(forms):
                known[key] = forms
    return known


def chosen(settings: Settings) -> str:
    """The language of this desk: picked here before, else of the settings, else of the system."""
    wanted = (_remembered(settings), settings.language, QLocale.system().name()[:2])
    return next((code for code in wanted if code in LANGUAGES), ENGLISH)


def remember(settings: Settings, code: str) -> None:
    """Keeps the choice at the desk; where nothing can be written it holds until the end."""
    try:
        settings.language_file.write_text(code, encoding="ascii")
    except OSError as error:
        log.warning("the language could not be kept: %s", error.strerror)


def _remembered(settings: Settings) -> str:
    try:
        return settings.language_file.read_text(encoding="ascii").strip()
    except (OSError, ValueError):
        return ""
