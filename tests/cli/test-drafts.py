#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""draft, drafts, compare, tray, relink, retire and keep"""
import csv
import io

import harness

RAIN = "It rained for 3 days in Riverton, officials said."
RIVER = "The river rose by 2 meters on Tuesday."
HIGHER = "The river rose by 3 meters on Tuesday."
MONEY = "The town has asked the state for 6 percent more money than last year."
OLD = f"River rises\n\n{RAIN} {RIVER}\n\n{MONEY}\n"
NEW = f"River still rises\n\n{RAIN} {HIGHER}\n\nSomething else entirely is told here instead.\n"


class DraftTest(harness.CliTest):
    def setUp(self):
        super().setUp()
        self.article = self.do("import", self.write("old.txt", OLD), "--actor", "Ada").strip()
        self.rain, self.river, self.money = (self.confirm(words) for words in (RAIN, RIVER, MONEY))

    def confirm(self, words):
        start = OLD.index(words)
        return self.do("mark", self.article, start, start + len(words), "--status", "confirmed",
                       "--actor", "Ada").strip()

    def draft(self, *options, text=NEW):
        return self.do("draft", self.article, self.write("new.txt", text), *options)

    def claims(self, *options):
        return {claim["id"]: claim for claim in self.do_json("claims", self.article, *options)}

    def contents(self):
        return self.do_json("show", self.article), self.do_json("history"), self.do_json("drafts", self.article)

    def test_dry_run(self):
        before = self.contents()
        told = self.do_json("draft", self.article, self.write("new.txt", NEW), "--dry-run")
        self.assertEqual(self.contents(), before)
        self.assertEqual((told["same"], told["done"]), (False, False))
        self.assertEqual(told["counts"], {"exact": 1, "moved": 0, "changed": 1, "ambiguous": 0, "lost": 1})
        claims = {claim["id"]: claim for claim in told["claims"]}
        self.assertEqual(claims[self.river]["old"]["quote"], RIVER)
        self.assertEqual(claims[self.river]["new"]["quote"], HIGHER)
        self.assertEqual(claims[self.river]["differences"], ["number"])
        self.assertIsNone(claims[self.money]["new"])
        self.assertIn("3", [words["quote"] for words in told["new_words"]])
        lines = self.draft("--dry-run").splitlines()
        self.assertIn("changed\t1", lines)
        [line] = [line for line in lines if line.startswith(self.river)]
        self.assertEqual(line.split("\t")[1:], ["changed", f"{OLD.index(RIVER)}-{OLD.index(RIVER) + len(RIVER)}",
                                                f"{NEW.index(HIGHER)}-{NEW.index(HIGHER) + len(HIGHER)}", "number",
                                                RIVER, HIGHER])

    def test_new_sentences(self):
        """Counted before and after, until somebody marks or dismisses them."""
        said = "Something else entirely is told here instead."
        self.assertEqual(self.do_json("suggestions", self.article, "--new"), [])
        told = self.do_json("draft", self.article, self.write("new.txt", NEW), "--dry-run")
        self.assertEqual(told["new_sentences"], 2)
        self.assertIn("new-sentences\t2\n", self.draft())
        self.assertEqual([(one["quote"], one.get("new")) for one in self.do_json("suggestions", self.article)],
                         [("River still rises", True), (said, True)])
        start = NEW.index(said)
        self.do("dismiss", self.article, start, start + len(said))
        [line] = self.do("suggestions", self.article, "--new").splitlines()
        self.assertTrue(line.endswith("River still rises"), line)
        self.do("undo", self.article)
        self.do("draft", self.article, self.write("third.txt", NEW + "\nA third thing.\n"))
        self.assertEqual([one["quote"] for one in self.do_json("suggestions", self.article, "--new")],
                         ["A third thing."])
        self.assertEqual([one.get("new") for one in self.do_json("suggestions", self.article)], [None, None, True])

    def news(self, told):
        """Kinds and words of what is unchecked, whose counts have to be right."""
        found = [(one["kind"], one["quote"]) for one in told["unchecked"]]
        for kind in ("new", "changed"):
            self.assertEqual(told[f"{kind}_sentences"], [one for one, _ in found].count(kind))
        return found

    def test_unchecked(self):
        """The dry run and the comparison after it say the same of what is new or changed."""
        text = f"River rises\n\n{RAIN} {HIGHER}\n\n{MONEY[:-1]}, or so we hear.\n\nA last word.\n"
        self.do("retire", self.money)
        self.do("mark", self.article, OLD.index(MONEY), OLD.index(MONEY) + len(MONEY) - 1, "--status", "confirmed")
        expected = [("changed", HIGHER), ("changed", f"{MONEY[:-1]}, or so we hear."), ("new", "A last word.")]
        path = self.write("new.txt", text)
        self.assertEqual(self.news(self.do_json("draft", self.article, path, "--dry-run")), expected)
        lines = self.do("draft", self.article, path, "--dry-run").splitlines()
        self.assertEqual([line for line in lines if "-sentences" in line],
                         ["new-sentences\t1", "changed-sentences\t2"])
        listed = [f"{kind}-sentence\t{text.index(words)}-{text.index(words) + len(words)}\t{words}"
                  for kind, words in expected]
        self.assertEqual([line for line in lines if "-sentence\t" in line], listed)
        told = self.do_json("draft", self.article, path, "--dry-run", "--decide", f"{self.river}=keep")
        self.assertEqual(self.news(told), expected[1:])

        self.assertIn("new-sentences\t1\nchanged-sentences\t2\n", self.do("draft", self.article, path))
        self.assertEqual(self.news(self.do_json("compare", self.article, "--unchecked")), expected)
        self.assertEqual(self.do("compare", self.article, "--unchecked").splitlines(),
                         ["new-sentences\t1", "changed-sentences\t2", *listed])
        self.assertEqual(self.do("compare", self.article).splitlines()[:2],
                         ["new-sentences\t1", "changed-sentences\t2"])
        self.do("keep", self.river)
        start = text.index("A last word.")
        self.do("dismiss", self.article, start, start + len("A last word."))
        self.assertEqual(self.news(self.do_json("compare", self.article, "--unchecked")), expected[1:2])

    def test_words_taken_out(self):
        """No word is new where one was taken out, and yet nobody has checked what is left."""
        text = OLD.replace("by 2 meters ", "")
        [one] = self.news(self.do_json("draft", self.article, self.write("new.txt", text), "--dry-run"))
        self.assertEqual(one, ("changed", "The river rose on Tuesday."))
        self.draft(text=text)
        self.assertEqual(self.news(self.do_json("compare", self.article, "--unchecked")), [one])
        self.do("status", self.river, "confirmed")
        self.assertEqual(self.news(self.do_json("compare", self.article, "--unchecked")), [])

    def test_only_the_same_words_keep_their_verdict(self):
        self.draft()
        claims = self.claims()
        self.assertEqual(set(claims), {self.rain, self.river})
        self.assertEqual((claims[self.rain]["status"], claims[self.rain]["former"]), ("confirmed", None))
        self.assertEqual((claims[self.river]["status"], claims[self.river]["quote"]), ("pending", HIGHER))
        former = claims[self.river]["former"]
        self.assertEqual((former["status"], former["checked_by"], former["quote"], former["differences"]),
                         ("confirmed", "Ada", RIVER, ["number"]))
        [article] = self.do_json("list")
        self.assertEqual(article["counts"], {"pending": 1, "confirmed": 1, "disputed": 0})
        self.assertEqual(article["title"], "River still rises")
        self.assertEqual(self.do("verify"), "")

    def test_undo_and_redo(self):
        before = self.contents()[0]
        self.draft()
        after = self.contents()[0]
        self.assertEqual(self.do("undo", self.article), "new-draft\n")
        undone = self.contents()[0]
        self.assertEqual(self.do("redo", self.article), "new-draft\n")
        redone = self.contents()[0]
        for one in (before, after, undone, redone):
            del one["changed_at"]
        self.assertEqual((undone, redone), (before, after))
        self.assertEqual(self.do("verify"), "")

    def test_the_same_text(self):
        before = self.contents()
        self.assertIn("already", self.draft(text=OLD))
        self.assertTrue(self.do_json("draft", self.article, self.write("new.txt", OLD))["same"])
        self.assertEqual(self.contents(), before)

    def test_hostile_drafts(self):
        before = self.contents()
        for content in (b"", b" \n\n\t\n", b"\x00\x01\x02\xff\xfe" * 50):
            with self.subTest(content[:8]):
                self.refuse(1, "draft", self.article, self.write("new.txt", content))
        self.refuse(1, "draft", self.article, self.folder / "missing.txt")
        self.refuse(1, "draft", self.article, self.folder)
        self.assertEqual(self.contents(), before)
        for text in (OLD[::-1], "Llovió tres días seguidos en la ciudad, dijo el alcalde.\n", "x\n" * 20000):
            with self.subTest(text[:20]):
                self.draft(text=text)
                self.assertEqual((self.claims(), len(self.do_json("tray", self.article))), ({}, 3))
                self.assertEqual(self.do("verify"), "")
                self.do("undo", self.article)

    def test_decisions(self):
        end = NEW.index("told here") + len("told here")
        self.draft("--decide", f"{self.rain}=recheck", "--decide", f"{self.river[:8]}=keep", "--decide",
                   f"{self.money}={NEW.index('told here')}-{end}", "--actor", "Bo")
        claims = self.claims()
        self.assertEqual([(claims[id]["place"], claims[id]["status"], claims[id]["checked_by"])
                          for id in (self.rain, self.river, self.money)],
                         [("recheck", "pending", "Bo"), ("kept", "confirmed", "Bo"), ("relinked", "pending", "Bo")])
        self.assertEqual(claims[self.money]["quote"], "told here")

    def test_retire_at_once(self):
        self.draft("--decide", f"{self.money}=retire")
        self.assertEqual(self.do("tray", self.article), "")
        [claim] = self.do_json("tray", self.article, "--retired")
        self.assertEqual((claim["id"], claim["place"]), (self.money, "retired"))

    def test_wrong_decisions(self):
        before = self.contents()
        path = self.write("new.txt", NEW)
        for code, typed in ((2, "x"), (2, f"{self.rain}=maybe"), (2, f"{self.rain}=1-2-3"), (3, "ffff=keep"),
                            (3, "=keep"), (1, f"{self.money}=keep"), (1, f"{self.money}=recheck"),
                            (1, f"{self.rain}=9-5"), (1, f"{self.rain}=0-99999")):
            with self.subTest(typed):
                self.refuse(code, "draft", self.article, path, "--decide", typed)
        self.assertEqual(self.contents(), before)

    def test_words_come_back(self):
        """They are offered; nothing is decided, and the former verdict stays beside them."""
        self.draft()
        [lost] = self.do_json("tray", self.article)
        self.assertIsNone(lost["back"])
        memo = self.do("export", self.article, "--format=text", "--layout=memo")
        self.assertIn("\nNo Longer in the Text\n", memo)
        self.assertIn(f"\n1. Lost\n> {MONEY}\n\nFormer verdict: Confirmed by ", memo)
        again = NEW + f"\n{MONEY}\n"
        self.draft(text=again)
        start = again.index(MONEY)
        [lost] = self.do_json("tray", self.article)
        self.assertEqual((lost["back"]["start"], lost["back"]["quote"]), (start, MONEY))
        words = f"{start}-{start + len(MONEY)}"
        self.assertEqual(self.do("tray", self.article), f"{self.money}\tlost\tconfirmed\t{MONEY}\t{words}\n")
        self.do("relink", self.money, start, start + len(MONEY))
        claim = self.claims()[self.money]
        self.assertEqual((claim["status"], claim["former"]["status"]), ("pending", "confirmed"))
        self.do("undo", self.article)
        self.mark(again, MONEY)
        [lost] = self.do_json("tray", self.article)
        self.assertIsNone(lost["back"])
        self.draft(text=again + f"\n{MONEY}\n")
        self.assertEqual([one["back"] for one in self.do_json("tray", self.article)], [None, None])

    def mark(self, text, words):
        self.do("mark", self.article, text.index(words), text.index(words) + len(words))

    def test_tray(self):
        self.do("comment", self.money, "Table 2")
        self.draft()
        self.assertEqual(self.do("tray", self.article), f"{self.money}\tlost\tconfirmed\t{MONEY}\n")
        self.assertIn("re-linked", self.refuse(1, "status", self.money, "confirmed"))
        self.do("comment", self.money, "Page 3")
        start = NEW.index("Something")
        self.do("relink", self.money, start, start + len("Something"))
        claim = self.claims()[self.money]
        self.assertEqual((claim["status"], claim["place"], claim["quote"], len(claim["comments"])),
                         ("pending", "relinked", "Something", 2))
        self.assertEqual(claim["former"]["status"], "confirmed")
        self.do("undo", self.article)
        self.do("relink", self.money, start, start + len("Something"), "--keep")
        self.assertEqual(self.claims()[self.money]["status"], "confirmed")
        self.do("undo", self.article)
        self.do("retire", self.money[:8])
        self.assertEqual(self.do("tray", self.article), "")
        self.assertEqual(self.do("verify"), "")

    def test_keep(self):
        self.draft()
        self.do("keep", self.river, "--actor", "Bo")
        claim = self.claims()[self.river]
        self.assertEqual((claim["status"], claim["checked_by"], claim["former"]), ("confirmed", "Bo", None))

    def test_drafts(self):
        before = self.claims()
        self.draft()
        drafts = self.do_json("drafts", self.article)
        self.assertEqual([(d["number"], d["verb"], d["title"], d["present"]) for d in drafts],
                         [(1, "import", "River rises", False), (2, "new-draft", "River still rises", True)])
        self.do("status", self.river, "disputed")
        self.assertEqual(self.claims("--draft", "1"), before)
        self.assertEqual(self.do_json("show", self.article, "--draft", "1")["text"], OLD)
        self.assertEqual(self.claims("--draft", "2"), self.claims())
        self.refuse(3, "claims", self.article, "--draft", "3")
        self.refuse(3, "claims", self.article, "--draft", "-1")
        self.refuse(3, "claims", self.article, "--draft", "0")

    def test_compare(self):
        self.assertIn("only", self.refuse(1, "compare", self.article))
        self.draft()
        lines = self.do("compare", self.article).splitlines()
        self.assertIn("inserted", {line.split("\t")[0] for line in lines})
        self.assertEqual(self.do("compare", self.article, "1", "2").splitlines(), lines)
        pieces = self.do_json("compare", self.article)
        self.assertEqual("".join(piece["old"] for piece in pieces if piece["kind"] != "inserted"), OLD)
        self.assertEqual("".join(piece["new"] for piece in pieces if piece["kind"] != "deleted"), NEW)
        self.refuse(3, "compare", self.article, "1", "9")
        self.refuse(2, "compare", self.article, "1")
        self.refuse(3, "compare", self.article, "0", "1")
        for typed in ("x", "-1", "2147483648", ""):
            self.assertIn("is no number", self.refuse(2, "compare", self.article, "--", "1", typed))

    def test_exports_name_a_former_verdict_as_former(self):
        self.draft()
        [row] = [row for row in csv.DictReader(io.StringIO(self.do("export", self.article, "--format", "csv")))
                 if row["id"] == self.river]
        self.assertEqual((row["status"], row["checked_by"]), ("pending", ""))
        # The table is for programs: its own words are the same in every language.
        self.assertRegex(row["reason"], f"former: confirmed, by Ada, [0-9T:-]+Z, on “{RIVER}”\\Z")
        for form in ("html", "markdown"):
            text = self.do("export", self.article, "--format", form)
            text, _, lost = text.partition("No Longer in the Text")
            self.assertNotIn(MONEY, text)
            self.assertIn("on the former words", text)
            self.assertIn(MONEY, lost)
            self.assertIn("Former verdict", lost)

    def test_purge(self):
        self.draft()
        self.do("delete", self.article, "--purge")
        self.assertEqual(self.do("verify"), "")
        self.assertNotIn(b"meters", self.library.read_bytes())


if __name__ == "__main__":
    harness.main()
