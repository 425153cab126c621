/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window-fixture.h"

#include <adwaita.h>
#include <string.h>

/* What is known of an article's file. */

static gboolean
is_named_row (GtkWidget *widget, gconstpointer name)
{
  g_autofree char *fault = NULL;

  if (!ADW_IS_PREFERENCES_ROW (widget))
    return FALSE;
  fault = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget),
                                              GTK_ACCESSIBLE_PROPERTY_LABEL, name);
  return fault == NULL;
}

static gboolean
is_nameless_row (GtkWidget *widget, gconstpointer data)
{
  return ADW_IS_PREFERENCES_ROW (widget) &&
         !gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL);
}

/* Whoever hears the rows hears what each says, and not only that there is one. */
static void
test_names (WindowFixture *fixture, gconstpointer data)
{
  g_autofree char *size =
      g_format_size_full (strlen (window_fixture_text), G_FORMAT_SIZE_LONG_FORMAT);
  g_autofree char *name = g_strdup_printf ("Size: %s", size);
  GtkWidget *dialog;

  window_fixture_import_and_open (fixture);
  window_fixture_act (fixture, "details");
  WAIT_UNTIL ((dialog = window_fixture_find_dialog (fixture)) != NULL);
  g_assert_nonnull (fixture_find (dialog, is_named_row, name));
  g_assert_null (fixture_find (dialog, is_nameless_row, NULL));
  gtk_window_close (GTK_WINDOW (dialog));
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);

  g_test_add ("/details/names", WindowFixture, NULL, window_fixture_set_up, test_names,
              window_fixture_tear_down);

  return g_test_run ();
}
