/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-article-view.h"

#include "galley-anchor.h"
#include "galley-article-folds.h"
#include "galley-article-gaps.h"
#include "galley-article-marks.h"
#include "galley-article-scroll.h"
#include "galley-article-tags.h"
#include "galley-article-text.h"
#include "galley-pass-focus.h"

/**
 * GalleyArticleView:
 *
 * An article with everything that was marked in it, to read, to walk through with a caret and to
 * select in. It decides nothing: what is done to the claims is the window's.
 *
 * The text on the screen is the draft's, character for character but for folds in endless
 * paragraphs, so that offsets in the buffer are offsets in the document. The current claim is the
 * one whose words are selected, else the innermost one at the caret, unless another claim that
 * covers the caret was made current; where the caret is in no claim there is none.
 */
struct _GalleyArticleView
{
  AdwBin parent_instance;

  GalleyCheck *check; /* nullable */
  GalleyClaim *current_claim;
  gboolean show_uncovered;
  gboolean is_settled; /* FALSE while this object moves the caret itself */

  GalleyArticleTags *tags;
  GalleyArticleScroll *scroll;
  GtkTextBuffer *buffer; /* of @text */

  /* from the template */
  GalleyArticleText *text;
};

enum
{
  PROP_CURRENT_CLAIM = 1,
  PROP_SHOW_UNCOVERED,
  PROP_SCALE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  TARGET_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GalleyArticleView, galley_article_view, ADW_TYPE_BIN)

static GtkTextView *
get_view (GalleyArticleView *self)
{
  return GTK_TEXT_VIEW (self->text);
}

static GalleyRange
get_whole (GalleyArticleView *self)
{
  return (GalleyRange){ 0, gtk_text_buffer_get_char_count (self->buffer) };
}

static GalleyRange
get_caret_range (GalleyArticleView *self)
{
  guint caret = galley_article_view_get_caret (self);

  return (GalleyRange){ caret, caret };
}

static GalleyClaim *
find_claim_at_caret (GalleyArticleView *self)
{
  GalleyTarget target = { .claim = NULL };

  if (gtk_text_buffer_get_has_selection (self->buffer))
    galley_article_view_get_target (self, &target);
  if (target.claim != NULL)
    return target.claim;
  return galley_article_target_find_claim (self->check, galley_article_view_get_caret (self));
}

static void
take_current (GalleyArticleView *self, GalleyClaim *claim)
{
  if (!g_set_object (&self->current_claim, claim))
    return;

  galley_article_text_set_current_claim (self->text, claim);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CURRENT_CLAIM]);
}

static void
caret_moved_cb (GalleyArticleView *self)
{
  if (self->check == NULL || !self->is_settled)
    return;

  take_current (self, find_claim_at_caret (self));
  g_signal_emit (self, signals[TARGET_CHANGED], 0);
}

static void
selection_changed_cb (GalleyArticleView *self)
{
  if (self->check != NULL && self->is_settled)
    g_signal_emit (self, signals[TARGET_CHANGED], 0);
}

static void
restyle (GalleyArticleView *self, GalleyRange range)
{
  galley_article_tags_restyle (self->tags, range,
                               galley_article_marks_find_visible (get_view (self)));
  gtk_widget_queue_draw (GTK_WIDGET (self->text));
}

static gboolean
is_in_check (GalleyArticleView *self, GalleyClaim *claim)
{
  return galley_claim_list_find (galley_check_get_claims (self->check),
                                 galley_claim_get_id (claim)) == claim;
}

static void
check_changed_cb (GalleyArticleView *self, guint start, guint end)
{
  if (start < end)
    restyle (self, (GalleyRange){ start, end });

  galley_article_text_refresh (self->text);
  if (self->current_claim == NULL || !is_in_check (self, self->current_claim))
    take_current (self, find_claim_at_caret (self));
  g_signal_emit (self, signals[TARGET_CHANGED], 0);
}

static void
update_look (GalleyArticleView *self)
{
  galley_article_tags_set_look (self->tags, galley_look_get_current ());
  gtk_widget_queue_draw (GTK_WIDGET (self->text));
}

static void
metrics_changed_cb (GalleyArticleView *self)
{
  galley_article_tags_set_metrics (self->tags, galley_article_text_get_em (self->text),
                                   galley_article_text_get_scale (self->text));
  if (self->check != NULL)
    galley_article_tags_style_blocks (self->tags, galley_check_get_document (self->check),
                                      gtk_widget_get_pango_context (GTK_WIDGET (self->text)));
}

/* A press on a badge chooses its claim, one on the sign of a note goes to its words; where several
 * begin on the line, another one each time. */
static void
pressed_cb (GalleyArticleView *self, int n_press, double x, double y, GtkGesture *gesture)
{
  g_autoptr (GPtrArray) claims = galley_article_text_find_badge (self->text, x, y);
  g_autoptr (GPtrArray) notes = galley_article_text_find_note_sign (self->text, x, y);

  if (claims == NULL && notes == NULL)
    return;

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
  if (claims != NULL)
    galley_article_view_set_current_claim (
        self, galley_article_target_get_next_claim (claims, self->current_claim));
  else
    galley_article_view_set_caret (
        self, galley_article_target_get_next_note (notes, galley_article_view_get_caret (self)));
}

static void
galley_article_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  GalleyArticleView *self = GALLEY_ARTICLE_VIEW (object);

  switch (prop_id)
    {
    case PROP_CURRENT_CLAIM:
      g_value_set_object (value, self->current_claim);
      break;
    case PROP_SHOW_UNCOVERED:
      g_value_set_boolean (value, self->show_uncovered);
      break;
    case PROP_SCALE:
      g_value_set_double (value, galley_article_view_get_scale (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
galley_article_view_set_property (GObject *object,
                                  guint prop_id,
                                  const GValue *value,
                                  GParamSpec *pspec)
{
  GalleyArticleView *self = GALLEY_ARTICLE_VIEW (object);

  switch (prop_id)
    {
    case PROP_CURRENT_CLAIM:
      galley_article_view_set_current_claim (self, g_value_get_object (value));
      break;
    case PROP_SHOW_UNCOVERED:
      galley_article_view_set_show_uncovered (self, g_value_get_boolean (value));
      break;
    case PROP_SCALE:
      galley_article_view_set_scale (self, g_value_get_double (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static gboolean
galley_article_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (GALLEY_ARTICLE_VIEW (widget)->text));
}

static void
galley_article_view_dispose (GObject *object)
{
  GalleyArticleView *self = GALLEY_ARTICLE_VIEW (object);

  if (self->check != NULL)
    g_signal_handlers_disconnect_by_data (self->check, self);
  if (self->buffer != NULL)
    g_signal_handlers_disconnect_by_data (self->buffer, self);
  g_clear_pointer (&self->scroll, galley_article_scroll_free);
  g_clear_object (&self->check);
  g_clear_object (&self->current_claim);
  g_clear_pointer (&self->tags, galley_article_tags_free);
  g_clear_object (&self->buffer);
  gtk_widget_dispose_template (GTK_WIDGET (object), GALLEY_TYPE_ARTICLE_VIEW);

  G_OBJECT_CLASS (galley_article_view_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  properties[PROP_CURRENT_CLAIM] =
      g_param_spec_object ("current-claim", NULL, NULL, GALLEY_TYPE_CLAIM, flags);
  properties[PROP_SHOW_UNCOVERED] =
      g_param_spec_boolean ("show-uncovered", NULL, NULL, FALSE, flags);
  properties[PROP_SCALE] = g_param_spec_double ("scale", NULL, NULL, 0.5, 4, 1, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * GalleyArticleView::target-changed:
   *
   * galley_article_view_get_target() may tell something else now.
   */
  signals[TARGET_CHANGED] = g_signal_new ("target-changed", G_TYPE_FROM_CLASS (object_class),
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
galley_article_view_class_init (GalleyArticleViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = galley_article_view_dispose;
  object_class->get_property = galley_article_view_get_property;
  object_class->set_property = galley_article_view_set_property;
  widget_class->focus = galley_pass_focus;
  widget_class->grab_focus = galley_article_view_grab_focus;
  install_properties (object_class);

  g_type_ensure (GALLEY_TYPE_ARTICLE_TEXT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/galleydesk/Galley/article-view.ui");
  gtk_widget_class_bind_template_child (widget_class, GalleyArticleView, text);
  gtk_widget_class_bind_template_callback (widget_class, galley_article_gaps_leave);
  gtk_widget_class_bind_template_callback (widget_class, galley_article_gaps_see);
  gtk_widget_class_bind_template_callback (widget_class, metrics_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);
}

static void
galley_article_view_init (GalleyArticleView *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  gtk_widget_init_template (GTK_WIDGET (self));

  self->is_settled = TRUE;
  self->buffer = g_object_ref (gtk_text_view_get_buffer (get_view (self)));
  self->tags = galley_article_tags_new (self->buffer);
  self->scroll = galley_article_scroll_new (get_view (self));
  galley_article_tags_set_look (self->tags, galley_look_get_current ());
  g_signal_connect_swapped (self->buffer, "notify::cursor-position", G_CALLBACK (caret_moved_cb),
                            self);
  g_signal_connect_swapped (self->buffer, "notify::has-selection",
                            G_CALLBACK (selection_changed_cb), self);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (update_look), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (update_look), self,
                           G_CONNECT_SWAPPED);
}

static void
load_text (GalleyArticleView *self, guint caret)
{
  g_autofree char *folded = NULL;
  GtkTextIter iter;
  gsize length_bytes;
  const char *utf8;

  galley_article_tags_show_none (self->tags);
  if (self->check == NULL)
    {
      gtk_text_buffer_set_text (self->buffer, "", 0);
      return;
    }

  utf8 = galley_text_peek_utf8 (galley_document_get_text (galley_check_get_document (self->check)),
                                &length_bytes);
  folded = galley_article_fold (utf8, length_bytes, /* folds_words= */ TRUE);
  if (folded != NULL)
    gtk_text_buffer_set_text (self->buffer, folded, -1);
  else
    gtk_text_buffer_set_text (self->buffer, utf8, length_bytes);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &iter, MIN (caret, G_MAXINT));
  gtk_text_buffer_place_cursor (self->buffer, &iter);
  galley_article_tags_show (self->tags, self->check,
                            gtk_widget_get_pango_context (GTK_WIDGET (self->text)),
                            gtk_text_iter_get_offset (&iter));
  galley_article_scroll_show (self->scroll, get_caret_range (self));
  /* A frame that the display server waited for comes before the text view lays out its lines, which
   * it would do when drawing: too late for the scrollbars. */
  gtk_widget_queue_resize (GTK_WIDGET (self->text));
}

static void
twins_changed_cb (GalleyArticleView *self)
{
  galley_article_text_refresh (self->text);
}

/**
 * galley_article_view_set_check:
 * @check: (nullable): what to show
 * @caret: the character that the caret is to stand before, in code points; one beyond the end means
 *   the end
 *
 * Shows an article, where the caret is.
 */
void
galley_article_view_set_check (GalleyArticleView *self, GalleyCheck *check, guint caret)
{
  g_return_if_fail (GALLEY_IS_ARTICLE_VIEW (self));
  g_return_if_fail (check == NULL || GALLEY_IS_CHECK (check));

  if (self->check == check)
    return;

  if (self->check != NULL)
    g_signal_handlers_disconnect_by_data (self->check, self);
  g_set_object (&self->check, check);
  galley_article_text_set_check (self->text, check);

  self->is_settled = FALSE;
  load_text (self, caret);
  galley_article_text_refresh (self->text);
  self->is_settled = TRUE;
  if (check != NULL)
    {
      g_signal_connect_swapped (check, "changed", G_CALLBACK (check_changed_cb), self);
      g_signal_connect_swapped (check, "twins-changed", G_CALLBACK (twins_changed_cb), self);
    }
  take_current (self, check != NULL ? find_claim_at_caret (self) : NULL);
  g_signal_emit (self, signals[TARGET_CHANGED], 0);
}

/**
 * galley_article_view_set_current_claim:
 * @claim: (nullable): a claim of the check, or %NULL for none
 *
 * Chooses a claim: outlines it, scrolls to it and puts the caret at its start, unless the caret is
 * in it already. Tells nobody when it was current before.
 */
void
galley_article_view_set_current_claim (GalleyArticleView *self, GalleyClaim *claim)
{
  g_return_if_fail (GALLEY_IS_ARTICLE_VIEW (self));
  g_return_if_fail (claim == NULL || (self->check != NULL && is_in_check (self, claim)));

  if (claim != NULL &&
      !galley_article_target_is_at_caret (self->check, claim, galley_article_view_get_caret (self)))
    {
      GtkTextIter start;

      gtk_text_buffer_get_iter_at_offset (self->buffer, &start,
                                          galley_claim_get_range (claim).start);
      self->is_settled = FALSE;
      gtk_text_buffer_place_cursor (self->buffer, &start);
      self->is_settled = TRUE;
    }
  if (claim != NULL)
    galley_article_scroll_show (self->scroll, galley_claim_get_range (claim));

  if (claim == self->current_claim)
    return;
  take_current (self, claim);
  g_signal_emit (self, signals[TARGET_CHANGED], 0);
}

/**
 * galley_article_view_get_current_claim:
 *
 * Returns: (transfer none) (nullable): the claim that is chosen
 */
GalleyClaim *
galley_article_view_get_current_claim (GalleyArticleView *self)
{
  g_return_val_if_fail (GALLEY_IS_ARTICLE_VIEW (self), NULL);

  return self->current_claim;
}

/**
 * galley_article_view_set_caret:
 * @offset: code points; one beyond the end means the end
 *
 * Puts the caret before a character and scrolls to what a key would act on there.
 */
void
galley_article_view_set_caret (GalleyArticleView *self, guint offset)
{
  GalleyTarget target;
  GtkTextIter iter;

  g_return_if_fail (GALLEY_IS_ARTICLE_VIEW (self));

  gtk_text_buffer_get_iter_at_offset (self->buffer, &iter, MIN (offset, G_MAXINT));
  gtk_text_buffer_place_cursor (self->buffer, &iter);
  galley_article_scroll_show (
      self->scroll, galley_article_view_get_target (self, &target)
                        ? (GalleyRange){ gtk_text_iter_get_offset (&iter), target.range.end }
                        : get_caret_range (self));
}

/**
 * galley_article_view_get_caret:
 *
 * Returns: the character that the caret stands before, in code points
 */
guint
galley_article_view_get_caret (GalleyArticleView *self)
{
  GtkTextIter iter;

  g_return_val_if_fail (GALLEY_IS_ARTICLE_VIEW (self), 0);

  gtk_text_buffer_get_iter_at_mark (self->buffer, &iter, gtk_text_buffer_get_insert (self->buffer));

  return gtk_text_iter_get_offset (&iter);
}

/**
 * galley_article_view_select:
 * @range: characters of the article
 *
 * Selects words, with the caret before them, and scrolls there.
 */
void
galley_article_view_select (GalleyArticleView *self, GalleyRange range)
{
  GtkTextIter start, end;

  g_return_if_fail (GALLEY_IS_ARTICLE_VIEW (self));
  g_return_if_fail (range.start <= range.end && range.end <= get_whole (self).end);

  gtk_text_buffer_get_iter_at_offset (self->buffer, &start, range.start);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &end, range.end);
  gtk_text_buffer_select_range (self->buffer, &start, &end);
  galley_article_scroll_show (self->scroll, range);
}

/**
 * galley_article_view_get_selection:
 * @out_range: (out): the words that are selected, without white space at the ends; untouched if
 *   there are none
 *
 * Returns: whether any words are selected
 */
gboolean
galley_article_view_get_selection (GalleyArticleView *self, GalleyRange *out_range)
{
  GtkTextIter start, end;
  GalleyRange range;

  g_return_val_if_fail (GALLEY_IS_ARTICLE_VIEW (self), FALSE);

  if (self->check == NULL || !gtk_text_buffer_get_selection_bounds (self->buffer, &start, &end))
    return FALSE;

  range = (GalleyRange){ gtk_text_iter_get_offset (&start), gtk_text_iter_get_offset (&end) };
  range = galley_anchor_trim (galley_document_get_text (galley_check_get_document (self->check)),
                              range);
  if (range.start >= range.end)
    return FALSE;

  *out_range = range;
  return TRUE;
}

/**
 * galley_article_view_get_target:
 * @out_target: (out caller-allocates): what it is; set in every case
 *
 * Tells what a single key acts on: what is selected (the claim, if it is one to the letter), else
 * the claim at the caret, else the suggestion there, else the sentence there.
 *
 * Returns: whether there is anything
 */
gboolean
galley_article_view_get_target (GalleyArticleView *self, GalleyTarget *out_target)
{
  GalleyRange selection;

  g_return_val_if_fail (GALLEY_IS_ARTICLE_VIEW (self), FALSE);

  if (self->check == NULL)
    *out_target = (GalleyTarget){ .kind = GALLEY_TARGET_NONE };
  else if (galley_article_view_get_selection (self, &selection))
    *out_target = galley_article_target_of_selection (self->check, selection, self->current_claim);
  else
    *out_target = galley_article_target_at_caret (self->check, galley_article_view_get_caret (self),
                                                  self->current_claim);

  return out_target->kind != GALLEY_TARGET_NONE;
}

/**
 * galley_article_view_set_show_uncovered:
 * @show_uncovered: whether words that no claim and no dismissal covers stand out
 */
void
galley_article_view_set_show_uncovered (GalleyArticleView *self, gboolean show_uncovered)
{
  g_return_if_fail (GALLEY_IS_ARTICLE_VIEW (self));

  show_uncovered = !!show_uncovered;
  if (self->show_uncovered == show_uncovered)
    return;

  self->show_uncovered = show_uncovered;
  galley_article_tags_set_show_uncovered (self->tags, show_uncovered,
                                          galley_article_marks_find_visible (get_view (self)));
  gtk_widget_queue_draw (GTK_WIDGET (self->text));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_UNCOVERED]);
}

/**
 * galley_article_view_set_scale:
 * @scale: how much larger the words are shown than the font is, from 0.5 to 4
 */
void
galley_article_view_set_scale (GalleyArticleView *self, double scale)
{
  g_return_if_fail (GALLEY_IS_ARTICLE_VIEW (self));

  scale = CLAMP (scale, 0.5, 4);
  if (scale == galley_article_view_get_scale (self))
    return;

  g_object_set (self->text, "scale", scale, NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SCALE]);
}

double
galley_article_view_get_scale (GalleyArticleView *self)
{
  g_return_val_if_fail (GALLEY_IS_ARTICLE_VIEW (self), 1);

  return galley_article_text_get_scale (self->text);
}
