/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-escape.h"

typedef struct
{
  const char *given;
  const char *expected;
} Case;

static void
test_html (void)
{
  static const Case cases[] = {
    { "", "" },
    { "plain é 🚨", "plain é 🚨" },
    { "<a href=\"x\">'&amp;'</a>", "&lt;a href=&quot;x&quot;&gt;&#39;&amp;amp;&#39;&lt;/a&gt;" },
    { "a\r\nb\rc\nd\te\ff", "a\nb\nc\nd\te f" },
    { "\001\033\177\302\200", "\357\277\275\357\277\275\357\277\275\357\277\275" },
    { "\357\267\220\357\277\276\360\237\277\277", "\357\277\275\357\277\275\357\277\275" },
    { "\342\200\250\342\200\256\302\240", "\342\200\250\342\200\256\302\240" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) out = g_string_new (NULL);

      galley_escape_html (out, cases[i].given, /* length_bytes= */ -1);
      g_assert_cmpstr (out->str, ==, cases[i].expected);
    }
}

static void
test_xml (void)
{
  static const Case cases[] = {
    { "", "" },
    { "plain é 🚨", "plain é 🚨" },
    { "<a b=\"x\">'&amp;'</a>]]>", "&lt;a b=&quot;x&quot;&gt;&#39;&amp;amp;&#39;&lt;/a&gt;]]&gt;" },
    { "a\r\nb\rc\nd\te", "a\r\nb\rc\nd\te" },
    { "\001\013\014\033\177", "\357\277\275\357\277\275\357\277\275\357\277\275\177" },
    { "\357\277\276\357\277\277\360\237\277\277", "\357\277\275\357\277\275\360\237\277\277" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) out = g_string_new (NULL);

      galley_escape_xml (out, cases[i].given, /* length_bytes= */ -1);
      g_assert_cmpstr (out->str, ==, cases[i].expected);
    }
}

static void
test_html_part (void)
{
  g_autoptr (GString) out = g_string_new ("x");

  galley_escape_html (out, "<b>\r\n", 2);
  galley_escape_html (out, "\r\n", 1);
  galley_escape_html (out, "\n", 1);
  g_assert_cmpstr (out->str, ==, "x&lt;b\n");
}

static void
test_markdown (void)
{
  static const Case cases[] = {
    { "", "" },
    { "U.S. is 1-2 + 3 (x) #1!", "U.S. is 1-2 + 3 (x) #1\\!" },
    { "*a* _b_ `c` [d](e) <f> &amp; ~g~ h|i \\",
      "\\*a\\* \\_b\\_ \\`c\\` \\[d\\](e) \\<f\\> \\&amp; "
      "\\~g\\~ h\\|i \\\\" },
    { "# a", "\\# a" },
    { "- a\n- b", "\\- a\n> \\- b" },
    { "+ a", "\\+ a" },
    { "1. a", "1\\. a" },
    { "1234567890) a", "1234567890\\) a" },
    { "2020 was", "2020 was" },
    { "a\n===", "a\n> \\===" },
    { "a\n\n \n\tb", "a\n> b" },
    { "a  \nb", "a\n> b" },
    { "    a", "a" },
    { "a\rb\r\nc", "a\n> b\n> c" },
    { "\007", "\357\277\275" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) out = g_string_new (NULL);
      GalleyMarkdownPlace place = GALLEY_MARKDOWN_LINE_START;

      galley_escape_markdown (out, cases[i].given, /* length_bytes= */ -1, "> ", &place);
      g_assert_cmpstr (out->str, ==, cases[i].expected);
    }
}

static void
test_markdown_place (void)
{
  g_autoptr (GString) out = g_string_new (NULL);
  GalleyMarkdownPlace place = GALLEY_MARKDOWN_LINE_START;

  galley_escape_markdown (out, "  ", -1, "", &place);
  g_assert_cmpint (place, ==, GALLEY_MARKDOWN_LINE_START);
  galley_escape_markdown (out, "- a ", -1, "", &place);
  g_assert_cmpint (place, ==, GALLEY_MARKDOWN_INLINE);
  galley_escape_markdown (out, "- b\n", -1, "", &place);
  g_assert_cmpint (place, ==, GALLEY_MARKDOWN_LINE_START);
  galley_escape_markdown (out, "# c", -1, "", &place);
  g_assert_cmpstr (out->str, ==, "\\- a - b\n\\# c");

  /* A heading is one line. */
  g_string_truncate (out, 0);
  place = GALLEY_MARKDOWN_LINE_START;
  galley_escape_markdown (out, "a #\n# b", -1, /* line_prefix= */ NULL, &place);
  g_assert_cmpstr (out->str, ==, "a \\# \\# b");
}

static void
test_csv (void)
{
  static const Case cases[] = {
    { "", "" },
    { "plain", "plain" },
    { "a,b", "\"a,b\"" },
    { "say \"x\"", "\"say \"\"x\"\"\"" },
    { "a\nb", "\"a\nb\"" },
    { "=1+1", "'=1+1" },
    { "+1", "'+1" },
    { "-1", "'-1" },
    { "@x", "'@x" },
    { "\tx", "'\tx" },
    { "\rx", "\"'\rx\"" },
    { "\n=x", "\"'\n=x\"" },
    { "＝1+1", "'＝1+1" },
    { "＠x", "'＠x" },
    { "=a,\"b\"", "\"'=a,\"\"b\"\"\"" },
    { "1=1", "1=1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) out = g_string_new (NULL);

      galley_escape_csv (out, cases[i].given);
      g_assert_cmpstr (out->str, ==, cases[i].expected);
    }
}

static void
test_href (void)
{
  static const Case cases[] = {
    { "https://example.org", "https://example.org" },
    { " HTTP://Example.ORG:8080/a?b=c&d#e ", "http://example.org:8080/a?b=c&d#e" },
    { "https://example.org/a b\"<>^`{|}\\",
      "https://example.org/a%20b%22%3C%3E%5E%60%7B%7C%7D%5C" },
    { "https://example.org/%2F%zz", "https://example.org/%2F%25zz" },
    { "https://example.org/[x]?[y]#a#b", "https://example.org/%5Bx%5D?%5By%5D#a%23b" },
    { "https://münchen.example/ü", "https://xn--mnchen-3ya.example/%C3%BC" },
    { "https://[::1]:80/x", "https://[::1]:80/x" },
    { "mailto:desk@example.org?subject=a b", "mailto:desk@example.org?subject=a%20b" },
    { "mailto:", NULL },
    { "https://", NULL },
    { "https://exa mple.org/", NULL },
    { "https://a..b/", NULL },
    { "https://example.org:99999/", NULL },
    { "javascript:alert(1)", NULL },
    { "JavaScript://example.org/%0aalert(1)", NULL },
    { "java\nscript:alert(1)", NULL },
    { "data:text/html,x", NULL },
    { "file:///etc/passwd", NULL },
    { "ftp://example.org/", NULL },
    { "//example.org/", NULL },
    { "www.example.org", NULL },
    { "", NULL },
    { "Box 12, shelf 3", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *href = galley_escape_href (cases[i].given);

      g_assert_cmpstr (href, ==, cases[i].expected);
    }
}

static void
check_text (const char *utf8, const char *line_prefix, const char *expected)
{
  g_autoptr (GString) out = g_string_new (NULL);

  galley_escape_text (out, utf8, /* length_bytes= */ -1, line_prefix);
  g_assert_cmpstr (out->str, ==, expected);
}

static void
test_text (void)
{
  check_text ("*a* <b> & \"c\"", NULL, "*a* <b> & \"c\"");
  check_text ("one\ntwo\r\nthree\rfour", NULL, "one two three four");
  check_text ("one\ntwo\r\nthree\rfour", "> ", "one\n> two\n> three\n> four");
  check_text ("a\033[31mb\007\302\205\357\277\277", NULL,
              "a\357\277\275[31mb\357\277\275\357\277\275\357\277\275");
  check_text ("a\tb\fc", NULL, "a\tb c");
}

static void
check_direction (const char *utf8, const char *expected)
{
  g_autoptr (GString) out = g_string_new (NULL);

  galley_escape_close_direction (out, utf8);
  g_assert_cmpstr (out->str, ==, expected);
}

/* U+202E and U+202A need U+202C behind them, U+2067 needs U+2069. */
static void
test_direction (void)
{
  check_direction ("plain – with a dash and “quotes”", "");
  check_direction ("\342\200\256txet", "\342\200\254");
  check_direction ("\342\200\256txet\342\200\254", "");
  check_direction ("\342\200\252a\342\201\247b", "\342\201\251\342\200\254");
  check_direction ("\342\200\254\342\201\251", "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/export/escape/html", test_html);
  g_test_add_func ("/export/escape/html-part", test_html_part);
  g_test_add_func ("/export/escape/xml", test_xml);
  g_test_add_func ("/export/escape/markdown", test_markdown);
  g_test_add_func ("/export/escape/markdown-place", test_markdown_place);
  g_test_add_func ("/export/escape/csv", test_csv);
  g_test_add_func ("/export/escape/href", test_href);

  g_test_add_func ("/export/escape/text", test_text);
  g_test_add_func ("/export/escape/direction", test_direction);

  return g_test_run ();
}
