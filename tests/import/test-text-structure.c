/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import-testing.h"

#define BODY "The council met on Monday and voted for the plan, 7 to 2."
#define START "A Title\n\n" BODY "\n\n"
#define START_ROLES "title 0: A Title\nlead 0: " BODY "\n"

static void
assert_metadata (const char *text, GalleyMetadataField field, const char *expected)
{
  g_autoptr (GalleyDocument) document = import_string (text, "article.txt");

  g_assert_cmpstr (galley_document_get_metadata (document, field), ==, expected);
}

static void
test_titles (void)
{
  assert_roles ("Who Won?\n\n" BODY, "title 0: Who Won?\nlead 0: " BODY "\n");
  assert_roles ("Title in\ntwo lines\n\n" BODY, "title 0: Title in⏎two lines\nlead 0: " BODY "\n");
  assert_roles ("OPINION\n\nA Title\n\n" BODY,
                "heading 2: OPINION\ntitle 0: A Title\nlead 0: " BODY "\n");
  assert_roles ("War Ends in the U.S.\n\n" BODY,
                "title 0: War Ends in the U.S.\nlead 0: " BODY "\n");
  /* A sentence is no title, and a single line is not the title of nothing. */
  assert_roles ("It rained.\n\n" BODY, "lead 0: It rained.\nparagraph 0: " BODY "\n");
  assert_roles ("Only words", "paragraph 0: Only words\n");
  assert_roles ("- one\n- two", "list-item 1: one\nlist-item 1: two\n");
}

static void
test_bylines (void)
{
  static const struct
  {
    const char *line;
    const char *byline;
  } cases[] = {
    { "By JANE DOE", "JANE DOE" },
    { "by Jane Doe and John Roe, Staff Writers", "Jane Doe and John Roe, Staff Writers" },
    { "BY JANE O’NEILL-SMITH", "JANE O’NEILL-SMITH" },
    { "By Juan Ramón de la Fuente", "Juan Ramón de la Fuente" },
    { "Von Zoë Müller", "Zoë Müller" },
    { "By Jane Doe | Sept. 3, 2025", "Jane Doe" },
    { "Sept. 3, 2025 by Jane Doe", "Jane Doe" },
    { "By the river", NULL },
    { "By Sunday", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf ("A Title\n\n%s\n\n" BODY, cases[i].line);

      assert_metadata (text, GALLEY_METADATA_BYLINE, cases[i].byline);
    }
  assert_roles ("A Title\n\nBy JANE DOE\nStaff Writer\n\n" BODY,
                "title 0: A Title\nattribution 0: By JANE DOE\nattribution 0: Staff Writer\n"
                "lead 0: " BODY "\n");
  /* None is invented from a name that does not say so. */
  assert_metadata ("A Title\n\nJane Doe\n\n" BODY, GALLEY_METADATA_BYLINE, NULL);
}

static void
test_dates (void)
{
  static const struct
  {
    const char *line;
    const char *date;
  } cases[] = {
    { "Sept. 3, 2025", "2025-09-03" },
    { "Published Wednesday, September 3, 2025, 10:00 a.m. ET", "2025-09-03" },
    { "3 September 2025", "2025-09-03" },
    { "2025-09-03", "2025-09-03" },
    { "2025-09-03T10:15:00Z", "2025-09-03" },
    { "3 de septiembre de 2025", "2025-09-03" },
    { "3. März 2025", "2025-03-03" },
    /* Which is the day? */
    { "03/09/2025", NULL },
    { "September 2025", NULL },
    { "Feb. 30, 2025", NULL },
    { "Updated Sept. 4, 2025", NULL },
    { "On Sept. 3, 2025, it rained", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf ("A Title\n\n%s\n\n" BODY, cases[i].line);

      assert_metadata (text, GALLEY_METADATA_DATE, cases[i].date);
    }
  assert_roles (START "Sept. 3, 2025\n\n" BODY,
                START_ROLES "heading 2: Sept. 3, 2025\nparagraph 0: " BODY "\n");
}

static void
test_headings (void)
{
  assert_roles (START "What Comes Next\n\n" BODY
                      "\n\nHow it began\n\n• a\n\nTHE END OF IT\n\n" BODY,
                START_ROLES "heading 2: What Comes Next\nparagraph 0: " BODY
                            "\nheading 2: How it began\nlist-item 1: a\n"
                            "heading 2: THE END OF IT\nparagraph 0: " BODY "\n");
  /* A section that begins with a subsection, and one that stands empty. */
  assert_roles (START "Part One\n\nThe Start\n\n" BODY "\n\nSources\n",
                START_ROLES "heading 2: Part One\nheading 2: The Start\nparagraph 0: " BODY
                            "\nheading 2: Sources\n");
  /* A numbered heading, without its number; items in a row are items. */
  assert_roles (START "1. Go Home\n\n" BODY "\n\n2. Stay There\n\n" BODY,
                START_ROLES "heading 2: Go Home\nparagraph 0: " BODY
                            "\nheading 2: Stay There\nparagraph 0: " BODY "\n");
  assert_roles (START "1. Go Home\n\n2. Stay There\n\n" BODY, START_ROLES
                "list-item 1: Go Home\nlist-item 1: Stay There\nparagraph 0: " BODY "\n");
}

static void
test_no_headings (void)
{
  /* Cells of a table that lost its lines; only the last has something below it. */
  assert_roles (START "Red Hat\n\nUbuntu\n\nDebian\n\n" BODY,
                START_ROLES "paragraph 0: Red Hat\nparagraph 0: Ubuntu\nheading 2: Debian\n"
                            "paragraph 0: " BODY "\n");
  assert_roles (START "It rained.\n\nIt went on\n",
                START_ROLES "paragraph 0: It rained.\nparagraph 0: It went on\n");
  assert_roles (START "Jo Doe/Reuters\n\n" BODY, START_ROLES "paragraph 0: Jo Doe/Reuters\n"
                                                             "paragraph 0: " BODY "\n");
  assert_roles (START "(Photo by Jo Doe)\n\n" BODY,
                START_ROLES "paragraph 0: (Photo by Jo Doe)\nparagraph 0: " BODY "\n");
  assert_roles (START "and so they went\n\n" BODY,
                START_ROLES "paragraph 0: and so they went\nparagraph 0: " BODY "\n");
  assert_roles (START "https://example.org\n\n" BODY,
                START_ROLES "paragraph 0: https://example.org\nparagraph 0: " BODY "\n");
}

static void
test_speakers_of_quotes (void)
{
  assert_roles (START "“We waited for ten years.”\n\n— a neighbour\n\n" BODY,
                START_ROLES "quote 0: “We waited for ten years.”\nattribution 0: a neighbour\n"
                            "paragraph 0: " BODY "\n");
  assert_roles (START "“We waited for ten years,”\n\nAnn Lee, mayor of Port Ellery\n\n" BODY,
                START_ROLES "quote 0: “We waited for ten years,”\n"
                            "attribution 0: Ann Lee, mayor of Port Ellery\nparagraph 0: " BODY
                            "\n");
  /* A name alone is known by the text's using it. */
  assert_roles (START "They asked Ann Lee twice.\n\n“We waited.”\n\nAnn Lee\n\n" BODY,
                START_ROLES "paragraph 0: They asked Ann Lee twice.\nquote 0: “We waited.”\n"
                            "attribution 0: Ann Lee\nparagraph 0: " BODY "\n");
  assert_roles (START "“We waited.”\n\nOfficial Statements\n\n" BODY,
                START_ROLES "quote 0: “We waited.”\nheading 2: Official Statements\n"
                            "paragraph 0: " BODY "\n");
}

static void
test_speakers_of_reports (void)
{
  assert_roles (START "Lee called it “fair” on television.\n\nMayor Ann Lee (television)\n\n" BODY,
                START_ROLES "paragraph 0: Lee called it “fair” on television.\n"
                            "attribution 0: Mayor Ann Lee (television)\nparagraph 0: " BODY "\n");
  assert_roles (START "Lee said that it was fair.\n\nAnn Lee\n\nWhat Is Next\n\n" BODY,
                START_ROLES "paragraph 0: Lee said that it was fair.\nattribution 0: Ann Lee\n"
                            "heading 2: What Is Next\nparagraph 0: " BODY "\n");
  /* Nobody of that name spoke before, or text follows that it is the heading of. */
  assert_roles (START "Roe said that it was fair.\n\nAnn Lee\n\n" BODY,
                START_ROLES "paragraph 0: Roe said that it was fair.\nheading 2: Ann Lee\n"
                            "paragraph 0: " BODY "\n");
  assert_roles (START "Lee said that it was fair.\n\nAnn Lee\n\n" BODY,
                START_ROLES "paragraph 0: Lee said that it was fair.\nheading 2: Ann Lee\n"
                            "paragraph 0: " BODY "\n");
}

static void
test_quotes (void)
{
  assert_roles (START "«Nous avons attendu.»\n\n" BODY,
                START_ROLES "quote 0: «Nous avons attendu.»\nparagraph 0: " BODY "\n");
  assert_roles (START "> one\n>\n> two\n", START_ROLES "quote 0: one\nquote 0: two\n");
  /* Two quotations with words between them, and turns of a conversation, are paragraphs. */
  assert_roles (START "“Yes,” she said. “No.”\n",
                START_ROLES "paragraph 0: “Yes,” she said. “No.”\n");
  assert_roles (START "“Is it on?”\n\n“It is.”\n\n" BODY, START_ROLES
                "paragraph 0: “Is it on?”\nparagraph 0: “It is.”\nparagraph 0: " BODY "\n");
  /* A few words in quotation marks above a text are its heading. */
  assert_roles (START "‘We Waited’\n\n" BODY,
                START_ROLES "heading 2: ‘We Waited’\nparagraph 0: " BODY "\n");
}

static void
test_conversations (void)
{
  assert_roles (START "Q: Is it on?\n\nA: Yes\n\nSMITH: It is\n\nMs. Lee: No\n\n" BODY
                      "\n\nMs. Lee: Never\n\n" BODY,
                START_ROLES "paragraph 0: Q: Is it on?\nparagraph 0: A: Yes\n"
                            "paragraph 0: SMITH: It is\nparagraph 0: Ms. Lee: No\n"
                            "paragraph 0: " BODY "\nparagraph 0: Ms. Lee: Never\n"
                            "paragraph 0: " BODY "\n");
}

static void
test_lists (void)
{
  assert_roles (START "* a\n  more\n* b\n    - c\n* d\n\n– e\n– f\n\na) g\nb) h\n(1) i\n(2) j\n",
                START_ROLES "list-item 1: a⏎  more\nlist-item 1: b\nlist-item 2: c\n"
                            "list-item 1: d\nlist-item 1: e\nlist-item 1: f\nlist-item 1: g\n"
                            "list-item 1: h\nlist-item 1: i\nlist-item 1: j\n");
  /* A sign that stands alone makes no list, and is no part of the words. */
  assert_roles (START "* Not his real name.\n\n— And so it went.\n\n1. FC won again.\n",
                START_ROLES "paragraph 0: Not his real name.\nparagraph 0: And so it went.\n"
                            "paragraph 0: 1. FC won again.\n");
  /* In many languages a long dash opens what somebody says. */
  assert_roles (START "— Yes, he said.\n\n— No, she said.\n",
                START_ROLES "paragraph 0: Yes, he said.\nparagraph 0: No, she said.\n");
}

static void
test_tables (void)
{
  assert_roles (START "a\tb\n1\t2\n\n| c | d |\n|---|---|\n| 3 | 4 |\n",
                START_ROLES "table-row 0: a⇥b\ntable-row 0: 1⇥2\ntable-row 0: | c | d |\n"
                            "boilerplate 0: |---|---|\ntable-row 0: | 3 | 4 |\n");
  assert_roles (START "One\ttab says nothing.\n\nNor does one | bar.\n", START_ROLES
                "paragraph 0: One⇥tab says nothing.\nparagraph 0: Nor does one | bar.\n");
}

static void
test_boilerplate (void)
{
  assert_roles (START "ADVERTISEMENT\n\nShare this article!\n\nRead more: Rain falls\n\n© 2025 The "
                      "Post\n\n* * *\n\nLeave a Comment",
                START_ROLES "boilerplate 0: ADVERTISEMENT\nboilerplate 0: Share this article!\n"
                            "boilerplate 0: Read more: Rain falls\nboilerplate 0: © 2025 The Post\n"
                            "boilerplate 0: * * *\nboilerplate 0: Leave a Comment\n");
  assert_roles (START "Related Stories:\n\n• Rain falls\n• Sun shines\n• It rained.\n",
                START_ROLES "boilerplate 0: Related Stories:\nboilerplate 0: Rain falls\n"
                            "boilerplate 0: Sun shines\nlist-item 1: It rained.\n");
  /* A long s folds to an s, and signs around the words do not count, whatever they are. */
  assert_roles (START "ſhare this story\n\n» TRENDING »\n\n(Tweet)\n\n★ Photo ★\n\n" BODY,
                START_ROLES "boilerplate 0: ſhare this story\nboilerplate 0: » TRENDING »\n"
                            "boilerplate 0: (Tweet)\nboilerplate 0: ★ Photo ★\n"
                            "paragraph 0: " BODY "\n");
  assert_roles (START "They had to leave a comment on the door. Read more.\n\nThe share rose.\n",
                START_ROLES "paragraph 0: They had to leave a comment on the door. Read more.\n"
                            "paragraph 0: The share rose.\n");
}

static void
test_lines (void)
{
  /* Separators of other worlds end lines, a paragraph separator and a form feed paragraphs, too. */
  assert_roles ("A Title\u2029" BODY "\u2029- a\u2028- b\v- c\fThe end.",
                START_ROLES "list-item 1: a\nlist-item 1: b\nlist-item 1: c\n"
                            "paragraph 0: The end.\n");
  /* What cannot be seen is no part of a block, and no words. */
  assert_roles ("\u200b\n\u00a0 A Title \u00a0\n\ufeff\n" BODY "\n\u200b\n", START_ROLES);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text-structure/titles", test_titles);
  g_test_add_func ("/text-structure/bylines", test_bylines);
  g_test_add_func ("/text-structure/dates", test_dates);
  g_test_add_func ("/text-structure/headings", test_headings);
  g_test_add_func ("/text-structure/no-headings", test_no_headings);
  g_test_add_func ("/text-structure/speakers-of-quotes", test_speakers_of_quotes);
  g_test_add_func ("/text-structure/speakers-of-reports", test_speakers_of_reports);
  g_test_add_func ("/text-structure/quotes", test_quotes);
  g_test_add_func ("/text-structure/conversations", test_conversations);
  g_test_add_func ("/text-structure/lists", test_lists);
  g_test_add_func ("/text-structure/tables", test_tables);
  g_test_add_func ("/text-structure/boilerplate", test_boilerplate);
  g_test_add_func ("/text-structure/lines", test_lines);

  return g_test_run ();
}
