/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-document-builder.h"
#include "galley-export.h"

#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/*
 * Prints an article of some 100 pages with a claim in every third paragraph as PDF, and one that is
 * ten times as long. Prints how long each takes, how long a hundred pages take as a part of the
 * second that they may take, the most memory that was resident, and how much longer the long one
 * takes, which may be 12 times as long. Each is measured in a process of its own.
 */

#define PARAGRAPHS 520
#define BOUND_MS 1000.
#define N_RUNS 3

typedef struct
{
  double ms;
  double peak_mb;
  guint n_pages;
} Cost;

/* Of the processor's time, for other programs may be running. */
static double
now_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return now.tv_sec * 1000.0 + now.tv_nsec / 1000000.0;
}

static GalleyDocument *
make_document (guint n_paragraphs, guint *out_length)
{
  static const char words[] =
      "The dyke at Altmühl is 4.2 metres high, the office said in 1998, and it has not been "
      "measured since. “Nobody told us to,” the keeper says, and points at the water. The plan of "
      "2004 names neither who should measure it nor when; the council has asked for both, twice, "
      "and was told that the matter lies with the state. What the state says is in the minutes of "
      "September: that it waits for the council. Between the two of them the river has risen by "
      "eleven centimetres.";
  g_autoptr (GalleyDocumentBuilder) builder = galley_document_builder_new ();
  g_autoptr (GBytes) original = g_bytes_new_static ("", 0);
  guint length = g_utf8_strlen (words, -1);

  for (guint i = 0; i < n_paragraphs; i++)
    {
      guint start = i * (length + 1);

      galley_document_builder_append (builder, words);
      galley_document_builder_append (builder, "\n");
      galley_document_builder_add_block (builder, GALLEY_BLOCK_PARAGRAPH, 0,
                                         (GalleyRange){ start, start + length });
    }
  *out_length = length + 1;

  return galley_document_builder_finish (builder, original, "text/plain");
}

static GalleyClaimList *
make_claims (guint n_paragraphs, guint length)
{
  g_autoptr (GPtrArray) claims = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n_paragraphs; i += 3)
    {
      g_autofree char *id = g_strdup_printf ("%08u", i);
      GalleyClaimFields fields = { .range = { i * length + 4, i * length + 60 },
                                   .status = i / 3 % GALLEY_N_STATUSES,
                                   .note = "Asked the office by telephone." };

      g_ptr_array_add (claims, galley_claim_new (id, &fields));
    }

  return galley_claim_list_new (claims);
}

static guint
count_pages (GBytes *pdf)
{
  static const char object[] = "/Type /Page ";
  gsize size_bytes, length_bytes = strlen (object);
  const char *data = g_bytes_get_data (pdf, &size_bytes);
  guint n_pages = 0;

  for (gsize i = 0; i + length_bytes < size_bytes; i++)
    if (memcmp (data + i, object, length_bytes) == 0)
      n_pages++;
  g_assert (n_pages > 0);

  return n_pages;
}

static Cost
measure (guint n_paragraphs)
{
  GalleyArticleFields fields = { .title = "The Dyke" };
  GalleyReportOptions options = { .paper = GALLEY_PAPER_A4, .exported_at = 1756978200000 };
  guint length;
  g_autoptr (GalleyArticle) article = galley_article_new ("a", &fields);
  g_autoptr (GalleyDocument) document = make_document (n_paragraphs, &length);
  g_autoptr (GalleyClaimList) claims = make_claims (n_paragraphs, length);
  struct rusage usage;
  Cost cost = { .ms = G_MAXDOUBLE };

  for (guint i = 0; i < N_RUNS; i++)
    {
      double start = now_ms ();
      g_autoptr (GalleyReport) report =
          galley_report_new (article, document, claims, /* dismissals= */ NULL, &options);
      g_autoptr (GBytes) pdf = galley_export_to_bytes (report, galley_export_find_format ("pdf"),
                                                       /* cancellable= */ NULL, /* error= */ NULL);

      g_assert (pdf != NULL);
      cost.ms = MIN (cost.ms, now_ms () - start);
      cost.n_pages = count_pages (pdf);
    }
  getrusage (RUSAGE_SELF, &usage);
  cost.peak_mb = usage.ru_maxrss / 1024.;

  return cost;
}

static Cost
measure_apart (guint n_paragraphs)
{
  Cost cost = { 0 };
  int ends[2];
  pid_t child;

  g_assert (pipe (ends) == 0);
  child = fork ();
  if (child == 0)
    {
      cost = measure (n_paragraphs);
      _exit (write (ends[1], &cost, sizeof cost) == sizeof cost ? 0 : 1);
    }
  g_assert (read (ends[0], &cost, sizeof cost) == sizeof cost);
  waitpid (child, NULL, 0);
  close (ends[0]);
  close (ends[1]);

  return cost;
}

int
main (int argc, char **argv)
{
  Cost few = measure_apart (PARAGRAPHS), many = measure_apart (10 * PARAGRAPHS);

  g_print ("%u pages: %.0f ms, %.0f MB; a hundred take %.2f of a second\n", few.n_pages, few.ms,
           few.peak_mb, few.ms * 100 / few.n_pages / BOUND_MS);
  g_print ("%u pages: %.0f ms, %.0f MB; %.1f times as long for %.1f times the pages\n",
           many.n_pages, many.ms, many.peak_mb, many.ms / few.ms,
           (double) many.n_pages / few.n_pages);

  return 0;
}
