/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-late.h"

#include <dlfcn.h>
#include <glib/gi18n-lib.h>

static gboolean
find_functions (GalleyLate *self, void *library)
{
  for (guint i = 0; i < self->n_functions; i++)
    {
      *self->functions[i].pointer = dlsym (library, self->functions[i].name);
      if (*self->functions[i].pointer == NULL)
        return FALSE;
    }

  return TRUE;
}

/**
 * galley_late_load:
 * @error: (out) (optional): %G_FILE_ERROR_NOENT
 *
 * Loads a library unless it is loaded. Safe to call from any thread.
 *
 * Returns: whether its functions can be called
 */
gboolean
galley_late_load (GalleyLate *self, GError **error)
{
  static GMutex mutex;
  g_autoptr (GMutexLocker) locker = NULL;
  void *library;

  if (g_atomic_int_get (&self->is_loaded))
    return TRUE;

  locker = g_mutex_locker_new (&mutex);
  if (self->is_loaded)
    return TRUE;

  library = dlopen (self->library, RTLD_LAZY | RTLD_LOCAL);
  if (library != NULL && find_functions (self, library))
    {
      g_atomic_int_set (&self->is_loaded, TRUE);
      return TRUE;
    }

  g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT,
               _ ("A library that Galley needs could not be loaded: %s"), dlerror ());
  return FALSE;
}

/**
 * galley_late_need:
 *
 * Loads a library without which nothing can be done, unless it is loaded. Where it is missing the
 * program ends, as it would if it were missing when the program starts.
 */
void
galley_late_need (GalleyLate *self)
{
  g_autoptr (GError) error = NULL;

  if (!galley_late_load (self, &error))
    g_error ("%s", error->message);
}
