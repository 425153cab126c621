/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-keys.h"

#include "galley-key-map.h"

#include <glib/gi18n.h>

/* Every key of the program, as it is before somebody changes it. The window of shortcuts, the keys
 * that menus and tooltips show, and the keys themselves all come from here. */
static const GalleyKey keys[] = {
  { "win.confirm", "c", GALLEY_KEY_READING, GALLEY_KEY_GROUP_CHECKING, N_ ("Confirm") },
  { "win.dispute", "d", GALLEY_KEY_READING, GALLEY_KEY_GROUP_CHECKING, N_ ("Dispute") },
  { "win.pending", "p", GALLEY_KEY_READING, GALLEY_KEY_GROUP_CHECKING, N_ ("Set to Pending") },
  { "win.mark", "m", GALLEY_KEY_IN_ARTICLE, GALLEY_KEY_GROUP_CHECKING, N_ ("Mark as Claim") },
  { "win.dismiss-opinion", "o", GALLEY_KEY_READING, GALLEY_KEY_GROUP_CHECKING,
    N_ ("Dismiss as Opinion") },
  { "win.dismiss-not-checkable", "x", GALLEY_KEY_READING, GALLEY_KEY_GROUP_CHECKING,
    N_ ("Dismiss as Not Checkable") },
  { "win.mark-all", "<Control><Shift>m", GALLEY_KEY_ANYWHERE, GALLEY_KEY_GROUP_CHECKING,
    N_ ("Mark All Suggestions as Pending") },
  { "win.repeat-verdict", "r", GALLEY_KEY_READING, GALLEY_KEY_GROUP_CHECKING,
    N_ ("Repeat the Verdict on Other Mentions") },
  { "win.undo", "<Control>z", GALLEY_KEY_NOT_IN_TEXT, GALLEY_KEY_GROUP_CHECKING, N_ ("Undo") },
  { "win.redo", "<Control><Shift>z <Control>y", GALLEY_KEY_NOT_IN_TEXT, GALLEY_KEY_GROUP_CHECKING,
    N_ ("Redo") },

  { "win.keep-verdict", "y", GALLEY_KEY_READING, GALLEY_KEY_GROUP_CLAIM,
    N_ ("Keep the Former Verdict") },
  { "win.edit-reason", "Return", GALLEY_KEY_READING, GALLEY_KEY_GROUP_CLAIM,
    N_ ("Edit the Reason") },
  { "win.edit-note", "e", GALLEY_KEY_READING, GALLEY_KEY_GROUP_CLAIM, N_ ("Edit the Note") },
  { "win.write-note", "t", GALLEY_KEY_READING, GALLEY_KEY_GROUP_CLAIM,
    N_ ("Write in the Discussion") },
  { "win.edit-category", "g", GALLEY_KEY_READING, GALLEY_KEY_GROUP_CLAIM,
    N_ ("Edit the Category") },
  { "win.star", "l", GALLEY_KEY_READING, GALLEY_KEY_GROUP_CLAIM, N_ ("Legal Star") },
  { "win.high-priority", "h", GALLEY_KEY_READING, GALLEY_KEY_GROUP_CLAIM, N_ ("High Priority") },
  { "win.low-priority", "<Shift>h", GALLEY_KEY_READING, GALLEY_KEY_GROUP_CLAIM,
    N_ ("Low Priority") },
  { "win.add-to-agenda", "b", GALLEY_KEY_READING, GALLEY_KEY_GROUP_CLAIM,
    N_ ("Put on the Agenda") },
  { "win.add-source", "a", GALLEY_KEY_READING, GALLEY_KEY_GROUP_CLAIM, N_ ("Add a Source") },
  { "win.add-query", "q", GALLEY_KEY_READING, GALLEY_KEY_GROUP_CLAIM, N_ ("Put a Query") },
  { "win.fit-claim", "s", GALLEY_KEY_IN_ARTICLE, GALLEY_KEY_GROUP_CLAIM,
    N_ ("Set Claim to Selection") },
  { "win.extend-end", "<Alt>Right", GALLEY_KEY_READING, GALLEY_KEY_GROUP_CLAIM,
    N_ ("End One Word Later") },
  { "win.shrink-end", "<Alt>Left", GALLEY_KEY_READING, GALLEY_KEY_GROUP_CLAIM,
    N_ ("End One Word Earlier") },
  { "win.extend-start", "<Alt><Shift>Left", GALLEY_KEY_READING, GALLEY_KEY_GROUP_CLAIM,
    N_ ("Begin One Word Earlier") },
  { "win.shrink-start", "<Alt><Shift>Right", GALLEY_KEY_READING, GALLEY_KEY_GROUP_CLAIM,
    N_ ("Begin One Word Later") },
  { "win.copy-claim", "<Control><Shift>c", GALLEY_KEY_NOT_IN_TEXT, GALLEY_KEY_GROUP_CLAIM,
    N_ ("Copy Claim as Text") },
  { "win.copy-claim-markdown", "<Control><Alt>c", GALLEY_KEY_NOT_IN_TEXT, GALLEY_KEY_GROUP_CLAIM,
    N_ ("Copy Claim as Markdown") },
  { "win.copy-claim-json", "<Control><Alt>j", GALLEY_KEY_NOT_IN_TEXT, GALLEY_KEY_GROUP_CLAIM,
    N_ ("Copy Claim as JSON-LD") },
  { "win.delete-claim", "Delete", GALLEY_KEY_READING, GALLEY_KEY_GROUP_CLAIM, N_ ("Delete Claim") },

  { "win.next-open", "n", GALLEY_KEY_READING, GALLEY_KEY_GROUP_MOVING, N_ ("Next Open Claim") },
  { "win.previous-open", "<Shift>n", GALLEY_KEY_READING, GALLEY_KEY_GROUP_MOVING,
    N_ ("Previous Open Claim") },
  { "win.next-uncovered", "u", GALLEY_KEY_READING, GALLEY_KEY_GROUP_MOVING,
    N_ ("Next Uncovered Words") },
  { "win.next-note", "w", GALLEY_KEY_READING, GALLEY_KEY_GROUP_MOVING, N_ ("Next Writer’s Note") },
  { "win.previous-note", "<Shift>w", GALLEY_KEY_READING, GALLEY_KEY_GROUP_MOVING,
    N_ ("Previous Writer’s Note") },
  { "win.next-changed", "v", GALLEY_KEY_READING, GALLEY_KEY_GROUP_MOVING,
    N_ ("Next Changed Claim") },
  { "win.next-new", "<Shift>v", GALLEY_KEY_READING, GALLEY_KEY_GROUP_MOVING,
    N_ ("Next New Sentence") },
  { "win.next-mention", "<Shift>r", GALLEY_KEY_READING, GALLEY_KEY_GROUP_MOVING,
    N_ ("Next Mention of the Same") },
  { "win.find", "<Control>f", GALLEY_KEY_ANYWHERE, GALLEY_KEY_GROUP_MOVING,
    N_ ("Find in Article") },
  { "win.find-next", "<Control>g", GALLEY_KEY_ANYWHERE, GALLEY_KEY_GROUP_MOVING,
    N_ ("Next Match") },
  { "win.find-previous", "<Control><Shift>g", GALLEY_KEY_ANYWHERE, GALLEY_KEY_GROUP_MOVING,
    N_ ("Previous Match") },
  { "win.search-claims", "<Control><Shift>f", GALLEY_KEY_ANYWHERE, GALLEY_KEY_GROUP_MOVING,
    N_ ("Search Claims") },
  { "win.search-library", "<Control>k", GALLEY_KEY_ANYWHERE, GALLEY_KEY_GROUP_MOVING,
    N_ ("Search Library") },
  { "win.next-pane", "F6", GALLEY_KEY_ANYWHERE, GALLEY_KEY_GROUP_MOVING, N_ ("Next Pane") },
  { "win.previous-pane", "<Shift>F6", GALLEY_KEY_ANYWHERE, GALLEY_KEY_GROUP_MOVING,
    N_ ("Previous Pane") },
  { "win.focus-library", "<Alt>1", GALLEY_KEY_ANYWHERE, GALLEY_KEY_GROUP_MOVING,
    N_ ("Go to Library") },
  { "win.focus-article", "<Alt>2", GALLEY_KEY_ANYWHERE, GALLEY_KEY_GROUP_MOVING,
    N_ ("Go to Article") },
  { "win.focus-claims", "<Alt>3", GALLEY_KEY_ANYWHERE, GALLEY_KEY_GROUP_MOVING,
    N_ ("Go to Claims") },
  { "win.focus-claim", "<Alt>4", GALLEY_KEY_ANYWHERE, GALLEY_KEY_GROUP_MOVING,
    N_ ("Go to the Chosen Claim") },

  { "win.import", "<Control>o", GALLEY_KEY_ANYWHERE, GALLEY_KEY_GROUP_LIBRARY, N_ ("Import…") },
  { "win.import-folder", "<Control><Shift>i", GALLEY_KEY_ANYWHERE, GALLEY_KEY_GROUP_LIBRARY,
    N_ ("Import Folder…") },
  { "win.import-address", "<Control>l", GALLEY_KEY_ANYWHERE, GALLEY_KEY_GROUP_LIBRARY,
    N_ ("Import from the Web…") },
  { "win.paste", "<Control><Shift>v", GALLEY_KEY_ANYWHERE, GALLEY_KEY_GROUP_LIBRARY,
    N_ ("Paste as Article") },
  { "win.open-example", "<Control><Shift>o", GALLEY_KEY_ANYWHERE, GALLEY_KEY_GROUP_LIBRARY,
    N_ ("Open the Example") },
  { "win.open-library", "<Control><Alt>o", GALLEY_KEY_ANYWHERE, GALLEY_KEY_GROUP_LIBRARY,
    N_ ("Open Library…") },
  { "win.cancel-import", "<Control>period", GALLEY_KEY_ANYWHERE, GALLEY_KEY_GROUP_LIBRARY,
    N_ ("Cancel Importing") },
  { "win.export", "<Control>e", GALLEY_KEY_ANYWHERE, GALLEY_KEY_GROUP_LIBRARY, N_ ("Export…") },
  { "win.export-articles::", "<Control><Shift>e", GALLEY_KEY_ANYWHERE, GALLEY_KEY_GROUP_LIBRARY,
    N_ ("Export Articles…") },
  { "win.print", "<Control>p", GALLEY_KEY_ANYWHERE, GALLEY_KEY_GROUP_LIBRARY, N_ ("Print…") },
  { "win.details", "<Alt>Return", GALLEY_KEY_ANYWHERE, GALLEY_KEY_GROUP_LIBRARY,
    N_ ("Article Details") },
  { "win.left-out", "<Control><Shift>l", GALLEY_KEY_ANYWHERE, GALLEY_KEY_GROUP_LIBRARY,
    N_ ("Left-Out Text") },
  { "win.import-draft", "<Control><Shift>n", GALLEY_KEY_ANYWHERE, GALLEY_KEY_GROUP_LIBRARY,
    N_ ("Import New Draft…") },
  { "win.paste-draft", "<Control><Alt>v", GALLEY_KEY_ANYWHERE, GALLEY_KEY_GROUP_LIBRARY,
    N_ ("Paste as New Draft…") },
  { "win.import-annotations", "<Control><Alt>a", GALLEY_KEY_ANYWHERE, GALLEY_KEY_GROUP_LIBRARY,
    N_ ("Import Annotations…") },
  { "win.compare-origin", "<Control><Alt>n", GALLEY_KEY_ANYWHERE, GALLEY_KEY_GROUP_LIBRARY,
    N_ ("Compare with the Changed File…") },
  { "win.leave-origin", "<Control><Alt>Delete", GALLEY_KEY_ANYWHERE, GALLEY_KEY_GROUP_LIBRARY,
    N_ ("Leave the Changed File") },
  { "win.sign-off", "<Control><Alt>s", GALLEY_KEY_ANYWHERE, GALLEY_KEY_GROUP_LIBRARY,
    N_ ("Sign Off…") },
  { "win.reopen", "<Control><Alt>r", GALLEY_KEY_ANYWHERE, GALLEY_KEY_GROUP_LIBRARY,
    N_ ("Reopen…") },
  { "win.tray", "<Control>t", GALLEY_KEY_ANYWHERE, GALLEY_KEY_GROUP_LIBRARY,
    N_ ("Tray of Lost Claims") },
  { "win.archive::", "a", GALLEY_KEY_IN_LIBRARY, GALLEY_KEY_GROUP_LIBRARY,
    N_ ("Archive or Unarchive") },
  { "win.remove::", "Delete", GALLEY_KEY_IN_LIBRARY, GALLEY_KEY_GROUP_LIBRARY,
    N_ ("Remove from Library") },
  { "win.purge::", "<Shift>Delete", GALLEY_KEY_IN_LIBRARY, GALLEY_KEY_GROUP_LIBRARY,
    N_ ("Delete Permanently…") },
  { "win.show-archived", "<Control>h", GALLEY_KEY_ANYWHERE, GALLEY_KEY_GROUP_LIBRARY,
    N_ ("Show Archived Articles") },
  { "win.removed-articles", "<Control><Alt>h", GALLEY_KEY_ANYWHERE, GALLEY_KEY_GROUP_LIBRARY,
    N_ ("Removed Articles") },

  { "win.show-library", "F9", GALLEY_KEY_ANYWHERE, GALLEY_KEY_GROUP_WINDOW, N_ ("Show Library") },
  { "win.show-uncovered", "<Control>u", GALLEY_KEY_ANYWHERE, GALLEY_KEY_GROUP_WINDOW,
    N_ ("Shade Uncovered Words") },
  { "win.review-session", "<Control>r", GALLEY_KEY_ANYWHERE, GALLEY_KEY_GROUP_WINDOW,
    N_ ("Review Session…") },
  { "win.minutes", "<Control><Alt>m", GALLEY_KEY_ANYWHERE, GALLEY_KEY_GROUP_WINDOW,
    N_ ("Minutes of Sessions…") },
  { "win.source-log", "<Control><Shift>s", GALLEY_KEY_ANYWHERE, GALLEY_KEY_GROUP_WINDOW,
    N_ ("Source Log") },
  { "win.open-queries", "<Control><Shift>q", GALLEY_KEY_ANYWHERE, GALLEY_KEY_GROUP_WINDOW,
    N_ ("Open Queries") },
  { "win.changes", "<Control><Shift>h", GALLEY_KEY_ANYWHERE, GALLEY_KEY_GROUP_WINDOW,
    N_ ("What Changed") },
  { "win.start-reading", "<Control><Alt>b", GALLEY_KEY_ANYWHERE, GALLEY_KEY_GROUP_WINDOW,
    N_ ("Second Reading…") },
  { "win.pause-reading", "<Control><Alt>p", GALLEY_KEY_ANYWHERE, GALLEY_KEY_GROUP_WINDOW,
    N_ ("Pause the Second Reading") },
  { "win.end-reading", "<Control><Alt>e", GALLEY_KEY_ANYWHERE, GALLEY_KEY_GROUP_WINDOW,
    N_ ("End the Second Reading…") },
  { "win.agreement", "<Control><Alt>g", GALLEY_KEY_ANYWHERE, GALLEY_KEY_GROUP_WINDOW,
    N_ ("Agreement of Readers") },
  { "win.progress", "<Control><Shift>p", GALLEY_KEY_ANYWHERE, GALLEY_KEY_GROUP_WINDOW,
    N_ ("Progress") },
  { "win.library-progress", "<Control><Shift>k", GALLEY_KEY_ANYWHERE, GALLEY_KEY_GROUP_WINDOW,
    N_ ("Progress of the Library") },
  { "win.retry-save", "<Control><Shift>r", GALLEY_KEY_ANYWHERE, GALLEY_KEY_GROUP_WINDOW,
    N_ ("Save Again After a Failure") },
  { "win.discard-unsaved", "<Control><Shift>d", GALLEY_KEY_ANYWHERE, GALLEY_KEY_GROUP_WINDOW,
    N_ ("Discard What Could Not Be Saved") },
  { "win.main-menu", "F10", GALLEY_KEY_ANYWHERE, GALLEY_KEY_GROUP_WINDOW, N_ ("Main Menu") },
  { "win.preferences", "<Control>comma", GALLEY_KEY_ANYWHERE, GALLEY_KEY_GROUP_WINDOW,
    N_ ("Preferences") },
  { "win.shortcuts", "<Control>question F1", GALLEY_KEY_ANYWHERE, GALLEY_KEY_GROUP_WINDOW,
    N_ ("Keyboard Shortcuts") },
  { "win.about", "<Shift>F1", GALLEY_KEY_ANYWHERE, GALLEY_KEY_GROUP_WINDOW, N_ ("About Galley") },
  { "window.close", "<Control>w", GALLEY_KEY_ANYWHERE | GALLEY_KEY_IN_SESSION,
    GALLEY_KEY_GROUP_WINDOW, N_ ("Close") },
  { "app.quit", "<Control>q", GALLEY_KEY_ANYWHERE, GALLEY_KEY_GROUP_WINDOW, N_ ("Quit") },

  { "session.confirm", "c", GALLEY_KEY_IN_SESSION, GALLEY_KEY_GROUP_SESSION, N_ ("Confirm") },
  { "session.dispute", "d", GALLEY_KEY_IN_SESSION, GALLEY_KEY_GROUP_SESSION, N_ ("Dispute") },
  { "session.pending", "p", GALLEY_KEY_IN_SESSION, GALLEY_KEY_GROUP_SESSION,
    N_ ("Set to Pending") },
  { "session.keep", "k", GALLEY_KEY_IN_SESSION, GALLEY_KEY_GROUP_SESSION, N_ ("Keep As It Is") },
  { "session.correct", "<Shift>e", GALLEY_KEY_IN_SESSION, GALLEY_KEY_GROUP_SESSION,
    N_ ("Correct") },
  { "session.ask-writer", "w", GALLEY_KEY_IN_SESSION, GALLEY_KEY_GROUP_SESSION,
    N_ ("Ask the Writer") },
  { "session.ask-editor", "<Shift>w", GALLEY_KEY_IN_SESSION, GALLEY_KEY_GROUP_SESSION,
    N_ ("Ask the Editor") },
  { "session.note", "t", GALLEY_KEY_IN_SESSION, GALLEY_KEY_GROUP_SESSION, N_ ("Write a Note") },
  { "session.opinion", "o", GALLEY_KEY_IN_SESSION, GALLEY_KEY_GROUP_SESSION,
    N_ ("Dismiss as Opinion") },
  { "session.not-checkable", "x", GALLEY_KEY_IN_SESSION, GALLEY_KEY_GROUP_SESSION,
    N_ ("Dismiss as Not Checkable") },
  { "session.type-words", "r", GALLEY_KEY_IN_SESSION, GALLEY_KEY_GROUP_SESSION,
    N_ ("Type a Reason, a Question or a Remark") },
  { "session.type-correction", "e", GALLEY_KEY_IN_SESSION, GALLEY_KEY_GROUP_SESSION,
    N_ ("Type a Correction") },
  { "session.park", "l", GALLEY_KEY_IN_SESSION, GALLEY_KEY_GROUP_SESSION, N_ ("Park for Later") },
  { "session.next", "n", GALLEY_KEY_IN_SESSION, GALLEY_KEY_GROUP_SESSION, N_ ("Next") },
  { "session.back", "<Shift>n", GALLEY_KEY_IN_SESSION, GALLEY_KEY_GROUP_SESSION, N_ ("Back") },
  { "session.decider::1", "1", GALLEY_KEY_IN_SESSION, GALLEY_KEY_GROUP_SESSION,
    N_ ("Who Decides: Number 1") },
  { "session.decider::2", "2", GALLEY_KEY_IN_SESSION, GALLEY_KEY_GROUP_SESSION,
    N_ ("Who Decides: Number 2") },
  { "session.decider::3", "3", GALLEY_KEY_IN_SESSION, GALLEY_KEY_GROUP_SESSION,
    N_ ("Who Decides: Number 3") },
  { "session.decider::4", "4", GALLEY_KEY_IN_SESSION, GALLEY_KEY_GROUP_SESSION,
    N_ ("Who Decides: Number 4") },
  { "session.decider::5", "5", GALLEY_KEY_IN_SESSION, GALLEY_KEY_GROUP_SESSION,
    N_ ("Who Decides: Number 5") },
  { "session.decider::6", "6", GALLEY_KEY_IN_SESSION, GALLEY_KEY_GROUP_SESSION,
    N_ ("Who Decides: Number 6") },
  { "session.decider::7", "7", GALLEY_KEY_IN_SESSION, GALLEY_KEY_GROUP_SESSION,
    N_ ("Who Decides: Number 7") },
  { "session.decider::8", "8", GALLEY_KEY_IN_SESSION, GALLEY_KEY_GROUP_SESSION,
    N_ ("Who Decides: Number 8") },
  { "session.decider::9", "9", GALLEY_KEY_IN_SESSION, GALLEY_KEY_GROUP_SESSION,
    N_ ("Who Decides: Number 9") },
  { "session.people", "i", GALLEY_KEY_IN_SESSION, GALLEY_KEY_GROUP_SESSION,
    N_ ("Who Is Present…") },
  { "session.show-agenda", "a", GALLEY_KEY_IN_SESSION, GALLEY_KEY_GROUP_SESSION,
    N_ ("Go to the Agenda") },
  { "session.move-up", "<Alt>Up", GALLEY_KEY_IN_SESSION, GALLEY_KEY_GROUP_SESSION,
    N_ ("Earlier on the Agenda") },
  { "session.move-down", "<Alt>Down", GALLEY_KEY_IN_SESSION, GALLEY_KEY_GROUP_SESSION,
    N_ ("Later on the Agenda") },
  { "session.drop", "Delete", GALLEY_KEY_IN_SESSION, GALLEY_KEY_GROUP_SESSION,
    N_ ("Take Off the Agenda") },
  { "session.undo", "<Control>z", GALLEY_KEY_IN_SESSION, GALLEY_KEY_GROUP_SESSION, N_ ("Undo") },
  { "session.redo", "<Control><Shift>z <Control>y", GALLEY_KEY_IN_SESSION, GALLEY_KEY_GROUP_SESSION,
    N_ ("Redo") },
  { "session.larger", "<Control>plus <Control>equal", GALLEY_KEY_IN_SESSION,
    GALLEY_KEY_GROUP_SESSION, N_ ("Larger") },
  { "session.smaller", "<Control>minus", GALLEY_KEY_IN_SESSION, GALLEY_KEY_GROUP_SESSION,
    N_ ("Smaller") },
  { "session.usual-size", "<Control>0", GALLEY_KEY_IN_SESSION, GALLEY_KEY_GROUP_SESSION,
    N_ ("Usual Size") },
  { "session.fullscreen", "F11", GALLEY_KEY_IN_SESSION, GALLEY_KEY_GROUP_SESSION,
    N_ ("Full Screen") },
  { "session.retry-save", "<Control><Shift>r", GALLEY_KEY_IN_SESSION, GALLEY_KEY_GROUP_SESSION,
    N_ ("Save Again After a Failure") },
  { "session.discard-unsaved", "<Control><Shift>d", GALLEY_KEY_IN_SESSION, GALLEY_KEY_GROUP_SESSION,
    N_ ("Discard What Could Not Be Saved") },
  { "session.end", "<Control><Alt>e", GALLEY_KEY_IN_SESSION, GALLEY_KEY_GROUP_SESSION,
    N_ ("End the Session…") },
  { "session.minutes", "<Control>m", GALLEY_KEY_IN_SESSION, GALLEY_KEY_GROUP_SESSION,
    N_ ("Minutes…") },
};

static const char *const groups[GALLEY_N_KEY_GROUPS] = {
  [GALLEY_KEY_GROUP_CHECKING] = N_ ("Checking"),
  [GALLEY_KEY_GROUP_CLAIM] = N_ ("The Chosen Claim"),
  [GALLEY_KEY_GROUP_MOVING] = N_ ("Moving Around"),
  [GALLEY_KEY_GROUP_LIBRARY] = N_ ("Articles"),
  [GALLEY_KEY_GROUP_WINDOW] = N_ ("Window"),
  [GALLEY_KEY_GROUP_SESSION] = N_ ("Review Session"),
};

/**
 * galley_keys_get:
 * @out_n_keys: (out): how many there are
 *
 * Returns: (transfer none) (array length=out_n_keys): every key, sorted by group
 */
const GalleyKey *
galley_keys_get (guint *out_n_keys)
{
  *out_n_keys = G_N_ELEMENTS (keys);
  return keys;
}

/**
 * galley_keys_find:
 * @action: detailed name of an action
 *
 * Returns: (transfer none) (nullable): its keys
 */
const GalleyKey *
galley_keys_find (const char *action)
{
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (g_str_equal (keys[i].action, action))
      return &keys[i];

  return NULL;
}

/**
 * galley_key_group_get_label:
 *
 * Returns: (transfer none): the heading for people, translated
 */
const char *
galley_key_group_get_label (GalleyKeyGroup group)
{
  g_return_val_if_fail ((guint) group < GALLEY_N_KEY_GROUPS, NULL);

  return _ (groups[group]);
}

/**
 * galley_key_scope_get_label:
 *
 * Returns: (transfer none): where keys of an action act, for people, translated
 */
const char *
galley_key_scope_get_label (GalleyKeyScope scope)
{
  if ((scope & GALLEY_KEY_IN_TEXT) != 0)
    return _ ("Everywhere");
  if ((scope & GALLEY_KEY_ELSEWHERE) != 0)
    return _ ("Everywhere but where text is typed");
  if (scope == GALLEY_KEY_READING)
    return _ ("In the article and the list of claims");
  if (scope == GALLEY_KEY_IN_SESSION)
    return _ ("In a review session");
  if (scope == GALLEY_KEY_IN_ARTICLE)
    return _ ("In the article");

  g_return_val_if_fail (scope == GALLEY_KEY_IN_LIBRARY, NULL);
  return _ ("In the list of articles");
}

/**
 * galley_key_dup_default_presses:
 * @out_n_presses: (out): how many there are
 *
 * Returns: (transfer full) (array length=out_n_presses): the keys that an action has by default
 */
GalleyKeyPress *
galley_key_dup_default_presses (const GalleyKey *key, guint *out_n_presses)
{
  g_auto (GStrv) names = g_strsplit (key->triggers, " ", -1);
  guint n_presses = g_strv_length (names);
  GalleyKeyPress *presses = g_new0 (GalleyKeyPress, n_presses);

  for (guint i = 0; i < n_presses; i++)
    if (!galley_key_press_parse (names[i], &presses[i]))
      g_assert_not_reached ();

  *out_n_presses = n_presses;
  return presses;
}

/* The keys that are shown: the first ones. NULL if the action has none now. */
static const GalleyKeyPress *
get_first_press (const GalleyKey *key)
{
  guint n_presses;
  const GalleyKeyPress *presses =
      galley_key_map_get_presses (galley_key_map_get_default (), key, &n_presses);

  return n_presses > 0 ? presses : NULL;
}

/**
 * galley_keys_get_shown:
 * @action: detailed name of an action
 *
 * Returns: (transfer full) (nullable): its first keys for people, such as "Shift+N"; %NULL if it
 * has none now
 */
char *
galley_keys_get_shown (const char *action)
{
  const GalleyKey *key = galley_keys_find (action);
  const GalleyKeyPress *press = key != NULL ? get_first_press (key) : NULL;

  return press != NULL ? galley_key_press_get_label (press) : NULL;
}

/**
 * galley_keys_describe:
 * @action: detailed name of an action of the table
 *
 * Returns: (transfer full): what it does and its keys, for a tooltip: "Undo (Ctrl+Z)"
 */
char *
galley_keys_describe (const char *action)
{
  const GalleyKey *key = galley_keys_find (action);
  g_autofree char *shown = galley_keys_get_shown (action);

  g_return_val_if_fail (key != NULL, NULL);
  if (shown == NULL)
    return g_strdup (_ (key->label));

  /* Translators: a tooltip: what a button does, and the key that does the same. */
  return g_strdup_printf (_ ("%s (%s)"), _ (key->label), shown);
}

/**
 * galley_keys_quote:
 * @keys: (element-type GalleyKey): actions
 *
 * Returns: (transfer full): what they do, for a sentence: “Undo”, “Redo”
 */
char *
galley_keys_quote (GPtrArray *keys)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < keys->len; i++)
    {
      const GalleyKey *key = g_ptr_array_index (keys, i);

      if (i > 0)
        /* Translators: stands between the actions of a list. */
        g_string_append (list, _ (", "));
      /* Translators: %s is an action, such as “Confirm”, in a list of such. */
      g_string_append_printf (list, _ ("“%s”"), _ (key->label));
    }

  return g_string_free (g_steal_pointer (&list), FALSE);
}

/**
 * galley_keys_show_in:
 * @item: an item of a menu
 * @action: detailed name of an action of the table
 *
 * Has the item show the keys that the action has now.
 */
void
galley_keys_show_in (GMenuItem *item, const char *action)
{
  const GalleyKey *key = galley_keys_find (action);
  const GalleyKeyPress *press = key != NULL ? get_first_press (key) : NULL;
  g_autofree char *name = press != NULL ? galley_key_press_get_name (press) : NULL;

  if (name != NULL)
    g_menu_item_set_attribute (item, "accel", "s", name);
}

static GMenuItem *
create_item (const GalleyKey *key)
{
  GMenuItem *item = g_menu_item_new (_ (key->label), key->action);

  galley_keys_show_in (item, key->action);

  return item;
}

static void
end_section (GMenu *menu, GMenu **section)
{
  g_menu_append_section (menu, NULL, G_MENU_MODEL (*section));
  g_object_unref (*section);
  *section = g_menu_new ();
}

/* Adds to @menu until the list ends, or the submenu that it is; returns where. */
static const char *const *
fill_menu (GMenu *menu, const char *const *actions)
{
  g_autoptr (GMenu) section = g_menu_new ();

  for (; *actions != NULL && !g_str_equal (*actions, GALLEY_KEYS_END_SUBMENU); actions++)
    {
      if (**actions == '\0')
        end_section (menu, &section);
      else if (g_str_equal (*actions, GALLEY_KEYS_SUBMENU))
        {
          g_autoptr (GMenu) submenu = g_menu_new ();
          const char *label = actions[1];

          actions = fill_menu (submenu, actions + 2);
          g_menu_append_submenu (section, _ (label), G_MENU_MODEL (submenu));
        }
      else
        {
          const GalleyKey *key = galley_keys_find (*actions);
          g_autoptr (GMenuItem) item = NULL;

          g_assert (key != NULL);
          item = create_item (key);
          g_menu_append_item (section, item);
        }
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));

  return actions;
}

/**
 * galley_keys_build_menu:
 * @actions: (array zero-terminated=1): detailed names of actions of the table; "" begins a new
 *   section, %GALLEY_KEYS_SUBMENU a submenu, whose label follows, and which ends with
 *   %GALLEY_KEYS_END_SUBMENU
 *
 * Returns: (transfer full): a menu with their labels and the keys that they have now
 */
GMenu *
galley_keys_build_menu (const char *const *actions)
{
  GMenu *menu = g_menu_new ();

  actions = fill_menu (menu, actions);
  g_assert (*actions == NULL);

  return menu;
}

/* What one of the controller's shortcuts stands for. */
typedef struct
{
  const GalleyKey *key;
  GalleyKeyScopeFunc find_scope;
  GalleyKeyRefuseFunc refuse; /* nullable */
} Binding;

static gboolean
takes_typing (GtkWidget *widget)
{
  if (GTK_IS_TEXT_VIEW (widget))
    return gtk_text_view_get_editable (GTK_TEXT_VIEW (widget));

  return GTK_IS_EDITABLE (widget) && gtk_editable_get_editable (GTK_EDITABLE (widget));
}

static gboolean
activate_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  const Binding *binding = user_data;
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  GalleyKeyScope scope = focus != NULL && takes_typing (focus)
                             ? GALLEY_KEY_IN_TEXT
                             : binding->find_scope (widget, focus);
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;

  if ((binding->key->scope & scope) == 0)
    return FALSE;
  if (binding->refuse != NULL && binding->refuse (widget, binding->key->action))
    return TRUE;

  g_action_parse_detailed_name (binding->key->action, &name, &target, NULL);
  return gtk_widget_activate_action_variant (focus != NULL ? focus : widget, name, target);
}

static void
bind (GtkShortcutController *controller,
      guint keyval,
      GdkModifierType modifiers,
      const Binding *binding)
{
  gtk_shortcut_controller_add_shortcut (
      controller,
      gtk_shortcut_new (
          gtk_keyval_trigger_new (keyval, modifiers),
          gtk_callback_action_new (activate_cb, g_memdup2 (binding, sizeof (*binding)), g_free)));
}

static void
bind_presses (GtkShortcutController *controller, const Binding *binding)
{
  guint n_presses;
  const GalleyKeyPress *presses =
      galley_key_map_get_presses (galley_key_map_get_default (), binding->key, &n_presses);

  for (guint i = 0; i < n_presses; i++)
    {
      guint twin = galley_key_press_get_keypad_key (&presses[i]);

      bind (controller, presses[i].keyval, presses[i].modifiers, binding);
      if (twin != 0)
        bind (controller, twin, presses[i].modifiers, binding);
    }
}

/**
 * galley_keys_create_controller:
 * @find_scope: says where the focus is; it need not care for fields that can be typed into
 * @refuse: (nullable): is asked before an action is done
 *
 * Application accelerators would act while somebody types into a field; these keys look first where
 * the focus is.
 *
 * Returns: (transfer full): what makes all keys, as they are now, act in the window that it is
 * added to
 */
GtkEventController *
galley_keys_create_controller (GalleyKeyScopeFunc find_scope, GalleyKeyRefuseFunc refuse)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    bind_presses (GTK_SHORTCUT_CONTROLLER (controller), &(Binding){ &keys[i], find_scope, refuse });

  return controller;
}
