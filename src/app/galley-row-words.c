/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-row-words.h"

/* Longer words take two lines in the widest of panes, in code points. */
#define MAX_MEASURED 90
#define TOO_LONG G_MAXINT

/**
 * GalleyRowWords:
 *
 * A title or a claim in a row of a list: one line if the words fit on it, else two, the rest cut
 * off. A list makes some two hundred rows for the ten that are seen, so none is laid out to learn
 * its height: how long the words are on one line is measured once, and only of those that might
 * fit.
 */
struct _GalleyRowWords
{
  GtkWidget parent_instance;

  GtkInscription *inscription;
  int length; /* of the words on one line, in pixels; -1 if that is not known */
};

G_DEFINE_FINAL_TYPE (GalleyRowWords, galley_row_words, GTK_TYPE_WIDGET)

static int
measure_length (GalleyRowWords *self, const char *text)
{
  g_autoptr (PangoLayout) layout = NULL;
  int length;

  if (g_utf8_strlen (text, -1) > MAX_MEASURED)
    return TOO_LONG;

  layout = gtk_widget_create_pango_layout (GTK_WIDGET (self->inscription), text);
  pango_layout_get_pixel_size (layout, &length, NULL);
  return length;
}

/* Whether the words fit on a line of @width pixels, or on any if that is negative. */
static gboolean
fits (GalleyRowWords *self, int width)
{
  const char *text = gtk_inscription_get_text (self->inscription);

  if (text == NULL)
    return TRUE;
  if (self->length < 0)
    self->length = measure_length (self, text);

  return width < 0 ? self->length != TOO_LONG : self->length <= width;
}

static GtkSizeRequestMode
galley_row_words_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
galley_row_words_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  GalleyRowWords *self = GALLEY_ROW_WORDS (widget);

  gtk_widget_measure (GTK_WIDGET (self->inscription), orientation, -1, minimum, natural, NULL,
                      NULL);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = *minimum * (fits (self, for_size) ? 1 : 2);
}

static void
galley_row_words_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_allocate (GTK_WIDGET (GALLEY_ROW_WORDS (widget)->inscription), width, height, baseline,
                       NULL);
}

static void
galley_row_words_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (galley_row_words_parent_class)->css_changed (widget, change);

  GALLEY_ROW_WORDS (widget)->length = -1;
}

static void
galley_row_words_dispose (GObject *object)
{
  GalleyRowWords *self = GALLEY_ROW_WORDS (object);

  if (self->inscription != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->inscription));
  self->inscription = NULL;

  G_OBJECT_CLASS (galley_row_words_parent_class)->dispose (object);
}

static void
galley_row_words_class_init (GalleyRowWordsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = galley_row_words_dispose;
  widget_class->get_request_mode = galley_row_words_get_request_mode;
  widget_class->measure = galley_row_words_measure;
  widget_class->size_allocate = galley_row_words_size_allocate;
  widget_class->css_changed = galley_row_words_css_changed;
}

static void
galley_row_words_init (GalleyRowWords *self)
{
  self->length = -1;
  self->inscription = GTK_INSCRIPTION (gtk_inscription_new (NULL));
  gtk_inscription_set_min_chars (self->inscription, 0);
  gtk_inscription_set_min_lines (self->inscription, 1);
  gtk_inscription_set_yalign (self->inscription, 0);
  gtk_inscription_set_text_overflow (self->inscription, GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_widget_set_parent (GTK_WIDGET (self->inscription), GTK_WIDGET (self));
}

/**
 * galley_row_words_set_text:
 * @text: the words
 */
void
galley_row_words_set_text (GalleyRowWords *self, const char *text)
{
  g_return_if_fail (GALLEY_IS_ROW_WORDS (self) && text != NULL);

  if (g_strcmp0 (gtk_inscription_get_text (self->inscription), text) == 0)
    return;

  gtk_inscription_set_text (self->inscription, text);
  self->length = -1;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
