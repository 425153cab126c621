/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-plain.h"

/* libadwaita takes these words for markup, and shows none at all where they are not: the names of
 * files and of people may have any sign in them. */

/**
 * galley_plain_toast_new:
 * @sentence: what to say, without full stop
 *
 * Returns: (transfer full): a toast that says it, sign for sign
 */
AdwToast *
galley_plain_toast_new (const char *sentence)
{
  g_autofree char *escaped = g_markup_escape_text (sentence, -1);

  return adw_toast_new (escaped);
}

/**
 * galley_plain_describe_page:
 * @text: what the page is to say, sign for sign
 */
void
galley_plain_describe_page (AdwStatusPage *page, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_status_page_set_description (page, escaped);
}

/**
 * galley_plain_describe_group:
 * @text: what is to stand above the rows, sign for sign
 */
void
galley_plain_describe_group (AdwPreferencesGroup *group, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_preferences_group_set_description (group, escaped);
}
