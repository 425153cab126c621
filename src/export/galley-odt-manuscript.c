/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-odt-manuscript.h"

#include "galley-append.h"
#include "galley-direction.h"
#include "galley-escape.h"
#include "galley-words.h"

#include <string.h>

/*
 * OpenDocument 1.3, part 3. What a tracked change takes out stands apart from the text, before all
 * of it, and the text has a mark where it was; paragraphs that it joins are one in the text. No
 * comment begins or ends in what stands apart, where hardly a program would find it: one that
 * begins within the words that are taken out begins before all of these, and one that ends within
 * them ends behind.
 */

static const char *const style_names[GALLEY_N_MANUSCRIPT_STYLES] = {
  [GALLEY_MANUSCRIPT_BODY] = "Text_20_body",
  [GALLEY_MANUSCRIPT_TITLE] = "Title",
  [GALLEY_MANUSCRIPT_LEAD] = "Lead",
  [GALLEY_MANUSCRIPT_HEADING] = "Heading_20_",
  [GALLEY_MANUSCRIPT_ITEM] = "List_20_Bullet",
  [GALLEY_MANUSCRIPT_QUOTE] = "Quotations",
  [GALLEY_MANUSCRIPT_ATTRIBUTION] = "Attribution",
  [GALLEY_MANUSCRIPT_CELL] = "Table_20_Contents",
  [GALLEY_MANUSCRIPT_BOILERPLATE] = "Boilerplate",
  [GALLEY_MANUSCRIPT_COMMENT] = "Comment",
  [GALLEY_MANUSCRIPT_REVIEW] = "Galley_20_Review",
  [GALLEY_MANUSCRIPT_REVIEW_TITLE] = "Galley_20_Review_20_Title",
  [GALLEY_MANUSCRIPT_REVIEW_HEADING] = "Galley_20_Review_20_Heading",
  [GALLEY_MANUSCRIPT_REVIEW_ENTRY] = "Galley_20_Review_20_Entry",
  [GALLEY_MANUSCRIPT_REVIEW_DETAIL] = "Galley_20_Review_20_Detail",
  [GALLEY_MANUSCRIPT_REVIEW_ITEM] = "Galley_20_Review_20_Item",
  [GALLEY_MANUSCRIPT_REVIEW_KICKER] = "Galley_20_Review_20_Kicker",
  [GALLEY_MANUSCRIPT_REVIEW_WARNING] = "Galley_20_Review_20_Warning",
  [GALLEY_MANUSCRIPT_REVIEW_BLANK] = "Galley_20_Review_20_Blank",
};

/* How words look that claims cover. */
static const char *const status_names[GALLEY_N_STATUSES] = {
  [GALLEY_STATUS_PENDING] = "Pending",
  [GALLEY_STATUS_CONFIRMED] = "Confirmed",
  [GALLEY_STATUS_DISPUTED] = "Disputed",
};

/* Names of bookmarks, before the number. */
static const char *const anchors[] = {
  [GALLEY_COPY_CLAIM] = "claim",
  [GALLEY_COPY_CLAIM_WORDS] = "words",
  [GALLEY_COPY_NOTE] = "note",
};

static GalleyOdtManuscript *
get_odt (GalleyManuscript *manuscript)
{
  return (GalleyOdtManuscript *) manuscript;
}

/* White space that a reader would drop or make one space of: all but a single space between other
 * characters of a run. */
static const char *
find_space (const char *p, const char *start, const char *end)
{
  switch (*p)
    {
    case '\t':
      return "<text:tab/>";
    case '\n':
      return "<text:line-break/>";
    case '\r':
      return p[1] == '\n' ? "" : "<text:line-break/>";
    case ' ':
      return p == start || p + 1 == end || g_ascii_isspace (p[-1]) || g_ascii_isspace (p[1])
                 ? "<text:s/>"
                 : NULL;
    default:
      return NULL;
    }
}

static void
append_words (GString *out, const char *utf8, gsize length_bytes)
{
  const char *end = utf8 + length_bytes, *run = utf8;

  for (const char *p = utf8; p < end; p++)
    {
      const char *element = find_space (p, utf8, end);

      if (element == NULL)
        continue;
      galley_escape_xml (out, run, p - run);
      g_string_append (out, element);
      run = p + 1;
    }
  galley_escape_xml (out, run, end - run);
}

static gboolean
is_linked (const GalleyCopyRun *run)
{
  return run->href != NULL || run->target != GALLEY_COPY_NOWHERE;
}

static void
open_link (GString *out, const GalleyCopyRun *run)
{
  if (!is_linked (run))
    return;

  g_string_append (out, "<text:a xlink:type=\"simple\" xlink:href=\"");
  if (run->href != NULL)
    galley_escape_xml (out, run->href, -1);
  else
    galley_append (out, "#%s%u", anchors[run->target], run->number);
  g_string_append (out, "\">");
}

static guint
open_span (GString *out, gboolean is_wanted, const char *style)
{
  if (is_wanted)
    galley_append (out, "<text:span text:style-name=\"%s\">", style);

  return is_wanted ? 1 : 0;
}

/* Opens a span for each thing that sets a run apart, and returns how many. */
static guint
open_spans (GalleyOdtManuscript *self, GString *out, const GalleyCopyRun *run)
{
  static const struct
  {
    GalleyCopyMarks mark;
    const char *style;
  } styles[] = {
    { GALLEY_COPY_STRONG, "Strong" },
    { GALLEY_COPY_EMPHASIS, "Emphasis" },
    { GALLEY_COPY_DELETED, "Deleted" },
    { GALLEY_COPY_INSERTED, "Inserted" },
  };
  guint n =
      open_span (out, self->marks_article && (run->marks & GALLEY_COPY_OF_ARTICLE), "Article");

  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    n += open_span (out, (run->marks & styles[i].mark) != 0, styles[i].style);
  n += open_span (out, (run->marks & GALLEY_COPY_BADGE) != 0 && run->target == GALLEY_COPY_CLAIM,
                  "Badge");
  if (run->span != NULL && run->span->n_claims > 0)
    n += open_span (out, TRUE, status_names[galley_manuscript_get_worst_status (run->span)]);

  return n;
}

/* What a run of words that are not in their place turns round ends with it. */
static void
append_run (GalleyOdtManuscript *self, GString *out, const GalleyCopyRun *run, gboolean is_rtl)
{
  gboolean is_embedded = galley_direction_is_embedded (run, is_rtl);
  guint n_spans;

  open_link (out, run);
  n_spans = open_spans (self, out, run);
  g_string_append (out, is_embedded ? GALLEY_DIRECTION_EMBED : "");
  append_words (out, run->text, run->length_bytes);
  if (run->span == NULL)
    galley_escape_close_direction (out, run->text);
  g_string_append (out, is_embedded ? GALLEY_DIRECTION_EMBED_END : "");
  while (n_spans-- > 0)
    g_string_append (out, "</text:span>");
  g_string_append (out, is_linked (run) ? "</text:a>" : "");
}

static void
append_style (GString *out, const GalleyManuscriptParagraph *paragraph)
{
  galley_append (out, " text:style-name=\"%s%s%s", paragraph->keeps_next ? "Kept_20_" : "",
                 paragraph->is_rtl ? "RTL_20_" : "", style_names[paragraph->style]);
  if (paragraph->style == GALLEY_MANUSCRIPT_HEADING)
    galley_append (out, "%u\" text:outline-level=\"%u", paragraph->level, paragraph->level);
  g_string_append (out, "\">");
}

static const char *
get_element (const GalleyManuscriptParagraph *paragraph)
{
  return paragraph->style == GALLEY_MANUSCRIPT_HEADING ? "text:h" : "text:p";
}

static void
open_deleted (GalleyOdtManuscript *self)
{
  galley_append (self->deleted, "<%s", get_element (&self->paragraph));
  append_style (self->deleted, &self->paragraph);
}

static void
close_deleted (GalleyOdtManuscript *self)
{
  galley_append (self->deleted, "</%s>", get_element (&self->paragraph));
}

static void
begin_paragraph (GalleyManuscript *manuscript, const GalleyManuscriptParagraph *paragraph)
{
  GalleyOdtManuscript *self = get_odt (manuscript);

  if (self->is_joining)
    {
      open_deleted (self);
      self->is_joining = FALSE;
      return;
    }

  self->paragraph = *paragraph;
  g_string_truncate (self->runs, 0);
}

static void
close_lists (GalleyOdtManuscript *self, guint depth)
{
  for (; self->depth > depth; self->depth--)
    g_string_append (self->body, "</text:list-item></text:list>\n");
}

static gboolean
is_item (const GalleyManuscriptParagraph *paragraph)
{
  return paragraph->style == GALLEY_MANUSCRIPT_ITEM ||
         paragraph->style == GALLEY_MANUSCRIPT_REVIEW_ITEM;
}

/* Leaves the lists open that the paragraph that ends stands in: a deeper one goes into its item, as
 * does what goes on in it. */
static void
enter_list (GalleyOdtManuscript *self)
{
  gboolean is_heading = self->paragraph.style == GALLEY_MANUSCRIPT_HEADING;
  guint level = is_heading ? 0 : self->paragraph.level;

  close_lists (self, level);
  if (self->depth == level && level > 0 && is_item (&self->paragraph))
    g_string_append (self->body, "</text:list-item>\n<text:list-item>");
  for (; self->depth < level; self->depth++)
    galley_append (self->body, "<text:list%s><text:list-item>",
                   self->depth == 0 ? " text:style-name=\"Bullets\"" : "");
}

static void
end_paragraph (GalleyManuscript *manuscript)
{
  GalleyOdtManuscript *self = get_odt (manuscript);

  if (self->is_deleting)
    {
      close_deleted (self);
      self->is_joining = TRUE;
      return;
    }

  enter_list (self);
  galley_append (self->body, "<%s", get_element (&self->paragraph));
  append_style (self->body, &self->paragraph);
  g_string_append_len (self->body, self->runs->str, self->runs->len);
  galley_append (self->body, "</%s>%s", get_element (&self->paragraph),
                 self->depth > 0 ? "" : "\n");
}

static void
add_run (GalleyManuscript *manuscript, const GalleyCopyRun *run)
{
  GalleyOdtManuscript *self = get_odt (manuscript);

  append_run (self, self->is_deleting ? self->deleted : self->runs, run, self->paragraph.is_rtl);
}

static void
add_anchor (GalleyManuscript *manuscript, GalleyCopyTarget target, guint number)
{
  galley_append (get_odt (manuscript)->runs, "<text:bookmark text:name=\"%s%u\"/>", anchors[target],
                 number);
}

static void
begin_table (GalleyManuscript *manuscript, guint n_columns, gboolean is_rtl)
{
  GalleyOdtManuscript *self = get_odt (manuscript);

  close_lists (self, 0);
  galley_append (self->body,
                 "<table:table table:name=\"Table%u\" table:style-name=\"%sTable\">"
                 "<table:table-column table:number-columns-repeated=\"%u\"/>\n",
                 ++self->n_tables, is_rtl ? "RTL_20_" : "", n_columns);
}

static void
begin_row (GalleyManuscript *manuscript, gboolean is_header)
{
  g_string_append (get_odt (manuscript)->body,
                   is_header ? "<table:table-header-rows><table:table-row>" : "<table:table-row>");
}

static void
begin_cell (GalleyManuscript *manuscript, guint n_columns)
{
  GString *out = get_odt (manuscript)->body;

  g_string_append (out, "<table:table-cell table:style-name=\"Cell\" office:value-type=\"string\"");
  if (n_columns > 1)
    galley_append (out, " table:number-columns-spanned=\"%u\"", n_columns);
  g_string_append_c (out, '>');
}

static void
end_cell (GalleyManuscript *manuscript, guint n_columns)
{
  GString *out = get_odt (manuscript)->body;

  g_string_append (out, "</table:table-cell>");
  for (guint i = 1; i < n_columns; i++)
    g_string_append (out, "<table:covered-table-cell/>");
}

static void
end_row (GalleyManuscript *manuscript, gboolean is_header)
{
  g_string_append (get_odt (manuscript)->body,
                   is_header ? "</table:table-row></table:table-header-rows>\n"
                             : "</table:table-row>\n");
}

static void
end_table (GalleyManuscript *manuscript)
{
  g_string_append (get_odt (manuscript)->body, "</table:table>\n");
}

static void
append_origin (GString *out, const char *author, gint64 time)
{
  g_autofree char *date = galley_words_format_time (time);

  g_string_append (out, "<dc:creator>");
  galley_escape_xml (out, author, -1);
  galley_append (out, "</dc:creator><dc:date>%s</dc:date>", date != NULL ? date : "");
}

static void
append_comment_line (GalleyOdtManuscript *self, GString *out, const GalleyCopyElement *line)
{
  galley_append (out, "<text:p text:style-name=\"%s\">", style_names[GALLEY_MANUSCRIPT_COMMENT]);
  if (line->label != NULL)
    {
      g_string_append (out, "<text:span text:style-name=\"Strong\">");
      galley_escape_xml (out, line->label, -1);
      g_string_append (out, ":</text:span><text:s/>");
    }
  for (guint i = 0; i < line->n_runs; i++)
    {
      GalleyCopyRun run = line->runs[i];

      run.marks |= line->kind == GALLEY_COPY_HEADING ? GALLEY_COPY_STRONG : 0;
      append_run (self, out, &run, /* is_rtl= */ FALSE);
    }
  g_string_append (out, "</text:p>");
}

static void
begin_comment (GalleyManuscript *manuscript, const GalleyManuscriptComment *comment)
{
  GalleyOdtManuscript *self = get_odt (manuscript);
  GString *out = self->runs;

  galley_append (out, "<office:annotation office:name=\"claim%u\" loext:resolved=\"%s\">",
                 comment->number, comment->is_resolved ? "true" : "false");
  append_origin (out, comment->author, comment->time);
  for (guint i = 0; i < comment->lines->len; i++)
    append_comment_line (self, out, g_ptr_array_index (comment->lines, i));
  g_string_append (out, "</office:annotation>");
}

static void
end_comment (GalleyManuscript *manuscript, guint number)
{
  GalleyOdtManuscript *self = get_odt (manuscript);

  galley_append (self->is_deleting ? self->late_ends : self->runs,
                 "<office:annotation-end office:name=\"claim%u\"/>", number);
}

/* Begins the region of a change, and returns its number. */
static guint
begin_region (GalleyOdtManuscript *self, const char *kind, const char *author, gint64 time)
{
  guint number = ++self->n_changes;

  galley_append (
      self->changes,
      "<text:changed-region xml:id=\"change%u\" text:id=\"change%u\"><text:%s><office:change-info>",
      number, number, kind);
  append_origin (self->changes, author, time);
  g_string_append (self->changes, "</office:change-info>");

  return number;
}

static void
end_region (GalleyOdtManuscript *self, const char *kind)
{
  galley_append (self->changes, "</text:%s></text:changed-region>\n", kind);
}

static void
begin_deletion (GalleyManuscript *manuscript, const char *author, gint64 time)
{
  GalleyOdtManuscript *self = get_odt (manuscript);

  self->is_deleting = TRUE;
  self->deleted_by = g_strdup (author);
  self->deleted_at = time;
  g_string_truncate (self->deleted, 0);
  g_string_truncate (self->late_ends, 0);
  open_deleted (self);
}

static void
end_deletion (GalleyManuscript *manuscript)
{
  GalleyOdtManuscript *self = get_odt (manuscript);
  guint number = begin_region (self, "deletion", self->deleted_by, self->deleted_at);

  close_deleted (self);
  g_string_append_len (self->changes, self->deleted->str, self->deleted->len);
  end_region (self, "deletion");
  galley_append (self->runs, "<text:change text:change-id=\"change%u\"/>", number);
  g_string_append_len (self->runs, self->late_ends->str, self->late_ends->len);
  g_clear_pointer (&self->deleted_by, g_free);
  self->is_deleting = FALSE;
}

static void
add_insertion (GalleyManuscript *manuscript, const char *author, gint64 time, const char *utf8)
{
  GalleyOdtManuscript *self = get_odt (manuscript);
  guint number = begin_region (self, "insertion", author, time);

  end_region (self, "insertion");
  galley_append (self->runs, "<text:change-start text:change-id=\"change%u\"/>", number);
  append_words (self->runs, utf8, strlen (utf8));
  galley_append (self->runs, "<text:change-end text:change-id=\"change%u\"/>", number);
}

/**
 * galley_odt_manuscript_init:
 * @self: (out caller-allocates): a document without paragraphs
 * @marks_article: whether the article's words are in another language than the document
 */
void
galley_odt_manuscript_init (GalleyOdtManuscript *self, gboolean marks_article)
{
  *self = (GalleyOdtManuscript){
    .parent = { begin_paragraph, end_paragraph, add_run, add_anchor, begin_table, begin_row,
                begin_cell, end_cell, end_row, end_table, begin_comment, end_comment,
                begin_deletion, end_deletion, add_insertion },
    .marks_article = marks_article,
    .body = g_string_new (NULL),
    .changes = g_string_new (NULL),
    .runs = g_string_new (NULL),
    .deleted = g_string_new (NULL),
    .late_ends = g_string_new (NULL),
  };
}

/**
 * galley_odt_manuscript_close:
 *
 * Ends what is still open when all has been added.
 */
void
galley_odt_manuscript_close (GalleyOdtManuscript *self)
{
  close_lists (self, 0);
}

void
galley_odt_manuscript_clear (GalleyOdtManuscript *self)
{
  g_string_free (self->body, TRUE);
  g_string_free (self->changes, TRUE);
  g_string_free (self->runs, TRUE);
  g_string_free (self->deleted, TRUE);
  g_string_free (self->late_ends, TRUE);
  g_free (self->deleted_by);
}
