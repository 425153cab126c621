/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-window-private.h"

#include <glib/gi18n-lib.h>

static char *
describe_checked (GalleyWindow *self, const GalleyProgress *progress)
{
  if (progress->n_claims == 0)
    return g_strdup (_ ("No claims yet"));
  if (galley_window_is_blind (self))
    /* Translators: how many claims of a second reading are judged, of how many. */
    return g_strdup_printf (ngettext ("%u of %u judged", "%u of %u judged", progress->n_claims),
                            progress->n_checked, progress->n_claims);

  /* Translators: how many claims are confirmed or disputed, of how many. */
  return g_strdup_printf (ngettext ("%u of %u checked", "%u of %u checked", progress->n_claims),
                          progress->n_checked, progress->n_claims);
}

static gboolean
update_progress_cb (gpointer user_data)
{
  GalleyWindow *self = user_data;
  GalleyProgress progress;
  g_autofree char *checked = NULL, *covered = NULL, *both = NULL;
  guint percent;

  self->progress_source = 0;
  if (self->check == NULL)
    return G_SOURCE_REMOVE;

  galley_window_show_tray (self);
  galley_window_show_reading (self);
  galley_check_get_progress (self->check, &progress);
  /* Rounded down: only what is covered to the last word is 100 %. */
  percent = progress.n_characters > 0
                ? (guint) ((guint64) progress.n_covered * 100 / progress.n_characters)
                : 100;
  checked = describe_checked (self, &progress);
  /* Translators: how much of the article is covered by claims, in percent. */
  covered = g_strdup_printf (_ ("%u %% covered"), percent);
  /* What is covered is the first checker's doing. */
  both = galley_window_is_blind (self) ? g_steal_pointer (&checked)
                                       : g_strdup_printf ("%s · %s", checked, covered);
  gtk_inscription_set_text (self->progress_label, both);
  if (gtk_inscription_get_nat_chars (self->progress_label) != g_utf8_strlen (both, -1))
    {
      gtk_inscription_set_nat_chars (self->progress_label, g_utf8_strlen (both, -1));
      galley_window_fold (self);
    }

  return G_SOURCE_REMOVE;
}

/**
 * galley_window_queue_progress:
 *
 * Shows in the footer how far the work is, once for all that changes together, and before the next
 * frame: a label that changes later costs a frame of its own.
 */
void
galley_window_queue_progress (GalleyWindow *self)
{
  if (self->progress_source == 0)
    self->progress_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_progress_cb, self, NULL);
}
