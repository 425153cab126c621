#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The source log as BibTeX, RIS and CSL JSON: what pandoc and bibutils read in it and write for it."""
import json
import re
import subprocess
import xml.etree.ElementTree as ElementTree

import harness

MODS = "{http://www.loc.gov/mods/v3}"
FORMATS = ("bibtex", "ris", "csl-json")

# Every kind of source that a program knows by a type of its own, and characters that mean something.
REFERENCES = [
    {"id": "paper", "type": "article-journal", "title": "Strikes & Boats: 11% of {All} $_2 “Cases”",
     "author": [{"family": "de la Fuente", "given": "Juan Ramón"}, {"literal": "World Health Organization"},
                {"family": "Zola", "given": "Émile"}],
     "container-title": "Journal of Examples", "issued": {"date-parts": [[2025, 9, 3]]},
     "DOI": "10.1000/a_b", "URL": "https://doi.org/10.1000/a_b"},
    {"id": "news", "type": "article-newspaper", "title": "Boat Destroyed in the Caribbean",
     "author": [{"family": "Doe", "given": "Jane"}], "container-title": "The Example Times",
     "issued": {"date-parts": [[2025, 9]]}, "URL": "https://times.example/a_b?c=%20~d&e#f"},
    {"id": "report", "type": "report", "title": "C:\\Reports ~ an Overview^2 -- Part #1",
     "author": [{"literal": "Ministry of Trade and Industry"}], "publisher": "Ministry Press",
     "issued": {"date-parts": [[2025]]}},
    {"id": "book", "type": "book", "title": "Naïve Straße", "author": [{"literal": "Plato"}],
     "publisher": "Brothers & Sons", "issued": {"date-parts": [[1998]]}},
    {"id": "page", "type": "webpage", "title": "An Online Page", "URL": "https://x.example/"},
    {"id": "data", "type": "dataset", "title": "Counts of Boats", "publisher": "Office of Counts"},
]


def plain(text):
    """What is left when quotation marks and dashes of any style are one."""
    text = re.sub("<[^>]+>", "", text or "")
    return re.sub("[–—-]+", "-", re.sub("[“”\"]", '"', re.sub("[‘’']", "'", text)))


def names(item):
    """Names in the order of their parts, wherever a program puts the particles."""
    return [
        " ".join(name[part] for part in
                 ("given", "dropping-particle", "non-dropping-particle", "family", "literal") if part in name)
        for name in item.get("author", [])
    ]


def facts(items):
    """Title, authors, date and address of each item of CSL JSON."""
    return [
        (plain(item["title"]), names(item), item.get("issued", {}).get("date-parts"), item.get("URL"))
        for item in items
    ]


class BibliographyTest(harness.CliTest):
    def pandoc(self, text, source, target):
        result = subprocess.run(["pandoc", "-f", source, "-t", target, "-s", "--wrap=none"], input=text.encode(),
                                capture_output=True, check=True, timeout=harness.TIMEOUT_S)
        return result.stdout.decode()

    def enter(self, items=REFERENCES):
        """Enters CSL JSON; the ids."""
        return self.do("import-sources", self.write("references.json", json.dumps(items))).split()

    def written(self, name):
        return self.do("sources", "--format", name)

    def csl(self):
        """The log as this program writes it for citation processors, without the ids."""
        items = json.loads(self.written("csl-json"))
        for item in items:
            del item["id"]
        return items


class WritingTest(BibliographyTest):
    def setUp(self):
        super().setUp()
        self.ids = self.enter()

    def test_pandoc_reads_bibtex(self):
        for dialect in ("bibtex", "biblatex"):
            items = json.loads(self.pandoc(self.written("bibtex"), dialect, "csljson"))
            self.assertEqual(facts(items), facts(REFERENCES))
            self.assertEqual([item["type"] for item in items], [item["type"] for item in REFERENCES])
            self.assertEqual([item["id"] for item in items], self.ids)

    def test_pandoc_reads_csl_json(self):
        items = json.loads(self.pandoc(self.written("csl-json"), "csljson", "csljson"))
        self.assertEqual(facts(items), facts(REFERENCES))
        self.assertEqual([item["type"] for item in items], [item["type"] for item in REFERENCES])

    def test_bibutils_read_ris(self):
        """They make two names of one that has “and” in it."""
        result = subprocess.run(["ris2xml", "--nosplit-title"], input=self.written("ris").encode(),
                                capture_output=True, check=True, timeout=harness.TIMEOUT_S)
        found = []
        for record in ElementTree.fromstring(result.stdout.decode("utf-8-sig")).findall(MODS + "mods"):
            title = record.find(f"{MODS}titleInfo/{MODS}title").text
            people = " and ".join(" ".join(part.text for part in name.findall(MODS + "namePart"))
                                  for name in record.findall(MODS + "name"))
            date = [date.text for date in record.iter(MODS + "dateIssued")]
            place = [url.text for url in record.iter(MODS + "url")]
            place += [f"https://doi.org/{doi.text}" for doi in record.findall(MODS + "identifier[@type='doi']")]
            found.append((plain(title), people, date[:1], place))
        self.assertEqual(found, [
            (title, " and ".join(people), ["-".join(f"{n:02}" for n in date[0])] if date else [], [url] if url else [])
            for title, people, date, url in facts(REFERENCES)
        ])

    def test_own_reader(self):
        expected = self.csl()
        for name in FORMATS:
            with self.subTest(name):
                self.library = self.folder / f"{name}.galley-library"
                self.do("import-sources", "-", stdin=self.before(name))
                self.assertEqual(self.csl(), expected)

    def before(self, name):
        library, self.library = self.library, self.folder / "test.galley-library"
        try:
            return self.written(name)
        finally:
            self.library = library

    def test_output(self):
        path = self.folder / "log.bib"
        self.assertEqual(self.do("sources", "--format", "bibtex", "--output", path), "")
        self.assertEqual(path.read_text(), self.written("bibtex"))
        self.assertEqual(self.do("sources", "--format", "bibtex", "--output", "-"), self.written("bibtex"))
        self.refuse(1, "sources", "--format", "bibtex", "--output", self.folder / "no" / "where")

    def test_usage(self):
        self.refuse(2, "sources", "--format", "endnote")
        self.refuse(2, "sources", "--format", "ris", "--json")
        self.refuse(2, "sources", "--full")
        self.refuse(2, "sources", "--output", "x")


class ReadingTest(BibliographyTest):
    def test_what_pandoc_writes(self):
        """It writes titles in its own case, and no days and addresses for BibTeX's own styles. It does not
        protect an organisation that has “and” in its name."""
        items = [item for item in REFERENCES if item["id"] != "report"]
        n_compared = {"bibtex": 2, "biblatex": 4, "csljson": 4}
        for dialect, n in n_compared.items():
            with self.subTest(dialect):
                self.library = self.folder / f"{dialect}.galley-library"
                self.do("import-sources", "-", stdin=self.pandoc(json.dumps(items), "csljson", dialect))
                self.assertEqual([(fact[0].lower(), *fact[1:n]) for fact in facts(self.csl())],
                                 [(fact[0].lower(), *fact[1:n]) for fact in facts(items)])

    def test_one_step(self):
        ids = self.enter()
        self.assertEqual(len(ids), len(REFERENCES))
        self.assertEqual([source["id"] for source in self.do_json("sources")][::-1], ids)
        self.do("undo")
        self.assertEqual(self.do_json("sources"), [])
        self.do("redo")
        self.assertEqual(len(self.do_json("sources")), len(REFERENCES))

    def test_known_ones_are_left_out(self):
        self.enter()
        before = self.do_json("history")
        again = self.call("import-sources", self.write("again.bib", self.written("bibtex")))
        self.assertEqual((again.returncode, again.stdout), (0, b""))
        self.assertIn("6 references are", self.assert_sentence(again.stderr))
        self.assertEqual(self.do_json("history"), before)

        other = [{"title": "Other words", "DOI": "10.1000/A_B"},
                 {"title": "Other page", "URL": "http://www.X.example"},
                 {"title": "naive strasse", "author": [{"literal": "Plato"}], "issued": {"date-parts": [[1998]]}},
                 {"title": "An Online Page", "URL": "https://y.example/"},
                 {"title": "Naïve Straße", "author": [{"literal": "Plato"}], "issued": {"date-parts": [[1999]]}}]
        found = self.do_json("import-sources", self.write("other.json", json.dumps(other)))
        self.assertEqual((len(found["added"]), found["known"]), (2, 3))

    def test_twice_in_one_file(self):
        found = self.do_json("import-sources", "-", stdin=json.dumps(REFERENCES + REFERENCES[:2]))
        self.assertEqual((len(found["added"]), found["known"]), (len(REFERENCES), 2))

    def test_several_files(self):
        ids = self.do("import-sources", self.write("a.bib", "@book{a, title = {A}}"),
                      self.write("b.ris", "TY  - BOOK\nTI  - B\nER  - \n"),
                      self.write("c", '{"title": "C"}')).split()
        self.assertEqual([source["title"] for source in self.do_json("sources")], ["C", "B", "A"])
        self.assertEqual(len(ids), 3)

    def test_bad_file(self):
        good = self.write("a.bib", "@book{a, title = {A}}")
        bad = self.write("b.bib", "@book{a,\n title = {A")
        sentence = self.refuse(1, "import-sources", good, bad)
        self.assertIn("b.bib”: ", sentence)
        self.assertIn("line 2", sentence)
        self.assertIn("neither", self.refuse(1, "import-sources", self.write("c", "Words.\n")))
        self.refuse(1, "import-sources", self.folder / "nowhere")
        self.assertFalse(self.library.exists())

    def test_notes_of_our_own(self):
        text = "@misc{a, title = {A}, note = {galley-terms: confidential\\\\ galley-pseudonym: A clerk}}"
        self.do("import-sources", "-", stdin=text + "@misc{b, title = {B}, author = {{Secretname}}}")
        for name in FORMATS:
            with self.subTest(name):
                self.assertNotIn("A clerk", self.written(name))
                full = self.do("sources", "--format", name, "--full")
                self.assertIn("A clerk", full)
                self.assertNotIn("{{A}}", full)
                self.assertIn("galley-terms: confidential", full)


if __name__ == "__main__":
    harness.main()
