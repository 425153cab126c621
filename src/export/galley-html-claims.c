/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-html.h"
#include "galley-record-words.h"
#include "galley-words.h"

#include <glib/gi18n-lib.h>

static void
open_term (GalleyHtml *self, const char *label, const char *class_name)
{
  g_string_append (self->out, "<dt>");
  galley_html_append_text (self, label);
  g_string_append_printf (self->out, "</dt><dd class=\"%s\" dir=\"auto\">", class_name);
}

static void
append_term (GalleyHtml *self, const char *label, const char *class_name, const char *text)
{
  if (text == NULL || *text == '\0')
    return;

  open_term (self, label, class_name);
  galley_html_append_text (self, text);
  g_string_append (self->out, "</dd>\n");
}

static void
append_correction (GalleyHtml *self, const char *quote, const char *correction)
{
  if (correction == NULL)
    return;

  open_term (self, _ ("Correction"), "correction");
  g_string_append_printf (self->out, "<del%s>", self->article_lang);
  galley_html_append_text (self, quote);
  g_string_append (self->out, "</del> → ");
  if (*correction != '\0')
    {
      g_string_append_printf (self->out, "<ins%s>", self->article_lang);
      galley_html_append_text (self, correction);
      g_string_append (self->out, "</ins>");
    }
  else
    {
      g_string_append (self->out, "<em>");
      galley_html_append_text (self, _ ("Strike these words"));
      g_string_append (self->out, "</em>");
    }
  g_string_append (self->out, "</dd>\n");
}

static void
append_evidence_entry (GalleyHtml *self, GalleyEvidence *entry)
{
  g_autofree char *description = galley_record_words_describe_source (entry);

  g_string_append_printf (self->out, "<li><p><span class=\"stance %s\">",
                          galley_stance_to_nick (entry->stance));
  galley_html_append_text (self, galley_stance_get_label (entry->stance));
  g_string_append (self->out, "</span> <bdi class=\"source\">");
  galley_html_append_text (self, entry->source->texts[GALLEY_SOURCE_TITLE]);
  g_string_append (self->out, "</bdi>");
  if (entry->locator != NULL && *entry->locator != '\0')
    {
      g_string_append (self->out, ", <bdi>");
      galley_html_append_text (self, entry->locator);
      g_string_append (self->out, "</bdi>");
    }
  g_string_append (self->out, "</p>\n");

  if (description != NULL)
    {
      g_string_append (self->out, "<p class=\"description\"><bdi>");
      galley_html_append_text (self, description);
      g_string_append (self->out, "</bdi></p>\n");
    }
  if (entry->source->texts[GALLEY_SOURCE_ADDRESS] != NULL)
    {
      g_string_append (self->out, "<p class=\"address\">");
      galley_html_append_address (self, entry->source->texts[GALLEY_SOURCE_ADDRESS]);
      g_string_append (self->out, "</p>\n");
    }
  if (entry->passage != NULL && *entry->passage != '\0')
    {
      g_string_append (self->out, "<blockquote class=\"passage\" dir=\"auto\">");
      galley_html_append_text (self, entry->passage);
      g_string_append (self->out, "</blockquote>\n");
    }
  if (entry->consulted_at != 0)
    {
      g_string_append (self->out, "<p class=\"consulted\">");
      galley_html_append_text (self, _ ("Consulted"));
      g_string_append_c (self->out, ' ');
      galley_html_append_time (self, entry->consulted_at);
      g_string_append (self->out, "</p>\n");
    }
  g_string_append (self->out, "</li>\n");
}

static void
append_evidence (GalleyHtml *self, guint position)
{
  GalleyClaim *claim = g_ptr_array_index (galley_report_get_claims (self->report), position);
  GPtrArray *evidence = galley_claim_get_evidence (claim);
  g_autofree char *count =
      galley_record_words_count_sources (galley_report_get_independence (self->report, position));

  if (evidence == NULL || evidence->len == 0)
    return;

  g_string_append (self->out, "<dt>");
  galley_html_append_text (self, _ ("Evidence"));
  g_string_append (self->out, "</dt><dd>\n");
  if (count != NULL)
    {
      g_string_append (self->out, "<p class=\"independent\">");
      galley_html_append_text (self, count);
      g_string_append (self->out, "</p>\n");
    }
  g_string_append (self->out, "<ul class=\"evidence\">\n");
  for (guint i = 0; i < evidence->len; i++)
    append_evidence_entry (self, g_ptr_array_index (evidence, i));
  g_string_append (self->out, "</ul>\n</dd>\n");
}

static void
append_checked (GalleyHtml *self, GalleyClaim *claim)
{
  const char *checked_by = galley_claim_get_checked_by (claim);
  gint64 checked_at = galley_claim_get_checked_at (claim);
  gboolean has_name = checked_by != NULL && *checked_by != '\0';

  if (!has_name && checked_at == 0)
    return;

  open_term (self, galley_words_get_checked_label (galley_claim_get_status (claim)), "checked");
  if (has_name)
    {
      g_string_append (self->out, "<bdi>");
      galley_html_append_text (self, checked_by);
      g_string_append (self->out, checked_at != 0 ? "</bdi>, " : "</bdi>");
    }
  if (checked_at != 0)
    galley_html_append_time (self, checked_at);
  g_string_append (self->out, "</dd>\n");
}

/* On paper it is left out, with what sets it apart. */
static void
append_way_to_words (GalleyHtml *self, guint position, gboolean has_place)
{
  g_autofree char *label = g_strdup_printf (_ ("Claim %u in the text"), position + 1);

  g_string_append_printf (self->out, "<span class=\"goto\">%s<a href=\"#words-%u\" aria-label=\"",
                          has_place ? " · " : "", position + 1);
  galley_html_append_text (self, label);
  g_string_append (self->out, "\">");
  galley_html_append_text (self, _ ("In the text"));
  g_string_append (self->out, "</a></span>");
}

/* Where the claim stands, with a way to its words if they are in the page. */
static void
append_place (GalleyHtml *self, guint position)
{
  g_autofree char *section = galley_report_dup_claim_section (self->report, position);
  gint block = galley_report_get_claim_block (self->report, position);

  g_string_append (self->out, "<p class=\"place\">");
  if (section != NULL)
    {
      g_string_append_printf (self->out, "<bdi%s>", self->article_lang);
      galley_html_append_text (self, section);
      g_string_append (self->out, "</bdi> · ");
    }
  if (block >= 0)
    g_string_append_printf (self->out, "¶&#160;%d", block + 1);
  if (galley_spans_is_written (self->spans, position))
    append_way_to_words (self, position, block >= 0);
  else
    {
      g_string_append (self->out, block >= 0 ? " · " : "");
      galley_html_append_text (self, _ ("Not part of the article; its words are left out above"));
    }
  g_string_append (self->out, "</p>\n");
}

static void
append_facts (GalleyHtml *self, GPtrArray *facts)
{
  for (guint i = 0; i < facts->len; i++)
    {
      GalleyFact *fact = g_ptr_array_index (facts, i);

      append_term (self, fact->label, fact->nick, fact->value);
    }
}

static void
append_details (GalleyHtml *self, guint position, const char *quote)
{
  GalleyClaim *claim = g_ptr_array_index (galley_report_get_claims (self->report), position);
  g_autoptr (GPtrArray) facts = galley_record_words_list_facts (claim);
  g_autoptr (GPtrArray) queries = galley_record_words_list_queries (claim);
  gsize before_bytes, opened_bytes;

  before_bytes = self->out->len;
  g_string_append (self->out, "<dl>\n");
  opened_bytes = self->out->len;

  append_facts (self, facts);
  append_term (self, _ ("Reason"), "reason",
               galley_reason_get_label (galley_claim_get_reason (claim)));
  append_correction (self, quote, galley_claim_get_correction (claim));
  append_term (self, _ ("Note"), "note", galley_claim_get_note (claim));
  append_evidence (self, position);
  append_facts (self, queries);
  append_checked (self, claim);

  if (self->out->len > opened_bytes)
    g_string_append (self->out, "</dl>\n");
  else
    g_string_truncate (self->out, before_bytes);
}

static void
append_claim (GalleyHtml *self, guint position)
{
  GalleyClaim *claim = g_ptr_array_index (galley_report_get_claims (self->report), position);
  GalleyStatus status = galley_claim_get_status (claim);
  g_autofree char *quote = galley_report_dup_claim_excerpt (self->report, position);

  g_string_append_printf (self->out,
                          "<li class=\"claim %s\" id=\"claim-%u\">\n"
                          "<h3><span class=\"badge %s\">%s&#160;%u</span> ",
                          galley_status_to_nick (status), position + 1,
                          galley_status_to_nick (status), galley_words_get_symbol (status),
                          position + 1);
  galley_html_append_text (self, galley_status_get_label (status));
  g_string_append_printf (self->out, "</h3>\n<blockquote class=\"quote\" dir=\"auto\"%s>",
                          self->article_lang);
  galley_html_append_text (self, quote);
  g_string_append (self->out, "</blockquote>\n");
  append_place (self, position);

  append_details (self, position, quote);
  g_string_append (self->out, "</li>\n");
}

/**
 * galley_html_append_claims:
 *
 * Appends the list of all claims with what was decided about them.
 */
void
galley_html_append_claims (GalleyHtml *self)
{
  guint n_claims = galley_report_get_claims (self->report)->len;

  if (n_claims == 0)
    return;

  g_string_append_printf (self->out, "<section id=\"claims\"%s>\n<h2>", self->own_lang);
  galley_html_append_text (self, _ ("Claims"));
  g_string_append (self->out, "</h2>\n<ol class=\"claims\">\n");
  for (guint i = 0; i < n_claims; i++)
    append_claim (self, i);
  g_string_append (self->out, "</ol>\n</section>\n");
}

/**
 * galley_html_append_dismissals:
 *
 * Appends the words that were dismissed as needing no check, with the reason.
 */
void
galley_html_append_dismissals (GalleyHtml *self)
{
  GalleyText *text = galley_document_get_text (galley_report_get_document (self->report));
  GPtrArray *dismissals = galley_report_get_dismissals (self->report);

  if (dismissals->len == 0)
    return;

  g_string_append_printf (self->out, "<section id=\"not-checked\"%s>\n<h2>", self->own_lang);
  galley_html_append_text (self, _ ("Not Checked"));
  g_string_append (self->out, "</h2>\n<ul class=\"dismissals\">\n");
  for (guint i = 0; i < dismissals->len; i++)
    {
      GalleyDismissal *dismissal = g_ptr_array_index (dismissals, i);
      g_autofree char *words = NULL;

      if (!galley_text_has_range (text, dismissal->range))
        continue;

      words = galley_text_slice (text, dismissal->range);
      g_string_append (self->out, "<li><span class=\"kind\">");
      galley_html_append_text (self, galley_dismissal_kind_get_label (dismissal->kind));
      g_string_append_printf (self->out, "</span> <bdi%s>", self->article_lang);
      galley_html_append_text (self, words);
      g_string_append (self->out, "</bdi></li>\n");
    }
  g_string_append (self->out, "</ul>\n</section>\n");
}
