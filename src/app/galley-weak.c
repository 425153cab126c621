/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-weak.h"

/* What waits for an answer must not keep a window alive for longer than the one that it is over:
 * GTK would use that one when it lets go of it. */

/**
 * galley_weak_new:
 * @object: (type GObject): who waits for an answer
 *
 * Returns: (transfer full): user data for a callback, to be given to galley_weak_take() or
 *   galley_weak_free()
 */
gpointer
galley_weak_new (gpointer object)
{
  GWeakRef *weak = g_new (GWeakRef, 1);

  g_weak_ref_init (weak, object);

  return weak;
}

/**
 * galley_weak_get:
 * @weak: what galley_weak_new() made
 *
 * Returns: (transfer full) (nullable): who waits, if they are still there
 */
gpointer
galley_weak_get (gpointer weak)
{
  return g_weak_ref_get (weak);
}

/**
 * galley_weak_take:
 * @weak: (transfer full): what galley_weak_new() made
 *
 * Returns: (transfer full) (nullable): who waits, if they are still there
 */
gpointer
galley_weak_take (gpointer weak)
{
  gpointer object = galley_weak_get (weak);

  galley_weak_free (weak);

  return object;
}

/**
 * galley_weak_free:
 * @weak: (transfer full): what galley_weak_new() made
 */
void
galley_weak_free (gpointer weak)
{
  g_weak_ref_clear (weak);
  g_free (weak);
}
