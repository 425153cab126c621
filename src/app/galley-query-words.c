/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-query-words.h"

#include "galley-claim-words.h"
#include "galley-quoted.h"

#include <glib/gi18n.h>
#include <string.h>

/* What widgets and the texts that go out say about queries. */

/**
 * galley_query_words_is_overdue:
 * @now_ms: milliseconds since 1970 UTC
 *
 * Returns: whether the query is open and should have been answered before
 */
gboolean
galley_query_words_is_overdue (GalleyQuery *query, gint64 now_ms)
{
  return galley_query_is_open (query) && query->due_at != 0 && query->due_at < now_ms;
}

/**
 * galley_query_words_format_addressee:
 *
 * Returns: (transfer full): whom the query is put to
 */
char *
galley_query_words_format_addressee (GalleyQuery *query)
{
  if (query->source != NULL)
    return g_strdup (query->source->texts[GALLEY_SOURCE_TITLE]);

  return g_strdup (galley_addressee_get_label (query->addressee));
}

/**
 * galley_query_words_format_due:
 * @now_ms: milliseconds since 1970 UTC
 *
 * Returns: (transfer full) (nullable): until when an answer is wanted, and whether that is over;
 *   %NULL if nobody said
 */
char *
galley_query_words_format_due (GalleyQuery *query, gint64 now_ms)
{
  g_autofree char *time = NULL;

  if (query->due_at == 0)
    return NULL;

  time = galley_claim_words_format_time (query->due_at);
  /* Translators: the argument is a day and a time of day. */
  return g_strdup_printf (
      galley_query_words_is_overdue (query, now_ms) ? _ ("Overdue since %s") : _ ("Due %s"), time);
}

/**
 * galley_query_words_format_head:
 * @now_ms: milliseconds since 1970 UTC
 *
 * Returns: (transfer full): whom the query is put to, and until when
 */
char *
galley_query_words_format_head (GalleyQuery *query, gint64 now_ms)
{
  g_autofree char *addressee = galley_query_words_format_addressee (query);
  g_autofree char *due = galley_query_words_format_due (query, now_ms);

  return due != NULL ? g_strdup_printf ("%s · %s", addressee, due) : g_steal_pointer (&addressee);
}

/**
 * galley_query_words_compare_groups:
 *
 * Puts queries to the writer before those to the editor, and those before queries to sources, which
 * are in the order of their titles.
 *
 * Returns: less than, equal to or more than 0; 0 for queries that are put to the same
 */
int
galley_query_words_compare_groups (GalleyQuery *a, GalleyQuery *b)
{
  int order;

  if (a->addressee != b->addressee)
    return (int) a->addressee - (int) b->addressee;
  if (a->source == NULL || b->source == NULL)
    return (a->source != NULL) - (b->source != NULL);

  order =
      g_utf8_collate (a->source->texts[GALLEY_SOURCE_TITLE], b->source->texts[GALLEY_SOURCE_TITLE]);
  return order != 0 ? order : strcmp (a->source->id, b->source->id);
}

static void
add_query (GString *text, GalleyQueryPlace *place, gint64 now_ms)
{
  g_autofree char *due = galley_query_words_format_due (place->query, now_ms);
  g_autofree char *quote = galley_quoted (place->quote);

  g_string_append_printf (text, "• %s\n", place->query->question);
  /* A source is asked, and never told what the article says. */
  if (place->query->addressee != GALLEY_ADDRESSEE_SOURCE)
    g_string_append_printf (text, "  %s: %s\n", place->article_title, quote);
  if (due != NULL)
    g_string_append_printf (text, "  %s\n", due);
}

/**
 * galley_query_words_format_all:
 * @places: (element-type GalleyQueryPlace): queries, sorted by whom they are put to
 * @now_ms: milliseconds since 1970 UTC
 *
 * Returns: (transfer full): the queries as a text that may leave the desk: it does not tell who a
 *   confidential source is
 */
char *
galley_query_words_format_all (GPtrArray *places, gint64 now_ms)
{
  GString *text = g_string_new (NULL);
  GalleyQuery *before = NULL;

  for (guint i = 0; i < places->len; i++)
    {
      GalleyQueryPlace *place = g_ptr_array_index (places, i);

      if (before == NULL || galley_query_words_compare_groups (before, place->query) != 0)
        {
          g_autoptr (GalleySource) source =
              place->query->source != NULL ? galley_source_mask (place->query->source) : NULL;

          g_string_append_printf (text, "%s%s\n\n", before != NULL ? "\n" : "",
                                  source != NULL
                                      ? source->texts[GALLEY_SOURCE_TITLE]
                                      : galley_addressee_get_label (place->query->addressee));
        }
      add_query (text, place, now_ms);
      before = place->query;
    }

  return g_string_free (text, FALSE);
}

/**
 * galley_query_words_format_call_sheet:
 * @source: who is called
 * @places: (element-type GalleyQueryPlace): queries; those to others are left out
 * @now_ms: milliseconds since 1970 UTC
 *
 * Returns: (transfer full): what to have at hand for a call: contact, terms and questions, with
 *   room for answers. It quotes nothing of an article, so that nothing can be read back.
 */
char *
galley_query_words_format_call_sheet (GalleySource *source, GPtrArray *places, gint64 now_ms)
{
  static const GalleySourceText texts[] = { GALLEY_SOURCE_ORGANISATION, GALLEY_SOURCE_CONTACT,
                                            GALLEY_SOURCE_PSEUDONYM };
  GString *text = g_string_new (source->texts[GALLEY_SOURCE_TITLE]);
  guint n_questions = 0;

  g_string_append_c (text, '\n');
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (source->texts[texts[i]] != NULL)
      g_string_append_printf (text, "%s: %s\n", galley_source_text_get_label (texts[i]),
                              source->texts[texts[i]]);
  g_string_append_printf (text, "%s: %s\n", _ ("Terms"), galley_terms_get_label (source->terms));
  for (guint i = 0; i < places->len; i++)
    {
      GalleyQuery *query = ((GalleyQueryPlace *) g_ptr_array_index (places, i))->query;
      g_autofree char *due = galley_query_words_format_due (query, now_ms);

      if (query->source == NULL || !g_str_equal (query->source->id, source->id))
        continue;
      g_string_append_printf (text, "\n%u. %s\n", ++n_questions, query->question);
      if (due != NULL)
        g_string_append_printf (text, "   (%s)\n", due);
      g_string_append_printf (text, "   %s \n", _ ("Answer:"));
    }

  return g_string_free (text, FALSE);
}

static void
append_base64 (GString *text, const char *words)
{
  g_autofree char *base64 = g_base64_encode ((const guchar *) words, strlen (words));

  for (const char *p = base64; *p != '\0'; p += MIN (strlen (p), 76))
    g_string_append_printf (text, "%.76s\r\n", p);
}

/* RFC 2047: as many whole characters in each encoded word as 75 characters hold. */
static void
append_header_words (GString *text, const char *words)
{
  while (*words != '\0')
    {
      const char *end = words;
      g_autofree char *base64 = NULL;

      while (*end != '\0' && g_utf8_next_char (end) - words <= 45)
        end = g_utf8_next_char (end);
      base64 = g_base64_encode ((const guchar *) words, end - words);
      g_string_append_printf (text, "=?UTF-8?B?%s?=", base64);
      words = end;
      if (*words != '\0')
        g_string_append (text, "\r\n ");
    }
}

/**
 * galley_query_words_make_mail:
 * @subject: what it is about
 * @text: what it says
 *
 * Returns: (transfer full): a message as RFC 5322 has it, which mail programs open as a draft
 */
char *
galley_query_words_make_mail (const char *subject, const char *text)
{
  GString *mail = g_string_new ("X-Unsent: 1\r\n");

  g_string_append (mail, "Subject: ");
  append_header_words (mail, subject);
  g_string_append (mail, "\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=UTF-8\r\n"
                         "Content-Transfer-Encoding: base64\r\n\r\n");
  append_base64 (mail, text);

  return g_string_free (mail, FALSE);
}
