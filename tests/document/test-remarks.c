/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-document-builder.h"
#include "galley-remarks.h"

#include <string.h>

static GalleyDocumentBuilder *
begin (const char *text)
{
  GalleyDocumentBuilder *builder = galley_document_builder_new ();
  guint start = 0, offset = 0;

  galley_document_builder_append (builder, text);
  for (const char *p = text;; p = g_utf8_next_char (p), offset++)
    if (*p == '\n' || *p == '\0')
      {
        if (start < offset)
          galley_document_builder_add_block (builder, GALLEY_BLOCK_PARAGRAPH, 0,
                                             (GalleyRange){ start, offset });
        start = offset + 1;
        if (*p == '\0')
          break;
      }

  return builder;
}

static void
add_note (GalleyDocumentBuilder *builder, guint start, guint end, const char *text)
{
  galley_document_builder_add_source_note (builder, (GalleyRange){ start, end },
                                           GALLEY_SOURCE_NOTE_COMMENT, NULL, NULL, text);
}

static GalleyRemarks *
finish (GalleyDocumentBuilder *builder)
{
  g_autoptr (GBytes) original = g_bytes_new_static ("", 0);
  g_autoptr (GalleyDocument) document =
      galley_document_builder_finish (builder, original, "text/plain");

  return galley_remarks_new (document);
}

/* What a note at @place of @text is about. */
static void
assert_words (const char *text, guint place, const char *expected)
{
  g_autoptr (GalleyDocumentBuilder) builder = begin (text);
  g_autoptr (GalleyText) whole = galley_text_new (text, -1);
  g_autoptr (GalleyRemarks) remarks = NULL;
  g_autofree char *words = NULL;

  add_note (builder, place, place, "A note");
  remarks = finish (builder);
  g_assert_cmpuint (galley_remarks_get_n_notes (remarks), ==, 1);
  words = galley_text_slice (whole, galley_remarks_get_note (remarks, 0)->range);
  g_assert_cmpstr (words, ==, expected);
}

static void
test_words_at_a_place (void)
{
  assert_words ("They left. Nobody knew.", 10, "left.");
  assert_words ("They left. Nobody knew.", 11, "left.");
  assert_words ("They left. Nobody knew.", 9, "left");
  assert_words ("They left. Nobody knew.", 7, "le");
  assert_words ("They left.\nNobody knew.", 23, "knew.");
  assert_words ("They left.\n\nNobody knew.", 12, "Nobody");
  assert_words ("  They left.", 0, "They");
  assert_words ("He said “so.” Yes.", 13, "so.”");
  assert_words ("Cafe\xcc\x81 \xf0\x9f\x98\x80 closed.", 5, "Cafe\xcc\x81");
  assert_words ("Il a \xc3\xa9t\xc3\xa9 vu.", 8, "\xc3\xa9t\xc3\xa9");
  assert_words ("5.5", 3, "5");
  assert_words ("...", 3, "...");
  assert_words ("", 0, "");
  assert_words (" ", 1, "");

  /* A word of a script without spaces goes back some way and no further. */
  assert_words ("\xe4\xba\xba\xe4\xba\xba\xe4\xba\xba\xe3\x80\x82\xe4\xba\xba\xe4\xba\xba", 4,
                "\xe4\xba\xba\xe4\xba\xba\xe4\xba\xba\xe3\x80\x82");
  assert_words ("abcdefghijklmnopqrstuvwxyz", 26, "klmnopqrstuvwxyz");
}

static void
test_notes_and_links (void)
{
  g_autoptr (GalleyDocumentBuilder) builder = begin ("The ship left the port on Monday.");
  g_autoptr (GalleyRemarks) remarks = NULL;
  g_autoptr (GPtrArray) found = NULL, none = NULL;
  const GalleyRemark *remark;

  add_note (builder, 26, 32, "Or Tuesday?");
  galley_document_builder_add_link (builder, (GalleyRange){ 4, 8 }, "https://example.org/ship");
  add_note (builder, 0, 33, "All of it");
  remarks = finish (builder);

  found = galley_remarks_list (remarks, (GalleyRange){ 4, 8 });
  g_assert_cmpuint (found->len, ==, 2);
  remark = g_ptr_array_index (found, 0);
  g_assert_cmpstr (remark->note->text, ==, "All of it");
  g_assert_null (remark->link);
  remark = g_ptr_array_index (found, 1);
  g_assert_cmpstr (remark->link->target, ==, "https://example.org/ship");
  g_assert_null (remark->note);

  g_assert_cmpuint (galley_remarks_get_n_notes (remarks), ==, 2);
  g_assert_cmpstr (galley_remarks_get_note (remarks, 1)->note->text, ==, "Or Tuesday?");
  none = galley_remarks_list (remarks, (GalleyRange){ 33, 40 });
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_none (void)
{
  g_autoptr (GalleyDocumentBuilder) builder = begin ("Nothing is noted here.");
  g_autoptr (GalleyRemarks) remarks = finish (builder);
  g_autoptr (GPtrArray) found = galley_remarks_list (remarks, (GalleyRange){ 0, 20 });

  g_assert_cmpuint (found->len, ==, 0);
  g_assert_cmpuint (galley_remarks_get_n_notes (remarks), ==, 0);
  g_assert_cmpuint (galley_remarks_count_notes_before (remarks, 10), ==, 0);
  g_assert_null (galley_remarks_find_next_note (remarks, 0, TRUE));
  g_assert_null (galley_remarks_find_next_note (remarks, 0, FALSE));
}

static void
assert_next (GalleyRemarks *remarks, guint offset, gboolean is_forward, guint expected)
{
  const GalleyRemark *next = galley_remarks_find_next_note (remarks, offset, is_forward);

  g_assert_nonnull (next);
  g_assert_cmpuint (next->range.start, ==, expected);
}

static void
test_next (void)
{
  g_autoptr (GalleyDocumentBuilder) builder = begin ("One two three four five.");
  g_autoptr (GalleyRemarks) remarks = NULL;

  add_note (builder, 4, 7, "a");
  add_note (builder, 4, 13, "b");
  add_note (builder, 14, 18, "c");
  galley_document_builder_add_link (builder, (GalleyRange){ 8, 13 }, "https://example.org/");
  remarks = finish (builder);

  assert_next (remarks, 0, TRUE, 4);
  assert_next (remarks, 4, TRUE, 14); /* not one of the same place, and no link */
  assert_next (remarks, 14, TRUE, 4);
  assert_next (remarks, 24, TRUE, 4);
  assert_next (remarks, 0, FALSE, 14);
  assert_next (remarks, 4, FALSE, 14);
  assert_next (remarks, 5, FALSE, 4);
  assert_next (remarks, 14, FALSE, 4);
  g_assert_cmpuint (galley_remarks_count_notes_before (remarks, 4), ==, 0);
  g_assert_cmpuint (galley_remarks_count_notes_before (remarks, 5), ==, 2);
  g_assert_cmpuint (galley_remarks_count_notes_before (remarks, G_MAXUINT), ==, 3);
}

#define LENGTH 200

/* Against looking at each. */
static void
test_random (void)
{
  for (guint round = 0; round < 200; round++)
    {
      g_autofree char *text = g_strnfill (LENGTH, 'x');
      g_autoptr (GalleyDocumentBuilder) builder = begin (text);
      g_autoptr (GalleyRemarks) remarks = NULL;
      g_autoptr (GPtrArray) all = NULL, found = NULL;
      guint n = g_test_rand_int_range (0, 40), expected = 0, start = g_test_rand_int_range (0, 190);
      GalleyRange range = { start, g_test_rand_int_range (start + 1, LENGTH + 1) };

      for (guint i = 0; i < n; i++)
        {
          guint from = g_test_rand_int_range (0, LENGTH - 1);
          GalleyRange words = { from, g_test_rand_int_range (from + 1, LENGTH + 1) };

          if (g_test_rand_bit ())
            add_note (builder, words.start, words.end, "");
          else
            galley_document_builder_add_link (builder, words, "");
        }
      remarks = finish (builder);
      all = galley_remarks_list (remarks, (GalleyRange){ 0, LENGTH });
      found = galley_remarks_list (remarks, range);
      g_assert_cmpuint (all->len, ==, n);
      for (guint i = 0; i < n; i++)
        {
          const GalleyRemark *remark = g_ptr_array_index (all, i);

          if (!galley_range_overlaps (remark->range, range))
            continue;
          g_assert_cmpuint (expected, <, found->len);
          g_assert_true (g_ptr_array_index (found, expected) == remark);
          expected++;
        }
      g_assert_cmpuint (found->len, ==, expected);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/remarks/words-at-a-place", test_words_at_a_place);
  g_test_add_func ("/remarks/notes-and-links", test_notes_and_links);
  g_test_add_func ("/remarks/none", test_none);
  g_test_add_func ("/remarks/next", test_next);
  g_test_add_func ("/remarks/random", test_random);

  return g_test_run ();
}
