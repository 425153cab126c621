/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-append.h"
#include "galley-chart-svg.h"
#include "galley-direction.h"
#include "galley-html.h"
#include "galley-words.h"

#include <glib/gi18n-lib.h>

/* The elements of a copy. What they are in – a list, facts – is opened by the first of them and
 * closed by the first that does not belong there. */

static void
close_container (GalleyHtml *self)
{
  switch (self->container)
    {
    case GALLEY_HTML_LIST:
      for (; self->depth > 0; self->depth--)
        g_string_append (self->out, "</li>\n</ul>\n");
      break;
    case GALLEY_HTML_QUOTE:
      g_string_append (self->out, "</blockquote>\n");
      break;
    case GALLEY_HTML_FACTS:
      g_string_append (self->out, "</dd>\n</dl>\n");
      break;
    case GALLEY_HTML_EVIDENCE:
      g_string_append (self->out, "</ul>\n</dd>\n</dl>\n");
      break;
    case GALLEY_HTML_NONE:
    default:
      break;
    }
  self->container = GALLEY_HTML_NONE;
}

static void
close_entries (GalleyHtml *self)
{
  if (self->entries != NULL && !self->is_in_entry)
    {
      g_string_append (self->out, "</ol>\n");
      self->entries = NULL;
    }
}

/* Makes room for something that is in no container. */
static void
close_all (GalleyHtml *self)
{
  close_container (self);
  close_entries (self);
}

static void
append_label (GalleyHtml *self, const GalleyCopyElement *element)
{
  if (element->label == NULL)
    return;

  g_string_append (self->out, "<span class=\"label\">");
  galley_html_append_text (self, element->label);
  g_string_append (self->out, element->n_runs > 0 ? ":</span> " : ":</span>");
}

/* An element with a class of its role and, if the words are not those of the page, a language. */
static void
append_simple (GalleyHtml *self, const GalleyCopyElement *element, const char *tag)
{
  const char *nick = galley_copy_role_to_nick (element->role);
  gboolean is_state = element->role == GALLEY_COPY_OPEN || element->role == GALLEY_COPY_DONE;

  galley_append (self->out, "<%s", tag);
  if (nick != NULL)
    galley_append (self->out, " class=\"%s%s\"", is_state ? "state " : "", nick);
  galley_append (self->out, " dir=\"auto\"%s>", galley_html_get_lang (self, element));
  append_label (self, element);
  galley_html_append_runs (self, element);
}

static void
append_paragraph (GalleyHtml *self, const GalleyCopyElement *element)
{
  append_simple (self, element, "p");
  if (element->role == GALLEY_COPY_LEGEND)
    {
      g_string_append_c (self->out, ' ');
      galley_html_append_text (self, _ ("A line of its own kind for each status runs under the "
                                        "words of each claim."));
    }
  g_string_append (self->out, "</p>\n");
}

static void
append_heading (GalleyHtml *self, const GalleyCopyElement *element)
{
  galley_append (self->out, "<h%u dir=\"auto\"%s>", element->level,
                 galley_html_get_lang (self, element));
  galley_html_append_runs (self, element);
  galley_append (self->out, "</h%u>\n", element->level);
}

/* The title may have claims, so its badges need a language as they do in the article. */
static void
append_title (GalleyHtml *self, const GalleyCopyElement *element)
{
  galley_append (self->out, "<h1 dir=\"auto\"%s>", self->article_lang);
  self->is_in_article = TRUE;
  galley_html_append_runs (self, element);
  self->is_in_article = FALSE;
  g_string_append (self->out, "</h1>\n");
}

/* Leaves the item open: a deeper list goes into it. */
static void
append_item (GalleyHtml *self, const GalleyCopyElement *element)
{
  if (element->level > self->depth)
    g_string_append (self->out, self->depth > 0 ? "\n" : "");
  else
    {
      g_string_append (self->out, "</li>\n");
      for (; self->depth > element->level; self->depth--)
        g_string_append (self->out, "</ul>\n</li>\n");
    }
  for (; self->depth < element->level; self->depth++)
    g_string_append (self->out,
                     element->role == GALLEY_COPY_COUNT ? "<ul class=\"counts\">\n" : "<ul>\n");

  self->container = GALLEY_HTML_LIST;
  galley_append (self->out, "<li dir=\"auto\"%s>", galley_html_get_lang (self, element));
  append_label (self, element);
  galley_html_append_runs (self, element);
}

/* Leaves the fact open: evidence goes into it. */
static void
append_fact (GalleyHtml *self, const GalleyCopyElement *element)
{
  if (self->container == GALLEY_HTML_NONE)
    g_string_append (self->out, self->is_in_entry ? "<dl>\n" : "<dl class=\"facts\">\n");
  else
    g_string_append (self->out,
                     self->container == GALLEY_HTML_EVIDENCE ? "</ul>\n</dd>\n" : "</dd>\n");
  self->container = GALLEY_HTML_FACTS;

  g_string_append (self->out, "<dt>");
  galley_html_append_text (self, element->label);
  galley_append (self->out, "</dt><dd class=\"%s\" dir=\"auto\"%s>", element->nick,
                 galley_html_get_lang (self, element));
  galley_html_append_runs (self, element);
}

/* The words of claims and sources are one quote each; those of the article may follow each other.
 */
static void
append_quote (GalleyHtml *self, const GalleyCopyElement *element)
{
  if (element->role == GALLEY_COPY_PLAIN)
    {
      if (self->container == GALLEY_HTML_NONE)
        g_string_append (self->out, "<blockquote>\n");
      self->container = GALLEY_HTML_QUOTE;
      append_paragraph (self, element);
      return;
    }

  append_simple (self, element, "blockquote");
  g_string_append (self->out, "</blockquote>\n");
}

static void
append_cell (GalleyHtml *self, const GalleyCopyElement *element, gboolean is_last)
{
  const char *tag =
      element->role == GALLEY_COPY_COLUMN || element->role == GALLEY_COPY_ROW_NAME ? "th" : "td";

  galley_append (self->out, "<%s", tag);
  if (element->role == GALLEY_COPY_COLUMN)
    g_string_append (self->out, " scope=\"col\"");
  if (element->role == GALLEY_COPY_ROW_NAME)
    g_string_append (self->out, " scope=\"row\"");
  if (element->role == GALLEY_COPY_FIGURE)
    g_string_append (self->out, " class=\"number\"");
  galley_append (self->out, " dir=\"auto\"%s", galley_html_get_lang (self, element));
  if (is_last && self->n_columns > 1)
    galley_append (self->out, " colspan=\"%u\"", self->n_columns);
  g_string_append_c (self->out, '>');
  galley_html_append_runs (self, element);
  galley_append (self->out, "</%s>", tag);
  self->n_columns--;
}

static void
append_chart (GalleyHtml *self, const GalleyCopyElement *element)
{
  self->n_charts++;
  g_string_append (self->out, "<figure class=\"chart\">\n");
  galley_chart_append_svg (self->out, element->chart, self->n_charts,
                           galley_words_run_from_right ());
  g_string_append (self->out, "</figure>\n");
}

static const char *
get_entry_class (const GalleyCopyElement *entry)
{
  switch (entry->target)
    {
    case GALLEY_COPY_CLAIM:
      return "claims";
    case GALLEY_COPY_NOTE:
      return "notes";
    case GALLEY_COPY_CLAIM_WORDS:
    case GALLEY_COPY_NOWHERE:
    default:
      return "entries";
    }
}

static void
begin_entry (GalleyHtml *self, const GalleyCopyElement *entry)
{
  const char *class_name = get_entry_class (entry);

  close_container (self);
  if (self->entries != class_name)
    {
      close_entries (self);
      galley_append (self->out, "<ol class=\"%s\">\n", class_name);
      self->entries = class_name;
    }
  self->is_in_entry = TRUE;

  if (entry->target == GALLEY_COPY_CLAIM)
    galley_append (self->out, "<li class=\"claim %s\" id=\"claim-%u\">\n",
                   galley_status_to_nick (galley_copy_get_status (self->copy, entry->claim)),
                   entry->number);
  else if (entry->target == GALLEY_COPY_NOTE)
    galley_append (self->out, "<li id=\"note-%u\">\n", entry->number);
  else
    g_string_append (self->out, "<li>\n");
}

static void
begin_evidence (GalleyHtml *self)
{
  if (self->container == GALLEY_HTML_FACTS)
    g_string_append (self->out, "\n<ul class=\"evidence\">\n");
  self->container = GALLEY_HTML_EVIDENCE;
  self->is_in_evidence = TRUE;
  g_string_append (self->out, "<li>\n");
}

/* The row that names the columns is the head of the table, which printed pages repeat. */
static void
begin_table (GalleyHtml *self, const GalleyCopyElement *element)
{
  self->is_in_heads = element[1].kind == GALLEY_COPY_BEGIN && element[2].role == GALLEY_COPY_COLUMN;
  galley_append (self->out, "<div class=\"table\">\n<table%s>\n%s\n",
                 galley_direction_of_table_is_rtl (element) ? " dir=\"rtl\"" : "",
                 self->is_in_heads ? "<thead>" : "<tbody>");
}

static void
begin_part (GalleyHtml *self, const GalleyCopyElement *element)
{
  if (element->part == GALLEY_COPY_EVIDENCE)
    {
      begin_evidence (self);
      return;
    }
  if (element->part == GALLEY_COPY_ENTRY)
    {
      begin_entry (self, element);
      return;
    }
  if (element->part == GALLEY_COPY_ROW)
    {
      g_string_append (self->out, "<tr>");
      return;
    }

  close_all (self);
  if (self->is_in_header && element->part != GALLEY_COPY_SUMMARY)
    {
      g_string_append (self->out, "</header>\n");
      self->is_in_header = FALSE;
    }
  if (element->part == GALLEY_COPY_SUMMARY)
    g_string_append (self->out, "<div class=\"summary\">\n");
  else if (element->part == GALLEY_COPY_ARTICLE)
    galley_append (self->out, "<article class=\"text\"%s>\n", self->article_lang);
  else if (element->part == GALLEY_COPY_TABLE)
    begin_table (self, element);
  else
    g_string_append (self->out, "<section>\n");
  self->is_in_article |= element->part == GALLEY_COPY_ARTICLE;
}

static void
end_part (GalleyHtml *self, const GalleyCopyElement *element)
{
  static const char *const ends[GALLEY_N_COPY_PARTS] = {
    [GALLEY_COPY_SUMMARY] = "</div>\n",     [GALLEY_COPY_ARTICLE] = "</article>\n",
    [GALLEY_COPY_SECTION] = "</section>\n", [GALLEY_COPY_ENTRY] = "</li>\n",
    [GALLEY_COPY_EVIDENCE] = "</li>\n",     [GALLEY_COPY_TABLE] = "</tbody>\n</table>\n</div>\n",
    [GALLEY_COPY_ROW] = "</tr>\n",
  };

  if (element->part == GALLEY_COPY_EVIDENCE)
    self->is_in_evidence = FALSE;
  else
    close_container (self);
  if (element->part == GALLEY_COPY_SECTION)
    close_entries (self);
  g_string_append (self->out, ends[element->part]);
  if (element->part == GALLEY_COPY_ROW && self->is_in_heads)
    {
      g_string_append (self->out, "</thead>\n<tbody>\n");
      self->is_in_heads = FALSE;
    }
  if (element->part == GALLEY_COPY_ENTRY)
    self->is_in_entry = FALSE;
  if (element->part == GALLEY_COPY_ARTICLE)
    self->is_in_article = FALSE;
}

/* The container that @element goes into. What stands within a piece of evidence is in no other. */
static GalleyHtmlContainer
find_container (GalleyHtml *self, const GalleyCopyElement *element)
{
  if (element->kind == GALLEY_COPY_FACT)
    return GALLEY_HTML_FACTS;
  if (self->is_in_evidence)
    return GALLEY_HTML_EVIDENCE;
  if (element->kind == GALLEY_COPY_ITEM)
    return GALLEY_HTML_LIST;
  if (element->kind == GALLEY_COPY_QUOTE && element->role == GALLEY_COPY_PLAIN)
    return GALLEY_HTML_QUOTE;

  return GALLEY_HTML_NONE;
}

static gboolean
fits (GalleyHtmlContainer open, GalleyHtmlContainer wanted)
{
  return open == wanted || (open == GALLEY_HTML_EVIDENCE && wanted == GALLEY_HTML_FACTS);
}

static void
append_element (GalleyHtml *self, const GalleyCopyElement *element, gboolean is_last)
{
  if (!fits (self->container, find_container (self, element)))
    close_container (self);
  close_entries (self);

  switch (element->kind)
    {
    case GALLEY_COPY_TITLE:
      append_title (self, element);
      break;
    case GALLEY_COPY_HEADING:
      append_heading (self, element);
      break;
    case GALLEY_COPY_ITEM:
      append_item (self, element);
      break;
    case GALLEY_COPY_QUOTE:
      append_quote (self, element);
      break;
    case GALLEY_COPY_FACT:
      append_fact (self, element);
      break;
    case GALLEY_COPY_CELL:
      append_cell (self, element, is_last);
      break;
    case GALLEY_COPY_CHART:
      append_chart (self, element);
      break;
    case GALLEY_COPY_PARAGRAPH:
    case GALLEY_COPY_BEGIN:
    case GALLEY_COPY_END:
    default:
      append_paragraph (self, element);
    }
}

/**
 * galley_html_append_elements:
 *
 * Appends all of the copy.
 */
void
galley_html_append_elements (GalleyHtml *self)
{
  guint n_elements, n_columns = 0;
  const GalleyCopyElement *elements = galley_copy_get_elements (self->copy, &n_elements);

  for (guint i = 0; i < n_elements; i++)
    {
      const GalleyCopyElement *element = &elements[i];

      if (element->kind == GALLEY_COPY_BEGIN && element->part == GALLEY_COPY_TABLE)
        n_columns = element->level;
      if (element->kind == GALLEY_COPY_BEGIN && element->part == GALLEY_COPY_ROW)
        self->n_columns = n_columns;

      if (element->kind == GALLEY_COPY_BEGIN)
        begin_part (self, element);
      else if (element->kind == GALLEY_COPY_END)
        end_part (self, element);
      else
        append_element (self, element,
                        i + 1 < n_elements && elements[i + 1].kind == GALLEY_COPY_END);
    }
  close_all (self);
}
