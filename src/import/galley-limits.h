/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What readers refuse, so that no input takes more than 512 MB of memory or 10 seconds. A value
 * stands here with its reason; the sentence for a person stands where it is compared. */

/* HTML. The largest saved pages, with their pictures within them, are of some 20 MB; the text is
 * held twice while it is decoded. */
#define GALLEY_HTML_MAX_BYTES (32 * 1024 * 1024)

/* What the parser may take for its tree: ten times what the longest of real pages take. */
#define GALLEY_HTML_MAX_TREE_BYTES (256 * 1024 * 1024)

/* The parser looks through the elements that are open at each tag, and at each character within
 * some, so that its time grows with the sum of their number over all bytes. It does about a
 * thousand million such steps a second; a real page of 5 MB takes a tenth of this. */
#define GALLEY_HTML_MAX_STEPS G_GUINT64_CONSTANT (3000000000)

/* Elements within elements. Real pages have less than 100; those that never end what they begin
 * have some thousands. */
#define GALLEY_HTML_MAX_DEPTH 5000

/* MIME parts of a saved page, and of parts within parts. Browsers write one part for each picture
 * and frame, and nest no parts. */
#define GALLEY_MHTML_MAX_PARTS 10000
#define GALLEY_MHTML_MAX_DEPTH 20
