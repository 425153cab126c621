/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-epub-metadata.h"

#include "galley-html-address.h"
#include "galley-html-date.h"

#include <string.h>

/* Both EPUB 2 and 3 state things with the elements of the Dublin Core. What a statement is about
 * more closely, EPUB 2 says in attributes ("opf:role"), EPUB 3 in elements of their own that name
 * the one they refine. */

#define MAX_STATEMENTS 1000 /* of a book with many authors, some dozens */
#define MAX_NAMES 20

struct _GalleyEpubMetadata
{
  GArray *statements; /* (element-type GalleyEpubStatement) */
};

static void
clear_statement (gpointer data)
{
  GalleyEpubStatement *statement = data;

  g_free (statement->id);
  g_free (statement->property);
  g_free (statement->value);
}

GalleyEpubMetadata *
galley_epub_metadata_new (void)
{
  GalleyEpubMetadata *self = g_new0 (GalleyEpubMetadata, 1);

  self->statements = g_array_new (FALSE, FALSE, sizeof (GalleyEpubStatement));
  g_array_set_clear_func (self->statements, clear_statement);

  return self;
}

void
galley_epub_metadata_free (GalleyEpubMetadata *self)
{
  g_array_unref (self->statements);
  g_free (self);
}

/**
 * galley_epub_metadata_take:
 * @statement: (transfer full): what the book states; left out if it says nothing
 */
void
galley_epub_metadata_take (GalleyEpubMetadata *self, GalleyEpubStatement statement)
{
  if (self->statements->len == MAX_STATEMENTS || *statement.value == '\0')
    clear_statement (&statement);
  else
    g_array_append_val (self->statements, statement);
}

/* What refines a statement, by the name of the property, or NULL. */
static const char *
find_refinement (GalleyEpubMetadata *self, const char *id, const char *property)
{
  for (guint i = 0; id != NULL && i < self->statements->len; i++)
    {
      const GalleyEpubStatement *other = &g_array_index (self->statements, GalleyEpubStatement, i);

      if (other->kind == GALLEY_EPUB_REFINES && g_strcmp0 (other->id, id) == 0 &&
          g_strcmp0 (other->property, property) == 0)
        return other->value;
    }

  return NULL;
}

/* The first statement of the kind, or NULL. */
static const char *
find_value (GalleyEpubMetadata *self, GalleyEpubStatementKind kind)
{
  for (guint i = 0; i < self->statements->len; i++)
    {
      const GalleyEpubStatement *one = &g_array_index (self->statements, GalleyEpubStatement, i);

      if (one->kind == kind)
        return one->value;
    }

  return NULL;
}

/**
 * galley_epub_metadata_dup_title:
 *
 * Returns: (transfer full) (nullable): the title of which it says that it is the main one, or else
 *   the first
 */
char *
galley_epub_metadata_dup_title (GalleyEpubMetadata *self)
{
  for (guint i = 0; i < self->statements->len; i++)
    {
      const GalleyEpubStatement *one = &g_array_index (self->statements, GalleyEpubStatement, i);

      if (one->kind == GALLEY_EPUB_TITLE &&
          g_strcmp0 (find_refinement (self, one->id, "title-type"), "main") == 0)
        return g_strdup (one->value);
    }

  return g_strdup (find_value (self, GALLEY_EPUB_TITLE));
}

/* Those who wrote it, and not who drew or translated it. */
static char *
join_authors (GalleyEpubMetadata *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < self->statements->len && names->len < MAX_NAMES; i++)
    {
      const GalleyEpubStatement *one = &g_array_index (self->statements, GalleyEpubStatement, i);
      const char *role = one->property;

      if (one->kind != GALLEY_EPUB_CREATOR)
        continue;
      if (role == NULL)
        role = find_refinement (self, one->id, "role");
      if (role == NULL || g_ascii_strcasecmp (role, "aut") == 0)
        g_ptr_array_add (names, one->value);
    }
  if (names->len == 0)
    return NULL;

  g_ptr_array_add (names, NULL);
  return g_strjoinv (", ", (char **) names->pdata);
}

/* A year or a month is a date as well, and stays what it is. */
static char *
normalize_date (const char *value)
{
  char *date;

  if (g_regex_match_simple ("^\\d{4}(-(0[1-9]|1[0-2]))?$", value, 0, 0))
    return g_strdup (value);

  date = galley_html_date_normalize (value);
  if (date != NULL && g_str_has_prefix (date, "0101-01-01"))
    g_clear_pointer (&date, g_free); /* what some programs write for "not known" */
  return date;
}

/* When it was published. When the file was made or changed is no date of the text. */
static char *
find_date (GalleyEpubMetadata *self)
{
  char *date = NULL;

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < self->statements->len && date == NULL; i++)
      {
        const GalleyEpubStatement *one = &g_array_index (self->statements, GalleyEpubStatement, i);
        const char *event = one->property;
        gboolean fits = pass == 0 ? event != NULL && g_ascii_strcasecmp (event, "publication") == 0
                                  : event == NULL;

        if (one->kind == GALLEY_EPUB_DATE && fits)
          date = normalize_date (one->value);
      }

  return date;
}

static const char *
find_address (GalleyEpubMetadata *self)
{
  static const GalleyEpubStatementKind kinds[] = { GALLEY_EPUB_SOURCE, GALLEY_EPUB_IDENTIFIER };

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    for (guint i = 0; i < self->statements->len; i++)
      {
        const GalleyEpubStatement *one = &g_array_index (self->statements, GalleyEpubStatement, i);

        if (one->kind == kinds[k] && galley_html_address_is_web (one->value))
          return one->value;
      }

  return NULL;
}

/* Some programs write that they know no language. */
static const char *
find_language (GalleyEpubMetadata *self)
{
  const char *language = find_value (self, GALLEY_EPUB_LANGUAGE);

  return language != NULL && g_ascii_strcasecmp (language, "und") != 0 ? language : NULL;
}

/**
 * galley_epub_metadata_apply:
 * @builder: what gets the metadata
 */
void
galley_epub_metadata_apply (GalleyEpubMetadata *self, GalleyDocumentBuilder *builder)
{
  g_autofree char *title = galley_epub_metadata_dup_title (self);
  g_autofree char *authors = join_authors (self);
  g_autofree char *date = find_date (self);

  galley_document_builder_set_metadata (builder, GALLEY_METADATA_TITLE, title);
  galley_document_builder_set_metadata (builder, GALLEY_METADATA_BYLINE, authors);
  galley_document_builder_set_metadata (builder, GALLEY_METADATA_DATE, date);
  galley_document_builder_set_metadata (builder, GALLEY_METADATA_PUBLICATION,
                                        find_value (self, GALLEY_EPUB_PUBLISHER));
  galley_document_builder_set_metadata (builder, GALLEY_METADATA_LANGUAGE, find_language (self));
  galley_document_builder_set_metadata (builder, GALLEY_METADATA_SOURCE_ADDRESS,
                                        find_address (self));
}
