/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-key-press.h"

G_BEGIN_DECLS

/**
 * GalleyKeyScope:
 * @GALLEY_KEY_IN_ARTICLE: the article has the focus
 * @GALLEY_KEY_IN_CLAIMS: the list of claims has the focus
 * @GALLEY_KEY_IN_LIBRARY: the list of articles has the focus
 * @GALLEY_KEY_IN_TEXT: a field that can be typed into has the focus
 * @GALLEY_KEY_ELSEWHERE: anything else has the focus
 * @GALLEY_KEY_IN_SESSION: the window of a review session is in use, and nobody types in it
 *
 * Where the focus must be for a key to act.
 */
typedef enum
{
  GALLEY_KEY_IN_ARTICLE = 1 << 0,
  GALLEY_KEY_IN_CLAIMS = 1 << 1,
  GALLEY_KEY_IN_LIBRARY = 1 << 2,
  GALLEY_KEY_IN_TEXT = 1 << 3,
  GALLEY_KEY_ELSEWHERE = 1 << 4,
  GALLEY_KEY_IN_SESSION = 1 << 5,
} GalleyKeyScope;
#define GALLEY_KEY_READING (GALLEY_KEY_IN_ARTICLE | GALLEY_KEY_IN_CLAIMS)
#define GALLEY_KEY_NOT_IN_TEXT (GALLEY_KEY_READING | GALLEY_KEY_IN_LIBRARY | GALLEY_KEY_ELSEWHERE)
#define GALLEY_KEY_ANYWHERE (GALLEY_KEY_NOT_IN_TEXT | GALLEY_KEY_IN_TEXT)

typedef enum
{
  GALLEY_KEY_GROUP_CHECKING,
  GALLEY_KEY_GROUP_CLAIM,
  GALLEY_KEY_GROUP_MOVING,
  GALLEY_KEY_GROUP_LIBRARY,
  GALLEY_KEY_GROUP_WINDOW,
  GALLEY_KEY_GROUP_SESSION,
} GalleyKeyGroup;
#define GALLEY_N_KEY_GROUPS (GALLEY_KEY_GROUP_SESSION + 1)

/**
 * GalleyKey:
 * @action: detailed name of an action, such as "win.confirm"
 * @triggers: the keys that it has by default, for galley_key_press_parse(), separated by spaces
 * @scope: where keys act
 * @group: under which heading they are explained
 * @label: what the action does, untranslated, in header capitals
 *
 * An action that a person can have keys for. Which ones it has now, #GalleyKeyMap knows.
 */
typedef struct
{
  const char *action;
  const char *triggers;
  GalleyKeyScope scope;
  GalleyKeyGroup group;
  const char *label;
} GalleyKey;

const GalleyKey *galley_keys_get (guint *out_n_keys);
const GalleyKey *galley_keys_find (const char *action);
const char *galley_key_group_get_label (GalleyKeyGroup group);
const char *galley_key_scope_get_label (GalleyKeyScope scope);
GalleyKeyPress *galley_key_dup_default_presses (const GalleyKey *key, guint *out_n_presses)
    G_GNUC_WARN_UNUSED_RESULT;

char *galley_keys_get_shown (const char *action) G_GNUC_WARN_UNUSED_RESULT;
char *galley_keys_describe (const char *action) G_GNUC_WARN_UNUSED_RESULT;
char *galley_keys_quote (GPtrArray *keys) G_GNUC_WARN_UNUSED_RESULT;
/* For galley_keys_build_menu(). */
#define GALLEY_KEYS_SUBMENU ">"
#define GALLEY_KEYS_END_SUBMENU "<"

void galley_keys_show_in (GMenuItem *item, const char *action);
GMenu *galley_keys_build_menu (const char *const *actions) G_GNUC_WARN_UNUSED_RESULT;

/**
 * GalleyKeyScopeFunc:
 * @window: the window
 * @focus: (nullable): the widget in it that has the focus
 *
 * Returns: where the focus is
 */
typedef GalleyKeyScope (*GalleyKeyScopeFunc) (GtkWidget *window, GtkWidget *focus);

/**
 * GalleyKeyRefuseFunc:
 * @window: the window
 * @action: detailed name of an action whose key was pressed
 *
 * Returns: whether it can't be done now, and that has been said
 */
typedef gboolean (*GalleyKeyRefuseFunc) (GtkWidget *window, const char *action);

GtkEventController *galley_keys_create_controller (GalleyKeyScopeFunc find_scope,
                                                   GalleyKeyRefuseFunc refuse)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
