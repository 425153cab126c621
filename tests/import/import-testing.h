/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-import.h"

GalleyDocument *import_string (const char *text) G_GNUC_WARN_UNUSED_RESULT;
GalleyDocument *import_example (void) G_GNUC_WARN_UNUSED_RESULT;
char *describe_block (GalleyDocument *document, guint index) G_GNUC_WARN_UNUSED_RESULT;
char *describe_blocks (GalleyDocument *document) G_GNUC_WARN_UNUSED_RESULT;
void assert_roles (const char *text, const char *expected);
