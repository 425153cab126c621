# SPDX-License-Identifier: GPL-3.0-or-later
"""The real program, driven from outside: by keys alone, by the accessibility tree, and against its
will. What it did is read back with galleyctl."""
import ctypes
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parent.parent)]
from atspi_driver import App, run, wait
from tap import main

GALLEY = os.environ["GALLEY"]
GALLEYCTL = os.environ["GALLEYCTL"]
ARTICLE = os.environ["GALLEY_EXAMPLE"]
NOTED = str(Path(__file__).resolve().parent.parent / "fixtures" / "import" / "ferry.docx")
LIBC = ctypes.CDLL(None)


def without_privileges():
    """For preexec_fn: takes away what lets root write where nobody may."""
    PR_CAPBSET_DROP, CAP_DAC_OVERRIDE = 24, 1
    LIBC.prctl(PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, 0, 0, 0)


class ProgramTest(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="galley-"))
        self.addCleanup(shutil.rmtree, self.folder)
        self.library = self.folder / "test.galleydb"
        self.environment = {
            "GSETTINGS_BACKEND": "keyfile",
            "XDG_CONFIG_HOME": str(self.folder / "config"),
        }

    def start(self, *arguments, **options):
        app = App([GALLEY, "--library", str(self.library), *arguments], self.environment, **options)
        # Without this the window manager may leave the focus where it was.
        app.find("frame")
        return app

    def do(self, *arguments):
        result = subprocess.run([GALLEYCTL, "--library", str(self.library), *arguments],
                                capture_output=True, text=True, timeout=60)
        self.assertEqual((result.returncode, result.stderr), (0, ""), arguments)
        return result.stdout

    def article_id(self):
        return json.loads(self.do("list", "--json"))[0]["id"]

    def statuses(self):
        return [c["status"] for c in json.loads(self.do("claims", self.article_id(), "--json"))]

    def open_article(self, app):
        article = app.find("text", "Article")
        wait(lambda: "focused" in article.states, "the article has the focus")
        return article

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

    def test_new_draft_by_keys_alone(self):
        """Imports a new draft, decides, goes to what it changed, and empties the tray."""
        rain, money = "It rained for 3 days in May.", "The town has asked for 6 percent more money this year."
        # Not beside the library: the file chooser opens every file that it lists, in this very
        # process, and with that SQLite's locks on the library are lost.
        drafts = Path(tempfile.mkdtemp(prefix="drafts-"))
        self.addCleanup(shutil.rmtree, drafts)
        old, new = drafts / "old.txt", drafts / "new.txt"
        old.write_text(f"Flood\n\n{rain}\n\nThe river rose by 2 meters near the old bridge. {money}\n")
        new.write_text(f"Flood\n\n{rain}\n\nThe river rose by 3 meters near the old bridge. A new end is told.\n")
        self.do("import", str(old))
        marked = self.do("mark-suggestions", self.article_id()).split()
        self.do("status", *marked, "confirmed")
        with self.start() as app:
            app.key("alt+1", "Home", "Return")
            self.open_article(app)
            app.key("ctrl+shift+n")
            app.find("push button", re.compile("Open Open$"))
            run("xdotool", "type", "--delay", "20", str(new))
            app.key("Return")
            app.find("label", "Unchanged 2 · Moved 0 · Changed 1 · Ambiguous 0 · Lost 1")
            self.assertEqual(self.statuses(), ["confirmed"] * len(marked))
            app.key("k")
            app.find("label", "Keeps its verdict, by you")
            app.key("r")
            app.key("ctrl+Return")
            wait(lambda: self.statuses().count("pending") == 1, "the changed claim is pending")
            app.find("push button", "1 changed")
            app.key("v")
            app.find("label", "What differs: a number")
            app.key("y")
            wait(lambda: "pending" not in self.statuses(), "the former verdict stands")
            app.key("ctrl+t")
            app.find("label", "Lost · formerly Confirmed")
            app.key("Delete")
            wait(lambda: self.do("tray", self.article_id()) == "", "the lost claim is retired")
            app.key("Escape", "ctrl+z", "ctrl+z", "ctrl+z")
            wait(lambda: self.statuses() == ["confirmed"] * len(marked), "all of it is undone")
            self.assertEqual(app.close(), 0)
        self.assertIn(money, self.do("show", self.article_id()))
    def test_repeats_by_keys_alone(self):
        """Gives a verdict to what says the same, and takes it back, without a pointer."""
        path = self.folder / "boat.txt"
        path.write_text("Strike on a Boat\n\nThe strike killed 11 people.\n\nA strike killed eleven people. "
                        "The strike reportedly killed 11 people. The strike killed 12 people.\n")
        with self.start(str(path)) as app:
            article = self.open_article(app)
            app.key("ctrl+Home", "n", "n", "m")
            wait(lambda: self.statuses() == ["pending"], "a twin that is marked")
            app.key("shift+n", "c")
            wait(lambda: self.statuses() == ["confirmed", "pending"], "a verdict")
            mention = app.find("list item", "Pending: A strike killed eleven people.")
            self.assertEqual(mention.accessible.description, "It says the same")
            refused = app.find("list item", "Unmarked: The strike killed 12 people.")
            self.assertEqual(refused.accessible.description, "The number differs: 11 – 12")
            refused = app.find("list item", "Unmarked: The strike reportedly killed 11 people.")
            self.assertEqual(refused.accessible.description, "The certainty differs: “reportedly” is only here")
            app.key("shift+r")
            wait(lambda: article.caret == article.text.index("A strike"), "the next mention")
            app.key("ctrl+Home", "Down", "Down")
            app.key("r")
            wait(lambda: self.statuses() == ["confirmed", "confirmed"], "the verdict on both")
            app.key("ctrl+z")
            wait(lambda: self.statuses() == ["confirmed", "pending"], "one step back")
            button = app.find("push button", "Apply Verdict")
            app.key("alt+4")
            for _ in range(12):
                if "focused" in button.states:
                    break
                app.key("Tab")
            self.assertIn("focused", button.states)
            app.key("space")
            wait(lambda: self.statuses() == ["confirmed", "confirmed"], "the button does the same")
            [note] = json.loads(self.do("claims", self.article_id(), "--json"))[1]["comments"]
            self.assertIn("“The strike killed 11 people.”", note["text"])
            self.assertEqual(app.close(), 0)
        self.do("verify")

    def session(self):
        return json.loads(self.do("sessions", self.article_id(), "--json"))[-1]

    def test_review_session_by_keys_alone(self):
        """Begins a session, decides, puts off, is killed, goes on, and ends it, without a pointer."""
        with self.start(ARTICLE) as app:
            self.open_article(app)
            app.key("c", "n", "d", "n", "m")
            wait(lambda: self.statuses() == ["confirmed", "disputed", "pending"], "three claims")
            app.key("ctrl+r")
            app.find("push button", "Begin")
            app.key("ctrl+Return")
            app.find("push button", "Park for Later")
            wait(lambda: self.session()["agenda"][0]["topic"] == "disputed", "a session with an agenda")
            app.key("r")
            entry = app.find("text", "Reason, question or remark")
            wait(lambda: "focused" in entry.states, "the field has the keys")
            run("xdotool", "type", "--delay", "15", "cdp")
            wait(lambda: entry.text == "cdp", "letters are letters")
            app.key("Return", "d")
            wait(lambda: len(self.session()["decisions"]) == 1, "a decision")
            self.assertEqual(self.session()["decisions"][0]["reason"], "cdp")
            app.key("n", "l")
            wait(lambda: self.session()["parked"] == 1, "a point that is put off")
            app.key("a", "Home", "alt+Down")
            wait(lambda: self.session()["agenda"][1]["topic"] == "disputed", "another order")
            app.key("ctrl+z")
            wait(lambda: self.session()["agenda"][0]["topic"] == "disputed", "the order before")
            app.kill()
        self.assertEqual(self.session()["state"], "open")
        with self.start() as app:
            app.find("push button", "Resume")
            app.key("ctrl+r")
            app.find("push button", "Park for Later")
            wait(lambda: self.session()["sittings"] == 2, "another sitting")
            self.assertEqual(self.session()["parked"], 0)
            app.key("shift+n", "k")
            wait(lambda: len(self.session()["decisions"]) == 2, "a decision of the second sitting")
            app.key("ctrl+alt+e")
            app.find(name="End the Review Session?")
            app.key("Return")
            wait(lambda: self.session()["state"] == "ended", "the end")
            app.find("push button", "Minutes…")
            app.key("ctrl+m")
            app.find("push button", "Export…")
            app.kill()
        text = self.do("export", self.article_id(), "--format", "text", "--layout", "minutes")
        self.assertIn("2 decisions", text)
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

    def test_sign_off_by_keys_alone(self):
        """Signs in part, finds the article frozen, reopens it with a reason and goes on."""
        with self.start(ARTICLE) as app:
            self.open_article(app)
            app.key("c")
            wait(lambda: self.statuses() == ["confirmed"], "a confirmed claim")
            app.key("ctrl+alt+s")
            app.find("label", re.compile("things are missing"))
            app.key("alt+n", "ctrl+End")
            run("xdotool", "type", "--delay", "20", " The desk is closed.")
            app.key("ctrl+Return")
            wait(lambda: self.do("sign-offs"), "a sign-off")
            sign_off, = json.loads(self.do("sign-offs", "--json"))
            self.assertTrue(sign_off["exception"].endswith(" The desk is closed."), sign_off)
            app.find("push button", "Reopen…")
            self.open_article(app)
            app.key("d")
            app.find("label", "This article is signed off")
            self.assertEqual(self.statuses(), ["confirmed"])
            app.key("ctrl+alt+r")
            app.find("label", re.compile("All sign-offs of this article end"))
            run("xdotool", "type", "--delay", "20", "New facts")
            app.key("Return")
            wait(lambda: json.loads(self.do("sign-offs", "--json"))[0]["reason"] == "New facts", "it is reopened")
            self.open_article(app)
            app.key("d")
            wait(lambda: self.statuses() == ["disputed"], "a disputed claim")
            self.assertEqual(json.loads(self.do("sign-offs", "--json"))[0]["changes"], 1)
            self.assertEqual(app.close(), 0)
        self.do("verify")

    def test_typing_is_no_command(self):
        """Letters that are typed into a field are letters."""
        with self.start(ARTICLE) as app:
            self.open_article(app)
            app.key("ctrl+f")
            entry = app.find("entry", "Find in Article")
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
            entry = app.find("entry", "Find in Article")
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
            app.find("entry", "Find in Article")
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

    def export(self, app, target, choice=None):
        app.key("ctrl+e")
        app.find("push button", "Preview in Browser")
        if choice is not None:
            app.key("alt+w")
            item = app.find("list item", choice)
            for _ in range(20):
                if "focused" in item.states:
                    break
                app.key("Down")
            app.key("Return")
            self.assertTrue(app.find("combo box", "What Goes Out").find("label", choice))
        app.key("ctrl+Return")
        app.find("text", re.compile("Name"))
        run("xdotool", "key", "ctrl+a")
        run("xdotool", "type", "--delay", "15", str(target))
        app.key("Return")
        wait(target.exists, "the file is written")

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

    def test_progress_by_keys_alone(self):
        """Charts with their tables of the article and of the library; one is copied, all of it goes out."""
        target = Path(tempfile.mkdtemp(prefix="exported-"))
        self.addCleanup(shutil.rmtree, target)
        with self.start(ARTICLE) as app:
            self.open_article(app)
            app.key("c")
            wait(lambda: self.statuses() == ["confirmed"], "a claim")
            app.key("ctrl+shift+p")
            app.find(name="Claims by status")
            app.find(name="Claims by Status")
            app.find("label", "✓ 1 confirmed")
            app.find("table cell", "Confirmed")
            app.key("alt+2")
            app.find("label", "All Articles")
            app.key(*["Tab"] * 5)
            app.key("Down", "ctrl+c")
            app.find("label", "Table copied")
            app.key("ctrl+e", "Down", "Return")
            app.find(name="Export Progress")
            run("xdotool", "type", "--delay", "15", f"{target}/progress")
            app.key("Return")
            app.find("label", re.compile("Exported to “"))
            self.assertIn("<svg", (target / "progress.html").read_text())
            app.key("ctrl+p")
            app.find("dialog", "Print")
            app.key("Escape")
            wait(lambda: not list(app.search("dialog", "Print")), "the dialog is gone")
            # The window manager of the tests gives the focus to the window behind.
            app.key("ctrl+shift+p")
            app.find("label", re.compile("^U.S. and Mexico Pledge"))
            app.key("Escape")
            wait(lambda: not list(app.search(name="Claims by status")), "the window is gone")
            app.key("d")
            wait(lambda: self.statuses() == ["disputed"], "keys go to the article again")
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
