/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An article of a megabyte in which the writer noted something at every sentence: what it costs to
 * show it and to scroll in it, beside the same words without notes. */

#include "bench-frames.h"
#include "bench-library.h"

#include "galley-article-view.h"
#include "galley-document-builder.h"

#include <adwaita.h>
#include <string.h>

#define N_SENTENCES 10000
#define N_ROUNDS 3
#define N_SCROLLS 200

typedef struct
{
  GArray *shown; /* (element-type double): processor's time until nothing is to be done, ms */
  GArray *wall;  /* (element-type double): of a frame, ms */
  GArray *cpu;
} Costs;

static GalleyCheck *
make_check (gboolean has_notes)
{
  g_autoptr (GalleyDocumentBuilder) builder = galley_document_builder_new ();
  g_autofree char *text = bench_library_make_text (/* seed= */ 1, N_SENTENCES);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GBytes) original = g_bytes_new_static ("", 0);
  g_autoptr (GalleyDocument) document = NULL;
  GalleyArticleFields fields = { .title = "Title" };
  g_autoptr (GalleyArticle) article = galley_article_new ("article", &fields);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      guint start = galley_document_builder_append (builder, lines[i]);
      guint end = galley_document_builder_append (builder, "\n");

      for (guint at = start; has_notes && at + 60 < end; at += 60)
        {
          galley_document_builder_add_source_note (builder, (GalleyRange){ at, at + 20 },
                                                   GALLEY_SOURCE_NOTE_COMMENT, "Ana Ruiz", NULL,
                                                   "Report, page 4");
          galley_document_builder_add_source_note (builder, (GalleyRange){ at + 30, at + 30 },
                                                   GALLEY_SOURCE_NOTE_FOOTNOTE, NULL, NULL,
                                                   "https://example.org/");
          galley_document_builder_add_link (builder, (GalleyRange){ at + 40, at + 50 },
                                            "https://example.org/");
        }
      if (start < end)
        galley_document_builder_add_block (builder, GALLEY_BLOCK_PARAGRAPH, 0,
                                           (GalleyRange){ start, end });
    }
  document = galley_document_builder_finish (builder, original, "text/plain");

  return galley_check_new (article, document, /* claims= */ NULL, /* dismissals= */ NULL);
}

static GtkAdjustment *
find_adjustment (GtkWidget *widget)
{
  while (!GTK_IS_TEXT_VIEW (widget))
    widget = gtk_widget_get_first_child (widget);

  return gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (widget));
}

static void
measure (GalleyArticleView *view, GalleyCheck *check, Costs *costs)
{
  g_autoptr (BenchFrames) frames = NULL;
  GtkAdjustment *adjustment = find_adjustment (GTK_WIDGET (view));
  double start = bench_frames_cpu_ms (), shown, step;

  galley_article_view_set_check (view, check, /* caret= */ 0);
  shown = bench_frames_cpu_ms () - start;
  shown += bench_frames_run_idle ();
  g_array_append_val (costs->shown, shown);

  frames = bench_frames_new (GTK_WIDGET (view));
  step = gtk_adjustment_get_page_size (adjustment) / 4;
  for (guint i = 0; i < N_SCROLLS; i++)
    {
      guint n_frames = frames->wall->len;

      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + step);
      while (frames->wall->len == n_frames)
        g_main_context_iteration (NULL, /* may_block= */ TRUE);
    }
  g_array_append_vals (costs->wall, frames->wall->data, frames->wall->len);
  g_array_append_vals (costs->cpu, frames->cpu->data, frames->cpu->len);
}

static void
print_ratio (const char *what, GArray *noted, GArray *bare, double part, const char *bound)
{
  double ours = bench_frames_get_part (noted, part), peer = bench_frames_get_part (bare, part);

  g_print ("%s: %.1f ms with notes, %.1f ms without: ratio %.2f%s\n", what, ours, peer, ours / peer,
           bound);
}

static void
costs_init (Costs *costs)
{
  costs->shown = g_array_new (FALSE, FALSE, sizeof (double));
  costs->wall = g_array_new (FALSE, FALSE, sizeof (double));
  costs->cpu = g_array_new (FALSE, FALSE, sizeof (double));
}

static void
costs_clear (Costs *costs)
{
  g_array_unref (costs->shown);
  g_array_unref (costs->wall);
  g_array_unref (costs->cpu);
}

int
main (int argc, char **argv)
{
  GtkWindow *window;
  GalleyArticleView *view;
  g_autoptr (GalleyCheck) bare = make_check (/* has_notes= */ FALSE);
  g_autoptr (GalleyCheck) noted = make_check (/* has_notes= */ TRUE);
  Costs of_bare, of_noted;

  gtk_init ();
  adw_init ();
  window = GTK_WINDOW (gtk_window_new ());
  view = g_object_new (GALLEY_TYPE_ARTICLE_VIEW, NULL);
  gtk_window_set_default_size (window, 1000, 880);
  gtk_window_set_child (window, GTK_WIDGET (view));
  gtk_window_present (window);
  bench_frames_run_idle ();

  costs_init (&of_bare);
  costs_init (&of_noted);
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      measure (view, bare, &of_bare);
      measure (view, noted, &of_noted);
    }
  g_print ("%u notes and as many links as half of them\n",
           galley_remarks_get_n_notes (galley_check_get_remarks (noted)));
  print_ratio ("shown, processor", of_noted.shown, of_bare.shown, 0.5, " (bound 1.5)");
  print_ratio ("scrolling by a quarter page, a frame, median", of_noted.wall, of_bare.wall, 0.5,
               " (bound 1.5)");
  print_ratio ("scrolling by a quarter page, a frame, p95", of_noted.wall, of_bare.wall, 0.95, "");
  print_ratio ("scrolling by a quarter page, processor, median", of_noted.cpu, of_bare.cpu, 0.5,
               "");
  costs_clear (&of_bare);
  costs_clear (&of_noted);
  gtk_window_destroy (window);

  return 0;
}
