/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-docx-numbering.h"

#include "galley-docx-names.h"
#include "galley-list-number.h"

#include <string.h>

/* An abstract list (w:abstractNum) says how its nine levels look and is what is counted; a list
 * that paragraphs name (w:num) refers to one and may override levels. So two lists of one abstract
 * list go on counting where the other stopped, unless the second says where to start. An item
 * restarts the levels below it. */

#define N_LEVELS 9

typedef enum
{
  TAG_ABSTRACT = 1,
  TAG_LIST,
  TAG_ABSTRACT_ID,
  TAG_LEVEL,
  TAG_OVERRIDE,
  TAG_START_OVERRIDE,
  TAG_START,
  TAG_FORMAT,
  TAG_TEXT,
  TAG_STYLE,
  TAG_IS_LEGAL,
  TAG_RESTART,
  TAG_STYLE_LINK,
  TAG_OTHER_LINK,
} Tag;

static const GalleyXmlName names[] = {
  { GALLEY_DOCX_W, "abstractNum", TAG_ABSTRACT },
  { GALLEY_DOCX_W, "num", TAG_LIST },
  { GALLEY_DOCX_W, "abstractNumId", TAG_ABSTRACT_ID },
  { GALLEY_DOCX_W, "lvl", TAG_LEVEL },
  { GALLEY_DOCX_W, "lvlOverride", TAG_OVERRIDE },
  { GALLEY_DOCX_W, "startOverride", TAG_START_OVERRIDE },
  { GALLEY_DOCX_W, "start", TAG_START },
  { GALLEY_DOCX_W, "numFmt", TAG_FORMAT },
  { GALLEY_DOCX_W, "lvlText", TAG_TEXT },
  { GALLEY_DOCX_W, "pStyle", TAG_STYLE },
  { GALLEY_DOCX_W, "isLgl", TAG_IS_LEGAL },
  { GALLEY_DOCX_W, "lvlRestart", TAG_RESTART },
  { GALLEY_DOCX_W, "styleLink", TAG_STYLE_LINK },
  { GALLEY_DOCX_W, "numStyleLink", TAG_OTHER_LINK },
};

static const struct
{
  const char *name;
  GalleyNumberFormat format;
} formats[] = {
  { "bullet", GALLEY_NUMBER_BULLET },
  { "none", GALLEY_NUMBER_NONE },
  { "decimalZero", GALLEY_NUMBER_DECIMAL_ZERO },
  { "lowerLetter", GALLEY_NUMBER_LOWER_LETTER },
  { "upperLetter", GALLEY_NUMBER_UPPER_LETTER },
  { "lowerRoman", GALLEY_NUMBER_LOWER_ROMAN },
  { "upperRoman", GALLEY_NUMBER_UPPER_ROMAN },
};

typedef struct
{
  gboolean is_given;
  GalleyNumberFormat format;
  int start;
  int restart; /* the level, from 1, whose items restart this one; 0 for none, -1 for all above */
  gboolean is_legal; /* whether numbers of levels above are written in digits */
  char *text;        /* "%1.%2." */
  char *style_id;    /* of the style whose paragraphs are of this level, or NULL */
} Level;

typedef struct
{
  Level levels[N_LEVELS];
  int counts[N_LEVELS]; /* of the last item */
  gboolean is_counted[N_LEVELS];
  char *other; /* the style that says what this list looks like in its place, or NULL */
} Abstract;

typedef struct
{
  int abstract_id;
  Level levels[N_LEVELS];       /* those that are overridden */
  gboolean has_start[N_LEVELS]; /* whether it says itself where a level starts */
  gboolean is_begun[N_LEVELS];  /* whether the first item that started there is past */
  int starts[N_LEVELS];
} List;

struct _GalleyDocxNumbering
{
  GHashTable *abstracts; /* (element-type int Abstract) */
  GHashTable *lists;     /* (element-type int List) */
  GHashTable *styled;    /* (element-type utf8 Abstract) those that a style stands for */
  Abstract *abstract;    /* that is being read, or NULL */
  List *list;            /* that is being read, or NULL */
  Level *level;          /* that is being read, or NULL */
  int override;          /* the level that @list overrides, or -1 */
};

static void
clear_levels (Level *levels)
{
  for (guint i = 0; i < N_LEVELS; i++)
    {
      g_free (levels[i].text);
      g_free (levels[i].style_id);
    }
}

static void
free_abstract (gpointer abstract)
{
  clear_levels (((Abstract *) abstract)->levels);
  g_free (((Abstract *) abstract)->other);
  g_free (abstract);
}

static void
free_list (gpointer list)
{
  clear_levels (((List *) list)->levels);
  g_free (list);
}

static void
begin_abstract (GalleyDocxNumbering *self, const GalleyXmlElement *element)
{
  int id = galley_xml_element_get_int (element, GALLEY_DOCX_W, "abstractNumId", 0);

  /* Of several with the same id the first counts. */
  if (g_hash_table_contains (self->abstracts, GINT_TO_POINTER (id)))
    return;
  self->abstract = g_new0 (Abstract, 1);
  g_hash_table_insert (self->abstracts, GINT_TO_POINTER (id), self->abstract);
}

static void
begin_list (GalleyDocxNumbering *self, const GalleyXmlElement *element)
{
  int id = galley_xml_element_get_int (element, GALLEY_DOCX_W, "numId", 0);

  if (g_hash_table_contains (self->lists, GINT_TO_POINTER (id)))
    return;
  self->list = g_new0 (List, 1);
  self->override = -1;
  g_hash_table_insert (self->lists, GINT_TO_POINTER (id), self->list);
}

static void
begin_level (GalleyDocxNumbering *self, const GalleyXmlElement *element)
{
  int index = galley_xml_element_get_int (element, GALLEY_DOCX_W, "ilvl", -1);
  Level *levels = NULL;

  if (self->list != NULL)
    levels = self->list->levels;
  else if (self->abstract != NULL)
    levels = self->abstract->levels;
  if (levels == NULL || index < 0 || index >= N_LEVELS || levels[index].is_given)
    return;

  self->level = &levels[index];
  *self->level = (Level){ .is_given = TRUE, .format = GALLEY_NUMBER_DECIMAL, .restart = -1 };
}

static void
begin_override (GalleyDocxNumbering *self, const GalleyXmlElement *element)
{
  int index = galley_xml_element_get_int (element, GALLEY_DOCX_W, "ilvl", -1);

  self->override = index < N_LEVELS ? index : -1;
}

static void
read_start_override (GalleyDocxNumbering *self, const GalleyXmlElement *element)
{
  if (self->list == NULL || self->override < 0)
    return;

  self->list->has_start[self->override] = TRUE;
  self->list->starts[self->override] = galley_docx_get_value (element, 1);
}

/* A list style is an abstract list that has its name; where it is used stands one that refers to
 * it and has no levels. */
static void
read_link (GalleyDocxNumbering *self, guint tag, const GalleyXmlElement *element)
{
  char *style_id = galley_docx_dup_value (element);

  if (self->abstract == NULL || style_id == NULL)
    {
      g_free (style_id);
      return;
    }

  if (tag == TAG_STYLE_LINK)
    {
      g_hash_table_replace (self->styled, style_id, self->abstract);
      return;
    }
  g_free (self->abstract->other);
  self->abstract->other = style_id;
}

static void
read_format (Level *level, const GalleyXmlElement *element)
{
  g_autofree char *name = galley_docx_dup_value (element);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_strcmp0 (formats[i].name, name) == 0)
      level->format = formats[i].format;
}

static void
read_level (Level *level, guint tag, const GalleyXmlElement *element)
{
  switch (tag)
    {
    case TAG_START:
      level->start = galley_docx_get_value (element, 1);
      break;
    case TAG_FORMAT:
      read_format (level, element);
      break;
    case TAG_TEXT:
      g_free (level->text);
      level->text = galley_docx_dup_value (element);
      break;
    case TAG_STYLE:
      g_free (level->style_id);
      level->style_id = galley_docx_dup_value (element);
      break;
    case TAG_IS_LEGAL:
      level->is_legal = galley_docx_is_on (element);
      break;
    case TAG_RESTART:
      level->restart = galley_docx_get_value (element, -1);
      break;
    default:
      break;
    }
}

static gboolean
start (gpointer data, guint tag, const GalleyXmlElement *element)
{
  GalleyDocxNumbering *self = data;

  if (tag == TAG_ABSTRACT)
    begin_abstract (self, element);
  else if (tag == TAG_LIST)
    begin_list (self, element);
  else if (tag == TAG_LEVEL)
    begin_level (self, element);
  else if (tag == TAG_OVERRIDE)
    begin_override (self, element);
  else if (tag == TAG_START_OVERRIDE)
    read_start_override (self, element);
  else if (tag == TAG_STYLE_LINK || tag == TAG_OTHER_LINK)
    read_link (self, tag, element);
  else if (tag == TAG_ABSTRACT_ID && self->list != NULL)
    self->list->abstract_id = galley_docx_get_value (element, 0);
  else if (self->level != NULL)
    read_level (self->level, tag, element);

  return TRUE;
}

static void
end (gpointer data, guint tag)
{
  GalleyDocxNumbering *self = data;

  if (tag == TAG_ABSTRACT)
    self->abstract = NULL;
  else if (tag == TAG_LIST)
    self->list = NULL;
  else if (tag == TAG_LEVEL)
    self->level = NULL;
  else if (tag == TAG_OVERRIDE)
    self->override = -1;
}

/**
 * galley_docx_numbering_parse:
 * @bytes: (nullable): the part that holds the lists; %NULL for none
 * @label: what to call the document in an error
 * @cancellable: (nullable): a cancellable
 * @error: (out) (optional): a #GalleyImportError
 *
 * Returns: (transfer full): the lists, of which nothing is counted yet; %NULL on error
 */
GalleyDocxNumbering *
galley_docx_numbering_parse (GBytes *bytes,
                             const char *label,
                             GCancellable *cancellable,
                             GError **error)
{
  const GalleyXmlHandler handler = {
    .namespaces = galley_docx_namespaces,
    .n_namespaces = galley_docx_n_namespaces,
    .names = names,
    .n_names = G_N_ELEMENTS (names),
    .start = start,
    .end = end,
  };
  g_autoptr (GalleyDocxNumbering) self = g_new0 (GalleyDocxNumbering, 1);

  self->abstracts = g_hash_table_new_full (NULL, NULL, NULL, free_abstract);
  self->lists = g_hash_table_new_full (NULL, NULL, NULL, free_list);
  self->styled = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (bytes != NULL && !galley_xml_walk (bytes, label, &handler, self, cancellable, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * galley_docx_numbering_read:
 * @package: a document
 * @error: (out) (optional): a #GalleyImportError
 *
 * Returns: (transfer full): its lists, none if it has no part for them; %NULL on error
 */
GalleyDocxNumbering *
galley_docx_numbering_read (GalleyDocxPackage *package, GError **error)
{
  const char *part = galley_docx_package_find (package, "numbering");
  g_autoptr (GBytes) bytes = NULL;

  if (part != NULL && (bytes = galley_docx_package_read (package, part, error)) == NULL)
    return NULL;

  return galley_docx_numbering_parse (bytes, package->label, package->cancellable, error);
}

void
galley_docx_numbering_free (GalleyDocxNumbering *self)
{
  g_hash_table_unref (self->abstracts);
  g_hash_table_unref (self->lists);
  g_hash_table_unref (self->styled);
  g_free (self);
}

static gboolean
find_list (GalleyDocxNumbering *self, int id, List **out_list, Abstract **out_abstract)
{
  List *list = g_hash_table_lookup (self->lists, GINT_TO_POINTER (id));
  Abstract *abstract =
      list != NULL ? g_hash_table_lookup (self->abstracts, GINT_TO_POINTER (list->abstract_id))
                   : NULL;

  if (abstract == NULL)
    return FALSE;

  if (abstract->other != NULL && g_hash_table_contains (self->styled, abstract->other))
    abstract = g_hash_table_lookup (self->styled, abstract->other);
  *out_list = list;
  *out_abstract = abstract;
  return TRUE;
}

/**
 * galley_docx_numbering_has:
 * @id: what a paragraph names
 *
 * Returns: whether there is such a list
 */
gboolean
galley_docx_numbering_has (GalleyDocxNumbering *self, int id)
{
  List *list;
  Abstract *abstract;

  return find_list (self, id, &list, &abstract);
}

static const Level *
get_level (const List *list, const Abstract *abstract, int index)
{
  return list->levels[index].is_given ? &list->levels[index] : &abstract->levels[index];
}

/**
 * galley_docx_numbering_find_level:
 * @id: a list
 * @style_id: (nullable): the style of a paragraph that says nothing of its depth
 *
 * Returns: the level that belongs to the style, from 0; the first if none does
 */
int
galley_docx_numbering_find_level (GalleyDocxNumbering *self, int id, const char *style_id)
{
  List *list;
  Abstract *abstract;

  if (style_id == NULL || !find_list (self, id, &list, &abstract))
    return 0;

  for (int i = 0; i < N_LEVELS; i++)
    if (g_strcmp0 (get_level (list, abstract, i)->style_id, style_id) == 0)
      return i;
  return 0;
}

static int
get_start (const List *list, const Abstract *abstract, int index)
{
  return list->has_start[index] ? list->starts[index] : get_level (list, abstract, index)->start;
}

/* Levels above that had no item yet count as if their first one was there. */
static void
count_item (List *list, Abstract *abstract, int level)
{
  for (int i = 0; i < level; i++)
    if (!abstract->is_counted[i])
      {
        abstract->counts[i] = get_start (list, abstract, i);
        abstract->is_counted[i] = TRUE;
      }

  if (!abstract->is_counted[level] || (list->has_start[level] && !list->is_begun[level]))
    abstract->counts[level] = get_start (list, abstract, level);
  else if (abstract->counts[level] < G_MAXINT)
    abstract->counts[level]++;
  abstract->is_counted[level] = TRUE;
  list->is_begun[level] = TRUE;

  for (int i = level + 1; i < N_LEVELS; i++)
    {
      int restart = get_level (list, abstract, i)->restart;

      if (restart < 0 || (restart > 0 && level < restart))
        abstract->is_counted[i] = FALSE;
    }
}

static char *
describe_item (const List *list, const Abstract *abstract, int level)
{
  const Level *own = get_level (list, abstract, level);
  GString *sign = g_string_new (NULL);

  if (own->format == GALLEY_NUMBER_BULLET)
    return g_string_free (g_string_assign (sign, "•"), FALSE);

  for (const char *p = own->text != NULL ? own->text : ""; *p != '\0'; p++)
    if (p[0] == '%' && p[1] >= '1' && p[1] <= '0' + N_LEVELS)
      {
        int index = *++p - '1';
        GalleyNumberFormat format = get_level (list, abstract, index)->format;

        if (own->is_legal && format != GALLEY_NUMBER_NONE)
          format = GALLEY_NUMBER_DECIMAL;
        galley_list_number_append (sign, format, abstract->counts[index]);
      }
    else
      g_string_append_c (sign, *p);

  return g_strstrip (g_string_free (sign, FALSE));
}

/**
 * galley_docx_numbering_count:
 * @id: a list
 * @level: depth of an item, from 0
 *
 * Counts an item.
 *
 * Returns: (transfer full) (nullable): "•" or the item's number with what is around it, maybe "";
 *   %NULL if there is no such list
 */
char *
galley_docx_numbering_count (GalleyDocxNumbering *self, int id, int level)
{
  List *list;
  Abstract *abstract;

  if (!find_list (self, id, &list, &abstract))
    return NULL;

  level = CLAMP (level, 0, N_LEVELS - 1);
  count_item (list, abstract, level);
  return describe_item (list, abstract, level);
}
