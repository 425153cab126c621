/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-document-private.h"

#include <glib/gi18n-lib.h>

/* The structure of a draft as it is stored beside its text: a serialised GVariant in normal form
 * and little-endian byte order, of type
 *
 *   (u s a{ss} a(suuuu) a(uus) a(suumsmss) a(suus) as m(asussmay))
 *
 * that is: format version (1), media type, metadata by nick, blocks as (role, level, start, end,
 * page), links as (start, end, target), source notes as (kind, start, end, author, date, text),
 * omissions as (role, level, offset, text), notices, retrieval as (addresses, status, time,
 * headers, served bytes). Structures of version 1 lack the retrieval. Offsets are code points. It
 * is kept rather than computed anew, so that a later, cleverer reader never changes a draft that
 * somebody checked. */
#define BLOCKS_TYPE "a(suuuu)"
#define LINKS_TYPE "a(uus)"
#define NOTES_TYPE "a(suumsmss)"
#define OMISSIONS_TYPE "a(suus)"
#define RETRIEVAL_TYPE "m(asussmay)"
#define TYPE_1 "(usa{ss}" BLOCKS_TYPE LINKS_TYPE NOTES_TYPE OMISSIONS_TYPE "as)"
#define TYPE_2 "(usa{ss}" BLOCKS_TYPE LINKS_TYPE NOTES_TYPE OMISSIONS_TYPE "as" RETRIEVAL_TYPE ")"
#define STRUCTURE_VERSION 2

static const char *const types[] = { TYPE_1, TYPE_2 };

/* Makes what is stored of what is in memory, and the other way round. */
static GVariant *
swap_bytes (GVariant *value)
{
  GVariant *swapped;

  if (G_BYTE_ORDER == G_LITTLE_ENDIAN)
    return value;

  swapped = g_variant_byteswap (value);
  g_variant_unref (value);
  return swapped;
}

static GVariant *
save_metadata (GalleyDocument *self)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{ss}"));
  for (guint i = 0; i < GALLEY_N_METADATA_FIELDS; i++)
    if (galley_document_get_metadata (self, i) != NULL)
      g_variant_builder_add (&builder, "{ss}", galley_metadata_field_to_nick (i),
                             galley_document_get_metadata (self, i));

  return g_variant_builder_end (&builder);
}

static GVariant *
save_blocks (GalleyDocument *self)
{
  GVariantBuilder builder;
  guint n_blocks;
  const GalleyBlock *blocks = galley_document_get_blocks (self, &n_blocks);

  g_variant_builder_init (&builder, G_VARIANT_TYPE (BLOCKS_TYPE));
  for (guint i = 0; i < n_blocks; i++)
    g_variant_builder_add (&builder, "(suuuu)", galley_block_role_to_nick (blocks[i].role),
                           blocks[i].level, blocks[i].range.start, blocks[i].range.end,
                           blocks[i].page);

  return g_variant_builder_end (&builder);
}

static GVariant *
save_links (GalleyDocument *self)
{
  GVariantBuilder builder;
  guint n_links;
  const GalleyLink *links = galley_document_get_links (self, &n_links);

  g_variant_builder_init (&builder, G_VARIANT_TYPE (LINKS_TYPE));
  for (guint i = 0; i < n_links; i++)
    g_variant_builder_add (&builder, "(uus)", links[i].range.start, links[i].range.end,
                           links[i].target);

  return g_variant_builder_end (&builder);
}

static GVariant *
save_notes (GalleyDocument *self)
{
  GVariantBuilder builder;
  guint n_notes;
  const GalleySourceNote *notes = galley_document_get_source_notes (self, &n_notes);

  g_variant_builder_init (&builder, G_VARIANT_TYPE (NOTES_TYPE));
  for (guint i = 0; i < n_notes; i++)
    g_variant_builder_add (&builder, "(suumsmss)", galley_source_note_kind_to_nick (notes[i].kind),
                           notes[i].range.start, notes[i].range.end, notes[i].author, notes[i].date,
                           notes[i].text);

  return g_variant_builder_end (&builder);
}

static GVariant *
save_omissions (GalleyDocument *self)
{
  GVariantBuilder builder;
  guint n_omissions;
  const GalleyOmission *omissions = galley_document_get_omissions (self, &n_omissions);

  g_variant_builder_init (&builder, G_VARIANT_TYPE (OMISSIONS_TYPE));
  for (guint i = 0; i < n_omissions; i++)
    g_variant_builder_add (&builder, "(suus)", galley_block_role_to_nick (omissions[i].role),
                           omissions[i].level, omissions[i].offset, omissions[i].text);

  return g_variant_builder_end (&builder);
}

static GVariant *
save_retrieval (GalleyDocument *self)
{
  const GalleyRetrieval *retrieval = galley_document_get_retrieval (self);
  GVariant *served = NULL;

  if (retrieval == NULL)
    return g_variant_new_maybe (G_VARIANT_TYPE ("(asussmay)"), NULL);

  if (retrieval->served != NULL)
    served = g_variant_new_from_bytes (G_VARIANT_TYPE_BYTESTRING, retrieval->served, TRUE);
  return g_variant_new_maybe (
      NULL,
      g_variant_new ("(^asuss@may)", retrieval->addresses, retrieval->status, retrieval->time,
                     retrieval->headers, g_variant_new_maybe (G_VARIANT_TYPE_BYTESTRING, served)));
}

/**
 * galley_document_save_structure:
 *
 * Returns: (transfer full): everything about the document but its text and its original bytes, for
 *   galley_document_load(); equal documents give equal bytes
 */
GBytes *
galley_document_save_structure (GalleyDocument *self)
{
  GVariant *members[] = {
    g_variant_new_uint32 (STRUCTURE_VERSION),
    g_variant_new_string (galley_document_get_media_type (self)),
    save_metadata (self),
    save_blocks (self),
    save_links (self),
    save_notes (self),
    save_omissions (self),
    g_variant_new_strv (galley_document_get_notices (self), -1),
    save_retrieval (self),
  };
  g_autoptr (GVariant) value =
      swap_bytes (g_variant_ref_sink (g_variant_new_tuple (members, G_N_ELEMENTS (members))));

  return g_variant_get_data_as_bytes (value);
}

static gboolean
load_metadata (GalleyDocumentParts *parts, GVariant *metadata)
{
  GVariantIter iter;
  const char *nick, *value;

  g_variant_iter_init (&iter, metadata);
  while (g_variant_iter_next (&iter, "{&s&s}", &nick, &value))
    {
      guint field = 0;

      while (field < GALLEY_N_METADATA_FIELDS &&
             g_strcmp0 (nick, galley_metadata_field_to_nick (field)) != 0)
        field++;
      if (field == GALLEY_N_METADATA_FIELDS || parts->metadata[field] != NULL)
        return FALSE;
      parts->metadata[field] = g_strdup (value);
    }

  return TRUE;
}

static gboolean
load_blocks (GalleyDocumentParts *parts, GVariant *blocks)
{
  GVariantIter iter;
  const char *nick;
  GalleyBlock block;
  guint end = 0;

  g_variant_iter_init (&iter, blocks);
  while (g_variant_iter_next (&iter, "(&suuuu)", &nick, &block.level, &block.range.start,
                              &block.range.end, &block.page))
    {
      if (!galley_block_role_from_nick (nick, &block.role) || block.range.start < end ||
          !galley_text_has_range (parts->text, block.range))
        return FALSE;
      end = block.range.end;
      g_array_append_val (parts->blocks, block);
    }

  return TRUE;
}

static gboolean
load_links (GalleyDocumentParts *parts, GVariant *links)
{
  GVariantIter iter;
  GalleyLink link;

  g_variant_iter_init (&iter, links);
  while (g_variant_iter_next (&iter, "(uus)", &link.range.start, &link.range.end, &link.target))
    {
      g_array_append_val (parts->links, link);
      if (!galley_text_has_range (parts->text, link.range))
        return FALSE;
    }

  return TRUE;
}

static gboolean
load_notes (GalleyDocumentParts *parts, GVariant *notes)
{
  GVariantIter iter;
  const char *nick;
  GalleySourceNote note;

  g_variant_iter_init (&iter, notes);
  while (g_variant_iter_next (&iter, "(&suumsmss)", &nick, &note.range.start, &note.range.end,
                              &note.author, &note.date, &note.text))
    {
      gboolean is_known = galley_source_note_kind_from_nick (nick, &note.kind);

      g_array_append_val (parts->notes, note);
      if (!is_known || !galley_text_has_range (parts->text, note.range))
        return FALSE;
    }

  return TRUE;
}

static gboolean
load_omissions (GalleyDocumentParts *parts, GVariant *omissions)
{
  GVariantIter iter;
  const char *nick;
  GalleyOmission omission;

  g_variant_iter_init (&iter, omissions);
  while (g_variant_iter_next (&iter, "(&suus)", &nick, &omission.level, &omission.offset,
                              &omission.text))
    {
      gboolean is_known = galley_block_role_from_nick (nick, &omission.role);

      g_array_append_val (parts->omissions, omission);
      if (!is_known || omission.offset > galley_text_get_length (parts->text))
        return FALSE;
    }

  return TRUE;
}

static gboolean
load_lists (GalleyDocumentParts *parts, GVariant *structure)
{
  static gboolean (*const loaders[]) (GalleyDocumentParts *, GVariant *) = {
    load_metadata, load_blocks, load_links, load_notes, load_omissions,
  };

  for (guint i = 0; i < G_N_ELEMENTS (loaders); i++)
    {
      g_autoptr (GVariant) list = g_variant_get_child_value (structure, i + 2);

      if (!loaders[i](parts, list))
        return FALSE;
    }

  return TRUE;
}

static void
load_retrieval (GalleyDocumentParts *parts, GVariant *structure)
{
  g_autoptr (GVariant) maybe = NULL;
  g_autoptr (GVariant) value = NULL;
  g_autoptr (GVariant) served = NULL;
  GalleyRetrieval *retrieval;

  if (g_variant_n_children (structure) < 9)
    return;
  maybe = g_variant_get_child_value (structure, 8);
  value = g_variant_get_maybe (maybe);
  if (value == NULL)
    return;

  retrieval = g_new0 (GalleyRetrieval, 1);
  g_variant_get (value, "(^asuss@may)", &retrieval->addresses, &retrieval->status, &retrieval->time,
                 &retrieval->headers, &served);
  if (g_variant_n_children (served) > 0)
    {
      g_autoptr (GVariant) bytes = g_variant_get_maybe (served);

      retrieval->served = g_variant_get_data_as_bytes (bytes);
    }
  parts->retrieval = retrieval;
}

static gboolean
load_parts (GalleyDocumentParts *parts, GVariant *structure)
{
  g_autoptr (GVariant) notices = g_variant_get_child_value (structure, 7);
  g_autofree const char **strings = g_variant_get_strv (notices, NULL);
  guint version;

  load_retrieval (parts, structure);
  g_variant_get_child (structure, 0, "u", &version);
  g_variant_get_child (structure, 1, "s", &parts->media_type);
  g_strv_builder_addv (parts->notices, strings);

  return version == g_variant_n_children (structure) - 7 && load_lists (parts, structure);
}

/* A serialised structure does not say its own type: the version stands first in each. Swapped
 * before it is looked at, since only that makes its numbers numbers. */
static GVariant *
parse_structure (GBytes *bytes)
{
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr (GVariant) value = swap_bytes (g_variant_ref_sink (
          g_variant_new_from_bytes (G_VARIANT_TYPE (types[i]), bytes, /* trusted= */ FALSE)));
      guint version;

      g_variant_get_child (value, 0, "u", &version);
      if (version == i + 1)
        return g_variant_is_normal_form (value) ? g_steal_pointer (&value) : NULL;
    }

  return NULL;
}

/**
 * galley_document_load:
 * @text: the draft's text in UTF-8
 * @structure: what galley_document_save_structure() gave
 * @original: the bytes that were read
 * @error: (out) (optional): %G_IO_ERROR_INVALID_DATA if the parts do not fit together
 *
 * Makes a document again from its stored parts, which are checked like any input.
 *
 * Returns: (transfer full): the document, or %NULL
 */
GalleyDocument *
galley_document_load (GBytes *text, GBytes *structure, GBytes *original, GError **error)
{
  g_auto (GalleyDocumentParts) parts = { NULL };
  g_autoptr (GVariant) value = NULL;
  gsize length_bytes;
  const char *utf8 = g_bytes_get_data (text, &length_bytes);

  galley_document_parts_init (&parts);
  value = parse_structure (structure);
  if (value != NULL && (length_bytes == 0 || g_utf8_validate_len (utf8, length_bytes, NULL)))
    {
      parts.text = galley_text_new (length_bytes > 0 ? utf8 : "", length_bytes);
      parts.original = g_bytes_ref (original);
      if (load_parts (&parts, value))
        return galley_document_new_from_parts (&parts);
    }

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       _ ("The stored draft is damaged"));
  return NULL;
}
