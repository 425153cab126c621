/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include "galley-bibliography.h"

/* What a reader gives: a title at least, and one line of text for each field. */
static void
check_reference (const GalleyReference *reference)
{
  g_assert_nonnull (reference->texts[GALLEY_SOURCE_TITLE]);
  g_assert_cmpint (reference->kind, <, GALLEY_N_SOURCE_KINDS);
  g_assert_cmpint (reference->terms, <, GALLEY_N_TERMS);
  for (guint i = 0; i < GALLEY_N_SOURCE_TEXTS; i++)
    {
      g_autofree char *line = galley_reference_squeeze (reference->texts[i]);

      g_assert_cmpstr (line, ==, reference->texts[i]);
      g_assert_true (line == NULL || g_utf8_validate (line, -1, NULL));
    }
}

/* Enters what was read in a log, but for its secrets. */
static GPtrArray *
make_log (GPtrArray *references)
{
  GPtrArray *log = g_ptr_array_new_with_free_func ((GDestroyNotify) galley_source_unref);

  for (guint i = 0; i < references->len; i++)
    {
      GalleySourceFields fields;
      g_autofree char *id = g_strdup_printf ("id-%u", i);

      galley_reference_get_fields (g_ptr_array_index (references, i), &fields);
      fields.terms = GALLEY_TERMS_ON_RECORD;
      g_ptr_array_add (log, galley_source_new (id, &fields));
    }

  return log;
}

static void
check_written (GPtrArray *log, GalleyBibliographyFormat format)
{
  g_autoptr (GBytes) bytes = galley_bibliography_write (log, format, GALLEY_BIBLIOGRAPHY_OPEN);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) read = galley_bibliography_read (bytes, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (read->len, ==, log->len);
  for (guint i = 0; i < log->len; i++)
    {
      GalleySource *source = g_ptr_array_index (log, i);
      GalleyReference *reference = g_ptr_array_index (read, i);

      g_assert_cmpint (reference->kind, ==, source->kind);
      for (guint j = 0; j < GALLEY_N_SOURCE_TEXTS; j++)
        g_assert_cmpstr (reference->texts[j], ==, source->texts[j]);
    }
}

/* Reads a bibliography and writes what was read in all formats, where it has to stay the same. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) references = galley_bibliography_read (bytes, &error);
  g_autoptr (GPtrArray) log = NULL;

  g_assert_true ((references == NULL) == (error != NULL));
  if (references == NULL)
    return 0;

  for (guint i = 0; i < references->len; i++)
    check_reference (g_ptr_array_index (references, i));
  log = make_log (references);
  for (guint format = 0; log->len > 0 && format < GALLEY_N_BIBLIOGRAPHY_FORMATS; format++)
    check_written (log, format);

  return 0;
}
