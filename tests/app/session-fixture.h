/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "window-fixture.h"

#include "galley-review-window-private.h"

/* A window over an article with two claims and three suggestions, and review sessions about it. */

void session_fixture_mark (WindowFixture *fixture, const char *words, GalleyStatus status);
void session_fixture_set_up (WindowFixture *fixture, gconstpointer data);
GalleyReviewWindow *session_fixture_start (WindowFixture *fixture);
GalleySession *session_fixture_get_session (GalleyReviewWindow *window);
void session_fixture_act (WindowFixture *fixture, GalleyReviewWindow *window, const char *action);
const char *session_fixture_get_quote (GalleyReviewWindow *window);
GtkWidget *session_fixture_find_dialog (GalleyReviewWindow *window);
void session_fixture_end (WindowFixture *fixture, GalleyReviewWindow *window);
