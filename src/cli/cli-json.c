/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-desk.h"

/**
 * cli_format_time:
 * @time_ms: milliseconds since 1970 UTC, or 0 if nobody said
 *
 * Returns: (transfer full) (nullable): the time in UTC as ISO 8601, to the millisecond
 */
char *
cli_format_time (gint64 time_ms)
{
  g_autoptr (GDateTime) time = NULL;
  g_autofree char *seconds = NULL;

  if (time_ms <= 0)
    return NULL;
  time = g_date_time_new_from_unix_utc (time_ms / 1000);
  if (time == NULL)
    return NULL;

  seconds = g_date_time_format (time, "%Y-%m-%dT%H:%M:%S");
  return g_strdup_printf ("%s.%03dZ", seconds, (int) (time_ms % 1000));
}

/**
 * cli_json_add_time:
 * @name: name of the member
 * @time_ms: milliseconds since 1970 UTC, or 0 if nobody said, which becomes null
 */
void
cli_json_add_time (JsonBuilder *builder, const char *name, gint64 time_ms)
{
  g_autofree char *time = cli_format_time (time_ms);

  cli_json_add_string (builder, name, time);
}

/**
 * cli_quote_range:
 *
 * Returns: (transfer full): the words at @range on one line
 */
char *
cli_quote_range (GalleyText *text, GalleyRange range)
{
  g_autofree char *words = galley_text_slice (text, range);

  return cli_to_line (words);
}

/**
 * cli_json_add_range:
 *
 * Adds "start", "end" and "quote", the exact words, to the object that @builder is in.
 */
void
cli_json_add_range (JsonBuilder *builder, GalleyText *text, GalleyRange range)
{
  g_autofree char *words = galley_text_slice (text, range);

  cli_json_add_integer (builder, "start", range.start);
  cli_json_add_integer (builder, "end", range.end);
  cli_json_add_string (builder, "quote", words);
}

static void
add_blocks (JsonBuilder *builder, GalleyDocument *document)
{
  guint n_blocks;
  const GalleyBlock *blocks = galley_document_get_blocks (document, &n_blocks);

  json_builder_set_member_name (builder, "blocks");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n_blocks; i++)
    {
      json_builder_begin_object (builder);
      cli_json_add_string (builder, "role", galley_block_role_to_nick (blocks[i].role));
      cli_json_add_integer (builder, "level", blocks[i].level);
      cli_json_add_integer (builder, "start", blocks[i].range.start);
      cli_json_add_integer (builder, "end", blocks[i].range.end);
      if (blocks[i].page > 0)
        cli_json_add_integer (builder, "page", blocks[i].page);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_links (JsonBuilder *builder, GalleyDocument *document)
{
  guint n_links;
  const GalleyLink *links = galley_document_get_links (document, &n_links);

  json_builder_set_member_name (builder, "links");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n_links; i++)
    {
      json_builder_begin_object (builder);
      cli_json_add_range (builder, galley_document_get_text (document), links[i].range);
      cli_json_add_string (builder, "target", links[i].target);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_source_notes (JsonBuilder *builder, GalleyDocument *document)
{
  guint n_notes;
  const GalleySourceNote *notes = galley_document_get_source_notes (document, &n_notes);

  json_builder_set_member_name (builder, "source_notes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n_notes; i++)
    {
      json_builder_begin_object (builder);
      cli_json_add_string (builder, "kind", galley_source_note_kind_to_nick (notes[i].kind));
      cli_json_add_range (builder, galley_document_get_text (document), notes[i].range);
      cli_json_add_string (builder, "author", notes[i].author);
      cli_json_add_string (builder, "date", notes[i].date);
      cli_json_add_string (builder, "text", notes[i].text);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_omissions (JsonBuilder *builder, GalleyDocument *document)
{
  guint n_omissions;
  const GalleyOmission *omissions = galley_document_get_omissions (document, &n_omissions);

  json_builder_set_member_name (builder, "left_out");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n_omissions; i++)
    {
      json_builder_begin_object (builder);
      cli_json_add_string (builder, "role", galley_block_role_to_nick (omissions[i].role));
      cli_json_add_integer (builder, "level", omissions[i].level);
      cli_json_add_integer (builder, "at", omissions[i].offset);
      cli_json_add_string (builder, "text", omissions[i].text);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/**
 * cli_json_add_structure:
 *
 * Adds all that a reader found besides the text and what the input states of itself to the object
 * that @builder is in.
 */
void
cli_json_add_structure (JsonBuilder *builder, GalleyDocument *document)
{
  add_blocks (builder, document);
  add_links (builder, document);
  add_source_notes (builder, document);
  add_omissions (builder, document);
}

/**
 * cli_json_add_article:
 * @asker: who asks: a second reader is not told how many claims stand where
 *
 * Adds what the library's list knows of an article to the object that @builder is in.
 */
void
cli_json_add_article (JsonBuilder *builder, GalleyArticle *article, const char *asker)
{
  cli_json_add_string (builder, "id", galley_article_get_id (article));
  cli_json_add_string (builder, "title", galley_article_get_title (article));
  cli_json_add_boolean (builder, "archived", galley_article_is_archived (article));
  cli_json_add_boolean (builder, "signed", galley_article_is_signed (article));
  cli_json_add_time (builder, "imported_at", galley_article_get_imported_at (article));
  cli_json_add_time (builder, "changed_at", galley_article_get_changed_at (article));
  json_builder_set_member_name (builder, "counts");
  if (galley_article_is_read_by (article, asker))
    {
      json_builder_add_null_value (builder);
      return;
    }

  json_builder_begin_object (builder);
  for (GalleyStatus status = 0; status < GALLEY_N_STATUSES; status++)
    cli_json_add_integer (builder, galley_status_to_nick (status),
                          galley_article_get_n_with_status (article, status));
  json_builder_end_object (builder);
}
