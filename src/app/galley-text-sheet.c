/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-text-sheet.h"

#include "galley-atomic-file.h"
#include "galley-file-picker.h"
#include "galley-mnemonics.h"
#include "galley-plain.h"
#include "galley-query-words.h"
#include "galley-wrapping.h"

#include <glib/gi18n.h>
#include <string.h>

/**
 * GalleyTextSheet:
 *
 * A text to take out of the program: to copy, to save as a file, or to save as the draft of an
 * e-mail.
 */
struct _GalleyTextSheet
{
  AdwWindow parent_instance;

  GCancellable *cancellable;
  char *text;

  /* from the template */
  GtkTextBuffer *buffer;
  AdwToastOverlay *toasts;
};

G_DEFINE_FINAL_TYPE (GalleyTextSheet, galley_text_sheet, ADW_TYPE_WINDOW)

static void
say (GalleyTextSheet *self, const char *sentence)
{
  adw_toast_overlay_add_toast (self->toasts, galley_plain_toast_new (sentence));
}

static void
copy_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GalleyTextSheet *self = GALLEY_TEXT_SHEET (widget);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), self->text);
  say (self, _ ("Copied"));
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GalleyTextSheet) self = user_data;
  g_autoptr (GError) error = NULL;

  if (galley_atomic_file_write_finish (result, &error))
    say (self, _ ("Saved"));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    say (self, error->message);
}

static void
picked_text_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GalleyTextSheet) self = user_data;
  g_autoptr (GFile) file = galley_file_picker_save_finish (result, NULL);

  if (file != NULL)
    galley_text_sheet_write (self, file, /* is_mail= */ FALSE);
}

static void
picked_mail_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GalleyTextSheet) self = user_data;
  g_autoptr (GFile) file = galley_file_picker_save_finish (result, NULL);

  if (file != NULL)
    galley_text_sheet_write (self, file, /* is_mail= */ TRUE);
}

static void
save_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GalleyTextSheet *self = GALLEY_TEXT_SHEET (widget);
  gboolean is_mail = g_str_equal (action_name, "sheet.save-mail");
  g_autofree char *name =
      g_strdup_printf ("%s.%s", gtk_window_get_title (GTK_WINDOW (self)), is_mail ? "eml" : "txt");

  g_strdelimit (name, "/", '-');
  galley_file_picker_save (
      GTK_WINDOW (self), is_mail ? _ ("Save as Mail Draft") : _ ("Save as Text"), name,
      self->cancellable, is_mail ? picked_mail_cb : picked_text_cb, g_object_ref (self));
}

static void
galley_text_sheet_dispose (GObject *object)
{
  GalleyTextSheet *self = GALLEY_TEXT_SHEET (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), GALLEY_TYPE_TEXT_SHEET);

  G_OBJECT_CLASS (galley_text_sheet_parent_class)->dispose (object);
}

static void
galley_text_sheet_finalize (GObject *object)
{
  GalleyTextSheet *self = GALLEY_TEXT_SHEET (object);

  g_object_unref (self->cancellable);
  g_free (self->text);

  G_OBJECT_CLASS (galley_text_sheet_parent_class)->finalize (object);
}

static void
galley_text_sheet_class_init (GalleyTextSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = galley_text_sheet_dispose;
  G_OBJECT_CLASS (klass)->finalize = galley_text_sheet_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/galleydesk/Galley/text-sheet.ui");
  gtk_widget_class_bind_template_child (widget_class, GalleyTextSheet, buffer);
  gtk_widget_class_bind_template_child (widget_class, GalleyTextSheet, toasts);
  gtk_widget_class_install_action (widget_class, "sheet.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "sheet.save-text", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "sheet.save-mail", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "sheet.save-text",
                                       NULL);
}

static void
galley_text_sheet_init (GalleyTextSheet *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  galley_wrapping_set_up_all (GTK_WIDGET (self));
  galley_mnemonics_name (GTK_WIDGET (self));
}

/**
 * galley_text_sheet_new:
 * @parent: the window to show it over
 * @title: what the text is, in header capitals; the subject of an e-mail
 * @text: the text
 * @is_mail_too: whether the text may become an e-mail
 *
 * Returns: (transfer none): the sheet; GTK holds it until it is closed
 */
GalleyTextSheet *
galley_text_sheet_new (GtkWindow *parent, const char *title, const char *text, gboolean is_mail_too)
{
  GalleyTextSheet *self =
      g_object_new (GALLEY_TYPE_TEXT_SHEET, "transient-for", parent, "title", title, NULL);

  self->text = g_strdup (text);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sheet.save-mail", is_mail_too);
  gtk_text_buffer_set_text (self->buffer, text, -1);

  return self;
}

/**
 * galley_text_sheet_write:
 * @file: where to
 * @is_mail: whether to write the draft of an e-mail
 *
 * Writes the text into a file, and says whether that went well.
 */
void
galley_text_sheet_write (GalleyTextSheet *self, GFile *file, gboolean is_mail)
{
  char *content;
  g_autoptr (GBytes) bytes = NULL;

  g_return_if_fail (GALLEY_IS_TEXT_SHEET (self) && G_IS_FILE (file));

  content =
      is_mail ? galley_query_words_make_mail (gtk_window_get_title (GTK_WINDOW (self)), self->text)
              : g_strdup (self->text);
  bytes = g_bytes_new_take (content, strlen (content));
  galley_atomic_file_write_async (file, bytes, self->cancellable, written_cb, g_object_ref (self));
}
