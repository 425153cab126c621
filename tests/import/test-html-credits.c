/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "html-testing.h"

#include "import-testing.h"

/* Lines above and below an article that say who wrote it and when. A paragraph of the article
 * begins with "In", one of all else with "Out". */

#define AUTHOR "<meta name=author content='Jo &#79;uterbridge'>"
#define SITE "<meta property=og:site_name content='&#79;utlook News'>"

/* Above the text, in the element that it is in. */
static void
test_lines_above (void)
{
  static const char *const lines[] = {
    "Jo Outerbridge, Outlook News",
    "By: Jo Outerbridge, Staff Writer",
    "Posted by Jo Outerbridge on May 2, 2019",
    "Jo Outerbridge @joouterbridge",
    "Published 2 hours ago by Outlook News",
    "Posted 10:01 AM, May 2, 2019, by Jo Outerbridge",
    "Outerbridge@outlook.example",
    "Outlook | 02.05.2019 à 13h36 • Mis à jour le 03.05.2019 à 20h13 | Par Jo Outerbridge",
    "Von Jo Outerbridge, Outlook, 2. Mai 2019, 10:15 Uhr, aktualisiert vor 2 Stunden",
    "Outlook News - Publicado hace 2 horas por Jo Outerbridge",
    "By Jo Outerbridge, a deputy editor at the desk for bridges. She has been there for years.",
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *page = g_strconcat (PAGE (AUTHOR SITE "<div class=text>" TITLE "<div>"),
                                           lines[i], "</div>" IN IN_MORE "</div>", NULL);

      assert_html_article (page, 2);
    }
}

/* Who wrote the article may be said in a box above it, which is no lead. */
static void
test_box_above (void)
{
  assert_html_article (PAGE (AUTHOR "<div class=post>" TITLE "<div class=author-box><div "
                                    "class=description><p>Outside the office, Jo has written of "
                                    "bridges for as long as she can think of.</p></div></div><div "
                                    "class=text>" IN IN_MORE IN "</div></div>"),
                       3);
}

/* Those who looked it over, and moments by themselves in the head of the article, whose title may
 * well be a sentence. */
static void
test_reviewers_and_times (void)
{
  static const char *const lines[] = {
    "<div>Reviewed by <a href=/jo>Jo Outerbridge, MD</a></div>",
    "<div>Medically reviewed by Jo Outerbridge</div>",
    "<div>Fact-checked by Jo Outerbridge</div>",
    "<time datetime=2019-05-02>2 May 2019<span hidden>Out</span></time>",
    "<h2>In Short</h2><time>Outdated 2 May 2019</time>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *page =
          g_strconcat ("<!DOCTYPE html><title>Seven to Two for the Bridge</title><div class=text>"
                       "<header><h1>Seven to Two for the Bridge</h1>",
                       lines[i], "</header>" IN IN_MORE "</div>", NULL);

      assert_html_article (page, i == 4 ? 3 : 2);
    }
}

/* A line with a word that has nothing to do with it is the first of the text, as is one that has no
 * name and no number, or only a number. */
static void
test_lines_above_that_only_look_so (void)
{
  static const char *const lines[] = {
    "In May 2019, by the river",
    "Jo Outerbridge resigned. In shame",
    "In the news today",
    "In 1998",
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *page = g_strconcat (
          "<!DOCTYPE html><title>Seven to Two for the Bridge</title><meta name=author "
          "content='Jo Inman'><div class=text>" TITLE "<div>",
          i == 1 ? "Jo Inman resigned. In shame" : lines[i], "</div>" IN IN_MORE "</div>", NULL);

      assert_html_article (page, 3);
    }
}

/* Below the text, with the name that the page states, or that stands above. */
static void
test_lines_below (void)
{
  assert_html_article (PAGE (AUTHOR "<article>" TITLE IN IN_MORE IN
                                    "<p>Jo Outerbridge can be reached at jo@outlook.example or "
                                    "@joouterbridge.</p></article>"),
                       3);
  assert_html_article (PAGE ("<article>" TITLE IN IN_MORE IN "<div><h4>Jo Outerbridge</h4><p>Jo "
                             "Outerbridge has written of bridges for this newspaper since the day "
                             "on which it was founded.</p></div></article>"),
                       3);
  assert_html_article (PAGE ("<article>" TITLE IN IN_MORE IN "<h3>About the Author</h3><p>Outside "
                             "the office, she writes about boats, and has done so since she was "
                             "nine years old.</p></article>"),
                       3);
}

/* A name with an address says whom to write to, though no author is stated. */
static void
test_address_below (void)
{
  assert_html_article (
      PAGE ("<article>" TITLE IN IN_MORE IN "<p>Jo Doe Out@outlook.example</p></article>"), 3);
  assert_html_article (
      PAGE ("<article>" TITLE IN IN_MORE IN "<p>최윤호 기자 Out@outlook.example</p></article>"), 3);
  assert_html_article (PAGE ("<article>" TITLE IN IN_MORE
                             "<p>In touch: jo@a.example</p></article><footer>Out"
                             "</footer>"),
                       3);
}

/* When it appeared is said below it, too, and a date by itself is a part of what it tells. */
static void
test_dates_below (void)
{
  g_autoptr (GalleyDocument) late =
      import_string (PAGE ("<article>" TITLE IN "<p>First Published: May 02, 2019 17:30 IST</p>"
                           "<p>Posted on May 2, 2019</p><p>###</p></article>"),
                     NULL);
  g_autoptr (GalleyDocument) told =
      import_string (PAGE ("<article>" TITLE IN "<p>May 2, 2019</p>" IN_MORE "</article>"), NULL);
  guint n_late, n_told;

  galley_document_get_blocks (late, &n_late);
  galley_document_get_blocks (told, &n_told);
  g_assert_cmpuint (n_late, ==, 2);
  g_assert_cmpuint (n_told, ==, 4);
}

/* Others have addresses, too, and people of an article are spoken of under their names. */
static void
test_lines_below_that_only_look_so (void)
{
  assert_html_article (PAGE (AUTHOR
                             "<article>" TITLE IN IN_MORE
                             "<p>In writing: mayor@town.example</p></article><nav>Out</nav>"),
                       3);
  assert_html_article (PAGE ("<article>" TITLE IN IN_MORE
                             "<h4>Ines Doe</h4><p>Doe is the mayor. In the council she has had her "
                             "seat since the day on which it was founded.</p></article>"
                             "<nav>Out</nav>"),
                       3);
}

/* Each author may have a tag of their own; what is no name is none of them, and no page has authors
 * without number. */
static void
test_several_authors (void)
{
  static const struct
  {
    const char *head;
    const char *byline;
  } cases[] = {
    { "<meta name=author content='Jo Doe'><meta name=author content='Ann A'>", "Jo Doe, Ann A" },
    { "<meta name=author content='Jo Doe'><meta name=author content='Jo Doe'>", "Jo Doe" },
    { "<meta name=author content='Jo Doe'><meta name=author content='https://a.example/ann'>",
      "Jo Doe" },
    { "<meta name=author content='Jo Doe'><meta name=dc.creator content='Ann A'>", "Ann A" },
  };
  g_autoptr (GString) crowd = g_string_new (NULL);
  g_autoptr (GalleyDocument) document = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *page = g_strconcat (cases[i].head, PAGE (TITLE IN IN_MORE), NULL);
      g_autofree char *whole = g_strconcat ("<!DOCTYPE html>", page, NULL);
      g_autoptr (GalleyDocument) one = import_string (whole, NULL);

      g_assert_cmpstr (galley_document_get_metadata (one, GALLEY_METADATA_BYLINE), ==,
                       cases[i].byline);
    }

  g_string_append (crowd, "<!DOCTYPE html>");
  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (crowd, "<meta name=author content='Jo Doe the %uth'>", i);
  g_string_append (crowd, PAGE (TITLE IN IN_MORE));
  document = import_string (crowd->str, NULL);
  g_assert_true (g_str_has_prefix (galley_document_get_metadata (document, GALLEY_METADATA_BYLINE),
                                   "Jo Doe the 0th, Jo Doe"));
}

typedef struct
{
  const char *line;
  const char *byline;
  const char *date;
} Credit;

static void
assert_credits (const Credit *credits, guint n_credits)
{
  for (guint i = 0; i < n_credits; i++)
    {
      g_autofree char *page =
          g_strconcat (PAGE ("<article>" TITLE), credits[i].line, IN IN_MORE "</article>", NULL);
      g_autoptr (GalleyDocument) document = import_string (page, NULL);

      g_test_message ("%s", credits[i].line);
      g_assert_cmpstr (galley_document_get_metadata (document, GALLEY_METADATA_BYLINE), ==,
                       credits[i].byline);
      g_assert_cmpstr (galley_document_get_metadata (document, GALLEY_METADATA_DATE), ==,
                       credits[i].date);
    }
}

/* Names and dates as content systems write them. */
static void
test_shown_credits (void)
{
  static const Credit credits[] = {
    { "<p>by Jo Doe on June 4, 2015</p>", "Jo Doe", "2015-06-04" },
    { "<p>By Jo Doe, 22 September 2019</p>", "Jo Doe", "2019-09-22" },
    { "<div><p>By Jo Doe</p><p>Updated 1:12 PM ET, Wed February 6, 2019</p></div>", "Jo Doe",
      NULL },
    { "<span property='dc:date dc:created' content='2015-11-03T12:00:00-05:00'>Submitted on "
      "Tue</span>",
      NULL, "2015-11-03T12:00:00-05:00" },
    { "<abbr class=published title='2018-10-21T08:11:00-07:00'>8:11 AM</abbr>", NULL,
      "2018-10-21T08:11:00-07:00" },
    { "<p>Published 6:03 p.m. ET April 3, 2018</p>", NULL, "2018-04-03" },
    { "<p>14.03.2018, 10:11</p>", NULL, "2018-03-14" },
    { "<p>3/14/2018</p>", NULL, "2018-03-14" },
    { "<p>04.03.2018</p>", NULL, NULL },
    { "<p>14 марта 2018 г.</p>", NULL, "2018-03-14" },
    { "<p>14 مارس 2018</p>", NULL, "2018-03-14" },
    { "<p>14 marca 2018</p>", NULL, "2018-03-14" },
    { "<p>2 listopada 2018</p>", NULL, NULL },
    { "<p>14-Mar-2018</p>", NULL, "2018-03-14" },
    { "<p>2018.03.14 10:11</p>", NULL, "2018-03-14" },
    { "<p>(14 March 2018)</p>", NULL, "2018-03-14" },
    { "<p>14 Mart 2018 Çarşamba</p>", NULL, "2018-03-14" },
    { "<p>2018年3月14日10時11分</p>", NULL, "2018-03-14" },
    { "<p>2018年3月14日，七比二。</p>", NULL, NULL },
    { "<div class=byline>di Jo Doe</div>", "Jo Doe", NULL },
    { "<p>Posted on May 3, 2018 by Jo Doe in News</p>", "Jo Doe", "2018-05-03" },
    { "<p>Автор: Иван Петров</p>", "Иван Петров", NULL },
    { "<p>Publié le 14 mars 2018 à 10h11, modifié le 15 mars 2018 à 09h00</p>", NULL,
      "2018-03-14" },
    { "<p>14 March 2018, 10:11 | Updated: 15 March 2018</p>", NULL, "2018-03-14" },
    { "<p>Updated: 15 March 2018</p>", NULL, NULL },
    { "<p>２０１８年３月１４日　１０時１１分</p>", NULL, "2018-03-14" },
    { "<p>입력 2018.03.14. 10:11 수정 2018.03.15.</p>", NULL, "2018-03-14" },
    { "<p>发布时间：2018-03-14 10:11</p>", NULL, "2018-03-14" },
    { "<div class=author>بقلم: <a href=/a>ليلى حداد</a></div>", "ليلى حداد", NULL },
    { "<div class=author>מאת יעל כהן</div>", "יעל כהן", NULL },
    { "<div class=byline>홍길동 기자</div>", "홍길동", NULL },
    { "<div class=byline>Par Jo Doe (Alder, correspondante)</div>", "Jo Doe", NULL },
    { "<div class=byline>Par Jo Doe (avec Ann Frame)</div>", "Jo Doe (avec Ann Frame)", NULL },
    { "<p>By <b>Jo Doe</b><br>The Outlook<br>14 March 2018</p>", "Jo Doe", "2018-03-14" },
    { "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"author\":[{\"name\":"
      "\"Jo, Doe\",},],\"datePublished\":\"2018-03-14\" , }</script>",
      "Jo, Doe", "2018-03-14" },
    { "<div class=author>by jo_92 » 14 March 2018</div>", "jo_92", NULL },
  };

  assert_credits (credits, G_N_ELEMENTS (credits));
}

/* What stands beside the name, or says whose it is. */
static void
test_names_among_others (void)
{
  static const Credit credits[] = {
    /* Who took a picture is not who wrote. */
    { "<figure><img><figcaption>The bridge. <span "
      "class=byline>AP</span></figcaption></figure><p>By "
      "Jo Doe</p>",
      "Jo Doe", NULL },
    { "<div class='photo-credit author'>AP</div><p>By Jo Doe</p>", "Jo Doe", NULL },
    { "<figure><span class=author itemprop=author>Getty Images</span></figure>", NULL, NULL },
    { "<p class=byline>Photo by Ann Frame</p>", NULL, NULL },
    { "<figure class=author><img><figcaption>By Jo Doe</figcaption></figure>", "Jo Doe", NULL },
    { "<div class=byline>By JO DOE jdoe@daily.example</div>", "JO DOE", NULL },
    { "<p>Interview by Jo Doe</p>", "Jo Doe", NULL },
    { "<div class=byline>By Jo Doe, Daily Staff Writer</div>", "Jo Doe", NULL },
    { "<div class=byline>By Jo Doe Senior Political Reporter</div>", "Jo Doe", NULL },
    { "<div class=byline>By The Center for Bridges</div>", "The Center for Bridges", NULL },
    { "<div class=author>作者：</div>", NULL, NULL },
    { "<div><span>By <a href=/1>Jo Doe</a> - <b>December 30, 2019 09:27 AM "
      "EST</b></span><ul><li>Out</ul>"
      "</div>",
      "Jo Doe", "2019-12-30" },
    { "<div><a href=/news/authors/jo-doe>Jo Doe</a><a href=/news/authors/ann-a>Ann A</a></div>",
      "Jo Doe, Ann A", NULL },
    { "<div><a href=/news/bridges>Old Bridges</a></div>", NULL, NULL },
    { "<p>Updated <time datetime=2019-12-05>Dec. 5</time>, first seen <time datetime="
      "2019-12-03>Tuesday</time></p>",
      NULL, "2019-12-03" },
    { "<p>3 dicembre 2019 (modifica il 4 dicembre 2019)</p>", NULL, "2019-12-03" },
    { "<p>Publicerad 3 december 2019 kl 14.02</p>", NULL, "2019-12-03" },
  };

  assert_credits (credits, G_N_ELEMENTS (credits));
}

/* Persons and bodies that a script describes in another place than the article. */
static void
test_scripts_that_refer (void)
{
  g_autoptr (GalleyDocument) document = import_string (
      PAGE ("<script type=application/ld+json>{\"@graph\":[{\"@type\":\"Organization\",\"@id\":"
            "\"#o\",\"name\":\"The Daily\"},{\"@type\":\"Article\",\"headline\":\"Seven to Two "
            "for the Bridge\",\"author\":[{\"@id\":\"#p\"},{\"@id\":\"#none\"}],\"publisher\":{"
            "\"@id\":\"#o\"}},{\"@type\":\"Person\",\"@id\":\"#p\",\"name\":\"Jo "
            "Doe\"}]}</script>" TITLE IN IN_MORE),
      NULL);

  g_assert_cmpstr (galley_document_get_metadata (document, GALLEY_METADATA_BYLINE), ==, "Jo Doe");
  g_assert_cmpstr (galley_document_get_metadata (document, GALLEY_METADATA_PUBLICATION), ==,
                   "The Daily");
}

/* Where the publication is stated to be the author, or stands beside who is. */
static void
test_publication_as_author (void)
{
  static const struct
  {
    const char *stated;
    const char *line;
    const char *byline;
  } cases[] = {
    { "The Daily", "<p>By Jo Doe</p>", "Jo Doe" },
    { "The Daily", "", "The Daily" },
    { "Jo Doe, The Daily", "", "Jo Doe" },
    { "Jo Doe for the Daily", "", "Jo Doe" },
    { "Jo Doe for the Record", "", "Jo Doe for the Record" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *page = g_strdup_printf (
          PAGE ("<meta property=og:site_name content='The Daily'><meta name=author content='%s'>"
                "<article>" TITLE "%s" IN IN_MORE "</article>"),
          cases[i].stated, cases[i].line);
      g_autoptr (GalleyDocument) document = import_string (page, NULL);

      g_test_message ("%s", cases[i].stated);
      g_assert_cmpstr (galley_document_get_metadata (document, GALLEY_METADATA_BYLINE), ==,
                       cases[i].byline);
    }
}

/* Below the lead, which is a paragraph. */
static void
test_lines_below_lead (void)
{
  assert_html_article (
      PAGE ("<meta property=article:published_time content=2019-12-03T10:00:00Z>" AUTHOR
            "<article>" TITLE IN "<div>By Jo Outerbridge</div><div>Tuesday, December 3, 2019 "
            "<i hidden>Out</i></div>" IN_MORE IN "</article><nav>Out</nav>"),
      3);
}

/* Who the author is, under but a part of the name, or as the markup says. */
static void
test_other_biographies (void)
{
  assert_html_article (PAGE (AUTHOR "<article>" TITLE IN IN_MORE IN
                                    "<h4>Jo Outerbridge</h4><p>Jo has written of Outer bridges for "
                                    "this newspaper since the day on which it was founded, and "
                                    "lives there.</p></article>"),
                       3);
  assert_html_article (PAGE ("<article>" TITLE IN IN_MORE IN IN_MORE IN IN_MORE IN IN_MORE
                             "<div itemprop=author><p>Nobody has written of Outer bridges for "
                             "longer, and she has a boat, two dogs and too many books.</p></div>"
                             "</article>"),
                       8);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/html-credits/lines-above", test_lines_above);
  g_test_add_func ("/html-credits/box-above", test_box_above);
  g_test_add_func ("/html-credits/address-below", test_address_below);
  g_test_add_func ("/html-credits/reviewers-and-times", test_reviewers_and_times);
  g_test_add_func ("/html-credits/lines-above-that-only-look-so",
                   test_lines_above_that_only_look_so);
  g_test_add_func ("/html-credits/lines-below", test_lines_below);
  g_test_add_func ("/html-credits/dates-below", test_dates_below);
  g_test_add_func ("/html-credits/lines-below-that-only-look-so",
                   test_lines_below_that_only_look_so);
  g_test_add_func ("/html-credits/several-authors", test_several_authors);
  g_test_add_func ("/html-credits/shown-credits", test_shown_credits);
  g_test_add_func ("/html-credits/names-among-others", test_names_among_others);
  g_test_add_func ("/html-credits/scripts-that-refer", test_scripts_that_refer);
  g_test_add_func ("/html-credits/publication-as-author", test_publication_as_author);
  g_test_add_func ("/html-credits/lines-below-lead", test_lines_below_lead);
  g_test_add_func ("/html-credits/other-biographies", test_other_biographies);

  return g_test_run ();
}
