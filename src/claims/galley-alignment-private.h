/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-alignment.h"
#include "galley-draft-words.h"

G_BEGIN_DECLS

#define GALLEY_NO_WORD G_MAXUINT

/**
 * GalleyBond:
 * @GALLEY_BOND_NONE: the word has no counterpart
 * @GALLEY_BOND_SURE: it is in the flow, and part of what is there once on both sides
 * @GALLEY_BOND_LIKELY: it is in the flow, as what fits best
 * @GALLEY_BOND_MOVED: it is out of the flow
 *
 * What a word has to do with its counterpart in the other draft.
 */
typedef enum
{
  GALLEY_BOND_NONE,
  GALLEY_BOND_SURE,
  GALLEY_BOND_LIKELY,
  GALLEY_BOND_MOVED,
} GalleyBond;

struct _GalleyAlignment
{
  GalleyVocabulary *vocabulary;
  GalleyDraftWords *old;
  GalleyDraftWords *new;
  float *weights; /* of keys */
  guint *old_keys;
  guint *new_keys;

  guint *to_new; /* for each old word its counterpart or GALLEY_NO_WORD */
  guint *to_old; /* for each new word */
  guint8 *bonds; /* for each old word, a GalleyBond */
};

static inline void
galley_alignment_bind (GalleyAlignment *self, guint old, guint new, GalleyBond bond)
{
  self->to_new[old] = new;
  self->to_old[new] = old;
  self->bonds[old] = bond;
}

static inline void
galley_alignment_unbind (GalleyAlignment *self, guint old)
{
  self->to_old[self->to_new[old]] = GALLEY_NO_WORD;
  self->to_new[old] = GALLEY_NO_WORD;
  self->bonds[old] = GALLEY_BOND_NONE;
}

static inline gboolean
galley_alignment_is_in_flow (GalleyAlignment *self, guint old)
{
  return self->bonds[old] != GALLEY_BOND_NONE && self->bonds[old] != GALLEY_BOND_MOVED;
}

void galley_alignment_follow_flow (GalleyAlignment *self);
void galley_alignment_fill_gaps (GalleyAlignment *self);
void galley_alignment_find_moved (GalleyAlignment *self);
void galley_alignment_fit (GalleyAlignment *self,
                           const guint *old,
                           guint n_old,
                           const guint *new,
                           guint n_new);

G_END_DECLS
