/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-key-map.h"

#include "galley-key-rules.h"
#include "galley-settings.h"

/**
 * GalleyKeyMap:
 *
 * Which keys each action has now: the table of keys, and what a person changed of it.
 *
 * What was changed is a setting, a dictionary of the names of actions and their keys: no keys where
 * an action is to have none. It may have been written by a newer version, or by hand. What says
 * nothing to this version has no effect, and is kept.
 *
 * No two actions ever have the same keys in a common place. What a person chose comes first, in the
 * order of the table, then what the table says of the other actions: an action loses a default that
 * was given away, and has it back when the other one does without.
 */
struct _GalleyKeyMap
{
  GObject parent_instance;

  GHashTable *chosen; /* (element-type utf8 GVariant): name of an action → its keys, as stored */
  GArray **presses;   /* (element-type GalleyKeyPress), one array for each key of the table */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GalleyKeyMap, galley_key_map, G_TYPE_OBJECT)

static guint
get_n_keys (void)
{
  guint n_keys;

  galley_keys_get (&n_keys);
  return n_keys;
}

static guint
get_index (const GalleyKey *key)
{
  guint n_keys;

  return key - galley_keys_get (&n_keys);
}

static gboolean
holds (GArray *presses, const GalleyKeyPress *press)
{
  for (guint i = 0; i < presses->len; i++)
    if (galley_key_press_equal (&g_array_index (presses, GalleyKeyPress, i), press))
      return TRUE;

  return FALSE;
}

/* In order, for the first one is the one that is shown. */
static gboolean
are_equal (GArray *a, GArray *b)
{
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    if (!galley_key_press_equal (&g_array_index (a, GalleyKeyPress, i),
                                 &g_array_index (b, GalleyKeyPress, i)))
      return FALSE;

  return TRUE;
}

static GArray *
create_presses (void)
{
  return g_array_new (/* zero_terminated= */ FALSE, /* clear= */ FALSE, sizeof (GalleyKeyPress));
}

static GArray *
list_defaults (const GalleyKey *key)
{
  guint n_presses;
  g_autofree GalleyKeyPress *presses = galley_key_dup_default_presses (key, &n_presses);

  return g_array_append_vals (create_presses (), presses, n_presses);
}

/* What a person chose for an action, or NULL if that is nothing that this version understands. */
static GArray *
list_chosen (GalleyKeyMap *self, const GalleyKey *key)
{
  GVariant *value = g_hash_table_lookup (self->chosen, key->action);
  g_autofree const char **names = value != NULL ? g_variant_get_strv (value, NULL) : NULL;
  g_autoptr (GArray) presses = create_presses ();
  GalleyKeyPress press;

  if (names == NULL)
    return NULL;

  for (guint i = 0; names[i] != NULL && presses->len < GALLEY_KEY_MAP_MAX; i++)
    if (galley_key_press_parse (names[i], &press) && !holds (presses, &press) &&
        galley_key_rules_check (key, &press) == GALLEY_KEY_FITS)
      g_array_append_val (presses, press);

  return presses->len > 0 || names[0] == NULL ? g_steal_pointer (&presses) : NULL;
}

/**
 * galley_key_map_find_users:
 * @press: (nullable): keys; %NULL for all that @key has by default
 *
 * Returns: (transfer full) (element-type GalleyKey): the other actions that these keys would have
 *   to be taken from if @key had them
 */
GPtrArray *
galley_key_map_find_users (GalleyKeyMap *self, const GalleyKey *key, const GalleyKeyPress *press)
{
  GPtrArray *users = g_ptr_array_new ();
  g_autoptr (GArray) wanted = press == NULL ? list_defaults (key) : create_presses ();
  guint n_keys;
  const GalleyKey *keys = galley_keys_get (&n_keys);

  g_return_val_if_fail (GALLEY_IS_KEY_MAP (self), users);

  if (press != NULL)
    g_array_append_vals (wanted, press, 1);
  for (guint i = 0; i < n_keys; i++)
    for (guint k = 0; &keys[i] != key && (keys[i].scope & key->scope) != 0 && k < wanted->len; k++)
      if (holds (self->presses[i], &g_array_index (wanted, GalleyKeyPress, k)))
        {
          g_ptr_array_add (users, (gpointer) &keys[i]);
          break;
        }

  return users;
}

static void
give (GalleyKeyMap *self, const GalleyKey *key, GArray *presses)
{
  for (guint i = 0; i < presses->len; i++)
    {
      const GalleyKeyPress *press = &g_array_index (presses, GalleyKeyPress, i);
      g_autoptr (GPtrArray) users = galley_key_map_find_users (self, key, press);

      if (users->len == 0)
        g_array_append_vals (self->presses[get_index (key)], press, 1);
    }
}

static GArray **
create_table (void)
{
  GArray **table = g_new (GArray *, get_n_keys ());

  for (guint i = 0; i < get_n_keys (); i++)
    table[i] = create_presses ();

  return table;
}

static void
free_table (GArray **table)
{
  for (guint i = 0; i < get_n_keys (); i++)
    g_array_unref (table[i]);
  g_free (table);
}

/* Works out which keys each action has, and says so if that is something else than before. */
static void
update (GalleyKeyMap *self)
{
  GArray **before = self->presses;
  const GalleyKey *keys = galley_keys_get (&(guint){ 0 });
  gboolean is_changed = FALSE;

  self->presses = create_table ();
  for (guint i = 0; i < get_n_keys (); i++)
    {
      g_autoptr (GArray) chosen = list_chosen (self, &keys[i]);

      if (chosen != NULL)
        give (self, &keys[i], chosen);
    }
  for (guint i = 0; i < get_n_keys (); i++)
    {
      g_autoptr (GArray) chosen = list_chosen (self, &keys[i]);
      g_autoptr (GArray) defaults = list_defaults (&keys[i]);

      if (chosen == NULL)
        give (self, &keys[i], defaults);
    }

  for (guint i = 0; i < get_n_keys (); i++)
    is_changed = is_changed || !are_equal (before[i], self->presses[i]);
  free_table (before);
  if (is_changed)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
read_settings (GalleyKeyMap *self)
{
  g_autoptr (GVariant) stored = galley_settings_get_keys ("keys");
  GVariantIter iter;
  const char *action;
  GVariant *names;

  if (stored == NULL)
    return;

  g_hash_table_remove_all (self->chosen);
  g_variant_iter_init (&iter, stored);
  while (g_variant_iter_next (&iter, "{&s@as}", &action, &names))
    g_hash_table_insert (self->chosen, g_strdup (action), names);
}

static void
settings_changed_cb (GalleyKeyMap *self)
{
  read_settings (self);
  update (self);
}

static void
store (GalleyKeyMap *self)
{
  g_autoptr (GList) actions = g_hash_table_get_keys (self->chosen);
  GVariantBuilder builder;

  actions = g_list_sort (actions, (GCompareFunc) strcmp);
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{sas}"));
  for (GList *link = actions; link != NULL; link = link->next)
    g_variant_builder_add (&builder, "{s@as}", link->data,
                           g_hash_table_lookup (self->chosen, link->data));
  galley_settings_set_keys ("keys", g_variant_builder_end (&builder));

  /* Where there are no settings, nothing calls back. */
  update (self);
}

/* What is as the table says need not be stored. */
static void
choose (GalleyKeyMap *self, const GalleyKey *key, GArray *presses)
{
  g_autoptr (GArray) defaults = list_defaults (key);
  GVariantBuilder builder;

  if (are_equal (presses, defaults))
    {
      g_hash_table_remove (self->chosen, key->action);
      return;
    }

  g_variant_builder_init (&builder, G_VARIANT_TYPE_STRING_ARRAY);
  for (guint i = 0; i < presses->len; i++)
    g_variant_builder_add_value (&builder, g_variant_new_take_string (galley_key_press_get_name (
                                               &g_array_index (presses, GalleyKeyPress, i))));
  g_hash_table_insert (self->chosen, g_strdup (key->action),
                       g_variant_ref_sink (g_variant_builder_end (&builder)));
}

/* Others that chose one of these keys do without it; those that have it by default lose it by what
 * update() does. */
static void
take_from_others (GalleyKeyMap *self, const GalleyKey *key, GArray *wanted)
{
  for (guint i = 0; i < wanted->len; i++)
    {
      const GalleyKeyPress *press = &g_array_index (wanted, GalleyKeyPress, i);
      g_autoptr (GPtrArray) users = galley_key_map_find_users (self, key, press);

      for (guint k = 0; k < users->len; k++)
        {
          const GalleyKey *user = g_ptr_array_index (users, k);
          g_autoptr (GArray) chosen = list_chosen (self, user);

          for (guint n = chosen != NULL ? chosen->len : 0; n > 0; n--)
            if (galley_key_press_equal (&g_array_index (chosen, GalleyKeyPress, n - 1), press))
              g_array_remove_index (chosen, n - 1);
          if (chosen != NULL)
            choose (self, user, chosen);
        }
    }
}

static void
galley_key_map_finalize (GObject *object)
{
  GalleyKeyMap *self = GALLEY_KEY_MAP (object);

  g_hash_table_unref (self->chosen);
  free_table (self->presses);

  G_OBJECT_CLASS (galley_key_map_parent_class)->finalize (object);
}

static void
galley_key_map_class_init (GalleyKeyMapClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = galley_key_map_finalize;

  /**
   * GalleyKeyMap::changed:
   *
   * Some action has other keys now.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
galley_key_map_init (GalleyKeyMap *self)
{
  self->chosen =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_variant_unref);
  self->presses = create_table ();
  read_settings (self);
  update (self);
  if (galley_settings_get_default () != NULL)
    g_signal_connect_object (galley_settings_get_default (), "changed::keys",
                             G_CALLBACK (settings_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * galley_key_map_get_default:
 *
 * Returns: (transfer none): the keys of this program; there is one of them for all windows
 */
GalleyKeyMap *
galley_key_map_get_default (void)
{
  static GalleyKeyMap *map;

  if (g_once_init_enter (&map))
    g_once_init_leave (&map, g_object_new (GALLEY_TYPE_KEY_MAP, NULL));

  return map;
}

/**
 * galley_key_map_get_presses:
 * @key: an action
 * @out_n_presses: (out): how many there are; 0 if it can only be reached through menus and buttons
 *
 * Returns: (transfer none) (array length=out_n_presses): its keys, until they change; the first is
 *   the one that is shown
 */
const GalleyKeyPress *
galley_key_map_get_presses (GalleyKeyMap *self, const GalleyKey *key, guint *out_n_presses)
{
  g_return_val_if_fail (GALLEY_IS_KEY_MAP (self), NULL);

  *out_n_presses = self->presses[get_index (key)]->len;
  return (const GalleyKeyPress *) self->presses[get_index (key)]->data;
}

/**
 * galley_key_map_is_changed:
 *
 * Returns: whether an action has other keys than the table says
 */
gboolean
galley_key_map_is_changed (GalleyKeyMap *self, const GalleyKey *key)
{
  g_autoptr (GArray) defaults = list_defaults (key);

  g_return_val_if_fail (GALLEY_IS_KEY_MAP (self), FALSE);

  return !are_equal (self->presses[get_index (key)], defaults);
}

/**
 * galley_key_map_has_changes:
 *
 * Returns: whether any action has other keys than the table says
 */
gboolean
galley_key_map_has_changes (GalleyKeyMap *self)
{
  const GalleyKey *keys = galley_keys_get (&(guint){ 0 });

  for (guint i = 0; i < get_n_keys (); i++)
    if (galley_key_map_is_changed (self, &keys[i]))
      return TRUE;

  return FALSE;
}

/**
 * galley_key_map_set:
 * @key: an action
 * @press: (nullable): keys that it can have by galley_key_rules_check(); %NULL for none
 *
 * Gives an action these keys and no other, and takes them from whoever has them.
 */
void
galley_key_map_set (GalleyKeyMap *self, const GalleyKey *key, const GalleyKeyPress *press)
{
  g_autoptr (GArray) presses = create_presses ();

  g_return_if_fail (GALLEY_IS_KEY_MAP (self));
  g_return_if_fail (press == NULL || galley_key_rules_check (key, press) == GALLEY_KEY_FITS);

  if (press != NULL)
    g_array_append_vals (presses, press, 1);
  take_from_others (self, key, presses);
  choose (self, key, presses);
  store (self);
}

/**
 * galley_key_map_reset:
 *
 * Gives an action the keys that it has by default, and takes them from whoever has them.
 */
void
galley_key_map_reset (GalleyKeyMap *self, const GalleyKey *key)
{
  g_autoptr (GArray) defaults = list_defaults (key);

  g_return_if_fail (GALLEY_IS_KEY_MAP (self));

  take_from_others (self, key, defaults);
  choose (self, key, defaults);
  store (self);
}

/**
 * galley_key_map_reset_all:
 *
 * Forgets everything that was changed.
 */
void
galley_key_map_reset_all (GalleyKeyMap *self)
{
  g_return_if_fail (GALLEY_IS_KEY_MAP (self));

  g_hash_table_remove_all (self->chosen);
  store (self);
}
