/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-pdf-catalog.h"

#include <stdlib.h>
#include <string.h>

/*
 * Cairo has no call for the language of a document, nor for having its title shown. Both stand in
 * the catalog, which an incremental update replaces (ISO 32000-1, 7.5.6): a new catalog, a
 * cross-reference section for it alone, and a trailer that leads on to the one before. Nothing that
 * cairo wrote is touched.
 *
 * That needs a cross-reference table, which a document of version 1.4 has. What is looked for is
 * what cairo writes; where it writes something else, the document is left as it is.
 */

typedef struct
{
  const char *start; /* of the document */
  gsize size_bytes;
  gsize table_bytes; /* where its cross-reference table begins */
  const char *trailer;
  gsize size;          /* one more than the highest number of an object */
  gsize root;          /* number of the catalog */
  gsize info;          /* number of what describes the document */
  const char *catalog; /* what the catalog holds, without the brackets around it */
  gsize catalog_bytes;
} Found;

/* Not with a function for strings: there are zeros in a document. */
static const char *
find_last (const Found *self, const char *word)
{
  gsize length_bytes = strlen (word);

  for (gsize at = self->size_bytes; at >= length_bytes; at--)
    if (memcmp (self->start + at - length_bytes, word, length_bytes) == 0)
      return self->start + at - length_bytes;

  return NULL;
}

static const char *
find_next (const Found *self, const char *from, const char *word)
{
  return g_strstr_len (from, (gssize) (self->start + self->size_bytes - from), word);
}

/* The number behind @key, which stands behind @from. */
static gboolean
read_number (const Found *self, const char *from, const char *key, gsize *out_number)
{
  const char *at = from != NULL ? find_next (self, from, key) : NULL;
  char *end = NULL;

  if (at == NULL)
    return FALSE;

  at += strlen (key);
  *out_number = (gsize) g_ascii_strtoull (at, &end, 10);
  return end != at;
}

static gboolean
find_trailer (Found *self)
{
  const char *start = find_last (self, "startxref");

  if (!read_number (self, start, "startxref", &self->table_bytes) ||
      self->table_bytes >= self->size_bytes)
    return FALSE;

  self->trailer = find_last (self, "trailer");
  return g_str_has_prefix (self->start + self->table_bytes, "xref") && self->trailer != NULL &&
         read_number (self, self->trailer, "/Size ", &self->size) &&
         read_number (self, self->trailer, "/Root ", &self->root) &&
         read_number (self, self->trailer, "/Info ", &self->info);
}

static gboolean
find_catalog (Found *self)
{
  g_autofree char *begin = g_strdup_printf ("\n%" G_GSIZE_FORMAT " 0 obj\n<<", self->root);
  const char *at = find_last (self, begin), *end;

  if (at == NULL)
    return FALSE;

  self->catalog = at + strlen (begin);
  end = find_next (self, self->catalog, ">>\nendobj");
  if (end == NULL)
    return FALSE;

  self->catalog_bytes = end - self->catalog;
  return g_strstr_len (self->catalog, (gssize) self->catalog_bytes, "/Catalog") != NULL &&
         g_strstr_len (self->catalog, (gssize) self->catalog_bytes, "/Lang") == NULL;
}

static GString *
make_update (const Found *found, const char *language)
{
  GString *update = g_string_new (NULL);
  gsize object_bytes = found->size_bytes, table_bytes;

  g_string_append_printf (update, "%" G_GSIZE_FORMAT " 0 obj\n<<", found->root);
  g_string_append_len (update, found->catalog, (gssize) found->catalog_bytes);
  g_string_append_printf (update,
                          "   /Lang (%s)\n   /ViewerPreferences << /DisplayDocTitle true >>\n"
                          ">>\nendobj\n",
                          language);
  table_bytes = object_bytes + update->len;
  g_string_append_printf (update, "xref\n%" G_GSIZE_FORMAT " 1\n%010" G_GSIZE_FORMAT " 00000 n \n",
                          found->root, object_bytes);
  g_string_append_printf (update,
                          "trailer\n<< /Size %" G_GSIZE_FORMAT "\n   /Root %" G_GSIZE_FORMAT
                          " 0 R\n   /Info %" G_GSIZE_FORMAT " 0 R\n   /Prev %" G_GSIZE_FORMAT
                          "\n>>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n",
                          found->size, found->root, found->info, found->table_bytes, table_bytes);

  return update;
}

/**
 * galley_pdf_catalog_add:
 * @pdf: a document as cairo writes it in version 1.4; what is added stands at its end
 * @language: a BCP 47 language tag
 *
 * Adds to the catalog of the document its language, and that its title is to be shown.
 *
 * Returns: whether that was added; else the document is as it was
 */
gboolean
galley_pdf_catalog_add (GByteArray *pdf, const char *language)
{
  Found found = { 0 };
  GString *update;

  g_return_val_if_fail (language != NULL, FALSE);

  if (pdf->len == 0 || pdf->data[pdf->len - 1] != '\n' || strpbrk (language, "()\\") != NULL)
    return FALSE;

  found.start = (const char *) pdf->data;
  found.size_bytes = pdf->len;
  if (!find_trailer (&found) || !find_catalog (&found))
    return FALSE;

  update = make_update (&found, language);
  g_byte_array_append (pdf, (const guint8 *) update->str, (guint) update->len);
  g_string_free (update, TRUE);

  return TRUE;
}
