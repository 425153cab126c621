/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-moments.h"

#include "galley-settings.h"

/* When an article was last open, and exported, at this desk. It is no matter of the library: others
 * have their own moments. In the settings it is the id of the article with the times, in
 * milliseconds since 1970 UTC, by #GalleyMoment. */

/* So many articles are remembered, those of which something was noted last. */
#define MAX_ARTICLES 200

/* The times of an article in the settings, as they are written there. */
static GStrv
find_times (GVariant *all, const char *article_id)
{
  GStrv times = NULL;

  if (all == NULL || !g_variant_lookup (all, article_id, "^as", &times))
    return NULL;
  if (g_strv_length (times) != GALLEY_N_MOMENTS)
    g_clear_pointer (&times, g_strfreev);

  return times;
}

/**
 * galley_moments_note:
 * @article_id: an article
 * @moment: what happened
 * @time_ms: when, in milliseconds since 1970 UTC
 */
void
galley_moments_note (const char *article_id, GalleyMoment moment, gint64 time_ms)
{
  g_autoptr (GVariant) all = galley_settings_get_keys ("moments");
  g_auto (GStrv) times = find_times (all, article_id);

  if (times == NULL)
    times = g_strsplit ("0 0", " ", -1);
  g_free (times[moment]);
  times[moment] = g_strdup_printf ("%" G_GINT64_FORMAT, time_ms);

  galley_settings_put_first ("moments", article_id, (const char *const *) times, MAX_ARTICLES);
}

/**
 * galley_moments_find:
 * @article_id: an article
 * @moment: what happened
 *
 * Returns: when, in milliseconds since 1970 UTC; 0 if that is not known
 */
gint64
galley_moments_find (const char *article_id, GalleyMoment moment)
{
  g_autoptr (GVariant) all = galley_settings_get_keys ("moments");
  g_auto (GStrv) times = find_times (all, article_id);

  return times != NULL ? g_ascii_strtoll (times[moment], NULL, 10) : 0;
}
