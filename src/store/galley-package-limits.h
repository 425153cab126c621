/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What a review package may be, so that none takes more than some hundred MB of memory. A value
 * stands here with its reason; the sentence for a person stands where it is compared. */

/* Members: the manifest, the journal, and a file for each draft and attachment, as many as a zip
 * archive has without its extension for large ones. */
#define GALLEY_PACKAGE_MAX_MEMBERS 65534

/* Bytes of the manifest, unpacked: some 150 for each member. */
#define GALLEY_PACKAGE_MAX_MANIFEST_BYTES (16 * 1024 * 1024)

/* Bytes of one line of the journal. An event holds what a person wrote in one field, and what was
 * there before; a line of a claim as long as the longest article still has room. */
#define GALLEY_PACKAGE_MAX_LINE_BYTES (16 * 1024 * 1024)

/* Bytes of the journal, unpacked. Its lines are read one by one: this is a bound for the disk. A
 * library of a million events has about as much. */
#define GALLEY_PACKAGE_MAX_JOURNAL_BYTES G_GUINT64_CONSTANT (2147483648)

/* Bytes of one blob, unpacked. Each is held in memory once. */
#define GALLEY_PACKAGE_MAX_BLOB_BYTES (256 * 1024 * 1024)

/* How many times larger than its packed bytes a member may be. Lines of a journal that are nearly
 * the same shrink to a fiftieth; only what was made to burst shrinks to less than this. */
#define GALLEY_PACKAGE_MAX_RATIO 300

/* Bytes up to which the ratio is not looked at: so small a member harms nobody. */
#define GALLEY_PACKAGE_ANY_RATIO_BYTES (4 * 1024 * 1024)

/* Arrays and objects within one another in the manifest. It has three. */
#define GALLEY_PACKAGE_MAX_DEPTH 8
