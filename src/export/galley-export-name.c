/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-export.h"

#include <string.h>

/* Bytes of the title; longer names are refused by file systems. */
#define MAX_TITLE_BYTES 80

static gboolean
is_safe (gunichar c)
{
  return !g_unichar_iscntrl (c) && g_unichar_type (c) != G_UNICODE_FORMAT &&
         (c > 0x7f || strchr ("/\\:*?\"<>|", (int) c) == NULL);
}

/**
 * galley_export_make_name:
 * @report: what goes out
 * @format: in which form
 *
 * Makes a file name of the article's title, without what file systems refuse, people trip over or
 * terminals obey. What is not the annotated article says so.
 *
 * Returns: (transfer full): the name, with its extension
 */
char *
galley_export_make_name (GalleyReport *report, const GalleyExportFormat *format)
{
  GalleyLayout layout = galley_report_get_options (report)->layout;
  g_autoptr (GString) name = g_string_new (NULL);

  for (const char *p = galley_report_get_title (report); *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (name->len + 4 > MAX_TITLE_BYTES)
        break;
      if (name->len == 0 && c == '.')
        continue; /* which would hide the file */
      g_string_append_unichar (name, is_safe (c) ? c : '-');
    }
  g_strchomp (name->str);
  name->len = strlen (name->str);

  if (format->layouts != 0 && layout != GALLEY_LAYOUT_ANNOTATED)
    g_string_append_printf (name, " – %s", galley_layout_get_label (layout));
  g_string_append_printf (name, ".%s", format->extension);

  return g_string_free (g_steal_pointer (&name), FALSE);
}
