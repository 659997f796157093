"""What can be done from anywhere in the window: by its key, from Ctrl K, from the menu bar, and what Help says of it.
One table for all.

- The slot that a key calls is the one that Ctrl K calls; what a screen alone can do, the open screen is asked for.
- What is not offered to this owner, or cannot be done now, is neither bound nor listed.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from likeness.seal.vault import vault_path
from ui.doing import Doing, always
from ui.kit.keys import cap, key_words, with_key
from ui.kit.look.text_size import next_size
from ui.kit.parts.panes import next_pane
from ui.kit.parts.verbs import verbs
from ui.kit.shortcuts import bind, bound, press
from ui.kit.wishes import TEXT_SIZE
from ui.kit.words import tr
from ui.screen_list import every_place
from ui.screens.find.names import Known
from ui.screens.find.recent import Recent
from ui.screens.find.state import DO, GO, HERE, Offer, Target
from ui.screens.find.view import FindDialog
from ui.screens.help.state import HelpState
from ui.screens.help.view import HelpDialog
from ui.screens.wizard.view import WizardView

TEXT_SIZES = (("text-larger", "plus", 1), ("text-smaller", "minus", -1), ("text-usual", "circle", 0))
_AT = "at-"  # the code of a verb that stands on one screen alone: that is opened, and the verb is pressed there
LISTED = "listed"  # the data of an entry of the menu that stands in the table besides
_SILENT = ("clear-search", "go-out", "check-another", "leave-import")  # keys that only close or empty something


class Doings:
    """The table of a shell, bound to keys once; opens quick find and Help."""

    def __init__(self, shell: Any, office: Any, jobs: Any, menu: QMenu, places: tuple[Any, ...]) -> None:
        self._shell, self._office, self._jobs, self._menu, self._places = shell, office, jobs, menu, places
        self.known, self.recent = Known(), Recent(office.registry.settings)
        offered = {place.key for place in places}
        self._table = {code: one for code, one in self._every().items() if not one.place or one.place in offered}
        for code, one in self._table.items():
            if not one.words:
                bind(code, shell, one.do)
        first = menu.actions()[0]
        for code in ("find", "help"):
            action = QAction(with_key(key_words(code), code), menu)
            action.triggered.connect(self._table[code].do)
            action.setData(LISTED)
            menu.insertAction(first, action)
        menu.insertSeparator(first)

    def _every(self) -> dict[str, Doing]:
        shell = self._shell
        return {
            "find": Doing("", "search", self.find),
            "new-licence": Doing("licences", "plus", shell.open_wizard),
            "add-double": Doing("doubles", "plus", lambda: shell.screen_now("doubles").open_form()),
            "log-use": Doing("uses", "plus", lambda: shell.screen_now("uses").open_form()),
            "import-report": Doing("uses", "import", shell.open_import),
            "open-paper": Doing("verify", "folder-open", lambda: shell.screen_now("verify").choose_file()),
            "take-in": Doing("licences", "import", lambda: self._take_in("licences"),
                             tr("Take in a licence or notice that was sent to you…")),
            "add-card": Doing("contacts", "plus", lambda: self._take_in("contacts"),
                              tr("Add a card")),
            "own-card": Doing("contacts", "qr-code", self.own_card, tr("My card")),
            "back-up": Doing("settings", "database-backup", lambda: shell.show_thing("settings", "backup"),
                             tr("Back up…")),
            "stop-backup": Doing("", "x", shell.foot.keeping.cancel, tr("Cancel the backup")),
            "undo": Doing("", "undo-2", shell.undo.undo),
            "redo": Doing("", "repeat", shell.undo.redo),
            "back": Doing("", "arrow-left", shell.way.back),
            "next-pane": Doing("", "arrow-right", partial(next_pane, shell, 1)),
            "last-pane": Doing("", "arrow-left", partial(next_pane, shell, -1)),
            **{code: Doing("", icon, partial(self._grow_text, by)) for code, icon, by in TEXT_SIZES},
            "rail": Doing("", "arrow-left", shell.toggle_rail),
            "lock": Doing("", "lock", shell.lock_asked.emit),
            "help": Doing("", "circle-question-mark", self.help),
            **always(shell.window),
            **self._elsewhere(),
            **{f"go-{place.key}": Doing(place.key, place.icon, partial(shell.go, place.key))
               for place in self._places},
        }  # fmt: skip

    def _elsewhere(self) -> dict[str, Doing]:
        """Return the verbs that stand on a screen alone, so that they are found from every other one."""
        icons = {place.key: place.icon for place in self._places}
        verbs = (
            ("licences", tr("Save every licence…")),
            ("uses", tr("Save the flags…")),
            ("uses", tr("Save all uses…")),
            ("uses", tr("Judge again")),
            ("uses", tr("Imported reports…")),
            ("earnings", tr("Save dates…")),
            ("verify", tr("Use camera")),
            ("contacts", tr("Save my status list…")),
        )
        return {f"{_AT}{words}": Doing(place, icons.get(place, ""), partial(self._press_at, place, words), words)
                for place, words in verbs}  # fmt: skip

    def own_card(self) -> None:
        """Open the owner's card, where it is handed out."""
        self._press_at("contacts", tr("My card"))

    def _press_at(self, place: str, words: str) -> None:
        self._press(self._shell.screen_now(place), words)

    def _press(self, screen: QWidget, words: str) -> None:
        """Press what has these words on a screen; it may have become grey meanwhile."""
        for verb in verbs(screen):
            if verb.words == words:
                verb.press()
                return

    def _grow_text(self, by: int) -> None:
        self._shell.wished.emit(TEXT_SIZE, str(next_size(by)))

    def _take_in(self, place: str) -> None:
        self._shell.screen_now(place).ways.choose()

    def offers(self) -> tuple[Offer, ...]:
        """Return what can be done now, as rows of quick find: anywhere, on the open screen, in the menu, screens."""
        gone = {"find", "next-pane", "last-pane"} | self.cannot()
        deeds = {code: one for code, one in self.entries().items() if code not in gone}
        anywhere, going = ([one for one in deeds.values() if one.group == group] for group in (DO, GO))
        here = self._here([*deeds], {_bare(one.words) for one in anywhere})
        wishes = [Offer(DO, f"wish-{at}", action.text(), "settings", about=action.statusTip())
                  for at, action in enumerate(self._menu.actions()) if _listed(action)]  # fmt: skip
        return (*anywhere, *wishes, *here, *going)

    def entries(self) -> dict[str, Offer]:
        """Return the whole table as rows, by their codes, whether they can be done now or not."""
        names = {f"go-{place.key}": place.words for place in self._places}
        return {code: Offer(GO, code, names[code], one.icon, cap(code)) if code in names else self._offer(code, one)
                for code, one in self._table.items()}  # fmt: skip

    def cannot(self) -> set[str]:
        """Return the codes of what cannot be done now."""
        can_undo, can_redo = self._shell.undo.offers
        able = (("undo", can_undo), ("redo", can_redo), ("back", self._shell.way.leads),
                ("stop-backup", self._shell.foot.keeping.going))  # fmt: skip
        gone = {code for code, can in able if not can}
        if isinstance(self._shell.front, WizardView):  # one thing is written at a time
            gone |= {code for code, one in self._table.items() if one.place and not code.startswith("go-")}
        return gone

    def on_screen(self) -> list[Offer]:
        """Return what the open screen can do now, also what is found by these words from every other one."""
        shell = self._shell
        own = {code for code, one in self._table.items() if code.startswith(_AT) and one.place == shell.here}
        if shell.front is not shell.page_of(shell.here):
            own = set()
        return [one for one in self.offers() if one.group == HERE or one.code in own]

    @property
    def screen_name(self) -> str:
        """What the open screen, the wizard or the import is called."""
        front: QWidget = self._shell.front
        title = every_place()[self._shell.here].words
        return title if front is self._shell.page_of(self._shell.here) else front.accessibleName()

    @property
    def wishes(self) -> list[QAction]:
        """The choices of the menu under the owner's name, with the lines between them."""
        return [action for action in self._menu.actions() if action.data() != LISTED]

    def _here(self, deeds: list[str], said: set[str]) -> list[Offer]:
        """Return what the open screen can do: by its keys, then by its buttons and menus, each said once."""
        front = self._shell.front
        keyed = [code for code in bound(front) if code not in _SILENT]
        here = [Offer(HERE, f"here-{code}", key_words(code), "chevron-right", cap(code)) for code in keyed]
        said |= {_bare(one.words) for one in here}
        for verb in verbs(front):
            if verb.code not in (*keyed, *deeds) and _bare(verb.words) not in said:
                here.append(Offer(HERE, f"verb-{verb.words}", verb.words, "chevron-right", beside=verb.about))
                said.add(_bare(verb.words))
        return here

    def _offer(self, code: str, one: Doing) -> Offer:
        beside = next((place.words for place in self._places if place.key == one.place), "")
        return Offer(DO, code, one.words or key_words(code), one.icon, "" if one.words else cap(code),
                     beside=beside if code.startswith(_AT) else "")  # fmt: skip

    def find(self) -> None:
        """Open quick find."""
        shell, here = self._shell, self._seen()
        recent = tuple(one for one in self.recent.things if one != here)  # what is open is no place to go to
        dialog = FindDialog(shell, self._office, self._jobs, frozenset(place.key for place in self._places),
                            self.offers(), self.known, recent)  # fmt: skip
        dialog.chosen.connect(self.lead)
        dialog.failed.connect(shell.complain)
        dialog.begin()

    def _seen(self) -> tuple[str, str]:
        """Return what the open screen shows: the screen, and how it knows the thing; empty where it shows none."""
        shown = getattr(self._shell.front, "shown", None)
        return (self._shell.here, shown()) if shown is not None else ("", "")

    def leave(self) -> None:
        """Remember what the open screen shows, for another one takes its place."""
        self.recent.saw(*self._seen())

    def put_down(self) -> None:
        """Keep what was opened last: the registry is about to be closed."""
        self.leave()
        self.recent.keep()

    def help(self) -> None:
        """Open Help."""
        HelpDialog(self._shell, self.help_state()).open()

    def help_state(self) -> HelpState:
        """Return what Help says: the keys of the open screen and those that work everywhere."""
        front: QWidget = self._shell.front
        path = Path(self._office.registry.path)
        names = {f"go-{place.key}": place.words for place in self._places}
        everywhere = [
            (code, names.get(code) or key_words(code)) for code in bound(self._shell, below=False) if cap(code)
        ]
        return HelpState(
            screen=self.screen_name,
            here=tuple((code, key_words(code)) for code in bound(front) if cap(code)),
            everywhere=tuple(everywhere),
            folder=str(path.parent.absolute()),
            files=(path.name, vault_path(path).name),
        )

    def forget(self) -> None:
        """Read the names of the registry again next time: it changed."""
        self.known = Known()

    def lead(self, target: Target) -> None:
        """Go where a row of quick find or an entry of the menu bar leads, or do it."""
        shell, code = self._shell, target.code
        if target.words:
            shell.screen_now(target.place).search_for(target.words)
        elif target.place:
            self.leave()
            self.recent.saw(target.place, target.key)
            shell.show_thing(target.place, target.key)
        elif code == "licence-for":
            shell.open_wizard(double=target.key)
        elif code.startswith("wish-"):
            self._menu.actions()[int(code.removeprefix("wish-"))].trigger()
        elif code.startswith("verb-"):
            self._press(shell.front, code.removeprefix("verb-"))
        elif code.startswith("here-"):
            press(shell.front, code.removeprefix("here-"))
        else:
            self._table[code].do()


def _bare(words: str) -> str:
    """Return words as they are compared: an ellipsis says only that more is asked."""
    return words.rstrip("…").casefold()


def _listed(action: QAction) -> bool:
    chosen = action.isChecked() and action.statusTip()
    return action.isEnabled() and not action.isSeparator() and action.data() != LISTED and not chosen
