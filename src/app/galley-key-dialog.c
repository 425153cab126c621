/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-key-dialog.h"

#include "galley-key-map.h"
#include "galley-key-rules.h"

#include <glib/gi18n.h>

/**
 * GalleyKeyDialog:
 *
 * Waits for the new keys of an action. All keys that are pressed are taken for an answer, but
 * Escape and Backspace, and while there is a button to press also those that reach and press it:
 * these can be the keys of nothing.
 */
struct _GalleyKeyDialog
{
  AdwWindow parent_instance;

  const GalleyKey *key;
  GalleyKeyPress press; /* what was pressed last, if @is_taken */
  gboolean is_taken;    /* another action has these keys, and whether to take them is asked */

  GtkWidget *body;
  GtkLabel *prompt;
  GtkLabel *shown;
  GtkLabel *message;
  GtkWidget *take_button;
};

G_DEFINE_FINAL_TYPE (GalleyKeyDialog, galley_key_dialog, ADW_TYPE_WINDOW)

static void
finish (GalleyKeyDialog *self, const GalleyKeyPress *press)
{
  galley_key_map_set (galley_key_map_get_default (), self->key, press);
  gtk_window_close (GTK_WINDOW (self));
}

/* Says what is wrong; @press is NULL before anything was pressed. */
static void
show (GalleyKeyDialog *self, const GalleyKeyPress *press, const char *message)
{
  g_autofree char *label = press != NULL ? galley_key_press_get_label (press) : NULL;

  gtk_label_set_label (self->shown, label != NULL ? label : "");
  gtk_widget_set_visible (GTK_WIDGET (self->shown), label != NULL);
  gtk_label_set_label (self->message, message);
  gtk_widget_set_visible (GTK_WIDGET (self->message), *message != '\0');
  gtk_widget_set_visible (self->take_button, self->is_taken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->body), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  message, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->take_button),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, message, -1);
  gtk_widget_grab_focus (self->is_taken ? self->take_button : self->body);
}

static char *
describe_users (GalleyKeyDialog *self, GPtrArray *users)
{
  g_autofree char *label = galley_key_press_get_label (&self->press);
  g_autofree char *names = galley_keys_quote (users);

  /* Translators: the first %s are keys, such as “Ctrl+O”, the second one is an action or several,
   * in quotation marks. */
  return g_strdup_printf (_ ("%s is used for %s. Take it over from there, or press other keys."),
                          label, names);
}

/**
 * galley_key_dialog_press:
 * @press: what a person pressed
 *
 * Closes the dialog when that is an answer, and else says why it is none.
 */
void
galley_key_dialog_press (GalleyKeyDialog *self, const GalleyKeyPress *press)
{
  static const GalleyKeyPress escape = { GDK_KEY_Escape, 0 }, backspace = { GDK_KEY_BackSpace, 0 };
  g_autofree char *message = NULL;
  g_autoptr (GPtrArray) users = NULL;

  g_return_if_fail (GALLEY_IS_KEY_DIALOG (self));

  if (galley_key_press_equal (press, &escape))
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  if (galley_key_press_equal (press, &backspace))
    {
      finish (self, /* press= */ NULL);
      return;
    }

  self->press = *press;
  self->is_taken = FALSE;
  message = galley_key_rules_explain (galley_key_rules_check (self->key, press), press);
  if (message == NULL)
    {
      users = galley_key_map_find_users (galley_key_map_get_default (), self->key, press);
      self->is_taken = users->len > 0;
      if (!self->is_taken)
        {
          finish (self, press);
          return;
        }
      message = describe_users (self, users);
    }
  show (self, press, message);
}

static gboolean
key_pressed_cb (GalleyKeyDialog *self,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                GtkEventController *controller)
{
  GalleyKeyPress press;

  if (!galley_key_press_from_event (gtk_event_controller_get_current_event (controller), &press))
    return GDK_EVENT_PROPAGATE;
  if (self->is_taken && press.keyval != GDK_KEY_Escape && galley_key_rules_moves (&press))
    return GDK_EVENT_PROPAGATE;

  galley_key_dialog_press (self, &press);
  return GDK_EVENT_STOP;
}

static void
take_clicked_cb (GalleyKeyDialog *self)
{
  finish (self, &self->press);
}

/* Some window managers would rather go back to the window at the bottom, unless the one that is to
 * have the keys has them before this one goes. */
static gboolean
galley_key_dialog_close_request (GtkWindow *window)
{
  GtkWindow *parent = gtk_window_get_transient_for (window);

  gtk_window_set_modal (window, FALSE);
  if (parent != NULL)
    gtk_window_present (parent);

  return GTK_WINDOW_CLASS (galley_key_dialog_parent_class)->close_request (window);
}

static void
galley_key_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), GALLEY_TYPE_KEY_DIALOG);

  G_OBJECT_CLASS (galley_key_dialog_parent_class)->dispose (object);
}

static void
galley_key_dialog_class_init (GalleyKeyDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = galley_key_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = galley_key_dialog_close_request;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/galleydesk/Galley/key-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GalleyKeyDialog, body);
  gtk_widget_class_bind_template_child (widget_class, GalleyKeyDialog, prompt);
  gtk_widget_class_bind_template_child (widget_class, GalleyKeyDialog, shown);
  gtk_widget_class_bind_template_child (widget_class, GalleyKeyDialog, message);
  gtk_widget_class_bind_template_child (widget_class, GalleyKeyDialog, take_button);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, take_clicked_cb);
}

static void
galley_key_dialog_init (GalleyKeyDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_key (GalleyKeyDialog *self, const GalleyKey *key)
{
  /* Translators: %s is an action, such as “Confirm”. */
  g_autofree char *prompt = g_strdup_printf (_ ("Press the new keys for “%s”"), _ (key->label));

  self->key = key;
  gtk_label_set_label (self->prompt, prompt);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->body), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  prompt, -1);
  show (self, /* press= */ NULL, "");
}

/**
 * galley_key_dialog_new:
 * @parent: the window to show it over
 * @key: the action
 *
 * Returns: (transfer none): the dialog; GTK holds it until it is closed
 */
GtkWindow *
galley_key_dialog_new (GtkWindow *parent, const GalleyKey *key)
{
  GalleyKeyDialog *self = g_object_new (GALLEY_TYPE_KEY_DIALOG, "transient-for", parent, NULL);

  set_key (self, key);

  return GTK_WINDOW (self);
}
