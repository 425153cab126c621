/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * GalleyRole:
 *
 * As what somebody signs. The nicks are in journals on disk: frozen.
 */
typedef enum
{
  GALLEY_ROLE_CHECKER,
  GALLEY_ROLE_EDITOR,
  GALLEY_ROLE_LEGAL,
} GalleyRole;
#define GALLEY_N_ROLES (GALLEY_ROLE_LEGAL + 1)

const char *galley_role_to_nick (GalleyRole role);
gboolean galley_role_from_nick (const char *nick, GalleyRole *out_role);
const char *galley_role_get_label (GalleyRole role);

#define GALLEY_TYPE_SIGN_OFF (galley_sign_off_get_type ())

/**
 * GalleySignOff:
 * @id: UUID
 * @article_id: UUID of the article that was signed
 * @role: as what
 * @name: who signed
 * @exception: (nullable): what was not verified, and why; %NULL if nothing is excepted
 * @draft_id: UUID of the draft that was signed
 * @signed_at: when, milliseconds since 1970 UTC
 * @reopened_by: (nullable): who opened the article again; %NULL if the sign-off is in force
 * @reopened_at: when, milliseconds since 1970 UTC, or 0
 * @reason: (nullable): why
 * @article_changed_at: when anything about the article was last done, likewise: by this whoever has
 *   the article can tell whether the sign-off was read of the same
 * @n_changes: how many of the things that people did to the article, as far as it shows in a
 * report, the signer's library did not hold. The signature does not cover these
 *
 * What somebody signed, and how it ended. Immutable; fields are read-only.
 */
typedef struct
{
  gatomicrefcount ref_count;
  char *id;
  char *article_id;
  GalleyRole role;
  char *name;
  char *exception;
  char *draft_id;
  gint64 signed_at;
  char *reopened_by;
  gint64 reopened_at;
  char *reason;
  gint64 article_changed_at;
  guint n_changes;
} GalleySignOff;

GType galley_sign_off_get_type (void);
GalleySignOff *galley_sign_off_new (const GalleySignOff *fields) G_GNUC_WARN_UNUSED_RESULT;
GalleySignOff *galley_sign_off_ref (GalleySignOff *self);
void galley_sign_off_unref (GalleySignOff *self);

gboolean galley_sign_off_is_in_force (const GalleySignOff *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleySignOff, galley_sign_off_unref)

G_END_DECLS
