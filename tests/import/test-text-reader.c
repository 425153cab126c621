/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-limits.h"
#include "import-testing.h"

#include "galley-sentences.h"

#include <string.h>

/* Fails if a sentence of the block at @index ends within @words. */
static void
assert_within_sentence (GalleyDocument *document, const char *words)
{
  GalleyText *text = galley_document_get_text (document);
  const char *utf8 = galley_text_peek_utf8 (text, NULL), *found = strstr (utf8, words);
  g_autoptr (GArray) sentences = galley_document_find_sentences (document);
  GalleyRange range;

  g_assert_nonnull (found);
  range.start = galley_text_from_bytes (text, found - utf8);
  range.end = galley_text_from_bytes (text, found - utf8 + strlen (words));
  for (guint i = 0; i < sentences->len; i++)
    if (galley_range_contains (g_array_index (sentences, GalleyRange, i), range))
      return;

  g_test_message ("“%s” is cut", words);
  g_test_fail ();
}

static guint
count_role (GalleyDocument *document, GalleyBlockRole role)
{
  guint n_blocks, n = 0;
  const GalleyBlock *blocks = galley_document_get_blocks (document, &n_blocks);

  for (guint i = 0; i < n_blocks; i++)
    n += blocks[i].role == role;

  return n;
}

static void
assert_has_block (GalleyDocument *document, const char *expected)
{
  guint n_blocks;

  galley_document_get_blocks (document, &n_blocks);
  for (guint i = 0; i < n_blocks; i++)
    {
      g_autofree char *block = describe_block (document, i);

      if (strcmp (block, expected) == 0)
        return;
    }

  g_test_message ("No block “%s”", expected);
  g_test_fail ();
}

static void
test_example_keeps_its_text (void)
{
  g_autoptr (GalleyDocument) document = import_example ();
  GalleyText *text = galley_document_get_text (document);
  gsize length_bytes, original_bytes;
  const char *utf8 = galley_text_peek_utf8 (text, &length_bytes);
  const char *original =
      g_bytes_get_data (galley_document_get_original (document), &original_bytes);

  g_assert_cmpmem (utf8, length_bytes, original, original_bytes);
  g_assert_cmpuint (galley_text_get_length (text), ==, g_utf8_strlen (original, original_bytes));
  g_assert_cmpint (utf8[length_bytes - 1], ==, 't'); /* no line end is added */
  g_assert_cmpstr (galley_document_get_media_type (document), ==, "text/plain");
  g_assert_null (galley_document_get_notices (document)[0]);
}

static void
test_example_head (void)
{
  g_autoptr (GalleyDocument) document = import_example ();
  g_autofree char *title = describe_block (document, 0);
  g_autofree char *lead = describe_block (document, 1);

  g_assert_cmpstr (title, ==,
                   "title 0: U.S. and Mexico Pledge Joint Security Action to Target Cartels");
  g_assert_cmpuint (count_role (document, GALLEY_BLOCK_TITLE), ==, 1);
  /* The stray dash stays in the text and is no part of the lead. */
  g_assert_true (g_str_has_prefix (lead, "lead 0: In Mexico City, U.S. Secretary of State"));
  g_assert_true (g_str_has_suffix (lead, "to guide the work."));
  g_assert_cmpuint (count_role (document, GALLEY_BLOCK_LEAD), ==, 1);

  g_assert_cmpstr (galley_document_get_metadata (document, GALLEY_METADATA_TITLE), ==,
                   "U.S. and Mexico Pledge Joint Security Action to Target Cartels");
  for (guint i = GALLEY_METADATA_TITLE + 1; i < GALLEY_N_METADATA_FIELDS; i++)
    g_assert_null (galley_document_get_metadata (document, i));
}

static void
test_example_headings (void)
{
  static const char *const headings[] = {
    "heading 2: Key Takeaways",    "heading 2: Verified Facts",
    "heading 2: Context & Impact", "heading 2: Official Statements",
    "heading 2: Unconfirmed",      "heading 2: Bottom Line",
    "heading 2: Sources",
  };
  g_autoptr (GalleyDocument) document = import_example ();

  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    assert_has_block (document, headings[i]);
  g_assert_cmpuint (count_role (document, GALLEY_BLOCK_HEADING), ==, G_N_ELEMENTS (headings));
}

static void
test_example_speakers (void)
{
  g_autoptr (GalleyDocument) document = import_example ();

  assert_has_block (document, "quote 0: “We both understand that cartels are a threat to the "
                              "national security of both Mexico and the U.S.,”");
  assert_has_block (document, "attribution 0: Marco Rubio, U.S. Secretary of State");
  assert_has_block (document, "attribution 0: President Claudia Sheinbaum (social media)");
  g_assert_cmpuint (count_role (document, GALLEY_BLOCK_QUOTE), ==, 1);
  g_assert_cmpuint (count_role (document, GALLEY_BLOCK_ATTRIBUTION), ==, 2);
}

static void
test_example_lists (void)
{
  g_autoptr (GalleyDocument) document = import_example ();
  guint n_blocks;
  const GalleyBlock *blocks = galley_document_get_blocks (document, &n_blocks);

  for (guint i = 0; i < n_blocks; i++)
    {
      g_autofree char *words =
          galley_text_slice (galley_document_get_text (document), blocks[i].range);

      g_assert_null (strstr (words, "•"));
      g_assert_cmpuint (blocks[i].level, ==,
                        blocks[i].role == GALLEY_BLOCK_HEADING     ? 2
                        : blocks[i].role == GALLEY_BLOCK_LIST_ITEM ? 1
                                                                   : 0);
    }
  g_assert_cmpuint (count_role (document, GALLEY_BLOCK_LIST_ITEM), ==, 10);
}

static void
test_example_sentences (void)
{
  g_autoptr (GalleyDocument) document = import_example ();

  assert_within_sentence (document, "U.S. Secretary of State Marco Rubio met");
  assert_within_sentence (document, "took place on Sept. 3, 2025, in Mexico");
  assert_within_sentence (document, "Mr. Rubio publicly commended");
  assert_within_sentence (document, "Mx. and U.S. officials pledged");
}

static void
test_example_end (void)
{
  g_autoptr (GalleyDocument) document = import_example ();
  guint n_blocks;
  const GalleyBlock *blocks = galley_document_get_blocks (document, &n_blocks);
  g_autofree char *sources = describe_block (document, n_blocks - 2);
  g_autofree char *last = describe_block (document, n_blocks - 1);

  /* Nothing stands under "Sources", and what ends the page is no part of the article. */
  g_assert_cmpstr (sources, ==, "heading 2: Sources");
  g_assert_cmpstr (last, ==, "boilerplate 0: Leave a Comment");
  g_assert_cmpuint (blocks[n_blocks - 1].range.end, ==,
                    galley_text_get_length (galley_document_get_text (document)));
  g_assert_false (galley_block_role_is_checkable (blocks[n_blocks - 1].role));
}

/* Returns the heading that the block with @words stands under. */
static char *
find_section (GalleyDocument *document, const char *words)
{
  GalleyText *text = galley_document_get_text (document);
  const char *utf8 = galley_text_peek_utf8 (text, NULL), *found = strstr (utf8, words);
  gint block, section;

  g_assert_nonnull (found);
  block = galley_document_find_block (document, galley_text_from_bytes (text, found - utf8));
  g_assert_cmpint (block, >=, 0);
  section = galley_document_find_section (document, block);

  return section >= 0 ? describe_block (document, section) : NULL;
}

static void
test_example_sections (void)
{
  g_autoptr (GalleyDocument) document = import_example ();
  g_autofree char *takeaway = find_section (document, "killed 11 people");
  g_autofree char *fact = find_section (document, "reported 11 deaths");
  g_autofree char *open = find_section (document, "are disputed between U.S. officials");
  g_autofree char *lead = find_section (document, "In Mexico City, U.S. Secretary");

  g_assert_cmpstr (takeaway, ==, "heading 2: Key Takeaways");
  g_assert_cmpstr (fact, ==, "heading 2: Verified Facts");
  g_assert_cmpstr (open, ==, "heading 2: Unconfirmed");
  g_assert_cmpstr (lead, ==, NULL);
}

/* Lines may be as long as they like, but are not without number, whatever ends them. */
static void
test_lines_without_number (void)
{
  static const char *const ends[] = { "\n", "\r", "\f", "\r\n", "\u2028" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GalleyDocument) document = NULL;

      for (guint k = 0; k < GALLEY_TEXT_MAX_LINES; k++)
        g_string_append (text, ends[i]);
      g_string_append (text, "Words.");
      document = import_string (text->str, "a.txt");
      g_clear_object (&document);

      g_string_append (text, ends[i]);
      assert_refused (text->str, text->len, "a.txt", GALLEY_IMPORT_ERROR_TOO_LARGE,
                      "“a.txt” has more than 1000000 lines, the most that Galley reads");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text-reader/example/keeps-its-text", test_example_keeps_its_text);
  g_test_add_func ("/text-reader/example/head", test_example_head);
  g_test_add_func ("/text-reader/example/headings", test_example_headings);
  g_test_add_func ("/text-reader/example/speakers", test_example_speakers);
  g_test_add_func ("/text-reader/example/lists", test_example_lists);
  g_test_add_func ("/text-reader/example/sentences", test_example_sentences);
  g_test_add_func ("/text-reader/example/end", test_example_end);
  g_test_add_func ("/text-reader/example/sections", test_example_sections);
  g_test_add_func ("/text-reader/lines-without-number", test_lines_without_number);

  return g_test_run ();
}
