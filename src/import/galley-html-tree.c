/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-html-tree.h"

#include "galley-html-arena.h"
#include "galley-html-guard.h"
#include "galley-html-rows.h"
#include "galley-html-slots.h"
#include "galley-html-tags.h"
#include "galley-html-word.h"
#include "galley-html-words.h"
#include "galley-import.h"
#include "galley-late.h"
#include "galley-limits.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Gumbo makes a tree of nodes that each point to the next. It is laid out flat once, and only the
 * flat one is walked. */

#define MIN_LABEL_BYTES                                                                            \
  3 /* of the first line of a heading; less may be a letter that is set large */
#define MAX_NAME_BYTES 64 /* of an element that is not HTML's own */
#define NAMES_BYTES 1024  /* for many names, which are short */

/* What is used of Gumbo, which is loaded late. */
#define GUMBO_FUNCTIONS(F)                                                                         \
  F (gumbo_get_attribute)                                                                          \
  F (gumbo_parse_with_options)                                                                     \
  F (gumbo_tag_from_original_text)                                                                 \
  F (kGumboDefaultOptions)
#define GUMBO_ENTRY(name) GALLEY_LATE_ENTRY (gumbo, name)

static struct
{
  GUMBO_FUNCTIONS (GALLEY_LATE_MEMBER)
} gumbo;

static const GalleyLateFunction gumbo_functions[] = { GUMBO_FUNCTIONS (GUMBO_ENTRY) };

static GalleyLate gumbo_late = GALLEY_LATE_INIT ("libgumbo.so.1", gumbo_functions);

typedef struct
{
  const GumboVector *children;
  guint next;
  guint node;       /* index of the element */
  gboolean is_slot; /* whether @children stand elsewhere */
} Frame;

static void
set_tangled (GError **error, const char *label, GalleyHtmlVerdict verdict)
{
  if (verdict == GALLEY_HTML_TOO_DEEP)
    g_set_error (error, GALLEY_IMPORT_ERROR, GALLEY_IMPORT_ERROR_DAMAGED,
                 _ ("“%s” is nested too deeply to be read as a web page"), label);
  else
    g_set_error (error, GALLEY_IMPORT_ERROR, GALLEY_IMPORT_ERROR_TOO_LARGE,
                 _ ("“%s” has too much markup to be read as a web page"), label);
}

/* NULL if the parser ran out of what it may take, or was cancelled. */
static GumboOutput *
parse (GalleyHtmlArena *arena, const char *utf8, gsize length_bytes)
{
  GumboOptions options;

  galley_late_need (&gumbo_late);
  options = *gumbo.kGumboDefaultOptions;
  options.allocator = galley_html_arena_allocate;
  options.deallocator = galley_html_arena_release;
  options.userdata = arena;
  options.max_errors = 0;
  if (setjmp (arena->escape) != 0)
    return NULL;

  return gumbo.gumbo_parse_with_options (&options, utf8, length_bytes);
}

/* Whether @node is an element of formulas that HTML does not know, and is called @name. */
static gboolean
is_math (const GumboNode *node, const char *name)
{
  GumboStringPiece tag;

  if (node->type != GUMBO_NODE_ELEMENT || node->v.element.tag != GUMBO_TAG_UNKNOWN ||
      node->v.element.tag_namespace != GUMBO_NAMESPACE_MATHML)
    return FALSE;

  tag = node->v.element.original_tag;
  if (tag.data == NULL)
    return FALSE;
  gumbo.gumbo_tag_from_original_text (&tag);
  return tag.length == strlen (name) && g_ascii_strncasecmp (tag.data, name, tag.length) == 0;
}

/* Drawings hold labels for machines, and no sentences; formulas hold such beside what is seen of
 * them, and space that is not. */
static gboolean
is_foreign (const GumboNode *node)
{
  if (node->type == GUMBO_NODE_WHITESPACE)
    return node->parent != NULL && node->parent->type == GUMBO_NODE_ELEMENT &&
           node->parent->v.element.tag_namespace == GUMBO_NAMESPACE_MATHML;
  if (node->type != GUMBO_NODE_ELEMENT)
    return FALSE;

  switch (node->v.element.tag_namespace)
    {
    case GUMBO_NAMESPACE_SVG:
      return node->v.element.tag == GUMBO_TAG_SVG || node->v.element.tag == GUMBO_TAG_UNKNOWN;
    case GUMBO_NAMESPACE_MATHML:
      return node->v.element.tag == GUMBO_TAG_ANNOTATION_XML || is_math (node, "annotation");
    default:
      return FALSE;
    }
}

static gboolean
has_element_before (const GumboNode *node)
{
  const GumboVector *siblings = &node->parent->v.element.children;

  for (gsize i = 0; i < node->index_within_parent; i++)
    if (((const GumboNode *) siblings->data[i])->type == GUMBO_NODE_ELEMENT)
      return TRUE;

  return FALSE;
}

/* The text within a part of a line, if that is all that it holds, or NULL. */
static const char *
peek_text (const GumboNode *node)
{
  while (node->type == GUMBO_NODE_ELEMENT && node->v.element.children.length == 1)
    node = node->v.element.children.data[0];

  return node->type == GUMBO_NODE_TEXT ? node->v.text.text : NULL;
}

/* Whether an element and the one before it are two lines of a heading, as the label and the title
 * are, which no space parts: each has a class of its own, and a capital begins it. */
static gboolean
begins_line (const GumboNode *node)
{
  const GumboNode *parent = node->parent, *before;
  const char *text, *text_before;

  if (parent == NULL || parent->type != GUMBO_NODE_ELEMENT || node->index_within_parent == 0 ||
      node->v.element.tag != GUMBO_TAG_SPAN ||
      galley_html_tag_get_heading_level (parent->v.element.tag) == 0)
    return FALSE;

  before = parent->v.element.children.data[node->index_within_parent - 1];
  if (before->type != GUMBO_NODE_ELEMENT || before->v.element.tag != GUMBO_TAG_SPAN ||
      gumbo.gumbo_get_attribute (&node->v.element.attributes, "class") == NULL ||
      gumbo.gumbo_get_attribute (&before->v.element.attributes, "class") == NULL)
    return FALSE;

  text = peek_text (node);
  text_before = peek_text (before);
  return text != NULL && text_before != NULL && strlen (text_before) >= MIN_LABEL_BYTES &&
         g_unichar_isupper (g_utf8_get_char (text));
}

/* What a reader sees before an element, and no text says: the line of a fraction, the sign of a
 * root, the space between columns of a formula or between the lines of a heading. */
static const char *
find_sign (const GumboNode *node)
{
  const GumboAttribute *line;

  if (node->type != GUMBO_NODE_ELEMENT || node->parent == NULL)
    return NULL;
  if (begins_line (node))
    return " ";
  if (node->v.element.tag_namespace != GUMBO_NAMESPACE_MATHML)
    return NULL;
  if (is_math (node, "mtd"))
    return " ";
  if (is_math (node->parent, "msqrt") && !has_element_before (node))
    return "√";

  if (!is_math (node->parent, "mfrac") || !has_element_before (node))
    return NULL;

  line = gumbo.gumbo_get_attribute (&node->parent->v.element.attributes, "linethickness");
  return line != NULL && *line->value == '0' ? " " : "/";
}

static gboolean
is_element (const GumboNode *node, GumboTag tag)
{
  return node->type == GUMBO_NODE_ELEMENT && node->v.element.tag == tag;
}

/* The nearest node on a side of @node that is no blank text, or NULL. */
static const GumboNode *
find_neighbour (const GumboNode *node, int step)
{
  const GumboVector *siblings = &node->parent->v.element.children;
  guint i = node->index_within_parent;

  for (guint n = 0; n < 2; n++)
    {
      const GumboNode *next;

      i += step;
      if (i >= siblings->length)
        return NULL;
      next = siblings->data[i];
      if (next->type != GUMBO_NODE_WHITESPACE)
        return next;
    }

  return NULL;
}

/* Whether what an element holds was deleted, and something else was inserted in its place: nothing
 * in a text without markup would tell that "57 million" is 7, which was 5 before. Words that are
 * only struck are the author's. */
static gboolean
is_replaced (const GumboNode *node)
{
  const GumboNode *before, *after;

  if (!is_element (node, GUMBO_TAG_DEL) || node->parent == NULL ||
      node->parent->type != GUMBO_NODE_ELEMENT)
    return FALSE;

  before = find_neighbour (node, -1);
  after = find_neighbour (node, 1);
  return (before != NULL && is_element (before, GUMBO_TAG_INS)) ||
         (after != NULL && is_element (after, GUMBO_TAG_INS));
}

/* The name of an element that is not HTML's own, as an application defines them. */
static const char *
read_name (GStringChunk *names, const GumboElement *element)
{
  GumboStringPiece name = element->original_tag;

  if (element->tag != GUMBO_TAG_UNKNOWN || name.data == NULL)
    return NULL;

  gumbo.gumbo_tag_from_original_text (&name);
  return name.length <= MAX_NAME_BYTES ? g_string_chunk_insert_len (names, name.data, name.length)
                                       : NULL;
}

static gboolean
append_node (GalleyHtmlTree *self, const GumboNode *source, guint parent)
{
  GArray *nodes = self->array;
  GalleyHtmlNode node = { .parent = parent, .end = nodes->len + 1, .tag = GUMBO_TAG_LAST };

  if (is_foreign (source))
    return FALSE;
  if (is_replaced (source))
    {
      self->n_replaced++;
      return FALSE;
    }

  switch (source->type)
    {
    case GUMBO_NODE_ELEMENT:
      node.tag = source->v.element.tag;
      node.attributes = &source->v.element.attributes;
      node.name = read_name (self->names, &source->v.element);
      break;
    case GUMBO_NODE_TEMPLATE:
      if (!galley_html_slots_is_root (source))
        return FALSE;
      node.tag = GUMBO_TAG_DIV;
      node.attributes = &source->v.element.attributes;
      break;
    case GUMBO_NODE_TEXT:
    case GUMBO_NODE_CDATA:
    case GUMBO_NODE_WHITESPACE:
      node.text = source->v.text.text;
      break;
    default:
      return FALSE;
    }

  g_array_append_val (nodes, node);
  return TRUE;
}

static void
append_sign (GalleyHtmlTree *self, const char *sign, guint parent)
{
  GArray *nodes = self->array;
  GalleyHtmlNode node = {
    .parent = parent, .end = nodes->len + 1, .tag = GUMBO_TAG_LAST, .text = sign
  };

  g_array_append_val (nodes, node);
}

static void
flatten (GalleyHtmlTree *self, const GumboNode *root)
{
  GArray *nodes = self->array;
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (Frame));
  g_autoptr (GalleyHtmlSlots) slots = galley_html_slots_new ();
  Frame frame = { .children = &root->v.element.children };

  append_node (self, root, 0);
  g_array_append_val (stack, frame);
  while (stack->len > 0)
    {
      Frame *top = &g_array_index (stack, Frame, stack->len - 1);
      const GumboNode *child;
      const char *sign;

      if (top->next == top->children->length)
        {
          g_array_index (nodes, GalleyHtmlNode, top->node).end = nodes->len;
          g_array_set_size (stack, stack->len - 1);
          continue;
        }

      child = top->children->data[top->next++];
      if (!top->is_slot && galley_html_slots_is_taken (slots, child))
        continue;
      sign = find_sign (child);
      if (sign != NULL)
        append_sign (self, sign, top->node);
      if (append_node (self, child, top->node) &&
          (child->type == GUMBO_NODE_ELEMENT || child->type == GUMBO_NODE_TEMPLATE))
        {
          const GumboVector *shown = galley_html_slots_find (slots, child);

          galley_html_slots_look_at (slots, child);
          frame = (Frame){ shown != NULL ? shown : &child->v.element.children, 0, nodes->len - 1,
                           shown != NULL };
          g_array_append_val (stack, frame);
        }
    }
}

/**
 * galley_html_tree_new:
 * @utf8: markup: valid UTF-8 without NUL
 * @length_bytes: its length
 * @label: what to call it in an error
 * @n_steps: (inout): of %GALLEY_HTML_MAX_STEPS, those that other pages of the same input have taken
 * @cancellable: (nullable): a cancellable
 * @error: (out) (optional): %GALLEY_IMPORT_ERROR_DAMAGED or %GALLEY_IMPORT_ERROR_TOO_LARGE
 *
 * Parses @utf8 as HTML5 says, so that there is a tree whatever is wrong with the markup.
 *
 * Returns: (transfer full): the tree, or %NULL if there are too many elements in it
 */
GalleyHtmlTree *
galley_html_tree_new (const char *utf8,
                      gsize length_bytes,
                      const char *label,
                      guint64 *n_steps,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (GString) lean = g_string_sized_new (length_bytes);
  GalleyHtmlVerdict verdict = galley_html_guard_judge (utf8, length_bytes, n_steps, lean);
  g_autoptr (GalleyHtmlArena) arena = NULL;
  GalleyHtmlTree *self;
  GumboOutput *output;

  if (verdict != GALLEY_HTML_FIT)
    {
      set_tangled (error, label, verdict);
      return NULL;
    }

  arena = galley_html_arena_new (GALLEY_HTML_MAX_TREE_BYTES, cancellable);
  output = parse (arena, lean->str, lean->len);
  if (output == NULL)
    {
      if (!g_cancellable_set_error_if_cancelled (cancellable, error))
        set_tangled (error, label, GALLEY_HTML_TOO_TANGLED);
      return NULL;
    }

  self = g_new0 (GalleyHtmlTree, 1);
  self->array = g_array_new (FALSE, FALSE, sizeof (GalleyHtmlNode));
  self->names = g_string_chunk_new (NAMES_BYTES);
  self->own_sheet = galley_html_sheet_new ();
  galley_html_sheet_add_page (self->own_sheet, utf8, length_bytes);
  flatten (self, output->root);
  self->nodes = (GalleyHtmlNode *) (void *) self->array->data;
  self->n_nodes = self->array->len;
  self->arena = g_steal_pointer (&arena);
  galley_html_word_settle (self);
  galley_html_rows_settle (self);

  return self;
}

void
galley_html_tree_free (GalleyHtmlTree *self)
{
  g_array_unref (self->array);
  g_string_chunk_free (self->names);
  galley_html_sheet_free (self->own_sheet);
  galley_html_arena_free (self->arena);
  g_free (self);
}

/**
 * galley_html_tree_get_attribute:
 * @node: index of a node
 * @name: of the attribute, in lower case
 *
 * Returns: (transfer none) (nullable): its value, "" if it has none, or %NULL if it is not there
 */
const char *
galley_html_tree_get_attribute (const GalleyHtmlTree *self, guint node, const char *name)
{
  const GumboVector *attributes = self->nodes[node].attributes;
  const GumboAttribute *attribute =
      attributes != NULL ? gumbo.gumbo_get_attribute (attributes, name) : NULL;

  return attribute != NULL ? attribute->value : NULL;
}

/**
 * galley_html_tree_is_anchor_sign:
 * @node: index of a node
 *
 * Returns: whether the node is a link of a single sign to the place where it stands, as some pages
 *   have them after each heading ("¶")
 */
gboolean
galley_html_tree_is_anchor_sign (const GalleyHtmlTree *self, guint node)
{
  const char *target;

  if (self->nodes[node].tag != GUMBO_TAG_A || self->nodes[node].end != node + 2 ||
      self->nodes[node + 1].text == NULL || g_utf8_strlen (self->nodes[node + 1].text, -1) != 1 ||
      g_unichar_isalnum (g_utf8_get_char (self->nodes[node + 1].text)))
    return FALSE;

  target = galley_html_tree_get_attribute (self, node, "href");
  return target != NULL && strchr (target, '#') != NULL;
}

/**
 * galley_html_tree_is_unsaid:
 * @node: index of an element
 *
 * Returns: whether what it holds is not among the words of what is around it
 */
gboolean
galley_html_tree_is_unsaid (const GalleyHtmlTree *self, guint node)
{
  return self->nodes[node].tag == GUMBO_TAG_SCRIPT || self->nodes[node].tag == GUMBO_TAG_STYLE ||
         self->nodes[node].tag == GUMBO_TAG_RT || self->nodes[node].tag == GUMBO_TAG_RP ||
         galley_html_tree_is_anchor_sign (self, node);
}

/**
 * galley_html_tree_get_property:
 * @node: index of an element
 * @name: of a property of styles
 *
 * Returns: (transfer none) (nullable): what the element's own style says of it, with all that the
 *   style says after that
 */
const char *
galley_html_tree_get_property (const GalleyHtmlTree *self, guint node, const char *name)
{
  gsize n = strlen (name);

  for (const char *p = galley_html_tree_get_attribute (self, node, "style"); p != NULL;
       p = strchr (p, ';'))
    {
      while (*p == ';' || g_ascii_isspace (*p))
        p++;
      if (g_ascii_strncasecmp (p, name, n) == 0 && (p[n] == ':' || p[n] == ' '))
        return p + n + strspn (p + n, ": ");
    }

  return NULL;
}

/* Whether a class says what a style sheet would that is not part of the page. */
static gboolean
is_named_raised (const char *classes)
{
  g_auto (GStrv) names =
      classes != NULL && strstr (classes, "sup") != NULL ? g_strsplit (classes, " ", -1) : NULL;

  return names != NULL && (g_strv_contains ((const char *const *) names, "sup") ||
                           g_strv_contains ((const char *const *) names, "superscript"));
}

/**
 * galley_html_tree_get_position:
 * @node: index of an element
 *
 * Returns: how high the element's own style sets its words, or else what style sheets say of its
 *   classes, or these themselves
 */
GalleyPosition
galley_html_tree_get_position (const GalleyHtmlTree *self, guint node)
{
  const char *value = galley_html_tree_get_property (self, node, "vertical-align");
  const char *classes = galley_html_tree_get_attribute (self, node, "class");
  GalleyPosition position;

  if (value != NULL && g_ascii_strncasecmp (value, "super", 5) == 0)
    return GALLEY_POSITION_RAISED;
  if (value != NULL)
    return g_ascii_strncasecmp (value, "sub", 3) == 0 ? GALLEY_POSITION_LOWERED
                                                      : GALLEY_POSITION_LINE;

  position = galley_html_sheet_find (self->own_sheet, classes);
  if (position == GALLEY_POSITION_LINE && self->sheet != NULL)
    position = galley_html_sheet_find (self->sheet, classes);
  return position == GALLEY_POSITION_LINE && self->nodes[node].tag == GUMBO_TAG_SPAN &&
                 is_named_raised (classes)
             ? GALLEY_POSITION_RAISED
             : position;
}

/**
 * galley_html_tree_dup_words:
 * @node: index of a node
 *
 * Returns: (transfer full): all text within it, on one line, with single spaces
 */
char *
galley_html_tree_dup_words (const GalleyHtmlTree *self, guint node)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = node; i < self->nodes[node].end; i++)
    {
      if (self->nodes[i].text != NULL)
        g_string_append (words, self->nodes[i].text);
      else if (self->nodes[i].tag == GUMBO_TAG_BR)
        g_string_append_c (words, ' ');
      else if (galley_html_tree_is_unsaid (self, i))
        i = self->nodes[i].end - 1;
    }

  return galley_html_squeeze (words->str);
}

/**
 * galley_html_tree_unfold:
 * @tag: of elements that are not shown
 *
 * Makes areas of the page of all elements with @tag that are in its body.
 *
 * Returns: how many there were
 */
guint
galley_html_tree_unfold (GalleyHtmlTree *self, GumboTag tag)
{
  guint n = 0;

  for (guint i = galley_html_tree_find (self, 0, GUMBO_TAG_BODY); i < self->n_nodes; i++)
    if (self->nodes[i].tag == tag)
      {
        self->nodes[i].tag = GUMBO_TAG_DIV;
        n++;
      }

  return n;
}

/**
 * galley_html_tree_find:
 * @within: index of a node
 * @tag: an element
 *
 * Returns: index of the first such element within @within, or 0 if there is none
 */
guint
galley_html_tree_find (const GalleyHtmlTree *self, guint within, GumboTag tag)
{
  for (guint i = within + 1; i < self->nodes[within].end; i++)
    if (self->nodes[i].tag == tag)
      return i;

  return 0;
}
