#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""galleyctl export"""
import csv
import io
import json
import os
import re
import stat
import subprocess
import zipfile

import harness


class ExportTest(harness.LibraryTest):
    def setUp(self):
        super().setUp()
        self.claim_id = self.mark("11 people", "--status", "disputed", "--reason", "It’s 12")
        self.do("set", self.claim_id, "publishable", "yes")
        self.do("setting", "publisher.name", "The desk")
        self.do("setting", "publisher.address", "https://www.example.org/checks/")
        formats, layouts = self.do("export", "--help").split("Formats:\n")[1].split("Layouts:\n")
        self.formats = re.findall(r"(?m)^  (\w+) +\S", formats)
        self.formats.remove("package")  # no reviewed version: test-packages.py
        self.layouts = re.findall(r"(?m)^  (\w+) +\S", layouts)
        self.documents = re.findall(r"(?m)^  (\w+) .*; in all layouts$", formats)

    def test_formats(self):
        self.assertLessEqual({"html", "markdown", "text", "pdf", "csv", "docx", "odt", "xlsx", "annotations", "claimreview"},
                             set(self.formats))
        self.assertEqual({"html", "markdown", "text", "pdf", "docx", "odt"}, set(self.documents))
        self.assertEqual(self.layouts, ["annotated", "memo", "legal", "queries", "callsheet", "publication", "minutes", "archive"])

    def words_of(self, data):
        """The words of a document, or of the parts of an archive, whatever its form."""
        if data.startswith(b"PK"):
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                data = b"".join(map(archive.read, archive.namelist()))
        if data.startswith(b"%PDF-"):
            data = subprocess.run(["pdftotext", "-", "-"], input=data, capture_output=True, check=True).stdout
        return " ".join(data.decode().split())

    def check_words(self, data):
        self.assertIn("11 people", self.words_of(data))

    def test_file(self):
        for format in self.formats:
            path = self.folder / f"out.{format}"
            self.assertEqual(self.do("export", self.article, "--format", format, "--output", path), "")
            self.check_words(path.read_bytes())

    def test_standard_output(self):
        for format in self.formats:
            for output in ((), ("--output", "-")):
                result = self.call("export", self.article, "--format", format, *output)
                self.assertEqual((result.returncode, result.stderr), (0, b""))
                self.check_words(result.stdout)
    def test_paper(self):
        for paper, size in (("a4", "A4"), ("letter", "letter")):
            path = self.folder / f"{paper}.pdf"
            self.do("export", self.article, "--format", "pdf", "--paper", paper, "--output", path)
            info = subprocess.run(["pdfinfo", path], capture_output=True, check=True, text=True).stdout
            self.assertRegex(info, rf"Page size:.*\({size}\)")
        for paper, word, text in (("a4", b'w:w="11906" w:h="16838"', b'page-width="21.00cm" fo:page-height="29.70cm"'),
                                  ("letter", b'w:w="12240" w:h="15840"', b'page-width="21.59cm" fo:page-height="27.94cm"')):
            for format, size in (("docx", word), ("odt", text)):
                data = self.call("export", self.article, "--format", format, "--paper", paper).stdout
                with zipfile.ZipFile(io.BytesIO(data)) as archive:
                    part = archive.read("word/document.xml" if format == "docx" else "styles.xml")
                self.assertIn(size, part)
        self.assertIn("“a9”", self.refuse(2, "export", self.article, "--format", "pdf", "--paper", "a9"))

    def test_no_fonts(self):
        """Without any font there is one sentence, and no file."""
        path = self.folder / "out.pdf"
        fonts = self.write("fonts.conf", "<fontconfig/>")
        error = self.refuse(1, "export", self.article, "--format", "pdf", "--output", path,
                            FONTCONFIG_FILE=str(fonts))
        self.assertIn("No fonts are installed", error)
        self.assertFalse(path.exists())

    def test_table(self):
        rows = list(csv.DictReader(io.StringIO(self.do("export", self.article, "--format", "csv"), newline="")))
        self.assertEqual([(row["id"], row["status"], row["reason"]) for row in rows],
                         [(self.claim_id, "disputed", "It’s 12")])
        marked = self.call("export", self.article, "--format", "csv", "--csv-bom").stdout
        self.assertTrue(marked.startswith(b"\xef\xbb\xbf"))

    def review(self, *options):
        return json.loads(self.do("export", self.article, "--format", "claimreview", *options))["@graph"][0]

    def test_publisher(self):
        review = self.review()
        self.assertEqual((review["author"]["name"], review["author"]["url"]),
                         ("The desk", "https://www.example.org/checks/"))
        self.assertRegex(review["url"], r"\Ahttps://www\.example\.org/checks/#claim-\d+\Z")
        review = self.review("--publisher", "Others", "--publisher-address", "https://example.net",
                             "--page-address", "https://facts.example.net/a#b")
        self.assertEqual(review["author"]["name"], "Others")
        self.assertRegex(review["url"], r"\Ahttps://facts\.example\.net/a#claim-\d+\Z")

    def test_no_publisher(self):
        path = self.folder / "out.jsonld"
        for name in ("publisher.name", "publisher.address"):
            self.do("setting", name, "--reset")
            sentence = self.refuse(1, "export", self.article, "--format", "claimreview", "--output", path)
            self.assertIn(f"“{name}”", sentence)
            self.do("setting", name, "javascript:alert(1)" if "address" in name else "The desk")
        self.refuse(1, "export", self.article, "--format", "claimreview", "--output", path)
        self.assertFalse(path.exists())

    def test_sentences_that_nobody_judged(self):
        """A verdict goes out with the sentence that it was given on, else with the article's words."""
        published = (("--format", "claimreview"), ("--format", "text", "--layout", "publication"))
        self.do("status", self.claim_id, "confirmed")
        self.do("set", self.claim_id, "sentence", "Twelve of them left.")
        for options in published:
            result = self.call("export", self.article, *options)
            self.assertIn("1 claim is given in the words of the article", self.assert_sentence(result.stderr))
            self.assertNotIn(b"Twelve of them left.", result.stdout)
        self.assertIn("a verdict on the claim in one sentence", self.do("missing", self.article))
        self.assertTrue(self.claim(self.claim_id)["has_new_sentence"])
        self.assertIn("newer than the verdict", self.do("export", self.article, "--format", "text"))
        self.do("status", self.claim_id, "confirmed")
        self.assertNotIn("in one sentence", self.do("missing", self.article))
        for options in published:
            self.assertIn("Twelve of them left.", self.do("export", self.article, *options))

    def test_replaces_a_file(self):
        path = self.write("out.html", "what was there")
        self.do("export", self.article, "--format", "html", "--output", path)
        self.assertNotIn("what was there", path.read_text(encoding="utf-8"))

    def test_wrong_format(self):
        path = self.folder / "out.x"
        self.refuse(2, "export", self.article, "--output", path)
        self.assertIn("“bogus”", self.refuse(2, "export", self.article, "--format", "bogus", "--output", path))
        self.assertFalse(path.exists())

    def test_no_library_is_replaced(self):
        """Neither this library nor another one is lost by a slip in the name of the file."""
        other = self.folder / "other"
        self.do("backup", other)
        for path in (self.library, other):
            before = path.read_bytes()
            for form in ("html", "csv", "package"):
                with self.subTest((path.name, form)):
                    self.refuse(1, "export", self.article, "--format", form, "--output", path)
                    self.assertEqual(path.read_bytes(), before)
        self.assertEqual(self.do("verify"), "")

    def test_read_only_folder(self):
        folder = self.folder / "locked"
        folder.mkdir()
        kept = folder / "kept.html"
        kept.write_text("what was there")
        folder.chmod(0o555)
        self.refuse(1, "export", self.article, "--format", "html", "--output", folder / "out.html")
        self.assertEqual([path.name for path in folder.iterdir()], ["kept.html"])
        kept.chmod(0o444)
        self.refuse(1, "export", self.article, "--format", "html", "--output", kept)
        self.assertEqual(kept.read_text(), "what was there")

    def test_no_such_folder(self):
        self.refuse(1, "export", self.article, "--format", "html", "--output", self.folder / "gone" / "out.html")
        self.assertFalse((self.folder / "gone").exists())
        self.assertIn("is empty", self.refuse(2, "export", self.article, "--format", "html", "--output", ""))

    def test_layouts(self):
        self.do("ask", self.claim_id, "Who counted the 11 people?")
        seen = set()
        for layout in self.layouts:
            for format in self.documents:
                text = self.words_of(self.call("export", self.article, "--format", format, "--layout", layout).stdout)
                self.assertEqual("11 people" in text, layout not in ("legal", "callsheet", "minutes"), layout)
                self.assertNotIn(text, seen)
                seen.add(text)
        self.assertEqual(self.do("export", self.article, "--format", "html", "--layout", "annotated").split("<body>")[0],
                         self.do("export", self.article, "--format", "html").split("<body>")[0])

    def test_layouts_that_do_not_go_together(self):
        message = self.refuse(2, "export", self.article, "--format", "html", "--layout", "bogus")
        self.assertIn("“bogus”", message)
        message = self.refuse(2, "export", self.article, "--format", "csv", "--layout", "memo")
        self.assertIn("“csv”", message)
        for layout in ("queries", "callsheet", "publication", "minutes"):
            message = self.refuse(2, "export", self.article, "--format", "text", "--layout", layout, "--confidential")
            self.assertIn(f"“{layout}”", message)

    def test_archive_copy_has_the_journal_with_its_seal(self):
        events = self.do_json("history", self.article)
        text = self.do("export", self.article, "--format", "text", "--layout", "archive")
        for event in events:
            self.assertRegex(event["seal"], r"\A[0-9a-f]{64}\Z")
            self.assertIn(f"{event['event']}: {event['seal']}", text)
        self.assertIn(f"Seal: {events[-1]['seal']}", text)
        for layout in set(self.layouts) - {"archive"}:
            text = self.do("export", self.article, "--format", "text", "--layout", layout)
            self.assertNotIn(events[-1]["seal"], text)

    def test_journal_of_the_archive_copy_is_in_words(self):
        """What happened is told as the window tells it; ids are short and behind it."""
        self.do("set", self.claim_id, "star", "yes")
        self.do("undo", self.article)
        text = self.do("export", self.article, "--format", "text", "--layout", "archive")
        journal = text.split("\nJournal\n")[1]
        self.assertIn(f", Mark Claim: Disputed: It’s 12 “11 people” ({self.claim_id[:8]})\n", journal)
        self.assertIn(f", Set Legal Star: No → Yes – “11 people” ({self.claim_id[:8]})\n", journal)
        self.assertIn(", Undone: Set Legal Star: Yes → No – “11 people”", journal)
        for word in {event["kind"] for event in self.do_json("history", self.article)} | {self.claim_id}:
            self.assertNotIn(word, journal)

    def test_many_articles(self):
        other = self.do("import", self.write("other.txt", "A Title: with/signs\n\nSome words.\n")).strip()
        again = self.do("import", self.write("again.txt", "A Title: with/signs\n\nOther words.\n")).strip()
        folder = self.folder / "copies"
        self.refuse(2, "export", self.article, other, "--format", "html")
        self.refuse(2, "export", self.article, other, "--format", "html", "--output", folder)
        folder.mkdir()
        self.refuse(3, "export", "0" * 32, "--format", "html", "--output", folder)
        printed = self.do("export", self.article, other, again, "--format", "text", "--layout", "memo",
                          "--output", folder).splitlines()
        self.assertEqual(sorted(printed), sorted(str(path) for path in folder.iterdir()))
        self.assertEqual([os.path.basename(path) for path in printed[1:]],
                         ["A Title- with-signs – Correction Memo.txt", "A Title- with-signs – Correction Memo (2).txt"])

    def test_nothing_in_a_folder_is_replaced_unasked(self):
        """A file that was named is; one whose name nobody typed is not, and then nothing is written."""
        other = self.do("import", self.write("wind.txt", "Wind\n\nIt blew on 3 May.\n")).strip()
        folder = self.folder / "kept"
        folder.mkdir()
        call = ("export", self.article, other, "--format", "text", "--output", folder)
        kept = folder / "Wind.txt"
        kept.write_text("kept")
        self.assertIn("“" + str(kept) + "”", self.refuse(1, *call))
        self.assertEqual([path.name for path in folder.iterdir()], ["Wind.txt"])
        kept.unlink()
        kept.symlink_to(self.folder / "nowhere.txt")
        self.refuse(1, *call)
        kept.unlink()
        printed = self.do(*call).splitlines()
        written = kept.read_bytes()[-40:]
        self.assertEqual(len(printed), 2)
        self.refuse(1, *call)
        kept.write_text("kept")
        self.assertEqual(self.do(*call, "--replace").splitlines(), printed)
        self.assertEqual(kept.read_bytes()[-40:], written)
        kept.write_text("kept")
        self.assertEqual(self.do("export", other, "--format", "text", "--output", kept), "")
        self.assertEqual(kept.read_bytes()[-40:], written)

    def test_call_sheets(self):
        """A file for each source, which goes by its pseudonym where it is confidential."""
        folder = self.folder / "calls"
        folder.mkdir()
        call = ("export", self.article, "--layout", "callsheet", "--per-source", "--output", folder)
        result = self.call(*call, "--format", "text")
        self.assertEqual((result.returncode, result.stdout, list(folder.iterdir())), (0, b"", []))
        self.assertIn("Nobody has to be asked", result.stderr.decode())
        names = {}
        for name, options in (("SECRET name", ("--terms", "confidential", "--pseudonym", "A clerk")),
                              ("SECRET other", ("--terms", "confidential", "--pseudonym", "a Clerk")),
                              ("SECRET third", ("--terms", "confidential")),
                              ("../Ana: <b>/Ruiz\n", ())):
            names[name] = self.do("add-source", name, *options).strip()
            self.do("ask", self.claim_id, f"Question for {name[-4:].strip()}?", "--to", "source",
                    "--source", names[name])
        self.do("ask", self.claim_id, "Who knows?", "--to", "source")
        for format, extension in (("text", "txt"), ("docx", "docx"), ("odt", "odt"), ("pdf", "pdf")):
            printed = self.do(*call, "--format", format).splitlines()
            self.assertEqual(len({os.path.basename(path).casefold() for path in printed}), 5)
            self.assertTrue(all(os.path.dirname(path) == str(folder) for path in printed))
            self.assertTrue(all(path.endswith("." + extension) for path in printed))
            self.assertFalse([path for path in printed if "SECRET" in path])
            for path, ending in zip(printed, ("name", "ther", "hird", "uiz", "Who knows")):
                with open(path, "rb") as file:
                    words = self.words_of(file.read())
                self.assertNotIn("SECRET", words)
                asked = [e for e in ("for name", "for ther", "for hird", "for uiz", "Who knows") if e in words]
                self.assertEqual(asked, [f"for {ending}" if ending[0] != "W" else ending])
        self.assertIn("A clerk.pdf", self.refuse(1, *call, "--format", "pdf"))
        stems = [os.path.basename(path).split(" – Call Sheet – ")[1] for path in printed]
        self.assertEqual(stems[:2], ["A clerk.pdf", "a Clerk (2).pdf"])
        self.assertIn("Ruiz", stems[3])
        self.assertNotIn("/", stems[3])

    def test_call_sheets_need_a_folder_and_their_layout(self):
        call = ("export", self.article, "--format", "text", "--per-source")
        self.refuse(2, *call, "--layout", "callsheet")
        self.refuse(2, *call, "--layout", "callsheet", "--output", self.folder / "out.txt")
        self.assertIn("“callsheet”", self.refuse(2, *call, "--layout", "memo", "--output", self.folder))
        self.assertIn("“callsheet”", self.refuse(2, *call, "--output", self.folder))

    def test_full_device(self):
        self.assertIn("No space left",
                      self.refuse(1, "export", self.article, "--format", "html", "--output", "/dev/full"))
        self.assertTrue(stat.S_ISCHR(os.stat("/dev/full").st_mode))

    def test_pipe(self):
        path = self.folder / "pipe"
        os.mkfifo(path)
        with subprocess.Popen(["cat", path], stdout=subprocess.PIPE) as reader:
            self.do("export", self.article, "--format", "markdown", "--output", path)
            self.assertIn("11 people", reader.stdout.read().decode())


class CopyTest(harness.LibraryTest):
    def test_forms(self):
        claim = self.mark("11 people", "--status", "disputed", "--reason", "It’s 12")
        source = self.do("add-source", "SECRET name", "--terms", "confidential", "--pseudonym", "A clerk").strip()
        self.do("source", claim, "--source", source, "--passage", "twelve", "--locator", "SECRET page")
        self.do("correction", claim, "12 people")
        for form in ("text", "markdown", "json", "jsonld"):
            text = self.do("copy", claim, "--format", form)
            for words in ("11 people", "It’s 12", "12 people", "A clerk", "twelve"):
                self.assertIn(words, text)
            self.assertNotIn("SECRET", text)
        self.assertEqual(self.do("copy", claim), self.do("copy", claim, "--format", "text"))
        data = json.loads(self.do("copy", claim, "--format", "json"))
        self.assertEqual((data["id"], data["status"], data["claim"], data["correction"], data["legal"]),
                         (claim, "disputed", "11 people", "12 people", False))
        self.assertEqual([(e["stance"], e["title"], e["passage"]) for e in data["evidence"]],
                         [("supports", "A clerk", "twelve")])

    def test_json_ld_is_valid(self):
        """A claim is an annotation on its own; with what was asked about it, a page of them."""
        claim = self.mark("11 people", "--status", "disputed", "--reason", "It’s 12")
        path = self.folder / "claim.jsonld"
        for kind in ("Annotation", "AnnotationPage"):
            path.write_text(self.do("copy", claim, "--format", "jsonld"))
            data = json.loads(path.read_text())
            self.assertEqual((data["@context"], data["type"]), ("http://www.w3.org/ns/anno.jsonld", kind))
            self.do("validate", path)
            self.do("ask", claim, "Who counted them?")
        self.assertEqual([i["motivation"] for i in data["items"]][1:], ["questioning"])
        self.assertIn(claim, data["items"][1]["target"])

    def test_refuses(self):
        claim = self.mark("11 people")
        self.assertIn("“xml”", self.refuse(2, "copy", claim, "--format", "xml"))
        self.refuse(3, "copy", "0" * 32)
        self.refuse(2, "copy")


if __name__ == "__main__":
    harness.main()
