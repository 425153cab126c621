# SPDX-License-Identifier: GPL-3.0-or-later
"""Review sessions in the real program where things go wrong or are done by hand: the library is in use elsewhere, the
program is killed, somebody else sits in the same session, points are dragged."""
import json
import os
import re
import sqlite3
import subprocess
import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parent.parent)]
from atspi_driver import run, wait
from program_case import GALLEY, ProgramCase
from tap import main

TEXT = ("Rain in the Valley\n\nIt rained for 3 days in May. The river rose by 2 meters. Nobody was hurt, the mayor "
        "said.\n\nThe bridge was closed on May 5.\n")


class SessionTest(ProgramCase):
    def setUp(self):
        super().setUp()
        path = self.folder / "rain.txt"
        path.write_text(TEXT)
        self.do("import", str(path))
        self.claims = self.do("mark-suggestions", self.article_id()).split()
        self.session_id = self.do("start-session", self.article_id(), "--present", "Ana").strip()
        self.do("pause-session", self.session_id)

    def session(self):
        return json.loads(self.do("sessions", self.article_id(), "--json"))[-1]

    def order(self):
        return [point["claim"] for point in self.session()["agenda"]]

    def sit_down(self, app):
        app.key("alt+1", "Home", "Return")
        self.open_article(app)
        app.find("push button", "Resume")
        app.key("ctrl+r")
        return app.find("push button", "Park for Later")

    def lock(self):
        """The library is being written by another program, and stays so."""
        other = sqlite3.connect(self.library, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        return other

    def decide(self, app, words, key):
        app.key("r")
        entry = app.find("text", "Reason, question or remark")
        wait(lambda: "focused" in entry.states, "the field has the keys")
        run("xdotool", "type", "--delay", "15", words)
        wait(lambda: entry.text == words, "the words")
        app.key("Return", key)
        return entry

    def test_order_by_pointer_and_keys(self):
        before = self.order()
        rain = "It rained for 3 days in May.. Pending · Open"

        def place():
            """Where the point stands in the list. The window takes no keys before it shows what is durable."""
            return [row.name for row in app.search("list item", re.compile("· Open$"))].index(rain)

        with self.start() as app:
            self.sit_down(app)
            app.key("a")
            rows = [app.find("list item", f"{quote}. Pending · Open")
                    for quote in ("Rain in the Valley", "It rained for 3 days in May.")]
            app.drag(rows[1], rows[0])
            wait(lambda: self.order() == [before[1], before[0], *before[2:]], "the order by pointer")
            wait(lambda: place() == 0, "the order on the screen")
            # A click on the row below would come with the keys: xdotool takes the button for pressed still.
            run("xdotool", "mousemove", "2", "2")
            app.key("Home", "alt+Up", "alt+Down")
            wait(lambda: self.order() == before and place() == 1, "the order by keys")
            app.key("alt+Down")
            wait(lambda: self.order() == [before[0], before[2], before[1], *before[3:]] and place() == 2,
                 "the same point again")
            app.key("ctrl+z")
            wait(lambda: self.order() == before and place() == 1, "one step back")
            app.key("ctrl+z")
            wait(lambda: self.order() == [before[1], before[0], *before[2:]] and place() == 0, "the order before")

    def test_library_in_use(self):
        """A decision that can't be saved stays, is told of in the session itself, and is saved on a later try."""
        with self.start() as app:
            self.sit_down(app)
            other = self.lock()
            self.decide(app, "no source", "d")
            app.find("alert", re.compile("^1 change could not be saved: .* is in use by another program$"), limit_s=60)
            app.key("c")  # nothing else can be decided until this is
            other.execute("ROLLBACK")
            other.close()
            self.assertEqual(self.session()["decisions"], [])
            self.assertEqual(set(self.statuses()), {"pending"})
            app.key("ctrl+shift+r")
            wait(lambda: len(self.session()["decisions"]) == 1, "it is saved")
            self.assertEqual(self.session()["decisions"][0]["reason"], "no source")
            self.assertEqual(self.statuses().count("disputed"), 1)
        self.do("verify")

    def test_killed_while_deciding(self):
        """Of a decision that was under way when the program was killed there is nothing, and the session goes on."""
        with self.start() as app:
            self.sit_down(app)
            other = self.lock()
            self.decide(app, "no source", "d")
            app.kill()
            other.execute("ROLLBACK")
            other.close()
        self.do("verify")
        self.assertEqual((self.session()["state"], self.session()["decisions"]), ("open", []))
        self.assertEqual(set(self.statuses()), {"pending"})
        with self.start() as app:
            self.sit_down(app)
            self.assertEqual(self.session()["sittings"], 3)
            self.decide(app, "no source", "d")
            wait(lambda: len(self.session()["decisions"]) == 1, "it is decided after all")
            self.assertEqual(self.session()["decisions"][0]["claim"], self.claims[0])
            app.kill()
        self.assertEqual(self.statuses().count("disputed"), 1)
        self.do("verify")

    def test_somebody_else_in_the_same_session(self):
        """What another process decides is kept beside what is decided here, and seen with it."""
        with self.start() as app:
            self.sit_down(app)
            self.do("resolve", self.session_id, "1", "confirmed", "--reason", "seen", "--by", "Ben")
            self.do("resolve", self.session_id, "2", "confirmed", "--by", "Ben")
            self.decide(app, "no source", "d")
            wait(lambda: len(self.session()["decisions"]) == 3, "all of it is there")
            mine, = [d for d in self.session()["decisions"] if d["reason"] == "no source"]
            self.assertEqual((mine["claim"], mine["old_status"]), (self.claims[0], "confirmed"))
            app.find("label", "Decided")
            self.do("end-session", self.session_id)
            app.find(name="The Session Has Ended")
            app.key("n", "c")
            self.assertEqual(len(self.session()["decisions"]), 3)
            app.kill()
        self.assertEqual(self.session()["state"], "ended")
        self.do("verify")

    def test_started_twice(self):
        """A second start shows the window that is there: nobody sits in a session twice at one desktop."""
        with self.start() as app:
            self.sit_down(app)
            wait(lambda: self.session()["sittings"] == 2, "people sit down")
            again = subprocess.run([GALLEY, "--library", str(self.library)], env={**os.environ, **self.environment},
                                   capture_output=True, text=True, timeout=60)
            self.assertEqual((again.returncode, again.stdout), (0, ""))
            self.assertEqual((self.session()["state"], self.session()["sittings"]), ("open", 2))
            app.kill()
        self.do("verify")


main()
