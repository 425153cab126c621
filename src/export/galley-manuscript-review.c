/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-manuscript.h"

#include "galley-span.h"
#include "galley-words.h"

#include <glib/gi18n-lib.h>

/*
 * What is said of the check, on pages of its own behind the article: how it stands, the sources
 * with the claims that they were used for, the claims whose words were left out, and what was not
 * checked. It all has styles whose names begin with “Galley”, by which the readers of office
 * documents know that it is no part of the article.
 */

static const GalleyStatus order[] = { GALLEY_STATUS_CONFIRMED, GALLEY_STATUS_DISPUTED,
                                      GALLEY_STATUS_PENDING };

typedef struct
{
  GalleySource *source;
  GString *claims; /* the numbers of the claims that it was used for */
  guint last;      /* the last of these */
} SourceUse;

static void
free_use (gpointer data)
{
  SourceUse *use = data;

  g_string_free (use->claims, TRUE);
  g_free (use);
}

static void
say (GalleyManuscript *self, GalleyManuscriptStyle style, const char *label, const char *text)
{
  GalleyManuscriptLine line = { .label = label, .text = (char *) text };

  if (text != NULL && *text != '\0')
    galley_manuscript_add_line (self, style, &line);
}

/* The first line stands out, the others belong to it. */
static void
say_entry (GalleyManuscript *self, GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    galley_manuscript_add_line (
        self, i == 0 ? GALLEY_MANUSCRIPT_REVIEW_ENTRY : GALLEY_MANUSCRIPT_REVIEW_DETAIL,
        g_ptr_array_index (lines, i));
}

static void
add_facts (GalleyManuscript *self, GalleyReport *report)
{
  static const GalleyMetadataField fields[] = { GALLEY_METADATA_BYLINE, GALLEY_METADATA_PUBLICATION,
                                                GALLEY_METADATA_DATE };
  GalleyDocument *document = galley_report_get_document (report);
  g_autofree char *exported =
      galley_words_format_time (galley_report_get_options (report)->exported_at);
  g_autoptr (GPtrArray) lines = galley_manuscript_lines_new ();

  galley_manuscript_lines_add (lines, galley_words_get_field_label (GALLEY_METADATA_TITLE),
                               galley_report_get_title (report));
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    galley_manuscript_lines_add (lines, galley_words_get_field_label (fields[i]),
                                 galley_document_get_metadata (document, fields[i]));
  galley_manuscript_lines_add_address (
      lines, galley_words_get_field_label (GALLEY_METADATA_SOURCE_ADDRESS),
      galley_document_get_metadata (document, GALLEY_METADATA_SOURCE_ADDRESS));
  galley_manuscript_lines_add (lines, _ ("Exported"), exported);

  for (guint i = 0; i < lines->len; i++)
    galley_manuscript_add_line (self, GALLEY_MANUSCRIPT_REVIEW, g_ptr_array_index (lines, i));
}

static void
add_state (GalleyManuscript *self, GalleyReport *report)
{
  g_autoptr (GPtrArray) clauses = galley_words_describe_state (report);
  g_autoptr (GString) sentences = g_string_new (NULL);

  for (guint i = 0; i < clauses->len; i++)
    g_string_append_printf (sentences, "%s%s.", i > 0 ? " " : "",
                            (const char *) g_ptr_array_index (clauses, i));
  say (self, GALLEY_MANUSCRIPT_REVIEW_ENTRY, /* label= */ NULL, sentences->str);
}

static void
add_counts (GalleyManuscript *self, GalleyReport *report)
{
  g_autofree char *coverage = galley_words_format_coverage (report);

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      g_autofree char *count =
          galley_words_count_claims (order[i], galley_report_get_n_with_status (report, order[i]));
      g_autofree char *text = g_strdup_printf ("%s %s", galley_words_get_symbol (order[i]), count);

      say (self, GALLEY_MANUSCRIPT_REVIEW_DETAIL, /* label= */ NULL, text);
    }
  say (self, GALLEY_MANUSCRIPT_REVIEW_DETAIL, /* label= */ NULL, coverage);
  say (self, GALLEY_MANUSCRIPT_REVIEW, /* label= */ NULL,
       _ ("Each claim has a comment, which is resolved where the claim is confirmed. Corrections "
          "are tracked changes, to be accepted or rejected."));
}

static void
note_use (GHashTable *uses, GPtrArray *all, GalleySource *source, guint claim)
{
  SourceUse *use = g_hash_table_lookup (uses, source->id);

  if (use == NULL)
    {
      use = g_new0 (SourceUse, 1);
      use->source = source;
      use->claims = g_string_new (NULL);
      g_hash_table_insert (uses, source->id, use);
      g_ptr_array_add (all, use);
    }
  if (use->last == claim + 1)
    return;

  use->last = claim + 1;
  g_string_append_printf (use->claims, "%s%u", use->claims->len > 0 ? ", " : "", use->last);
}

/* Returns (transfer full) (element-type SourceUse) the sources in the order of their first use. */
static GPtrArray *
collect_sources (GalleyReport *report)
{
  GPtrArray *claims = galley_report_get_claims (report);
  GPtrArray *all = g_ptr_array_new_with_free_func (free_use);
  g_autoptr (GHashTable) uses = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < claims->len; i++)
    {
      GPtrArray *evidence = galley_claim_get_evidence (g_ptr_array_index (claims, i));

      for (guint j = 0; evidence != NULL && j < evidence->len; j++)
        {
          GalleyEvidence *entry = g_ptr_array_index (evidence, j);

          note_use (uses, all, entry->source, i);
        }
    }

  return all;
}

static void
add_sources (GalleyManuscript *self, GalleyReport *report)
{
  /* What is said of one use of a source does not hold for the others. */
  const GalleyEvidenceFields nothing = { GALLEY_STANCE_SUPPORTS };
  g_autoptr (GPtrArray) uses = collect_sources (report);

  if (uses->len > 0)
    say (self, GALLEY_MANUSCRIPT_REVIEW_HEADING, /* label= */ NULL, _ ("Sources"));
  for (guint i = 0; i < uses->len; i++)
    {
      SourceUse *use = g_ptr_array_index (uses, i);
      g_autoptr (GalleyEvidence) plain = galley_evidence_new ("", use->source, &nothing);
      g_autoptr (GPtrArray) lines = galley_manuscript_lines_new ();

      galley_manuscript_lines_add (lines, /* label= */ NULL,
                                   use->source->texts[GALLEY_SOURCE_TITLE]);
      galley_manuscript_lines_add_source (lines, plain);
      galley_manuscript_lines_add (lines, _ ("Claims"), use->claims->str);
      say_entry (self, lines);
    }
}

static void
add_left_out (GalleyManuscript *self, GalleyReport *report)
{
  g_autoptr (GalleySpans) spans = galley_spans_new (report, /* cut_cells= */ TRUE);
  gboolean has_heading = FALSE;

  for (guint i = 0; i < galley_report_get_claims (report)->len; i++)
    {
      g_autoptr (GPtrArray) lines = NULL;
      g_autofree char *quote = NULL;

      if (galley_spans_is_written (spans, i))
        continue;

      if (!has_heading)
        say (self, GALLEY_MANUSCRIPT_REVIEW_HEADING, /* label= */ NULL, _ ("Claims Left Out"));
      has_heading = TRUE;
      lines = galley_manuscript_lines_new ();
      galley_manuscript_lines_add_claim (lines, report, i);
      quote = galley_report_dup_claim_excerpt (report, i);
      galley_manuscript_lines_add (lines, _ ("Words"), quote);
      say_entry (self, lines);
    }
}

static void
add_dismissals (GalleyManuscript *self, GalleyReport *report)
{
  GalleyText *text = galley_document_get_text (galley_report_get_document (report));
  GPtrArray *dismissals = galley_report_get_dismissals (report);

  if (dismissals->len > 0)
    say (self, GALLEY_MANUSCRIPT_REVIEW_HEADING, /* label= */ NULL, _ ("Not Checked"));
  for (guint i = 0; i < dismissals->len; i++)
    {
      GalleyDismissal *dismissal = g_ptr_array_index (dismissals, i);
      g_autofree char *words = NULL;

      if (!galley_text_has_range (text, dismissal->range))
        continue;

      words = galley_text_slice (text, dismissal->range);
      say (self, GALLEY_MANUSCRIPT_REVIEW, galley_dismissal_kind_get_label (dismissal->kind),
           words);
    }
}

/**
 * galley_manuscript_add_review:
 * @report: what is written
 *
 * Adds what is said of the check, which begins a page.
 */
void
galley_manuscript_add_review (GalleyManuscript *self, GalleyReport *report)
{
  say (self, GALLEY_MANUSCRIPT_REVIEW_TITLE, /* label= */ NULL, _ ("Reviewed version"));
  add_facts (self, report);
  add_state (self, report);
  add_counts (self, report);
  add_sources (self, report);
  add_left_out (self, report);
  add_dismissals (self, report);
}

/**
 * galley_manuscript_sum_up:
 *
 * Returns: (transfer full): how the check stands, in a line for the head of each page
 */
char *
galley_manuscript_sum_up (GalleyReport *report)
{
  GString *line = g_string_new (_ ("Reviewed version"));
  g_autofree char *coverage = galley_words_format_coverage (report);

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      g_autofree char *count =
          galley_words_count_claims (order[i], galley_report_get_n_with_status (report, order[i]));

      g_string_append_printf (line, " · %s", count);
    }
  g_string_append_printf (line, " · %s", coverage);

  return g_string_free (line, FALSE);
}
