/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-document-builder.h"
#include "galley-raised.h"

G_BEGIN_DECLS

/**
 * GalleyFlow:
 *
 * Writes a document's text for a reader that walks a tree: words are added one after the other,
 * then ended as a block. The flow parts blocks from each other, sets the signs of lists before
 * their items, and keeps links and notes with the words that they belong to.
 */
typedef struct _GalleyFlow GalleyFlow;

GalleyFlow *galley_flow_new (GalleyDocumentBuilder *builder) G_GNUC_WARN_UNUSED_RESULT;
void galley_flow_free (GalleyFlow *self);

void galley_flow_set_position (GalleyFlow *self, GalleyPosition position);
void galley_flow_add_text (GalleyFlow *self, const char *utf8, gssize length_bytes);
void galley_flow_add_verbatim (GalleyFlow *self, const char *utf8, gssize length_bytes);
void galley_flow_add_break (GalleyFlow *self);
void galley_flow_begin_link (GalleyFlow *self, const char *target);
void galley_flow_end_link (GalleyFlow *self);
guint galley_flow_add_mark (GalleyFlow *self);
guint galley_flow_add_end_mark (GalleyFlow *self);
guint galley_flow_get_mark (GalleyFlow *self, guint mark);
const char *galley_flow_peek_words (GalleyFlow *self);
guint galley_flow_get_n_linked (GalleyFlow *self);

void galley_flow_set_marker (GalleyFlow *self, const char *marker);
gboolean galley_flow_end_block (GalleyFlow *self, GalleyBlockRole role, guint level);
gboolean galley_flow_end_omitted (GalleyFlow *self, GalleyBlockRole role, guint level);
void galley_flow_drop (GalleyFlow *self);
void galley_flow_tell_changes (GalleyFlow *self, guint n_changes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyFlow, galley_flow_free)

G_END_DECLS
