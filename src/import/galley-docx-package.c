/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-docx-package.h"

#include "galley-docx-names.h"
#include "galley-import.h"
#include "galley-limits.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A package (ISO/IEC 29500-2) names no part by a fixed name but the list of content types and the
 * parts that hold relations: which member holds the text is told by a relation of the package. */

#define CONTENT_TYPES "[Content_Types].xml"

typedef enum
{
  TAG_OVERRIDE = 1,
  TAG_RELATIONSHIP,
} Tag;

static const GalleyXmlName names[] = {
  { GALLEY_DOCX_TYPES, "Override", TAG_OVERRIDE },
  { GALLEY_DOCX_PACKAGE, "Relationship", TAG_RELATIONSHIP },
};

/* Content types of a part that holds the text of a document: as it is, as a template, and each of
 * the two with macros. */
static const char *const main_types[] = {
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
  "application/vnd.ms-word.document.macroEnabled.main+xml",
  "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
};

typedef struct
{
  char *folder;         /* of the part whose relations are read, "" or with "/" at its end */
  GPtrArray *relations; /* (element-type GalleyDocxRelation) */
  char *main_part;      /* the first part that has the type of a text, or NULL */
} Reading;

static void
free_relation (gpointer data)
{
  GalleyDocxRelation *relation = data;

  g_free (relation->id);
  g_free (relation->type);
  g_free (relation->target);
  g_free (relation);
}

static void
add_relation (Reading *self, const GalleyXmlElement *element)
{
  g_autofree char *type = galley_xml_element_dup (element, 0, "Type");
  g_autofree char *target = galley_xml_element_dup (element, 0, "Target");
  GalleyDocxRelation *relation;
  const char *slash = type != NULL ? strrchr (type, '/') : NULL;

  if (slash == NULL || target == NULL)
    return;

  relation = g_new0 (GalleyDocxRelation, 1);
  relation->id = galley_xml_element_dup (element, 0, "Id");
  relation->type = g_strdup (slash + 1);
  relation->is_external = galley_xml_element_equals (element, 0, "TargetMode", "External");
  relation->target =
      relation->is_external ? g_strdup (target) : galley_zip_resolve (self->folder, target);
  g_ptr_array_add (self->relations, relation);
}

static void
look_at_type (Reading *self, const GalleyXmlElement *element)
{
  g_autofree char *part = galley_xml_element_dup (element, 0, "PartName");

  if (part == NULL || self->main_part != NULL)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (main_types); i++)
    if (galley_xml_element_equals (element, 0, "ContentType", main_types[i]))
      self->main_part = galley_zip_resolve ("", part);
}

static gboolean
start (gpointer data, guint tag, const GalleyXmlElement *element)
{
  Reading *self = data;

  if (tag == TAG_RELATIONSHIP && self->relations != NULL)
    add_relation (self, element);
  else if (tag == TAG_OVERRIDE)
    look_at_type (self, element);

  return TRUE;
}

static void
end (gpointer data, guint tag)
{
}

static gboolean
walk (GalleyDocxPackage *self, const char *member, Reading *reading, GError **error)
{
  const GalleyXmlHandler handler = {
    .namespaces = galley_docx_namespaces,
    .n_namespaces = galley_docx_n_namespaces,
    .names = names,
    .n_names = G_N_ELEMENTS (names),
    .start = start,
    .end = end,
  };
  g_autoptr (GBytes) bytes = galley_docx_package_read (self, member, error);

  return bytes != NULL &&
         galley_xml_walk (bytes, self->label, &handler, reading, self->cancellable, error);
}

/**
 * galley_docx_package_read_relations:
 * @part: the name of a member; "" for the package itself
 * @error: (out) (optional): a #GalleyImportError
 *
 * Returns: (transfer full) (element-type GalleyDocxRelation): what @part refers to, maybe nothing;
 *   %NULL if that cannot be read
 */
GPtrArray *
galley_docx_package_read_relations (GalleyDocxPackage *self, const char *part, GError **error)
{
  const char *slash = strrchr (part, '/');
  const char *base = slash != NULL ? slash + 1 : part;
  g_autofree char *folder = g_strndup (part, base - part);
  g_autofree char *member = g_strdup_printf ("%s_rels/%s.rels", folder, base);
  g_autoptr (GPtrArray) relations = g_ptr_array_new_with_free_func (free_relation);
  Reading reading = { .folder = folder, .relations = relations };

  if (galley_zip_find (self->zip, member) != NULL && !walk (self, member, &reading, error))
    return NULL;

  return g_steal_pointer (&relations);
}

static const GalleyDocxRelation *
find_relation (GPtrArray *relations, const char *type)
{
  for (guint i = 0; i < relations->len; i++)
    {
      const GalleyDocxRelation *relation = relations->pdata[i];

      if (!relation->is_external && strcmp (relation->type, type) == 0)
        return relation;
    }

  return NULL;
}

/* The content types say whether it is a document at all, the relations which part it is. */
static gboolean
find_main_part (GalleyDocxPackage *self, GError **error)
{
  Reading reading = { 0 };
  g_autofree char *typed = NULL;
  const GalleyDocxRelation *main_relation;
  gboolean is_read = galley_zip_find (self->zip, CONTENT_TYPES) == NULL ||
                     walk (self, CONTENT_TYPES, &reading, error);

  typed = reading.main_part;
  if (!is_read)
    return FALSE;

  self->root_relations = galley_docx_package_read_relations (self, "", error);
  if (self->root_relations == NULL)
    return FALSE;

  main_relation = find_relation (self->root_relations, "officeDocument");
  if (typed != NULL)
    self->main_part = g_strdup (main_relation != NULL ? main_relation->target : typed);
  if (self->main_part == NULL)
    g_set_error (error, GALLEY_IMPORT_ERROR, GALLEY_IMPORT_ERROR_UNSUPPORTED,
                 _ ("“%s” is no Word document"), self->label);

  return self->main_part != NULL;
}

static gboolean
holds (GBytes *bytes, const char *words)
{
  gsize length_bytes;
  const char *data = g_bytes_get_data (bytes, &length_bytes);

  return memmem (data, length_bytes, words, strlen (words)) != NULL;
}

/* Whether the package itself has a member that begins so. A chart in a document brings a workbook,
 * and where that is not packed once more its names are among the bytes, too. */
static gboolean
has_member (GBytes *bytes, const char *start)
{
  g_autoptr (GalleyZip) zip = NULL;
  const char *const *names;

  if (!holds (bytes, start))
    return FALSE;
  zip = galley_zip_open (bytes, /* label= */ "", /* error= */ NULL);
  if (zip == NULL)
    return TRUE;

  for (names = galley_zip_get_names (zip); *names != NULL; names++)
    if (g_str_has_prefix (*names, start))
      return TRUE;

  return FALSE;
}

/**
 * galley_docx_package_recognise:
 * @bytes: any bytes
 *
 * Returns: whether they look like a package that is neither a workbook nor a presentation; what it
 *   is for certain is known when it is open
 */
gboolean
galley_docx_package_recognise (GBytes *bytes)
{
  return galley_zip_recognise (bytes) && holds (bytes, CONTENT_TYPES) &&
         !has_member (bytes, "xl/workbook.") && !has_member (bytes, "ppt/presentation.");
}

/**
 * galley_docx_package_open:
 * @bytes: the document
 * @label: what to call it in an error; has to outlive the package
 * @is_part: whether it stands within another document
 * @cancellable: (nullable): a cancellable, which has to outlive the package
 * @error: (out) (optional): a #GalleyImportError
 *
 * Returns: (transfer full): the package, or %NULL
 */
GalleyDocxPackage *
galley_docx_package_open (GBytes *bytes,
                          const char *label,
                          gboolean is_part,
                          GCancellable *cancellable,
                          GError **error)
{
  g_autoptr (GalleyDocxPackage) self = g_new0 (GalleyDocxPackage, 1);

  self->label = label;
  self->cancellable = cancellable;
  self->is_part = is_part;
  self->zip = galley_zip_open (bytes, label, error);
  if (self->zip != NULL && is_part)
    galley_zip_set_max_total (self->zip, GALLEY_DOCX_MAX_CHUNK_TOTAL_BYTES);
  if (self->zip == NULL || !find_main_part (self, error))
    return NULL;

  self->relations = galley_docx_package_read_relations (self, self->main_part, error);
  return self->relations != NULL ? g_steal_pointer (&self) : NULL;
}

void
galley_docx_package_free (GalleyDocxPackage *self)
{
  g_clear_pointer (&self->zip, galley_zip_free);
  g_clear_pointer (&self->root_relations, g_ptr_array_unref);
  g_clear_pointer (&self->relations, g_ptr_array_unref);
  g_free (self->main_part);
  g_free (self);
}

/**
 * galley_docx_package_find:
 * @type: the last word of a type of relation
 *
 * Returns: (transfer none) (nullable): the first part of that type which the text, or else the
 *   package, refers to and which is there
 */
const char *
galley_docx_package_find (GalleyDocxPackage *self, const char *type)
{
  const GalleyDocxRelation *relation = find_relation (self->relations, type);

  if (relation == NULL)
    relation = find_relation (self->root_relations, type);

  return relation != NULL ? galley_zip_find (self->zip, relation->target) : NULL;
}

/**
 * galley_docx_package_read:
 * @part: the name of a member
 * @error: (out) (optional): a #GalleyImportError
 *
 * Returns: (transfer full): its content, or %NULL
 */
GBytes *
galley_docx_package_read (GalleyDocxPackage *self, const char *part, GError **error)
{
  const char *name = galley_zip_find (self->zip, part);

  if (name == NULL)
    {
      g_set_error (error, GALLEY_IMPORT_ERROR, GALLEY_IMPORT_ERROR_DAMAGED,
                   _ ("“%s” is damaged: its part “%s” is missing"), self->label, part);
      return NULL;
    }

  return galley_zip_read (self->zip, name, self->cancellable, error);
}

/**
 * galley_docx_package_read_addresses:
 * @part: the name of a member
 * @error: (out) (optional): a #GalleyImportError
 *
 * Returns: (transfer full) (element-type utf8 utf8): the addresses outside of the document that
 *   @part refers to, by their ids; %NULL if they cannot be read
 */
GHashTable *
galley_docx_package_read_addresses (GalleyDocxPackage *self, const char *part, GError **error)
{
  g_autoptr (GPtrArray) relations = strcmp (part, self->main_part) == 0
                                        ? g_ptr_array_ref (self->relations)
                                        : galley_docx_package_read_relations (self, part, error);
  g_autoptr (GHashTable) addresses =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  if (relations == NULL)
    return NULL;

  for (guint i = 0; i < relations->len; i++)
    {
      const GalleyDocxRelation *relation = relations->pdata[i];

      if (relation->is_external && relation->id != NULL)
        g_hash_table_insert (addresses, g_strdup (relation->id), g_strdup (relation->target));
    }

  return g_steal_pointer (&addresses);
}
