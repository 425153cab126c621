/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Works at a library until it is killed, or for a number of steps: store-worker LIBRARY [STEPS]. It
 * writes the unit of each step as a line to its standard output once the step is durable. */
#include "galley-redraft.h"
#include "store-testing.h"

#include <stdlib.h>
#include <unistd.h>

#define TEXT                                                                                       \
  "The strike killed 11 people. Officials disagree. 😀\nNobody said why.\n"                      \
  "Ramón met Pérez in Ciudad Juárez on Wednesday."

static void
acknowledge (const GalleyOutcome *outcome)
{
  g_autofree char *line = g_strconcat (outcome->unit_id, "\n", NULL);

  if (write (STDOUT_FILENO, line, strlen (line)) != (gssize) strlen (line))
    exit (EXIT_FAILURE);
}

static GalleyCheck *
open_some_article (GalleyDesk *desk)
{
  GListModel *articles = galley_desk_get_articles (desk);
  g_autoptr (GalleyDocument) document = testing_new_document (TEXT);
  g_autoptr (GalleyOutcome) outcome = NULL;
  GError *error = NULL;
  GalleyCheck *check;

  outcome = galley_desk_import (desk, document, NULL, &error);
  g_assert_no_error (error);
  acknowledge (outcome);

  /* An older one, if there is one: it has more to be broken. */
  while (TRUE)
    {
      g_autoptr (GalleyArticle) article = g_list_model_get_item (
          articles, g_random_int_range (0, g_list_model_get_n_items (articles)));

      /* Another process may be purging them. */
      check = galley_desk_load (desk, galley_article_get_id (article), NULL, NULL);
      if (check != NULL)
        return check;
    }
}

static GalleyClaim *
pick_claim (GalleyCheck *check)
{
  GalleyClaimList *claims = galley_check_get_claims (check);
  guint n_claims = galley_claim_list_get_n_claims (claims);

  return n_claims > 0 ? galley_claim_list_peek (claims, g_random_int_range (0, n_claims)) : NULL;
}

static GalleyAction *
mark_something (GalleyCheck *check)
{
  guint length =
      galley_text_get_length (galley_document_get_text (galley_check_get_document (check)));
  guint start = g_random_int_range (0, length);
  GalleyRange range = { start, g_random_int_range (start + 1, length + 1) };

  return testing_mark (check, range, g_random_int_range (0, GALLEY_N_STATUSES));
}

static GalleyAction *
change_something (GalleyCheck *check)
{
  GalleyClaim *claim = pick_claim (check);
  const char *id = claim != NULL ? galley_claim_get_id (claim) : NULL;
  const char *ids[] = { id, NULL };
  GalleyCitation citation = { .source.texts = { [GALLEY_SOURCE_TITLE] = "Joint statement" },
                              .evidence.passage = "a high-level group" };

  if (claim == NULL)
    return mark_something (check);

  switch (g_random_int_range (0, 5))
    {
    case 0:
      return galley_verb_set_note (id, "asked the press office");
    case 1:
      return galley_verb_add_evidence (id, &citation);
    case 2:
      return galley_verb_set_correction (id, "twelve");
    default:
      return galley_verb_set_status (ids, g_random_int_range (0, GALLEY_N_STATUSES), "no source");
    }
}

/* Another draft, in which some of the words are others. */
static GalleyAction *
redraft_something (GalleyCheck *check)
{
  GalleyText *text = galley_document_get_text (galley_check_get_document (check));
  g_autoptr (GString) words = g_string_new (galley_text_peek_utf8 (text, NULL));
  g_autoptr (GalleyDocument) document = NULL;
  g_autoptr (GalleyRedraft) redraft = NULL;

  g_string_insert (words, 0, g_random_boolean () ? "Meanwhile. " : "Not so:\n");
  if (words->len > 4000)
    g_string_assign (words, TEXT);
  document = testing_new_document (words->str);
  redraft = galley_redraft_new (check, document, "new-draft");
  galley_redraft_compare (redraft);

  return galley_redraft_make_action (redraft);
}

static GalleyOutcome *
do_something (GalleyDesk *desk, GalleyCheck *check, GError **error)
{
  const char *article = galley_article_get_id (galley_check_get_article (check));

  switch (g_random_int_range (0, 11))
    {
    case 10:
      return testing_try (desk, redraft_something (check), error);
    case 0:
      return galley_desk_undo (desk, article, NULL, NULL, error);
    case 1:
      return galley_desk_redo (desk, article, NULL, error);
    case 2:
    case 3:
    case 4:
      return testing_try (desk, mark_something (check), error);
    default:
      return testing_try (desk, change_something (check), error);
    }
}

/* Somebody, perhaps this process, has given the article another draft. */
static void
reload (GalleyDesk *desk, GalleyCheck **check)
{
  g_autofree char *article = g_strdup (galley_article_get_id (galley_check_get_article (*check)));
  GalleyCheck *fresh = galley_desk_load (desk, article, NULL, NULL);

  if (fresh == NULL)
    return;
  g_object_unref (*check);
  *check = fresh;
}

int
main (int argc, char **argv)
{
  g_autoptr (GalleyDesk) desk = testing_open (argv[1]);
  g_autoptr (GalleyCheck) check = open_some_article (desk);
  int n_steps = argc > 2 ? atoi (argv[2]) : G_MAXINT;

  for (int i = 0; i < n_steps;)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GalleyOutcome) outcome = do_something (desk, check, &error);

      if (outcome != NULL)
        {
          acknowledge (outcome);
          i++;
        }
      else if (g_error_matches (error, GALLEY_STORE_ERROR, GALLEY_STORE_ERROR_CONFLICT))
        reload (desk, &check);
      else if (error->domain != GALLEY_STORE_ERROR || error->code == GALLEY_STORE_ERROR_DAMAGED)
        g_error ("%s", error->message);
    }

  return EXIT_SUCCESS;
}
