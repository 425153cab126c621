/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-review-stage.h"

#include "galley-badge.h"
#include "galley-claim-preview.h"
#include "galley-claim-words.h"
#include "galley-look.h"
#include "galley-names.h"
#include "galley-pass-focus.h"
#include "galley-quoted.h"
#include "galley-review-words.h"
#include "galley-wrapping.h"

#include <glib/gi18n.h>

/**
 * GalleyReviewStage:
 *
 * What people in a review session look at: one point of the agenda, large enough for a projector,
 * with all that is known of it. It has the focus while nobody types, so that single keys act.
 */
struct _GalleyReviewStage
{
  AdwBin parent_instance;

  GalleyReview *review;     /* nullable */
  GalleyReviewPoint *point; /* nullable */
  guint scale;

  /* from the template */
  GtkWidget *scroller;
  GtkWidget *column;
  GtkLabel *kicker;
  GtkLabel *words;
  GtkWidget *verdict_box;
  GalleyBadge *badge;
  GtkLabel *verdict;
  GalleyClaimPreview *preview;
  GtkBox *sections;
};

G_DEFINE_FINAL_TYPE (GalleyReviewStage, galley_review_stage, ADW_TYPE_BIN)

/* A word that no line can hold is worth more than what is bold. */
static void
show_markup (GtkLabel *label, const char *markup)
{
  g_autofree char *plain = NULL, *tame = NULL;

  if (!pango_parse_markup (markup, -1, /* accel_marker= */ 0, /* attrs= */ NULL, &plain,
                           /* accel_char= */ NULL, /* error= */ NULL))
    return;

  tame = galley_names_tame (plain);
  if (g_str_equal (plain, tame))
    gtk_label_set_markup (label, markup);
  else
    gtk_label_set_text (label, tame);
}

static GtkWidget *
add_label (GalleyReviewStage *self, const char *text, gboolean is_markup, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  if (is_markup)
    show_markup (GTK_LABEL (label), text);
  else
    gtk_label_set_text (GTK_LABEL (label), text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  galley_wrapping_set_up (GTK_LABEL (label));
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (self->sections, label);

  return label;
}

/* (transfer full): @lines */
static void
add_section (GalleyReviewStage *self, const char *heading, GPtrArray *lines)
{
  if (lines->len > 0)
    add_label (self, heading, /* is_markup= */ FALSE, "heading");
  for (guint i = 0; i < lines->len; i++)
    add_label (self, g_ptr_array_index (lines, i), /* is_markup= */ TRUE, "review-line");
  g_ptr_array_unref (lines);
}

static void
clear_sections (GalleyReviewStage *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->sections))) != NULL)
    gtk_box_remove (self->sections, child);
}

/* What the claim stands at now, and by whose word. */
static char *
describe_verdict (GalleyClaim *claim)
{
  g_autofree char *check = galley_claim_words_describe_check (claim);
  const char *reason = galley_claim_get_reason (claim);
  GString *text = g_string_new (galley_status_get_label (galley_claim_get_status (claim)));

  if (reason != NULL && *reason != '\0')
    g_string_append_printf (text, ": %s", reason);
  if (check != NULL && *check != '\0')
    g_string_append_printf (text, "\n%s", check);

  return g_string_free (text, FALSE);
}

static void
show_verdict (GalleyReviewStage *self, GalleyClaim *claim)
{
  g_autofree char *verdict = claim != NULL
                                 ? describe_verdict (claim)
                                 : g_strdup (_ ("Nobody has marked or dismissed these words yet"));

  if (claim != NULL)
    galley_badge_set_status (self->badge, galley_claim_get_status (claim));
  else
    galley_badge_set_suggestion (self->badge);
  gtk_label_set_text (self->verdict, verdict);
}

static void
add_verdicts (GalleyReviewStage *self, GalleyClaim *claim)
{
  GalleyDisagreement *disagreement = galley_claim_get_disagreement (claim);
  GalleyFormer *former = galley_claim_get_former (claim);

  if (disagreement != NULL)
    {
      GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

      for (guint i = 0; i < disagreement->verdicts->len; i++)
        {
          GalleyVerdict *verdict = g_ptr_array_index (disagreement->verdicts, i);
          g_autofree char *time = galley_claim_words_format_time (verdict->checked_at);
          g_autofree char *who = galley_names_shorten (verdict->checked_by);

          g_ptr_array_add (
              lines, g_markup_printf_escaped ("<b>%s</b> · %s · %s%s%s",
                                              galley_status_get_label (verdict->status), who, time,
                                              verdict->reason != NULL ? "\n" : "",
                                              verdict->reason != NULL ? verdict->reason : ""));
        }
      add_section (self, _ ("Verdicts That Disagree"), lines);
    }
  if (former != NULL)
    {
      GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

      g_ptr_array_add (lines, g_markup_printf_escaped ("<b>%s</b> · %s",
                                                       galley_status_get_label (former->status),
                                                       former->quote));
      add_section (self, _ ("Decided on Other Words"), lines);
    }
}

static void
show_correction (GalleyReviewStage *self, GalleyClaim *claim)
{
  const char *correction = claim != NULL ? galley_claim_get_correction (claim) : NULL;

  if (claim != NULL)
    galley_claim_preview_set_words (self->preview, galley_review_get_check (self->review),
                                    galley_claim_get_range (claim));
  galley_claim_preview_set_correction (self->preview, correction);
}

/* What was decided at this session, or why it was put off. */
static void
add_outcome (GalleyReviewStage *self)
{
  GalleyPoint *point = galley_review_point_get_point (self->point);
  GalleyDecision *decision = galley_session_find_decision (
      galley_review_get_session (self->review), galley_review_point_get_key (self->point));

  if (decision != NULL)
    {
      g_autofree char *text = galley_review_words_describe_decision (decision);

      add_label (self, _ ("Decided"), /* is_markup= */ FALSE, "heading");
      add_label (self, text, /* is_markup= */ FALSE, "review-decision");
    }
  if (point->is_parked && galley_review_point_get_state (self->point) != GALLEY_POINT_DECIDED)
    {
      add_label (self, _ ("Parked"), /* is_markup= */ FALSE, "heading");
      if (point->why_parked != NULL)
        add_label (self, point->why_parked, /* is_markup= */ FALSE, "review-line");
    }
}

static char *
describe_place (GalleyReviewStage *self)
{
  GalleyPoint *point = galley_review_point_get_point (self->point);
  GListModel *points = galley_review_get_points (self->review);
  guint position = 0;
  g_autofree char *place = NULL;

  galley_review_find (self->review, self->point, &position);
  /* Translators: where a point stands on the agenda, such as “3 of 31”. */
  place = g_strdup_printf (_ ("%u of %u"), position + 1, g_list_model_get_n_items (points));
  return g_strdup_printf ("%s · %s", place, galley_topic_get_label (point->topic));
}

/* Those who cannot see the stage are told the same at once. */
static void
describe (GalleyReviewStage *self)
{
  GalleyCheck *check = galley_review_get_check (self->review);
  g_autofree char *sentences =
      galley_review_words_get_sentences (check, galley_review_point_get_range (self->point));
  g_autofree char *quote = galley_quoted (galley_review_point_get_quote (self->point));
  g_autofree char *label = g_strdup_printf ("%s. %s. %s", gtk_label_get_text (self->kicker), quote,
                                            gtk_label_get_text (self->verdict));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scroller), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, sentences, -1);
}

static void
show_words (GalleyReviewStage *self)
{
  GalleyRange range = galley_review_point_get_range (self->point);

  if (range.end > range.start)
    {
      g_autofree char *markup =
          galley_review_words_mark_up (galley_review_get_check (self->review), self->point);

      gtk_label_set_markup (self->words, markup);
    }
  else
    gtk_label_set_text (self->words, galley_review_point_get_quote (self->point));
}

static void
show (GalleyReviewStage *self)
{
  GalleyClaim *claim;
  g_autofree char *place = NULL;

  clear_sections (self);
  gtk_widget_set_visible (self->column, self->point != NULL);
  if (self->point == NULL)
    return;

  claim = galley_review_point_get_claim (self->point);
  place = describe_place (self);
  gtk_label_set_text (self->kicker, place);
  show_words (self);
  show_verdict (self, claim);
  show_correction (self, claim);
  add_outcome (self);
  if (claim != NULL)
    {
      add_verdicts (self, claim);
      add_section (self, _ ("Second Reader’s Verdict"),
                   galley_review_words_list_readings (self->review, claim));
      add_section (self, _ ("Evidence"), galley_review_words_list_evidence (claim));
      add_section (self, _ ("Notes and Queries"), galley_review_words_list_thread (claim));
      add_section (self, _ ("Also Said"), galley_review_words_list_repeats (self->review, claim));
    }
  describe (self);
}

static void
galley_review_stage_dispose (GObject *object)
{
  GalleyReviewStage *self = GALLEY_REVIEW_STAGE (object);

  g_clear_object (&self->review);
  g_clear_object (&self->point);

  G_OBJECT_CLASS (galley_review_stage_parent_class)->dispose (object);
}

static gboolean
galley_review_stage_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GALLEY_REVIEW_STAGE (widget)->scroller);
}

static void
galley_review_stage_class_init (GalleyReviewStageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = galley_review_stage_dispose;
  widget_class->focus = galley_pass_focus;
  widget_class->grab_focus = galley_review_stage_grab_focus;

  g_type_ensure (GALLEY_TYPE_BADGE);
  g_type_ensure (GALLEY_TYPE_CLAIM_PREVIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/galleydesk/Galley/review-stage.ui");
  gtk_widget_class_bind_template_child (widget_class, GalleyReviewStage, scroller);
  gtk_widget_class_bind_template_child (widget_class, GalleyReviewStage, column);
  gtk_widget_class_bind_template_child (widget_class, GalleyReviewStage, kicker);
  gtk_widget_class_bind_template_child (widget_class, GalleyReviewStage, words);
  gtk_widget_class_bind_template_child (widget_class, GalleyReviewStage, verdict_box);
  gtk_widget_class_bind_template_child (widget_class, GalleyReviewStage, badge);
  gtk_widget_class_bind_template_child (widget_class, GalleyReviewStage, verdict);
  gtk_widget_class_bind_template_child (widget_class, GalleyReviewStage, preview);
  gtk_widget_class_bind_template_child (widget_class, GalleyReviewStage, sections);
}

static void
galley_review_stage_init (GalleyReviewStage *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->scale = GALLEY_REVIEW_USUAL_SCALE;
  gtk_widget_add_css_class (self->column, "scale-2");
  /* The colours of the words are in their markup. */
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (show), self,
                           G_CONNECT_SWAPPED);
}

/**
 * galley_review_stage_show:
 * @review: a session under way
 * @point: (nullable): what to show of it
 *
 * Shows a point as it is now.
 */
void
galley_review_stage_show (GalleyReviewStage *self, GalleyReview *review, GalleyReviewPoint *point)
{
  g_return_if_fail (GALLEY_IS_REVIEW_STAGE (self));

  if (self->point != point)
    gtk_adjustment_set_value (
        gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
  g_set_object (&self->review, review);
  g_set_object (&self->point, point);
  show (self);
}

/**
 * galley_review_stage_set_scale:
 * @scale: how large, below %GALLEY_REVIEW_N_SCALES
 *
 * Makes what is on the stage larger or smaller.
 */
void
galley_review_stage_set_scale (GalleyReviewStage *self, guint scale)
{
  g_autofree char *old = g_strdup_printf ("scale-%u", self->scale);
  g_autofree char *new = g_strdup_printf ("scale-%u", scale);

  g_return_if_fail (GALLEY_IS_REVIEW_STAGE (self) && scale < GALLEY_REVIEW_N_SCALES);

  gtk_widget_remove_css_class (self->column, old);
  gtk_widget_add_css_class (self->column, new);
  self->scale = scale;
}
