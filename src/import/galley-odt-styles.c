/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-odt-styles.h"

#include "galley-odt-tags.h"

#include <string.h>

/* Percent of the size of the font. Programs offer 33; less is a matter of how letters look. */
#define MIN_HEIGHT 10

/* Parents of parents; what goes around in a circle ends here. */
#define MAX_PARENTS 64

/* The numbers of headings are a list style without a name of its own. */
#define OUTLINE ""

typedef enum
{
  TAG_STYLE = 1,
  TAG_DEFAULT,
  TAG_WORDS,
  TAG_SECTION,
  TAG_LIST,
  TAG_OUTLINE,
  TAG_NUMBER,
  TAG_BULLET,
  TAG_BODY,
} Tag;

static const GalleyXmlName names[] = {
  { GALLEY_ODT_STYLE, "style", TAG_STYLE },
  { GALLEY_ODT_STYLE, "default-style", TAG_DEFAULT },
  { GALLEY_ODT_STYLE, "text-properties", TAG_WORDS },
  { GALLEY_ODT_STYLE, "section-properties", TAG_SECTION },
  { GALLEY_ODT_TEXT, "list-style", TAG_LIST },
  { GALLEY_ODT_TEXT, "outline-style", TAG_OUTLINE },
  { GALLEY_ODT_TEXT, "list-level-style-number", TAG_NUMBER },
  { GALLEY_ODT_TEXT, "outline-level-style", TAG_NUMBER },
  { GALLEY_ODT_TEXT, "list-level-style-bullet", TAG_BULLET },
  { GALLEY_ODT_TEXT, "list-level-style-image", TAG_BULLET },
  { GALLEY_ODT_OFFICE, "body", TAG_BODY },
};

static const char *const families[] = { "paragraph", "text", "section" };
G_STATIC_ASSERT (G_N_ELEMENTS (families) == GALLEY_ODT_N_FAMILIES);

typedef struct
{
  GalleyOdtStyle style;
  char *list; /* what @style.list is of this one, or NULL */
  char *parent;
  gboolean is_resolved;
} Entry;

typedef struct
{
  GalleyOdtLevel levels[GALLEY_ODT_N_LEVELS];
} List;

struct _GalleyOdtStyles
{
  GHashTable *entries[GALLEY_ODT_N_FAMILIES]; /* (element-type utf8 Entry) */
  GHashTable *lists;                          /* (element-type utf8 List) */
  Entry *open;                                /* that is being read, or NULL */
  List *list;                                 /* likewise */
  gboolean in_default;
  char *language;
};

static const GalleyOdtStyle says_nothing = { .is_strong = -1, .is_hidden = -1, .position = -1 };

static void
free_entry (gpointer data)
{
  Entry *entry = data;

  g_free (entry->list);
  g_free (entry->parent);
  g_free (entry);
}

static void
free_list (gpointer data)
{
  List *list = data;

  for (guint i = 0; i < GALLEY_ODT_N_LEVELS; i++)
    {
      g_free (list->levels[i].prefix);
      g_free (list->levels[i].suffix);
    }
  g_free (list);
}

/**
 * galley_odt_styles_new:
 *
 * Returns: (transfer full): no styles
 */
GalleyOdtStyles *
galley_odt_styles_new (void)
{
  GalleyOdtStyles *self = g_new0 (GalleyOdtStyles, 1);

  for (guint i = 0; i < GALLEY_ODT_N_FAMILIES; i++)
    self->entries[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_entry);
  self->lists = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_list);

  return self;
}

void
galley_odt_styles_free (GalleyOdtStyles *self)
{
  for (guint i = 0; i < GALLEY_ODT_N_FAMILIES; i++)
    g_hash_table_unref (self->entries[i]);
  g_hash_table_unref (self->lists);
  g_free (self->language);
  g_free (self);
}

/* Names hold no spaces: "Heading_20_1" is "Heading 1". */
static char *
decode_name (const char *name)
{
  GString *decoded = g_string_new (NULL);

  for (const char *p = name; *p != '\0'; p++)
    if (p[0] == '_' && g_ascii_isxdigit (p[1]) && g_ascii_isxdigit (p[2]) && p[3] == '_')
      {
        g_string_append_c (decoded, g_ascii_xdigit_value (p[1]) * 16 + g_ascii_xdigit_value (p[2]));
        p += 3;
      }
    else
      g_string_append_c (decoded, *p);

  return g_string_free (decoded, FALSE);
}

static void
read_style (Entry *entry, const char *name, const GalleyXmlElement *element)
{
  g_autofree char *shown = galley_xml_element_dup (element, GALLEY_ODT_STYLE, "display-name");
  g_autofree char *decoded = decode_name (name);
  int level = galley_xml_element_get_int (element, GALLEY_ODT_STYLE, "default-outline-level", 0);

  entry->style = says_nothing;
  entry->style.kind =
      galley_office_kind_find (shown != NULL ? shown : decoded, &entry->style.level);
  if (galley_office_style_is_review (shown != NULL ? shown : decoded))
    entry->style.is_hidden = TRUE;
  if (level > 0 && entry->style.kind == GALLEY_OFFICE_PLAIN)
    {
      entry->style.kind = GALLEY_OFFICE_HEADING;
      entry->style.level = level;
    }
  entry->parent = galley_xml_element_dup (element, GALLEY_ODT_STYLE, "parent-style-name");
  entry->list = galley_xml_element_dup (element, GALLEY_ODT_STYLE, "list-style-name");
  entry->style.list = entry->list;
}

static void
begin_style (GalleyOdtStyles *self, const GalleyXmlElement *element)
{
  g_autofree char *name = galley_xml_element_dup (element, GALLEY_ODT_STYLE, "name");
  g_autofree char *family = galley_xml_element_dup (element, GALLEY_ODT_STYLE, "family");

  for (guint i = 0; i < GALLEY_ODT_N_FAMILIES; i++)
    if (name != NULL && g_strcmp0 (family, families[i]) == 0)
      {
        self->open = g_new0 (Entry, 1);
        read_style (self->open, name, element);
        g_hash_table_replace (self->entries[i], g_steal_pointer (&name), self->open);
      }
}

static void
read_language (GalleyOdtStyles *self, const GalleyXmlElement *element)
{
  g_autofree char *language = galley_xml_element_dup (element, GALLEY_ODT_FO, "language");
  g_autofree char *country = galley_xml_element_dup (element, GALLEY_ODT_FO, "country");

  if (self->language != NULL || language == NULL || strcmp (language, "none") == 0)
    return;

  if (country != NULL && *country != '\0' && strcmp (country, "none") != 0)
    self->language = g_strdup_printf ("%s-%s", language, country);
  else
    self->language = g_steal_pointer (&language);
}

/* A height is a word or a percentage, and maybe the size of the letters: “super 58%”, “33% 58%”. */
static GalleyPosition
read_position (const char *value)
{
  gint64 percent = g_ascii_strtoll (value, NULL, 10);

  if (g_str_has_prefix (value, "super") || percent >= MIN_HEIGHT)
    return GALLEY_POSITION_RAISED;

  return g_str_has_prefix (value, "sub") || percent <= -MIN_HEIGHT ? GALLEY_POSITION_LOWERED
                                                                   : GALLEY_POSITION_LINE;
}

static void
read_words (GalleyOdtStyles *self, const GalleyXmlElement *element)
{
  g_autofree char *weight = galley_xml_element_dup (element, GALLEY_ODT_FO, "font-weight");
  g_autofree char *display = galley_xml_element_dup (element, GALLEY_ODT_TEXT, "display");
  g_autofree char *height = galley_xml_element_dup (element, GALLEY_ODT_STYLE, "text-position");

  if (self->in_default)
    read_language (self, element);
  if (self->open == NULL)
    return;

  if (weight != NULL)
    self->open->style.is_strong =
        strcmp (weight, "bold") == 0 || g_ascii_strtoull (weight, NULL, 10) >= 600;
  if (display != NULL)
    self->open->style.is_hidden = strcmp (display, "none") == 0;
  if (height != NULL)
    self->open->style.position = read_position (height);
}

static void
begin_list (GalleyOdtStyles *self, char *name)
{
  if (name == NULL)
    return;

  self->list = g_new0 (List, 1);
  for (guint i = 0; i < GALLEY_ODT_N_LEVELS; i++)
    self->list->levels[i] = (GalleyOdtLevel){ .start = 1, .n_shown = 1 };
  g_hash_table_replace (self->lists, name, self->list);
}

static GalleyNumberFormat
find_format (const char *name)
{
  static const struct
  {
    const char *name;
    GalleyNumberFormat format;
  } formats[] = {
    { "1", GALLEY_NUMBER_DECIMAL },      { "01", GALLEY_NUMBER_DECIMAL_ZERO },
    { "a", GALLEY_NUMBER_LOWER_LETTER }, { "A", GALLEY_NUMBER_UPPER_LETTER },
    { "i", GALLEY_NUMBER_LOWER_ROMAN },  { "I", GALLEY_NUMBER_UPPER_ROMAN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_strcmp0 (name, formats[i].name) == 0)
      return formats[i].format;

  return name != NULL && *name != '\0' ? GALLEY_NUMBER_DECIMAL : GALLEY_NUMBER_NONE;
}

static void
read_level (GalleyOdtStyles *self, gboolean is_bullet, const GalleyXmlElement *element)
{
  int index = galley_xml_element_get_int (element, GALLEY_ODT_TEXT, "level", 0) - 1;
  g_autofree char *format = galley_xml_element_dup (element, GALLEY_ODT_STYLE, "num-format");
  GalleyOdtLevel *level;

  if (self->list == NULL || index < 0 || index >= GALLEY_ODT_N_LEVELS)
    return;

  level = &self->list->levels[index];
  level->format = is_bullet ? GALLEY_NUMBER_BULLET : find_format (format);
  g_free (level->prefix);
  g_free (level->suffix);
  level->prefix = galley_xml_element_dup (element, GALLEY_ODT_STYLE, "num-prefix");
  level->suffix = galley_xml_element_dup (element, GALLEY_ODT_STYLE, "num-suffix");
  level->start = galley_xml_element_get_int (element, GALLEY_ODT_TEXT, "start-value", 1);
  level->n_shown = CLAMP (
      galley_xml_element_get_int (element, GALLEY_ODT_TEXT, "display-levels", 1), 1, index + 1);
}

static gboolean
start (gpointer data, guint tag, const GalleyXmlElement *element)
{
  GalleyOdtStyles *self = data;

  switch (tag)
    {
    case TAG_BODY:
      return FALSE;
    case TAG_STYLE:
      begin_style (self, element);
      break;
    case TAG_DEFAULT:
      self->in_default =
          galley_xml_element_equals (element, GALLEY_ODT_STYLE, "family", "paragraph");
      break;
    case TAG_WORDS:
      read_words (self, element);
      break;
    case TAG_SECTION:
      if (self->open != NULL &&
          galley_xml_element_equals (element, GALLEY_ODT_TEXT, "display", "none"))
        self->open->style.is_hidden = TRUE;
      break;
    case TAG_LIST:
      begin_list (self, galley_xml_element_dup (element, GALLEY_ODT_STYLE, "name"));
      break;
    case TAG_OUTLINE:
      begin_list (self, g_strdup (OUTLINE));
      break;
    case TAG_NUMBER:
    case TAG_BULLET:
      read_level (self, tag == TAG_BULLET, element);
      break;
    default:
      break;
    }

  return TRUE;
}

static void
end (gpointer data, guint tag)
{
  GalleyOdtStyles *self = data;

  if (tag == TAG_STYLE)
    self->open = NULL;
  else if (tag == TAG_DEFAULT)
    self->in_default = FALSE;
  else if (tag == TAG_LIST || tag == TAG_OUTLINE)
    self->list = NULL;
}

/**
 * galley_odt_styles_read:
 * @bytes: a part that holds styles; what else it holds is passed over
 * @label: what to call the document in an error
 * @cancellable: (nullable): a cancellable
 * @error: (out) (optional): a #GalleyImportError
 *
 * Adds the styles of a part. A style takes the place of an earlier one of the same name.
 *
 * Returns: whether they could be read
 */
gboolean
galley_odt_styles_read (GalleyOdtStyles *self,
                        GBytes *bytes,
                        const char *label,
                        GCancellable *cancellable,
                        GError **error)
{
  const GalleyXmlHandler handler = {
    .namespaces = galley_odt_namespaces,
    .n_namespaces = galley_odt_n_namespaces,
    .names = names,
    .n_names = G_N_ELEMENTS (names),
    .start = start,
    .end = end,
  };

  return galley_xml_walk (bytes, label, &handler, self, cancellable, error);
}

static void
inherit (GalleyOdtStyle *style, const GalleyOdtStyle *parent)
{
  if (style->kind == GALLEY_OFFICE_PLAIN)
    {
      style->kind = parent->kind;
      style->level = parent->level;
    }
  if (style->list == NULL)
    style->list = parent->list;
  if (style->is_strong < 0)
    style->is_strong = parent->is_strong;
  if (style->is_hidden < 0)
    style->is_hidden = parent->is_hidden;
  if (style->position < 0)
    style->position = parent->position;
}

static void
resolve (GHashTable *entries, Entry *entry)
{
  const char *name = entry->parent;

  if (entry->is_resolved)
    return;

  entry->is_resolved = TRUE;
  for (guint i = 0; i < MAX_PARENTS && name != NULL; i++)
    {
      const Entry *parent = g_hash_table_lookup (entries, name);

      if (parent == NULL)
        break;
      inherit (&entry->style, &parent->style);
      /* What is resolved already has taken over all from its own parents. */
      name = parent->is_resolved ? NULL : parent->parent;
    }
}

/**
 * galley_odt_styles_find:
 * @name: (nullable): the name of a style
 *
 * Returns: (transfer none): what it says, which is nothing if there is no such style
 */
const GalleyOdtStyle *
galley_odt_styles_find (GalleyOdtStyles *self, GalleyOdtFamily family, const char *name)
{
  Entry *entry = name != NULL ? g_hash_table_lookup (self->entries[family], name) : NULL;

  if (entry == NULL)
    return &says_nothing;

  resolve (self->entries[family], entry);
  return &entry->style;
}

/**
 * galley_odt_styles_find_list:
 * @name: (nullable): the name of a list style; "" for the numbers of headings
 *
 * Returns: (transfer none) (nullable): its %GALLEY_ODT_N_LEVELS levels
 */
const GalleyOdtLevel *
galley_odt_styles_find_list (GalleyOdtStyles *self, const char *name)
{
  const List *list = name != NULL ? g_hash_table_lookup (self->lists, name) : NULL;

  return list != NULL ? list->levels : NULL;
}

/**
 * galley_odt_styles_get_language:
 *
 * Returns: (transfer none) (nullable): the language of the text where nothing else is said, BCP 47
 */
const char *
galley_odt_styles_get_language (GalleyOdtStyles *self)
{
  return self->language;
}
