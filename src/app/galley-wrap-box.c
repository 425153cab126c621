/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-wrap-box.h"

/* Between children and between lines, in pixels. */
#define SPACING 6

/**
 * GalleyWrapBox:
 *
 * Sets its children in lines, as words are: what does not fit into a line begins the next one, so
 * that nothing is cut off where letters are large or the window is narrow. What is left of a line
 * goes to the children there that expand, or, if none does, to the last one, unless that would fill
 * it.
 */
struct _GalleyWrapBox
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (GalleyWrapBox, galley_wrap_box, GTK_TYPE_WIDGET)

typedef struct
{
  GtkWidget *first;
  GtkWidget *end; /* (nullable) the first child behind the line */
  GtkWidget *last;
  int width; /* natural, in pixels */
  guint n_expand;
} Line;

static GtkWidget *
find_shown (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);

  return child;
}

static int
get_width (GtkWidget *child, int max_width)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, /* for_size= */ -1, NULL, &natural, NULL,
                      NULL);

  return MIN (natural, max_width);
}

/* The line that begins with @first, which is shown. */
static Line
find_line (GtkWidget *first, int max_width)
{
  Line line = { .first = first, .last = first, .width = -SPACING };
  GtkWidget *child;

  for (child = first; child != NULL; child = find_shown (gtk_widget_get_next_sibling (child)))
    {
      int width = get_width (child, max_width);

      if (child != first && line.width + SPACING + width > max_width)
        break;
      line.width += SPACING + width;
      line.n_expand += gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL) ? 1 : 0;
      line.last = child;
    }
  line.end = child;

  return line;
}

static int
get_share (const Line *line, GtkWidget *child, int max_width)
{
  int left = max_width - line->width;

  if (line->n_expand > 0 && gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL))
    return left / (int) line->n_expand + (child == line->last ? left % (int) line->n_expand : 0);
  if (line->n_expand > 0)
    return 0;

  return child == line->last && gtk_widget_get_halign (child) != GTK_ALIGN_FILL ? left : 0;
}

static void
measure_line (const Line *line, int max_width, int *out_minimum, int *out_natural)
{
  *out_minimum = *out_natural = 0;
  for (GtkWidget *child = line->first; child != line->end;
       child = find_shown (gtk_widget_get_next_sibling (child)))
    {
      int minimum, natural;
      int width = get_width (child, max_width) + get_share (line, child, max_width);

      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &minimum, &natural, NULL, NULL);
      *out_minimum = MAX (*out_minimum, minimum);
      *out_natural = MAX (*out_natural, natural);
    }
}

static void
measure_height (GtkWidget *first, int width, int *out_minimum, int *out_natural)
{
  Line line = { .end = first };

  while (line.end != NULL)
    {
      int minimum, natural, space = line.end != first ? SPACING : 0;

      line = find_line (line.end, width);
      measure_line (&line, width, &minimum, &natural);
      *out_minimum += space + minimum;
      *out_natural += space + natural;
    }
}

static void
measure_width (GtkWidget *first, int *out_minimum, int *out_natural)
{
  for (GtkWidget *child = first; child != NULL;
       child = find_shown (gtk_widget_get_next_sibling (child)))
    {
      int minimum, natural;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, /* for_size= */ -1, &minimum, &natural,
                          NULL, NULL);
      *out_minimum = MAX (*out_minimum, minimum);
      *out_natural += natural + (child != first ? SPACING : 0);
    }
}

static void
galley_wrap_box_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  GtkWidget *first = find_shown (gtk_widget_get_first_child (widget));

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (first, minimum, natural);
  else
    measure_height (first, for_size >= 0 ? for_size : G_MAXINT / 2, minimum, natural);
}

static void
allocate_line (GtkWidget *widget, const Line *line, int max_width, int y, int height)
{
  gboolean is_mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int x = 0;

  for (GtkWidget *child = line->first; child != line->end;
       child = find_shown (gtk_widget_get_next_sibling (child)))
    {
      int width = get_width (child, max_width) + get_share (line, child, max_width);
      GtkAllocation place = { is_mirrored ? max_width - x - width : x, y, width, height };

      gtk_widget_size_allocate (child, &place, /* baseline= */ -1);
      x += width + SPACING;
    }
}

static void
galley_wrap_box_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  Line line = { .end = find_shown (gtk_widget_get_first_child (widget)) };
  int y = 0;

  while (line.end != NULL)
    {
      int minimum, natural;

      line = find_line (line.end, width);
      measure_line (&line, width, &minimum, &natural);
      /* One line has all of the height that there is. */
      if (y == 0 && line.end == NULL)
        natural = MAX (height, minimum);
      allocate_line (widget, &line, width, y, natural);
      y += natural + SPACING;
    }
}

static GtkSizeRequestMode
galley_wrap_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
galley_wrap_box_dispose (GObject *object)
{
  galley_wrap_box_clear (GALLEY_WRAP_BOX (object));

  G_OBJECT_CLASS (galley_wrap_box_parent_class)->dispose (object);
}

static void
galley_wrap_box_class_init (GalleyWrapBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = galley_wrap_box_dispose;
  widget_class->measure = galley_wrap_box_measure;
  widget_class->size_allocate = galley_wrap_box_size_allocate;
  widget_class->get_request_mode = galley_wrap_box_get_request_mode;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
galley_wrap_box_init (GalleyWrapBox *self)
{
}

/**
 * galley_wrap_box_append:
 * @child: (transfer floating): goes behind all others
 */
void
galley_wrap_box_append (GalleyWrapBox *self, GtkWidget *child)
{
  g_return_if_fail (GALLEY_IS_WRAP_BOX (self));
  g_return_if_fail (GTK_IS_WIDGET (child));

  gtk_widget_insert_before (child, GTK_WIDGET (self), /* next_sibling= */ NULL);
}

/**
 * galley_wrap_box_clear:
 *
 * Takes all children out.
 */
void
galley_wrap_box_clear (GalleyWrapBox *self)
{
  GtkWidget *child;

  g_return_if_fail (GALLEY_IS_WRAP_BOX (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}
