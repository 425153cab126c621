/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What a reader accepts at most, so that no input costs more than 512 MB of memory or ten seconds.
 * The size of the input itself is limited in galley-import.h. */

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

/* Elements within elements. Tables in text boxes in tables come to some sixty; libxml2 itself gives
 * up at 256. */
#define GALLEY_XML_MAX_DEPTH 200

/* Spaces, columns and cells of an OpenDocument text that are written once and stand for several, in
 * all. Each costs some bytes; tables with a column for each day of a century have not as many. */
#define GALLEY_ODT_MAX_REPEATED 100000

/* Seconds that LibreOffice may take to convert a document. It starts in some three where it has not
 * run before, and reads a long article in one more; what takes longer is no article. */
#define GALLEY_CONVERTER_MAX_SECONDS 9

/* Bytes of memory that LibreOffice may have for its data; it takes some 150 MB. */
#define GALLEY_CONVERTER_MAX_DATA_BYTES (400 * 1024 * 1024)
