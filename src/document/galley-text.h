/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-range.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define GALLEY_TYPE_TEXT (galley_text_get_type ())

/**
 * GalleyText:
 *
 * The immutable text of a draft: valid UTF-8 without NUL, addressed by code point.
 *
 * Safe to share between threads.
 */
typedef struct _GalleyText GalleyText;

GType galley_text_get_type (void);

GalleyText *galley_text_new (const char *utf8, gssize length_bytes) G_GNUC_WARN_UNUSED_RESULT;
GalleyText *galley_text_new_take (char *utf8, gsize length_bytes) G_GNUC_WARN_UNUSED_RESULT;
GalleyText *galley_text_ref (GalleyText *self);
void galley_text_unref (GalleyText *self);

const char *galley_text_peek_utf8 (GalleyText *self, gsize *out_length_bytes);
guint galley_text_get_length (GalleyText *self);
gsize galley_text_to_bytes (GalleyText *self, guint offset);
guint galley_text_from_bytes (GalleyText *self, gsize offset_bytes);
char *galley_text_slice (GalleyText *self, GalleyRange range) G_GNUC_WARN_UNUSED_RESULT;
gboolean galley_text_has_range (GalleyText *self, GalleyRange range);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyText, galley_text_unref)

G_END_DECLS
