#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What an article says more than once, and a verdict on one mention for the others."""
import harness

ARTICLE = """Strike on a Boat

Key Takeaways

  • The strike killed 11 people.
  • The mayor said 40 buses were bought.
  • A new bridge will open in May.

Facts

A strike killed eleven people. The orchestra played Mahler in the harbour hall. The strike reportedly killed 11 people. The strike did not kill 11 people.

The mayor said 45 buses were bought. A new bridge may open in May.

Unconfirmed

  • The strike killed 11 people.
"""


class RepeatsTest(harness.CliTest):
    def setUp(self):
        super().setUp()
        self.begin(ARTICLE)

    def begin(self, text):
        self.article = self.do("import", self.write("article.txt", text)).strip()
        self.text = self.do_json("show", self.article)["text"]

    def mark(self, words, *options, nth=0):
        start = -1
        for _ in range(nth + 1):
            start = self.text.index(words, start + 1)
        return self.do("mark", self.article, start, start + len(words), *options).strip()

    def claim(self, claim_id):
        return next(c for c in self.do_json("claims", self.article) if c["id"] == claim_id)

    def group(self, quote):
        return next(g for g in self.do_json("repeats", self.article) if quote in g[0]["quote"])

    def test_lists_suggestions(self):
        group = self.group("The strike killed 11 people.")
        self.assertEqual([(m["quote"], m["claim"], m["state"], m["differences"], m["reason"]) for m in group], [
            ("The strike killed 11 people.", None, "first", [], None),
            ("A strike killed eleven people.", None, "free", [], None),
            ("The strike reportedly killed 11 people.", None, "different", ["hedge"],
             "The certainty differs: “reportedly” is only here"),
            ("The strike did not kill 11 people.", None, "different", ["negation", "words"],
             "The negation differs: “not” is only here"),
            ("The strike killed 11 people.", None, "different", ["hedge"],
             "The certainty differs: “Unconfirmed” is only here"),
        ])
        self.assertEqual([m["reason"] for m in self.group("The mayor said 40 buses were bought.")],
                         [None, "The number differs: 40 – 45"])
        self.assertEqual([m["reason"] for m in self.group("A new bridge will open in May.")],
                         [None, "The modal verb differs: will – may"])

    def test_lists_lines(self):
        claim = self.mark("The mayor said 45 buses were bought.", "--status", "confirmed")
        lines = [line.split("\t") for line in self.do("repeats", self.article).splitlines()]
        group = [line for line in lines if "buses" in line[6]]
        self.assertEqual([line[1:4] + line[6:] for line in group], [
            ["first", claim, "confirmed", "The mayor said 45 buses were bought.", ""],
            ["different", "-", "suggestion", "The mayor said 40 buses were bought.", "The number differs: 45 – 40"],
        ])
        self.assertEqual(self.text[int(group[1][4]):int(group[1][5])], group[1][6])

    def test_gives_in_one_step(self):
        first = self.mark("The strike killed 11 people.", "--status", "disputed", "--reason", "wrong", "--actor", "Ada")
        self.do("source", first, "Harbour log", "--passage", "Nine dead.", "--stance", "contradicts",
                "--consulted", "2025-09-03")
        twin = self.mark("A strike killed eleven people.")
        hedged = self.mark("The strike reportedly killed 11 people.")
        before = self.do_json("claims", self.article)
        lines = [line.split("\t") for line in self.do("repeat", first, "--actor", "Zoë").splitlines()]
        self.assertEqual(lines, [
            ["given", twin, "A strike killed eleven people."],
            ["refused", hedged, "The strike reportedly killed 11 people.",
             "The certainty differs: “reportedly” is only here"],
            ["refused", "-", "The strike did not kill 11 people.", "The negation differs: “not” is only here"],
            ["refused", "-", "The strike killed 11 people.", "The certainty differs: “Unconfirmed” is only here"],
        ])
        claim = self.claim(twin)
        self.assertEqual((claim["status"], claim["reason"], claim["checked_by"]), ("disputed", "wrong", "Zoë"))
        evidence, = claim["evidence"]
        self.assertEqual((evidence["source"]["title"], evidence["passage"], evidence["stance"], evidence["consulted_at"]),
                         ("Harbour log", "Nine dead.", "contradicts", "2025-09-03T00:00:00.000Z"))
        comment, = claim["comments"]
        self.assertEqual((comment["author"], comment["text"]),
                         ("Zoë", "Verdict of Ada taken over from the mention “The strike killed 11 people.”."))
        self.assertEqual(self.claim(hedged)["status"], "pending")
        self.assertEqual(self.do("undo", self.article), "repeat-verdict\n")
        self.assertEqual(self.do_json("claims", self.article), before)
        self.assertEqual(self.do("redo", self.article), "repeat-verdict\n")
        self.assertEqual(self.claim(twin)["status"], "disputed")
        self.do("verify")

    def test_marks_what_nobody_marked(self):
        first = self.mark("The strike killed 11 people.", "--status", "confirmed")
        given = self.do("repeat", first).splitlines()[0].split("\t")
        self.assertEqual((given[0], given[2]), ("given", "A strike killed eleven people."))
        claim = self.claim(given[1])
        self.assertEqual((claim["status"], claim["quote"]), ("confirmed", "A strike killed eleven people."))
        self.assertEqual(self.do("undo", self.article), "repeat-verdict\n")
        self.assertEqual(len(self.do_json("claims", self.article)), 1)

    def test_keeps_other_verdicts(self):
        first = self.mark("The strike killed 11 people.", "--status", "confirmed")
        twin = self.mark("A strike killed eleven people.", "--status", "disputed")
        before = self.do_json("claims", self.article)
        result = self.call("repeat", first, "--to", twin)
        self.assertEqual((result.returncode, result.stderr), (1, b""))
        self.assertEqual(result.stdout.decode(), f"refused\t{twin}\tA strike killed eleven people.\t"
                                                 "It has a verdict of its own: disputed\n")
        self.do("status", twin, "confirmed")
        self.assertIn("It has this verdict already", self.call("repeat", first, "--to", twin).stdout.decode())
        self.do("undo", self.article)
        self.assertEqual(self.do_json("claims", self.article), before)

    def test_only_to_some(self):
        self.begin("Title\n\n" + "The strike killed 11 people.\n\nThe orchestra played Mahler.\n\n" * 3)
        first = self.mark("The strike killed 11 people.", "--status", "confirmed")
        second = self.mark("The strike killed 11 people.", nth=1)
        third = self.mark("The strike killed 11 people.", nth=2)
        self.assertEqual(self.do("repeat", first, "--to", third[:13], "--to", third),
                         f"given\t{third}\tThe strike killed 11 people.\n")
        self.assertEqual([self.claim(c)["status"] for c in (second, third)], ["pending", "confirmed"])

    def test_same_evidence_is_there_once(self):
        first = self.mark("The strike killed 11 people.", "--status", "confirmed")
        twin = self.mark("A strike killed eleven people.")
        self.do("source", first, "Harbour log")
        self.do("repeat", first, "--to", twin)
        self.do("status", twin, "pending")
        self.do("repeat", first, "--to", twin)
        self.assertEqual(len(self.claim(twin)["evidence"]), 1)

    def test_correction_goes_with_the_same_words_only(self):
        self.begin("Title\n\nThe strike killed 11 people.\n\nRain fell.\n\nThe strike killed 11 people.\n\n"
                   "The strike killed eleven people.\n")
        first = self.mark("The strike killed 11 people.", "--status", "disputed")
        same = self.mark("The strike killed 11 people.", nth=1)
        other = self.mark("The strike killed eleven people.")
        self.do("correction", first, "The strike killed 12 people.")
        self.do("repeat", first)
        self.assertEqual([self.claim(c)["correction"] for c in (same, other)], ["The strike killed 12 people.", None])

    def test_refuses(self):
        first = self.mark("The strike killed 11 people.")
        other = self.mark("The orchestra played Mahler in the harbour hall.", "--status", "confirmed")
        before = self.do_json("claims", self.article)
        self.assertIn("no verdict yet", self.refuse(1, "repeat", first))
        self.assertIn("nothing else", self.refuse(1, "repeat", other))
        self.do("status", first, "confirmed")
        self.assertIn("no repeat", self.refuse(1, "repeat", first, "--to", other))
        self.assertIn("no repeat", self.refuse(1, "repeat", first, "--to", first))
        self.refuse(3, "repeat", "00000000-0000-4000-8000-000000000000")
        self.refuse(3, "repeat", first, "--to", "00000000-0000-4000-8000-000000000000")
        self.refuse(3, "repeats", "00000000-0000-4000-8000-000000000000")
        self.refuse(2, "repeat")
        self.do("undo", self.article)
        self.assertEqual(self.do_json("claims", self.article), before)

    def test_nothing_repeated(self):
        self.begin("Title\n\nRain fell.\n")
        self.assertEqual(self.do("repeats", self.article), "")
        self.assertEqual(self.do_json("repeats", self.article), [])

    def test_hundreds(self):
        self.begin("Title\n\n" + "The strike killed 11 people. " * 400 + "\n\n" + "\u202bקראתי את הדוח אתמול.\u202c\n\n" * 2)
        first = self.mark("The strike killed 11 people.", "--status", "confirmed")
        lines = self.do("repeat", first).splitlines()
        self.assertEqual((len(lines), {line.split("\t")[0] for line in lines}), (399, {"given"}))
        self.assertEqual({c["status"] for c in self.do_json("claims", self.article)}, {"confirmed"})
        self.do("undo", self.article)
        self.assertEqual(len(self.do_json("claims", self.article)), 1)
        self.assertEqual(self.group("קראתי את הדוח אתמול")[1]["state"], "free")


if __name__ == "__main__":
    harness.main()
