/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-docx-manuscript.h"

#include "galley-append.h"
#include "galley-direction.h"
#include "galley-escape.h"
#include "galley-words.h"

#include <string.h>

/*
 * WordprocessingML, ECMA-376 part 1. The properties of a paragraph come before its runs, but
 * whether its end is deleted is known only when it ends: so the runs are kept until then. Each run
 * that is deleted has an element of its own around it, since a link may lie around it but not
 * within it and a comment may begin or end between two; Word takes neighbours by one author and of
 * one time for one change.
 */

static const char *const style_ids[GALLEY_N_MANUSCRIPT_STYLES] = {
  [GALLEY_MANUSCRIPT_BODY] = NULL, /* the style of paragraphs that name none */
  [GALLEY_MANUSCRIPT_TITLE] = "Title",
  [GALLEY_MANUSCRIPT_LEAD] = "Lead",
  [GALLEY_MANUSCRIPT_HEADING] = "Heading",
  [GALLEY_MANUSCRIPT_ITEM] = "ListBullet",
  [GALLEY_MANUSCRIPT_QUOTE] = "Quote",
  [GALLEY_MANUSCRIPT_ATTRIBUTION] = "Attribution",
  [GALLEY_MANUSCRIPT_CELL] = "TableText",
  [GALLEY_MANUSCRIPT_BOILERPLATE] = "Boilerplate",
  [GALLEY_MANUSCRIPT_COMMENT] = "CommentText",
  [GALLEY_MANUSCRIPT_REVIEW] = "GalleyReview",
  [GALLEY_MANUSCRIPT_REVIEW_TITLE] = "GalleyReviewTitle",
  [GALLEY_MANUSCRIPT_REVIEW_HEADING] = "GalleyReviewHeading",
  [GALLEY_MANUSCRIPT_REVIEW_ENTRY] = "GalleyReviewEntry",
  [GALLEY_MANUSCRIPT_REVIEW_DETAIL] = "GalleyReviewDetail",
  [GALLEY_MANUSCRIPT_REVIEW_ITEM] = "GalleyReviewItem",
  [GALLEY_MANUSCRIPT_REVIEW_KICKER] = "GalleyReviewKicker",
  [GALLEY_MANUSCRIPT_REVIEW_WARNING] = "GalleyReviewWarning",
  [GALLEY_MANUSCRIPT_REVIEW_BLANK] = "GalleyReviewBlank",
};

/* How words look that claims cover. */
static const char *const status_ids[GALLEY_N_STATUSES] = {
  [GALLEY_STATUS_PENDING] = "GalleyPending",
  [GALLEY_STATUS_CONFIRMED] = "GalleyConfirmed",
  [GALLEY_STATUS_DISPUTED] = "GalleyDisputed",
};

/* Names of bookmarks, before the number. */
static const char *const anchors[] = {
  [GALLEY_COPY_CLAIM] = "claim",
  [GALLEY_COPY_CLAIM_WORDS] = "words",
  [GALLEY_COPY_NOTE] = "note",
};

#define SHOWN_MARKS                                                                                \
  (GALLEY_COPY_STRONG | GALLEY_COPY_EMPHASIS | GALLEY_COPY_DELETED | GALLEY_COPY_INSERTED)

/* What a run is written with: its relationships and the paragraph that it is in. */
typedef struct
{
  GString *out;
  GString *links;
  GHashTable *ids;
  gboolean is_rtl;
} Place;

static GalleyDocxManuscript *
get_docx (GalleyManuscript *manuscript)
{
  return (GalleyDocxManuscript *) manuscript;
}

/* Author and time of a comment or change, as attributes. */
static void
append_origin (GString *out, const char *author, gint64 time)
{
  g_autofree char *date = galley_words_format_time (time);

  g_string_append (out, " w:author=\"");
  galley_escape_xml (out, author, -1);
  g_string_append_c (out, '"');
  if (date != NULL)
    galley_append (out, " w:date=\"%s\"", date);
}

static void
append_change (GalleyDocxManuscript *self,
               GString *out,
               const char *name,
               const char *author,
               gint64 time)
{
  galley_append (out, "<w:%s w:id=\"%u\"", name, self->n_changes++);
  append_origin (out, author, time);
  g_string_append_c (out, '>');
}

static void
flush_text (GalleyDocxManuscript *self, GString *out, const char *element)
{
  if (self->text->len == 0)
    return;

  galley_append (out, "<w:%s xml:space=\"preserve\">", element);
  g_string_append_len (out, self->text->str, self->text->len);
  galley_append (out, "</w:%s>", element);
  g_string_truncate (self->text, 0);
}

/* Tabs and line ends have elements of their own. A carriage return and the line feed behind it are
 * one line end, also where the two go into different runs. */
static void
append_words (GalleyDocxManuscript *self,
              GString *out,
              const char *utf8,
              gsize length_bytes,
              const char *element)
{
  const char *end = utf8 + length_bytes, *run = utf8;

  for (const char *p = utf8; p < end; p++)
    {
      if (*p != '\t' && *p != '\n' && *p != '\r')
        continue;
      galley_escape_xml (self->text, run, p - run);
      flush_text (self, out, element);
      if (*p != '\r' || p[1] != '\n')
        g_string_append (out, *p == '\t' ? "<w:tab/>" : "<w:br/>");
      run = p + 1;
    }
  galley_escape_xml (self->text, run, end - run);
  flush_text (self, out, element);
}

/* The style of a run, by what it is. */
static const char *
get_run_style (const GalleyCopyRun *run)
{
  if (run->marks & GALLEY_COPY_BADGE)
    return run->target == GALLEY_COPY_CLAIM ? "GalleyBadge" : NULL;
  if (run->span != NULL && run->span->n_claims > 0)
    return status_ids[galley_manuscript_get_worst_status (run->span)];

  return run->href != NULL || run->target != GALLEY_COPY_NOWHERE ? "Hyperlink" : NULL;
}

static gboolean
has_language (GalleyDocxManuscript *self, const GalleyCopyRun *run)
{
  return self->article_language != NULL && (run->marks & GALLEY_COPY_OF_ARTICLE) != 0;
}

/* In the order of the schema. */
static void
append_properties (GalleyDocxManuscript *self,
                   GString *out,
                   const GalleyCopyRun *run,
                   gboolean is_rtl)
{
  const char *style = get_run_style (run), *lang = self->article_language;

  if (style == NULL && (run->marks & SHOWN_MARKS) == 0 && !is_rtl && !has_language (self, run))
    return;

  g_string_append (out, "<w:rPr>");
  if (style != NULL)
    galley_append (out, "<w:rStyle w:val=\"%s\"/>", style);
  if (run->marks & GALLEY_COPY_STRONG)
    g_string_append (out, "<w:b/><w:bCs/>");
  if (run->marks & GALLEY_COPY_EMPHASIS)
    g_string_append (out, "<w:i/><w:iCs/>");
  if (run->marks & GALLEY_COPY_DELETED)
    g_string_append (out, "<w:strike/>");
  if (run->marks & GALLEY_COPY_INSERTED)
    g_string_append (out, "<w:u w:val=\"single\"/>");
  if (is_rtl)
    g_string_append (out, "<w:rtl/>");
  if (has_language (self, run))
    galley_append (out, "<w:lang w:val=\"%s\" w:eastAsia=\"%s\" w:bidi=\"%s\"/>", lang, lang, lang);
  g_string_append (out, "</w:rPr>");
}

/* What a run of words that are not in their place turns round ends with it. */
static void
close_direction (GalleyDocxManuscript *self,
                 GString *out,
                 const GalleyCopyRun *run,
                 const char *element)
{
  g_autoptr (GString) closing = g_string_new (NULL);

  if (run->span != NULL)
    return;
  galley_escape_close_direction (closing, run->text);
  if (closing->len > 0)
    append_words (self, out, closing->str, closing->len, element);
}

static void
append_run (GalleyDocxManuscript *self,
            const Place *place,
            const GalleyCopyRun *run,
            const char *element)
{
  gboolean is_rtl = place->is_rtl && galley_direction_is_rtl (run->text, run->length_bytes);
  gboolean is_embedded = galley_direction_is_embedded (run, place->is_rtl);

  g_string_append (place->out, "<w:r>");
  append_properties (self, place->out, run, is_rtl);
  if (is_embedded)
    append_words (self, place->out, GALLEY_DIRECTION_EMBED, strlen (GALLEY_DIRECTION_EMBED),
                  element);
  append_words (self, place->out, run->text, run->length_bytes, element);
  close_direction (self, place->out, run, element);
  if (is_embedded)
    append_words (self, place->out, GALLEY_DIRECTION_EMBED_END, strlen (GALLEY_DIRECTION_EMBED_END),
                  element);
  g_string_append (place->out, "</w:r>");
}

/* Returns (transfer none) the id of the relationship that leads to @href. */
static const char *
find_link (const Place *place, const char *href)
{
  char *id = g_hash_table_lookup (place->ids, href);

  if (id != NULL)
    return id;

  id = g_strdup_printf ("link%u", g_hash_table_size (place->ids) + 1);
  g_hash_table_insert (place->ids, g_strdup (href), id);
  galley_append (
      place->links,
      "<Relationship Id=\"%s\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
      "relationships/hyperlink\" TargetMode=\"External\" Target=\"",
      id);
  galley_escape_xml (place->links, href, -1);
  g_string_append (place->links, "\"/>");

  return id;
}

static gboolean
is_linked (const GalleyCopyRun *run)
{
  return run->href != NULL || run->target != GALLEY_COPY_NOWHERE;
}

static void
open_link (const Place *place, const GalleyCopyRun *run)
{
  if (run->href != NULL)
    galley_append (place->out, "<w:hyperlink r:id=\"%s\">", find_link (place, run->href));
  else if (is_linked (run))
    galley_append (place->out, "<w:hyperlink w:anchor=\"%s%u\">", anchors[run->target],
                   run->number);
}

static void
close_link (const Place *place, const GalleyCopyRun *run)
{
  if (is_linked (run))
    g_string_append (place->out, "</w:hyperlink>");
}

static Place
get_place (GalleyDocxManuscript *self)
{
  return (Place){ self->runs, self->body_links, self->body_ids, self->paragraph.is_rtl };
}

static void
add_run (GalleyManuscript *manuscript, const GalleyCopyRun *run)
{
  GalleyDocxManuscript *self = get_docx (manuscript);
  Place place = get_place (self);

  open_link (&place, run);
  if (self->deleted_by != NULL)
    {
      append_change (self, self->runs, "del", self->deleted_by, self->deleted_at);
      append_run (self, &place, run, "delText");
      g_string_append (self->runs, "</w:del>");
    }
  else
    append_run (self, &place, run, "t");
  close_link (&place, run);
}

static void
add_anchor (GalleyManuscript *manuscript, GalleyCopyTarget target, guint number)
{
  GalleyDocxManuscript *self = get_docx (manuscript);
  guint id = self->n_anchors++;

  galley_append (self->runs,
                 "<w:bookmarkStart w:id=\"%u\" w:name=\"%s%u\"/>"
                 "<w:bookmarkEnd w:id=\"%u\"/>",
                 id, anchors[target], number, id);
}

static void
begin_paragraph (GalleyManuscript *manuscript, const GalleyManuscriptParagraph *paragraph)
{
  GalleyDocxManuscript *self = get_docx (manuscript);

  self->paragraph = *paragraph;
  g_string_truncate (self->runs, 0);
}

static void
append_style (GString *out, const GalleyManuscriptParagraph *paragraph)
{
  const char *id = style_ids[paragraph->style];

  if (id != NULL)
    {
      galley_append (out, "<w:pStyle w:val=\"%s", id);
      if (paragraph->style == GALLEY_MANUSCRIPT_HEADING)
        galley_append (out, "%u", paragraph->level);
      g_string_append (out, "\"/>");
    }
  g_string_append (out, paragraph->keeps_next ? "<w:keepNext/>" : "");
  if (paragraph->style == GALLEY_MANUSCRIPT_ITEM ||
      paragraph->style == GALLEY_MANUSCRIPT_REVIEW_ITEM)
    galley_append (out, "<w:numPr><w:ilvl w:val=\"%u\"/><w:numId w:val=\"1\"/></w:numPr>",
                   paragraph->level - 1);
}

static void
end_paragraph (GalleyManuscript *manuscript)
{
  GalleyDocxManuscript *self = get_docx (manuscript);

  g_string_append (self->body, "<w:p><w:pPr>");
  append_style (self->body, &self->paragraph);
  if (self->paragraph.is_rtl)
    g_string_append (self->body, "<w:bidi/>");
  if (self->deleted_by != NULL)
    {
      g_string_append (self->body, "<w:rPr>");
      append_change (self, self->body, "del", self->deleted_by, self->deleted_at);
      g_string_append (self->body, "</w:del></w:rPr>");
    }
  g_string_append (self->body, "</w:pPr>");
  g_string_append_len (self->body, self->runs->str, self->runs->len);
  g_string_append (self->body, "</w:p>\n");
}

static void
begin_table (GalleyManuscript *manuscript, guint n_columns, gboolean is_rtl)
{
  GalleyDocxManuscript *self = get_docx (manuscript);
  GString *out = self->body;

  g_string_append (out, "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/>");
  g_string_append (out, is_rtl ? "<w:bidiVisual/>" : "");
  g_string_append (out, "<w:tblW w:w=\"5000\" w:type=\"pct\"/>"
                        "<w:tblLook w:val=\"0020\" w:firstRow=\"1\" w:lastRow=\"0\" "
                        "w:firstColumn=\"0\" w:lastColumn=\"0\" w:noHBand=\"0\" "
                        "w:noVBand=\"0\"/></w:tblPr><w:tblGrid>");
  for (guint i = 0; i < n_columns; i++)
    galley_append (out, "<w:gridCol w:w=\"%u\"/>", self->text_width / n_columns);
  g_string_append (out, "</w:tblGrid>\n");
}

static void
begin_row (GalleyManuscript *manuscript, gboolean is_header)
{
  g_string_append (get_docx (manuscript)->body,
                   is_header ? "<w:tr><w:trPr><w:tblHeader/></w:trPr>" : "<w:tr>");
}

static void
begin_cell (GalleyManuscript *manuscript, guint n_columns)
{
  GString *out = get_docx (manuscript)->body;

  g_string_append (out, "<w:tc>");
  if (n_columns > 1)
    galley_append (out, "<w:tcPr><w:gridSpan w:val=\"%u\"/></w:tcPr>", n_columns);
}

static void
end_cell (GalleyManuscript *manuscript, guint n_columns)
{
  g_string_append (get_docx (manuscript)->body, "</w:tc>");
}

static void
end_row (GalleyManuscript *manuscript, gboolean is_header)
{
  g_string_append (get_docx (manuscript)->body, "</w:tr>\n");
}

static void
end_table (GalleyManuscript *manuscript)
{
  g_string_append (get_docx (manuscript)->body, "</w:tbl>\n");
}

/* The first letters of the first and the last name. */
static void
append_initials (GString *out, const char *author)
{
  const char *last = strrchr (author, ' ');
  gunichar initials[] = { g_utf8_get_char (author), last != NULL ? g_utf8_get_char (last + 1) : 0 };

  g_string_append (out, " w:initials=\"");
  for (guint i = 0; i < G_N_ELEMENTS (initials); i++)
    if (g_unichar_isalnum (initials[i]))
      g_string_append_unichar (out, g_unichar_toupper (initials[i]));
  g_string_append_c (out, '"');
}

/* Word tells by the id of a comment's last paragraph whether it is resolved. */
static guint
get_paragraph_id (guint number)
{
  return number + 1;
}

/* The label of a line, if it has one. */
static void
append_label (GalleyDocxManuscript *self, const Place *place, const GalleyCopyElement *line)
{
  g_autofree char *label = line->label != NULL ? g_strconcat (line->label, ": ", NULL) : NULL;
  GalleyCopyRun run;

  if (label == NULL)
    return;
  galley_manuscript_set_label (&run, label);
  append_run (self, place, &run, "t");
}

static void
append_comment_line (GalleyDocxManuscript *self, const GalleyCopyElement *line, const char *id)
{
  gboolean is_first = line->kind == GALLEY_COPY_HEADING;
  gboolean is_rtl = galley_direction_of_element_is_rtl (line, /* has_label= */ TRUE);
  Place place = { self->comments, self->comment_links, self->comment_ids, is_rtl };

  galley_append (self->comments, "<w:p%s><w:pPr><w:pStyle w:val=\"%s\"/>%s</w:pPr>", id,
                 style_ids[GALLEY_MANUSCRIPT_COMMENT], is_rtl ? "<w:bidi/>" : "");
  if (is_first)
    g_string_append (self->comments, "<w:r><w:rPr><w:rStyle w:val=\"CommentReference\"/></w:rPr>"
                                     "<w:annotationRef/></w:r>");
  append_label (self, &place, line);
  for (guint i = 0; i < line->n_runs; i++)
    {
      GalleyCopyRun run = line->runs[i];

      run.marks |= is_first ? GALLEY_COPY_STRONG : 0;
      open_link (&place, &run);
      append_run (self, &place, &run, "t");
      close_link (&place, &run);
    }
  g_string_append (self->comments, "</w:p>");
}

static void
append_comment_lines (GalleyDocxManuscript *self, GPtrArray *lines, guint number)
{
  g_autofree char *id = g_strdup_printf (" w14:paraId=\"%08X\"", get_paragraph_id (number));

  for (guint i = 0; i < lines->len; i++)
    append_comment_line (self, g_ptr_array_index (lines, i), i + 1 == lines->len ? id : "");
}

static void
begin_comment (GalleyManuscript *manuscript, const GalleyManuscriptComment *comment)
{
  GalleyDocxManuscript *self = get_docx (manuscript);

  galley_append (self->runs, "<w:commentRangeStart w:id=\"%u\"/>", comment->number);

  galley_append (self->comments, "<w:comment w:id=\"%u\"", comment->number);
  append_origin (self->comments, comment->author, comment->time);
  append_initials (self->comments, comment->author);
  g_string_append_c (self->comments, '>');
  append_comment_lines (self, comment->lines, comment->number);
  g_string_append (self->comments, "</w:comment>\n");

  g_string_append_printf (self->threads, "<w15:commentEx w15:paraId=\"%08X\" w15:done=\"%d\"/>\n",
                          get_paragraph_id (comment->number), comment->is_resolved ? 1 : 0);
}

static void
end_comment (GalleyManuscript *manuscript, guint number)
{
  galley_append (get_docx (manuscript)->runs,
                 "<w:commentRangeEnd w:id=\"%u\"/><w:r><w:rPr><w:rStyle w:val="
                 "\"CommentReference\"/></w:rPr><w:commentReference w:id=\"%u\"/></w:r>",
                 number, number);
}

static void
begin_deletion (GalleyManuscript *manuscript, const char *author, gint64 time)
{
  GalleyDocxManuscript *self = get_docx (manuscript);

  g_free (self->deleted_by);
  self->deleted_by = g_strdup (author);
  self->deleted_at = time;
}

static void
end_deletion (GalleyManuscript *manuscript)
{
  g_clear_pointer (&get_docx (manuscript)->deleted_by, g_free);
}

static void
add_insertion (GalleyManuscript *manuscript, const char *author, gint64 time, const char *utf8)
{
  GalleyDocxManuscript *self = get_docx (manuscript);
  Place place = get_place (self);
  static const GalleySpan in_place;
  GalleyCopyRun run = { .text = utf8, .length_bytes = strlen (utf8), .status = -1 };

  run.marks = GALLEY_COPY_OF_ARTICLE;
  run.span = &in_place;
  append_change (self, self->runs, "ins", author, time);
  append_run (self, &place, &run, "t");
  g_string_append (self->runs, "</w:ins>");
}

/**
 * galley_docx_manuscript_init:
 * @self: (out caller-allocates): a document without paragraphs
 * @article_language: (nullable): what the article's words are marked with, if they are in another
 *   language than the document; borrowed
 * @text_width: between the margins of the page, in twentieths of a point
 */
void
galley_docx_manuscript_init (GalleyDocxManuscript *self,
                             const char *article_language,
                             guint text_width)
{
  *self = (GalleyDocxManuscript){
    .parent = { begin_paragraph, end_paragraph, add_run, add_anchor, begin_table, begin_row,
                begin_cell, end_cell, end_row, end_table, begin_comment, end_comment,
                begin_deletion, end_deletion, add_insertion },
    .article_language = article_language,
    .text_width = text_width,
    .body = g_string_new (NULL),
    .comments = g_string_new (NULL),
    .threads = g_string_new (NULL),
    .body_links = g_string_new (NULL),
    .comment_links = g_string_new (NULL),
    .body_ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free),
    .comment_ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free),
    .runs = g_string_new (NULL),
    .text = g_string_new (NULL),
  };
}

void
galley_docx_manuscript_clear (GalleyDocxManuscript *self)
{
  g_string_free (self->body, TRUE);
  g_string_free (self->comments, TRUE);
  g_string_free (self->threads, TRUE);
  g_string_free (self->body_links, TRUE);
  g_string_free (self->comment_links, TRUE);
  g_string_free (self->runs, TRUE);
  g_string_free (self->text, TRUE);
  g_hash_table_unref (self->body_ids);
  g_hash_table_unref (self->comment_ids);
  g_free (self->deleted_by);
}
