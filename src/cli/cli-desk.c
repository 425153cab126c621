/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-desk.h"

#include "galley-reading-verbs.h"

#include <glib/gi18n-lib.h>

/* Shorter beginnings of an id are more likely slips than meant. */
#define MIN_PREFIX_LENGTH 4

/* Who stands in the history: what was asked for, else who is logged in. */
static char *
find_actor (CliCall *call, GError **error)
{
  const char *typed = call->actor != NULL ? call->actor : g_getenv ("GALLEY_ACTOR");
  g_autofree char *actor = NULL;

  if (typed == NULL)
    typed = g_str_equal (g_get_real_name (), "Unknown") ? g_get_user_name () : g_get_real_name ();

  actor = g_strdup (typed);
  return cli_clean_name (&actor, error) ? g_steal_pointer (&actor) : NULL;
}

/**
 * cli_find_library:
 *
 * Returns: (transfer full): path of the library that @call is about
 */
char *
cli_find_library (CliCall *call)
{
  return call->library != NULL ? g_strdup (call->library) : galley_desk_get_default_path ();
}

/* Only what brings something in begins a library. Elsewhere a slip in its name must not go
 * unnoticed. */
static gboolean
check_is_there (const char *path, GError **error)
{
  g_autofree char *shown = g_filename_display_name (path);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("There is no library “%s”"), shown);
  return FALSE;
}

/* Whether @problem keeps a library from being written to, and not from being read. */
static gboolean
is_about_writing (const GError *problem)
{
  return g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_READ_ONLY) ||
         g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
}

/* What changes nothing need not be able to. */
static GalleyDesk *
open_library (CliCall *call, const char *path, const char *actor, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (GError) read_problem = NULL;
  GalleyDesk *desk = galley_desk_open (path, actor, /* cancellable= */ NULL, &problem);

  if (desk == NULL && is_about_writing (problem) && !(call->command->traits & CLI_CHANGES))
    desk = galley_desk_open_to_read (path, actor, /* cancellable= */ NULL, &read_problem);
  if (desk != NULL)
    return desk;

  /* Room on the disk is what somebody can make. */
  if (read_problem != NULL && problem->code != G_IO_ERROR_NO_SPACE)
    g_propagate_error (error, g_steal_pointer (&read_problem));
  else
    g_propagate_error (error, g_steal_pointer (&problem));
  return NULL;
}

/**
 * cli_get_desk:
 * @call: a call that was parsed
 *
 * Opens the library, if that was not done yet; to be read, if it can't be written to and the
 * command changes nothing. Only a command that brings something in makes one where there is none:
 * else a slip in its name would go unnoticed.
 *
 * Returns: (transfer none): the desk, or %NULL with an error
 */
GalleyDesk *
cli_get_desk (CliCall *call, GError **error)
{
  g_autofree char *path = NULL;
  g_autofree char *actor = NULL;

  if (call->desk != NULL)
    return call->desk;

  path = cli_find_library (call);
  actor = find_actor (call, error);
  if (actor == NULL)
    return NULL;
  if (!(call->command->traits & CLI_CREATES) && !check_is_there (path, error))
    return NULL;

  call->desk = open_library (call, path, actor, error);
  return call->desk;
}

static gboolean
is_prefix (const char *prefix, const char *id)
{
  return g_ascii_strncasecmp (prefix, id, strlen (prefix)) == 0;
}

/**
 * cli_find_article:
 * @typed: an id or the beginning of one
 * @error: return location for an error; %CLI_EXIT_NOT_FOUND if not exactly one article fits
 *
 * Returns: (transfer full): the article, or %NULL
 */
GalleyArticle *
cli_find_article (CliCall *call, const char *typed, GError **error)
{
  GalleyDesk *desk = cli_get_desk (call, error);
  g_autoptr (GalleyArticle) found = NULL;
  GListModel *articles;
  guint n_articles;

  if (desk == NULL)
    return NULL;

  articles = galley_desk_get_articles (desk);
  n_articles = strlen (typed) >= MIN_PREFIX_LENGTH ? g_list_model_get_n_items (articles) : 0;
  for (guint i = 0; i < n_articles; i++)
    {
      g_autoptr (GalleyArticle) article = g_list_model_get_item (articles, i);

      if (!is_prefix (typed, galley_article_get_id (article)))
        continue;
      if (found != NULL)
        {
          g_set_error (error, CLI_ERROR, CLI_EXIT_NOT_FOUND,
                       _ ("The ids of several articles begin with “%s”"), typed);
          return NULL;
        }
      found = g_steal_pointer (&article);
    }

  if (found == NULL)
    g_set_error (error, CLI_ERROR, CLI_EXIT_NOT_FOUND, _ ("There is no article “%s”"), typed);
  return g_steal_pointer (&found);
}

/* An article that was removed is in no list any more, but what was done to it is. */
static gboolean
has_history (GalleyDesk *desk, const char *id)
{
  g_autoptr (GPtrArray) entries = galley_desk_list_history (desk, id, /* subject_id= */ NULL,
                                                            /* cancellable= */ NULL, NULL);

  return entries != NULL && entries->len > 0;
}

/**
 * cli_find_article_id:
 * @typed: an id or the beginning of one
 * @error: return location for an error
 *
 * As cli_find_article(), but a whole id may be that of an article that was removed.
 *
 * Returns: (transfer full): the id, or %NULL
 */
char *
cli_find_article_id (CliCall *call, const char *typed, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (GalleyArticle) article = cli_find_article (call, typed, &problem);
  g_autofree char *id = g_ascii_strdown (typed, -1);

  if (article != NULL)
    return g_strdup (galley_article_get_id (article));
  if (call->desk != NULL && g_uuid_string_is_valid (id) && has_history (call->desk, id))
    return g_steal_pointer (&id);

  g_propagate_error (error, g_steal_pointer (&problem));
  return NULL;
}

/* Sets an error if @call tells what was decided, and whoever asks reads @article second, here or,
 * under the same name, elsewhere. */
static gboolean
check_shown (CliCall *call, GalleyArticle *article, GError **error)
{
  const char *reader = galley_desk_get_actor (call->desk);

  if (!(call->command->traits & CLI_SHOWS_CHECK) || !galley_article_is_read_by (article, reader))
    return TRUE;

  g_set_error (error, CLI_ERROR, CLI_EXIT_FAILED,
               _ ("%s has a reading of this article under way, and is not shown the first verdicts "
                  "before it has ended"),
               reader);
  return FALSE;
}

/**
 * cli_check_shown:
 * @article_id: an article, which may have been removed
 *
 * For commands that tell what was decided without loading an article for it.
 *
 * Returns: whether whoever asks may be told
 */
gboolean
cli_check_shown (CliCall *call, const char *article_id, GError **error)
{
  GalleyArticle *article = galley_desk_find_article (call->desk, article_id);

  return article == NULL || check_shown (call, article, error);
}

/**
 * cli_list_hidden:
 *
 * For commands that list things of all articles.
 *
 * Returns: (transfer full) (element-type utf8): ids of the articles of which whoever asks is told
 *   nothing
 */
GHashTable *
cli_list_hidden (CliCall *call)
{
  GHashTable *hidden = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GListModel *articles = galley_desk_get_articles (call->desk);

  for (guint i = 0; i < g_list_model_get_n_items (articles); i++)
    {
      g_autoptr (GalleyArticle) article = g_list_model_get_item (articles, i);

      if (!check_shown (call, article, /* error= */ NULL))
        g_hash_table_add (hidden, g_strdup (galley_article_get_id (article)));
    }

  return hidden;
}

static GalleyCheck *
load_article (CliCall *call, const char *article_id, GError **error)
{
  g_autoptr (GalleyCheck) check =
      galley_desk_load (call->desk, article_id, /* cancellable= */ NULL, error);

  return check != NULL && check_shown (call, galley_check_get_article (check), error)
             ? g_steal_pointer (&check)
             : NULL;
}

/**
 * cli_load:
 * @typed: an article's id or the beginning of one
 * @error: return location for an error
 *
 * Returns: (transfer full): the article with its text and claims, or %NULL
 */
GalleyCheck *
cli_load (CliCall *call, const char *typed, GError **error)
{
  g_autoptr (GalleyArticle) article = cli_find_article (call, typed, error);

  return article != NULL ? load_article (call, galley_article_get_id (article), error) : NULL;
}

/**
 * cli_load_as_seen:
 * @typed: an article's id or the beginning of one
 * @number: one of its drafts, counted from 1; %CLI_NOT_TYPED for the present one
 * @error: return location for an error
 *
 * As cli_load_at(), but whoever has a second reading of the article under way is shown the article
 * as its reader, who sees what they found and nothing else.
 *
 * Returns: (transfer full): the article with its text and claims, or %NULL
 */
GalleyCheck *
cli_load_as_seen (CliCall *call, const char *typed, int number, GError **error)
{
  g_autoptr (GalleyArticle) article = cli_find_article (call, typed, error);
  g_autoptr (GalleyCheck) check = NULL;
  GalleyReading *reading;
  const char *reader;

  if (article == NULL)
    return NULL;
  reader = galley_desk_get_actor (call->desk);
  if (number != CLI_NOT_TYPED || !galley_article_is_read_by (article, reader))
    return cli_load_at (call, typed, number, error);

  check = galley_desk_load (call->desk, galley_article_get_id (article), /* cancellable= */ NULL,
                            error);
  if (check == NULL)
    return NULL;
  reading = galley_check_find_reading_of (check, reader);
  if (reading == NULL)
    reading = galley_check_find_namesake (check, reader);
  return galley_check_new_blind (check, reading);
}

/**
 * cli_load_at:
 * @typed: an article's id or the beginning of one
 * @number: one of its drafts, counted from 1; %CLI_NOT_TYPED for the present one
 * @error: return location for an error
 *
 * Returns: (transfer full): the article as it was when that draft was last under check, or %NULL
 */
GalleyCheck *
cli_load_at (CliCall *call, const char *typed, int number, GError **error)
{
  g_autoptr (GalleyArticle) article = NULL;

  if (number == CLI_NOT_TYPED)
    return cli_load (call, typed, error);

  article = cli_find_article (call, typed, error);
  if (article == NULL)
    return NULL;
  if (number < 1)
    {
      g_set_error (error, CLI_ERROR, CLI_EXIT_NOT_FOUND, _ ("The article has no draft %d"), number);
      return NULL;
    }
  if (!check_shown (call, article, error))
    return NULL;
  return galley_desk_load_draft (call->desk, galley_article_get_id (article), number, error);
}

static void
set_no_claim (const char *typed, GError **error)
{
  g_set_error (error, CLI_ERROR, CLI_EXIT_NOT_FOUND,
               _ ("“%s” is no claim’s id, nor the beginning of just one"), typed);
}

static gboolean
find_claim (CliCall *call,
            const char *typed,
            char **out_claim_id,
            char **out_article_id,
            GError **error)
{
  GalleyDesk *desk = cli_get_desk (call, error);
  g_autofree char *prefix = g_ascii_strdown (typed, -1);
  g_autofree char *claim_id = NULL;
  g_autofree char *article_id = NULL;

  if (desk == NULL)
    return FALSE;
  if (strlen (prefix) >= MIN_PREFIX_LENGTH &&
      !galley_desk_find_claim (desk, prefix, &claim_id, &article_id, error))
    return FALSE;
  if (claim_id == NULL)
    {
      set_no_claim (typed, error);
      return FALSE;
    }

  *out_claim_id = g_steal_pointer (&claim_id);
  *out_article_id = g_steal_pointer (&article_id);
  return TRUE;
}

/**
 * cli_find_claim:
 * @typed: a claim's id or the beginning of one
 * @error: return location for an error; %CLI_EXIT_NOT_FOUND if there is no such claim
 *
 * Returns: (transfer full): the id, or %NULL
 */
char *
cli_find_claim (CliCall *call, const char *typed, GError **error)
{
  g_autofree char *article_id = NULL;
  char *claim_id = NULL;

  return find_claim (call, typed, &claim_id, &article_id, error) ? claim_id : NULL;
}

/**
 * cli_find_claims:
 * @n_claims: how many of the call's arguments, from the first, are claims
 * @error: return location for an error; %CLI_EXIT_NOT_FOUND if one of them is none
 *
 * Returns: (transfer full) (array zero-terminated=1): their ids, or %NULL
 */
char **
cli_find_claims (CliCall *call, guint n_claims, GError **error)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; i < n_claims; i++)
    {
      g_autofree char *id = cli_find_claim (call, call->arguments[i], error);

      if (id == NULL)
        return NULL;
      g_strv_builder_add (ids, id);
    }

  return g_strv_builder_end (ids);
}

/**
 * cli_load_source:
 * @typed: the id of an entry of the source log, or the beginning of one
 * @error: return location for an error; %CLI_EXIT_NOT_FOUND if not exactly one fits
 *
 * Returns: (transfer full): the entry, or %NULL
 */
GalleySource *
cli_load_source (CliCall *call, const char *typed, GError **error)
{
  GalleyDesk *desk = cli_get_desk (call, error);
  g_autoptr (GPtrArray) sources = NULL;
  GalleySource *found = NULL;

  if (desk == NULL)
    return NULL;
  sources = galley_desk_list_sources (desk, /* cancellable= */ NULL, error);
  if (sources == NULL)
    return NULL;

  for (guint i = 0; strlen (typed) >= MIN_PREFIX_LENGTH && i < sources->len; i++)
    {
      GalleySource *source = g_ptr_array_index (sources, i);

      if (!is_prefix (typed, source->id))
        continue;
      if (found != NULL)
        {
          g_set_error (error, CLI_ERROR, CLI_EXIT_NOT_FOUND,
                       _ ("The ids of several sources begin with “%s”"), typed);
          return NULL;
        }
      found = source;
    }

  if (found == NULL)
    {
      g_set_error (error, CLI_ERROR, CLI_EXIT_NOT_FOUND, _ ("There is no source “%s”"), typed);
      return NULL;
    }
  return galley_source_ref (found);
}

/**
 * cli_find_source:
 * @typed: the id of an entry of the source log, or the beginning of one
 * @error: return location for an error; %CLI_EXIT_NOT_FOUND if not exactly one fits
 *
 * Returns: (transfer full): the id, or %NULL
 */
char *
cli_find_source (CliCall *call, const char *typed, GError **error)
{
  g_autoptr (GalleySource) source = cli_load_source (call, typed, error);

  return source != NULL ? g_strdup (source->id) : NULL;
}

/**
 * cli_load_with_claim:
 * @typed: a claim's id or the beginning of one
 * @out_claim: (out) (transfer none): the claim, which belongs to the check
 * @error: return location for an error
 *
 * Returns: (transfer full): the article that @typed is a claim of, or %NULL
 */
GalleyCheck *
cli_load_with_claim (CliCall *call, const char *typed, GalleyClaim **out_claim, GError **error)
{
  g_autofree char *claim_id = NULL;
  g_autofree char *article_id = NULL;
  g_autoptr (GalleyCheck) check = NULL;
  GalleyClaim *claim;

  if (!find_claim (call, typed, &claim_id, &article_id, error))
    return NULL;
  check = load_article (call, article_id, error);
  if (check == NULL)
    return NULL;

  claim = galley_claim_list_find (galley_check_get_claims (check), claim_id);
  if (claim == NULL)
    {
      set_no_claim (typed, error);
      return NULL;
    }

  *out_claim = claim;
  return g_steal_pointer (&check);
}

/**
 * cli_load_claim_article:
 * @typed: a claim's id or the beginning of one; the claim need not stand on any words
 * @out_claim_id: (out) (transfer full): the claim's id
 * @error: return location for an error
 *
 * Returns: (transfer full): the article that @typed is a claim of, or %NULL
 */
GalleyCheck *
cli_load_claim_article (CliCall *call, const char *typed, char **out_claim_id, GError **error)
{
  g_autofree char *claim_id = NULL;
  g_autofree char *article_id = NULL;
  GalleyCheck *check;

  if (!find_claim (call, typed, &claim_id, &article_id, error))
    return NULL;
  check = load_article (call, article_id, error);
  if (check != NULL)
    *out_claim_id = g_steal_pointer (&claim_id);

  return check;
}

/**
 * cli_perform:
 * @action: (transfer full): what to do
 *
 * Does it, durably: the one way from the commands to the library. Where it decides about claims
 * that second readers have read, what the check said before stays known.
 *
 * Returns: whether it was done
 */
gboolean
cli_perform (CliCall *call, GalleyAction *action, GError **error)
{
  g_autoptr (GalleyAction) owned = action;
  GalleyDesk *desk = cli_get_desk (call, error);
  g_autoptr (GalleyAction) done = NULL;
  g_autoptr (GalleyOutcome) outcome = NULL;

  if (desk == NULL)
    return FALSE;
  done = galley_desk_keep_first (desk, owned, error);
  if (done == NULL)
    return FALSE;

  outcome = galley_desk_perform (desk, done, /* cancellable= */ NULL, error);
  return outcome != NULL;
}

/**
 * cli_perform_and_print:
 * @action: (transfer full): what to do
 * @n_printed: how many of its changes, from the last backwards, are about what the verb is said to
 *   make
 *
 * Does it, and prints the ids of what it made, one a line.
 *
 * Returns: whether it was done
 */
gboolean
cli_perform_and_print (CliCall *call, GalleyAction *action, guint n_printed, GError **error)
{
  g_autoptr (GalleyAction) owned = action;

  if (!cli_perform (call, galley_action_ref (owned), error))
    return FALSE;

  for (guint i = owned->changes->len - n_printed; i < owned->changes->len; i++)
    cli_print ("%s\n", ((GalleyChange *) g_ptr_array_index (owned->changes, i))->subject_id);
  return TRUE;
}
