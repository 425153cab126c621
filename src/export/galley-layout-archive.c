/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-history-words.h"
#include "galley-layout-private.h"
#include "galley-quoted.h"
#include "galley-source-notes.h"
#include "galley-when.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Everything, so that months later anybody at the desk can see the backing of every word, and that
 * nobody has changed the record since. */

static void
add_provenance (GalleyCopy *copy)
{
  GalleyReport *report = galley_copy_get_report (copy);
  GalleyDocument *document = galley_report_get_document (report);
  const GalleyRetrieval *retrieval = galley_document_get_retrieval (document);

  galley_layout_begin_section (copy, _ ("Origin"));
  galley_copy_say_fact (copy, _ ("Identity of the article"), "article",
                        galley_article_get_id (galley_report_get_article (report)));
  galley_copy_say_fact (copy, _ ("Format of the original"), "media-type",
                        galley_document_get_media_type (document));
  galley_copy_say_fact (copy, _ ("SHA-256 of the original"), "original",
                        galley_document_get_original_sha256 (document));
  galley_copy_say_fact (copy, _ ("SHA-256 of the text"), "text",
                        galley_document_get_text_sha256 (document));
  if (retrieval != NULL)
    {
      galley_copy_say_fact (copy, _ ("Retrieved"), "retrieved", retrieval->time);
      for (guint i = 0; retrieval->addresses[i] != NULL; i++)
        {
          galley_copy_add_fact (copy, _ ("Retrieved from"), "retrieved-from");
          galley_copy_add_address (copy, retrieval->addresses[i]);
        }
    }
  galley_copy_end (copy);
}

static void
add_source (GalleyCopy *copy, GalleySource *source, guint number)
{
  galley_copy_begin_entry (copy, GALLEY_COPY_NOTE, number, /* claim= */ -1);
  galley_copy_add (copy, GALLEY_COPY_PARAGRAPH, GALLEY_COPY_SOURCE);
  galley_copy_add_text (copy, source->texts[GALLEY_SOURCE_TITLE],
                        GALLEY_COPY_STRONG | GALLEY_COPY_FOREIGN);
  if (source->kind != GALLEY_SOURCE_UNSPECIFIED)
    galley_copy_say_fact (copy, _ ("Kind"), "kind", galley_source_kind_get_label (source->kind));
  galley_copy_say_fact (copy, _ ("Terms"), "terms", galley_terms_get_label (source->terms));
  for (guint i = GALLEY_SOURCE_AUTHOR; i < GALLEY_N_SOURCE_TEXTS; i++)
    {
      if (source->texts[i] == NULL)
        continue;
      galley_copy_add_fact (copy, galley_source_text_get_label (i), galley_source_text_to_nick (i));
      if (i == GALLEY_SOURCE_ADDRESS || i == GALLEY_SOURCE_ARCHIVED)
        galley_copy_add_address (copy, source->texts[i]);
      else
        galley_copy_add_text (copy, source->texts[i], GALLEY_COPY_FOREIGN);
    }
  galley_copy_say_fact (copy, _ ("Identity"), "id", source->id);
  galley_copy_end (copy);
}

static void
collect_sources (GalleySourceNotes *notes, GalleyClaim *claim)
{
  GPtrArray *evidence = galley_claim_get_evidence (claim);
  GPtrArray *queries = galley_claim_get_queries (claim);

  for (guint i = 0; evidence != NULL && i < evidence->len; i++)
    galley_source_notes_get_number (notes,
                                    ((GalleyEvidence *) g_ptr_array_index (evidence, i))->source);
  for (guint i = 0; queries != NULL && i < queries->len; i++)
    {
      GalleyQuery *query = g_ptr_array_index (queries, i);

      if (query->source != NULL)
        galley_source_notes_get_number (notes, query->source);
    }
}

static void
add_sources (GalleyCopy *copy)
{
  GPtrArray *claims = galley_report_get_claims (galley_copy_get_report (copy));
  GPtrArray *waiting = galley_report_get_waiting (galley_copy_get_report (copy));
  g_autoptr (GalleySourceNotes) notes = galley_source_notes_new ();
  GPtrArray *sources = galley_source_notes_get_sources (notes);

  for (guint i = 0; i < claims->len; i++)
    collect_sources (notes, g_ptr_array_index (claims, i));
  for (guint i = 0; waiting != NULL && i < waiting->len; i++)
    collect_sources (notes, g_ptr_array_index (waiting, i));
  if (sources->len == 0)
    return;

  galley_layout_begin_section (copy, _ ("Sources"));
  for (guint i = 0; i < sources->len; i++)
    add_source (copy, g_ptr_array_index (sources, i), i + 1);
  galley_copy_end (copy);
}

#define SHORT_ID 8

/* What was done, what it changed, and to which claim unless that is said already. */
static void
add_event (GalleyCopy *copy, GalleyHistoryEntry *entry)
{
  const GalleyHistoryFields *event = galley_history_entry_get_fields (entry);
  g_autofree char *time = galley_when_format (galley_history_entry_get_time (entry));
  g_autofree char *act = galley_history_words_describe_act (event);
  g_autofree char *change = galley_history_words_describe_change (event);
  g_autofree char *id = g_strdup_printf (" (%.*s)", SHORT_ID, event->subject_id);

  galley_copy_add_item (copy, /* level= */ 1, GALLEY_COPY_PLAIN);
  galley_copy_set_label (copy, time != NULL ? time : event->time);
  galley_copy_add_text (copy, event->actor, GALLEY_COPY_STRONG | GALLEY_COPY_FOREIGN);
  galley_copy_add_text (copy, ", ", /* marks= */ 0);
  galley_copy_add_text (copy, act, /* marks= */ 0);
  if (change != NULL)
    galley_copy_add_text (copy, ": ", /* marks= */ 0);
  galley_copy_add_text (copy, change, GALLEY_COPY_FOREIGN);
  if (event->claim != NULL && (change == NULL || strstr (change, event->claim) == NULL))
    {
      g_autofree char *claim = galley_quoted (event->claim);

      galley_copy_add_text (copy, " – ", /* marks= */ 0);
      galley_copy_add_text (copy, claim, GALLEY_COPY_FOREIGN);
    }
  galley_copy_add_text (copy, id, /* marks= */ 0);
  galley_copy_add_item (copy, /* level= */ 2, GALLEY_COPY_PLAIN);
  galley_copy_set_label (copy, event->event_id);
  galley_copy_add_text (copy, event->seal, /* marks= */ 0);
}

static void
add_journal (GalleyCopy *copy)
{
  GPtrArray *journal = galley_report_get_journal (galley_copy_get_report (copy));
  const GalleyHistoryFields *last;

  if (journal == NULL || journal->len == 0)
    return;

  galley_layout_begin_section (copy, _ ("Journal"));
  galley_copy_say (copy, GALLEY_COPY_PARAGRAPH, GALLEY_COPY_PLAIN,
                   _ ("Every change to the article, its claims and their evidence, oldest first. "
                      "Under each stands its place in the journal with its seal: a SHA-256 over "
                      "the change and the seal before it. “galleyctl verify” computes them again, "
                      "and “galleyctl history --json” lists them."));
  for (guint i = 0; i < journal->len; i++)
    add_event (copy, g_ptr_array_index (journal, i));

  last = galley_history_entry_get_fields (g_ptr_array_index (journal, journal->len - 1));
  galley_copy_say_fact (copy, _ ("Last change"), "event", last->event_id);
  galley_copy_say_fact (copy, _ ("Seal"), "seal", last->seal);
  galley_copy_end (copy);
}

/**
 * galley_layout_set_archive:
 *
 * The annotated article, then each claim with all that is known of it, what was dismissed, where
 * the article came from, the sources in full and the journal with its seal.
 */
void
galley_layout_set_archive (GalleyCopy *copy)
{
  guint n_claims = galley_report_get_claims (galley_copy_get_report (copy))->len, n_pieces;

  galley_layout_add_headline (copy, _ ("Archive copy"), &n_pieces);
  galley_copy_begin (copy, GALLEY_COPY_SUMMARY);
  galley_copy_say (copy, GALLEY_COPY_PARAGRAPH, GALLEY_COPY_WARNING,
                   _ ("For the desk’s files only: names confidential sources. Not to be passed "
                      "on."));
  galley_layout_add_facts (copy);
  galley_layout_add_sign_offs (copy);
  galley_layout_add_state (copy);
  galley_copy_end (copy);
  galley_layout_add_article (copy, n_pieces);

  if (n_claims > 0)
    {
      galley_layout_begin_section (copy, _ ("Claims"));
      for (guint i = 0; i < n_claims; i++)
        galley_layout_add_claim (
            copy, i, GALLEY_ENTRY_LEADS_TO_WORDS | GALLEY_ENTRY_HAS_THREAD | GALLEY_ENTRY_HAS_ID);
      galley_copy_end (copy);
    }
  galley_layout_add_waiting (copy, GALLEY_ENTRY_HAS_THREAD | GALLEY_ENTRY_HAS_ID);
  galley_layout_add_dismissals (copy);
  add_provenance (copy);
  add_sources (copy);
  add_journal (copy);
}
