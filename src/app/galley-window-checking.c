/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-window-private.h"

#include "galley-plain.h"
#include "galley-reading-verbs.h"
#include "galley-verbs.h"
#include "galley-word-breaks.h"

#include <glib/gi18n.h>
#include <string.h>

/* What a checker does with the words of the article. */

/**
 * galley_window_get_claim:
 *
 * Returns: (transfer none) (nullable): the chosen claim
 */
GalleyClaim *
galley_window_get_claim (GalleyWindow *self)
{
  return self->check != NULL ? galley_article_view_get_current_claim (self->article_view) : NULL;
}

/**
 * galley_window_get_target:
 * @out_target: (out caller-allocates): what it is; set in every case
 *
 * Tells what a verdict is about: the chosen claim while the list of claims is in use, else what the
 * article's caret or selection says.
 *
 * Returns: whether there is anything
 */
gboolean
galley_window_get_target (GalleyWindow *self, GalleyTarget *out_target)
{
  GalleyClaim *claim = galley_window_get_claim (self);

  *out_target = (GalleyTarget){ .kind = GALLEY_TARGET_NONE };
  if (self->check == NULL)
    return FALSE;

  if (self->last_scope == GALLEY_KEY_IN_CLAIMS && claim != NULL)
    {
      *out_target = (GalleyTarget){ GALLEY_TARGET_CLAIM, galley_claim_get_range (claim), claim };
      return TRUE;
    }

  return galley_article_view_get_target (self->article_view, out_target);
}

static const char *
get_article_id (GalleyWindow *self)
{
  return galley_article_get_id (galley_check_get_article (self->check));
}

static char *
dup_words_key (GalleyWindow *self, GalleyRange range)
{
  return g_strdup_printf ("%s %u %u", get_article_id (self), range.start, range.end);
}

/* A key may be pressed again before what it did is durable and shown: the same words must not be
 * marked twice for that. */
static const char *
find_unsettled (GalleyWindow *self, GalleyRange range)
{
  g_autofree char *key = dup_words_key (self, range);

  return g_hash_table_lookup (self->unsettled, key);
}

static void
add_unsettled (GalleyWindow *self, GalleyRange range, const char *claim_id)
{
  g_hash_table_replace (self->unsettled, dup_words_key (self, range), g_strdup (claim_id));
}

static const char *
get_subject (GalleyAction *action, guint i)
{
  const GalleyChange *change = g_ptr_array_index (action->changes, i);

  return change->subject_id;
}

static void
mark_range (GalleyWindow *self, GalleyRange range, GalleyStatus status)
{
  GalleyMark mark = { .range = range, .status = status };
  g_autoptr (GalleyAction) action =
      galley_verb_mark (get_article_id (self), galley_check_get_document (self->check), &mark, 1);

  g_free (self->marked_id);
  self->marked_id = g_strdup (get_subject (action, 0));
  add_unsettled (self, range, self->marked_id);
  galley_window_perform (self, action, /* toast= */ NULL);
}

/**
 * galley_window_choose_marked:
 *
 * Chooses the claim that was marked last, once it is there, unless the caret or the selection left
 * its words meanwhile: what is done next, such as giving a reason, is about it and not about a
 * claim around it.
 */
void
galley_window_choose_marked (GalleyWindow *self)
{
  GalleyClaim *claim;
  GalleyTarget target;

  if (self->marked_id == NULL || self->check == NULL)
    return;

  claim = galley_claim_list_find (galley_check_get_claims (self->check), self->marked_id);
  if (claim == NULL)
    return;

  g_clear_pointer (&self->marked_id, g_free);
  if (galley_article_view_get_target (self->article_view, &target) && target.claim == claim)
    galley_article_view_set_current_claim (self->article_view, claim);
}

static void
set_claim_status (GalleyWindow *self, GalleyClaim *claim, GalleyStatus status)
{
  const char *const ids[] = { galley_claim_get_id (claim), NULL };
  /* A reason says why a claim is not confirmed; it goes with the doubt. */
  const char *reason = status != GALLEY_STATUS_CONFIRMED ? galley_claim_get_reason (claim) : NULL;
  g_autoptr (GalleyAction) action = NULL;

  /* While something is being saved, what is shown is not the last word. */
  if (galley_claim_get_status (claim) == status && !galley_window_is_undecided (self, claim) &&
      galley_saver_get_n_running (self->saver) + galley_saver_get_n_failed (self->saver) == 0)
    return;

  action = galley_window_is_blind (self) ? galley_verb_set_status (ids, status, reason)
                                         : galley_verb_settle (self->check, ids, status, reason);
  galley_window_perform (self, action, /* toast= */ NULL);
}

/* Words of which a claim is being made get their status as soon as it is there. */
static void
set_range_status (GalleyWindow *self, GalleyRange range, GalleyStatus status)
{
  const char *id = find_unsettled (self, range);
  g_autoptr (GalleyAction) action = NULL;

  if (id == NULL || *id == '\0')
    {
      mark_range (self, range, status);
      return;
    }

  action = galley_verb_set_status ((const char *const[]){ id, NULL }, status, /* reason= */ NULL);
  galley_window_perform (self, action, /* toast= */ NULL);
}

/* A dispute wants a reason. Only says so: the focus stays where the checker works. */
static void
hint_at_reason (GalleyWindow *self)
{
  g_autofree char *shown = galley_keys_get_shown ("win.edit-reason");
  g_autofree char *sentence = NULL;

  if (self->hint != NULL)
    galley_toasts_dismiss (self->sayings, self->hint);
  galley_window_dismiss_toast (self);
  if (shown == NULL)
    return;

  /* Translators: %s is a key, such as “Return”. */
  sentence = g_strdup_printf (_ ("Press %s to say why it is disputed"), shown);
  self->hint = galley_plain_toast_new (sentence);
  g_object_add_weak_pointer (G_OBJECT (self->hint), (gpointer *) &self->hint);
  adw_toast_set_timeout (self->hint, 3);
  galley_toasts_queue (self->sayings, self->hint);
}

static gboolean
is_about_chosen (GalleyWindow *self)
{
  GalleyClaim *claim = galley_window_get_claim (self);

  return claim != NULL && g_strcmp0 (galley_claim_get_id (claim), self->hint_claim_id) == 0;
}

/**
 * galley_window_forget_hint:
 *
 * Takes the hint away when another claim is chosen: Enter would be about that one.
 */
void
galley_window_forget_hint (GalleyWindow *self)
{
  if (self->hint != NULL && !is_about_chosen (self))
    galley_toasts_dismiss (self->sayings, self->hint);
}

/**
 * galley_window_show_hint:
 *
 * Says what is to be done next about the claim that was disputed last, once it is durable that it
 * is, and if it is still the one that is chosen.
 */
void
galley_window_show_hint (GalleyWindow *self)
{
  if (!self->is_hint_due || self->check == NULL || !is_about_chosen (self) ||
      galley_claim_get_status (galley_window_get_claim (self)) != GALLEY_STATUS_DISPUTED)
    return;

  self->is_hint_due = FALSE;
  hint_at_reason (self);
}

/* The claim that was just to be disputed wants a reason. */
static void
want_reason (GalleyWindow *self, const char *claim_id)
{
  g_free (self->hint_claim_id);
  self->hint_claim_id = g_strdup (claim_id);
  self->is_hint_due = TRUE;
  galley_window_show_hint (self);
}

/**
 * galley_window_set_status:
 * @status: where it is to stand
 *
 * Gives the target, or all claims that are selected, a status; what is no claim yet becomes one in
 * the same step.
 */
void
galley_window_set_status (GalleyWindow *self, GalleyStatus status)
{
  g_autoptr (GPtrArray) selected = galley_window_list_selected (self);
  GalleyTarget target;

  if (galley_window_refuse_signed (self))
    return;
  if (selected != NULL)
    {
      galley_window_set_statuses (self, selected, status);
      return;
    }
  if (!galley_window_get_target (self, &target))
    return;

  if (target.kind == GALLEY_TARGET_CLAIM)
    set_claim_status (self, target.claim, status);
  else
    set_range_status (self, target.range, status);
  self->is_hint_due = FALSE;
  if (status == GALLEY_STATUS_DISPUTED)
    want_reason (self, target.kind == GALLEY_TARGET_CLAIM ? galley_claim_get_id (target.claim)
                                                          : find_unsettled (self, target.range));
}

/**
 * galley_window_mark:
 *
 * Makes the selection, or the sentence at the caret, a pending claim.
 */
void
galley_window_mark (GalleyWindow *self)
{
  GalleyTarget target;

  if (!galley_window_refuse_signed (self) && galley_window_get_target (self, &target) &&
      target.kind != GALLEY_TARGET_CLAIM && find_unsettled (self, target.range) == NULL)
    mark_range (self, target.range, GALLEY_STATUS_PENDING);
}

/**
 * galley_window_mark_all:
 *
 * Makes every suggestion that is left a pending claim, in one step.
 */
void
galley_window_mark_all (GalleyWindow *self)
{
  g_autoptr (GArray) suggestions = galley_check_get_suggestions (self->check);
  g_autofree GalleyMark *marks = g_new0 (GalleyMark, suggestions->len);
  g_autoptr (GalleyAction) action = NULL;
  g_autofree char *toast = NULL;
  guint n = 0;

  if (galley_window_refuse_signed (self))
    return;
  for (guint i = 0; i < suggestions->len; i++)
    {
      GalleyRange range = g_array_index (suggestions, GalleyRange, i);

      if (find_unsettled (self, range) == NULL)
        marks[n++] = (GalleyMark){ .range = range, .status = GALLEY_STATUS_PENDING };
    }
  if (n == 0)
    {
      galley_window_say (self, _ ("No suggestions are left"));
      return;
    }

  action =
      galley_verb_mark (get_article_id (self), galley_check_get_document (self->check), marks, n);
  for (guint i = 0; i < n; i++)
    add_unsettled (self, marks[i].range, get_subject (action, i));
  toast = g_strdup_printf (
      ngettext ("%u suggestion marked as pending", "%u suggestions marked as pending", n), n);
  galley_window_perform (self, action, toast);
}

/**
 * galley_window_dismiss:
 * @kind: why
 *
 * Dismisses the suggestion at the caret, or makes a dismissed sentence a suggestion again.
 */
void
galley_window_dismiss (GalleyWindow *self, GalleyDismissalKind kind)
{
  GalleyTarget target;
  GalleyDismissal *dismissal;
  g_autoptr (GalleyAction) action = NULL;

  if (galley_window_refuse_signed (self) || !galley_window_get_target (self, &target))
    return;

  dismissal = galley_check_find_dismissal (self->check, target.range.start);
  if (dismissal != NULL)
    {
      action = galley_verb_restore_suggestion (dismissal->id);
      galley_window_perform (self, action, _ ("Suggestion restored"));
    }
  else if (target.kind == GALLEY_TARGET_SUGGESTION && find_unsettled (self, target.range) == NULL)
    {
      add_unsettled (self, target.range, "");
      action = galley_verb_dismiss (get_article_id (self), galley_check_get_document (self->check),
                                    target.range, kind);
      galley_window_perform (self, action,
                             kind == GALLEY_DISMISSAL_OPINION ? _ ("Dismissed as opinion")
                                                              : _ ("Dismissed as not checkable"));
    }
}

/**
 * galley_window_delete_claim:
 *
 * Deletes the chosen claim, or all that are selected.
 */
void
galley_window_delete_claim (GalleyWindow *self)
{
  GalleyClaim *claim = galley_window_get_claim (self);
  g_autoptr (GPtrArray) selected = galley_window_list_selected (self);
  g_autoptr (GalleyAction) action = NULL;

  if (selected != NULL)
    {
      galley_window_delete_claims (self, selected);
      return;
    }
  if (claim == NULL)
    return;

  action = galley_verb_delete_claims ((const char *const[]){ galley_claim_get_id (claim), NULL });
  galley_window_perform (self, action, _ ("Claim deleted"));
}

static void
move_claim (GalleyWindow *self, GalleyClaim *claim, GalleyRange range)
{
  g_autoptr (GalleyAction) action = NULL;
  gboolean had_verdict = galley_claim_get_status (claim) != GALLEY_STATUS_PENDING;

  if (range.start >= range.end || galley_range_equal (range, galley_claim_get_range (claim)))
    return;

  action = galley_verb_move (claim, galley_check_get_document (self->check), range);
  galley_window_perform (
      self, action, had_verdict ? _ ("The words changed, so the claim is pending again") : NULL);
}

/* The claim that a selection is to replace: the chosen one if it is touched, else the only one. */
static GalleyClaim *
find_claim_to_fit (GalleyWindow *self, GalleyRange range)
{
  g_autoptr (GPtrArray) claims =
      galley_claim_list_find_overlapping (galley_check_get_claims (self->check), range);
  GalleyClaim *chosen = galley_window_get_claim (self);

  for (guint i = 0; i < claims->len; i++)
    if (g_ptr_array_index (claims, i) == chosen)
      return chosen;

  return claims->len == 1 ? g_ptr_array_index (claims, 0) : NULL;
}

/**
 * galley_window_fit_claim:
 *
 * Makes a claim cover just what is selected.
 */
void
galley_window_fit_claim (GalleyWindow *self)
{
  GalleyRange range;
  GalleyClaim *claim;

  if (!galley_article_view_get_selection (self->article_view, &range))
    return;

  claim = find_claim_to_fit (self, range);
  if (claim == NULL)
    galley_window_say (self, _ ("Select words of one claim to change where it begins and ends"));
  else
    move_claim (self, claim, range);
}

/**
 * galley_window_move_end:
 * @is_start: whether to move the start, not the end
 * @is_forward: whether to move it one word on, not back
 *
 * Moves an end of the chosen claim over one word.
 */
void
galley_window_move_end (GalleyWindow *self, gboolean is_start, gboolean is_forward)
{
  GalleyClaim *claim = galley_window_get_claim (self);
  GalleyText *text;
  GalleyRange range;

  if (claim == NULL)
    return;

  text = galley_document_get_text (galley_check_get_document (self->check));
  range = galley_claim_get_range (claim);
  if (is_start && is_forward)
    {
      /* To the start of the second word: its end, and from there back. */
      guint first = galley_text_find_word_end (text, range.start);

      range.start = galley_text_find_word_start (text, galley_text_find_word_end (text, first));
    }
  else if (is_start)
    range.start = galley_text_find_word_start (text, range.start);
  else if (is_forward)
    range.end = galley_text_find_word_end (text, range.end);
  else
    {
      guint last = galley_text_find_word_start (text, range.end);

      range.end = galley_text_find_word_end (text, galley_text_find_word_start (text, last));
    }

  move_claim (self, claim, range);
}

/* What is open in the article: a pending claim or a suggestion. */
typedef struct
{
  GalleyRange range;
  GalleyClaim *claim; /* NULL if it is a suggestion */
} Open;

/* Several may begin with the same word, and even cover the same ones. */
static int
compare_open (gconstpointer a, gconstpointer b)
{
  const Open *x = a, *y = b;

  if (x->range.start != y->range.start)
    return x->range.start < y->range.start ? -1 : 1;
  if (x->range.end != y->range.end)
    return x->range.end < y->range.end ? -1 : 1;
  if (x->claim == NULL || y->claim == NULL)
    return (x->claim != NULL) - (y->claim != NULL);
  return strcmp (galley_claim_get_id (x->claim), galley_claim_get_id (y->claim));
}

static GArray *
list_open (GalleyWindow *self)
{
  GArray *open = g_array_new (FALSE, FALSE, sizeof (Open));
  GalleyClaimList *claims = galley_check_get_claims (self->check);
  g_autoptr (GArray) suggestions = galley_check_get_suggestions (self->check);

  for (guint i = 0; i < suggestions->len; i++)
    g_array_append_val (open,
                        ((Open){ g_array_index (suggestions, GalleyRange, i), /* claim= */ NULL }));
  for (guint i = 0; i < galley_claim_list_get_n_claims (claims); i++)
    {
      GalleyClaim *claim = galley_claim_list_peek (claims, i);

      if (galley_check_is_open (self->check, claim))
        g_array_append_val (open, ((Open){ galley_claim_get_range (claim), claim }));
    }
  g_array_sort (open, compare_open);

  return open;
}

static const Open *
find_open (GArray *open, const Open *from, gboolean is_forward)
{
  if (open->len == 0)
    return NULL;

  for (guint i = 0; is_forward && i < open->len; i++)
    if (compare_open (&g_array_index (open, Open, i), from) > 0)
      return &g_array_index (open, Open, i);
  for (guint i = open->len; !is_forward && i > 0; i--)
    if (compare_open (&g_array_index (open, Open, i - 1), from) < 0)
      return &g_array_index (open, Open, i - 1);

  return &g_array_index (open, Open, is_forward ? 0 : open->len - 1);
}

/**
 * galley_window_go_to_open:
 * @is_forward: whether to look on, not back
 *
 * Goes to the next pending claim or suggestion, past the end of the article to its start.
 */
void
galley_window_go_to_open (GalleyWindow *self, gboolean is_forward)
{
  g_autoptr (GArray) all = list_open (self);
  GalleyTarget target;
  guint caret = galley_article_view_get_caret (self->article_view);
  Open from = { { caret, caret }, /* claim= */ NULL };
  const Open *open;

  if (galley_window_get_target (self, &target))
    from = (Open){ target.range, target.claim };
  open = find_open (all, &from, is_forward);
  if (open == NULL)
    {
      galley_window_say (self, _ ("Nothing is open any more"));
      return;
    }

  galley_article_view_set_caret (self->article_view, open->range.start);
  if (open->claim != NULL)
    galley_article_view_set_current_claim (self->article_view, open->claim);
  else if (self->last_scope == GALLEY_KEY_IN_CLAIMS)
    gtk_widget_child_focus (GTK_WIDGET (self->article_view), GTK_DIR_TAB_FORWARD);
}

/**
 * galley_window_go_to_uncovered:
 *
 * Selects the next words that nothing covers, past the end of the article from its start.
 */
void
galley_window_go_to_uncovered (GalleyWindow *self)
{
  GalleyRange range;
  guint from = galley_article_view_get_caret (self->article_view);

  if (galley_article_view_get_selection (self->article_view, &range))
    from = range.end;
  if (!galley_check_find_uncovered (self->check, from, &range) &&
      !galley_check_find_uncovered (self->check, 0, &range))
    {
      galley_window_say (self, _ ("All words are covered"));
      return;
    }

  galley_article_view_select (self->article_view, range);
}

/**
 * galley_window_go_to_note:
 * @is_forward: whether to look on, not back
 *
 * Goes to the next words that the writer noted something about, past the end of the article from
 * its start.
 */
void
galley_window_go_to_note (GalleyWindow *self, gboolean is_forward)
{
  guint caret = galley_article_view_get_caret (self->article_view);
  const GalleyRemark *note =
      galley_remarks_find_next_note (galley_check_get_remarks (self->check), caret, is_forward);

  if (note == NULL)
    return;

  galley_article_view_set_caret (self->article_view, note->range.start);
  if (galley_window_get_claim (self) == NULL && self->last_scope == GALLEY_KEY_IN_CLAIMS)
    gtk_widget_child_focus (GTK_WIDGET (self->article_view), GTK_DIR_TAB_FORWARD);
}
