/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "galley-key-map.h"
#include "galley-key-rules.h"
#include "galley-settings.h"

typedef struct
{
  GalleyKeyMap *map;
  guint n_changes;
  gulong handler;
} Fixture;

static void
changed_cb (Fixture *fixture)
{
  fixture->n_changes++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->map = galley_key_map_get_default ();
  galley_key_map_reset_all (fixture->map);
  fixture->handler =
      g_signal_connect_swapped (fixture->map, "changed", G_CALLBACK (changed_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_signal_handler_disconnect (fixture->map, fixture->handler);
  galley_key_map_reset_all (fixture->map);
  g_assert_false (galley_key_map_has_changes (fixture->map));
}

static GalleyKeyPress
parse (const char *keys)
{
  GalleyKeyPress press;

  g_assert_true (galley_key_press_parse (keys, &press));
  return press;
}

static void
set (Fixture *fixture, const char *action, const char *keys)
{
  GalleyKeyPress press = parse (keys);

  galley_key_map_set (fixture->map, galley_keys_find (action), &press);
}

/* All keys of an action, separated by spaces. */
static void
assert_presses (Fixture *fixture, const char *action, const char *expected)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint n_presses;
  const GalleyKeyPress *presses =
      galley_key_map_get_presses (fixture->map, galley_keys_find (action), &n_presses);

  for (guint i = 0; i < n_presses; i++)
    {
      g_autofree char *name = galley_key_press_get_name (&presses[i]);

      g_string_append_printf (names, "%s%s", i > 0 ? " " : "", name);
    }
  g_assert_cmpstr (names->str, ==, expected);
}

static void
assert_stored (const char *expected)
{
  g_autoptr (GVariant) value = galley_settings_get_keys ("keys");
  g_autofree char *text = g_variant_print (value, /* type_annotate= */ FALSE);

  g_assert_cmpstr (text, ==, expected);
}

static void
store (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) value =
      g_variant_parse (G_VARIANT_TYPE ("a{sas}"), text, NULL, NULL, &error);

  g_assert_no_error (error);
  galley_settings_set_keys ("keys", value);
}

static void
assert_no_clash (Fixture *fixture)
{
  guint n_keys;
  const GalleyKey *keys = galley_keys_get (&n_keys);

  for (guint i = 0; i < n_keys; i++)
    {
      guint n_presses;
      const GalleyKeyPress *presses =
          galley_key_map_get_presses (fixture->map, &keys[i], &n_presses);

      g_assert_cmpuint (n_presses, <=, GALLEY_KEY_MAP_MAX);
      for (guint k = 0; k < n_presses; k++)
        {
          g_autoptr (GPtrArray) users =
              galley_key_map_find_users (fixture->map, &keys[i], &presses[k]);

          g_assert_cmpuint (users->len, ==, 0);
          g_assert_cmpint (galley_key_rules_check (&keys[i], &presses[k]), ==, GALLEY_KEY_FITS);
        }
    }
}

static void
test_set (Fixture *fixture, gconstpointer data)
{
  const GalleyKey *confirm = galley_keys_find ("win.confirm");

  g_assert_false (galley_key_map_is_changed (fixture->map, confirm));
  set (fixture, "win.confirm", "k");
  assert_presses (fixture, "win.confirm", "k");
  assert_stored ("{'win.confirm': ['k']}");
  g_assert_true (galley_key_map_is_changed (fixture->map, confirm));
  g_assert_true (galley_key_map_has_changes (fixture->map));
  g_assert_cmpuint (fixture->n_changes, ==, 1);

  set (fixture, "win.confirm", "k");
  g_assert_cmpuint (fixture->n_changes, ==, 1);

  galley_key_map_set (fixture->map, confirm, /* press= */ NULL);
  assert_presses (fixture, "win.confirm", "");
  assert_stored ("{'win.confirm': []}");
  g_assert_null (galley_keys_get_shown ("win.confirm"));

  set (fixture, "win.confirm", "c");
  assert_stored ("{}");
  g_assert_false (galley_key_map_has_changes (fixture->map));
}

/* Keys that are the same in two places without anything in common are no clash. */
static void
test_users (Fixture *fixture, gconstpointer data)
{
  const GalleyKeyPress delete = parse ("Delete"), other = parse ("<Control>F7");
  const GalleyKey *archive = galley_keys_find ("win.archive::");
  g_autoptr (GPtrArray) in_library = galley_key_map_find_users (fixture->map, archive, &delete);
  g_autoptr (GPtrArray) anywhere =
      galley_key_map_find_users (fixture->map, galley_keys_find ("win.import"), &delete);
  g_autoptr (GPtrArray) none = galley_key_map_find_users (fixture->map, archive, &other);

  g_assert_cmpuint (in_library->len, ==, 1);
  g_assert_true (g_ptr_array_index (in_library, 0) == galley_keys_find ("win.remove::"));
  g_assert_cmpuint (anywhere->len, ==, 2);
  g_assert_cmpuint (none->len, ==, 0);

  set (fixture, "win.confirm", "a");
  assert_presses (fixture, "win.archive::", "a");
  assert_presses (fixture, "win.add-source", "");
}

/* A default comes back when whoever took it does without it. */
static void
test_take (Fixture *fixture, gconstpointer data)
{
  set (fixture, "win.confirm", "<Control>y");
  assert_presses (fixture, "win.confirm", "<Control>y");
  assert_presses (fixture, "win.redo", "<Shift><Control>z");
  g_assert_true (galley_key_map_is_changed (fixture->map, galley_keys_find ("win.redo")));
  assert_stored ("{'win.confirm': ['<Control>y']}");

  galley_key_map_reset (fixture->map, galley_keys_find ("win.redo"));
  assert_presses (fixture, "win.redo", "<Shift><Control>z <Control>y");
  assert_presses (fixture, "win.confirm", "");
  galley_key_map_reset (fixture->map, galley_keys_find ("win.confirm"));

  set (fixture, "win.export", "<Control>j");
  set (fixture, "win.import", "<Control>j");
  assert_presses (fixture, "win.export", "");
  assert_presses (fixture, "win.import", "<Control>j");
  galley_key_map_reset (fixture->map, galley_keys_find ("win.export"));
  assert_presses (fixture, "win.export", "<Control>e");
  galley_key_map_reset (fixture->map, galley_keys_find ("win.import"));
  assert_stored ("{}");
}

static void
test_reset_all (Fixture *fixture, gconstpointer data)
{
  set (fixture, "win.confirm", "k");
  set (fixture, "win.import", "<Control>j");
  galley_key_map_reset_all (fixture->map);
  assert_presses (fixture, "win.confirm", "c");
  assert_presses (fixture, "win.import", "<Control>o");
  assert_stored ("{}");
  g_assert_cmpuint (fixture->n_changes, ==, 3);
}

/* Another process, or a person, writes the settings. */
static void
test_settings_change (Fixture *fixture, gconstpointer data)
{
  store ("{'win.confirm': ['k', 'KP_1']}");
  WAIT_UNTIL (fixture->n_changes == 1);
  assert_presses (fixture, "win.confirm", "k 1");

  g_settings_reset (galley_settings_get_default (), "keys");
  WAIT_UNTIL (fixture->n_changes == 2);
  assert_presses (fixture, "win.confirm", "c");

  /* Which one is shown is a change too. */
  store ("{'win.redo': ['<Control>y', '<Control><Shift>z']}");
  WAIT_UNTIL (fixture->n_changes == 3);
  assert_presses (fixture, "win.redo", "<Control>y <Shift><Control>z");
}

/* What a newer version knows is not lost by what this one changes. */
static void
test_newer (Fixture *fixture, gconstpointer data)
{
  store ("{'win.confirm': ['k'], 'win.from-the-future': ['<Control>j', '<Warp>x']}");
  WAIT_UNTIL (fixture->n_changes == 1);
  set (fixture, "win.dispute", "<Control>j");
  assert_presses (fixture, "win.dispute", "<Control>j");
  assert_stored ("{'win.confirm': ['k'], 'win.dispute': ['<Control>j'], "
                 "'win.from-the-future': ['<Control>j', '<Warp>x']}");
}

static gboolean
has_keys (Fixture *fixture, const char *action)
{
  guint n_presses;

  galley_key_map_get_presses (fixture->map, galley_keys_find (action), &n_presses);
  return n_presses > 0;
}

static void
test_hostile (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *stored;
    const char *confirm;
    const char *import;
  } cases[] = {
    { "{'': ['']}", "c", "<Control>o" },
    { "{'win.confirm': ['']}", "c", "<Control>o" },
    { "{'win.confirm': ['<Control>', '<Bogus>x', 'c|d', 'never', 'Shift_L']}", "c", "<Control>o" },
    { "{'win.confirm': ['no-such-key', 'k']}", "k", "<Control>o" },
    { "{'win.confirm': ['k', 'K', 'k']}", "k", "<Control>o" },
    { "{'win.confirm': ['Tab', 'Return', 'Left', 'space', 'Escape']}", "c", "<Control>o" },
    { "{'win.import': ['x']}", "c", "<Control>o" },
    { "{'win.import': ['<Control>v', 'Delete']}", "c", "<Control>o" },
    { "{'win.confirm': ['<Control>j'], 'win.import': ['<Control>j']}", "<Control>j", "" },
    { "{'win.confirm': ['<Control>o']}", "<Control>o", "" },
    { "{'win.confirm': ['d'], 'win.dispute': ['c']}", "d", "<Control>o" },
    { "{'win.confirm': ['k'], 'win.confirm': ['j']}", "j", "<Control>o" },
    { "{'win.confirm': ['1', '2', '3', '4', '5', '6']}", "1 2 3 4", "<Control>o" },
    { "{'win.confirm': [], 'win.import': []}", "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].stored);
      /* A change that surely comes, so that there is something to wait for. */
      store ("{'win.about': []}");
      WAIT_UNTIL (!has_keys (fixture, "win.about"));
      store (cases[i].stored);
      WAIT_UNTIL (has_keys (fixture, "win.about"));
      assert_presses (fixture, "win.confirm", cases[i].confirm);
      assert_presses (fixture, "win.import", cases[i].import);
      assert_no_clash (fixture);
    }
}

/* A dictionary of all keys for all actions, and a thousand more actions. */
static void
test_everything_for_everything (Fixture *fixture, gconstpointer data)
{
  guint n_keys;
  const GalleyKey *keys = galley_keys_get (&n_keys);
  GVariantBuilder names, builder;
  g_autoptr (GVariant) all = NULL;

  g_variant_builder_init (&names, G_VARIANT_TYPE_STRING_ARRAY);
  for (guint i = 0; i < n_keys; i++)
    {
      g_auto (GStrv) triggers = g_strsplit (keys[i].triggers, " ", -1);

      for (guint k = 0; triggers[k] != NULL; k++)
        g_variant_builder_add (&names, "s", triggers[k]);
    }
  all = g_variant_ref_sink (g_variant_builder_end (&names));

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{sas}"));
  for (guint i = 0; i < n_keys; i++)
    g_variant_builder_add (&builder, "{s@as}", keys[i].action, all);
  for (guint i = 0; i < 1000; i++)
    {
      g_autofree char *name = g_strdup_printf ("win.%u", i);

      g_variant_builder_add (&builder, "{s@as}", name, all);
    }
  galley_settings_set_keys ("keys", g_variant_builder_end (&builder));
  WAIT_UNTIL (fixture->n_changes > 0);
  assert_no_clash (fixture);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);

#define ADD(name, function)                                                                        \
  g_test_add ("/key-map/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("set", test_set);
  ADD ("users", test_users);
  ADD ("take", test_take);
  ADD ("reset-all", test_reset_all);
  ADD ("settings-change", test_settings_change);
  ADD ("newer", test_newer);
  ADD ("hostile", test_hostile);
  ADD ("everything-for-everything", test_everything_for_everything);
#undef ADD

  return g_test_run ();
}
