/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-text.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * GalleyViolation:
 * @is_error: whether it breaks the format; else it is a warning
 * @where: the place in the file, such as "first.items[3].target"; "" for all of it
 * @what: one sentence for people, translated, without a full stop
 *
 * Something that is wrong in a file.
 */
typedef struct
{
  gboolean is_error;
  char *where;
  char *what;
} GalleyViolation;

GPtrArray *
galley_validation_run (GBytes *bytes, GalleyText *text, const char *page_address, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
