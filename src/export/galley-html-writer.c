/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-escape.h"
#include "galley-export-resource.h"
#include "galley-html.h"
#include "galley-words.h"
#include "galley-writers.h"

#include <gio/gio.h>

/*
 * A copy as one page that needs nothing else: no script, no font, no picture, and a
 * policy that forbids them.
 *
 * The page has the language of the program's own words, and the article's words are marked as being
 * in the language that the article states. If it states none they are marked as being in an
 * undetermined one: a guess would make a screen reader mispronounce them.
 */

#define UNDETERMINED "und"
/* What there is room for from the beginning; most claims need less. */
#define BYTES_PER_CLAIM 2500

#define STYLE "galley-html-style.css"

void
galley_html_append_text (GalleyHtml *self, const char *utf8)
{
  galley_escape_html (self->out, utf8, /* length_bytes= */ -1);
}

static const char *
get_article_language (GalleyReport *report)
{
  const char *language = galley_words_get_article_language (report);

  return language != NULL ? language : UNDETERMINED;
}

static void
set_languages (GalleyHtml *self)
{
  const char *article = get_article_language (galley_copy_get_report (self->copy));
  const char *own = galley_words_get_language ();

  if (g_str_equal (article, own))
    {
      self->article_lang = g_strdup ("");
      self->own_lang = g_strdup ("");
      return;
    }

  self->article_lang = g_strdup_printf (" lang=\"%s\"", article);
  self->own_lang = g_strdup_printf (" lang=\"%s\"", own);
}

/* Returns (transfer full) the names of all claims. */
static char **
name_claims (GalleyReport *report)
{
  GPtrArray *claims = galley_report_get_claims (report);
  char **names = g_new0 (char *, claims->len + 1);

  for (guint i = 0; i < claims->len; i++)
    {
      GalleyStatus status = galley_claim_get_status (g_ptr_array_index (claims, i));
      g_autofree char *name = galley_words_name_claim (i + 1, status);
      GString *escaped = g_string_new (NULL);

      galley_escape_html (escaped, name, /* length_bytes= */ -1);
      names[i] = g_string_free (escaped, FALSE);
    }

  return names;
}

static void
append_head (GalleyHtml *self)
{
  GalleyReport *report = galley_copy_get_report (self->copy);
  g_autoptr (GBytes) style = galley_export_resource_load (STYLE);
  g_autofree char *title = galley_words_name_copy (report);
  gsize size_bytes;
  const char *css;

  css = g_bytes_get_data (style, &size_bytes);

  g_string_append_printf (self->out, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n",
                          galley_words_get_language ());
  g_string_append (self->out, "<meta charset=\"utf-8\">\n<title>");
  galley_html_append_text (self, title);
  g_string_append (self->out,
                   "</title>\n"
                   "<meta name=\"generator\" content=\"Galley " GALLEY_VERSION "\">\n"
                   "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                   "<meta name=\"color-scheme\" content=\"light dark\">\n"
                   "<meta http-equiv=\"Content-Security-Policy\" "
                   "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
                   "<style>\n");
  g_string_append_len (self->out, css, size_bytes);
  g_string_append (self->out, "</style>\n</head>\n");
}

/**
 * galley_html_write:
 *
 * Returns: (transfer full): @copy as a page
 */
GString *
galley_html_write (GalleyCopy *copy)
{
  GalleyReport *report = galley_copy_get_report (copy);
  gsize length_bytes;
  GalleyHtml html = { .copy = copy, .is_in_header = TRUE };

  galley_text_peek_utf8 (galley_document_get_text (galley_report_get_document (report)),
                         &length_bytes);
  html.out = g_string_sized_new (length_bytes + length_bytes / 2 +
                                 galley_report_get_claims (report)->len * BYTES_PER_CLAIM);
  html.names = name_claims (report);
  set_languages (&html);

  append_head (&html);
  g_string_append (html.out, "<body>\n<main>\n<header>\n");
  galley_html_append_elements (&html);
  g_string_append (html.out, html.is_in_header ? "</header>\n" : "");
  g_string_append (html.out, "</main>\n</body>\n</html>\n");

  g_strfreev (html.names);
  g_free (html.article_lang);
  g_free (html.own_lang);

  return html.out;
}
