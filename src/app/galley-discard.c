/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-discard.h"

#include "galley-dialogs.h"

#include <glib/gi18n.h>

static void
confirmed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GalleySaver) saver = user_data;

  if (galley_dialogs_ask_finish (result) == GALLEY_ANSWER_ACCEPT)
    galley_saver_discard (saver);
}

/**
 * galley_discard_ask:
 * @parent: the window in which somebody wants that
 * @saver: what could not save something
 * @cancellable: stops the asking
 *
 * Gives up what could not be saved, if whoever wants that says so once more.
 */
void
galley_discard_ask (GtkWindow *parent, GalleySaver *saver, GCancellable *cancellable)
{
  guint n = galley_saver_get_n_failed (saver);
  g_autofree char *body =
      g_strdup_printf (ngettext ("%u change could not be saved and will be lost.",
                                 "%u changes could not be saved and will be lost.", n),
                       n);

  galley_dialogs_ask (parent,
                      &(GalleyQuestion){ .heading = _ ("Discard What Could Not Be Saved?"),
                                         .body = body,
                                         .cancel = _ ("_Cancel"),
                                         .accept = _ ("_Discard"),
                                         .is_destructive = TRUE },
                      cancellable, confirmed_cb, g_object_ref (saver));
}
