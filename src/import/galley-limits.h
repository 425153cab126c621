/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What readers refuse, so that no input takes more than 512 MB of memory or 10 seconds. A value
 * stands here with its reason; the sentence for a person stands where it is compared. */

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
