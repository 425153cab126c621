/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-document-builder.h"
#include "galley-export.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/*
 * bench-export [FORMAT [LAYOUT]]
 *
 * Writes an article of 1 MB with 10,000 overlapping claims, each with evidence and half of them
 * with a query, in every layout and format. Prints how long each takes, the most memory that was
 * resident, both also as parts of what they may be, and how much longer ten times the claims take
 * than a tenth of them, which may be 12 times as long. Each is measured in a process of its own,
 * with making the report, without making the claims.
 *
 * Formats of text may take 500 ms and 100 MB. A hundred pages may take a second, however many there
 * are, and have no bound for the memory: that is in proportion to them. As pages, only the layouts
 * with everything in them are written, once. What documents for word processors may take is a part
 * of what reading them takes: see bench-export-formats.
 */

#define N_CLAIMS 10000
#define TEXT_BYTES 1000000
#define BOUND_MS 500.
#define BOUND_MB 100.
#define BOUND_MS_PER_PAGE 10.
#define N_RUNS 3

/* Of the processor's time, for other programs may be running. */
static double
now_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return now.tv_sec * 1000.0 + now.tv_nsec / 1000000.0;
}

static GalleyDocument *
make_document (void)
{
  static const char words[] = "The dyke at Altmühl is 4.2 metres high, the office said in 1998 & "
                              "later. Nobody has measured it since, and no plan says who should.";
  g_autoptr (GalleyDocumentBuilder) builder = galley_document_builder_new ();
  g_autoptr (GBytes) original = g_bytes_new_static ("", 0);
  guint length = g_utf8_strlen (words, -1);

  for (guint i = 0; i < TEXT_BYTES / sizeof words; i++)
    {
      guint start = i * (length + 1);

      galley_document_builder_append (builder, words);
      galley_document_builder_append (builder, "\n");
      galley_document_builder_add_block (
          builder, i % 20 == 0 ? GALLEY_BLOCK_HEADING : GALLEY_BLOCK_PARAGRAPH, 2,
          (GalleyRange){ start, start + length });
    }

  return galley_document_builder_finish (builder, original, "text/plain");
}

static GPtrArray *
make_evidence (GRand *random)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) galley_evidence_unref);
  GalleySourceFields source = {
    .kind = GALLEY_SOURCE_PERSON,
    .texts = { [GALLEY_SOURCE_TITLE] = "Water office, letter to the council",
               [GALLEY_SOURCE_ADDRESS] = "https://example.org/letters?id=1&page=2" },
  };
  GalleyEvidenceFields fields = { .passage = "The dyke was measured in 1998.",
                                  .locator = "p. 4",
                                  .consulted_at = 1756978200000 };
  g_autofree char *id = g_strdup_printf ("%u", g_rand_int_range (random, 0, 500));
  g_autoptr (GalleySource) made = galley_source_new (id, &source);

  g_ptr_array_add (all, galley_evidence_new ("e", made, &fields));
  return all;
}

static GPtrArray *
make_queries (guint i)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) galley_query_unref);
  GalleyQueryFields fields = { .addressee = i / 2 % GALLEY_N_ADDRESSEES,
                               .question = "Who measured it last?" };

  if (i % 2 == 0)
    g_ptr_array_add (all, galley_query_new ("q", "c", &fields));
  return all;
}

static GalleyClaimList *
make_claims (guint n_claims, guint length)
{
  g_autoptr (GPtrArray) claims = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GRand) random = g_rand_new_with_seed (1);

  for (guint i = 0; i < n_claims; i++)
    {
      g_autofree char *id = g_strdup_printf ("%08u", i);
      g_autoptr (GPtrArray) evidence = make_evidence (random);
      g_autoptr (GPtrArray) queries = make_queries (i);
      guint start = g_rand_int_range (random, 0, length - 200);
      GalleyClaimFields fields = {
        .range = { start, start + g_rand_int_range (random, 1, 200) },
        .status = i % GALLEY_N_STATUSES,
        .correction = i % GALLEY_N_STATUSES == GALLEY_STATUS_DISPUTED ? "4.3 metres" : NULL,
        .is_starred = TRUE,
        .is_publishable = TRUE,
        .evidence = evidence,
        .queries = queries,
      };

      g_ptr_array_add (claims, galley_claim_new (id, &fields));
    }

  return galley_claim_list_new (claims);
}

typedef struct
{
  double ms;
  double peak_mb;
  guint n_pages; /* 0 if it is no document of pages */
} Cost;

static gboolean
has_pages (const GalleyExportFormat *format)
{
  return g_str_equal (format->nick, "pdf");
}

static guint
count_pages (GBytes *bytes)
{
  static const char type[] = "/Type /Page "; /* with a comment behind it, as cairo writes it */
  gsize size_bytes;
  const char *data = g_bytes_get_data (bytes, &size_bytes), *end = data + size_bytes;
  guint n = 0;

  for (const char *at = data; (at = memchr (at, '/', (gsize) (end - at))) != NULL; at++)
    if ((gsize) (end - at) >= strlen (type) && memcmp (at, type, strlen (type)) == 0)
      n++;

  return n;
}

/* The best run. */
static Cost
measure (guint n_claims, GalleyLayout layout, const GalleyExportFormat *format)
{
  GalleyArticleFields fields = { .title = "A Title" };
  g_autoptr (GalleyArticle) article = galley_article_new ("a", &fields);
  g_autoptr (GalleyDocument) document = make_document ();
  g_autoptr (GalleyClaimList) claims =
      make_claims (n_claims, galley_text_get_length (galley_document_get_text (document)));
  GalleyReportOptions options = { .layout = layout,
                                  .publisher_name = "The Desk",
                                  .publisher_address = "https://desk.example/",
                                  .page_address = "https://desk.example/checks/1" };
  Cost best = { .ms = G_MAXDOUBLE };

  for (guint i = 0; i < (has_pages (format) ? 1 : N_RUNS); i++)
    {
      double start = now_ms ();
      g_autoptr (GalleyReport) report =
          galley_report_new (article, document, claims, /* dismissals= */ NULL, &options);
      g_autoptr (GBytes) bytes =
          galley_export_to_bytes (report, format, /* cancellable= */ NULL, /* error= */ NULL);

      best.ms = MIN (best.ms, now_ms () - start);
      best.n_pages = has_pages (format) ? count_pages (bytes) : 0;
      g_assert (g_bytes_get_size (bytes) > 0);
    }

  return best;
}

static Cost
measure_apart (guint n_claims, GalleyLayout layout, const GalleyExportFormat *format)
{
  Cost cost = { 0 };
  struct rusage usage;
  int ends[2];
  pid_t child;

  g_assert (pipe (ends) == 0);
  child = fork ();
  if (child == 0)
    {
      cost = measure (n_claims, layout, format);
      getrusage (RUSAGE_SELF, &usage);
      cost.peak_mb = usage.ru_maxrss / 1024.;
      _exit (write (ends[1], &cost, sizeof cost) == sizeof cost ? 0 : 1);
    }
  g_assert (read (ends[0], &cost, sizeof cost) == sizeof cost);
  waitpid (child, NULL, 0);
  close (ends[0]);
  close (ends[1]);

  return cost;
}

static void
report (GalleyLayout layout, const GalleyExportFormat *format)
{
  Cost few = measure_apart (N_CLAIMS / 10, layout, format);
  Cost many = measure_apart (N_CLAIMS, layout, format);

  g_print ("%-11s %-12s %6.0f ms, ", format->nick,
           format->layouts != 0 ? galley_layout_to_nick (layout) : "", many.ms);
  if (many.n_pages > 0)
    g_print ("%.2f of the bound for %u pages; %4.0f MB", many.ms / BOUND_MS_PER_PAGE / many.n_pages,
             many.n_pages, many.peak_mb);
  else if (g_str_equal (format->nick, "docx") || g_str_equal (format->nick, "odt"))
    g_print ("%4.0f MB", many.peak_mb);
  else
    g_print ("%.2f of the bound; %4.0f MB, %.2f of the bound", many.ms / BOUND_MS, many.peak_mb,
             many.peak_mb / BOUND_MB);
  g_print ("; %.1f times a tenth of the claims\n", many.ms / few.ms);
}

static gboolean
is_measured (const GalleyExportFormat *format, GalleyLayout layout)
{
  if (has_pages (format))
    return layout == GALLEY_LAYOUT_ANNOTATED || layout == GALLEY_LAYOUT_ARCHIVE;

  return format->layouts == 0 ? layout == GALLEY_LAYOUT_ANNOTATED
                              : galley_export_has_layout (format, layout);
}

int
main (int argc, char **argv)
{
  for (guint i = 0; i < galley_export_get_n_formats (); i++)
    {
      const GalleyExportFormat *format = galley_export_get_format (i);

      for (GalleyLayout layout = 0; layout < GALLEY_N_LAYOUTS; layout++)
        if (is_measured (format, layout) && (argc < 2 || g_str_equal (format->nick, argv[1])) &&
            (argc < 3 || g_str_equal (galley_layout_to_nick (layout), argv[2])))
          report (layout, format);
    }

  return 0;
}
