/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-credit-line.h"
#include "galley-front-matter.h"
#include "galley-limits.h"
#include "galley-line-look.h"
#include "galley-markdown-leaf.h"
#include "galley-markdown-signs.h"
#include "galley-phrases.h"
#include "galley-reader.h"

#include <cmark.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* The text of the document is made from cmark's tree: a block of it a block of the document, with a
 * blank line between them, and the signs of lists written out before their items, so that who shows
 * the text shows them. The tree is walked with an iterator, never by recursion. */

#define CLEARLY_MARKDOWN 3
#define MAX_DEPTH 256 /* of blocks within blocks; nobody can read deeper ones */
#define MAX_BRACKETS                                                                               \
  20000 /* that are open in one paragraph; cmark's time grows with their square */

typedef struct
{
  GalleyDocumentBuilder *builder;
  GalleyMarkdownNotes *notes;
  GString *marker;   /* what is to be written before the next block, or empty */
  guint depth;       /* of lists around the current node */
  guint n_quotes;    /* block quotes around it */
  guint n_nested;    /* blocks around it */
  gboolean is_tight; /* whether the items of the innermost list have no blank lines between them */
  gboolean in_list;  /* whether the block before belongs to the same list */
  gboolean has_text;
  gboolean has_title;
  gboolean has_body; /* whether a paragraph or heading is past that is no part of the head */
  guint n_raw;       /* pieces of raw HTML */
  guint n_changes;   /* words that were left out for those that replace them */
} Walker;

static gboolean
recognise (const GalleyInput *input)
{
  guint n_points;

  if (input->decoded.utf8 == NULL)
    return FALSE;

  n_points = galley_markdown_signs_count (input->decoded.utf8, input->decoded.length_bytes);
  /* The name breaks the tie where the content leaves it open. */
  return n_points >= CLEARLY_MARKDOWN ||
         (n_points > 0 && input->name != NULL &&
          (g_str_has_suffix (input->name, ".md") || g_str_has_suffix (input->name, ".markdown")));
}

/* Writes what parts the next block from the one before, and its marker. */
static void
begin_block (Walker *self)
{
  if (self->has_text)
    galley_document_builder_append (
        self->builder, self->depth > 0 && self->is_tight && self->in_list ? "\n" : "\n\n");
  if (self->marker->len > 0)
    galley_document_builder_append (self->builder, self->marker->str);
  else
    for (guint i = 0; i < self->depth; i++)
      galley_document_builder_append (self->builder, "  ");
  g_string_truncate (self->marker, 0);
  self->has_text = TRUE;
  self->in_list = self->depth > 0;
}

static void
add_block (Walker *self, GalleyBlockRole role, guint level, GalleyMarkdownLeaf *leaf)
{
  if (galley_markdown_leaf_is_empty (leaf))
    return;

  begin_block (self);
  galley_markdown_leaf_append (leaf, self->builder, role, level);
}

static void
add_heading (Walker *self, cmark_node *node, GalleyMarkdownLeaf *leaf)
{
  guint level = galley_cmark.cmark_node_get_heading_level (node);

  if (level == 1 && !self->has_title && !self->has_body && self->n_quotes == 0 && self->depth == 0)
    {
      g_autofree char *words = galley_markdown_leaf_dup_line (leaf);

      galley_document_builder_set_metadata (self->builder, GALLEY_METADATA_TITLE, words);
      add_block (self, GALLEY_BLOCK_TITLE, 0, leaf);
      self->has_title = TRUE;
      return;
    }

  add_block (self, GALLEY_BLOCK_HEADING, level, leaf);
  self->has_body = TRUE;
}

static void
add_paragraph (Walker *self, GalleyMarkdownLeaf *leaf)
{
  g_autofree char *words = galley_markdown_leaf_dup_line (leaf);
  GalleyBlockRole role = self->has_body ? GALLEY_BLOCK_PARAGRAPH : GALLEY_BLOCK_LEAD;

  if (galley_markdown_leaf_is_empty (leaf))
    return;
  if (self->depth > 0)
    add_block (self, GALLEY_BLOCK_LIST_ITEM, self->depth, leaf);
  else if (self->n_quotes > 0)
    add_block (self, GALLEY_BLOCK_QUOTE, 0, leaf);
  else if (galley_markdown_leaf_is_table (leaf))
    add_block (self, GALLEY_BLOCK_TABLE_ROW, 0, leaf);
  else if (galley_phrases_is_boilerplate (words) || galley_phrases_is_end_mark (words))
    add_block (self, GALLEY_BLOCK_BOILERPLATE, 0, leaf);
  else if (leaf->is_strong && galley_line_look_find (words) != GALLEY_LINE_LOOK_NONE)
    {
      /* Many writers set a heading in bold rather than mark it up. */
      add_block (self, GALLEY_BLOCK_HEADING, 2, leaf);
      self->has_body = TRUE;
    }
  else if (!self->has_body && galley_credit_line_read (words, self->builder))
    add_block (self, GALLEY_BLOCK_ATTRIBUTION, 0, leaf);
  else
    {
      add_block (self, role, 0, leaf);
      self->has_body = TRUE;
    }
}

static void
enter_item (Walker *self, cmark_node *node)
{
  cmark_node *list = galley_cmark.cmark_node_parent (node);
  int number = galley_cmark.cmark_node_get_list_start (list);

  g_string_truncate (self->marker, 0);
  for (guint i = 1; i < self->depth; i++)
    g_string_append (self->marker, "  ");
  if (galley_cmark.cmark_node_get_list_type (list) == CMARK_BULLET_LIST)
    {
      g_string_append (self->marker, "• ");
      return;
    }

  /* Each item hands its number on: counting back would take the square of how many there are. */
  if (galley_cmark.cmark_node_previous (node) != NULL)
    number = GPOINTER_TO_INT (
                 galley_cmark.cmark_node_get_user_data (galley_cmark.cmark_node_previous (node))) +
             1;
  galley_cmark.cmark_node_set_user_data (node, GINT_TO_POINTER (number));
  g_string_append_printf (self->marker, "%d%s ", number,
                          galley_cmark.cmark_node_get_list_delim (list) == CMARK_PAREN_DELIM ? ")"
                                                                                             : ".");
}

/* Keeps the words of raw HTML and leaves its tags out. */
static void
add_raw (Walker *self, cmark_node *node)
{
  GalleyMarkdownLeaf leaf;

  galley_markdown_leaf_init (&leaf);
  galley_markdown_leaf_add_html (&leaf, galley_cmark.cmark_node_get_literal (node));
  self->n_changes += leaf.n_changes;
  add_paragraph (self, &leaf);
  galley_markdown_leaf_clear (&leaf);
  self->n_raw++;
}

static void
add_code (Walker *self, cmark_node *node)
{
  g_autofree char *code = g_strchomp (g_strdup (galley_cmark.cmark_node_get_literal (node)));
  GalleyMarkdownLeaf leaf;

  galley_markdown_leaf_init (&leaf);
  galley_markdown_leaf_add_text (&leaf, code);
  add_block (self, self->depth > 0 ? GALLEY_BLOCK_LIST_ITEM : GALLEY_BLOCK_PARAGRAPH, self->depth,
             &leaf);
  galley_markdown_leaf_clear (&leaf);
}

/* Reads what is in a heading or a paragraph, up to its end. */
static void
add_leaf (Walker *self, cmark_iter *iter, cmark_node *node)
{
  GalleyMarkdownLeaf leaf;

  galley_markdown_leaf_init (&leaf);
  self->n_raw += galley_markdown_leaf_read (&leaf, iter, node, self->notes);
  self->n_changes += leaf.n_changes;
  if (galley_cmark.cmark_node_get_type (node) == CMARK_NODE_HEADING)
    add_heading (self, node, &leaf);
  else
    add_paragraph (self, &leaf);
  galley_markdown_leaf_clear (&leaf);
}

static void
visit (Walker *self, cmark_iter *iter, cmark_node *node, gboolean entering)
{
  int step = entering ? 1 : -1;

  switch (galley_cmark.cmark_node_get_type (node))
    {
    case CMARK_NODE_LIST:
      self->depth += step;
      self->n_nested += step;
      if (!entering && self->depth > 0) /* back to the list that the item around this one is in */
        node = galley_cmark.cmark_node_parent (galley_cmark.cmark_node_parent (node));
      if (entering && self->depth == 1)
        self->in_list = FALSE;
      self->is_tight = galley_cmark.cmark_node_get_list_tight (node);
      break;
    case CMARK_NODE_ITEM:
      if (entering)
        enter_item (self, node);
      break;
    case CMARK_NODE_BLOCK_QUOTE:
      self->n_quotes += step;
      self->n_nested += step;
      break;
    case CMARK_NODE_HEADING:
    case CMARK_NODE_PARAGRAPH:
      if (entering)
        add_leaf (self, iter, node);
      break;
    case CMARK_NODE_CODE_BLOCK:
      add_code (self, node);
      break;
    case CMARK_NODE_HTML_BLOCK:
      add_raw (self, node);
      break;
    default:
      break;
    }
}

/* FALSE if blocks are nested too deeply. */
static gboolean
walk (Walker *self, cmark_node *root)
{
  cmark_iter *iter = galley_cmark.cmark_iter_new (root);
  cmark_event_type event;

  while ((event = galley_cmark.cmark_iter_next (iter)) != CMARK_EVENT_DONE &&
         self->n_nested <= MAX_DEPTH)
    visit (self, iter, galley_cmark.cmark_iter_get_node (iter), event == CMARK_EVENT_ENTER);
  galley_cmark.cmark_iter_free (iter);

  return event == CMARK_EVENT_DONE;
}

static void
set_too_deep (GError **error, const char *label)
{
  g_set_error (error, GALLEY_IMPORT_ERROR, GALLEY_IMPORT_ERROR_DAMAGED,
               _ ("“%s” is nested too deeply to be read as Markdown"), label);
}

/* Whether cmark would need too much memory for what begins in the text. */
static gboolean
has_too_many_signs (const char *text)
{
  guint n_signs = 0;

  for (const char *p = text; *(p += strcspn (p, "\r\n*_`[]<&\\")) != '\0'; p++)
    if (++n_signs > GALLEY_MARKDOWN_MAX_SIGNS)
      return TRUE;

  return FALSE;
}

/* Refuses what would take cmark long, or much memory: a text full of signs, a line that opens very
 * many quotations, or a paragraph with very many brackets. */
static gboolean
check_limits (const char *text, const char *label, GError **error)
{
  guint n_brackets = 0;

  if (has_too_many_signs (text))
    {
      g_set_error (error, GALLEY_IMPORT_ERROR, GALLEY_IMPORT_ERROR_TOO_LARGE,
                   _ ("“%s” has too much markup to be read as Markdown"), label);
      return FALSE;
    }

  for (const char *line = text; *line != '\0';)
    {
      gsize length_bytes = strcspn (line, "\r\n");
      gsize start_bytes = strspn (line, "> \t");
      guint n_quotes = 0;

      if (start_bytes >= length_bytes)
        n_brackets = 0;
      for (gsize i = 0; i < start_bytes; i++)
        n_quotes += line[i] == '>';
      for (gsize i = start_bytes; i < length_bytes; i++)
        n_brackets += line[i] == '[';
      if (n_quotes > MAX_DEPTH)
        {
          set_too_deep (error, label);
          return FALSE;
        }
      if (n_brackets > MAX_BRACKETS)
        {
          g_set_error (error, GALLEY_IMPORT_ERROR, GALLEY_IMPORT_ERROR_DAMAGED,
                       _ ("“%s” has too many brackets in one paragraph to be read as Markdown"),
                       label);
          return FALSE;
        }
      line += length_bytes + (line[length_bytes] != '\0');
    }

  return TRUE;
}

static void
add_notices (Walker *self, const GalleyInput *input)
{
  galley_input_add_notices (input, self->builder);
  if (self->n_changes > 0)
    galley_reader_tell_changes (self->builder, self->n_changes);
  if (self->n_raw > 0)
    {
      g_autofree char *notice = g_strdup_printf (
          ngettext ("%u piece of HTML in the Markdown was left out but for its words",
                    "%u pieces of HTML in the Markdown were left out but for their words",
                    self->n_raw),
          self->n_raw);

      galley_document_builder_add_notice (self->builder, notice);
    }
}

static GalleyDocument *
read_markdown (GalleyInput *input, GError **error)
{
  g_autoptr (GalleyDocumentBuilder) builder = galley_document_builder_new ();
  g_autoptr (GString) marker = g_string_new (NULL);
  Walker walker = { .builder = builder, .marker = marker };
  const char *text = input->decoded.utf8;
  gsize head_bytes = galley_front_matter_measure (text), length_bytes;
  g_autoptr (GalleyMarkdownNotes) notes = NULL;
  cmark_node *root;
  gboolean is_done;

  galley_front_matter_read (text, head_bytes, builder);
  if (!check_limits (text + head_bytes, input->label, error))
    return NULL;

  galley_cmark_load ();
  walker.notes = notes = galley_markdown_notes_new (text + head_bytes);
  text = galley_markdown_notes_peek_text (notes, &length_bytes);
  root = galley_cmark.cmark_parse_document (text, length_bytes, CMARK_OPT_DEFAULT);
  is_done = walk (&walker, root);
  galley_cmark.cmark_node_free (root);
  if (!is_done)
    {
      set_too_deep (error, input->label);
      return NULL;
    }

  galley_markdown_notes_add_rest (notes, builder);
  add_notices (&walker, input);
  return galley_document_builder_finish (builder, input->bytes, "text/markdown");
}

const GalleyReader galley_markdown_reader = {
  .media_type = "text/markdown",
  .recognise = recognise,
  .read = read_markdown,
};
