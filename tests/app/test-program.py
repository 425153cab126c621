# SPDX-License-Identifier: GPL-3.0-or-later
"""The real program, driven from outside: by keys alone, by the accessibility tree, and against its
will. What it did is read back with galleyctl."""
import ctypes
import json
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parent.parent)]
from atspi_driver import App, run, wait
from program_case import ARTICLE, GALLEY, GALLEYCTL, ProgramCase
from tap import main

NOTED = str(Path(__file__).resolve().parent.parent / "fixtures" / "import" / "ferry.docx")
LIBC = ctypes.CDLL(None)


def without_privileges():
    """For preexec_fn: takes away what lets root write where nobody may."""
    PR_CAPBSET_DROP, CAP_DAC_OVERRIDE = 24, 1
    LIBC.prctl(PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, 0, 0, 0)


class ProgramTest(ProgramCase):
    def test_keys_alone(self):
        """Makes, changes and undoes claims without a pointer."""
        with self.start(ARTICLE) as app:
            self.open_article(app)
            app.key("c")
            wait(lambda: self.statuses() == ["confirmed"], "a confirmed claim")
            app.key("n", "d")
            wait(lambda: self.statuses() == ["confirmed", "disputed"], "a disputed claim")
            app.key("p")
            wait(lambda: self.statuses() == ["confirmed", "pending"], "a pending claim")
            app.key("n", "o")
            wait(lambda: "dismiss" in self.do("history"), "a dismissed suggestion")
            app.key("n")
            app.key(*["shift+ctrl+Right"] * 3)
            app.key("m")
            wait(lambda: len(self.statuses()) == 3, "a claim of a selection")
            app.key("Delete")
            wait(lambda: len(self.statuses()) == 2, "the claim is deleted")
            app.key(*["ctrl+z"] * 5)
            wait(lambda: self.statuses() == ["confirmed"], "all but the first are undone")
            app.key("ctrl+shift+z")
            wait(lambda: self.statuses() == ["confirmed", "disputed"], "one is redone")
            self.assertEqual(app.close(), 0)
        self.do("verify")

    def test_notes_by_keys_alone(self):
        """Reads what the writer noted and makes a source of it, without a pointer."""
        with self.start(NOTED) as app:
            article = self.open_article(app)
            app.key("ctrl+Home", "w")
            wait(lambda: article.caret == article.text.index("Aberlow paid"), "the first note")
            wait(lambda: "Invoice 17" in article.accessible.description, "the note is told")
            app.key("w", "w", "w")
            wait(lambda: article.caret == article.text.index("The new mayor"), "the last note")
            app.key("shift+w")
            wait(lambda: "Minutes, page 3" in article.accessible.description, "the note before")
            app.key("m")
            wait(lambda: self.statuses() == ["pending"], "a claim")
            button = app.find("push button", "Use “Minutes, page 3” as a source")
            app.key("alt+4")
            for _ in range(12):
                if "focused" in button.states:
                    break
                app.key("Tab")
            self.assertIn("focused", button.states)
            app.key("space")
            entry = app.find("text", "Source")
            wait(lambda: entry.text == "Minutes, page 3", "the form is filled in")
            self.assertNotIn("add-evidence", self.do("history"))
            wait(lambda: "focused" in entry.states, "the form has the keys")
            app.key("Return")
            wait(lambda: "add-evidence" in self.do("history"), "the source is added")
            [claim] = json.loads(self.do("claims", self.article_id(), "--json"))
            self.assertEqual([e["source"]["address"] for e in claim["evidence"]],
                             ["https://c.example/minutes"])
            self.assertEqual(claim["status"], "pending")
            self.assertEqual(app.close(), 0)

    def test_typing_is_no_command(self):
        """Letters that are typed into a field are letters."""
        with self.start(ARTICLE) as app:
            self.open_article(app)
            app.key("ctrl+f")
            entry = app.find("entry", "Find in article")
            for letter in "cdpmoxnuw":
                app.key(letter)
            wait(lambda: entry.text == "cdpmoxnuw", "the letters are in the field")
            self.assertEqual(self.statuses(), [])
            app.key("Escape", "c")
            wait(lambda: self.statuses() == ["confirmed"], "the article has the keys again")
            self.assertEqual(app.close(), 0)

    def change_keys(self, app, words, *keys):
        """Gives an action new keys, without a pointer; leaves the window of shortcuts."""
        app.key("ctrl+question")
        search = app.find("entry", "Search Keyboard Shortcuts")
        wait(lambda: "focused" in search.states or any("focused" in c.states for c in
                                                       search.children()), "the search has the keys")
        run("xdotool", "type", "--delay", "15", words)
        wait(lambda: search.text == words, "the words are typed")
        app.key("Return", "Return")
        app.find(name=re.compile("^Press the new keys"))
        app.key(*keys)
        wait(lambda: not any(n.has_area for n in app.search(name=re.compile("^Press the new keys"))),
             "the dialog is gone")
        app.key("ctrl+f", "ctrl+a", "BackSpace")
        wait(lambda: search.text == "", "the window of shortcuts has the keys")
        app.key("Escape")
        self.leave_shortcuts(app)

    def leave_shortcuts(self, app):
        wait(lambda: not any(n.has_area for n in app.search("entry", "Search Keyboard Shortcuts")),
             "the window of shortcuts is gone")

    def test_changed_keys(self):
        """A key that was changed acts at once and after a restart, and types where one types."""
        with self.start(ARTICLE) as app:
            self.open_article(app)
            self.change_keys(app, "confirm", "k")
            app.key("c", "k")
            wait(lambda: self.statuses() == ["confirmed"], "a confirmed claim")
            app.key("d", "c")
            wait(lambda: self.statuses() == ["disputed"], "the old key does nothing")
            app.key("ctrl+f")
            entry = app.find("entry", "Find in article")
            app.key("k")
            wait(lambda: entry.text == "k", "the letter is in the field")
            self.assertEqual(self.statuses(), ["disputed"])
            self.assertEqual(app.close(), 0)
        with self.start() as app:
            self.open_article(app)
            app.key("ctrl+Home", "c", "k")
            wait(lambda: self.statuses() == ["confirmed"], "the new key was remembered")
            self.assertEqual(app.close(), 0)

    def test_keys_taken_over(self):
        """Keys of another action are had only after a question, with every kind of modifier."""
        with self.start(ARTICLE) as app:
            self.open_article(app)
            self.change_keys(app, "confirm", "Tab", "ctrl+c", "n", "ctrl+d")
            app.key("ctrl+d")
            wait(lambda: self.statuses() == ["confirmed"], "a confirmed claim")
            self.change_keys(app, "dispute", "ctrl+shift+d", "shift+c")
            app.key("shift+c")
            wait(lambda: self.statuses() == ["disputed"], "it is disputed now")
            self.change_keys(app, "pending", "ctrl+d", "Tab", "shift+Tab", "Return")
            app.key("ctrl+d")
            wait(lambda: self.statuses() == ["pending"], "what was taken over acts")
            self.change_keys(app, "find in", "alt+question")
            app.key("alt+question")
            app.find("entry", "Find in article")
            self.assertEqual(app.close(), 0)

    def test_shortcuts_by_name(self):
        """The window of shortcuts by the names that a screen reader says."""
        with self.start(ARTICLE) as app:
            self.open_article(app)
            app.key("F1")
            app.find(name="Confirm: C")
            search = app.find("entry", "Search Keyboard Shortcuts")
            app.key("ctrl+shift+f")
            wait(lambda: search.text == "Shift+Ctrl+F", "what was pressed is looked for")
            app.find("push button", "Change Keys for “Search Claims”").click()
            app.find(name="Press the new keys for “Search Claims”")
            app.key("ctrl+o")
            app.find(name=re.compile("^Ctrl\\+O is used for “Import…”"))
            app.find("push button", "Take Over").click()
            app.find(name="Search Claims: Ctrl+O")
            app.find("push button", "Reset Keys for “Search Claims”").click()
            app.find(name="Search Claims: Shift+Ctrl+F")
            app.key("Escape")
            wait(lambda: search.text == "", "Escape looks for nothing any more")
            app.key("Escape")
            self.leave_shortcuts(app)
            self.assertEqual(app.close(), 0)

    def test_accessibility_tree(self):
        """The same by the names that a screen reader says."""
        with self.start(ARTICLE) as app:
            self.open_article(app)
            app.find("push button", "Confirm").click()
            wait(lambda: self.statuses() == ["confirmed"], "a confirmed claim")
            app.find("push button", "Dispute").click()
            wait(lambda: self.statuses() == ["disputed"], "it is disputed now")
            app.find("push button", "Undo").click()
            wait(lambda: self.statuses() == ["confirmed"], "it is confirmed again")
            app.find("push button", "Undo").click()
            wait(lambda: self.statuses() == [], "there is no claim any more")
            app.find("push button", "Redo").click()
            wait(lambda: self.statuses() == ["confirmed"], "there is one again")
            self.assertEqual(app.close(), 0)

    def test_looks_are_told(self):
        """A screen reader may ask how any word looks, be it struck, pale or marked."""
        with self.start(ARTICLE) as app:
            article = self.open_article(app)
            app.key("ctrl+Home", "d", "n", "c", "n", "p", "n", "o")
            wait(lambda: sorted(self.statuses()) == ["confirmed", "disputed", "pending"], "three claims")
            looks = article.list_looks()
            self.assertEqual("".join(words for words, _ in looks), article.text)
            lines = {look["underline"] for _, look in looks}
            self.assertTrue({"error", "single", "low"} <= lines, lines)
            self.assertTrue(all("fg-color" in look for words, look in looks if words.strip()), looks)
            self.assertEqual(app.close(), 0)

    def test_pointer_selects_words(self):
        """What is dragged over becomes whole words when the button is let go; what keys select is kept."""
        with self.start(ARTICLE) as app:
            article = self.open_article(app)
            x, y = article.middle[0], article.middle[1] - article.extents.height // 2 + 60
            words = []
            for shift in range(0, 15, 5):
                app.drag_over((x - 120 + shift, y), (x + 40 + shift, y + 50))
                app.key("p")
                wait(lambda: len(self.statuses()) == 1, "a claim")
                claim, = json.loads(self.do("claims", self.article_id(), "--json"))
                words.append(claim["quote"])
                around = f" {article.text} "[claim["start"]:claim["end"] + 2]
                self.assertRegex(around, r"(?s)^(\W|\w\b).*(\b\w|\W)$")
                app.key("ctrl+z")
                wait(lambda: self.statuses() == [], "it is undone")
            self.assertTrue(all(" " in quote for quote in words), words)
            app.key("ctrl+Home", "Right", "shift+Right", "shift+Right", "p")
            wait(lambda: self.statuses() == ["pending"], "a claim")
            self.assertEqual(json.loads(self.do("claims", self.article_id(), "--json"))[0]["quote"], ".S")
            self.assertEqual(app.close(), 0)

    def test_dragged_words(self):
        """What is dragged about in the window does not become another article."""
        with self.start(ARTICLE) as app:
            article = self.open_article(app)
            app.key("ctrl+Home", "shift+Down", "shift+Down", "shift+Down")
            time.sleep(0.5)
            x, y = article.middle[0] - 120, article.middle[1] - article.extents.height // 2 + 60
            app.drag_over((x, y), (x + 120 + article.extents.width // 2 + 200, y + 300))
            time.sleep(1)
            app.key("ctrl+Home", "p")
            wait(lambda: self.statuses() == ["pending"], "a claim in the article")
            self.assertEqual(len(json.loads(self.do("list", "--json"))), 1)
            self.assertEqual(app.close(), 0)

    def test_search_by_keys_alone(self):
        """Opens an article from the list, another from the search, and goes to a claim from there."""
        for name, words in (("one", "The bridge is 40 meters long."), ("two", "The tower is new. It has 3 clocks.")):
            path = self.folder / f"{name}.txt"
            path.write_text(f"Title {name}\n\n{words}\n")
            self.do("import", str(path))
        with self.start() as app:
            articles = app.find("list", "Articles")
            wait(lambda: any("focused" in row.states for row in articles.search("list item")),
                 "the list of articles has the keys")
            app.key("Home", "Return")
            article = self.open_article(app)
            first = "bridge" in article.text
            app.key("ctrl+k")
            run("xdotool", "type", "--delay", "20", "clocks" if first else "meters")
            wait(lambda: len([row for row in articles.search("list item") if row.has_area]) == 1,
                 "one article is found")
            app.key("Down")
            wait(lambda: any("focused" in row.states for row in articles.search("list item")),
                 "what was found has the keys")
            app.key("Return")
            wait(lambda: ("clocks" if first else "meters") in article.text, "the other article is open")
            self.assertEqual(app.close(), 0)

    def test_restart(self):
        """The article, the caret and what can be undone are there again."""
        with self.start(ARTICLE) as app:
            article = self.open_article(app)
            app.key("n", "n", "d")
            wait(lambda: self.statuses() == ["disputed"], "a claim")
            caret = article.caret
            self.assertGreater(caret, 0)
            self.assertEqual(app.close(), 0)
        with self.start() as app:
            article = self.open_article(app)
            wait(lambda: article.caret == caret, "the caret is where it was")
            app.key("ctrl+z")
            wait(lambda: self.statuses() == [], "the claim is undone")
            self.assertEqual(app.close(), 0)

    def test_killed(self):
        """What the window has shown as done is there after SIGKILL."""
        with self.start(ARTICLE) as app:
            self.open_article(app)
            app.key("c")
            app.find("list item", "U.S. and Mexico Pledge Joint Security Action to Target Cartels, 1 claim")
            app.kill()
        self.assertEqual(self.statuses(), ["confirmed"])
        self.do("verify")

    def test_failed_save(self):
        """A save that fails stays on the screen, keeps the window open and can be tried again."""
        with self.start(ARTICLE) as app:
            self.open_article(app)
            app.key("c")
            wait(lambda: self.statuses() == ["confirmed"], "a claim")
            holder = subprocess.Popen(
                [sys.executable, "-c",
                 "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute('BEGIN IMMEDIATE');"
                 "print('held', flush=True); sys.stdin.read()", str(self.library)],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
            self.addCleanup(holder.kill)
            self.assertEqual(holder.stdout.readline(), "held\n")
            app.key("d")
            app.find("push button", "Retry")
            self.assertEqual(self.statuses(), ["confirmed"])
            app.key("ctrl+w")
            app.find(name="Close Without Saving?")
            app.key("Escape")
            self.assertIsNone(app.process.poll())
            holder.communicate("")
            app.find("push button", "Retry").click()
            wait(lambda: self.statuses() == ["disputed"], "the second try succeeds")
            self.assertEqual(app.close(), 0)

    def test_read_only_library(self):
        """A library that may be read only is not pretended to be written."""
        self.do("import", ARTICLE)
        self.library.chmod(0o400)
        self.folder.chmod(0o500)
        self.addCleanup(self.folder.chmod, 0o700)
        self.environment["GSETTINGS_BACKEND"] = "memory"
        with self.start(preexec_fn=without_privileges) as app:
            app.find(name="The Library Cannot Be Opened")
            app.find("label", re.compile("test.galleydb"))
            self.assertEqual(app.close(), 0)
        self.do("verify")

    def choose(self, app, choice):
        """Chooses what goes out by keys, going by what is told of the focus. Whether it could be
        chosen: what is told comes after the key, and now and then after the next one, or not."""
        purposes = app.find("combo box", "What Goes Out")

        def focused():
            return next((item.name for item in purposes.search("list item") if "focused" in item.states), None)

        try:
            app.key("alt+w")
            wait(focused, "the list is open", limit_s=8)
            while (before := focused()) != choice:
                app.key("Down")
                wait(lambda: focused() not in (None, before), "the next one", limit_s=8)
            app.key("Return")
            return purposes.find("label", choice, limit_s=8)
        except AssertionError:
            return None

    def open_export(self, app):
        app.key("ctrl+e")
        app.find("push button", "Preview in Browser")

    def export(self, app, target, choice=None):
        self.open_export(app)
        for _ in range(4):
            if choice is None or self.choose(app, choice):
                break
            app.key("Escape", "Escape")
            self.await_closed(app)
            self.open_export(app)
        else:
            self.fail(f"{choice} could not be chosen")
        app.key("ctrl+Return")
        app.find("text", re.compile("Name"))
        run("xdotool", "key", "ctrl+a")
        run("xdotool", "type", "--delay", "15", str(target))
        app.key("Return")
        wait(target.exists, "the file is written")
        self.await_closed(app)

    def await_closed(self, app):
        """Keys that are pressed while the dialog closes may still go to it."""
        wait(lambda: not any(item.has_area for item in app.search("push button", "Preview in Browser")),
             "the dialog is closed")

    def test_export(self):
        """The reviewed version is written where the dialog says."""
        with self.start(ARTICLE) as app:
            self.open_article(app)
            app.key("d")
            wait(lambda: self.statuses() == ["disputed"], "a claim")
            target = self.folder / "out.html"
            self.export(app, target)
            self.assertIn("Pledge Joint Security Action", target.read_text())
            self.assertEqual(app.close(), 0)

    def test_export_of_the_archive_copy(self):
        """It holds the journal with its seal, and is chosen again the next time."""
        with self.start(ARTICLE) as app:
            self.open_article(app)
            app.key("d")
            wait(lambda: self.statuses() == ["disputed"], "a claim")
            events = json.loads(self.do("history", self.article_id(), "--json"))
            for target in (self.folder / "first.html", self.folder / "second.html"):
                self.export(app, target, "Archive Copy" if "first" in target.name else None)
                self.assertIn(events[-1]["seal"], target.read_text())
            self.assertEqual(app.close(), 0)

    def test_export_of_articles_by_keys_alone(self):
        """Several articles go to a folder, and what is there already stays."""
        target = Path(tempfile.mkdtemp(prefix="exported-"))
        self.addCleanup(shutil.rmtree, target)
        for name in ("Rain", "Snow", "Wind"):
            path = self.folder / f"{name}.txt"
            path.write_text(f"{name}\n\nIt lasted for 3 days in May.\n")
            self.do("import", str(path))
        (target / "Snow.html").write_text("old")
        with self.start() as app:
            app.key("alt+1", "Home", "Return")
            self.open_article(app)
            app.key("ctrl+shift+e")
            app.find("label", "1 article chosen")
            app.key("alt+a")
            app.find("label", "3 articles chosen")
            app.key("Tab", "Tab", "Home", "space")
            app.find("label", "2 articles chosen")
            self.assertNotIn("checked", app.find("list item", "Wind").states)
            self.assertIn("checked", app.find("list item", "Snow").states)
            app.key("ctrl+Return")
            app.find(name="Export Articles to a Folder")
            run("xdotool", "type", "--delay", "15", f"{target}/")
            app.key("Return")
            app.find("label", "1 File Exists Already")
            app.key("alt+k")
            app.find("label", "2 articles exported")
            app.find("list item", "Snow: Snow (2).html")
            app.key("Escape")
            self.assertEqual((target / "Snow.html").read_text(), "old")
            self.assertEqual({p.name for p in target.iterdir()}, {"Rain.html", "Snow.html", "Snow (2).html"})
            self.assertEqual(app.close(), 0)

    def test_print_and_copy_by_keys_alone(self):
        """The print dialog comes with what is to be printed, and goes again; a claim is copied."""
        with self.start(ARTICLE) as app:
            self.open_article(app)
            app.key("d")
            wait(lambda: self.statuses() == ["disputed"], "a claim")
            for keys in ("ctrl+shift+c", "ctrl+alt+c", "ctrl+alt+j"):
                app.key(keys)
                app.find("label", "The claim is copied")
            app.key("ctrl+p")
            app.find("label", "Content")
            app.key("Right", "Right")
            app.find("combo box", "What Goes Out")
            app.key("Escape")
            wait(lambda: not list(app.search("dialog", "Print")), "the dialog is gone")
            app.key("c")
            wait(lambda: self.statuses() == ["confirmed"], "keys go to the article again")
            self.assertEqual(app.close(), 0)

    def test_library_in_a_folder_that_nobody_may_write(self):
        """A library that cannot be opened says so, and the window can be closed."""
        self.folder.chmod(0o500)
        self.addCleanup(self.folder.chmod, 0o700)
        self.environment["GSETTINGS_BACKEND"] = "memory"
        with self.start(preexec_fn=without_privileges) as app:
            app.find(name="The Library Cannot Be Opened")
            app.find("push button", "Try Again")
            self.assertEqual(app.close(), 0)


main()
