/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window-oracle.h"

#include "galley-claim-row.h"
#include "galley-claim-words.h"

#include <string.h>

/* What a window shows of an article, held against what the library keeps of it. Nothing that the
 * window computed is believed: it is read from its text, its labels and its buttons. */

/* What a character of the text looks like where no claim stands. */
#define NO_STATUS GALLEY_N_STATUSES

/* @words (transfer full) with single spaces between them. */
char *
window_oracle_collapse (const char *words)
{
  g_auto (GStrv) parts = g_strsplit_set (words, " \n\t", -1);
  GString *collapsed = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_string_append_printf (collapsed, "%s%s", collapsed->len > 0 ? " " : "", parts[i]);

  return g_string_free (collapsed, FALSE);
}

/* The words of @range (transfer full), whatever white space is between them. */
char *
window_oracle_get_words (GalleyCheck *check, GalleyRange range)
{
  GalleyText *text = galley_document_get_text (galley_check_get_document (check));
  g_autofree char *words = galley_text_slice (text, range);

  return window_oracle_collapse (words);
}

static char *
describe_claim (GalleyClaim *claim)
{
  GalleyRange range = galley_claim_get_range (claim);
  GalleyDisagreement *disagreement = galley_claim_get_disagreement (claim);
  GalleyFormer *former = galley_claim_get_former (claim);
  g_autofree char *rivals =
      disagreement != NULL ? galley_disagreement_describe (disagreement) : NULL;

  return g_strdup_printf (
      "%u-%u %s, unjudged %d, reason %s, note %s, correction %s, by %s, %s, star %d, %u notes, "
      "%u evidence, %u queries, former %s of “%s”, disagreement %s",
      range.start, range.end, galley_status_to_nick (galley_claim_get_status (claim)),
      galley_claim_is_unjudged (claim), galley_claim_get_reason (claim),
      galley_claim_get_note (claim), galley_claim_get_correction (claim),
      galley_claim_get_checked_by (claim),
      galley_priority_to_nick (galley_claim_get_priority (claim)), galley_claim_is_starred (claim),
      galley_claim_get_notes (claim) != NULL ? galley_claim_get_notes (claim)->len : 0,
      galley_claim_get_evidence (claim) != NULL ? galley_claim_get_evidence (claim)->len : 0,
      galley_claim_get_queries (claim) != NULL ? galley_claim_get_queries (claim)->len : 0,
      former != NULL ? galley_status_to_nick (former->status) : "none",
      former != NULL ? former->quote : "", rivals);
}

static char *
compare_claims (const char *what, GalleyClaimList *shown, GalleyClaimList *kept)
{
  guint n_shown = galley_claim_list_get_n_claims (shown);
  guint n_kept = galley_claim_list_get_n_claims (kept);

  if (n_shown != n_kept)
    return g_strdup_printf ("%u %s are shown, %u are kept", n_shown, what, n_kept);
  for (guint i = 0; i < n_kept; i++)
    {
      GalleyClaim *claim = galley_claim_list_peek (kept, i);
      GalleyClaim *same = galley_claim_list_find (shown, galley_claim_get_id (claim));
      g_autofree char *expected = describe_claim (claim);
      g_autofree char *found = same != NULL ? describe_claim (same) : g_strdup ("nothing");

      if (!g_str_equal (found, expected))
        return g_strdup_printf ("%s: shown “%s”, kept “%s”", what, found, expected);
    }

  return NULL;
}

static char *
compare_dismissals (GalleyCheck *shown, GalleyCheck *kept)
{
  GPtrArray *mine = galley_check_get_dismissals (shown);
  GPtrArray *theirs = galley_check_get_dismissals (kept);

  if (mine->len != theirs->len)
    return g_strdup_printf ("%u dismissals are shown, %u are kept", mine->len, theirs->len);
  for (guint i = 0; i < mine->len; i++)
    {
      GalleyDismissal *a = g_ptr_array_index (mine, i), *b = g_ptr_array_index (theirs, i);

      if (!galley_range_equal (a->range, b->range) || a->kind != b->kind)
        return g_strdup_printf ("dismissal %u: shown at %u, kept at %u", i, a->range.start,
                                b->range.start);
    }

  return NULL;
}

static char *
compare_numbers (GalleyCheck *shown, GalleyCheck *kept)
{
  GalleyArticle *article = galley_check_get_article (shown);

  /* The article's numbers are the first checker's, and not shown to a second reader. */
  for (guint i = 0; i < GALLEY_N_STATUSES && galley_check_get_reading (shown) == NULL; i++)
    {
      guint n = 0;

      for (guint j = 0; j < galley_claim_list_get_n_claims (galley_check_get_claims (kept)); j++)
        n += galley_claim_get_status (galley_claim_list_peek (galley_check_get_claims (kept), j)) ==
             i;
      if (galley_article_get_n_with_status (article, i) != n)
        return g_strdup_printf ("%u claims are counted as %s, which %u are",
                                galley_article_get_n_with_status (article, i),
                                galley_status_to_nick (i), n);
    }
  if (g_strcmp0 (galley_check_get_undo_verb (shown), galley_check_get_undo_verb (kept)) != 0 ||
      g_strcmp0 (galley_check_get_redo_verb (shown), galley_check_get_redo_verb (kept)) != 0)
    return g_strdup_printf ("undo %s, redo %s; they are %s and %s",
                            galley_check_get_undo_verb (shown), galley_check_get_redo_verb (shown),
                            galley_check_get_undo_verb (kept), galley_check_get_redo_verb (kept));

  return NULL;
}

/* Which status the tags at @iter look like: see GalleyArticleTags. */
static guint
read_status (const GtkTextIter *iter)
{
  g_autoptr (GSList) tags = gtk_text_iter_get_tags (iter);
  guint status = NO_STATUS;

  for (GSList *link = tags; link != NULL; link = link->next)
    {
      gboolean has_tint, has_underline;
      PangoUnderline underline;

      g_object_get (link->data, "background-set", &has_tint, "underline-set", &has_underline,
                    "underline", &underline, NULL);
      if (!has_tint || !has_underline)
        continue;
      if (underline == PANGO_UNDERLINE_LOW)
        status = GALLEY_STATUS_PENDING;
      if (underline == PANGO_UNDERLINE_SINGLE)
        status = GALLEY_STATUS_CONFIRMED;
      if (underline == PANGO_UNDERLINE_ERROR)
        status = GALLEY_STATUS_DISPUTED;
    }

  return status;
}

/* Of claims that overlap, disputed is what has to be seen, and then pending. */
static guint
find_status (GalleyClaimList *claims, guint offset)
{
  gboolean has[GALLEY_N_STATUSES + 1] = { FALSE };

  for (guint i = 0; i < galley_claim_list_get_n_claims (claims); i++)
    {
      GalleyClaim *claim = galley_claim_list_peek (claims, i);
      GalleyRange range = galley_claim_get_range (claim);

      if (range.start <= offset && offset < range.end)
        has[galley_claim_get_status (claim)] = TRUE;
    }
  if (has[GALLEY_STATUS_DISPUTED])
    return GALLEY_STATUS_DISPUTED;
  if (has[GALLEY_STATUS_PENDING])
    return GALLEY_STATUS_PENDING;

  return has[GALLEY_STATUS_CONFIRMED] ? GALLEY_STATUS_CONFIRMED : NO_STATUS;
}

static char *
compare_text (GalleyWindow *window, GalleyCheck *kept)
{
  GtkWidget *view = fixture_find (GTK_WIDGET (window->article_view), fixture_is_text_view, NULL);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  const char *expected =
      galley_text_peek_utf8 (galley_document_get_text (galley_check_get_document (kept)), NULL);
  g_autofree char *found = NULL;
  GtkTextIter iter;

  g_object_get (buffer, "text", &found, NULL);
  if (!g_str_equal (found, expected))
    return g_strdup_printf ("the text shown is “%s”", found);

  gtk_text_buffer_get_start_iter (buffer, &iter);
  do
    {
      guint offset = gtk_text_iter_get_offset (&iter);
      guint shown = read_status (&iter);
      guint status = find_status (galley_check_get_claims (kept), offset);

      if (shown != status)
        return g_strdup_printf ("character %u looks like status %u and has %u", offset, shown,
                                status);
    }
  while (gtk_text_iter_forward_char (&iter));

  return NULL;
}

static gboolean
is_quote (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) &&
         gtk_widget_has_css_class (widget, "claim-quote");
}

static gboolean
is_pressed (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_TOGGLE_BUTTON (widget) && gtk_widget_get_mapped (widget) &&
         g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), "claim.status") ==
             0 &&
         gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (widget));
}

/* The claim whose words and verdict the panel shows is in the library as it is there. */
static char *
compare_panel (GalleyWindow *window, GalleyCheck *kept)
{
  GtkWidget *panel = GTK_WIDGET (window->claim_panel);
  GalleyClaim *claim = galley_window_get_claim (window), *same;
  GtkWidget *quote = fixture_find (panel, is_quote, NULL);
  GtkWidget *button = fixture_find (panel, is_pressed, NULL);
  g_autofree char *words = NULL, *shown = NULL;
  const char *status;

  if (quote == NULL || claim == NULL)
    return NULL;
  same = galley_claim_list_find (galley_check_get_claims (kept), galley_claim_get_id (claim));
  if (same == NULL)
    return g_strdup ("a claim is chosen that is not kept");

  words = window_oracle_get_words (kept, galley_claim_get_range (same));
  shown = window_oracle_collapse (gtk_label_get_text (GTK_LABEL (quote)));
  if (!g_str_has_prefix (shown, words) && !g_str_has_prefix (words, shown))
    return g_strdup_printf ("the panel shows “%s”, chosen is “%s”", shown, words);
  if (galley_claim_is_unjudged (same))
    return button != NULL ? g_strdup ("the panel shows a status that nobody gave") : NULL;
  if (button == NULL)
    return g_strdup ("the panel shows no status");
  status =
      g_variant_get_string (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (button)), NULL);
  if (!g_str_equal (status, galley_status_to_nick (galley_claim_get_status (same))))
    return g_strdup_printf ("the panel shows %s for “%s”", status, words);

  return NULL;
}

/* What assistive technology is told of a row of the list (transfer full). */
static char *
read_name (GtkWidget *row)
{
  GtkAccessible *holder = GTK_ACCESSIBLE (gtk_widget_get_parent (row));

  return gtk_test_accessible_check_property (holder, GTK_ACCESSIBLE_PROPERTY_LABEL, "no name");
}

/* Whether @name is that of a claim which is kept, with the verdict that it has. */
static gboolean
is_kept (const char *name, GalleyCheck *kept)
{
  GalleyClaimList *claims = galley_check_get_claims (kept);

  for (guint i = 0; i < galley_claim_list_get_n_claims (claims); i++)
    {
      GalleyClaim *claim = galley_claim_list_peek (claims, i);
      g_autofree char *words = window_oracle_get_words (kept, galley_claim_get_range (claim));
      g_autofree char *shown = window_oracle_collapse (name);

      if (strstr (shown, galley_claim_words_get_state (claim)) != NULL &&
          strstr (shown, words) != NULL)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_row (GtkWidget *widget, gconstpointer data)
{
  return GALLEY_IS_CLAIM_ROW (widget) && gtk_widget_get_mapped (widget);
}

static gboolean
is_strange_row (GtkWidget *widget, gconstpointer kept)
{
  g_autofree char *name = is_row (widget, NULL) ? read_name (widget) : NULL;

  return name != NULL && strstr (name, "Unmarked") == NULL && !is_kept (name, (gpointer) kept);
}

/* Each row of the list that is no suggestion is a claim that is kept. */
static char *
compare_rows (GalleyWindow *window, GalleyCheck *kept)
{
  GtkWidget *pane = GTK_WIDGET (window->claims_pane);
  GtkWidget *row = fixture_find (pane, is_strange_row, kept);
  g_autofree char *name = row != NULL ? read_name (row) : NULL;

  if (galley_claim_list_get_n_claims (galley_check_get_claims (kept)) > 0 &&
      fixture_find (pane, is_row, NULL) == NULL)
    return g_strdup ("no row is shown");
  return name != NULL ? g_strdup_printf ("a row is named %s", name) : NULL;
}

/* Returns: (transfer full) (nullable): what is not in @shown as it is in @kept */
char *
window_oracle_compare (GalleyCheck *shown, GalleyCheck *kept)
{
  char *fault =
      compare_claims ("claims", galley_check_get_claims (shown), galley_check_get_claims (kept));

  if (fault == NULL)
    fault = compare_claims ("claims in the tray", galley_check_get_tray (shown),
                            galley_check_get_tray (kept));
  if (fault == NULL)
    fault = compare_dismissals (shown, kept);

  return fault;
}

/* Returns: (transfer full) (nullable): what @window shows and is not in @kept, the same article
 * read from the library just now */
char *
window_oracle_find_fault (GalleyWindow *window, GalleyCheck *kept)
{
  char *fault = window_oracle_compare (window->check, kept);

  if (fault == NULL)
    fault = compare_numbers (window->check, kept);
  if (fault == NULL)
    fault = compare_text (window, kept);
  if (fault == NULL)
    fault = compare_panel (window, kept);
  if (fault == NULL)
    fault = compare_rows (window, kept);

  return fault;
}
