#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is written down about claims: their record, the source log, queries, and what a desk wants."""
import harness

NOBODY = "00000000-0000-4000-8000-000000000000"
EMPTY_SOURCE = dict.fromkeys(
    "author organisation publisher published address archived contact pseudonym group reliability attachment "
    "attachment_name".split())


class RecordTest(harness.LibraryTest):
    def setUp(self):
        super().setUp()
        self.one = self.mark("11 people")
        self.two = self.mark("$4 million")

    def test_begins_empty(self):
        claim = self.claim(self.one)
        for name in ("category", "speaker", "sentence", "assignee"):
            self.assertIsNone(claim[name])
        self.assertEqual((claim["priority"], claim["starred"], claim["publishable"]), ("normal", False, False))
        self.assertEqual((claim["evidence"], claim["comments"], claim["queries"]), ([], [], []))

    def test_set(self):
        values = {"category": "number", "speaker": "É. Mile 👩‍👩‍👧", "sentence": "Eleven people were there.", "assignee": "Ada"}
        for field, value in values.items():
            self.do("set", self.one, self.two, field, value)
        self.do("set", self.one, "priority", "high")
        self.do("set", self.one, "star", "yes")
        self.do("set", self.one, "publishable", "yes")
        for claim in (self.claim(self.one), self.claim(self.two)):
            self.assertEqual({name: claim[name] for name in values}, values)
        claim = self.claim(self.one)
        self.assertEqual((claim["priority"], claim["starred"], claim["publishable"]), ("high", True, True))
        self.do("set", self.one, "star", "no")
        self.do("set", self.one, "category", "")
        self.assertEqual((self.claim(self.one)["starred"], self.claim(self.one)["category"]), (False, None))

    def test_many_are_one_step(self):
        before = self.claims()
        self.do("set", self.one, self.two, "category", "number")
        self.assertNotEqual(self.claims(), before)
        self.assertEqual(self.do("undo", self.article), "set-category\n")
        self.assertEqual(self.claims(), before)

    def test_refuses(self):
        before = self.contents()
        self.refuse(2, "set", self.one, "colour", "red")
        self.refuse(2, "set", self.one, "priority", "highest")
        self.refuse(2, "set", self.one, "star", "maybe")
        self.refuse(2, "set", self.one, "star")
        self.refuse(3, "set", NOBODY, "star", "yes")
        self.refuse(3, "set", self.one, NOBODY, "star", "yes")
        self.refuse(2, "comment", self.one, "")
        self.refuse(3, "comment", NOBODY, "text")
        self.refuse(3, "remove-comment", NOBODY)
        self.assertEqual(self.contents(), before)

    def test_comments(self):
        first = self.do("comment", self.one, "Called the\nharbour.", "--actor", "Ada").strip()
        second = self.do("comment", self.one, "No answer yet.", "--actor", "Zoë").strip()
        self.assertEqual([(c["id"], c["text"], c["author"]) for c in self.claim(self.one)["comments"]],
                         [(first, "Called the\nharbour.", "Ada"), (second, "No answer yet.", "Zoë")])
        self.assertEqual(self.claim(self.two)["comments"], [])
        self.assertIn(self.one, self.do("search", "harbour"))
        self.do("remove-comment", first.upper())
        self.assertEqual([c["id"] for c in self.claim(self.one)["comments"]], [second])
        self.assertNotIn(self.one, self.do("search", "harbour"))
        self.do("undo", self.article)
        self.assertEqual(len(self.claim(self.one)["comments"]), 2)


class MissingTest(harness.LibraryTest):
    def missing(self):
        return {entry["id"]: entry["missing"] for entry in self.do_json("missing", self.article)}

    def test_missing(self):
        confirmed = self.mark("11 people", "--status", "confirmed")
        disputed = self.mark("$4 million", "--status", "disputed")
        pending = self.mark("Nobody else was asked")
        self.assertEqual(self.missing(), {confirmed: ["a source that supports it"],
                                          disputed: ["a reason", "a correction or a note"]})
        self.do("status", disputed, "disputed", "--reason", "wrong")
        self.do("correction", disputed, "")
        self.do("source", confirmed, "Census", "--stance", "contradicts")
        self.assertEqual(list(self.missing()), [confirmed])
        self.do("source", confirmed, "Census")
        self.assertEqual(self.missing(), {})
        self.do("set", confirmed, "star", "yes")
        self.assertEqual(self.missing(), {confirmed: ["1 more independent source"]})
        self.do("setting", "confirmed.evidence", "2")
        self.assertEqual(self.missing(), {confirmed: ["1 more source that supports it", "1 more independent source"]})
        self.do("setting", "confirmed.evidence", "1")
        self.do("setting", "pending.reason", "yes")
        self.assertEqual(self.missing()[pending], ["a reason"])

    def test_a_group_is_one_source(self):
        claim = self.mark("11 people", "--status", "confirmed")
        self.do("setting", "confirmed.independent", "2")
        for title in ("Morning paper", "Evening paper"):
            source = self.do("add-source", title, "--group", "Wire ").strip()
            self.do("source", claim, "--source", source)
        self.assertEqual(self.claim(claim)["independent_sources"], 1)
        self.assertEqual(self.missing(), {claim: ["1 more independent source"]})
        self.do("edit-source", source, "--group", "")
        self.assertEqual(self.claim(claim)["independent_sources"], 2)
        self.assertEqual(self.missing(), {})

    def test_settings(self):
        self.assertEqual(self.do_json("settings"), {
            "disputed.reason": "yes", "disputed.correction-or-note": "yes", "pending.reason": "no",
            "confirmed.evidence": "1", "confirmed.independent": "0", "confirmed.independent-starred": "2",
            "reasons.pending": "", "reasons.disputed": "", "categories": "", "note.templates": "",
            "publisher.name": "", "publisher.address": ""})
        self.do("setting", "reasons.disputed", "out of date\nlibellous")
        self.assertEqual(self.do_json("settings")["reasons.disputed"], "out of date\nlibellous")
        self.assertEqual(self.do("undo"), "change-setting\n")
        self.assertEqual(self.do_json("settings")["reasons.disputed"], "")
        self.do("redo")
        self.do("setting", "reasons.disputed", "--reset")
        self.assertEqual(self.do_json("settings")["reasons.disputed"], "")
        self.assertEqual(self.do("verify"), "")

    def test_bad_settings(self):
        before = self.do_json("settings")
        self.refuse(2, "setting", "colour", "red")
        self.refuse(2, "setting", "disputed.reason", "maybe")
        for count in ("-1", "100", "two", "", "1.5"):
            self.refuse(2, "setting", "confirmed.evidence", count)
        self.refuse(2, "setting", "confirmed.evidence")
        self.refuse(2, "setting", "confirmed.evidence", "1", "--reset")
        self.assertEqual(self.do_json("settings"), before)


class LogTest(harness.LibraryTest):
    def source(self, source_id):
        return next(source for source in self.do_json("sources") if source["id"] == source_id)

    def test_every_field(self):
        fields = {name: f"{name} <&> é" for name in EMPTY_SOURCE if not name.startswith("attachment")}
        options = [f"--{name}={value}" for name, value in fields.items()]
        source = self.do("add-source", "Fee table", "--kind", "data", "--terms", "background", *options).strip()
        expected = {**EMPTY_SOURCE, **fields, "id": source, "title": "Fee table", "kind": "data", "terms": "background"}
        self.assertEqual(self.source(source), expected)
        self.do("edit-source", source, "--title", "Fees", "--author", "", "--kind", "book")
        self.assertEqual(self.source(source), {**expected, "title": "Fees", "author": None, "kind": "book"})
        self.do("undo")
        self.assertEqual(self.source(source), expected)
        for words in ("fee", "organisation", "reliability"):
            self.assertIn(source, self.do("search", words))

    def test_a_change_shows_wherever_it_is_used(self):
        source = self.do("add-source", "Fee table").strip()
        for words in ("11 people", "$4 million"):
            self.do("source", self.mark(words), "--source", source)
        self.do("edit-source", source, "--title", "Fees of 2025")
        for blank in ("", " ", "\t\n"):
            self.assertIn("title", self.refuse(2, "edit-source", source, "--title", blank))
            self.assertIn("title", self.refuse(2, "add-source", blank))
        self.assertEqual([claim["evidence"][0]["source"]["title"] for claim in self.claims()], ["Fees of 2025"] * 2)

    def test_attachment(self):
        for content in (b"", b"%PDF\x00\xff\n" * 9999):
            path = self.write("minutes é.pdf", content)
            source = self.do("add-source", "Minutes", "--attach", path).strip()
            self.assertEqual(self.source(source)["attachment_name"], "minutes é.pdf")
            target = self.folder / "out"
            self.do("attachment", source, "--output", target)
            self.assertEqual(target.read_bytes(), content)
            self.assertEqual(self.call("attachment", source).stdout, content)
        self.assertIn("No such file", self.refuse(1, "attachment", source, "--output", self.folder / "no" / "x"))
        self.refuse(1, "attachment", source, "--output", "/dev/full")
        self.assertEqual(self.do("verify"), "")
        self.do("edit-source", source, "--detach")
        self.assertIsNone(self.source(source)["attachment"])
        self.refuse(3, "attachment", source)

    def test_what_is_used_stays(self):
        source = self.do("add-source", "Fee table").strip()
        evidence = self.do("source", self.mark("11 people"), "--source", source).strip()
        self.refuse(1, "delete-source", source)
        self.do("remove-source", evidence)
        self.do("delete-source", source[:8])
        self.assertEqual(self.do_json("sources"), [])
        self.do("undo")
        self.assertEqual(self.source(source)["title"], "Fee table")

    def test_evidence(self):
        claim = self.mark("11 people")
        evidence = self.do("source", claim, "Census", "--secondary", "--passage", "eleven").strip()
        self.do("edit-evidence", claim, evidence, "--primary", "--stance", "context", "--locator", "p. 4")
        [found] = self.claim(claim)["evidence"]
        self.assertEqual((found["secondary"], found["stance"], found["locator"], found["passage"]),
                         (False, "context", "p. 4", "eleven"))
        self.do("edit-evidence", claim, evidence, "--passage", "")
        self.assertIsNone(self.claim(claim)["evidence"][0]["passage"])
        self.assertNotIn(claim, self.do("search", "eleven"))
        self.refuse(3, "edit-evidence", claim, NOBODY)
        self.refuse(2, "edit-evidence", claim, evidence, "--stance", "maybe")

    def test_refuses(self):
        self.refuse(2, "add-source", "")
        self.refuse(2, "add-source", "Title", "--kind", "gossip")
        self.refuse(2, "add-source", "Title", "--terms", "maybe")
        self.refuse(1, "add-source", "Title", "--attach", self.folder / "nothing")
        self.refuse(3, "edit-source", NOBODY, "--title", "x")
        self.refuse(3, "delete-source", NOBODY)
        self.assertEqual(self.do_json("sources"), [])

    def test_confidential_sources_are_masked(self):
        claim = self.mark("11 people", "--status", "confirmed")
        source = self.do("add-source", "SECRET name", "--terms", "confidential", "--pseudonym", "A clerk",
                         "--author", "SECRET author", "--contact", "SECRET number").strip()
        self.do("source", claim, "--source", source, "--locator", "SECRET minute")
        self.do("ask", claim, "Are you sure?", "--source", source)
        for layout in ("annotated", "memo", "legal", "queries", "callsheet", "publication", "minutes", "archive"):
            for form in ("html", "markdown", "text"):
                text = self.do("export", self.article, "--format", form, "--layout", layout)
                self.assertEqual("SECRET" in text, layout == "archive", layout)
        for form in ("html", "markdown", "text", "csv"):
            text = self.do("export", self.article, "--format", form)
            self.assertIn("A clerk", text)
            self.assertNotIn("SECRET", text)
            self.assertIn("SECRET name", self.do("export", self.article, "--format", form, "--confidential"))


class QueryTest(harness.LibraryTest):
    def setUp(self):
        super().setUp()
        self.claim_id = self.mark("11 people")

    def test_life_of_a_query(self):
        source = self.do("add-source", "Harbour master").strip()
        late = self.do("ask", self.claim_id, "Who counted?").strip()
        soon = self.do("ask", self.claim_id, "Did you?", "--source", source, "--due", "2026-12-01").strip()
        [first, second] = self.do_json("queries")
        self.assertEqual((first["id"], first["to"], first["source"]["title"], first["due_at"]),
                         (soon, "source", "Harbour master", "2026-12-01T00:00:00.000Z"))
        self.assertEqual((second["id"], second["to"], second["source"], second["due_at"]), (late, "writer", None, None))
        self.assertEqual((first["quote"], first["article"], first["claim"]), ("11 people", self.article, self.claim_id))
        self.do("answer", soon, "I did.")
        self.assertEqual([query["id"] for query in self.do_json("queries")], [late])
        self.do("decide", late, "Leave it out.")
        self.assertEqual(self.do_json("queries"), [])
        answered = {query["id"]: query for query in self.do_json("queries", "--all")}
        self.assertEqual((answered[soon]["answer"], answered[late]["decision"]), ("I did.", "Leave it out."))
        self.assertIsNotNone(answered[soon]["answered_at"])
        self.do("answer", soon, "--clear")
        self.assertEqual([query["id"] for query in self.do_json("queries")], [soon])
        self.assertIsNone(self.do_json("queries")[0]["answered_at"])
        self.refuse(1, "delete-source", source)
        self.do("remove-query", soon)
        self.do("delete-source", source)
        self.assertIn(self.claim_id, self.do("search", "counted"))

    def test_refuses(self):
        before = self.contents()
        self.refuse(2, "ask", self.claim_id, "")
        self.refuse(3, "ask", NOBODY, "Who?")
        self.refuse(2, "ask", self.claim_id, "Who?", "--to", "nobody")
        self.refuse(3, "ask", self.claim_id, "Who?", "--source", NOBODY)
        self.refuse(2, "ask", self.claim_id, "Who?", "--due", "soon")
        for verb in ("answer", "decide"):
            self.refuse(3, verb, NOBODY, "text")
            self.refuse(2, verb, NOBODY)
            self.refuse(2, verb, NOBODY, "text", "--clear")
        self.refuse(3, "remove-query", NOBODY)
        self.assertEqual(self.contents(), before)

    def test_purge_takes_it_all(self):
        self.do("ask", self.claim_id, "ZEBRA?")
        self.do("comment", self.claim_id, "ZEBRA!")
        self.do("delete", self.article, "--purge")
        self.assertEqual(self.do("verify"), "")
        for name in self.folder.glob("*.galleydb*"):
            self.assertNotIn(b"ZEBRA", name.read_bytes())


if __name__ == "__main__":
    harness.main()
