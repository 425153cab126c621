/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-log-words.h"

#include <string.h>

/* What several widgets say about sources, and how they take down times. */

static void
append (GString *words, const char *text)
{
  if (text != NULL && *text != '\0')
    g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", text);
}

/**
 * galley_log_words_format_kind:
 * @source: a source
 *
 * Returns: (transfer full): its kind, if somebody said what it is, and its terms, if it is not on
 *   the record; may be empty
 */
char *
galley_log_words_format_kind (GalleySource *source)
{
  GString *words = g_string_new (NULL);

  if (source->kind != GALLEY_SOURCE_UNSPECIFIED)
    append (words, galley_source_kind_get_label (source->kind));
  if (source->terms != GALLEY_TERMS_ON_RECORD)
    append (words, galley_terms_get_label (source->terms));

  return g_string_free (words, FALSE);
}

/**
 * galley_log_words_describe:
 * @source: a source
 *
 * Returns: (transfer full): what tells it from others of that title, in one line; may be empty
 */
char *
galley_log_words_describe (GalleySource *source)
{
  static const GalleySourceText texts[] = { GALLEY_SOURCE_AUTHOR, GALLEY_SOURCE_ORGANISATION,
                                            GALLEY_SOURCE_PUBLISHED, GALLEY_SOURCE_ADDRESS };
  g_autofree char *kind = galley_log_words_format_kind (source);
  GString *words = g_string_new (kind);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    append (words, source->texts[texts[i]]);

  return g_string_free (words, FALSE);
}

/**
 * galley_log_words_set_up_time:
 * @field: what holds a time as galley_log_words_format_input_time() writes it
 *
 * Digits have no direction of their own: from right to left the time would stand before the day.
 */
void
galley_log_words_set_up_time (GtkEditable *field)
{
  g_return_if_fail (GTK_IS_EDITABLE (field));

  gtk_widget_set_direction (GTK_WIDGET (gtk_editable_get_delegate (field)), GTK_TEXT_DIR_LTR);
}

/**
 * galley_log_words_format_input_time:
 * @time_ms: milliseconds since 1970 UTC, or 0
 *
 * Returns: (transfer full): what galley_log_words_parse_time() reads, to the minute; "" for 0
 */
char *
galley_log_words_format_input_time (gint64 time_ms)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (time_ms / 1000);

  if (time_ms == 0 || time == NULL)
    return g_strdup ("");
  return g_date_time_format (time, "%Y-%m-%d %H:%M");
}

/**
 * galley_log_words_parse_time:
 * @text: (nullable): what somebody typed; no text at all is nobody's saying
 * @out_time_ms: (out): milliseconds since 1970 UTC, or 0
 *
 * Reads a day, or a day and a time of day, where the user is: as people read and type it, and as
 * ISO 8601 allows.
 *
 * Returns: whether it is one
 */
gboolean
galley_log_words_parse_time (const char *text, gint64 *out_time_ms)
{
  g_autofree char *iso = NULL;
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GDateTime) time = NULL;

  if (text == NULL)
    {
      *out_time_ms = 0;
      return TRUE;
    }

  if (strlen (text) == strlen ("2025-09-03"))
    iso = g_strconcat (text, "T00:00:00", NULL);
  else if (strlen (text) == strlen ("2025-09-03 14:05") && text[10] == ' ')
    iso = g_strdup_printf ("%.10sT%s:00", text, text + 11);
  if (iso != NULL)
    time = g_date_time_new_from_iso8601 (iso, zone);
  if (time == NULL)
    return FALSE;

  *out_time_ms = g_date_time_to_unix (time) * 1000;
  return TRUE;
}
