/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Runs the main loop until @condition holds; the test fails if it never does. */
#define WAIT_UNTIL(condition)                                                                      \
  G_STMT_START                                                                                     \
  {                                                                                                \
    gboolean is_late = FALSE;                                                                      \
    guint timeout_id = g_timeout_add_seconds (20, fixture_set_late_cb, &is_late);                  \
    while (!(condition) && !is_late)                                                               \
      g_main_context_iteration (NULL, TRUE);                                                       \
    if (!is_late)                                                                                  \
      g_source_remove (timeout_id);                                                                \
    if (!(condition))                                                                              \
      g_error ("%s:%d: never came true: %s", __FILE__, __LINE__, #condition);                      \
  }                                                                                                \
  G_STMT_END

typedef gboolean (*FixtureMatch) (GtkWidget *widget, gconstpointer data);

void fixture_init (int *argc, char ***argv);
gboolean fixture_set_late_cb (gpointer is_late);
GtkWidget *fixture_find_over (GtkWidget *parent, GType type);
GtkWidget *fixture_find (GtkWidget *widget, FixtureMatch match, gconstpointer data);
gboolean fixture_is_text_view (GtkWidget *widget, gconstpointer data);
GtkWidget *fixture_find_by_action (GtkWidget *widget, const char *action_name);
GtkWidget *fixture_find_by_label (GtkWidget *widget, const char *text);
void fixture_assert_mnemonics_differ (GtkWidget *window);

G_END_DECLS
