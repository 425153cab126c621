#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""import, list, show, search, archive, delete"""
import json
import os
import re
from pathlib import Path

import harness
from harness import TEXT

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures" / "import"
ID = r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"


class ImportTest(harness.CliTest):
    def test_prints_one_id_a_line(self):
        paths = [self.write(f"{n}.txt", f"Article number {n}.") for n in range(3)]
        lines = self.do("import", *paths).splitlines()
        self.assertEqual(len(set(lines)), 3)
        for line in lines:
            self.assertRegex(line, rf"\A{ID}\Z")
        self.assertEqual({a["id"] for a in self.do_json("list")}, set(lines))

    def test_one_bad_file_among_several(self):
        good = [self.write("a.txt", "Good one."), self.write("b.txt", "Good two.")]
        empty = self.write("empty.txt", "")
        (self.folder / "empty-folder").mkdir()
        result = self.call("import", good[0], "gone.txt", empty, "empty-folder", good[1])
        self.assertEqual(result.returncode, 1)
        self.assertEqual(len(result.stdout.splitlines()), 2)
        complaints = result.stderr.decode().splitlines()
        self.assertEqual(len(complaints), 3)
        for complaint, name in zip(complaints, ("gone.txt", "empty.txt", "empty-folder")):
            self.assertTrue(complaint.startswith("galleyctl: "), complaint)
            self.assertIn(name, complaint)
        self.assertEqual(len(self.do_json("list")), 2)

    def test_folder(self):
        folder = self.folder / "drafts"
        (folder / "old" / ".hidden").mkdir(parents=True)
        names = {"2.txt": "Two.", "10.txt": "Ten.", "old/3.txt": "Three.", "old/.hidden/4.txt": "Four.", ".5.txt": "Five."}
        for name, text in names.items():
            (folder / name).write_text(text)
        (folder / "old" / "circle").symlink_to(folder)
        lines = self.do("import", folder).splitlines()
        titles = {a["id"]: a["title"] for a in self.do_json("list")}
        self.assertEqual([titles[line] for line in lines], ["Two.", "Ten.", "Three."])

    def test_known_file(self):
        [id] = self.do("import", self.write("a.txt", "Some words.")).splitlines()
        again = self.call("import", self.write("b.txt", "Some words."))
        self.assertEqual((again.returncode, again.stdout.decode().strip()), (0, id))
        self.assertIn("b.txt", self.assert_sentence(again.stderr))
        self.assertEqual(len(self.do_json("list")), 1)
        self.assertNotEqual(self.do("import", "--again", "b.txt").strip(), id)
        self.assertEqual(len(self.do_json("list")), 2)

    def test_text_is_kept_code_point_for_code_point(self):
        id = self.do("import", self.write("a.txt", TEXT)).strip()
        self.assertEqual(self.do_json("show", id)["text"], TEXT)

    def test_standard_input(self):
        id = self.do("import", "-", stdin=TEXT).strip()
        self.assertEqual(self.do_json("show", id)["text"], TEXT)

    def test_makes_the_folder_of_the_users_own_library(self):
        path = self.write("a.txt", "Some words.")
        id = self.do("import", path, library=False).strip()
        self.assertEqual([a["id"] for a in self.do_json("list", library=False)], [id])
        self.assertTrue(any((self.folder / "data").rglob("*")))

    def test_needs_a_file(self):
        self.refuse(2, "import")
        self.assertFalse(self.library.exists())


class ListTest(harness.LibraryTest):
    def test_lines(self):
        self.mark("11 people", "--status", "disputed")
        self.mark("The mayor met")
        self.assertRegex(self.do("list"), rf"\A{self.article}\t1\t0\t1\t[^\t\n]+\n\Z")

    def test_json(self):
        self.mark("11 people", "--status", "confirmed")
        [article] = self.do_json("list")
        self.assertEqual(set(article), {"id", "title", "archived", "imported_at", "changed_at", "signed", "counts"})
        self.assertEqual(article["counts"], {"pending": 0, "confirmed": 1, "disputed": 0})
        self.assertIs(article["archived"], False)
        for name in ("imported_at", "changed_at"):
            self.assertRegex(article[name], r"\A\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z\Z")

    def test_archive(self):
        other = self.add("Another article.")
        self.assertEqual(self.do("archive", other), "")
        self.assertEqual([a["id"] for a in self.do_json("list")], [self.article])
        self.assertEqual({a["id"]: a["archived"] for a in self.do_json("list", "--all")},
                         {self.article: False, other: True})
        self.do("archive", "--undo", other)
        self.assertEqual({a["id"] for a in self.do_json("list")}, {self.article, other})


class ShowTest(harness.LibraryTest):
    def test_json(self):
        claim = self.mark("11 people", "--reason", "two counts")
        shown = self.do_json("show", self.article)
        self.assertLessEqual({"id", "title", "counts", "progress", "metadata", "text", "blocks", "claims"},
                             set(shown))
        self.assertEqual(shown["id"], self.article)
        self.assertEqual(set(shown["metadata"]),
                         {"title", "byline", "publication", "date", "language", "source-address"})
        self.assertEqual(shown["progress"]["claims"], 1)
        self.assertEqual(shown["progress"]["checked"], 0)
        self.assertEqual([c["id"] for c in shown["claims"]], [claim])
        self.assertEqual(shown["blocks"], self.do_json("text", self.folder / "article.txt", library=False)["blocks"])

    def test_shown_claims_are_told_to_people(self):
        self.mark("“11 people” were", "--status", "disputed", "--reason", "wrong")
        self.assertIn(" ‘“11 people” were’: Wrong\n", self.do("show", self.article))

    def test_lines(self):
        self.mark("11 people", "--status", "disputed", "--reason", "two\ncounts")
        text = self.do("show", self.article)
        self.assertIn("\n    [Disputed] ", text)
        self.assertIn("“11 people”: two counts\n", text)
        for block in self.do("text", self.folder / "article.txt", library=False).splitlines():
            self.assertIn(block + "\n", text)

    def test_a_claim_stands_below_the_block_it_begins_in(self):
        self.mark("Nobody else was asked")
        self.mark("A Title")
        lines = self.do("show", self.article).splitlines()
        self.assertIn("“A Title”", lines[1])
        self.assertIn("“Nobody else was asked”", lines[-1])


class NotesTest(harness.CliTest):
    """What the writer handed over is shown with the article."""

    def setUp(self):
        super().setUp()
        self.path = FIXTURES / "ferry.docx"
        self.article = self.call("import", self.path).stdout.decode().strip()

    def test_json(self):
        shown = self.do_json("show", self.article)
        text = json.loads(self.call("text", self.path, "--json", library=False).stdout)
        for name in ("blocks", "links", "source_notes", "left_out"):
            self.assertEqual(shown[name], text[name])
        self.assertEqual([(n["kind"], n["author"], n["text"]) for n in shown["source_notes"]][:2],
                         [("comment", "Ada Lund", "Invoice 17"), ("comment", "Bo", "Dollars?")])

    def test_lines(self):
        lines = self.do("show", self.article).splitlines()
        block = next(n for n, line in enumerate(lines) if line.startswith("The town of"))
        self.assertEqual(lines[block + 1:block + 5], [
            "    [Comment] 101–125 “Aberlow paid 4.2 million”: Invoice 17 (Ada Lund, 2024-11-01T10:00:00Z)",
            "    [Comment] 114–131 “4.2 million euros”: Dollars? (Bo)",
            "    [Footnote] 140–154 “Nobody signed.”: Minutes, page 3 <https://c.example/minutes> Second line",
            "    [Endnote] 155–173 “The new mayor knew”: Interview, 3 May"])
        self.assertIn("    [Link] 223–235 “the register”: https://a.example/", lines)

    def test_claims_come_first(self):
        self.do("mark", self.article, "155", "173")
        lines = self.do("show", self.article).splitlines()
        block = next(n for n, line in enumerate(lines) if line.startswith("The town of"))
        self.assertEqual(lines[block + 1], "    [Pending] 155–173 “The new mayor knew”")

    def test_a_note_at_a_place(self):
        article = self.call("import", FIXTURES / "ferry.fodt").stdout.decode().strip()
        self.assertIn("\n    [Comment] 152: Who?\n", self.do("show", article))


class IdTest(harness.LibraryTest):
    def test_beginning_of_an_id(self):
        shown = self.do("show", self.article)
        for length in (4, 8, 9, 20, 35):
            self.assertEqual(self.do("show", self.article[:length]), shown)
        self.assertEqual(self.do("show", self.article.upper()), shown)

    def test_too_short_or_wrong(self):
        for id in (self.article[:3], "", "no-such-article", self.article + "0", "%", "____",
                   "00000000-0000-4000-8000-000000000000"):
            self.assertIn(f"“{id}”", self.refuse(3, "show", id))

    def test_several_fit(self):
        ids = [self.add(f"Article number {n} of many.") for n in range(12)] + [self.article]
        for id in ids:
            for length in range(4, 9):
                fitting = [other for other in ids if other.startswith(id[:length])]
                result = self.call("show", id[:length])
                self.assertEqual(result.returncode, 0 if len(fitting) == 1 else 3)

    def test_every_command_refuses_a_wrong_article(self):
        before = self.contents()
        for arguments in (["show"], ["claims"], ["suggestions"], ["mark", "0", "5"], ["mark-suggestions"],
                          ["dismiss", "0", "5"], ["undismiss", "0"], ["archive"], ["delete"], ["undo"], ["redo"],
                          ["history"], ["export", "--format", "html"]):
            with self.subTest(arguments):
                self.refuse(3, arguments[0], "00000000-0000-4000-8000-000000000000", *arguments[1:])
        self.refuse(3, "delete", "--purge", "00000000-0000-4000-8000-000000000000")
        self.assertEqual(self.contents(), before)


class DeleteTest(harness.LibraryTest):
    def test_undo_brings_it_back(self):
        self.mark("11 people", "--note", "count again")
        before = self.do_json("show", self.article)
        self.assertEqual(self.do("delete", self.article), "")
        self.assertEqual(self.do_json("list", "--all"), [])
        self.refuse(3, "show", self.article)
        self.do("undo", self.article)
        after = self.do_json("show", self.article)
        del before["changed_at"], after["changed_at"]
        self.assertEqual(after, before)

    def test_purge_destroys_it(self):
        secret = "Wolpertinger"
        id = self.add(f"The {secret} was seen in the park. Many people were there, and it was raining.")
        claim = self.do("mark", id, 0, 16, "--note", f"ask about the {secret}").strip()
        self.assertIn(secret.encode(), self.bytes_on_disk())
        self.assertEqual(self.do("delete", "--purge", id), "")
        self.assertNotIn(secret.encode(), self.bytes_on_disk())
        self.refuse(3, "show", id)
        self.refuse(3, "status", claim, "confirmed")
        self.assertNotEqual(self.call("undo", id).returncode, 0)
        self.assertEqual(self.do("verify"), "")
        self.assertEqual([a["id"] for a in self.do_json("list")], [self.article])

    def test_purge_of_a_removed_article(self):
        self.do("delete", self.article)
        self.do("delete", "--purge", self.article)
        self.assertNotIn("families".encode(), self.bytes_on_disk())
        self.assertEqual(self.do("verify"), "")

    def bytes_on_disk(self):
        return b"".join(path.read_bytes() for path in self.folder.glob(self.library.name + "*") if path.is_file())


PAGE = """<!DOCTYPE html><title>Flood</title><nav><a href="/">Home</a></nav><article><h1>Flood</h1>
<p>It rained for 3 days in May, the weather service said on Friday in a long report.</p>
<aside class="related"><a href="/x">Related: the last flood was worse</a></aside>
<p>The river rose by 2 meters near the old bridge, and nobody was hurt, the mayor said.</p></article>"""


class LeftOutTest(harness.CliTest):
    def setUp(self):
        super().setUp()
        self.article = self.do("import", self.write("page.html", PAGE)).strip()

    def test_lists(self):
        lines = [line.split("\t") for line in self.do("left-out", self.article).splitlines()]
        blocks = self.do_json("left-out", self.article)
        self.assertEqual([[str(b["number"]), b["role"], b["text"]] for b in blocks], lines)
        self.assertEqual([b["text"] for b in blocks], ["Home", "Related: the last flood was worse"])

    def test_brings_back(self):
        text = self.do_json("show", self.article)["text"]
        start = text.index("The river")
        id = self.do("mark", self.article, start, start + 9, "--status", "confirmed").strip()
        self.do("bring-back", self.article, 2, 1, 2)
        self.assertEqual(self.do("left-out", self.article), "")
        text = self.do_json("show", self.article)["text"]
        self.assertIn("Home", text)
        [claim] = self.do_json("claims", self.article)
        self.assertEqual((claim["id"], claim["status"], claim["quote"]), (id, "confirmed", "The river"))
        self.assertEqual(text[claim["start"]:claim["end"]], "The river")
        self.assertEqual(self.do("undo", self.article), "bring-back\n")
        self.assertEqual(self.do_json("claims", self.article)[0]["start"], start)
        self.do("verify")

    def test_refuses(self):
        for number in ("0", "3", "x", "-1"):
            with self.subTest(number):
                self.assertNotEqual(self.call("bring-back", self.article, "--", number).returncode, 0)
        self.assertEqual(len(self.do_json("left-out", self.article)), 2)


class SearchTest(harness.LibraryTest):
    def test_finds_articles_claims_and_sources(self):
        claim = self.mark("11 people", "--note", "the Ombudsman knows")
        self.do("source", claim, "Ombudsman’s report", "--address", "https://example.org/report")
        kinds = lambda *words: {(hit["article"], hit["claim"]) for hit in self.do_json("search", *words)}
        self.assertIn((self.article, None), kinds("families"))
        self.assertIn((self.article, claim), kinds("ombudsman", "knows"))
        [source] = [hit["source"] for hit in self.do_json("search", "report") if hit["source"]]
        self.assertRegex(source, rf"\A{ID}\Z")

    def test_folds_diacritics_and_case(self):
        self.assertIn(self.article, self.do("search", "emile"))
        self.assertIn(self.article, self.do("search", "ÉMILE"))

    def test_lines(self):
        self.assertRegex(self.do("search", "families"), rf"(?m)^article\t{self.article}\t[^\t\n]+$")

    def test_nothing(self):
        self.assertEqual(self.do("search", "Wolpertinger"), "")
        self.assertEqual(self.do_json("search", "Wolpertinger"), [])

    def test_odd_words(self):
        for words in ('"', "'", "*", "AND", "NOT x", "a:b", "(", "^", "-x", "💥", "a" * 1000):
            with self.subTest(words):
                self.assertEqual(self.call("search", "--", words).returncode, 0)


if __name__ == "__main__":
    harness.main()
