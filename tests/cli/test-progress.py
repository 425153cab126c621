# SPDX-License-Identifier: GPL-3.0-or-later
"""progress: figures, worked out anew from the journal; and what they look like in every format"""
import csv
import datetime
import io
import re
import shutil
import sqlite3
import statistics
import subprocess
import xml.etree.ElementTree as ElementTree
import zipfile
import zoneinfo

import harness

ZONE = "America/New_York"
SITTING_MS = 15 * 60 * 1000
STATUSES = ("pending", "confirmed", "disputed")
SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = "<b onclick='x'>&amp; =1+1\u202eevil\u2066 ]]> \"q\" \\ \t|*_" + "x" * 10000


def quartiles(times):
    if len(times) < 5:
        return [None, None, None]
    return statistics.quantiles(times, n=4, method="inclusive")


class ProgressTest(harness.CliTest):
    def make_article(self, name, n):
        """@n sentences of nine words under a title of two."""
        text = f"# Report {name}\n\n" + "\n\n".join(
            f"Witness {i} of {name} saw the river rise quickly." for i in range(n)) + "\n"
        article = self.do("import", self.write(f"{name}.md", text)).split()[0]
        ids = self.do("mark-suggestions", article, "--actor", "Ana").split()
        return article, ids

    def move_clocks(self, times):
        """Gives the events of the journal, in their order, other times; what they tell stays as it is."""
        with sqlite3.connect(self.library) as db:
            db.execute("DROP TRIGGER event_never_changes")
            for (event,), time in zip(db.execute("SELECT id FROM event ORDER BY id").fetchall(), times):
                stamp = datetime.datetime.fromtimestamp(time / 1000, datetime.timezone.utc)
                db.execute("UPDATE event SET clock = ?, time = ? WHERE id = ?",
                           (time << 16, stamp.isoformat(timespec="milliseconds").replace("+00:00", "Z"), event))
        db.close()

    def count_events(self):
        return len(self.do_json("history"))

    def read(self, sql, *parameters):
        db = sqlite3.connect(f"file:{self.library}?mode=ro", uri=True)
        try:
            return db.execute(sql, parameters).fetchall()
        finally:
            db.close()

    def make_history(self):
        """Two articles that two people check for some days, with what else happens to claims."""
        first, ids = self.make_article("A", 20)
        second, others = self.make_article("B", 8)
        for i, claim in enumerate(ids[:14]):
            self.do("status", claim, "disputed" if i % 4 == 0 else "confirmed", "--actor", "Ben" if i % 3 == 0 else "Ana")
        self.do("status", *others, "confirmed", "--actor", "Ben")
        self.do("status", others[0], "disputed", "--actor", "Ana")
        self.do("status", others[1], "pending", "--reason", "waiting", "--actor", "Ana")
        self.do("status", ids[16], "disputed", "--actor", "Ana")
        self.do("undo", first)
        self.do("unmark", ids[2], "--actor", "Ana")
        self.do("set", *ids[3:12], "category", "number", "--actor", "Ben")
        self.do("set", *ids[12:15], "category", "date", "--actor", "Ben")
        n = self.count_events()
        start = 1756900800000
        # Steps of a minute, longer and longer breaks, and four days in all.
        times, time = [], start
        for i in range(n):
            time += (40000 + i * 1000) if i % 9 else 3600000 * 10
            times.append(time)
        self.move_clocks(times)
        return first, second, ids

    def replay(self, article=None):
        """The figures of the journal, in a few lines of another language."""
        scope = {row[0] for row in self.read(
            "SELECT id FROM article WHERE gone = 0 AND (id = ?1 OR (?1 IS NULL AND archived = 0))", article)}
        undone = {row[0] for row in self.read("SELECT id FROM unit WHERE state = 'undone'")}
        claims = {row[0]: row[1] for row in self.read("SELECT id, category FROM claim")}
        status, had, spans, last, step, samples = {}, set(), {}, {}, {}, []
        for subject, where, kind, clock, actor, unit, act, to in self.read(
                "SELECT subject, article, kind, clock >> 16, actor, unit, act, body ->> '$.to.status' FROM event"
                " WHERE kind LIKE 'claim.%' ORDER BY id"):
            if kind not in ("claim.add", "claim.status", "claim.delete"):
                continue
            day = datetime.datetime.fromtimestamp(clock / 1000, zoneinfo.ZoneInfo(ZONE)).date()
            if where in scope:
                span = spans.setdefault(day, {"first": 0, "again": 0, "reopened": 0})
            counts = act == "do" and unit not in undone
            if where in scope and kind == "claim.status" and counts and to != status[subject]:
                if to == "pending":
                    span["reopened"] += 1
                else:
                    span["again" if subject in had else "first"] += 1
                    had.add(subject)
            if where in scope:
                if kind == "claim.delete":
                    status.pop(subject)
                else:
                    status[subject] = to
                span.update({name: list(status.values()).count(name) for name in STATUSES})
            if kind == "claim.status" and counts:
                if step.get(actor, (None,))[0] == unit:
                    step[actor] = (unit, step[actor][1], None)
                else:
                    step[actor] = (unit, clock, last.get(actor))
                    samples.append([actor, subject, clock, unit])
        steps = {}
        for sample in samples:
            steps.setdefault(sample[3], sample)
        sizes = {unit: self.read("SELECT count(*) FROM event WHERE unit = ? AND kind = 'claim.status'", unit)[0][0]
                 for unit in steps}
        before, times = {}, []
        for actor, subject, clock, unit in steps.values():
            gap = clock - before[actor] if actor in before else None
            before[actor] = clock
            where = self.read("SELECT article FROM claim WHERE id = ?", subject)[0][0]
            if gap is not None and 0 <= gap <= SITTING_MS and sizes[unit] == 1 and where in scope:
                times.append((actor, claims[subject], gap))
        return spans, times

    def check_figures(self, figures, article=None):
        spans, times = self.replay(article)
        counts = dict(self.read(
            "SELECT c.status, count(*) FROM claim c JOIN article a ON a.id = c.article WHERE c.gone = 0 AND c.stands"
            " AND a.gone = 0 AND (a.id = ?1 OR (?1 IS NULL AND a.archived = 0)) GROUP BY c.status", article))
        self.assertEqual(figures["claims"], {name: counts.get(name, 0) for name in STATUSES})
        for members, name in (("categories", "category"), ("checkers", "checker")):
            for status in STATUSES:
                self.assertEqual(sum(group[status] for group in figures[members]), counts.get(status, 0))
            for group in figures[members]:
                mine = [t for actor, category, t in times if (category if name == "category" else actor) == group[name]]
                self.check_times(group["times"], mine)
        self.check_times(figures["times"], [t for _, _, t in times])
        self.assertEqual(figures["unclear"], 0)

        self.assertEqual(figures["unit"], "day")
        found = {}
        for span in figures["spans"]:
            start = datetime.datetime.fromisoformat(span["start"].replace("Z", "+00:00"))
            local = start.astimezone(zoneinfo.ZoneInfo(ZONE))
            self.assertEqual((local.hour, local.minute), (0, 0))
            found[local.date()] = {name: span[name] for name in ("first", "again", "reopened", *STATUSES)}
        for day, expected in spans.items():
            self.assertEqual(found[day], expected, day)
        self.assertTrue(set(spans) <= set(found))

    def check_times(self, found, times):
        self.assertEqual(found["timed"], len(times))
        for name, value in zip(("lower_quartile_ms", "median_ms", "upper_quartile_ms"), quartiles(times)):
            if value is None:
                self.assertIsNone(found[name])
            else:
                self.assertAlmostEqual(found[name], value, places=3)

    def test_figures(self):
        first, second, ids = self.make_history()
        everything = self.do_json("progress", TZ=ZONE)
        self.check_figures(everything)
        self.assertGreater(everything["times"]["timed"], 8)
        self.assertEqual(everything["words"], 20 * 9 + 8 * 9 + 4)
        self.assertAlmostEqual(everything["disputed_per_1000_words"], 1000 * everything["claims"]["disputed"] / 256)
        self.assertEqual({a["title"]: (a["words"], a["disputed"]) for a in everything["articles"]},
                         {"Report A": (182, 4), "Report B": (74, 1)})
        self.check_figures(self.do_json("progress", first, TZ=ZONE), first)
        self.check_figures(self.do_json("progress", second, TZ=ZONE), second)

        # What is archived counts only where it is asked for; what is gone never.
        self.do("archive", second)
        self.assertEqual([a["title"] for a in self.do_json("progress")["articles"]], ["Report A"])
        self.assertEqual(len(self.do_json("progress", "--archived")["articles"]), 2)
        self.do("delete", second)
        self.assertEqual(len(self.do_json("progress", "--archived")["articles"]), 1)

    def test_a_new_draft(self):
        """Claims that lost their words are no verdicts on words; changed ones are pending again."""
        article, ids = self.make_article("A", 6)
        self.do("status", *ids, "confirmed")
        text = self.write("new.md", "# Report A\n\nWitness 0 of A saw the river rise quickly.\n\n"
                                    "Witness 77 of A saw the river rise quickly.\n")
        self.do("draft", article, text)
        figures = self.do_json("progress", article)
        tray = self.do_json("tray", article)
        self.assertEqual(sum(figures["claims"].values()), len(ids) - len(tray))
        self.assertEqual(figures["words"], 20)
        self.assertEqual({name: figures["spans"][-1][name] for name in STATUSES}, figures["claims"])
        self.assertEqual(figures["unclear"], 0)

    def test_nothing(self):
        text = "Flood\n\nThe river rose by 2 meters.\n\nLeave a Comment"
        article = self.do("import", self.write("a.txt", text)).split()[0]
        # What is no part of the article is not counted.
        self.assertEqual(self.do_json("progress", article)["words"], 7)
        self.assertIn("No claim is marked in this article", self.do("progress", article))
        self.assertIn("No claim is marked in any article", self.do("progress"))
        self.do("delete", article)
        self.assertIn("There is no article yet", self.do("progress"))
        self.assertEqual(self.do_json("progress")["spans"], [])

    def test_one_claim(self):
        article, ids = self.make_article("A", 1)
        self.do("status", ids[-1], "disputed")
        figures = self.do_json("progress", article)
        self.assertEqual(figures["unit"], "hour")
        self.assertEqual(figures["times"], {"timed": 0, "lower_quartile_ms": None, "median_ms": None,
                                            "upper_quartile_ms": None})
        self.assertIn("No verdict could be timed yet", self.do("progress", article))
        for name in ("html", "pdf"):
            self.assertTrue(self.call("progress", article, "--format", name).stdout)

    def test_refusals(self):
        self.make_article("A", 1)
        self.refuse(3, "progress", "00000000-0000-4000-8000-000000000000")
        self.assertIn("nonsense", self.refuse(2, "progress", "--format", "nonsense"))
        self.assertIn("xlsx", self.refuse(2, "progress", "--format", "xlsx"))
        self.refuse(2, "progress", "--json", "--format", "html")
        self.refuse(2, "progress", "--format", "pdf", "--paper", "napkin")
        self.refuse(1, "progress", "--output", self.folder / "missing" / "x")

    def make_hostile(self):
        article, ids = self.make_article("A", 14)
        self.do("status", *ids[:5], "confirmed", "--actor", HOSTILE)
        self.do("status", *ids[5:9], "disputed", "--actor", "דנה <i>")
        self.do("status", ids[0], "disputed", "--actor", HOSTILE)
        self.do("set", *ids[:5], "category", "name")
        return article

    def test_formats(self):
        article = self.make_hostile()
        for check in (self.check_html, self.check_pdf, self.check_csv, self.check_others):
            with self.subTest(check.__name__):
                check(article)

    def check_html(self, article):
        try:
            import html5lib
        except ImportError:
            self.fail("html5lib is needed")
        page = self.do("progress", article, "--format", "html")
        parser = html5lib.HTMLParser(strict=False, namespaceHTMLElements=False)
        tree = parser.parse(page)
        self.assertEqual([e for e in parser.errors if e[1] != "unknown-doctype"], [])
        self.assertEqual(tree.findall(".//script"), [])
        self.assertEqual(tree.findall(".//b"), [])
        self.assertIsNone(re.search(r"<[^>]* onclick", page))

        # Every picture is named, and its table comes after it.
        figures = re.findall(r"<svg.*?</svg>", page, re.S)
        self.assertGreaterEqual(len(figures), 5)
        ids = re.findall(r' id="([^"]+)"', page)
        self.assertEqual(len(ids), len(set(ids)))
        for source in figures:
            svg = ElementTree.fromstring(source)
            self.assertEqual(svg.get("role"), "img")
            names = svg.get("aria-labelledby").split()
            self.assertEqual([svg.find(f"{SVG}title").get("id"), svg.find(f"{SVG}desc").get("id")], names)
            self.assertTrue(svg.find(f"{SVG}title").text and svg.find(f"{SVG}desc").text)
            self.check_svg(svg)
            if shutil.which("xmllint"):
                subprocess.run(["xmllint", "--noout", "-"], input=source.encode(), check=True)
        for i, _ in enumerate(figures, 1):
            self.assertIn("<table>", page[page.index(f'id="chart-{i}-title"'):])
        heads = tree.findall(".//th")
        self.assertTrue(any(head.get("scope") == "col" for head in heads))
        for table in tree.findall(".//table"):  # whose columns are named on each page that is printed
            self.assertEqual([head.get("scope") for head in table.findall("./thead/tr/th")],
                             ["col"] * len(table.findall(".//th[@scope='col']")))
        names = ["".join(head.itertext()) for head in heads if head.get("scope") == "row"]
        self.assertTrue(any("x" * 10000 in name for name in names), "whole in the table")
        self.assertNotIn("x" * 100, re.sub(r"<th.*?</th>", "", page, flags=re.S), "cut in the chart")

    def check_svg(self, svg):
        """What is drawn is within the drawing, and areas differ by more than their colour."""
        _, _, width, height = (float(number) for number in svg.get("viewBox").split())
        fills = set()
        for polygon in svg.iter(f"{SVG}polygon"):
            fills.add(polygon.get("fill"))
            for point in polygon.get("points").split():
                x, y = (float(number) for number in point.split(","))
                self.assertTrue(-1 <= x <= width + 1 and -1 <= y <= height + 1, (x, y))
        solid = {fill for fill in fills if not fill.startswith("url(")}
        self.assertLessEqual(len(solid), 1, "one is solid, the others have patterns")
        patterns = {pattern.get("id") for pattern in svg.iter(f"{SVG}pattern")}
        self.assertEqual(patterns, {fill[5:-1] for fill in fills - solid})
        for text in svg.iter(f"{SVG}text"):
            self.assertTrue(-1 <= float(text.get("x")) <= width + 1)
            self.assertLessEqual(len(text.text), 1100)

    def check_pdf(self, article):
        path = self.folder / "progress.pdf"
        self.do("progress", article, "--format", "pdf", "--output", path)
        words = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True, text=True).stdout
        for phrase in ("Claims by Status", "Claims by Category", "Time per Claim", "Error Rate", "Disputed",
                       "Given again", "per 1,000", "<b onclick", "No category"):
            self.assertIn(phrase, words)
        structure = subprocess.run(["pdfinfo", "-struct", path], capture_output=True, check=True, text=True).stdout
        self.assertGreaterEqual(structure.count("Figure"), 5)
        self.assertIn("TH", structure)

    def check_csv(self, article):
        figures = self.do_json("progress", article)
        table = list(csv.reader(io.StringIO(self.do("progress", article, "--format", "csv"), newline="")))
        self.assertEqual(table[0], ["section", "id", "name", "measure", "value"])
        rows = {tuple(row[:4]): row[4] for row in table[1:]}
        self.assertEqual(len(rows), len(table) - 1)
        for name in STATUSES:
            self.assertEqual(int(rows["total", "", "", name]), figures["claims"][name])
            for group in figures["checkers"]:
                self.assertEqual(int(rows["checker", "", group["checker"], name]), group[name])
        self.assertEqual(int(rows["article", article, "Report A", "words"]), figures["words"])
        self.assertAlmostEqual(float(rows["total", "", "", "disputed-per-1000-words"]),
                               figures["disputed_per_1000_words"], delta=0.001)
        starts = [row[1] for row in table if row[0] == figures["unit"] and row[3] == "first"]
        self.assertEqual(len(starts), len(figures["spans"]))

    def check_others(self, article):
        text = self.do("progress", article)
        self.assertEqual(text, self.do("progress", article, "--format", "text"))
        self.assertIn("Category | Confirmed | Disputed | Pending | All", text)
        self.assertNotIn("svg", self.do("progress", article, "--format", "markdown"))
        for name, part in (("docx", "word/document.xml"), ("odt", "content.xml")):
            path = self.folder / f"progress.{name}"
            self.do("progress", article, "--format", name, "--output", path)
            with zipfile.ZipFile(path) as package:
                words = "".join(ElementTree.fromstring(package.read(part)).itertext())
            self.assertIn("Claims by Category", words)
            self.assertIn("x" * 10000, words)


if __name__ == "__main__":
    harness.main()
