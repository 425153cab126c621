/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-bibliography-private.h"
#include "galley-bibtex-names.h"
#include "galley-bibtex-types.h"
#include "galley-reference-dates.h"
#include "galley-tex.h"

/* The types and fields are biblatex's, and a year and month for BibTeX's own styles. The key of an
 * entry is the id of the source. */

static const char *const month_names[] = { "jan", "feb", "mar", "apr", "may", "jun",
                                           "jul", "aug", "sep", "oct", "nov", "dec" };

static void
begin_field (GString *out, const char *name)
{
  g_string_append_printf (out, ",\n  %s = ", name);
}

static void
add_field (GString *out, const char *name, const char *words)
{
  if (words == NULL)
    return;
  begin_field (out, name);
  g_string_append_c (out, '{');
  galley_tex_append (out, words);
  g_string_append_c (out, '}');
}

/* Styles change the case of titles, but not within braces. */
static void
add_title (GString *out, const char *title)
{
  begin_field (out, "title");
  g_string_append (out, "{{");
  galley_tex_append (out, title);
  g_string_append (out, "}}");
}

static void
add_authors (GString *out, const char *line)
{
  if (line == NULL)
    return;
  begin_field (out, "author");
  g_string_append_c (out, '{');
  galley_bibtex_names_append (out, line);
  g_string_append_c (out, '}');
}

static void
add_date (GString *out, const char *published)
{
  GalleyPartialDate date;
  g_autofree char *formatted = NULL;

  if (!galley_partial_date_parse (published, &date))
    return;
  formatted = galley_partial_date_format (&date);
  add_field (out, "date", formatted);
  begin_field (out, "year");
  g_string_append_printf (out, "{%04u}", date.year);
  if (date.month > 0)
    {
      begin_field (out, "month");
      g_string_append (out, month_names[date.month - 1]);
    }
}

static void
add_place (GString *out, const char *address)
{
  if (!galley_reference_is_web_address (address))
    {
      add_field (out, GALLEY_BIBTEX_SHELF_MARK, address);
      return;
    }

  add_field (out, "doi", galley_reference_peek_doi (address));
  begin_field (out, "url");
  g_string_append_printf (out, "{%s}", address);
}

static const char *
choose_publisher_field (GalleySourceKind kind)
{
  if (galley_reference_is_part (kind))
    return "journal";
  return kind == GALLEY_SOURCE_DOCUMENT ? "institution" : "publisher";
}

/* Writes an entry but for its end. */
static GString *
begin_entry (GalleySource *source)
{
  const GalleyReferenceType *type = &galley_bibtex_types.written[source->kind];
  GString *out = g_string_new (NULL);

  g_string_append_printf (out, "@%s{%s", type->type, source->id);
  add_authors (out, source->texts[GALLEY_SOURCE_AUTHOR]);
  add_title (out, source->texts[GALLEY_SOURCE_TITLE]);
  add_field (out, source->kind == GALLEY_SOURCE_PRIOR_COVERAGE ? GALLEY_BIBTEX_SUBTYPE : "type",
             type->genre);
  add_field (out, choose_publisher_field (source->kind), source->texts[GALLEY_SOURCE_PUBLISHER]);
  add_date (out, source->texts[GALLEY_SOURCE_PUBLISHED]);
  add_place (out, source->texts[GALLEY_SOURCE_ADDRESS]);

  return out;
}

/* Returns what a reader finds in an entry so far. */
static GalleyReference *
read_back (GString *begun)
{
  g_autofree char *entry = g_strconcat (begun->str, "\n}\n", NULL);
  g_autoptr (GPtrArray) parsed = galley_bibtex_parse (entry, /* error= */ NULL);
  GalleyReference *reference = galley_reference_new ();

  if (parsed != NULL && parsed->len == 1)
    galley_bibtex_read_fields (reference, /* scope= */ NULL, g_ptr_array_index (parsed, 0));
  return reference;
}

/**
 * galley_bibtex_write:
 * @sources: (element-type GalleySource): the sources
 *
 * Returns: (transfer full): a BibTeX file, UTF-8
 */
GString *
galley_bibtex_write (GPtrArray *sources)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < sources->len; i++)
    {
      GalleySource *source = g_ptr_array_index (sources, i);
      g_autoptr (GString) entry = begin_entry (source);
      g_autoptr (GalleyReference) read = read_back (entry);
      g_autofree char *note = galley_reference_make_note (read, source);

      add_field (entry, "note", note);
      g_string_append_printf (out, "%s%s\n}\n", i > 0 ? "\n" : "", entry->str);
    }

  return out;
}
