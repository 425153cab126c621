/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-verb-words.h"

#include <glib/gi18n-lib.h>

/* What the actions in journals are called by people. */

/* The verbs' nicks are in journals on disk: frozen. Labels complete "Undo …" and "Redo …". */
static const struct
{
  const char *nick;
  const char *label;
} verbs[] = {
  { "import", N_ ("Import Article") },
  { "mark", N_ ("Mark Claim") },
  { "move", N_ ("Move Claim") },
  { "set-status", N_ ("Set Status") },
  { "repeat-verdict", N_ ("Repeat Verdict") },
  { "set-note", N_ ("Edit Note") },
  { "set-correction", N_ ("Edit Correction") },
  { "delete-claim", N_ ("Delete Claim") },
  { "add-evidence", N_ ("Add Source") },
  { "remove-evidence", N_ ("Remove Source") },
  { "change-evidence", N_ ("Edit Evidence") },
  { "set-category", N_ ("Set Category") },
  { "set-speaker", N_ ("Set Speaker") },
  { "set-sentence", N_ ("Edit Claim Sentence") },
  { "set-assignee", N_ ("Assign Claim") },
  { "set-priority", N_ ("Set Priority") },
  { "set-starred", N_ ("Set Legal Star") },
  { "set-publishable", N_ ("Set Publishable") },
  { "add-note", N_ ("Add Note") },
  { "change-note", N_ ("Edit Note") },
  { "remove-note", N_ ("Remove Note") },
  { "add-query", N_ ("Add Query") },
  { "change-query", N_ ("Edit Query") },
  { "answer-query", N_ ("Note Answer") },
  { "decide-query", N_ ("Note Decision") },
  { "remove-query", N_ ("Remove Query") },
  { "add-source", N_ ("Add to Source Log") },
  { "change-source", N_ ("Edit Source") },
  { "remove-source", N_ ("Remove from Source Log") },
  { "change-setting", N_ ("Change Library Setting") },
  { "bring-back", N_ ("Bring Back Text") },
  { "new-draft", N_ ("Import New Draft") },
  { "relink", N_ ("Re-link Claim") },
  { "retire", N_ ("Retire Claim") },
  { "keep-verdict", N_ ("Keep Former Verdict") },
  { "import-annotations", N_ ("Import Annotations") },
  { "dismiss", N_ ("Dismiss Suggestion") },
  { "restore-suggestion", N_ ("Restore Suggestion") },
  { "sign-off", N_ ("Sign Off") },
  { "reopen", N_ ("Reopen Article") },
  { "start-reading", N_ ("Start Second Reading") },
  { "take-reading", N_ ("Take Up Second Reading") },
  { "read-claim", N_ ("Second Reader’s Verdict") },
  { "end-reading", N_ ("End Second Reading") },
  { "remove-reading", N_ ("Remove Second Reading") },
  { "settle", N_ ("Decide Between Readers") },
  { "start-session", N_ ("Start Review Session") },
  { "change-present", N_ ("Note Who Is Present") },
  { "order-agenda", N_ ("Change Agenda") },
  { "park", N_ ("Park Point") },
  { "unpark", N_ ("Take Up Parked Point") },
  { "pause-session", N_ ("Pause Review Session") },
  { "resume-session", N_ ("Resume Review Session") },
  { "end-session", N_ ("End Review Session") },
  { "decide", N_ ("Decide") },
  { "archive", N_ ("Archive Article") },
  { "unarchive", N_ ("Unarchive Article") },
  { "remove-article", N_ ("Remove Article") },
  { "purge-article", N_ ("Delete Article Permanently") },
};

/**
 * galley_verb_get_label:
 * @verb: (nullable): nick of a verb
 *
 * Returns: (transfer none): the verb for people, translated, in header capitals; the nick itself if
 *   a newer version wrote it
 */
const char *
galley_verb_get_label (const char *verb)
{
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (g_strcmp0 (verb, verbs[i].nick) == 0)
      return _ (verbs[i].label);

  return verb;
}
