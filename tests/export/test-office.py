#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Documents for word processors, read part by part as the standards say, by pandoc, by LibreOffice
and by galleyctl."""
import json
import os
import re
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree
import zipfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import tap
from office import (
    as_xml,
    closed,
    embedded,
    expected_blocks,
    expected_changes,
    expected_comments,
    squeeze,
)
from samples import Samples, write

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
LOEXT = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"
RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


class Docx:
    """The parts of a Word document."""

    def __init__(self, path):
        with zipfile.ZipFile(path) as archive:
            assert archive.testzip() is None
            self.names = archive.namelist()
            self.parts = {name: ElementTree.fromstring(archive.read(name)) for name in self.names}
            self.dates = {info.date_time for info in archive.infolist()}
        self.body = self.parts["word/document.xml"].find(W + "body")
        self.comments = self.parts["word/comments.xml"].findall(W + "comment")

    def style(self, paragraph):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        return style.get(W + "val") if style is not None else ""

    def paragraphs(self):
        return [p for p in self.body.iter(W + "p") if not self.style(p).startswith("GalleyReview")]


def words(element, leave_out=()):
    parts = []
    for child in element:
        if child.tag in leave_out:
            continue
        if child.tag in (W + "t", W + "delText"):
            parts.append(child.text or "")
        elif child.tag == W + "br":
            parts.append("\n")
        elif child.tag == W + "tab" and element.tag == W + "r":
            parts.append("\t")
        else:
            parts.append(words(child, leave_out))
    return "".join(parts)


class DocxTest(Samples):
    """The parts, by the names of the standard."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.documents = {name: Docx(Path(cls.folder.name, f"{name}.docx")) for name in cls.facts}

    def each_document(self):
        for name, facts in self.facts.items():
            with self.subTest(name):
                yield facts, self.documents[name]

    def test_blocks_have_their_words(self):
        for facts, document in self.each_document():
            found = []
            for element in document.body:
                if element.tag == W + "tbl":
                    for row in element.iter(W + "tr"):
                        cells = [words(cell, {W + "ins"}) for cell in row.iter(W + "tc")]
                        found.append("\t".join(cells))
                elif element.tag == W + "p" and element in document.paragraphs():
                    found.append(words(element, {W + "ins"}))
            self.assert_same(found, expected_blocks(facts))

    def test_comments_cover_the_words_of_their_claims(self):
        for facts, document in self.each_document():
            expected = expected_comments(facts)
            open_ranges, found, referred = {}, {}, []
            for element in document.body.iter():
                id = element.get(W + "id")
                if element.tag == W + "commentRangeStart":
                    open_ranges[id] = []
                elif element.tag == W + "commentRangeEnd":
                    found[id] = open_ranges.pop(id)
                elif element.tag == W + "commentReference":
                    self.assertIn(id, found)
                    referred.append(id)
                elif element.tag in (W + "r",):
                    for text in open_ranges.values():
                        text.append(element)
            self.assertEqual(open_ranges, {})
            self.assertEqual(len(referred), len(set(referred)))
            inserted = {run for ins in document.body.iter(W + "ins") for run in ins}
            comments = {c.get(W + "id"): words(c.find(W + "p")) for c in document.comments}
            self.assertEqual(sorted(map(int, comments)), list(range(len(expected))))
            self.assertEqual(set(referred), set(comments))
            for id, name in comments.items():
                number = int(re.search(r"Claim (\d+)", name).group(1))
                text = "".join(words(run) for run in found[id] if run not in inserted)
                self.assertEqual(text, expected.pop(number))
            self.assertEqual(expected, {})

    def test_comments_say_what_was_found_out(self):
        for facts, document in self.each_document():
            for comment in document.comments:
                lines = [words(paragraph) for paragraph in comment.findall(W + "p")]
                number = int(re.search(r"Claim (\d+)", lines[0]).group(1))
                claim = facts.claims[number - 1]
                sign = {"confirmed": "✓", "disputed": "✗", "pending": "?"}[claim["status"]]
                self.assertEqual(lines[0], f"{sign} Claim {number}, {claim['status']}")
                for label, value in (("Reason", claim["reason"]), ("Note", claim["note"])):
                    said = embedded(closed(as_xml(value or "")))
                    self.assertEqual(f"{label}: {said}" in lines, bool(value))
                author = as_xml(claim["checked_by"] or "") or "Galley"
                self.assertEqual(comment.get(W + "author"), re.sub("[\t\n]", " ", author))
                self.assertRegex(comment.get(W + "date"), r"\A\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ\Z")

    def test_comments_of_confirmed_claims_are_resolved(self):
        for facts, document in self.each_document():
            done = {
                row.get(W15 + "paraId"): row.get(W15 + "done")
                for row in document.parts["word/commentsExtended.xml"]
            }
            self.assertEqual(len(done), len(document.comments))
            for comment in document.comments:
                number = int(re.search(r"Claim (\d+)", words(comment[0])).group(1))
                last = comment.findall(W + "p")[-1].get(W14 + "paraId")
                self.assertRegex(last, r"\A[0-7][0-9A-F]{7}\Z")
                confirmed = facts.claims[number - 1]["status"] == "confirmed"
                self.assertEqual(done[last], "1" if confirmed else "0")

    def test_corrections_are_tracked(self):
        for facts, document in self.each_document():
            expected = expected_changes(facts)
            deleted = "".join(words(e) for e in document.body.iter(W + "del"))
            inserted = [words(element) for element in document.body.iter(W + "ins")]
            self.assertEqual(deleted, "".join(old for old, _ in expected))
            self.assertEqual(inserted, [new for _, new in expected if new])
            ids = [e.get(W + "id") for e in document.body.iter() if e.tag in (W + "del", W + "ins")]
            self.assertEqual(len(ids), len(set(ids)))

    def test_parts_are_all_there(self):
        for _, document in self.each_document():
            types = document.parts["[Content_Types].xml"]
            named = {e.get("PartName") for e in types if e.get("PartName")}
            others = {n for n in document.names if n.endswith(".rels") or n.startswith("[")}
            self.assertEqual(named, {"/" + name for name in set(document.names) - others})
            self.assertEqual(document.dates, {(1980, 1, 1, 0, 0, 0)})
            for name in document.names:
                if name.endswith(".rels"):
                    self.check_relationships(document, name)

    def check_relationships(self, document, name):
        folder, base = re.fullmatch(r"(.*?)_rels/(.*)\.rels", name).groups()
        ids = [link.get("Id") for link in document.parts[name]]
        self.assertEqual(len(ids), len(set(ids)))
        for link in document.parts[name].findall(RELATIONSHIP):
            if link.get("TargetMode") == "External":
                self.assertRegex(link.get("Target"), r"\A(https?://[a-z0-9.\[]|mailto:.*@)[!-~]*\Z")
            else:
                self.assertIn(folder + link.get("Target"), document.names)
        if base:
            used = {e.get(R + "id") for e in document.parts[folder + base].iter()} - {None}
            self.assertLessEqual(used, set(ids))

    def test_properties(self):
        for facts, document in self.each_document():
            core = document.parts["docProps/core.xml"]
            found = {child.tag.split("}")[1]: child.text or "" for child in core}
            self.assertEqual(found["title"], as_xml(facts.title.strip()) or "Untitled article")
            self.assertEqual(found["language"], "en" if facts.language == "en" else "")
            self.assertRegex(found["description"], r"\AReviewed version · \d+ confirmed · ")
            lang = next(document.parts["word/styles.xml"].iter(W + "lang"))
            self.assertEqual(lang.get(W + "val"), "en" if facts.language == "en" else "x-none")

    def test_same_bytes_again(self):
        with tempfile.TemporaryDirectory() as folder:
            write(folder)
            for name in self.facts:
                for extension in ("docx", "odt", "xlsx"):
                    again = Path(folder, f"{name}.{extension}").read_bytes()
                    self.assertEqual(again, self.path(name, extension).read_bytes())
            layouts = [p for p in Path(folder, "layouts").iterdir() if p.suffix in (".docx", ".odt")]
            self.assertGreaterEqual(len(layouts), 2 * 7 * 9)
            for path in layouts:
                first = Path(self.folder.name, "layouts", path.name)
                self.assertEqual(path.read_bytes(), first.read_bytes())


END = "\x1e"  # of a paragraph


class OdtTest(Samples):
    """The parts of an OpenDocument text."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.texts = {}
        for name in cls.facts:
            with zipfile.ZipFile(cls.folder.name + f"/{name}.odt") as archive:
                content = ElementTree.fromstring(archive.read("content.xml"))
            cls.texts[name] = content.find(f"{OFFICE}body/{OFFICE}text")

    def each_text(self):
        for name, facts in self.facts.items():
            with self.subTest(name):
                yield facts, self.texts[name]

    def words(self, element, deleted):
        """With what was taken out, in its place, and without what was put in."""
        parts, inserted = [element.text or ""], False
        for child in element:
            name = child.tag.split("}")[1]
            if name == "change":
                parts.append(deleted[child.get(TEXT + "change-id")])
            elif name in ("change-start", "change-end"):
                inserted = name == "change-start"
            elif inserted or name in ("annotation", "tracked-changes"):
                pass
            elif name in ("s", "tab", "line-break"):
                parts.append({"s": " ", "tab": "\t", "line-break": "\n"}[name])
            elif "Galley_20_Review" not in (child.get(TEXT + "style-name") or ""):
                layout = name in ("list", "list-item", "table", "table-row", "table-cell")
                words = self.words(child, deleted)
                parts.append(words.strip("\n") if layout else words)
                parts.append(END if name in ("p", "h") else "")
            if not inserted and name != "tracked-changes":
                parts.append(child.tail or "")
        return "".join(parts)

    def deleted(self, text):
        found = {}
        for region in text.iter(TEXT + "changed-region"):
            paragraphs = region[0].findall(TEXT + "p") + region[0].findall(TEXT + "h")
            found[region.get(TEXT + "id")] = END.join(self.words(p, {}) for p in paragraphs)
        return found

    def test_blocks_have_their_words(self):
        for facts, text in self.each_text():
            found = self.words(text, self.deleted(text)).replace(END + "\n", END)
            expected = [
                words.replace("\t", END) if block["role"] == "table-row" else words
                for block, words in zip(facts.written, expected_blocks(facts))
            ]
            expected = END.join(expected).split(END) if expected else []
            self.assert_same(found.strip("\n").split(END)[:-1], expected)

    def test_comments_begin_and_end(self):
        for facts, text in self.each_text():
            expected = expected_comments(facts)
            begun = [c.get(OFFICE + "name") for c in text.iter(OFFICE + "annotation")]
            ended = [c.get(OFFICE + "name") for c in text.iter(OFFICE + "annotation-end")]
            self.assertEqual(len(begun), len(expected))
            self.assertEqual(sorted(begun), sorted(ended))
            for changes in text.iter(TEXT + "tracked-changes"):
                self.assertEqual(list(changes.iter(OFFICE + "annotation-end")), [])

    def test_corrections_are_tracked(self):
        for facts, text in self.each_text():
            deleted = "".join(self.deleted(text).values()).replace(END, "")
            expected = "".join(old for old, _ in expected_changes(facts))
            self.assertEqual(squeeze(deleted), squeeze(expected))

    def test_archive(self):
        for name in self.facts:
            with self.subTest(name):
                data = self.path(name, "odt").read_bytes()
                self.assertEqual(data[30:38], b"mimetype")
                self.assertEqual(data[38:77], b"application/vnd.oasis.opendocument.text")
                with zipfile.ZipFile(self.path(name, "odt")) as archive:
                    self.assertIsNone(archive.testzip())
                    manifest = ElementTree.fromstring(archive.read("META-INF/manifest.xml"))
                    listed = {entry.attrib[max(entry.attrib, key=lambda k: "full-path" in k)]
                              for entry in manifest}
                    self.assertEqual(listed - {"/"}, set(archive.namelist())
                                     - {"mimetype", "META-INF/manifest.xml"})
                    for part in listed - {"/"}:
                        ElementTree.fromstring(archive.read(part))


class RoundTripTest(Samples):
    """What comes back is the article as if all changes were accepted, and nothing of what is said
    of the check."""

    def read(self, path):
        result = subprocess.run([os.environ["GALLEYCTL"], "text", path], capture_output=True,
                                text=True, check=True)
        return squeeze(result.stdout.replace("|", ""))

    def test_galleyctl_reads_the_article_again(self):
        for name in self.facts:
            if name == "empty":
                continue  # where nothing is shown, what is hidden is all there is
            with self.subTest(name):
                document = Docx(self.path(name, "docx"))
                accepted = [words(p, {W + "del"}) for p in document.paragraphs()]
                expected = squeeze("".join(accepted).replace("|", ""))
                self.assertEqual(self.read(self.path(name, "docx")), expected)
                self.assertEqual(self.read(self.path(name, "odt")), expected)


class PandocTest(Samples):
    """What pandoc finds."""

    def read(self, name):
        result = subprocess.run(
            ["pandoc", "--from=docx", "--to=json", "--track-changes=all", self.path(name, "docx")],
            capture_output=True, check=True,
        )
        return json.loads(result.stdout)

    def spans(self, node):
        if isinstance(node, list):
            for child in node:
                yield from self.spans(child)
        elif isinstance(node, dict):
            if node.get("t") == "Span":
                classes, content = node["c"][0][1], node["c"][1]
                yield (classes[0] if classes else "", node["c"][0], content)
            yield from self.spans(node.get("c", []))
            yield from self.spans(node.get("meta", {}).get("title", []))
            yield from self.spans(node.get("blocks", []))

    def text(self, node):
        if isinstance(node, list):
            return "".join(self.text(child) for child in node)
        if isinstance(node, dict):
            if node.get("t") == "Str":
                return node["c"]
            if node.get("t") in ("Link", "Span"):
                return self.text(node["c"][1])
            if node.get("t") == "Quoted":
                return self.text(node["c"][1])
            return self.text(node.get("c", [])) if isinstance(node.get("c"), list) else ""
        return ""

    def test_changes_and_comments(self):
        for name, facts in self.facts.items():
            with self.subTest(name):
                found = {}
                for kind, _, content in self.spans(self.read(name)):
                    found.setdefault(kind, []).append(squeeze(self.text(content)))
                expected = expected_changes(facts)
                self.assertEqual("".join(found.get("deletion", [])),
                                 squeeze("".join(old for old, _ in expected)))
                self.assertEqual("".join(found.get("insertion", [])),
                                 squeeze("".join(new for _, new in expected)))
                comments = found.get("comment-start", [])
                self.assertEqual(len(comments), len(expected_comments(facts)))
                self.assertEqual(len(found.get("comment-end", [])), len(comments))


class LibreOfficeTest(Samples):
    """What LibreOffice finds, in one start of it."""

    FORMATS = ("docx", "odt")
    NAMES = ("hostile-0", "hostile-1", "hostile-4", "hostile-5", "nested", "whole")

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.converted = tempfile.TemporaryDirectory(prefix="galley-libreoffice-")
        cls.addClassCleanup(cls.converted.cleanup)
        folder = cls.converted.name
        paths = []
        for extension in cls.FORMATS:
            for name in cls.NAMES:
                paths.append(Path(folder, f"{extension}-{name}.{extension}"))
                os.link(Path(cls.folder.name, f"{name}.{extension}"), paths[-1])
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless",
             "--convert-to", "fodt", "--outdir", folder, *paths],
            check=True, capture_output=True, timeout=240,
        )

    def each_text(self):
        for extension in self.FORMATS:
            for name in self.NAMES:
                with self.subTest(name, format=extension):
                    path = Path(self.converted.name, f"{extension}-{name}.fodt")
                    root = ElementTree.parse(path).getroot()
                    yield self.facts[name], root.find(f"{OFFICE}body/{OFFICE}text")

    def test_comments(self):
        for facts, text in self.each_text():
            comments = list(text.iter(OFFICE + "annotation"))
            found = [
                int(re.search(r"Claim (\d+)", "".join(comment.itertext())).group(1))
                for comment in comments
            ]
            self.assertEqual(sorted(found), sorted(expected_comments(facts)))
            self.assertEqual(
                [comment.get(LOEXT + "resolved") == "true" for comment in comments],
                [facts.claims[number - 1]["status"] == "confirmed" for number in found],
            )

    def test_changes(self):
        for facts, text in self.each_text():
            kinds = {
                region.get(TEXT + "id"): region[0].tag.removeprefix(TEXT)
                for region in text.iter(TEXT + "changed-region")
            }
            found = {"deletion": [], "insertion": []}
            self.collect(text, set(), kinds, found)
            expected = expected_changes(facts)
            for kind, index in (("deletion", 0), ("insertion", 1)):
                self.assertEqual(squeeze("".join(found[kind])),
                                 squeeze("".join(change[index] for change in expected)))

    def collect(self, element, open_changes, kinds, found):
        """The words between the beginning and the end of each change."""
        for child in element:
            if child.tag in (OFFICE + "annotation", TEXT + "tracked-changes"):
                words = ""
            else:
                words = child.text or ""
            if child.tag == TEXT + "change-start":
                open_changes.add(child.get(TEXT + "change-id"))
            elif child.tag == TEXT + "change-end":
                open_changes.discard(child.get(TEXT + "change-id"))
            elif words:
                self.note(words, open_changes, kinds, found)
            if child.tag not in (OFFICE + "annotation", TEXT + "tracked-changes"):
                self.collect(child, open_changes, kinds, found)
            self.note(child.tail or "", open_changes, kinds, found)

    def note(self, words, open_changes, kinds, found):
        for kind in {kinds[change] for change in open_changes}:
            found[kind].append(words)


if __name__ == "__main__":
    tap.main()
