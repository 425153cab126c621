/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-desk.h"

#include "galley-bibliography.h"
#include "galley-source-keys.h"

#include <glib/gi18n-lib.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleySourceKeys, galley_source_keys_free)

void
cli_bibliography_clear (CliBibliography *typed)
{
  g_free (typed->format);
  g_free (typed->path);
}

/**
 * cli_bibliography_check:
 *
 * Returns: whether what was typed makes sense; an error of %CLI_EXIT_USAGE if not
 */
gboolean
cli_bibliography_check (CliCall *call, const CliBibliography *typed, GError **error)
{
  GalleyBibliographyFormat format;

  if (typed->format == NULL && (typed->path != NULL || typed->is_full))
    g_set_error (error, CLI_ERROR, CLI_EXIT_USAGE,
                 _ ("“--output” and “--full” go with “--format”"));
  else if (typed->format != NULL && call->json)
    g_set_error (error, CLI_ERROR, CLI_EXIT_USAGE,
                 _ ("“sources” takes either “--format” or “--json”"));
  else if (typed->format != NULL && !galley_bibliography_format_from_nick (typed->format, &format))
    g_set_error (error, CLI_ERROR, CLI_EXIT_USAGE,
                 _ ("“%s” is none of “bibtex”, “ris” and “csl-json”"), typed->format);
  else
    return TRUE;

  return FALSE;
}

/**
 * cli_bibliography_write:
 * @typed: what was checked
 * @sources: (element-type GalleySource): the log, newest first
 *
 * Writes the log, oldest first: the order in which it is entered again.
 *
 * Returns: whether it was written
 */
gboolean
cli_bibliography_write (const CliBibliography *typed, GPtrArray *sources, GError **error)
{
  g_autoptr (GPtrArray) ordered = g_ptr_array_new ();
  g_autoptr (GBytes) bytes = NULL;
  GalleyBibliographyFormat format = GALLEY_BIBLIOGRAPHY_BIBTEX;

  galley_bibliography_format_from_nick (typed->format, &format);
  for (guint i = sources->len; i > 0; i--)
    g_ptr_array_add (ordered, g_ptr_array_index (sources, i - 1));
  bytes = galley_bibliography_write (
      ordered, format, typed->is_full ? GALLEY_BIBLIOGRAPHY_FULL : GALLEY_BIBLIOGRAPHY_OPEN);

  return cli_write_bytes (typed->path, bytes, error);
}

/* Adds the references of a file to @references; an error names the file. */
static gboolean
read_file (const char *path, GPtrArray *references, GError **error)
{
  g_autoptr (GBytes) bytes = cli_read_file (path, error);
  g_autoptr (GError) problem = NULL;
  g_autoptr (GPtrArray) read = NULL;

  if (bytes == NULL)
    return FALSE;
  read = galley_bibliography_read (bytes, &problem);
  if (read == NULL)
    {
      g_autofree char *name = cli_quote_path (path);

      g_set_error (error, problem->domain, problem->code, "%s: %s", name, problem->message);
      return FALSE;
    }

  g_ptr_array_extend_and_steal (references, g_steal_pointer (&read));
  return TRUE;
}

static GPtrArray *
read_files (CliCall *call, GError **error)
{
  g_autoptr (GPtrArray) references =
      g_ptr_array_new_with_free_func ((GDestroyNotify) galley_reference_free);

  for (guint i = 0; call->arguments[i] != NULL; i++)
    if (!read_file (call->arguments[i], references, error))
      return NULL;

  return g_steal_pointer (&references);
}

static GalleySourceKeys *
load_keys (GalleyDesk *desk, GError **error)
{
  g_autoptr (GPtrArray) sources = galley_desk_list_sources (desk, /* cancellable= */ NULL, error);
  GalleySourceKeys *keys;

  if (sources == NULL)
    return NULL;

  keys = galley_source_keys_new ();
  for (guint i = 0; i < sources->len; i++)
    {
      GalleySourceFields fields;

      galley_source_get_fields (g_ptr_array_index (sources, i), &fields);
      galley_source_keys_add (keys, &fields);
    }
  return keys;
}

/* Returns (element-type GalleySourceFields) what is new of @references, which stay the owners. */
static GArray *
find_new (GPtrArray *references, GalleySourceKeys *keys)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (GalleySourceFields));

  for (guint i = 0; i < references->len; i++)
    {
      GalleySourceFields fields;

      galley_reference_get_fields (g_ptr_array_index (references, i), &fields);
      if (galley_source_keys_add (keys, &fields))
        g_array_append_val (found, fields);
    }

  return found;
}

static void
print_json (GalleyAction *action, guint n_known)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "added");
  json_builder_begin_array (builder);
  for (guint i = 0; action != NULL && i < action->changes->len; i++)
    json_builder_add_string_value (
        builder, ((GalleyChange *) g_ptr_array_index (action->changes, i))->subject_id);
  json_builder_end_array (builder);
  cli_json_add_integer (builder, "known", n_known);
  json_builder_end_object (builder);
  cli_print_json (builder);
}

static void
report (CliCall *call, GalleyAction *action, guint n_known)
{
  if (call->json)
    {
      print_json (action, n_known);
      return;
    }

  for (guint i = 0; action != NULL && i < action->changes->len; i++)
    cli_print ("%s\n", ((GalleyChange *) g_ptr_array_index (action->changes, i))->subject_id);
  if (n_known > 0)
    cli_complain (ngettext ("%u reference is in the source log already",
                            "%u references are in the source log already", n_known),
                  n_known);
}

/* galleyctl import-sources FILE… */
gboolean
cli_import_sources (CliCall *call, GError **error)
{
  g_autoptr (GPtrArray) references = NULL;
  g_autoptr (GalleySourceKeys) keys = NULL;
  g_autoptr (GArray) found = NULL;
  g_autoptr (GalleyAction) action = NULL;
  GalleyDesk *desk;

  if (!cli_call_parse (call, /* options= */ NULL, error))
    return FALSE;
  references = read_files (call, error);
  if (references == NULL)
    return FALSE;
  desk = cli_get_desk (call, error);
  keys = desk != NULL ? load_keys (desk, error) : NULL;
  if (keys == NULL)
    return FALSE;

  found = find_new (references, keys);
  if (found->len > 0)
    {
      action = galley_verb_add_sources ((GalleySourceFields *) found->data, found->len);
      if (!cli_perform (call, galley_action_ref (action), error))
        return FALSE;
    }

  report (call, action, references->len - found->len);
  return TRUE;
}
