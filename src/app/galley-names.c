/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-names.h"

/**
 * galley_names_shorten:
 * @name: what somebody is called
 *
 * A name may be of any length, and what is said beside it is to be seen all the same.
 *
 * Returns: (transfer full): the name on one line, at most %GALLEY_NAMES_MAX characters of it; its
 *   middle is left out, since both ends tell people apart
 */
char *
galley_names_shorten (const char *name)
{
  glong length = g_utf8_strlen (name, -1), half = (GALLEY_NAMES_MAX - 1) / 2;
  g_autofree char *line = g_strdup (name);
  g_autofree char *start = NULL;

  g_strdelimit (line, "\r\n\t", ' ');
  if (length <= GALLEY_NAMES_MAX)
    return g_steal_pointer (&line);

  start = g_utf8_substring (line, 0, half);
  return g_strconcat (start, "…", g_utf8_offset_to_pointer (line, length - half), NULL);
}
