/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-layout-private.h"

#include <glib/gi18n-lib.h>

/*
 * What the editor has to do, the most urgent first: what is false as it stands, what should be
 * better, and what is still open. Each claim is in one of the three.
 */

typedef enum
{
  MUST_FIX,
  SHOULD_FIX,
  OPEN,
  N_SECTIONS,
  IN_ORDER = N_SECTIONS,
} Section;

typedef struct
{
  guint claim;
  guint weight; /* what weighs more comes first */
} Entry;

static GalleyClaim *
get_claim (GalleyCopy *copy, guint claim)
{
  return g_ptr_array_index (galley_report_get_claims (galley_copy_get_report (copy)), claim);
}

/* Words that are unsupported, misleading or in conflict may be right; all other reasons, and a
 * desk's own, say that they cannot stay. */
static gboolean
may_be_right (GalleyClaim *claim)
{
  static const char *const reasons[] = { "unsupported", "misleading", "sources-conflict", NULL };
  const char *reason = galley_claim_get_reason (claim);

  return reason != NULL && g_strv_contains (reasons, reason);
}

static gboolean
is_urgent (GalleyClaim *claim)
{
  return galley_claim_is_starred (claim) ||
         galley_claim_get_priority (claim) == GALLEY_PRIORITY_HIGH;
}

static gboolean
is_asked (GalleyClaim *claim)
{
  GPtrArray *queries = galley_claim_get_queries (claim);

  for (guint i = 0; queries != NULL && i < queries->len; i++)
    if (galley_query_is_open (g_ptr_array_index (queries, i)))
      return TRUE;

  return FALSE;
}

static Section
find_section (GalleyClaim *claim)
{
  if (galley_claim_get_status (claim) == GALLEY_STATUS_DISPUTED)
    return may_be_right (claim) && !is_urgent (claim) ? SHOULD_FIX : MUST_FIX;
  if (galley_claim_get_correction (claim) != NULL)
    return SHOULD_FIX;
  if (galley_claim_get_status (claim) == GALLEY_STATUS_PENDING || is_asked (claim))
    return OPEN;

  return IN_ORDER;
}

static guint
weigh (GalleyClaim *claim)
{
  static const guint weights[GALLEY_N_PRIORITIES] = {
    [GALLEY_PRIORITY_LOW] = 0,
    [GALLEY_PRIORITY_NORMAL] = 1,
    [GALLEY_PRIORITY_HIGH] = 2,
  };

  return weights[galley_claim_get_priority (claim)] + (galley_claim_is_starred (claim) ? 3 : 0);
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *x = a, *y = b;

  if (x->weight != y->weight)
    return x->weight > y->weight ? -1 : 1;
  return (x->claim > y->claim) - (x->claim < y->claim);
}

static void
add_entry (GalleyCopy *copy, guint position)
{
  galley_copy_begin_entry (copy, GALLEY_COPY_CLAIM, position + 1, (gint) position);
  galley_layout_add_claim_heading (copy, position);
  galley_layout_add_words (copy, position, GALLEY_ENTRY_HAS_SURROUNDINGS);
  galley_layout_add_place (copy, position, GALLEY_ENTRY_HAS_SURROUNDINGS);
  galley_layout_add_verdict (copy, position, GALLEY_ENTRY_WANTS_CORRECTION);
  galley_copy_end (copy);
}

static void
add_section (GalleyCopy *copy, const char *heading, const char *nothing, GArray *entries)
{
  g_array_sort (entries, compare_entries);
  galley_layout_begin_section (copy, heading);
  if (entries->len == 0)
    galley_copy_say (copy, GALLEY_COPY_PARAGRAPH, GALLEY_COPY_NOTHING, nothing);
  for (guint i = 0; i < entries->len; i++)
    add_entry (copy, g_array_index (entries, Entry, i).claim);
  galley_copy_end (copy);
}

static void
add_summary (GalleyCopy *copy, GArray **sections)
{
  guint n_must = sections[MUST_FIX]->len, n_should = sections[SHOULD_FIX]->len;
  guint n_open = sections[OPEN]->len;
  g_autofree char *must = g_strdup_printf (
      ngettext ("%u passage must be fixed", "%u passages must be fixed", n_must), n_must);
  g_autofree char *should = g_strdup_printf (
      ngettext ("%u passage should be fixed", "%u passages should be fixed", n_should), n_should);
  g_autofree char *open = g_strdup_printf (
      ngettext ("%u more claim is open", "%u more claims are open", n_open), n_open);

  GPtrArray *waiting = galley_report_get_waiting (galley_copy_get_report (copy));
  guint n_waiting = waiting != NULL ? waiting->len : 0;
  g_autofree char *lost =
      g_strdup_printf (ngettext ("%u claim is no longer in the text",
                                 "%u claims are no longer in the text", n_waiting),
                       n_waiting);

  galley_copy_begin (copy, GALLEY_COPY_SUMMARY);
  galley_layout_add_facts (copy);
  galley_layout_add_sign_offs (copy);
  galley_layout_add_count (copy, must);
  galley_layout_add_count (copy, should);
  galley_layout_add_count (copy, open);
  if (n_waiting > 0)
    galley_layout_add_count (copy, lost);
  galley_copy_end (copy);
}

/**
 * galley_layout_set_memo:
 *
 * What must be fixed, what should be, and what is open, each with the paragraph, the replacement
 * text and the evidence.
 */
void
galley_layout_set_memo (GalleyCopy *copy)
{
  guint n_claims = galley_report_get_claims (galley_copy_get_report (copy))->len;
  GArray *sections[N_SECTIONS];

  for (guint i = 0; i < N_SECTIONS; i++)
    sections[i] = g_array_new (FALSE, FALSE, sizeof (Entry));
  for (guint i = 0; i < n_claims; i++)
    {
      Section section = find_section (get_claim (copy, i));
      Entry entry = { i, weigh (get_claim (copy, i)) };

      if (section != IN_ORDER)
        g_array_append_val (sections[section], entry);
    }

  galley_layout_add_title (copy, _ ("Correction memo"));
  add_summary (copy, sections);
  add_section (copy, _ ("Must Fix"), _ ("Nothing has to be fixed."), sections[MUST_FIX]);
  add_section (copy, _ ("Should Fix"), _ ("Nothing else should be fixed."), sections[SHOULD_FIX]);
  add_section (copy, _ ("Queries and Open Claims"), _ ("Nothing is open."), sections[OPEN]);
  galley_layout_add_waiting (copy, /* traits= */ 0);

  for (guint i = 0; i < N_SECTIONS; i++)
    g_array_unref (sections[i]);
}
