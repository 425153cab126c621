/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-left-out-dialog.h"

#include <glib/gi18n.h>

/**
 * GalleyLeftOutDialog:
 *
 * What its reader left out of an article, in the order of the input, each with a button that brings
 * it back. It decides nothing: the window does what was asked for.
 */
struct _GalleyLeftOutDialog
{
  AdwWindow parent_instance;

  GalleyCheck *check;

  GtkStack *stack;
  GtkLabel *summary;
  GtkListView *list;
};

enum
{
  BRING_BACK,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GalleyLeftOutDialog, galley_left_out_dialog, ADW_TYPE_WINDOW)

static const char *
get_role_label (GalleyBlockRole role)
{
  static const char *const labels[GALLEY_N_BLOCK_ROLES] = {
    [GALLEY_BLOCK_TITLE] = N_ ("Title"),
    [GALLEY_BLOCK_LEAD] = N_ ("Lead"),
    [GALLEY_BLOCK_HEADING] = N_ ("Heading"),
    [GALLEY_BLOCK_PARAGRAPH] = N_ ("Paragraph"),
    [GALLEY_BLOCK_LIST_ITEM] = N_ ("List item"),
    [GALLEY_BLOCK_QUOTE] = N_ ("Quotation"),
    [GALLEY_BLOCK_ATTRIBUTION] = N_ ("Attribution"),
    [GALLEY_BLOCK_TABLE_ROW] = N_ ("Table row"),
    [GALLEY_BLOCK_BOILERPLATE] = N_ ("Boilerplate"),
  };

  return _ (labels[role]);
}

static const GalleyOmission *
get_omission (GalleyLeftOutDialog *self, guint position)
{
  guint n_omissions;
  const GalleyOmission *omissions =
      galley_document_get_omissions (galley_check_get_document (self->check), &n_omissions);

  return position < n_omissions ? &omissions[position] : NULL;
}

static void
clicked_cb (GtkListItem *item, GtkButton *button)
{
  GtkWidget *dialog = gtk_widget_get_ancestor (GTK_WIDGET (button), GALLEY_TYPE_LEFT_OUT_DIALOG);

  g_signal_emit (dialog, signals[BRING_BACK], 0, gtk_list_item_get_position (item));
}

static GtkWidget *
create_words (void)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *role = gtk_label_new (NULL);
  GtkWidget *text = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (role), 0);
  gtk_widget_add_css_class (role, "caption");
  gtk_widget_add_css_class (role, "dim-label");
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (text), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (text), 4);
  gtk_label_set_ellipsize (GTK_LABEL (text), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), role);
  gtk_box_append (GTK_BOX (words), text);

  return words;
}

static void
set_up_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("Bring Back"));

  gtk_widget_add_css_class (row, "report-row");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (clicked_cb), item);
  gtk_box_append (GTK_BOX (row), create_words ());
  gtk_box_append (GTK_BOX (row), button);
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (GalleyLeftOutDialog *self, GtkListItem *item)
{
  const GalleyOmission *omission = get_omission (self, gtk_list_item_get_position (item));
  GtkWidget *words = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *role = gtk_widget_get_first_child (words);

  if (omission == NULL)
    return;
  gtk_label_set_label (GTK_LABEL (role), get_role_label (omission->role));
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_next_sibling (role)), omission->text);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (gtk_widget_get_next_sibling (words)),
                                  GTK_ACCESSIBLE_RELATION_DESCRIBED_BY,
                                  gtk_widget_get_next_sibling (role), NULL, -1);
}

static void
activated_cb (GalleyLeftOutDialog *self, guint position)
{
  g_signal_emit (self, signals[BRING_BACK], 0, position);
}

static void
galley_left_out_dialog_dispose (GObject *object)
{
  g_clear_object (&GALLEY_LEFT_OUT_DIALOG (object)->check);
  gtk_widget_dispose_template (GTK_WIDGET (object), GALLEY_TYPE_LEFT_OUT_DIALOG);

  G_OBJECT_CLASS (galley_left_out_dialog_parent_class)->dispose (object);
}

static void
galley_left_out_dialog_class_init (GalleyLeftOutDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = galley_left_out_dialog_dispose;

  /**
   * GalleyLeftOutDialog::bring-back:
   * @omission: index of what is wanted after all
   */
  signals[BRING_BACK] = g_signal_new ("bring-back", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                      NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/galleydesk/Galley/left-out-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GalleyLeftOutDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, GalleyLeftOutDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, GalleyLeftOutDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, set_up_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
galley_left_out_dialog_init (GalleyLeftOutDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* As many items as there are omissions; what is in them is looked up in the document. */
static GtkSelectionModel *
make_model (guint n_items)
{
  GListStore *store = g_list_store_new (G_TYPE_OBJECT);

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (GObject) item = g_object_new (G_TYPE_OBJECT, NULL);

      g_list_store_append (store, item);
    }

  return GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (store)));
}

/**
 * galley_left_out_dialog_new:
 * @parent: the window to show it over
 * @check: an article
 *
 * Returns: (transfer full): the dialog; present it to show it
 */
GalleyLeftOutDialog *
galley_left_out_dialog_new (GtkWindow *parent, GalleyCheck *check)
{
  GalleyLeftOutDialog *self =
      g_object_new (GALLEY_TYPE_LEFT_OUT_DIALOG, "transient-for", parent, NULL);

  galley_left_out_dialog_set_check (self, check);

  return self;
}

/**
 * galley_left_out_dialog_set_check:
 * @check: the article as it is now
 *
 * Shows what is left out of it now.
 */
void
galley_left_out_dialog_set_check (GalleyLeftOutDialog *self, GalleyCheck *check)
{
  g_autoptr (GtkSelectionModel) model = NULL;
  g_autofree char *summary = NULL;
  guint n_omissions;

  g_return_if_fail (GALLEY_IS_LEFT_OUT_DIALOG (self) && GALLEY_IS_CHECK (check));

  g_set_object (&self->check, check);
  galley_document_get_omissions (galley_check_get_document (check), &n_omissions);
  summary = g_strdup_printf (ngettext ("Left out: %u block", "Left out: %u blocks", n_omissions),
                             n_omissions);
  gtk_label_set_label (self->summary, summary);
  model = make_model (n_omissions);
  gtk_list_view_set_model (self->list, model);
  gtk_stack_set_visible_child_name (self->stack, n_omissions > 0 ? "list" : "empty");
}
