/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-tray-dialog.h"

#include "galley-tray-words.h"

#include <glib/gi18n.h>

/**
 * GalleyTrayDialog:
 *
 * The claims that have no words in the present draft, each with what was decided on the words that
 * it had. It stays open beside the window, where words are selected to re-link a claim to. It
 * decides nothing: the window does what was asked for.
 */
struct _GalleyTrayDialog
{
  AdwWindow parent_instance;

  GalleyCheck *check; /* the article as it is now */
  GtkCustomFilter *filter;

  GtkStack *stack;
  GtkListView *list;
  GtkSingleSelection *selection; /* (nullable) (unowned) */
};

enum
{
  RELINK,
  PUT_BACK,
  NEXT_PLACE,
  RETIRE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GalleyTrayDialog, galley_tray_dialog, ADW_TYPE_WINDOW)

static gboolean
is_waiting (gpointer claim, gpointer user_data)
{
  return galley_place_is_waiting (galley_claim_get_place (claim));
}

static void
ask_for (GtkWidget *widget, guint signal, GalleyClaim *claim)
{
  GtkWidget *dialog = gtk_widget_get_ancestor (widget, GALLEY_TYPE_TRAY_DIALOG);

  if (claim != NULL)
    g_signal_emit (dialog, signals[signal], 0, galley_claim_get_id (claim));
}

static void
relink_clicked_cb (GtkListItem *item, GtkWidget *button)
{
  ask_for (button, RELINK, gtk_list_item_get_item (item));
}

static void
put_back_clicked_cb (GtkListItem *item, GtkWidget *button)
{
  ask_for (button, PUT_BACK, gtk_list_item_get_item (item));
}

static void
next_place_clicked_cb (GtkListItem *item, GtkWidget *button)
{
  ask_for (button, NEXT_PLACE, gtk_list_item_get_item (item));
}

static void
retire_clicked_cb (GtkListItem *item, GtkWidget *button)
{
  ask_for (button, RETIRE, gtk_list_item_get_item (item));
}

static GtkWidget *
create_words (void)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_widget_set_hexpand (words, TRUE);
  for (guint i = 0; i < 2; i++)
    {
      GtkWidget *label = gtk_label_new (NULL);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_lines (GTK_LABEL (label), 4);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      if (i > 0)
        {
          gtk_widget_add_css_class (label, "caption");
          gtk_widget_add_css_class (label, "dim-label");
        }
      gtk_box_append (GTK_BOX (words), label);
    }

  return words;
}

static void
add_button (GtkWidget *row, const char *label, GCallback callback, GtkListItem *item)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (button, "clicked", callback, item);
  gtk_box_append (GTK_BOX (row), button);
}

static void
set_up_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_widget_add_css_class (row, "report-row");
  gtk_box_append (GTK_BOX (row), create_words ());
  add_button (row, _ ("_Put Back"), G_CALLBACK (put_back_clicked_cb), item);
  add_button (row, _ ("_Next Place"), G_CALLBACK (next_place_clicked_cb), item);
  add_button (row, _ ("Re-_link"), G_CALLBACK (relink_clicked_cb), item);
  add_button (row, _ ("Re_tire"), G_CALLBACK (retire_clicked_cb), item);
  gtk_list_item_set_child (item, row);
}

/* Which of the buttons are there depends on where the words are that the claim had. */
static void
show_buttons (GalleyTrayDialog *self, GalleyFormer *former, GtkWidget *put_back, gboolean is_back)
{
  g_autoptr (GArray) places =
      galley_tray_words_list (galley_document_get_text (galley_check_get_document (self->check)),
                              former != NULL ? former->quote : NULL);

  gtk_widget_set_visible (put_back, is_back);
  gtk_widget_set_visible (gtk_widget_get_next_sibling (put_back), !is_back && places->len > 0);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GalleyTrayDialog *self = user_data;
  GalleyClaim *claim = gtk_list_item_get_item (item);
  GalleyFormer *former = galley_claim_get_former (claim);
  GtkWidget *words = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *label = gtk_widget_get_first_child (words);
  const char *place = galley_place_get_label (galley_claim_get_place (claim));
  g_autofree char *about = NULL;
  GalleyRange range;
  gboolean is_back = galley_tray_words_find (self->check, claim, &range);

  /* Translators: why a claim has no words any more, and what was decided of it before. */
  about = former != NULL && former->status != GALLEY_STATUS_PENDING
              ? g_strdup_printf (_ ("%s · formerly %s"), place,
                                 galley_status_get_label (former->status))
              : g_strdup (place);
  gtk_label_set_label (GTK_LABEL (label), former != NULL ? former->quote : "");
  if (is_back)
    {
      g_autofree char *before = about;

      /* Translators: what is known of a claim without words, and that the words are there again. */
      about = g_strdup_printf (_ ("%s · its words are in the article again"), before);
    }
  if (galley_claim_get_note (claim) != NULL)
    {
      g_autofree char *before = about;

      about = g_strconcat (before, "\n", galley_claim_get_note (claim), NULL);
    }
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_next_sibling (label)), about);
  show_buttons (self, former, gtk_widget_get_next_sibling (words), is_back);
}

static GalleyClaim *
get_chosen (GalleyTrayDialog *self)
{
  return self->selection != NULL ? gtk_single_selection_get_selected_item (self->selection) : NULL;
}

static void
activated_cb (GalleyTrayDialog *self)
{
  ask_for (GTK_WIDGET (self->list), RELINK, get_chosen (self));
}

static gboolean
delete_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  GalleyTrayDialog *self = GALLEY_TRAY_DIALOG (widget);

  ask_for (GTK_WIDGET (self->list), RETIRE, get_chosen (self));
  return TRUE;
}

static void
galley_tray_dialog_dispose (GObject *object)
{
  GalleyTrayDialog *self = GALLEY_TRAY_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), GALLEY_TYPE_TRAY_DIALOG);
  g_clear_object (&self->check);
  g_clear_object (&self->filter);
  self->selection = NULL;

  G_OBJECT_CLASS (galley_tray_dialog_parent_class)->dispose (object);
}

static guint
add_signal (GalleyTrayDialogClass *klass, const char *name)
{
  return g_signal_new (name, G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                       G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
galley_tray_dialog_class_init (GalleyTrayDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = galley_tray_dialog_dispose;

  /**
   * GalleyTrayDialog::relink:
   * @claim_id: the claim that is to be about the words that are selected in the article
   */
  signals[RELINK] = add_signal (klass, "relink");
  /**
   * GalleyTrayDialog::put-back:
   * @claim_id: the claim that is to be about the words that it had, which are in the article again
   */
  signals[PUT_BACK] = add_signal (klass, "put-back");
  /**
   * GalleyTrayDialog::next-place:
   * @claim_id: the claim of which the next place that has its words is to be shown in the article
   */
  signals[NEXT_PLACE] = add_signal (klass, "next-place");
  /**
   * GalleyTrayDialog::retire:
   * @claim_id: the claim that is to be none of the article any more
   */
  signals[RETIRE] = add_signal (klass, "retire");

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/galleydesk/Galley/tray-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GalleyTrayDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, GalleyTrayDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, set_up_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, delete_cb, NULL);
}

static void
galley_tray_dialog_init (GalleyTrayDialog *self)
{
  self->filter = gtk_custom_filter_new (is_waiting, NULL, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
changed_cb (GalleyTrayDialog *self)
{
  gboolean has_some = g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0;

  gtk_stack_set_visible_child_name (self->stack, has_some ? "list" : "empty");
}

/**
 * galley_tray_dialog_set_check:
 * @check: the article as it is now
 */
void
galley_tray_dialog_set_check (GalleyTrayDialog *self, GalleyCheck *check)
{
  GtkFilterListModel *waiting;

  g_return_if_fail (GALLEY_IS_TRAY_DIALOG (self) && GALLEY_IS_CHECK (check));

  g_set_object (&self->check, check);
  waiting = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (galley_check_get_tray (check))),
                                       GTK_FILTER (g_object_ref (self->filter)));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (waiting));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  g_object_unref (self->selection);
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  changed_cb (self);
}

/**
 * galley_tray_dialog_new:
 * @parent: the window to show it over
 * @check: an article
 *
 * Returns: (transfer full): the dialog; present it to show it
 */
GalleyTrayDialog *
galley_tray_dialog_new (GtkWindow *parent, GalleyCheck *check)
{
  GalleyTrayDialog *self = g_object_new (GALLEY_TYPE_TRAY_DIALOG, "transient-for", parent, NULL);

  galley_tray_dialog_set_check (self, check);
  return self;
}
