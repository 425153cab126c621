/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-escape.h"
#include "galley-export-resources.h"
#include "galley-html.h"
#include "galley-words.h"
#include "galley-writers.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * The reviewed article as one page that needs nothing else: no script, no font, no picture, and a
 * policy that forbids them. First what the article is and how its check stands, then its words with
 * the claims marked, then the claims, then what was dismissed.
 *
 * The page has the language that the article states. If it states none, the page has the language
 * of the program's own words, and the article's words are marked as being in an undetermined one: a
 * guess would make a screen reader mispronounce them.
 */

#define UNDETERMINED "und"
#define STYLE_PATH "/org/galleydesk/Galley/export/galley-html-style.css"

void
galley_html_append_text (GalleyHtml *self, const char *utf8)
{
  galley_escape_html (self->out, utf8, /* length_bytes= */ -1);
}

/* A link if it may be one, else the bare text. Shown in full, so that it can be read on paper. */
void
galley_html_append_address (GalleyHtml *self, const char *address)
{
  g_autofree char *href = galley_escape_href (address);

  if (href != NULL)
    {
      g_string_append (self->out, "<a href=\"");
      galley_html_append_text (self, href);
      g_string_append (self->out, "\">");
    }
  g_string_append (self->out, "<bdi>");
  galley_html_append_text (self, address);
  g_string_append (self->out, href != NULL ? "</bdi></a>" : "</bdi>");
}

void
galley_html_append_time (GalleyHtml *self, gint64 time)
{
  g_autofree char *iso = galley_words_format_time (time);

  if (iso != NULL)
    g_string_append_printf (self->out, "<time datetime=\"%s\">%.10s&#160;%.8s&#160;UTC</time>", iso,
                            iso, iso + strlen ("YYYY-MM-DDT"));
}

/* Whether @tag has the form of a BCP 47 language tag; anything else would make the page invalid. */
static gboolean
is_language_tag (const char *tag)
{
  return tag != NULL && g_regex_match_simple ("^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$", tag,
                                              /* compile_options= */ 0, /* match_options= */ 0);
}

static const char *
get_article_language (GalleyReport *report)
{
  const char *language =
      galley_document_get_metadata (galley_report_get_document (report), GALLEY_METADATA_LANGUAGE);

  return is_language_tag (language) ? language : UNDETERMINED;
}

static void
set_languages (GalleyHtml *self)
{
  const char *article = get_article_language (self->report);
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
  const char *article = get_article_language (self->report);
  GBytes *style = g_resource_lookup_data (galley_export_get_resource (), STYLE_PATH,
                                          G_RESOURCE_LOOKUP_FLAGS_NONE, /* error= */ NULL);
  gsize size_bytes;
  const char *css;

  g_assert (style != NULL);
  css = g_bytes_get_data (style, &size_bytes);

  g_string_append_printf (self->out, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n",
                          g_str_equal (article, UNDETERMINED) ? galley_words_get_language ()
                                                              : article);
  g_string_append (self->out, "<meta charset=\"utf-8\">\n<title>");
  galley_html_append_text (self, galley_report_get_title (self->report));
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

  g_bytes_unref (style);
}

/* The headline is the article's own, with its marks, where the article begins with it. Returns how
 * many pieces were written. */
static guint
append_headline (GalleyHtml *self)
{
  gboolean has_title = galley_html_begins_with_title (self);
  guint n_pieces;

  g_string_append_printf (self->out, "<h1 dir=\"auto\"%s>", self->article_lang);
  if (has_title)
    galley_html_append_piece (self, galley_spans_get_pieces (self->spans, &n_pieces));
  else
    galley_html_append_text (self, galley_report_get_title (self->report));
  g_string_append (self->out, "</h1>\n");

  return has_title ? 1 : 0;
}

static void
append_fact (GalleyHtml *self, GalleyMetadataField field)
{
  const char *value =
      galley_document_get_metadata (galley_report_get_document (self->report), field);

  if (value == NULL || *value == '\0')
    return;

  g_string_append (self->out, "<dt>");
  galley_html_append_text (self, galley_words_get_field_label (field));
  g_string_append (self->out, "</dt><dd>");
  if (field == GALLEY_METADATA_SOURCE_ADDRESS)
    galley_html_append_address (self, value);
  else
    {
      g_string_append (self->out, "<bdi>");
      galley_html_append_text (self, value);
      g_string_append (self->out, "</bdi>");
    }
  g_string_append (self->out, "</dd>\n");
}

static void
append_facts (GalleyHtml *self)
{
  g_string_append (self->out, "<dl class=\"facts\">\n");
  append_fact (self, GALLEY_METADATA_BYLINE);
  append_fact (self, GALLEY_METADATA_PUBLICATION);
  append_fact (self, GALLEY_METADATA_DATE);
  append_fact (self, GALLEY_METADATA_SOURCE_ADDRESS);
  g_string_append (self->out, "<dt>");
  galley_html_append_text (self, _ ("Exported"));
  g_string_append (self->out, "</dt><dd>");
  galley_html_append_time (self, galley_report_get_options (self->report)->exported_at);
  g_string_append (self->out, "</dd>\n</dl>\n");
}

static void
append_state (GalleyHtml *self)
{
  g_autoptr (GPtrArray) clauses = galley_words_describe_state (self->report);
  guint n_characters, n_covered;
  gboolean is_open;

  galley_report_get_coverage (self->report, &n_characters, &n_covered);
  is_open = galley_report_get_n_with_status (self->report, GALLEY_STATUS_PENDING) > 0 ||
            n_covered < n_characters;

  g_string_append_printf (self->out, "<p class=\"state %s\">", is_open ? "open" : "done");
  for (guint i = 0; i < clauses->len; i++)
    {
      g_string_append (self->out, i > 0 ? " " : "");
      galley_html_append_text (self, g_ptr_array_index (clauses, i));
      g_string_append_c (self->out, '.');
    }
  g_string_append (self->out, "</p>\n");
}

/* The counts are the legend, too: each shows the sign and the line of its status. */
static void
append_counts (GalleyHtml *self)
{
  static const GalleyStatus order[] = { GALLEY_STATUS_CONFIRMED, GALLEY_STATUS_DISPUTED,
                                        GALLEY_STATUS_PENDING };
  g_autofree char *coverage = galley_words_format_coverage (self->report);

  g_string_append (self->out, "<ul class=\"counts\">\n");
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      const char *nick = galley_status_to_nick (order[i]);
      g_autofree char *count = galley_words_count_claims (
          order[i], galley_report_get_n_with_status (self->report, order[i]));

      g_string_append_printf (self->out,
                              "<li><span class=\"badge %s\">%s</span> <span class=\"line %s\">",
                              nick, galley_words_get_symbol (order[i]), nick);
      galley_html_append_text (self, count);
      g_string_append (self->out, "</span></li>\n");
    }
  g_string_append (self->out, "<li class=\"coverage\">");
  galley_html_append_text (self, coverage);
  g_string_append (self->out, "</li>\n</ul>\n<p class=\"legend\">");
  galley_html_append_text (self, _ ("In the text, a line runs under the words of each claim, and "
                                    "the sign with its number behind "
                                    "them leads to what was found out about it."));
  g_string_append (self->out, "</p>\n");
}

static void
append_body (GalleyHtml *self)
{
  guint n_written, n_pieces;

  g_string_append_printf (self->out, "<body>\n<main>\n<article>\n<header>\n<p class=\"kicker\"%s>",
                          self->own_lang);
  galley_html_append_text (self, _ ("Reviewed version"));
  g_string_append (self->out, "</p>\n");
  n_written = append_headline (self);
  g_string_append_printf (self->out, "<div class=\"summary\"%s>\n", self->own_lang);
  append_facts (self);
  append_state (self);
  append_counts (self);
  g_string_append (self->out, "</div>\n</header>\n");
  galley_spans_get_pieces (self->spans, &n_pieces);
  if (n_written < n_pieces)
    {
      g_string_append_printf (self->out, "<div class=\"text\"%s>\n", self->article_lang);
      galley_html_append_blocks (self, n_written);
      g_string_append (self->out, "</div>\n");
    }
  g_string_append (self->out, "</article>\n");

  galley_html_append_claims (self);
  galley_html_append_dismissals (self);
  g_string_append (self->out, "</main>\n</body>\n</html>\n");
}

/**
 * galley_html_write:
 *
 * Returns: (transfer full): the reviewed article as a page
 */
GString *
galley_html_write (GalleyReport *report)
{
  gsize length_bytes;
  GalleyHtml html = { .report = report };

  galley_text_peek_utf8 (galley_document_get_text (galley_report_get_document (report)),
                         &length_bytes);
  html.out = g_string_sized_new (length_bytes + length_bytes / 2);
  html.spans = galley_spans_new (report, /* cut_cells= */ TRUE);
  html.names = name_claims (report);
  set_languages (&html);

  append_head (&html);
  append_body (&html);

  galley_spans_free (html.spans);
  g_strfreev (html.names);
  g_free (html.article_lang);
  g_free (html.own_lang);

  return html.out;
}
