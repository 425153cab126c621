/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session-fixture.h"

#include "galley-claim-field.h"

/* A window over an article with two claims and three suggestions, and another program, which is a
 * desk of its own here, at work on the same library. */
typedef struct
{
  WindowFixture window;
  GalleyDesk *other;
} FollowingFixture;

void following_fixture_set_up (FollowingFixture *f, gconstpointer data);
void following_fixture_tear_down (FollowingFixture *f, gconstpointer data);
const char *following_fixture_get_article (FollowingFixture *f);
void following_fixture_do (FollowingFixture *f, GalleyAction *action);
void following_fixture_judge (FollowingFixture *f,
                              const char *id,
                              GalleyStatus status,
                              const char *reason);
void following_fixture_give_draft (FollowingFixture *f, const char *text);
GalleyClaim *following_fixture_choose (FollowingFixture *f, guint position);
GalleyClaim *following_fixture_get_chosen (FollowingFixture *f);
GalleyClaimField *following_fixture_find_field (FollowingFixture *f, const char *title);
GtkTextView *following_fixture_find_text (GalleyWindow *window, const char *title);
GtkTextView *following_fixture_type (FollowingFixture *f, const char *title, const char *text);
gboolean following_fixture_has_focus (FollowingFixture *f, gpointer widget);
void following_fixture_assert_typed (FollowingFixture *f, const char *title, const char *expected);
guint following_fixture_get_n_failed (FollowingFixture *f);
