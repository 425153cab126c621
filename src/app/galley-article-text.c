/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-article-text.h"

#include "galley-article-folds.h"
#include "galley-article-marks.h"
#include "galley-article-notes.h"
#include "galley-claim-words.h"
#include "galley-dropping.h"
#include "galley-look.h"
#include "galley-note-words.h"
#include "galley-pointer.h"

/* A comfortable line holds about this many characters. */
#define MEASURE 70

/* Room for badges left of the words and for notes right of them, in pixels. */
#define MARGIN 64

/**
 * GalleyArticleText:
 *
 * The words of an article, and what is drawn on them that text tags cannot show: dots under
 * suggestions, dashes under pending claims, the outline of the chosen claim, in the left margin a
 * badge where each claim begins, and in the right one a sign where the writer noted something.
 *
 * All of that is worked out for the visible part only, whenever it is drawn; nothing is kept that
 * could go stale.
 */
struct _GalleyArticleText
{
  GtkSourceView parent_instance;

  GalleyCheck *check;   /* nullable */
  GalleyClaim *current; /* nullable */
  GtkWidget *menu;      /* nullable until it is opened */
  GalleyPointer *pointer;
  gconstpointer pointed; /* (nullable) (unowned) the first note of the sign that it was over last */
  char *described; /* (nullable) what assistive technology is told of the notes at the caret */
  double scale;
  double em;   /* size of the font in pixels, before scale */
  int measure; /* width of the column in pixels, margins included */
};

enum
{
  PROP_MEASURE = 1,
  PROP_SCALE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  METRICS_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GalleyArticleText, galley_article_text, GTK_SOURCE_TYPE_VIEW)

static void
galley_article_text_dispose (GObject *object)
{
  GalleyArticleText *self = GALLEY_ARTICLE_TEXT (object);

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_object (&self->check);
  g_clear_object (&self->current);
  g_clear_object (&self->pointer);
  g_clear_pointer (&self->described, g_free);

  G_OBJECT_CLASS (galley_article_text_parent_class)->dispose (object);
}

/* Width of a line of MEASURE characters as they come in running text. */
static double
measure_line (GalleyArticleText *self)
{
  /* Letters in the proportions of English prose; other alphabets differ little. */
  static const char *sample =
      "The senate heard on Tuesday that some of the ships had not left port";
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), sample);
  int width;

  pango_layout_get_size (layout, &width, NULL);

  return (double) width / PANGO_SCALE * MEASURE / g_utf8_strlen (sample, -1);
}

static void
update_metrics (GalleyArticleText *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double em = (double) pango_font_description_get_size (font) / PANGO_SCALE;
  int measure;

  if (!pango_font_description_get_size_is_absolute (font))
    em *= pango_cairo_context_get_resolution (context) / 72;
  measure = measure_line (self) * self->scale + 2 * MARGIN;
  if (em == self->em && measure == self->measure)
    return;

  self->em = em;
  gtk_text_view_set_pixels_inside_wrap (GTK_TEXT_VIEW (self), 0.42 * em * self->scale);
  if (measure != self->measure)
    {
      self->measure = measure;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MEASURE]);
    }
  g_signal_emit (self, signals[METRICS_CHANGED], 0);
}

static void
galley_article_text_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (galley_article_text_parent_class)->css_changed (widget, change);

  update_metrics (GALLEY_ARTICLE_TEXT (widget));
}

static guint
get_caret (GtkTextView *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));

  return gtk_text_iter_get_offset (&iter);
}

/* The notes and links that are about the word at @offset. */
static GPtrArray *
find_remarks (GalleyArticleText *self, guint offset)
{
  return galley_remarks_list (galley_check_get_remarks (self->check),
                              (GalleyRange){ offset, offset + 1 });
}

/* Where lines get their height while nothing can be scrolled, a text view takes some of it for an
 * offset (GTK 4.8), and then draws, finds and scrolls to its words elsewhere than the adjustment
 * says. It goes by the adjustment again when that is said to have changed. */
static void
settle_offset (GtkTextView *view)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));
  GdkRectangle visible;

  if (adjustment == NULL)
    return;

  gtk_text_view_get_visible_rect (view, &visible);
  if (visible.y + gtk_text_view_get_top_margin (view) !=
      (int) gtk_adjustment_get_value (adjustment))
    g_signal_emit_by_name (adjustment, "value-changed");
}

static void
galley_article_text_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  settle_offset (GTK_TEXT_VIEW (widget));

  GTK_WIDGET_CLASS (galley_article_text_parent_class)->snapshot (widget, snapshot);
}

static void
galley_article_text_copy_clipboard (GtkTextView *view)
{
  galley_article_folds_copy (view, GALLEY_ARTICLE_TEXT (view)->check);
}

static GPtrArray *
find_pointed (GalleyArticleText *self)
{
  return galley_article_text_find_note_sign (self, galley_pointer_get_x (self->pointer),
                                             galley_pointer_get_y (self->pointer));
}

static void
galley_article_text_snapshot_layer (GtkTextView *view,
                                    GtkTextViewLayer layer,
                                    GtkSnapshot *snapshot)
{
  GalleyArticleText *self = GALLEY_ARTICLE_TEXT (view);
  g_autoptr (GPtrArray) chosen = NULL, pointed = NULL;
  GalleyRange visible;

  GTK_TEXT_VIEW_CLASS (galley_article_text_parent_class)->snapshot_layer (view, layer, snapshot);

  if (layer != GTK_TEXT_VIEW_LAYER_ABOVE_TEXT || self->check == NULL)
    return;

  visible = galley_article_marks_find_visible (view);
  galley_article_folds_snapshot (view, self->check, visible, self->scale, snapshot);
  chosen = find_remarks (self, get_caret (view));
  pointed = find_pointed (self);
  galley_article_notes_snapshot (self, self->check, visible, chosen, pointed, snapshot);
  galley_article_marks_snapshot (self, self->check, self->current, visible, snapshot);
}

/* Lines under words and signs in the margin are only drawn: what they stand for is told where the
 * caret is, and told again when it is something else. A screen reader says each change. */
static void
update_description (GalleyArticleText *self)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (self);
  g_autofree char *words = NULL;

  if (self->check != NULL)
    words = galley_claim_words_say_place (self->check, get_caret (GTK_TEXT_VIEW (self)));
  if (g_strcmp0 (words, self->described) == 0)
    return;

  if (words != NULL)
    gtk_accessible_update_property (accessible, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
  else
    gtk_accessible_reset_property (accessible, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
  g_free (self->described);
  self->described = g_steal_pointer (&words);
}

static void
pointer_moved_cb (GalleyArticleText *self)
{
  g_autoptr (GPtrArray) remarks = find_pointed (self);
  gconstpointer pointed = remarks != NULL ? remarks->pdata[0] : NULL;

  if (pointed != self->pointed)
    gtk_widget_queue_draw (GTK_WIDGET (self));
  self->pointed = pointed;
}

static gboolean
find_iter (GtkTextView *view, double x, double y, GtkTextIter *out_iter)
{
  int buffer_x, buffer_y;

  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, x, y, &buffer_x, &buffer_y);

  return gtk_text_view_get_iter_at_location (view, out_iter, buffer_x, buffer_y);
}

static gboolean
galley_article_text_query_tooltip (GtkWidget *widget,
                                   int x,
                                   int y,
                                   gboolean is_keyboard,
                                   GtkTooltip *tooltip)
{
  GalleyArticleText *self = GALLEY_ARTICLE_TEXT (widget);
  GtkTextView *view = GTK_TEXT_VIEW (widget);
  g_autoptr (GPtrArray) claims = NULL, remarks = NULL;
  g_autofree char *words = NULL;
  GtkTextIter iter;

  if (self->check == NULL || (!is_keyboard && !galley_pointer_is_used (self->pointer)))
    return FALSE;

  if (!is_keyboard)
    {
      claims = galley_article_text_find_badge (self, x, y);
      remarks = galley_article_text_find_note_sign (self, x, y);
    }
  if (claims != NULL)
    words = galley_claim_words_describe_claims (claims);
  else if (remarks != NULL)
    words = galley_note_words_describe (remarks);
  else if (is_keyboard)
    words = galley_claim_words_describe_place (self->check, get_caret (view));
  else if (find_iter (view, x, y, &iter))
    words = galley_claim_words_describe_place (self->check, gtk_text_iter_get_offset (&iter));
  gtk_tooltip_set_text (tooltip, words);

  return words != NULL;
}

static void
open_menu (GalleyArticleText *self, const GdkRectangle *place)
{
  if (self->menu == NULL)
    {
      self->menu =
          gtk_popover_menu_new_from_model (gtk_text_view_get_extra_menu (GTK_TEXT_VIEW (self)));
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_popover_set_position (GTK_POPOVER (self->menu), GTK_POS_BOTTOM);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
    }
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), place);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

/* What the menu acts on is what it was opened on, as everywhere. */
static void
menu_pressed_cb (GalleyArticleText *self, int n_press, double x, double y, GtkGesture *gesture)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GdkRectangle place = { x, y, 1, 1 };
  GtkTextIter iter, start, end;

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  find_iter (view, x, y, &iter);
  if (!gtk_text_buffer_get_selection_bounds (buffer, &start, &end) ||
      !gtk_text_iter_in_range (&iter, &start, &end))
    gtk_text_buffer_place_cursor (buffer, &iter);
  open_menu (self, &place);
}

static gboolean
menu_key_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  GtkTextView *view = GTK_TEXT_VIEW (widget);
  GdkRectangle place;

  gtk_text_view_get_cursor_locations (view, /* iter= */ NULL, &place, /* weak= */ NULL);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, place.x, place.y, &place.x,
                                         &place.y);
  open_menu (GALLEY_ARTICLE_TEXT (widget), &place);

  return GDK_EVENT_STOP;
}

/* A text view has a menu of its own, for texts that can be edited. What stands here comes before
 * it, by pointer and by key. */
static void
add_menu_controllers (GalleyArticleText *self)
{
  static const char *keys = "Menu|<Shift>F10";
  GtkGesture *gesture = gtk_gesture_click_new ();
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (gesture), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (gesture, "pressed", G_CALLBACK (menu_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (gesture));

  gtk_event_controller_set_propagation_phase (shortcuts, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (shortcuts),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys),
                        gtk_callback_action_new (menu_key_cb, /* data= */ NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), shortcuts);
}

static void
galley_article_text_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GTK_WIDGET_CLASS (galley_article_text_parent_class)
      ->size_allocate (widget, width, height, baseline);

  if (GALLEY_ARTICLE_TEXT (widget)->menu != NULL)
    gtk_popover_present (GTK_POPOVER (GALLEY_ARTICLE_TEXT (widget)->menu));
}

/* A double click takes the whole of what is suggested. */
static gboolean
galley_article_text_extend_selection (GtkTextView *view,
                                      GtkTextExtendSelection granularity,
                                      const GtkTextIter *location,
                                      GtkTextIter *start,
                                      GtkTextIter *end)
{
  GalleyArticleText *self = GALLEY_ARTICLE_TEXT (view);
  GalleyRange suggestion;

  if (granularity == GTK_TEXT_EXTEND_SELECTION_WORD && self->check != NULL &&
      galley_check_find_suggestion (self->check, gtk_text_iter_get_offset (location), &suggestion))
    {
      gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (view), start, suggestion.start);
      gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (view), end, suggestion.end);
      return GDK_EVENT_STOP;
    }

  return GTK_TEXT_VIEW_CLASS (galley_article_text_parent_class)
      ->extend_selection (view, granularity, location, start, end);
}

static void
galley_article_text_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  GalleyArticleText *self = GALLEY_ARTICLE_TEXT (object);

  switch (prop_id)
    {
    case PROP_MEASURE:
      g_value_set_int (value, self->measure);
      break;
    case PROP_SCALE:
      g_value_set_double (value, self->scale);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
galley_article_text_set_property (GObject *object,
                                  guint prop_id,
                                  const GValue *value,
                                  GParamSpec *pspec)
{
  GalleyArticleText *self = GALLEY_ARTICLE_TEXT (object);

  switch (prop_id)
    {
    case PROP_SCALE:
      if (self->scale == g_value_get_double (value))
        return;
      self->scale = g_value_get_double (value);
      update_metrics (self);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static GtkTextBuffer *
galley_article_text_create_buffer (GtkTextView *view)
{
  /* A source buffer would load all colour schemes, and can do nothing for words that stay. */
  GtkTextBuffer *buffer = gtk_text_buffer_new (/* table= */ NULL);

  gtk_text_buffer_set_enable_undo (buffer, FALSE);

  return buffer;
}

static void
galley_article_text_class_init (GalleyArticleTextClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkTextViewClass *view_class = GTK_TEXT_VIEW_CLASS (klass);

  object_class->dispose = galley_article_text_dispose;
  object_class->get_property = galley_article_text_get_property;
  object_class->set_property = galley_article_text_set_property;
  GTK_WIDGET_CLASS (klass)->css_changed = galley_article_text_css_changed;
  GTK_WIDGET_CLASS (klass)->size_allocate = galley_article_text_size_allocate;
  GTK_WIDGET_CLASS (klass)->snapshot = galley_article_text_snapshot;
  GTK_WIDGET_CLASS (klass)->query_tooltip = galley_article_text_query_tooltip;
  view_class->create_buffer = galley_article_text_create_buffer;
  view_class->copy_clipboard = galley_article_text_copy_clipboard;
  view_class->snapshot_layer = galley_article_text_snapshot_layer;
  view_class->extend_selection = galley_article_text_extend_selection;

  properties[PROP_MEASURE] = g_param_spec_int ("measure", NULL, NULL, 0, G_MAXINT, 0,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SCALE] =
      g_param_spec_double ("scale", NULL, NULL, 0.5, 4, 1,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * GalleyArticleText::metrics-changed:
   *
   * The font is another one, or has another size.
   */
  signals[METRICS_CHANGED] = g_signal_new ("metrics-changed", G_TYPE_FROM_CLASS (klass),
                                           G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
galley_article_text_init (GalleyArticleText *self)
{
  self->scale = 1;
  self->pointer = galley_pointer_new (GTK_WIDGET (self));
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  add_menu_controllers (self);
  galley_dropping_leave_to_window (GTK_WIDGET (self));
  g_signal_connect_object (self->pointer, "moved", G_CALLBACK (pointer_moved_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)),
                           "notify::cursor-position", G_CALLBACK (update_description), self,
                           G_CONNECT_SWAPPED);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (self), MARGIN);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (self), MARGIN);
}

/**
 * galley_article_text_refresh:
 *
 * What is known of the words is something else now.
 */
void
galley_article_text_refresh (GalleyArticleText *self)
{
  update_description (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * galley_article_text_set_check:
 * @check: (nullable): what is drawn on the words, which are to be put into the buffer next
 */
void
galley_article_text_set_check (GalleyArticleText *self, GalleyCheck *check)
{
  g_return_if_fail (GALLEY_IS_ARTICLE_TEXT (self));

  g_set_object (&self->check, check);
}

/**
 * galley_article_text_set_current_claim:
 * @claim: (nullable): the claim to outline
 */
void
galley_article_text_set_current_claim (GalleyArticleText *self, GalleyClaim *claim)
{
  g_return_if_fail (GALLEY_IS_ARTICLE_TEXT (self));

  if (g_set_object (&self->current, claim))
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * galley_article_text_get_em:
 *
 * Returns: size of the font in pixels, before it is scaled
 */
double
galley_article_text_get_em (GalleyArticleText *self)
{
  g_return_val_if_fail (GALLEY_IS_ARTICLE_TEXT (self), 0);

  return self->em;
}

/**
 * galley_article_text_get_scale:
 *
 * Returns: how much larger the words are shown than the font is
 */
double
galley_article_text_get_scale (GalleyArticleText *self)
{
  g_return_val_if_fail (GALLEY_IS_ARTICLE_TEXT (self), 1);

  return self->scale;
}

/**
 * galley_article_text_find_badge:
 * @x: in widget coordinates
 * @y: likewise
 *
 * Returns: (transfer container) (nullable) (element-type GalleyClaim): the claims whose badge is
 *   there; %NULL if there is no badge
 */
GPtrArray *
galley_article_text_find_badge (GalleyArticleText *self, double x, double y)
{
  int buffer_x, buffer_y;

  g_return_val_if_fail (GALLEY_IS_ARTICLE_TEXT (self), NULL);

  gtk_text_view_window_to_buffer_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, x, y,
                                         &buffer_x, &buffer_y);
  if (self->check == NULL || buffer_x < 0 || buffer_x >= MARGIN)
    return NULL;

  return galley_article_marks_find_at_line (self, self->check, buffer_y);
}

/**
 * galley_article_text_find_note_sign:
 * @x: in widget coordinates
 * @y: likewise
 *
 * Returns: (transfer container) (nullable) (element-type GalleyRemark): the notes whose sign is
 *   there; %NULL if there is no sign
 */
GPtrArray *
galley_article_text_find_note_sign (GalleyArticleText *self, double x, double y)
{
  int width, buffer_x, buffer_y;

  g_return_val_if_fail (GALLEY_IS_ARTICLE_TEXT (self), NULL);

  width = gtk_widget_get_width (GTK_WIDGET (self));
  if (self->check == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)) || x < width - MARGIN ||
      x >= width || y < 0)
    return NULL;

  gtk_text_view_window_to_buffer_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, x, y,
                                         &buffer_x, &buffer_y);

  return galley_article_notes_find_at_line (self, self->check, buffer_y);
}
