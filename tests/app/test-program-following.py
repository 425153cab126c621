# SPDX-License-Identifier: GPL-3.0-or-later
"""The real program while galleyctl works on the same library: what is shown is what is there, and what is typed stays."""
import itertools
import json
import re
import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parent.parent)]
from atspi_driver import LIMIT_S, run, wait
from program_case import ProgramCase
from tap import main

TEXT = ("Rain in the Valley\n\nIt rained for 3 days in May. The river rose by 2 meters. Nobody was hurt, the mayor "
        "said.\n\nThe bridge was closed on May 5.\n")


class FollowingTest(ProgramCase):
    def setUp(self):
        super().setUp()
        self.path = self.folder / "rain.txt"
        self.path.write_text(TEXT)
        self.do("import", str(self.path))
        self.claims = self.do("mark-suggestions", self.article_id()).split()

    def start_in_article(self):
        app = self.start()
        app.key("alt+1", "Home", "Return")
        self.article = self.open_article(app)
        return app

    def type_note(self, app, words):
        """Types a note on the claim that is chosen, and does not leave the field."""
        app.key("e")
        note = app.find("text", "Note")
        wait(lambda: "focused" in note.states, "the note has the keys")
        run("xdotool", "type", "--delay", "15", words)
        wait(lambda: note.text == words, "the words")
        return note

    def note(self):
        return json.loads(self.do("claims", self.article_id(), "--json"))[0].get("note")

    def judge_until_told(self, app, claim):
        """Where it takes longer to look for a toast than that stays, the next change has another one."""
        times = itertools.count(1)

        def judge():
            self.do("status", claim, "disputed", "--reason", f"asked {next(times)} times")
            return app.find(name="Another program changed this article", limit_s=3)

        wait(judge, "it is told that another program changed the article", 4 * LIMIT_S)

    def test_verdicts(self):
        """A verdict, its counts and a new article are there without anybody asking for them."""
        with self.start_in_article() as app:
            app.find(name=re.compile("^0 of 5 checked"))
            self.judge_until_told(app, self.claims[0])
            app.find(name=re.compile("^1 of 5 checked"))
            app.find("list item", re.compile("^Disputed: Rain in the Valley"))
            self.assertEqual(self.article.text.count("Rain in the Valley"), 1)
            self.assertIn("focused", self.article.states)
            second = self.folder / "second.txt"
            second.write_text("Another Matter\n\nThere is one more.\n")
            self.do("import", str(second))
            app.find("list item", re.compile("^Another Matter"))
            self.assertEqual(app.close(), 0)
        self.do("verify")

    def test_typing(self):
        """Letters that are meant for a note are no keys, whatever becomes of the article meanwhile."""
        with self.start_in_article() as app:
            app.key("ctrl+Home")
            note = self.type_note(app, "a word")
            self.do("status", self.claims[0], "disputed")
            app.find(name=re.compile("^1 of 5 checked"))
            self.path.write_text(TEXT.replace("3 days", "4 days"))
            self.do("draft", self.article_id(), str(self.path))
            wait(lambda: "4 days" in self.article.text, "the new draft")
            wait(lambda: "focused" in note.states and note.text == "a word", "what was typed")
            run("xdotool", "type", "--delay", "15", " cdp")
            wait(lambda: note.text == "a word cdp", "what is typed since")
            app.key("Escape")
            wait(lambda: self.note() == "a word cdp", "the note is saved")
            self.assertEqual(self.statuses().count("confirmed"), 0)
            self.assertEqual(app.close(), 0)
        self.do("verify")

    def test_signed(self):
        """What is signed elsewhere is frozen here, and what was typed waits until it is reopened."""
        with self.start_in_article() as app:
            app.key("ctrl+Home")
            note = self.type_note(app, "a word")
            self.do("sign", self.article_id(), "editor", "--name", "Ben", "--exception", "all of it")
            app.find(name=re.compile("^Signed off"))
            wait(lambda: "read-only" in note.states or "editable" not in note.states, "the note can only be read")
            app.key("Escape")
            app.find("alert", re.compile("^1 change is not saved: "))
            self.assertEqual(note.text, "a word")
            self.do("reopen", self.article_id(), "too early")
            wait(lambda: "editable" in note.states, "the note can be written")
            app.key("ctrl+shift+r")
            wait(lambda: self.note() == "a word", "the note is saved")
            self.assertEqual(app.close(), 0)
        self.do("verify")


main()
