#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every layout as a document for word processors, read by xmllint, pandoc and LibreOffice; and what
no format gives away in any layout."""
import functools
import json
import os
import re
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree
import zipfile
import zlib
from pathlib import Path
from xml.parsers import expat

import html5lib

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import tap
from office import squeeze
from samples import Samples

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
XLINK = "{http://www.w3.org/1999/xlink}"
HTML = "{http://www.w3.org/1999/xhtml}"
HARMLESS = r"\A(https?://[a-z0-9.\[]|mailto:.*@)[!-~]*\Z"
LAYOUTS = ("annotated", "memo", "legal", "queries", "callsheet", "publication", "minutes", "archive")
FORMATS = ("docx", "odt")
FIXTURES = ("record", "every-role")
IN_PLACE = ("annotated", "archive")


def run(*command):
    return subprocess.run(command, capture_output=True, check=True).stdout


def members(path):
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def text_of(node):
    """The words of what pandoc found."""
    if isinstance(node, list):
        return "".join(text_of(child) for child in node)
    if not isinstance(node, dict):
        return ""
    kind, content = node.get("t"), node.get("c")
    if kind in ("Str", "Code"):
        return content if kind == "Str" else content[1]
    if kind in ("Space", "SoftBreak", "LineBreak"):
        return " "
    return text_of([c for c in content if isinstance(c, (list, dict))]) if content else ""


def nodes(node, kind):
    if isinstance(node, list):
        for child in node:
            yield from nodes(child, kind)
    elif isinstance(node, dict):
        if node.get("t") == kind:
            yield node["c"]
        yield from nodes(node.get("c"), kind)


class LayoutsTest(Samples):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.layouts = Path(cls.folder.name, "layouts")

    def each_document(self, extension, names="*", layouts=LAYOUTS):
        paths = [p for layout in layouts for p in self.layouts.glob(f"{names}-{layout}.{extension}")]
        self.assertGreaterEqual(len(paths), len(layouts))
        for path in sorted(paths):
            with self.subTest(path.name):
                yield path

    @functools.cache
    def page(self, name):
        return html5lib.parse((self.layouts / f"{name}.html").read_bytes().decode())

    @functools.cache
    def blocks(self, path):
        kind = path.suffix[1:]
        return json.loads(run("pandoc", f"--from={kind}", "--to=json", path))["blocks"]

    def test_parts_are_well_formed(self):
        with tempfile.TemporaryDirectory() as folder:
            names = []
            for extension in FORMATS:
                for path in sorted(self.layouts.glob(f"*.{extension}")):
                    for number, (name, data) in enumerate(members(path).items()):
                        if name != "mimetype":
                            names.append(Path(folder, f"{path.name}-{number}.xml"))
                            names[-1].write_bytes(data)
            self.assertGreater(len(names), 9 * 7 * 2 * 5)
            run("xmllint", "--noout", "--nonet", *names)

    def test_links_of_word_documents(self):
        for path in self.each_document("docx"):
            parts = members(path)
            body = ElementTree.fromstring(parts["word/document.xml"])
            names = [e.get(W + "name") for e in body.iter(W + "bookmarkStart")]
            self.assertEqual(len(names), len(set(names)))
            for link in body.iter(W + "hyperlink"):
                if link.get(W + "anchor") is not None:
                    self.assertIn(link.get(W + "anchor"), names)
            for name in ("document", "comments"):
                for link in ElementTree.fromstring(parts[f"word/_rels/{name}.xml.rels"]):
                    if link.get("TargetMode") == "External":
                        self.assertRegex(link.get("Target"), HARMLESS)

    def test_links_of_texts(self):
        for path in self.each_document("odt"):
            content = ElementTree.fromstring(members(path)["content.xml"])
            names = [e.get(TEXT + "name") for e in content.iter(TEXT + "bookmark")]
            self.assertEqual(len(names), len(set(names)))
            for link in content.iter(TEXT + "a"):
                href = link.get(XLINK + "href")
                if href.startswith("#"):
                    self.assertIn(href[1:], names)
                else:
                    self.assertRegex(href, HARMLESS)

    def test_styles_are_there(self):
        for path in self.each_document("docx"):
            parts = members(path)
            styles = ElementTree.fromstring(parts["word/styles.xml"])
            known = {style.get(W + "styleId") for style in styles.iter(W + "style")}
            for name in ("word/document.xml", "word/comments.xml"):
                root = ElementTree.fromstring(parts[name])
                used = {e.get(W + "val") for tag in ("pStyle", "rStyle", "tblStyle")
                        for e in root.iter(W + tag)}
                self.assertLessEqual(used, known)
        for path in self.each_document("odt"):
            parts = members(path)
            style = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}name"
            roots = [ElementTree.fromstring(parts[name]) for name in ("styles.xml", "content.xml")]
            known = {e.get(style) for root in roots for e in root.iter()}
            self.assertLessEqual({e.get(TEXT + "style-name") for e in roots[1].iter()}, known | {None})

    def test_corrections_are_words(self):
        for layout in set(LAYOUTS) - {"annotated"}:
            for path in self.each_document("docx", layouts=(layout,)):
                body = ElementTree.fromstring(members(path)["word/document.xml"])
                for tag in ("ins", "del", "commentReference"):
                    self.assertEqual(list(body.iter(W + tag)), [])
            for path in self.each_document("odt", layouts=(layout,)):
                content = ElementTree.fromstring(members(path)["content.xml"])
                self.assertEqual(list(content.iter(TEXT + "changed-region")), [])
                self.assertEqual(list(content.iter(OFFICE + "annotation")), [])
        for extension in FORMATS:
            words = text_of(self.blocks(self.layouts / f"record-memo.{extension}"))
            self.assertIn("The council had asked for 8 percent in the spring → The council had "
                          "asked for 6 percent in March", words)

    def test_pages_say_what_they_are_of(self):
        """What it is, of which article, when it was made, which page of how many."""
        for layout in LAYOUTS:
            for path in self.each_document("docx", names="record", layouts=(layout,)):
                parts = {name: ElementTree.fromstring(members(path)[f"word/{name}1.xml"])
                         for name in ("header", "footer")}
                head, foot = ("".join(e.text for e in part.iter(W + "t")) for part in parts.values())
                fields = [e.text.strip() for e in parts["footer"].iter(W + "instrText")]
                self.check_running(path, head, foot)
                self.assertEqual(fields, ["PAGE", "NUMPAGES"])
            for path in self.each_document("odt", names="record", layouts=(layout,)):
                styles = ElementTree.fromstring(members(path)["styles.xml"])
                head, foot = (next(styles.iter(STYLE + name)) for name in ("header", "footer"))
                self.check_running(path, "".join(head.itertext()), "".join(foot.itertext()))
                self.assertEqual([e.tag for e in foot.iter()][2:],
                                 [TEXT + "page-number", TEXT + "page-count"])

    def check_running(self, path, head, foot):
        page = self.page(path.stem)
        kicker = next(e for e in page.iter() if e.get("class") == "kicker")
        title = next(page.iter(HTML + "h1"))
        self.assertEqual(head, f"{kicker.text} · {''.join(self.own_words(title))}")
        state = r"Reviewed version · .* · " if path.stem.endswith("annotated") else ""
        self.assertRegex(foot, rf"\A{state}4 Sep 2025, 09:30 UTC · 1 / 1\Z")

    def check_kept(self, name, is_kept):
        """Paragraphs whose words are such do not end a page."""
        for path in self.each_document("docx", names=name, layouts=("legal", "archive")):
            body = ElementTree.fromstring(members(path)["word/document.xml"])
            found = [p for p in body.iter(W + "p")
                     if is_kept("".join(e.text for e in p.iter(W + "t")).strip())]
            self.assertGreater(len(found), 0)
            for paragraph in found:
                self.assertIsNotNone(paragraph.find(f"{W}pPr/{W}keepNext"))
        for path in self.each_document("odt", names=name, layouts=("legal", "archive")):
            content = ElementTree.fromstring(members(path)["content.xml"])
            kept = {s.get(STYLE + "name") for s in content.iter(STYLE + "style")
                    if s.find(f"{STYLE}paragraph-properties[@{FO}keep-with-next]") is not None}
            found = [p for p in content.iter(TEXT + "p") if is_kept("".join(p.itertext()))]
            self.assertGreater(len(found), 0)
            for paragraph in found:
                self.assertIn(paragraph.get(TEXT + "style-name"), kept)

    def test_labels_stay_with_what_they_are_of(self):
        self.check_kept("hostile-3", lambda words: words == "Evidence:")

    def test_places_stay_with_what_was_found(self):
        self.check_kept("record", lambda words: "¶" in words)

    def test_pandoc_reads_headings(self):
        for extension in FORMATS:
            for path in self.each_document(extension, names="record", layouts=LAYOUTS[1:]):
                page = self.page(path.stem)
                expected = [
                    (int(e.tag[-1]), squeeze("".join(e.itertext())))
                    for e in page.iter()
                    if e.tag in {f"{HTML}h{n}" for n in range(2, 7)}
                ]
                found = [(level, squeeze(text_of(words)))
                         for level, _, words in nodes(self.blocks(path), "Header")]
                self.assertEqual(found, expected)

    def test_pandoc_reads_lists(self):
        for extension in FORMATS:
            for path in self.each_document(extension, names="*[de]", layouts=LAYOUTS[1:]):
                if not path.name.startswith(FIXTURES):
                    continue
                page, expected = self.page(path.stem), []
                for list_ in page.iter(HTML + "ul"):
                    for item in list_.findall(HTML + "li"):
                        first = item.find(HTML + "p") if item.find(HTML + "p") is not None else item
                        expected.append(squeeze(self.own_words(first)))
                found = []
                for items in nodes(self.blocks(path), "BulletList"):
                    found += [squeeze(text_of(item[0])) for item in items]
                self.assertEqual(sorted(found), sorted(expected))

    def own_words(self, item):
        """The words of an item without those of the list in it."""
        parts = [item.text or ""]
        for child in item:
            if child.tag != HTML + "ul":
                parts.append(self.own_words(child))
            parts.append(child.tail or "")
        return "".join(parts)

    def test_pandoc_reads_tables(self):
        for extension in FORMATS:
            for path in self.each_document(extension, names="every-role", layouts=IN_PLACE):
                (table,) = nodes(self.blocks(path), "Table")
                head, (body,) = table[3][1], table[4]
                rows = [[squeeze(text_of(cell[4])) for cell in row[1]] for row in head + body[3]]
                cells = [re.sub(r"[?✓✗]\d*", "", cell) for row in rows for cell in row]
                # Of an OpenDocument text pandoc leaves out what is in rows that are repeated.
                header = ["Place", "Height", "Year"] if extension == "docx" else ["", "", ""]
                self.assertEqual(cells[:4], [*header, "Altmühl"])
                self.assertEqual(len(head), 1)

    def test_first_row_is_repeated(self):
        for path in self.each_document("docx", names="every-role", layouts=IN_PLACE):
            body = ElementTree.fromstring(members(path)["word/document.xml"])
            heads = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in body.iter(W + "tr")]
            self.assertEqual(heads, [True, False, False])
        for path in self.each_document("odt", names="every-role", layouts=IN_PLACE):
            content = ElementTree.fromstring(members(path)["content.xml"])
            (table,) = content.iter(TABLE + "table")
            self.assertEqual(len(table.findall(f"{TABLE}table-header-rows/{TABLE}table-row")), 1)
            self.assertEqual(len(table.findall(f"{TABLE}table-row")), 2)

    def test_what_the_document_is(self):
        for path in self.each_document("docx", names="every-role"):
            parts = members(path)
            core = {e.tag.split("}")[1]: e.text
                    for e in ElementTree.fromstring(parts["docProps/core.xml"])}
            page = self.page(path.stem)
            self.assertEqual(core["title"], next(page.iter(HTML + "title")).text)
            in_place = path.stem.endswith("annotated")
            self.assertEqual(core["language"], "de" if in_place else "en")
            lang = next(ElementTree.fromstring(parts["word/styles.xml"]).iter(W + "lang"))
            self.assertEqual(lang.get(W + "val"), core["language"])
            body = ElementTree.fromstring(parts["word/document.xml"])
            langs = {e.get(W + "val") for e in body.iter(W + "lang")}
            self.assertEqual(langs, set() if in_place else {"de"})

    def test_status_is_told_without_colour(self):
        for extension in FORMATS:
            words = text_of(self.blocks(self.layouts / f"record-archive.{extension}"))
            for badge in ("✓\u00a01", "✗\u00a0"):
                self.assertIn(badge, words)
            self.assertIn("Claim 1, confirmed", words)

    def test_libreoffice_prints_them(self):
        paths = [path for name in FIXTURES for extension in FORMATS
                 for path in self.each_document(extension, names=name)]
        with tempfile.TemporaryDirectory() as folder:
            copies = [Path(folder, path.name.replace(".", "-") + path.suffix) for path in paths]
            for path, copy in zip(paths, copies):
                copy.write_bytes(path.read_bytes())
            subprocess.run(
                ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless",
                 "--convert-to", "pdf", "--outdir", folder, *copies],
                check=True, capture_output=True, timeout=240,
            )
            for path, copy in zip(paths, copies):
                with self.subTest(path.name):
                    self.check_printed(path, copy.with_suffix(".pdf"))

    def check_printed(self, path, printed):
        info = run("pdfinfo", printed).decode()
        self.assertRegex(info, r"Page size: +59[56](\.\d+)? x 84[12](\.\d+)? pts \(A4\)")
        page = self.page(path.stem)
        pages = run("pdftotext", "-layout", printed, "-").decode().split("\f")[:-1]
        kicker = "".join(next(e for e in page.iter(HTML + "p") if e.get("class") == "kicker").itertext())
        for number, text in enumerate(pages, start=1):
            lines = [line.strip() for line in text.splitlines() if line.strip()]
            self.assertTrue(lines[0].startswith(kicker), lines[0])
            self.assertTrue(lines[-1].endswith(f" · {number} / {len(pages)}"), lines[-1])
        words = squeeze("".join(pages))
        for cell in page.iter(HTML + "td"):
            self.assertIn(squeeze(cell.text or ""), words)
        for heading in page.iter(HTML + "h2"):
            heading = "".join(heading.itertext())
            if not path.stem.endswith("annotated") or heading != "Claims":
                self.assertIn(squeeze(re.sub("[✓✗?]\u00a0\\d+", "", heading))[:20], words)

    def test_libreoffice_begins_hebrew_at_the_right(self):
        with tempfile.TemporaryDirectory() as folder:
            article = Path(folder, "article.txt")
            article.write_text("A Title\n\nקראתי\n")
            command = [os.environ["GALLEYCTL"], "--library", f"{folder}/library"]
            name = run(*command, "import", article).decode().strip()
            for extension in FORMATS:
                run(*command, "export", name, "--format", extension, "--output", f"{folder}/{extension}.{extension}")
            run("soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf",
                "--outdir", folder, *(f"{folder}/{extension}.{extension}" for extension in FORMATS))
            for extension in FORMATS:
                with self.subTest(extension):
                    words = run("pdftotext", "-bbox", f"{folder}/{extension}.pdf", "-").decode()
                    [end] = re.findall(r'xMax="([0-9.]+)"[^>]*>(?:קראתי|יתארק)<', words)
                    self.assertGreater(float(end), 500)

    def contents(self, path):
        """All that can be found in a file."""
        data = path.read_bytes()
        if path.suffix in (".docx", ".odt", ".xlsx"):
            return b"\n".join(name.encode() + b"\n" + part for name, part in members(path).items())
        if path.suffix == ".pdf":
            streams = [data, run("pdftotext", "-layout", path, "-"), run("pdftotext", "-raw", path, "-")]
            streams += [run("pdfinfo", path), run("pdfinfo", "-meta", path), run("pdfinfo", "-url", path)]
            for stream in re.findall(rb"stream\r?\n(.*?)endstream", data, re.DOTALL):
                try:
                    streams.append(zlib.decompressobj().decompress(stream))
                except zlib.error:
                    pass  # what is not packed is in the bytes of the file
            return b"\n".join(streams)
        return data

    def test_no_format_tells_names(self):
        """What must not go out is in no format and no layout but the archive copy, nor is it hidden
        in any part of a file. It begins with SECRET; what must not reach readers with HIDDEN."""
        paths = sorted(self.layouts.glob("record-*"))
        self.assertEqual(len(paths), len(LAYOUTS) * 10)
        for path in paths:
            with self.subTest(path.name):
                layout, found = path.stem.split("-")[1], self.contents(path)
                names = len(re.findall(rb"SECRET|secret\.example", found))
                self.assertEqual(names > 0, layout == "archive" and path.suffix != ".claimreview")
                if layout == "publication" and path.suffix in (
                    ".html", ".markdown", ".text", ".pdf", ".docx", ".odt"
                ):
                    self.assertNotIn(b"HIDDEN", found)

    def test_pseudonyms_stand_there_instead(self):
        for layout in ("annotated", "legal", "publication"):
            for extension in ("html", "markdown", "text", "pdf", "docx", "odt"):
                path = self.layouts / f"record-{layout}.{extension}"
                with self.subTest(path.name):
                    found = re.sub(rb"\s+", b" ", self.contents(path))
                    self.assertIn(b"A harbour clerk", found)


class CrowdTest(unittest.TestCase):
    """Ten thousand claims that overlap each other."""

    N = 10000

    def test_every_layout_of_a_crowd(self):
        with tempfile.TemporaryDirectory() as folder:
            run(os.environ["EXPORT_SAMPLES"], folder)
            for layout in LAYOUTS:
                with self.subTest(layout):
                    word = members(Path(folder, f"crowd-{layout}.docx"))
                    text = members(Path(folder, f"crowd-{layout}.odt"))
                    self.assertEqual(text.pop("mimetype")[:23], b"application/vnd.oasis.o")
                    for data in (*word.values(), *text.values()):
                        expat.ParserCreate().Parse(data, True)
                    self.check_counts(layout, word["word/document.xml"], text["content.xml"])

    def check_counts(self, layout, word, text):
        if layout == "annotated":
            self.assertEqual(word.count(b"<w:commentReference "), self.N)
            self.assertEqual(text.count(b"<office:annotation "), self.N)
        elif layout == "archive":
            self.assertEqual(word.count(b'<w:bookmarkStart w:id="'), word.count(b"<w:bookmarkEnd "))
            self.assertEqual(len(re.findall(rb'w:name="claim\d+"', word)), self.N)
            self.assertEqual(len(re.findall(rb'w:name="words\d+"', word)), self.N)
            self.assertEqual(len(re.findall(rb'text:name="claim\d+"', text)), self.N)
        else:
            self.assertGreater(word.count(b"<w:p>"), 10)


if __name__ == "__main__":
    tap.main()
