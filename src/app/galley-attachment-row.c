/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-attachment-row.h"

#include "galley-atomic-file.h"
#include "galley-attachment-check.h"
#include "galley-file-picker.h"
#include "galley-temporary.h"

#include <glib/gi18n.h>

/**
 * GalleyAttachmentRow:
 *
 * The file that is kept with a source: name and size, and what can be done with it. A file that is
 * chosen is read at once and goes to the library when its source is saved.
 */
struct _GalleyAttachmentRow
{
  AdwActionRow parent_instance;

  GalleyDesk *desk; /* (nullable) */
  GCancellable *cancellable;
  GCancellable *comparing; /* of the comparison that was asked for last */
  char *sha256;            /* (nullable) of what the library keeps */
  char *name;              /* (nullable) of the file; NULL if there is none */
  GBytes *bytes;           /* (nullable) of the file, once they are read */
  gboolean is_new;         /* whether the library does not have @bytes yet */
};

G_DEFINE_FINAL_TYPE (GalleyAttachmentRow, galley_attachment_row, ADW_TYPE_ACTION_ROW)

static void
say (GalleyAttachmentRow *self, const char *sentence)
{
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), sentence);
}

static void
update (GalleyAttachmentRow *self)
{
  g_autofree char *size =
      self->bytes != NULL ? g_format_size (g_bytes_get_size (self->bytes)) : NULL;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self),
                                 self->name != NULL ? self->name : _ ("No file attached"));
  say (self, size != NULL ? size : "");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "attachment.open", self->bytes != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "attachment.save", self->bytes != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "attachment.compare",
                                 self->bytes != NULL && !self->is_new);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "attachment.remove", self->name != NULL);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GalleyAttachmentRow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes =
      galley_desk_read_attachment_finish (GALLEY_DESK (source), result, &error);

  if (g_cancellable_is_cancelled (self->cancellable) || self->is_new || self->name == NULL)
    return;
  if (bytes == NULL)
    {
      say (self, error->message);
      return;
    }
  self->bytes = g_steal_pointer (&bytes);
  update (self);
}

static void
set_file (GalleyAttachmentRow *self, const char *name, GBytes *bytes, gboolean is_new)
{
  g_autofree char *copy = g_strdup (name);

  g_free (self->name);
  self->name = g_steal_pointer (&copy);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  if (bytes != NULL)
    self->bytes = g_bytes_ref (bytes);
  self->is_new = is_new;
  update (self);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GalleyAttachmentRow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (G_FILE (source));
  g_autofree char *shown = g_filename_display_name (name);
  g_autoptr (GBytes) bytes = g_file_load_bytes_finish (G_FILE (source), result, NULL, &error);

  if (bytes != NULL)
    {
      set_file (self, shown, bytes, /* is_new= */ TRUE);
      galley_attachment_check_note_place_async (G_FILE (source), bytes);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    say (self, error->message);
}

static void
measured_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GalleyAttachmentRow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info_finish (G_FILE (source), result, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (info == NULL)
    say (self, error->message);
  else if (g_file_info_get_size (info) > GALLEY_ATTACHMENT_MAX_BYTES)
    say (self, _ ("The file is larger than 64 MB and was not attached"));
  else
    g_file_load_bytes_async (G_FILE (source), self->cancellable, loaded_cb, g_object_ref (self));
}

static void
picked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GalleyAttachmentRow) self = user_data;
  g_autoptr (GFile) file = galley_file_picker_open_finish (result, NULL);

  if (file != NULL)
    galley_attachment_row_attach (self, file);
}

static void
choose_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GalleyAttachmentRow *self = GALLEY_ATTACHMENT_ROW (widget);

  galley_file_picker_open (GTK_WINDOW (gtk_widget_get_root (widget)), _ ("Attach a File"),
                           self->cancellable, picked_cb, g_object_ref (self));
}

static void
launched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GalleyAttachmentRow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!g_app_info_launch_default_for_uri_finish (result, &error) &&
      !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    say (self, error->message);
}

static void
open_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GalleyAttachmentRow *self = GALLEY_ATTACHMENT_ROW (widget);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) copy = galley_temporary_write (self->name, self->bytes, &error);
  g_autofree char *uri = copy != NULL ? g_file_get_uri (copy) : NULL;

  if (copy == NULL)
    say (self, error->message);
  else
    g_app_info_launch_default_for_uri_async (uri, NULL, self->cancellable, launched_cb,
                                             g_object_ref (self));
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GalleyAttachmentRow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (galley_atomic_file_write_finish (result, &error))
    say (self, _ ("The attachment was saved"));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    say (self, error->message);
}

static void
save_picked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GalleyAttachmentRow) self = user_data;
  g_autoptr (GFile) file = galley_file_picker_save_finish (result, NULL);

  if (file != NULL && self->bytes != NULL)
    galley_atomic_file_write_async (file, self->bytes, self->cancellable, written_cb,
                                    g_object_ref (self));
}

static void
save_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GalleyAttachmentRow *self = GALLEY_ATTACHMENT_ROW (widget);

  galley_file_picker_save (GTK_WINDOW (gtk_widget_get_root (widget)), _ ("Save the Attachment"),
                           self->name, self->cancellable, save_picked_cb, g_object_ref (self));
}

static void
compared_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GalleyAttachmentRow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_parse_name (G_FILE (source));
  g_autofree char *sentence = NULL;
  GalleyAttachmentState state;

  if (!galley_attachment_check_finish (result, &state, &error))
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        say (self, error->message);
      return;
    }

  if (state == GALLEY_ATTACHMENT_SAME)
    /* Translators: the path of a file is put between the quotes. */
    sentence = g_strdup_printf (_ ("“%s” is still what was attached"), name);
  else if (state == GALLEY_ATTACHMENT_CHANGED)
    /* Translators: the path of a file is put between the quotes. */
    sentence = g_strdup_printf (_ ("“%s” is not what was attached any more"), name);
  else
    /* Translators: the path of a file is put between the quotes. */
    sentence = g_strdup_printf (_ ("“%s” is not there any more"), name);
  say (self, sentence);
}

static void
compared_file_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GalleyAttachmentRow) self = user_data;
  g_autoptr (GFile) file = galley_file_picker_open_finish (result, NULL);

  if (file != NULL)
    galley_attachment_row_compare (self, file);
}

/* A file that was attached elsewhere has to be shown. */
static void
compare_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GalleyAttachmentRow *self = GALLEY_ATTACHMENT_ROW (widget);
  g_autofree char *uri =
      self->sha256 != NULL ? galley_attachment_check_find_place (self->sha256) : NULL;
  g_autoptr (GFile) file = uri != NULL ? g_file_new_for_uri (uri) : NULL;

  if (file != NULL)
    galley_attachment_row_compare (self, file);
  else
    galley_file_picker_open (GTK_WINDOW (gtk_widget_get_root (widget)), _ ("Compare With a File"),
                             self->cancellable, compared_file_cb, g_object_ref (self));
}

static void
remove_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  set_file (GALLEY_ATTACHMENT_ROW (widget), NULL, NULL, /* is_new= */ FALSE);
}

static void
galley_attachment_row_dispose (GObject *object)
{
  GalleyAttachmentRow *self = GALLEY_ATTACHMENT_ROW (object);

  g_cancellable_cancel (self->cancellable);
  g_cancellable_cancel (self->comparing);
  gtk_widget_dispose_template (GTK_WIDGET (object), GALLEY_TYPE_ATTACHMENT_ROW);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (galley_attachment_row_parent_class)->dispose (object);
}

static void
galley_attachment_row_finalize (GObject *object)
{
  GalleyAttachmentRow *self = GALLEY_ATTACHMENT_ROW (object);

  g_object_unref (self->cancellable);
  g_object_unref (self->comparing);
  g_free (self->sha256);
  g_free (self->name);
  g_clear_pointer (&self->bytes, g_bytes_unref);

  G_OBJECT_CLASS (galley_attachment_row_parent_class)->finalize (object);
}

static void
galley_attachment_row_class_init (GalleyAttachmentRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = galley_attachment_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = galley_attachment_row_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/galleydesk/Galley/attachment-row.ui");
  gtk_widget_class_install_action (widget_class, "attachment.choose", NULL, choose_action);
  gtk_widget_class_install_action (widget_class, "attachment.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "attachment.compare", NULL, compare_action);
  gtk_widget_class_install_action (widget_class, "attachment.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "attachment.remove", NULL, remove_action);
}

static void
galley_attachment_row_init (GalleyAttachmentRow *self)
{
  self->cancellable = g_cancellable_new ();
  self->comparing = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  update (self);
}

/**
 * galley_attachment_row_show:
 * @desk: whose library keeps the file
 * @sha256: (nullable): digest of the file; %NULL if there is none
 * @name: (nullable): what the file is called
 *
 * Shows a file that the library keeps, once its bytes are read and found to be the right ones.
 */
void
galley_attachment_row_show (GalleyAttachmentRow *self,
                            GalleyDesk *desk,
                            const char *sha256,
                            const char *name)
{
  g_return_if_fail (GALLEY_IS_ATTACHMENT_ROW (self) && GALLEY_IS_DESK (desk));

  g_set_object (&self->desk, desk);
  g_free (self->sha256);
  self->sha256 = g_strdup (sha256);
  set_file (self, sha256 != NULL ? (name != NULL ? name : sha256) : NULL, NULL, FALSE);
  if (sha256 != NULL)
    galley_desk_read_attachment_async (desk, sha256, self->cancellable, read_cb,
                                       g_object_ref (self));
}

/**
 * galley_attachment_row_attach:
 * @file: what to attach in the place of what is attached
 *
 * Reads a file. If it cannot be read or is too large the row says so.
 */
void
galley_attachment_row_attach (GalleyAttachmentRow *self, GFile *file)
{
  g_return_if_fail (GALLEY_IS_ATTACHMENT_ROW (self) && G_IS_FILE (file));

  g_file_query_info_async (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE,
                           G_PRIORITY_DEFAULT, self->cancellable, measured_cb, g_object_ref (self));
}

/**
 * galley_attachment_row_compare:
 * @file: a file outside
 *
 * Says whether it is what the library keeps. What was asked before is not answered any more: it may
 * have been looked at before the file changed.
 */
void
galley_attachment_row_compare (GalleyAttachmentRow *self, GFile *file)
{
  g_return_if_fail (GALLEY_IS_ATTACHMENT_ROW (self) && G_IS_FILE (file));

  g_cancellable_cancel (self->comparing);
  g_object_unref (self->comparing);
  self->comparing = g_cancellable_new ();
  if (self->bytes != NULL)
    galley_attachment_check_async (file, self->bytes, self->comparing, compared_cb,
                                   g_object_ref (self));
}

/**
 * galley_attachment_row_get_name:
 *
 * Returns: (transfer none) (nullable): what the file is called; %NULL if there is none
 */
const char *
galley_attachment_row_get_name (GalleyAttachmentRow *self)
{
  g_return_val_if_fail (GALLEY_IS_ATTACHMENT_ROW (self), NULL);

  return self->name;
}

/**
 * galley_attachment_row_get_sha256:
 *
 * Returns: (transfer none) (nullable): digest of the file that the library keeps, if that is still
 *   the one
 */
const char *
galley_attachment_row_get_sha256 (GalleyAttachmentRow *self)
{
  g_return_val_if_fail (GALLEY_IS_ATTACHMENT_ROW (self), NULL);

  return self->name != NULL && !self->is_new ? self->sha256 : NULL;
}

/**
 * galley_attachment_row_get_new_bytes:
 *
 * Returns: (transfer none) (nullable): the bytes of a file that the library does not have yet
 */
GBytes *
galley_attachment_row_get_new_bytes (GalleyAttachmentRow *self)
{
  g_return_val_if_fail (GALLEY_IS_ATTACHMENT_ROW (self), NULL);

  return self->is_new ? self->bytes : NULL;
}
