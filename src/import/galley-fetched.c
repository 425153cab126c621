/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-fetched.h"

#include <string.h>

struct _GalleyFetched
{
  GalleyFetchedParts parts;
};

G_DEFINE_BOXED_TYPE (GalleyFetched, galley_fetched, galley_fetched_ref, galley_fetched_unref)

/**
 * galley_fetched_new:
 * @parts: what was found, with at least one address; all of it is taken, and left %NULL
 *
 * Returns: (transfer full): it as one
 */
GalleyFetched *
galley_fetched_new (GalleyFetchedParts *parts)
{
  GalleyFetched *self = g_atomic_rc_box_new0 (GalleyFetched);

  self->parts = *parts;
  *parts = (GalleyFetchedParts){ NULL };

  return self;
}

GalleyFetched *
galley_fetched_ref (GalleyFetched *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  GalleyFetchedParts *parts = &((GalleyFetched *) data)->parts;

  g_strfreev (parts->addresses);
  g_free (parts->headers);
  g_free (parts->content_type);
  g_date_time_unref (parts->time);
  g_bytes_unref (parts->served);
  g_bytes_unref (parts->content);
}

void
galley_fetched_unref (GalleyFetched *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/**
 * galley_fetched_get_parts:
 *
 * Returns: (transfer none): all that is known of it
 */
const GalleyFetchedParts *
galley_fetched_get_parts (GalleyFetched *self)
{
  return &self->parts;
}

/**
 * galley_fetched_get_address:
 *
 * Returns: (transfer none): the address that served it in the end
 */
const char *
galley_fetched_get_address (GalleyFetched *self)
{
  return self->parts.addresses[g_strv_length (self->parts.addresses) - 1];
}

/**
 * galley_fetched_dup_charset:
 *
 * Returns: (transfer full) (nullable): the encoding that the header Content-Type states (RFC 9110,
 *   8.3.2), or %NULL
 */
char *
galley_fetched_dup_charset (GalleyFetched *self)
{
  const char *type = self->parts.content_type;
  const char *value = type != NULL ? strcasestr (type, "charset=") : NULL;

  if (value == NULL)
    return NULL;

  value += strlen ("charset=");
  value += strspn (value, "\"' ");
  return g_strndup (value, strcspn (value, "\"'; \t"));
}
