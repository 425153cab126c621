#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Second readings: blind, drawn by a seed, merged from other copies; and how far readers agree."""
import csv
import hashlib
import io
import itertools
import random
import zipfile
from xml.etree import ElementTree

import harness

STATUSES = ("pending", "confirmed", "disputed")
ARTICLE = "Title\n\n" + "\n\n".join(f"Fact number {n} is that {n + 7} ships came." for n in range(12)) + "\n"


def kappa(pairs):
    """Cohen's kappa by its definition; None where it has none."""
    n = len(pairs)
    if n == 0:
        return None
    observed = sum(a == b for a, b in pairs) / n
    by_chance = sum(sum(a == s for a, _ in pairs) * sum(b == s for _, b in pairs) for s in STATUSES) / n ** 2
    return None if by_chance == 1 else (observed - by_chance) / (1 - by_chance)


def alpha(units):
    """Krippendorff's nominal alpha as one minus a ratio of two averages over pairs of values: of those
    within units, and of all; None where it has none."""
    units = [unit for unit in units if len(unit) > 1]
    values = list(itertools.chain.from_iterable(units))
    if len(set(values)) < 2:
        return None
    observed = sum(sum(a != b for a, b in itertools.permutations(unit, 2)) / (len(unit) - 1) for unit in units)
    expected = sum(a != b for a, b in itertools.permutations(values, 2))
    return 1 - (observed / len(values)) / (expected / (len(values) * (len(values) - 1)))


class ReadingsTest(harness.CliTest):
    def setUp(self):
        super().setUp()
        self.article = self.do("import", self.write("article.txt", ARTICLE), "--actor", "Ana").strip()
        self.ids = self.do("mark-suggestions", self.article, "--actor", "Ana").split()[1:]
        self.do("unmark", self.do_json("claims", self.article)[0]["id"])

    def copy_library(self, name):
        """A colleague's library, with what is in this one."""
        package = self.folder / f"{name}.galley"
        self.do("export", self.article, "--format", "package", "--output", package)
        other = self.folder / f"{name}.galley-library"
        self.take(other, package)
        return other

    def take(self, library, package):
        """Merges, which says to whoever does it whose events came."""
        result = self.call("--library", library, "import", package, library=False)
        self.assertEqual((result.returncode, b"added" in result.stderr), (0, True), result.stderr)

    def on(self, library, *arguments, json=False):
        here, self.library = self.library, library
        try:
            return self.do_json(*arguments) if json else self.do(*arguments)
        finally:
            self.library = here

    def judge(self, reader, verdicts, *options):
        """A whole reading by @reader, of what @verdicts says by claim."""
        self.do("start-reading", self.article, "--actor", reader, *options)
        for status in STATUSES:
            claims = [claim for claim, found in verdicts.items() if found == status]
            if claims:
                self.do("judge", *claims, status, "--actor", reader)
        self.do("end-reading", self.article, "--actor", reader)

    def test_sample_is_drawn_by_its_seed(self):
        for seed, size in (("a", 5), ("ñandú", 8), ("a", 99)):
            reading = self.do("start-reading", self.article, "--sample", size, "--seed", seed, "--actor", "Ben").strip()
            drawn = [c["claim"] for c in self.do_json("read", self.article, "--all", "--actor", "Ben")]
            digest = lambda claim: hashlib.sha256((seed + claim).encode()).hexdigest()
            chosen = set(sorted(self.ids, key=digest)[:size])
            self.assertEqual(drawn, [claim for claim in self.ids if claim in chosen])
            listed, = self.do_json("readings", self.article)
            self.assertEqual((listed["id"], listed["scope"], listed["size"], listed["seed"], listed["claims"]),
                             (reading, "sample", size, seed, min(size, 12)))
            self.do("remove-reading", self.article, reading)
        self.do("start-reading", self.article, "--sample", 3, "--actor", "Ben")
        self.assertRegex(self.do_json("readings", self.article)[0]["seed"], "^[0-9a-f]{8}$")

    def test_starred(self):
        self.refuse(1, "start-reading", self.article, "--starred")
        self.do("set", self.ids[3], "star", "yes")
        self.do("start-reading", self.article, "--starred", "--actor", "Ben")
        self.assertEqual([c["claim"] for c in self.do_json("read", self.article, "--all", "--actor", "Ben")],
                         [self.ids[3]])

    def test_what_is_refused(self):
        for options in (("--sample", 0), ("--sample", -1), ("--sample", -4), ("--sample", 2, "--starred"), ("--seed", "x")):
            self.refuse(2, "start-reading", self.article, *options)
        self.refuse(3, "read", self.article, "--actor", "Ben")
        self.refuse(3, "end-reading", self.article, "--actor", "Ben")
        self.refuse(3, "judge", self.ids[0], "confirmed", "--actor", "Ben")
        self.refuse(1, "agreement", self.article)
        self.do("start-reading", self.article, "--sample", 1, "--seed", "x", "--actor", "Ben")
        self.refuse(1, "start-reading", self.article, "--actor", "Ben")
        drawn = self.do_json("read", self.article, "--actor", "Ben")[0]["claim"]
        other = next(claim for claim in self.ids if claim != drawn)
        self.refuse(3, "judge", drawn, other, "confirmed", "--actor", "Ben")
        self.refuse(3, "judge", drawn, "confirmed", "--actor", "Cy")
        self.refuse(2, "judge", drawn, "maybe", "--actor", "Ben")
        self.assertEqual(self.do_json("readings", self.article)[0]["judged"], 0)

    def test_reader_is_shown_nothing_else(self):
        """As in the window: the article with what one found oneself, and nothing that is made of the check."""
        self.do("status", self.ids[0], "disputed", "--reason", "wrong-number", "--actor", "Ana")
        self.do("note", self.ids[0], "Ana-wrote-this", "--actor", "Ana")
        second = self.do("import", self.write("second.txt", ARTICLE + "More.\n")).strip()
        self.do("ask", self.ids[0], "Who says so?", "--actor", "Ana")
        claim = self.do("mark", second, 0, 5).strip()
        asked = self.do("ask", claim, "What?").strip()
        session = self.do("start-session", self.article, "--present", "Ana", "--actor", "Ana").strip()
        seen = self.do("claims", self.article)
        self.do("start-reading", self.article, "--actor", "Ben")
        self.do("judge", self.ids[1], "confirmed", "--actor", "Ben")

        for command in ("claims", "show"):
            text = self.do(command, self.article, "--actor", "Ben") + self.do(command, self.article, "--actor", "Ben", "--json")
            for word in ("disputed", "wrong-number", "Ana"):
                self.assertNotIn(word, text)
        claims = self.do_json("claims", self.article, "--actor", "Ben")
        self.assertEqual([(c["id"], c["status"]) for c in claims[:3]],
                         [(self.ids[0], None), (self.ids[1], "confirmed"), (self.ids[2], None)])
        self.assertEqual([line.split("\t")[1] for line in self.do("claims", self.article, "--actor", "Ben").splitlines()],
                         ["-", "confirmed"] + ["-"] * 10)
        self.assertEqual(self.do("claims", self.article, "--status", "pending", "--actor", "Ben"), "")
        shown = self.do_json("show", self.article, "--actor", "Ben")
        self.assertEqual((shown["counts"], shown["text"]), (None, ARTICLE))
        lines = {line.split("\t")[0]: line.split("\t")[1:4] for line in self.do("list", "--actor", "Ben").splitlines()}
        self.assertEqual((lines[self.article], lines[second]), (["-"] * 3, ["1", "0", "0"]))

        folder = self.folder / "out"
        folder.mkdir()
        for refused in (("export", self.article, "--format", "html"), ("copy", self.ids[0]), ("history", self.article),
                        ("export", second, self.article, "--format", "csv", "--output", folder),
                        ("show", self.article, "--draft", 1), ("claims", self.article, "--draft", 1),
                        ("tray", self.article), ("suggestions", self.article), ("repeats", self.article),
                        ("missing", self.article), ("gate", self.article),
                        ("disagreements", self.article), ("sessions", self.article), ("agenda", session),
                        ("progress", self.article), ("agreement", self.article)):
            self.assertIn("Ben has a reading", self.refuse(1, *refused, "--actor", "Ben"))
        self.assertEqual(list(folder.iterdir()), [])
        self.do("export", self.article, "--format", "package", "--output", folder, "--actor", "Ben")

        listed = self.do_json("history", "--actor", "Ben")
        self.assertEqual({entry["article"] for entry in listed}, {second})
        self.assertEqual([query["id"] for query in self.do_json("queries", "--actor", "Ben")], [asked])
        self.assertEqual(len(self.do_json("queries", "--actor", "Desk")), 2)
        self.assertEqual(self.do_json("disagreements", "--actor", "Ben"), [])

        # The desk asks under a name of its own, and a reader who has ended is shown all.
        self.assertEqual(self.do("claims", self.article, "--actor", "Desk"), seen)
        self.do("end-reading", self.article, "--actor", "Ben")
        self.assertEqual(self.do("claims", self.article, "--actor", "Ben"), seen)

    def test_is_blind_and_changes_no_claim(self):
        self.do("status", self.ids[0], "disputed", "--reason", "wrong-number", "--actor", "Ana")
        self.do("note", self.ids[0], "Ana-wrote-this")
        before = self.do_json("claims", self.article)
        self.do("start-reading", self.article, "--actor", "Ben")
        text = self.do("read", self.article, "--all", "--json", "--actor", "Ben") + \
            self.do("read", self.article, "--all", "--actor", "Ben")
        for word in ("disputed", "wrong-number", "Ana"):
            self.assertNotIn(word, text)
        self.do("judge", self.ids[0], "confirmed", "--reason", "Ben-found", "--note", "Ben-wrote", "--actor", "Ben")
        self.assertEqual(self.do_json("claims", self.article), before)
        first, = self.do_json("read", self.article, "--actor", "Ben")
        self.assertEqual(first["claim"], self.ids[1])
        # Nor is the first checker told, until the reading has ended.
        self.assertNotIn("Ben-found", self.do("history", self.article))
        self.refuse(1, "agreement", self.article)
        self.do("end-reading", self.article, "--actor", "Ben")
        self.assertIn("Ben-found", self.do("history", self.article))
        self.refuse(3, "judge", self.ids[0], "pending", "--actor", "Ben")
        found, = self.do_json("agreement", self.article)["disagreements"]
        self.assertEqual([(v["reader"], v["status"], v["reason"], v["note"]) for v in found["verdicts"]],
                         [("check", "disputed", "wrong-number", "Ana-wrote-this"),
                          ("Ben", "confirmed", "Ben-found", "Ben-wrote")])
        self.assertEqual(self.do("verify"), "")

    def test_figures_are_those_of_the_definitions(self):
        chance = random.Random(7)
        check = {claim: chance.choice(STATUSES) for claim in self.ids}
        for status in STATUSES[1:]:
            self.do("status", *[c for c in self.ids if check[c] == status], status, "--actor", "Ana")
        raters = {"check": check}
        for reader in ("Ben", "Cy", "Dee"):
            raters[reader] = {c: chance.choice((check[c], check[c], *STATUSES)) for c in self.ids
                              if chance.random() < 0.8}
            self.judge(reader, raters[reader])
        for options, drop in (((), None), (("--without-pending",), "pending")):
            figures = self.do_json("agreement", self.article, *options)
            judged = {name: {c: s for c, s in found.items() if s != drop} for name, found in raters.items()}
            for pair in figures["pairs"]:
                a, b = judged[pair["first"]], judged[pair["second"]]
                both = [(a[c], b[c]) for c in self.ids if c in a and c in b]
                self.assertEqual((pair["both"], pair["agree"]), (len(both), sum(x == y for x, y in both)))
                self.assertAlmostEqual(pair["kappa"], kappa(both))
                for x, y in itertools.product(STATUSES, repeat=2):
                    self.assertEqual(pair["counts"][x][y], both.count((x, y)))
            self.assertEqual(len(figures["pairs"]), 6)
            units = [[found[c] for found in judged.values() if c in found] for c in self.ids]
            self.assertAlmostEqual(figures["alpha"]["alpha"], alpha(units))
        differing = [c for c in self.ids if len({found[c] for found in raters.values() if c in found}) > 1]
        self.assertEqual([d["claim"] for d in figures["disagreements"]], differing)

    def test_without_variation_there_is_no_figure(self):
        self.judge("Ben", {claim: "pending" for claim in self.ids})
        figures = self.do_json("agreement", self.article)
        self.assertEqual((figures["pairs"][0]["share"], figures["pairs"][0]["kappa"], figures["alpha"]["alpha"]),
                         (1, None, None))
        self.assertIn("\t12/12\t1.000\t-\n", self.do("agreement", self.article))
        figures = self.do_json("agreement", self.article, "--without-pending")
        self.assertEqual((figures["pairs"][0]["share"], figures["alpha"]["verdicts"]), (None, 0))

    def test_deciding_leaves_the_figures_alone(self):
        self.do("status", *self.ids, "confirmed", "--actor", "Ana")
        found = {claim: "disputed" if n < 3 else "confirmed" for n, claim in enumerate(self.ids)}
        self.judge("Ben", found)
        before = self.do_json("agreement", self.article)
        self.do("status", self.ids[0], "disputed", "--actor", "Ana")
        after = self.do_json("agreement", self.article)
        self.assertEqual([d["decided"] for d in after["disagreements"]], [True, False, False])
        self.assertEqual((after["pairs"], after["alpha"]), (before["pairs"], before["alpha"]))
        self.do("undo", self.article)
        self.assertEqual(self.do_json("agreement", self.article), before)

    def test_counts_for_its_words_only(self):
        self.do("status", *self.ids, "confirmed", "--actor", "Ana")
        self.judge("Ben", {claim: "disputed" for claim in self.ids})
        first = self.do_json("claims", self.article)[0]
        self.do("move", first["id"], first["start"], first["end"] - 1)
        figures = self.do_json("agreement", self.article)
        self.assertEqual((figures["readers"][1]["of_former_words"], figures["pairs"][0]["both"]), (1, 11))
        self.assertNotIn(first["id"], [d["claim"] for d in figures["disagreements"]])
        self.do("undo", self.article)
        self.assertEqual(self.do_json("agreement", self.article)["pairs"][0]["both"], 12)

    def test_what_comes_after_unblinding_does_not_count(self):
        self.judge("Ben", {self.ids[0]: "confirmed"})
        self.do("undo", self.article)
        self.do("judge", self.ids[1], "confirmed", "--actor", "Ben")
        self.do("end-reading", self.article, "--actor", "Ben")
        reader = self.do_json("agreement", self.article)["readers"][1]
        self.assertEqual((reader["counted"], reader["after_unblinding"]), (1, 1))
        self.assertEqual(self.do("verify"), "")

    def test_readers_in_copies_of_their_own(self):
        copies = {name: self.copy_library(name) for name in ("Ben", "Cy")}
        self.do("status", *self.ids, "confirmed", "--actor", "Ana")
        for name, library in copies.items():
            self.on(library, "start-reading", self.article, "--actor", name)
            self.on(library, "judge", *self.ids[:6], "confirmed", "--actor", name)
            self.on(library, "judge", *self.ids[6:9], "disputed", "--actor", name)
            self.on(library, "end-reading", self.article, "--actor", name)
            self.on(library, "export", self.article, "--format", "package", "--output", self.folder / f"{name}-back.galley")
        for name in ("Cy", "Ben"):
            self.take(self.library, self.folder / f"{name}-back.galley")
        figures = self.do_json("agreement", self.article)
        self.assertEqual([(r["name"], r["counted"], r["not_judged"]) for r in figures["readers"]],
                         [("check", 12, 0), ("Ben", 9, 3), ("Cy", 9, 3)])
        self.assertEqual([(p["both"], p["agree"]) for p in figures["pairs"]], [(9, 6), (9, 6), (9, 9)])
        self.assertEqual(self.do("verify"), "")

    def test_namesake(self):
        """A reading of one's name that came from elsewhere is somebody else's until one says it is not."""
        other = self.copy_library("other")
        reading = self.on(other, "start-reading", self.article, "--actor", "Ana").strip()
        self.on(other, "judge", self.ids[0], "disputed", "--actor", "Ana")
        package = self.folder / "back.galley"
        self.on(other, "export", self.article, "--format", "package", "--output", package)
        self.take(self.library, package)
        listed, = self.do_json("readings", self.article)
        self.assertEqual((listed["here"], self.on(other, "readings", self.article, json=True)[0]["here"]), (False, True))
        self.assertTrue(self.do("readings", self.article).endswith("\tunder-way\telsewhere\n"))
        for command in (("read", self.article), ("judge", self.ids[1], "confirmed"), ("end-reading", self.article),
                        ("start-reading", self.article)):
            result = self.call(*command, "--actor", "Ana")
            self.assertEqual((result.returncode, result.stdout), (1, b""), command)
            self.assertIn(b"in another copy of the library", result.stderr)
        self.assertEqual(self.do_json("readings", self.article), [listed])
        # Nobody of another name gets it by the option, and undo takes nothing of it back.
        self.refuse(3, "read", self.article, "--take-up", "--actor", "Cy")
        self.do("undo", self.article, "--actor", "Ana")
        self.assertEqual(self.do_json("readings", self.article), [listed])

        first, = self.do_json("read", self.article, "--take-up", "--actor", "Ana")
        self.assertEqual(first["claim"], self.ids[1])
        self.do("judge", self.ids[1], "confirmed", "--actor", "Ana")
        self.assertEqual([(r["id"], r["here"], r["judged"]) for r in self.do_json("readings", self.article)],
                         [(reading, True, 2)])
        # It has moved: where it was, one is asked in turn.
        self.do("export", self.article, "--format", "package", "--output", package)
        self.take(other, package)
        self.assertFalse(self.on(other, "readings", self.article, json=True)[0]["here"])
        self.on(other, "end-reading", self.article, "--take-up", "--actor", "Ana")
        self.assertEqual((self.do("verify"), self.on(other, "verify")), ("", ""))

    def test_undo_keeps_to_its_own(self):
        self.do("status", self.ids[0], "confirmed", "--actor", "Ana")
        for reader in ("Ben", "Cy"):
            self.do("start-reading", self.article, "--actor", reader)
            self.do("judge", self.ids[0], "disputed", "--actor", reader)
        self.do("status", self.ids[1], "confirmed", "--actor", "Ana")
        judged = lambda: [r["judged"] for r in self.do_json("readings", self.article)]
        status = lambda: [c["status"] for c in self.do_json("claims", self.article)][:2]
        self.assertEqual(self.do("undo", self.article, "--actor", "Ben"), "read-claim\n")
        self.assertEqual((judged(), status()), ([0, 1], ["confirmed", "confirmed"]))
        self.refuse(1, "undo", self.article, "--actor", "Ben")
        self.assertEqual(self.do("undo", self.article, "--actor", "Ana"), "set-status\n")
        self.assertEqual((judged(), status()), ([0, 1], ["confirmed", "pending"]))
        self.assertEqual(self.do("redo", self.article, "--actor", "Ben"), "read-claim\n")
        self.assertEqual(self.do("redo", self.article, "--actor", "Ana"), "set-status\n")
        self.assertEqual((judged(), status()), ([1, 1], ["confirmed", "confirmed"]))
        self.assertEqual(self.do("verify"), "")

    def test_repeating_a_verdict_keeps_the_first(self):
        """However the check comes by another verdict, the figures stay those of what was found apart."""
        text = "Title\n\n" + "\n\n".join(["The ship sank on Monday with 11 people."] * 2) + "\n"
        self.article = self.do("import", self.write("twice.txt", text), "--actor", "Ana").strip()
        self.do("mark-suggestions", self.article, "--actor", "Ana")
        first, second = [c["id"] for c in self.do_json("claims", self.article)][-2:]
        self.judge("Ben", {second: "confirmed"})
        before = self.do_json("agreement", self.article)
        self.assertEqual([d["decided"] for d in before["disagreements"]], [False])
        self.do("status", first, "confirmed", "--actor", "Ana")
        self.assertIn("given\t" + second, self.do("repeat", first, "--actor", "Ana"))
        after = self.do_json("agreement", self.article)
        self.assertEqual([d["decided"] for d in after["disagreements"]], [True])
        self.assertEqual((after["pairs"], after["alpha"]), (before["pairs"], before["alpha"]))
        self.do("undo", self.article)
        self.assertEqual(self.do_json("agreement", self.article)["disagreements"], before["disagreements"])

    def export(self, format, *options):
        path = self.folder / f"agreement.{format}"
        self.do("agreement", self.article, "--format", format, "--output", path, *options)
        return path.read_bytes()

    def read_by_two(self):
        self.do("status", *self.ids, "confirmed", "--actor", "Ana")
        for reader, n in (("Ben", 3), ("Cy", 5)):
            self.do("start-reading", self.article, "--actor", reader)
            self.do("judge", *self.ids[:n], "disputed", "--note", "<script>&\"no\"", "--actor", reader)
            self.do("judge", *self.ids[n:10], "confirmed", "--actor", reader)
            self.do("end-reading", self.article, "--actor", reader)
        self.do("status", self.ids[0], "disputed", "--actor", "Ana")

    def test_goes_out_with_the_numbers_behind_it(self):
        self.read_by_two()
        text = self.do("agreement", self.article, "--format", "text")
        rows = [line.split(" | ") for line in text.splitlines() if " | " in line]
        pairs = {"The check – Ben": (10, 7), "The check – Cy": (10, 5), "Ben – Cy": (10, 8)}
        found = {"The check": ["confirmed"] * 12, "Ben": ["disputed"] * 3 + ["confirmed"] * 7,
                 "Cy": ["disputed"] * 5 + ["confirmed"] * 5}
        for name, (both, same) in pairs.items():
            first, second = name.split(" – ")
            values = list(zip(found[first], found[second]))
            self.assertIn([name, str(both), str(same), f"{10 * same} %", f"{kappa(values):.2f}"],
                          [row[:5] for row in rows])
            corner = rows.index([f"{first} ↓ {second} →", "Pending", "Confirmed", "Disputed"])
            for n, status in enumerate(STATUSES):
                self.assertEqual(rows[corner + 1 + n],
                                 [status.capitalize()] + [str(values.count((status, other))) for other in STATUSES])
        units = [[values[n] for values in found.values() if n < len(values)] for n in range(12)]
        self.assertIn(f"Krippendorff’s alpha: {alpha(units):.2f}\n", text)
        coincidences = {(a, b): 0.0 for a in STATUSES for b in STATUSES}
        for unit in (unit for unit in units if len(unit) > 1):
            for a, b in itertools.permutations(unit, 2):
                coincidences[a, b] += 1 / (len(unit) - 1)
        corner = rows.index(["Coincidences", "Pending", "Confirmed", "Disputed"])
        for n, a in enumerate(STATUSES):
            self.assertEqual([float(x) for x in rows[corner + 1 + n][1:]],
                             [round(coincidences[a, b], 2) for b in STATUSES])
        self.assertEqual(text.count("\nDisagreement "), 5)
        self.assertEqual((text.count("Decision: ✗ Disputed"), text.count("Decision: Not decided")), (1, 4))
        self.assertIn("The check (Ana): ✓ Confirmed", text)
        without = self.do("agreement", self.article, "--format", "text", "--without-pending")
        self.assertIn("Pending: Counts as not judged\n", without)

    def test_goes_out_in_every_form(self):
        self.read_by_two()
        page = self.export("html").decode()
        self.assertIn("&lt;script&gt;&amp;", page)
        self.assertNotIn("<script>", page)
        for text in (page, self.export("markdown").decode()):
            for words in ("Where Readers Disagree", "Coincidences", "Two by Two", "Fact number 0 is that 7 ships came"):
                self.assertIn(words, text)
        self.assertTrue(self.export("pdf", "--paper", "letter").startswith(b"%PDF-"))
        for format, part in (("docx", "word/document.xml"), ("odt", "content.xml")):
            with zipfile.ZipFile(io.BytesIO(self.export(format))) as package:
                words = "".join(ElementTree.fromstring(package.read(part)).itertext())
            self.assertIn("Krippendorff’s alpha", words)
            self.assertIn('<script>&"no"', words)
        rows = list(csv.DictReader(io.StringIO(self.export("csv").decode())))
        self.assertEqual([(row["claim"], row["reader"], row["status"], row["differs"], row["decided"]) for row in rows[:4]],
                         [(self.ids[0], "check", "confirmed", "yes", "yes"), (self.ids[0], "Ben", "disputed", "yes", "yes"),
                          (self.ids[0], "Cy", "disputed", "yes", "yes"), (self.ids[1], "check", "confirmed", "yes", "no")])
        self.assertEqual((len(rows), rows[1]["note"], rows[1]["quote"]),
                         (32, '<script>&"no"', "Fact number 0 is that 7 ships came."))
        for wrong in (("--format", "xlsx"), ("--format", "nothing"), ("--output", "x"),
                      ("--format", "text", "--json"), ("--format", "pdf", "--paper", "a3")):
            self.refuse(2, "agreement", self.article, *wrong)

    def test_unblinds_nobody(self):
        self.read_by_two()
        self.do("start-reading", self.article, "--actor", "Dee")
        for options in ((), ("--json",), ("--format", "text"), ("--format", "csv")):
            result = self.call("agreement", self.article, *options, GALLEY_ACTOR="Dee")
            self.assertEqual((result.returncode, result.stdout), (1, b""), options)
        # Whoever else prints it is told whom not to show it to.
        self.assertIn("second reading is still under way: Dee.", self.do("agreement", self.article, "--format", "text"))
        # Nor does a copy of the library tell Dee, who may have gone there with it.
        other = self.copy_library("other")
        result = self.call("--library", other, "agreement", self.article, library=False, GALLEY_ACTOR="Dee")
        self.assertEqual((result.returncode, result.stdout), (1, b""), result.stderr)
        self.do("end-reading", self.article, "--actor", "Dee")
        self.assertNotIn("under way", self.do("agreement", self.article, "--format", "text"))

    def test_readers_of_one_name_are_told_apart(self):
        self.judge("Ben", {}, "--sample", 3, "--seed", "a")
        self.judge("Ben", {self.ids[1]: "disputed"})
        self.assertEqual([r["name"] for r in self.do_json("agreement", self.article)["readers"]],
                         ["check", "Ben (1)", "Ben (2)"])
        self.assertIn("Ben (1) | A random sample of 3, seed “a” |", self.do("agreement", self.article, "--format", "text"))

    def test_purging_destroys_it(self):
        self.judge("Ben", {}, "--sample", 3, "--seed", "never-again")
        self.assertIn(b"never-again", self.library.read_bytes() + self.wal())
        self.do("delete", self.article, "--purge")
        self.assertNotIn(b"never-again", self.library.read_bytes() + self.wal())
        self.assertEqual(self.do("verify"), "")

    def wal(self):
        path = self.library.with_name(self.library.name + "-wal")
        return path.read_bytes() if path.exists() else b""


if __name__ == "__main__":
    harness.main()
