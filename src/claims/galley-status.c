/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-status.h"

#include "galley-word.h"

#include <glib/gi18n-lib.h>

static const GalleyWord statuses[GALLEY_N_STATUSES] = {
  [GALLEY_STATUS_PENDING] = { "pending", N_ ("Pending") },
  [GALLEY_STATUS_CONFIRMED] = { "confirmed", N_ ("Confirmed") },
  [GALLEY_STATUS_DISPUTED] = { "disputed", N_ ("Disputed") },
};

static const GalleyWord dismissal_kinds[GALLEY_N_DISMISSAL_KINDS] = {
  [GALLEY_DISMISSAL_OPINION] = { "opinion", N_ ("Opinion") },
  [GALLEY_DISMISSAL_NOT_CHECKABLE] = { "not-checkable", N_ ("Not checkable") },
};

static const GalleyWord stances[GALLEY_N_STANCES] = {
  [GALLEY_STANCE_SUPPORTS] = { "supports", N_ ("Supports") },
  [GALLEY_STANCE_CONTRADICTS] = { "contradicts", N_ ("Undermines") },
  [GALLEY_STANCE_CONTEXT] = { "context", N_ ("Gives context") },
};

GType
galley_status_get_type (void)
{
  static gsize type;

  if (g_once_init_enter (&type))
    {
      static const GEnumValue values[] = {
        { GALLEY_STATUS_PENDING, "GALLEY_STATUS_PENDING", "pending" },
        { GALLEY_STATUS_CONFIRMED, "GALLEY_STATUS_CONFIRMED", "confirmed" },
        { GALLEY_STATUS_DISPUTED, "GALLEY_STATUS_DISPUTED", "disputed" },
        { 0, NULL, NULL },
      };

      g_once_init_leave (&type, g_enum_register_static ("GalleyStatus", values));
    }

  return type;
}

/**
 * galley_status_to_nick:
 *
 * Returns: (transfer none): the name of @status on disk, on the command line and in exports
 */
const char *
galley_status_to_nick (GalleyStatus status)
{
  g_return_val_if_fail ((guint) status < GALLEY_N_STATUSES, NULL);

  return statuses[status].nick;
}

/**
 * galley_status_from_nick:
 * @nick: (nullable): a name
 * @out_status: (out): the status; untouched if @nick is unknown, so that a newer file never turns
 *   into a wrong verdict
 *
 * Returns: whether @nick names a status
 */
gboolean
galley_status_from_nick (const char *nick, GalleyStatus *out_status)
{
  int found = galley_word_find (statuses, GALLEY_N_STATUSES, nick);

  if (found >= 0)
    *out_status = found;
  return found >= 0;
}

/**
 * galley_status_get_label:
 *
 * Returns: (transfer none): the name of @status for people, translated
 */
const char *
galley_status_get_label (GalleyStatus status)
{
  g_return_val_if_fail ((guint) status < GALLEY_N_STATUSES, NULL);

  return _ (statuses[status].label);
}

/**
 * galley_dismissal_kind_to_nick:
 *
 * Returns: (transfer none): the name of @kind on disk and on the command line
 */
const char *
galley_dismissal_kind_to_nick (GalleyDismissalKind kind)
{
  g_return_val_if_fail ((guint) kind < GALLEY_N_DISMISSAL_KINDS, NULL);

  return dismissal_kinds[kind].nick;
}

/**
 * galley_dismissal_kind_from_nick:
 * @nick: (nullable): a name
 * @out_kind: (out): the kind; untouched if @nick is unknown
 *
 * Returns: whether @nick names a kind
 */
gboolean
galley_dismissal_kind_from_nick (const char *nick, GalleyDismissalKind *out_kind)
{
  int found = galley_word_find (dismissal_kinds, GALLEY_N_DISMISSAL_KINDS, nick);

  if (found >= 0)
    *out_kind = found;
  return found >= 0;
}

/**
 * galley_dismissal_kind_get_label:
 *
 * Returns: (transfer none): the name of @kind for people, translated
 */
const char *
galley_dismissal_kind_get_label (GalleyDismissalKind kind)
{
  g_return_val_if_fail ((guint) kind < GALLEY_N_DISMISSAL_KINDS, NULL);

  return _ (dismissal_kinds[kind].label);
}

/**
 * galley_stance_to_nick:
 *
 * Returns: (transfer none): the name of @stance on disk, on the command line and in exports
 */
const char *
galley_stance_to_nick (GalleyStance stance)
{
  g_return_val_if_fail ((guint) stance < GALLEY_N_STANCES, NULL);

  return stances[stance].nick;
}

/**
 * galley_stance_from_nick:
 * @nick: (nullable): a name
 * @out_stance: (out): the stance; untouched if @nick is unknown
 *
 * Returns: whether @nick names a stance
 */
gboolean
galley_stance_from_nick (const char *nick, GalleyStance *out_stance)
{
  int found = galley_word_find (stances, GALLEY_N_STANCES, nick);

  if (found >= 0)
    *out_stance = found;
  return found >= 0;
}

/**
 * galley_stance_get_label:
 *
 * Returns: (transfer none): the name of @stance for people, translated
 */
const char *
galley_stance_get_label (GalleyStance stance)
{
  g_return_val_if_fail ((guint) stance < GALLEY_N_STANCES, NULL);

  return _ (stances[stance].label);
}
