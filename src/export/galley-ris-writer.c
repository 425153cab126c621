/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-ris.h"

#include "galley-bibliography-private.h"
#include "galley-reference-dates.h"
#include "galley-reference-names.h"

/* Lines end with CR and LF, as the specification has it; an empty one parts records. */

static void
add_field (GPtrArray *fields, const char *tag, const char *words)
{
  g_autofree char *line = galley_reference_squeeze (words);

  if (line != NULL)
    g_ptr_array_add (fields, galley_ris_field_new (tag, line));
}

static void
add_authors (GPtrArray *fields, const char *authors)
{
  g_autoptr (GPtrArray) names = galley_names_parse (authors);

  for (guint i = 0; i < names->len; i++)
    {
      g_autoptr (GString) line = g_string_new (NULL);

      galley_names_append (line, g_ptr_array_index (names, i));
      add_field (fields, "AU", line->str);
    }
}

static void
add_date (GPtrArray *fields, const char *published)
{
  GalleyPartialDate date;
  g_autofree char *year = NULL;
  g_autofree char *exact = NULL;

  if (!galley_partial_date_parse (published, &date))
    return;
  year = g_strdup_printf ("%04u", date.year);
  add_field (fields, "PY", year);

  if (date.day > 0)
    exact = g_strdup_printf ("%s/%02u/%02u/", year, date.month, date.day);
  else if (date.month > 0)
    exact = g_strdup_printf ("%s/%02u//", year, date.month);
  add_field (fields, "DA", exact);
}

static GPtrArray *
make_fields (GalleySource *source)
{
  const GalleyReferenceType *type = &galley_ris_types.written[source->kind];
  const char *address = source->texts[GALLEY_SOURCE_ADDRESS];
  GPtrArray *fields = g_ptr_array_new_with_free_func ((GDestroyNotify) galley_ris_field_free);

  add_field (fields, "TY", type->type);
  add_field (fields, "ID", source->id);
  add_field (fields, "TI", source->texts[GALLEY_SOURCE_TITLE]);
  add_authors (fields, source->texts[GALLEY_SOURCE_AUTHOR]);
  add_date (fields, source->texts[GALLEY_SOURCE_PUBLISHED]);
  add_field (fields, "M3", type->genre);
  add_field (fields, galley_reference_is_part (source->kind) ? "T2" : "PB",
             source->texts[GALLEY_SOURCE_PUBLISHER]);
  add_field (fields, "DO", galley_reference_peek_doi (address));
  add_field (fields, galley_reference_is_web_address (address) ? "UR" : "CN", address);

  return fields;
}

static void
write_field (GString *out, const char *tag, const char *value)
{
  g_string_append_printf (out, "%s  - %s\r\n", tag, value);
}

static void
write_record (GString *out, GalleySource *source)
{
  g_autoptr (GPtrArray) fields = make_fields (source);
  g_autoptr (GalleyReference) read = galley_reference_new ();
  g_autofree char *note = NULL;
  g_auto (GStrv) lines = NULL;

  galley_ris_read_fields (read, fields);
  note = galley_reference_make_note (read, source);
  lines = g_strsplit (note != NULL ? note : "", "\n", -1);

  for (guint i = 0; i < fields->len; i++)
    {
      const GalleyRisField *field = g_ptr_array_index (fields, i);

      write_field (out, field->tag, field->value->str);
    }
  for (guint i = 0; lines[i] != NULL; i++)
    write_field (out, "N1", lines[i]);
  write_field (out, "ER", "");
  g_string_append (out, "\r\n");
}

/**
 * galley_ris_write:
 * @sources: (element-type GalleySource): the sources
 *
 * Returns: (transfer full): a RIS file, UTF-8
 */
GString *
galley_ris_write (GPtrArray *sources)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < sources->len; i++)
    write_record (out, g_ptr_array_index (sources, i));

  return out;
}
