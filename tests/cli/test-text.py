#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""galleyctl text"""
import functools
import http.server
import os
import subprocess
import threading
from pathlib import Path

import harness

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures" / "import"

NO_PROXY = {"http_proxy": "", "all_proxy": ""}

ROLES = {"title", "lead", "heading", "paragraph", "list-item", "quote", "attribution", "table-row", "boilerplate"}


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    """Serves a folder and says nothing."""

    def log_message(self, *_arguments):
        pass


class TextTest(harness.CliTest):
    def text(self, content, name="a.txt"):
        path = self.write(name, content)
        return (self.do("text", path, library=False), self.do_json("text", path, library=False))

    def test_shape(self):
        _, article = self.text("One line.\n\nAnother line,\nwhich goes on.\n")
        self.assertEqual(set(article), {"title", "author", "date", "site", "lang", "text", "blocks",
                                        "links", "source_notes", "left_out"})
        self.assertEqual(article["text"], "One line.\n\nAnother line,\nwhich goes on.\n")
        for block in article["blocks"]:
            self.assertEqual(set(block), {"role", "level", "start", "end"})
            self.assertIn(block["role"], ROLES)
        self.assertIsNone(article["author"])
        self.assertIsNone(article["date"])
        self.assertIsNone(article["site"])
        self.assertIsNone(article["lang"])

    def test_body(self):
        """Readers of articles are compared by their bodies; offsets are those of the whole text."""
        page = ("<!DOCTYPE html><title>Seven to Two</title><article><h1>Seven to Two</h1><p>In the morning the council "
                "met, and it voted for the plan.</p><p>In the end nobody was surprised by that.</p></article>")
        path = self.write("a.html", page)
        whole = self.do_json("text", path, library=False)
        body = self.do_json("text", path, "--body", library=False)
        self.assertEqual(set(body), {"title", "author", "date", "site", "lang", "text"})
        self.assertEqual("Seven to Two", body["title"])
        self.assertEqual(whole["text"], "Seven to Two\n\n" + body["text"])
        self.assertEqual(self.do("text", path, library=False), "Seven to Two\n" + self.do("text", path, "--body", library=False))
        plain = self.write("b.txt", "One line, and no title at all is above it.\n\nAnother line.\n")
        self.assertEqual(self.do_json("text", plain, library=False)["text"],
                         self.do_json("text", plain, "--body", library=False)["text"])

    def test_body_without_markers(self):
        page = ("<!DOCTYPE html><title>Seven to Two</title><article><h1>Seven to Two</h1><p>In the morning the council "
                "met, and it voted for the plan.</p><ol><li>In June it met again.</li><li>In July it did not.</li></ol>"
                "<p>In the end nobody was surprised by that.</p></article>")
        body = self.do_json("text", self.write("a.html", page), "--body", library=False)
        self.assertEqual("In the morning the council met, and it voted for the plan.\n\nIn June it met again.\nIn July "
                         "it did not.\n\nIn the end nobody was surprised by that.", body["text"])

    def test_notes_once(self):
        """The notes at the feet of a PDF document's pages are in its text; those of others come after it."""
        lines = self.do("text", FIXTURES / "report.pdf", library=False).splitlines()
        self.assertEqual(1, lines.count("Budget of the city, chapter 9, second part."))
        lines = self.do("text", FIXTURES / "ferry.epub", library=False).splitlines()
        self.assertEqual(["Invoice 17, 3 May 2019.", "Minutes, page 3 <https://c.example/minutes>."], lines[-2:])

    def test_offsets_count_code_points(self):
        content = "\U0001f6a8 Alert 👩‍👩‍👧 e\u0301t\u00e9.\r\n\r\nשלום עולם.\r\n\r\n日本語の文。"
        _, article = self.text(content)
        self.assertEqual(article["text"], content)
        words = [article["text"][b["start"]:b["end"]] for b in article["blocks"]]
        self.assertEqual("".join("".join(words).split()), "".join(content.split()))
        for word in words:
            self.assertEqual(word, word.strip())

    def test_one_block_a_line(self):
        plain, article = self.text("First block\nwith a second line.\n\nThe \t second   block.\n")
        lines = plain.split("\n")
        self.assertEqual(lines.pop(), "")
        self.assertEqual(lines, [" ".join(article["text"][b["start"]:b["end"]].split())
                                 for b in article["blocks"]])
        self.assertIn("First block with a second line.", plain)
        self.assertIn("The second block.", plain)

    def test_blocks_are_in_order(self):
        _, article = self.text("A title\n\nA text of some length.\n\n• one\n• two\n\nAn end.\n")
        last = 0
        for block in article["blocks"]:
            self.assertLessEqual(last, block["start"])
            self.assertLess(block["start"], block["end"])
            last = block["end"]

    def test_control_characters_survive_json(self):
        content = 'Bell \x07, unit \x1f, quote ", backslash \\, tab\t, delete \x7f, separator \u2028.'
        _, article = self.text(content)
        self.assertEqual(article["text"], content)

    def test_name_in_another_encoding(self):
        path = os.fsencode(self.folder) + b"/caf\xe9.txt"
        with open(path, "w", encoding="utf-8") as article:
            article.write("Some words.")
        self.assertEqual(self.do("text", path, library=False), "Some words.\n")

    def test_name_that_looks_like_an_address_or_option(self):
        self.write("http:x", "An article.")
        self.assertEqual(self.do("text", "http:x", library=False), "An article.\n")
        self.write("--json", "Another one.")
        self.assertEqual(self.do("text", "--", "--json", library=False), "Another one.\n")

    def test_standard_input(self):
        self.assertEqual(self.do("text", "-", stdin="Some words.\n", library=False), "Some words.\n")

    def test_errors_name_the_file(self):
        self.assertIn("gone.txt", self.refuse(1, "text", "gone.txt", library=False))
        self.assertIn(self.folder.name, self.refuse(1, "text", self.folder, library=False))
        self.assertIn("The name of the file to read is empty", self.refuse(2, "text", "", library=False))
        self.assertIn("The name of the file to read is empty", self.refuse(1, "import", ""))
        for nothing in ("", " \n", b"\x7fELF\x02\0\0"):
            self.assertIn("Standard input", self.refuse(1, "text", "-", stdin=nothing, library=False))

    def test_address(self):
        """An article is read from a server of our own; where it is, the library knows."""
        self.write("a.txt", "Some words.\n\nAnd some more of them.\n")
        handler = functools.partial(QuietHandler, directory=str(self.folder))
        with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
            thread = threading.Thread(target=server.serve_forever, daemon=True)
            thread.start()
            address = f"http://127.0.0.1:{server.server_port}"
            self.assertEqual(self.do("text", address + "/a.txt", library=False, **NO_PROXY),
                             "Some words.\nAnd some more of them.\n")
            article = self.do("import", address + "/a.txt", **NO_PROXY).strip()
            self.assertEqual(self.do_json("show", article)["metadata"]["source-address"],
                             address + "/a.txt")
            self.assertIn("There is nothing at", self.refuse(1, "text", address + "/gone.txt",
                                                             library=False, **NO_PROXY))
            server.shutdown()
            thread.join()
        self.assertIn("cannot be reached", self.refuse(1, "text", address + "/a.txt", library=False,
                                                       **NO_PROXY))

    def test_full_output(self):
        path = self.write("a.txt", "Some words. " * 100000)
        with open("/dev/full", "w") as full:
            result = subprocess.run([harness.GALLEYCTL, "text", path], stdout=full, stderr=subprocess.PIPE)
        self.assertEqual(result.returncode, 1)
        self.assertIn("No space left", self.assert_sentence(result.stderr))


if __name__ == "__main__":
    harness.main()
