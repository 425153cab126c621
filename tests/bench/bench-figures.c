/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the figures of progress cost: those of an article with ten thousand claims and fifty
 * thousand events, and those of a library of five hundred articles. The bound of each is half a
 * second, and half the history has to cost about half as much. */

#include "galley-desk-figures.h"
#include "galley-document-builder.h"
#include "galley-verbs.h"

#include <time.h>

#define N_CLAIMS 10000
#define N_TURNS 4
#define N_EACH 10 /* claims decided in one step */
#define N_ARTICLES 500
#define N_SENTENCES 60
#define N_ROUNDS 5
#define BOUND_MS 500.

/* Of the processor, which others may be using, too. */
static double
get_cpu_ms (void)
{
  return clock () * 1000.0 / CLOCKS_PER_SEC;
}

static GalleyCheck *
import (GalleyDesk *desk, guint n_sentences, guint number)
{
  g_autoptr (GalleyDocumentBuilder) builder = galley_document_builder_new ();
  g_autofree char *name = g_strdup_printf ("bench %u", number);
  g_autoptr (GBytes) original = g_bytes_new (name, strlen (name));
  g_autoptr (GalleyDocument) document = NULL;
  g_autoptr (GalleyOutcome) outcome = NULL;
  g_autoptr (GError) error = NULL;
  GalleyCheck *check;

  for (guint i = 0; i < n_sentences; i++)
    {
      g_autofree char *sentence = g_strdup_printf (
          "Report %u of article %u found that emissions in coastal regions were lower.", i, number);
      guint start = galley_document_builder_append (builder, sentence);

      galley_document_builder_add_block (
          builder, GALLEY_BLOCK_PARAGRAPH, 0,
          (GalleyRange){ start, galley_document_builder_get_length (builder) });
      galley_document_builder_append (builder, "\n\n");
    }
  document = galley_document_builder_finish (builder, original, "text/plain");
  outcome = galley_desk_import (desk, document, /* cancellable= */ NULL, &error);
  g_assert_no_error (error);
  check = galley_desk_load (desk, outcome->article_id, NULL, &error);
  g_assert_no_error (error);

  return check;
}

static void
perform (GalleyDesk *desk, GalleyAction *action)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GalleyOutcome) outcome = galley_desk_perform (desk, action, NULL, &error);

  g_assert_no_error (error);
  galley_action_unref (action);
}

static void
mark_all (GalleyDesk *desk, GalleyCheck *check)
{
  g_autoptr (GArray) suggestions = galley_check_get_suggestions (check);
  g_autofree GalleyMark *marks = g_new0 (GalleyMark, suggestions->len);

  for (guint i = 0; i < suggestions->len; i++)
    marks[i].range = g_array_index (suggestions, GalleyRange, i);
  perform (desk, galley_verb_mark (galley_article_get_id (galley_check_get_article (check)),
                                   galley_check_get_document (check), marks, suggestions->len));
}

static void
decide_all (GalleyDesk *desk, GalleyCheck *check, guint turn)
{
  GalleyClaimList *claims = galley_check_get_claims (check);
  guint n_claims = galley_claim_list_get_n_claims (claims);

  for (guint i = 0; i < n_claims; i += N_EACH)
    {
      const char *ids[N_EACH + 1] = { NULL };

      for (guint j = 0; j < N_EACH && i + j < n_claims; j++)
        ids[j] = galley_claim_get_id (galley_claim_list_peek (claims, i + j));
      perform (desk,
               galley_verb_set_status (
                   ids, turn % 2 == 0 ? GALLEY_STATUS_CONFIRMED : GALLEY_STATUS_DISPUTED, NULL));
    }
}

static double
measure (GalleyDesk *desk, const char *article_id)
{
  GalleyFiguresScope scope = { .article_id = article_id };
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      double start = get_cpu_ms ();
      g_autoptr (GError) error = NULL;
      g_autoptr (GalleyFigures) figures = galley_desk_read_figures (desk, &scope, NULL, &error);

      g_assert_no_error (error);
      best = MIN (best, get_cpu_ms () - start);
    }

  return best;
}

static GalleyDesk *
open_desk (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;
  GalleyDesk *desk = galley_desk_open (path, "bench", NULL, &error);

  g_assert_no_error (error);
  return desk;
}

static void
measure_article (const char *folder)
{
  g_autoptr (GalleyDesk) desk = open_desk (folder, "article.galleydb");
  g_autoptr (GalleyCheck) check = import (desk, N_CLAIMS, 1);
  const char *id = galley_article_get_id (galley_check_get_article (check));
  double half, whole;

  mark_all (desk, check);
  for (guint i = 0; i < N_TURNS / 2; i++)
    decide_all (desk, check, i);
  half = measure (desk, id);
  for (guint i = N_TURNS / 2; i < N_TURNS; i++)
    decide_all (desk, check, i);
  whole = measure (desk, id);
  g_print (
      "figures of an article, %u claims and %u events: %.0f ms: ratio %.2f of the bound of %.0f "
      "ms\n",
      N_CLAIMS, N_CLAIMS * (N_TURNS + 1), whole, whole / BOUND_MS, BOUND_MS);
  g_print ("with %u events fewer: %.0f ms: ratio %.2f (linear: 1.67 at most)\n",
           N_CLAIMS * N_TURNS / 2, half, whole / half);
}

static void
measure_library (const char *folder)
{
  g_autoptr (GalleyDesk) desk = open_desk (folder, "library.galleydb");
  double time_ms;

  for (guint i = 0; i < N_ARTICLES; i++)
    {
      g_autoptr (GalleyCheck) check = import (desk, N_SENTENCES, i);

      mark_all (desk, check);
      decide_all (desk, check, 0);
    }
  time_ms = measure (desk, NULL);
  g_print ("figures of a library, %u articles and %u claims: %.0f ms: ratio %.2f of the bound of "
           "%.0f ms\n",
           N_ARTICLES, N_ARTICLES * N_SENTENCES, time_ms, time_ms / BOUND_MS, BOUND_MS);
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("galley-bench-XXXXXX", NULL);
  g_autofree char *command = g_strdup_printf ("rm -r '%s'", folder);

  measure_article (folder);
  measure_library (folder);

  return g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL) ? 0 : 1;
}
