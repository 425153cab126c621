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
  g_autoptr (GString) name = g_string_new (NULL);

  append_words (name, galley_report_get_title (report));
  if (format->layouts != 0 && options->layout != GALLEY_LAYOUT_ANNOTATED)
    g_string_append_printf (name, " – %s", galley_layout_get_label (options->layout));
  if (options->layout == GALLEY_LAYOUT_CALL_SHEET && options->call_source != NULL)
    {
      g_autofree char *source = galley_call_sheet_dup_name (report, options->call_source);

      g_string_append (name, " – ");
      append_words (name, source);
    }
  g_string_append_printf (name, ".%s", format->extension);

  return g_string_free (g_steal_pointer (&name), FALSE);
}
