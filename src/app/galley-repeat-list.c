/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-repeat-list.h"

#include "galley-keys.h"
#include "galley-repeat-row.h"
#include "galley-twins.h"

#include <glib/gi18n.h>

/* So many mentions are shown until somebody wants to see the others, and then so many. */
#define N_SHOWN 4
#define MAX_SHOWN 50

/**
 * GalleyRepeatList:
 *
 * The other mentions of what a claim tells of, which of them a verdict carries over to, and why it
 * does not to the others. Says what the key for that would do. It does nothing by itself: the
 * window of which it is a part does, by "win.repeat-verdict" and "win.show-mention".
 */
struct _GalleyRepeatList
{
  AdwBin parent_instance;

  GalleyCheck *check; /* nullable */
  GalleyClaim *claim; /* nullable */
  guint update_id;
  char *shown; /* (nullable) what is shown, to tell whether it is something else */
  gboolean is_all_shown;

  /* from the template */
  GtkListBox *rows;
  GtkWidget *offer;
  GtkLabel *offer_label;
  GtkButton *offer_button;
  GtkButton *others;
};

G_DEFINE_FINAL_TYPE (GalleyRepeatList, galley_repeat_list, ADW_TYPE_BIN)

/* Those first that a verdict carries over to, then those that have one; each by their start. */
static int
compare_twins (gconstpointer a, gconstpointer b)
{
  static const guint order[GALLEY_N_TWIN_STATES] = {
    [GALLEY_TWIN_FREE] = 0,
    [GALLEY_TWIN_DECIDED] = 1,
    [GALLEY_TWIN_AGREED] = 2,
    [GALLEY_TWIN_DIFFERENT] = 3,
  };
  const GalleyTwin *first = *(GalleyTwin *const *) a, *second = *(GalleyTwin *const *) b;

  if (first->state != second->state)
    return order[first->state] < order[second->state] ? -1 : 1;

  return first->range.start < second->range.start ? -1 : first->range.start > second->range.start;
}

static void
set_offer (GalleyRepeatList *self, const char *label, const char *button)
{
  g_autofree char *tooltip = NULL;

  gtk_widget_set_visible (self->offer, label != NULL);
  if (label == NULL)
    return;

  tooltip = galley_keys_describe ("win.repeat-verdict");
  gtk_label_set_text (self->offer_label, label);
  gtk_button_set_label (self->offer_button, button);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->offer), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->offer_button), tooltip);
}

static void
show_offer (GalleyRepeatList *self, GPtrArray *twins)
{
  GalleyStatus status = galley_claim_get_status (self->claim);
  guint n_free = galley_twins_count_free (twins);
  GalleyClaim *giver = status == GALLEY_STATUS_PENDING ? galley_twins_find_giver (twins) : NULL;
  g_autofree char *label = NULL;

  if (giver != NULL)
    set_offer (self,
               galley_claim_get_status (giver) == GALLEY_STATUS_CONFIRMED
                   ? _ ("Another mention that says the same is confirmed")
                   : _ ("Another mention that says the same is disputed"),
               _ ("Take Over"));
  else if (status != GALLEY_STATUS_PENDING && n_free > 0)
    {
      label = g_strdup_printf (
          ngettext ("%u other mention says the same", "%u other mentions say the same", n_free),
          n_free);
      set_offer (self, label, _ ("Apply Verdict"));
    }
  else
    set_offer (self, NULL, NULL);
}

static void
fill (GalleyRepeatList *self, GPtrArray *twins)
{
  guint n_rows = MIN (twins->len, self->is_all_shown ? MAX_SHOWN : N_SHOWN);
  guint n_more = twins->len - n_rows;
  g_autofree char *more =
      g_strdup_printf (ngettext ("Show %u More Mention", "Show %u More Mentions", n_more), n_more);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->rows, 1)) != NULL)
    gtk_list_box_remove (self->rows, GTK_WIDGET (row));
  for (guint i = 0; i < n_rows; i++)
    gtk_list_box_append (self->rows,
                         galley_repeat_row_new (self->check, g_ptr_array_index (twins, i)));

  gtk_button_set_label (self->others, more);
  gtk_widget_set_visible (GTK_WIDGET (self->others), n_more > 0 && !self->is_all_shown);
}

/* The same as long as all rows would be. */
static char *
sum_up (GalleyRepeatList *self, GPtrArray *twins)
{
  GString *sum = g_string_new (NULL);

  g_string_append_printf (sum, "%d %d", galley_claim_get_status (self->claim), self->is_all_shown);
  for (guint i = 0; i < twins->len; i++)
    {
      const GalleyTwin *twin = g_ptr_array_index (twins, i);

      g_string_append_printf (
          sum, ";%s %u %u %d %d", twin->claim != NULL ? galley_claim_get_id (twin->claim) : "",
          twin->range.start, twin->range.end, twin->state,
          twin->claim != NULL ? (int) galley_claim_get_status (twin->claim) : -1);
    }

  return g_string_free (sum, FALSE);
}

static void
update (GalleyRepeatList *self)
{
  GalleyTwins *twins = self->check != NULL ? galley_check_get_twins (self->check) : NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autofree char *sum = NULL;

  g_clear_handle_id (&self->update_id, g_source_remove);
  if (twins != NULL && self->claim != NULL)
    list = galley_twins_list (twins, self->check, self->claim);
  gtk_widget_set_visible (GTK_WIDGET (self), list != NULL && list->len > 0);
  if (list == NULL || list->len == 0)
    return;

  g_ptr_array_sort (list, compare_twins);
  sum = sum_up (self, list);
  if (g_strcmp0 (sum, self->shown) == 0)
    return;

  g_free (self->shown);
  self->shown = g_steal_pointer (&sum);
  show_offer (self, list);
  fill (self, list);
}

static gboolean
update_cb (gpointer user_data)
{
  GalleyRepeatList *self = user_data;

  self->update_id = 0;
  update (self);

  return G_SOURCE_REMOVE;
}

/* Once for all that changes together. */
static void
queue_update (GalleyRepeatList *self)
{
  if (self->update_id == 0)
    self->update_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_cb, self, NULL);
}

static void
show_others_cb (GalleyRepeatList *self)
{
  GtkListBoxRow *row;

  self->is_all_shown = TRUE;
  update (self);
  row = gtk_list_box_get_row_at_index (self->rows, N_SHOWN + 1);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
activated_cb (GalleyRepeatList *self, GtkListBoxRow *row)
{
  GalleyTwin *twin = galley_repeat_row_get_twin (GALLEY_REPEAT_ROW (row));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-mention", "(su)",
                              twin->claim != NULL ? galley_claim_get_id (twin->claim) : "",
                              twin->range.start);
}

static void
let_go (GalleyRepeatList *self)
{
  if (self->check != NULL)
    g_signal_handlers_disconnect_by_data (self->check, self);
  g_clear_object (&self->claim);
  g_clear_object (&self->check);
  g_clear_pointer (&self->shown, g_free);
  g_clear_handle_id (&self->update_id, g_source_remove);
}

static void
galley_repeat_list_dispose (GObject *object)
{
  let_go (GALLEY_REPEAT_LIST (object));
  gtk_widget_dispose_template (GTK_WIDGET (object), GALLEY_TYPE_REPEAT_LIST);

  G_OBJECT_CLASS (galley_repeat_list_parent_class)->dispose (object);
}

static void
galley_repeat_list_class_init (GalleyRepeatListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = galley_repeat_list_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/galleydesk/Galley/repeat-list.ui");
  gtk_widget_class_bind_template_child (widget_class, GalleyRepeatList, rows);
  gtk_widget_class_bind_template_child (widget_class, GalleyRepeatList, offer);
  gtk_widget_class_bind_template_child (widget_class, GalleyRepeatList, offer_label);
  gtk_widget_class_bind_template_child (widget_class, GalleyRepeatList, offer_button);
  gtk_widget_class_bind_template_child (widget_class, GalleyRepeatList, others);
  gtk_widget_class_bind_template_callback (widget_class, show_others_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
galley_repeat_list_init (GalleyRepeatList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * galley_repeat_list_set_claim:
 * @check: (nullable): an article
 * @claim: (nullable): a claim of it; %NULL to show nothing
 *
 * Shows the other mentions of what @claim tells of, and what becomes of them.
 */
void
galley_repeat_list_set_claim (GalleyRepeatList *self, GalleyCheck *check, GalleyClaim *claim)
{
  g_return_if_fail (GALLEY_IS_REPEAT_LIST (self));
  g_return_if_fail (claim == NULL || (GALLEY_IS_CLAIM (claim) && GALLEY_IS_CHECK (check)));

  let_go (self);
  self->is_all_shown = FALSE;
  if (claim != NULL)
    {
      self->claim = g_object_ref (claim);
      self->check = g_object_ref (check);
      g_signal_connect_swapped (check, "changed", G_CALLBACK (queue_update), self);
      g_signal_connect_swapped (check, "twins-changed", G_CALLBACK (queue_update), self);
    }
  update (self);
}
