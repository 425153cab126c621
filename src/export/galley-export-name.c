/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-call-sheet.h"
#include "galley-export.h"

#include <string.h>

/* Bytes of each part; longer names are refused by file systems. */
#define MAX_TITLE_BYTES 80

static gboolean
is_safe (gunichar c)
{
  return !g_unichar_iscntrl (c) && g_unichar_type (c) != G_UNICODE_FORMAT &&
         (c > 0x7f || strchr ("/\\:*?\"<>|", (int) c) == NULL);
}

/* Appends words without what file systems refuse, people trip over or terminals obey. */
static void
append_words (GString *name, const char *utf8)
{
  gsize start_bytes = name->len;

  for (const char *p = utf8; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (name->len - start_bytes + 4 > MAX_TITLE_BYTES)
        break;
      if (name->len == 0 && c == '.')
        continue; /* which would hide the file */
      g_string_append_unichar (name, is_safe (c) ? c : '-');
    }
  g_strchomp (name->str);
  name->len = strlen (name->str);
}

/* @source is who is called, or NULL; (transfer full). */
static char *
make_name (const char *title,
           const GalleyExportFormat *format,
           GalleyLayout layout,
           const char *source)
{
  g_autoptr (GString) name = g_string_new (NULL);

  append_words (name, title);
  if (name->len == 0)
    g_string_append_c (name, '-');
  if (format->layouts != 0 && layout != GALLEY_LAYOUT_ANNOTATED)
    g_string_append_printf (name, " – %s", galley_layout_get_label (layout));
  if (source != NULL)
    {
      g_string_append (name, " – ");
      append_words (name, source);
    }
  g_string_append_printf (name, ".%s", format->extension);

  return g_string_free (g_steal_pointer (&name), FALSE);
}

/**
 * galley_export_make_name:
 * @report: what goes out
 * @format: in which form
 *
 * Makes a file name of the article's title. What is not the annotated article says so; what is for
 * one source has its name, or its pseudonym.
 *
 * Returns: (transfer full): the name, with its extension
 */
char *
galley_export_make_name (GalleyReport *report, const GalleyExportFormat *format)
{
  const GalleyReportOptions *options = galley_report_get_options (report);
  g_autofree char *source = NULL;

  if (options->layout == GALLEY_LAYOUT_CALL_SHEET && options->call_source != NULL)
    source = galley_call_sheet_dup_name (report, options->call_source);

  return make_name (galley_report_get_title (report), format, options->layout, source);
}

/**
 * galley_export_name_article:
 * @article: what a report is to be made of
 * @format: in which form it is to go out
 * @layout: and in which layout
 *
 * Returns: (transfer full): what galley_export_make_name() makes of the report
 */
char *
galley_export_name_article (GalleyArticle *article,
                            const GalleyExportFormat *format,
                            GalleyLayout layout)
{
  g_autofree char *title = galley_report_make_title (article);

  return make_name (title, format, layout, /* source= */ NULL);
}

/* File systems that other machines read take names for the same that differ in case, or in how
 * letters with accents are put together; (transfer full). */
static char *
fold_name (const char *name)
{
  g_autofree char *whole = g_utf8_normalize (name, -1, G_NORMALIZE_NFC);

  return g_utf8_casefold (whole != NULL ? whole : name, -1);
}

/**
 * galley_export_names_new:
 *
 * Returns: (transfer full): a set for the names in a folder, with none yet
 */
GHashTable *
galley_export_names_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, /* value_free= */ NULL);
}

/**
 * galley_export_names_add:
 * @names: of galley_export_names_new()
 * @name: a file name, in UTF-8
 *
 * Takes note that there is a file of that name.
 */
void
galley_export_names_add (GHashTable *names, const char *name)
{
  g_hash_table_add (names, fold_name (name));
}

/**
 * galley_export_names_has:
 *
 * Returns: whether there is a file of that name, or of one that some file system takes for it
 */
gboolean
galley_export_names_has (GHashTable *names, const char *name)
{
  g_autofree char *key = fold_name (name);

  return g_hash_table_contains (names, key);
}

/**
 * galley_export_names_take:
 * @names: of galley_export_names_new()
 * @name: the name that is wanted, with an extension
 *
 * Takes a name that no other file has: the one that is wanted, or that with a number.
 *
 * Returns: (transfer full): the name, which others cannot take from now on
 */
char *
galley_export_names_take (GHashTable *names, const char *name)
{
  const char *extension = strrchr (name, '.');
  int stem_bytes = extension != NULL ? (int) (extension - name) : (int) strlen (name);
  g_autofree char *free_name = g_strdup (name);

  for (guint i = 2; galley_export_names_has (names, free_name); i++)
    {
      g_free (free_name);
      free_name = g_strdup_printf ("%.*s (%u)%s", stem_bytes, name, i, name + stem_bytes);
    }
  galley_export_names_add (names, free_name);

  return g_steal_pointer (&free_name);
}
