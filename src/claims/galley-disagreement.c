/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-disagreement.h"

#include <glib/gi18n-lib.h>

G_DEFINE_BOXED_TYPE (GalleyDisagreement,
                     galley_disagreement,
                     galley_disagreement_ref,
                     galley_disagreement_unref)

/**
 * galley_verdict_copy:
 * @verdict: (nullable): a verdict
 *
 * Returns: (transfer full) (nullable): another one like it; %NULL of %NULL
 */
GalleyVerdict *
galley_verdict_copy (const GalleyVerdict *verdict)
{
  GalleyVerdict *copy;

  if (verdict == NULL)
    return NULL;

  copy = g_new (GalleyVerdict, 1);
  *copy = *verdict;
  copy->reason = g_strdup (verdict->reason);
  copy->checked_by = g_strdup (verdict->checked_by);

  return copy;
}

/**
 * galley_verdict_free:
 * @verdict: (transfer full) (nullable): a verdict
 */
void
galley_verdict_free (GalleyVerdict *verdict)
{
  if (verdict == NULL)
    return;

  g_free (verdict->reason);
  g_free (verdict->checked_by);
  g_free (verdict);
}

/**
 * galley_disagreement_new:
 *
 * Returns: (transfer full): a disagreement without verdicts, for who makes it to add them
 */
GalleyDisagreement *
galley_disagreement_new (const char *claim_id, const char *article_id, const char *quote)
{
  GalleyDisagreement *self = g_new0 (GalleyDisagreement, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->claim_id = g_strdup (claim_id);
  self->article_id = g_strdup (article_id);
  self->quote = g_strdup (quote);
  self->verdicts = g_ptr_array_new_with_free_func ((GDestroyNotify) galley_verdict_free);

  return self;
}

GalleyDisagreement *
galley_disagreement_ref (GalleyDisagreement *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
galley_disagreement_unref (GalleyDisagreement *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->claim_id);
  g_free (self->article_id);
  g_free (self->quote);
  g_ptr_array_unref (self->verdicts);
  g_free (self);
}

/**
 * galley_disagreement_add:
 * @verdict: (transfer none): a verdict, which is copied
 */
void
galley_disagreement_add (GalleyDisagreement *self, const GalleyVerdict *verdict)
{
  g_ptr_array_add (self->verdicts, galley_verdict_copy (verdict));
}

static gboolean
verdict_equal (const GalleyVerdict *a, const GalleyVerdict *b)
{
  return a->status == b->status && g_strcmp0 (a->reason, b->reason) == 0 &&
         g_strcmp0 (a->checked_by, b->checked_by) == 0 && a->checked_at == b->checked_at;
}

/**
 * galley_disagreement_equal:
 * @a: (nullable)
 * @b: (nullable)
 *
 * Returns: whether both are the same verdicts, or nothing
 */
gboolean
galley_disagreement_equal (GalleyDisagreement *a, GalleyDisagreement *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  if (!g_str_equal (a->claim_id, b->claim_id) || a->verdicts->len != b->verdicts->len)
    return FALSE;

  for (guint i = 0; i < a->verdicts->len; i++)
    if (!verdict_equal (g_ptr_array_index (a->verdicts, i), g_ptr_array_index (b->verdicts, i)))
      return FALSE;

  return TRUE;
}

static char *
describe_verdict (const GalleyVerdict *verdict)
{
  switch (verdict->status)
    {
    case GALLEY_STATUS_CONFIRMED:
      /* Translators: %s is a person who disagrees with another about a claim. */
      return g_strdup_printf (_ ("%s says confirmed"), verdict->checked_by);
    case GALLEY_STATUS_DISPUTED:
      /* Translators: %s is a person who disagrees with another about a claim. */
      return g_strdup_printf (_ ("%s says disputed"), verdict->checked_by);
    case GALLEY_STATUS_PENDING:
    default:
      /* Translators: %s is a person who disagrees with another about a claim. */
      return g_strdup_printf (_ ("%s says pending"), verdict->checked_by);
    }
}

/**
 * galley_disagreement_describe:
 *
 * Returns: (transfer full): who says what, for people, such as "Ana says confirmed, Ben says
 *   disputed"
 */
char *
galley_disagreement_describe (GalleyDisagreement *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->verdicts->len; i++)
    {
      const GalleyVerdict *verdict = g_ptr_array_index (self->verdicts, i);
      g_autofree char *part = describe_verdict (verdict);

      /* Translators: stands between what one person says of a claim and what another does. */
      g_string_append_printf (text, "%s%s", i > 0 ? _ (", ") : "", part);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}
