/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What readers refuse, so that no input takes more than 512 MB of memory or 10 seconds. A value
 * stands here with its reason; the sentence for a person stands where it is compared. */

/* Lines of a plain text. Each may be a block, and with what is known of it takes some 100 bytes.
 * The longest of novels have a tenth of these; logs have more, and are no articles. */
#define GALLEY_TEXT_MAX_LINES 1000000

/* Characters of a Markdown text that may begin something in its lines, and lines: cmark makes up to
 * 300 bytes of tree of each. A book of 1 MB has some 40,000. */
#define GALLEY_MARKDOWN_MAX_SIGNS 600000

/* HTML. The largest saved pages, with their pictures within them, are of some 20 MB; the text is
 * held twice while it is decoded. */
#define GALLEY_HTML_MAX_BYTES (32 * 1024 * 1024)

/* What the parser may take for its tree, which is laid out again in as much; the longest of real
 * pages take a tenth of it. */
#define GALLEY_HTML_MAX_TREE_BYTES (192 * 1024 * 1024)

/* The parser looks through the elements that are open at each tag, and at each character within
 * some, so that its time grows with the sum of their number over all bytes. It does some hundred
 * million such steps a second; a real page of 5 MB takes a tenth of this. */
#define GALLEY_HTML_MAX_STEPS G_GUINT64_CONSTANT (1500000000)

/* Elements within elements. Real pages have less than 100; those that never end what they begin
 * have some thousands. */
#define GALLEY_HTML_MAX_DEPTH 5000

/* Lists within lists that are indented; deeper ones stand like these. */
#define GALLEY_HTML_MAX_INDENT 8

/* MIME parts of a saved page, of parts within parts, and lines of their headers. Browsers write one
 * part for each picture and frame, with five lines of headers, and nest no parts. */
#define GALLEY_MHTML_MAX_PARTS 10000
#define GALLEY_MHTML_MAX_DEPTH 20
#define GALLEY_MHTML_MAX_HEADER_LINES 100000

/* Members of a zip archive. A book of many pictures has some thousands; listing this many takes
 * milliseconds. */
#define GALLEY_ZIP_MAX_MEMBERS 20000

/* Bytes of one member unpacked. As much as a plain text may have: a larger one would be held in
 * memory several times while it is read. */
#define GALLEY_ZIP_MAX_MEMBER_BYTES (64 * 1024 * 1024)

/* Bytes of all members that are read, unpacked: three of the largest. */
#define GALLEY_ZIP_MAX_TOTAL_BYTES (192 * 1024 * 1024)

/* How many times larger than the whole archive a member may be. Words in XML shrink to a tenth,
 * tables of equal cells to a hundredth; only what was made to burst shrinks to less. */
#define GALLEY_ZIP_MAX_RATIO 300

/* Bytes up to which the ratio is not looked at: so small a member harms nobody. */
#define GALLEY_ZIP_ANY_RATIO_BYTES (4 * 1024 * 1024)

/* Elements within elements. Tables in text boxes in tables come to some sixty, and other programs
 * give up at 256. */
#define GALLEY_XML_MAX_DEPTH 200

/* Spaces, columns and cells of an OpenDocument text that are written once and stand for several, in
 * all. Each costs some bytes; tables with a column for each day of a century have not as many. */
#define GALLEY_ODT_MAX_REPEATED 100000

/* Objects in an OpenDocument text that are looked into, as they may be formulas. Each is a part
 * that is unpacked and parsed; a thesis in mathematics has some hundreds. */
#define GALLEY_ODT_MAX_OBJECTS 2000

/* Documents within a Word document. Reports that programs put together have some ten, of some pages
 * each. All of them together are given as long as half a long article takes. */
#define GALLEY_DOCX_MAX_CHUNKS 32
#define GALLEY_DOCX_MAX_CHUNK_BYTES (8 * 1024 * 1024)
#define GALLEY_DOCX_MAX_CHUNK_SECONDS 2

/* Bytes of all members of one that is an archive itself, unpacked: all share what one may have. */
#define GALLEY_DOCX_MAX_CHUNK_TOTAL_BYTES (GALLEY_ZIP_MAX_TOTAL_BYTES / GALLEY_DOCX_MAX_CHUNKS)

/* Bytes of all chapters of a book, unpacked. The longest of novels have 4 MB of markup, a bible
 * with all its notes 12 MB; the chapters are held in memory together. */
#define GALLEY_EPUB_MAX_BYTES (24 * 1024 * 1024)

/* Seconds that LibreOffice may take to convert a document. It starts in some three where it has not
 * run before, and reads a long article in one more; what takes longer is no article. */
#define GALLEY_CONVERTER_MAX_SECONDS 9

/* Bytes of memory that LibreOffice may have for its data; it takes some 150 MB. */
#define GALLEY_CONVERTER_MAX_DATA_BYTES (400 * 1024 * 1024)

/* PDF. A small file can make poppler take gigabytes or go on for hours, and it cannot be stopped
 * from within, so that a process of its own takes the text out. Of its address space some 60 MB are
 * libraries; the largest of ordinary files, of 60 MB and a thousand pages, need 200 MB besides. */
#define GALLEY_PDF_MAX_ADDRESS_BYTES (320 * 1024 * 1024)

/* A page of print takes some 4 ms. The process is given up after this many seconds of its own or of
 * the clock, so that two remain for what comes after. */
#define GALLEY_PDF_MAX_SECONDS 8

/* The longest of books have 2000 pages. */
#define GALLEY_PDF_MAX_PAGES 5000

/* What the process hands over: some 8 kB a page of print, and ten times that for tables. */
#define GALLEY_PDF_MAX_STREAM_BYTES (40 * 1024 * 1024)

/* Web addresses. An article comes within seconds; a server that takes longer than this for all of
 * it, however it spends the time, is given up. */
#define GALLEY_FETCH_MAX_SECONDS 30

/* Browsers follow 20; addresses that work need no more than a few. */
#define GALLEY_FETCH_MAX_REDIRECTS 10

/* Files in one folder and its folders. A desk's drafts of a year are some thousands; whoever drops
 * more than this has dropped the wrong folder. */
#define GALLEY_FOLDER_MAX_FILES 10000
