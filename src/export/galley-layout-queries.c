/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-layout-private.h"

#include <glib/gi18n-lib.h>

/* The writer is told what is asked and where, not how a claim stands nor on what evidence. */

typedef struct
{
  GalleyQuery *query;
  guint claim;       /* position in the report, unless it is lost */
  GalleyClaim *lost; /* (nullable) the claim, where it has no words in the draft */
} Asked;

static void
collect_of (GArray *asked, GalleyClaim *claim, Asked one, gboolean open)
{
  GPtrArray *queries = galley_claim_get_queries (claim);

  for (guint i = 0; queries != NULL && i < queries->len; i++)
    {
      one.query = g_ptr_array_index (queries, i);
      if (one.query->addressee == GALLEY_ADDRESSEE_WRITER &&
          galley_query_is_open (one.query) == open)
        g_array_append_val (asked, one);
    }
}

/* Collects the queries to the writer, in the order of the article; then those about words that it
 * has no more. */
static GArray *
collect (GalleyCopy *copy, gboolean open)
{
  GArray *asked = g_array_new (FALSE, FALSE, sizeof (Asked));
  GPtrArray *claims = galley_report_get_claims (galley_copy_get_report (copy));
  GPtrArray *waiting = galley_report_get_waiting (galley_copy_get_report (copy));

  for (guint i = 0; i < claims->len; i++)
    collect_of (asked, g_ptr_array_index (claims, i), (Asked){ .claim = i }, open);
  for (guint i = 0; waiting != NULL && i < waiting->len; i++)
    {
      GalleyClaim *claim = g_ptr_array_index (waiting, i);

      collect_of (asked, claim, (Asked){ .lost = claim }, open);
    }

  return asked;
}

static void
add_time (GalleyCopy *copy, const char *label, const char *nick, gint64 time)
{
  if (time == 0)
    return;

  galley_copy_add_fact (copy, label, nick);
  galley_copy_add_time (copy, time);
}

static void
add_query (GalleyCopy *copy, const Asked *asked, guint number)
{
  GalleyQuery *query = asked->query;
  gboolean is_open = galley_query_is_open (query);
  g_autofree char *heading = g_strdup_printf (_ ("Query %u"), number);

  galley_copy_begin_entry (copy, GALLEY_COPY_NOWHERE, number, /* claim= */ -1);
  galley_copy_add_heading (copy, /* level= */ 3);
  galley_copy_add_text (copy, heading, /* marks= */ 0);
  if (asked->lost != NULL)
    {
      galley_layout_add_former_words (copy, asked->lost);
      galley_copy_say (copy, GALLEY_COPY_PARAGRAPH, GALLEY_COPY_PLACE, _ ("No Longer in the Text"));
    }
  else
    {
      galley_layout_add_words (copy, asked->claim, GALLEY_ENTRY_HAS_SURROUNDINGS);
      galley_layout_add_place (copy, asked->claim, GALLEY_ENTRY_HAS_SURROUNDINGS);
    }
  galley_copy_say_fact (copy, _ ("Question"), "query", query->question);
  galley_copy_say_fact (copy, _ ("Asked by"), "asked", query->asked_by);
  if (is_open)
    add_time (copy, _ ("Answer until"), "due", query->due_at);
  galley_copy_say_fact (copy, _ ("Answer"), "answer", query->answer);
  galley_copy_say_fact (copy, _ ("Decision"), "decision", query->decision);
  if (is_open)
    {
      galley_copy_add (copy, GALLEY_COPY_PARAGRAPH, GALLEY_COPY_BLANK);
      galley_copy_set_label (copy, _ ("Answer"));
    }
  galley_copy_end (copy);
}

static void
add_section (GalleyCopy *copy, const char *heading, GArray *asked, guint first_number)
{
  galley_layout_begin_section (copy, heading);
  if (asked->len == 0)
    galley_copy_say (copy, GALLEY_COPY_PARAGRAPH, GALLEY_COPY_NOTHING, _ ("Nothing is asked."));
  for (guint i = 0; i < asked->len; i++)
    add_query (copy, &g_array_index (asked, Asked, i), first_number + i);
  galley_copy_end (copy);
}

/**
 * galley_layout_set_queries:
 *
 * What the writer is asked, with room for the answers, and what was asked and answered.
 */
void
galley_layout_set_queries (GalleyCopy *copy)
{
  g_autoptr (GArray) open = collect (copy, TRUE);
  g_autoptr (GArray) answered = collect (copy, FALSE);
  g_autofree char *count =
      g_strdup_printf (ngettext ("%u query is open", "%u queries are open", open->len), open->len);

  galley_layout_add_title (copy, _ ("Queries to the writer"));
  galley_copy_begin (copy, GALLEY_COPY_SUMMARY);
  galley_layout_add_facts (copy);
  galley_layout_add_count (copy, count);
  galley_copy_end (copy);

  add_section (copy, _ ("Open Queries"), open, /* first_number= */ 1);
  if (answered->len > 0)
    add_section (copy, _ ("Answered"), answered, open->len + 1);
}
