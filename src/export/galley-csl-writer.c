/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-csl.h"

#include "galley-bibliography-private.h"
#include "galley-reference-dates.h"
#include "galley-reference-names.h"

/* The id of an item is that of the source. */

static void
set_words (JsonObject *object, const char *name, const char *words)
{
  if (words != NULL && *words != '\0')
    json_object_set_string_member (object, name, words);
}

static JsonObject *
make_name (const GalleyName *name)
{
  JsonObject *object = json_object_new ();

  set_words (object, "literal", name->literal);
  set_words (object, "family", name->family);
  set_words (object, "given", name->given);
  set_words (object, "suffix", name->suffix);
  return object;
}

static void
set_authors (JsonObject *item, const char *line)
{
  g_autoptr (GPtrArray) names = galley_names_parse (line);
  JsonArray *array;

  if (names->len == 0)
    return;

  array = json_array_new ();
  for (guint i = 0; i < names->len; i++)
    json_array_add_object_element (array, make_name (g_ptr_array_index (names, i)));
  json_object_set_array_member (item, "author", array);
}

static JsonArray *
make_date_parts (const GalleyPartialDate *date)
{
  JsonArray *parts = json_array_new ();
  JsonArray *dates = json_array_new ();

  json_array_add_int_element (parts, date->year);
  if (date->month > 0)
    json_array_add_int_element (parts, date->month);
  if (date->day > 0)
    json_array_add_int_element (parts, date->day);
  json_array_add_array_element (dates, parts);
  return dates;
}

static void
set_date (JsonObject *item, const char *published)
{
  JsonObject *issued;
  GalleyPartialDate date;

  if (published == NULL)
    return;

  issued = json_object_new ();
  if (galley_partial_date_parse (published, &date))
    json_object_set_array_member (issued, "date-parts", make_date_parts (&date));
  else
    set_words (issued, "literal", published);
  json_object_set_object_member (item, "issued", issued);
}

static JsonObject *
make_item (GalleySource *source)
{
  const GalleyReferenceType *type = &galley_csl_types.written[source->kind];
  const char *address = source->texts[GALLEY_SOURCE_ADDRESS];
  JsonObject *item = json_object_new ();

  set_words (item, "id", source->id);
  set_words (item, "type", type->type);
  set_words (item, "genre", type->genre);
  set_words (item, "title", source->texts[GALLEY_SOURCE_TITLE]);
  set_authors (item, source->texts[GALLEY_SOURCE_AUTHOR]);
  set_date (item, source->texts[GALLEY_SOURCE_PUBLISHED]);
  set_words (item, galley_reference_is_part (source->kind) ? "container-title" : "publisher",
             source->texts[GALLEY_SOURCE_PUBLISHER]);
  set_words (item, "DOI", galley_reference_peek_doi (address));
  set_words (item, galley_reference_is_web_address (address) ? "URL" : "call-number", address);

  return item;
}

static void
set_note (JsonObject *item, GalleySource *source)
{
  g_autoptr (GalleyReference) read = galley_reference_new ();
  g_autofree char *note = NULL;

  galley_csl_read_item (read, item);
  note = galley_reference_make_note (read, source);
  set_words (item, "note", note);
}

/**
 * galley_csl_write:
 * @sources: (element-type GalleySource): the sources
 *
 * Returns: (transfer full): a CSL JSON file
 */
GString *
galley_csl_write (GPtrArray *sources)
{
  JsonArray *items = json_array_new ();
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_ARRAY);
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < sources->len; i++)
    {
      GalleySource *source = g_ptr_array_index (sources, i);
      JsonObject *item = make_item (source);

      set_note (item, source);
      json_array_add_object_element (items, item);
    }

  json_node_take_array (root, items);
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  json_generator_to_gstring (generator, out);
  g_string_append_c (out, '\n');
  return out;
}
