/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-first-claim.h"

#include "galley-key-map.h"

#include <glib/gi18n.h>

/**
 * GalleyFirstClaim:
 *
 * What stands in the place of a list of claims that is empty: how to make the first one, with the
 * keys that do it now.
 */
struct _GalleyFirstClaim
{
  AdwBin parent_instance;

  AdwStatusPage *page;
};

G_DEFINE_FINAL_TYPE (GalleyFirstClaim, galley_first_claim, ADW_TYPE_BIN)

static void
update (GalleyFirstClaim *self)
{
  g_autofree char *confirm = galley_keys_get_shown ("win.confirm");
  g_autofree char *dispute = galley_keys_get_shown ("win.dispute");
  g_autofree char *pending = galley_keys_get_shown ("win.pending");
  g_autofree char *description = NULL;

  if (confirm != NULL && dispute != NULL && pending != NULL)
    /* Translators: %s are keys, such as “C”. */
    description = g_markup_printf_escaped (_ ("Put the caret in a sentence, or select some words, "
                                              "and press %s to confirm, %s to dispute or %s to "
                                              "leave them pending."),
                                           confirm, dispute, pending);
  else
    description = g_strdup (_ ("Put the caret in a sentence, or select some words, and confirm or "
                               "dispute them, or leave them pending."));
  adw_status_page_set_description (self->page, description);
}

static void
galley_first_claim_class_init (GalleyFirstClaimClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/galleydesk/Galley/first-claim.ui");
  gtk_widget_class_bind_template_child (widget_class, GalleyFirstClaim, page);
}

static void
galley_first_claim_init (GalleyFirstClaim *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update (self);
  g_signal_connect_object (galley_key_map_get_default (), "changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
}
