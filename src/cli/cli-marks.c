/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-desk.h"

#include <glib/gi18n-lib.h>

/* Marks @n_marks spans of @check's article and prints the claims' ids. */
static gboolean
perform_marks (CliCall *call,
               GalleyCheck *check,
               const GalleyMark *marks,
               guint n_marks,
               GError **error)
{
  const char *article_id = galley_article_get_id (galley_check_get_article (check));

  return cli_perform_and_print (
      call, galley_verb_mark (article_id, galley_check_get_document (check), marks, n_marks),
      n_marks, error);
}

/* galleyctl mark ARTICLE START END */
gboolean
cli_mark (CliCall *call, GError **error)
{
  g_autofree char *status = NULL;
  g_autofree char *reason = NULL;
  g_autofree char *note = NULL;
  const GOptionEntry options[] = {
    { "status", 0, 0, G_OPTION_ARG_STRING, &status,
      N_ ("“pending” (the default), “confirmed” or “disputed”"), N_ ("STATUS") },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &reason, N_ ("Why it stands there"), N_ ("TEXT") },
    { "note", 0, 0, G_OPTION_ARG_STRING, &note, N_ ("A note"), N_ ("TEXT") },
    { NULL },
  };
  g_autoptr (GalleyCheck) check = NULL;
  GalleyMark mark = { .status = GALLEY_STATUS_PENDING };

  if (!cli_call_parse (call, options, error) ||
      (status != NULL && !cli_parse_status (status, &mark.status, error)))
    return FALSE;
  check = cli_load (call, call->arguments[0], error);
  if (check == NULL ||
      !cli_parse_range (call->arguments + 1,
                        galley_document_get_text (galley_check_get_document (check)), &mark.range,
                        error))
    return FALSE;

  mark.reason = reason;
  mark.note = note;
  return perform_marks (call, check, &mark, 1, error);
}

/* galleyctl mark-suggestions ARTICLE */
gboolean
cli_mark_suggestions (CliCall *call, GError **error)
{
  g_autoptr (GalleyCheck) check = NULL;
  g_autoptr (GArray) suggestions = NULL;
  g_autofree GalleyMark *marks = NULL;

  if (!cli_call_parse (call, /* options= */ NULL, error))
    return FALSE;
  check = cli_load (call, call->arguments[0], error);
  if (check == NULL)
    return FALSE;

  suggestions = galley_check_get_suggestions (check);
  marks = g_new0 (GalleyMark, suggestions->len);
  for (guint i = 0; i < suggestions->len; i++)
    {
      marks[i].range = g_array_index (suggestions, GalleyRange, i);
      marks[i].status = GALLEY_STATUS_PENDING;
    }

  return suggestions->len == 0 || perform_marks (call, check, marks, suggestions->len, error);
}

/* galleyctl move CLAIM START END */
gboolean
cli_move (CliCall *call, GError **error)
{
  g_autoptr (GalleyCheck) check = NULL;
  GalleyDocument *document;
  GalleyClaim *claim;
  GalleyRange range;

  if (!cli_call_parse (call, /* options= */ NULL, error))
    return FALSE;
  check = cli_load_with_claim (call, call->arguments[0], &claim, error);
  if (check == NULL)
    return FALSE;

  document = galley_check_get_document (check);
  if (!cli_parse_range (call->arguments + 1, galley_document_get_text (document), &range, error))
    return FALSE;

  return cli_perform (call, galley_verb_move (claim, document, range), error);
}

/* galleyctl unmark CLAIM… */
gboolean
cli_unmark (CliCall *call, GError **error)
{
  g_auto (GStrv) claims = NULL;

  if (!cli_call_parse (call, /* options= */ NULL, error))
    return FALSE;
  claims = cli_find_claims (call, g_strv_length (call->arguments), error);
  if (claims == NULL)
    return FALSE;

  return cli_perform (call, galley_verb_delete_claims ((const char *const *) claims), error);
}

static gboolean
is_suggestion (GalleyCheck *check, GalleyRange range)
{
  GalleyRange suggestion;

  return galley_check_find_suggestion (check, range.start, &suggestion) &&
         galley_range_equal (suggestion, range);
}

/* galleyctl dismiss ARTICLE START END */
gboolean
cli_dismiss (CliCall *call, GError **error)
{
  g_autofree char *as = NULL;
  const GOptionEntry options[] = {
    { "as", 0, 0, G_OPTION_ARG_STRING, &as, N_ ("“opinion” (the default) or “not-checkable”"),
      N_ ("KIND") },
    { NULL },
  };
  g_autoptr (GalleyCheck) check = NULL;
  GalleyDismissalKind kind = GALLEY_DISMISSAL_OPINION;
  GalleyDocument *document;
  GalleyRange range;

  if (!cli_call_parse (call, options, error))
    return FALSE;
  if (as != NULL && !galley_dismissal_kind_from_nick (as, &kind))
    {
      g_set_error (error, CLI_ERROR, CLI_EXIT_USAGE,
                   _ ("“%s” is neither “opinion” nor “not-checkable”"), as);
      return FALSE;
    }
  check = cli_load (call, call->arguments[0], error);
  if (check == NULL)
    return FALSE;

  document = galley_check_get_document (check);
  if (!cli_parse_range (call->arguments + 1, galley_document_get_text (document), &range, error))
    return FALSE;
  if (!is_suggestion (check, range))
    {
      g_set_error (error, CLI_ERROR, CLI_EXIT_FAILED, _ ("Characters %u to %u are no suggestion"),
                   range.start, range.end);
      return FALSE;
    }

  return cli_perform_and_print (
      call,
      galley_verb_dismiss (galley_article_get_id (galley_check_get_article (check)), document,
                           range, kind),
      /* n_printed= */ 1, error);
}

/* galleyctl undismiss ARTICLE START */
gboolean
cli_undismiss (CliCall *call, GError **error)
{
  g_autoptr (GalleyCheck) check = NULL;
  GalleyDismissal *dismissal;
  guint offset;

  if (!cli_call_parse (call, /* options= */ NULL, error) ||
      !cli_parse_offset (call->arguments[1], &offset, error))
    return FALSE;
  check = cli_load (call, call->arguments[0], error);
  if (check == NULL)
    return FALSE;

  dismissal = galley_check_find_dismissal (check, offset);
  if (dismissal == NULL)
    {
      g_set_error (error, CLI_ERROR, CLI_EXIT_FAILED, _ ("Nothing was dismissed at character %u"),
                   offset);
      return FALSE;
    }

  return cli_perform (call, galley_verb_restore_suggestion (dismissal->id), error);
}
