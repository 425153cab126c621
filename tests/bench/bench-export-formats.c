/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export-fixture.h"

#include "galley-export.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

/*
 * bench-export-formats [FORMAT LAYOUT N_CLAIMS [LETTERS]]
 *
 * Writes an article of 1 MB in each format, with 1,000 claims and with 10,000, and prints how many
 * times as long the latter takes; then how long LibreOffice needs to open the Word document with
 * 1,000 claims, as a multiple of what it took to write it; with ten times as many it is busy for
 * minutes. Times are the processor's, the best of a few runs, but of pages.
 *
 * With arguments it writes once, and prints the time and how far the memory grew at most meanwhile:
 * an article of 1 MB with so many claims in a format and a layout, each with a note of so many
 * letters.
 */

#define SIZE_BYTES (1000 * 1000)
#define N_RUNS 5

static double
now_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return now.tv_sec * 1000.0 + now.tv_nsec / 1000000.0;
}

static double
children_ms (void)
{
  struct rusage usage;

  getrusage (RUSAGE_CHILDREN, &usage);
  return (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000.0 +
         (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1000.0;
}

static void
add_text (Fixture *fixture, GRand *random)
{
  static const char *const words[] = { "dyke",   "the office", "said",    "4.2 metres", "in 1998",
                                       "nobody", "“measured”", "München", "has",        "& later" };

  while (fixture->text->len < SIZE_BYTES)
    {
      g_autoptr (GString) paragraph = g_string_new (NULL);

      for (guint i = 0; i < 80; i++)
        g_string_append_printf (paragraph, "%s ", words[g_rand_int_range (random, 0, 10)]);
      g_string_append_printf (paragraph, "%u.", g_rand_int (random));
      fixture_add_block (fixture, GALLEY_BLOCK_PARAGRAPH, 0, paragraph->str);
    }
}

static void
add_claims (Fixture *fixture, GRand *random, guint n_claims, const char *note)
{
  GalleySourceFields source_fields = {
    .texts = { [GALLEY_SOURCE_TITLE] = "A report",
               [GALLEY_SOURCE_ADDRESS] = "https://example.org/report" },
  };
  GalleyEvidenceFields evidence_fields = { .passage = "It is 4.2 metres high." };
  g_autoptr (GalleySource) source = galley_source_new ("source", &source_fields);
  g_autoptr (GPtrArray) evidence =
      g_ptr_array_new_with_free_func ((GDestroyNotify) galley_evidence_unref);

  g_ptr_array_add (evidence, galley_evidence_new ("evidence", source, &evidence_fields));
  for (guint i = 0; i < n_claims; i++)
    {
      guint start = (guint) ((guint64) (fixture->length - 200) * i / n_claims);
      GalleyClaimFields fields = {
        .range = { start, start + g_rand_int_range (random, 20, 150) },
        .status = i % GALLEY_N_STATUSES,
        .reason = "contradicted",
        .note = note,
        .correction = i % 5 == 0 ? "Other words." : NULL,
        .checked_by = "Ana Ruiz",
        .checked_at = 1756900000000,
        .is_publishable = TRUE,
        .evidence = evidence,
      };

      fixture_add_claim (fixture, &fields);
    }
}

static GalleyReport *
make_report (GalleyLayout layout, guint n_claims, const char *note)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_auto (Fixture) fixture;

  fixture_init (&fixture);
  fixture.options.layout = layout;
  add_text (&fixture, random);
  add_claims (&fixture, random, n_claims, note);

  return fixture_make_report (&fixture);
}

static double
time_format (GalleyReport *report, const GalleyExportFormat *format, gsize *out_size_bytes)
{
  double best_ms = G_MAXDOUBLE;

  for (guint i = 0; i < (g_str_equal (format->nick, "pdf") ? 1 : N_RUNS); i++)
    {
      double start = now_ms ();
      g_autoptr (GBytes) bytes =
          galley_export_to_bytes (report, format, /* cancellable= */ NULL, /* error= */ NULL);

      g_assert_nonnull (bytes);
      best_ms = MIN (best_ms, now_ms () - start);
      *out_size_bytes = g_bytes_get_size (bytes);
    }

  return best_ms;
}

/* Lets LibreOffice open the Word document and write its words. */
static double
time_libreoffice (GalleyReport *report, const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "article.docx", NULL);
  g_autofree char *profile = g_strdup_printf ("-env:UserInstallation=file://%s/profile", folder);
  g_autoptr (GBytes) bytes = galley_export_to_bytes (report, galley_export_find_format ("docx"),
                                                     /* cancellable= */ NULL, /* error= */ NULL);
  const char *arguments[] = { "soffice",      profile,    "--headless",
                              "--convert-to", "txt:Text", "--outdir",
                              folder,         path,       NULL };
  double start;
  int status;

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                                      g_bytes_get_size (bytes), /* error= */ NULL));
  start = children_ms ();
  if (!g_spawn_sync (NULL, (char **) arguments, NULL,
                     G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL,
                     NULL, NULL, NULL, NULL, &status, NULL))
    return 0;

  return children_ms () - start;
}

/* Kibibytes; the kernel forgets the peak when it is told to. */
static guint64
read_memory (const char *field)
{
  g_autofree char *status = NULL;
  const char *found;

  g_assert_true (g_file_get_contents ("/proc/self/status", &status, NULL, /* error= */ NULL));
  found = strstr (status, field);
  return found != NULL ? g_ascii_strtoull (found + strlen (field), NULL, 10) : 0;
}

static void
forget_peak (void)
{
  FILE *file = fopen ("/proc/self/clear_refs", "w");

  if (file == NULL)
    return;
  fputs ("5", file);
  fclose (file);
}

static char *
make_note (guint n_letters)
{
  GString *note = g_string_new (NULL);

  while (note->len < n_letters)
    g_string_append (note, "Nobody has measured it since. ");

  return g_string_free (note, FALSE);
}

static int
write_once (char **arguments, int n_arguments)
{
  const GalleyExportFormat *format = galley_export_find_format (arguments[0]);
  guint n_claims = (guint) atoi (arguments[2]);
  g_autofree char *note = make_note (n_arguments > 3 ? (guint) atoi (arguments[3]) : 1);
  g_autoptr (GalleyReport) report = NULL;
  g_autoptr (GBytes) bytes = NULL;
  GalleyLayout layout;
  guint64 before;
  double start;

  if (format == NULL || !galley_layout_from_nick (arguments[1], &layout))
    return 2;

  report = make_report (layout, n_claims, note);
  forget_peak ();
  before = read_memory ("VmRSS:");
  start = now_ms ();
  bytes = galley_export_to_bytes (report, format, /* cancellable= */ NULL, /* error= */ NULL);
  g_print ("%s %s %u claims: %.0f ms, %.1f MB more memory, %.1f MB\n", format->nick, arguments[1],
           n_claims, now_ms () - start, (read_memory ("VmHWM:") - before) / 1024.,
           g_bytes_get_size (bytes) / 1000000.);

  return 0;
}

int
main (int argc, char **argv)
{
  g_autoptr (GalleyReport) few = NULL, many = NULL;
  g_autofree char *folder = g_dir_make_tmp ("galley-bench-XXXXXX", /* error= */ NULL);
  double docx_ms = 0, opening_ms;

  if (argc > 3)
    return write_once (argv + 1, argc - 1);

  few = make_report (GALLEY_LAYOUT_ANNOTATED, 1000, "A note about it.");
  many = make_report (GALLEY_LAYOUT_ANNOTATED, 10000, "A note about it.");
  g_print ("%-12s %12s %12s %8s %10s\n", "format", "1,000 claims", "10,000", "ratio", "size");
  for (guint i = 0; i < galley_export_get_n_formats (); i++)
    {
      const GalleyExportFormat *format = galley_export_get_format (i);
      gsize size_bytes;
      double few_ms = time_format (few, format, &size_bytes);
      double many_ms = time_format (many, format, &size_bytes);

      g_print ("%-12s %9.1f ms %9.1f ms %8.1f %7.1f MB\n", format->nick, few_ms, many_ms,
               many_ms / few_ms, size_bytes / 1000000.0);
      if (g_str_equal (format->nick, "docx"))
        docx_ms = few_ms;
    }

  opening_ms = time_libreoffice (few, folder);
  if (opening_ms > 0)
    g_print ("LibreOffice opens the Word document in %.0f ms, %.1f times what writing it took\n",
             opening_ms, opening_ms / docx_ms);

  return 0;
}
