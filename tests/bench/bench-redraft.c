/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-library.h"

#include "galley-annotations-reader.h"
#include "galley-import.h"
#include "galley-intake.h"
#include "galley-redraft.h"

#include <string.h>
#include <sys/resource.h>
#include <time.h>

/* Gives an article of 1 MB with 10,000 claims a draft in which 5 % of the sentences were edited,
 * and another one 10,000 claims by annotations of another program; each from the opened library to
 * what is durable. Prints how long that takes beside the bound of a second, what memory it takes
 * beside that of 100 MB, and how many times as long as a tenth of it. */

#define BOUND_MS 1000
#define BOUND_MB 100
#define CONTEXT 32

/* Of the processor's time, for other programs may be running. */
static double
now_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return now.tv_sec * 1000.0 + now.tv_nsec / 1000000.0;
}

static double
get_peak_mb (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return usage.ru_maxrss / 1024.0;
}

static GalleyDocument *
make_document (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  GalleyDocument *document = galley_import_bytes (bytes, "article.txt", &error);

  g_assert_no_error (error);
  return document;
}

static void
perform (GalleyDesk *desk, GalleyAction *action)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GalleyOutcome) outcome = galley_desk_perform (desk, action, NULL, &error);

  g_assert_no_error (error);
}

/* Every twentieth sentence says something else. */
static char *
edit (const char *text)
{
  GString *edited = g_string_new (NULL);
  const char *end;

  for (guint i = 0; (end = strchr (text, '.')) != NULL; i++, text = end + 1)
    {
      g_autofree char *sentence = g_strndup (text, end + 1 - text);
      char *fell = strstr (sentence, "fell");

      if (i % 20 == 7 && fell != NULL)
        memcpy (fell, "rose", strlen ("rose"));
      g_string_append (edited, sentence);
    }
  g_string_append (edited, text);

  return g_string_free (edited, FALSE);
}

static double
time_draft (const char *path, const char *article_id, const char *text)
{
  double start = now_ms ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GalleyDesk) desk = galley_desk_open (path, "bench", NULL, &error);
  g_autoptr (GalleyCheck) check = galley_desk_load (desk, article_id, NULL, &error);
  g_autoptr (GalleyDocument) document = make_document (text);
  g_autoptr (GalleyRedraft) redraft = galley_redraft_new (check, document, "new-draft");
  g_autoptr (GalleyAction) action = NULL;
  g_autoptr (GArray) news = NULL;

  galley_redraft_compare (redraft);
  news = galley_redraft_list_news (redraft);
  g_assert_cmpuint (news->len, >, 0);
  action = galley_redraft_make_action (redraft);
  perform (desk, action);
  return now_ms () - start;
}

static void
append_json (GString *json, const char *name, GalleyText *text, GalleyRange range)
{
  g_autofree char *words = galley_text_slice (text, range);
  g_autofree char *escaped = g_strescape (words, "\xe2\x80\x99");

  g_string_append_printf (json, ", \"%s\": \"%s\"", name, escaped);
}

/* An annotation of each sentence, with what stands around it. */
static GBytes *
make_annotations (GalleyCheck *check)
{
  g_autoptr (GArray) sentences = galley_check_get_suggestions (check);
  GalleyText *text = galley_document_get_text (galley_check_get_document (check));
  GString *json = g_string_new ("[");

  for (guint i = 0; i < sentences->len; i++)
    {
      GalleyRange range = g_array_index (sentences, GalleyRange, i);
      guint before = MIN (range.start, CONTEXT);
      guint behind = MIN (galley_text_get_length (text) - range.end, CONTEXT);

      g_string_append_printf (json,
                              "%s{\"type\": \"Annotation\", \"bodyValue\": \"Note %u\","
                              " \"target\": {\"source\": \"https://example.org/a\","
                              " \"selector\": {\"type\": \"TextQuoteSelector\"",
                              i > 0 ? ", " : "", i);
      append_json (json, "exact", text, range);
      append_json (json, "prefix", text, (GalleyRange){ range.start - before, range.start });
      append_json (json, "suffix", text, (GalleyRange){ range.end, range.end + behind });
      g_string_append (json, "}}}");
    }
  g_string_append_c (json, ']');

  return g_string_free_to_bytes (json);
}

static double
time_annotations (GalleyDesk *desk, const char *text, guint n_claims)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GalleyDocument) document = make_document (text);
  g_autoptr (GalleyOutcome) outcome = galley_desk_import (desk, document, NULL, &error);
  g_autoptr (GalleyCheck) check = galley_desk_load (desk, outcome->article_id, NULL, &error);
  g_autoptr (GBytes) bytes = make_annotations (check);
  g_autoptr (GPtrArray) annotations = NULL;
  g_autoptr (GalleyIntake) intake = NULL;
  g_autoptr (GalleyAction) action = NULL;
  double start = now_ms ();

  annotations = galley_annotations_read (bytes, &error);
  g_assert_no_error (error);
  intake = galley_intake_new (check, annotations);
  g_assert_true (galley_intake_place (intake, desk, &error));
  g_assert_cmpuint (galley_intake_count_fate (intake, GALLEY_FATE_MAKE), >=, n_claims);
  action = galley_intake_make_action (intake);
  perform (desk, action);
  return now_ms () - start;
}

static void
measure (guint n_claims, double *out_draft_ms, double *out_annotations_ms)
{
  g_autoptr (BenchLibrary) library = bench_library_new (1, n_claims);
  g_autoptr (GError) error = NULL;
  g_autoptr (GalleyDesk) desk = NULL;
  g_autofree char *text = bench_library_make_text (0, n_claims);
  g_autofree char *edited = edit (text);
  g_autofree char *other = bench_library_make_text (1, n_claims);

  *out_draft_ms = time_draft (library->path, library->article_id, edited);
  desk = galley_desk_open (library->path, "bench", NULL, &error);
  g_assert_no_error (error);
  *out_annotations_ms = time_annotations (desk, other, n_claims);
}

static void
print (const char *what, double ms, double tenth_ms)
{
  g_print ("%s: %7.1f ms, ratio %.2f of the bound; ratio %.1f of a tenth\n", what, ms,
           ms / BOUND_MS, ms / tenth_ms);
}

int
main (int argc, char **argv)
{
  double tenth_draft_ms, tenth_annotations_ms, draft_ms, annotations_ms, peak_mb;

  measure (1000, &tenth_draft_ms, &tenth_annotations_ms);
  measure (10 * 1000, &draft_ms, &annotations_ms);
  peak_mb = get_peak_mb ();
  print ("A draft over 10,000 claims", draft_ms, tenth_draft_ms);
  print ("10,000 annotations", annotations_ms, tenth_annotations_ms);
  g_print ("%.0f MB at most, ratio %.2f of the bound\n", peak_mb, peak_mb / BOUND_MB);

  return 0;
}
