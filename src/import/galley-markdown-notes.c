/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-markdown-notes.h"

#include "galley-cmark.h"
#include "galley-markdown-leaf.h"

#include <string.h>

/* Footnotes as most programs for Markdown have them, though cmark does not:
 *
 *     The board voted for it.[^1]
 *
 *     [^1]: Minutes of the board, page 4. What goes on below it is indented, or follows at once.
 *
 * They are taken out of the text before it is parsed, since cmark takes a note that is nothing but
 * an address for the target of a link. A note that no sign refers to stays where it is, and so does
 * what looks like one between fences. */

#define MAX_INDENT 3
#define MAX_LABEL_BYTES 100
#define MIN_FENCE_BYTES 3

struct _GalleyMarkdownNotes
{
  GString *text;
  GPtrArray *notes;   /* (element-type GalleyMarkdownNote), in their order */
  GHashTable *labels; /* (element-type utf8 GalleyMarkdownNote): of @notes */
};

typedef struct
{
  GalleyMarkdownNotes *notes;
  GHashTable *signs; /* (element-type utf8 utf8): labels that are referred to */
  GString *quotes;   /* all notes in Markdown: a quotation each, after an empty line */
  GString *targets;  /* lines that say where links lead */
  gboolean is_open;  /* whether the last note has not ended */
  guint n_blank;     /* empty lines since its last words */
  char fence;        /* the sign of the fence that is open, or NUL */
  gsize fence_bytes; /* how often it stands there */
} Pass;

/* How long the label is that stands at @p ("[^label]"), with its brackets; 0 if there is none. */
static gsize
measure_label (const char *p)
{
  gsize n;

  if (p[0] != '[' || p[1] != '^')
    return 0;
  n = strcspn (p + 2, "[] \t\r\n");

  return n > 0 && n <= MAX_LABEL_BYTES && p[2 + n] == ']' ? n + 3 : 0;
}

/**
 * galley_markdown_notes_is_definition:
 * @line: a line, or a text that begins with it
 *
 * Returns: whether the line begins a footnote ("[^1]: Minutes")
 */
gboolean
galley_markdown_notes_is_definition (const char *line)
{
  gsize indent = strspn (line, " "), n = measure_label (line + indent);

  return indent <= MAX_INDENT && n > 0 && line[indent + n] == ':';
}

static char *
dup_label (const char *p)
{
  return g_strndup (p + 2, measure_label (p) - 3);
}

/* Whether a backslash takes its meaning from what stands at @p. */
static gboolean
is_escaped (const char *text, const char *p)
{
  gsize n = 0;

  while (p - n > text && p[-1 - (gssize) n] == '\\')
    n++;

  return n % 2 == 1;
}

/* The labels of all signs that are not at the beginning of a note. */
static GHashTable *
find_signs (const char *text)
{
  GHashTable *signs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (const char *p = text; (p = strstr (p, "[^")) != NULL; p += 2)
    {
      const char *line = p;

      while (line > text && line[-1] == ' ')
        line--;
      if (measure_label (p) > 0 && !is_escaped (text, p) &&
          ((line > text && line[-1] != '\n' && line[-1] != '\r') ||
           !galley_markdown_notes_is_definition (line)))
        g_hash_table_add (signs, dup_label (p));
    }

  return signs;
}

/* The words of a block without their markup, with the addresses that they lead to; NULL if @block
 * is one of blocks. */
static char *
dup_words (cmark_iter *iter, cmark_node *block)
{
  g_auto (GalleyMarkdownLeaf) leaf = { NULL };

  galley_markdown_leaf_init (&leaf);
  switch (galley_cmark.cmark_node_get_type (block))
    {
    case CMARK_NODE_PARAGRAPH:
    case CMARK_NODE_HEADING:
      galley_markdown_leaf_read (&leaf, iter, block, /* notes= */ NULL);
      galley_markdown_leaf_spell_links (&leaf);
      break;
    case CMARK_NODE_CODE_BLOCK:
      galley_markdown_leaf_add_text (&leaf, galley_cmark.cmark_node_get_literal (block));
      break;
    case CMARK_NODE_HTML_BLOCK:
      galley_markdown_leaf_add_html (&leaf, galley_cmark.cmark_node_get_literal (block));
      break;
    default:
      return NULL;
    }

  return galley_markdown_leaf_dup_line (&leaf);
}

/* Gives a note the words that were found, and takes them. */
static void
set_words (GPtrArray *notes, guint index, GString *words)
{
  if (index < notes->len)
    {
      GalleyMarkdownNote *note = notes->pdata[index];

      g_free (note->words);
      note->words = g_strdup (words->str);
    }
  g_string_truncate (words, 0);
}

/* Parses all notes at once, together with what says where links lead, which may stand anywhere. */
static void
read_notes (Pass *self)
{
  g_autofree char *markdown = g_strconcat (self->quotes->str, "\n", self->targets->str, NULL);
  cmark_node *root =
      galley_cmark.cmark_parse_document (markdown, strlen (markdown), CMARK_OPT_DEFAULT);
  cmark_iter *iter = galley_cmark.cmark_iter_new (root);
  g_autoptr (GString) words = g_string_new (NULL);
  cmark_event_type event;
  guint index = 0; /* of the note */

  while ((event = galley_cmark.cmark_iter_next (iter)) != CMARK_EVENT_DONE)
    {
      cmark_node *node = galley_cmark.cmark_iter_get_node (iter);
      g_autofree char *more = event == CMARK_EVENT_ENTER ? dup_words (iter, node) : NULL;

      if (more != NULL && *more != '\0')
        g_string_append_printf (words, "%s%s", words->len > 0 ? "\n" : "", more);
      if (event == CMARK_EVENT_EXIT && galley_cmark.cmark_node_parent (node) == root)
        set_words (self->notes->notes, index++, words);
    }
  galley_cmark.cmark_iter_free (iter);
  galley_cmark.cmark_node_free (root);
}

/* Whether a line that follows the open note belongs to it: it is indented, or goes on at once and
 * begins nothing else. */
static gboolean
goes_on (const Pass *self, const char *line, gsize length_bytes)
{
  gsize indent = strspn (line, " \t");

  if (!self->is_open || indent >= length_bytes)
    return self->is_open;
  if (line[0] == '\t' || indent > MAX_INDENT)
    return TRUE;

  return self->n_blank == 0 && strchr ("#>-*+`~|", line[indent]) == NULL;
}

static void
take_line (Pass *self, const char *line, gsize length_bytes)
{
  gsize indent = MIN (strspn (line, " \t"), length_bytes);

  if (indent == length_bytes)
    {
      self->n_blank++;
      return;
    }
  g_string_append (self->quotes, self->n_blank > 0 ? ">\n> " : "> ");
  g_string_append_len (self->quotes, line + indent, length_bytes - indent);
  g_string_append_c (self->quotes, '\n');
  self->n_blank = 0;
}

/* Tells where code between fences begins and ends. Words in code within a line may have as many
 * signs around them. */
static void
look_at_fence (Pass *self, const char *line, gsize length_bytes)
{
  gsize indent = strspn (line, " "), n = 0;
  char sign = line[indent];
  const char *rest;

  while ((sign == '`' || sign == '~') && line[indent + n] == sign)
    n++;
  rest = line + indent + n;
  if (indent > MAX_INDENT || n < MIN_FENCE_BYTES)
    return;

  if (self->fence == '\0' &&
      (sign == '~' || memchr (rest, '`', line + length_bytes - rest) == NULL))
    {
      self->fence = sign;
      self->fence_bytes = n;
    }
  else if (self->fence == sign && n >= self->fence_bytes &&
           rest + strspn (rest, " \t") >= line + length_bytes)
    self->fence = '\0';
}

/* Begins the note at @line, if it is one that a sign refers to. */
static gboolean
begin_note (Pass *self, const char *line, gsize length_bytes)
{
  gsize indent = strspn (line, " ");
  gsize start_bytes;
  g_autofree char *label = NULL;
  GalleyMarkdownNote *note;

  if (self->fence != '\0' || !galley_markdown_notes_is_definition (line))
    return FALSE;

  self->is_open = FALSE;
  label = dup_label (line + indent);
  if (!g_hash_table_contains (self->signs, label))
    return FALSE;

  note = g_new0 (GalleyMarkdownNote, 1);
  note->label = g_steal_pointer (&label);
  note->words = g_strdup ("");
  g_ptr_array_add (self->notes->notes, note);
  if (!g_hash_table_contains (self->notes->labels, note->label))
    g_hash_table_insert (self->notes->labels, note->label, note);

  /* A note that says nothing on its first line is a quotation as well. */
  start_bytes = indent + measure_label (line + indent) + 1;
  g_string_append (self->quotes, "\n>\n");
  self->is_open = TRUE;
  self->n_blank = 0;
  take_line (self, line + start_bytes, length_bytes - start_bytes);
  self->n_blank = 0;
  return TRUE;
}

/* Whether the line says where links lead that name its label. */
static gboolean
is_target (const char *line, gsize length_bytes)
{
  gsize indent = strspn (line, " ");
  const char *end = g_strstr_len (line, length_bytes, "]:");

  return indent <= MAX_INDENT && line[indent] == '[' && line[indent + 1] != '^' && end != NULL;
}

/* Adds a line to the text, and to each bracket in it that is escaped that it begins no note. */
static void
add_line (GString *text, const char *line, gsize length_bytes)
{
  const char *end = line + length_bytes, *from = line;

  for (const char *p = line; (p = g_strstr_len (p, end - p, "[^")) != NULL; p++)
    if (is_escaped (line, p))
      {
        g_string_append_len (text, from, p + 1 - from);
        g_string_append (text, GALLEY_MARKDOWN_LITERAL);
        from = p + 1;
      }
  g_string_append_len (text, from, end - from);
}

/* Keeps a line in the text. Of what begins like a note and is none, cmark would take one of a
 * single word for the target of a link. */
static void
keep_line (Pass *self, const char *line, gsize length_bytes)
{
  gboolean is_literal = self->fence == '\0' && galley_markdown_notes_is_definition (line);
  gsize indent = is_literal ? strspn (line, " ") : 0;

  g_string_append_len (self->notes->text, line, indent);
  if (is_literal)
    g_string_append_c (self->notes->text, '\\');
  add_line (self->notes->text, line + indent, length_bytes - indent);
}

/* Takes notes out of the text; each line of them leaves an empty one. */
static void
look_at_lines (Pass *self, const char *text)
{
  for (const char *line = text; *line != '\0';)
    {
      gsize length_bytes = strcspn (line, "\r\n");
      gsize end_bytes = length_bytes + strspn (line + length_bytes, "\r") % 2;

      end_bytes += line[end_bytes] == '\n';
      if (begin_note (self, line, length_bytes))
        g_string_append_len (self->notes->text, line + length_bytes, end_bytes - length_bytes);
      else if (goes_on (self, line, length_bytes))
        {
          take_line (self, line, length_bytes);
          g_string_append_len (self->notes->text, line + length_bytes, end_bytes - length_bytes);
        }
      else
        {
          self->is_open = FALSE;
          look_at_fence (self, line, length_bytes);
          keep_line (self, line, end_bytes);
          if (self->fence == '\0' && is_target (line, length_bytes))
            g_string_append_len (self->targets, line, end_bytes);
        }
      line += MAX (end_bytes, 1);
    }
}

static void
free_note (gpointer data)
{
  GalleyMarkdownNote *note = data;

  g_free (note->label);
  g_free (note->words);
  g_free (note);
}

static void
take_out (GalleyMarkdownNotes *self, const char *text)
{
  g_autoptr (GHashTable) signs = find_signs (text);
  g_autoptr (GString) quotes = g_string_new (NULL);
  g_autoptr (GString) targets = g_string_new (NULL);
  Pass pass = { .notes = self, .signs = signs, .quotes = quotes, .targets = targets };

  look_at_lines (&pass, text);
  if (self->notes->len > 0)
    read_notes (&pass);
}

/**
 * galley_markdown_notes_new:
 * @text: a text in Markdown
 *
 * Returns: (transfer full): the footnotes of @text that are referred to in it; cmark has to be
 *   loaded
 */
GalleyMarkdownNotes *
galley_markdown_notes_new (const char *text)
{
  GalleyMarkdownNotes *self = g_new0 (GalleyMarkdownNotes, 1);

  self->notes = g_ptr_array_new_with_free_func (free_note);
  self->labels = g_hash_table_new (g_str_hash, g_str_equal);
  self->text = g_string_sized_new (strlen (text));
  if (strstr (text, "[^") != NULL)
    take_out (self, text);
  else
    g_string_append (self->text, text);

  return self;
}

void
galley_markdown_notes_free (GalleyMarkdownNotes *self)
{
  g_string_free (self->text, TRUE);
  g_hash_table_unref (self->labels);
  g_ptr_array_unref (self->notes);
  g_free (self);
}

/**
 * galley_markdown_notes_peek_text:
 * @out_length_bytes: (out): its length
 *
 * Returns: (transfer none): the text without its footnotes
 */
const char *
galley_markdown_notes_peek_text (GalleyMarkdownNotes *self, gsize *out_length_bytes)
{
  *out_length_bytes = self->text->len;
  return self->text->str;
}

/**
 * galley_markdown_notes_find:
 * @sign: words that begin with "[^"
 * @out_length_bytes: (out): how long the sign is, if it is one
 *
 * Returns: (transfer none) (nullable): the footnote that the sign refers to
 */
GalleyMarkdownNote *
galley_markdown_notes_find (GalleyMarkdownNotes *self, const char *sign, gsize *out_length_bytes)
{
  gsize length_bytes = measure_label (sign);
  g_autofree char *label = length_bytes > 0 ? dup_label (sign) : NULL;
  GalleyMarkdownNote *note = label != NULL ? g_hash_table_lookup (self->labels, label) : NULL;

  if (note != NULL)
    *out_length_bytes = length_bytes;
  return note;
}

/**
 * galley_markdown_notes_add_rest:
 * @builder: what the text went to, which is complete
 *
 * Adds the footnotes that are about no words of the text, as where the sign is in another footnote,
 * or by itself.
 */
void
galley_markdown_notes_add_rest (GalleyMarkdownNotes *self, GalleyDocumentBuilder *builder)
{
  guint length = galley_document_builder_get_length (builder);

  for (guint i = 0; i < self->notes->len; i++)
    {
      const GalleyMarkdownNote *note = self->notes->pdata[i];

      if (!note->is_used && *note->words != '\0')
        galley_document_builder_add_source_note (builder, (GalleyRange){ length, length },
                                                 GALLEY_SOURCE_NOTE_FOOTNOTE, /* author= */ NULL,
                                                 /* date= */ NULL, note->words);
    }
}
