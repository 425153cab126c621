/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-repeat-row.h"

#include "galley-badge.h"
#include "galley-claim-words.h"
#include "galley-wrapping.h"

#include <glib/gi18n.h>

/* A longer quote is cut before it is laid out; two lines never show more. In code points. */
#define MAX_QUOTE 300

/**
 * GalleyRepeatRow:
 *
 * Another mention of what a claim tells of, and whether a verdict carries over to it.
 */
struct _GalleyRepeatRow
{
  GtkListBoxRow parent_instance;

  GalleyTwin *twin;

  /* from the template */
  GalleyBadge *badge;
  GtkLabel *quote;
  GtkImage *icon;
  GtkLabel *reason;
};

G_DEFINE_FINAL_TYPE (GalleyRepeatRow, galley_repeat_row, GTK_TYPE_LIST_BOX_ROW)

static void
galley_repeat_row_dispose (GObject *object)
{
  GalleyRepeatRow *self = GALLEY_REPEAT_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), GALLEY_TYPE_REPEAT_ROW);
  g_clear_pointer (&self->twin, galley_twin_unref);

  G_OBJECT_CLASS (galley_repeat_row_parent_class)->dispose (object);
}

static void
galley_repeat_row_class_init (GalleyRepeatRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = galley_repeat_row_dispose;

  g_type_ensure (GALLEY_TYPE_BADGE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/galleydesk/Galley/repeat-row.ui");
  gtk_widget_class_bind_template_child (widget_class, GalleyRepeatRow, badge);
  gtk_widget_class_bind_template_child (widget_class, GalleyRepeatRow, quote);
  gtk_widget_class_bind_template_child (widget_class, GalleyRepeatRow, icon);
  gtk_widget_class_bind_template_child (widget_class, GalleyRepeatRow, reason);
}

static void
galley_repeat_row_init (GalleyRepeatRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  galley_wrapping_set_up_all (GTK_WIDGET (self));
}

static const char *
get_icon_name (GalleyTwinState state)
{
  switch (state)
    {
    case GALLEY_TWIN_FREE:
    case GALLEY_TWIN_AGREED:
      return "object-select-symbolic";
    case GALLEY_TWIN_DECIDED:
      return "dialog-warning-symbolic";
    default:
      return "action-unavailable-symbolic";
    }
}

static void
show_status (GalleyRepeatRow *self)
{
  if (self->twin->claim != NULL)
    galley_badge_set_status (self->badge, galley_claim_get_status (self->twin->claim));
  else
    galley_badge_set_suggestion (self->badge);
}

/**
 * galley_repeat_row_new:
 * @check: the article
 * @twin: a mention in it
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
galley_repeat_row_new (GalleyCheck *check, GalleyTwin *twin)
{
  GalleyRepeatRow *self = g_object_new (GALLEY_TYPE_REPEAT_ROW, NULL);
  GalleyRange range = { twin->range.start, MIN (twin->range.end, twin->range.start + MAX_QUOTE) };
  g_autofree char *quote = galley_claim_words_get_quote (check, range);
  g_autofree char *reason = galley_twin_describe (twin, galley_check_get_document (check));
  const char *said = reason != NULL ? reason : _ ("It says the same");
  const char *status = twin->claim != NULL
                           ? galley_status_get_label (galley_claim_get_status (twin->claim))
                           : _ ("Unmarked");
  /* Translators: a status and a claim's words, for screen readers. */
  g_autofree char *name = g_strdup_printf (_ ("%s: %s"), status, quote);

  self->twin = galley_twin_ref (twin);
  show_status (self);
  gtk_label_set_text (self->quote, quote);
  gtk_image_set_from_icon_name (self->icon, get_icon_name (twin->state));
  gtk_label_set_text (self->reason, said);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, said, -1);

  return GTK_WIDGET (self);
}

/**
 * galley_repeat_row_get_twin:
 *
 * Returns: (transfer none): what it shows
 */
GalleyTwin *
galley_repeat_row_get_twin (GalleyRepeatRow *self)
{
  g_return_val_if_fail (GALLEY_IS_REPEAT_ROW (self), NULL);

  return self->twin;
}
