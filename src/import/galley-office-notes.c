/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-office-notes.h"

#include "galley-note-words.h"
#include "galley-remark.h"

#include <string.h>

/* Notes within notes are looked for no deeper than this, so that long chains of them cost little.
 */
#define MAX_DEPTH 8

/* In a note that is being read: what parts the words of a link from those before, and its address
 * from both sides. XML has no such characters. */
#define LINK_START '\x1e'
#define LINK_ADDRESS '\x1f'

typedef struct
{
  const char *key;
  GalleySourceNoteKind kind;
  char *author;
  char *date;
  char *text;
  char *linked;       /* the same with the signs of its links, or NULL */
  const char *parent; /* the key of what it answers, or NULL */
  gboolean is_resolved;
} Note;

/* Where a note stands. */
typedef struct
{
  guint start_mark;
  guint end_mark;
  GalleyRange range; /* of one with a sign, once its block has ended */
  gboolean has_start;
  gboolean has_end;
  gboolean has_range;
} Anchor;

struct _GalleyOfficeNotes
{
  GalleyFlow *flow;
  GHashTable *notes;    /* (element-type utf8 Note) */
  GPtrArray *keys;      /* (element-type utf8) of @notes, in the order in which they came */
  GHashTable *anchors;  /* (element-type utf8 Anchor) */
  GHashTable *starting; /* (element-type utf8) set of ranges that begin with the next word */
  GPtrArray *signs;     /* (element-type utf8) that stand in the block which has not ended */
  GHashTable *hosts;    /* (element-type utf8 utf8) of keys: the notes that they stand in */
  GPtrArray *within;    /* (element-type utf8) that stand in the note which is being read */
  char *linked;         /* of the note that was read last, or NULL if it has no links */
};

static void
free_note (gpointer data)
{
  Note *note = data;

  g_free (note->author);
  g_free (note->date);
  g_free (note->text);
  g_free (note->linked);
  g_free (note);
}

/**
 * galley_office_notes_new:
 * @flow: the flow of the text that the notes belong to; it has to outlive them
 *
 * Returns: (transfer full): no notes yet
 */
GalleyOfficeNotes *
galley_office_notes_new (GalleyFlow *flow)
{
  GalleyOfficeNotes *self = g_new0 (GalleyOfficeNotes, 1);

  self->flow = flow;
  self->notes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_note);
  self->keys = g_ptr_array_new ();
  self->anchors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->starting = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->signs = g_ptr_array_new_with_free_func (g_free);
  self->hosts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->within = g_ptr_array_new_with_free_func (g_free);

  return self;
}

void
galley_office_notes_free (GalleyOfficeNotes *self)
{
  g_hash_table_unref (self->notes);
  g_ptr_array_unref (self->keys);
  g_hash_table_unref (self->anchors);
  g_hash_table_unref (self->starting);
  g_ptr_array_unref (self->signs);
  g_hash_table_unref (self->hosts);
  g_ptr_array_unref (self->within);
  g_free (self->linked);
  g_free (self);
}

/* A date as ISO 8601 writes it, with or without a time; anything else is none, such as the zeros
 * that LibreOffice writes where it knows of none. */
static gboolean
is_date (const char *date)
{
  return date != NULL &&
         g_regex_match_simple ("^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])(T[0-9:.,Z+-]*)?$",
                               date, 0, 0);
}

/**
 * galley_office_notes_begin:
 *
 * A note that stands in no other is about to be read.
 */
void
galley_office_notes_begin (GalleyOfficeNotes *self)
{
  g_ptr_array_set_size (self->within, 0);
}

/**
 * galley_office_notes_add_within:
 * @key: of a note
 *
 * That note stands in the one which is being read, and so where that stands in the text.
 */
void
galley_office_notes_add_within (GalleyOfficeNotes *self, const char *key)
{
  g_ptr_array_add (self->within, g_strdup (key));
}

static void
take_within (GalleyOfficeNotes *self, const char *host)
{
  for (guint i = 0; i < self->within->len; i++)
    g_hash_table_insert (self->hosts, g_strdup (self->within->pdata[i]), g_strdup (host));
  g_ptr_array_set_size (self->within, 0);
}

/**
 * galley_office_notes_spell_link:
 * @words: (inout): those of a note that is being read
 * @start_bytes: where in them a link begins, which ends with them
 * @target: where it leads
 *
 * Adds the address of a link to its words.
 */
void
galley_office_notes_spell_link (GString *words, gsize start_bytes, const char *target)
{
  g_string_insert_c (words, start_bytes, LINK_START);
  g_string_append_printf (words, " %c<%s>%c", LINK_ADDRESS, target, LINK_ADDRESS);
}

/**
 * galley_office_notes_keep_links:
 * @words: (transfer full): those of a note, which is taken next
 *
 * Returns: (transfer full): the words without the signs of links, which are kept
 */
char *
galley_office_notes_keep_links (GalleyOfficeNotes *self, char *words)
{
  char *to = words;

  g_clear_pointer (&self->linked, g_free);
  if (strchr (words, LINK_START) == NULL)
    return words;

  self->linked = g_strdup (words);
  for (const char *from = words; *from != '\0'; from++)
    if (*from != LINK_START && *from != LINK_ADDRESS)
      *to++ = *from;
  *to = '\0';
  return g_strstrip (words);
}

/**
 * galley_office_notes_take:
 * @key: (transfer full): of the note; of several with the same key the first counts
 * @author: (transfer full) (nullable): who wrote it
 * @date: (transfer full) (nullable): when; left out unless it is ISO 8601
 * @text: (transfer full): what it says; one that says nothing is left out
 *
 * Adds what a note says.
 */
void
galley_office_notes_take (GalleyOfficeNotes *self,
                          char *key,
                          GalleySourceNoteKind kind,
                          char *author,
                          char *date,
                          char *text)
{
  Note *note = g_new0 (Note, 1);

  if (!is_date (date))
    g_clear_pointer (&date, g_free);
  if (author != NULL && *author == '\0')
    g_clear_pointer (&author, g_free);
  *note = (Note){ .key = key, .kind = kind, .author = author, .date = date, .text = text };
  note->linked = g_steal_pointer (&self->linked);
  take_within (self, key);
  if (*text == '\0' || g_hash_table_contains (self->notes, key))
    {
      free_note (note);
      g_free (key);
      return;
    }

  g_hash_table_insert (self->notes, key, note);
  g_ptr_array_add (self->keys, key);
}

/**
 * galley_office_notes_answer:
 * @key: of a comment; nothing happens if there is none
 * @parent: of the one that it answers
 *
 * Says that a comment is an answer.
 */
void
galley_office_notes_answer (GalleyOfficeNotes *self, const char *key, const char *parent)
{
  Note *note = g_hash_table_lookup (self->notes, key);
  gpointer own_parent;

  if (note != NULL && g_hash_table_lookup_extended (self->notes, parent, &own_parent, NULL))
    note->parent = own_parent;
}

/**
 * galley_office_notes_resolve:
 * @key: of a comment; nothing happens if there is none
 *
 * Says that the writers are done with a comment.
 */
void
galley_office_notes_resolve (GalleyOfficeNotes *self, const char *key)
{
  Note *note = g_hash_table_lookup (self->notes, key);

  if (note != NULL)
    note->is_resolved = TRUE;
}

static Anchor *
ensure_anchor (GalleyOfficeNotes *self, const char *key)
{
  Anchor *anchor = g_hash_table_lookup (self->anchors, key);

  if (anchor == NULL)
    {
      anchor = g_new0 (Anchor, 1);
      g_hash_table_insert (self->anchors, g_strdup (key), anchor);
    }

  return anchor;
}

/**
 * galley_office_notes_begin_range:
 * @key: of a comment
 *
 * The words to come are what the comment is about.
 */
void
galley_office_notes_begin_range (GalleyOfficeNotes *self, const char *key)
{
  g_hash_table_add (self->starting, g_strdup (key));
}

/**
 * galley_office_notes_begin_words:
 *
 * Says that a word is about to be added to the flow.
 */
void
galley_office_notes_begin_words (GalleyOfficeNotes *self)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->starting);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      Anchor *anchor = ensure_anchor (self, key);

      if (!anchor->has_start)
        anchor->start_mark = galley_flow_add_mark (self->flow);
      anchor->has_start = TRUE;
    }
  g_hash_table_remove_all (self->starting);
}

/**
 * galley_office_notes_end_range:
 * @key: of a comment
 *
 * The comment is about no more words. If its range never began it stands at this place; so it does
 * if there was no word in its range.
 */
void
galley_office_notes_end_range (GalleyOfficeNotes *self, const char *key)
{
  Anchor *anchor = ensure_anchor (self, key);

  if (anchor->has_end)
    return;

  g_hash_table_remove (self->starting, key);
  anchor->end_mark = galley_flow_add_end_mark (self->flow);
  anchor->has_end = TRUE;
}

/**
 * galley_office_notes_add_sign:
 * @key: of a footnote or endnote
 *
 * The note's sign stands here.
 */
void
galley_office_notes_add_sign (GalleyOfficeNotes *self, const char *key)
{
  Anchor *anchor = ensure_anchor (self, key);

  if (anchor->has_end)
    return;

  anchor->end_mark = galley_flow_add_end_mark (self->flow);
  anchor->has_end = TRUE;
  g_ptr_array_add (self->signs, g_strdup (key));
}

/* @words: those of @block, with the signs in it */
static void
find_sentences (GalleyOfficeNotes *self, const char *words, GalleyRange block)
{
  g_autoptr (GArray) starts = galley_note_words_find_starts (words);
  GalleyRange before = { block.start, block.start };

  for (guint i = 0; i < self->signs->len; i++)
    {
      Anchor *anchor = ensure_anchor (self, self->signs->pdata[i]);
      guint end =
          CLAMP (galley_flow_get_mark (self->flow, anchor->end_mark), before.end, block.end);

      before = galley_note_words_find (starts, block.start, before, end);
      anchor->range = before;
      anchor->has_range = TRUE;
    }
  g_ptr_array_set_size (self->signs, 0);
}

/**
 * galley_office_notes_end_block:
 * @role: what the block is
 * @level: its level; 0 for none
 *
 * Ends the block of the flow, and finds the sentences which the signs in it belong to.
 *
 * Returns: whether there was a block
 */
gboolean
galley_office_notes_end_block (GalleyOfficeNotes *self, GalleyBlockRole role, guint level)
{
  g_autofree char *words = NULL;
  GalleyRange block;

  if (self->signs->len > 0)
    words = g_strchomp (g_strdup (galley_flow_peek_words (self->flow)));
  if (!galley_flow_end_block (self->flow, role, level))
    return FALSE;

  if (words != NULL)
    {
      block.end = galley_flow_get_mark (self->flow, galley_flow_add_end_mark (self->flow));
      block.start = block.end - g_utf8_strlen (words, -1);
      find_sentences (self, words, block);
    }
  return TRUE;
}

/* Where a note stands, or the one that it stands in; NULL if neither is known. */
static const Anchor *
find_anchor (GalleyOfficeNotes *self, const char *key)
{
  const Anchor *anchor = g_hash_table_lookup (self->anchors, key);

  for (guint i = 0; i < MAX_DEPTH && anchor == NULL && key != NULL; i++)
    {
      key = g_hash_table_lookup (self->hosts, key);
      anchor = key != NULL ? g_hash_table_lookup (self->anchors, key) : NULL;
    }

  return anchor;
}

/* The words of a note, at the end of the text if it stands nowhere. */
static GalleyRange
settle (GalleyOfficeNotes *self, const Anchor *anchor, guint length)
{
  GalleyRange range = { length, length };

  if (anchor == NULL)
    return range;
  if (anchor->has_range)
    return anchor->range;

  if (anchor->has_end)
    range.start = range.end = galley_flow_get_mark (self->flow, anchor->end_mark);
  if (anchor->has_start)
    range.start = galley_flow_get_mark (self->flow, anchor->start_mark);
  if (anchor->has_start && (!anchor->has_end || range.end < range.start))
    range.end = range.start;

  return range;
}

/* Adds words of a note to the text, whose links are links again. */
static void
write_linked (GalleyOfficeNotes *self, const char *words)
{
  const char *start, *address, *end;

  while ((start = strchr (words, LINK_START)) != NULL &&
         (address = strchr (start, LINK_ADDRESS)) != NULL &&
         (end = strchr (address + 1, LINK_ADDRESS)) != NULL)
    {
      g_autofree char *target = g_strndup (address + 2, end - address - 3);

      galley_flow_add_verbatim (self->flow, words, start - words);
      galley_flow_begin_link (self->flow, target);
      galley_flow_add_verbatim (self->flow, start + 1, address - start - 2);
      galley_flow_end_link (self->flow);
      words = end + 1;
    }
  galley_flow_add_verbatim (self->flow, words, -1);
}

/* An article that has no other words is what its notes say. */
static void
write_notes (GalleyOfficeNotes *self)
{
  for (guint i = 0; i < self->keys->len; i++)
    {
      const Note *note = g_hash_table_lookup (self->notes, self->keys->pdata[i]);

      if (note->kind == GALLEY_SOURCE_NOTE_COMMENT)
        continue;
      write_linked (self, note->linked != NULL ? note->linked : note->text);
      galley_flow_end_block (self->flow, GALLEY_BLOCK_PARAGRAPH, 0);
    }
}

/* The first of the comments that @note answers: itself, if it answers none, or they go in a circle.
 */
static Note *
find_root (GalleyOfficeNotes *self, Note *note)
{
  Note *root = note;

  for (guint i = 0; i < self->keys->len && root->parent != NULL; i++)
    root = g_hash_table_lookup (self->notes, root->parent);

  return root->parent == NULL ? root : note;
}

/* Whether an answer marks words of its own, which it then stays with. */
static gboolean
has_own_words (GalleyOfficeNotes *self, const Note *note, const Note *root, guint length)
{
  GalleyRange own = settle (self, find_anchor (self, note->key), length);
  GalleyRange words = settle (self, find_anchor (self, root->key), length);

  return own.end > own.start && (own.start != words.start || own.end != words.end);
}

/* Adds to each comment what answers it. The text of an answer is NULL then. */
static void
join_answers (GalleyOfficeNotes *self, guint length)
{
  for (guint i = 0; i < self->keys->len; i++)
    {
      Note *note = g_hash_table_lookup (self->notes, self->keys->pdata[i]);
      Note *root = find_root (self, note);
      g_autoptr (GString) text = NULL;

      if (root == note || has_own_words (self, note, root, length))
        continue;
      text = g_string_new (root->text);
      galley_remark_add_answer (text, note->author, note->text);
      g_free (root->text);
      root->text = g_string_free (g_steal_pointer (&text), FALSE);
      g_clear_pointer (&note->text, g_free);
    }
}

static void
add_note (GalleyOfficeNotes *self, GalleyDocumentBuilder *builder, const Note *note, GalleyRange at)
{
  g_autoptr (GString) text = g_string_new (note->text);

  if (note->is_resolved)
    galley_remark_resolve (text);
  galley_document_builder_add_source_note (builder, at, note->kind, note->author, note->date,
                                           text->str);
}

/**
 * galley_office_notes_finish:
 * @builder: what the text went to, which is complete
 *
 * Adds the notes to the document. Comments are kept even if they stand nowhere, footnotes and
 * endnotes then are no part of the document.
 */
void
galley_office_notes_finish (GalleyOfficeNotes *self, GalleyDocumentBuilder *builder)
{
  guint length = galley_document_builder_get_length (builder);

  if (length == 0)
    {
      write_notes (self);
      return;
    }

  join_answers (self, length);
  for (guint i = 0; i < self->keys->len; i++)
    {
      const Note *note = g_hash_table_lookup (self->notes, self->keys->pdata[i]);
      const Anchor *anchor = find_anchor (self, self->keys->pdata[i]);

      if (note->text != NULL && (anchor != NULL || note->kind == GALLEY_SOURCE_NOTE_COMMENT))
        add_note (self, builder, note, settle (self, anchor, length));
    }
}
