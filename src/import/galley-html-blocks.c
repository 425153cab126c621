/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-html-blocks.h"

#include "galley-html-address.h"
#include "galley-html-initial.h"
#include "galley-html-items.h"
#include "galley-html-positions.h"
#include "galley-html-ruby.h"
#include "galley-html-table.h"
#include "galley-html-tags.h"
#include "galley-html-text.h"
#include "galley-html-word.h"
#include "galley-html-words.h"
#include "galley-limits.h"

#include <string.h>

/* Nodes are taken in the order of the page. Those that are open wait on a stack until the walk is
 * past their end, so that each is entered once and left once. Words go to the flow as they come,
 * and become a block where an element begins or ends that stands apart; what kind of block, the
 * elements that are open say. */

#define MAX_NODES_AFTER_SPEAKER 8 /* that are looked at, for the end of a quotation */

typedef struct
{
  const GalleyHtmlTree *tree;
  const GalleyHtmlSetting *setting;
  GalleyFlow *flow;
  GArray *open;  /* (element-type guint) nodes that are entered and not left */
  GArray *lists; /* (element-type GalleyHtmlList) around the current node */
  char *marker;  /* of the item whose first block is to come, or NULL */
  GalleyHtmlPart part;
  guint heading; /* level, or 0 */
  guint n_items; /* that are in no list */
  guint n_quotes;
  guint n_credits; /* elements that say who is quoted */
  guint n_verbatim;
  guint n_codes;
  guint data;        /* the last table of data; none is within another */
  guint row;         /* row of data around the current node, or 0 */
  guint n_cells;     /* that had words in that row */
  GString *held;     /* words left out of the block, which is not ended by them */
  gboolean is_apart; /* whether the next words of the row begin a cell or a line of one */
  gboolean is_cell;
  gboolean after_break;
} Writer;

static GalleyBlockRole
find_role (Writer *self, guint *out_level)
{
  *out_level = 0;
  switch (self->part)
    {
    case GALLEY_HTML_PART_TITLE:
      return GALLEY_BLOCK_TITLE;
    case GALLEY_HTML_PART_LEAD:
      return GALLEY_BLOCK_LEAD;
    case GALLEY_HTML_PART_CREDIT:
      return GALLEY_BLOCK_ATTRIBUTION;
    case GALLEY_HTML_PART_CONTENTS:
      return GALLEY_BLOCK_BOILERPLATE;
    default:
      break;
    }

  if (self->row > 0)
    return GALLEY_BLOCK_TABLE_ROW;
  if (self->heading > 0)
    {
      *out_level = self->heading;
      return GALLEY_BLOCK_HEADING;
    }
  if (self->n_quotes > 0)
    return self->n_credits > 0 ? GALLEY_BLOCK_ATTRIBUTION : GALLEY_BLOCK_QUOTE;
  if (self->lists->len > 0 || self->n_items > 0)
    {
      *out_level = MAX (self->lists->len, 1);
      return GALLEY_BLOCK_LIST_ITEM;
    }

  return GALLEY_BLOCK_PARAGRAPH;
}

/* Sets the sign of an item before its first block, and indents those that follow. */
static void
set_marker (Writer *self)
{
  g_autofree char *indent = g_strnfill (2 * MIN (self->lists->len, GALLEY_HTML_MAX_INDENT), ' ');

  if (self->marker != NULL)
    galley_flow_set_marker (self->flow, self->marker);
  else
    galley_flow_set_marker (self->flow, indent);
}

static gboolean
end_text (Writer *self, GalleyBlockRole role, guint level)
{
  GalleyOfficeNotes *notes = self->setting->notes;

  return notes != NULL ? galley_office_notes_end_block (notes, role, level)
                       : galley_flow_end_block (self->flow, role, level);
}

/* Keeps what was left out of a line after the block that the line is in. */
static void
omit_held (Writer *self, GalleyBlockRole role, guint level)
{
  if (self->held->len == 0)
    return;

  galley_flow_add_text (self->flow, self->held->str, self->held->len);
  galley_flow_end_omitted (self->flow, role, level);
  g_string_truncate (self->held, 0);
}

static void
end_words (Writer *self, GalleyBlockRole role, guint level)
{
  if (*galley_flow_peek_words (self->flow) == '\0')
    {
      galley_flow_drop (self->flow);
      return;
    }
  if (self->part == GALLEY_HTML_PART_OMITTED)
    {
      galley_flow_end_omitted (self->flow, role, level);
      return;
    }

  if (role == GALLEY_BLOCK_LIST_ITEM)
    set_marker (self);
  if (end_text (self, role, level) && role == GALLEY_BLOCK_LIST_ITEM)
    g_clear_pointer (&self->marker, g_free);
}

static void
end_block (Writer *self)
{
  guint level;
  GalleyBlockRole role = find_role (self, &level);

  self->after_break = FALSE;
  end_words (self, role, level);
  omit_held (self, role, level);
}

/* A row of data is one block, whatever is in its cells. */
static void
part_words (Writer *self)
{
  if (self->row == 0)
    end_block (self);
  else
    self->is_apart = TRUE;
}

static void
begin_words (Writer *self)
{
  if (self->row > 0 && self->is_cell && self->n_cells > 0)
    galley_flow_add_verbatim (self->flow, " | ", -1);
  else if (self->row > 0 && self->is_apart)
    galley_flow_add_text (self->flow, " ", -1);
  self->n_cells += self->row > 0 && self->is_cell;
  self->is_cell = self->is_apart = FALSE;
  self->after_break = FALSE;
}

static gboolean
has_words (const char *text)
{
  return galley_html_weigh (text) > 0;
}

/* Words whose white space is theirs. An empty line in them parts paragraphs, but not of a program.
 */
static void
add_verbatim (Writer *self, const char *text)
{
  const char *next;

  while (self->n_codes == 0 && (next = galley_html_text_find_paragraph (text)) != NULL)
    {
      galley_flow_add_verbatim (self->flow, text, next - text);
      end_block (self);
      text = next;
    }
  galley_flow_add_verbatim (self->flow, text, -1);
}

static void
add_text (Writer *self, const char *text, GalleyPosition position)
{
  if (!has_words (text))
    {
      if (self->n_verbatim > 0 && *galley_flow_peek_words (self->flow) != '\0')
        galley_flow_add_verbatim (self->flow, text, -1);
      else
        galley_flow_add_text (self->flow, " ", 1);
      return;
    }

  begin_words (self);
  galley_flow_set_position (self->flow, position);
  if (self->n_verbatim > 0 && self->row == 0)
    add_verbatim (self, text);
  else
    galley_html_text_add (text, self->flow);
  galley_flow_set_position (self->flow, GALLEY_POSITION_LINE);
}

/* Whether words that are left out stand within a line, or within a row of data, that is not. */
static gboolean
is_held (Writer *self, GalleyHtmlPart part)
{
  if (part != GALLEY_HTML_PART_OMITTED)
    return FALSE;
  if (self->row > 0)
    return self->setting->parts[self->row] != GALLEY_HTML_PART_OMITTED;

  return self->part != GALLEY_HTML_PART_OMITTED && *galley_flow_peek_words (self->flow) != '\0';
}

static void
set_part (Writer *self, GalleyHtmlPart part)
{
  if (part == self->part)
    return;

  end_block (self);
  self->part = part;
}

/* Writes what a node has to say, as the part of the page that it is. */
static void
write_text (Writer *self, guint node, const char *text, GalleyPosition position)
{
  const guint8 *parts = self->setting->parts;

  if (parts != NULL && has_words (text))
    {
      if (is_held (self, parts[node]))
        {
          g_string_append (self->held, text);
          galley_flow_add_text (self->flow, g_ascii_isspace (*text) ? " " : "", -1);
          return;
        }
      set_part (self, parts[node]);
    }
  add_text (self, text, position);
}

/* Writes what no text of the page says and readers see; nothing if that is "". */
static void
write_sign (Writer *self, guint node, const char *sign)
{
  if (*sign != '\0')
    write_text (self, node, sign, GALLEY_POSITION_LINE);
}

/* Writes the letter that a block of a book begins with, where it is a picture. */
static void
write_initial (Writer *self, guint node)
{
  const char *letter = self->setting->is_book ? galley_html_initial_find (self->tree, node) : NULL;

  if (letter != NULL && *galley_flow_peek_words (self->flow) == '\0')
    write_text (self, node, letter, GALLEY_POSITION_LINE);
}

static void
add_break (Writer *self)
{
  if (self->row > 0)
    self->is_apart = TRUE;
  else if (self->after_break)
    end_block (self); /* an empty line parts paragraphs */
  else
    {
      galley_flow_add_break (self->flow);
      self->after_break = TRUE;
    }
}

static void
enter_list (Writer *self, guint node)
{
  galley_html_list_enter (self->tree, node, self->lists);
  g_clear_pointer (&self->marker, g_free);
}

static void
enter_item (Writer *self, guint node)
{
  if (self->lists->len == 0 && !galley_html_word_is_loose (self->tree, node))
    return;

  g_free (self->marker);
  self->marker = self->lists->len > 0 ? galley_html_list_count_item (self->tree, node, self->lists)
                                      : galley_html_word_dup_marker (self->tree, node);
}

static void
enter_link (Writer *self, guint node)
{
  const char *reference = galley_html_tree_get_attribute (self->tree, node, "href");
  g_autofree char *target =
      reference != NULL ? galley_html_address_resolve (self->setting->base, reference) : NULL;
  g_autofree char *scheme = target != NULL ? g_uri_parse_scheme (target) : NULL;

  if (target != NULL && (scheme != NULL || !self->setting->is_book))
    galley_flow_begin_link (self->flow, target);
}

/* Rows of data: each is a block, and a cell begins at each td and th. */
static gboolean
enter_table_part (Writer *self, guint node)
{
  switch (self->tree->nodes[node].tag)
    {
    case GUMBO_TAG_TABLE:
      if (galley_html_table_is_data (self->tree, node))
        self->data = node;
      return TRUE;
    case GUMBO_TAG_TR:
      if (self->data != 0 && node < self->tree->nodes[self->data].end)
        {
          self->row = node;
          self->n_cells = 0;
        }
      return TRUE;
    case GUMBO_TAG_TD:
    case GUMBO_TAG_TH:
      self->is_cell = TRUE;
      return TRUE;
    default:
      return FALSE;
    }
}

/* Whether the node is a cite that ends a quotation: it says who is quoted. */
static gboolean
names_speaker (Writer *self, guint node)
{
  const GalleyHtmlNode *nodes = self->tree->nodes;
  guint end = nodes[nodes[node].parent].end;

  if (nodes[node].tag != GUMBO_TAG_CITE || self->n_quotes == 0 ||
      end - nodes[node].end > MAX_NODES_AFTER_SPEAKER)
    return FALSE;

  for (guint i = nodes[node].end; i < end; i++)
    if (nodes[i].text != NULL && has_words (nodes[i].text))
      return FALSE;

  return TRUE;
}

static void
count_element (Writer *self, guint node, int step)
{
  guint level = galley_html_tag_get_heading_level (self->tree->nodes[node].tag);

  if (level > 0)
    self->heading = step > 0 ? level : 0;

  switch (self->tree->nodes[node].tag)
    {
    case GUMBO_TAG_BLOCKQUOTE:
      self->n_quotes += step;
      break;
    case GUMBO_TAG_CODE:
      self->n_codes += step;
      break;
    case GUMBO_TAG_LI:
      self->n_items +=
          galley_html_word_is_loose (self->tree, node) && self->lists->len == 0 ? step : 0;
      break;
    case GUMBO_TAG_CITE:
      self->n_credits += names_speaker (self, node) ? step : 0;
      break;
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_FIGCAPTION:
      self->n_credits += step;
      break;
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_LISTING:
    case GUMBO_TAG_XMP:
    case GUMBO_TAG_PLAINTEXT:
      self->n_verbatim += step;
      break;
    default:
      break;
    }
}

static void
enter (Writer *self, guint node)
{
  GumboTag tag = self->tree->nodes[node].tag;

  if (galley_html_tag_get_display (tag) == GALLEY_HTML_BLOCK || names_speaker (self, node))
    part_words (self);
  g_array_append_val (self->open, node);
  count_element (self, node, 1);
  if (enter_table_part (self, node))
    return;

  switch (tag)
    {
    case GUMBO_TAG_UL:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_MENU:
    case GUMBO_TAG_DIR:
      enter_list (self, node);
      break;
    case GUMBO_TAG_LI:
      enter_item (self, node);
      break;
    case GUMBO_TAG_A:
      enter_link (self, node);
      break;
    case GUMBO_TAG_Q:
      write_sign (self, node, "“");
      break;
    case GUMBO_TAG_BR:
      add_break (self);
      break;
    case GUMBO_TAG_RT:
      write_sign (self, node, galley_html_ruby_get_opening (self->tree, node));
      break;
    case GUMBO_TAG_IMG:
      write_initial (self, node);
      break;
    default:
      break;
    }
}

static void
leave (Writer *self, guint node)
{
  GumboTag tag = self->tree->nodes[node].tag;

  if (tag == GUMBO_TAG_Q)
    write_sign (self, node, "”");
  else if (tag == GUMBO_TAG_RT)
    write_sign (self, node, galley_html_ruby_get_closing (self->tree, node));
  else if (tag == GUMBO_TAG_A)
    galley_flow_end_link (self->flow);
  else if ((galley_html_tag_get_display (tag) == GALLEY_HTML_BLOCK && node != self->row) ||
           names_speaker (self, node))
    part_words (self);

  if (node == self->row)
    {
      end_block (self);
      self->row = 0;
      self->is_cell = FALSE;
    }
  count_element (self, node, -1);
  if (galley_html_list_is_one (tag))
    {
      g_array_set_size (self->lists, self->lists->len - 1);
      g_clear_pointer (&self->marker, g_free);
    }
}

static void
leave_up_to (Writer *self, guint node)
{
  while (self->open->len > 0)
    {
      guint innermost = g_array_index (self->open, guint, self->open->len - 1);

      if (self->tree->nodes[innermost].end > node)
        break;
      leave (self, innermost);
      g_array_set_size (self->open, self->open->len - 1);
    }
}

static gboolean
is_left_out (Writer *self, guint node)
{
  const guint8 *parts = self->setting->parts;

  return galley_html_tag_get_display (self->tree->nodes[node].tag) == GALLEY_HTML_UNSEEN ||
         galley_html_tree_is_anchor_sign (self->tree, node) ||
         (parts != NULL && parts[node] == GALLEY_HTML_PART_NOTHING);
}

/* Tells the notes if the node is the sign of one. */
static gboolean
take_sign (Writer *self, guint node)
{
  const GalleyHtmlSetting *setting = self->setting;
  const char *key =
      setting->signs != NULL ? g_hash_table_lookup (setting->signs, GUINT_TO_POINTER (node)) : NULL;

  if (key == NULL)
    return FALSE;

  set_part (self, setting->parts != NULL ? setting->parts[node] : GALLEY_HTML_PART_BODY);
  galley_office_notes_add_sign (setting->notes, key);
  return TRUE;
}

/**
 * galley_html_blocks_write:
 * @tree: a page
 * @node: index of the element whose content is written
 * @setting: what is known of it
 * @flow: (inout): where the blocks go
 *
 * Makes blocks of an element.
 */
void
galley_html_blocks_write (const GalleyHtmlTree *tree,
                          guint node,
                          const GalleyHtmlSetting *setting,
                          GalleyFlow *flow)
{
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree guint8 *positions = galley_html_positions_new (tree, node);
  g_autoptr (GArray) lists = g_array_new (FALSE, FALSE, sizeof (GalleyHtmlList));
  Writer writer = {
    .tree = tree,
    .setting = setting,
    .flow = flow,
    .open = open,
    .lists = lists,
    .held = g_string_new (NULL),
  };

  /* Of a book they are told once. */
  if (node == 0 && !setting->is_book)
    galley_flow_tell_changes (flow, tree->n_replaced);
  for (guint i = node; i < tree->nodes[node].end;)
    {
      const GalleyHtmlNode *current = &tree->nodes[i];

      leave_up_to (&writer, i);
      if (take_sign (&writer, i) || is_left_out (&writer, i))
        {
          i = current->end;
          continue;
        }

      if (current->text == NULL)
        enter (&writer, i);
      else
        write_text (&writer, i, current->text, positions[i - node]);
      i++;
    }
  leave_up_to (&writer, tree->nodes[node].end);
  end_block (&writer);
  g_string_free (writer.held, TRUE);
  g_free (writer.marker);
}

/**
 * galley_html_blocks_read:
 * @utf8: markup: valid UTF-8 without NUL
 * @length_bytes: its length
 * @label: what to call it in an error
 * @base: (nullable): the address that links are relative to
 * @flow: (inout): where the blocks go
 * @cancellable: (nullable): a cancellable
 * @error: (out) (optional): %GALLEY_IMPORT_ERROR_DAMAGED or %GALLEY_IMPORT_ERROR_TOO_LARGE
 *
 * Makes blocks of all of what is no whole page: nothing is looked for and left out.
 *
 * Returns: whether the markup could be read
 */
gboolean
galley_html_blocks_read (const char *utf8,
                         gsize length_bytes,
                         const char *label,
                         const char *base,
                         GalleyFlow *flow,
                         GCancellable *cancellable,
                         GError **error)
{
  const GalleyHtmlSetting setting = { .base = base };
  guint64 n_steps = 0;
  g_autoptr (GalleyHtmlTree) tree =
      galley_html_tree_new (utf8, length_bytes, label, &n_steps, cancellable, error);

  if (tree == NULL)
    return FALSE;

  galley_html_blocks_write (tree, 0, &setting, flow);
  return TRUE;
}
