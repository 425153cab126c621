/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-desk.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What the input states as the title, else what its title block says. */
static char *
find_title (GalleyDocument *document)
{
  const char *title = galley_document_get_metadata (document, GALLEY_METADATA_TITLE);
  guint n_blocks;
  const GalleyBlock *blocks = galley_document_get_blocks (document, &n_blocks);

  if (title != NULL)
    return g_strdup (title);

  for (guint i = 0; i < n_blocks; i++)
    if (blocks[i].role == GALLEY_BLOCK_TITLE)
      return cli_quote_range (galley_document_get_text (document), blocks[i].range);

  return NULL;
}

/* Adds what parts a block from the one before: for an item of a list nothing but the ends of lines,
 * since its number or bullet is no part of what it says. */
static void
append_gap (GString *body, GalleyText *text, GalleyRange gap, gboolean is_item)
{
  g_autofree char *words = galley_text_slice (text, gap);

  if (!is_item)
    g_string_append (body, words);
  for (const char *p = words; is_item && (p = strchr (p, '\n')) != NULL; p++)
    g_string_append_c (body, '\n');
}

/* The text without its title and what parts it from the rest. */
static char *
dup_body (GalleyDocument *document)
{
  GalleyText *text = galley_document_get_text (document);
  guint n_blocks, end = 0;
  const GalleyBlock *blocks = galley_document_get_blocks (document, &n_blocks);
  g_autoptr (GString) body = g_string_new (NULL);

  for (guint i = 0; i < n_blocks; i++)
    {
      gboolean is_after_title = i > 0 && blocks[i - 1].role == GALLEY_BLOCK_TITLE;
      g_autofree char *words = NULL;

      if (!is_after_title)
        append_gap (body, text, (GalleyRange){ end, blocks[i].range.start },
                    blocks[i].role == GALLEY_BLOCK_LIST_ITEM);
      end = blocks[i].range.end;
      if (blocks[i].role == GALLEY_BLOCK_TITLE)
        continue;
      words = galley_text_slice (text, blocks[i].range);
      g_string_append (body, words);
    }
  append_gap (body, text, (GalleyRange){ end, galley_text_get_length (text) },
              /* is_item= */ FALSE);

  return g_string_free (g_steal_pointer (&body), FALSE);
}

static void
print_json (GalleyDocument *document, gboolean only_body)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *title = find_title (document);
  g_autofree char *body = only_body ? dup_body (document) : NULL;

  json_builder_begin_object (builder);
  cli_json_add_string (builder, "title", title);
  cli_json_add_string (builder, "author",
                       galley_document_get_metadata (document, GALLEY_METADATA_BYLINE));
  cli_json_add_string (builder, "date",
                       galley_document_get_metadata (document, GALLEY_METADATA_DATE));
  cli_json_add_string (builder, "site",
                       galley_document_get_metadata (document, GALLEY_METADATA_PUBLICATION));
  cli_json_add_string (builder, "lang",
                       galley_document_get_metadata (document, GALLEY_METADATA_LANGUAGE));
  cli_json_add_string (
      builder, "text",
      only_body ? body : galley_text_peek_utf8 (galley_document_get_text (document), NULL));
  /* Offsets count from the start of all of the text. */
  if (!only_body)
    cli_json_add_structure (builder, document);
  json_builder_end_object (builder);

  cli_print_json (builder);
}

static void
print_blocks (GalleyDocument *document, gboolean only_body)
{
  guint n_blocks;
  const GalleyBlock *blocks = galley_document_get_blocks (document, &n_blocks);

  for (guint i = 0; i < n_blocks; i++)
    {
      g_autofree char *line =
          cli_quote_range (galley_document_get_text (document), blocks[i].range);

      if (*line != '\0' && (!only_body || blocks[i].role != GALLEY_BLOCK_TITLE))
        cli_print ("%s\n", line);
    }
}

/* Footnotes and endnotes are words that the article's readers see, and come where they would see
 * them; what stands in the margin is for its makers. The text of a PDF document has the lines at
 * the feet of its pages already. */
static void
print_notes (GalleyDocument *document)
{
  guint n_notes;
  const GalleySourceNote *notes = galley_document_get_source_notes (document, &n_notes);
  gboolean are_printed =
      g_strcmp0 (galley_document_get_media_type (document), "application/pdf") == 0;

  for (guint i = 0; i < n_notes && !are_printed; i++)
    if (notes[i].kind != GALLEY_SOURCE_NOTE_COMMENT)
      cli_print ("%s\n", notes[i].text);
}

/* galleyctl text FILE */
gboolean
cli_text (CliCall *call, GError **error)
{
  gboolean only_body = FALSE;
  const GOptionEntry options[] = {
    { "body", 0, 0, G_OPTION_ARG_NONE, &only_body,
      N_ ("Leave out the title, which JSON gives by itself"), NULL },
    { NULL },
  };
  g_autoptr (GalleyDocument) document = NULL;

  if (!cli_call_parse (call, options, error))
    return FALSE;

  document = cli_read_document (call->arguments[0], error);
  if (document == NULL)
    return FALSE;

  if (call->json)
    print_json (document, only_body);
  else
    {
      print_blocks (document, only_body);
      print_notes (document);
    }
  return TRUE;
}
