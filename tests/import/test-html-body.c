/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "html-testing.h"
#include "import-testing.h"

#include <string.h>

/* Which blocks of a page are the article. In the pages below, sentences of the article begin with
 * "In", those of all else with "Out". */

#define HEAD "<!DOCTYPE html><title>A Title</title><body><h1>A Title</h1>"

static guint
count_prefix (const char *text, const char *prefix)
{
  guint n = 0;

  for (const char *p = text; (p = strstr (p, prefix)) != NULL; p++)
    n += p == text || p[-1] == '\n' || p[-1] == ' ';

  return n;
}

/* Fails unless the text of @page has @n_in paragraphs that begin with "In", and none of "Out", but
 * that are left out. */
static void
assert_article (const char *page, guint n_in)
{
  g_autoptr (GalleyDocument) document = import_string (page, NULL);
  const char *text = galley_text_peek_utf8 (galley_document_get_text (document), NULL);
  guint n_omissions, n_out = 0;
  const GalleyOmission *omissions = galley_document_get_omissions (document, &n_omissions);

  g_test_message ("%s", text);
  g_assert_cmpuint (count_prefix (text, "In "), ==, n_in);
  g_assert_null (strstr (text, "Out"));
  for (guint i = 0; i < n_omissions; i++)
    {
      g_assert_null (strstr (omissions[i].text, "In "));
      n_out += strstr (omissions[i].text, "Out") != NULL;
    }
  g_assert_cmpuint (n_out, >, 0);
}

static void
test_what_is_around (void)
{
  assert_article (HEAD "<nav><a href=/>Out</a></nav><div>" IN IN_MORE IN "</div><aside>" OUT
                       "</aside><footer>" OUT "</footer>",
                  3);
  assert_article (HEAD "<div class=main><div>" IN IN_MORE IN IN_MORE
                       "</div></div><div class=sidebar>" OUT "</div>",
                  4);
  assert_article (
      HEAD
      "<ul><li><a href=/1>Out of the harbour</a><li><a href=/2>Outer islands</a></ul>" IN IN_MORE,
      2);
}

static void
test_what_interrupts (void)
{
  static const char *const interruptions[] = {
    "<div class=related-stories>" OUT "</div>",
    "<div class=\"shareBar\"><a href=#>Out there</a></div>",
    "<section id=newsletter>" OUT "</section>",
    "<div><p>Out each morning: the news.</p><input type=email><button>Out</button></div>",
    "<div style='color: red; display : none'>" OUT "</div>",
    "<div aria-hidden=true>" OUT "</div>",
    "<div style='position:absolute; left:-9999px'>" OUT "</div>",
    "<p style='text-indent: -9999px'>Out of sight, as machines find it.</p>",
    "<p><a href=/1>Out of the harbour, a story</a></p>",
    "<div><h3><a href=/1>Out at sea</a></h3>" OUT "<h3><a href=/2>Outer islands</a></h3>" OUT
    "</div>",
    "<div class=author-bio><p>Out on the coast is where she was born, and where she writes about "
    "boats for this newspaper.</p></div>",
    "<h3>Related stories</h3><div>Out now: the book of the film, and much more.</div><h3>In "
    "it</h3>",
    "<button>Out</button>",
    "<ul class=gallery><li>" OUT "<li>" OUT "<li>" OUT "</ul>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (interruptions); i++)
    {
      g_autofree char *page =
          g_strconcat (HEAD "<div>" IN IN_MORE IN, interruptions[i], IN_MORE "</div>", NULL);

      assert_article (page, 4 + (strstr (interruptions[i], "In it") != NULL));
    }
}

/* A name is not enough to leave out what the article is in, nor a word of a line. */
static void
test_names_that_mislead (void)
{
  assert_article (HEAD "<div class=sidebar-right><div class=share>" IN IN_MORE IN IN_MORE
                       "</div></div><nav>Out</nav>",
                  4);
  assert_article (HEAD "<div class=no-comments>" IN "<p>In <span class=popup>that case</span>, no."
                       "<div id=sharing-the-load-of-it>" IN_MORE "</div></div><nav>Out</nav>",
                  3);
}

static void
test_sections (void)
{
  assert_article (HEAD "<div><section class=s>" IN IN_MORE IN "</section><section class=s>" IN_MORE
                       "</section><section class=s>" IN "</section></div><nav>Out</nav>",
                  5);
  /* Paragraphs beside the element that holds most of them. */
  assert_article (
      HEAD "<div>" IN "<div>" IN_MORE IN IN_MORE IN IN_MORE "</div>" IN "</div><nav>Out</nav>", 7);
}

static void
test_several_articles (void)
{
  assert_article ("<!DOCTYPE html><title>A Title</title><article><h1>A Title</h1>" IN IN_MORE
                  "</article><article><h1>Another</h1>" OUT OUT
                  "</article><article><h1>A third</h1>" OUT "</article>",
                  2);
}

static void
test_comments (void)
{
  static const char *const openers[] = {
    "<h3>Comments</h3>",
    "<h3>There are 2 comments</h3>",
    "<p>View all comments (2)</p>",
    "<h2>2 Kommentare</h2>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (openers); i++)
    {
      g_autofree char *page =
          g_strconcat (HEAD IN IN_MORE IN IN_MORE IN, openers[i], OUT "<div>" OUT "</div>", NULL);

      assert_article (page, 5);
    }
  assert_article (HEAD "<div>" IN IN_MORE "</div><div class=comments>" OUT OUT OUT OUT OUT "</div>",
                  2);
  /* A sentence about comments opens none. */
  assert_article (
      HEAD IN IN_MORE IN IN_MORE "<h3>The comments of the mayor</h3>" IN "<nav>Out</nav>", 5);
}

static void
test_sources_are_kept (void)
{
  g_autoptr (GalleyDocument) document = import_string (
      HEAD IN IN_MORE "<h2>Sources</h2><ul><li><a href='https://a.example/1'>The first"
                      " study</a><li><a href='https://a.example/2'>The second</a></ul>",
      NULL);
  guint n_links, n_blocks;

  galley_document_get_links (document, &n_links);
  galley_document_get_blocks (document, &n_blocks);
  g_assert_cmpuint (n_links, ==, 2);
  g_assert_cmpuint (n_blocks, ==, 6);
}

/* What has nothing to read in it is no omission. */
static void
test_nothing_is_no_omission (void)
{
  g_autoptr (GalleyDocument) document = import_string (
      HEAD "<script>Out</script><style>Out</style><template>Out</template><nav> </nav><noscript>Out"
           "</noscript><select><option>Out</select>" IN IN_MORE,
      NULL);
  guint n_omissions;

  galley_document_get_omissions (document, &n_omissions);
  g_assert_cmpuint (n_omissions, ==, 0);
}

/* A template that is a shadow root is shown where its element stands, with what else that holds. */
static void
test_shadow_roots (void)
{
  assert_html_article (
      PAGE (
          "<news-page><template shadowrootmode=open><style>p{}</style><article>" TITLE IN IN_MORE IN
          "<template>Never</template></article></template>"
          "</news-page>"),
      3);
  assert_html_article (PAGE ("<news-page><template shadowrootmode='closed'><main><slot></slot>"
                             "</main></template>" TITLE IN IN_MORE IN "</news-page>"),
                       3);
}

/* What stands in such an element is shown where the template has a place for it, and not what the
 * template has there for want of it. */
static void
test_slots (void)
{
  g_autoptr (GalleyDocument) document = import_string (
      PAGE ("<body><news-page><div slot=end>" IN_MORE
            "</div><template shadowrootmode=open><article>"
            "<h1><slot name=title>No title</slot></h1><slot>" OUT "</slot><my-part>"
            "<template shadowrootmode=open><slot></slot></template><slot name=end>" OUT "</slot>"
            "<slot name=none>" IN "</slot></my-part></article></template>" IN
            "<span slot=title>Seven to Two for the Bridge</span></news-page>"),
      "a.html");
  const char *text = galley_text_peek_utf8 (galley_document_get_text (document), NULL);

  g_assert_cmpstr (
      text, ==,
      "Seven to Two for the Bridge\n\nIn the morning the council met, and it voted for "
      "the plan, seven members to two, as the mayor had hoped.\n\nIn the end nobody was "
      "surprised, said the mayor, who has sat in the council since the day on which it "
      "was founded.\n\nIn the morning the council met, and it voted for the plan, seven "
      "members to two, as the mayor had hoped.");
}

static void
test_omissions_have_places (void)
{
  g_autoptr (GalleyDocument) document = import_string (
      HEAD "<div>" IN "<div class=advert><h4>Out</h4>" OUT "</div>" IN_MORE IN "</div>", NULL);
  const char *text = galley_text_peek_utf8 (galley_document_get_text (document), NULL);
  guint n_omissions;
  const GalleyOmission *omissions = galley_document_get_omissions (document, &n_omissions);

  g_assert_cmpuint (n_omissions, ==, 2);
  g_assert_cmpstr (omissions[0].text, ==, "Out");
  g_assert_cmpint (omissions[0].role, ==, GALLEY_BLOCK_HEADING);
  g_assert_cmpuint (omissions[0].level, ==, 4);
  g_assert_cmpint (omissions[1].role, ==, GALLEY_BLOCK_PARAGRAPH);
  g_assert_true (g_str_has_prefix (text + omissions[1].offset, "\n\nIn the end"));
}

/* What is hidden within a line neither ends the line nor is lost. */
static void
test_omissions_within_lines (void)
{
  g_autoptr (GalleyDocument) document = import_string (
      HEAD IN "<p>In <i style='display:none'>Out</i> June,<span hidden> Outer</span> nothing was "
              "done, and in the months that came after it hardly anything, either.</p>"
              "<table><caption>In figures</caption><tr><th><b hidden>Out 3</b>In 1<th>2<tr><td>3"
              "<td><b hidden>Out</b>4</table>" IN_MORE,
      NULL);
  const char *text = galley_text_peek_utf8 (galley_document_get_text (document), NULL);
  guint n_omissions;
  const GalleyOmission *omissions = galley_document_get_omissions (document, &n_omissions);

  g_assert_nonnull (strstr (text, "\n\nIn June, nothing was done, and"));
  g_assert_nonnull (strstr (text, "\n\nIn 1 | 2\n\n3 | 4\n\n"));
  g_assert_cmpuint (n_omissions, ==, 3);
  g_assert_cmpstr (omissions[0].text, ==, "Out Outer");
  g_assert_cmpstr (omissions[1].text, ==, "Out 3");
  g_assert_cmpstr (omissions[2].text, ==, "Out");
}

/* An element that says to be the title may be more than the heading: what is around it. */
static void
test_title_within_what_is_called_so (void)
{
  g_autoptr (GalleyDocument) document = import_string (
      "<!DOCTYPE html><title>A Title</title><div class=story-headline><h1>A Title</h1></div>" IN
          IN_MORE,
      NULL);
  g_autofree char *first = describe_block (document, 0);

  g_assert_cmpstr (first, ==, "title 0: A Title");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/html-body/what-is-around", test_what_is_around);
  g_test_add_func ("/html-body/what-interrupts", test_what_interrupts);
  g_test_add_func ("/html-body/names-that-mislead", test_names_that_mislead);
  g_test_add_func ("/html-body/sections", test_sections);
  g_test_add_func ("/html-body/several-articles", test_several_articles);
  g_test_add_func ("/html-body/comments", test_comments);
  g_test_add_func ("/html-body/sources-are-kept", test_sources_are_kept);
  g_test_add_func ("/html-body/nothing-is-no-omission", test_nothing_is_no_omission);
  g_test_add_func ("/html-body/shadow-roots", test_shadow_roots);
  g_test_add_func ("/html-body/slots", test_slots);
  g_test_add_func ("/html-body/omissions-have-places", test_omissions_have_places);
  g_test_add_func ("/html-body/omissions-within-lines", test_omissions_within_lines);
  g_test_add_func ("/html-body/title-within-what-is-called-so",
                   test_title_within_what_is_called_so);

  return g_test_run ();
}
