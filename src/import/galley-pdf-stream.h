/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What galley-pdf-text writes about a PDF document, and galley-pdf-parser.c reads.
 *
 * The stream is GALLEY_PDF_STREAM_MAGIC and then records. A record is one byte that says what it
 * is, four bytes with the length of what follows, and that. Numbers have 32 bits, the lowest first;
 * lengths on the page are in hundredths of a point, counted from its upper left corner; text is
 * UTF-8 without NUL.
 *
 * The last record is END or REFUSED. A stream that ends with neither is no answer: the process was
 * stopped. Whoever reads it trusts none of it, since a PDF document may have got the better of the
 * process that wrote it. */

#define GALLEY_PDF_STREAM_MAGIC "GalleyPDF1\n"

/* The type byte and the length. */
#define GALLEY_PDF_STREAM_HEAD_BYTES 5

/* Before the text of a RUN: font, size, left, top, right, bottom, link. */
#define GALLEY_PDF_STREAM_RUN_NUMBERS 7

/**
 * GalleyPdfRecord:
 * @GALLEY_PDF_RECORD_TITLE: text: the title that the document states
 * @GALLEY_PDF_RECORD_AUTHOR: text: the author that the document states
 * @GALLEY_PDF_RECORD_FONT: text: the name of a font; fonts are numbered from 0 in this order
 * @GALLEY_PDF_RECORD_LINK: text: where a link leads; links are numbered from 1 in this order
 * @GALLEY_PDF_RECORD_PAGE: width, height, and a number, which is 0 if it is not there: a page
 * begins, with what follows. How many of its signs are left out, or guessed
 * @GALLEY_PDF_RECORD_MISSING: nothing: a page that could not be read
 * @GALLEY_PDF_RECORD_LINE: one byte and a number, which are 0 if they are not there: a line begins,
 *   in reading order. By how many quarter turns to the right it is turned on the page, and where it
 *   comes in the order in which the page is drawn; lines with the same number follow each other
 * @GALLEY_PDF_RECORD_RUN: seven numbers and text: words of the line in one font. The numbers are
 *   font, size of the type, left, top, right, bottom, and the link or 0
 * @GALLEY_PDF_RECORD_NOTE_AUTHOR: text: who wrote the note that comes next
 * @GALLEY_PDF_RECORD_NOTE_DATE: text: when the note that comes next was written
 * @GALLEY_PDF_RECORD_NOTE: numbers and text: a note on the page, which is behind its lines. The
 *   numbers are flags of #GalleyPdfNoteFlags, how many areas there are, and left, top, right and
 *   bottom of each. Where it marks words, runs end at the borders of its areas
 * @GALLEY_PDF_RECORD_END: nothing: this is all
 * @GALLEY_PDF_RECORD_REFUSED: one byte of #GalleyPdfRefusal: the document is not read
 *
 * What a record is.
 */
typedef enum
{
  GALLEY_PDF_RECORD_TITLE = 'T',
  GALLEY_PDF_RECORD_AUTHOR = 'A',
  GALLEY_PDF_RECORD_FONT = 'F',
  GALLEY_PDF_RECORD_LINK = 'K',
  GALLEY_PDF_RECORD_PAGE = 'P',
  GALLEY_PDF_RECORD_MISSING = 'M',
  GALLEY_PDF_RECORD_LINE = 'L',
  GALLEY_PDF_RECORD_RUN = 'R',
  GALLEY_PDF_RECORD_NOTE_AUTHOR = 'a',
  GALLEY_PDF_RECORD_NOTE_DATE = 'd',
  GALLEY_PDF_RECORD_NOTE = 'N',
  GALLEY_PDF_RECORD_END = 'E',
  GALLEY_PDF_RECORD_REFUSED = 'X',
} GalleyPdfRecord;

/* Before the areas of a NOTE: flags and number. */
#define GALLEY_PDF_STREAM_NOTE_NUMBERS 2
#define GALLEY_PDF_STREAM_AREA_NUMBERS 4

/**
 * GalleyPdfNoteFlags:
 * @GALLEY_PDF_NOTE_MARKS_WORDS: its areas are of the words that it is about
 * @GALLEY_PDF_NOTE_IS_RESOLVED: somebody said that it is done with
 */
typedef enum
{
  GALLEY_PDF_NOTE_MARKS_WORDS = 1 << 0,
  GALLEY_PDF_NOTE_IS_RESOLVED = 1 << 1,
} GalleyPdfNoteFlags;

/**
 * GalleyPdfRefusal:
 * @GALLEY_PDF_REFUSAL_NONE: it is read
 * @GALLEY_PDF_REFUSAL_ENCRYPTED: it needs a password
 * @GALLEY_PDF_REFUSAL_DAMAGED: poppler finds no document in it
 * @GALLEY_PDF_REFUSAL_TOO_MANY_PAGES: more than %GALLEY_PDF_MAX_PAGES
 * @GALLEY_PDF_REFUSAL_TOO_LARGE: more than %GALLEY_PDF_MAX_STREAM_BYTES
 *
 * Why a document is not read.
 */
typedef enum
{
  GALLEY_PDF_REFUSAL_NONE = 0,
  GALLEY_PDF_REFUSAL_ENCRYPTED = 'e',
  GALLEY_PDF_REFUSAL_DAMAGED = 'd',
  GALLEY_PDF_REFUSAL_TOO_MANY_PAGES = 'p',
  GALLEY_PDF_REFUSAL_TOO_LARGE = 'l',
} GalleyPdfRefusal;
