/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-reference-report.h"

#include "galley-mnemonics.h"
#include "galley-weak.h"

#include <glib/gi18n.h>

/**
 * GalleyReferenceReport:
 *
 * What becomes of each entry of a bibliography, for somebody to see before anything is entered in
 * the source log. What is new is entered as one step. The window stays until that is durable.
 */
struct _GalleyReferenceReport
{
  AdwWindow parent_instance;

  GalleySaver *saver; /* (nullable) only in tests of the template */
  GalleyReferences *references;
  GalleyAction *awaited; /* (nullable) what is being saved */

  /* from the template */
  AdwWindowTitle *title;
  GtkButton *add_button;
  GtkLabel *problem;
  GtkListView *list;
};

enum
{
  SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GalleyReferenceReport, galley_reference_report, ADW_TYPE_WINDOW)

static void
saved_cb (GalleyOutcome *outcome, gpointer user_data)
{
  g_autoptr (GalleyReferenceReport) self = galley_weak_get (user_data);

  if (self != NULL)
    g_signal_emit (self, signals[SAVED], 0, outcome, self->references->n_new);
}

static void
settled_cb (GalleyReferenceReport *self, GalleyAction *action, gboolean is_failed)
{
  g_autoptr (GalleyAction) awaited = NULL;

  if (action != self->awaited)
    return;

  awaited = g_steal_pointer (&self->awaited);
  gtk_widget_set_sensitive (GTK_WIDGET (self->add_button), TRUE);
  if (is_failed)
    {
      /* Translators: why something could not be saved. */
      g_autofree char *sentence =
          g_strdup_printf (_ ("Not saved: %s"), galley_saver_get_error_message (self->saver));

      gtk_label_set_label (self->problem, sentence);
      gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
      galley_saver_withdraw (self->saver, awaited);
      return;
    }

  gtk_window_close (GTK_WINDOW (self));
}

static void
add_cb (GalleyReferenceReport *self)
{
  if (self->awaited != NULL)
    return;
  self->awaited = galley_references_make_action (self->references);
  if (self->awaited == NULL)
    return;

  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->add_button), FALSE);
  galley_saver_perform (self->saver, self->awaited, saved_cb, galley_weak_new (self),
                        galley_weak_free);
}

static gboolean
close_request_cb (GalleyReferenceReport *self)
{
  return self->awaited != NULL;
}

static GtkWidget *
add_label (GtkWidget *box, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);

  return label;
}

static void
set_up_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_widget_add_css_class (row, "report-row");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  add_label (words, NULL);
  gtk_widget_add_css_class (add_label (words, "caption"), "dim-label");
  gtk_box_append (GTK_BOX (row), words);
  add_label (row, "caption");
  gtk_list_item_set_child (item, row);
}

/* Who wrote it and when, and where it is. */
static char *
describe (const GalleyReference *reference)
{
  static const GalleySourceText texts[] = { GALLEY_SOURCE_AUTHOR, GALLEY_SOURCE_PUBLISHED,
                                            GALLEY_SOURCE_ADDRESS };
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (reference->texts[texts[i]] != NULL)
      g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "",
                              reference->texts[texts[i]]);

  return g_string_free (words, FALSE);
}

static const char *
get_fate_words (GalleyReferenceFate fate)
{
  switch (fate)
    {
    case GALLEY_REFERENCE_KNOWN:
      return _ ("In the log already");
    case GALLEY_REFERENCE_REPEATED:
      return _ ("Again in this file");
    case GALLEY_REFERENCE_NEW:
    default:
      /* Translators: of a source that is not in the source log yet. */
      return _ ("New");
    }
}

/* The items are but the numbers of the entries, from 1. */
static void
bind_cb (GalleyReferenceReport *self, GtkListItem *item)
{
  guint i = gtk_list_item_get_position (item);
  const GalleyReference *reference = g_ptr_array_index (self->references->references, i);
  GalleyReferenceFate fate = g_array_index (self->references->fates, GalleyReferenceFate, i);
  GtkWidget *row = gtk_list_item_get_child (item);
  GtkWidget *title = gtk_widget_get_first_child (gtk_widget_get_first_child (row));
  GtkWidget *details = gtk_widget_get_next_sibling (title);
  GtkWidget *sign = gtk_widget_get_last_child (row);
  g_autofree char *words = describe (reference);

  gtk_label_set_label (GTK_LABEL (title), reference->texts[GALLEY_SOURCE_TITLE]);
  gtk_label_set_label (GTK_LABEL (details), words);
  gtk_widget_set_visible (details, *words != '\0');
  gtk_label_set_label (GTK_LABEL (sign), get_fate_words (fate));
  gtk_widget_set_css_classes (
      sign,
      (const char *[]){ "caption", fate == GALLEY_REFERENCE_NEW ? "accent" : "dim-label", NULL });
}

static void
galley_reference_report_dispose (GObject *object)
{
  GalleyReferenceReport *self = GALLEY_REFERENCE_REPORT (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), GALLEY_TYPE_REFERENCE_REPORT);
  g_clear_object (&self->saver);
  g_clear_pointer (&self->awaited, galley_action_unref);
  g_clear_pointer (&self->references, galley_references_free);

  G_OBJECT_CLASS (galley_reference_report_parent_class)->dispose (object);
}

static void
galley_reference_report_class_init (GalleyReferenceReportClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = galley_reference_report_dispose;

  /**
   * GalleyReferenceReport::saved:
   * @outcome: what is on disk now
   * @n_added: how many sources were added
   *
   * What was new is in the source log. The window closes.
   */
  signals[SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 2, GALLEY_TYPE_OUTCOME, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/galleydesk/Galley/reference-report.ui");
  gtk_widget_class_bind_template_child (widget_class, GalleyReferenceReport, title);
  gtk_widget_class_bind_template_child (widget_class, GalleyReferenceReport, add_button);
  gtk_widget_class_bind_template_child (widget_class, GalleyReferenceReport, problem);
  gtk_widget_class_bind_template_child (widget_class, GalleyReferenceReport, list);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_request_cb);
  gtk_widget_class_bind_template_callback (widget_class, set_up_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
galley_reference_report_init (GalleyReferenceReport *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  galley_mnemonics_name (GTK_WIDGET (self));
}

static void
fill_in (GalleyReferenceReport *self)
{
  guint n = self->references->references->len, n_new = self->references->n_new;
  g_autoptr (GtkStringList) numbers = gtk_string_list_new (NULL);
  g_autoptr (GtkNoSelection) model = NULL;
  g_autofree char *label =
      g_strdup_printf (ngettext ("_Add %u Source", "_Add %u Sources", n_new), n_new);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);

      gtk_string_list_append (numbers, number);
    }
  model = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (numbers)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (model));
  gtk_button_set_label (self->add_button, n_new > 0 ? label : _ ("Nothing New"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->add_button), n_new > 0);
  adw_window_title_set_subtitle (self->title, self->references->name);
}

/**
 * galley_reference_report_new:
 * @parent: the window to show it over
 * @saver: where sources are added
 * @references: (transfer full): a bibliography
 *
 * Returns: (transfer none): the report; GTK holds it until it is closed
 */
GalleyReferenceReport *
galley_reference_report_new (GtkWindow *parent, GalleySaver *saver, GalleyReferences *references)
{
  GalleyReferenceReport *self =
      g_object_new (GALLEY_TYPE_REFERENCE_REPORT, "transient-for", parent, NULL);

  self->saver = g_object_ref (saver);
  self->references = references;
  g_signal_connect_object (saver, "settled", G_CALLBACK (settled_cb), self, G_CONNECT_SWAPPED);
  fill_in (self);

  return self;
}
