/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-import.h"

GalleyDocument *import_string (const char *text, const char *name) G_GNUC_WARN_UNUSED_RESULT;
GalleyDocument *import_example (void) G_GNUC_WARN_UNUSED_RESULT;
char *describe_block (GalleyDocument *document, guint index) G_GNUC_WARN_UNUSED_RESULT;
char *describe_blocks (GalleyDocument *document) G_GNUC_WARN_UNUSED_RESULT;
char *describe_notes (GalleyDocument *document) G_GNUC_WARN_UNUSED_RESULT;
void assert_sentence (const char *message);
void assert_refused (const void *bytes,
                     gsize length_bytes,
                     const char *name,
                     int code,
                     const char *words);
void assert_roles (const char *text, const char *expected);
