/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-epub-notes.h"

#include "galley-epub-pairs.h"
#include "galley-epub-parts.h"
#include "galley-epub-place.h"
#include "galley-html-blocks.h"

#include <string.h>

/* The key of a note is "MEMBER@NODE", by its element. */

struct _GalleyEpubNotes
{
  GalleyEpubPairs *pairs;
  GHashTable *notes;  /* (element-type utf8 utf8) keys of notes by the places within them */
  GHashTable *cited;  /* (element-type utf8) places that signs lead to */
  GHashTable *shown;  /* (element-type utf8) keys of notes whose signs have been found in the text;
                         of a pair that is before the note, unless the sign is in a note itself */
  GHashTable *wanted; /* (element-type utf8) keys of notes that signs lead to; NULL until all
                         chapters have been looked at */
};

static const struct
{
  const char *type;
  GalleySourceNoteKind kind;
} note_types[] = {
  { "footnote", GALLEY_SOURCE_NOTE_FOOTNOTE },   { "endnote", GALLEY_SOURCE_NOTE_ENDNOTE },
  { "rearnote", GALLEY_SOURCE_NOTE_ENDNOTE },    { "doc-footnote", GALLEY_SOURCE_NOTE_FOOTNOTE },
  { "doc-endnote", GALLEY_SOURCE_NOTE_ENDNOTE },
};

GalleyEpubNotes *
galley_epub_notes_new (void)
{
  GalleyEpubNotes *self = g_new0 (GalleyEpubNotes, 1);

  self->pairs = galley_epub_pairs_new ();
  self->notes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->cited = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->shown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

void
galley_epub_notes_free (GalleyEpubNotes *self)
{
  galley_epub_pairs_free (self->pairs);
  g_hash_table_unref (self->notes);
  g_hash_table_unref (self->cited);
  g_hash_table_unref (self->shown);
  g_clear_pointer (&self->wanted, g_hash_table_unref);
  g_free (self);
}

static gboolean
is_note (const GalleyHtmlTree *tree, guint node, GalleySourceNoteKind *out_kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (note_types); i++)
    if (galley_epub_has_type (tree, node, note_types[i].type))
      {
        *out_kind = note_types[i].kind;
        return TRUE;
      }

  return FALSE;
}

/* The place that a sign leads to, or NULL if the node is none. It is a link, or has one in it. */
static char *
find_cited_place (const GalleyHtmlTree *tree, guint node, const char *member)
{
  guint link = node;

  if (!galley_epub_has_type (tree, node, "noteref") &&
      !galley_epub_has_type (tree, node, "doc-noteref"))
    return NULL;

  if (tree->nodes[node].tag != GUMBO_TAG_A)
    link = galley_html_tree_find (tree, node, GUMBO_TAG_A);
  return link != 0 ? galley_epub_place_find_target (member, tree, link) : NULL;
}

static char *
make_key (const char *member, guint node)
{
  return g_strdup_printf ("%s@%u", member, node);
}

static void
add_places (GalleyEpubNotes *self,
            const char *member,
            const GalleyHtmlTree *tree,
            guint note,
            const char *key)
{
  for (guint i = note; i < tree->nodes[note].end; i++)
    {
      char *place = galley_epub_place_new (member, tree, i);

      if (place == NULL)
        continue;
      if (g_hash_table_contains (self->notes, place))
        g_free (place);
      else
        g_hash_table_insert (self->notes, place, g_strdup (key));
    }
}

/**
 * galley_epub_notes_look_at:
 * @member: name of a chapter
 * @tree: its markup
 * @parts: what galley_epub_parts_new() says of it
 *
 * Looks for notes in a chapter, and for their signs, of which those in what is left out and in
 * other notes do not count.
 */
void
galley_epub_notes_look_at (GalleyEpubNotes *self,
                           const char *member,
                           const GalleyHtmlTree *tree,
                           const guint8 *parts)
{
  for (guint i = 0; i < tree->n_nodes;)
    {
      GalleySourceNoteKind kind;
      char *place;

      if (is_note (tree, i, &kind))
        {
          g_autofree char *key = make_key (member, i);

          add_places (self, member, tree, i, key);
          i = tree->nodes[i].end;
          continue;
        }

      place = parts[i] == GALLEY_HTML_PART_BODY ? find_cited_place (tree, i, member) : NULL;
      if (place != NULL)
        g_hash_table_add (self->cited, place);
      if (tree->nodes[i].tag == GUMBO_TAG_A)
        galley_epub_pairs_add_link (self->pairs, member, tree, i,
                                    parts[i] == GALLEY_HTML_PART_BODY);
      i++;
    }
}

/* Whether a link in a note is the way back to its sign: it says so, or is a sign itself. */
static gboolean
is_backlink (const GalleyHtmlTree *tree, guint node, const char *member)
{
  g_autofree char *place = NULL;

  if (tree->nodes[node].tag != GUMBO_TAG_A)
    return FALSE;
  if (galley_epub_has_type (tree, node, "backlink") ||
      galley_epub_has_type (tree, node, "doc-backlink"))
    return TRUE;

  place = galley_epub_place_find_target (member, tree, node);
  return place != NULL && galley_epub_place_is_short (tree, node);
}

/* The words of a note on lines, with the address of each link after its words, for it is the
 * source. */
static char *
write_words (GalleyDocument *document)
{
  GalleyText *text = galley_document_get_text (document);
  g_autoptr (GString) words = g_string_new (NULL);
  guint n_links, end = 0;
  const GalleyLink *links = galley_document_get_links (document, &n_links);
  g_autofree char *rest = NULL;
  const char *start;

  for (guint i = 0; i < n_links; i++)
    {
      g_autofree char *before = galley_text_slice (text, (GalleyRange){ end, links[i].range.end });
      g_autofree char *linked = galley_text_slice (text, links[i].range);

      g_string_append (words, before);
      if (strstr (linked, links[i].target) == NULL)
        g_string_append_printf (words, " <%s>", links[i].target);
      end = links[i].range.end;
    }
  rest = galley_text_slice (text, (GalleyRange){ end, galley_text_get_length (text) });
  g_string_append (words, rest);
  g_string_replace (words, "\n\n", "\n", 0);

  /* What was between its number and its words. */
  start = words->str + strspn (words->str, ".):] \n");
  return g_strdup (*start != '\0' ? start : words->str);
}

static char *
read_note (const GalleyHtmlTree *tree, guint note, const char *member, guint8 *parts)
{
  g_autoptr (GalleyDocumentBuilder) builder = galley_document_builder_new ();
  g_autoptr (GalleyFlow) flow = galley_flow_new (builder);
  g_autoptr (GBytes) original = g_bytes_new_static ("", 0);
  g_autoptr (GalleyDocument) document = NULL;
  const GalleyHtmlSetting setting = { .parts = parts, .is_book = TRUE };

  for (guint i = note; i < tree->nodes[note].end; i++)
    if (is_backlink (tree, i, member))
      parts[i] = GALLEY_HTML_PART_NOTHING;
    else if (parts[i] != GALLEY_HTML_PART_NOTHING)
      parts[i] = GALLEY_HTML_PART_BODY;
  galley_html_blocks_write (tree, note, &setting, flow);
  document = galley_document_builder_finish (builder, original, "text/html");

  return write_words (document);
}

/* Those notes that a sign leads to. Of several with one id it leads to the first. A book that says
 * of any what they are says so of all, and pairs in it are something else. */
static void
settle (GalleyEpubNotes *self)
{
  GHashTableIter iter;
  gpointer place;

  self->wanted = g_hash_table_new (g_str_hash, g_str_equal);
  g_hash_table_iter_init (&iter, self->cited);
  while (g_hash_table_iter_next (&iter, &place, NULL))
    {
      char *key = g_hash_table_lookup (self->notes, place);

      if (key != NULL)
        g_hash_table_add (self->wanted, key);
    }
}

/* The key of the note that the node is, and its kind, if a sign leads to it; or NULL. @pairs are
 * %NULL if they do not count. */
static char *
find_note (GalleyEpubNotes *self,
           const GalleyEpubPairsFound *pairs,
           const char *member,
           const GalleyHtmlTree *tree,
           guint node,
           GalleySourceNoteKind *out_kind)
{
  const char *key =
      pairs != NULL ? g_hash_table_lookup (pairs->notes, GUINT_TO_POINTER (node)) : NULL;
  g_autofree char *own_key = NULL;

  if (key != NULL && g_hash_table_contains (self->shown, key))
    {
      *out_kind = g_hash_table_size (pairs->signs) > 0 ? GALLEY_SOURCE_NOTE_FOOTNOTE
                                                       : GALLEY_SOURCE_NOTE_ENDNOTE;
      return g_strdup (key);
    }
  if (!is_note (tree, node, out_kind))
    return NULL;

  own_key = make_key (member, node);
  return g_hash_table_contains (self->wanted, own_key) ? g_steal_pointer (&own_key) : NULL;
}

/* The key of the note whose sign the node is, or NULL. */
static const char *
find_key_of_sign (GalleyEpubNotes *self,
                  const GalleyEpubPairsFound *pairs,
                  const char *member,
                  const GalleyHtmlTree *tree,
                  guint node)
{
  g_autofree char *place = find_cited_place (tree, node, member);
  const char *key = place != NULL ? g_hash_table_lookup (self->notes, place) : NULL;

  if (key == NULL && pairs != NULL)
    key = g_hash_table_lookup (pairs->signs, GUINT_TO_POINTER (node));
  return key;
}

/**
 * galley_epub_notes_take_out:
 * @member: name of a chapter, after all chapters have been looked at
 * @tree: its markup
 * @parts: (inout): of @tree; notes that are taken out become nothing
 * @notes: what gets the notes
 *
 * Returns: (transfer full) (element-type guint utf8): the signs in the chapter, for
 *   #GalleyHtmlSetting
 */
GHashTable *
galley_epub_notes_take_out (GalleyEpubNotes *self,
                            const char *member,
                            const GalleyHtmlTree *tree,
                            guint8 *parts,
                            GalleyOfficeNotes *notes)
{
  GHashTable *signs = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  const GalleyEpubPairsFound *pairs = NULL;

  if (self->wanted == NULL)
    settle (self);
  if (g_hash_table_size (self->wanted) == 0)
    pairs = galley_epub_pairs_find (self->pairs, member);

  for (guint i = 0; i < tree->n_nodes;)
    {
      GalleySourceNoteKind kind;
      char *note = find_note (self, pairs, member, tree, i, &kind);
      const char *key = NULL;

      if (note != NULL)
        {
          galley_office_notes_take (notes, note, kind, /* author= */ NULL, /* date= */ NULL,
                                    read_note (tree, i, member, parts));
          parts[i] = GALLEY_HTML_PART_NOTHING;
        }
      if (note != NULL || is_note (tree, i, &kind))
        {
          i = tree->nodes[i].end;
          continue;
        }

      if (parts[i] == GALLEY_HTML_PART_BODY)
        key = find_key_of_sign (self, pairs, member, tree, i);
      if (key != NULL)
        {
          g_hash_table_insert (signs, GUINT_TO_POINTER (i), g_strdup (key));
          g_hash_table_add (self->shown, g_strdup (key));
        }
      i++;
    }

  return signs;
}
