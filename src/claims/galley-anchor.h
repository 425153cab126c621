/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-body.h"
#include "galley-document.h"

G_BEGIN_DECLS

/**
 * GalleyAnchor:
 * @range: the words covered
 * @quote: the words themselves
 * @prefix: up to 32 characters before them
 * @suffix: up to 32 characters after them
 * @block: index of the block that holds the first of them, or -1
 *
 * Where a claim stands in a draft, in such a way that it can be found again in another one.
 */
typedef struct
{
  GalleyRange range;
  char *quote;
  char *prefix;
  char *suffix;
  gint block;
} GalleyAnchor;

GalleyAnchor *galley_anchor_new (GalleyDocument *document, GalleyRange range)
    G_GNUC_WARN_UNUSED_RESULT;
void galley_anchor_free (GalleyAnchor *self);
void galley_anchor_describe (GalleyDocument *document, GalleyRange range, GalleyBody *body);
void galley_anchor_write (const GalleyAnchor *anchor, GalleyBody *body);

GalleyRange galley_anchor_trim (GalleyText *text, GalleyRange range);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyAnchor, galley_anchor_free)

G_END_DECLS
