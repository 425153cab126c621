/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-desk.h"
#include "cli-package.h"

/**
 * cli_json_add_source:
 *
 * Adds a source as an object.
 */
void
cli_json_add_source (JsonBuilder *builder, GalleySource *source)
{
  json_builder_begin_object (builder);
  cli_json_add_string (builder, "id", source->id);
  cli_json_add_string (builder, "kind", galley_source_kind_to_nick (source->kind));
  cli_json_add_string (builder, "terms", galley_terms_to_nick (source->terms));
  for (guint i = 0; i < GALLEY_N_SOURCE_TEXTS; i++)
    cli_json_add_string (builder, galley_source_text_to_nick (i), source->texts[i]);
  json_builder_end_object (builder);
}

/**
 * cli_json_add_query:
 *
 * Adds a query to the object that @builder is in.
 */
void
cli_json_add_query (JsonBuilder *builder, GalleyQuery *query)
{
  cli_json_add_string (builder, "id", query->id);
  cli_json_add_string (builder, "claim", query->claim_id);
  cli_json_add_string (builder, "to", galley_addressee_to_nick (query->addressee));
  json_builder_set_member_name (builder, "source");
  if (query->source != NULL)
    cli_json_add_source (builder, query->source);
  else
    json_builder_add_null_value (builder);
  cli_json_add_string (builder, "question", query->question);
  cli_json_add_time (builder, "due_at", query->due_at);
  cli_json_add_string (builder, "answer", query->answer);
  cli_json_add_time (builder, "answered_at", query->answered_at);
  cli_json_add_string (builder, "decision", query->decision);
  cli_json_add_string (builder, "asked_by", query->asked_by);
  cli_json_add_time (builder, "asked_at", query->asked_at);
}

static void
add_evidence (JsonBuilder *builder, GalleyEvidence *evidence)
{
  json_builder_begin_object (builder);
  cli_json_add_string (builder, "id", evidence->id);
  json_builder_set_member_name (builder, "source");
  cli_json_add_source (builder, evidence->source);
  cli_json_add_string (builder, "stance", galley_stance_to_nick (evidence->stance));
  cli_json_add_boolean (builder, "secondary", evidence->is_secondary);
  cli_json_add_string (builder, "passage", evidence->passage);
  cli_json_add_string (builder, "locator", evidence->locator);
  cli_json_add_time (builder, "consulted_at", evidence->consulted_at);
  json_builder_end_object (builder);
}

static void
add_note (JsonBuilder *builder, GalleyNote *note)
{
  json_builder_begin_object (builder);
  cli_json_add_string (builder, "id", note->id);
  cli_json_add_string (builder, "text", note->text);
  cli_json_add_string (builder, "author", note->author);
  cli_json_add_time (builder, "written_at", note->written_at);
  json_builder_end_object (builder);
}

/* What is written under a claim, as arrays. */
static void
add_parts (JsonBuilder *builder, GalleyClaim *claim)
{
  GPtrArray *evidence = galley_claim_get_evidence (claim);
  GPtrArray *notes = galley_claim_get_notes (claim);
  GPtrArray *queries = galley_claim_get_queries (claim);

  json_builder_set_member_name (builder, "evidence");
  json_builder_begin_array (builder);
  for (guint i = 0; evidence != NULL && i < evidence->len; i++)
    add_evidence (builder, g_ptr_array_index (evidence, i));
  json_builder_end_array (builder);

  json_builder_set_member_name (builder, "comments");
  json_builder_begin_array (builder);
  for (guint i = 0; notes != NULL && i < notes->len; i++)
    add_note (builder, g_ptr_array_index (notes, i));
  json_builder_end_array (builder);

  json_builder_set_member_name (builder, "queries");
  json_builder_begin_array (builder);
  for (guint i = 0; queries != NULL && i < queries->len; i++)
    {
      json_builder_begin_object (builder);
      cli_json_add_query (builder, g_ptr_array_index (queries, i));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* What was decided on other words. */
static void
add_former (JsonBuilder *builder, GalleyFormer *former)
{
  json_builder_set_member_name (builder, "former");
  if (former == NULL)
    {
      json_builder_add_null_value (builder);
      return;
    }

  json_builder_begin_object (builder);
  cli_json_add_string (builder, "status", galley_status_to_nick (former->status));
  cli_json_add_string (builder, "reason", former->reason);
  cli_json_add_string (builder, "correction", former->correction);
  cli_json_add_string (builder, "checked_by", former->checked_by);
  cli_json_add_time (builder, "checked_at", former->checked_at);
  cli_json_add_string (builder, "draft", former->draft_id);
  cli_json_add_integer (builder, "start", former->range.start);
  cli_json_add_integer (builder, "end", former->range.end);
  cli_json_add_string (builder, "quote", former->quote);
  json_builder_set_member_name (builder, "differences");
  json_builder_begin_array (builder);
  for (guint i = 0; i < GALLEY_N_DIFFERENCES; i++)
    if ((former->differences & (1 << i)) != 0)
      json_builder_add_string_value (builder, galley_difference_to_nick (1 << i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

/* Where a claim stands, if it does. */
static void
add_place (JsonBuilder *builder, GalleyText *text, GalleyClaim *claim)
{
  if (text != NULL)
    cli_json_add_range (builder, text, galley_claim_get_range (claim));
  cli_json_add_string (builder, "place", galley_place_to_nick (galley_claim_get_place (claim)));
}

static void
add_members (JsonBuilder *builder, GalleyText *text, GalleyClaim *claim)
{
  GalleyIndependence counts = galley_evidence_count_independent (galley_claim_get_evidence (claim));

  cli_json_add_string (builder, "id", galley_claim_get_id (claim));
  add_place (builder, text, claim);
  cli_json_add_string (builder, "status",
                       galley_claim_is_unjudged (claim)
                           ? NULL
                           : galley_status_to_nick (galley_claim_get_status (claim)));
  cli_json_add_string (builder, "reason", galley_claim_get_reason (claim));
  cli_json_add_string (builder, "note", galley_claim_get_note (claim));
  cli_json_add_string (builder, "correction", galley_claim_get_correction (claim));
  cli_json_add_string (builder, "checked_by", galley_claim_get_checked_by (claim));
  cli_json_add_time (builder, "checked_at", galley_claim_get_checked_at (claim));
  cli_json_add_string (builder, "category", galley_claim_get_category (claim));
  cli_json_add_string (builder, "speaker", galley_claim_get_speaker (claim));
  cli_json_add_string (builder, "sentence", galley_claim_get_sentence (claim));
  cli_json_add_boolean (builder, "has_new_sentence", galley_claim_has_new_sentence (claim));
  cli_json_add_string (builder, "assignee", galley_claim_get_assignee (claim));
  cli_json_add_string (builder, "priority",
                       galley_priority_to_nick (galley_claim_get_priority (claim)));
  cli_json_add_boolean (builder, "starred", galley_claim_is_starred (claim));
  cli_json_add_boolean (builder, "publishable", galley_claim_is_publishable (claim));
  cli_json_add_integer (builder, "independent_sources", counts.n_independent);
  add_former (builder, galley_claim_get_former (claim));
  cli_json_add_disagreement (builder, galley_claim_get_disagreement (claim));
  add_parts (builder, claim);
}

/**
 * cli_json_add_claim:
 * @text: (nullable): the draft's text; %NULL if the claim has no words in it
 *
 * Adds a claim as an object.
 */
void
cli_json_add_claim (JsonBuilder *builder, GalleyText *text, GalleyClaim *claim)
{
  json_builder_begin_object (builder);
  add_members (builder, text, claim);
  json_builder_end_object (builder);
}

/**
 * cli_json_add_lost_claim:
 * @text: the draft's text
 * @back: where the words that the claim had are in it again, and only there; empty if nowhere
 * @places: (element-type GalleyRange): all places that have them
 *
 * Adds a claim that has no words in the draft as an object.
 */
void
cli_json_add_lost_claim (JsonBuilder *builder,
                         GalleyText *text,
                         GalleyClaim *claim,
                         GalleyRange back,
                         GArray *places)
{
  json_builder_begin_object (builder);
  add_members (builder, /* text= */ NULL, claim);
  json_builder_set_member_name (builder, "back");
  if (back.start < back.end)
    {
      json_builder_begin_object (builder);
      cli_json_add_range (builder, text, back);
      json_builder_end_object (builder);
    }
  else
    json_builder_add_null_value (builder);
  json_builder_set_member_name (builder, "places");
  json_builder_begin_array (builder);
  for (guint i = 0; i < places->len; i++)
    {
      json_builder_begin_object (builder);
      cli_json_add_range (builder, text, g_array_index (places, GalleyRange, i));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}
