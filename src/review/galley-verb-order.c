/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-verb-order.h"

#include "galley-body.h"

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

/* Whether the action of @changes writes @value itself, where it is: such as the verdict with the
 * reason for it. */
static gboolean
says_again (GHashTable *changes, const char *subject_id, const char *field, const char *value)
{
  const GalleyChange *change = g_hash_table_lookup (changes, subject_id);
  const char *const *written = change != NULL ? list_written (change) : NULL;
  g_autofree char *text = NULL;

  if (written == NULL || !g_strv_contains (written, field))
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
  g_autofree char *key = g_strconcat (change->subject_id, " ", field, NULL);
  g_autofree char *written = NULL;
  gpointer mine, before = NULL;
  gboolean is_expected =
      earlier->expected_values != NULL &&
      g_hash_table_lookup_extended (earlier->expected_values, key, NULL, &before);

  if (!g_hash_table_lookup_extended (self->expected_values, key, NULL, &mine))
    return;

  written = galley_body_find_text (change->body, field);
  if (is_instead && is_expected && g_strcmp0 (mine, written) == 0)
    galley_action_expect_value (self, change->subject_id, field, before);
  else if (!is_instead && (!is_expected || g_strcmp0 (mine, before) == 0) &&
           !says_again (own, change->subject_id, field, mine))
    galley_action_expect_value (self, change->subject_id, field, written);
}

static void
take_all_over (GalleyAction *self, const GalleyAction *earlier, gboolean is_instead)
{
  g_autoptr (GHashTable) own = NULL;

  if (self->expected_values == NULL)
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
