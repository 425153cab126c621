#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""poppler's tools and qpdf read the pages back. What they find has to be what went in."""
import functools
import json
import re
import subprocess
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import tap
from samples import written

# How a page sets words apart from what it says itself is not looked at: spaces, what has no shape,
# and what turns the direction round.
LEFT_OUT = re.compile(
    "[\\s\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffd\x00-\x1f\x7f-\x9f]+"
)
LAYOUTS = ("annotated", "memo", "legal", "queries", "callsheet", "publication", "minutes", "archive")


def run(*command):
    return subprocess.run(command, capture_output=True, check=True).stdout


def text_of(path, *options):
    return run("pdftotext", *options, path, "-").decode()


def info_of(path):
    lines = run("pdfinfo", path).decode().splitlines()
    return dict(re.split(r":\s*", line, maxsplit=1) for line in lines)


def squeeze(text):
    return LEFT_OUT.sub("", text)


@functools.cache
def objects_of(path):
    return Objects(path)


class Objects:
    """What qpdf finds in a document."""

    def __init__(self, path):
        found = json.loads(run("qpdf", "--json=2", path))
        self.objects = found["qpdf"][1]
        self.outlines = found["outlines"]
        self.catalog = self.get(self.objects["trailer"]["value"]["/Root"])

    def get(self, value):
        """What @value is, where it is a reference."""
        if isinstance(value, str) and re.fullmatch(r"\d+ 0 R", value):
            return self.objects["obj:" + value]["value"]
        return value

    def all(self, key, value):
        for entry in self.objects.values():
            found = entry.get("value")
            if isinstance(found, dict) and found.get(key) == value:
                yield found

    def destinations(self):
        """The names that links may lead to."""
        names = set()
        waiting = [self.get(self.get(self.catalog["/Names"])["/Dests"])]
        while waiting:
            node = waiting.pop()
            waiting += [self.get(kid) for kid in node.get("/Kids", [])]
            names.update(name.removeprefix("u:") for name in node.get("/Names", [])[::2])
        return names


class Pages(unittest.TestCase):
    maxDiff = 2000

    @classmethod
    def setUpClass(cls):
        cls.folder = written()
        names = ("whole", "nested", "empty", "hostile-0", "hostile-1", "hostile-2")
        cls.samples = [Path(cls.folder.name) / f"{name}.pdf" for name in names]
        cls.layouts = [
            Path(cls.folder.name) / "layouts" / f"{name}-{layout}.pdf"
            for name in ("record", "hostile-3")
            for layout in LAYOUTS
        ]

    def record(self, layout):
        return Path(self.folder.name) / "layouts" / f"record-{layout}.pdf"

    def test_documents_are_sound(self):
        for path in self.samples + self.layouts:
            with self.subTest(path.name):
                self.assertIn(b"No syntax or stream encoding errors", run("qpdf", "--check", path))

    def test_documents_describe_themselves(self):
        for path in self.samples + self.layouts:
            with self.subTest(path.name):
                info = info_of(path)
                self.assertEqual(info["Tagged"], "yes")
                self.assertGreaterEqual(int(info["Pages"]), 1)
                self.assertRegex(info["Page size"], "A4")
                self.assertEqual(info["JavaScript"], "no")

    def test_record_describes_itself(self):
        info = info_of(self.record("annotated"))
        self.assertEqual(info["Title"], "Harbour Fees Rise")
        self.assertEqual(info["CreationDate"], info["ModDate"])
        self.assertIn("2025", info["CreationDate"])
        self.assertEqual(info_of(self.record("memo"))["Title"], "Harbour Fees Rise – Correction Memo")

    def test_language_is_stated(self):
        for path in self.samples:
            with self.subTest(path.name):
                catalog = objects_of(path).catalog
                self.assertRegex(catalog["/Lang"], "^u:[a-z]{2,3}")
                self.assertTrue(catalog["/ViewerPreferences"]["/DisplayDocTitle"])

    def test_words_are_in_order(self):
        """Each word of each block stands there, in the order of the words."""
        for name in ("whole", "long"):
            facts = json.loads((Path(self.folder.name) / f"{name}.json").read_bytes())
            found = text_of(Path(self.folder.name) / f"{name}.pdf", "-raw")
            words = re.findall(r"[A-Za-zü]{3,}", found)
            at = 0
            for block in facts["blocks"]:
                if block["role"] == "boilerplate":
                    continue
                for word in re.findall("[A-Za-zü]{3,}", facts["text"][block["start"] : block["end"]]):
                    self.assertIn(word, words[at : at + 200], (name, at))
                    at = words.index(word, at) + 1

    def test_structure_has_all_words(self):
        """What is read aloud is all that is printed but heads, numbers and margins."""
        for layout in LAYOUTS:
            with self.subTest(layout):
                path = self.record(layout)
                structure = run("pdfinfo", "-struct-text", path).decode()
                told = squeeze("".join(re.findall(r'^\s*"(.*?)"$', structure, re.MULTILINE | re.DOTALL)))
                for word in re.findall(r"[A-Za-z]{4,}", text_of(path)):
                    if word not in ("Article", "Annotated", "Archive", "Copy", "Memo"):
                        self.assertIn(word, told)

    def test_structure_is_that_of_a_document(self):
        structure = run("pdfinfo", "-struct", self.record("annotated")).decode()
        lines = [line.split()[0] for line in structure.splitlines() if line.strip()]
        self.assertEqual(lines[0], "Document")
        for name in ("H1", "H2", "H3", "P", "L", "LI", "Lbl", "LBody", "Link", "BlockQuote", "Sect"):
            self.assertIn(name, lines)
        self.assertEqual(lines.count("H1"), 1)

    def test_tables_have_structure(self):
        found = set()
        for path in self.samples:
            structure = run("pdfinfo", "-struct", path).decode()
            found.update(line.split()[0] for line in structure.splitlines() if line.strip())
        self.assertLessEqual({"Table", "TR", "TD"}, found)

    def test_columns_are_named_on_each_page(self):
        """They are in the structure once: on the pages after, they are no more than the head is."""
        path = Path(self.folder.name) / "table.pdf"
        self.assertIn(b"No syntax or stream encoding errors", run("qpdf", "--check", path))
        pages = text_of(path, "-layout").split("\f")[:-1]
        self.assertGreater(len(pages), 2)
        towns = []
        for page in pages:
            lines = [line.split() for line in page.splitlines() if line.strip()]
            head = lines.index(["Place", "Inhabitants"])
            self.assertEqual(lines[head + 1][0], "Town")
            towns += [int(line[1]) for line in lines if line[0] == "Town"]
        self.assertEqual(towns, list(range(1, 101)))
        structure = run("pdfinfo", "-struct-text", path).decode()
        self.assertEqual(structure.count('"Inhabitants"'), 1)
        self.assertEqual(len(re.findall(r"(?m)^ *TR\b", structure)), 101)

    def test_links_arrive(self):
        for path in self.samples + [self.record(layout) for layout in LAYOUTS]:
            with self.subTest(path.name):
                objects = objects_of(path)
                names = objects.destinations()
                for link in objects.all("/Subtype", "/Link"):
                    if "/Dest" in link:
                        self.assertIn(link["/Dest"].removeprefix("u:"), names, path.name)

    def test_claims_lead_to_entries_and_back(self):
        objects = objects_of(self.record("annotated"))
        links = [link["/Dest"] for link in objects.all("/Subtype", "/Link") if "/Dest" in link]
        for number in range(1, 6):
            self.assertGreaterEqual(links.count(f"u:claim-{number}"), 2)  # margin, and behind the words
            self.assertGreaterEqual(links.count(f"u:words-{number}"), 1)

    def test_links_lead_where_they_may(self):
        n_links = 0
        for path in self.samples + self.layouts:
            with self.subTest(path.name):
                listing = run("pdfinfo", "-url", path).decode(errors="replace").splitlines()[1:]
                for line in listing:
                    self.assertRegex(line.split(maxsplit=2)[2], "(?i)^(https?://|mailto:)")
                n_links += len(listing)
                for key in ("/JavaScript", "/Launch", "/GoToR", "/SubmitForm"):
                    self.assertFalse(list(objects_of(path).all("/S", key)))
        self.assertGreater(n_links, 20)

    def test_outline_has_headings(self):
        outline = objects_of(self.record("annotated")).outlines
        self.assertEqual([entry["title"] for entry in outline], ["Harbour Fees Rise"])
        sections = outline[0]["kids"]
        self.assertIn("Claims", [entry["title"] for entry in sections])
        claims = next(entry for entry in sections if entry["title"] == "Claims")["kids"]
        self.assertEqual(len(claims), 5)
        self.assertIn("Claim 1, confirmed", claims[0]["title"])

    def test_sources_are_masked(self):
        for layout in LAYOUTS:
            with self.subTest(layout):
                path = self.record(layout)
                told = text_of(path) + run("pdfinfo", path).decode() + str(objects_of(path).objects)
                self.assertEqual("SECRET" in told, layout == "archive")
                if layout == "publication":
                    self.assertNotIn("HIDDEN", told)

    def test_claims_stand_in_the_margin(self):
        """Each number with its sign stands right of the words, beside the line where they begin."""
        html = run("pdftotext", "-bbox", "-f", "1", "-l", "1", self.record("annotated"), "-").decode()
        words = re.findall(r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">(.*?)<', html)
        margin = [(float(y), word) for x, y, _, word in words if float(x) > 485]
        self.assertEqual(sorted({word for _, word in margin if word.isdigit()}), list("12345"))
        place = {word: float(y) for x, y, _, word in words if float(x) < 485}
        quote = min(y for y, word in margin if word == "5")
        self.assertLess(abs(quote - place["changed"]), 12)

    def test_claims_within_others_are_seen_to_begin(self):
        """By a stroke across the line under the words, whatever its colour and kind."""
        path = self.record("annotated")
        drawn = run("pdftocairo", "-svg", "-f", "1", "-l", "1", path, "-").decode()
        number = r"(-?[\d.]+)"
        lines = re.findall(rf' d="M {number} {number} L {number} {number} ?"', drawn)
        strokes = [(float(x), abs(float(y) - float(end_y))) for x, y, end_x, end_y in lines if x == end_x]
        html = run("pdftotext", "-bbox", "-f", "1", "-l", "1", path, "-").decode()
        begins = [float(re.search(rf'xMin="([\d.]+)"[^>]*>{word}<', html).group(1)) for word in ("on", "in")]
        found = sorted(x for x, height in strokes if 3 < height < 6)
        self.assertEqual(len(found), 2)
        for at, begin in zip(found, sorted(begins)):
            self.assertLess(abs(at - begin), 1)

    def test_margin_has_room_for_all(self):
        """No number of a claim is drawn over another."""
        for name in ("nested", "hostile-0", "hostile-1"):
            path = Path(self.folder.name) / f"{name}.pdf"
            html = run("pdftotext", "-bbox", path, "-").decode()
            n_margin = 0
            for page in html.split("<page ")[1:]:
                lines = re.findall(r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">', page)
                tops = sorted({float(top) for x, top, _ in lines if float(x) > 485})
                n_margin += len(tops)
                for above, below in zip(tops, tops[1:]):
                    self.assertTrue(below - above < 2 or below - above > 10, (name, above, below))
            self.assertGreater(n_margin, 5, name)


if __name__ == "__main__":
    tap.main()
