/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-desk.h"

#include "galley-draft.h"

#include <glib/gi18n-lib.h>

static void
add_omission (JsonBuilder *builder, guint number, const GalleyOmission *omission)
{
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "number");
  json_builder_add_int_value (builder, number);
  json_builder_set_member_name (builder, "role");
  json_builder_add_string_value (builder, galley_block_role_to_nick (omission->role));
  json_builder_set_member_name (builder, "offset");
  json_builder_add_int_value (builder, omission->offset);
  json_builder_set_member_name (builder, "text");
  json_builder_add_string_value (builder, omission->text);
  json_builder_end_object (builder);
}

static void
print_omission (guint number, const GalleyOmission *omission)
{
  g_autofree char *line = g_strdelimit (g_strdup (omission->text), "\t\n", ' ');

  cli_print ("%u\t%s\t%s\n", number, galley_block_role_to_nick (omission->role), line);
}

/* galleyctl left-out ARTICLE */
gboolean
cli_left_out (CliCall *call, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GalleyCheck) check = NULL;
  const GalleyOmission *omissions;
  guint n_omissions;

  if (!cli_call_parse (call, /* options= */ NULL, error))
    return FALSE;
  check = cli_load (call, call->arguments[0], error);
  if (check == NULL)
    return FALSE;

  omissions = galley_document_get_omissions (galley_check_get_document (check), &n_omissions);
  json_builder_begin_array (builder);
  for (guint i = 0; i < n_omissions; i++)
    if (call->json)
      add_omission (builder, i + 1, &omissions[i]);
    else
      print_omission (i + 1, &omissions[i]);
  json_builder_end_array (builder);

  if (call->json)
    cli_print_json (builder);
  return TRUE;
}

static int
compare_indexes (gconstpointer a, gconstpointer b)
{
  const guint *one = a, *two = b;

  return (*one > *two) - (*one < *two);
}

/* The numbers on the command line as indexes, ascending, each once. */
static GArray *
parse_numbers (CliCall *call, guint n_omissions, GError **error)
{
  g_autoptr (GArray) indexes = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 1; call->arguments[i] != NULL; i++)
    {
      int number;

      if (!cli_parse_number (call->arguments[i], &number, error))
        return NULL;
      if (number < 1 || (guint) number > n_omissions)
        {
          g_set_error (error, CLI_ERROR, CLI_EXIT_NOT_FOUND,
                       _ ("Nothing left out has the number %u"), (guint) number);
          return NULL;
        }
      number--;
      g_array_append_val (indexes, number);
    }

  g_array_sort (indexes, compare_indexes);
  for (guint i = indexes->len; i-- > 1;)
    if (g_array_index (indexes, guint, i) == g_array_index (indexes, guint, i - 1))
      g_array_remove_index (indexes, i);

  return g_steal_pointer (&indexes);
}

/* galleyctl bring-back ARTICLE NUMBER… */
gboolean
cli_bring_back (CliCall *call, GError **error)
{
  g_autoptr (GalleyCheck) check = NULL;
  g_autoptr (GArray) indexes = NULL;
  guint n_omissions;

  if (!cli_call_parse (call, /* options= */ NULL, error))
    return FALSE;
  check = cli_load (call, call->arguments[0], error);
  if (check == NULL)
    return FALSE;

  galley_document_get_omissions (galley_check_get_document (check), &n_omissions);
  indexes = parse_numbers (call, n_omissions, error);
  if (indexes == NULL)
    return FALSE;

  return cli_perform (
      call, galley_draft_bring_back (check, (const guint *) (gpointer) indexes->data, indexes->len),
      error);
}
