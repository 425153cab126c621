/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-limits.h"
#include "import-testing.h"

#include <string.h>

/* Imports @markdown, which a heading makes Markdown for certain, and compares text and blocks. */
static void
assert_read (const char *markdown, const char *text, const char *blocks)
{
  g_autofree char *whole = g_strconcat ("# T\n\n", markdown, NULL);
  g_autofree char *expected_text = g_strconcat ("T\n\n", text, NULL);
  g_autofree char *expected_blocks = g_strconcat ("title 0: T\n", blocks, NULL);
  g_autoptr (GalleyDocument) document = import_string (whole, "article.md");
  g_autofree char *found = describe_blocks (document);

  g_assert_cmpstr (galley_document_get_media_type (document), ==, "text/markdown");
  g_assert_cmpstr (galley_text_peek_utf8 (galley_document_get_text (document), NULL), ==,
                   expected_text);
  g_assert_cmpstr (found, ==, expected_blocks);
}

static void
test_paragraphs (void)
{
  assert_read ("One *two*\nthree.\n\nFour  \nfive &amp; `six`.\n",
               "One two three.\n\nFour\nfive & six.",
               "lead 0: One two three.\nparagraph 0: Four⏎five & six.\n");
  assert_read ("    int a;\n\n    b\n", "int a;\n\nb", "paragraph 0: int a;⏎⏎b\n");
}

static void
test_headings (void)
{
  assert_read ("## Two\n\nA.\n\n### Three\n\n# One\n\nB.", "Two\n\nA.\n\nThree\n\nOne\n\nB.",
               "heading 2: Two\nparagraph 0: A.\nheading 3: Three\nheading 1: One\n"
               "paragraph 0: B.\n");
  assert_read ("A.\n\n**Key Facts**\n\nB **c**.", "A.\n\nKey Facts\n\nB c.",
               "lead 0: A.\nheading 2: Key Facts\nparagraph 0: B c.\n");
}

static void
test_lists (void)
{
  assert_read ("A:\n\n- one\n- two\n  more\n  1. deep\n  2. down\n- three\n\nEnd.",
               "A:\n\n• one\n• two more\n  1. deep\n  2. down\n• three\n\nEnd.",
               "lead 0: A:\nlist-item 1: one\nlist-item 1: two more\nlist-item 2: deep\n"
               "list-item 2: down\nlist-item 1: three\nparagraph 0: End.\n");
  assert_read ("3. three\n\n   more\n\n4. four\n", "3. three\n\n  more\n\n4. four",
               "list-item 1: three\nlist-item 1: more\nlist-item 1: four\n");
  assert_read ("1) a\n2) b\n\n-\n- - c\n", "1) a\n2) b\n\n  • c",
               "list-item 1: a\nlist-item 1: b\nlist-item 2: c\n");
}

static void
test_quotes (void)
{
  assert_read ("> “We waited,\n> and waited.”\n> — Ann Lee, mayor\n\nA.",
               "“We waited, and waited.”\n— Ann Lee, mayor\n\nA.",
               "quote 0: “We waited, and waited.”\nattribution 0: Ann Lee, mayor\nlead 0: A.\n");
  assert_read ("> A.\n>\n> -- a neighbour\n", "A.\n\n-- a neighbour",
               "quote 0: A.\nattribution 0: a neighbour\n");
}

static void
test_links (void)
{
  g_autoptr (GalleyDocument) document = import_string (
      "# 😀\n\nA [*b* é](http://x/?a=1&b) c <https://y> [](http://z) [r].\n\n[r]: javascript:x",
      "a.md");
  GalleyText *text = galley_document_get_text (document);
  const struct
  {
    const char *words;
    const char *target;
  } expected[] = { { "b é", "http://x/?a=1&b" },
                   { "https://y", "https://y" },
                   { "r", "javascript:x" } };
  guint n_links;
  const GalleyLink *links = galley_document_get_links (document, &n_links);

  g_assert_cmpuint (n_links, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < n_links; i++)
    {
      g_autofree char *words = galley_text_slice (text, links[i].range);

      g_assert_cmpstr (words, ==, expected[i].words);
      g_assert_cmpstr (links[i].target, ==, expected[i].target);
    }
}

static void
test_images_and_html (void)
{
  g_autoptr (GalleyDocument) document = NULL;
  const char *const *notices;

  assert_read ("![A *boat* at sea](x.png)\n", "A boat at sea", "lead 0: A boat at sea\n");
  assert_read ("<div onclick=\"x\">Words</div>\n\n<script>alert(1)</script>\n\nA <b>b</b><br>c.",
               "Words\n\nA b\nc.", "lead 0: Words\nparagraph 0: A b⏎c.\n");

  document = import_string ("# T\n\nA <b>b</b>.", "a.md");
  notices = galley_document_get_notices (document);
  g_assert_cmpuint (g_strv_length ((char **) notices), ==, 1);
  g_assert_nonnull (strstr (notices[0], "2 pieces of HTML"));
}

/* Words that were struck out go where others stand in their place, and nowhere else. */
static void
test_replaced_words (void)
{
  static const char text[] =
      "It cost <del>5</del><ins>7</ins> million, <del>[one](x)</del> <ins>two</ins> and "
      "<del>three</del>.\n\nOf 10<del><sup>6</sup></del><ins><sup>7</sup></ins> "
      "<ins>ships</ins>.\n\n<p><DEL>3</DEL> <INS>4</INS> remain.</p>\n";
  g_autoptr (GalleyDocument) document = import_string (text, "a.md");

  assert_read (text, "It cost 7 million, two and three.\n\nOf 10⁷ ships.\n\n4 remain.",
               "lead 0: It cost 7 million, two and three.\n"
               "paragraph 0: Of 10⁷ ships.\nparagraph 0: 4 remain.\n");
  g_assert_cmpstr (galley_document_get_notices (document)[0], ==,
                   "4 tracked changes were read as accepted");
}

static void
test_tables (void)
{
  assert_read ("| a | b |\n|:--|--:|\n| 1 | [2](x) |\n", "| a | b |\n|:--|--:|\n| 1 | 2 |",
               "table-row 0: | a | b |\ntable-row 0: | 1 | 2 |\n");
  assert_read ("Either a | b, one line.", "Either a | b, one line.",
               "lead 0: Either a | b, one line.\n");
}

static void
assert_metadata (GalleyDocument *document, GalleyMetadataField field, const char *expected)
{
  g_assert_cmpstr (galley_document_get_metadata (document, field), ==, expected);
}

static void
test_front_matter (void)
{
  g_autoptr (GalleyDocument) document = import_string (
      "---\ntitle: \"A: Town\"\nauthors:\n  - Jo Doe\n  - Al Roe\ndate: 2025-09-03T10:00:00Z\n"
      "lang: en-GB\nsite: The Post\nurl: https://example.org/a\ntags: [a, b]\n---\n\nA *b*.\n",
      "a.md");
  g_autoptr (GalleyDocument) wrong = import_string (
      "---\r\ndate: next week\r\nlanguage: English (UK)\r\nsource: a friend\r\n...\r\nA.\r\n",
      "a.md");
  g_autofree char *blocks = describe_blocks (document);

  g_assert_cmpstr (blocks, ==, "lead 0: A b.\n");
  assert_metadata (document, GALLEY_METADATA_TITLE, "A: Town");
  assert_metadata (document, GALLEY_METADATA_BYLINE, "Jo Doe, Al Roe");
  assert_metadata (document, GALLEY_METADATA_DATE, "2025-09-03");
  assert_metadata (document, GALLEY_METADATA_LANGUAGE, "en-GB");
  assert_metadata (document, GALLEY_METADATA_PUBLICATION, "The Post");
  assert_metadata (document, GALLEY_METADATA_SOURCE_ADDRESS, "https://example.org/a");
  for (guint i = 0; i < GALLEY_N_METADATA_FIELDS; i++)
    assert_metadata (wrong, i, NULL);
}

static void
test_head (void)
{
  g_autoptr (GalleyDocument) document =
      import_string ("# A Town\n\n*By Jo Doe | Sept. 3, 2025*\n\nText.\n\nBy Al Roe\n", "a.md");
  g_autofree char *blocks = describe_blocks (document);

  g_assert_cmpstr (blocks, ==,
                   "title 0: A Town\nattribution 0: By Jo Doe | Sept. 3, 2025\nlead 0: Text.\n"
                   "paragraph 0: By Al Roe\n");
  assert_metadata (document, GALLEY_METADATA_TITLE, "A Town");
  assert_metadata (document, GALLEY_METADATA_BYLINE, "Jo Doe");
  assert_metadata (document, GALLEY_METADATA_DATE, "2025-09-03");
}

static void
test_is_recognised_by_content (void)
{
  static const struct
  {
    const char *text;
    const char *name;
    gboolean is_markdown;
  } cases[] = {
    { "# A title\n\nText.", "a.txt", TRUE },
    { "Text.\n\n## One\n\n## Two\n", NULL, TRUE },
    { "See [this](https://x.org) and [that](https://y.org).", "a.txt", TRUE },
    { "---\ntitle: A\n---\nText.", "a", TRUE },
    { "**A** and **b** and **c**.", "a.txt", TRUE },
    { "Some *words* only.", "a.md", TRUE },
    { "Some *words* only.", "a.txt", FALSE },
    { "Plain words.", "a.md", FALSE },
    { "* Not his real name.\n\nIt cost 5 * 3 * 2 and f**k it.", "a.md", FALSE },
    { "• one\n• two\n\n- a\n- b\n\n1. c\n2. d\n\n> e", "a.md", FALSE },
    { "The #1 song [sic] was no. 2 (again).\n\n# 5 of us", "a.txt", FALSE },
    { "file_name_here and other_name_there, __init__", "a.txt", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GalleyDocument) document = import_string (cases[i].text, cases[i].name);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (galley_document_get_media_type (document), ==,
                       cases[i].is_markdown ? "text/markdown" : "text/plain");
    }
}

/* "# T" and @n times @unit before a letter, refused with @words. */
static void
assert_refused_times (const char *unit, guint n, const char *words)
{
  g_autoptr (GString) text = g_string_new ("# T\n\n");

  for (guint i = 0; i < n; i++)
    g_string_append (text, unit);
  g_string_append_c (text, 'a');
  assert_refused (text->str, text->len, "deep.md", GALLEY_IMPORT_ERROR_DAMAGED, words);
}

static void
test_deep_nesting (void)
{
  assert_refused_times (">", 100000, "nested too deeply");
  assert_refused_times ("> ", 100000, "nested too deeply");
  assert_refused_times ("- ", 100000, "nested too deeply");
  assert_refused_times ("1. ", 100000, "nested too deeply");
  assert_refused_times ("[", 100000, "too many brackets");
  assert_refused_times ("![a", 100000, "too many brackets");
}

/* The tree that cmark makes of signs is some hundred times as large as they are. */
static void
test_too_much_markup (void)
{
  static const char *const units[] = { "*a* ", "a\n", "`", "\\*", "&amp;" };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      g_autoptr (GString) text = g_string_new ("# T\n\nA\n\n");

      for (guint k = 0; k <= GALLEY_MARKDOWN_MAX_SIGNS; k++)
        g_string_append (text, units[i]);
      assert_refused (text->str, text->len, "long.md", GALLEY_IMPORT_ERROR_TOO_LARGE,
                      "“long.md” has too much markup to be read as Markdown");
    }
}

static void
test_long_runs (void)
{
  static const char *const units[] = { "*a **a ", "a_ ", "]",  "<",     "<!--", "`a",
                                       "&#",      "a@",  "| ", "- a\n", "~~~\n" };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      g_autoptr (GString) text = g_string_new ("# T\n\nA\n\n");
      g_autoptr (GalleyDocument) document = NULL;

      for (guint k = 0; k < 50000; k++)
        g_string_append (text, units[i]);
      document = import_string (text->str, "long.md");
      g_assert_cmpstr (galley_document_get_media_type (document), ==, "text/markdown");
    }
}

/* Each space of a line might part who wrote the article from when. */
static void
test_long_head (void)
{
  g_autoptr (GString) text = g_string_new ("# T\n\n");
  g_autoptr (GalleyDocument) document = NULL;

  for (guint i = 0; i < 500000; i++)
    g_string_append (text, "a by b ");
  document = import_string (text->str, "long.md");
  g_assert_null (galley_document_get_metadata (document, GALLEY_METADATA_BYLINE));
}

static void
assert_notes (const char *markdown, const char *text, const char *notes)
{
  g_autoptr (GalleyDocument) document = import_string (markdown, "article.md");
  g_autofree char *found = describe_notes (document);

  g_assert_cmpstr (galley_text_peek_utf8 (galley_document_get_text (document), NULL), ==, text);
  g_assert_cmpstr (found, ==, notes);
}

/* Footnotes become notes on the words before their signs; an address alone is one, too. */
static void
test_footnotes (void)
{
  assert_notes (
      "The board *met*.[^1] It voted,[^b] and went home.\n\n[^1]: https://a.example/1\n"
      "[^b]: Minutes, [page 4](https://a.example/4),\n    and page 5.\n\n    So *there*."
      "\n\nThe end.\n",
      "The board met. It voted, and went home.\n\nThe end.",
      "The board met. | - | - | https://a.example/1\n"
      "It voted, | - | - | Minutes, page 4 <https://a.example/4>, and page 5.\\nSo there.");
  assert_notes ("- one[^1]\n- two[^1]\n\n[^1]: Lazy\ngoes on\n# Heading\n",
                "• one\n• two\n\nHeading",
                "one | - | - | Lazy goes on\ntwo | - | - | Lazy goes on");
}

/* All words of a note are kept, whatever block they are in, and the addresses that stand elsewhere;
 * also of one whose sign is about nothing. */
static void
test_footnote_words (void)
{
  assert_notes ("One.[^1]\n\n[^1]: See:\n\n    ```\n    code\n    ```\n\nTwo.\n", "One.\n\nTwo.",
                "One. | - | - | See:\\ncode");
  assert_notes ("One.[^1]\n\n[^1]: # Minutes\n    <div>page 4</div>\n\n    - a\n    - b\n", "One.",
                "One. | - | - | Minutes\\npage 4\\na\\nb");
  assert_notes ("One.[^1] Two.[^2]\n\n[^1]: See [page 4][M], [m].\n\n[^2]:\n\n"
                "[m]: https://a.example/m\n",
                "One. Two.",
                "One. | - | - | See page 4 <https://a.example/m>, m <https://a.example/m>.");
  assert_notes ("One.\n\n[^1]\n\n[^1]: Alone.\n", "One.", " | - | - | Alone.");
}

/* Code that is open holds no notes; what only begins like it does not open any. */
static void
test_footnotes_and_fences (void)
{
  assert_notes ("````\n```\n[^1]: code\n````\n\nOne.[^1]\n\n[^1]: Minutes\n",
                "```\n[^1]: code\n\nOne.", "One. | - | - | Minutes");
  assert_notes ("```code``` here.\n\nOne.[^1]\n\n[^1]: Minutes\n", "code here.\n\nOne.",
                "One. | - | - | Minutes");
  assert_notes ("~~~\n~~~ no\n[^1]: code\n~~~\n\nOne.[^1]\n\n[^1]: Minutes\n",
                "~~~ no\n[^1]: code\n\nOne.", "One. | - | - | Minutes");
}

/* What only looks like a note stays, and no note is lost whose sign is in another. */
static void
test_false_footnotes (void)
{
  assert_notes ("See `[^1]` and [^2].\n\n```\n[^1]: code\n```\n\n[^3]: Nobody refers to it.\n",
                "See [^1] and [^2].\n\n[^1]: code\n\n[^3]: Nobody refers to it.", "");
  assert_notes ("One.[^1]\n\n[^1]: See [^2].\n[^2]: The other.\n", "One.",
                "One. | - | - | See [^2].\n | - | - | The other.");
  assert_notes ("One [^a b] [^] [^1\n\n[^1]: Nobody.\n", "One [^a b] [^] [^1\n\n[^1]: Nobody.", "");
}

/* A backslash makes signs of what would be the sign of a note, where it is no sign itself. */
static void
test_escaped_footnotes (void)
{
  assert_notes ("One \\[^1], two.[^1]\n\n[^1]: Minutes\n", "One [^1], two.",
                "One [^1], two. | - | - | Minutes");
  assert_notes ("One \\[^1].\n\n[^1]: Nobody.\n", "One [^1].\n\n[^1]: Nobody.", "");
  assert_notes ("Path C:\\\\[^1]\n\n[^1]: Minutes\n", "Path C:\\", "Path C:\\ | - | - | Minutes");
  assert_notes ("`\\[^1]` and[^1]\n\n    \\[^1]\n\n~~~\n\\[^1]\n~~~\n\n[^1]: Minutes\n",
                "\\[^1] and\n\n\\[^1]\n\n\\[^1]", "\\[^1] and | - | - | Minutes");
}

static void
test_long_footnote (void)
{
  g_autoptr (GString) text = g_string_new ("# T\n\nOne.[^1]\n\n[^1]: ");
  g_autoptr (GalleyDocument) document = NULL;
  guint n_notes;
  const GalleySourceNote *notes;

  for (guint i = 0; i < 100000; i++)
    g_string_append (text, "<mailto:a@b.example> ");
  document = import_string (text->str, "long.md");
  notes = galley_document_get_source_notes (document, &n_notes);
  g_assert_cmpuint (n_notes, ==, 1);
  g_assert_cmpuint (strlen (notes[0].text), ==, 100000 * strlen ("mailto:a@b.example ") - 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/markdown-reader/paragraphs", test_paragraphs);
  g_test_add_func ("/markdown-reader/headings", test_headings);
  g_test_add_func ("/markdown-reader/lists", test_lists);
  g_test_add_func ("/markdown-reader/quotes", test_quotes);
  g_test_add_func ("/markdown-reader/links", test_links);
  g_test_add_func ("/markdown-reader/images-and-html", test_images_and_html);
  g_test_add_func ("/markdown-reader/replaced-words", test_replaced_words);
  g_test_add_func ("/markdown-reader/tables", test_tables);
  g_test_add_func ("/markdown-reader/front-matter", test_front_matter);
  g_test_add_func ("/markdown-reader/head", test_head);
  g_test_add_func ("/markdown-reader/is-recognised-by-content", test_is_recognised_by_content);
  g_test_add_func ("/markdown-reader/footnotes", test_footnotes);
  g_test_add_func ("/markdown-reader/footnote-words", test_footnote_words);
  g_test_add_func ("/markdown-reader/footnotes-and-fences", test_footnotes_and_fences);
  g_test_add_func ("/markdown-reader/long-footnote", test_long_footnote);
  g_test_add_func ("/markdown-reader/false-footnotes", test_false_footnotes);
  g_test_add_func ("/markdown-reader/escaped-footnotes", test_escaped_footnotes);
  g_test_add_func ("/markdown-reader/deep-nesting", test_deep_nesting);
  g_test_add_func ("/markdown-reader/too-much-markup", test_too_much_markup);
  g_test_add_func ("/markdown-reader/long-runs", test_long_runs);
  g_test_add_func ("/markdown-reader/long-head", test_long_head);

  return g_test_run ();
}
