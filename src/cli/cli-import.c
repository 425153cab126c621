/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-desk.h"

static gboolean
import_file (GalleyDesk *desk, const char *path, GError **error)
{
  g_autoptr (GalleyDocument) document = cli_read_document (path, error);
  g_autoptr (GalleyOutcome) outcome = NULL;

  if (document == NULL)
    return FALSE;

  outcome = galley_desk_import (desk, document, /* cancellable= */ NULL, error);
  if (outcome == NULL)
    return FALSE;

  cli_print ("%s\n", outcome->article_id);
  return TRUE;
}

/* galleyctl import FILE… */
gboolean
cli_import (CliCall *call, GError **error)
{
  GalleyDesk *desk;

  if (!cli_call_parse (call, /* options= */ NULL, error))
    return FALSE;

  desk = cli_get_desk (call, error);
  if (desk == NULL)
    return FALSE;

  /* One bad file is no reason to leave out the others. */
  for (guint i = 0; call->arguments[i] != NULL; i++)
    {
      g_autoptr (GError) problem = NULL;

      if (!import_file (desk, call->arguments[i], &problem))
        {
          cli_complain ("%s", problem->message);
          call->exit = CLI_EXIT_FAILED;
        }
    }

  return TRUE;
}
