/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  GALLEY_FIELD_NULL,
  GALLEY_FIELD_TEXT,
  GALLEY_FIELD_NUMBER,
} GalleyFieldType;

/**
 * GalleyField:
 * @type: of the value
 * @text: (nullable): if it is a text; belongs to the body that it was read from
 * @number: if it is a number
 *
 * The value of a field of an event's body. A field that is not there is null.
 */
typedef struct
{
  GalleyFieldType type;
  const char *text;
  gint64 number;
} GalleyField;

/* How many can be read of one body. */
#define GALLEY_FIELDS_MAX 12

gboolean galley_fields_read (char *body, const char *const *names, GalleyField *out_fields);

G_END_DECLS
