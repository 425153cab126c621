/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-reference-kinds.h"
#include "galley-reference.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* What the reader and the writer of CSL JSON have in common. */

extern const GalleyReferenceTypes galley_csl_types;

void galley_csl_read_item (GalleyReference *reference, JsonObject *item);

G_END_DECLS
