/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-verb-order.h"

#include "galley-body.h"
#include "galley-status.h"

#include <string.h>

/* What an action may expect of what is written, where another one of the same person is still being
 * saved, or could not be. */

/* Whether a change of what a second reader found is one of the verdict, not of the note. */
static gboolean
has_status (const GalleyChange *change)
{
  g_autofree char *status = galley_body_find_text (change->body, "status");

  return status != NULL;
}

/* The fields that a change writes, which its body names; %NULL if none can be expected. */
static const char *const *
list_written (const GalleyChange *change)
{
  static const char *const verdict[] = { "status", "reason", NULL };
  static const char *const fields[][2] = { { "note" },    { "correction" }, { "category" },
                                           { "speaker" }, { "sentence" },   { "assignee" } };

  if (g_str_equal (change->kind, "claim.status"))
    return verdict;
  if (g_str_equal (change->kind, "reading.verdict"))
    return has_status (change) ? verdict : fields[0];
  for (guint i = 0; g_str_has_prefix (change->kind, "claim.") && i < G_N_ELEMENTS (fields); i++)
    if (g_str_equal (change->kind + strlen ("claim."), fields[i][0]))
      return fields[i];

  return NULL;
}

/* Whether the action of @changes writes @value itself, where it is, without deciding on it: such as
 * the verdict with the reason for it. */
static gboolean
says_again (GalleyAction *self,
            GHashTable *changes,
            const char *subject_id,
            const char *field,
            const char *value)
{
  const GalleyChange *change = g_hash_table_lookup (changes, subject_id);
  const char *const *written = change != NULL ? list_written (change) : NULL;
  g_autofree char *text = NULL;

  if (written == NULL || !g_strv_contains (written, field) ||
      galley_action_judges (self, subject_id))
    return FALSE;

  text = galley_body_find_text (change->body, field);
  return g_strcmp0 (text, value) == 0;
}

static GHashTable *
index_changes (GalleyAction *self)
{
  GHashTable *changes = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->changes->len; i++)
    {
      const GalleyChange *change = g_ptr_array_index (self->changes, i);

      g_hash_table_insert (changes, change->subject_id, (gpointer) change);
    }
  return changes;
}

/* @is_instead: as of galley_verb_expect_instead(), else galley_verb_expect_after(). */
static void
take_over (GalleyAction *self,
           GHashTable *own,
           const GalleyAction *earlier,
           const GalleyChange *change,
           const char *field,
           gboolean is_instead)
{
  const char *id = change->subject_id;
  const char *mine = NULL, *before = NULL;
  gboolean is_expected = galley_action_find_expected ((GalleyAction *) earlier, id, field, &before);
  g_autofree char *written = NULL;

  if (!galley_action_find_expected (self, id, field, &mine))
    return;

  written = galley_body_find_text (change->body, field);
  if (is_instead && is_expected && g_strcmp0 (mine, written) == 0)
    galley_action_expect_value (self, id, field, before);
  else if (!is_instead && (!is_expected || g_strcmp0 (mine, before) == 0) &&
           !says_again (self, own, id, field, mine))
    galley_action_expect_value (self, id, field, written);
}

static void
take_all_over (GalleyAction *self, const GalleyAction *earlier, gboolean is_instead)
{
  g_autoptr (GHashTable) own = NULL;

  if (self->expectations == NULL)
    return;

  own = index_changes (self);
  for (guint i = 0; i < earlier->changes->len; i++)
    {
      const GalleyChange *change = g_ptr_array_index (earlier->changes, i);
      const char *const *written = list_written (change);

      for (guint j = 0; written != NULL && written[j] != NULL; j++)
        take_over (self, own, earlier, change, written[j], is_instead);
    }
}

/**
 * galley_verb_find_status:
 * @claim_id: UUID of a claim
 *
 * Returns: (transfer full) (nullable): nick of the status that @self gives to the claim; %NULL if
 * it gives none
 */
char *
galley_verb_find_status (const GalleyAction *self, const char *claim_id)
{
  g_return_val_if_fail (self != NULL && claim_id != NULL, NULL);

  for (guint i = self->changes->len; i-- > 0;)
    {
      const GalleyChange *change = g_ptr_array_index (self->changes, i);

      if (g_str_equal (change->kind, "claim.status") &&
          g_strcmp0 (change->subject_id, claim_id) == 0)
        return galley_body_find_text (change->body, "status");
    }

  return NULL;
}

/* A doubt that is given keeps the reason that was there. */
static gboolean
keeps_reason (GalleyAction *self, const GalleyChange *change)
{
  g_autofree char *status = NULL, *reason = NULL;
  const char *seen = NULL;

  if (!galley_action_judges (self, change->subject_id) ||
      !galley_action_find_expected (self, change->subject_id, "reason", &seen))
    return FALSE;

  status = galley_body_find_text (change->body, "status");
  reason = galley_body_find_text (change->body, "reason");
  return g_strcmp0 (status, galley_status_to_nick (GALLEY_STATUS_CONFIRMED)) != 0 &&
         g_strcmp0 (reason, seen) == 0;
}

static void
replace_reason (GalleyAction *self, const GalleyChange *change, const char *reason)
{
  g_autoptr (GalleyBody) body = galley_body_new ();
  g_autofree char *status = galley_body_find_text (change->body, "status");

  galley_body_add_text (body, "status", status);
  galley_body_add_text (body, "reason", reason);
  galley_action_replace_body (self, change, galley_body_end (body));
}

/**
 * galley_verb_carry_over:
 * @self: what a person does
 * @earlier: what they did before, and is being saved, or could not be
 *
 * A verdict goes with the reason that the person has seen for it. One that @earlier writes, and is
 * not shown yet, is the one that they know: it goes with that.
 */
void
galley_verb_carry_over (GalleyAction *self, const GalleyAction *earlier)
{
  g_autoptr (GHashTable) own = NULL;

  g_return_if_fail (self != NULL && earlier != NULL && self != earlier);

  own = index_changes (self);
  for (guint i = 0; i < earlier->changes->len; i++)
    {
      const GalleyChange *change = g_ptr_array_index (earlier->changes, i);
      const GalleyChange *mine = g_hash_table_lookup (own, change->subject_id);
      const char *const *written = list_written (change);
      g_autofree char *reason = NULL;

      if (mine == NULL || written == NULL || !g_strv_contains (written, "reason") ||
          !keeps_reason (self, mine))
        continue;
      reason = galley_body_find_text (change->body, "reason");
      replace_reason (self, mine, reason);
    }
}

/**
 * galley_verb_expect_after:
 * @self: what a person does
 * @earlier: what they did before, and is being saved
 *
 * Expects what @earlier writes in place of what it replaces: the person knows of it, though it is
 * not shown yet. What this action only says again, such as the verdict that a reason is for, is
 * expected as it was.
 */
void
galley_verb_expect_after (GalleyAction *self, const GalleyAction *earlier)
{
  g_return_if_fail (self != NULL && earlier != NULL && self != earlier);

  take_all_over (self, earlier, /* is_instead= */ FALSE);
}

/**
 * galley_verb_expect_instead:
 * @self: what a person did and is going to try again
 * @earlier: what they did before, and is not going to be tried again
 *
 * The contrary of galley_verb_expect_after(): expects what @earlier would have replaced.
 */
void
galley_verb_expect_instead (GalleyAction *self, const GalleyAction *earlier)
{
  g_return_if_fail (self != NULL && earlier != NULL && self != earlier);

  take_all_over (self, earlier, /* is_instead= */ TRUE);
}
