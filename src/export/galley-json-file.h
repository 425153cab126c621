/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* What a JSON text may cost: each is looked at before anything is made of the text. */

/* The parser calls itself for each level. */
#define GALLEY_JSON_MAX_DEPTH 256

/* A value takes some 150 bytes of memory, however short it is in the file, and an object, which
 * counts for three, as much for each. Ten thousand claims with two sources each have half as many.
 */
#define GALLEY_JSON_MAX_VALUES 1500000

JsonParser *galley_json_file_parse (GBytes *bytes, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
