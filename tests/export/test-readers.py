#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Independent programs read the exports back: html5lib and tidy the page, cmark the Markdown and
Python's csv module the table. What they find has to be what went in."""
import csv
import json
import os
import re
import subprocess
import sys
import unittest
import xml.etree.ElementTree as ElementTree
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import html5lib
import tap
from samples import Samples

HTML = "{http://www.w3.org/1999/xhtml}"
COLUMNS = (
    "id,article,draft,section,paragraph,claim,category,status,reason,priority,legal,correction,"
    "sources,independent_sources,note,open_query,answer,assigned,checked_by,checked_at,signed_by,"
    "signed_at,start,end"
).split(",")


def as_html(text):
    """What is left of a text in HTML: one kind of line end and no forbidden characters."""
    text = re.sub("\r\n?", "\n", text).replace("\f", " ")
    return re.sub("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]", "\ufffd", text)


def squeeze(text):
    return re.sub("[ \t\n\r\f\v]+", " ", text).strip()


def classes(element):
    return element.get("class", "").split()


def text_of(element, leave_out=lambda element: False):
    parts = [element.text or ""]
    for child in element:
        if not leave_out(child):
            parts.append(text_of(child, leave_out))
        parts.append(child.tail or "")
    return "".join(parts)


def is_badge(element):
    return element.tag == HTML + "a" and "badge" in classes(element)


def block_elements(body):
    """The elements that hold one block of the article each, in order; a table row is one."""
    header = next(body.iter(HTML + "header"))
    yield next(header.iter(HTML + "h1"))
    for element in body.iter(HTML + "article"):
        for child in element.iter():
            if child.tag in [HTML + name for name in ("h2", "h3", "h4", "h5", "h6", "p", "li", "tr")]:
                yield child


def block_text(element):
    if element.tag == HTML + "tr":
        return "\t".join(text_of(cell, is_badge) for cell in element)
    text = text_of(element, lambda child: is_badge(child) or child.tag == HTML + "ul")
    has_list = any(child.tag == HTML + "ul" for child in element)
    return text[:-2] if has_list else text


class PageTest(Samples):
    """The annotated article, as a strict HTML5 parser reads it."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.pages = {}
        for name in cls.facts:
            parser = html5lib.HTMLParser(strict=True)
            page = Path(cls.folder.name, f"{name}.html").read_bytes().decode()
            cls.pages[name] = parser.parse(page)

    def each_page(self):
        for name, facts in self.facts.items():
            with self.subTest(name):
                yield facts, self.pages[name]

    def test_blocks_have_their_words(self):
        for facts, page in self.each_page():
            body = page.find(HTML + "body")
            found = [block_text(element) for element in block_elements(body)]
            expected = [
                as_html(facts.words(block["start"], block["end"])) for block in facts.written
            ]
            if not facts.written or facts.written[0]["role"] != "title":
                found = found[1:]
            self.assert_same(found, expected)

    def test_marks_have_the_words_of_their_claims(self):
        for facts, page in self.each_page():
            found = {}
            for mark in page.iter(HTML + "mark"):
                names = [int(name) for name in mark.get("data-claims").split()]
                statuses = {facts.claims[name - 1]["status"] for name in names}
                self.assertEqual(set(classes(mark)) - {"several"}, statuses)
                self.assertEqual("several" in classes(mark), len(names) > 1)
                self.assertEqual(len(mark.get("title").split("; ")), len(names))
                for name in names:
                    found.setdefault(name, []).append(text_of(mark))
            for number, claim in enumerate(facts.claims, start=1):
                words = as_html(facts.written_words(claim))
                self.assertEqual("".join(found.get(number, [])), words)

    def test_every_claim_is_listed(self):
        for facts, page in self.each_page():
            items = [item for item in page.iter(HTML + "li") if "claim" in classes(item)]
            self.assertEqual(
                [(item.get("id"), classes(item)[1]) for item in items],
                [(f"claim-{n}", claim["status"]) for n, claim in enumerate(facts.claims, start=1)],
            )
            for item, claim in zip(items, facts.claims):
                quote = next(q for q in item.iter(HTML + "blockquote") if "words" in classes(q))
                self.assertEqual(text_of(quote), as_html(facts.words(claim["start"], claim["end"])))
                self.assertIn(claim["status"], text_of(item.find(HTML + "h3")))
                for field in ("reason", "note"):
                    found = [text_of(d) for d in item.iter(HTML + "dd") if field in classes(d)]
                    self.assertEqual(found, [as_html(claim[field])] if claim[field] else [])
                struck = [text_of(d) for d in item.iter(HTML + "del")]
                self.assertEqual(bool(struck), claim["correction"] is not None)

    def test_badges_tell_the_status_in_words(self):
        for facts, page in self.each_page():
            badges = {badge.get("href"): badge for badge in page.iter(HTML + "a") if is_badge(badge)}
            for number, claim in enumerate(facts.claims, start=1):
                badge = badges.pop(f"#claim-{number}", None)
                if not facts.is_written(claim):
                    self.assertIsNone(badge)
                    continue
                self.assertEqual(badge.get("aria-label"), f"Claim {number}, {claim['status']}")
                sign = {"confirmed": "✓", "disputed": "✗", "pending": "?"}[claim["status"]]
                self.assertEqual(text_of(badge), f"{sign}\u00a0{number}")
            self.assertEqual(badges, {})

    def test_links_lead_somewhere(self):
        for _, page in self.each_page():
            ids = [e.get("id") for e in page.iter() if e.get("id") is not None]
            self.assertEqual(len(ids), len(set(ids)))
            for link in page.iter(HTML + "a"):
                href = link.get("href")
                if href.startswith("#"):
                    self.assertIn(href[1:], ids)
                else:
                    self.assertRegex(href, r"\A(https?://[a-z0-9.\[]|mailto:.*@)[!-~]*\Z")

    def test_nothing_runs_and_nothing_is_fetched(self):
        allowed = {"lang", "charset", "name", "content", "http-equiv", "class", "dir", "id", "href"}
        allowed |= {"data-claims", "title", "aria-label", "datetime", "colspan"}
        for _, page in self.each_page():
            names = {e.tag.removeprefix(HTML) for e in page.iter() if isinstance(e.tag, str)}
            self.assertFalse(names & {"script", "link", "img", "iframe", "object", "base", "form"})
            for element in page.iter():
                self.assertLessEqual(set(element.keys()), allowed)
            style = text_of(next(page.iter(HTML + "style")))
            self.assertNotRegex(style, r"url\(|@import|expression|</")

    def test_headings_come_in_order(self):
        for _, page in self.each_page():
            levels = [
                int(e.tag[-1]) for e in page.iter() if re.fullmatch(HTML + "h[1-6]", str(e.tag))
            ]
            self.assertEqual(levels[0], 1)
            self.assertEqual(levels.count(1), 1)
            for before, after in zip(levels, levels[1:]):
                self.assertLessEqual(after, before + 1)

    def test_the_page_names_its_language_and_title(self):
        for facts, page in self.each_page():
            stated = facts.language if facts.language == "en" else None
            self.assertEqual(page.get("lang"), "en")
            for article in page.iter(HTML + "article"):
                self.assertEqual(article.get("lang"), None if stated else "und")
            title = text_of(page.find(HTML + "head").find(HTML + "title"))
            self.assertEqual(title, as_html(facts.title.strip()) or "Untitled article")

    def test_open_work_is_said_at_the_top(self):
        for facts, page in self.each_page():
            n_open = sum(claim["status"] == "pending" for claim in facts.claims)
            state = next(p for p in page.iter(HTML + "p") if "state" in classes(p))
            if n_open:
                self.assertIn(f"{n_open} of {len(facts.claims)} claims", text_of(state))
                self.assertIn("open", classes(state))

    def test_tidy_has_no_complaint(self):
        for name in self.facts:
            with self.subTest(name):
                result = subprocess.run(
                    ["tidy", "-quiet", "-errors", "-utf8", "--drop-empty-elements", "no",
                     self.path(name, "html")],
                    capture_output=True, text=True, check=False,
                )
                self.assertEqual((result.returncode, result.stderr), (0, ""))

    # tidy's rules are those of WCAG 1: every style sheet and every heading of few words is to be
    # looked at by a person, a link has its name in its words alone (test_links_have_names() knows
    # better), bold words may be a heading, a table has a summary, which HTML 5 has abolished, and a
    # caption, where here a heading says what it is.
    HARMLESS = {"6.1.1.2", "3.5.3.1", "13.1.1.1", "3.5.2.1", "5.5.1.1", "5.5.2.1"}

    def test_tidy_finds_it_accessible(self):
        for name in self.facts:
            with self.subTest(name):
                result = subprocess.run(
                    ["tidy", "-quiet", "-errors", "-utf8", "--accessibility-check", "3",
                     "--drop-empty-elements", "no", self.path(name, "html")],
                    capture_output=True, text=True, check=False,
                )
                complaints = re.findall(r"Access: \[([0-9.]+)\]: (.*)", result.stderr)
                self.assertIn("6.1.1.2", [code for code, _ in complaints])
                self.assertEqual([c for c in complaints if c[0] not in self.HARMLESS], [])

    def test_links_have_names(self):
        for _, page in self.each_page():
            for link in page.iter(HTML + "a"):
                self.assertTrue((link.get("aria-label") or text_of(link)).strip())


class MarkdownTest(Samples):
    """The Markdown, as CommonMark's own parser reads it."""

    NAMESPACE = "{http://commonmark.org/xml/1.0}"
    LEAVES = {"paragraph", "heading"}
    ALLOWED = {"paragraph", "heading", "text", "softbreak", "link", "list", "item", "block_quote"}

    def name(self, element):
        return element.tag.removeprefix(self.NAMESPACE)

    def read(self, name):
        result = subprocess.run(
            ["cmark", "--to", "xml", self.path(name, "md")], capture_output=True, check=True
        )
        # The parser lets control characters through, which XML cannot hold; the writer must not.
        return ElementTree.fromstring(result.stdout)

    def words(self, element):
        if self.name(element) == "softbreak":
            return "\n"
        if self.name(element) == "link" and element.get("destination").startswith("#"):
            return ""
        return (element.text or "" if self.name(element) == "text" else "") + "".join(
            self.words(child) for child in element
        )

    def article(self, document):
        """The nodes between the two rules, and the title before them, which is the second node."""
        nodes = list(document)
        rules = [i for i, node in enumerate(nodes) if self.name(node) == "thematic_break"]
        if not rules:
            return nodes[1], []
        end = rules[1] if len(rules) > 1 else len(nodes)
        for i in range(rules[0] + 1, end):
            if self.name(nodes[i]) == "heading" and self.words(nodes[i]) == "Not Checked":
                end = i
                break
        return nodes[1], nodes[rules[0] + 1 : end]

    def test_blocks_have_their_words(self):
        for name, facts in self.facts.items():
            with self.subTest(name):
                title, nodes = self.article(self.read(name))
                leaves = [title] + [
                    leaf for node in nodes for leaf in node.iter() if self.name(leaf) in self.LEAVES
                ]
                found = [squeeze(re.sub("[⟦⟧]", "", self.words(leaf))) for leaf in leaves]
                expected = [
                    squeeze(as_html(facts.words(block["start"], block["end"])))
                    for block in facts.written
                ]
                if not facts.written or facts.written[0]["role"] != "title":
                    found = found[1:]
                self.assert_same(found, expected)

    def test_no_words_are_taken_for_markup(self):
        for name in self.facts:
            with self.subTest(name):
                document = self.read(name)
                title, nodes = self.article(document)
                for node in [title] + nodes:
                    names = {self.name(element) for element in node.iter()}
                    self.assertLessEqual(names, self.ALLOWED)
                everywhere = {self.name(element) for element in document.iter()}
                self.assertLessEqual(
                    everywhere, self.ALLOWED | {"document", "strong", "thematic_break"}
                )

    def test_links_are_harmless(self):
        for name in self.facts:
            with self.subTest(name):
                for link in self.read(name).iter(self.NAMESPACE + "link"):
                    self.assertRegex(link.get("destination"), r"\A(https?:|mailto:|#claim-[0-9]+-[a-z]+\Z)")

    def test_brackets_find_the_claims(self):
        """The n-th opening bracket belongs to the n-th claim that is written."""
        for name, facts in self.facts.items():
            with self.subTest(name):
                title, nodes = self.article(self.read(name))
                found, n_opened, open_claims = {}, 0, {}
                order = [n for n, c in enumerate(facts.claims, 1) if facts.is_written(c)]
                for element in [e for node in [title] + nodes for e in node.iter()]:
                    if self.name(element) == "link" and element.get("destination").startswith("#"):
                        number = int(element.get("destination").split("-")[1])
                        found[number] = open_claims.pop(number)
                        for child in element:
                            child.text = ""
                        continue
                    text = "\n" if self.name(element) == "softbreak" else element.text or ""
                    if self.name(element) not in ("text", "softbreak"):
                        continue
                    for character in text:
                        if character == "⟦":
                            open_claims[order[n_opened]] = ""
                            n_opened += 1
                        elif character != "⟧":
                            for number in open_claims:
                                open_claims[number] += character
                self.assertEqual(open_claims, {})
                for number in order:
                    words = as_html(facts.written_words(facts.claims[number - 1]))
                    self.assertEqual(re.sub(r"\s", "", found[number]), re.sub(r"\s", "", words))
                self.assertEqual(sorted(found), order)


class LayoutTest(Samples):
    """Every layout of some samples, as strict parsers read them."""

    HARMLESS = r"\A(https?://[a-z0-9.\[]|mailto:.*@)[!-~]*\Z"

    def each_file(self, extension):
        paths = sorted(Path(self.folder.name, "layouts").glob(f"*.{extension}"))
        self.assertGreaterEqual(len(paths), 7 * 7)
        for path in paths:
            with self.subTest(path.name):
                yield path

    def test_pages(self):
        for path in self.each_file("html"):
            page = html5lib.HTMLParser(strict=True).parse(path.read_bytes().decode())
            names = {e.tag.removeprefix(HTML) for e in page.iter() if isinstance(e.tag, str)}
            self.assertFalse(names & {"script", "link", "img", "iframe", "object", "base", "form"})
            ids = [e.get("id") for e in page.iter() if e.get("id") is not None]
            self.assertEqual(len(ids), len(set(ids)))
            for link in page.iter(HTML + "a"):
                href = link.get("href")
                if href.startswith("#"):
                    self.assertIn(href[1:], ids)
                else:
                    self.assertRegex(href, self.HARMLESS)
            levels = [int(e.tag[-1]) for e in page.iter() if re.fullmatch(HTML + "h[1-6]", str(e.tag))]
            self.assertEqual((levels[0], levels.count(1)), (1, 1))
            for before, after in zip(levels, levels[1:]):
                self.assertLessEqual(after, before + 1)

    def test_tidy_has_no_complaint(self):
        paths = list(self.each_file("html"))
        result = subprocess.run(
            ["tidy", "-quiet", "-errors", "-utf8", "--drop-empty-elements", "no", *paths],
            capture_output=True, text=True, check=False,
        )
        self.assertEqual((result.returncode, result.stderr), (0, ""))

    def test_markdown(self):
        allowed = {"document", "paragraph", "heading", "text", "softbreak", "link", "list", "item"}
        allowed |= {"block_quote", "strong", "emph", "thematic_break"}
        namespace = MarkdownTest.NAMESPACE
        for path in self.each_file("md"):
            result = subprocess.run(["cmark", "--to", "xml", path], capture_output=True, check=True)
            document = ElementTree.fromstring(result.stdout)
            names = {element.tag.removeprefix(namespace) for element in document.iter()}
            self.assertLessEqual(names, allowed)
            for link in document.iter(namespace + "link"):
                href = link.get("destination")
                self.assertRegex(href, rf"{self.HARMLESS}|\A#claim-[0-9]+-[a-z]+\Z")

    def headings(self, path, format):
        """The letters and digits of all headings, as pandoc reads them."""
        result = subprocess.run(
            ["pandoc", "--from", format, "--to", "json", path], capture_output=True, check=True
        )

        def words(node):
            if isinstance(node, list):
                return "".join(words(child) for child in node)
            if not isinstance(node, dict):
                return node if isinstance(node, str) else ""
            if node["t"] in ("Str", "Link", "Span", "Strong", "Emph", "Quoted"):
                content = node["c"]
                return words(content if node["t"] in ("Str", "Strong", "Emph") else content[1])
            return ""

        blocks = json.loads(result.stdout)["blocks"]
        found = []

        def collect(nodes):
            for node in nodes:
                if node["t"] == "Header":
                    found.append(re.sub(r"[\W_]", "", words(node["c"][2])))
                elif node["t"] in ("Div", "OrderedList", "BulletList"):
                    for child in node["c"][1:] if node["t"] != "BulletList" else [node["c"]]:
                        for part in child if node["t"] != "Div" else [child]:
                            collect(part if isinstance(part, list) else [part])

        collect(blocks)
        return found

    def test_pandoc_finds_the_same_headings(self):
        for name in ("whole", "hostile-2"):
            for path in sorted(Path(self.folder.name, "layouts").glob(f"{name}-*.md")):
                with self.subTest(path.name):
                    headings = self.headings(path, "commonmark")
                    self.assertGreater(len(headings), 0)
                    self.assertEqual(headings, self.headings(path.with_suffix(".html"), "html"))

    def test_plain_text(self):
        for path in self.each_file("txt"):
            text = path.read_bytes().decode()
            self.assertNotRegex(text, "[\x00-\x08\x0b-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")


class TableTest(Samples):
    """The claim table, as Python's csv module reads it."""

    def test_rows_are_the_claims(self):
        for name, facts, _ in self.each("csv"):
            data = self.path(name, "csv").read_bytes()
            self.assertEqual(data.startswith(b"\xef\xbb\xbf"), facts.csv_bom)
            with open(self.path(name, "csv"), encoding="utf-8-sig", newline="") as file:
                header, *rows = csv.reader(file, strict=True)
            self.assertEqual(header, COLUMNS)
            self.assertEqual(len(rows), len(facts.claims))
            for row, claim in zip(rows, facts.claims):
                self.check_row(dict(zip(COLUMNS, row, strict=True)), claim, facts)

    def check_row(self, row, claim, facts):
        expected = {
            "id": claim["id"],
            "article": facts.title.strip() or "Untitled article",
            "claim": facts.words(claim["start"], claim["end"]),
            "status": claim["status"],
            "reason": claim["reason"] or "",
            "note": claim["note"] or "",
            "correction": claim["correction"] or "",
            "checked_by": claim["checked_by"] or "" if claim["status"] != "pending" else "",
            "start": str(claim["start"]),
            "end": str(claim["end"]),
        }
        for column, value in expected.items():
            guarded = "'" + value if value[:1] in tuple("=+-@\t\r\n＝＋－＠") else value
            self.assertEqual(row[column], guarded)
        for value in row.values():
            self.assertNotIn(value[:1], tuple("=+-@\t\r"))

    def test_lines_end_in_crlf(self):
        for _, _, table in self.each("csv"):
            unquoted = re.sub(r'"(?:[^"]|"")*"', "", table)
            self.assertEqual(unquoted.count("\r\n"), unquoted.count("\n"))
            self.assertTrue(table.endswith("\r\n"))


class StyleTest(unittest.TestCase):
    """Contrast as WCAG 2 computes it: 4.5 for text, 3 for the lines that tell a status."""

    def setUp(self):
        css = re.sub(r"/\*.*?\*/", "", Path(os.environ["EXPORT_STYLE"]).read_text(), flags=re.DOTALL)
        blocks = re.findall(r"(@media[^{]*\{\s*)?(?:@page \{[^}]*\}\s*)?:root \{([^}]*)\}", css)
        light = self.colours(blocks[0][1])
        self.looks = {"light": light}
        for media, rules in blocks[1:]:
            name = "dark" if "dark" in media else "print"
            self.looks[name] = {**light, **self.colours(rules)}
        self.assertEqual(set(self.looks), {"light", "dark", "print"})

    def colours(self, rules):
        found = re.findall(r"--([a-z-]+): (#[0-9a-f]{6}|rgba\([^)]*\));", rules)
        return {name: self.colour(value) for name, value in found}

    def colour(self, value):
        if value.startswith("#"):
            return tuple(int(value[i : i + 2], 16) for i in (1, 3, 5)) + (1.0,)
        return tuple(float(number) for number in value[5:-1].split(","))

    def over(self, top, bottom):
        return tuple(t * top[3] + b * (1 - top[3]) for t, b in zip(top[:3], bottom[:3])) + (1.0,)

    def luminance(self, colour):
        parts = [c / 255 for c in colour[:3]]
        parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    def contrast(self, a, b):
        light, dark = sorted((self.luminance(a), self.luminance(b)), reverse=True)
        return (light + 0.05) / (dark + 0.05)

    def test_text_has_contrast(self):
        for name, look in self.looks.items():
            for ink in ("ink", "soft", "link", "confirmed", "disputed", "pending"):
                for back in ("paper", "card"):
                    with self.subTest(look=name, ink=ink, back=back):
                        self.assertGreaterEqual(self.contrast(look[ink], look[back]), 4.5)

    def test_marks_have_contrast(self):
        for name, look in self.looks.items():
            for status in ("confirmed", "disputed", "pending"):
                back = look[status + "-back"]
                for ground in (back, self.over(look["deeper"], back)):
                    with self.subTest(look=name, status=status):
                        self.assertGreaterEqual(self.contrast(look["ink"], ground), 4.5)
                        self.assertGreaterEqual(self.contrast(look[status], ground), 3)
                        self.assertGreaterEqual(self.contrast(look[status], look["paper"]), 3)


if __name__ == "__main__":
    tap.main()
