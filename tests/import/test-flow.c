/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-flow.h"

#include <string.h>

static GalleyDocument *
finish (GalleyDocumentBuilder *builder, const char *expected_text)
{
  g_autoptr (GBytes) original = g_bytes_new_static ("", 0);
  GalleyDocument *document = galley_document_builder_finish (builder, original, "text/html");

  g_assert_cmpstr (galley_text_peek_utf8 (galley_document_get_text (document), NULL), ==,
                   expected_text);
  return document;
}

static void
assert_words (GalleyDocument *document, GalleyRange range, const char *expected)
{
  g_autofree char *words = galley_text_slice (galley_document_get_text (document), range);

  g_assert_cmpstr (words, ==, expected);
}

static void
test_blocks_are_parted (void)
{
  g_autoptr (GalleyDocumentBuilder) builder = galley_document_builder_new ();
  g_autoptr (GalleyFlow) flow = galley_flow_new (builder);
  g_autoptr (GalleyDocument) document = NULL;
  const GalleyBlock *blocks;
  guint n_blocks;

  galley_flow_add_text (flow, " \n A  title ", -1);
  g_assert_true (galley_flow_end_block (flow, GALLEY_BLOCK_TITLE, 0));
  galley_flow_add_text (flow, "  ", -1);
  g_assert_false (galley_flow_end_block (flow, GALLEY_BLOCK_PARAGRAPH, 0));
  galley_flow_set_marker (flow, "• ");
  galley_flow_add_text (flow, "one", -1);
  galley_flow_end_block (flow, GALLEY_BLOCK_LIST_ITEM, 1);
  galley_flow_set_marker (flow, "• ");
  galley_flow_add_text (flow, "tw", 2);
  galley_flow_add_text (flow, "o ", -1);
  galley_flow_add_break (flow);
  galley_flow_add_verbatim (flow, "and  more ", -1);
  galley_flow_end_block (flow, GALLEY_BLOCK_LIST_ITEM, 1);
  galley_flow_add_text (flow, "End.", -1);
  galley_flow_end_block (flow, GALLEY_BLOCK_PARAGRAPH, 0);

  document = finish (builder, "A title\n\n• one\n• two\nand  more\n\nEnd.");
  blocks = galley_document_get_blocks (document, &n_blocks);
  g_assert_cmpuint (n_blocks, ==, 4);
  assert_words (document, blocks[2].range, "two\nand  more");
}

static void
test_links_stay_with_their_words (void)
{
  g_autoptr (GalleyDocumentBuilder) builder = galley_document_builder_new ();
  g_autoptr (GalleyFlow) flow = galley_flow_new (builder);
  g_autoptr (GalleyDocument) document = NULL;
  const GalleyLink *links;
  guint n_links;

  galley_flow_add_text (flow, "Él dijo ", -1);
  galley_flow_begin_link (flow, "a");
  galley_flow_add_text (flow, "que sí", -1);
  galley_flow_end_link (flow);
  galley_flow_add_text (flow, " y", -1);
  galley_flow_begin_link (flow, "b");
  g_assert_cmpuint (galley_flow_get_n_linked (flow), ==, 6);
  galley_flow_end_block (flow, GALLEY_BLOCK_PARAGRAPH, 0);
  galley_flow_add_text (flow, "más ", -1);
  galley_flow_end_link (flow);
  galley_flow_end_block (flow, GALLEY_BLOCK_PARAGRAPH, 0);

  document = finish (builder, "Él dijo que sí y\n\nmás");
  links = galley_document_get_links (document, &n_links);
  g_assert_cmpuint (n_links, ==, 2);
  assert_words (document, links[0].range, "que sí");
  assert_words (document, links[1].range, "más");
  g_assert_cmpstr (links[1].target, ==, "b");
}

static void
test_marks_and_omissions (void)
{
  g_autoptr (GalleyDocumentBuilder) builder = galley_document_builder_new ();
  g_autoptr (GalleyFlow) flow = galley_flow_new (builder);
  g_autoptr (GalleyDocument) document = NULL;
  const GalleyOmission *omissions;
  guint n_omissions, start, end, dropped;

  galley_flow_add_text (flow, "One ", -1);
  start = galley_flow_add_mark (flow);
  galley_flow_add_text (flow, "two.", -1);
  galley_flow_end_block (flow, GALLEY_BLOCK_PARAGRAPH, 0);
  galley_flow_add_text (flow, "Advert", -1);
  dropped = galley_flow_add_mark (flow);
  g_assert_true (galley_flow_end_omitted (flow, GALLEY_BLOCK_PARAGRAPH, 0));
  galley_flow_add_text (flow, "Three", -1);
  end = galley_flow_add_mark (flow);
  galley_flow_add_text (flow, " four", -1);
  galley_flow_end_block (flow, GALLEY_BLOCK_PARAGRAPH, 0);

  document = finish (builder, "One two.\n\nThree four");
  g_assert_cmpuint (galley_flow_get_mark (flow, dropped), ==, 8);
  assert_words (
      document,
      (GalleyRange){ galley_flow_get_mark (flow, start), galley_flow_get_mark (flow, end) },
      "two.\n\nThree");
  omissions = galley_document_get_omissions (document, &n_omissions);
  g_assert_cmpuint (n_omissions, ==, 1);
  g_assert_cmpstr (omissions[0].text, ==, "Advert");
  g_assert_cmpuint (omissions[0].offset, ==, 8);
}

static void
test_end_marks (void)
{
  g_autoptr (GalleyDocumentBuilder) builder = galley_document_builder_new ();
  g_autoptr (GalleyFlow) flow = galley_flow_new (builder);
  g_autoptr (GalleyDocument) document = NULL;
  guint spaced, start, between, end;

  galley_flow_add_verbatim (flow, "Één  ", -1);
  spaced = galley_flow_add_end_mark (flow);
  galley_flow_add_text (flow, "two ", -1);
  end = galley_flow_add_end_mark (flow);
  galley_flow_end_block (flow, GALLEY_BLOCK_PARAGRAPH, 0);
  between = galley_flow_add_end_mark (flow);
  start = galley_flow_add_mark (flow);
  galley_flow_add_text (flow, "Three", -1);
  galley_flow_end_block (flow, GALLEY_BLOCK_PARAGRAPH, 0);

  document = finish (builder, "Één  two\n\nThree");
  g_assert_cmpuint (galley_flow_get_mark (flow, spaced), ==, 3);
  g_assert_cmpuint (galley_flow_get_mark (flow, end), ==, 8);
  g_assert_cmpuint (galley_flow_get_mark (flow, between), ==, 8);
  g_assert_cmpuint (galley_flow_get_mark (flow, start), ==, 10);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/flow/blocks-are-parted", test_blocks_are_parted);
  g_test_add_func ("/flow/links-stay-with-their-words", test_links_stay_with_their_words);
  g_test_add_func ("/flow/marks-and-omissions", test_marks_and_omissions);
  g_test_add_func ("/flow/end-marks", test_end_marks);

  return g_test_run ();
}
