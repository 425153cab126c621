/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "html-testing.h"

#include "import-testing.h"

#include <string.h>

static guint
count_words (const char *text, const char *words)
{
  guint n = 0;

  for (const char *p = text; (p = strstr (p, words)) != NULL; p++)
    n++;

  return n;
}

/* Fails unless the title and @n_in paragraphs of the article are in the text of @page, nothing else
 * is, and all else is among what was left out. */
void
assert_html_article (const char *page, guint n_in)
{
  g_autoptr (GalleyDocument) document = import_string (page, NULL);
  const char *text = galley_text_peek_utf8 (galley_document_get_text (document), NULL);
  g_autoptr (GString) omitted = g_string_new (NULL);
  g_autofree char *first = describe_block (document, 0);
  guint n_omissions;
  const GalleyOmission *omissions = galley_document_get_omissions (document, &n_omissions);

  for (guint i = 0; i < n_omissions; i++)
    g_string_append_printf (omitted, "%s\n", omissions[i].text);
  g_test_message ("%s\n-- left out:\n%s", text, omitted->str);

  g_assert_cmpstr (first, ==, "title 0: Seven to Two for the Bridge");
  g_assert_cmpuint (count_words (text, "In "), ==, n_in);
  g_assert_cmpuint (count_words (text, "Out"), ==, 0);
  g_assert_cmpuint (count_words (omitted->str, "In "), ==, 0);
  g_assert_cmpuint (count_words (omitted->str, "Out"), ==, count_words (page, "Out"));
}
