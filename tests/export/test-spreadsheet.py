#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The claim table as a spreadsheet, read part by part and by LibreOffice, beside the CSV file."""
import csv
import datetime
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
import zipfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import tap
from office import as_xml
from samples import Samples

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
TIMES = {"checked_at", "signed_at"}
NUMBERS = {"paragraph", "independent_sources", "start", "end"}
TO_CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false"


class SpreadsheetTest(Samples):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        folder = Path(cls.folder.name)
        cls.tables, cls.sheets = {}, {}
        for name in cls.facts:
            with open(folder / f"{name}.csv", encoding="utf-8-sig", newline="") as file:
                cls.tables[name] = list(csv.reader(file, strict=True))
            with zipfile.ZipFile(folder / f"{name}.xlsx") as archive:
                cls.sheets[name] = {
                    part: ElementTree.fromstring(archive.read(part)) for part in archive.namelist()
                }

    def each_table(self):
        """The sheet and the rows of the CSV file, without the apostrophes in it."""
        for name, (header, *rows) in self.tables.items():
            with self.subTest(name):
                yield self.sheets[name], header, [self.bare(row) for row in rows]

    def bare(self, row):
        return [re.sub("\\A'(?=[=+@\\t\\r\\n＝＋－＠-])", "", cell) for cell in row]

    def read_cell(self, cell):
        if cell.get("t") == "inlineStr":
            text = "".join(t.text or "" for t in cell.iter(S + "t"))
            return re.sub("_x([0-9A-Fa-f]{4})_", lambda match: chr(int(match.group(1), 16)), text)
        return cell.find(S + "v").text

    def test_cells(self):
        for sheet, header, rows in self.each_table():
            found = list(sheet["xl/worksheets/sheet1.xml"].iter(S + "row"))
            self.assertEqual([self.read_cell(cell) for cell in found[0]], header)
            self.assertEqual(len(found), len(rows) + 1)
            for number, (row, expected) in enumerate(zip(found[1:], rows), start=2):
                cells = {cell.get("r"): cell for cell in row}
                for column, (name, value) in enumerate(zip(header, expected)):
                    cell = cells.pop(f"{chr(65 + column)}{number}", None)
                    self.check_cell(cell, name, value)
                self.assertEqual(cells, {})

    def check_cell(self, cell, name, value):
        if value == "":
            self.assertIsNone(cell)
        elif name in TIMES:
            days = float(self.read_cell(cell))
            self.assertEqual(moment_of(days), value)
        else:
            self.assertEqual(cell.get("t"), None if name in NUMBERS else "inlineStr")
            self.assertEqual(self.read_cell(cell), as_xml(value))

    def test_nothing_is_a_formula(self):
        for sheet, header, rows in self.each_table():
            root = sheet["xl/worksheets/sheet1.xml"]
            self.assertEqual(list(root.iter(S + "f")), [])
            looks = sheet["xl/styles.xml"].find(S + "cellXfs").findall(S + "xf")
            for cell in root.iter(S + "c"):
                if cell.get("t") == "inlineStr" and self.read_cell(cell)[:1] in tuple("=+-@"):
                    self.assertEqual(looks[int(cell.get("s"))].get("quotePrefix"), "1")

    def test_header_stays_and_filters(self):
        for sheet, header, rows in self.each_table():
            root = sheet["xl/worksheets/sheet1.xml"]
            pane = next(root.iter(S + "pane"))
            self.assertEqual((pane.get("ySplit"), pane.get("state")), ("1", "frozen"))
            self.assertEqual(root.find(S + "autoFilter").get("ref"), f"A1:X{len(rows) + 1}")
            self.assertEqual(len(root.find(S + "cols")), len(header))

    def print_whole(self):
        """The words of the sample as LibreOffice prints it."""
        folder = Path(self.folder.name)
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless",
             "--convert-to", "pdf", "--outdir", folder / "printed", folder / "whole.xlsx"],
            check=True, capture_output=True, timeout=240,
        )
        return subprocess.run(["pdftotext", "-layout", folder / "printed" / "whole.pdf", "-"],
                              check=True, capture_output=True).stdout.decode()

    def test_rows_are_high_enough(self):
        """Not every program finds out for itself how high the words of a row are."""
        words = set(re.findall("[A-Za-z]+", self.print_whole()))
        header, *rows = self.tables["whole"]
        printed = slice(header.index("paragraph"), header.index("checked_at"))
        cells = [cell for row in rows for cell in row[printed]]
        self.assertGreater(max(len(cell) for cell in cells), 44)
        for cell in cells:
            self.assertLessEqual(set(re.findall(r"\b[A-Za-z]{3,9}\b", cell)), words)
        for sheet, header, rows in self.each_table():
            for row in sheet["xl/worksheets/sheet1.xml"].iter(S + "row"):
                self.assertIn(int(row.get("ht")), range(15, 410, 15))

    def test_print_has_the_claim_on_each_page(self):
        """Three pages side by side, each with the names of its columns, and none of it shrunk."""
        text = self.print_whole()
        heads = [page.split("\n\n")[1].splitlines()[0].split() for page in text.split("\f")[:-1]]
        self.assertEqual(heads, [
            ["paragraph", "claim", "category", "status", "reason", "priority", "legal", "correction"],
            ["claim", "sources", "independent_sources", "note"],
            ["claim", "open_query", "answer", "assigned", "checked_by", "checked_at"],
        ])
        for sheet, header, rows in self.each_table():
            setup = sheet["xl/worksheets/sheet1.xml"].find(S + "pageSetup")
            self.assertEqual((setup.get("orientation"), setup.get("scale")), ("landscape", "75"))
            names = {name.get("name"): name.text for name in sheet["xl/workbook.xml"].iter(S + "definedName")}
            self.assertRegex(names["_xlnm.Print_Area"], rf"!\$E\$1:\$T\${len(rows) + 1}\Z")
            self.assertRegex(names["_xlnm.Print_Titles"], r"!\$F:\$F,.*!\$1:\$1\Z")

    def test_libreoffice_reads_the_same_table(self):
        folder = Path(self.folder.name)
        paths = [folder / f"{name}.xlsx" for name in self.tables if name != "long"]
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless",
             "--convert-to", TO_CSV, "--outdir", folder / "read", *paths],
            check=True, capture_output=True, timeout=240,
        )
        for path in paths:
            with self.subTest(path.stem):
                with open(folder / "read" / f"{path.stem}.csv", encoding="utf-8", newline="") as file:
                    header, *rows = csv.reader(file, strict=True)
                self.assertEqual(header, self.tables[path.stem][0])
                for found, expected in zip(rows, self.tables[path.stem][1:], strict=True):
                    expected = [as_xml(cell) for cell in self.bare(expected)]
                    for column, cell in enumerate(found):
                        if header[column] in TIMES and cell:
                            found[column] = cell.removesuffix(" UTC").replace(" ", "T") + "Z"
                    self.assertEqual(found, expected)


def moment_of(days):
    """The moment that is so many days of the spreadsheet's calendar away, as the CSV file has it."""
    moment = datetime.datetime(1899, 12, 30) + datetime.timedelta(seconds=round(days * 86400))
    return moment.isoformat() + "Z"


if __name__ == "__main__":
    tap.main()
