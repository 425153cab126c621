/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-bibliography.h"

#include <string.h>

#define N_LOGS 60
#define N_SOURCES 12

/* What means something in one of the formats, and what is easily lost. */
static const char *const pieces[] = {
  "{",
  "}",
  "\\",
  "$",
  "&",
  "%",
  "#",
  "_",
  "~",
  "^",
  "`",
  "'",
  "''",
  "-",
  "--",
  "---",
  "\"",
  " and ",
  " AND ",
  "; ",
  ", ",
  "others",
  "et al.",
  "<i>",
  "</i>",
  "@",
  "=",
  "TY  - ",
  "\nER  - ",
  "é",
  "e\xcc\x81",
  "ß",
  "👩‍👩‍👧",
  "von ",
  "de la ",
  "?`",
  "!`",
  "doi:10.1/",
  "10.1000/",
  "2025",
  "2025-09",
  "2025-09-03",
  "T12:00",
  "word",
  "Word ",
  " ",
  "  ",
  "\n",
  "\t",
  "\xc2\xa0",
  "\\'e",
  "\\url{",
  "\\\\",
  "(",
  ")",
  "[",
  "\x01",
  "galley-title: x",
  "\ngalley-terms: confidential",
  "קראתי",
  "https://example.org/a_b?c=%20&d#e",
  "https://doi.org/10.1000/xyz",
  "mailto:a@example.org",
};

static char *
make_words (void)
{
  GString *words = g_string_new (NULL);
  guint n = g_test_rand_int_range (0, 6);

  for (guint i = 0; i < n; i++)
    g_string_append (words, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);

  return g_string_free (words, FALSE);
}

static GalleySource *
make_source (void)
{
  g_autofree char *id = g_uuid_string_random ();
  GalleySourceFields fields = { .kind = g_test_rand_int_range (0, GALLEY_N_SOURCE_KINDS),
                                .terms = g_test_rand_int_range (0, GALLEY_TERMS_CONFIDENTIAL) };
  char *words[GALLEY_N_SOURCE_TEXTS];
  GalleySource *source;

  for (guint i = 0; i < GALLEY_N_SOURCE_TEXTS; i++)
    {
      words[i] = make_words ();
      fields.texts[i] = words[i];
    }
  fields.texts[GALLEY_SOURCE_TITLE] = *words[0] != '\0' ? words[0] : "Untitled";
  source = galley_source_new (id, &fields);
  for (guint i = 0; i < GALLEY_N_SOURCE_TEXTS; i++)
    g_free (words[i]);

  return source;
}

static GPtrArray *
new_log (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) galley_source_unref);
}

static void
add_source (GPtrArray *log, const GalleySourceFields *fields)
{
  g_autofree char *id = g_uuid_string_random ();

  g_ptr_array_add (log, galley_source_new (id, fields));
}

/* Writes and reads; what comes back has to be what went in, but for white space. */
static void
check_round_trip (GPtrArray *log, GalleyBibliographyFormat format)
{
  g_autoptr (GBytes) bytes = galley_bibliography_write (log, format, GALLEY_BIBLIOGRAPHY_OPEN);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) read = galley_bibliography_read (bytes, &error);
  GalleyBibliographyFormat found = GALLEY_N_BIBLIOGRAPHY_FORMATS;

  g_assert_no_error (error);
  g_assert_true (galley_bibliography_recognise (bytes, &found));
  g_assert_cmpint (found, ==, format);
  g_assert_cmpuint (read->len, ==, log->len);
  for (guint i = 0; i < log->len; i++)
    {
      GalleySource *source = g_ptr_array_index (log, i);
      GalleyReference *reference = g_ptr_array_index (read, i);

      g_assert_cmpint (reference->kind, ==, source->kind);
      g_assert_cmpint (reference->terms, ==, source->terms);
      for (guint j = 0; j < GALLEY_N_SOURCE_TEXTS; j++)
        {
          g_autofree char *words = galley_reference_squeeze (source->texts[j]);

          if (j == GALLEY_SOURCE_TITLE && words == NULL)
            g_assert_nonnull (reference->texts[j]);
          else
            g_assert_cmpstr (reference->texts[j], ==, words);
        }
    }
}

static void
test_round_trip (void)
{
  for (guint i = 0; i < N_LOGS; i++)
    {
      g_autoptr (GPtrArray) log = new_log ();

      for (guint j = 0; j < N_SOURCES; j++)
        g_ptr_array_add (log, make_source ());
      for (guint format = 0; format < GALLEY_N_BIBLIOGRAPHY_FORMATS; format++)
        check_round_trip (log, format);
    }
}

/* A source without a title is no less a source. */
static void
test_untitled (void)
{
  static const GalleySourceFields untitled = { .texts = { [GALLEY_SOURCE_TITLE] = " " } };

  for (guint format = 0; format < GALLEY_N_BIBLIOGRAPHY_FORMATS; format++)
    {
      g_autoptr (GPtrArray) log = new_log ();

      add_source (log, &untitled);
      check_round_trip (log, format);
    }
}

/* What a format has fields for stands in them and not in a note. */
static void
test_native (void)
{
  static const GalleySourceFields fields = {
    .kind = GALLEY_SOURCE_PRIOR_COVERAGE,
    .texts = { [GALLEY_SOURCE_TITLE] = "Boat Destroyed: 11 Dead & “Many” Questions",
               [GALLEY_SOURCE_AUTHOR] = "de la Fuente, Ana; King, Martin, Jr.; Reuters",
               [GALLEY_SOURCE_PUBLISHER] = "The Example Times",
               [GALLEY_SOURCE_PUBLISHED] = "2025-09-03",
               [GALLEY_SOURCE_ADDRESS] = "https://doi.org/10.1000/a_b" },
  };

  for (guint kind = 0; kind < GALLEY_N_SOURCE_KINDS; kind++)
    for (guint format = 0; format < GALLEY_N_BIBLIOGRAPHY_FORMATS; format++)
      {
        GalleySourceFields changed = fields;
        g_autoptr (GPtrArray) log = new_log ();
        g_autoptr (GBytes) bytes = NULL;
        g_autofree char *text = NULL;

        changed.kind = kind;
        add_source (log, &changed);
        check_round_trip (log, format);
        bytes = galley_bibliography_write (log, format, GALLEY_BIBLIOGRAPHY_OPEN);
        text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
        if (kind != GALLEY_SOURCE_UNSPECIFIED)
          g_assert_null (strstr (text, "galley-"));
      }
}

/* A date says no more than it did. */
static void
test_dates (void)
{
  static const char *const dates[] = { "2025",   "2025-09",    "2025-09-03",       "spring 2019",
                                       "0044",   "2025-02-30", "2025-09-03T10:00", "2024/2025",
                                       "c. 1850" };

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    for (guint format = 0; format < GALLEY_N_BIBLIOGRAPHY_FORMATS; format++)
      {
        const GalleySourceFields fields = {
          .texts = { [GALLEY_SOURCE_TITLE] = "A", [GALLEY_SOURCE_PUBLISHED] = dates[i] }
        };
        g_autoptr (GPtrArray) log = new_log ();

        add_source (log, &fields);
        check_round_trip (log, format);
      }
}

static void
test_confidential (void)
{
  static const GalleySourceFields secret = {
    .kind = GALLEY_SOURCE_PERSON,
    .terms = GALLEY_TERMS_CONFIDENTIAL,
    .texts = { [GALLEY_SOURCE_TITLE] = "Jane Secretname",
               [GALLEY_SOURCE_AUTHOR] = "Secretname, Jane",
               [GALLEY_SOURCE_ORGANISATION] = "Secretname & Sons",
               [GALLEY_SOURCE_CONTACT] = "jane@secretname.example",
               [GALLEY_SOURCE_GROUP] = "secretname",
               [GALLEY_SOURCE_PSEUDONYM] = "A clerk" },
  };
  static const GalleySourceFields open = { .texts = { [GALLEY_SOURCE_TITLE] = "A report" } };
  g_autoptr (GPtrArray) log = new_log ();

  add_source (log, &secret);
  add_source (log, &open);
  for (guint format = 0; format < GALLEY_N_BIBLIOGRAPHY_FORMATS; format++)
    for (guint scope = GALLEY_BIBLIOGRAPHY_OPEN; scope <= GALLEY_BIBLIOGRAPHY_FULL; scope++)
      {
        g_autoptr (GBytes) bytes = galley_bibliography_write (log, format, scope);
        g_autofree char *text =
            g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
        g_autofree char *folded = g_utf8_strdown (text, -1);
        g_autoptr (GPtrArray) read = galley_bibliography_read (bytes, NULL);

        g_assert_null (strstr (folded, "secretname"));
        g_assert_null (strstr (folded, "jane"));
        g_assert_true ((strstr (text, "A clerk") != NULL) == (scope == GALLEY_BIBLIOGRAPHY_FULL));
        g_assert_cmpuint (read->len, ==, scope == GALLEY_BIBLIOGRAPHY_FULL ? 2 : 1);
      }
}

static void
test_empty (void)
{
  g_autoptr (GPtrArray) log = new_log ();

  for (guint format = 0; format < GALLEY_N_BIBLIOGRAPHY_FORMATS; format++)
    {
      g_autoptr (GBytes) bytes = galley_bibliography_write (log, format, GALLEY_BIBLIOGRAPHY_FULL);

      g_assert_cmpuint (g_bytes_get_size (bytes), ==,
                        format == GALLEY_BIBLIOGRAPHY_CSL_JSON ? strlen ("[]\n") : 0);
    }
}

static void
check_refused (const char *data, gsize length_bytes, const char *sentence)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length_bytes);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) read = galley_bibliography_read (bytes, &error);

  g_assert_null (read);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  g_assert_cmpstr (error->message, ==, sentence);
}

#define CHECK_REFUSED(data, sentence) check_refused (data, sizeof data - 1, sentence)

static void
test_refused (void)
{
  CHECK_REFUSED ("", "The file is neither BibTeX nor RIS nor CSL JSON");
  CHECK_REFUSED ("Nothing of the kind, ask me@example.org (or you@example.org).\n",
                 "The file is neither BibTeX nor RIS nor CSL JSON");
  CHECK_REFUSED ("@book{a,\n title = {x\0y}}", "Line 2 of the bibliography holds a null character");
  CHECK_REFUSED ("@book{a,\n\n title = {\xff}}", "Line 3 of the bibliography is no UTF-8 text");
  CHECK_REFUSED ("@book{a,\n title = {x}",
                 "The bibliography ends in line 2, in the middle of an entry");
  CHECK_REFUSED ("@book{a,\n title = {x {y}",
                 "What begins with “{” in line 2 of the bibliography has no end");
  CHECK_REFUSED ("@book{a,\n title = \"x}\n}",
                 "What begins with “\"” in line 2 of the bibliography has no end");
  CHECK_REFUSED ("@book{a,\n\n title {x}}",
                 "Line 3 of the bibliography has no “=” where one is needed");
  CHECK_REFUSED ("@book(a, title = {x}}\n",
                 "Line 1 of the bibliography has no “)” where one is needed");
  CHECK_REFUSED ("\r\nTY  - BOOK\r\nTI  - x\r\n",
                 "The record that begins in line 2 of the bibliography has no end");
  CHECK_REFUSED ("TY  - BOOK\nTI  - x\nTY  - BOOK\nER  - \n",
                 "The record that begins in line 1 of the bibliography has no end");
  CHECK_REFUSED ("[\n{\"title\": \"x\"},\n{\"title\" \"y\"}]",
                 "Line 3 of the bibliography is no JSON");
  CHECK_REFUSED ("[{\"title\": \"x\"}", "Line 1 of the bibliography is no JSON");
  CHECK_REFUSED ("[{\"title\": \"x\"}]\n[{\"title\": \"y\"}]\n",
                 "Line 2 of the bibliography is no JSON");
}

/* @unit over and over between @start and @end. */
static GBytes *
repeat (const char *start, const char *unit, guint n, const char *end)
{
  GString *text = g_string_new (start);

  for (guint i = 0; i < n; i++)
    g_string_append (text, unit);
  g_string_append (text, end);
  return g_string_free_to_bytes (text);
}

/* Reads it, whatever comes of it; the number of references or -1. */
static int
count (GBytes *owned)
{
  g_autoptr (GBytes) bytes = owned;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) read = galley_bibliography_read (bytes, &error);

  g_assert_true ((read == NULL) == (error != NULL));
  return read != NULL ? (int) read->len : -1;
}

/* Sanitizers make everything slower. */
#ifdef GALLEY_SANITIZED
#define N_HOSTILE 20000
#else
#define N_HOSTILE 1000000
#endif

/* What would take forever, all memory or the whole stack if it were done without thought. */
static void
test_hostile (void)
{
  const guint n = N_HOSTILE;

  g_assert_cmpint (count (repeat ("@book{a, title = {x", "{", n, "}}")), ==, -1);
  g_assert_cmpint (count (repeat ("@book{a, author = {", "{x ", n, "")), ==, -1);
  g_assert_cmpint (count (repeat ("@book{a, author = {", "x ", n, "}}")), ==, 1);
  g_assert_cmpint (count (repeat ("@book{a, author = {", "x and ", n, "}}")), ==, 1);
  g_assert_cmpint (count (repeat ("@book{a, author = {", ",", n, "}}")), ==, 1);
  g_assert_cmpint (count (repeat ("@book{a, title = {", "\\href{", n, "")), ==, -1);
  g_assert_cmpint (count (repeat ("@book{a, title = {", "\\'", n, "}}")), ==, 1);
  g_assert_cmpint (count (repeat ("@book{a, title = ", "x # ", n, "x}")), ==, 1);
  g_assert_cmpint (count (repeat ("", "@comment{", n, "")), ==, 0);
  g_assert_cmpint (count (repeat ("\n", "@ ", n, "@book{a, title = {x}}")), ==, -1);
  g_assert_cmpint (count (repeat ("@string{a = {xxxxxxxx}}\n", "@string{a = a # a}\n", 40, "")), ==,
                   -1);
  g_assert_cmpint (count (repeat ("TY  - BOOK\nTI  - x\n", "x\n", n, "ER  - \n")), ==, 1);
  g_assert_cmpint (count (repeat ("TY  - BOOK\n", "AU  - x; y\n", n / 4, "ER  - \n")), ==, 1);
  g_assert_cmpint (count (repeat ("", "[", n, "")), ==, -1);
  if (n >= 1000000)
    g_assert_cmpint (count (repeat ("[", "{},", 3 * n, "{}]")), ==, -1);
  g_assert_cmpint (count (repeat ("[{\"title\": \"", "<span ", n, "\"}]")), ==, 1);
}

/* Entries that inherit one long text from one parent. */
static void
test_inherited (void)
{
  g_autoptr (GString) parent = g_string_new ("@proceedings{p, title = {");
  g_autofree char *long_title = g_strnfill (200000, 'x');

  g_string_append_printf (parent, "%s}}\n", long_title);
  g_assert_cmpint (
      count (repeat (parent->str, "@inproceedings{a, title = {y}, crossref = {p}}\n", 10, "")), ==,
      11);
  g_assert_cmpint (
      count (repeat (parent->str, "@inproceedings{a, title = {y}, crossref = {p}}\n", 10000, "")),
      ==, -1);
}

static void
test_nicks (void)
{
  GalleyBibliographyFormat format = GALLEY_N_BIBLIOGRAPHY_FORMATS;

  g_assert_false (galley_bibliography_format_from_nick ("endnote", &format));
  g_assert_false (galley_bibliography_format_from_nick (NULL, &format));
  g_assert_cmpint (format, ==, GALLEY_N_BIBLIOGRAPHY_FORMATS);
  for (guint i = 0; i < GALLEY_N_BIBLIOGRAPHY_FORMATS; i++)
    {
      g_assert_true (
          galley_bibliography_format_from_nick (galley_bibliography_format_to_nick (i), &format));
      g_assert_cmpint (format, ==, i);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/export/bibliography/round-trip", test_round_trip);
  g_test_add_func ("/export/bibliography/untitled", test_untitled);
  g_test_add_func ("/export/bibliography/native", test_native);
  g_test_add_func ("/export/bibliography/dates", test_dates);
  g_test_add_func ("/export/bibliography/confidential", test_confidential);
  g_test_add_func ("/export/bibliography/empty", test_empty);
  g_test_add_func ("/export/bibliography/refused", test_refused);
  g_test_add_func ("/export/bibliography/hostile", test_hostile);
  g_test_add_func ("/export/bibliography/inherited", test_inherited);
  g_test_add_func ("/export/bibliography/nicks", test_nicks);

  return g_test_run ();
}
