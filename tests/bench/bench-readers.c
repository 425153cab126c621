/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the same article in each format with galleyctl and with a peer, in turn, and prints how
 * many times as long and as much memory as the peer that takes: medians of the time that passes, of
 * the processor's time, and the largest peak of memory, as the kernel counts them for a process and
 * what it started. The bound is a third for what pandoc reads, 1 for PDF. No peer for HTML is
 * packaged: there it is 9.8 ms, a tenth of what readability.js takes of a page of its tests, and 64
 * MB. */

#include "bench-articles.h"

#include <fcntl.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#define PAGE_WORDS 250 /* where the time is hardly more than it takes to start */
#define SHORT_WORDS 1500
#define LONG_WORDS 50000
#define N_SHORT_RUNS 15
#define N_LONG_RUNS 5

typedef struct
{
  const char *name;
  GBytes *(*make) (GPtrArray *paragraphs);
  const char *peer[4]; /* its command before the file; none if there is a bound instead */
  const char *after;   /* its argument after the file, or NULL */
  double bound_ms;
  double bound_mb;
} Format;

static const Format formats[] = {
  { "docx", bench_article_make_docx, { "pandoc", "-t", "plain" }, NULL, 0, 0 },
  { "odt", bench_article_make_odt, { "pandoc", "-t", "plain" }, NULL, 0, 0 },
  { "epub", bench_article_make_epub, { "pandoc", "-t", "plain" }, NULL, 0, 0 },
  { "pdf", bench_article_make_pdf, { "pdftotext" }, "-", 0, 0 },
  { "html", bench_article_make_html, { NULL }, NULL, 9.8, 64 },
};

/* What a program took: once, or the medians and the peak of several runs. */
typedef struct
{
  double wall_ms;
  double cpu_ms;
  double peak_mb;
} Cost;

static double
to_ms (struct timeval time)
{
  return time.tv_sec * 1000.0 + time.tv_usec / 1000.0;
}

/* Runs a program whose output nobody reads. */
static Cost
run (const char *const *argv)
{
  posix_spawn_file_actions_t actions;
  gint64 start = g_get_monotonic_time ();
  struct rusage usage;
  Cost cost = { 0 };
  int status;
  pid_t pid;

  posix_spawn_file_actions_init (&actions);
  posix_spawn_file_actions_addopen (&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  if (posix_spawnp (&pid, argv[0], &actions, /* attributes= */ NULL, (char **) argv, environ) != 0)
    g_error ("%s cannot be started", argv[0]);
  if (wait4 (pid, &status, 0, &usage) != pid || !WIFEXITED (status) || WEXITSTATUS (status) != 0)
    g_error ("%s failed", argv[0]);
  posix_spawn_file_actions_destroy (&actions);

  cost.wall_ms = (g_get_monotonic_time () - start) / 1000.0;
  cost.cpu_ms = to_ms (usage.ru_utime) + to_ms (usage.ru_stime);
  cost.peak_mb = usage.ru_maxrss / 1024.0;
  return cost;
}

static int
compare_doubles (const void *a, const void *b)
{
  double one = *(const double *) a, two = *(const double *) b;

  return (one > two) - (one < two);
}

static Cost
summarize (const Cost *costs, guint n)
{
  double wall_ms[N_SHORT_RUNS], cpu_ms[N_SHORT_RUNS];
  Cost cost = { 0 };

  for (guint i = 0; i < n; i++)
    {
      wall_ms[i] = costs[i].wall_ms;
      cpu_ms[i] = costs[i].cpu_ms;
      cost.peak_mb = MAX (cost.peak_mb, costs[i].peak_mb);
    }
  qsort (wall_ms, n, sizeof (double), compare_doubles);
  qsort (cpu_ms, n, sizeof (double), compare_doubles);
  cost.wall_ms = wall_ms[n / 2];
  cost.cpu_ms = cpu_ms[n / 2];
  return cost;
}

/* Makes the article in a process of its own: the kernel counts the memory of whoever starts a
 * program as the program's, so that this one has to stay small. */
static void
write_article (const Format *format, guint n_words, const char *path)
{
  pid_t pid = fork ();
  int status;

  if (pid == 0)
    {
      g_autoptr (GPtrArray) paragraphs = bench_article_new (n_words);
      g_autoptr (GBytes) bytes = format->make (paragraphs);
      gsize length_bytes;
      const char *data = g_bytes_get_data (bytes, &length_bytes);

      _exit (g_file_set_contents (path, data, length_bytes, NULL) ? 0 : 1);
    }
  if (waitpid (pid, &status, 0) != pid || !WIFEXITED (status) || WEXITSTATUS (status) != 0)
    g_error ("No %s of %u words could be made", format->name, n_words);
}

static void
measure (const Format *format, guint n_words, guint n_runs, const char *folder)
{
  g_autofree char *path = g_strdup_printf ("%s/article.%s", folder, format->name);
  const char *ours_argv[] = { g_getenv ("GALLEYCTL"), "text", path, NULL };
  const char *peer_argv[G_N_ELEMENTS (format->peer) + 2] = { NULL };
  Cost ours[N_SHORT_RUNS], peers[N_SHORT_RUNS];
  Cost our = { 0 }, peer = { format->bound_ms, format->bound_ms, format->bound_mb };
  guint n = 0;

  for (; format->peer[n] != NULL; n++)
    peer_argv[n] = format->peer[n];
  peer_argv[n] = path;
  peer_argv[n + 1] = format->after;
  write_article (format, n_words, path);

  for (guint i = 0; i < n_runs; i++)
    {
      ours[i] = run (ours_argv);
      if (n > 0)
        peers[i] = run (peer_argv);
    }
  our = summarize (ours, n_runs);
  if (n > 0)
    peer = summarize (peers, n_runs);
  unlink (path);

  g_print (
      "%-5s %6u words  galleyctl %7.1f ms (%7.1f of processor) %6.1f MB  %-9s %7.1f ms (%7.1f) "
      "%6.1f MB  ratio %.2f (%.2f), memory %.2f\n",
      format->name, n_words, our.wall_ms, our.cpu_ms, our.peak_mb,
      n > 0 ? format->peer[0] : "bound", peer.wall_ms, peer.cpu_ms, peer.peak_mb,
      our.wall_ms / peer.wall_ms, our.cpu_ms / peer.cpu_ms, our.peak_mb / peer.peak_mb);
}

/* Says which peers are not there. */
static gboolean
has_peers (void)
{
  gboolean is_complete = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      const char *peer = formats[i].peer[0];
      g_autofree char *path = peer != NULL ? g_find_program_in_path (peer) : NULL;

      if (peer == NULL || path != NULL)
        continue;
      g_printerr ("%s, the peer for %s, is not installed: nothing is measured\n", peer,
                  formats[i].name);
      is_complete = FALSE;
    }

  return is_complete;
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = NULL;

  g_test_init (&argc, &argv, NULL);
  if (!has_peers ())
    return 1;

  folder = g_dir_make_tmp ("galley-bench-XXXXXX", NULL);
  g_assert_nonnull (folder);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      measure (&formats[i], PAGE_WORDS, N_SHORT_RUNS, folder);
      measure (&formats[i], SHORT_WORDS, N_SHORT_RUNS, folder);
      measure (&formats[i], LONG_WORDS, N_LONG_RUNS, folder);
    }
  rmdir (folder);

  return 0;
}
