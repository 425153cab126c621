/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-pages-private.h"

#include <string.h>

/*
 * What is drawn has a structure: parts, headings, paragraphs, lists, tables. Cairo keeps words only
 * in tags that have none within, and only on one page, so words stand in a span or a link of their
 * own; everything around them may go on over pages. Where all words of a box stand on one page and
 * lead nowhere, they need none.
 *
 * Lines come in the order of the elements that they are of. Only where the cells of a row that is
 * taller than a page take turns do they go back; such a cell is opened anew.
 *
 * What is in a tag's attributes stands between apostrophes, with a backslash before an apostrophe
 * or a backslash.
 */

struct _GalleyPagesTagger
{
  GalleyPages *pages;
  cairo_t *cr;
  GPtrArray *open;   /* (element-type utf8) names of the tags that are open */
  guint next;        /* index of the first element that was not entered */
  guint leaf;        /* index of the element that is open */
  guint n_around;    /* tags that are open around it */
  guint depth;       /* of lists around it */
  gboolean has_leaf; /* whether any is open */
  gboolean is_label; /* whether what stands beside its words is open */
  gboolean is_whole; /* whether it needs no tags for its words */
};

GalleyPagesTagger *
galley_pages_tagger_new (GalleyPages *pages, cairo_t *cr)
{
  GalleyPagesTagger *self = g_new0 (GalleyPagesTagger, 1);

  self->pages = pages;
  self->cr = cr;
  self->open = g_ptr_array_new ();

  return self;
}

static void
push (GalleyPagesTagger *self, const char *name, const char *attributes)
{
  galley_drawing.cairo_tag_begin (self->cr, name, attributes);
  g_ptr_array_add (self->open, (gpointer) name);
}

static void
pop_to (GalleyPagesTagger *self, guint n_open)
{
  while (self->open->len > n_open)
    {
      galley_drawing.cairo_tag_end (self->cr, g_ptr_array_index (self->open, self->open->len - 1));
      g_ptr_array_set_size (self->open, self->open->len - 1);
    }
}

/* Closes what is open. */
void
galley_pages_tagger_free (GalleyPagesTagger *self)
{
  pop_to (self, 0);
  g_ptr_array_unref (self->open);
  g_free (self);
}

static const char *
get_part_name (GalleyCopyPart part)
{
  switch (part)
    {
    case GALLEY_COPY_ARTICLE:
      return "Art";
    case GALLEY_COPY_TABLE:
      return "Table";
    case GALLEY_COPY_ROW:
      return "TR";
    case GALLEY_COPY_SUMMARY:
    case GALLEY_COPY_SECTION:
    case GALLEY_COPY_ENTRY:
    case GALLEY_COPY_EVIDENCE:
    default:
      return "Sect";
    }
}

static const char *
get_leaf_name (const GalleyCopyElement *element)
{
  static const char *const headings[] = { "H2", "H3", "H4", "H5", "H6" };

  switch (element->kind)
    {
    case GALLEY_COPY_TITLE:
      return "H1";
    case GALLEY_COPY_HEADING:
      return headings[CLAMP (element->level, 2, 6) - 2];
    case GALLEY_COPY_ITEM:
    case GALLEY_COPY_FACT:
      return "LI";
    case GALLEY_COPY_QUOTE:
      return "BlockQuote";
    case GALLEY_COPY_CELL:
      return element->role == GALLEY_COPY_COLUMN || element->role == GALLEY_COPY_ROW_NAME ? "TH"
                                                                                          : "TD";
    case GALLEY_COPY_CHART:
      return "Figure";
    case GALLEY_COPY_PARAGRAPH:
    case GALLEY_COPY_BEGIN:
    case GALLEY_COPY_END:
    default:
      return "P";
    }
}

/* How deep the lists are that @element is in. */
static guint
get_depth (const GalleyCopyElement *element)
{
  if (element->kind == GALLEY_COPY_ITEM)
    return element->level;

  return element->kind == GALLEY_COPY_FACT ? 1 : 0;
}

static void
set_depth (GalleyPagesTagger *self, guint depth)
{
  for (; self->depth < depth; self->depth++)
    push (self, "L", NULL);
  pop_to (self, self->open->len - (self->depth - depth));
  self->depth = depth;
}

static void
close_leaf (GalleyPagesTagger *self)
{
  if (self->has_leaf)
    pop_to (self, self->n_around);
  self->has_leaf = FALSE;
}

/* Enters and leaves the parts up to element @index. */
static void
walk_to (GalleyPagesTagger *self, guint index)
{
  const GalleyCopyElement *elements = self->pages->elements;

  if (self->open->len == 0)
    push (self, "Document", NULL);
  for (; self->next < index; self->next++)
    {
      const GalleyCopyElement *element = &elements[self->next];

      if (element->kind != GALLEY_COPY_BEGIN && element->kind != GALLEY_COPY_END)
        continue;
      set_depth (self, 0);
      if (element->kind == GALLEY_COPY_BEGIN)
        push (self, get_part_name (element->part), NULL);
      else
        pop_to (self, self->open->len - 1);
    }
}

static void
open_leaf (GalleyPagesTagger *self, guint index)
{
  const GalleyCopyElement *element = &self->pages->elements[index];

  close_leaf (self);
  walk_to (self, index);
  set_depth (self, get_depth (element));
  self->n_around = self->open->len;
  push (self, get_leaf_name (element), NULL);
  self->leaf = index;
  self->has_leaf = TRUE;
}

/**
 * galley_pages_tagger_enter:
 * @box: of what is drawn next
 *
 * Opens what the words of @box stand in, unless it is open.
 */
void
galley_pages_tagger_enter (GalleyPagesTagger *self, const GalleyPagesBox *box)
{
  const GalleyCopyElement *element = &self->pages->elements[box->element];
  gboolean is_open = self->has_leaf && self->leaf == box->element;

  if (is_open && (self->is_label == box->is_label || get_depth (element) == 0))
    return;

  if (!is_open)
    open_leaf (self, box->element);
  else
    pop_to (self, self->n_around + 1);
  if (get_depth (element) > 0)
    push (self, box->is_label ? "Lbl" : "LBody", NULL);
  self->is_label = box->is_label;
  self->is_whole = !box->is_parted;
}

/**
 * galley_pages_tagger_enter_chart:
 * @element: index of a chart
 *
 * Opens what the chart stands in.
 */
void
galley_pages_tagger_enter_chart (GalleyPagesTagger *self, guint element)
{
  open_leaf (self, element);
  self->is_label = FALSE;
  self->is_whole = TRUE;
}

/**
 * galley_pages_tagger_end_page:
 *
 * Closes what goes on over no page end.
 */
void
galley_pages_tagger_end_page (GalleyPagesTagger *self)
{
  if (self->is_whole)
    close_leaf (self);
}

/* What a target is called in the document; (transfer full). */
static char *
name_target (GalleyCopyTarget target, guint number)
{
  static const char *const names[] = {
    [GALLEY_COPY_CLAIM] = "claim",
    [GALLEY_COPY_CLAIM_WORDS] = "words",
    [GALLEY_COPY_NOTE] = "note",
  };

  return g_strdup_printf ("%s-%u", names[target], number);
}

/* (transfer full): @value between apostrophes. */
static char *
quote (const char *value)
{
  GString *quoted = g_string_new ("'");

  for (const char *p = value; *p != '\0'; p++)
    g_string_append_printf (quoted, strchr ("'\\", *p) != NULL ? "\\%c" : "%c", *p);
  g_string_append_c (quoted, '\'');

  return g_string_free (quoted, FALSE);
}

static void
begin_link (GalleyPagesTagger *self, const char *key, const char *value)
{
  g_autofree char *quoted = quote (value);
  g_autofree char *attributes = g_strdup_printf ("%s=%s", key, quoted);

  push (self, CAIRO_TAG_LINK, attributes);
}

/**
 * galley_pages_tagger_begin_link:
 * @target: what leads to it
 * @number: number of the target
 *
 * Begins what leads to something in the document, if that is there.
 */
void
galley_pages_tagger_begin_link (GalleyPagesTagger *self, GalleyCopyTarget target, guint number)
{
  g_autofree char *name = NULL;

  if (!galley_pages_has_target (self->pages, target, number))
    {
      push (self, "Span", NULL);
      return;
    }

  name = name_target (target, number);
  begin_link (self, "dest", name);
}

/* The heading of a claim's entry leads to its words. */
static gboolean
leads_to_words (GalleyPagesTagger *self, guint *out_number)
{
  const GalleyCopyElement *elements = self->pages->elements;

  if (elements[self->leaf].kind != GALLEY_COPY_HEADING || self->leaf == 0 ||
      elements[self->leaf - 1].kind != GALLEY_COPY_BEGIN ||
      elements[self->leaf - 1].target != GALLEY_COPY_CLAIM)
    return FALSE;

  *out_number = elements[self->leaf - 1].number;
  return TRUE;
}

/**
 * galley_pages_tagger_begin_words:
 *
 * Begins words, which may be a link.
 */
void
galley_pages_tagger_begin_words (GalleyPagesTagger *self, const GalleyPagesWords *words)
{
  const GalleyCopyRun *run = words->run;
  guint number;

  if (self->is_whole)
    return;

  if (run != NULL && run->href != NULL)
    begin_link (self, "uri", run->href);
  else if (run != NULL && run->target != GALLEY_COPY_NOWHERE)
    galley_pages_tagger_begin_link (self, run->target, run->number);
  else if (leads_to_words (self, &number))
    galley_pages_tagger_begin_link (self, GALLEY_COPY_CLAIM_WORDS, number);
  else
    push (self, "Span", NULL);
}

/**
 * galley_pages_tagger_end_words:
 *
 * Ends the words that began last.
 */
void
galley_pages_tagger_end_words (GalleyPagesTagger *self)
{
  if (!self->is_whole)
    galley_pages_tagger_end_link (self);
}

/**
 * galley_pages_tagger_end_link:
 *
 * Ends what began last.
 */
void
galley_pages_tagger_end_link (GalleyPagesTagger *self)
{
  pop_to (self, self->open->len - 1);
}

static void
mark (GalleyPagesTagger *self, const char *name, double x, double y)
{
  char number[2][G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *attributes =
      g_strdup_printf ("name='%s' x=%s y=%s", name,
                       g_ascii_formatd (number[0], sizeof number[0], "%.1f", MAX (x, 0)),
                       g_ascii_formatd (number[1], sizeof number[1], "%.1f", MAX (y, 0)));

  galley_drawing.cairo_tag_begin (self->cr, CAIRO_TAG_DEST, attributes);
  galley_drawing.cairo_tag_end (self->cr, CAIRO_TAG_DEST);
}

/**
 * galley_pages_tagger_mark:
 *
 * Says where on the page what leads to @target arrives.
 */
void
galley_pages_tagger_mark (GalleyPagesTagger *self,
                          GalleyCopyTarget target,
                          guint number,
                          double x,
                          double y)
{
  g_autofree char *name = name_target (target, number);

  mark (self, name, x, y);
}

/**
 * galley_pages_tagger_mark_heading:
 * @element: index of a heading
 *
 * Says where on the page what leads to a heading arrives.
 */
void
galley_pages_tagger_mark_heading (GalleyPagesTagger *self, guint element, double x, double y)
{
  g_autofree char *name = g_strdup_printf ("heading-%u", element);

  mark (self, name, x, y);
}
