/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-sign-off.h"

#include <glib/gi18n-lib.h>

G_DEFINE_BOXED_TYPE (GalleySignOff, galley_sign_off, galley_sign_off_ref, galley_sign_off_unref)

static const char *const nicks[GALLEY_N_ROLES] = {
  [GALLEY_ROLE_CHECKER] = "checker",
  [GALLEY_ROLE_EDITOR] = "editor",
  [GALLEY_ROLE_LEGAL] = "legal",
};

/**
 * galley_role_to_nick:
 *
 * Returns: (transfer none): its name on disk
 */
const char *
galley_role_to_nick (GalleyRole role)
{
  g_return_val_if_fail ((guint) role < GALLEY_N_ROLES, NULL);

  return nicks[role];
}

/**
 * galley_role_from_nick:
 * @nick: (nullable): a name on disk
 * @out_role: (out): left alone if the name is unknown
 *
 * Returns: whether it is a role
 */
gboolean
galley_role_from_nick (const char *nick, GalleyRole *out_role)
{
  for (guint i = 0; i < GALLEY_N_ROLES; i++)
    if (g_strcmp0 (nick, nicks[i]) == 0)
      {
        *out_role = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * galley_role_get_label:
 *
 * Returns: (transfer none): what people call it
 */
const char *
galley_role_get_label (GalleyRole role)
{
  switch (role)
    {
    case GALLEY_ROLE_CHECKER:
      /* Translators: as what somebody signs a checked article. */
      return _ ("Checker");
    case GALLEY_ROLE_EDITOR:
      /* Translators: as what somebody signs a checked article. */
      return _ ("Editor");
    case GALLEY_ROLE_LEGAL:
    default:
      /* Translators: as what somebody signs a checked article: the legal reader. */
      return _ ("Legal");
    }
}

/**
 * galley_sign_off_new:
 * @fields: what it holds; its count is not looked at, and its strings are copied
 *
 * Returns: (transfer full): the sign-off
 */
GalleySignOff *
galley_sign_off_new (const GalleySignOff *fields)
{
  GalleySignOff *self = g_new (GalleySignOff, 1);

  *self = *fields;
  g_atomic_ref_count_init (&self->ref_count);
  self->id = g_strdup (fields->id);
  self->article_id = g_strdup (fields->article_id);
  self->name = g_strdup (fields->name);
  self->exception = g_strdup (fields->exception);
  self->draft_id = g_strdup (fields->draft_id);
  self->reopened_by = g_strdup (fields->reopened_by);
  self->reason = g_strdup (fields->reason);

  return self;
}

GalleySignOff *
galley_sign_off_ref (GalleySignOff *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
galley_sign_off_unref (GalleySignOff *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->id);
  g_free (self->article_id);
  g_free (self->name);
  g_free (self->exception);
  g_free (self->draft_id);
  g_free (self->reopened_by);
  g_free (self->reason);
  g_free (self);
}

/**
 * galley_sign_off_is_in_force:
 *
 * Returns: whether nobody has opened the article again since
 */
gboolean
galley_sign_off_is_in_force (const GalleySignOff *self)
{
  return self->reopened_by == NULL;
}
