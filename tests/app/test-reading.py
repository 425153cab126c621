# SPDX-License-Identifier: GPL-3.0-or-later
"""A second reading in the real program, by keys alone: nothing of the first verdicts shines through
while it lasts, it is still blind after a restart, and what came of it is decided about."""
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
from atspi_driver import App, pyatspi, wait
from tap import main

GALLEY = os.environ["GALLEY"]
GALLEYCTL = os.environ["GALLEYCTL"]
SENTENCES = [f"The river rose by {n} meters in the year {1990 + n}." for n in range(1, 9)]
STATUSES = ["confirmed", "disputed", "pending", "confirmed", "disputed", "confirmed", "confirmed", "disputed"]


class ReadingTest(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="galley-"))
        self.addCleanup(shutil.rmtree, self.folder)
        self.library = self.folder / "test.galleydb"
        self.environment = {"GSETTINGS_BACKEND": "keyfile", "XDG_CONFIG_HOME": str(self.folder / "config")}
        text = self.folder / "flood.txt"
        text.write_text("Flood\n\n" + "\n\n".join(SENTENCES) + "\n")
        self.article = self.do("import", text).strip()
        title, *self.claims = self.do("mark-suggestions", self.article).split()
        self.do("unmark", title)
        for claim, status in zip(self.claims, STATUSES):
            self.do("status", claim, status, "--reason", "SECRET reason")
        first = self.claims[0]
        self.do("note", first, "SECRET note")
        self.do("correction", first, "SECRET correction")
        self.do("comment", first, "SECRET comment")
        self.do("ask", first, "SECRET question")
        self.do("set", first, "category", "SECRET category")
        self.do("set", first, "assignee", "SECRET assignee")
        self.do("source", first, "The river register", "--passage", "It rose by one meter")

    def do(self, *arguments):
        result = subprocess.run([GALLEYCTL, "--library", self.library, "--actor", "Ana", *arguments],
                                capture_output=True, text=True, timeout=60)
        if result.returncode == 2 and "--actor" in result.stderr:
            result = subprocess.run([GALLEYCTL, "--library", self.library, *arguments],
                                    capture_output=True, text=True, timeout=60)
        self.assertEqual((result.returncode, result.stderr), (0, ""), arguments)
        return result.stdout

    def do_json(self, *arguments):
        return json.loads(self.do(*arguments, "--json"))

    def start(self):
        app = App([GALLEY, "--library", str(self.library)], self.environment)
        app.find("frame")
        return app

    def open_article(self, app):
        app.key("alt+1", "Home", "Return")
        self.wait_for_article(app)

    def wait_for_article(self, app):
        article = app.find("text", "Article")
        wait(lambda: "focused" in article.states or app.key("alt+2"), "the article has the focus")

    def choose_first(self, app):
        """A dialog that closes gives the focus back only when the window manager has seen it."""
        wait(lambda: "sensitive" in app.find("push button", "Confirm").states or app.key("ctrl+Home", "n"),
             "a claim is chosen")

    def wait_for_bar(self, app, n):
        app.find("status bar", re.compile(rf"^Second reading by .+ · {n} of 8 · blind$"))

    def words(self, app):
        """All that a screen reader could say of what is there."""
        said = []
        for node in app.walk():
            said += [node.name, node.accessible.description]
            if "Text" in pyatspi.listInterfaces(node.accessible):
                said.append(node.text)
        return [text for text in said if text]

    def assert_blind(self, app):
        words = self.words(app)
        self.assertIn("Flood", "\n".join(words))
        for text in words:
            self.assertNotIn("SECRET", text)
            self.assertNotIn("Ana", text)
            # Rows; buttons are called by the word alone. What is not judged is not said to be pending.
            self.assertNotRegex(text, r"(Confirmed|Disputed|Pending)[,:.·]")
            self.assertNotRegex(text, r"(Confirmed|Disputed|Pending) claims: [1-9]")

    def read_elsewhere(self):
        """A colleague's copy, in which somebody whose name is that of who works here begins to read."""
        def run(library, *arguments):
            subprocess.run([GALLEYCTL, *arguments[:1], "--library", library, *arguments[1:]], check=True, timeout=60,
                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

        other, package = self.folder / "other.galleydb", self.folder / "other.galley"
        run(self.library, "export", self.article, "--format", "package", "--output", package)
        run(other, "import", package)
        run(other, "start-reading", self.article)
        run(other, "judge", self.claims[0], "disputed")
        run(other, "export", self.article, "--format", "package", "--output", package)
        run(self.library, "import", package)

    def test_namesake(self):
        self.read_elsewhere()
        question = "Is This Second Reading Yours?"
        with self.start() as app:
            app.key("alt+1", "Home")
            app.find("label", question)
            self.assertFalse(any("SECRET" in text for text in self.words(app)))
            app.key("Escape")
            app.find("list item", "Flood, Second reading under way")
            app.key("alt+1", "Home")
            app.find("label", question)
            app.key("alt+n")
            wait(lambda: any("SECRET" in text for text in self.words(app)), "the article is shown to who checks it")
            app.key("ctrl+alt+b")
            app.find("label", re.compile("reads this article in another copy of the library. Take another name first$"))
            self.assertEqual(app.close(), 0)
        self.assertFalse(self.do_json("readings", self.article)[0]["here"])

        with self.start() as app:
            app.find("label", question)
            self.assertFalse(any("SECRET" in text for text in self.words(app)))
            app.key("alt+g")
            wait(lambda: len(list(app.children())) == 1, "the question is gone")
            wait(lambda: self.do_json("readings", self.article)[0]["here"], "it is read here")
            self.wait_for_bar(app, 1)
            wait(lambda: "active" in app.find("frame").states, "keys go to the window again")
            self.choose_first(app)
            app.key("n", "n", "d")
            self.wait_for_bar(app, 2)
            # What was found elsewhere is not taken back here, nor what somebody else does meanwhile.
            self.do("status", self.claims[5], "disputed")
            app.key("ctrl+z")
            self.wait_for_bar(app, 1)
            app.key("ctrl+z")
            wait(lambda: self.judged() == 1, "the judgement from elsewhere is there")
            self.assertEqual(self.do_json("claims", self.article)[5]["status"], "disputed")
            self.assertEqual(app.close(), 0)

        with self.start() as app:
            self.wait_for_bar(app, 1)
            self.assertFalse(any(text == question for text in self.words(app)))
            self.assertEqual(app.close(), 0)
        self.assertEqual(self.do("verify"), "")

    def judged(self):
        reading, = self.do_json("readings", self.article)
        return reading["judged"]

    def test_by_keys_alone(self):
        before = self.do_json("claims", self.article)
        with self.start() as app:
            self.open_article(app)
            self.assertTrue(any("SECRET" in text for text in self.words(app)))
            app.key("ctrl+alt+b")
            app.find("label", re.compile("without being shown the first verdicts"))
            app.find("push button", "Start Reading")
            app.key("ctrl+Return")
            self.wait_for_bar(app, 0)
            self.assert_blind(app)
            app.find("label", "0 of 8 judged")
            app.find("list item", f"Not judged yet: {SENTENCES[1]}")
            for name, count in (("All claims", 8), ("Claims not judged yet", 8), ("Pending claims", 0)):
                app.find("push button", f"{name}: {count}")
            # Every claim once, chosen and judged; the panel shows each.
            self.choose_first(app)
            for n, key in enumerate("cdpcc", 1):
                app.key(*(["n"] if n > 1 else []), key)
                self.wait_for_bar(app, n)
                wait(lambda: self.judged() == n, "a verdict of the reading")
                if n == 1:
                    app.find("label", re.compile("The river register"))
                    words = [text for text in self.words(app) if "SECRET" in text or "Ana" in text]
                    self.assertEqual(words, [])
                    app.find("push button", "Claims not judged yet: 7")
                    app.find("list item", re.compile(f"^Confirmed.*: {SENTENCES[0]}$"))
                if n == 3:
                    app.find("list item", f"Pending: {SENTENCES[2]}")
                    app.find("push button", "Pending claims: 1")
            app.key("ctrl+z")
            self.wait_for_bar(app, 4)
            # What would show more does nothing.
            for keys in ("ctrl+shift+h", "ctrl+e", "ctrl+shift+s", "ctrl+shift+q", "F9", "ctrl+k", "ctrl+alt+g"):
                app.key(keys)
            self.wait_for_bar(app, 4)
            self.assertEqual(len(list(app.children())), 1)
            self.assertFalse(any("SECRET" in text for text in self.words(app)))
            self.assertEqual(self.do_json("claims", self.article), before)
            # Who pauses sees the library, which keeps to itself how the article stands.
            app.key("ctrl+alt+p")
            app.find("list item", "Flood, Second reading under way")
            self.open_article(app)
            self.wait_for_bar(app, 4)
            self.assertEqual(app.close(), 0)

        with self.start() as app:
            # It goes on where it was, and as blind.
            self.wait_for_bar(app, 4)
            self.wait_for_article(app)
            self.assertFalse(any("SECRET" in text for text in self.words(app)))
            app.key("ctrl+Home", "n", "c")
            self.wait_for_bar(app, 5)
            app.key("ctrl+alt+e")
            app.find("label", "End the Second Reading?")
            app.key("alt+e")
            wait(lambda: any("SECRET" in text for text in self.words(app)), "the first verdicts are shown")
            wait(lambda: self.do_json("readings", self.article)[0]["ended_at"], "the reading has ended")
            self.assertEqual(self.do_json("claims", self.article), before)

            app.key("ctrl+alt+g")
            app.find("label", re.compile("^The check and 1 reading are compared on 8 claims"))
            app.find("label", re.compile("^4 of 5 claims the same, 80 %"))
            app.find("push button", "Confirmed").click()
            wait(lambda: [d["decided"] for d in self.do_json("agreement", self.article)["disagreements"]] == [True],
                 "it is decided")
            app.find("label", "Decided: Confirmed")
            app.find("label", re.compile("^4 of 5 claims the same, 80 %"))
            app.key("Escape")
            wait(lambda: len(list(app.children())) == 1, "the agreement is closed")
            self.assertEqual(app.close(), 0)
        self.assertEqual(self.do("verify"), "")


if __name__ == "__main__":
    main()
