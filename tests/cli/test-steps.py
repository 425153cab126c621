#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""undo, redo and history, each in a process of its own"""
import harness


class UndoTest(harness.LibraryTest):
    def state(self):
        shown = self.do_json("show", self.article)
        del shown["changed_at"]
        return shown

    def test_all_the_way_back_and_forth(self):
        states = [self.state()]
        id = self.mark("11 people", "--note", "n")
        steps = [["status", id, "disputed", "--reason", "r"], ["note", id, "m"], ["correction", id, "12 people"],
                 ["source", id, "Police report"], ["move", id, "0", "5"], ["archive", self.article],
                 ["mark-suggestions", self.article], ["unmark", id]]
        states.append(self.state())
        for step in steps:
            self.do(*step)
            states.append(self.state())
        verbs = ["mark", "set-status", "set-note", "set-correction", "add-evidence", "move", "archive", "mark",
                 "delete-claim"]
        for state, verb in zip(reversed(states[:-1]), reversed(verbs)):
            self.assertEqual(self.do("undo", self.article), verb + "\n")
            self.assertEqual(self.state(), state)
        for state, verb in zip(states[1:], verbs):
            self.assertEqual(self.do("redo", self.article), verb + "\n")
            self.assertEqual(self.state(), state)
        self.assertEqual(self.do("verify"), "")

    def test_nothing_to_redo(self):
        self.mark("11 people")
        before = self.contents()
        self.refuse(1, "redo", self.article)
        self.assertEqual(self.contents(), before)

    def test_a_new_step_ends_redo(self):
        self.mark("11 people")
        self.do("undo", self.article)
        self.mark("The mayor met")
        self.refuse(1, "redo", self.article)
        self.assertEqual([c["quote"] for c in self.claims()], ["The mayor met"])

    def test_articles_are_undone_apart(self):
        other = self.add("Another article of some length. It has two sentences.")
        self.do("mark", other, 0, 7)
        self.mark("11 people")
        self.do("undo", other)
        self.assertEqual((len(self.claims()), len(self.claims(other))), (1, 0))

    def test_last_step_of_the_library(self):
        other = self.add("Another article of some length. It has two sentences.")
        self.do("mark", other, 0, 7)
        self.mark("11 people")
        self.assertEqual([self.do("undo") for _ in range(3)], ["mark\n", "mark\n", "import\n"])
        self.assertEqual((self.claims(), [a["id"] for a in self.do_json("list")]), ([], [self.article]))
        self.assertEqual([self.do("redo") for _ in range(3)], ["import\n", "mark\n", "mark\n"])
        self.assertEqual((len(self.claims()), len(self.claims(other))), (1, 1))

    def test_import_can_be_undone(self):
        self.assertEqual(self.do("undo", self.article), "import\n")
        self.assertEqual(self.do_json("list", "--all"), [])
        self.refuse(1, "undo", self.article)
        self.assertEqual(self.do("redo", self.article), "import\n")
        self.assertEqual([a["id"] for a in self.do_json("list")], [self.article])


class HistoryTest(harness.LibraryTest):
    def test_shape(self):
        id = self.mark("11 people")
        for blank in ("", " ", "\x01", "\u200b"):
            self.refuse(2, "status", id, "disputed", "--actor", blank)
        self.do("status", id, "disputed", "--reason", "twelve", "--actor", "Zoë")
        entries = self.do_json("history", self.article)
        for entry in entries:
            self.assertEqual(set(entry), {"event", "time", "actor", "act", "verb", "kind", "article", "subject",
                                          "unit", "old", "new", "claim", "quote", "seal"})
            self.assertRegex(entry["time"], r"\A\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z\Z")
            self.assertEqual((entry["article"], entry["act"]), (self.article, "do"))
        [entry] = [entry for entry in entries if entry["verb"] == "set-status"]
        self.assertEqual((entry["actor"], entry["subject"]), ("Zoë", id))
        self.assertIn("disputed", entry["new"].lower())
        self.assertIn("pending", entry["old"].lower())

    def test_of_one_claim(self):
        id = self.mark("11 people")
        other = self.mark("The mayor met")
        self.do("note", id, "once")
        self.do("note", other, "twice")
        for entries in (self.do_json("history", "--claim", id), self.do_json("history", self.article, "--claim", id)):
            self.assertEqual(sorted(entry["verb"] for entry in entries), ["mark", "set-note"])
            self.assertEqual({entry["subject"] for entry in entries}, {id})

    def test_undo_is_in_it(self):
        id = self.mark("11 people")
        self.do("undo", self.article)
        self.assertEqual({entry["act"] for entry in self.do_json("history") if entry["verb"] == "mark"},
                         {"do", "undo"})
        self.assertIn("undo mark", self.do("history", self.article))

    def test_lines(self):
        id = self.mark("11 people")
        self.do("note", id, "old\twords")
        self.do("note", id, "new\nwords")
        lines = [line.split("\t") for line in self.do("history").splitlines()]
        self.assertEqual({len(line) for line in lines}, {7})
        [line] = [line for line in lines if "new words" in line[5]]
        self.assertEqual(line[2:5], ["set-note", "claim.note", id])
        self.assertIn("old words", line[5])
        self.assertEqual(line[6], "11 people")

    def test_of_what_stands_under_claims(self):
        id = self.mark("11 people")
        comment = self.do("comment", id, "Called them.").strip()
        self.do("remove-comment", comment)
        self.do("unmark", id)
        for entry in self.do_json("history", self.article):
            if entry["verb"] in ("mark", "add-note", "remove-note", "delete-claim"):
                self.assertEqual((entry["claim"], entry["quote"]), (id, "11 people"))

    def test_since(self):
        id = self.mark("11 people")
        between = self.do_json("history")[-1]["time"]
        self.do("note", id, "asked")
        entries = self.do_json("history", "--since", between)
        self.assertEqual(entries[-1]["verb"], "set-note")
        self.assertLess(len(entries), len(self.do_json("history")))
        self.assertTrue(all(entry["time"] >= between for entry in entries))
        self.assertEqual(self.do_json("history", "--since", "2199-01-01"), [])
        self.refuse(2, "history", "--since", "yesterday")

    def test_of_a_removed_article(self):
        self.do("delete", self.article)
        self.assertIn("remove-article", {entry["verb"] for entry in self.do_json("history", self.article)})

    def test_in_order(self):
        for _ in range(5):
            self.mark("11 people")
        times = [entry["time"] for entry in self.do_json("history")]
        self.assertIn(times, (sorted(times), sorted(times, reverse=True)))


if __name__ == "__main__":
    harness.main()
