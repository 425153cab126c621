/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-markdown-leaf.h"

#include "galley-lines.h"
#include "galley-marker.h"
#include "galley-note-words.h"

#include <string.h>

#define MAX_SPEAKER_CHARS 120

static void
clear_link (gpointer link)
{
  g_free (((GalleyLink *) link)->target);
}

void
galley_markdown_leaf_init (GalleyMarkdownLeaf *leaf)
{
  *leaf = (GalleyMarkdownLeaf){ .text = g_string_new (NULL) };
  leaf->links = g_array_new (FALSE, FALSE, sizeof (GalleyLink));
  g_array_set_clear_func (leaf->links, clear_link);
  leaf->signs = g_array_new (FALSE, FALSE, sizeof (GalleyMarkdownSign));
  leaf->soft_breaks = g_array_new (FALSE, FALSE, sizeof (gsize));
}

void
galley_markdown_leaf_clear (GalleyMarkdownLeaf *leaf)
{
  if (leaf->text != NULL)
    g_string_free (g_steal_pointer (&leaf->text), TRUE);
  g_clear_pointer (&leaf->links, g_array_unref);
  g_clear_pointer (&leaf->signs, g_array_unref);
  g_clear_pointer (&leaf->soft_breaks, g_array_unref);
}

static void
append (GalleyMarkdownLeaf *leaf, const char *text, gsize length_bytes)
{
  galley_raised_append (&leaf->raised, leaf->position, leaf->text, text, length_bytes);
  leaf->length += g_utf8_strlen (text, length_bytes);
}

/**
 * galley_markdown_leaf_add_text:
 * @text: (nullable): words to add as they are
 */
void
galley_markdown_leaf_add_text (GalleyMarkdownLeaf *leaf, const char *text)
{
  const char *mark;

  if (text == NULL)
    return;

  while ((mark = strstr (text, "[" GALLEY_MARKDOWN_LITERAL)) != NULL)
    {
      append (leaf, text, mark + 1 - text);
      text = mark + strlen ("[" GALLEY_MARKDOWN_LITERAL);
    }
  append (leaf, text, strlen (text));
}

static GalleyMarkdownPlace
get_place (GalleyMarkdownLeaf *leaf)
{
  galley_raised_end (&leaf->raised, leaf->text);

  return (GalleyMarkdownPlace){
    .size_bytes = leaf->text->len,
    .length = leaf->length,
    .n_links = leaf->links->len,
    .n_signs = leaf->signs->len,
    .n_soft_breaks = leaf->soft_breaks->len,
  };
}

/* Leaves words out that were struck out, where those begin that replace them. */
static void
leave_deleted (GalleyMarkdownLeaf *leaf)
{
  GalleyMarkdownPlace place = get_place (leaf);

  if (leaf->deleted_end.size_bytes > leaf->deleted.size_bytes &&
      strspn (leaf->text->str + leaf->deleted_end.size_bytes, " ") ==
          place.size_bytes - leaf->deleted_end.size_bytes)
    {
      g_string_truncate (leaf->text, leaf->deleted.size_bytes);
      leaf->length = leaf->deleted.length;
      g_array_set_size (leaf->links, leaf->deleted.n_links);
      g_array_set_size (leaf->signs, leaf->deleted.n_signs);
      g_array_set_size (leaf->soft_breaks, leaf->deleted.n_soft_breaks);
      leaf->n_changes++;
    }
  leaf->deleted_end = (GalleyMarkdownPlace){ 0 };
}

static gboolean
is_tag (const char *html, const char *start)
{
  gsize length = strlen (start);

  return g_ascii_strncasecmp (html, start, length) == 0 && !g_ascii_isalnum (html[length]);
}

/* Takes it if the tag at @html begins or ends words that were struck out, or those instead. */
static void
read_change (GalleyMarkdownLeaf *leaf, const char *html)
{
  if (is_tag (html, "<del"))
    {
      leaf->deleted = get_place (leaf);
      leaf->deleted_end = (GalleyMarkdownPlace){ 0 };
    }
  else if (is_tag (html, "</del"))
    leaf->deleted_end = get_place (leaf);
  else if (is_tag (html, "<ins"))
    leave_deleted (leaf);
}

/* Takes it if the tag at @html sets what follows higher or lower, or on the line again, or has to
 * do with changes. */
static void
read_tag (GalleyMarkdownLeaf *leaf, const char *html)
{
  gboolean is_end = html[1] == '/';
  const char *name = html + 1 + is_end;
  GalleyPosition position = GALLEY_POSITION_RAISED;

  read_change (leaf, html);
  if (g_ascii_strncasecmp (name, "sub", 3) == 0)
    position = GALLEY_POSITION_LOWERED;
  else if (g_ascii_strncasecmp (name, "sup", 3) != 0)
    return;

  if (!g_ascii_isalnum (name[3]))
    leaf->position = is_end ? GALLEY_POSITION_LINE : position;
}

/* Whether what begins at @html is no text even for a browser. */
static gboolean
is_hidden (const char *html)
{
  return html[1] == '!' || html[1] == '?' || g_ascii_strncasecmp (html, "<script", 7) == 0 ||
         g_ascii_strncasecmp (html, "<style", 6) == 0;
}

/* Ends what is raised, and leaves out white space behind all. */
static void
end_words (GalleyMarkdownLeaf *leaf)
{
  galley_raised_end (&leaf->raised, leaf->text);
  while (leaf->text->len > 0 && g_ascii_isspace (leaf->text->str[leaf->text->len - 1]))
    {
      g_string_truncate (leaf->text, leaf->text->len - 1);
      leaf->length--;
    }
}

/**
 * galley_markdown_leaf_add_html:
 * @html: (nullable): raw HTML
 *
 * Adds the words of @html without its tags; nothing of a remark, a script or a style sheet.
 */
void
galley_markdown_leaf_add_html (GalleyMarkdownLeaf *leaf, const char *html)
{
  for (const char *p = html; p != NULL && *p != '\0';)
    {
      gsize n = strcspn (p, "<");
      g_autofree char *words = g_strndup (p, n);

      galley_markdown_leaf_add_text (leaf, words);
      p += n;
      if (*p == '\0' || is_hidden (p))
        break;
      read_tag (leaf, p);
      p = strchr (p, '>');
      if (p != NULL)
        p++;
    }

  end_words (leaf);
}

static void
add_break (GalleyMarkdownLeaf *leaf, gboolean is_soft)
{
  GalleyPosition position = leaf->position;
  gsize offset_bytes;

  /* What is raised ends before it, so that its place in bytes stays the same. */
  leaf->position = GALLEY_POSITION_LINE;
  galley_markdown_leaf_add_text (leaf, "\n");
  leaf->position = position;
  offset_bytes = leaf->text->len - 1;
  if (is_soft)
    g_array_append_val (leaf->soft_breaks, offset_bytes);
}

static void
end_link (GalleyMarkdownLeaf *leaf, guint start, const char *target)
{
  GalleyLink link = { .range = { start, leaf->length }, .target = g_strdup (target) };

  g_array_append_val (leaf->links, link);
}

/* Adds words but for the signs of footnotes in them. */
static void
add_words (GalleyMarkdownLeaf *leaf, const char *words, GalleyMarkdownNotes *notes)
{
  const char *from = words;

  for (const char *p = words; notes != NULL && p != NULL && (p = strstr (p, "[^")) != NULL;)
    {
      gsize length_bytes = 2;
      GalleyMarkdownSign sign = { .note = galley_markdown_notes_find (notes, p, &length_bytes) };

      if (sign.note != NULL)
        {
          g_autofree char *before = g_strndup (from, p - from);

          galley_markdown_leaf_add_text (leaf, before);
          sign.offset = leaf->length;
          g_array_append_val (leaf->signs, sign);
          from = p + length_bytes;
        }
      p += length_bytes;
    }
  galley_markdown_leaf_add_text (leaf, from);
}

/**
 * galley_markdown_leaf_read:
 * @iter: an iterator that has just entered @block
 * @block: a heading or a paragraph
 * @notes: (nullable): the footnotes that signs in it may refer to; they have to outlive the leaf
 *
 * Reads all that is in @block and leaves @iter at its end.
 *
 * Returns: how many tags of raw HTML were left out
 */
guint
galley_markdown_leaf_read (GalleyMarkdownLeaf *leaf,
                           cmark_iter *iter,
                           cmark_node *block,
                           GalleyMarkdownNotes *notes)
{
  guint link_start = 0, n_strong = 0, n_weak = 0, n_raw = 0;
  cmark_event_type event;
  cmark_node *node;

  while ((event = galley_cmark.cmark_iter_next (iter)) != CMARK_EVENT_DONE &&
         (node = galley_cmark.cmark_iter_get_node (iter)) != block)
    {
      gboolean entering = event == CMARK_EVENT_ENTER;
      const char *literal = galley_cmark.cmark_node_get_literal (node);

      switch (galley_cmark.cmark_node_get_type (node))
        {
        case CMARK_NODE_TEXT:
        case CMARK_NODE_CODE:
          n_weak += n_strong == 0 && literal != NULL && *literal != '\0';
          if (galley_cmark.cmark_node_get_type (node) == CMARK_NODE_TEXT)
            add_words (leaf, literal, notes);
          else
            galley_markdown_leaf_add_text (leaf, literal);
          break;
        case CMARK_NODE_SOFTBREAK:
        case CMARK_NODE_LINEBREAK:
          add_break (leaf, galley_cmark.cmark_node_get_type (node) == CMARK_NODE_SOFTBREAK);
          break;
        case CMARK_NODE_HTML_INLINE:
          n_raw++;
          read_tag (leaf, literal);
          if (g_ascii_strncasecmp (literal, "<br", 3) == 0)
            add_break (leaf, /* is_soft= */ FALSE);
          break;
        case CMARK_NODE_LINK:
          if (entering)
            link_start = leaf->length;
          else
            end_link (leaf, link_start, galley_cmark.cmark_node_get_url (node));
          break;
        case CMARK_NODE_STRONG:
          n_strong += entering ? 1 : -1;
          break;
        default:
          break;
        }
    }

  galley_raised_end (&leaf->raised, leaf->text);
  leaf->is_strong = n_weak == 0 && leaf->length > 0;
  return n_raw;
}

/**
 * galley_markdown_leaf_spell_links:
 *
 * Writes out where the links lead, after their words, unless these say it.
 */
void
galley_markdown_leaf_spell_links (GalleyMarkdownLeaf *leaf)
{
  g_autoptr (GString) words = leaf->text;
  const char *from = words->str;
  guint offset = 0;

  leaf->text = g_string_sized_new (words->len);
  for (guint i = 0; i < leaf->links->len; i++)
    {
      const GalleyLink *link = &g_array_index (leaf->links, GalleyLink, i);
      const char *start = g_utf8_offset_to_pointer (from, link->range.start - offset);
      const char *end = g_utf8_offset_to_pointer (start, link->range.end - link->range.start);

      g_string_append_len (leaf->text, from, end - from);
      if (strlen (link->target) != (gsize) (end - start) ||
          strncmp (start, link->target, end - start) != 0)
        g_string_append_printf (leaf->text, " <%s>", link->target);
      from = end;
      offset = link->range.end;
    }
  g_string_append (leaf->text, from);
}

gboolean
galley_markdown_leaf_is_empty (const GalleyMarkdownLeaf *leaf)
{
  for (const char *p = leaf->text->str; *p != '\0'; p = g_utf8_next_char (p))
    if (!galley_line_is_space (g_utf8_get_char (p)))
      return FALSE;

  return TRUE;
}

/**
 * galley_markdown_leaf_is_table:
 *
 * Returns: whether each line has a bar in it, and there is more than one; cmark knows no tables
 */
gboolean
galley_markdown_leaf_is_table (const GalleyMarkdownLeaf *leaf)
{
  guint n_lines = 0;

  for (const char *line = leaf->text->str; *line != '\0'; n_lines++)
    {
      gsize n = strcspn (line, "\n");

      if (memchr (line, '|', n) == NULL)
        return FALSE;
      line += n + (line[n] == '\n');
    }

  return n_lines > 1;
}

/**
 * galley_markdown_leaf_dup_line:
 *
 * Returns: (transfer full): its words on one line, with single spaces
 */
char *
galley_markdown_leaf_dup_line (const GalleyMarkdownLeaf *leaf)
{
  GString *words = g_string_sized_new (leaf->text->len);

  for (const char *p = leaf->text->str; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if (!galley_line_is_space (character))
        g_string_append_unichar (words, character);
      else if (words->len > 0 && words->str[words->len - 1] != ' ')
        g_string_append_c (words, ' ');
    }

  return g_strchomp (g_string_free (words, FALSE));
}

/* Adds what is from @from to @to as a block, without white space at its ends; @start is the offset
 * of @from in the document. */
static void
add_part (GalleyDocumentBuilder *builder,
          GalleyBlockRole role,
          guint level,
          const char *from,
          const char *to,
          guint start)
{
  GalleyLine line = { .text = from, .length_bytes = to - from, .range = { start, start } };
  GalleyLine words = galley_line_skip (&line, 0);

  while (to > words.text && galley_line_is_space (g_utf8_get_char (g_utf8_prev_char (to))))
    to = g_utf8_prev_char (to);
  words.range.end = words.range.start + g_utf8_strlen (words.text, to - words.text);

  galley_document_builder_add_block (builder, role, level, words.range);
}

/* The line of dashes and colons below the head of a table. */
static gboolean
is_delimiter (const char *line, gsize length_bytes)
{
  return strspn (line, "|-: \t") >= length_bytes;
}

static void
add_rows (GalleyMarkdownLeaf *leaf, GalleyDocumentBuilder *builder, guint start)
{
  for (const char *line = leaf->text->str; *line != '\0';)
    {
      gsize n = strcspn (line, "\n");

      if (!is_delimiter (line, n))
        add_part (builder, GALLEY_BLOCK_TABLE_ROW, 0, line, line + n, start);
      start += g_utf8_strlen (line, n) + 1;
      line += n + (line[n] == '\n');
    }
}

/* Finds the line that names who is quoted: the last one, if it begins with a long dash, or with two
 * short ones, and is short itself. Returns where its words begin, or NULL. */
static const char *
find_speaker (const GalleyMarkdownLeaf *leaf, const char **out_line)
{
  const char *newline = strrchr (leaf->text->str, '\n');
  const char *line = newline != NULL ? newline + 1 : leaf->text->str;
  gunichar sign = g_utf8_get_char (line);
  const char *words = line;

  if (!galley_marker_is_dash (sign) || (sign == '-' && line[1] != '-') ||
      g_utf8_strlen (line, -1) > MAX_SPEAKER_CHARS)
    return NULL;
  while (*words != '\0' && (galley_marker_is_dash (g_utf8_get_char (words)) ||
                            galley_line_is_space (g_utf8_get_char (words))))
    words = g_utf8_next_char (words);

  *out_line = line;
  return *words != '\0' ? words : NULL;
}

static void
add_quote (GalleyMarkdownLeaf *leaf, GalleyDocumentBuilder *builder, guint start)
{
  const char *text = leaf->text->str, *line = NULL, *words = find_speaker (leaf, &line);

  if (words == NULL)
    {
      add_part (builder, GALLEY_BLOCK_QUOTE, 0, text, text + leaf->text->len, start);
      return;
    }

  add_part (builder, GALLEY_BLOCK_QUOTE, 0, text, line, start);
  add_part (builder, GALLEY_BLOCK_ATTRIBUTION, 0, words, text + leaf->text->len,
            start + g_utf8_strlen (text, words - text));
}

/* Lines of the source that are none for the reader become spaces, but for one that ends where the
 * speaker begins. */
static void
join_lines (GalleyMarkdownLeaf *leaf, GalleyBlockRole role)
{
  const char *line = NULL;
  gsize keep_bytes = G_MAXSIZE;

  if (role == GALLEY_BLOCK_QUOTE && find_speaker (leaf, &line) != NULL && line > leaf->text->str)
    keep_bytes = line - 1 - leaf->text->str;
  for (guint i = 0; i < leaf->soft_breaks->len; i++)
    {
      gsize offset_bytes = g_array_index (leaf->soft_breaks, gsize, i);

      if (offset_bytes != keep_bytes)
        leaf->text->str[offset_bytes] = ' ';
    }
}

/* Says what the footnotes of a block are about, which begins at @start. */
static void
add_notes (GalleyMarkdownLeaf *leaf, GalleyDocumentBuilder *builder, guint start)
{
  g_autoptr (GArray) starts = NULL;
  GalleyRange words = { start, start };

  if (leaf->signs->len == 0)
    return;

  starts = galley_note_words_find_starts (leaf->text->str);
  for (guint i = 0; i < leaf->signs->len; i++)
    {
      const GalleyMarkdownSign *sign = &g_array_index (leaf->signs, GalleyMarkdownSign, i);

      words = galley_note_words_find (starts, start, words, start + sign->offset);
      sign->note->is_used = TRUE;
      if (*sign->note->words != '\0')
        galley_document_builder_add_source_note (builder, words, GALLEY_SOURCE_NOTE_FOOTNOTE,
                                                 /* author= */ NULL, /* date= */ NULL,
                                                 sign->note->words);
    }
}

/**
 * galley_markdown_leaf_append:
 * @builder: a builder
 * @role: what the block is; a table's rows become a block each, and a quote's speaker one, too
 * @level: as in #GalleyBlock
 *
 * Appends the words to the text of @builder, and adds their blocks and links.
 */
void
galley_markdown_leaf_append (GalleyMarkdownLeaf *leaf,
                             GalleyDocumentBuilder *builder,
                             GalleyBlockRole role,
                             guint level)
{
  guint start;

  if (role != GALLEY_BLOCK_TABLE_ROW)
    join_lines (leaf, role);
  start = galley_document_builder_append (builder, leaf->text->str);
  if (role == GALLEY_BLOCK_TABLE_ROW)
    add_rows (leaf, builder, start);
  else if (role == GALLEY_BLOCK_QUOTE)
    add_quote (leaf, builder, start);
  else
    add_part (builder, role, level, leaf->text->str, leaf->text->str + leaf->text->len, start);

  add_notes (leaf, builder, start);
  for (guint i = 0; i < leaf->links->len; i++)
    {
      const GalleyLink *link = &g_array_index (leaf->links, GalleyLink, i);
      GalleyRange range = { start + link->range.start, start + link->range.end };

      if (range.start < range.end)
        galley_document_builder_add_link (builder, range, link->target);
    }
}
