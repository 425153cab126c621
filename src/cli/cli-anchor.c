/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-desk.h"

#include "galley-document-builder.h"
#include "galley-placement.h"
#include "galley-text-structure.h"
#include "galley-word-diff.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What the command is given. */
typedef struct
{
  GalleyDocument *old;
  GalleyDocument *new;
  GArray *spans; /* (element-type GalleyRange) */
} Drafts;

static void
drafts_clear (Drafts *drafts)
{
  g_clear_object (&drafts->old);
  g_clear_object (&drafts->new);
  g_clear_pointer (&drafts->spans, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Drafts, drafts_clear)

/* Reads a text code point for code point, whatever it looks like; it may be empty. */
static GalleyDocument *
read_plain (const char *path, GError **error)
{
  g_autoptr (GalleyDocumentBuilder) builder = galley_document_builder_new ();
  g_autoptr (GBytes) bytes = cli_read_file (path, error);
  g_autoptr (GalleyText) text = NULL;
  const char *utf8;
  gsize length_bytes;

  if (bytes == NULL)
    return NULL;

  utf8 = g_bytes_get_data (bytes, &length_bytes);
  if (!g_utf8_validate_len (utf8 != NULL ? utf8 : "", length_bytes, NULL))
    {
      g_autofree char *shown = cli_quote_path (path);

      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("%s is not valid UTF-8"), shown);
      return NULL;
    }

  text = galley_text_new (utf8 != NULL ? utf8 : "", length_bytes);
  galley_document_builder_set_text (builder, text);
  galley_text_structure_find (text, builder);
  return galley_document_builder_finish (builder, bytes, "text/plain");
}

/* The span that a line of @path states; @number is for the error. */
static gboolean
parse_span (const char *line,
            const char *path,
            guint number,
            GalleyText *text,
            GArray *spans,
            GError **error)
{
  g_autofree char *shown = cli_quote_path (path);
  g_auto (GStrv) fields = g_strsplit_set (line, " \t", -1);
  guint length = galley_text_get_length (text);
  guint64 start, end;
  GalleyRange span;

  if (g_strv_length (fields) != 2 ||
      !g_ascii_string_to_unsigned (fields[0], /* base= */ 10, 0, G_MAXUINT, &start, NULL) ||
      !g_ascii_string_to_unsigned (fields[1], /* base= */ 10, 0, G_MAXUINT, &end, NULL) ||
      start >= end)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                   _ ("Line %u of %s is no span, such as “10 42”"), number, shown);
      return FALSE;
    }
  if (end > length)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                   _ ("Line %u of %s ends at character %u of a draft that has %u"), number, shown,
                   (guint) end, length);
      return FALSE;
    }

  span = (GalleyRange){ start, end };
  g_array_append_val (spans, span);
  return TRUE;
}

/* One span a line; blank lines say nothing. */
static GArray *
read_spans (const char *path, GalleyText *text, GError **error)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (GalleyRange));
  g_autoptr (GBytes) bytes = cli_read_file (path, error);
  g_autofree char *all = NULL;
  g_auto (GStrv) lines = NULL;

  if (bytes == NULL)
    return NULL;

  if (g_bytes_get_size (bytes) == 0)
    return g_steal_pointer (&spans);

  all = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  lines = g_strsplit (all, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0' && !parse_span (lines[i], path, i + 1, text, spans, error))
      return NULL;

  return g_steal_pointer (&spans);
}

static gboolean
read_drafts (Drafts *drafts, char **paths, gboolean import, GError **error)
{
  GalleyDocument *(*read) (const char *, GError **) = import ? cli_read_document : read_plain;

  drafts->old = read (paths[0], error);
  drafts->new = drafts->old != NULL ? read (paths[1], error) : NULL;
  if (drafts->new != NULL)
    drafts->spans = read_spans (paths[2], galley_document_get_text (drafts->old), error);

  return drafts->spans != NULL;
}

static void
print_placement (const GalleyPlacement *placement)
{
  const char *nick = galley_placement_class_to_nick (placement->placement);

  if (placement->range.start < placement->range.end)
    cli_print ("%s %u %u\n", nick, placement->range.start, placement->range.end);
  else
    cli_print ("%s\n", nick);
}

static void
add_differences (JsonBuilder *builder, GalleyDifference differences)
{
  json_builder_set_member_name (builder, "differences");
  json_builder_begin_array (builder);
  for (guint i = 0; i < GALLEY_N_DIFFERENCES; i++)
    if ((differences & (1 << i)) != 0)
      json_builder_add_string_value (builder, galley_difference_to_nick (1 << i));
  json_builder_end_array (builder);
}

static void
add_diff (JsonBuilder *builder, GalleyAlignment *alignment, GalleyRange old, GalleyRange new)
{
  g_autoptr (GArray) pieces = galley_alignment_compare (alignment, old, new);

  json_builder_set_member_name (builder, "diff");
  json_builder_begin_array (builder);
  for (guint i = 0; i < pieces->len; i++)
    {
      const GalleyDiffPiece *piece = &g_array_index (pieces, GalleyDiffPiece, i);

      json_builder_begin_object (builder);
      cli_json_add_string (builder, "kind", galley_diff_kind_to_nick (piece->kind));
      cli_json_add_integer (builder, "old_start", piece->old.start);
      cli_json_add_integer (builder, "old_end", piece->old.end);
      cli_json_add_integer (builder, "new_start", piece->new.start);
      cli_json_add_integer (builder, "new_end", piece->new.end);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_null (JsonBuilder *builder, const char *name)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_null_value (builder);
}

static void
add_no_range (JsonBuilder *builder)
{
  add_null (builder, "start");
  add_null (builder, "end");
  add_null (builder, "quote");
}

static void
add_placement (JsonBuilder *builder,
               const Drafts *drafts,
               GalleyAlignment *alignment,
               GalleyRange span,
               const GalleyPlacement *placement)
{
  json_builder_begin_object (builder);
  cli_json_add_string (builder, "class", galley_placement_class_to_nick (placement->placement));
  if (placement->range.start < placement->range.end)
    cli_json_add_range (builder, galley_document_get_text (drafts->new), placement->range);
  else
    add_no_range (builder);
  add_differences (builder, placement->differences);
  if (placement->placement == GALLEY_PLACEMENT_CHANGED)
    add_diff (builder, alignment, span, placement->range);
  else
    add_null (builder, "diff");
  json_builder_end_object (builder);
}

static void
print_json (const Drafts *drafts, GalleyAlignment *alignment, GArray *placements)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < placements->len; i++)
    add_placement (builder, drafts, alignment, g_array_index (drafts->spans, GalleyRange, i),
                   &g_array_index (placements, GalleyPlacement, i));
  json_builder_end_array (builder);
  cli_print_json (builder);
}

/* galleyctl anchor OLD NEW SPANS */
gboolean
cli_anchor (CliCall *call, GError **error)
{
  g_auto (Drafts) drafts = { NULL };
  g_autoptr (GalleyAlignment) alignment = NULL;
  g_autoptr (GArray) placements = NULL;
  gboolean import = FALSE;
  const GOptionEntry options[] = {
    { "import", 0, 0, G_OPTION_ARG_NONE, &import,
      N_ ("Read the drafts as import does, in any of its formats"), NULL },
    { NULL },
  };

  if (!cli_call_parse (call, options, error) ||
      !read_drafts (&drafts, call->arguments, import, error))
    return FALSE;

  alignment = galley_alignment_new (drafts.old, drafts.new);
  placements = galley_alignment_place (
      alignment, (const GalleyRange *) (gpointer) drafts.spans->data, drafts.spans->len);
  if (call->json)
    print_json (&drafts, alignment, placements);
  else
    for (guint i = 0; i < placements->len; i++)
      print_placement (&g_array_index (placements, GalleyPlacement, i));

  return TRUE;
}
