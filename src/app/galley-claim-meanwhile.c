/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-claim-meanwhile.h"

#include <glib/gi18n.h>
#include <string.h>

/* What becomes of a text that another program wrote while somebody was typing in its place. */

/**
 * galley_claim_meanwhile_merge:
 * @before: what the library had when somebody began to type
 * @theirs: what it has now
 * @mine: what was typed
 *
 * Nothing that either wrote is left out; what both took over from @before stands there once, if
 * @mine only goes on from it.
 *
 * Returns: (transfer full): both texts, @theirs first
 */
char *
galley_claim_meanwhile_merge (const char *before, const char *theirs, const char *mine)
{
  g_autofree char *added =
      g_strdup (g_str_has_prefix (mine, before) ? mine + strlen (before) : mine);

  g_strstrip (added);
  if (strstr (theirs, added) != NULL)
    return g_strdup (theirs);
  if (strstr (mine, theirs) != NULL)
    return g_strdup (mine);

  return g_strdup_printf ("%s\n\n%s", theirs, added);
}

/**
 * galley_claim_meanwhile_describe:
 * @theirs: what somebody else wrote
 * @is_merged: whether what was typed stands behind it now, not in its place
 *
 * Returns: (transfer full): what whoever types has to know
 */
char *
galley_claim_meanwhile_describe (const char *theirs, gboolean is_merged)
{
  if (is_merged)
    return g_strdup (_ ("Somebody else wrote here meanwhile. Both texts are kept, theirs first."));
  if (*theirs == '\0')
    return g_strdup (_ ("Somebody else emptied this field meanwhile. What you write stays."));

  return g_strdup_printf (_ ("Somebody else wrote “%s” here meanwhile. What you write replaces it; "
                             "the history keeps both."),
                          theirs);
}
