/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-document.h"

G_BEGIN_DECLS

/**
 * GalleyRemark:
 * @range: the words that it is about
 * @note: (nullable): what the writer noted; %NULL if it is a link
 * @link: (nullable): where the words lead; %NULL if it is a note
 *
 * A source note or a link. A note that only stands at a place is about the word that it stands
 * behind, or else the one that it stands before.
 */
typedef struct
{
  GalleyRange range;
  const GalleySourceNote *note;
  const GalleyLink *link;
} GalleyRemark;

typedef struct _GalleyRemarks GalleyRemarks;

GalleyRemarks *galley_remarks_new (GalleyDocument *document) G_GNUC_WARN_UNUSED_RESULT;
void galley_remarks_free (GalleyRemarks *self);

GPtrArray *galley_remarks_list (GalleyRemarks *self, GalleyRange range) G_GNUC_WARN_UNUSED_RESULT;

guint galley_remarks_get_n_notes (GalleyRemarks *self);
const GalleyRemark *galley_remarks_get_note (GalleyRemarks *self, guint position);
guint galley_remarks_count_notes_before (GalleyRemarks *self, guint offset);
const GalleyRemark *
galley_remarks_find_next_note (GalleyRemarks *self, guint offset, gboolean is_forward);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyRemarks, galley_remarks_free)

G_END_DECLS
