/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-note-words.h"

#include "galley-claim-words.h"
#include "galley-web-address.h"

#include <glib/gi18n.h>
#include <string.h>

/* What several widgets say about what the writer noted. */

/* More and longer ones are cut in a description; the latter in code points. */
#define MAX_DESCRIBED 4
#define MAX_TEXT 280

/**
 * galley_note_words_get_icon_name:
 *
 * Returns: (transfer none): the sign of this kind of note, or of a link
 */
const char *
galley_note_words_get_icon_name (const GalleyRemark *remark)
{
  static const char *names[GALLEY_N_SOURCE_NOTE_KINDS] = {
    [GALLEY_SOURCE_NOTE_COMMENT] = "galley-comment-symbolic",
    [GALLEY_SOURCE_NOTE_FOOTNOTE] = "galley-footnote-symbolic",
    [GALLEY_SOURCE_NOTE_ENDNOTE] = "galley-endnote-symbolic",
  };

  return remark->note != NULL ? names[remark->note->kind] : "galley-link-symbolic";
}

/**
 * galley_note_words_get_text:
 *
 * Returns: (transfer none): what a note says, or where a link leads
 */
const char *
galley_note_words_get_text (const GalleyRemark *remark)
{
  return remark->note != NULL ? remark->note->text : remark->link->target;
}

/**
 * galley_note_words_format_origin:
 *
 * Returns: (transfer full): what it is and who wrote it, such as "Comment by Ana Ruiz"
 */
char *
galley_note_words_format_origin (const GalleyRemark *remark)
{
  if (remark->note == NULL)
    return g_strdup (_ ("Link"));
  if (remark->note->author == NULL || *remark->note->author == '\0')
    return g_strdup (galley_source_note_kind_get_label (remark->note->kind));

  /* Translators: a kind of note and a person, as in "Comment by Ana Ruiz". */
  return g_strdup_printf (_ ("%s by %s"), galley_source_note_kind_get_label (remark->note->kind),
                          remark->note->author);
}

/**
 * galley_note_words_format_date:
 *
 * Returns: (transfer full) (nullable): when it was written, where the user is; %NULL if the input
 *   does not state it
 */
char *
galley_note_words_format_date (const GalleyRemark *remark)
{
  const char *date = remark->note != NULL ? remark->note->date : NULL;
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GDateTime) time = NULL;
  g_autofree char *iso = NULL;

  if (date == NULL || *date == '\0')
    return NULL;
  if (strchr (date, 'T') != NULL)
    {
      time = g_date_time_new_from_iso8601 (date, zone);
      return time != NULL ? galley_claim_words_format_time (g_date_time_to_unix (time) * 1000)
                          : g_strdup (date);
    }

  iso = g_strconcat (date, "T00:00:00", NULL);
  time = g_date_time_new_from_iso8601 (iso, zone);
  /* Translators: a day, as in "3 Sep 2025"; see g_date_time_format(). */
  return time != NULL ? g_date_time_format (time, _ ("%-d %b %Y")) : g_strdup (date);
}

static void
append_address (GString *markup, const char *address)
{
  g_autofree char *complete = galley_web_address_complete (address);
  g_autofree char *shown = g_markup_escape_text (address, -1);
  g_autofree char *target = complete != NULL ? g_markup_escape_text (complete, -1) : NULL;

  if (target != NULL)
    g_string_append_printf (markup, "<a href=\"%s\">%s</a>", target, shown);
  else
    g_string_append (markup, shown);
}

/**
 * galley_note_words_format_markup:
 *
 * Returns: (transfer full): what galley_note_words_get_text() says, as Pango markup in which web
 *   addresses can be opened
 */
char *
galley_note_words_format_markup (const GalleyRemark *remark)
{
  GString *markup = g_string_new (NULL);
  const char *text = galley_note_words_get_text (remark);
  gsize start, length;

  if (remark->link != NULL)
    {
      append_address (markup, text);
      return g_string_free (markup, FALSE);
    }

  while (galley_web_address_find (text, &start, &length))
    {
      g_autofree char *before = g_markup_escape_text (text, start);
      g_autofree char *address = g_strndup (text + start, length);

      g_string_append (markup, before);
      append_address (markup, address);
      text += start + length;
    }
  if (*text != '\0')
    {
      g_autofree char *rest = g_markup_escape_text (text, -1);

      g_string_append (markup, rest);
    }

  return g_string_free (markup, FALSE);
}

static void
describe (GString *words, const GalleyRemark *remark)
{
  g_autofree char *origin = galley_note_words_format_origin (remark);
  g_autofree char *date = galley_note_words_format_date (remark);
  const char *text = galley_note_words_get_text (remark);
  g_autofree char *start = NULL;

  if (words->len > 0)
    g_string_append (words, "\n\n");
  g_string_append (words, origin);
  if (date != NULL)
    g_string_append_printf (words, " · %s", date);
  if (g_utf8_strlen (text, -1) > MAX_TEXT)
    start = g_utf8_substring (text, 0, MAX_TEXT - 1);
  if (*text != '\0')
    g_string_append_printf (words, "\n%s%s", start != NULL ? g_strchomp (start) : text,
                            start != NULL ? "…" : "");
}

/**
 * galley_note_words_describe:
 * @remarks: (element-type GalleyRemark): notes and links
 *
 * Returns: (transfer full) (nullable): what to say when somebody points there; %NULL if there is
 *   nothing
 */
char *
galley_note_words_describe (GPtrArray *remarks)
{
  GString *words = g_string_new (NULL);
  guint n_described = MIN (remarks->len, MAX_DESCRIBED);

  for (guint i = 0; i < n_described; i++)
    describe (words, g_ptr_array_index (remarks, i));
  if (n_described < remarks->len)
    {
      guint n_more = remarks->len - n_described;

      g_string_append (words, "\n\n");
      /* Translators: how many of the writer's notes and links are not shown. */
      g_string_append_printf (words, ngettext ("and %u more", "and %u more", n_more), n_more);
    }

  return g_string_free (words, words->len == 0);
}
