/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-sign-off-verbs.h"
#include "store-testing.h"

/* Some copies of a library, of which the first has an article and the others what they are given.
 */
#define SIGN_OFFS_N_COPIES 3

typedef struct
{
  char *folder;
  char *paths[SIGN_OFFS_N_COPIES];
  GalleyDesk *desks[SIGN_OFFS_N_COPIES];
  char *article;
  GPtrArray *claims; /* (element-type utf8) ids that sign_offs_mark() gave */
} SignOffs;

void sign_offs_set_up (SignOffs *f, gconstpointer text);
void sign_offs_tear_down (SignOffs *f, gconstpointer text);

const char *sign_offs_mark (SignOffs *f, guint copy, const char *words, GalleyStatus status);
char *sign_offs_get_moment (SignOffs *f, guint copy) G_GNUC_WARN_UNUSED_RESULT;
void
sign_offs_sign (SignOffs *f, guint copy, GalleyRole role, const char *name, const char *exception);
void sign_offs_hand_over (SignOffs *f, guint from, guint to, const char *article_id);
GPtrArray *sign_offs_list (SignOffs *f, guint copy) G_GNUC_WARN_UNUSED_RESULT;

void sign_offs_try (SignOffs *f, guint copy, GalleyAction *action, int code, const char *message);
void sign_offs_assert_changes (SignOffs *f, guint copy, guint position, guint n_changes);
void sign_offs_assert_status (SignOffs *f, guint copy, const char *claim_id, GalleyStatus status);
void sign_offs_assert_nowhere (SignOffs *f, guint copy, const char *words);
