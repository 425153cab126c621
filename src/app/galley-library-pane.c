/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-library-pane.h"

#include "galley-article-row.h"
#include "galley-article-search.h"
#include "galley-article-rest.h"
#include "galley-keys.h"
#include "galley-list-focus.h"
#include "galley-search-keys.h"

#include <glib/gi18n.h>

/* As many articles as most screens show; on a larger one the others come a frame later. */
#define N_FIRST 24

/**
 * GalleyLibraryPane:
 *
 * The articles of a library, newest first, with a search over their titles and words.
 */
struct _GalleyLibraryPane
{
  AdwBin parent_instance;

  GalleyDesk *desk;              /* (nullable) */
  GtkSingleSelection *selection; /* over @head */
  GtkSliceListModel *head;       /* (nullable) the first of the filtered, sorted articles, or all */
  GalleyArticleSearch *search;   /* which articles are shown */
  gboolean is_selecting;         /* the program selects, not a person */
  gboolean is_walked; /* the last article was chosen with the keys, and the next may be */
  guint rest_id;

  GtkSearchEntry *entry;
  GtkListView *list;
  GtkStack *stack;
  GtkPopoverMenu *context_menu;
  GtkWidget *archived_button;
};

enum
{
  ARTICLE_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GalleyLibraryPane, galley_library_pane, ADW_TYPE_BIN)

static gboolean
has_archived (GalleyLibraryPane *self)
{
  GListModel *articles = self->desk != NULL ? galley_desk_get_articles (self->desk) : NULL;
  guint n = articles != NULL ? g_list_model_get_n_items (articles) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GalleyArticle) article = g_list_model_get_item (articles, i);

      if (galley_article_is_archived (article))
        return TRUE;
    }

  return FALSE;
}

static void
update_page (GalleyLibraryPane *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  gtk_stack_set_visible_child_name (self->stack, n > 0 || self->desk == NULL ? "list"
                                                 : galley_article_search_has_words (self->search)
                                                     ? "not-found"
                                                     : "empty");
  gtk_widget_set_visible (self->archived_button, has_archived (self));
}

/* Shows what is below the first screen, too. */
static void
show_rest (GalleyLibraryPane *self)
{
  g_clear_handle_id (&self->rest_id, g_source_remove);
  if (self->head != NULL)
    gtk_slice_list_model_set_size (self->head, G_MAXUINT);
}

static gboolean
show_rest_cb (gpointer user_data)
{
  GalleyLibraryPane *self = user_data;

  self->rest_id = 0;
  show_rest (self);

  return G_SOURCE_REMOVE;
}

/**
 * galley_library_pane_refresh:
 *
 * Looks again which articles are to be shown: one may have been archived.
 */
void
galley_library_pane_refresh (GalleyLibraryPane *self)
{
  g_return_if_fail (GALLEY_IS_LIBRARY_PANE (self));

  self->is_selecting = TRUE;
  galley_article_search_refresh (self->search);
  self->is_selecting = FALSE;
  update_page (self);
}

static void
search_changed_cb (GalleyLibraryPane *self)
{
  galley_article_search_set_words (self->search,
                                   gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  galley_library_pane_refresh (self);
}

static void
stop_search_cb (GalleyLibraryPane *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  galley_library_pane_focus_list (self);
}

static void
selected_cb (GalleyLibraryPane *self)
{
  GalleyArticle *article = gtk_single_selection_get_selected_item (self->selection);

  if (!self->is_selecting && article != NULL)
    g_signal_emit (self, signals[ARTICLE_CHOSEN], 0, galley_article_get_id (article));
}

/* Enter, or a double click: this is the one. */
static void
activated_cb (GalleyLibraryPane *self, guint position)
{
  self->is_walked = FALSE;
  self->is_selecting = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->is_selecting = FALSE;
  selected_cb (self);
}

/* From the search to what was found, of which the first is shown. */
static void
search_activated_cb (GalleyLibraryPane *self)
{
  self->is_walked = TRUE;
  if (gtk_single_selection_get_selected (self->selection) == GTK_INVALID_LIST_POSITION)
    gtk_single_selection_set_selected (self->selection, 0);
  galley_library_pane_focus_list (self);
}

static gboolean
key_pressed_cb (GalleyLibraryPane *self)
{
  self->is_walked = TRUE;
  return GDK_EVENT_PROPAGATE;
}

static void
pressed_cb (GalleyLibraryPane *self)
{
  self->is_walked = FALSE;
}

static void
row_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, galley_article_row_new ());
}

static void
row_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  galley_article_row_set_article (GALLEY_ARTICLE_ROW (gtk_list_item_get_child (item)),
                                  gtk_list_item_get_item (item));
}

static void
row_unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  galley_article_row_set_article (GALLEY_ARTICLE_ROW (gtk_list_item_get_child (item)), NULL);
}

static void
append (GMenu *menu, const char *label, const char *action, GalleyArticle *article)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);
  g_autofree char *key = g_strconcat (action, "::", NULL);

  galley_keys_show_in (item, key);
  g_menu_item_set_action_and_target (item, action, "s", galley_article_get_id (article));
  g_menu_append_item (menu, item);
}

static void
show_context_menu (GalleyLibraryPane *self, GtkWidget *row, double x, double y)
{
  GalleyArticle *article = galley_article_row_get_article (GALLEY_ARTICLE_ROW (row));
  gboolean is_archived = galley_article_is_archived (article);
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) keeping = g_menu_new ();
  g_autoptr (GMenu) exporting = g_menu_new ();
  g_autoptr (GMenu) destroying = g_menu_new ();
  graphene_point_t at;

  append (keeping, is_archived ? _ ("Take out of Archive") : _ ("Archive"), "win.archive", article);
  append (keeping, _ ("Remove from Library"), "win.remove", article);
  append (exporting, _ ("Export…"), "win.export-articles", article);
  append (destroying, _ ("Delete Permanently…"), "win.purge", article);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (exporting));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (keeping));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (destroying));
  gtk_popover_menu_set_menu_model (self->context_menu, G_MENU_MODEL (menu));

  if (gtk_widget_compute_point (row, GTK_WIDGET (self), &GRAPHENE_POINT_INIT (x, y), &at))
    gtk_popover_set_pointing_to (GTK_POPOVER (self->context_menu),
                                 &(GdkRectangle){ at.x, at.y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->context_menu));
}

static void
right_click_cb (GalleyLibraryPane *self, int n_press, double x, double y)
{
  GtkWidget *list = GTK_WIDGET (self->list);
  GtkWidget *picked = gtk_widget_pick (list, x, y, GTK_PICK_DEFAULT);
  GtkWidget *row;
  graphene_point_t at;

  if (picked == NULL)
    return;
  row = gtk_widget_get_ancestor (picked, GALLEY_TYPE_ARTICLE_ROW);
  /* The padding of a row belongs to the row's parent, which GTK makes. */
  if (row == NULL && GALLEY_IS_ARTICLE_ROW (gtk_widget_get_first_child (picked)))
    row = gtk_widget_get_first_child (picked);
  if (row == NULL)
    return;

  if (gtk_widget_compute_point (list, row, &GRAPHENE_POINT_INIT (x, y), &at))
    show_context_menu (self, row, at.x, at.y);
}

static void
context_menu_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  GtkWidget *row = focus != NULL ? gtk_widget_get_first_child (focus) : NULL;

  if (GALLEY_IS_ARTICLE_ROW (row))
    show_context_menu (GALLEY_LIBRARY_PANE (widget), row, 0, gtk_widget_get_height (row));
}

static void
galley_library_pane_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GTK_WIDGET_CLASS (galley_library_pane_parent_class)
      ->size_allocate (widget, width, height, baseline);
  gtk_popover_present (GTK_POPOVER (GALLEY_LIBRARY_PANE (widget)->context_menu));
}

static void
galley_library_pane_dispose (GObject *object)
{
  GalleyLibraryPane *self = GALLEY_LIBRARY_PANE (object);

  g_clear_handle_id (&self->rest_id, g_source_remove);
  g_clear_object (&self->head);
  g_clear_object (&self->desk);
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  if (self->context_menu != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->context_menu)));
  g_clear_object (&self->selection);
  g_clear_object (&self->search);

  G_OBJECT_CLASS (galley_library_pane_parent_class)->dispose (object);
}

static void
galley_library_pane_class_init (GalleyLibraryPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = galley_library_pane_dispose;
  widget_class->size_allocate = galley_library_pane_size_allocate;

  /**
   * GalleyLibraryPane::article-chosen:
   * @article_id: which
   *
   * A person chose another article.
   */
  signals[ARTICLE_CHOSEN] =
      g_signal_new ("article-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/galleydesk/Galley/library-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, GalleyLibraryPane, entry);
  gtk_widget_class_bind_template_child (widget_class, GalleyLibraryPane, list);
  gtk_widget_class_bind_template_child (widget_class, GalleyLibraryPane, stack);
  gtk_widget_class_bind_template_child (widget_class, GalleyLibraryPane, context_menu);
  gtk_widget_class_bind_template_child (widget_class, GalleyLibraryPane, archived_button);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, galley_library_pane_focus_list);
  gtk_widget_class_bind_template_callback (widget_class, right_click_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_unbind_cb);

  gtk_widget_class_install_action (widget_class, "library.context-menu", NULL, context_menu_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "library.context-menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK,
                                       "library.context-menu", NULL);
}

static void
galley_library_pane_init (GalleyLibraryPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->context_menu), GTK_WIDGET (self));
  galley_search_keys_add (self->entry);
  galley_list_focus_as_one (self->list);

  self->search = galley_article_search_new ();
  g_signal_connect_object (self->search, "found", G_CALLBACK (galley_library_pane_refresh), self,
                           G_CONNECT_SWAPPED);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_swapped (self->selection, "notify::selected-item", G_CALLBACK (selected_cb),
                            self);
  g_signal_connect_swapped (self->selection, "items-changed", G_CALLBACK (update_page), self);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
}

/**
 * galley_library_pane_set_desk:
 * @desk: the library to show
 *
 * Shows a library. Of a large one it shows at first what a screen holds: the list would make two
 * hundred rows, and hold up the first frame of the window.
 */
void
galley_library_pane_set_desk (GalleyLibraryPane *self, GalleyDesk *desk)
{
  g_autoptr (GListModel) filtered = NULL;

  g_return_if_fail (GALLEY_IS_LIBRARY_PANE (self) && GALLEY_IS_DESK (desk));

  g_set_object (&self->desk, desk);
  filtered = galley_article_search_set_desk (self->search, desk);
  g_clear_object (&self->head);
  self->head = gtk_slice_list_model_new (g_steal_pointer (&filtered), 0, N_FIRST);
  self->is_selecting = TRUE;
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->head));
  self->is_selecting = FALSE;
  if (self->rest_id == 0)
    self->rest_id = g_idle_add_full (GALLEY_PRIORITY_AFTER_FRAME, show_rest_cb, self, NULL);
  update_page (self);
}

/**
 * galley_library_pane_set_show_archived:
 * @show_archived: whether articles in the archive are shown too
 */
void
galley_library_pane_set_show_archived (GalleyLibraryPane *self, gboolean show_archived)
{
  g_return_if_fail (GALLEY_IS_LIBRARY_PANE (self));

  if (galley_article_search_get_show_archived (self->search) == show_archived)
    return;

  galley_article_search_set_show_archived (self->search, show_archived);
  galley_library_pane_refresh (self);
}

static gboolean
find_position (GalleyLibraryPane *self, const char *article_id, guint *out_position)
{
  GListModel *model = G_LIST_MODEL (self->selection);
  guint n = g_list_model_get_n_items (model);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GalleyArticle) article = g_list_model_get_item (model, i);

      if (g_str_equal (galley_article_get_id (article), article_id))
        {
          *out_position = i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * galley_library_pane_select:
 * @article_id: (nullable): the article that is open, or %NULL for none
 *
 * Selects an article without choosing it: nobody is told.
 */
void
galley_library_pane_select (GalleyLibraryPane *self, const char *article_id)
{
  guint position = GTK_INVALID_LIST_POSITION;

  g_return_if_fail (GALLEY_IS_LIBRARY_PANE (self));

  if (article_id != NULL && !find_position (self, article_id, &position))
    {
      show_rest (self);
      find_position (self, article_id, &position);
    }

  self->is_selecting = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->is_selecting = FALSE;
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
}

/**
 * galley_library_pane_get_list:
 *
 * Returns: (transfer none): the list of articles
 */
GtkWidget *
galley_library_pane_get_list (GalleyLibraryPane *self)
{
  g_return_val_if_fail (GALLEY_IS_LIBRARY_PANE (self), NULL);

  return GTK_WIDGET (self->list);
}

static GtkWidget *
get_focused_row (GalleyLibraryPane *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list)) ? focus : NULL;
}

/* What is gone to from the search is chosen before its row has the focus: the search has it still.
 */
static gboolean
has_focus (GalleyLibraryPane *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

/* @row: what the list wraps around one of the article rows. */
static GalleyArticle *
get_article (GtkWidget *row)
{
  GtkWidget *child = gtk_widget_get_first_child (row);

  return GALLEY_IS_ARTICLE_ROW (child) ? galley_article_row_get_article (GALLEY_ARTICLE_ROW (child))
                                       : NULL;
}

/**
 * galley_library_pane_is_walked:
 *
 * Returns: whether somebody goes through the list with the keys, so that the focus is to stay there
 */
gboolean
galley_library_pane_is_walked (GalleyLibraryPane *self)
{
  g_return_val_if_fail (GALLEY_IS_LIBRARY_PANE (self), FALSE);

  return self->is_walked && has_focus (self);
}

/**
 * galley_library_pane_get_focused_article:
 *
 * Returns: (transfer none) (nullable): the article of the row that has the focus, which need not be
 *   the one that is open
 */
GalleyArticle *
galley_library_pane_get_focused_article (GalleyLibraryPane *self)
{
  GtkWidget *row;

  g_return_val_if_fail (GALLEY_IS_LIBRARY_PANE (self), NULL);

  row = get_focused_row (self);

  return row != NULL ? get_article (row) : NULL;
}

/**
 * galley_library_pane_focus_list:
 *
 * Gives the list the focus, on the article that is selected.
 */
void
galley_library_pane_focus_list (GalleyLibraryPane *self)
{
  g_return_if_fail (GALLEY_IS_LIBRARY_PANE (self));

  if (!galley_list_focus_selected (self->list) && !gtk_widget_grab_focus (GTK_WIDGET (self->list)))
    gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

/**
 * galley_library_pane_get_words:
 *
 * Returns: (transfer none): what is looked for; "" for everything
 */
const char *
galley_library_pane_get_words (GalleyLibraryPane *self)
{
  g_return_val_if_fail (GALLEY_IS_LIBRARY_PANE (self), NULL);

  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

/**
 * galley_library_pane_focus_search:
 *
 * Gives the search entry the focus.
 */
void
galley_library_pane_focus_search (GalleyLibraryPane *self)
{
  g_return_if_fail (GALLEY_IS_LIBRARY_PANE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}
