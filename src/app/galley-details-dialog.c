/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-details-dialog.h"

#include "galley-atomic-file.h"
#include "galley-claim-words.h"
#include "galley-file-picker.h"
#include "galley-mnemonics.h"
#include "galley-plain.h"
#include "galley-wrapping.h"

#include <glib/gi18n.h>

/**
 * GalleyDetailsDialog:
 *
 * Where an article comes from: what its source states of itself, what kind of file it was, and how
 * it was got from the web. The source itself, as it was, can be saved.
 */
struct _GalleyDetailsDialog
{
  AdwWindow parent_instance;

  GalleyCheck *check;
  GCancellable *cancellable;

  AdwPreferencesGroup *stated_group;
  AdwPreferencesGroup *source_group;
  AdwPreferencesGroup *retrieval_group;
  AdwPreferencesGroup *notices_group;
  AdwToastOverlay *toasts;
};

G_DEFINE_FINAL_TYPE (GalleyDetailsDialog, galley_details_dialog, ADW_TYPE_WINDOW)

static GtkWidget *
create_name (const char *name)
{
  GtkWidget *label = gtk_label_new (name);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");

  return label;
}

/* A row with a value that can be selected and copied, and above it what it is, if that is not
 * %NULL. */
static GtkLabel *
add_row (AdwPreferencesGroup *group, const char *name, const char *value)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *name_label = name != NULL ? create_name (name) : NULL;
  GtkLabel *value_label = GTK_LABEL (gtk_label_new (value));
  /* Translators: what something is, and its value, as in "Size: 12 kB". */
  g_autofree char *spoken = name != NULL ? g_strdup_printf (_ ("%s: %s"), name, value) : NULL;

  gtk_widget_add_css_class (box, "details-row");
  gtk_label_set_xalign (value_label, 0);
  galley_wrapping_set_up (value_label);
  gtk_label_set_selectable (value_label, TRUE);
  if (name_label != NULL)
    {
      gtk_box_append (GTK_BOX (box), name_label);
      gtk_accessible_update_relation (GTK_ACCESSIBLE (value_label),
                                      GTK_ACCESSIBLE_RELATION_LABELLED_BY, name_label, NULL, -1);
    }
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (value_label));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken != NULL ? spoken : value, -1);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  adw_preferences_group_add (group, row);

  return value_label;
}

static void
show_stated (GalleyDetailsDialog *self, GalleyDocument *document)
{
  static const char *const names[GALLEY_N_METADATA_FIELDS] = {
    [GALLEY_METADATA_TITLE] = N_ ("Title"),
    [GALLEY_METADATA_BYLINE] = N_ ("Byline"),
    [GALLEY_METADATA_PUBLICATION] = N_ ("Publication"),
    [GALLEY_METADATA_DATE] = N_ ("Date"),
    [GALLEY_METADATA_LANGUAGE] = N_ ("Language"),
    [GALLEY_METADATA_SOURCE_ADDRESS] = N_ ("Address"),
  };
  gboolean has_any = FALSE;

  for (guint i = 0; i < GALLEY_N_METADATA_FIELDS; i++)
    {
      const char *value = galley_document_get_metadata (document, i);

      if (value == NULL)
        continue;
      add_row (self->stated_group, _ (names[i]), value);
      has_any = TRUE;
    }
  if (!has_any)
    add_row (self->stated_group, NULL, _ ("The source states nothing of itself"));
}

static void
show_source (GalleyDetailsDialog *self, GalleyDocument *document)
{
  GalleyArticle *article = galley_check_get_article (self->check);
  g_autofree char *type = g_content_type_from_mime_type (galley_document_get_media_type (document));
  g_autofree char *kind = type != NULL ? g_content_type_get_description (type) : NULL;
  g_autofree char *size = g_format_size_full (
      g_bytes_get_size (galley_document_get_original (document)), G_FORMAT_SIZE_LONG_FORMAT);
  g_autofree char *imported =
      galley_claim_words_format_time (galley_article_get_imported_at (article));
  GtkLabel *digest;

  add_row (self->source_group, _ ("Kind of file"),
           kind != NULL ? kind : galley_document_get_media_type (document));
  add_row (self->source_group, _ ("Size"), size);
  add_row (self->source_group, _ ("Imported"), imported);
  digest =
      add_row (self->source_group, _ ("SHA-256"), galley_document_get_original_sha256 (document));
  gtk_widget_add_css_class (GTK_WIDGET (digest), "monospace");
}

static void
show_retrieval (GalleyDetailsDialog *self, const GalleyRetrieval *retrieval)
{
  g_autoptr (GDateTime) time = NULL;
  g_autofree char *when = NULL;
  g_autofree char *addresses = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->retrieval_group), retrieval != NULL);
  if (retrieval == NULL)
    return;

  time = g_date_time_new_from_iso8601 (retrieval->time, NULL);
  when = galley_claim_words_format_time (time != NULL ? g_date_time_to_unix (time) * 1000 : 0);
  add_row (self->retrieval_group, _ ("Fetched"), when);
  addresses = g_strjoinv ("\n→ ", retrieval->addresses);
  add_row (self->retrieval_group,
           retrieval->addresses[1] != NULL ? _ ("Asked, and led on to") : _ ("Asked"), addresses);
  gtk_widget_add_css_class (
      GTK_WIDGET (add_row (self->retrieval_group, _ ("Answer"), retrieval->headers)), "monospace");
}

static void
show_notices (GalleyDetailsDialog *self, GalleyDocument *document)
{
  const char *const *notices = galley_document_get_notices (document);

  gtk_widget_set_visible (GTK_WIDGET (self->notices_group), notices[0] != NULL);
  for (guint i = 0; notices[i] != NULL; i++)
    add_row (self->notices_group, NULL, notices[i]);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GalleyDetailsDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  if (galley_atomic_file_write_finish (result, &error))
    adw_toast_overlay_add_toast (self->toasts,
                                 galley_plain_toast_new (_ ("The original was saved")));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    adw_toast_overlay_add_toast (self->toasts, galley_plain_toast_new (error->message));
}

static void
picked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GalleyDetailsDialog) self = user_data;
  g_autoptr (GFile) file = galley_file_picker_save_finish (result, NULL);

  if (file != NULL)
    galley_atomic_file_write_async (
        file, galley_document_get_original (galley_check_get_document (self->check)),
        self->cancellable, written_cb, g_object_ref (self));
}

/* What most programs call such a file. */
static const char *
find_suffix (const char *media_type)
{
  static const struct
  {
    const char *media_type;
    const char *suffix;
  } suffixes[] = {
    { "text/plain", "txt" },
    { "text/markdown", "md" },
    { "text/html", "html" },
    { "application/xhtml+xml", "xhtml" },
    { "multipart/related", "mhtml" },
    { "application/pdf", "pdf" },
    { "application/rtf", "rtf" },
    { "application/msword", "doc" },
    { "application/epub+zip", "epub" },
    { "application/vnd.oasis.opendocument.text", "odt" },
    { "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (g_str_equal (suffixes[i].media_type, media_type))
      return suffixes[i].suffix;

  return "bin";
}

static void
save_clicked_cb (GalleyDetailsDialog *self)
{
  GalleyDocument *document = galley_check_get_document (self->check);
  /* Translators: the name of a file to be saved, before its suffix. */
  g_autofree char *name = g_strdup_printf ("%s.%s", _ ("Original"),
                                           find_suffix (galley_document_get_media_type (document)));

  galley_file_picker_save (GTK_WINDOW (self), _ ("Save the Original"), name, self->cancellable,
                           picked_cb, g_object_ref (self));
}

static void
galley_details_dialog_dispose (GObject *object)
{
  GalleyDetailsDialog *self = GALLEY_DETAILS_DIALOG (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->check);
  gtk_widget_dispose_template (GTK_WIDGET (object), GALLEY_TYPE_DETAILS_DIALOG);

  G_OBJECT_CLASS (galley_details_dialog_parent_class)->dispose (object);
}

static void
galley_details_dialog_class_init (GalleyDetailsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = galley_details_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/galleydesk/Galley/details-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GalleyDetailsDialog, stated_group);
  gtk_widget_class_bind_template_child (widget_class, GalleyDetailsDialog, source_group);
  gtk_widget_class_bind_template_child (widget_class, GalleyDetailsDialog, retrieval_group);
  gtk_widget_class_bind_template_child (widget_class, GalleyDetailsDialog, notices_group);
  gtk_widget_class_bind_template_child (widget_class, GalleyDetailsDialog, toasts);
  gtk_widget_class_bind_template_callback (widget_class, save_clicked_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
galley_details_dialog_init (GalleyDetailsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  galley_mnemonics_name (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
}

/**
 * galley_details_dialog_new:
 * @parent: the window to show it over
 * @check: an article
 *
 * Returns: (transfer full): the dialog; present it to show it
 */
GalleyDetailsDialog *
galley_details_dialog_new (GtkWindow *parent, GalleyCheck *check)
{
  GalleyDetailsDialog *self =
      g_object_new (GALLEY_TYPE_DETAILS_DIALOG, "transient-for", parent, NULL);
  GalleyDocument *document = galley_check_get_document (check);

  self->check = g_object_ref (check);
  show_stated (self, document);
  show_source (self, document);
  show_retrieval (self, galley_document_get_retrieval (document));
  show_notices (self, document);

  return self;
}
