/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drafts.h"

#include "galley-text-structure.h"

/* A plain text, which may be empty. */
GalleyDocument *
make_draft (const char *utf8)
{
  g_autoptr (GalleyDocumentBuilder) builder = galley_document_builder_new ();
  g_autoptr (GalleyText) text = galley_text_new (utf8, -1);
  g_autoptr (GBytes) bytes = g_bytes_new (utf8, strlen (utf8));

  galley_document_builder_set_text (builder, text);
  galley_text_structure_find (text, builder);
  return galley_document_builder_finish (builder, bytes, "text/plain");
}

/* A plain text in which ⟦ and ⟧ stand around ranges, which may be nested; they are taken out, and
 * the ranges added to @ranges in the order in which they begin. */
GalleyDocument *
make_marked_draft (const char *marked, GArray *ranges)
{
  g_autoptr (GString) plain = g_string_new (NULL);
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (guint));
  guint offset = 0;

  for (const char *p = marked; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == 0x27e6)
        {
          GalleyRange range = { offset, offset };

          g_array_append_val (open, ranges->len);
          g_array_append_val (ranges, range);
        }
      else if (c == 0x27e7)
        {
          g_assert_cmpuint (open->len, >, 0);
          g_array_index (ranges, GalleyRange, g_array_index (open, guint, open->len - 1)).end =
              offset;
          g_array_set_size (open, open->len - 1);
        }
      else
        {
          g_string_append_unichar (plain, c);
          offset++;
        }
    }
  g_assert_cmpuint (open->len, ==, 0);

  return make_draft (plain->str);
}
