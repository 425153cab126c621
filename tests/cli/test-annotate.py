#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""annotate: Web Annotations read back, Galley's own and those of other programs"""
import hashlib
import json

import harness

RAIN = "It rained for 3 days in Riverton, officials said."
RIVER = "The river rose by 2 meters on Tuesday."
MONEY = "The town has asked the state for 6 percent more money than last year."
BRIDGE = "The bridge is closed."
TEXT = f"River 🌊 rises\n\n{RAIN} {RIVER}\n\n{MONEY}\n\n{BRIDGE} {BRIDGE}\n"
PAGE = f"<!doctype html><title>River rises</title><article><h1>River rises</h1><p>{RAIN} {RIVER}</p><p>{MONEY}</p></article>"
DIGEST = hashlib.sha256(TEXT.encode()).hexdigest()
CONTEXT = "http://www.w3.org/ns/anno.jsonld"
GONE = {"id", "creator", "created", "modified", "generated", "sourceDate"}


def strip(value):
    """What two libraries have to agree on: no ids, no people, no times."""
    if isinstance(value, list):
        return [strip(one) for one in value]
    if isinstance(value, dict):
        return {name: strip(one) for name, one in value.items()
                if name not in GONE and not (name == "target" and isinstance(one, str))}
    return value


def quote(exact, prefix="", suffix=""):
    return {"type": "TextQuoteSelector", "exact": exact, "prefix": prefix, "suffix": suffix}


def position(start, end):
    return {"type": "TextPositionSelector", "start": start, "end": end}


def foreign(*selectors, source="https://example.org/river", **members):
    return {"@context": CONTEXT, "type": "Annotation",
            "target": {"source": source, "selector": list(selectors)}, **members}


class AnnotateTest(harness.CliTest):
    def setUp(self):
        super().setUp()
        self.article = self.do("import", self.write("river.txt", TEXT), "--actor", "Ada").strip()

    def annotate(self, content, *options):
        path = self.write("annotations.jsonld",
                          content if isinstance(content, (bytes, str)) else json.dumps(content))
        return self.do_json("annotate", self.article, path, *options, "--actor", "Bo")

    def place(self, *annotations, options=()):
        """What became of each annotation, and the claims there are then."""
        return self.annotate(list(annotations), *options)["annotations"], self.claims()

    def claims(self):
        return self.do_json("claims", self.article)

    def mark(self, words, *options, text=TEXT):
        start = text.index(words)
        return self.do("mark", self.article, start, start + len(words), *options, "--actor", "Ada").strip()

    def record(self):
        """An article with something of everything that the annotations tell."""
        rain = self.mark(RAIN, "--status", "confirmed")
        river = self.mark(RIVER, "--status", "disputed", "--reason", "contradicted")
        self.mark(MONEY, "--note", "Ask the mayor.")
        self.mark("6 percent")
        self.do("correction", river, "The river rose by 3 meters on Tuesday.")
        self.do("set", rain, "category", "number")
        self.do("source", rain, "Rain gauge", "--stance", "supports", "--passage", "72 h",
                "--address", "https://example.org/gauge")
        self.do("source", river, "Harbour master", "--stance", "contradicts")
        self.do("source", river, "Rain gauge", "--address", "https://example.org/gauge")
        query = self.do("ask", river, "Who measured it?").strip()
        self.do("answer", query, "The harbour master.")
        self.do("decide", query, "Take his number.")
        self.do("ask", river, "And when?")

    def export(self, article=None):
        return json.loads(self.do("export", article or self.article, "--format", "annotations"))

    def another_library(self, text=TEXT, name="river.txt"):
        self.library = self.folder / "another.galley-library"
        self.article = self.do("import", self.write(name, text), "--actor", "Bo").strip()

    def test_round_trip(self):
        self.record()
        before = self.export()
        self.another_library()
        told = self.annotate(before)
        self.assertEqual(told["fates"], {"make": 4, "join": 0, "found": 0, "wait": 0, "leave": 0, "none": 0})
        self.assertEqual(told["counts"]["exact"], 4)
        self.assertEqual(strip(self.export()), strip(before))
        self.assertEqual(len(self.do_json("sources")), 2)
        self.assertEqual(self.do("verify"), "")
        [rain] = [claim for claim in self.claims() if claim["quote"] == RAIN]
        self.assertEqual((rain["status"], rain["checked_by"], rain["category"]), ("confirmed", "Bo", "number"))
        self.assertIn("Ada", rain["comments"][0]["text"])
        self.assertEqual(self.do("undo", self.article), "import-annotations\n")
        self.assertEqual((self.claims(), self.do_json("sources")), ([], []))
        self.do("redo", self.article)
        self.assertEqual(strip(self.export()), strip(before))

    def test_round_trip_of_a_web_page(self):
        """Its annotations name its address, which anything may be found at later."""
        page = self.folder / "page"
        page.mkdir()
        self.article = self.do("import", self.write("page.html", PAGE.replace(
            "<title>", '<link rel="canonical" href="https://example.org/river"><title>'))).strip()
        self.mark("3 days", "--status", "confirmed", text=self.do_json("show", self.article)["text"])
        before = self.export()
        target = before["first"]["items"][0]["target"]
        self.assertEqual(target["source"], "https://example.org/river")
        self.library = self.folder / "another.galley-library"
        self.article = self.do("import", self.folder / "page.html").strip()
        self.annotate(before)
        self.assertEqual([claim["status"] for claim in self.claims()], ["confirmed"])
        self.assertEqual(strip(self.export()), strip(before))

    def test_what_is_there_is_left(self):
        self.record()
        before = self.export()
        claims = self.claims()
        told = self.annotate(before)
        self.assertEqual((told["done"], told["fates"]["found"], told["fates"]["make"]), (False, 4, 0))
        self.assertEqual(self.claims(), claims)
        self.another_library()
        self.annotate(before)
        claims = self.claims()
        told = self.annotate(before)
        self.assertEqual((told["done"], told["fates"]["found"], told["fates"]["make"]), (False, 4, 0))
        self.assertEqual(self.claims(), claims)

    def test_dry_run_changes_nothing(self):
        self.record()
        before = self.export()
        self.another_library()
        history = self.do_json("history")
        told = self.annotate(before, "--dry-run")
        self.assertEqual((told["done"], told["fates"]["make"]), (False, 4))
        self.assertEqual((self.claims(), self.do_json("history")), ([], history))

    def test_another_text_keeps_only_what_is_beyond_doubt(self):
        self.record()
        before = self.export()
        self.another_library(TEXT.replace("2 meters", "3 meters").replace("rained", "did not rain"))
        told = {one["quote"]: one for one in self.annotate(before)["annotations"]}
        self.assertEqual((told[RAIN]["class"], told[RAIN]["status"]), ("changed", "pending"))
        self.assertEqual((told[RIVER]["class"], told[RIVER]["status"]), ("changed", "pending"))
        self.assertEqual(told[MONEY]["class"], "exact")
        claims = {claim["quote"]: claim for claim in self.claims()}
        self.assertEqual({claim["status"] for claim in claims.values()}, {"pending"})
        river = claims[RIVER.replace("2", "3")]
        self.assertIsNone(river["correction"])
        self.assertIsNone(river["reason"])
        told = river["comments"][0]["text"]
        for words in ("Ada", "Disputed", "contradicted", "rose by 3 meters", RIVER):
            self.assertIn(words, told)

    def test_a_verdict_needs_the_whole_sentence(self):
        """What is not quoted of a sentence may have made another statement of it."""
        long = "Nobody who was there on any of these days could honestly say that the dam broke at 3 o’clock."
        self.article = self.do("import", self.write("dam.txt", f"Dam\n\n{long}\n\n{RAIN}\n")).strip()
        text = f"Dam\n\n{long}\n\n{RAIN}\n"
        for words in ("at 3 o’clock", RAIN):
            self.mark(words, "--status", "confirmed", text=text)
        before = self.export()
        self.another_library(text.replace("Nobody who", "Somebody who"), "dam.txt")
        told = {one["quote"]: one for one in self.annotate(before)["annotations"]}
        self.assertEqual((told["at 3 o’clock"]["class"], told["at 3 o’clock"]["status"]), ("exact", "pending"))
        self.assertEqual((told[RAIN]["class"], told[RAIN]["status"]), ("exact", "confirmed"))

    def test_earlier_draft_of_the_article(self):
        """What was annotated on a draft that the library has goes the way of the draft's claims."""
        self.record()
        before = self.export()
        self.another_library()
        self.do("draft", self.article, self.write("new.txt", TEXT.replace("2 meters", "3 meters") + "\nMore.\n"))
        told = {one["quote"]: one for one in self.annotate(before)["annotations"]}
        self.assertEqual([told[words]["class"] for words in (RAIN, RIVER, MONEY, "6 percent")],
                         ["exact", "changed", "exact", "exact"])
        self.assertEqual(told[RAIN]["status"], "confirmed")
        self.assertEqual(told[RIVER]["status"], "pending")

    def test_other_programs_decide_nothing(self):
        told, claims = self.place(
            foreign(quote(RAIN), body=[{"type": "TextualBody", "purpose": "classifying", "value": "confirmed"},
                                       {"type": "TextualBody", "value": "Quite so."},
                                       {"type": "TextualBody", "purpose": "tagging", "value": "weather"},
                                       {"type": "TextualBody", "purpose": "editing", "value": "It snowed."}],
                    creator={"type": "Person", "name": "Cy"}, created="2025-09-03T10:00:00Z", motivation="assessing"),
            foreign(quote(MONEY), bodyValue="Really?", motivation=["questioning", "commenting"]),
            foreign(quote("6 percent"), motivation="highlighting"),
            foreign(quote(RIVER), body="https://example.org/gauge"))
        self.assertEqual([(one["class"], one["fate"], one["status"], one["galley"]) for one in told],
                         [("exact", "make", "pending", False)] * 4)
        claims = {claim["quote"]: claim for claim in claims}
        self.assertEqual({claim["status"] for claim in claims.values()}, {"pending"})
        rain = claims[RAIN]
        self.assertEqual((rain["note"], rain["category"], rain["correction"], rain["evidence"]),
                         ("Quite so.", None, None, []))
        for words in ("Cy", "2025-09-03", "confirmed", "weather", "It snowed."):
            self.assertIn(words, rain["comments"][0]["text"])
        self.assertEqual(claims[MONEY]["note"], "Really?")
        self.assertIn("questioning, commenting", claims[MONEY]["comments"][0]["text"])
        self.assertIsNone(claims["6 percent"]["note"])
        self.assertIn("https://example.org/gauge", claims[RIVER]["comments"][0]["text"])

    def test_pretending_to_be_galley(self):
        """Whoever says that it is Galley’s and breaks its rules has not Galley’s word."""
        ours = {"generator": {"type": "Software", "name": "Galley"}, "motivation": ["assessing"]}
        sure = {"purpose": "classifying", "value": "confirmed", "type": "TextualBody"}
        told, claims = self.place(
            foreign(quote(RAIN), **ours, body=[{**sure, "value": "certain"}]),
            {**foreign(**ours, body=[sure]), "target": [{"source": "urn:x:y", "selector": quote(words)}
                                                        for words in (RIVER, MONEY)]},
            foreign(quote("6 percent"), generator={"name": "Galley"}, motivation="commenting", body=[sure]))
        self.assertEqual({one["status"] for one in told}, {"pending"})
        self.assertEqual({claim["status"] for claim in claims}, {"pending"})
        self.assertEqual(len(claims), 4)

    def test_selectors(self):
        start = TEXT.index(RIVER)
        wide = start + 1  # the wave counts twice in UTF-16
        here = f"urn:sha256:{DIGEST}"
        told, _ = self.place(
            foreign(position(start, start + len(RIVER)), source=here),
            foreign(quote("2 meters"), position(wide + 18, wide + 26), source=here),
            foreign({"type": "RangeSelector", "startSelector": {"type": "XPathSelector", "value": "/p[1]"}},
                    position(9999, 10012), quote("on Tuesday"), source=here),
            foreign(position(start, start + len(RIVER))),
            foreign({"type": "XPathSelector", "value": "/p[1]", "refinedBy": quote("3 days")}),
            foreign({"type": "XPathSelector", "value": "/p[1]"}),
            foreign(quote(BRIDGE)),
            foreign(quote(BRIDGE), position(TEXT.index(BRIDGE), TEXT.index(BRIDGE) + len(BRIDGE)), source=here),
            foreign(quote("Nothing like these words is told anywhere here at all")),
            {"type": "Annotation", "target": "https://example.org/river", "bodyValue": "All of it"})
        self.assertEqual([(one["class"], one["fate"], one["new"] and one["new"]["quote"]) for one in told],
                         [("exact", "make", RIVER), ("exact", "make", "2 meters"), ("exact", "make", "on Tuesday"),
                          ("lost", "none", None), ("exact", "make", "3 days"), ("lost", "none", None),
                          ("ambiguous", "wait", None), ("exact", "make", BRIDGE), ("lost", "wait", None),
                          ("lost", "none", None)])

    def test_context_tells_which(self):
        told, _ = self.place(foreign(quote(BRIDGE, prefix="last year.\n\n")),
                             foreign(quote("6 percent", prefix="\ud83d state for ", suffix=" more")),
                             foreign(quote("6 percent", prefix="a state for ", suffix=" less")))
        self.assertEqual([one["class"] for one in told], ["exact", "exact", "ambiguous"])
        self.assertEqual(told[0]["new"]["start"], TEXT.index(BRIDGE))

    def test_half_a_character(self):
        """Other programs cut what stands around the words within characters of two units."""
        text = json.dumps([foreign(quote(" rises", prefix="XX"))]).replace("XX", "\\ud83d\\ude00\\udf0a")
        told = self.annotate(text)["annotations"]
        self.assertEqual(told[0]["fate"], "make")

    def test_decisions(self):
        start = TEXT.index(BRIDGE)
        annotations = [foreign(quote(BRIDGE), bodyValue="This one"), foreign(quote(RAIN))]
        told, claims = self.place(*annotations, options=("--decide", f"1={start}-{start + len(BRIDGE)}",
                                                         "--decide", "2=leave"))
        self.assertEqual([(one["class"], one["fate"]) for one in told], [("ambiguous", "make"), ("exact", "leave")])
        self.assertEqual([(claim["start"], claim["note"]) for claim in claims], [(start, "This one")])
        path = self.write("annotations.jsonld", json.dumps(annotations))
        for typed, code in (("1", 2), ("1=keep", 2), ("3=leave", 3), ("0=leave", 3), ("1=5-99999", 1), ("1=9-9", 1)):
            self.refuse(code, "annotate", self.article, path, "--decide", typed)

    def tray(self):
        return {claim["former"]["quote"]: claim for claim in self.do_json("tray", self.article)}

    def test_what_has_no_place_waits(self):
        """In the tray, as one step, until somebody says where it belongs."""
        gone = "Nothing like these words is told anywhere here at all"
        annotations = [foreign(quote(BRIDGE), bodyValue="Which?", creator="Cy"),
                       foreign(quote(gone), position(70000, 70000 + len(gone)), bodyValue="confirmed"),
                       foreign(quote(gone), bodyValue="Me too"), foreign(quote(gone, prefix="Not here: ")),
                       foreign(quote(gone + "!"), position((1 << 31) - 9, (1 << 31) - 2))]
        before = self.do_json("show", self.article)["counts"]
        told, claims = self.place(*annotations)
        self.assertEqual([(one["class"], one["fate"]) for one in told],
                         [("ambiguous", "wait"), ("lost", "wait"), ("lost", "join"), ("lost", "wait"), ("lost", "wait")])
        self.assertEqual((claims, self.do_json("show", self.article)["counts"]), ([], before))
        waiting = self.tray()
        bridge = waiting[BRIDGE]
        starts = [TEXT.index(BRIDGE), TEXT.rindex(BRIDGE)]
        self.assertEqual((bridge["place"], bridge["note"], bridge["back"]), ("ambiguous", "Which?", None))
        self.assertEqual([place["start"] for place in bridge["places"]], starts)
        self.assertIn("Cy", bridge["comments"][0]["text"])
        self.assertEqual({claim["status"] for claim in waiting.values()}, {"pending"})
        lost = [claim for claim in self.do_json("tray", self.article) if claim["former"]["quote"] == gone]
        self.assertEqual([(claim["place"], claim["places"]) for claim in lost], [("lost", [])] * 2)
        self.assertIn("Me too", str(lost))
        places = ",".join(f"{start}-{start + len(BRIDGE)}" for start in starts)
        self.assertIn(f"{bridge['id']}\tambiguous\tpending\t{BRIDGE}\t{places}\n", self.do("tray", self.article))
        self.assertEqual(self.do("verify"), "")

        told = self.annotate(annotations)
        self.assertEqual((told["done"], told["fates"]["found"]), (False, 5))
        self.do("undo", self.article)
        self.assertEqual(self.tray(), {})
        self.do("redo", self.article)
        self.assertEqual(self.tray().keys(), waiting.keys())
        self.assertEqual(self.do("verify"), "")

    def test_out_of_the_tray(self):
        """What another program says decides nothing, wherever it is put."""
        gone = "Nothing like these words is told anywhere here at all"
        mine = self.mark(MONEY, "--status", "confirmed")
        exported = self.export()
        self.do("unmark", mine)
        self.do("draft", self.article, self.write("new.txt", TEXT.replace(MONEY, "It is over.")))
        self.annotate([foreign(quote(BRIDGE), bodyValue="Which?"), foreign(quote(gone), bodyValue="confirmed")])
        self.assertEqual(self.annotate(exported)["fates"]["wait"], 1)
        waiting = self.tray()
        self.assertEqual(waiting[MONEY]["status"], "pending")
        self.assertIn("Confirmed", waiting[MONEY]["comments"][0]["text"])
        text = self.do_json("show", self.article)["text"]
        start = text.rindex(BRIDGE)
        self.do("relink", waiting[BRIDGE]["id"], start, start + len(BRIDGE), "--keep")
        start = text.index("It is over.")
        self.do("relink", waiting[MONEY]["id"], start, start + len("It is over."), "--keep")
        self.do("retire", waiting[gone]["id"])
        self.assertEqual(self.tray(), {})
        self.assertEqual([(claim["quote"], claim["status"]) for claim in self.claims()],
                         [("It is over.", "pending"), (BRIDGE, "pending")])
        self.do("undo", self.article)
        self.assertEqual(self.tray().keys(), {gone})

        self.do("draft", self.article, self.write("third.txt", TEXT + f"\n{gone}\n"))
        [place] = self.tray()[gone]["places"]
        self.assertEqual(self.tray()[gone]["back"], place)
        self.do("export", self.article, "--format", "package", "--output", self.folder / "river.galley")
        self.assertEqual(self.do("verify"), "")
        self.library = self.folder / "another.galley-library"
        self.assertEqual(self.call("import", self.folder / "river.galley").returncode, 0)
        self.assertIn(gone, self.tray())
        self.assertEqual(self.do("verify"), "")

    def test_same_words_twice(self):
        told, [claim] = self.place(foreign(quote(RAIN), bodyValue="One", creator="Cy"),
                                   foreign(quote(RAIN + " "), bodyValue="Two", creator="Dee"))
        self.assertEqual([one["fate"] for one in told], ["make", "join"])
        self.assertEqual(claim["note"], "One")
        self.assertTrue(claim["comments"][1]["text"].endswith("Two"), claim["comments"])
        self.assertIn("Dee", claim["comments"][1]["text"])

    def test_replies(self):
        told, [claim] = self.place(
            foreign(quote(RAIN), id="urn:x:1", bodyValue="Wrong"),
            {"type": "Annotation", "id": "urn:x:2", "target": "urn:x:1", "motivation": "replying",
             "creator": "Dee", "bodyValue": "Why?"},
            {"type": "Annotation", "id": "urn:x:3", "target": {"id": "urn:x:2"}, "bodyValue": "So."},
            {"type": "Annotation", "id": "urn:x:4", "target": "urn:x:5"},
            {"type": "Annotation", "id": "urn:x:5", "target": "urn:x:4"})
        self.assertEqual([one["id"] for one in told], ["urn:x:1", "urn:x:4", "urn:x:5"])
        for words in ("Dee", "Why?", "So."):
            self.assertIn(words, claim["comments"][0]["text"])

    def test_hypothesis(self):
        """As its programming interface hands them over."""
        rows = [{"id": "x1", "created": "2025-09-03T10:00:00.123456+00:00", "user": "acct:cy@example.org",
                 "uri": "https://example.org/river", "text": "Check *this*", "tags": ["todo"], "target": [
                     {"source": "https://example.org/river", "selector": [
                         {"type": "RangeSelector", "startContainer": "/p[1]", "startOffset": 0,
                          "endContainer": "/p[1]", "endOffset": 5},
                         position(5, 14), quote("2 meters", "The river rose by ", " on Tuesday.")]}]}]
        told = self.annotate({"total": 1, "rows": rows})
        self.assertEqual(told["counts"]["exact"], 1)
        [claim] = self.claims()
        self.assertEqual((claim["quote"], claim["note"], claim["status"]), ("2 meters", "Check *this*", "pending"))
        for words in ("acct:cy@example.org", "todo"):
            self.assertIn(words, claim["comments"][0]["text"])

    def test_what_is_refused(self):
        """Each with one sentence, and nothing changes."""
        one = {**foreign(quote(RAIN)), "id": "urn:x:1"}
        page = {"type": "AnnotationPage", "items": [one]}
        whole = {"@context": CONTEXT, "type": "AnnotationCollection", "total": 1, "first": page}
        bad = [
            b"", b"{", b"[1]", b"{}", b"null", b'"x"', b"\xff\xfe", b'[{"target": "\xff"}]',
            b"[" * 100000, b'{"target":' * 100000, b'{"a":1}', b"[" + b"0," * 1500001 + b"0]",
            b'{"bodyValue": "' + b"x" * (50 * 1000 * 1000) + b'", "type": "Annotation", "target": "urn:x:y"}',
            [one, one], {**whole, "total": 7}, {**whole, "first": "https://example.org/page-1"},
            {**whole, "first": {**page, "next": "https://example.org/page-2"}}, {**whole, "first": {"items": 7}},
            {**page, "items": ["https://example.org/1"]}, {**page, "items": [[]]}, {"type": "AnnotationPage"},
            [{"type": "Annotation"}], [{"target": 7}], [{**one, "id": 7}], [{**one, "bodyValue": []}],
            [foreign(quote(7))], [foreign({**quote("x"), "prefix": {}})], [foreign(position(-1, 4))],
            [foreign(position("0", 4))], [foreign(position(4, 2))], [foreign(position(0, 1 << 40))],
            [{"target": [foreign(quote("x"))["target"]] * 100001}],
            [{"target": [foreign(quote("x"))["target"]] * 1000, "bodyValue": "x" * 100000}],
        ]
        before = self.do_json("history")
        for content in bad:
            path = self.write("bad.jsonld", content if isinstance(content, bytes) else json.dumps(content))
            with self.subTest(content=path.read_bytes()[:60]):
                self.refuse(1, "annotate", self.article, path)
        self.refuse(1, "annotate", self.article, self.folder / "none.jsonld")
        self.refuse(3, "annotate", "nothing", path)
        self.assertEqual(self.do_json("history"), before)

    def test_odd_but_harmless(self):
        told, _ = self.place({**foreign(quote("")), "body": None}, foreign(quote("  ")), foreign(position(3, 3)),
                             {**foreign(quote(RAIN)), "body": [None, 7, [], {}, {"value": 7}], "creator": [],
                              "motivation": [1, {}], "generator": "Galley", "created": "yesterday", "tags": {}},
                             foreign("nonsense", None, {"type": "TextQuoteSelector"}))
        self.assertEqual([one["fate"] for one in told], ["none", "none", "none", "make", "none"])

    def test_counts_after_many(self):
        """A step with many claims counts them at its end, with what waits left out."""
        words = [f"Sentence {i} says so." for i in range(700)]
        self.article = self.do("import", self.write("many.txt", " ".join(words) + "\n")).strip()
        told = self.annotate([foreign(quote(one)) for one in words] + [foreign(quote("Nowhere at all, this one"))])
        self.assertEqual((told["fates"]["make"], told["fates"]["wait"]), (700, 1))
        counts = {"pending": 700, "confirmed": 0, "disputed": 0}
        self.assertEqual(self.do_json("show", self.article)["counts"], counts)
        self.assertEqual(len(self.do_json("search", "699")), 2)
        self.assertEqual(self.do("verify"), "")
        self.do("undo", self.article)
        self.assertEqual(self.do_json("show", self.article)["counts"], dict.fromkeys(counts, 0))
        self.do("redo", self.article)
        self.assertEqual(self.do_json("show", self.article)["counts"], counts)
        self.assertEqual(self.do("verify"), "")

    def test_formulas(self):
        """Thousands of quotes that begin alike and are found all the same."""
        words = [f"The committee’s report number {i} was read." for i in range(6000)]
        self.article = self.do("import", self.write("reports.txt", " ".join(words) + "\n")).strip()
        told = self.annotate([foreign(quote(one)) for one in words], "--dry-run")
        self.assertEqual(told["counts"]["exact"], 6000)

    def test_many(self):
        """Thousands of the same words, which are nowhere or everywhere, end."""
        text = "Rain. " * 20000
        self.article = self.do("import", self.write("rain.txt", text)).strip()
        told = self.annotate([foreign(quote("Rain. " * (i % 50 + 1))) for i in range(5000)] +
                             [foreign(quote("Rain. Snow")) for i in range(5000)])
        self.assertEqual(told["fates"]["make"], 0)


if __name__ == "__main__":
    harness.main()
