/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-claim-copy.h"
#include "galley-words.h"

#include <json-glib/json-glib.h>

/* One claim as an object: names and nicks are frozen and not translated, and what nobody noted is
 * left out. Times are ISO 8601 in UTC. */

static void
add_string (JsonBuilder *builder, const char *name, const char *value)
{
  if (value == NULL || *value == '\0')
    return;

  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static void
add_number (JsonBuilder *builder, const char *name, guint value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

static void
add_time (JsonBuilder *builder, const char *name, gint64 time)
{
  g_autofree char *iso = galley_words_format_time (time);

  add_string (builder, name, iso);
}

static void
add_evidence (JsonBuilder *builder, GPtrArray *evidence)
{
  static const GalleySourceText texts[] = {
    GALLEY_SOURCE_TITLE,     GALLEY_SOURCE_AUTHOR,    GALLEY_SOURCE_ORGANISATION,
    GALLEY_SOURCE_PUBLISHER, GALLEY_SOURCE_PUBLISHED, GALLEY_SOURCE_ADDRESS,
    GALLEY_SOURCE_ARCHIVED,
  };

  json_builder_set_member_name (builder, "evidence");
  json_builder_begin_array (builder);
  for (guint i = 0; evidence != NULL && i < evidence->len; i++)
    {
      GalleyEvidence *entry = g_ptr_array_index (evidence, i);

      json_builder_begin_object (builder);
      add_string (builder, "stance", galley_stance_to_nick (entry->stance));
      for (guint j = 0; j < G_N_ELEMENTS (texts); j++)
        add_string (builder, galley_source_text_to_nick (texts[j]), entry->source->texts[texts[j]]);
      add_string (builder, "locator", entry->locator);
      add_string (builder, "passage", entry->passage);
      add_time (builder, "consulted_at", entry->consulted_at);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_queries (JsonBuilder *builder, GPtrArray *queries)
{
  json_builder_set_member_name (builder, "queries");
  json_builder_begin_array (builder);
  for (guint i = 0; queries != NULL && i < queries->len; i++)
    {
      GalleyQuery *query = g_ptr_array_index (queries, i);

      json_builder_begin_object (builder);
      add_string (builder, "to", galley_addressee_to_nick (query->addressee));
      add_string (builder, "question", query->question);
      add_string (builder, "answer", query->answer);
      add_string (builder, "decision", query->decision);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_place (JsonBuilder *builder, GalleyReport *report, guint claim)
{
  g_autofree char *section = galley_report_dup_claim_section (report, claim);
  gint block = galley_report_get_claim_block (report, claim);
  GalleyRange range =
      galley_claim_get_range (g_ptr_array_index (galley_report_get_claims (report), claim));

  add_string (builder, "section", section);
  if (block >= 0)
    add_number (builder, "paragraph", (guint) block + 1);
  add_number (builder, "start", range.start);
  add_number (builder, "end", range.end);
}

static void
add_record (JsonBuilder *builder, GalleyClaim *claim)
{
  add_string (builder, "status", galley_status_to_nick (galley_claim_get_status (claim)));
  add_string (builder, "reason", galley_claim_get_reason (claim));
  if (galley_claim_get_correction (claim) != NULL)
    {
      json_builder_set_member_name (builder, "correction");
      json_builder_add_string_value (builder, galley_claim_get_correction (claim));
    }
  add_string (builder, "note", galley_claim_get_note (claim));
  add_string (builder, "category", galley_claim_get_category (claim));
  add_string (builder, "speaker", galley_claim_get_speaker (claim));
  add_string (builder, "sentence", galley_claim_get_sentence (claim));
  if (galley_claim_has_new_sentence (claim))
    {
      json_builder_set_member_name (builder, "has_new_sentence");
      json_builder_add_boolean_value (builder, TRUE);
    }
  add_string (builder, "priority", galley_priority_to_nick (galley_claim_get_priority (claim)));
  json_builder_set_member_name (builder, "legal");
  json_builder_add_boolean_value (builder, galley_claim_is_starred (claim));
  add_string (builder, "checked_by", galley_claim_get_checked_by (claim));
  add_time (builder, "checked_at", galley_claim_get_checked_at (claim));
}

/**
 * galley_claim_copy_write_json:
 * @report: what the claim is in
 * @position: position of the claim
 *
 * Returns: (transfer full): the claim as an object of JSON, with a line end
 */
char *
galley_claim_copy_write_json (GalleyReport *report, guint position)
{
  GalleyClaim *claim = g_ptr_array_index (galley_report_get_claims (report), position);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *quote = galley_report_dup_claim_quote (report, position);
  g_autofree char *json = NULL;
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  add_string (builder, "article", galley_report_get_title (report));
  add_string (builder, "id", galley_claim_get_id (claim));
  add_number (builder, "number", position + 1);
  add_string (builder, "claim", quote);
  add_place (builder, report, position);
  add_record (builder, claim);
  add_evidence (builder, galley_claim_get_evidence (claim));
  add_queries (builder, galley_claim_get_queries (claim));
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  json = json_to_string (root, /* pretty= */ TRUE);

  return g_strconcat (json, "\n", NULL);
}
