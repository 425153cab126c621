/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-desk.h"
#include "cli-package.h"

#include "galley-validation.h"

#include <glib/gi18n-lib.h>

/* One violation a line: how bad it is, where it is, what it is. */
static void
print_violations (CliCall *call, GPtrArray *violations)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < violations->len; i++)
    {
      GalleyViolation *violation = g_ptr_array_index (violations, i);
      const char *degree = violation->is_error ? "error" : "warning";

      if (!call->json)
        {
          cli_print_fields (degree, violation->where, violation->what, NULL);
          continue;
        }
      json_builder_begin_object (builder);
      cli_json_add_string (builder, "degree", degree);
      cli_json_add_string (builder, "where", violation->where);
      cli_json_add_string (builder, "what", violation->what);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);

  if (call->json)
    cli_print_json (builder);
}

/* galleyctl validate FILE */
gboolean
cli_validate (CliCall *call, GError **error)
{
  g_autofree char *text_path = NULL, *page_address = NULL;
  const GOptionEntry options[] = {
    { "text", 0, 0, G_OPTION_ARG_FILENAME, &text_path,
      N_ ("The article that is annotated, to compare the quotes with"), N_ ("FILE") },
    { "page-address", 0, 0, G_OPTION_ARG_STRING, &page_address,
      N_ ("Web address of the page that has the fact checks"), N_ ("ADDRESS") },
    { NULL },
  };
  g_autoptr (GError) problem = NULL;
  g_autoptr (GBytes) package = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GalleyDocument) document = NULL;
  g_autoptr (GPtrArray) violations = NULL;

  if (!cli_call_parse (call, options, error))
    return FALSE;
  package = cli_read_package (call->arguments[0], &problem);
  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  if (package != NULL)
    return cli_validate_package (call, package);
  bytes = cli_read_file (call->arguments[0], error);
  if (bytes == NULL)
    return FALSE;
  if (text_path != NULL && (document = cli_read_document (text_path, error)) == NULL)
    return FALSE;

  violations = galley_validation_run (
      bytes, document != NULL ? galley_document_get_text (document) : NULL, page_address, error);
  if (violations == NULL)
    return FALSE;

  print_violations (call, violations);
  for (guint i = 0; i < violations->len; i++)
    if (((GalleyViolation *) g_ptr_array_index (violations, i))->is_error)
      call->exit = CLI_EXIT_INVALID;
  return TRUE;
}
