/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-article-picker.h"

#include "galley-article-row.h"
#include "galley-article-search.h"
#include "galley-mnemonics.h"
#include "galley-pass-focus.h"

#include <glib/gi18n.h>

/**
 * GalleyArticlePicker:
 *
 * The articles of a library with a check mark each, and a search over them. What is chosen stays
 * chosen while something else is looked for; how many are is always to be seen.
 */
struct _GalleyArticlePicker
{
  AdwBin parent_instance;

  GalleyDesk *desk; /* (nullable) */
  GalleyArticleSearch *search;
  GListModel *shown;  /* (nullable) (element-type GalleyArticle) what is found */
  GHashTable *chosen; /* (element-type utf8): ids of articles */
  GPtrArray *bound;   /* (element-type GtkListItem) (unowned): the rows that there are now */

  GtkEditable *entry;
  GtkButton *all_button;
  GtkStack *stack;
  GtkListView *list;
  GtkLabel *count;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GalleyArticlePicker, galley_article_picker, ADW_TYPE_BIN)

static gboolean
is_chosen (GalleyArticlePicker *self, GalleyArticle *article)
{
  return g_hash_table_contains (self->chosen, galley_article_get_id (article));
}

static void
show_mark (GalleyArticlePicker *self, GtkListItem *item)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *row = gtk_widget_get_parent (box);
  gboolean is_on = is_chosen (self, gtk_list_item_get_item (item));

  gtk_check_button_set_active (GTK_CHECK_BUTTON (gtk_widget_get_first_child (box)), is_on);
  if (row != NULL)
    gtk_accessible_update_state (
        GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_CHECKED,
        is_on ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
}

static guint
get_n_shown (GalleyArticlePicker *self)
{
  return self->shown != NULL ? g_list_model_get_n_items (self->shown) : 0;
}

static gboolean
are_all_chosen (GalleyArticlePicker *self)
{
  guint n = get_n_shown (self);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GalleyArticle) article = g_list_model_get_item (self->shown, i);

      if (!is_chosen (self, article))
        return FALSE;
    }

  return n > 0;
}

static void
update (GalleyArticlePicker *self)
{
  guint n = g_hash_table_size (self->chosen);
  g_autofree char *words =
      n == 0 ? g_strdup (_ ("No article chosen"))
             : g_strdup_printf (ngettext ("%u article chosen", "%u articles chosen", n), n);

  for (guint i = 0; i < self->bound->len; i++)
    show_mark (self, g_ptr_array_index (self->bound, i));
  gtk_label_set_label (self->count, words);
  gtk_stack_set_visible_child_name (self->stack, get_n_shown (self) > 0 ? "list" : "not-found");
  gtk_widget_set_sensitive (GTK_WIDGET (self->all_button), get_n_shown (self) > 0);
  gtk_button_set_label (self->all_button,
                        are_all_chosen (self) ? _ ("Choose N_one") : _ ("Choose _All"));
  galley_mnemonics_name (GTK_WIDGET (self->all_button));
}

static void
set_chosen (GalleyArticlePicker *self, GalleyArticle *article, gboolean is_on)
{
  if (is_on)
    g_hash_table_add (self->chosen, g_strdup (galley_article_get_id (article)));
  else
    g_hash_table_remove (self->chosen, galley_article_get_id (article));
}

static void
tell (GalleyArticlePicker *self)
{
  update (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
toggle (GalleyArticlePicker *self, guint position)
{
  g_autoptr (GalleyArticle) article = g_list_model_get_item (self->shown, position);

  set_chosen (self, article, !is_chosen (self, article));
  tell (self);
}

static void
activated_cb (GalleyArticlePicker *self, guint position)
{
  toggle (self, position);
}

/* The space bar chooses, as it does with any check mark; a list would select the row with it. */
static gboolean
key_pressed_cb (GalleyArticlePicker *self, guint key, guint code, GdkModifierType modifiers)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if ((key != GDK_KEY_space && key != GDK_KEY_KP_Space) ||
      (modifiers & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;

  for (guint i = 0; i < self->bound->len; i++)
    {
      GtkListItem *item = g_ptr_array_index (self->bound, i);

      if (gtk_widget_get_parent (gtk_list_item_get_child (item)) == focus)
        {
          toggle (self, gtk_list_item_get_position (item));
          return GDK_EVENT_STOP;
        }
    }

  return GDK_EVENT_PROPAGATE;
}

/* What is shown, no more and no less: what is not stays as it is. */
static void
all_clicked_cb (GalleyArticlePicker *self)
{
  gboolean is_on = !are_all_chosen (self);
  guint n = get_n_shown (self);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GalleyArticle) article = g_list_model_get_item (self->shown, i);

      set_chosen (self, article, is_on);
    }
  tell (self);
}

static void
found_cb (GalleyArticlePicker *self)
{
  galley_article_search_refresh (self->search);
  update (self);
}

static void
search_changed_cb (GalleyArticlePicker *self)
{
  galley_article_search_set_words (self->search, gtk_editable_get_text (self->entry));
  found_cb (self);
}

static void
stop_search_cb (GalleyArticlePicker *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (*gtk_editable_get_text (self->entry) != '\0')
    gtk_editable_set_text (self->entry, "");
  else if (GTK_IS_WINDOW (root))
    gtk_window_close (GTK_WINDOW (root));
}

/* Enter after what was typed is for the window, not for the search. */
static void
entered_cb (GalleyArticlePicker *self)
{
  gtk_widget_activate_default (GTK_WIDGET (self));
}

static gboolean
galley_article_picker_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (GALLEY_ARTICLE_PICKER (widget)->entry));
}

static void
row_set_up_cb (GalleyArticlePicker *self, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *row = galley_article_row_new ();

  /* The row is what is pressed and what has the focus. */
  gtk_widget_set_can_target (check, FALSE);
  gtk_widget_set_can_focus (check, FALSE);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (row, TRUE);
  gtk_box_append (GTK_BOX (box), check);
  gtk_box_append (GTK_BOX (box), row);
  gtk_list_item_set_child (item, box);
}

static void
row_bind_cb (GalleyArticlePicker *self, GtkListItem *item)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *row = gtk_widget_get_parent (box);
  GalleyArticle *article = gtk_list_item_get_item (item);
  const char *title = galley_article_get_title (article);

  galley_article_row_set_article (GALLEY_ARTICLE_ROW (gtk_widget_get_last_child (box)), article);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (box)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_ptr_array_add (self->bound, item);
  show_mark (self, item);
}

static void
row_unbind_cb (GalleyArticlePicker *self, GtkListItem *item)
{
  GtkWidget *row = gtk_widget_get_last_child (gtk_list_item_get_child (item));

  galley_article_row_set_article (GALLEY_ARTICLE_ROW (row), NULL);
  g_ptr_array_remove_fast (self->bound, item);
}

static void
galley_article_picker_dispose (GObject *object)
{
  GalleyArticlePicker *self = GALLEY_ARTICLE_PICKER (object);

  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), GALLEY_TYPE_ARTICLE_PICKER);
  g_clear_object (&self->shown);
  g_clear_object (&self->search);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (galley_article_picker_parent_class)->dispose (object);
}

static void
galley_article_picker_finalize (GObject *object)
{
  GalleyArticlePicker *self = GALLEY_ARTICLE_PICKER (object);

  g_hash_table_unref (self->chosen);
  g_ptr_array_unref (self->bound);

  G_OBJECT_CLASS (galley_article_picker_parent_class)->finalize (object);
}

static void
galley_article_picker_class_init (GalleyArticlePickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = galley_article_picker_dispose;
  G_OBJECT_CLASS (klass)->finalize = galley_article_picker_finalize;
  widget_class->focus = galley_pass_focus;
  widget_class->grab_focus = galley_article_picker_grab_focus;

  /**
   * GalleyArticlePicker::changed:
   *
   * Others are chosen.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/galleydesk/Galley/article-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, GalleyArticlePicker, entry);
  gtk_widget_class_bind_template_child (widget_class, GalleyArticlePicker, all_button);
  gtk_widget_class_bind_template_child (widget_class, GalleyArticlePicker, stack);
  gtk_widget_class_bind_template_child (widget_class, GalleyArticlePicker, list);
  gtk_widget_class_bind_template_child (widget_class, GalleyArticlePicker, count);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, all_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_set_up_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_unbind_cb);
}

static void
galley_article_picker_init (GalleyArticlePicker *self)
{
  self->chosen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->bound = g_ptr_array_new ();
  self->search = galley_article_search_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->search, "found", G_CALLBACK (found_cb), self, G_CONNECT_SWAPPED);
  update (self);
}

/**
 * galley_article_picker_set_desk:
 * @desk: the library
 * @words: what to look for at first; "" for everything
 * @show_archived: whether articles in the archive can be chosen, too
 *
 * Shows a library.
 */
void
galley_article_picker_set_desk (GalleyArticlePicker *self,
                                GalleyDesk *desk,
                                const char *words,
                                gboolean show_archived)
{
  g_autoptr (GtkNoSelection) model = NULL;

  g_return_if_fail (GALLEY_IS_ARTICLE_PICKER (self) && GALLEY_IS_DESK (desk));

  g_set_object (&self->desk, desk);
  galley_article_search_set_show_archived (self->search, show_archived);
  g_clear_object (&self->shown);
  self->shown = galley_article_search_set_desk (self->search, desk);
  model = gtk_no_selection_new (g_object_ref (self->shown));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (model));
  gtk_editable_set_text (self->entry, words);
  search_changed_cb (self);
}

/**
 * galley_article_picker_choose:
 * @article_id: an article of the library
 *
 * Chooses an article, as a person would.
 */
void
galley_article_picker_choose (GalleyArticlePicker *self, const char *article_id)
{
  GalleyArticle *article;

  g_return_if_fail (GALLEY_IS_ARTICLE_PICKER (self) && self->desk != NULL);

  article = galley_desk_find_article (self->desk, article_id);
  if (article == NULL)
    return;
  set_chosen (self, article, TRUE);
  tell (self);
}

/**
 * galley_article_picker_list_chosen:
 *
 * Returns: (transfer full) (element-type GalleyArticle): what is chosen, in the library's order
 */
GPtrArray *
galley_article_picker_list_chosen (GalleyArticlePicker *self)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *articles;

  g_return_val_if_fail (GALLEY_IS_ARTICLE_PICKER (self) && self->desk != NULL, list);

  articles = galley_desk_get_articles (self->desk);
  for (guint i = 0; i < g_list_model_get_n_items (articles); i++)
    {
      g_autoptr (GalleyArticle) article = g_list_model_get_item (articles, i);

      if (is_chosen (self, article))
        g_ptr_array_add (list, g_steal_pointer (&article));
    }

  return list;
}
