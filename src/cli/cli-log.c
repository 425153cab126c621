/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-desk.h"

#include <glib/gi18n-lib.h>

/* What was typed about a source. The title is no option where a source is made. */
typedef struct
{
  char *kind;
  char *terms;
  char *texts[GALLEY_N_SOURCE_TEXTS]; /* by GalleySourceText */
  char *attachment;                   /* name of a file */
  gboolean detach;
} Typed;

static void
typed_clear (Typed *typed)
{
  g_free (typed->kind);
  g_free (typed->terms);
  for (guint i = 0; i < GALLEY_N_SOURCE_TEXTS; i++)
    g_free (typed->texts[i]);
  g_free (typed->attachment);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Typed, typed_clear)

/* The options that make and change a source have in common. */
#define SOURCE_OPTIONS(typed)                                                                      \
  { "kind",                                                                                        \
    0,                                                                                             \
    0,                                                                                             \
    G_OPTION_ARG_STRING,                                                                           \
    &(typed).kind,                                                                                 \
    N_ ("What it is: “person”, “document”, “web-page” and so on"),                                 \
    N_ ("KIND") },                                                                                 \
      { "terms",                                                                                   \
        0,                                                                                         \
        0,                                                                                         \
        G_OPTION_ARG_STRING,                                                                       \
        &(typed).terms,                                                                            \
        N_ ("“on-record”, “background”, “not-for-attribution” or “confidential”"),                 \
        N_ ("TERMS") },                                                                            \
      SOURCE_TEXT (typed, "author", AUTHOR, N_ ("Who wrote, said or made it")),                    \
      SOURCE_TEXT (typed, "organisation", ORGANISATION, N_ ("For whom they speak")),               \
      SOURCE_TEXT (typed, "publisher", PUBLISHER, N_ ("Who published it")),                        \
      SOURCE_TEXT (typed, "published", PUBLISHED, N_ ("When, such as “2025-09”")),                 \
      SOURCE_TEXT (typed, "address", ADDRESS, N_ ("Where it is")),                                 \
      SOURCE_TEXT (typed, "archived", ARCHIVED, N_ ("Where an archived copy is")),                 \
      SOURCE_TEXT (typed, "contact", CONTACT, N_ ("Telephone number or e-mail address")),          \
      SOURCE_TEXT (typed, "pseudonym", PSEUDONYM, N_ ("What a confidential source is called")),    \
      SOURCE_TEXT (typed, "group", GROUP, N_ ("Sources of one group are one source")),             \
      SOURCE_TEXT (typed, "reliability", RELIABILITY, N_ ("How far it can be relied on")),         \
  {                                                                                                \
    "attach", 0, 0, G_OPTION_ARG_FILENAME, &(typed).attachment, N_ ("Keep this file with it"),     \
        N_ ("FILE")                                                                                \
  }
#define SOURCE_TEXT(typed, name, which, words)                                                     \
  {                                                                                                \
    name, 0, 0, G_OPTION_ARG_STRING, &(typed).texts[GALLEY_SOURCE_##which], words, N_ ("TEXT")     \
  }

/* Puts what was typed over @fields; an empty text removes what was there. */
static gboolean
merge (const Typed *typed, GalleySourceFields *fields, GError **error)
{
  g_autofree char *title = NULL;

  if (typed->kind != NULL && !galley_source_kind_from_nick (typed->kind, &fields->kind))
    {
      g_set_error (error, CLI_ERROR, CLI_EXIT_USAGE, _ ("There is no kind of source “%s”"),
                   typed->kind);
      return FALSE;
    }
  if (typed->terms != NULL && !galley_terms_from_nick (typed->terms, &fields->terms))
    {
      g_set_error (error, CLI_ERROR, CLI_EXIT_USAGE,
                   _ ("“%s” is none of “on-record”, “background”, “not-for-attribution” and"
                      " “confidential”"),
                   typed->terms);
      return FALSE;
    }
  for (guint i = 0; i < GALLEY_N_SOURCE_TEXTS; i++)
    if (typed->texts[i] != NULL)
      fields->texts[i] = typed->texts[i];
  title = cli_to_line (fields->texts[GALLEY_SOURCE_TITLE]);
  if (*title == '\0')
    {
      g_set_error (error, CLI_ERROR, CLI_EXIT_USAGE, _ ("The title of the source is empty"));
      return FALSE;
    }

  return TRUE;
}

/* Reads the file to attach, if one was named, and notes its name. */
static gboolean
read_attachment (Typed *typed, GalleySourceFields *fields, GBytes **out_bytes, GError **error)
{
  g_autofree char *name = NULL;

  *out_bytes = NULL;
  if (typed->detach)
    fields->texts[GALLEY_SOURCE_ATTACHMENT] = fields->texts[GALLEY_SOURCE_ATTACHMENT_NAME] = NULL;
  if (typed->attachment == NULL)
    return TRUE;

  name = g_path_get_basename (typed->attachment);
  typed->texts[GALLEY_SOURCE_ATTACHMENT_NAME] = g_filename_display_name (name);
  fields->texts[GALLEY_SOURCE_ATTACHMENT_NAME] = typed->texts[GALLEY_SOURCE_ATTACHMENT_NAME];
  *out_bytes = cli_read_file (typed->attachment, error);
  return *out_bytes != NULL;
}

/* galleyctl add-source TITLE */
gboolean
cli_add_source (CliCall *call, GError **error)
{
  g_auto (Typed) typed = { NULL };
  const GOptionEntry options[] = { SOURCE_OPTIONS (typed), { NULL } };
  GalleySourceFields fields = { 0 };
  g_autoptr (GBytes) attachment = NULL;

  if (!cli_call_parse (call, options, error))
    return FALSE;
  fields.texts[GALLEY_SOURCE_TITLE] = call->arguments[0];
  if (!merge (&typed, &fields, error) || !read_attachment (&typed, &fields, &attachment, error))
    return FALSE;

  return cli_perform_and_print (call, galley_verb_add_source (&fields, attachment),
                                /* n_printed= */ 1, error);
}

/* galleyctl edit-source SOURCE */
gboolean
cli_edit_source (CliCall *call, GError **error)
{
  g_auto (Typed) typed = { NULL };
  const GOptionEntry options[] = {
    SOURCE_TEXT (typed, "title", TITLE, N_ ("What it is")),
    SOURCE_OPTIONS (typed),
    { "detach", 0, 0, G_OPTION_ARG_NONE, &typed.detach, N_ ("Keep no file with it"), NULL },
    { NULL },
  };
  g_autoptr (GalleySource) source = NULL;
  g_autoptr (GBytes) attachment = NULL;
  GalleySourceFields fields;

  if (!cli_call_parse (call, options, error))
    return FALSE;
  source = cli_load_source (call, call->arguments[0], error);
  if (source == NULL)
    return FALSE;
  galley_source_get_fields (source, &fields);
  if (!merge (&typed, &fields, error) || !read_attachment (&typed, &fields, &attachment, error))
    return FALSE;

  return cli_perform (call, galley_verb_change_source (source->id, &fields, attachment), error);
}

/* galleyctl delete-source SOURCE */
gboolean
cli_delete_source (CliCall *call, GError **error)
{
  g_autofree char *id = NULL;

  if (!cli_call_parse (call, /* options= */ NULL, error))
    return FALSE;
  id = cli_find_source (call, call->arguments[0], error);

  return id != NULL && cli_perform (call, galley_verb_remove_source (id), error);
}

/* galleyctl attachment SOURCE */
gboolean
cli_attachment (CliCall *call, GError **error)
{
  g_autofree char *path = NULL;
  const GOptionEntry options[] = {
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &path, N_ ("Where it goes, if not standard output"),
      N_ ("FILE") },
    { NULL },
  };
  g_autoptr (GalleySource) source = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (!cli_call_parse (call, options, error))
    return FALSE;
  source = cli_load_source (call, call->arguments[0], error);
  if (source == NULL)
    return FALSE;
  if (source->texts[GALLEY_SOURCE_ATTACHMENT] == NULL)
    {
      g_set_error (error, CLI_ERROR, CLI_EXIT_NOT_FOUND, _ ("No file is kept with “%s”"),
                   source->texts[GALLEY_SOURCE_TITLE]);
      return FALSE;
    }
  bytes = galley_desk_read_attachment (call->desk, source->texts[GALLEY_SOURCE_ATTACHMENT],
                                       /* cancellable= */ NULL, error);

  return bytes != NULL && cli_write_bytes (path, bytes, error);
}
