#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Review sessions: the agenda, decisions, what was put off, and the minutes."""
import harness

ARTICLE = """Strike on a Boat

The strike killed 11 people. Officials disagree. The harbour was closed for 3 days. The mayor <b>spoke</b> & left.
"""


class SessionsTest(harness.CliTest):
    def setUp(self):
        super().setUp()
        self.article = self.do("import", self.write("article.txt", ARTICLE)).strip()
        self.text = self.do_json("show", self.article)["text"]
        self.strike = self.mark("The strike killed 11 people.", "--status", "disputed", "--reason", "wrong")
        self.officials = self.mark("Officials disagree.")
        self.do("dismiss", self.article, *self.range("Strike on a Boat"))

    def range(self, words):
        start = self.text.index(words)
        return start, start + len(words)

    def mark(self, words, *options):
        return self.do("mark", self.article, *self.range(words), *options).strip()

    def start(self, *options):
        return self.do("start-session", self.article, "--present", "Eve", "--present", "Ana", *options).strip()

    def session(self):
        return self.do_json("sessions", self.article)[-1]

    def agenda(self, session):
        return [line.split("\t") for line in self.do("agenda", session).splitlines()]

    def test_agenda(self):
        session = self.start()
        self.assertEqual([line[2:] for line in self.agenda(session)], [
            ["disputed", "open", "The strike killed 11 people."],
            ["pending", "open", "Officials disagree."],
            ["suggestion", "open", "The harbour was closed for 3 days."],
            ["suggestion", "open", "The mayor <b>spoke</b> & left."],
        ])
        self.do("agenda", session, 4, self.officials)
        self.assertEqual([line[4][:8] for line in self.agenda(session)],
                         ["The mayo", "Official", "The stri", "The harb"])
        self.do("agenda", session, "--drop", 1)
        self.assertEqual(len(self.agenda(session)), 3)
        self.assertEqual(self.do("undo", self.article), "order-agenda\n")
        self.assertEqual(len(self.agenda(session)), 4)

    def test_topics_and_claims(self):
        self.start("--topic", "pending", "--topic", "disputed")
        self.assertEqual([p["claim"] for p in self.session()["agenda"]], [self.officials, self.strike])
        self.start("--claim", self.strike, "--heading", "Disagreements of the second reading")
        self.assertEqual([p["claim"] for p in self.session()["agenda"]], [self.strike])
        self.assertEqual(self.session()["heading"], "Disagreements of the second reading")
        self.assertIn("“bogus”", self.refuse(2, "start-session", self.article, "--present", "Eve", "--topic", "bogus"))
        self.refuse(2, "start-session", self.article)
        for blank in ("", "\t", "\u200b"):
            self.refuse(2, "start-session", self.article, "--present", "Eve", "--present", blank)
            self.refuse(2, "start-session", self.article, "--present", "Eve", "--chair", blank)

    def test_decisions(self):
        session = self.start()
        self.do("resolve", session, 1, "keep", "--words", "It stays wrong", "--actor", "Zoë")
        self.do("resolve", session, self.officials, "confirmed", "--by", "Ana", "--correction", "Officials differ.")
        self.do("resolve", session, 3, "pending", "--reason", "no source")
        self.do("resolve", session, 4, "dismiss", "--as", "not-checkable")
        kept, confirmed, marked, dismissed = self.session()["decisions"]
        self.assertEqual((kept["ruling"], kept["old_status"], kept["status"], kept["words"], kept["decider"],
                          kept["noted_by"]), ("keep", "disputed", "disputed", "It stays wrong", "Eve", "Zoë"))
        self.assertEqual((confirmed["decider"], confirmed["old_status"], confirmed["status"], confirmed["correction"]),
                         ("Ana", "pending", "confirmed", "Officials differ."))
        self.assertEqual((marked["old_status"], marked["status"], marked["reason"]), (None, "pending", "no source"))
        self.assertEqual((dismissed["status"], dismissed["quote"]), (None, "The mayor <b>spoke</b> & left."))
        claims = {c["id"]: c for c in self.do_json("claims", self.article)}
        self.assertEqual(claims[marked["claim"]]["quote"], "The harbour was closed for 3 days.")
        self.assertEqual(claims[self.officials]["status"], "confirmed")
        self.assertEqual((self.session()["decided"], self.session()["left"]), (4, 0))
        self.assertIn("left to decide", self.refuse(1, "resolve", session, 4, "pending"))
        for _ in range(4):
            self.assertEqual(self.do("undo", self.article), "decide\n")
        self.assertEqual(self.session()["decisions"], [])
        self.assertEqual(len(self.do_json("claims", self.article)), 2)
        self.do("verify")

    def test_what_makes_no_sense(self):
        session = self.start()
        self.refuse(1, "resolve", session, 1, "dismiss")
        self.refuse(1, "resolve", session, 3, "keep")
        for ruling in ("correction", "ask", "note"):
            self.refuse(2, "resolve", session, 1, ruling)
        self.refuse(2, "resolve", session, 1, "verdict")
        self.refuse(2, "resolve", session, 1, "note", "--words", "\t")
        self.refuse(2, "resolve", session, 1, "keep", "--by", "")
        for blank in ("", " ", "\x01"):
            self.refuse(2, "present", session, "Eve", blank)
            self.refuse(2, "resume-session", session, "--present", blank)
        self.assertEqual([p["name"] for p in self.session()["present"]], ["Eve", "Ana"])
        self.do("present", session, "Eve", " Ana\u200b ")
        self.assertEqual([p["name"] for p in self.session()["present"]], ["Eve", "Ana"])
        self.refuse(3, "resolve", session, 9, "keep")
        self.refuse(3, "resolve", "0000", 1, "keep")
        self.assertEqual(self.session()["decisions"], [])

    def test_parking(self):
        session = self.start()
        self.do("park", session, 1, "--why", "until the lawyer is here")
        point = self.session()["agenda"][0]
        self.assertEqual((point["state"], point["why_parked"]), ("parked", "until the lawyer is here"))
        self.do("pause-session", session)
        self.assertEqual(self.session()["state"], "paused")
        self.do("resume-session", session, "--present", "Eve", "--present", "Ben")
        self.assertEqual(self.session()["agenda"][0]["state"], "open")
        self.assertEqual([(p["name"], p["until"] is None) for p in self.session()["present"]],
                         [("Eve", True), ("Ana", False), ("Ben", True)])
        self.do("park", session, 2)
        self.do("park", session, 2, "--back")
        self.assertEqual((self.session()["parked"], self.session()["sittings"]), (0, 2))
        self.do("present", session, "Ben", "--chair", "Ben")
        self.assertEqual(self.session()["chair"], "Ben")
        self.do("end-session", session)
        self.assertEqual(self.session()["state"], "ended")
        self.refuse(3, "resolve", session, 1, "keep")
        self.refuse(3, "resume-session", session)
        self.do("verify")

    def test_minutes(self):
        self.assertIn("There has been no review session about this article.",
                      self.do("export", self.article, "--format", "text", "--layout", "minutes"))
        self.refuse(3, "export", self.article, "--format", "text", "--layout", "minutes", "--session", "0000")
        first = self.start("--topic", "pending")
        self.do("end-session", first)
        session = self.start()
        self.do("resolve", session, 1, "ask", "--question", "Who counted?", "--by", "Ana")
        self.do("resolve", session, 2, "disputed", "--reason", "<none>", "--correction", "")
        self.do("park", session, 4, "--why", "until Ben is back")
        self.do("end-session", session)
        export = ("export", self.article, "--format", "text", "--layout", "minutes")
        text = self.do(*export)
        for words in ("Minutes of a review session", "Eve; Ana", "The strike killed 11 people.", "Who counted?",
                      "Officials disagree.", "<none>", "Strike these words", "Decided by: Ana", "until Ben is back",
                      "\nParked\n------\n\n  • The mayor <b>spoke</b> & left. – ",
                      "\nNot Reached\n-----------\n\n  • The harbour was closed for 3 days.\n",
                      "2 decisions", "1 point was parked", "1 point was not reached"):
            self.assertIn(words, text)
        self.assertLess(text.index("Who counted?"), text.index("<none>"))
        self.assertIn("Nothing was decided.", self.do(*export, "--session", first[:13]))
        self.refuse(2, "export", self.article, "--format", "text", "--session", session)
        html = self.do("export", self.article, "--format", "html", "--layout", "minutes")
        self.assertIn("&lt;none&gt;", html)
        self.assertNotIn("<none>", html)

    def test_minutes_do_not_change(self):
        session = self.start()
        self.do("resolve", session, 2, "confirmed")
        export = ("export", self.article, "--format", "markdown", "--layout", "minutes")
        before = self.do(*export)
        self.do("status", self.officials, "disputed", "--reason", "later")
        self.do("status", self.strike, "confirmed")  # which was not reached
        strip = [line for line in before.splitlines() if "Exported" not in line]
        self.assertEqual([line for line in self.do(*export).splitlines() if "Exported" not in line], strip)

    def test_history_knows_it(self):
        session = self.start()
        self.do("resolve", session, 2, "confirmed", "--reason", "seen")
        verbs = [e["verb"] for e in self.do_json("history", self.article)]
        self.assertIn("start-session", verbs)
        decided = [e for e in self.do_json("history", "--claim", self.officials) if e["kind"] == "session.decide"]
        self.assertEqual(len(decided), 1)
        self.do("park", session, 1, "--why", "no phone")
        self.do("pause-session", session)
        self.do("resume-session", session)
        self.do("end-session", session)
        lines = [line.split("\t") for line in self.do("history", self.article).splitlines()]
        told = {fields[3]: fields[5] for fields in lines}
        self.assertEqual(told["session.park"], "open → parked: no phone")
        self.assertEqual(told["session.pause"], "open → paused")
        self.assertEqual(told["session.resume"], "paused → open")
        self.assertEqual(told["session.end"], "open → ended")


if __name__ == "__main__":
    harness.main()
