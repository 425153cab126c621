/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-twin.h"

#include <glib/gi18n-lib.h>

G_DEFINE_BOXED_TYPE (GalleyTwin, galley_twin, galley_twin_ref, galley_twin_unref)

static const char *const nicks[GALLEY_N_TWIN_STATES] = { "free", "different", "agreed", "decided" };

/* Longer words are cut where they are named; in code points. */
#define MAX_NAMED 60

/**
 * galley_twin_state_to_nick:
 *
 * Returns: (transfer none): the name of a state for scripts
 */
const char *
galley_twin_state_to_nick (GalleyTwinState state)
{
  g_return_val_if_fail ((guint) state < GALLEY_N_TWIN_STATES, NULL);

  return nicks[state];
}

GalleyTwin *
galley_twin_ref (GalleyTwin *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
galley_twin_unref (GalleyTwin *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_clear_object (&self->claim);
  g_free (self);
}

static GalleyStatus
get_status (const GalleyTwin *self)
{
  return self->claim != NULL ? galley_claim_get_status (self->claim) : GALLEY_STATUS_PENDING;
}

/**
 * galley_twins_find_giver:
 * @twins: (element-type GalleyTwin): the other mentions of a pending claim
 *
 * Returns: (transfer none) (nullable): the first of @twins of which that claim could take over the
 *   verdict; %NULL if there is none, or they are not of one mind
 */
GalleyClaim *
galley_twins_find_giver (GPtrArray *twins)
{
  GalleyClaim *giver = NULL;

  for (guint i = 0; i < twins->len; i++)
    {
      const GalleyTwin *twin = g_ptr_array_index (twins, i);

      if (twin->state != GALLEY_TWIN_FREE || get_status (twin) == GALLEY_STATUS_PENDING)
        continue;
      if (giver != NULL && galley_claim_get_status (giver) != get_status (twin))
        return NULL;
      if (giver == NULL)
        giver = twin->claim;
    }

  return giver;
}

/**
 * galley_twins_count_free:
 * @twins: (element-type GalleyTwin): the other mentions of a claim that has a verdict
 *
 * Returns: how many of them the verdict could carry over to
 */
guint
galley_twins_count_free (GPtrArray *twins)
{
  guint n = 0;

  for (guint i = 0; i < twins->len; i++)
    n += ((GalleyTwin *) g_ptr_array_index (twins, i))->state == GALLEY_TWIN_FREE;

  return n;
}

static const char *
get_label (GalleyDifference gravest)
{
  switch (gravest)
    {
    case GALLEY_DIFFERENCE_NEGATION:
      return _ ("The negation differs");
    case GALLEY_DIFFERENCE_NUMBER:
      return _ ("The number differs");
    case GALLEY_DIFFERENCE_HEDGE:
      return _ ("The certainty differs");
    case GALLEY_DIFFERENCE_MODAL:
      return _ ("The modal verb differs");
    case GALLEY_DIFFERENCE_NAME:
      return _ ("The name differs");
    case GALLEY_DIFFERENCE_QUOTATION:
      return _ ("What is quoted differs");
    default:
      return _ ("The words differ");
    }
}

/* The words on one line, and not too many of them. */
static char *
name_words (GalleyDocument *document, GalleyRange range)
{
  GalleyRange cut = { range.start, MIN (range.end, range.start + MAX_NAMED) };
  char *words = galley_text_slice (galley_document_get_text (document), cut);

  g_strdelimit (words, "\r\n\t", ' ');
  if (cut.end < range.end)
    {
      char *whole = words;

      words = g_strconcat (whole, "…", NULL);
      g_free (whole);
    }

  return words;
}

static char *
describe_difference (const GalleyMentionDifference *difference, GalleyDocument *document)
{
  const char *label =
      difference->is_beside ? _ ("What stands beside it differs") : get_label (difference->gravest);
  g_autofree char *own = name_words (document, difference->first);
  g_autofree char *other = name_words (document, difference->second);

  if (difference->is_vague && *own != '\0')
    /* Translators: the argument is a word such as “He” or “This”. */
    return g_strdup_printf (_ ("“%s” can be about something else here"), own);
  if (difference->is_vague)
    return g_strdup (_ ("It is too short to tell what it is about"));
  if (difference->is_reordered)
    return g_strdup (_ ("The words stand in another order"));
  if (difference->is_beside && (difference->gravest & GALLEY_DIFFERENCE_GRAVE) != 0)
    label = get_label (difference->gravest);
  if (difference->first.start == difference->first.end)
    /* Translators: in what a mention differs from another, and what it alone has, as in "The
     * certainty differs: “reportedly” is only here". */
    return g_strdup_printf (_ ("%s: “%s” is only here"), label, other);
  if (difference->second.start == difference->second.end)
    /* Translators: in what a mention differs from another, and what it lacks, as in "The certainty
     * differs: “reportedly” is not here". */
    return g_strdup_printf (_ ("%s: “%s” is not here"), label, own);

  /* Translators: in what a mention differs from another, and how, as in "The number differs: 40 –
   * 45". */
  return g_strdup_printf (_ ("%s: %s – %s"), label, own, other);
}

/**
 * galley_twin_describe:
 * @document: the draft that it stands in
 *
 * Returns: (transfer full) (nullable): why a verdict does not carry over to it, for people; %NULL
 *   if it does
 */
char *
galley_twin_describe (const GalleyTwin *self, GalleyDocument *document)
{
  switch (self->state)
    {
    case GALLEY_TWIN_DIFFERENT:
      return describe_difference (&self->difference, document);
    case GALLEY_TWIN_AGREED:
      return g_strdup (_ ("It has this verdict already"));
    case GALLEY_TWIN_DECIDED:
      return g_strdup (galley_claim_get_status (self->claim) == GALLEY_STATUS_CONFIRMED
                           ? _ ("It has a verdict of its own: confirmed")
                           : _ ("It has a verdict of its own: disputed"));
    default:
      return NULL;
    }
}
