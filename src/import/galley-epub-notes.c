/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-epub-notes.h"

#include "galley-epub-parts.h"
#include "galley-html-blocks.h"
#include "galley-zip.h"

#include <string.h>

/* A place is written "MEMBER#ID". Notes are counted in each chapter, and the key of a note is
 * "MEMBER#NUMBER". */

#define MAX_BACKLINK_CHARS 6 /* "[123]" and "↩" with a selector */

struct _GalleyEpubNotes
{
  GHashTable *notes;  /* (element-type utf8 utf8) keys of notes by the places within them */
  GHashTable *cited;  /* (element-type utf8) places that signs lead to */
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

  self->notes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->cited = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

void
galley_epub_notes_free (GalleyEpubNotes *self)
{
  g_hash_table_unref (self->notes);
  g_hash_table_unref (self->cited);
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

/* Where a link leads within the book, or NULL if it leads elsewhere or nowhere. */
static char *
find_place (const char *member, const char *href)
{
  const char *slash = strrchr (member, '/'), *hash = strchr (href, '#');
  g_autofree char *scheme = g_uri_parse_scheme (href);
  g_autofree char *folder = g_strndup (member, slash != NULL ? slash + 1 - member : 0);
  g_autofree char *path = NULL;
  g_autofree char *name = NULL;
  g_autofree char *id = NULL;

  if (hash == NULL || hash[1] == '\0' || scheme != NULL)
    return NULL;

  path = g_strndup (href, hash - href);
  name = *path != '\0' ? galley_zip_resolve (folder, path) : g_strdup (member);
  id = g_uri_unescape_string (hash + 1, NULL);
  return g_strconcat (name, "#", id != NULL ? id : hash + 1, NULL);
}

static char *
find_place_of_link (const GalleyHtmlTree *tree, guint link, const char *member)
{
  const char *href = galley_html_tree_get_attribute (tree, link, "href");

  return href != NULL ? find_place (member, href) : NULL;
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
  return link != 0 ? find_place_of_link (tree, link, member) : NULL;
}

static char *
make_key (const char *member, guint number)
{
  return g_strdup_printf ("%s#%u", member, number);
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
      const char *id = galley_html_tree_get_attribute (tree, i, "id");
      char *place;

      if (id == NULL && tree->nodes[i].tag == GUMBO_TAG_A)
        id = galley_html_tree_get_attribute (tree, i, "name");
      if (id == NULL || *id == '\0')
        continue;
      place = g_strconcat (member, "#", id, NULL);
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
  guint n_notes = 0;

  for (guint i = 0; i < tree->n_nodes;)
    {
      GalleySourceNoteKind kind;
      char *place;

      if (is_note (tree, i, &kind))
        {
          g_autofree char *key = make_key (member, n_notes++);

          add_places (self, member, tree, i, key);
          i = tree->nodes[i].end;
          continue;
        }

      place = parts[i] == GALLEY_HTML_PART_BODY ? find_cited_place (tree, i, member) : NULL;
      if (place != NULL)
        g_hash_table_add (self->cited, place);
      i++;
    }
}

/* Whether a link in a note is the way back to its sign: it says so, or is a sign itself. */
static gboolean
is_backlink (const GalleyHtmlTree *tree, guint node, const char *member)
{
  g_autofree char *place = NULL;
  g_autofree char *words = NULL;
  glong n_chars;

  if (tree->nodes[node].tag != GUMBO_TAG_A)
    return FALSE;
  if (galley_epub_has_type (tree, node, "backlink") ||
      galley_epub_has_type (tree, node, "doc-backlink"))
    return TRUE;

  place = find_place_of_link (tree, node, member);
  if (place == NULL)
    return FALSE;

  words = galley_html_tree_dup_words (tree, node);
  n_chars = g_utf8_strlen (words, -1);
  if (n_chars > MAX_BACKLINK_CHARS)
    return FALSE;
  for (const char *p = words; *p != '\0' && n_chars > 1; p = g_utf8_next_char (p))
    if (g_unichar_isalpha (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
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

/* Those notes that a sign leads to. Of several with one id it leads to the first. */
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
  guint n_notes = 0;

  if (self->wanted == NULL)
    settle (self);

  for (guint i = 0; i < tree->n_nodes;)
    {
      GalleySourceNoteKind kind;
      g_autofree char *place = NULL;
      const char *key;

      if (is_note (tree, i, &kind))
        {
          g_autofree char *note = make_key (member, n_notes++);

          if (g_hash_table_contains (self->wanted, note))
            {
              galley_office_notes_take (notes, g_steal_pointer (&note), kind, /* author= */ NULL,
                                        /* date= */ NULL, read_note (tree, i, member, parts));
              parts[i] = GALLEY_HTML_PART_NOTHING;
            }
          i = tree->nodes[i].end;
          continue;
        }

      place = parts[i] == GALLEY_HTML_PART_BODY ? find_cited_place (tree, i, member) : NULL;
      key = place != NULL ? g_hash_table_lookup (self->notes, place) : NULL;
      if (key != NULL)
        g_hash_table_insert (signs, GUINT_TO_POINTER (i), g_strdup (key));
      i++;
    }

  return signs;
}
