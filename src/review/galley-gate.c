/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-gate.h"

#include "galley-name.h"
#include "galley-novelty.h"
#include "galley-sign-off-verbs.h"
#include "galley-store-error.h"

#include <glib/gi18n-lib.h>

/* What is missing is looked for kind by kind, so that the list is in the order of the kinds. It is
 * computed of an article that was read for this, and not of the one that is open: whoever signs
 * signs what the library holds. */

G_DEFINE_BOXED_TYPE (GalleyGate, galley_gate, galley_gate_ref, galley_gate_unref)

static void
item_free (gpointer data)
{
  GalleyGateItem *item = data;

  g_free (item->claim_id);
  g_free (item->quote);
  g_free (item->details);
  g_free (item);
}

static void
add_item (GalleyGate *self,
          GalleyGateKind kind,
          const char *claim_id,
          GalleyRange range,
          char *quote,
          char *details)
{
  GalleyGateItem *item = g_new0 (GalleyGateItem, 1);

  item->kind = kind;
  item->claim_id = g_strdup (claim_id);
  item->range = range;
  item->quote = quote;
  item->details = details;
  g_ptr_array_add (self->items, item);
  self->n_of_kind[kind]++;
}

static char *
dup_words (GalleyCheck *check, GalleyRange range)
{
  return galley_text_slice (galley_document_get_text (galley_check_get_document (check)), range);
}

/* What is to be said of a claim that stands in the draft, of one kind; %NULL if nothing. */
static char *
examine (GalleyClaim *claim, GalleyGateKind kind, const GalleyRequirements *requirements)
{
  GalleyStatus status = galley_claim_get_status (claim);
  g_autoptr (GPtrArray) missing = NULL;

  switch (kind)
    {
    case GALLEY_GATE_PENDING:
      return status == GALLEY_STATUS_PENDING
                 ? g_strdup (galley_reason_get_label (galley_claim_get_reason (claim)) != NULL
                                 ? galley_reason_get_label (galley_claim_get_reason (claim))
                                 : "")
                 : NULL;
    case GALLEY_GATE_RECORD:
      missing = galley_requirements_list_missing (requirements, claim);
      if (status == GALLEY_STATUS_PENDING || missing->len == 0)
        return NULL;
      g_ptr_array_add (missing, NULL);
      return g_strjoinv (", ", (char **) missing->pdata);
    case GALLEY_GATE_DISAGREEMENT:
      return galley_claim_get_disagreement (claim) != NULL
                 ? galley_disagreement_describe (galley_claim_get_disagreement (claim))
                 : NULL;
    case GALLEY_GATE_DISPUTED:
      return status == GALLEY_STATUS_DISPUTED
                 ? g_strdup (galley_claim_get_correction (claim) != NULL
                                 ? galley_claim_get_correction (claim)
                                 : "")
                 : NULL;
    default:
      return NULL;
    }
}

static void
examine_claims (GalleyGate *self,
                GalleyCheck *check,
                GalleyGateKind kind,
                const GalleyRequirements *requirements)
{
  GalleyClaimList *claims = galley_check_get_claims (check);

  for (guint i = 0; i < galley_claim_list_get_n_claims (claims); i++)
    {
      GalleyClaim *claim = galley_claim_list_peek (claims, i);
      g_autofree char *details = examine (claim, kind, requirements);

      if (details != NULL)
        add_item (self, kind, galley_claim_get_id (claim), galley_claim_get_range (claim),
                  dup_words (check, galley_claim_get_range (claim)),
                  *details != '\0' ? g_steal_pointer (&details) : NULL);
    }
}

static void
examine_queries (GalleyGate *self, GalleyCheck *check)
{
  GalleyClaimList *claims = galley_check_get_claims (check);

  for (guint i = 0; i < galley_claim_list_get_n_claims (claims); i++)
    {
      GalleyClaim *claim = galley_claim_list_peek (claims, i);
      GPtrArray *queries = galley_claim_get_queries (claim);

      for (guint j = 0; queries != NULL && j < queries->len; j++)
        {
          GalleyQuery *query = g_ptr_array_index (queries, j);

          if (galley_query_is_open (query))
            add_item (self, GALLEY_GATE_QUERY, galley_claim_get_id (claim),
                      galley_claim_get_range (claim),
                      dup_words (check, galley_claim_get_range (claim)),
                      g_strdup (query->question));
        }
    }
}

static void
examine_tray (GalleyGate *self, GalleyCheck *check)
{
  GalleyClaimList *tray = galley_check_get_tray (check);

  for (guint i = 0; i < galley_claim_list_get_n_claims (tray); i++)
    {
      GalleyClaim *claim = galley_claim_list_peek (tray, i);
      GalleyFormer *former = galley_claim_get_former (claim);

      if (galley_place_is_waiting (galley_claim_get_place (claim)))
        add_item (self, GALLEY_GATE_TRAY, galley_claim_get_id (claim), (GalleyRange){ 0, 0 },
                  g_strdup (former != NULL ? former->quote : ""), /* details= */ NULL);
    }
}

static void
examine_sentences (GalleyGate *self, GalleyCheck *check)
{
  g_autoptr (GArray) open = galley_check_get_suggestions (check);
  GArray *new_words = galley_check_get_new_words (check);
  g_autoptr (GArray) fresh = new_words != NULL ? galley_novelty_choose (open, new_words) : NULL;

  for (int is_new = 1; is_new >= 0; is_new--)
    for (guint i = 0, next = 0; i < open->len; i++)
      {
        GalleyRange range = g_array_index (open, GalleyRange, i);
        gboolean is_fresh = fresh != NULL && next < fresh->len &&
                            g_array_index (fresh, GalleyRange, next).start == range.start;

        next += is_fresh;
        if (is_fresh == is_new)
          add_item (self, is_fresh ? GALLEY_GATE_NEW_WORDS : GALLEY_GATE_UNCOVERED,
                    /* claim_id= */ NULL, range, dup_words (check, range), /* details= */ NULL);
      }
}

/**
 * galley_gate_new:
 * @check: an article, with its new words if it has had another draft
 * @requirements: what the desk of the library wants
 * @moment: how far the library's journal had come when @check was read
 *
 * Returns: (transfer full): all that is to be said of it
 */
GalleyGate *
galley_gate_new (GalleyCheck *check, const GalleyRequirements *requirements, const char *moment)
{
  GalleyGate *self;

  g_return_val_if_fail (GALLEY_IS_CHECK (check) && requirements != NULL, NULL);
  g_return_val_if_fail (moment != NULL, NULL);

  self = g_new0 (GalleyGate, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->article = g_object_ref (galley_check_get_article (check));
  self->items = g_ptr_array_new_with_free_func (item_free);
  self->moment = g_strdup (moment);
  examine_claims (self, check, GALLEY_GATE_PENDING, requirements);
  examine_claims (self, check, GALLEY_GATE_RECORD, requirements);
  examine_claims (self, check, GALLEY_GATE_DISAGREEMENT, requirements);
  examine_queries (self, check);
  examine_tray (self, check);
  examine_sentences (self, check);
  examine_claims (self, check, GALLEY_GATE_DISPUTED, requirements);

  return self;
}

GalleyGate *
galley_gate_ref (GalleyGate *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
galley_gate_unref (GalleyGate *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_object_unref (self->article);
  g_ptr_array_unref (self->items);
  g_free (self->moment);
  g_free (self);
}

/**
 * galley_gate_get_n_missing:
 *
 * Returns: how many things stand in the way of a sign-off without exception
 */
guint
galley_gate_get_n_missing (const GalleyGate *self)
{
  return self->items->len - self->n_of_kind[GALLEY_GATE_DISPUTED];
}

/**
 * galley_gate_describe_missing:
 *
 * Returns: (transfer full): what stands in the way, counted, as a sentence to begin an exception
 *   with; "" if nothing does
 */
char *
galley_gate_describe_missing (const GalleyGate *self)
{
  g_autoptr (GPtrArray) counts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;

  for (guint i = 0; i < GALLEY_N_GATE_KINDS; i++)
    if (i != GALLEY_GATE_DISPUTED && self->n_of_kind[i] > 0)
      g_ptr_array_add (counts, galley_gate_kind_count (i, self->n_of_kind[i]));
  if (counts->len == 0)
    return g_strdup ("");

  g_ptr_array_add (counts, NULL);
  list = g_strjoinv ("; ", (char **) counts->pdata);
  /* Translators: the beginning of an exception that somebody states when signing. %s is a list such
   * as “2 pending claims; 1 open query”. */
  return g_strdup_printf (_ ("Not verified: %s."), list);
}

static gboolean
has_words (const char *words)
{
  return words != NULL && words[strspn (words, " \t\r\n")] != '\0';
}

/**
 * galley_gate_make_action:
 * @role: as what somebody signs
 * @name: who signs
 * @exception: (nullable): what is not verified, and why, in that person's words
 * @error: (out) (optional): %G_IO_ERROR_INVALID_ARGUMENT if something that has to be said is not,
 *   or is only what galley_gate_describe_missing() has counted
 *
 * Signs what the gate was read of. Where something is missing, a person has to say why it is signed
 * all the same.
 *
 * Returns: (transfer full): the action; or %NULL
 */
GalleyAction *
galley_gate_make_action (const GalleyGate *self,
                         GalleyRole role,
                         const char *name,
                         const char *exception,
                         GError **error)
{
  g_autofree char *counted = galley_gate_describe_missing (self);
  g_autofree char *stated = g_strstrip (g_strdup (exception != NULL ? exception : ""));
  g_autofree char *signer = galley_name_clean (name != NULL ? name : "");

  if (*signer == '\0')
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                         _ ("Whoever signs has to give a name"));
  else if (galley_gate_get_n_missing (self) > 0 &&
           (!has_words (stated) || g_str_equal (stated, counted)))
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                         _ ("Something is missing, so say why it is signed all the same"));
  else
    return galley_verb_sign_off (galley_article_get_id (self->article), role, signer,
                                 has_words (stated) ? stated : NULL, self->moment);

  return NULL;
}
