"""The section of rule packs: each on or off, and whether a serious rule refuses a signature."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.kit.parts.frames import column, row
from ui.kit.parts.ticks import Option
from ui.kit.words import tr
from ui.screens.settings.packs import PackList
from ui.screens.settings.presenter import SettingsPresenter
from ui.screens.settings.state import SettingsState


class RulesPart(QWidget):
    """The list and one tick."""

    def __init__(self, presenter: SettingsPresenter) -> None:
        super().__init__()
        self.packs = PackList()
        self.packs.switched.connect(lambda pack, on: presenter.switch(pack, on=on))
        self.refuse = Option("refuse", tr("Refuse to sign while a serious rule speaks against it"))
        self.refuse.clicked.connect(lambda on: presenter.let_refuse(refuse=on))
        self.setLayout(column(self.packs, row(self.refuse, None), gap=10))

    def show_rules(self, state: SettingsState) -> None:
        """Draw which are on."""
        self.packs.show_packs(state.packs)
        self.refuse.setChecked(state.refuse)
