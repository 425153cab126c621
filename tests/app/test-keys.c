/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "galley-key-map.h"
#include "galley-key-rules.h"
#include "galley-review-window.h"
#include "galley-window.h"

/* Two keys clash if they are the same and act in a common place. */
static void
test_clashes (void)
{
  g_autoptr (GHashTable) scopes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_keys;
  const GalleyKey *keys = galley_keys_get (&n_keys);

  for (guint i = 0; i < n_keys; i++)
    {
      g_auto (GStrv) triggers = g_strsplit (keys[i].triggers, " ", -1);

      for (guint k = 0; triggers[k] != NULL; k++)
        {
          guint keyval, before;
          GdkModifierType modifiers;
          char *name;

          g_test_message ("%s: %s", keys[i].action, triggers[k]);
          g_assert_true (gtk_accelerator_parse (triggers[k], &keyval, &modifiers));
          name = gtk_accelerator_name (keyval, modifiers);
          before = GPOINTER_TO_UINT (g_hash_table_lookup (scopes, name));
          g_assert_cmpuint (before & keys[i].scope, ==, 0);
          g_hash_table_insert (scopes, name, GUINT_TO_POINTER (before | keys[i].scope));
        }
    }
}

/* A key without a modifier would act in the middle of a word that somebody types. */
static void
test_typing (void)
{
  guint n_keys;
  const GalleyKey *keys = galley_keys_get (&n_keys);

  for (guint i = 0; i < n_keys; i++)
    {
      g_auto (GStrv) triggers = g_strsplit (keys[i].triggers, " ", -1);

      for (guint k = 0; (keys[i].scope & GALLEY_KEY_IN_TEXT) != 0 && triggers[k] != NULL; k++)
        {
          guint keyval;
          GdkModifierType modifiers;

          g_assert_true (gtk_accelerator_parse (triggers[k], &keyval, &modifiers));
          g_test_message ("%s: %s", keys[i].action, triggers[k]);
          g_assert_true ((modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0 ||
                         (keyval >= GDK_KEY_F1 && keyval <= GDK_KEY_F35));
        }
    }
}

/* Whoever goes through the list of unmarked sentences decides there, in whatever way. */
static void
test_deciding (void)
{
  static const char *const actions[] = { "win.confirm", "win.dispute", "win.pending",
                                         "win.dismiss-opinion", "win.dismiss-not-checkable" };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    g_assert_cmpint (galley_keys_find (actions[i])->scope, ==, GALLEY_KEY_READING);
}

/* What a person could not choose is no default either, but for the exceptions that are named. */
static void
test_rules (void)
{
  guint n_keys, n_exceptions = 0;
  const GalleyKey *keys = galley_keys_get (&n_keys);

  for (guint i = 0; i < n_keys; i++)
    {
      guint n_presses;
      g_autofree GalleyKeyPress *presses = galley_key_dup_default_presses (&keys[i], &n_presses);

      g_test_message ("%s", keys[i].action);
      g_assert_cmpuint (n_presses, >, 0);
      g_assert_cmpuint (n_presses, <=, GALLEY_KEY_MAP_MAX);
      g_assert_nonnull (galley_key_scope_get_label (keys[i].scope));
      for (guint k = 0; k < n_presses; k++)
        {
          g_assert_cmpint (galley_key_rules_check (&keys[i], &presses[k]), ==, GALLEY_KEY_FITS);
          if (galley_key_rules_check_scope (keys[i].scope, &presses[k]) != GALLEY_KEY_FITS)
            {
              g_assert_cmpstr (keys[i].action, ==, "win.edit-reason");
              n_exceptions++;
            }
        }
    }
  g_assert_cmpuint (n_exceptions, ==, 1);
}

static void
test_words (void)
{
  guint n_keys;
  const GalleyKey *keys = galley_keys_get (&n_keys);

  for (guint i = 0; i < n_keys; i++)
    {
      g_autofree char *shown = galley_keys_get_shown (keys[i].action);
      g_autofree char *tooltip = galley_keys_describe (keys[i].action);

      g_assert_true (galley_keys_find (keys[i].action) == &keys[i]);
      g_assert_nonnull (shown);
      g_assert_true (g_str_has_prefix (tooltip, keys[i].label));
      g_assert_nonnull (strstr (tooltip, shown));
      g_assert_true (i == 0 || keys[i - 1].group <= keys[i].group);
    }
  g_assert_null (galley_keys_find ("win.no-such-action"));
}

/* Actions that a key would be of no use for: what they are about comes with them, or there is
 * nothing to do with the keyboard before a library is open but press one of two buttons. */
static const char *const keyless[] = { "import-uri",     "import-draft-uri",
                                       "import-again",   "undo-unit",
                                       "open-uri",       "import-annotations-uri",
                                       "reopen-library", "reopen-article",
                                       "show-mention" };

static gboolean
needs_key (const char *action)
{
  for (guint i = 0; i < G_N_ELEMENTS (keyless); i++)
    if (g_str_equal (action, keyless[i]))
      return FALSE;

  return TRUE;
}

static gboolean
has_class_action (GType type, const char *wanted)
{
  g_autoptr (GTypeClass) class = g_type_class_ref (type);
  const char *name, *property;
  const GVariantType *parameter;
  GType owner;

  for (guint i = 0; gtk_widget_class_query_action (GTK_WIDGET_CLASS (class), i, &owner, &name,
                                                   &parameter, &property);
       i++)
    if (g_str_equal (name, wanted))
      return TRUE;

  return FALSE;
}

/* All that can be done in a review session can be done without a pointer. */
static void
test_session_actions (void)
{
  g_autoptr (GTypeClass) class = g_type_class_ref (GALLEY_TYPE_REVIEW_WINDOW);
  const char *name, *property;
  const GVariantType *parameter;
  GType owner;

  for (guint i = 0; gtk_widget_class_query_action (GTK_WIDGET_CLASS (class), i, &owner, &name,
                                                   &parameter, &property);
       i++)
    {
      g_autofree char *first = g_strconcat (name, "::1", NULL);

      g_test_message ("%s", name);
      if (g_str_has_prefix (name, "session."))
        g_assert_true (galley_keys_find (name) != NULL || galley_keys_find (first) != NULL);
    }
}

/* Every action of the window has a key, and every key an action. */
static void
test_actions (void)
{
  GalleyWindow *window = g_object_new (GALLEY_TYPE_WINDOW, NULL);
  g_auto (GStrv) actions = g_action_group_list_actions (G_ACTION_GROUP (window));
  guint n_keys;
  const GalleyKey *keys = galley_keys_get (&n_keys);

  for (guint i = 0; actions[i] != NULL; i++)
    {
      g_autofree char *name = g_strconcat ("win.", actions[i], NULL);
      g_autofree char *with_target = g_strconcat (name, "::", NULL);

      g_test_message ("%s", name);
      if (needs_key (actions[i]))
        g_assert_true (galley_keys_find (name) != NULL || galley_keys_find (with_target) != NULL);
    }
  for (guint i = 0; i < n_keys; i++)
    {
      g_autofree char *name = NULL;
      g_autoptr (GVariant) target = NULL;

      g_assert_true (g_action_parse_detailed_name (keys[i].action, &name, &target, NULL));
      g_test_message ("%s", name);
      if (g_str_has_prefix (name, "win."))
        g_assert_true (g_action_group_has_action (G_ACTION_GROUP (window), name + strlen ("win.")));
      else if (g_str_has_prefix (name, "session."))
        g_assert_true (has_class_action (GALLEY_TYPE_REVIEW_WINDOW, name));
    }

  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);

  g_test_add_func ("/keys/clashes", test_clashes);
  g_test_add_func ("/keys/typing", test_typing);
  g_test_add_func ("/keys/deciding", test_deciding);
  g_test_add_func ("/keys/rules", test_rules);
  g_test_add_func ("/keys/words", test_words);
  g_test_add_func ("/keys/actions", test_actions);
  g_test_add_func ("/keys/session-actions", test_session_actions);

  return g_test_run ();
}
