/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The same article in each format, with as much markup around its words as programs write: text
 * processors part paragraphs into runs, sites put menus around an article. */

#include "bench-articles.h"

#include "epub-testing.h"

#include <string.h>

#define PARAGRAPHS_PER_SECTION 6
#define WORDS_PER_RUN 12
#define N_CHAPTERS 12

#define PAGE_LINES 48
#define LINE_CHARS 90
#define LINE_POINTS 14

/* A word that stands for @number, of three syllables. */
static void
append_word (GString *text, guint number)
{
  static const char *const syllables[] = { "ba", "ci",  "do",  "fe", "gu",  "ha",  "ji", "ko",
                                           "le", "mun", "nar", "po", "qui", "rus", "se", "ta" };

  for (guint i = 0; i < 3; i++, number /= G_N_ELEMENTS (syllables))
    g_string_append (text, syllables[number % G_N_ELEMENTS (syllables)]);
}

/* The words of @line, each eighth of them another one each time: no two lines of a printed page are
 * the same, unless they are its head or foot. */
static char *
vary (char *const *words, guint number)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (i % 8 == 0)
        append_word (text, number * 7 + i * 271);
      else
        g_string_append (text, words[i]);
      g_string_append_c (text, words[i + 1] != NULL ? ' ' : '\n');
    }

  return g_strchomp (g_string_free (text, FALSE));
}

/**
 * bench_article_new:
 * @n_words: how many words it has at least
 *
 * Returns: (transfer full) (element-type utf8): the paragraphs of an article, of which every
 *   seventh, beginning with the first, is a heading; no two are the same
 */
GPtrArray *
bench_article_new (guint n_words)
{
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "..", "data", "example", "us-mexico-security.txt", NULL);
  GPtrArray *paragraphs = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0, n = 0; n < n_words; i++)
    {
      g_auto (GStrv) words = g_strsplit (lines[i % g_strv_length (lines)], " ", -1);

      if (g_strv_length (words) < 15)
        continue;
      if (paragraphs->len % (PARAGRAPHS_PER_SECTION + 1) == 0)
        g_ptr_array_add (paragraphs, g_strdup_printf ("What was said on day %u", i));
      g_ptr_array_add (paragraphs, vary (words, i));
      n += g_strv_length (words);
    }

  return paragraphs;
}

static gboolean
is_heading (guint index)
{
  return index % (PARAGRAPHS_PER_SECTION + 1) == 0;
}

/* Adds the words of a paragraph in runs, each between @before and @after. */
static void
append_runs (GString *markup, const char *paragraph, const char *before, const char *after)
{
  g_auto (GStrv) words = g_strsplit (paragraph, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *escaped = g_markup_escape_text (words[i], -1);

      if (i % WORDS_PER_RUN == 0)
        g_string_append_printf (markup, "%s%s", i > 0 ? after : "", before);
      g_string_append_printf (markup, "%s%s", escaped, words[i + 1] != NULL ? " " : "");
    }
  g_string_append (markup, after);
}

GBytes *
bench_article_make_docx (GPtrArray *paragraphs)
{
  g_autoptr (GString) body = g_string_new (NULL);
  const ZipMember parts[] = {
    { "styles.xml",
      "<w:styles xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:style "
      "w:type='paragraph' w:styleId='Heading2'><w:name w:val='heading 2'/></w:style></w:styles>",
      -1 },
  };

  for (guint i = 0; i < paragraphs->len; i++)
    {
      g_string_append_printf (
          body, "<w:p><w:pPr><w:pStyle w:val='%s'/><w:spacing w:after='120'/></w:pPr>",
          is_heading (i) ? "Heading2" : "Normal");
      append_runs (body, paragraphs->pdata[i],
                   "<w:r><w:rPr><w:rFonts w:ascii='Georgia'/><w:lang w:val='en-GB'/></w:rPr>"
                   "<w:t xml:space='preserve'>",
                   "</w:t></w:r>");
      g_string_append (body, "</w:p>");
    }

  return make_docx (body->str, parts, G_N_ELEMENTS (parts));
}

GBytes *
bench_article_make_odt (GPtrArray *paragraphs)
{
  g_autoptr (GString) content = g_string_new (
      "<office:document-content xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' "
      "xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'><office:body><office:text>");
  /* pandoc reads no document without these. */
  const char *styles = "<office:document-styles "
                       "xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0'>"
                       "<office:font-face-decls/><office:styles/><office:automatic-styles/>"
                       "<office:master-styles/></office:document-styles>";

  for (guint i = 0; i < paragraphs->len; i++)
    {
      const char *element = is_heading (i) ? "text:h" : "text:p";

      g_string_append_printf (content, "<%s text:style-name='P1'%s>", element,
                              is_heading (i) ? " text:outline-level='2'" : "");
      append_runs (content, paragraphs->pdata[i], "<text:span text:style-name='T1'>",
                   "</text:span>");
      g_string_append_printf (content, "</%s>", element);
    }
  g_string_append (content, "</office:text></office:body></office:document-content>");

  {
    const ZipMember members[] = {
      { "mimetype", "application/vnd.oasis.opendocument.text", -1 },
      { "content.xml", content->str, content->len },
      { "styles.xml", styles, -1 },
    };

    return make_zip (members, G_N_ELEMENTS (members), /* password= */ NULL);
  }
}

static void
append_html (GString *body, GPtrArray *paragraphs, guint start, guint end)
{
  for (guint i = start; i < end; i++)
    {
      g_string_append (body, is_heading (i) ? "<h2>" : "<p class='text'>");
      append_runs (body, paragraphs->pdata[i], "<span class='a'>", "</span>");
      g_string_append (body, is_heading (i) ? "</h2>\n" : "</p>\n");
    }
}

GBytes *
bench_article_make_epub (GPtrArray *paragraphs)
{
  const char *bodies[N_CHAPTERS + 1] = { NULL };
  g_autoptr (GPtrArray) strings = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < N_CHAPTERS; i++)
    {
      GString *body = g_string_new (NULL);

      append_html (body, paragraphs, paragraphs->len * i / N_CHAPTERS,
                   paragraphs->len * (i + 1) / N_CHAPTERS);
      bodies[i] = body->str;
      g_ptr_array_add (strings, g_string_free (body, FALSE));
    }

  return make_book ("<dc:title>A book</dc:title><dc:language>en</dc:language>"
                    "<dc:identifier>urn:uuid:1</dc:identifier>",
                    bodies);
}

GBytes *
bench_article_make_html (GPtrArray *paragraphs)
{
  GString *page = g_string_new ("<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'>"
                                "<title>An article - The Site</title><style>p { margin: 0 }</style>"
                                "<meta property='og:site_name' content='The Site'></head><body>"
                                "<nav><ul>");

  for (guint i = 0; i < 40; i++)
    g_string_append_printf (page, "<li><a href='/section/%u'>Section %u</a></li>", i, i);
  g_string_append (page, "</ul></nav><main><article><h1>An article</h1>");
  append_html (page, paragraphs, 0, paragraphs->len);
  g_string_append (page, "</article><aside><h3>More of this</h3><ul>");
  for (guint i = 0; i < 20; i++)
    g_string_append_printf (page, "<li><a href='/story/%u'>Another story %u</a></li>", i, i);
  g_string_append (page, "</ul></aside></main><footer>All rights reserved</footer></body></html>");

  return g_string_free_to_bytes (page);
}

/* The lines of all paragraphs, in the encoding of the font, with what PDF reads as signs escaped.
 */
static GPtrArray *
break_lines (GPtrArray *paragraphs)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < paragraphs->len; i++)
    {
      g_autofree char *latin = g_convert_with_fallback (paragraphs->pdata[i], -1, "WINDOWS-1252",
                                                        "UTF-8", "?", NULL, NULL, NULL);
      g_auto (GStrv) words = g_strsplit (latin, " ", -1);
      g_autoptr (GString) line = g_string_new (NULL);

      for (guint k = 0; words[k] != NULL; k++)
        {
          if (line->len + strlen (words[k]) > LINE_CHARS)
            {
              g_ptr_array_add (lines, g_strdup (line->str));
              g_string_truncate (line, 0);
            }
          g_string_append_printf (line, "%s%s", line->len > 0 ? " " : "", words[k]);
        }
      g_string_replace (line, "\\", "\\\\", 0);
      g_string_replace (line, "(", "\\(", 0);
      g_string_replace (line, ")", "\\)", 0);
      g_ptr_array_add (lines, g_strdup (line->str));
      g_ptr_array_add (lines, g_strdup (""));
    }

  return lines;
}

/* Begins an object and notes where it is. */
static void
begin_object (GString *pdf, GArray *offsets)
{
  g_array_append_val (offsets, pdf->len);
  g_string_append_printf (pdf, "%u 0 obj\n", offsets->len);
}

static void
append_page (GString *pdf, GArray *offsets, GPtrArray *lines, guint start)
{
  g_autoptr (GString) content = g_string_new ("BT /F1 10 Tf 72 760 Td\n");

  for (guint i = start; i < MIN (start + PAGE_LINES, lines->len); i++)
    g_string_append_printf (content, "(%s) Tj 0 -%u Td\n", (char *) lines->pdata[i], LINE_POINTS);
  g_string_append (content, "ET");

  begin_object (pdf, offsets);
  g_string_append_printf (
      pdf,
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font "
      "<< /F1 3 0 R >> >> /Contents %u 0 R >>\nendobj\n",
      offsets->len + 1);
  begin_object (pdf, offsets);
  g_string_append_printf (pdf, "<< /Length %u >>\nstream\n", (guint) content->len);
  g_string_append_len (pdf, content->str, content->len);
  g_string_append (pdf, "\nendstream\nendobj\n");
}

GBytes *
bench_article_make_pdf (GPtrArray *paragraphs)
{
  g_autoptr (GPtrArray) lines = break_lines (paragraphs);
  g_autoptr (GArray) offsets = g_array_new (FALSE, FALSE, sizeof (gsize));
  GString *pdf = g_string_new ("%PDF-1.4\n");
  guint n_pages = (lines->len + PAGE_LINES - 1) / PAGE_LINES;
  gsize table;

  begin_object (pdf, offsets);
  g_string_append (pdf, "<< /Type /Catalog /Pages 2 0 R >>\nendobj\n");
  begin_object (pdf, offsets);
  g_string_append_printf (pdf, "<< /Type /Pages /Count %u /Kids [", n_pages);
  for (guint i = 0; i < n_pages; i++)
    g_string_append_printf (pdf, "%u 0 R ", 4 + 2 * i);
  g_string_append (pdf, "] >>\nendobj\n");
  begin_object (pdf, offsets);
  g_string_append (pdf, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding "
                        "/WinAnsiEncoding >>\nendobj\n");
  for (guint i = 0; i < n_pages; i++)
    append_page (pdf, offsets, lines, i * PAGE_LINES);

  table = pdf->len;
  g_string_append_printf (pdf, "xref\n0 %u\n0000000000 65535 f \n", offsets->len + 1);
  for (guint i = 0; i < offsets->len; i++)
    g_string_append_printf (pdf, "%010u 00000 n \n", (guint) g_array_index (offsets, gsize, i));
  g_string_append_printf (
      pdf, "trailer\n<< /Size %u /Root 1 0 R >>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n",
      offsets->len + 1, table);

  return g_string_free_to_bytes (pdf);
}
