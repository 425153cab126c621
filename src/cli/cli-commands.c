/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli.h"

#include <glib/gi18n-lib.h>

#define READS CLI_USES_LIBRARY | CLI_PRINTS_JSON
#define WRITES CLI_USES_LIBRARY | CLI_CHANGES

/* In the order of the help: articles, claims, sources, steps, what goes out, the library, and what
 * needs none. */
static const CliCommand commands[] = {
  { "import", N_ ("FILE|FOLDER|ADDRESS…"), N_ ("Import articles and print their ids, one a line"),
    1, G_MAXUINT, WRITES | CLI_CREATES | CLI_PRINTS_JSON | CLI_TAKES_FILES, cli_import },
  { "list", NULL, N_ ("List the articles"), 0, 0, READS, cli_list },
  { "show", N_ ("ARTICLE"), N_ ("Print an article with its claims"), 1, 1, READS, cli_show },
  { "search", N_ ("WORD…"), N_ ("Search articles, claims and sources"), 1, G_MAXUINT, READS,
    cli_search },
  { "archive", N_ ("ARTICLE"), N_ ("Put an article into the archive"), 1, 1, WRITES, cli_archive },
  { "delete", N_ ("ARTICLE"), N_ ("Remove an article; undo brings it back"), 1, 1, WRITES,
    cli_delete },
  { "left-out", N_ ("ARTICLE"), N_ ("List what its reader left out of an article"), 1, 1, READS,
    cli_left_out },
  { "bring-back", N_ ("ARTICLE NUMBER…"), N_ ("Put back what was left out, by its number"), 2,
    G_MAXUINT, WRITES, cli_bring_back },
  { "draft", N_ ("ARTICLE FILE|ADDRESS"),
    N_ ("Give an article another draft and place its claims in it"), 2, 2,
    WRITES | CLI_PRINTS_JSON | CLI_TAKES_FILES, cli_draft },
  { "annotate", N_ ("ARTICLE FILE"), N_ ("Make claims of a file of Web Annotations"), 2, 2,
    WRITES | CLI_PRINTS_JSON | CLI_TAKES_FILES, cli_annotate },
  { "drafts", N_ ("ARTICLE"), N_ ("List the drafts that an article has had"), 1, 1, READS,
    cli_drafts },
  { "compare", N_ ("ARTICLE [OLD NEW]"), N_ ("Compare two drafts of an article word by word"), 1, 3,
    READS, cli_compare },
  { "tray", N_ ("ARTICLE"), N_ ("List the claims that have no words in the present draft"), 1, 1,
    READS, cli_tray },

  { "claims", N_ ("ARTICLE"), N_ ("List the claims of an article"), 1, 1, READS, cli_claims },
  { "suggestions", N_ ("ARTICLE"), N_ ("List what nobody has marked or dismissed yet"), 1, 1, READS,
    cli_suggestions },
  { "mark", N_ ("ARTICLE START END"), N_ ("Mark words as a claim and print its id"), 3, 3, WRITES,
    cli_mark },
  { "mark-suggestions", N_ ("ARTICLE"),
    N_ ("Make pending claims of all suggestions and print their ids"), 1, 1, WRITES,
    cli_mark_suggestions },
  { "move", N_ ("CLAIM START END"), N_ ("Move the ends of a claim, which makes it pending"), 3, 3,
    WRITES, cli_move },
  { "relink", N_ ("CLAIM START END"), N_ ("Say which words a claim is about now"), 3, 3, WRITES,
    cli_relink },
  { "retire", N_ ("CLAIM…"), N_ ("Say that claims are none of the article any more"), 1, G_MAXUINT,
    WRITES, cli_retire },
  { "keep", N_ ("CLAIM…"), N_ ("Let the former verdict stand for the changed words"), 1, G_MAXUINT,
    WRITES, cli_keep },
  { "unmark", N_ ("CLAIM…"), N_ ("Remove claims; undo brings them back"), 1, G_MAXUINT, WRITES,
    cli_unmark },
  { "dismiss", N_ ("ARTICLE START END"), N_ ("Dismiss a suggestion as nothing to check"), 3, 3,
    WRITES, cli_dismiss },
  { "undismiss", N_ ("ARTICLE OFFSET"), N_ ("Make dismissed words a suggestion again"), 2, 2,
    WRITES, cli_undismiss },
  { "status", N_ ("CLAIM… STATUS"), N_ ("Say where claims stand"), 2, G_MAXUINT, WRITES,
    cli_status },
  { "repeats", N_ ("ARTICLE"), N_ ("List what an article says more than once"), 1, 1, READS,
    cli_repeats },
  { "repeat", N_ ("CLAIM"), N_ ("Give the verdict on a claim to others that say the same"), 1, 1,
    WRITES, cli_repeat },
  { "note", N_ ("CLAIM TEXT"), N_ ("Set the note of a claim"), 1, 2, WRITES, cli_note },
  { "correction", N_ ("CLAIM TEXT"), N_ ("Set what is to stand instead of a claim’s words"), 1, 2,
    WRITES, cli_correction },
  { "set", N_ ("CLAIM… FIELD VALUE"),
    N_ ("Write down the category, the speaker and so on of claims"), 3, G_MAXUINT, WRITES,
    cli_set },
  { "comment", N_ ("CLAIM TEXT"), N_ ("Add to the thread of a claim and print the comment’s id"), 2,
    2, WRITES, cli_comment },
  { "remove-comment", N_ ("COMMENT"), N_ ("Remove something from the thread of a claim"), 1, 1,
    WRITES, cli_remove_comment },
  { "missing", N_ ("ARTICLE"), N_ ("List what the desk wants of claims and is not there yet"), 1, 1,
    READS, cli_missing },
  { "disagreements", N_ ("[ARTICLE]"),
    N_ ("List the claims on which people disagree and nobody has decided yet"), 0, 1, READS,
    cli_disagreements },

  { "ask", N_ ("CLAIM QUESTION"), N_ ("Put a query about a claim and print its id"), 2, 2, WRITES,
    cli_ask },
  { "queries", NULL, N_ ("List the open queries of all articles"), 0, 0, READS, cli_queries },
  { "answer", N_ ("QUERY TEXT"), N_ ("Note the answer to a query"), 1, 2, WRITES, cli_answer },
  { "decide", N_ ("QUERY TEXT"), N_ ("Note what was decided upon a query"), 1, 2, WRITES,
    cli_decide },
  { "remove-query", N_ ("QUERY"), N_ ("Remove a query"), 1, 1, WRITES, cli_remove_query },

  { "source", N_ ("CLAIM [TITLE]"), N_ ("Use a source for a claim and print the evidence’s id"), 1,
    2, WRITES, cli_source },
  { "sources", NULL, N_ ("List the source log"), 0, 0, READS, cli_sources },
  { "import-sources", N_ ("FILE…"), N_ ("Enter the references of files in the source log"), 1,
    G_MAXUINT, WRITES | CLI_CREATES | CLI_PRINTS_JSON | CLI_TAKES_FILES, cli_import_sources },
  { "remove-source", N_ ("EVIDENCE"), N_ ("Use a source for a claim no more"), 1, 1, WRITES,
    cli_remove_source },
  { "edit-evidence", N_ ("CLAIM EVIDENCE"), N_ ("Change how a source is used for a claim"), 2, 2,
    WRITES, cli_edit_evidence },
  { "add-source", N_ ("TITLE"), N_ ("Enter a source in the log and print its id"), 1, 1, WRITES,
    cli_add_source },
  { "edit-source", N_ ("SOURCE"), N_ ("Change what is noted of a source"), 1, 1, WRITES,
    cli_edit_source },
  { "delete-source", N_ ("SOURCE"), N_ ("Take a source that nothing uses out of the log"), 1, 1,
    WRITES, cli_delete_source },
  { "attachment", N_ ("SOURCE"), N_ ("Print the file that is kept with a source"), 1, 1,
    CLI_USES_LIBRARY, cli_attachment },

  { "undo", N_ ("[ARTICLE]"), N_ ("Undo the last step and print its name"), 0, 1, WRITES,
    cli_undo },
  { "redo", N_ ("[ARTICLE]"), N_ ("Do again what was undone last and print its name"), 0, 1, WRITES,
    cli_redo },
  { "history", N_ ("[ARTICLE]"), N_ ("List everything that was done"), 0, 1, READS, cli_history },

  { "progress", N_ ("[ARTICLE]"), N_ ("Tell how far the work is and how it went, in figures"), 0, 1,
    READS, cli_progress },
  { "export", N_ ("ARTICLE…"), N_ ("Write the reviewed versions of articles"), 0, G_MAXUINT,
    CLI_USES_LIBRARY, cli_export },
  { "copy", N_ ("CLAIM"), N_ ("Print a claim with all that is known of it, to paste elsewhere"), 1,
    1, CLI_USES_LIBRARY, cli_copy },

  { "settings", NULL, N_ ("List what the desk of the library wants"), 0, 0, READS, cli_settings },
  { "setting", N_ ("NAME VALUE"), N_ ("Change what the desk of the library wants"), 1, 2, WRITES,
    cli_setting },
  { "verify", NULL, N_ ("Examine the library and list what is wrong with it"), 0, 0, READS,
    cli_verify },
  { "backup", N_ ("FILE"), N_ ("Copy the library to a file"), 1, 1,
    CLI_USES_LIBRARY | CLI_TAKES_FILES, cli_backup },
  { "restore", N_ ("FILE"), N_ ("Put a backup in the place of the library"), 1, 1,
    CLI_USES_LIBRARY | CLI_TAKES_FILES, cli_restore },

  { "text", N_ ("FILE|ADDRESS"), N_ ("Print the text of a file, one block a line"), 1, 1,
    CLI_PRINTS_JSON | CLI_TAKES_FILES, cli_text },
  { "validate", N_ ("FILE"),
    N_ ("List what is wrong with Web Annotations, fact checks or a review package"), 1, 1,
    CLI_PRINTS_JSON | CLI_TAKES_FILES, cli_validate },
  { "sentences", N_ ("[FILE]"), N_ ("Cut a text into sentences, one a line"), 0, 1, CLI_TAKES_FILES,
    cli_sentences },
  { "anchor", N_ ("OLD NEW SPANS"), N_ ("Find where words of an old draft stand in a new one"), 3,
    3, CLI_PRINTS_JSON | CLI_TAKES_FILES, cli_anchor },
};

/**
 * cli_get_commands:
 * @out_n_commands: (out): how many there are
 *
 * Returns: (transfer none) (array length=out_n_commands): all commands, in the order of the help
 */
const CliCommand *
cli_get_commands (guint *out_n_commands)
{
  *out_n_commands = G_N_ELEMENTS (commands);
  return commands;
}
