/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-json-glib.h"

static GalleyJsonGlib functions;

/* Headers of json-glib call this where a node goes out of scope. */
G_GNUC_INTERNAL void
json_node_unref (JsonNode *node)
{
  galley_json_glib ()->json_node_unref (node);
}

#define ENTRY(name) GALLEY_LATE_ENTRY (functions, name)

static const GalleyLateFunction entries[] = { GALLEY_JSON_GLIB_FUNCTIONS (ENTRY) };

static GalleyLate late = GALLEY_LATE_INIT ("libjson-glib-1.0.so.0", entries);

/**
 * galley_json_glib:
 *
 * Loads json-glib unless it is loaded. Safe to call from any thread.
 *
 * Returns: its functions
 */
const GalleyJsonGlib *
galley_json_glib (void)
{
  galley_late_need (&late);
  return &functions;
}
