/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-docx-styles.h"

#include "galley-docx-names.h"

/* Styles based on styles; Word itself makes some ten. What goes around in a circle ends here. */
#define MAX_BASES 64

typedef enum
{
  TAG_STYLE = 1,
  TAG_NAME,
  TAG_BASED_ON,
  TAG_OUTLINE_LEVEL,
  TAG_NUMBER_ID,
  TAG_NUMBER_LEVEL,
  TAG_BOLD,
  TAG_HIDDEN,
  TAG_ALIGN,
  TAG_HEIGHT,
  TAG_LANGUAGE,
  TAG_DEFAULTS,
  TAG_CONDITIONAL,
} Tag;

static const GalleyXmlName names[] = {
  { GALLEY_DOCX_W, "style", TAG_STYLE },
  { GALLEY_DOCX_W, "name", TAG_NAME },
  { GALLEY_DOCX_W, "basedOn", TAG_BASED_ON },
  { GALLEY_DOCX_W, "outlineLvl", TAG_OUTLINE_LEVEL },
  { GALLEY_DOCX_W, "numId", TAG_NUMBER_ID },
  { GALLEY_DOCX_W, "ilvl", TAG_NUMBER_LEVEL },
  { GALLEY_DOCX_W, "b", TAG_BOLD },
  { GALLEY_DOCX_W, "vanish", TAG_HIDDEN },
  { GALLEY_DOCX_W, "vertAlign", TAG_ALIGN },
  { GALLEY_DOCX_W, "position", TAG_HEIGHT },
  { GALLEY_DOCX_W, "lang", TAG_LANGUAGE },
  { GALLEY_DOCX_W, "docDefaults", TAG_DEFAULTS },
  { GALLEY_DOCX_W, "tblStylePr", TAG_CONDITIONAL },
};

typedef struct
{
  GalleyDocxStyle style;
  char *base; /* the id of the style that it is based on, or NULL */
  gboolean is_resolved;
} Entry;

struct _GalleyDocxStyles
{
  GHashTable *entries; /* (element-type utf8 Entry) */
  Entry *open;         /* the one that is being read, or NULL */
  Entry *standard;     /* that of paragraphs which name none, or NULL */
  char *language;
  gboolean in_defaults;
};

static const GalleyDocxStyle says_nothing = { .number_id = -1,
                                              .number_level = -1,
                                              .is_strong = -1,
                                              .is_hidden = -1,
                                              .position = -1 };

static void
free_entry (gpointer entry)
{
  g_free (((Entry *) entry)->base);
  g_free (entry);
}

static void
begin_style (GalleyDocxStyles *self, const GalleyXmlElement *element)
{
  char *id = galley_xml_element_dup (element, GALLEY_DOCX_W, "styleId");
  g_autofree char *is_default = galley_xml_element_dup (element, GALLEY_DOCX_W, "default");

  self->open = NULL;
  if (id == NULL || g_hash_table_contains (self->entries, id))
    {
      g_free (id);
      return;
    }

  self->open = g_new0 (Entry, 1);
  self->open->style = says_nothing;
  g_hash_table_insert (self->entries, id, self->open);
  if (galley_xml_element_equals (element, GALLEY_DOCX_W, "type", "paragraph") &&
      (g_strcmp0 (is_default, "1") == 0 || g_strcmp0 (is_default, "true") == 0))
    self->standard = self->open;
}

static void
read_name (GalleyDocxStyle *style, const GalleyXmlElement *element)
{
  g_autofree char *name = galley_docx_dup_value (element);

  if (name == NULL)
    return;

  style->kind = galley_office_kind_find (name, &style->level);
  if (galley_office_style_is_review (name))
    style->is_hidden = TRUE;
}

/* A level in the outline makes a heading of what its name does not tell; 9 is that of text. */
static void
read_outline_level (GalleyDocxStyle *style, const GalleyXmlElement *element)
{
  int level = galley_docx_get_value (element, -1);

  if (level < 0 || level > 8 ||
      (style->kind != GALLEY_OFFICE_PLAIN && style->kind != GALLEY_OFFICE_HEADING))
    return;

  style->kind = GALLEY_OFFICE_HEADING;
  style->level = level + 1;
}

static void
read_property (Entry *entry, guint tag, const GalleyXmlElement *element)
{
  switch (tag)
    {
    case TAG_NAME:
      read_name (&entry->style, element);
      break;
    case TAG_BASED_ON:
      g_free (entry->base);
      entry->base = galley_docx_dup_value (element);
      break;
    case TAG_OUTLINE_LEVEL:
      read_outline_level (&entry->style, element);
      break;
    case TAG_NUMBER_ID:
      entry->style.number_id = galley_docx_get_value (element, -1);
      break;
    case TAG_NUMBER_LEVEL:
      entry->style.number_level = galley_docx_get_value (element, -1);
      break;
    case TAG_BOLD:
      entry->style.is_strong = galley_docx_is_on (element);
      break;
    case TAG_HIDDEN:
      entry->style.is_hidden = galley_docx_is_on (element);
      break;
    case TAG_ALIGN:
      entry->style.position = galley_docx_find_alignment (element);
      break;
    case TAG_HEIGHT:
      entry->style.position = galley_docx_find_height (element, entry->style.position);
      break;
    default:
      break;
    }
}

static gboolean
start (gpointer data, guint tag, const GalleyXmlElement *element)
{
  GalleyDocxStyles *self = data;

  if (tag == TAG_CONDITIONAL)
    return FALSE;

  if (tag == TAG_STYLE)
    begin_style (self, element);
  else if (tag == TAG_DEFAULTS)
    self->in_defaults = TRUE;
  else if (tag == TAG_LANGUAGE && self->in_defaults && self->language == NULL)
    self->language = galley_docx_dup_value (element);
  else if (self->open != NULL)
    read_property (self->open, tag, element);

  return TRUE;
}

static void
end (gpointer data, guint tag)
{
  GalleyDocxStyles *self = data;

  if (tag == TAG_STYLE)
    self->open = NULL;
  else if (tag == TAG_DEFAULTS)
    self->in_defaults = FALSE;
}

/**
 * galley_docx_styles_read:
 * @package: a document
 * @error: (out) (optional): a #GalleyImportError
 *
 * Returns: (transfer full): its styles, none if it has no part for them; %NULL on error
 */
GalleyDocxStyles *
galley_docx_styles_read (GalleyDocxPackage *package, GError **error)
{
  const GalleyXmlHandler handler = {
    .namespaces = galley_docx_namespaces,
    .n_namespaces = galley_docx_n_namespaces,
    .names = names,
    .n_names = G_N_ELEMENTS (names),
    .start = start,
    .end = end,
  };
  g_autoptr (GalleyDocxStyles) self = g_new0 (GalleyDocxStyles, 1);
  g_autoptr (GBytes) bytes = NULL;
  const char *part = galley_docx_package_find (package, "styles");

  self->entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_entry);
  if (part == NULL)
    return g_steal_pointer (&self);

  bytes = galley_docx_package_read (package, part, error);
  if (bytes == NULL ||
      !galley_xml_walk (bytes, package->label, &handler, self, package->cancellable, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
galley_docx_styles_free (GalleyDocxStyles *self)
{
  g_hash_table_unref (self->entries);
  g_free (self->language);
  g_free (self);
}

static void
inherit (GalleyDocxStyle *style, const GalleyDocxStyle *base)
{
  if (style->kind == GALLEY_OFFICE_PLAIN)
    {
      style->kind = base->kind;
      style->level = base->level;
    }
  if (style->number_id < 0)
    style->number_id = base->number_id;
  if (style->number_level < 0)
    style->number_level = base->number_level;
  if (style->is_strong < 0)
    style->is_strong = base->is_strong;
  if (style->is_hidden < 0)
    style->is_hidden = base->is_hidden;
  if (style->position < 0)
    style->position = base->position;
}

static void
resolve (GalleyDocxStyles *self, Entry *entry)
{
  const char *base_id = entry->base;

  if (entry->is_resolved)
    return;

  entry->is_resolved = TRUE;
  for (guint i = 0; i < MAX_BASES && base_id != NULL; i++)
    {
      const Entry *base = g_hash_table_lookup (self->entries, base_id);

      if (base == NULL)
        break;
      inherit (&entry->style, &base->style);
      /* What is resolved already has taken over all that it is based on. */
      base_id = base->is_resolved ? NULL : base->base;
    }
}

/**
 * galley_docx_styles_find:
 * @id: (nullable): the id of a style
 *
 * Returns: (transfer none): what it says, which is nothing if there is no such style
 */
const GalleyDocxStyle *
galley_docx_styles_find (GalleyDocxStyles *self, const char *id)
{
  Entry *entry = id != NULL ? g_hash_table_lookup (self->entries, id) : NULL;

  if (entry == NULL)
    return &says_nothing;

  resolve (self, entry);
  return &entry->style;
}

/**
 * galley_docx_styles_get_default:
 *
 * Returns: (transfer none): what the style says of paragraphs that name none
 */
const GalleyDocxStyle *
galley_docx_styles_get_default (GalleyDocxStyles *self)
{
  if (self->standard == NULL)
    return &says_nothing;

  resolve (self, self->standard);
  return &self->standard->style;
}

/**
 * galley_docx_styles_get_language:
 *
 * Returns: (transfer none) (nullable): the language of the text where nothing else is said, BCP 47
 */
const char *
galley_docx_styles_get_language (GalleyDocxStyles *self)
{
  return self->language;
}
