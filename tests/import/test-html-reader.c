/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import-testing.h"

#include <string.h>

#define FIRST                                                                                      \
  "The council met on Monday and voted for the plan, seven members to two, after an hour."
#define SECOND                                                                                     \
  "Nobody had expected that, said the mayor, who has sat in the council since it was founded."
#define PAGE(content) "<!DOCTYPE html><title>A Title</title><body><h1>A Title</h1>" content
#define ROLES(lines) "title 0: A Title\n" lines

static void
assert_page (const char *markup, const char *expected)
{
  g_autoptr (GalleyDocument) document = import_string (markup, NULL);
  g_autofree char *blocks = describe_blocks (document);

  g_assert_cmpstr (galley_document_get_media_type (document), ==, "text/html");
  g_assert_cmpstr (blocks, ==, expected);
}

static void
assert_metadata (const char *markup, GalleyMetadataField field, const char *expected)
{
  g_autoptr (GalleyDocument) document = import_string (markup, NULL);

  g_assert_cmpstr (galley_document_get_metadata (document, field), ==, expected);
}

static void
test_is_recognised_by_content (void)
{
  static const struct
  {
    const char *text;
    const char *media_type;
  } cases[] = {
    { "<!DOCTYPE html><p>Words", "text/html" },
    { "\xEF\xBB\xBF  <!doctype HTML PUBLIC \"-//W3C//DTD HTML 4.01//EN\">\n<p>Words", "text/html" },
    { "<html lang=en><body>Words", "text/html" },
    { "<!-- saved --><!-- twice -->\n<head><title>t</title></head>Words", "text/html" },
    { "<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC \"x\" "
      "\"y\">\n<html><body>Words</body></html>",
      "text/html" },
    { "<?xml version=\"1.0\"?><html "
      "xmlns=\"http://www.w3.org/1999/xhtml\"><body>Words</body></html>",
      "text/html" },
    { "<meta charset='utf-8'><p>Words from a clipboard.</p>", "text/html" },
    { "<p>One.</p><p>Two.</p>", "text/html" },
    { "<p>One.</p>\n\nTwo lines of text, which is no markup", "text/plain" },
    { "The tag <html> begins a page.", "text/plain" },
    { "<3 is a heart", "text/plain" },
    { "<b>Note</b> on Markdown\n\n# A heading\n\n[a link](https://example.org/)\n<hr>",
      "text/markdown" },
    { "<princess@example.org> wrote: <p>", "text/plain" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GalleyDocument) document = import_string (cases[i].text, NULL);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (galley_document_get_media_type (document), ==, cases[i].media_type);
    }
}

static void
test_other_xml_is_refused (void)
{
  static const char rss[] = "<?xml version=\"1.0\"?><rss version=\"2.0\"><p>Words</p></rss>";

  assert_refused (rss, strlen (rss), "feed.xml", GALLEY_IMPORT_ERROR_UNSUPPORTED,
                  "an XML document");
}

static void
test_no_words (void)
{
  static const char empty[] = "<!DOCTYPE html><script>var a = 'words';</script><p> &nbsp;</p>";

  assert_refused (empty, strlen (empty), "empty.html", GALLEY_IMPORT_ERROR_EMPTY, "holds no words");
}

static void
test_encodings (void)
{
  static const struct
  {
    const char *bytes;
    const char *words;
  } cases[] = {
    { "<html><meta charset=windows-1252><p>caf\xE9 \x93yes\x94", "café “yes”" },
    { "<html><meta http-equiv=Content-Type content='text/html; charset=koi8-r'><p>\xC4\xC1", "да" },
    /* What is UTF-8 is UTF-8. */
    { "<html><meta charset=iso-8859-1><p>caf\xC3\xA9", "café" },
    { "<html><p>caf\xE9", "café" },
    { "<html><meta charset=no-such><p>caf\xE9", "café" },
    { "\xEF\xBB\xBF<html><meta charset=koi8-r><p>caf\xC3\xA9", "café" },
    { "<html><meta charset=shift_jis><p>\x93\x94\x91\xE4", "灯台" },
    { "<html><meta charset=gb2312><p>\xB5\xC6", "灯" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (cases[i].bytes, strlen (cases[i].bytes));
      g_autoptr (GError) error = NULL;
      g_autoptr (GalleyDocument) document = galley_import_bytes (bytes, NULL, &error);

      g_test_message ("%u", i);
      g_assert_no_error (error);
      g_assert_nonnull (strstr (galley_text_peek_utf8 (galley_document_get_text (document), NULL),
                                cases[i].words));
    }
}

static void
test_encoding_notices (void)
{
  static const char half[] = "<html><meta charset=shift_jis><p>Words \x93\x94\x91";
  static const char nul[] = "<html><p>Words that go on for a while, \0 and end.";
  g_autoptr (GBytes) half_bytes = g_bytes_new (half, strlen (half));
  g_autoptr (GBytes) nul_bytes = g_bytes_new (nul, sizeof (nul) - 1);
  g_autoptr (GalleyDocument) halved = galley_import_bytes (half_bytes, NULL, NULL);
  g_autoptr (GalleyDocument) with_nul = galley_import_bytes (nul_bytes, NULL, NULL);
  g_autoptr (GalleyDocument) guessed = import_string ("<html><p>caf\xE9", NULL);

  g_assert_nonnull (strstr (galley_document_get_notices (halved)[0], "In 1 place"));
  g_assert_nonnull (strstr (galley_document_get_notices (with_nul)[0], "In 1 place"));
  g_assert_nonnull (strstr (galley_document_get_notices (guessed)[0], "Windows-1252"));
}

static void
test_utf_16 (void)
{
  g_autofree char *bytes = NULL;
  gsize length_bytes;
  g_autoptr (GBytes) input = NULL;
  g_autoptr (GalleyDocument) document = NULL;
  g_autofree char *block = NULL;

  bytes = g_convert ("\xEF\xBB\xBF<html><body><p>Zoë said — yes.", -1, "UTF-16LE", "UTF-8", NULL,
                     &length_bytes, NULL);
  input = g_bytes_new (bytes, length_bytes);
  document = galley_import_bytes (input, NULL, NULL);
  g_assert_nonnull (document);
  block = describe_block (document, 0);
  g_assert_cmpstr (block, ==, "paragraph 0: Zoë said — yes.");
}

static void
test_paragraphs (void)
{
  assert_page (PAGE ("<p>" FIRST "<p>" SECOND),
               ROLES ("paragraph 0: " FIRST "\nparagraph 0: " SECOND "\n"));
  /* An empty line parts paragraphs, a line end does not. */
  assert_page (PAGE (FIRST "<br><br>" SECOND "<br>So it is."),
               ROLES ("paragraph 0: " FIRST "\nparagraph 0: " SECOND "⏎So it is.\n"));
  assert_page (
      PAGE ("<div>" FIRST "</div><div>One&nbsp;&nbsp;space, <i>one</i>\n\t<b>word</b>"
            "&shy;only: here it ends.</div>"),
      ROLES ("paragraph 0: " FIRST "\nparagraph 0: One space, one wordonly: here it ends.\n"));
}

static void
test_headings (void)
{
  assert_page (PAGE ("<p>" FIRST "<h2>Why<a href='#why'>¶</a></h2><p>" SECOND "<h4>Sources</h4>"),
               ROLES ("paragraph 0: " FIRST "\nheading 2: Why\nparagraph 0: " SECOND
                      "\nheading 4: Sources\n"));
}

static void
test_lists (void)
{
  g_autoptr (GalleyDocument) document =
      import_string (PAGE ("<p>" FIRST "<ol start=4><li>four<li>five<ul><li>inner, it is said.<p>"
                           "More</ul><li value=9>nine</ol>"),
                     NULL);
  g_autofree char *blocks = describe_blocks (document);

  g_assert_cmpstr (blocks, ==,
                   ROLES ("paragraph 0: " FIRST
                          "\nlist-item 1: four\nlist-item 1: five\nlist-item 2: inner, it is said."
                          "\nlist-item 2: More\nlist-item 1: nine\n"));
  g_assert_true (
      g_str_has_suffix (galley_text_peek_utf8 (galley_document_get_text (document), NULL),
                        "\n\n4. four\n5. five\n  • inner, it is said.\n    More\n9. nine"));
}

/* Numbers go on beyond what is stored in 32 bits. */
static void
test_list_number (void)
{
  g_autoptr (GalleyDocument) document =
      import_string (PAGE ("<p>" FIRST "<ol start=2147483647><li>one<li>two</ol>"), NULL);

  g_assert_true (
      g_str_has_suffix (galley_text_peek_utf8 (galley_document_get_text (document), NULL),
                        "\n\n2147483647. one\n2147483648. two"));
}

static void
test_quotes (void)
{
  assert_page (PAGE ("<p>" FIRST "<blockquote><p>" SECOND "</p><cite>The mayor</cite></blockquote>"
                     "<figure><blockquote>We will.<footer>Jo Doe</footer></blockquote></figure>"
                     "<p>She said <q>perhaps</q>."),
               ROLES ("paragraph 0: " FIRST "\nquote 0: " SECOND
                      "\nattribution 0: The mayor\nquote 0: We will.\nattribution 0: Jo Doe\n"
                      "paragraph 0: She said “perhaps”.\n"));
}

static void
test_tables (void)
{
  assert_page (PAGE ("<p>" FIRST "<table><caption>Votes</caption><tr><th>For<th>Against"
                     "<tr><td>7<td><p>2</p><p>of 9</p></table>"),
               ROLES ("paragraph 0: " FIRST "\nparagraph 0: Votes\ntable-row 0: For | Against\n"
                      "table-row 0: 7 | 2 of 9\n"));
  /* A table that places things is none. */
  assert_page (PAGE ("<table><tr><td><p>" FIRST "</p></td><td><p>" SECOND "</p></td></tr></table>"),
               ROLES ("paragraph 0: " FIRST "\nparagraph 0: " SECOND "\n"));
}

static void
test_verbatim (void)
{
  assert_page (PAGE ("<p>" FIRST "<pre>a  1\n  b 2\n</pre>"),
               ROLES ("paragraph 0: " FIRST "\nparagraph 0: a  1⏎  b 2\n"));
}

static void
test_links (void)
{
  static const char *const targets[] = {
    "https://example.org/data/x.html",
    "https://other.example/",
    "mailto:jo@example.org",
  };
  g_autoptr (GalleyDocument) document = import_string (
      "<html><head><link rel=canonical href='https://example.org/news/a.html'></head><body><h1>A"
      "</h1><p>" FIRST
      " <a href='../data/x.html'>One</a>, <a href='https://other.example/'>two</a>,"
      " <a href='#here'>here</a>, <a href='javascript:run()'>run</a>, and <a"
      " href='mailto:jo@example.org'>Jo</a>.",
      NULL);
  guint n_links;
  const GalleyLink *links = galley_document_get_links (document, &n_links);

  g_assert_cmpuint (n_links, ==, G_N_ELEMENTS (targets));
  for (guint i = 0; i < n_links; i++)
    g_assert_cmpstr (links[i].target, ==, targets[i]);
}

static void
test_base (void)
{
  g_autoptr (GalleyDocument) document =
      import_string ("<html><head><base href='https://example.org/b/'></head><body><p>" FIRST
                     " <a href='c'>One</a>",
                     NULL);
  guint n_links;
  const GalleyLink *links = galley_document_get_links (document, &n_links);

  g_assert_cmpuint (n_links, ==, 1);
  g_assert_cmpstr (links[0].target, ==, "https://example.org/b/c");
}

/* An address that GLib takes apart and cannot put together again. */
static void
test_base_is_unsound (void)
{
  static const char *const bases[] = { "http://a;b", "http://a;b/", "http://[", "" };

  for (guint i = 0; i < G_N_ELEMENTS (bases); i++)
    {
      g_autofree char *page = g_strdup_printf (
          "<html><head><base href='%s'></head><body><p>" FIRST " <a href='?c'>One</a>", bases[i]);
      g_autoptr (GalleyDocument) document = import_string (page, NULL);
      guint n_links;
      const GalleyLink *links = galley_document_get_links (document, &n_links);

      g_assert_cmpuint (n_links, ==, 1);
      g_assert_cmpstr (links[0].target, ==, "?c");
    }
}

static void
test_lead (void)
{
  assert_page (PAGE ("<p class='article__standfirst'>Seven to two, and nobody knows why.</p>"
                     "<div><p>" FIRST "<p>" SECOND "</div>"),
               ROLES ("lead 0: Seven to two, and nobody knows why.\nparagraph 0: " FIRST
                      "\nparagraph 0: " SECOND "\n"));
  /* None is made of any first paragraph. */
  assert_page (PAGE ("<p>" FIRST), ROLES ("paragraph 0: " FIRST "\n"));
  /* A paragraph in the head of the article, away from its text. */
  assert_page ("<!DOCTYPE html><title>A Title</title><body><div><header><h1>A Title</h1><p>Seven "
               "to two, and nobody knows why.</p><p>By Jo Doe</p></header></div><div><div><div>"
               "<div><p>" FIRST "<p>" SECOND "<p>" FIRST "</div></div></div></div>",
               ROLES ("lead 0: Seven to two, and nobody knows why.\nparagraph 0: " FIRST
                      "\nparagraph 0: " SECOND "\nparagraph 0: " FIRST "\n"));
}

static void
test_title_stands_once (void)
{
  assert_page (
      "<html><title>A Plan Is Made - The Daily</title><meta property=og:site_name"
      " content='The Daily'><h1>A plan is made</h1><article><h2>A Plan is Made</h2><p>" FIRST
      "<p>" SECOND,
      "title 0: A plan is made\nparagraph 0: " FIRST "\nparagraph 0: " SECOND "\n");
  assert_page ("<html><title>The plan that was made | The Daily</title><p>" FIRST "<p>" SECOND,
               "title 0: The plan that was made\nparagraph 0: " FIRST "\nparagraph 0: " SECOND
               "\n");
}

static void
test_titles (void)
{
  static const struct
  {
    const char *head;
    const char *title;
  } cases[] = {
    { "<title>What We Know | The Daily</title><h1>What we know</h1>", "What we know" },
    { "<title>x</title><meta property=og:title content='What We Know'>", "What We Know" },
    { "<title>What We Know — The Daily</title><meta property=og:site_name content='The Daily'>",
      "What We Know" },
    { "<title>The Daily: What We Know of the Bridge</title><h1>The Daily</h1>"
      "<h2>What we know of the bridge</h2>",
      "What we know of the bridge" },
    { "<title></title>", NULL },
    { "<script type=application/ld+json>{\"@type\":\"Article\",\"headline\":\"A list\",\"name\":"
      "\"What we know\"}</script><h1>What we know</h1>",
      "What we know" },
    /* The name of the publication, which no place states by itself. */
    { "<meta property=og:title content='What We Know | The Daily'><h1>What we know</h1>",
      "What we know" },
    { "<title>Mona - The Daily</title><h1>Mona</h1>", "Mona" },
    { "<title>All that we know of it_World_The Daily</title>", "All that we know of it" },
    /* A title that is cut off. */
    { "<meta property=og:title content='What we know of the bridge across the river that the "
      "council voted for by seven to'><h1>What we know of the bridge across the river that the "
      "council voted for by seven to two</h1>",
      "What we know of the bridge across the river that the council voted for by seven to two" },
    { "<script type=application/ld+json>{\"@type\":\"Article\",\"headline\":\"The "
      "council&#8217;s bridge &amp; river\"}</script>",
      "The council’s bridge & river" },
    /* A heading is the headline in the text, and not what is trusted most. */
    { "<script type=application/ld+json>{\"@type\":\"Article\",\"headline\":\"A list of "
      "it\"}</script><meta property=og:title content='What We Know'><h1>What we know</h1>",
      "A list of it" },
    { "<title>What we know</title><meta property=og:title content='A list of it'><h1>What we "
      "know</h1>",
      "A list of it" },
    { "<title>What we know</title><meta property=og:site_name content='The Daily'><meta "
      "property=og:title content='The Daily: all of it'><h1>What we know</h1>",
      "What we know" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *page = g_strconcat ("<html>", cases[i].head, "<p>" FIRST "<p>" SECOND, NULL);

      g_test_message ("%s", page);
      assert_metadata (page, GALLEY_METADATA_TITLE, cases[i].title);
    }
}

/* A heading that says in other words what the title does is the title of the text. */
static void
test_title_in_other_words (void)
{
  static const char page[] =
      "<html><meta property=og:title content='Seven to two for a new bridge'><h1>The Daily</h1>"
      "<div><h1>A new bridge, by seven to two</h1><p>" FIRST "<p>" SECOND "</div>";

  assert_page (page, "title 0: A new bridge, by seven to two\nparagraph 0: " FIRST
                     "\nparagraph 0: " SECOND "\n");
  assert_metadata (page, GALLEY_METADATA_TITLE, "Seven to two for a new bridge");
}

static void
test_publication_in_title_bar (void)
{
  static const struct
  {
    const char *head;
    const char *publication;
  } cases[] = {
    { "<title>What We Know - World - The Daily</title><h1>What we know</h1>", "The Daily" },
    { "<title>What We Know | Jo Doe</title><meta name=author content='Jo Doe'><h1>What we "
      "know</h1>",
      NULL },
    { "<title>What We Know - Or Not</title><h1>What we know – or not</h1>", NULL },
    { "<title>Something Else - The Daily</title><h1>What we know</h1>", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *page = g_strconcat ("<html>", cases[i].head, "<p>" FIRST "<p>" SECOND, NULL);

      g_test_message ("%s", page);
      assert_metadata (page, GALLEY_METADATA_PUBLICATION, cases[i].publication);
    }
}

/* JSON-LD is believed before Open Graph, that before other meta tags, and all before the page. */
static void
test_order_of_trust (void)
{
#define JSON                                                                                       \
  "<script type='application/ld+json'><![CDATA[ [{\"@type\":[\"Thing\",\"NewsArticle\"],"          \
  "\"author\":{\"name\":\"Ann A\"},\"datePublished\":\"2025-01-02\"}] ]]></script>"
#define OPEN_GRAPH                                                                                 \
  "<meta property=article:author content='Bo B'><meta property='article:published_time' "          \
  "content='2025-01-03T10:00:00+01:00'>"
#define TAGS "<meta name=author content='By Cy C'><meta name=date content='4 January 2025'>"
#define SHOWN                                                                                      \
  "<p class=byline>By Dee D | 5 January 2025</p><time itemprop=datePublished "                     \
  "datetime='20250105'>today</time>"
  static const struct
  {
    const char *head;
    const char *byline;
    const char *date;
  } cases[] = {
    { TAGS OPEN_GRAPH JSON SHOWN, "Ann A", "2025-01-02" },
    { TAGS OPEN_GRAPH SHOWN, "Bo B", "2025-01-03T10:00:00+01:00" },
    { TAGS SHOWN, "Cy C", "2025-01-04" },
    { SHOWN, "Dee D", "2025-01-05" },
    { "<meta name=author content='https://example.org/jo'><meta name=date content='03/04/2025'>",
      NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *page =
          g_strconcat ("<!DOCTYPE html>", cases[i].head, "<p>" FIRST "<p>" SECOND, NULL);

      assert_metadata (page, GALLEY_METADATA_BYLINE, cases[i].byline);
      assert_metadata (page, GALLEY_METADATA_DATE, cases[i].date);
    }
}

static void
test_other_metadata (void)
{
  static const char page[] =
      "<html lang=de_AT><meta property=og:site_name content='Der Tag'><meta property=og:url "
      "content='https://tag.example/a'><meta property=og:locale content=en_US><p>" FIRST;

  assert_metadata (page, GALLEY_METADATA_LANGUAGE, "de-AT");
  assert_metadata (page, GALLEY_METADATA_PUBLICATION, "Der Tag");
  assert_metadata (page, GALLEY_METADATA_SOURCE_ADDRESS, "https://tag.example/a");
  assert_metadata ("<html lang='?'><p>" FIRST, GALLEY_METADATA_LANGUAGE, NULL);
}

/* What no markup says, a line near the title may. */
static void
test_shown_credits (void)
{
  static const struct
  {
    const char *head; /* of the article, with its title */
    const char *byline;
    const char *date;
  } cases[] = {
    { "<h1>What we know</h1><p>By Jo Doe</p><p>Posted on March 4, 2020</p>", "Jo Doe",
      "2020-03-04" },
    { "<header><span>4 de março de 2020 às 10:30</span><h1>What we know</h1></header>", NULL,
      "2020-03-04" },
    { "<h1>What we know</h1><div>Von Anna Müller | 4. März 2020</div>", "Anna Müller",
      "2020-03-04" },
    { "<h1>What we know</h1><time datetime=2020-03-05 class=updated>x</time><time "
      "datetime=2020-03-04T10:00:00Z>y</time>",
      NULL, "2020-03-04T10:00:00Z" },
    { "<h1>What we know</h1><span>2020年3月4日 10:00</span>", NULL, "2020-03-04" },
    { "<h1>What we know</h1><div class=byline><div>By</div><a href=/jo>Jo Doe</a><div>Editor at "
      "Large</div></div>",
      "Jo Doe", NULL },
    { "<h1>What we know</h1><p class=byline>Jo Doe on March 4, 2020</p>", "Jo Doe", NULL },
    { "<h1>What we know</h1><p class=byline>Jo Doe Wednesday, March 4, 2020</p>", "Jo Doe", NULL },
    { "<h1>What we know</h1><p class=byline>| Jo Doe —</p>", "Jo Doe", NULL },
    { "<meta name=author content=planet.example><h1>What we know</h1><p>By Jo Doe</p>", "Jo Doe",
      NULL },
    /* What took place from one day to another, and what is in the article or beside it. */
    { "<h1>What we know</h1><p>March 4, 2020 – March 9, 2020</p>", NULL, NULL },
    { "<h1>What we know</h1><p>" FIRST "<p>" SECOND "<p>March 4, 2020</p>", NULL, NULL },
    { "<h1>What we know</h1><p>" FIRST "<p>" FIRST "<ul><li><i class=byline>By Jo Doe</i></ul>",
      NULL, NULL },
    { "<p>March 3, 2020</p><div><div><div><div><h1>What we know</h1></div></div></div></div>", NULL,
      NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *page = g_strconcat ("<!DOCTYPE html><title>What we know</title><body>",
                                           cases[i].head, "<p>" FIRST "<p>" SECOND, NULL);

      g_test_message ("%s", page);
      assert_metadata (page, GALLEY_METADATA_BYLINE, cases[i].byline);
      assert_metadata (page, GALLEY_METADATA_DATE, cases[i].date);
    }
}

/* Of several articles in the data for machines, the one with the page's address is read. */
static void
test_own_data (void)
{
#define DATA(address)                                                                              \
  "<html><link rel=canonical href='https://daily.example/2'><script type=application/ld+json>["    \
  "{\"@type\":\"NewsArticle\",\"author\":\"Ann A\",\"url\":\"https://daily.example/1\"},"          \
  "{\"@type\":\"NewsArticle\",\"author\":\"Bo B\",\"mainEntityOfPage\":{\"@id\":\"" address        \
  "\"}}]</script><p>" FIRST

  assert_metadata (DATA ("https://daily.example/2"), GALLEY_METADATA_BYLINE, "Bo B");
  assert_metadata (DATA ("https://daily.example/3"), GALLEY_METADATA_BYLINE, NULL);
}

/* A script would set the article into the page, from what the page states of it. */
static void
test_stated_text (void)
{
#define STATED(body)                                                                               \
  "<!DOCTYPE html><title>A Title</title><script type=application/ld+json>{\"@type\":"              \
  "\"NewsArticle\",\"headline\":\"A Title\",\"articleBody\":\"" body "\"}</script>"
#define SHELL "<nav><a href=/>Home</a></nav><p>Please enable scripts.</p>"
  static const char *const pages[] = {
    STATED (FIRST "\\n\\n" SECOND "\\n" FIRST "\\n" SECOND) SHELL,
    STATED ("<p>" FIRST "</p><p>" SECOND "</p><p>" FIRST "<p>" SECOND) SHELL,
  };
  g_autoptr (GalleyDocument) entities = import_string (
      STATED (FIRST "\\nRead &amp; signed: &#8220;yes&#8221;.\\n" SECOND FIRST SECOND) SHELL, NULL);
  g_autofree char *signed_line = describe_block (entities, 2);

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autoptr (GalleyDocument) document = import_string (pages[i], NULL);
      guint n_omissions;

      assert_page (pages[i], ROLES ("paragraph 0: " FIRST "\nparagraph 0: " SECOND
                                    "\nparagraph 0: " FIRST "\nparagraph 0: " SECOND "\n"));
      galley_document_get_omissions (document, &n_omissions);
      g_assert_cmpuint (n_omissions, ==, 2);
      g_assert_nonnull (strstr (galley_document_get_notices (document)[0], "for machines"));
    }
  g_assert_cmpstr (signed_line, ==, "paragraph 0: Read & signed: “yes”.");

  /* Pages that show their article: what comes below its end goes, unless it ends nowhere. */
  assert_page (STATED (FIRST) "<p>" FIRST "<p>" SECOND,
               ROLES ("paragraph 0: " FIRST "\nparagraph 0: " SECOND "\n"));
  assert_page (STATED (FIRST "\\n" SECOND "\\n" FIRST) "<p>" FIRST "<p>" SECOND "<p>" FIRST
                                                       "<p>Jo Doe lives in Rome.",
               ROLES ("paragraph 0: " FIRST "\nparagraph 0: " SECOND "\nparagraph 0: " FIRST "\n"));
  assert_page (
      STATED (FIRST "\\n" SECOND "\\nThe council met on Monday and voted") "<p>" FIRST "<p>" SECOND
                                                                           "<p>" FIRST "<p>" SECOND,
      ROLES ("paragraph 0: " FIRST "\nparagraph 0: " SECOND "\nparagraph 0: " FIRST
             "\nparagraph 0: " SECOND "\n"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/html-reader/is-recognised-by-content", test_is_recognised_by_content);
  g_test_add_func ("/html-reader/other-xml-is-refused", test_other_xml_is_refused);
  g_test_add_func ("/html-reader/no-words", test_no_words);
  g_test_add_func ("/html-reader/encodings", test_encodings);
  g_test_add_func ("/html-reader/encoding-notices", test_encoding_notices);
  g_test_add_func ("/html-reader/shown-credits", test_shown_credits);
  g_test_add_func ("/html-reader/own-data", test_own_data);
  g_test_add_func ("/html-reader/stated-text", test_stated_text);
  g_test_add_func ("/html-reader/utf-16", test_utf_16);
  g_test_add_func ("/html-reader/paragraphs", test_paragraphs);
  g_test_add_func ("/html-reader/headings", test_headings);
  g_test_add_func ("/html-reader/lists", test_lists);
  g_test_add_func ("/html-reader/list-number", test_list_number);
  g_test_add_func ("/html-reader/quotes", test_quotes);
  g_test_add_func ("/html-reader/tables", test_tables);
  g_test_add_func ("/html-reader/verbatim", test_verbatim);
  g_test_add_func ("/html-reader/links", test_links);
  g_test_add_func ("/html-reader/base", test_base);
  g_test_add_func ("/html-reader/base-is-unsound", test_base_is_unsound);
  g_test_add_func ("/html-reader/lead", test_lead);
  g_test_add_func ("/html-reader/title-stands-once", test_title_stands_once);
  g_test_add_func ("/html-reader/titles", test_titles);
  g_test_add_func ("/html-reader/title-in-other-words", test_title_in_other_words);
  g_test_add_func ("/html-reader/publication-in-title-bar", test_publication_in_title_bar);
  g_test_add_func ("/html-reader/order-of-trust", test_order_of_trust);
  g_test_add_func ("/html-reader/other-metadata", test_other_metadata);

  return g_test_run ();
}
