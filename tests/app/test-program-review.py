# SPDX-License-Identifier: GPL-3.0-or-later
"""The real program by keys alone, where an article is looked at again: new drafts, repeats, review
sessions, sign-off, progress."""
import json
import re
import shutil
import sys
import tempfile
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parent.parent)]
from atspi_driver import App, run, wait
from program_case import ARTICLE, GALLEY, GALLEYCTL, ProgramCase
from tap import main


class ReviewTest(ProgramCase):
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
            app.find("label", re.compile("^Unchanged 2 · Moved 0 · Changed 1 · Ambiguous 0 · Lost 1 · 1 new sentence"))
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
            app.key("ctrl+Home", "Down")
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

    def test_forms_by_keys_alone(self):
        """Ctrl+Enter hands a form over, also from a field of several lines."""
        with self.start(ARTICLE) as app:
            self.open_article(app)
            app.key("c")
            wait(lambda: self.statuses() == ["confirmed"], "a claim")
            app.key("q")
            app.find("push button", "Save")
            run("xdotool", "type", "--delay", "15", "Who says so")
            app.key("ctrl+Return")
            wait(lambda: "Who says so" in self.do("queries"), "the query is there")
            wait(lambda: not any(n.has_area for n in app.search("push button", "Save")), "the dialog is gone")
            app.key("alt+2", "a")
            entry = app.find("text", "Source")
            wait(lambda: "focused" in entry.states, "the form has the keys")
            run("xdotool", "type", "--delay", "15", "Minutes")
            app.key("Tab", "Tab", "Tab", "Tab")
            run("xdotool", "type", "--delay", "15", "Two of")
            app.key("Return")
            run("xdotool", "type", "--delay", "15", "them")
            app.key("ctrl+Return")
            wait(lambda: "add-evidence" in self.do("history"), "the source is added")
            [claim] = json.loads(self.do("claims", self.article_id(), "--json"))
            self.assertEqual([e["passage"] for e in claim["evidence"]], ["Two of\nthem"])
            self.assertEqual(app.close(), 0)

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
            app.key("d")  # the article has the focus again
            app.find("label", "This article is signed off")
            self.assertEqual(self.statuses(), ["confirmed"])
            app.key("ctrl+alt+r")
            app.find("label", re.compile("All sign-offs of this article end"))
            run("xdotool", "type", "--delay", "20", "New facts")
            app.key("Return")
            wait(lambda: json.loads(self.do("sign-offs", "--json"))[0]["reason"] == "New facts", "it is reopened")
            app.key("alt+2", "d")
            wait(lambda: self.statuses() == ["disputed"], "a disputed claim")
            self.assertEqual(json.loads(self.do("sign-offs", "--json"))[0]["changes"], 1)
            self.assertEqual(app.close(), 0)
        self.do("verify")

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


main()
