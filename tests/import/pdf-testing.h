/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-document.h"

/* Parts of every PDF document that is written by hand; object 3 is its page. */
#define HEAD "%PDF-1.4\n"
#define CATALOG "1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
#define PAGES "2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n"
#define FONT "5 0 obj\n<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>\nendobj\n"
#define TRAILER "trailer\n<</Size 30/Root 1 0 R>>\n%%EOF\n"

/* Streams as galley-pdf-text writes them, made by hand. Pages are 600 points wide and 800 high, and
 * letters half as wide as they are high. */
#define WIDTH 60000
#define HEIGHT 80000
#define SIZE 1000
#define LEADING 1300

void put_number (GByteArray *stream, gint number);
void put_record (GByteArray *stream, char type, const void *payload, gsize length_bytes);
void put_text (GByteArray *stream, char type, const char *text);
GByteArray *begin_stream (void) G_GNUC_WARN_UNUSED_RESULT;
void put_page (GByteArray *stream);
void put_run (GByteArray *stream,
              guint font,
              gint size,
              gint left,
              gint bottom,
              guint link,
              const char *text);
void put_line (GByteArray *stream, gint left, gint bottom, const char *text);
GalleyDocument *read_stream (GByteArray *stream, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GalleyDocument *end_stream (GByteArray *stream) G_GNUC_WARN_UNUSED_RESULT;
void assert_stream (GByteArray *stream, const char *expected);
void assert_stream_refused (GByteArray *stream, int code, const char *words);
