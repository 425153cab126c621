/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What readers refuse, so that no input takes more than 512 MB of memory or 10 seconds. A value
 * stands here with its reason; the sentence for a person stands where it is compared. */

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
