/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-records.h"

#include "galley-difference-list.h"

#include <json-glib/json-glib.h>

static const char *
get_text (JsonObject *object, const char *name)
{
  return json_object_get_string_member_with_default (object, name, NULL);
}

static gint64
get_number (JsonObject *object, const char *name)
{
  return json_object_get_int_member_with_default (object, name, 0);
}

static gboolean
fields_from_object (JsonObject *object, GalleyFormer *fields, GError **error)
{
  const char *status = get_text (object, "status");
  const char *differences = get_text (object, "differences");

  *fields = (GalleyFormer){
    .reason = (char *) get_text (object, "reason"),
    .correction = (char *) get_text (object, "correction"),
    .checked_by = (char *) get_text (object, "checked_by"),
    .checked_at = get_number (object, "checked_at"),
    .draft_id = (char *) get_text (object, "draft"),
    .range = { get_number (object, "start"), get_number (object, "end") },
    .quote = (char *) get_text (object, "quote"),
  };

  if (!galley_status_from_nick (status, &fields->status) || fields->draft_id == NULL ||
      fields->quote == NULL)
    return galley_records_set_unknown_error (status != NULL ? status : "", error);
  if (!galley_difference_list_from_nicks (differences, &fields->differences))
    return galley_records_set_unknown_error (differences, error);

  return TRUE;
}

/**
 * galley_records_read_former:
 * @json: (nullable): what the library keeps of it
 * @out_former: (out) (nullable): what was decided of a claim on other words, or %NULL if there is
 *   none
 *
 * Returns: whether @json could be understood
 */
gboolean
galley_records_read_former (const char *json, GalleyFormer **out_former, GError **error)
{
  g_autoptr (JsonNode) node = NULL;
  GalleyFormer fields;

  if (json == NULL)
    {
      *out_former = NULL;
      return TRUE;
    }

  node = json_from_string (json, /* error= */ NULL);
  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return galley_records_set_unknown_error (json, error);
  if (!fields_from_object (json_node_get_object (node), &fields, error))
    return FALSE;

  *out_former = galley_former_new (&fields);
  return TRUE;
}
