/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-refusal.h"

#include "galley-claim-words.h"
#include "galley-dialogs.h"
#include "galley-names.h"
#include "galley-seen.h"

#include <glib/gi18n.h>

/* What could not be saved because somebody else decided first. To try the same again would be
 * refused again. Whoever sees by now what the other one decided can replace that, and is asked with
 * both before their eyes; what they answer is about that verdict and no later one, and about the
 * words that they gave theirs on. */

/* What somebody is asked about. */
typedef struct
{
  GalleySaver *saver;
  GalleyCheck *check;
  GalleyAction *action;
  GalleyClaim *claim;
  GalleyStatus status; /* of @claim, when they were asked */
  char *reason;        /* likewise; nullable */
} Refusal;

static void
refusal_free (Refusal *self)
{
  g_object_unref (self->saver);
  g_object_unref (self->check);
  galley_action_unref (self->action);
  g_object_unref (self->claim);
  g_free (self->reason);
  g_free (self);
}

/* The first thing that was refused for another verdict, and can be done in its place. */
static GalleyAction *
find_refused (GalleySaver *saver, GalleyCheck *check, GalleyClaim **out_claim)
{
  g_autoptr (GPtrArray) failed = galley_saver_list_failed (saver);

  for (guint i = 0; check != NULL && i < failed->len; i++)
    if ((*out_claim = galley_seen_find_other (check, g_ptr_array_index (failed, i))) != NULL)
      return galley_action_ref (g_ptr_array_index (failed, i));

  return NULL;
}

static char *
describe_other (GalleyCheck *check, GalleyClaim *claim)
{
  g_autofree char *who = NULL, *words = NULL, *quote = NULL;

  if (galley_claim_get_checked_by (claim) == NULL)
    return NULL;

  who = galley_names_shorten (galley_claim_get_checked_by (claim));
  words = galley_claim_words_get_quote (check, galley_claim_get_range (claim));
  quote = galley_names_shorten (words);
  switch (galley_claim_get_status (claim))
    {
    case GALLEY_STATUS_CONFIRMED:
      /* Translators: the first is a person, the second the words of a claim. */
      return g_strdup_printf (_ ("%s confirmed “%s” meanwhile, so nothing was done"), who, quote);
    case GALLEY_STATUS_DISPUTED:
      /* Translators: the first is a person, the second the words of a claim. */
      return g_strdup_printf (_ ("%s disputed “%s” meanwhile, so nothing was done"), who, quote);
    case GALLEY_STATUS_PENDING:
    default:
      /* Translators: the first is a person, the second the words of a claim. */
      return g_strdup_printf (_ ("%s left “%s” open meanwhile, so nothing was done"), who, quote);
    }
}

/**
 * galley_refusal_describe:
 * @saver: what could not save something
 * @check: (nullable): the article that is shown
 *
 * Returns: (transfer full): why, one sentence without full stop; where somebody else decided first,
 *   who and what
 */
char *
galley_refusal_describe (GalleySaver *saver, GalleyCheck *check)
{
  GalleyClaim *claim = NULL;
  g_autoptr (GalleyAction) action = find_refused (saver, check, &claim);
  char *other = action != NULL ? describe_other (check, claim) : NULL;

  return other != NULL ? other : g_strdup (galley_saver_get_first_error_message (saver));
}

/**
 * galley_refusal_can_retry:
 * @saver: what could not save something
 * @check: (nullable): the article that is shown
 *
 * Returns: whether anything of it can be done again, as far as is known: not what is about words on
 *   which its claim does not stand any more
 */
gboolean
galley_refusal_can_retry (GalleySaver *saver, GalleyCheck *check)
{
  g_autoptr (GPtrArray) failed = galley_saver_list_failed (saver);

  /* What was to be undone has no action. */
  if (check == NULL || failed->len < galley_saver_get_n_failed (saver))
    return TRUE;
  for (guint i = 0; i < failed->len; i++)
    if (galley_seen_has_words (check, g_ptr_array_index (failed, i)))
      return TRUE;

  return FALSE;
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Refusal *self = user_data;

  if (galley_dialogs_ask_finish (result) == GALLEY_ANSWER_ACCEPT)
    {
      g_autoptr (GPtrArray) failed = galley_saver_list_failed (self->saver);

      /* Meanwhile it may have been given up, or be on its way. */
      if (g_ptr_array_find (failed, self->action, NULL))
        {
          galley_seen_accept (self->check, self->action, self->claim, self->status, self->reason);
          galley_saver_retry (self->saver);
        }
    }
  refusal_free (self);
}

static void
append_own (GString *body, GalleyStatus status, const char *reason)
{
  const char *label = galley_reason_get_label (reason);
  g_autofree char *verdict =
      label != NULL ? g_strdup_printf (_ ("%s: %s"), galley_status_get_label (status), label)
                    : g_strdup (galley_status_get_label (status));

  g_string_append (body, "\n\n");
  /* Translators: a verdict, and maybe its reason. */
  g_string_append_printf (body, _ ("Yours: %s"), verdict);
}

static void
ask (GtkWindow *parent, Refusal *refusal, GCancellable *cancellable)
{
  g_autoptr (GPtrArray) claims = g_ptr_array_new ();
  g_autofree char *quote =
      galley_claim_words_get_quote (refusal->check, galley_claim_get_range (refusal->claim));
  g_autofree char *other = NULL, *reason = NULL;
  g_autoptr (GString) body = g_string_new (NULL);
  GalleyStatus status;
  gboolean is_verdict =
      galley_seen_find_own (refusal->check, refusal->action, refusal->claim, &status, &reason);

  g_ptr_array_add (claims, refusal->claim);
  other = galley_claim_words_describe_claims (claims);
  g_string_append_printf (body, "“%s”\n\n%s", quote, other);
  if (is_verdict)
    append_own (body, status, reason);
  g_string_append_printf (body, "\n\n%s", _ ("The history keeps what was decided."));

  galley_dialogs_ask (parent,
                      &(GalleyQuestion){ .heading = is_verdict
                                                        ? _ ("Replace the Other Verdict?")
                                                        : _ ("Delete the Claim All the Same?"),
                                         .body = body->str,
                                         .cancel = _ ("_Cancel"),
                                         .accept = is_verdict ? _ ("_Replace") : _ ("_Delete"),
                                         .is_destructive = TRUE },
                      cancellable, answered_cb, refusal);
}

/**
 * galley_refusal_retry:
 * @parent: the window in which somebody wants that
 * @saver: what could not save something
 * @check: (nullable): the article that is shown
 * @cancellable: stops the asking
 *
 * Tries everything once more that could not be saved. Where somebody else's verdict is in the way,
 * and is shown, whoever wants that is asked first whether theirs is to replace it.
 */
void
galley_refusal_retry (GtkWindow *parent,
                      GalleySaver *saver,
                      GalleyCheck *check,
                      GCancellable *cancellable)
{
  GalleyClaim *claim = NULL;
  g_autoptr (GalleyAction) action = find_refused (saver, check, &claim);
  Refusal *refusal;

  if (action == NULL)
    {
      galley_saver_retry (saver);
      return;
    }

  refusal = g_new (Refusal, 1);
  *refusal = (Refusal){ g_object_ref (saver),
                        g_object_ref (check),
                        galley_action_ref (action),
                        g_object_ref (claim),
                        galley_claim_get_status (claim),
                        g_strdup (galley_claim_get_reason (claim)) };
  ask (parent, refusal, cancellable);
}
