#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""mark, move, unmark, status, note, correction, source, dismiss, and what prints them"""
import harness
from harness import TEXT

NOBODY = "00000000-0000-4000-8000-000000000000"


class MarkTest(harness.LibraryTest):
    def test_shape(self):
        id = self.mark("11 people")
        [claim] = self.claims()
        self.assertEqual(set(claim), {"id", "start", "end", "quote", "status", "reason", "note", "correction",
                                      "checked_by", "checked_at", "category", "speaker", "sentence", "assignee",
                                      "priority", "starred", "publishable", "independent_sources", "evidence",
                                      "has_new_sentence", "comments", "queries", "place", "former", "disagreement"})
        self.assertEqual((claim["id"], claim["status"], claim["quote"]), (id, "pending", "11 people"))
        self.assertEqual(claim["evidence"], [])
        self.assertEqual([claim[name] for name in ("reason", "note", "correction")], [None] * 3)

    def test_options(self):
        id = self.mark("11 people", "--status", "disputed", "--reason", "It’s 12", "--note", "-5 °C\nand “quotes”")
        claim = self.claim(id)
        self.assertEqual((claim["status"], claim["reason"], claim["note"]),
                         ("disputed", "It’s 12", "-5 °C\nand “quotes”"))

    def test_offsets_are_code_points(self):
        for words in ("🚨", "🚨 With an Alert", "👩‍👩‍👧 families", "E\u0301mile", "“11 people” were",
                      "קראתי את הדוח אתמול", "It cost $4 million", "𝔐ayor", "Alert\r\n\r\nThe mayor", "asked."):
            with self.subTest(words):
                claim = self.claim(self.mark(words))
                self.assertEqual((claim["quote"], claim["start"]), (words, TEXT.index(words)))
                self.assertEqual(claim["end"], claim["start"] + len(words))

    def test_whole_text(self):
        id = self.do("mark", self.article, 0, len(TEXT)).strip()
        self.assertEqual(self.claim(id)["quote"], TEXT)

    def test_overlapping_and_nested_claims_in_order(self):
        spans = [(0, 20), (0, 10), (5, 15), (6, 8), (6, 8)]
        ids = {self.do("mark", self.article, *span).strip() for span in spans}
        self.assertEqual(len(ids), 5)
        listed = [(c["start"], c["end"]) for c in self.claims()]
        self.assertEqual(sorted(listed), sorted(spans))
        self.assertEqual([start for start, _ in listed], sorted(start for start, _ in spans))

    def test_bad_offsets(self):
        before = self.contents()
        n = len(TEXT)
        for start, end in ((0, 0), (5, 5), (9, 3), (0, n + 1), (n, n + 1), (n, n), (4294967295, 4294967295),
                           (TEXT.index("\r\n"), TEXT.index("\r\n") + 4)):
            with self.subTest((start, end)):
                self.refuse(1, "mark", self.article, start, end)
        for start, end in (("x", 5), (0, "y"), ("", 5), (0, "5.0"), (0, "+5"), (0, " 5"), (0, "٣"), ("0x1", 5),
                           (0, 4294967296), (0, 10**30)):
            with self.subTest((start, end)):
                self.refuse(2, "mark", self.article, start, end)
        self.refuse(2, "mark", self.article, "-1", "5")
        self.refuse(2, "mark", self.article, "--", "-1", "5")
        self.assertEqual(self.contents(), before)

    def test_bad_status(self):
        before = self.contents()
        for status in ("true", "Confirmed", "", "confirmed ", "PENDING"):
            self.assertIn(f"“{status}”", self.refuse(2, "mark", self.article, 0, 5, "--status", status))
        self.assertEqual(self.contents(), before)

    def test_options_may_stand_anywhere(self):
        id = self.do("mark", "--status=confirmed", self.article, 0, "--reason", "seen", 5).strip()
        self.assertEqual((self.claim(id)["status"], self.claim(id)["reason"]), ("confirmed", "seen"))

    def test_actor(self):
        id = self.do("mark", "--actor", "Zoë Müller", self.article, 0, 5).strip()
        self.assertEqual(self.claim(id)["checked_by"], "Zoë Müller")
        id = self.do("--actor", "Someone Else", "mark", self.article, 0, 5).strip()
        self.assertEqual(self.claim(id)["checked_by"], "Someone Else")
        id = self.do("mark", self.article, 0, 5, GALLEY_ACTOR="From the Environment").strip()
        self.assertEqual(self.claim(id)["checked_by"], "From the Environment")
        self.refuse(2, "mark", "--actor", " ", self.article, 0, 5)

    def test_text_is_utf8_in_every_locale(self):
        for locale in ("C", "POSIX", "en_US.ISO-8859-1", "C.UTF-8"):
            id = self.do("mark", self.article, 0, 5, "--note", "“Ünï” 🚨", LC_ALL=locale).strip()
            self.assertEqual(self.claim(id)["note"], "“Ünï” 🚨")
        self.refuse(2, "mark", self.article, 0, 5, "--note", b"caf\xe9")


class ListTest(harness.LibraryTest):
    def test_lines(self):
        id = self.mark("Alert\r\n\r\nThe mayor", "--status", "disputed")
        start = TEXT.index("Alert")
        self.assertEqual(self.do("claims", self.article),
                         f"{id}\tdisputed\t{start}\t{start + 18}\tAlert The mayor\n")

    def test_by_status(self):
        ids = {status: self.mark("11 people", "--status", status) for status in ("pending", "confirmed", "disputed")}
        for status, id in ids.items():
            self.assertEqual([c["id"] for c in self.do_json("claims", self.article, "--status", status)], [id])
        self.refuse(2, "claims", self.article, "--status", "bogus")

    def test_none(self):
        self.assertEqual(self.do("claims", self.article), "")
        self.assertEqual(self.claims(), [])


class VerdictTest(harness.LibraryTest):
    def setUp(self):
        super().setUp()
        self.claim_id = self.mark("11 people")

    def test_status(self):
        for status in ("confirmed", "disputed", "pending", "confirmed"):
            self.assertEqual(self.do("status", self.claim_id, status, "--reason", f"because {status}"), "")
            claim = self.claim(self.claim_id)
            self.assertEqual((claim["status"], claim["reason"]), (status, f"because {status}"))
        self.do("status", self.claim_id, "disputed")
        self.assertIsNone(self.claim(self.claim_id)["reason"])

    def test_status_of_several_is_one_step(self):
        others = [self.mark("The mayor met"), self.mark("It cost $4 million")]
        self.do("status", self.claim_id, *others, "confirmed")
        self.assertEqual({c["status"] for c in self.claims()}, {"confirmed"})
        self.do("undo", self.article)
        self.assertEqual({c["status"] for c in self.claims()}, {"pending"})

    def test_one_wrong_among_several_changes_none(self):
        before = self.contents()
        self.refuse(3, "status", self.claim_id, NOBODY, "confirmed")
        self.refuse(3, "unmark", self.claim_id, NOBODY)
        self.assertEqual(self.contents(), before)

    def test_note(self):
        self.assertEqual(self.do("note", self.claim_id, "Ask again"), "")
        self.assertEqual(self.claim(self.claim_id)["note"], "Ask again")
        self.do("note", self.claim_id, "--", "--clear")
        self.assertEqual(self.claim(self.claim_id)["note"], "--clear")
        self.do("note", self.claim_id, "--clear")
        self.assertIsNone(self.claim(self.claim_id)["note"])

    def test_correction(self):
        self.do("correction", self.claim_id, "12 people")
        self.assertEqual(self.claim(self.claim_id)["correction"], "12 people")
        self.do("correction", self.claim_id, "")
        self.assertEqual(self.claim(self.claim_id)["correction"], "")
        self.do("correction", self.claim_id, "--clear")
        self.assertIsNone(self.claim(self.claim_id)["correction"])

    def test_either_text_or_clear(self):
        for command in ("note", "correction"):
            self.refuse(2, command, self.claim_id)
            self.refuse(2, command, self.claim_id, "text", "--clear")

    def test_move(self):
        self.do("status", self.claim_id, "confirmed")
        start = TEXT.index("11 people")
        self.assertEqual(self.do("move", self.claim_id, start, start + 2), "")
        claim = self.claim(self.claim_id)
        self.assertEqual((claim["quote"], claim["status"]), ("11", "pending"))
        self.do("undo", self.article)
        claim = self.claim(self.claim_id)
        self.assertEqual((claim["quote"], claim["status"]), ("11 people", "confirmed"))

    def test_move_to_nowhere(self):
        before = self.contents()
        self.refuse(1, "move", self.claim_id, 7, 7)
        self.refuse(1, "move", self.claim_id, 0, 100000)
        self.refuse(2, "move", self.claim_id, "x", 7)
        self.assertEqual(self.contents(), before)

    def test_unmark(self):
        other = self.mark("The mayor met")
        third = self.mark("Nobody else")
        self.assertEqual(self.do("unmark", self.claim_id, third), "")
        self.assertEqual([c["id"] for c in self.claims()], [other])
        self.refuse(3, "unmark", self.claim_id)
        self.do("undo", self.article)
        self.assertEqual({c["id"] for c in self.claims()}, {self.claim_id, other, third})

    def test_beginning_of_an_id(self):
        for length in (8, 13, 35):
            self.do("note", self.claim_id[:length], f"by {length}")
            self.assertEqual(self.claim(self.claim_id)["note"], f"by {length}")
        self.do("note", self.claim_id.upper(), "loud")
        self.assertEqual(self.claim(self.claim_id)["note"], "loud")

    def test_wrong_claim(self):
        before = self.contents()
        for id in (NOBODY, "x", "", "%", "____", self.claim_id[:3], self.claim_id + "0", self.article):
            for arguments in (["status", id, "confirmed"], ["note", id, "x"], ["correction", id, "x"],
                              ["move", id, "0", "5"], ["unmark", id], ["source", id, "x"]):
                with self.subTest(arguments):
                    self.assertIn(f"“{id}”", self.refuse(3, *arguments))
        self.refuse(3, "history", "--claim", NOBODY)
        self.refuse(2, "status", self.claim_id, "maybe")
        self.refuse(2, "status", self.claim_id)
        self.assertEqual(self.contents(), before)


class SourceTest(harness.LibraryTest):
    def setUp(self):
        super().setUp()
        self.claim_id = self.mark("11 people")

    def test_shape(self):
        evidence = self.do("source", self.claim_id, "Police report", "--address", "https://example.org/a?b=1", "--stance",
                           "contradicts", "--passage", "twelve\npeople", "--locator", "p. 4",
                           "--consulted", "2025-09-03T14:30:00+02:00").strip()
        [found] = self.claim(self.claim_id)["evidence"]
        source = found.pop("source")
        self.assertEqual(found, {
            "id": evidence, "stance": "contradicts", "secondary": False, "passage": "twelve\npeople",
            "locator": "p. 4", "consulted_at": "2025-09-03T12:30:00.000Z"})
        self.assertEqual({name: value for name, value in source.items() if value is not None}, {
            "id": source["id"], "title": "Police report", "address": "https://example.org/a?b=1",
            "kind": "unspecified", "terms": "on-record"})

    def test_nothing_is_invented(self):
        self.do("source", self.claim_id, "A phone call")
        [found] = self.claim(self.claim_id)["evidence"]
        self.assertEqual([found[name] for name in ("passage", "locator", "consulted_at")], [None] * 3)
        self.assertIsNone(found["source"]["address"])
        self.assertEqual(found["stance"], "supports")

    def test_day(self):
        self.do("source", self.claim_id, "A phone call", "--consulted", "2025-09-03")
        self.assertEqual(self.claim(self.claim_id)["evidence"][0]["consulted_at"], "2025-09-03T00:00:00.000Z")

    def test_one_source_for_two_claims(self):
        other = self.mark("The mayor met")
        self.do("source", self.claim_id, "Police report")
        [source] = self.do_json("sources")
        self.do("source", other, "--source", source["id"][:8], "--stance", "context")
        self.assertEqual(self.claim(other)["evidence"][0]["source"], source)
        self.assertEqual(self.do_json("sources"), [source])
        self.assertEqual(self.do("sources"), f"{source['id']}\tPolice report\n")

    def test_remove(self):
        evidence = self.do("source", self.claim_id, "Police report").strip()
        self.assertEqual(self.do("remove-source", evidence), "")
        self.assertEqual(self.claim(self.claim_id)["evidence"], [])
        self.refuse(3, "remove-source", evidence)
        self.do("undo", self.article)
        self.assertEqual(self.claim(self.claim_id)["evidence"][0]["id"], evidence)

    def test_bad_input(self):
        before = self.contents()
        self.refuse(2, "source", self.claim_id)
        self.refuse(2, "source", self.claim_id, "")
        self.refuse(2, "source", self.claim_id, "Title", "--source", NOBODY)
        self.refuse(3, "source", self.claim_id, "--source", NOBODY)
        self.refuse(2, "source", self.claim_id, "Title", "--stance", "maybe")
        for time in ("yesterday", "2025-02-30", "2025-09-03T25:00:00Z", ""):
            self.refuse(2, "source", self.claim_id, "Title", "--consulted", time)
        self.refuse(3, "remove-source", NOBODY)
        self.assertEqual(self.contents(), before)
        self.assertEqual(self.do_json("sources"), [])


class SuggestionTest(harness.LibraryTest):
    def suggestions(self):
        return self.do_json("suggestions", self.article)

    def test_shape(self):
        found = self.suggestions()
        self.assertGreater(len(found), 3)
        for suggestion in found:
            self.assertEqual(set(suggestion), {"start", "end", "quote"})
            self.assertEqual(suggestion["quote"], TEXT[suggestion["start"]:suggestion["end"]])
        lines = self.do("suggestions", self.article).splitlines()
        self.assertEqual([line.split("\t")[0] for line in lines], [str(s["start"]) for s in found])

    def test_a_claim_takes_one_away(self):
        before = self.suggestions()
        self.mark("Nobody else")
        self.assertEqual([s for s in before if "Nobody" not in s["quote"]], self.suggestions())

    def test_mark_all(self):
        self.mark("11 people", "--status", "confirmed")
        wanted = [(s["start"], s["end"]) for s in self.suggestions()]
        ids = self.do("mark-suggestions", self.article).splitlines()
        made = [c for c in self.claims() if c["id"] in ids]
        self.assertEqual([(c["start"], c["end"]) for c in made], wanted)
        self.assertEqual({c["status"] for c in made}, {"pending"})
        self.assertEqual(self.suggestions(), [])
        self.assertEqual(self.do("mark-suggestions", self.article), "")
        self.do("undo", self.article)
        self.assertEqual(len(self.suggestions()), len(wanted))

    def test_dismiss(self):
        before = self.suggestions()
        last = before[-1]
        self.do("dismiss", self.article, last["start"], last["end"], "--as", "not-checkable")
        self.assertEqual(self.suggestions(), before[:-1])
        self.assertEqual(self.do("undismiss", self.article, last["start"] + 1), "")
        self.assertEqual(self.suggestions(), before)

    def test_bad_dismissals(self):
        before = self.contents()
        last = self.suggestions()[-1]
        self.refuse(1, "dismiss", self.article, last["start"], last["end"] - 1)
        self.refuse(1, "dismiss", self.article, 0, len(TEXT))
        self.refuse(1, "dismiss", self.article, 5, 5)
        self.refuse(2, "dismiss", self.article, last["start"], last["end"], "--as", "boring")
        self.refuse(1, "undismiss", self.article, last["start"])
        self.refuse(1, "undismiss", self.article, 4000000000)
        self.refuse(2, "undismiss", self.article, "x")
        self.assertEqual(self.contents(), before)


if __name__ == "__main__":
    harness.main()
