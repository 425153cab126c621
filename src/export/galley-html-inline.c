/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-append.h"
#include "galley-escape.h"
#include "galley-html.h"
#include "galley-words.h"

#include <glib/gi18n-lib.h>

/*
 * Each run that claims cover is one <mark>, so claims may overlap in any way: data-claims names all
 * of them, the classes say how they stand. The place where a claim's words begin has the id
 * "words-N"; where they end, a badge leads to "claim-N", its entry.
 */

static void
append_claim_names (GalleyHtml *self, const GalleySpan *span)
{
  g_string_append (self->out, " title=\"");
  for (guint i = 0; i < span->n_claims; i++)
    {
      g_string_append (self->out, i > 0 ? "; " : "");
      g_string_append (self->out, self->names[span->claims[i]]);
    }
  if (span->n_more > 0)
    {
      g_autofree char *more =
          g_strdup_printf (ngettext ("; and %u more claim around them",
                                     "; and %u more claims around them", span->n_more),
                           span->n_more);

      galley_html_append_text (self, more);
    }
  g_string_append_c (self->out, '"');
}

static void
open_mark (GalleyHtml *self, const GalleySpan *span)
{
  g_string_append (self->out, "<mark class=\"");
  for (guint i = 0, n = 0; i < GALLEY_N_STATUSES; i++)
    if (span->statuses & (1u << i))
      galley_append (self->out, "%s%s", n++ > 0 ? " " : "", galley_status_to_nick (i));
  g_string_append (self->out, span->n_claims > 1 ? " several\"" : "\"");
  if (span->n_starting > 0)
    galley_append (self->out, " id=\"words-%u\"", span->starting[0] + 1);

  g_string_append (self->out, " data-claims=\"");
  for (guint i = 0; i < span->n_claims; i++)
    galley_append (self->out, "%s%u", i > 0 ? " " : "", span->claims[i] + 1);
  g_string_append_c (self->out, '"');
  append_claim_names (self, span);
  g_string_append_c (self->out, '>');

  /* Claims that begin at the same word need a target each, and an element has but one id. */
  for (guint i = 1; i < span->n_starting; i++)
    galley_append (self->out, "<span id=\"words-%u\"></span>", span->starting[i] + 1);
}

static void
append_badge (GalleyHtml *self, const GalleyCopyRun *run)
{
  const char *nick = galley_status_to_nick ((GalleyStatus) run->status);

  if (run->target == GALLEY_COPY_CLAIM)
    galley_append (self->out, "<a class=\"badge %s\" href=\"#claim-%u\"%s aria-label=\"%s\">", nick,
                   run->number, self->is_in_article ? self->own_lang : "",
                   self->names[run->number - 1]);
  else
    galley_append (self->out, "<span class=\"badge %s\">", nick);
  galley_escape_html (self->out, run->text, (gssize) run->length_bytes);
  g_string_append (self->out, run->target == GALLEY_COPY_CLAIM ? "</a>" : "</span>");
}

/* Spaces that do not break, so that a time stays in one line. */
static void
append_time (GalleyHtml *self, const GalleyCopyRun *run)
{
  g_auto (GStrv) words = g_strsplit (run->text, " ", /* max_tokens= */ -1);
  g_autofree char *joined = g_strjoinv ("\302\240", words);

  galley_append (self->out, "<time datetime=\"%s\">", run->iso);
  galley_html_append_text (self, joined);
  g_string_append (self->out, "</time>");
}

static void
open_link (GalleyHtml *self, const GalleyCopyRun *run)
{
  if (run->href != NULL)
    {
      g_string_append (self->out, "<a href=\"");
      galley_html_append_text (self, run->href);
      g_string_append (self->out, "\">");
    }
  if (run->target == GALLEY_COPY_NOTE)
    galley_append (self->out, "<a class=\"ref\" href=\"#note-%u\">", run->number);
  if (run->target == GALLEY_COPY_CLAIM)
    galley_append (self->out, "<a href=\"#claim-%u\">", run->number);
  if (run->target == GALLEY_COPY_CLAIM_WORDS)
    {
      g_autofree char *label = g_strdup_printf (_ ("Claim %u in the text"), run->number);

      galley_append (self->out, "<a href=\"#words-%u\" aria-label=\"", run->number);
      galley_html_append_text (self, label);
      g_string_append (self->out, "\">");
    }
}

/* The element that sets a run apart, with its attributes but the language; NULL if none has to. */
static const char *
find_tag (const GalleyCopyRun *run, gboolean is_alone)
{
  if (run->marks & GALLEY_COPY_DELETED)
    return "del";
  if (run->marks & GALLEY_COPY_INSERTED)
    return "ins";
  if (run->marks & GALLEY_COPY_STRONG)
    return "strong";
  if (run->marks & GALLEY_COPY_EMPHASIS)
    return "em";
  if (run->marks & (GALLEY_COPY_FOREIGN | GALLEY_COPY_OF_ARTICLE))
    return is_alone ? NULL : "bdi";

  return NULL;
}

static gboolean
is_isolated (const GalleyCopyRun *run, const char *tag)
{
  return (run->marks & (GALLEY_COPY_FOREIGN | GALLEY_COPY_OF_ARTICLE)) != 0 && tag != NULL &&
         !g_str_equal (tag, "bdi");
}

static void
append_words (GalleyHtml *self, const GalleyCopyRun *run, gboolean is_alone, const char *lang)
{
  const char *tag = find_tag (run, is_alone);

  if (run->marks & GALLEY_COPY_ON_SCREEN)
    g_string_append (self->out, "<span class=\"goto\">");
  if (run->status >= 0)
    galley_append (self->out, "<span class=\"line %s\">",
                   galley_status_to_nick ((GalleyStatus) run->status));
  open_link (self, run);
  if (tag != NULL)
    galley_append (self->out, "<%s%s%s>", tag,
                   !is_alone && is_isolated (run, tag) ? " dir=\"auto\"" : "",
                   run->marks & GALLEY_COPY_OF_ARTICLE ? lang : "");
  galley_escape_html (self->out, run->text, (gssize) run->length_bytes);
  if (tag != NULL)
    galley_append (self->out, "</%s>", tag);
  g_string_append (self->out,
                   run->href != NULL || run->target != GALLEY_COPY_NOWHERE ? "</a>" : "");
  g_string_append (self->out, run->status >= 0 ? "</span>" : "");
  g_string_append (self->out, run->marks & GALLEY_COPY_ON_SCREEN ? "</span>" : "");
}

static gboolean
is_blank (const GalleyCopyRun *run)
{
  const char *end = run->text + run->length_bytes;

  for (const char *p = run->text; p < end; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      return FALSE;

  return TRUE;
}

/* Words of the article in their place. What a claim leaves of a link may be a space, and nobody can
 * see or hear where that leads. */
static void
append_span (GalleyHtml *self, const GalleyCopyRun *run)
{
  gboolean is_link = run->href != NULL && !is_blank (run);

  if (run->span->n_claims > 0)
    open_mark (self, run->span);
  if (is_link)
    open_link (self, run);
  galley_escape_html (self->out, run->text, (gssize) run->length_bytes);
  g_string_append (self->out, is_link ? "</a>" : "");
  g_string_append (self->out, run->span->n_claims > 0 ? "</mark>" : "");
}

/* Whether all words of @element are the article's; badges have none. */
static gboolean
is_of_article (const GalleyCopyElement *element)
{
  for (guint i = 0; i < element->n_runs; i++)
    if (!(element->runs[i].marks & (GALLEY_COPY_OF_ARTICLE | GALLEY_COPY_BADGE)))
      return FALSE;

  return element->n_runs > 0;
}

/**
 * galley_html_get_lang:
 *
 * Returns: (transfer none): attribute for what holds the words of @element
 */
const char *
galley_html_get_lang (GalleyHtml *self, const GalleyCopyElement *element)
{
  return !self->is_in_article && is_of_article (element) ? self->article_lang : "";
}

/**
 * galley_html_append_runs:
 *
 * Appends the words of @element.
 */
void
galley_html_append_runs (GalleyHtml *self, const GalleyCopyElement *element)
{
  const char *lang = *galley_html_get_lang (self, element) == '\0' && !self->is_in_article
                         ? self->article_lang
                         : "";
  gboolean is_one = element->n_runs == 1 || is_of_article (element);

  for (guint i = 0; i < element->n_runs; i++)
    {
      const GalleyCopyRun *run = &element->runs[i];

      if (run->span != NULL)
        append_span (self, run);
      else if (run->marks & GALLEY_COPY_BADGE)
        append_badge (self, run);
      else if (run->marks & GALLEY_COPY_TIME)
        append_time (self, run);
      else
        append_words (self, run, is_one, lang);
    }
}
