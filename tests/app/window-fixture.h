/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fixture.h"

#include "galley-window-private.h"

/* A window over a library of its own. */
typedef struct
{
  char *folder;
  GalleyWindow *window;
} WindowFixture;

/* What window_fixture_import_and_open() imports. */
extern const char *const window_fixture_text;

char *window_fixture_get_path (WindowFixture *fixture, const char *name);
GFile *window_fixture_create_file (WindowFixture *fixture, const char *name, const char *text);
gboolean window_fixture_shows (GtkStack *stack, const char *page);
void window_fixture_open (WindowFixture *fixture);
void window_fixture_set_up (WindowFixture *fixture, gconstpointer data);
void window_fixture_close (WindowFixture *fixture);
void window_fixture_tear_down (WindowFixture *fixture, gconstpointer data);
void window_fixture_act (WindowFixture *fixture, const char *detailed_name);
gboolean window_fixture_is_saved (WindowFixture *fixture);
void window_fixture_save (WindowFixture *fixture, const char *action);
gboolean window_fixture_is_enabled (WindowFixture *fixture, const char *name);
guint window_fixture_count_articles (WindowFixture *fixture);
guint window_fixture_count_claims (WindowFixture *fixture);
void window_fixture_import (WindowFixture *fixture, const char *name, const char *content);
void window_fixture_import_and_open (WindowFixture *fixture);
GtkWidget *window_fixture_find_dialog (WindowFixture *fixture);
void window_fixture_press (GtkWidget *dialog, const char *label);
