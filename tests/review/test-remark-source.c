/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-check.h"
#include "galley-document-builder.h"
#include "galley-remark-source.h"

#include <string.h>

#define TEXT "The ship left the\nport on Monday. Nobody knew why. *"

static GalleyCheck *
make_check (const char *note, GalleyRange note_range, const char *target, GalleyRange link_range)
{
  g_autoptr (GalleyDocumentBuilder) builder = galley_document_builder_new ();
  g_autoptr (GBytes) original = g_bytes_new_static ("", 0);
  g_autoptr (GalleyDocument) document = NULL;
  GalleyArticleFields fields = { .title = "Title" };
  g_autoptr (GalleyArticle) article = galley_article_new ("article", &fields);

  galley_document_builder_append (builder, TEXT);
  galley_document_builder_add_block (builder, GALLEY_BLOCK_PARAGRAPH, 0,
                                     (GalleyRange){ 0, strlen (TEXT) });
  if (note != NULL)
    galley_document_builder_add_source_note (builder, note_range, GALLEY_SOURCE_NOTE_FOOTNOTE, NULL,
                                             NULL, note);
  if (target != NULL)
    galley_document_builder_add_link (builder, link_range, target);
  document = galley_document_builder_finish (builder, original, "text/plain");

  return galley_check_new (article, document, NULL, NULL);
}

static void
assert_source (GalleyCheck *check, const char *title, const char *address)
{
  g_autoptr (GPtrArray) remarks =
      galley_remarks_list (galley_check_get_remarks (check), (GalleyRange){ 0, strlen (TEXT) });
  const GalleyRemark *remark = g_ptr_array_index (remarks, 0);
  g_autofree char *found_title =
      galley_remark_get_source_title (remark, galley_check_get_document (check));
  g_autofree char *found_address = galley_remark_get_source_address (remark);

  g_assert_cmpuint (remarks->len, ==, 1);
  g_assert_cmpstr (found_title, ==, title);
  g_assert_cmpstr (found_address, ==, address);
}

static void
assert_note (const char *note, const char *title, const char *address)
{
  g_autoptr (GalleyCheck) check =
      make_check (note, (GalleyRange){ 4, 8 }, NULL, (GalleyRange){ 0 });

  assert_source (check, title, address);
}

static void
assert_link (GalleyRange range, const char *target, const char *title, const char *address)
{
  g_autoptr (GalleyCheck) check = make_check (NULL, (GalleyRange){ 0 }, target, range);

  assert_source (check, title, address);
}

static void
test_notes (void)
{
  assert_note ("Minutes, page 3 <https://c.example/minutes>\nSecond line", "Minutes, page 3",
               "https://c.example/minutes");
  assert_note ("Interview, 3 May", "Interview, 3 May", NULL);
  assert_note ("Report (2024): https://a.example/r.pdf, p. 4", "Report (2024), p. 4",
               "https://a.example/r.pdf");
  assert_note ("https://www.a.example/r.pdf", "a.example", "https://www.a.example/r.pdf");
  assert_note ("www.a.example/r", "a.example", "www.a.example/r");
  assert_note ("https://a.example/r.pdf\nAnnual report", "Annual report",
               "https://a.example/r.pdf");
  assert_note ("The report (https://a.example) and more", "The report and more",
               "https://a.example");
  assert_note ("  Two\tspaces \n", "Two spaces", NULL);
  assert_note ("\n\n—\n", "", NULL);
  assert_note ("", "", NULL);
}

static void
test_long_note (void)
{
  g_autofree char *note = g_strnfill (400, 'x');
  g_autofree char *expected = g_strnfill (159, 'x');
  g_autofree char *title = g_strconcat (expected, "…", NULL);

  assert_note (note, title, NULL);
}

static void
test_links (void)
{
  assert_link ((GalleyRange){ 9, 22 }, "https://a.example/", "left the port", "https://a.example/");
  assert_link ((GalleyRange){ 9, 13 }, "/news/2", "left", "/news/2");
  assert_link ((GalleyRange){ 9, 13 }, "#top", "left", NULL);
  assert_link ((GalleyRange){ 51, 52 }, "https://a.example/", "a.example", "https://a.example/");
}

/* What is noted in a sentence is found from any of its words, and not from those of the next. */
static void
test_list (void)
{
  static const struct
  {
    GalleyRange words;
    guint n_found;
  } cases[] = {
    { { 4, 8 }, 2 }, { { 22, 31 }, 2 }, { { 34, 38 }, 0 }, { { 27, 38 }, 2 }, { { 34, 52 }, 0 },
  };
  g_autoptr (GalleyCheck) check = make_check ("At its end", (GalleyRange){ 33, 33 },
                                              "https://a.example/", (GalleyRange){ 0, 8 });

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) found = galley_check_list_remarks (check, cases[i].words);

      g_assert_cmpuint (found->len, ==, cases[i].n_found);
      /* What is about the very words comes first. */
      if (cases[i].n_found == 2)
        g_assert_true ((((const GalleyRemark *) found->pdata[0])->link != NULL) == (i == 0));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/remark-source/notes", test_notes);
  g_test_add_func ("/remark-source/long-note", test_long_note);
  g_test_add_func ("/remark-source/links", test_links);
  g_test_add_func ("/remark-source/list", test_list);

  return g_test_run ();
}
