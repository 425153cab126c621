#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the PDF documents in tests/fixtures/import anew: make-pdf-fixtures.py FOLDER.

Needs python3-cairo and fonts, which the tests do not; the documents are kept.
"""
import os
import sys

import cairo

WIDTH, HEIGHT = 595, 842
LEADING = 13


class Writer:
    """Sets lines on pages, from the top down."""

    def __init__(self, path, **metadata):
        self.surface = cairo.PDFSurface(path, WIDTH, HEIGHT)
        for name, value in metadata.items():
            self.surface.set_metadata(getattr(cairo, "PDF_METADATA_" + name.upper()), value)
        self.context = cairo.Context(self.surface)
        self.y = 72

    def font(self, size, bold=False):
        weight = cairo.FONT_WEIGHT_BOLD if bold else cairo.FONT_WEIGHT_NORMAL
        self.context.select_font_face("Noto Sans", cairo.FONT_SLANT_NORMAL, weight)
        self.context.set_font_size(size)

    def text(self, x, y, words, size=10, bold=False):
        """Sets words, in which ^ raises the sign after it."""
        for number, part in enumerate(words.split("^")):
            if number > 0:
                self.font(size * 0.7, bold)
                self.context.move_to(x, y - size * 0.35)
                self.context.show_text(part[:1])
                x += self.context.text_extents(part[:1]).x_advance
                part = part[1:]
            self.font(size, bold)
            self.context.move_to(x, y)
            self.context.show_text(part)
            x += self.context.text_extents(part).x_advance
        return x

    def lines(self, x, *lines, size=10, bold=False, gap=0):
        self.y += gap
        for words in lines:
            self.y += LEADING * size / 10
            self.text(x, self.y, words, size, bold)

    def link(self, x, words, address):
        """Sets words that are a link, on the line of their own."""
        self.y += LEADING
        self.context.tag_begin("Link", f"uri='{address}'")
        self.text(x, self.y, words)
        self.context.tag_end("Link")

    def page(self, y=72):
        self.surface.show_page()
        self.y = y

    def finish(self):
        self.surface.finish()


def make_report(path):
    """One column over three pages: heads, page numbers, notes, a list, a link."""
    writer = Writer(path, title="Report.docx - Microsoft Word", author="Dana Whitfield")
    for page in (1, 2, 3):
        writer.text(72, 40, "Harbor Review" if page % 2 else "The Tide Gates", 8)
        writer.text(290, 805, str(page + 10), 8)
        PAGES[page](writer)
        writer.page()
    writer.finish()


def first_page(writer):
    writer.lines(72, "The Tide Gates of Port Ellery", size=20, bold=True)
    writer.lines(72, "By Dana Whitfield", gap=10)
    writer.lines(
        72,
        "The harbor board closed all six tide gates on Monday, the first time since the",
        "storm of 1987, after a spring tide rose 2.4 meters above the mean.^1 Nobody was hurt,",
        "but 310 house-",
        "holds near the river lost power for the night.",
        gap=12,
    )
    writer.lines(
        72,
        "A well-known engineer, Ruth Okafor, had warned of the well-",
        "known weakness in March. “The seals are 36 years old,” she wrote.",
        gap=8,
    )
    writer.lines(72, "What failed", size=13, bold=True, gap=14)
    writer.lines(72, "•  Gate two stood open for forty minutes.", "•  The pump of gate five ran dry.")
    writer.lines(72, "The board has asked for 3.2 million dollars. It says that the money", gap=8)
    writer.lines(72, "would pay for new seals on an area of 40 m^2 and for two pumps, which the", gap=0)
    writer.y = 740
    writer.lines(72, "^1 Harbor board, tide table for Monday, page 4.", size=7.5)


def second_page(writer):
    writer.lines(
        72,
        "city could rent out in dry years. The vote is due in June.",
    )
    writer.lines(
        72,
        "Opponents point to the budget of the year before, in which the same pumps were",
        "listed at half the price.^* They want an audit first.",
        gap=8,
    )
    writer.link(72, "The minutes of the meeting", "https://example.org/minutes?id=7")
    writer.y = 740
    writer.lines(72, "* Budget of the city, chapter 9,", "second part.", size=7.5)


def third_page(writer):
    writer.lines(72, "What comes next", size=13, bold=True)
    writer.lines(
        72,
        "The inspectors will return in the fall. Until then two of the gates stay shut, and",
        "ships over 80 meters have to wait for high water.",
    )


PAGES = {1: first_page, 2: second_page, 3: third_page}

LEFT = [
    "The ferry to the islands will run twice a day",
    "from May on, the company said. It carried",
    "41,000 people last year, a quarter more than",
    "in the year before, and turned away a few",
    "hundred on each of the summer weekends.",
    "A second boat was bought in Norway. It is",
    "older than the first and larger, and needs a",
    "crew of nine, of whom three have still to be",
    "found. The captain, Lena Brandt, has sailed",
]
RIGHT = [
    "on the route since 1998. She expects that the",
    "trip will take 55 minutes, ten less than today.",
    "Prices stay as they are until the fall, when the",
    "contract with the county ends. It pays 1.1",
    "million a year for the winter service, which",
    "few people use. Without it the islands would",
    "be cut off from November to March, as they",
    "were until 1974.",
]


def make_columns(path):
    """Two columns, the left of which begins lower than the right."""
    writer = Writer(path, title="A Second Ferry for the Islands")
    writer.lines(150, "A Second Ferry for the Islands", size=18, bold=True)
    top = writer.y + 40
    writer.y = top
    writer.lines(140, "In brief", size=12, bold=True)
    writer.lines(72, *LEFT, gap=10)
    writer.y = top
    writer.lines(310, *RIGHT)
    writer.page()
    writer.finish()


def make_pictures(path):
    """Pages without a word, as a scanner makes them."""
    writer = Writer(path)
    for _page in range(2):
        writer.context.rectangle(100, 100, 300, 400)
        writer.context.fill()
        writer.page()
    writer.finish()


if __name__ == "__main__":
    FOLDER = sys.argv[1]
    make_report(os.path.join(FOLDER, "report.pdf"))
    make_columns(os.path.join(FOLDER, "columns.pdf"))
    make_pictures(os.path.join(FOLDER, "pictures", "scan.pdf"))
