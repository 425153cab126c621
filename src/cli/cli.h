/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-desk.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * CliExit:
 * @CLI_EXIT_DONE: what was asked for is done
 * @CLI_EXIT_FAILED: it could not be done
 * @CLI_EXIT_USAGE: the command line is wrong
 * @CLI_EXIT_NOT_FOUND: there is no such article, claim or source
 * @CLI_EXIT_DAMAGED: the library was examined and found damaged
 * @CLI_EXIT_INVALID: a file was examined and breaks its format
 * @CLI_EXIT_SIGNED: the article is signed off, and has to be reopened first
 * @CLI_EXIT_INCOMPLETE: something is missing before the article can be signed off
 *
 * What galleyctl returns to its caller. Scripts rely on the numbers: frozen.
 */
typedef enum
{
  CLI_EXIT_DONE = 0,
  CLI_EXIT_FAILED = 1,
  CLI_EXIT_USAGE = 2,
  CLI_EXIT_NOT_FOUND = 3,
  CLI_EXIT_DAMAGED = 4,
  CLI_EXIT_INVALID = 5,
  CLI_EXIT_SIGNED = 6,
  CLI_EXIT_INCOMPLETE = 7,
} CliExit;

/* Errors of this domain carry a #CliExit as their code; all other errors mean CLI_EXIT_FAILED. */
#define CLI_ERROR (cli_error_quark ())
GQuark cli_error_quark (void);

/**
 * CliTraits:
 * @CLI_USES_LIBRARY: takes --library
 * @CLI_CREATES: makes a library where there is none
 * @CLI_CHANGES: takes --actor: who is to stand in the history
 * @CLI_PRINTS_JSON: takes --json
 * @CLI_TAKES_FILES: its arguments are file names, which need not be UTF-8
 * @CLI_SHOWS_CHECK: takes --actor: tells what was decided about articles, and nothing of that to
 *   whoever reads them second
 */
typedef enum
{
  CLI_USES_LIBRARY = 1 << 0,
  CLI_CREATES = 1 << 1,
  CLI_CHANGES = 1 << 2,
  CLI_PRINTS_JSON = 1 << 3,
  CLI_TAKES_FILES = 1 << 4,
  CLI_SHOWS_CHECK = 1 << 5,
} CliTraits;

typedef struct _CliCall CliCall;

/**
 * CliCommand:
 * @name: what is typed
 * @arguments: (nullable): names of its arguments, as the help shows them
 * @summary: one sentence, for translation, that says what it does
 * @n_min: how many arguments it needs
 * @n_max: how many arguments it takes
 * @run: does it
 *
 * A command of galleyctl. @run begins with cli_call_parse(). It returns %TRUE if the program is to
 * end with @exit of the call, and %FALSE with an error, or without one if there is nothing left to
 * do or say.
 */
typedef struct
{
  const char *name;
  const char *arguments;
  const char *summary;
  guint n_min;
  guint n_max;
  CliTraits traits;
  gboolean (*run) (CliCall *call, GError **error);
} CliCommand;

/**
 * CliCall:
 * @command: what is asked for
 * @argv: the command's name, its options and arguments, as typed
 * @arguments: (nullable): what is left of them without the options, after cli_call_parse()
 * @library: (nullable): path of the library, as typed
 * @actor: (nullable): who acts, as typed
 * @desk: (nullable): the library, once it was opened
 * @description: (nullable): what the help says below the options
 * @json: whether data are to be printed as JSON
 * @exit: what the program is to return when the command returns %TRUE
 *
 * One run of the program.
 */
struct _CliCall
{
  const CliCommand *command;
  char **argv;
  char **arguments;
  char *library;
  char *actor;
  GalleyDesk *desk;
  const char *description;
  gboolean json;
  CliExit exit;
};

gboolean cli_parse_options (GOptionContext *context, char ***argv, GError **error);
gboolean cli_call_parse (CliCall *call, const GOptionEntry *options, GError **error);
void cli_call_clear (CliCall *call);

/* The commands. */
const CliCommand *cli_get_commands (guint *out_n_commands);
gboolean cli_set (CliCall *call, GError **error);
gboolean cli_comment (CliCall *call, GError **error);
gboolean cli_remove_comment (CliCall *call, GError **error);
gboolean cli_gate (CliCall *call, GError **error);
gboolean cli_sign (CliCall *call, GError **error);
gboolean cli_reopen (CliCall *call, GError **error);
gboolean cli_sign_offs (CliCall *call, GError **error);
gboolean cli_missing (CliCall *call, GError **error);
gboolean cli_settings (CliCall *call, GError **error);
gboolean cli_setting (CliCall *call, GError **error);
gboolean cli_readings (CliCall *call, GError **error);
gboolean cli_start_reading (CliCall *call, GError **error);
gboolean cli_read (CliCall *call, GError **error);
gboolean cli_judge (CliCall *call, GError **error);
gboolean cli_end_reading (CliCall *call, GError **error);
gboolean cli_remove_reading (CliCall *call, GError **error);
gboolean cli_agreement (CliCall *call, GError **error);
gboolean cli_ask (CliCall *call, GError **error);
gboolean cli_answer (CliCall *call, GError **error);
gboolean cli_decide (CliCall *call, GError **error);
gboolean cli_remove_query (CliCall *call, GError **error);
gboolean cli_queries (CliCall *call, GError **error);
gboolean cli_add_source (CliCall *call, GError **error);
gboolean cli_edit_source (CliCall *call, GError **error);
gboolean cli_delete_source (CliCall *call, GError **error);
gboolean cli_attachment (CliCall *call, GError **error);
gboolean cli_edit_evidence (CliCall *call, GError **error);
gboolean cli_annotate (CliCall *call, GError **error);
gboolean cli_anchor (CliCall *call, GError **error);
gboolean cli_archive (CliCall *call, GError **error);
gboolean cli_backup (CliCall *call, GError **error);
gboolean cli_claims (CliCall *call, GError **error);
gboolean cli_copy (CliCall *call, GError **error);
gboolean cli_correction (CliCall *call, GError **error);
gboolean cli_delete (CliCall *call, GError **error);
gboolean cli_disagreements (CliCall *call, GError **error);
gboolean cli_dismiss (CliCall *call, GError **error);
gboolean cli_draft (CliCall *call, GError **error);
gboolean cli_drafts (CliCall *call, GError **error);
gboolean cli_compare (CliCall *call, GError **error);
gboolean cli_tray (CliCall *call, GError **error);
gboolean cli_relink (CliCall *call, GError **error);
gboolean cli_retire (CliCall *call, GError **error);
gboolean cli_keep (CliCall *call, GError **error);
gboolean cli_export (CliCall *call, GError **error);
gboolean cli_history (CliCall *call, GError **error);
gboolean cli_import (CliCall *call, GError **error);
gboolean cli_import_sources (CliCall *call, GError **error);
gboolean cli_list (CliCall *call, GError **error);
gboolean cli_mark (CliCall *call, GError **error);
gboolean cli_mark_suggestions (CliCall *call, GError **error);
gboolean cli_move (CliCall *call, GError **error);
gboolean cli_note (CliCall *call, GError **error);
gboolean cli_progress (CliCall *call, GError **error);
gboolean cli_redo (CliCall *call, GError **error);
gboolean cli_remove_source (CliCall *call, GError **error);
gboolean cli_repeat (CliCall *call, GError **error);
gboolean cli_repeats (CliCall *call, GError **error);
gboolean cli_restore (CliCall *call, GError **error);
gboolean cli_search (CliCall *call, GError **error);
gboolean cli_sentences (CliCall *call, GError **error);
gboolean cli_sessions (CliCall *call, GError **error);
gboolean cli_start_session (CliCall *call, GError **error);
gboolean cli_present (CliCall *call, GError **error);
gboolean cli_agenda (CliCall *call, GError **error);
gboolean cli_park (CliCall *call, GError **error);
gboolean cli_resolve (CliCall *call, GError **error);
gboolean cli_pause_session (CliCall *call, GError **error);
gboolean cli_resume_session (CliCall *call, GError **error);
gboolean cli_end_session (CliCall *call, GError **error);
gboolean cli_show (CliCall *call, GError **error);
gboolean cli_source (CliCall *call, GError **error);
gboolean cli_sources (CliCall *call, GError **error);
gboolean cli_status (CliCall *call, GError **error);
gboolean cli_suggestions (CliCall *call, GError **error);
gboolean cli_left_out (CliCall *call, GError **error);
gboolean cli_bring_back (CliCall *call, GError **error);
gboolean cli_text (CliCall *call, GError **error);
gboolean cli_undismiss (CliCall *call, GError **error);
gboolean cli_undo (CliCall *call, GError **error);
gboolean cli_unmark (CliCall *call, GError **error);
gboolean cli_validate (CliCall *call, GError **error);
gboolean cli_verify (CliCall *call, GError **error);

/* Output. */
void cli_write (const char *bytes, gsize length_bytes);
void cli_print (const char *format, ...) G_GNUC_PRINTF (1, 2);
void cli_print_fields (const char *first, ...) G_GNUC_NULL_TERMINATED;
void cli_print_json (JsonBuilder *builder);
gboolean cli_write_bytes (const char *path, GBytes *bytes, GError **error);
void cli_complain (const char *format, ...) G_GNUC_PRINTF (1, 2);
gboolean cli_flush (GError **error);
char *cli_to_line (const char *utf8) G_GNUC_WARN_UNUSED_RESULT;
void cli_json_add_string (JsonBuilder *builder, const char *name, const char *value);
void cli_json_add_boolean (JsonBuilder *builder, const char *name, gboolean value);
void cli_json_add_integer (JsonBuilder *builder, const char *name, gint64 value);

/* Input. */
char *cli_quote_path (const char *path) G_GNUC_WARN_UNUSED_RESULT;
GalleyDocument *cli_read_document (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes *cli_read_file (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CliCall, cli_call_clear)

G_END_DECLS
