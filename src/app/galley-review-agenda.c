/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-review-agenda.h"

#include "galley-review-row.h"

/**
 * GalleyReviewAgenda:
 *
 * The agenda of a review session: what was decided, what was put off and what is left, in an order
 * that people change by dragging or by keys. It changes nothing itself: "moved" says what is
 * wanted.
 */
struct _GalleyReviewAgenda
{
  AdwBin parent_instance;

  GalleyReview *review; /* nullable */
  GtkSingleSelection *selection;

  /* from the template */
  GtkListView *list;
};

G_DEFINE_FINAL_TYPE (GalleyReviewAgenda, galley_review_agenda, ADW_TYPE_BIN)

enum
{
  MOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, GalleyReviewRow *row)
{
  GalleyReviewAgenda *self =
      GALLEY_REVIEW_AGENDA (gtk_widget_get_ancestor (GTK_WIDGET (row), GALLEY_TYPE_REVIEW_AGENDA));
  guint to;

  if (!galley_review_find (self->review, galley_review_row_get_point (row), &to))
    return FALSE;
  g_signal_emit (self, signals[MOVED], 0, g_value_get_object (value), to);
  return TRUE;
}

static GdkContentProvider *
drag_cb (GtkDragSource *source, double x, double y, GalleyReviewRow *row)
{
  return gdk_content_provider_new_typed (GALLEY_TYPE_REVIEW_POINT,
                                         galley_review_row_get_point (row));
}

static void
set_up_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *row = galley_review_row_new ();
  GtkDragSource *drag = gtk_drag_source_new ();
  GtkDropTarget *drop = gtk_drop_target_new (GALLEY_TYPE_REVIEW_POINT, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (drag, GDK_ACTION_MOVE);
  g_signal_connect (drag, "prepare", G_CALLBACK (drag_cb), row);
  g_signal_connect (drop, "drop", G_CALLBACK (drop_cb), row);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (drop));
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  galley_review_row_set_point (GALLEY_REVIEW_ROW (gtk_list_item_get_child (item)),
                               gtk_list_item_get_item (item));
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  galley_review_row_set_point (GALLEY_REVIEW_ROW (gtk_list_item_get_child (item)), NULL);
}

static void
activated_cb (GalleyReviewAgenda *self, guint position)
{
  galley_review_set_current (self->review, galley_review_peek (self->review, position));
}

/* The row of the point that people talk about is the selected one, and to be seen. */
static void
review_changed_cb (GalleyReviewAgenda *self)
{
  GalleyReviewPoint *current = galley_review_get_current (self->review);
  guint position;

  if (current == NULL || !galley_review_find (self->review, current, &position) ||
      galley_review_agenda_has_focus (self))
    return;
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
}

static void
galley_review_agenda_dispose (GObject *object)
{
  GalleyReviewAgenda *self = GALLEY_REVIEW_AGENDA (object);

  if (self->review != NULL)
    g_signal_handlers_disconnect_by_data (self->review, self);
  g_clear_object (&self->review);

  G_OBJECT_CLASS (galley_review_agenda_parent_class)->dispose (object);
}

static void
galley_review_agenda_class_init (GalleyReviewAgendaClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = galley_review_agenda_dispose;

  /**
   * GalleyReviewAgenda::moved:
   * @point: a point
   * @to: where somebody wants it to stand
   */
  signals[MOVED] = g_signal_new ("moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 2, GALLEY_TYPE_REVIEW_POINT, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/galleydesk/Galley/review-agenda.ui");
  gtk_widget_class_bind_template_child (widget_class, GalleyReviewAgenda, list);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
galley_review_agenda_init (GalleyReviewAgenda *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (factory, "setup", G_CALLBACK (set_up_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  g_object_unref (self->selection);
  g_object_unref (factory);
}

/**
 * galley_review_agenda_set_review:
 * @review: a session under way
 *
 * Shows its agenda.
 */
void
galley_review_agenda_set_review (GalleyReviewAgenda *self, GalleyReview *review)
{
  g_return_if_fail (GALLEY_IS_REVIEW_AGENDA (self));

  if (self->review != NULL)
    g_signal_handlers_disconnect_by_data (self->review, self);
  g_set_object (&self->review, review);
  gtk_single_selection_set_model (self->selection, galley_review_get_points (review));
  g_signal_connect_object (review, "changed", G_CALLBACK (review_changed_cb), self,
                           G_CONNECT_SWAPPED);
  review_changed_cb (self);
}

/**
 * galley_review_agenda_get_selected:
 *
 * Returns: (transfer none) (nullable): the point whose row is selected
 */
GalleyReviewPoint *
galley_review_agenda_get_selected (GalleyReviewAgenda *self)
{
  g_return_val_if_fail (GALLEY_IS_REVIEW_AGENDA (self), NULL);

  return gtk_single_selection_get_selected_item (self->selection);
}

/**
 * galley_review_agenda_has_focus:
 *
 * Returns: whether somebody is in the list with the keyboard
 */
gboolean
galley_review_agenda_has_focus (GalleyReviewAgenda *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

static GtkWidget *
find_row (GalleyReviewAgenda *self, GalleyReviewPoint *point)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->list)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *row = gtk_widget_get_first_child (child);

      if (GALLEY_IS_REVIEW_ROW (row) &&
          galley_review_row_get_point (GALLEY_REVIEW_ROW (row)) == point)
        return child;
    }

  return NULL;
}

/**
 * galley_review_agenda_focus_row:
 * @position: which row; the last one if there are not so many
 *
 * Selects a row and puts the keyboard there.
 */
void
galley_review_agenda_focus_row (GalleyReviewAgenda *self, guint position)
{
  guint n_points;
  GtkWidget *row;

  g_return_if_fail (GALLEY_IS_REVIEW_AGENDA (self));

  n_points = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  if (n_points == 0)
    return;

  position = MIN (position, n_points - 1);
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
  row = find_row (self, gtk_single_selection_get_selected_item (self->selection));
  gtk_widget_grab_focus (row != NULL ? row : GTK_WIDGET (self->list));
}
