/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-bibliography.h"

#include "galley-bibliography-private.h"
#include "galley-word.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const GalleyWord words[GALLEY_N_BIBLIOGRAPHY_FORMATS] = {
  [GALLEY_BIBLIOGRAPHY_BIBTEX] = { "bibtex", NULL },
  [GALLEY_BIBLIOGRAPHY_RIS] = { "ris", NULL },
  [GALLEY_BIBLIOGRAPHY_CSL_JSON] = { "csl-json", NULL },
};

static const struct
{
  gboolean (*recognise) (const char *utf8);
  GPtrArray *(*read) (const char *utf8, GError **error);
  GString *(*write) (GPtrArray *sources);
} formats[GALLEY_N_BIBLIOGRAPHY_FORMATS] = {
  [GALLEY_BIBLIOGRAPHY_BIBTEX] = { galley_bibtex_recognise, galley_bibtex_read,
                                   galley_bibtex_write },
  [GALLEY_BIBLIOGRAPHY_RIS] = { galley_ris_recognise, galley_ris_read, galley_ris_write },
  [GALLEY_BIBLIOGRAPHY_CSL_JSON] = { galley_csl_recognise, galley_csl_read, galley_csl_write },
};

/* JSON can hold nearly anything in a string, and BibTeX ignores nearly anything outside entries. */
static const GalleyBibliographyFormat asked_in_order[] = { GALLEY_BIBLIOGRAPHY_CSL_JSON,
                                                           GALLEY_BIBLIOGRAPHY_RIS,
                                                           GALLEY_BIBLIOGRAPHY_BIBTEX };

/**
 * galley_bibliography_format_to_nick:
 *
 * Returns: (transfer none): the name of @format on the command line
 */
const char *
galley_bibliography_format_to_nick (GalleyBibliographyFormat format)
{
  g_return_val_if_fail ((guint) format < GALLEY_N_BIBLIOGRAPHY_FORMATS, NULL);

  return words[format].nick;
}

/**
 * galley_bibliography_format_from_nick:
 * @nick: (nullable): a name
 * @out_format: (out): the format; untouched if @nick is unknown
 *
 * Returns: whether @nick names a format
 */
gboolean
galley_bibliography_format_from_nick (const char *nick, GalleyBibliographyFormat *out_format)
{
  int found = galley_word_find (words, GALLEY_N_BIBLIOGRAPHY_FORMATS, nick);

  if (found >= 0)
    *out_format = found;
  return found >= 0;
}

/**
 * galley_bibliography_count_lines:
 * @start: the first character of a file
 * @end: a place in it
 *
 * Returns: the number of the line that @end is in, from 1
 */
guint
galley_bibliography_count_lines (const char *start, const char *end)
{
  guint line = 1;

  for (const char *p = start; p < end; p++)
    if (*p == '\n' || (*p == '\r' && p[1] != '\n'))
      line++;

  return line;
}

/**
 * galley_bibliography_finish:
 * @fallback: (nullable): what a reference is called of which nothing better is known
 *
 * Gives a reference without a title one of what else it says.
 *
 * Returns: whether it says anything
 */
gboolean
galley_bibliography_finish (GalleyReference *reference, const char *fallback)
{
  galley_reference_set_text (reference, GALLEY_SOURCE_TITLE,
                             reference->texts[GALLEY_SOURCE_PUBLISHER]);
  galley_reference_set_text (reference, GALLEY_SOURCE_TITLE,
                             reference->texts[GALLEY_SOURCE_ADDRESS]);
  galley_reference_set_text (reference, GALLEY_SOURCE_TITLE,
                             reference->texts[GALLEY_SOURCE_AUTHOR]);
  galley_reference_set_text (reference, GALLEY_SOURCE_TITLE, fallback);
  for (guint i = 0; i < GALLEY_N_SOURCE_TEXTS; i++)
    galley_reference_set_text (reference, GALLEY_SOURCE_TITLE, reference->texts[i]);

  return reference->texts[GALLEY_SOURCE_TITLE] != NULL;
}

/* Returns (nullable) the text of a file without a byte order mark, or %NULL if it is no text. */
static char *
decode (GBytes *bytes, GError **error)
{
  gsize length_bytes;
  const char *data = g_bytes_get_data (bytes, &length_bytes);
  const char *end;

  if (length_bytes > GALLEY_BIBLIOGRAPHY_MAX_BYTES)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                   _ ("The bibliography is larger than %d MB"),
                   GALLEY_BIBLIOGRAPHY_MAX_BYTES / (1024 * 1024));
      return NULL;
    }
  if (!g_utf8_validate_len (data, length_bytes, &end))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                   *end == '\0' ? _ ("Line %u of the bibliography holds a null character")
                                : _ ("Line %u of the bibliography is no UTF-8 text"),
                   galley_bibliography_count_lines (data, end));
      return NULL;
    }

  if (length_bytes >= 3 && memcmp (data, "\357\273\277", 3) == 0)
    return g_strndup (data + 3, length_bytes - 3);
  return g_strndup (data != NULL ? data : "", length_bytes);
}

static gboolean
recognise (const char *utf8, GalleyBibliographyFormat *out_format)
{
  for (guint i = 0; i < G_N_ELEMENTS (asked_in_order); i++)
    if (formats[asked_in_order[i]].recognise (utf8))
      {
        *out_format = asked_in_order[i];
        return TRUE;
      }

  return FALSE;
}

/**
 * galley_bibliography_recognise:
 * @bytes: a file
 * @out_format: (out): its format; untouched if it is none
 *
 * Returns: whether @bytes look like a bibliography; they may turn out to be a faulty one
 */
gboolean
galley_bibliography_recognise (GBytes *bytes, GalleyBibliographyFormat *out_format)
{
  g_autofree char *utf8 = decode (bytes, /* error= */ NULL);

  return utf8 != NULL && recognise (utf8, out_format);
}

/**
 * galley_bibliography_read:
 * @bytes: a file of any of the formats
 *
 * Reads references. Confidential ones keep no secret here: a file that names them was not written
 * by galley_bibliography_write().
 *
 * Returns: (transfer full) (element-type GalleyReference): the references in their order, each with
 *   a title; or %NULL with %G_IO_ERROR_INVALID_DATA
 */
GPtrArray *
galley_bibliography_read (GBytes *bytes, GError **error)
{
  g_autofree char *utf8 = decode (bytes, error);
  GalleyBibliographyFormat format;

  if (utf8 == NULL)
    return NULL;
  if (!recognise (utf8, &format))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                   _ ("The file is neither BibTeX nor RIS nor CSL JSON"));
      return NULL;
    }

  return formats[format].read (utf8, error);
}

/* Returns (element-type GalleySource) what may go out of @sources. */
static GPtrArray *
choose (GPtrArray *sources, GalleyBibliographyScope scope)
{
  GPtrArray *selected = g_ptr_array_new_with_free_func ((GDestroyNotify) galley_source_unref);

  for (guint i = 0; i < sources->len; i++)
    {
      GalleySource *source = g_ptr_array_index (sources, i);

      if (source->terms != GALLEY_TERMS_CONFIDENTIAL || scope == GALLEY_BIBLIOGRAPHY_FULL)
        g_ptr_array_add (selected, galley_source_mask (source));
    }

  return selected;
}

/**
 * galley_bibliography_write:
 * @sources: (element-type GalleySource): entries of the source log, in the order that they are to
 *   have
 * @scope: whether confidential ones are there; who they are never is
 *
 * What the format has no field for goes into the note of an entry, see galley-reference.c, so that
 * reading gives what was written.
 *
 * Returns: (transfer full): a file
 */
GBytes *
galley_bibliography_write (GPtrArray *sources,
                           GalleyBibliographyFormat format,
                           GalleyBibliographyScope scope)
{
  g_autoptr (GPtrArray) selected = NULL;

  g_return_val_if_fail ((guint) format < GALLEY_N_BIBLIOGRAPHY_FORMATS, NULL);

  selected = choose (sources, scope);
  return g_string_free_to_bytes (formats[format].write (selected));
}
