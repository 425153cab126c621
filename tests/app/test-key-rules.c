/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "galley-key-rules.h"

static void
test_fit (void)
{
  static const struct
  {
    const char *keys;
    GalleyKeyScope scope;
    GalleyKeyFit fit;
  } cases[] = {
    { "g", GALLEY_KEY_READING, GALLEY_KEY_FITS },
    { "<Shift>g", GALLEY_KEY_IN_ARTICLE, GALLEY_KEY_FITS },
    { "g", GALLEY_KEY_IN_LIBRARY, GALLEY_KEY_FITS },
    { "g", GALLEY_KEY_ANYWHERE, GALLEY_KEY_TYPES },
    { "g", GALLEY_KEY_NOT_IN_TEXT, GALLEY_KEY_TYPES },
    { "<Shift>g", GALLEY_KEY_ANYWHERE, GALLEY_KEY_TYPES },
    { "eacute", GALLEY_KEY_ANYWHERE, GALLEY_KEY_TYPES },
    { "KP_1", GALLEY_KEY_ANYWHERE, GALLEY_KEY_TYPES },
    { "<Control>g", GALLEY_KEY_ANYWHERE, GALLEY_KEY_FITS },
    { "<Alt>g", GALLEY_KEY_ANYWHERE, GALLEY_KEY_FITS },
    { "F7", GALLEY_KEY_ANYWHERE, GALLEY_KEY_FITS },
    { "<Alt>Left", GALLEY_KEY_ANYWHERE, GALLEY_KEY_FITS },
    { "<Alt>Return", GALLEY_KEY_ANYWHERE, GALLEY_KEY_FITS },
    { "Left", GALLEY_KEY_READING, GALLEY_KEY_MOVES },
    { "<Control><Shift>Right", GALLEY_KEY_IN_LIBRARY, GALLEY_KEY_MOVES },
    { "<Control>Home", GALLEY_KEY_ANYWHERE, GALLEY_KEY_MOVES },
    { "Return", GALLEY_KEY_READING, GALLEY_KEY_MOVES },
    { "KP_Enter", GALLEY_KEY_READING, GALLEY_KEY_MOVES },
    { "<Control>Return", GALLEY_KEY_ANYWHERE, GALLEY_KEY_MOVES },
    { "space", GALLEY_KEY_IN_CLAIMS, GALLEY_KEY_MOVES },
    { "Escape", GALLEY_KEY_ANYWHERE, GALLEY_KEY_MOVES },
    { "<Shift>F10", GALLEY_KEY_ANYWHERE, GALLEY_KEY_MOVES },
    { "Menu", GALLEY_KEY_IN_LIBRARY, GALLEY_KEY_MOVES },
    { "<Control>c", GALLEY_KEY_IN_ARTICLE, GALLEY_KEY_EDITS },
    { "<Control>c", GALLEY_KEY_IN_LIBRARY, GALLEY_KEY_FITS },
    { "<Control>a", GALLEY_KEY_ANYWHERE, GALLEY_KEY_EDITS },
    { "<Control>v", GALLEY_KEY_ANYWHERE, GALLEY_KEY_EDITS },
    { "<Control>v", GALLEY_KEY_IN_ARTICLE, GALLEY_KEY_FITS },
    { "<Control>z", GALLEY_KEY_ANYWHERE, GALLEY_KEY_EDITS },
    { "<Control>z", GALLEY_KEY_NOT_IN_TEXT, GALLEY_KEY_FITS },
    { "Delete", GALLEY_KEY_ANYWHERE, GALLEY_KEY_EDITS },
    { "<Control>BackSpace", GALLEY_KEY_ANYWHERE, GALLEY_KEY_EDITS },
    { "Delete", GALLEY_KEY_IN_LIBRARY, GALLEY_KEY_FITS },
    { "dead_acute", GALLEY_KEY_READING, GALLEY_KEY_IS_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GalleyKeyPress press;
      GalleyKeyFit fit;
      g_autofree char *sentence = NULL;

      g_test_message ("%s", cases[i].keys);
      /* To GTK, arrows alone are no accelerators. */
      if (!galley_key_press_parse (cases[i].keys, &press))
        g_assert_true (gtk_accelerator_parse (cases[i].keys, &press.keyval, &press.modifiers));
      fit = galley_key_rules_check_scope (cases[i].scope, &press);
      g_assert_cmpint (fit, ==, cases[i].fit);
      sentence = galley_key_rules_explain (fit, &press);
      g_assert_true ((sentence == NULL) == (fit == GALLEY_KEY_FITS));
      g_assert_true (sentence == NULL || g_str_has_suffix (sentence, "."));
    }
}

/* GTK has no accelerator for these, but a keyboard has the keys. */
static void
test_unnamed (void)
{
  g_assert_cmpint (
      galley_key_rules_check_scope (GALLEY_KEY_READING, &(GalleyKeyPress){ GDK_KEY_Tab, 0 }), ==,
      GALLEY_KEY_MOVES);
  g_assert_cmpint (galley_key_rules_check_scope (
                       GALLEY_KEY_READING, &(GalleyKeyPress){ GDK_KEY_Tab, GDK_CONTROL_MASK }),
                   ==, GALLEY_KEY_MOVES);
  g_assert_cmpint (
      galley_key_rules_check_scope (GALLEY_KEY_READING, &(GalleyKeyPress){ GDK_KEY_Caps_Lock, 0 }),
      ==, GALLEY_KEY_IS_NONE);
  g_assert_cmpint (galley_key_rules_check_scope (GALLEY_KEY_READING, &(GalleyKeyPress){ 0, 0 }), ==,
                   GALLEY_KEY_IS_NONE);
}

/* An action may always have again what it had. */
static void
test_default_fits (void)
{
  const GalleyKeyPress enter = { GDK_KEY_Return, 0 };

  g_assert_cmpint (galley_key_rules_check (galley_keys_find ("win.edit-reason"), &enter), ==,
                   GALLEY_KEY_FITS);
  g_assert_cmpint (galley_key_rules_check (galley_keys_find ("win.edit-note"), &enter), ==,
                   GALLEY_KEY_MOVES);
}

static void
test_parse (void)
{
  static const char *const bad[] = { "",         " ",           "<Control>", "<Control",
                                     "<Bogus>a", "no-such-key", "a|b",       "never",
                                     "Shift_L",  "<Shift>",     "c d",       "\xc3\xa9\xc3\xa9" };
  GalleyKeyPress a = { 1, 2 }, b;

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_test_message ("“%s”", bad[i]);
      g_assert_false (galley_key_press_parse (bad[i], &a));
    }
  g_assert_cmpuint (a.keyval, ==, 1);

  g_assert_true (galley_key_press_parse ("<Primary>Z", &a));
  g_assert_true (galley_key_press_parse ("<Control>z", &b));
  g_assert_true (galley_key_press_equal (&a, &b));
  g_assert_true (galley_key_press_parse ("KP_Delete", &a));
  g_assert_cmpuint (a.keyval, ==, GDK_KEY_Delete);
  g_assert_cmpuint (galley_key_press_get_keypad_key (&a), ==, GDK_KEY_KP_Delete);
  g_assert_cmpuint (galley_key_press_get_keypad_key (&b), ==, 0);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);

  g_test_add_func ("/key-rules/fit", test_fit);
  g_test_add_func ("/key-rules/unnamed", test_unnamed);
  g_test_add_func ("/key-rules/default-fits", test_default_fits);
  g_test_add_func ("/key-rules/parse", test_parse);

  return g_test_run ();
}
