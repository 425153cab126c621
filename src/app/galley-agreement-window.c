/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-agreement-window.h"

#include "galley-agreement-words.h"
#include "galley-comparison-report.h"
#include "galley-mnemonics.h"
#include "galley-plain.h"
#include "galley-reading-verbs.h"
#include "galley-report-saving.h"
#include "galley-weak.h"
#include "galley-wrapping.h"

#include <glib/gi18n.h>

/**
 * GalleyAgreementWindow:
 *
 * How far second readers agree with the check and with each other, in figures with the numbers
 * behind them, and the claims on which they do not, to decide about.
 *
 * It follows its check.
 */
struct _GalleyAgreementWindow
{
  AdwWindow parent_instance;

  GalleyCheck *check;         /* (nullable) only in tests of the template */
  GalleyAgreement *agreement; /* nullable */
  GCancellable *cancellable;

  /* from the template */
  AdwWindowTitle *title;
  GtkMenuButton *export_button;
  GtkWidget *copy_button;
  AdwToastOverlay *toasts;
  GtkStack *stack;
  AdwPreferencesGroup *all_group;
  AdwActionRow *alpha_row;
  GtkLabel *alpha;
  GtkSwitch *with_pending;
  GtkListBox *pairs;
  AdwPreferencesGroup *differences_group;
  GtkListBox *differences;
};

enum
{
  CHOOSE,
  PERFORM,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GalleyAgreementWindow, galley_agreement_window, ADW_TYPE_WINDOW)

static void
remove_rows (GtkListBox *list)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
}

static void
attach (GtkGrid *grid, const char *text, int column, int row, gboolean is_heading)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), row == 0 || column > 0 ? 1 : 0);
  gtk_widget_add_css_class (label, is_heading ? "dim-label" : "numeric");
  gtk_grid_attach (grid, label, column, row, 1, 1);
}

/* How often the first found what stands at the row where the second found what stands above. */
static GtkWidget *
create_counts (const GalleyPairFigures *pair, const char *first, const char *second)
{
  GtkGrid *grid = GTK_GRID (gtk_grid_new ());
  g_autofree char *corner = g_strdup_printf ("%s ↓ %s →", first, second);

  gtk_grid_set_column_spacing (grid, 18);
  gtk_grid_set_row_spacing (grid, 6);
  g_object_set (grid, "margin-start", 12, "margin-end", 12, "margin-top", 12, "margin-bottom", 12,
                NULL);
  attach (grid, corner, 0, 0, TRUE);
  for (guint i = 0; i < GALLEY_N_STATUSES; i++)
    {
      attach (grid, galley_status_get_label (i), i + 1, 0, TRUE);
      attach (grid, galley_status_get_label (i), 0, i + 1, TRUE);
      for (guint j = 0; j < GALLEY_N_STATUSES; j++)
        {
          g_autofree char *count = g_strdup_printf ("%u", pair->counts[i][j]);

          attach (grid, count, j + 1, i + 1, FALSE);
        }
    }

  return GTK_WIDGET (grid);
}

static void
add_pair (GalleyAgreementWindow *self, guint first, guint second)
{
  GPtrArray *raters = galley_agreement_get_raters (self->agreement);
  g_autofree char *a = galley_agreement_words_name (g_ptr_array_index (raters, first));
  g_autofree char *b = galley_agreement_words_name (g_ptr_array_index (raters, second));
  g_autofree char *both = g_strconcat (a, " – ", b, NULL);
  g_autofree char *shares = NULL, *kappa = NULL, *subtitle = NULL;
  GtkWidget *row = adw_expander_row_new ();
  GtkWidget *counts;
  GalleyPairFigures pair;

  galley_agreement_get_pair (self->agreement, first, second,
                             gtk_switch_get_active (self->with_pending), &pair);
  shares = galley_agreement_words_describe_pair (&pair);
  kappa = galley_agreement_words_describe_kappa (&pair);
  subtitle = g_strconcat (shares, " · ", kappa, NULL);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), both);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), subtitle);
  counts = gtk_list_box_row_new ();
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (counts), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (counts), create_counts (&pair, a, b));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), counts);
  gtk_list_box_append (self->pairs, row);
}

static GtkWidget *
create_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  galley_wrapping_set_up (GTK_LABEL (label));
  gtk_label_set_xalign (GTK_LABEL (label), 0);

  return label;
}

static void
decide_cb (GtkButton *button, GalleyAgreementWindow *self)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_LIST_BOX_ROW);
  int position = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  GPtrArray *all = galley_agreement_list_disagreements (self->agreement);
  const GalleyReaderDisagreement *disagreement = g_ptr_array_index (all, position);
  const char *const ids[] = { galley_claim_get_id (disagreement->claim), NULL };
  const char *reason = NULL;
  g_autoptr (GalleyAction) action = NULL;
  GalleyStatus status;

  if (!galley_status_from_nick (gtk_widget_get_name (GTK_WIDGET (button)), &status))
    return;

  /* The reason comes along with the verdict that is adopted. */
  for (guint i = 0; i < disagreement->verdicts->len; i++)
    {
      const GalleyVerdict *verdict = g_ptr_array_index (disagreement->verdicts, i);

      if (reason == NULL && verdict != NULL && verdict->status == status)
        reason = verdict->reason;
    }
  action = galley_verb_settle (self->check, ids, status, reason);
  g_signal_emit (self, signals[PERFORM], 0, action);
}

static GtkWidget *
create_buttons (GalleyAgreementWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  for (guint i = 0; i < GALLEY_N_STATUSES; i++)
    {
      /* The order of the panel: confirmed, disputed, pending. */
      GalleyStatus status = (i + 1) % GALLEY_N_STATUSES;
      GtkWidget *button = gtk_button_new_with_label (galley_status_get_label (status));

      gtk_widget_set_name (button, galley_status_to_nick (status));
      g_signal_connect (button, "clicked", G_CALLBACK (decide_cb), self);
      gtk_box_append (GTK_BOX (box), button);
    }
  gtk_widget_set_margin_top (box, 6);

  return box;
}

static void
add_difference (GalleyAgreementWindow *self, const GalleyReaderDisagreement *disagreement)
{
  GPtrArray *raters = galley_agreement_get_raters (self->agreement);
  GalleyText *text = galley_document_get_text (galley_check_get_document (self->check));
  g_autofree char *words = galley_text_slice (text, galley_claim_get_range (disagreement->claim));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *quote = create_label (words), *row = gtk_list_box_row_new ();

  g_object_set (box, "margin-start", 12, "margin-end", 12, "margin-top", 12, "margin-bottom", 12,
                NULL);
  gtk_widget_add_css_class (quote, "heading");
  gtk_box_append (GTK_BOX (box), quote);
  for (guint i = 0; i < raters->len; i++)
    {
      g_autofree char *line = galley_agreement_words_describe_verdict (
          g_ptr_array_index (raters, i), g_ptr_array_index (disagreement->verdicts, i),
          g_ptr_array_index (disagreement->notes, i));

      gtk_box_append (GTK_BOX (box), create_label (line));
    }
  if (disagreement->is_decided)
    {
      /* Translators: %s is a status. */
      g_autofree char *decided =
          g_strdup_printf (_ ("Decided: %s"),
                           galley_status_get_label (galley_claim_get_status (disagreement->claim)));

      gtk_box_append (GTK_BOX (box), create_label (decided));
    }
  else
    gtk_box_append (GTK_BOX (box), create_buttons (self));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_list_box_append (self->differences, row);
}

static void
show_alpha (GalleyAgreementWindow *self)
{
  GalleyAlphaFigures figures;
  g_autofree char *alpha = NULL, *basis = NULL;

  galley_agreement_get_alpha (self->agreement, gtk_switch_get_active (self->with_pending),
                              &figures);
  alpha = galley_agreement_words_describe_alpha (&figures, &basis);
  gtk_label_set_label (self->alpha, alpha);
  adw_action_row_set_subtitle (self->alpha_row, basis);
}

static void
show (GalleyAgreementWindow *self)
{
  GPtrArray *raters =
      self->agreement != NULL ? galley_agreement_get_raters (self->agreement) : NULL;
  gboolean has_figures = raters != NULL && raters->len > 1;
  g_autofree char *who = NULL;

  gtk_stack_set_visible_child_name (self->stack, has_figures ? "figures" : "nothing");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "agreement.export", has_figures);
  gtk_widget_set_sensitive (GTK_WIDGET (self->export_button), has_figures);
  gtk_widget_set_sensitive (self->copy_button, has_figures);
  if (!has_figures)
    return;

  who = galley_agreement_words_describe_raters (self->agreement);
  galley_plain_describe_group (self->all_group, who);
  show_alpha (self);
  remove_rows (self->pairs);
  for (guint i = 0; i < raters->len; i++)
    for (guint j = i + 1; j < raters->len; j++)
      add_pair (self, i, j);
}

static void
show_differences (GalleyAgreementWindow *self)
{
  GPtrArray *all = galley_agreement_list_disagreements (self->agreement);
  g_auto (GStrv) open = galley_agreement_get_disagreements (self->agreement);
  g_autofree char *words =
      g_strdup_printf (ngettext ("%u claim, %u still to be decided. The figures do not change with "
                                 "what is decided.",
                                 "%u claims, %u still to be decided. The figures do not change "
                                 "with what is decided.",
                                 all->len),
                       all->len, g_strv_length (open));

  adw_preferences_group_set_description (self->differences_group,
                                         all->len > 0 ? words : _ ("Nowhere: all found the same."));
  remove_rows (self->differences);
  for (guint i = 0; i < all->len; i++)
    add_difference (self, g_ptr_array_index (all, i));
}

static void
refresh (GalleyAgreementWindow *self)
{
  g_clear_object (&self->agreement);
  self->agreement = galley_agreement_new (self->check);
  show (self);
  show_differences (self);
}

static void
activated_cb (GalleyAgreementWindow *self, GtkListBoxRow *row)
{
  GPtrArray *all = galley_agreement_list_disagreements (self->agreement);
  const GalleyReaderDisagreement *disagreement =
      g_ptr_array_index (all, gtk_list_box_row_get_index (row));

  g_signal_emit (self, signals[CHOOSE], 0, galley_claim_get_id (disagreement->claim));
}

static void
copy_cb (GalleyAgreementWindow *self)
{
  g_autofree char *table = NULL;

  if (self->agreement == NULL)
    return;

  table = galley_agreement_words_make_table (self->agreement, self->check,
                                             gtk_switch_get_active (self->with_pending));
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), table);
}

static GalleyReport *
make_report (GalleyAgreementWindow *self)
{
  GalleyReportOptions options = { 0 };
  g_autoptr (GalleyComparison) comparison = galley_agreement_compare (
      self->agreement, self->check, gtk_switch_get_active (self->with_pending));

  return galley_comparison_report_new (comparison, &options);
}

/**
 * galley_agreement_window_write:
 * @format: nick of a format that agreement has
 *
 * Writes what is shown to a file, and says what came of it.
 */
void
galley_agreement_window_write (GalleyAgreementWindow *self, GFile *file, const char *format)
{
  g_autoptr (GalleyReport) report = NULL;

  g_return_if_fail (GALLEY_IS_AGREEMENT_WINDOW (self) && self->agreement != NULL);

  report = make_report (self);
  galley_report_saving_write (report, galley_export_find_format (format), file, self->cancellable,
                              self->toasts);
}

static void
export_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GalleyAgreementWindow *self = GALLEY_AGREEMENT_WINDOW (widget);
  const char *nick = g_variant_get_string (parameter, NULL);
  const GalleyExportFormat *format = galley_export_find_format (nick);
  g_autoptr (GalleyReport) report = NULL;

  g_return_if_fail (format != NULL && self->agreement != NULL);

  report = make_report (self);
  galley_report_saving_ask (GTK_WINDOW (self), _ ("Export Agreement"), report, format,
                            self->cancellable, self->toasts);
}

static void
export_menu_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gtk_menu_button_popup (GALLEY_AGREEMENT_WINDOW (widget)->export_button);
}

static void
galley_agreement_window_finalize (GObject *object)
{
  GalleyAgreementWindow *self = GALLEY_AGREEMENT_WINDOW (object);

  g_object_unref (self->cancellable);

  G_OBJECT_CLASS (galley_agreement_window_parent_class)->finalize (object);
}

static void
galley_agreement_window_dispose (GObject *object)
{
  GalleyAgreementWindow *self = GALLEY_AGREEMENT_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  if (self->check != NULL)
    g_signal_handlers_disconnect_by_data (self->check, self);
  gtk_widget_dispose_template (GTK_WIDGET (object), GALLEY_TYPE_AGREEMENT_WINDOW);
  g_clear_object (&self->agreement);
  g_clear_object (&self->check);

  G_OBJECT_CLASS (galley_agreement_window_parent_class)->dispose (object);
}

#define BIND(child)                                                                                \
  gtk_widget_class_bind_template_child (widget_class, GalleyAgreementWindow, child)

static void
galley_agreement_window_class_init (GalleyAgreementWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = galley_agreement_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = galley_agreement_window_finalize;

  /**
   * GalleyAgreementWindow::choose:
   * @claim_id: UUID
   *
   * Somebody wants to see a claim.
   */
  signals[CHOOSE] = g_signal_new ("choose", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * GalleyAgreementWindow::perform:
   * @action: a #GalleyAction
   *
   * Somebody has decided between readers.
   */
  signals[PERFORM] = g_signal_new ("perform", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, GALLEY_TYPE_ACTION);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/galleydesk/Galley/agreement-window.ui");
  BIND (title);
  BIND (export_button);
  BIND (copy_button);
  BIND (toasts);
  BIND (stack);
  BIND (all_group);
  BIND (alpha_row);
  BIND (alpha);
  BIND (with_pending);
  BIND (pairs);
  BIND (differences_group);
  BIND (differences);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
  gtk_widget_class_bind_template_callback (widget_class, show);
  gtk_widget_class_install_action (widget_class, "agreement.export", "s", export_action);
  gtk_widget_class_install_action (widget_class, "agreement.export-menu", NULL, export_menu_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, GDK_CONTROL_MASK,
                                       "agreement.export-menu", NULL);
}

static void
galley_agreement_window_init (GalleyAgreementWindow *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  galley_mnemonics_name (GTK_WIDGET (self));
}

/**
 * galley_agreement_window_new:
 * @parent: the window that the article is open in
 * @check: the article as the first checker sees it
 *
 * Returns: (transfer none): the window; GTK holds it until it is closed
 */
GalleyAgreementWindow *
galley_agreement_window_new (GtkWindow *parent, GalleyCheck *check)
{
  GalleyAgreementWindow *self =
      g_object_new (GALLEY_TYPE_AGREEMENT_WINDOW, "transient-for", parent, NULL);

  g_set_object (&self->check, check);
  adw_window_title_set_subtitle (self->title,
                                 galley_article_get_title (galley_check_get_article (check)));
  g_signal_connect_swapped (check, "changed", G_CALLBACK (refresh), self);
  refresh (self);

  return self;
}
