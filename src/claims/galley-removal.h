/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GalleyRemoval:
 * @article_id: UUID of an article
 * @title: its title
 * @n_claims: how many claims it has
 * @unit_id: the step that removed it from the library, to be undone
 *
 * An article that was removed from the library and not destroyed.
 */
typedef struct
{
  char *article_id;
  char *title;
  guint n_claims;
  char *unit_id;
} GalleyRemoval;

GalleyRemoval *
galley_removal_new (const char *article_id, const char *title, guint n_claims, const char *unit_id)
    G_GNUC_WARN_UNUSED_RESULT;
void galley_removal_free (GalleyRemoval *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyRemoval, galley_removal_free)

G_END_DECLS
