/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-desk.h"
#include "galley-sign-off.h"

G_BEGIN_DECLS

/**
 * GalleyGateKind:
 * @GALLEY_GATE_PENDING: a claim is pending
 * @GALLEY_GATE_RECORD: the library's requirements want more of a claim
 * @GALLEY_GATE_DISAGREEMENT: people disagree on a claim, and nobody has decided yet
 * @GALLEY_GATE_QUERY: a query is open
 * @GALLEY_GATE_TRAY: a claim waits in the tray for its words
 * @GALLEY_GATE_NEW_WORDS: a sentence with words that the draft before had not, and nobody has
 * checked
 * @GALLEY_GATE_UNCOVERED: another sentence that no claim and no dismissal covers
 * @GALLEY_GATE_DISPUTED: a disputed claim still stands in the draft: to be known, and nothing that
 *   stands in the way
 *
 * What can be said of an article before it is signed.
 */
typedef enum
{
  GALLEY_GATE_PENDING,
  GALLEY_GATE_RECORD,
  GALLEY_GATE_DISAGREEMENT,
  GALLEY_GATE_QUERY,
  GALLEY_GATE_TRAY,
  GALLEY_GATE_NEW_WORDS,
  GALLEY_GATE_UNCOVERED,
  GALLEY_GATE_DISPUTED,
} GalleyGateKind;
#define GALLEY_N_GATE_KINDS (GALLEY_GATE_DISPUTED + 1)

const char *galley_gate_kind_to_nick (GalleyGateKind kind);
const char *galley_gate_kind_get_label (GalleyGateKind kind);
char *galley_gate_kind_count (GalleyGateKind kind, guint n) G_GNUC_WARN_UNUSED_RESULT;

/**
 * GalleyGateItem:
 * @kind: what it is
 * @claim_id: (nullable): the claim; %NULL where it is about words that nobody marked
 * @range: where it stands, in characters of the draft; empty for a claim in the tray
 * @quote: the words
 * @details: (nullable): what exactly is missing, or asked
 *
 * One thing that the gate lists.
 */
typedef struct
{
  GalleyGateKind kind;
  char *claim_id;
  GalleyRange range;
  char *quote;
  char *details;
} GalleyGateItem;

#define GALLEY_TYPE_GATE (galley_gate_get_type ())

/**
 * GalleyGate:
 * @article: what is to be signed
 * @items: (element-type GalleyGateItem): by kind, then in the order of the text
 * @n_of_kind: how many there are of each #GalleyGateKind
 * @moment: how far the library's journal had come when the article was read
 *
 * What a person has to know before signing an article: all that is missing in it at one moment.
 * Immutable; fields are read-only.
 */
typedef struct
{
  gatomicrefcount ref_count;
  GalleyArticle *article;
  GPtrArray *items;
  guint n_of_kind[GALLEY_N_GATE_KINDS];
  char *moment;
} GalleyGate;

GType galley_gate_get_type (void);
GalleyGate *galley_gate_new (GalleyCheck *check,
                             const GalleyRequirements *requirements,
                             const char *moment) G_GNUC_WARN_UNUSED_RESULT;
GalleyGate *galley_gate_ref (GalleyGate *self);
void galley_gate_unref (GalleyGate *self);

guint galley_gate_get_n_missing (const GalleyGate *self);
char *galley_gate_describe_missing (const GalleyGate *self) G_GNUC_WARN_UNUSED_RESULT;
GalleyAction *galley_gate_make_action (const GalleyGate *self,
                                       GalleyRole role,
                                       const char *name,
                                       const char *exception,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

GalleyGate *galley_gate_load (GalleyDesk *desk, const char *article_id, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
void galley_gate_load_async (GalleyDesk *desk,
                             const char *article_id,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
GalleyGate *galley_gate_load_finish (GAsyncResult *result, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyGate, galley_gate_unref)

G_END_DECLS
