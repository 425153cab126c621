/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-action.h"
#include "galley-check.h"
#include "galley-news.h"
#include "galley-place.h"
#include "galley-word-diff.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define GALLEY_TYPE_REDRAFT (galley_redraft_get_type ())
G_DECLARE_FINAL_TYPE (GalleyRedraft, galley_redraft, GALLEY, REDRAFT, GObject)

/**
 * GalleyRedraftClaim:
 * @claim: the claim as it stands in the old draft
 * @placement: what became of its words
 * @place: what is to become of it
 * @range: where it is to stand in the new draft; empty if nowhere
 *
 * A claim of the old draft. Fields are read-only.
 */
typedef struct
{
  GalleyClaim *claim;
  GalleyPlacement placement;
  GalleyPlace place;
  GalleyRange range;
} GalleyRedraftClaim;

/* Where words of the old draft stand in the new one. */
typedef GalleyPlacement (*GalleyRedraftFollow) (GalleyRange range, gpointer data);

GalleyRedraft *galley_redraft_new (GalleyCheck *check, GalleyDocument *document, const char *verb)
    G_GNUC_WARN_UNUSED_RESULT;
void galley_redraft_place (GalleyRedraft *self, GalleyRedraftFollow follow, gpointer data);
void galley_redraft_compare (GalleyRedraft *self);
void galley_redraft_compare_async (GalleyRedraft *self,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
gboolean galley_redraft_compare_finish (GalleyRedraft *self, GAsyncResult *result, GError **error);

const char *galley_redraft_get_article_id (GalleyRedraft *self);
GalleyDocument *galley_redraft_get_old (GalleyRedraft *self);
GalleyDocument *galley_redraft_get_new (GalleyRedraft *self);
gboolean galley_redraft_is_same (GalleyRedraft *self);

gboolean galley_redraft_check (GalleyRedraft *self, GError **error);

guint galley_redraft_get_n_claims (GalleyRedraft *self);
const GalleyRedraftClaim *galley_redraft_peek (GalleyRedraft *self, guint index);
guint galley_redraft_count (GalleyRedraft *self, GalleyPlacementClass placement);
void galley_redraft_count_dismissals (GalleyRedraft *self, guint *out_n_kept, guint *out_n_fallen);
GArray *galley_redraft_list_pieces (GalleyRedraft *self) G_GNUC_WARN_UNUSED_RESULT;
GArray *galley_redraft_list_claim_pieces (GalleyRedraft *self, guint index)
    G_GNUC_WARN_UNUSED_RESULT;
GArray *galley_redraft_list_new_words (GalleyRedraft *self) G_GNUC_WARN_UNUSED_RESULT;
GArray *galley_redraft_list_news (GalleyRedraft *self) G_GNUC_WARN_UNUSED_RESULT;

gboolean
galley_redraft_decide (GalleyRedraft *self, guint index, GalleyPlace place, GError **error);
gboolean
galley_redraft_relink (GalleyRedraft *self, guint index, GalleyRange range, GError **error);

GalleyAction *galley_redraft_make_action (GalleyRedraft *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
