/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-layout-private.h"

#include "galley-excerpt.h"

#include <glib/gi18n-lib.h>

/* What there is to say of a claim, in the order in which it is read. */

/* How much of the words around a claim is given with it, code points to either side. */
#define SURROUNDINGS_MAX 240

static GalleyClaim *
get_claim (GalleyCopy *copy, guint claim)
{
  return g_ptr_array_index (galley_report_get_claims (galley_copy_get_report (copy)), claim);
}

/**
 * galley_layout_add_claim_heading:
 * @claim: position of a claim
 *
 * Adds the heading of the claim's entry.
 */
void
galley_layout_add_claim_heading (GalleyCopy *copy, guint claim)
{
  GalleyStatus status = galley_copy_get_status (copy, claim);
  g_autofree char *name = galley_words_name_claim (claim + 1, status);

  galley_copy_add_heading (copy, /* level= */ 3);
  galley_copy_add_badge (copy, claim, GALLEY_COPY_SIGN);
  galley_copy_add_text (copy, " ", /* marks= */ 0);
  galley_copy_add_text (copy, name, /* marks= */ 0);
}

/* The words of the claim within those of its block. */
static void
add_words_in_surroundings (GalleyCopy *copy, guint claim, const char *quote)
{
  guint n_blocks;
  GalleyReport *report = galley_copy_get_report (copy);
  const GalleyBlock *blocks =
      galley_document_get_blocks (galley_report_get_document (report), &n_blocks);
  GalleyRange range = galley_claim_get_range (get_claim (copy, claim));
  gint block = galley_report_get_claim_block (report, claim);
  GalleyRange around = block >= 0 ? blocks[block].range : range;
  GalleyText *text = galley_document_get_text (galley_report_get_document (report));
  guint from = around.start, to = around.end;

  if (range.start > from + SURROUNDINGS_MAX)
    from = galley_excerpt_find_start (text, range.start - SURROUNDINGS_MAX, range.start);
  if (to > range.end + SURROUNDINGS_MAX)
    to = galley_excerpt_find_end (text, range.end + SURROUNDINGS_MAX, range.end);
  if (block >= 0 && from > around.start)
    galley_copy_add_text (copy, "… ", /* marks= */ 0);
  if (block >= 0 && from < range.start)
    galley_copy_add_range (copy, (GalleyRange){ from, range.start }, /* marks= */ 0);
  galley_copy_add_text (copy, quote, GALLEY_COPY_OF_ARTICLE | GALLEY_COPY_STRONG);
  if (block >= 0 && to > range.end)
    galley_copy_add_range (copy, (GalleyRange){ range.end, to }, /* marks= */ 0);
  if (block >= 0 && to >= range.end && to < around.end)
    galley_copy_add_text (copy, " …", /* marks= */ 0);
}

/**
 * galley_layout_add_words:
 * @claim: position of a claim
 *
 * Adds the words of the claim, maybe with those around them.
 */
void
galley_layout_add_words (GalleyCopy *copy, guint claim, GalleyEntryTraits traits)
{
  g_autofree char *quote = galley_report_dup_claim_excerpt (galley_copy_get_report (copy), claim);

  galley_copy_add (copy, GALLEY_COPY_QUOTE, GALLEY_COPY_WORDS);
  if (traits & GALLEY_ENTRY_HAS_SURROUNDINGS)
    add_words_in_surroundings (copy, claim, quote);
  else
    galley_copy_add_text (copy, quote, GALLEY_COPY_OF_ARTICLE);
}

static void
add_way_to_words (GalleyCopy *copy, guint claim, gboolean has_place)
{
  if (galley_spans_is_written (galley_copy_get_spans (copy), claim))
    {
      galley_copy_add_text (copy, has_place ? " · " : "", GALLEY_COPY_ON_SCREEN);
      galley_copy_add_reference (copy, _ ("In the text"), GALLEY_COPY_ON_SCREEN,
                                 GALLEY_COPY_CLAIM_WORDS, claim + 1);
      return;
    }

  galley_copy_add_text (copy, has_place ? " · " : "", /* marks= */ 0);
  galley_copy_add_text (copy, _ ("Not part of the article; its words are left out above"),
                        /* marks= */ 0);
}

/**
 * galley_layout_add_place:
 * @claim: position of a claim
 *
 * Says where the claim stands, with a way to its words if the article is in the copy.
 */
void
galley_layout_add_place (GalleyCopy *copy, guint claim, GalleyEntryTraits traits)
{
  GalleyReport *report = galley_copy_get_report (copy);
  g_autofree char *section = galley_report_dup_claim_section (report, claim);
  gint block = galley_report_get_claim_block (report, claim);

  if (section == NULL && block < 0 && !(traits & GALLEY_ENTRY_LEADS_TO_WORDS))
    return;

  galley_copy_add (copy, GALLEY_COPY_PARAGRAPH, GALLEY_COPY_PLACE);
  if (section != NULL)
    {
      galley_copy_add_text (copy, section, GALLEY_COPY_OF_ARTICLE);
      galley_copy_add_text (copy, " · ", /* marks= */ 0);
    }
  if (block >= 0)
    {
      /* Translators: where in the article something stands, such as "¶ 12". */
      g_autofree char *paragraph = g_strdup_printf (_ ("¶ %d"), block + 1);

      galley_copy_add_text (copy, paragraph, /* marks= */ 0);
    }
  if (traits & GALLEY_ENTRY_LEADS_TO_WORDS)
    add_way_to_words (copy, claim, block >= 0);
}

/**
 * galley_layout_add_replacement:
 * @correction: replacement text; "" strikes the words
 *
 * Adds, behind words, what is to stand in their place.
 */
void
galley_layout_add_replacement (GalleyCopy *copy, const char *correction)
{
  galley_copy_add_text (copy, " → ", /* marks= */ 0);
  if (*correction != '\0')
    galley_copy_add_text (copy, correction, GALLEY_COPY_INSERTED | GALLEY_COPY_OF_ARTICLE);
  else
    galley_copy_add_text (copy, _ ("Strike these words"), GALLEY_COPY_EMPHASIS);
}

/**
 * galley_layout_add_correction:
 * @claim: position of a claim
 *
 * Adds what is proposed to stand in the place of the claim's words, if anything is.
 */
void
galley_layout_add_correction (GalleyCopy *copy, guint claim)
{
  const char *correction = galley_claim_get_correction (get_claim (copy, claim));
  g_autofree char *quote = NULL;

  if (correction == NULL)
    return;

  quote = galley_report_dup_claim_excerpt (galley_copy_get_report (copy), claim);
  galley_copy_add_fact (copy, _ ("Correction"), "correction");
  galley_copy_add_text (copy, quote, GALLEY_COPY_DELETED | GALLEY_COPY_OF_ARTICLE);
  galley_layout_add_replacement (copy, correction);
}

static void
add_detail (GalleyCopy *copy, const char *label)
{
  galley_copy_add (copy, GALLEY_COPY_PARAGRAPH, GALLEY_COPY_DETAIL);
  if (label != NULL)
    galley_copy_set_label (copy, label);
}

static void
add_use (GalleyCopy *copy, GalleyEvidence *entry)
{
  GalleySource *source = entry->source;
  g_autofree char *description = galley_record_words_describe_source (entry);
  static const GalleySourceText addresses[] = { GALLEY_SOURCE_ADDRESS, GALLEY_SOURCE_ARCHIVED };

  galley_copy_add (copy, GALLEY_COPY_PARAGRAPH, GALLEY_COPY_SOURCE);
  galley_copy_set_label (copy, galley_stance_get_label (entry->stance));
  galley_copy_add_text (copy, source->texts[GALLEY_SOURCE_TITLE],
                        GALLEY_COPY_STRONG | GALLEY_COPY_FOREIGN);
  if (entry->locator != NULL && *entry->locator != '\0')
    {
      galley_copy_add_text (copy, ", ", /* marks= */ 0);
      galley_copy_add_text (copy, entry->locator, GALLEY_COPY_FOREIGN);
    }
  if (description != NULL)
    {
      add_detail (copy, /* label= */ NULL);
      galley_copy_add_text (copy, description, GALLEY_COPY_FOREIGN);
    }
  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    if (source->texts[addresses[i]] != NULL)
      {
        add_detail (copy, galley_source_text_get_label (addresses[i]));
        galley_copy_add_address (copy, source->texts[addresses[i]]);
      }
  if (entry->passage != NULL && *entry->passage != '\0')
    {
      galley_copy_add (copy, GALLEY_COPY_QUOTE, GALLEY_COPY_PASSAGE);
      galley_copy_add_text (copy, entry->passage, GALLEY_COPY_FOREIGN);
    }
  if (entry->consulted_at != 0)
    {
      add_detail (copy, _ ("Consulted"));
      galley_copy_add_time (copy, entry->consulted_at);
    }
}

/* Adds the uses of sources, and @count, if there is one, before them. */
static void
add_uses (GalleyCopy *copy, GalleyClaim *claim, const char *count)
{
  GPtrArray *evidence = galley_claim_get_evidence (claim);

  if (evidence == NULL || evidence->len == 0)
    return;

  galley_copy_add_fact (copy, _ ("Evidence"), "sources");
  galley_copy_add_text (copy, count, /* marks= */ 0);
  for (guint i = 0; i < evidence->len; i++)
    {
      galley_copy_begin (copy, GALLEY_COPY_EVIDENCE);
      add_use (copy, g_ptr_array_index (evidence, i));
      galley_copy_end (copy);
    }
}

/**
 * galley_layout_add_evidence:
 * @claim: position of a claim
 *
 * Adds how many sources the claim has, and each of their uses.
 */
void
galley_layout_add_evidence (GalleyCopy *copy, guint claim)
{
  g_autofree char *count = galley_record_words_count_sources (
      galley_report_get_independence (galley_copy_get_report (copy), claim));

  add_uses (copy, get_claim (copy, claim), count);
}

static void
add_checked (GalleyCopy *copy, GalleyClaim *claim)
{
  const char *checked_by = galley_claim_get_checked_by (claim);
  gint64 checked_at = galley_claim_get_checked_at (claim);
  gboolean has_name = checked_by != NULL && *checked_by != '\0';

  if (!has_name && checked_at == 0)
    return;

  galley_copy_add_fact (copy, galley_words_get_checked_label (galley_claim_get_status (claim)),
                        "checked");
  if (has_name)
    galley_copy_add_text (copy, checked_by, GALLEY_COPY_FOREIGN);
  if (has_name && checked_at != 0)
    galley_copy_add_text (copy, ", ", /* marks= */ 0);
  galley_copy_add_time (copy, checked_at);
}

static void
say_facts (GalleyCopy *copy, GPtrArray *facts)
{
  for (guint i = 0; i < facts->len; i++)
    {
      GalleyFact *fact = g_ptr_array_index (facts, i);

      galley_copy_say_fact (copy, fact->label, fact->nick, fact->value);
    }
}

static gboolean
wants_correction (GalleyClaim *claim)
{
  return galley_claim_get_status (claim) == GALLEY_STATUS_DISPUTED &&
         galley_claim_get_correction (claim) == NULL;
}

/**
 * galley_layout_add_verdict:
 * @position: position of a claim
 *
 * Adds why the claim stands as it does, on what evidence, and what was asked about it.
 */
void
galley_layout_add_verdict (GalleyCopy *copy, guint position, GalleyEntryTraits traits)
{
  GalleyClaim *claim = get_claim (copy, position);
  g_autoptr (GPtrArray) queries = galley_record_words_list_queries (claim);
  g_autoptr (GPtrArray) former = galley_record_words_list_former (claim, /* with_words= */ TRUE);

  say_facts (copy, former);
  galley_copy_say_fact (copy, _ ("Reason"), "reason",
                        galley_reason_get_label (galley_claim_get_reason (claim)));
  galley_layout_add_correction (copy, position);
  if ((traits & GALLEY_ENTRY_WANTS_CORRECTION) && wants_correction (claim))
    {
      galley_copy_add_fact (copy, _ ("Correction"), "correction");
      galley_copy_add_text (copy, _ ("No replacement text is proposed yet"), GALLEY_COPY_EMPHASIS);
    }
  galley_copy_say_fact (copy, _ ("Note"), "note", galley_claim_get_note (claim));
  galley_layout_add_evidence (copy, position);
  say_facts (copy, queries);
}

static void
add_thread (GalleyCopy *copy, GalleyClaim *claim)
{
  GPtrArray *notes = galley_claim_get_notes (claim);

  for (guint i = 0; notes != NULL && i < notes->len; i++)
    {
      GalleyNote *note = g_ptr_array_index (notes, i);

      galley_copy_add_fact (copy, _ ("Comment"), "comment");
      galley_copy_add_text (copy, note->text, GALLEY_COPY_FOREIGN);
      galley_copy_add_text (copy, " – ", /* marks= */ 0);
      galley_copy_add_text (copy, note->author, GALLEY_COPY_FOREIGN);
      galley_copy_add_text (copy, ", ", /* marks= */ 0);
      galley_copy_add_time (copy, note->written_at);
    }
}

/**
 * galley_layout_add_claim:
 * @position: position of a claim
 *
 * Adds the entry of the claim: its words, where they stand, how it stands and on what evidence.
 */
void
galley_layout_add_claim (GalleyCopy *copy, guint position, GalleyEntryTraits traits)
{
  GalleyClaim *claim = get_claim (copy, position);
  g_autoptr (GPtrArray) facts = galley_record_words_list_facts (claim);

  galley_copy_begin_entry (copy, GALLEY_COPY_CLAIM, position + 1, (gint) position);
  galley_layout_add_claim_heading (copy, position);
  galley_layout_add_words (copy, position, traits);
  galley_layout_add_place (copy, position, traits);
  say_facts (copy, facts);
  galley_layout_add_verdict (copy, position, traits);
  if (traits & GALLEY_ENTRY_HAS_THREAD)
    add_thread (copy, claim);
  add_checked (copy, claim);
  if (traits & GALLEY_ENTRY_HAS_ID)
    galley_copy_say_fact (copy, _ ("Identity"), "id", galley_claim_get_id (claim));
  galley_copy_end (copy);
}

/**
 * galley_layout_add_former_words:
 * @claim: a claim that has no words in the draft
 *
 * Adds the words that it had.
 */
void
galley_layout_add_former_words (GalleyCopy *copy, GalleyClaim *claim)
{
  galley_copy_add (copy, GALLEY_COPY_QUOTE, GALLEY_COPY_WORDS);
  galley_copy_add_text (copy, galley_claim_get_former (claim)->quote, GALLEY_COPY_OF_ARTICLE);
}

static void
add_waiting_claim (GalleyCopy *copy, GalleyClaim *claim, guint number, GalleyEntryTraits traits)
{
  g_autoptr (GPtrArray) former = galley_record_words_list_former (claim, /* with_words= */ FALSE);
  g_autoptr (GPtrArray) queries = galley_record_words_list_queries (claim);
  g_autofree char *heading =
      g_strdup_printf ("%u. %s", number, galley_place_get_label (galley_claim_get_place (claim)));

  galley_copy_begin_entry (copy, GALLEY_COPY_NOWHERE, number, /* claim= */ -1);
  galley_copy_add_heading (copy, /* level= */ 3);
  galley_copy_add_text (copy, heading, /* marks= */ 0);
  galley_layout_add_former_words (copy, claim);
  say_facts (copy, former);
  galley_copy_say_fact (copy, _ ("Note"), "note", galley_claim_get_note (claim));
  add_uses (copy, claim, /* count= */ NULL);
  say_facts (copy, queries);
  if (traits & GALLEY_ENTRY_HAS_THREAD)
    add_thread (copy, claim);
  if (traits & GALLEY_ENTRY_HAS_ID)
    galley_copy_say_fact (copy, _ ("Identity"), "id", galley_claim_get_id (claim));
  galley_copy_end (copy);
}

/**
 * galley_layout_add_waiting:
 *
 * Adds the claims that have no words in the draft, with what was decided of those that they had and
 * on what evidence, if there are any.
 */
void
galley_layout_add_waiting (GalleyCopy *copy, GalleyEntryTraits traits)
{
  GPtrArray *waiting = galley_report_get_waiting (galley_copy_get_report (copy));

  if (waiting == NULL || waiting->len == 0)
    return;

  galley_layout_begin_section (copy, _ ("No Longer in the Text"));
  galley_copy_say (copy, GALLEY_COPY_PARAGRAPH, GALLEY_COPY_PLAIN,
                   _ ("These claims have no words in this draft. Each waits until somebody says "
                      "where it belongs, or that it is a claim no more."));
  for (guint i = 0; i < waiting->len; i++)
    add_waiting_claim (copy, g_ptr_array_index (waiting, i), i + 1, traits);
  galley_copy_end (copy);
}

/**
 * galley_layout_add_dismissals:
 *
 * Adds the words that were dismissed as needing no check, with the reason, if there are any.
 */
void
galley_layout_add_dismissals (GalleyCopy *copy)
{
  GalleyReport *report = galley_copy_get_report (copy);
  GalleyText *text = galley_document_get_text (galley_report_get_document (report));
  GPtrArray *dismissals = galley_report_get_dismissals (report);

  if (dismissals->len == 0)
    return;

  galley_layout_begin_section (copy, _ ("Not Checked"));
  for (guint i = 0; i < dismissals->len; i++)
    {
      GalleyDismissal *dismissal = g_ptr_array_index (dismissals, i);

      if (!galley_text_has_range (text, dismissal->range))
        continue;
      galley_copy_add_item (copy, /* level= */ 1, GALLEY_COPY_PLAIN);
      galley_copy_set_label (copy, galley_dismissal_kind_get_label (dismissal->kind));
      galley_copy_add_range (copy, dismissal->range, /* marks= */ 0);
    }
  galley_copy_end (copy);
}
