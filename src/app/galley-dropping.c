/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-dropping.h"

/* What is dropped, and who takes it. */

static void
collected_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GdkContentDeserializer *deserializer = user_data;
  GOutputStream *memory = G_OUTPUT_STREAM (source);
  GError *error = NULL;

  if (g_output_stream_splice_finish (memory, result, &error) < 0)
    {
      gdk_content_deserializer_return_error (deserializer, error);
      return;
    }

  g_value_take_boxed (gdk_content_deserializer_get_value (deserializer),
                      g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory)));
  gdk_content_deserializer_return_success (deserializer);
}

static void
collect_markup (GdkContentDeserializer *deserializer)
{
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();

  g_output_stream_splice_async (
      memory, gdk_content_deserializer_get_input_stream (deserializer),
      G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
      gdk_content_deserializer_get_priority (deserializer),
      gdk_content_deserializer_get_cancellable (deserializer), collected_cb, deserializer);
}

/* GTK knows what to make of "text/html" from the first time that somebody asks for the type. */
GType
galley_markup_get_type (void)
{
  static gsize type = 0;

  if (g_once_init_enter (&type))
    {
      GType markup = g_boxed_type_register_static ("GalleyMarkup", (GBoxedCopyFunc) g_bytes_ref,
                                                   (GBoxedFreeFunc) g_bytes_unref);

      gdk_content_register_deserializer (GALLEY_MARKUP_MEDIA_TYPE, markup, collect_markup,
                                         /* data= */ NULL, /* notify= */ NULL);
      g_once_init_leave (&type, markup);
    }

  return type;
}

/**
 * galley_dropping_accepts:
 * @target: a target, which has formats
 * @drop: what is held over it
 *
 * For #GtkDropTarget::accept. Words that are dragged out of an article here are no other article.
 *
 * Returns: whether @drop comes from elsewhere and @target has a use for it
 */
gboolean
galley_dropping_accepts (GtkDropTarget *target, GdkDrop *drop)
{
  return gdk_drop_get_drag (drop) == NULL &&
         (gdk_drop_get_actions (drop) & gtk_drop_target_get_actions (target)) != 0 &&
         gdk_content_formats_match (gtk_drop_target_get_formats (target),
                                    gdk_drop_get_formats (drop));
}

/**
 * galley_dropping_leave_to_window:
 * @widget: a text that cannot be edited
 *
 * Lets what is dropped on @widget come to the window. GTK's texts take words that are dropped on
 * them even where they have no use for any.
 */
void
galley_dropping_leave_to_window (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = g_list_model_get_n_items (controllers); i > 0; i--)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i - 1);

      if (GTK_IS_DROP_TARGET (controller))
        gtk_widget_remove_controller (widget, controller);
    }
}
