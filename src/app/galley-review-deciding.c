/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-review-window-private.h"

#include "galley-keys.h"
#include "galley-look.h"
#include "galley-names.h"
#include "galley-prompt-buttons.h"

#include <glib/gi18n.h>

/* What people decide in a review session. Nothing is said to be decided before it is durable, and
 * nothing is decided about a point that something is still being saved about. */

typedef struct
{
  const char *action;
  GalleyRuling ruling;
  GalleyStatus status;           /* of a verdict */
  GalleyAddressee addressee;     /* of a question */
  GalleyDismissalKind dismissal; /* of a dismissal */
} Choice;

static const Choice choices[] = {
  { "session.confirm", GALLEY_RULING_VERDICT, .status = GALLEY_STATUS_CONFIRMED },
  { "session.dispute", GALLEY_RULING_VERDICT, .status = GALLEY_STATUS_DISPUTED },
  { "session.pending", GALLEY_RULING_VERDICT, .status = GALLEY_STATUS_PENDING },
  { "session.keep", GALLEY_RULING_KEEP, .status = 0 },
  { "session.correct", GALLEY_RULING_CORRECTION, .status = 0 },
  { "session.ask-writer", GALLEY_RULING_ASK, .addressee = GALLEY_ADDRESSEE_WRITER },
  { "session.ask-editor", GALLEY_RULING_ASK, .addressee = GALLEY_ADDRESSEE_EDITOR },
  { "session.note", GALLEY_RULING_NOTE, .status = 0 },
  { "session.opinion", GALLEY_RULING_DISMISS, .dismissal = GALLEY_DISMISSAL_OPINION },
  { "session.not-checkable", GALLEY_RULING_DISMISS, .dismissal = GALLEY_DISMISSAL_NOT_CHECKABLE },
};

static const Choice *
find_choice (const char *action)
{
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    if (g_str_equal (choices[i].action, action))
      return &choices[i];

  g_return_val_if_reached (&choices[0]);
}

/* What is typed, or NULL if there is nothing. */
static const char *
get_typed (GtkEditable *editable)
{
  const char *text = gtk_editable_get_text (editable);

  return *text != '\0' ? text : NULL;
}

/* Some decisions are nothing without words: says so and goes where they are typed. */
static gboolean
has_words (GalleyReviewWindow *self, const Choice *choice)
{
  GtkEditable *field = choice->ruling == GALLEY_RULING_CORRECTION ? self->correction : self->words;
  const char *sentence = NULL;

  if (choice->ruling == GALLEY_RULING_CORRECTION)
    sentence = _ ("Type the correction, then press Enter");
  else if (choice->ruling == GALLEY_RULING_ASK)
    sentence = _ ("Type the question, then press Enter");
  else if (choice->ruling == GALLEY_RULING_NOTE)
    sentence = _ ("Type the note, then press Enter");
  if (sentence == NULL || get_typed (field) != NULL)
    return TRUE;

  galley_review_window_want_words (self, field, choice->action, sentence);
  return FALSE;
}

/* A reason says why a claim stands as it does; what is typed for all else is a remark. */
static void
fill (GalleyReviewWindow *self,
      const Choice *choice,
      GalleyClaim *claim,
      GalleyResolution *resolution)
{
  const char *words = get_typed (self->words), *correction = get_typed (self->correction);

  resolution->ruling = choice->ruling;
  resolution->status = choice->status;
  resolution->dismissal = choice->dismissal;
  resolution->decider = self->decider;
  resolution->query.addressee = choice->addressee;
  if (choice->ruling == GALLEY_RULING_ASK)
    resolution->query.question = words;
  else if (choice->ruling == GALLEY_RULING_VERDICT && choice->status != GALLEY_STATUS_CONFIRMED)
    resolution->reason = words != NULL || claim == NULL ? words : galley_claim_get_reason (claim);
  else
    resolution->words = words;
  resolution->corrects = correction != NULL && choice->ruling != GALLEY_RULING_KEEP &&
                         choice->ruling != GALLEY_RULING_DISMISS;
  resolution->correction = correction;
}

static void
decide_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GalleyReviewWindow *self = GALLEY_REVIEW_WINDOW (widget);
  const Choice *choice = find_choice (action_name);
  GalleyReviewPoint *point = galley_review_get_current (self->review);
  GalleyClaim *claim = galley_review_point_get_claim (point);
  GalleyResolution resolution = { 0 };
  g_autoptr (GalleyAction) action = NULL;

  if (!has_words (self, choice))
    return;

  fill (self, choice, claim, &resolution);
  action = galley_verb_decide (
      galley_review_get_session (self->review), galley_review_point_get_point (point), claim,
      galley_check_get_document (galley_review_get_check (self->review)), &resolution);
  galley_review_window_perform_typed (self, action, /* has_correction= */ TRUE);
}

static void
decider_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GalleyReviewWindow *self = GALLEY_REVIEW_WINDOW (widget);
  guint number = g_ascii_strtoull (g_variant_get_string (parameter, NULL), NULL, 10);
  g_auto (GStrv) present = galley_session_list_present (galley_review_get_session (self->review));

  if (number < 1 || number > g_strv_length (present))
    return;
  g_free (self->decider);
  self->decider = g_strdup (present[number - 1]);
  galley_review_window_show_deciders (self);
}

static void
park_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GalleyReviewWindow *self = GALLEY_REVIEW_WINDOW (widget);
  GalleyReviewPoint *point = galley_review_get_current (self->review);
  gboolean is_parked = galley_review_point_get_state (point) == GALLEY_POINT_PARKED;
  g_autoptr (GalleyAction) action =
      galley_verb_park (galley_review_get_session (self->review),
                        galley_review_point_get_key (point), !is_parked, get_typed (self->words));

  galley_review_window_perform_typed (self, action, /* has_correction= */ FALSE);
}

static void
type_words_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (GALLEY_REVIEW_WINDOW (widget)->words));
}

static void
type_correction_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (GALLEY_REVIEW_WINDOW (widget)->correction));
}

/**
 * galley_review_window_install_deciding:
 *
 * For the class of the window.
 */
void
galley_review_window_install_deciding (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    gtk_widget_class_install_action (widget_class, choices[i].action, NULL, decide_action);
  gtk_widget_class_install_action (widget_class, "session.decider", "s", decider_action);
  gtk_widget_class_install_action (widget_class, "session.park", NULL, park_action);
  gtk_widget_class_install_action (widget_class, "session.type-words", NULL, type_words_action);
  gtk_widget_class_install_action (widget_class, "session.type-correction", NULL,
                                   type_correction_action);
}

/* A button that keeps the focus where it is, so that keys go on where the pointer left off. */
static GtkWidget *
add_button (GalleyWrapBox *box, const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (_ (galley_keys_find (action)->label));
  g_autofree char *tooltip = galley_keys_describe (action);

  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  galley_wrap_box_append (box, button);

  return button;
}

static void
add_verdict_button (GalleyReviewWindow *self, const Choice *choice)
{
  GtkWidget *button = add_button (self->verdicts, choice->action);
  GtkWidget *content = adw_button_content_new ();

  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content),
                                    galley_look_get_icon_name (choice->status));
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content),
                                _ (galley_keys_find (choice->action)->label));
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_add_css_class (button, "pill");
}

/**
 * galley_review_window_add_buttons:
 *
 * Makes the buttons for what can be decided, and for going on.
 */
void
galley_review_window_add_buttons (GalleyReviewWindow *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    if (choices[i].ruling == GALLEY_RULING_VERDICT)
      add_verdict_button (self, &choices[i]);
    else
      add_button (self->others, choices[i].action);
  add_button (self->moving, "session.park");
  add_button (self->moving, "session.back");
  gtk_widget_add_css_class (add_button (self->moving, "session.next"), "suggested-action");
  galley_prompt_buttons_set_up (self->footer);
}

/**
 * galley_review_window_show_deciders:
 *
 * Shows who is present, and which of them decides.
 */
void
galley_review_window_show_deciders (GalleyReviewWindow *self)
{
  g_auto (GStrv) present = galley_session_list_present (galley_review_get_session (self->review));
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->deciders)))
    gtk_widget_grab_focus (GTK_WIDGET (self->stage));
  galley_wrap_box_clear (self->deciders);
  for (guint i = 0; present[i] != NULL && i < GALLEY_REVIEW_MAX_DECIDERS; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      g_autofree char *name = galley_names_shorten (present[i]);
      g_autofree char *label = g_strdup_printf ("%s %s", number, name);
      GtkWidget *button = gtk_toggle_button_new_with_label (label);

      gtk_widget_set_focus_on_click (button, FALSE);
      gtk_widget_add_css_class (button, "flat");
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button),
                                    g_strcmp0 (present[i], self->decider) == 0);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", number);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "session.decider");
      galley_wrap_box_append (self->deciders, button);
    }
}

/* Whether a decision of that kind can be made about the point that people talk about. */
static gboolean
can_decide (GalleyReviewWindow *self, GalleyReviewPoint *point, GalleyRuling ruling)
{
  GalleyClaim *claim = galley_review_point_get_claim (point);
  GalleyPointState state = galley_review_point_get_state (point);

  return state != GALLEY_POINT_GONE && galley_verb_can_decide (claim, ruling) &&
         (claim != NULL || state != GALLEY_POINT_DECIDED);
}

/**
 * galley_review_window_update_deciding:
 *
 * Enables what can be decided now.
 */
void
galley_review_window_update_deciding (GalleyReviewWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GalleyReviewPoint *point = galley_review_get_current (self->review);
  gboolean is_open = galley_review_get_session (self->review)->state == GALLEY_SESSION_OPEN &&
                     point != NULL && !self->is_finished && !galley_review_window_is_saving (self);

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    gtk_widget_action_set_enabled (widget, choices[i].action,
                                   is_open && can_decide (self, point, choices[i].ruling));
  gtk_widget_action_set_enabled (widget, "session.park",
                                 is_open &&
                                     galley_review_point_get_state (point) != GALLEY_POINT_GONE);
  for (GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self->others)); button != NULL;
       button = gtk_widget_get_next_sibling (button))
    {
      const Choice *choice = find_choice (gtk_actionable_get_action_name (GTK_ACTIONABLE (button)));

      gtk_widget_set_visible (
          button, point == NULL || galley_verb_can_decide (galley_review_point_get_claim (point),
                                                           choice->ruling));
    }
}
