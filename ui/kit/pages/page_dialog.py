"""A page before it is printed: shown as it will be, with Print and, where it holds no secret, Save."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog, QWidget

from ui.kit.asking.dialogs import Dialog
from ui.kit.look.text_size import grown
from ui.kit.pages.file_names import with_ending
from ui.kit.pages.page_view import PageView
from ui.kit.pages.printing import Failed, Said, ask_printer
from ui.kit.shortcuts import bind
from ui.kit.words import tr

WIDE, PAGE_WIDE, HIGH, LEAST = 640, 540, 520, 240
AROUND = 160  # what stands above and below the page


class PageDialog(Dialog):
    """`save` gets the file that was chosen; without it there is no Save."""

    def __init__(self, parent: QWidget, jobs: Any, words: tuple[str, str], data: bytes, hear: tuple[Said, Failed], *,
                 save: Callable[[Path], None] | None = None, name: str = "") -> None:  # fmt: skip
        super().__init__(parent, *words, WIDE)
        self._jobs, self._data, self._save_to, self._name = jobs, data, save, name
        self._said, self._failed = hear
        self._pages = PageView(jobs, PAGE_WIDE)
        self._pages.setFixedHeight(min(HIGH, max(LEAST, parent.window().height() - grown(AROUND))))
        self._pages.show_pdf(data, self._failed)
        self.add(self._pages)
        self.answer(tr("Close"), stays="closes")
        if save is not None:
            self.answer(tr("Save as PDF…")).clicked.connect(self._save)
        self._print = self.answer(tr("Print…"), "main")
        self._print.clicked.connect(self._ask_printer)
        bind("print", self, self._ask_printer)

    def _ask_printer(self) -> None:
        ask_printer(self, self._jobs, self._data, self._said, self._failed)

    def _save(self) -> None:
        path, _kind = QFileDialog.getSaveFileName(self, tr("Save as PDF"), f"{self._name}.pdf", "PDF (*.pdf)")
        if path and self._save_to is not None:
            self._save_to(with_ending(Path(path), ".pdf"))
