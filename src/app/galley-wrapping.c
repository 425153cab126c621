/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-wrapping.h"

/* Text that breaks between words, and within those that are longer than a line, is broken by Pango
 * in a time that grows with the square of the longest word: ten thousand letters without a space,
 * which somebody may paste into any field, would hold a label up for seconds. Broken between any
 * letters they cost next to nothing. So text with a word that no language has is broken like that,
 * and all other text between words. */

/* A longer one is no word; in code points. Web addresses are shorter, but for a few. */
#define MAX_WORD 300

/**
 * galley_wrapping_choose:
 * @text: any text
 *
 * Returns: how its lines are to be broken
 */
PangoWrapMode
galley_wrapping_choose (const char *text)
{
  guint length = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      /* Scripts without spaces break between letters anyway, by rules of their own. */
      length = g_unichar_isspace (c) || g_unichar_iswide (c) ? 0 : length + 1;
      if (length > MAX_WORD)
        return PANGO_WRAP_CHAR;
    }

  return PANGO_WRAP_WORD_CHAR;
}

static void
label_changed_cb (GtkLabel *label)
{
  gtk_label_set_wrap_mode (label, galley_wrapping_choose (gtk_label_get_text (label)));
}

/**
 * galley_wrapping_set_up:
 * @label: a label for text that people wrote
 *
 * Has its text broken into lines, whatever it is.
 */
void
galley_wrapping_set_up (GtkLabel *label)
{
  gtk_label_set_wrap (label, TRUE);
  label_changed_cb (label);
  g_signal_handlers_disconnect_by_func (label, label_changed_cb, NULL);
  g_signal_connect (label, "notify::label", G_CALLBACK (label_changed_cb), NULL);
}

static void
buffer_changed_cb (GtkTextView *view)
{
  g_autofree char *text = NULL;
  PangoWrapMode mode;

  g_object_get (gtk_text_view_get_buffer (view), "text", &text, NULL);
  mode = galley_wrapping_choose (text);
  gtk_text_view_set_wrap_mode (view, mode == PANGO_WRAP_CHAR ? GTK_WRAP_CHAR : GTK_WRAP_WORD_CHAR);
}

/**
 * galley_wrapping_set_up_view:
 * @view: where people write, in the buffer that it has now
 *
 * Has its text broken into lines, whatever it is.
 */
void
galley_wrapping_set_up_view (GtkTextView *view)
{
  buffer_changed_cb (view);
  g_signal_handlers_disconnect_by_func (gtk_text_view_get_buffer (view), buffer_changed_cb, view);
  g_signal_connect_object (gtk_text_view_get_buffer (view), "changed",
                           G_CALLBACK (buffer_changed_cb), view, G_CONNECT_SWAPPED);
}

/**
 * galley_wrapping_set_up_all:
 * @widget: the root of a template
 *
 * Does so to all that wraps in it, once, however often it is asked. A label that shows a few lines
 * only is not laid out any further.
 */
void
galley_wrapping_set_up_all (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && gtk_label_get_wrap (GTK_LABEL (widget)) &&
      gtk_label_get_lines (GTK_LABEL (widget)) < 0)
    galley_wrapping_set_up (GTK_LABEL (widget));
  else if (GTK_IS_TEXT_VIEW (widget))
    galley_wrapping_set_up_view (GTK_TEXT_VIEW (widget));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    galley_wrapping_set_up_all (child);
}
