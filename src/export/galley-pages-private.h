/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-chart-scene.h"
#include "galley-pages.h"

G_BEGIN_DECLS

/* All lengths are points, 72 to the inch. */

/**
 * GalleyPagesFace:
 * @family: of the font
 * @size: of its letters
 * @leading: from one line to the next
 * @weight: of its letters
 * @is_italic: whether they lean
 * @is_soft: whether they stand back
 *
 * How words are set.
 */
typedef struct
{
  const char *family;
  double size;
  double leading;
  PangoWeight weight;
  gboolean is_italic;
  gboolean is_soft;
} GalleyPagesFace;

/**
 * GalleyPagesStyle:
 * @face: how the words are set
 * @before: the room above, which is not left at the top of a page
 * @indent: the room beside the words, where they begin
 * @keeps_next: whether it may not stand at the end of a page
 * @n_kept: lines of it that stand together at its beginning and at its end
 *
 * How an element is set.
 */
typedef struct
{
  GalleyPagesFace face;
  double before;
  double indent;
  gboolean keeps_next;
  guint n_kept;
} GalleyPagesStyle;

/**
 * GalleyPagesWords:
 * @run: (nullable): the run of the copy that they are; %NULL for what stands before it
 * @start_bytes: where they begin in the text of their box
 * @end_bytes: where they end
 * @is_soft: whether they stand back
 * @is_raised: whether they stand above the line
 *
 * Words in a box that are drawn alike.
 */
typedef struct
{
  const GalleyCopyRun *run;
  gsize start_bytes;
  gsize end_bytes;
  gboolean is_soft;
  gboolean is_raised;
} GalleyPagesWords;

/**
 * GalleyPagesBox:
 * @element: index of the element in the copy
 * @is_label: whether it is not the words of the element but what stands beside them
 * @is_soft: whether all of it stands back
 * @is_rtl: whether its lines are read from right to left
 * @is_parted: whether its words do not all stand on one page, or not all lead to the same: nowhere
 * @text: its words as they are set
 * @words: (element-type GalleyPagesWords): what they are, in order
 *
 * Words that are set in one go.
 */
typedef struct
{
  guint element;
  gboolean is_label;
  gboolean is_soft;
  gboolean is_rtl;
  gboolean is_parted;
  GString *text;
  GArray *words;
} GalleyPagesBox;

/**
 * GalleyPagesPiece:
 * @glyphs: what is drawn (galley-pages-glyphs.c); what it stands for has @base_bytes added to it
 * @box: where its words are
 * @base_bytes: where the text that the line was made of begins in that of the box
 * @start_bytes: where it begins in the text of its box
 * @length_bytes: how long it is
 * @end_bytes: where the next one begins, or more than there is
 * @x: its left end from the left edge of the page
 * @width: of its letters
 * @ascent: how tall its letters are over the baseline
 * @descent: how deep they are under it
 * @baseline: from the top of its row
 *
 * A line of a box in its place.
 */
typedef struct
{
  const guint8 *glyphs;
  GalleyPagesBox *box;
  gsize base_bytes;
  gsize start_bytes;
  gsize length_bytes;
  gsize end_bytes;
  double x;
  double width;
  double ascent;
  double descent;
  double baseline;
} GalleyPagesPiece;

/**
 * GalleyPagesRule:
 * @GALLEY_PAGES_NO_RULE: none
 * @GALLEY_PAGES_HAIRLINE: a thin one
 * @GALLEY_PAGES_THICK_RULE: a thick one
 *
 * A rule over a row.
 */
typedef enum
{
  GALLEY_PAGES_NO_RULE,
  GALLEY_PAGES_HAIRLINE,
  GALLEY_PAGES_THICK_RULE,
} GalleyPagesRule;

/**
 * GalleyPagesRow:
 * @before: the room above, which is not left at the top of a page
 * @height: without that
 * @first_piece: index of its first piece
 * @n_pieces: how many it has; none in a row to be filled in by hand
 * @element: index of the element that it is of
 * @entry: index of the beginning of the entry that it is in; 0 if it is in none
 * @status: the #GalleyStatus that the bar beside it tells; -1 for a plain bar, -2 for none
 * @rule: what is over it
 * @keeps_next: whether it stands on the same page as the next one, if they fit
 * @is_blank: whether it has a line to write on
 * @is_head: whether it names the columns of a table, and stands again where the table goes on
 * @head: index of the row that names its columns; 0 if there is none
 * @scene: (nullable): the chart that it is
 *
 * What no page end cuts.
 */
typedef struct
{
  double before;
  double height;
  guint first_piece;
  guint n_pieces;
  guint element;
  guint entry;
  gint status;
  GalleyPagesRule rule;
  gboolean keeps_next;
  gboolean is_blank;
  gboolean is_head;
  guint head;
  GalleyChartScene *scene;
} GalleyPagesRow;

#define GALLEY_PAGES_PLAIN_BAR (-1)
#define GALLEY_PAGES_NO_BAR (-2)

/**
 * GalleyPagesPlace:
 * @first_row: index of its first row
 * @n_rows: how many it has
 * @head: index of the row that names columns and stands above the first one again; 0 if none does
 *
 * What stands on a page.
 */
typedef struct
{
  guint first_row;
  guint n_rows;
  guint head;
} GalleyPagesPlace;

/**
 * GalleyPagesStretch:
 * @next: where the next one begins
 * @words: the index of the words in the box that it is of
 * @item: what is drawn: @text and @glyphs
 * @text: what it stands for, with the font
 * @glyphs: its glyphs
 *
 * Glyphs of a line in one font that are drawn alike.
 */
typedef struct
{
  const guint8 *next;
  guint words;
  PangoGlyphItem item;
  PangoItem text;
  PangoGlyphString glyphs;
} GalleyPagesStretch;

typedef struct _GalleyPagesGlyphs GalleyPagesGlyphs;

struct _GalleyPages
{
  GalleyCopy *copy;
  const GalleyCopyElement *elements;
  guint n_elements;
  GHashTable *targets; /* (element-type gint64) target and number that something leads to */

  double width; /* of a page */
  double height;
  double left;    /* where the words begin */
  double measure; /* how long a line may be */

  PangoContext *context;
  PangoLayout *layout;     /* in which everything is set */
  PangoLanguage *language; /* (nullable) of the article */
  char *head;              /* what stands over each page but the first */
  char *foot;              /* (nullable) and under it, beside its number */

  GalleyPagesGlyphs *glyphs;
  GPtrArray *boxes;  /* (element-type GalleyPagesBox) */
  GArray *pieces;    /* (element-type GalleyPagesPiece) */
  GPtrArray *scenes; /* (element-type GalleyChartScene) of the charts */
  GArray *rows;      /* (element-type GalleyPagesRow) */
  GArray *places;    /* (element-type GalleyPagesPlace) of the pages */

  /* While it is set: */
  GCancellable *cancellable; /* (nullable) (unowned) */
  GalleyPagesRule rule;      /* over the next row */
  gint bar;                  /* beside it */
  guint entry;               /* that it is in; 0 if it is in none */
  double indent;             /* of everything */
  gboolean is_in_article;    /* else among what was found out */
  gboolean is_in_entry;
  gboolean is_in_evidence;
  gboolean is_in_summary;
  guint note; /* number of the open entry in a list of notes; 0 if none is */
};

/* Where words are on a page. */
#define GALLEY_PAGES_TOP 68.
#define GALLEY_PAGES_BOTTOM 64.
#define GALLEY_PAGES_MARGIN 125. /* beside them, where the numbers of claims stand */
#define GALLEY_PAGES_LABEL_WIDTH 92.

/* galley-pages-style.c */
#define GALLEY_PAGES_SANS "Noto Sans,DejaVu Sans,sans-serif"
void galley_pages_find_style (GalleyPages *self,
                              const GalleyCopyElement *element,
                              GalleyPagesStyle *out_style);
void galley_pages_find_label_face (GalleyPagesFace *out_face);
void galley_pages_find_small_face (GalleyPagesFace *out_face);

/* galley-pages-words.c */
GalleyPagesBox *galley_pages_box_new (GalleyPages *self, guint element) G_GNUC_WARN_UNUSED_RESULT;
void galley_pages_box_free (gpointer box);
void galley_pages_drop_words (GalleyPages *self, guint page);
void galley_pages_box_add_label (GalleyPagesBox *box, const char *label);
char *galley_pages_clean_text (const char *utf8) G_GNUC_WARN_UNUSED_RESULT;
guint galley_pages_box_find (const GalleyPagesBox *box, gsize at_bytes);
void galley_pages_box_add_element (GalleyPages *self, GalleyPagesBox *box);

/* galley-pages-lines.c */
guint galley_pages_set_box (GalleyPages *self,
                            GalleyPagesBox *box,
                            const GalleyPagesFace *face,
                            double x,
                            double width);
double galley_pages_get_line_height (const GalleyPagesPiece *piece,
                                     const GalleyPagesFace *face,
                                     double *out_baseline);
guint galley_pages_find_words (const GalleyPagesPiece *piece, const PangoGlyphItem *item);

/* galley-pages-glyphs.c */
GalleyPagesGlyphs *galley_pages_glyphs_new (void) G_GNUC_WARN_UNUSED_RESULT;
void galley_pages_glyphs_free (GalleyPagesGlyphs *self);
const guint8 *galley_pages_glyphs_pack (GalleyPagesGlyphs *self,
                                        const PangoLayoutLine *line,
                                        const GalleyPagesPiece *piece);
gboolean galley_pages_glyphs_next (GalleyPagesGlyphs *self, GalleyPagesStretch *stretch);

/* galley-pages-rows.c */
void galley_pages_add_element (GalleyPages *self, guint element);

/* galley-pages-chart.c */
void galley_pages_add_chart (GalleyPages *self, guint element);

/* galley-pages-table.c */
guint galley_pages_add_table (GalleyPages *self, guint element);

/* galley-pages-break.c */
void galley_pages_break (GalleyPages *self);
double galley_pages_get_frame_height (GalleyPages *self);

gboolean galley_pages_has_target (GalleyPages *self, GalleyCopyTarget target, guint number);

/**
 * GalleyPagesTagger:
 *
 * Tells on a PDF surface what is drawn: the structure of the document, links and what they lead to.
 */
typedef struct _GalleyPagesTagger GalleyPagesTagger;

/* galley-pages-tags.c */
GalleyPagesTagger *galley_pages_tagger_new (GalleyPages *pages, cairo_t *cr)
    G_GNUC_WARN_UNUSED_RESULT;
void galley_pages_tagger_free (GalleyPagesTagger *self);
void galley_pages_tagger_end_page (GalleyPagesTagger *self);
void galley_pages_tagger_enter (GalleyPagesTagger *self, const GalleyPagesBox *box);
void galley_pages_tagger_enter_chart (GalleyPagesTagger *self, guint element);
void galley_pages_tagger_begin_words (GalleyPagesTagger *self, const GalleyPagesWords *words);
void
galley_pages_tagger_begin_link (GalleyPagesTagger *self, GalleyCopyTarget target, guint number);
void galley_pages_tagger_end_words (GalleyPagesTagger *self);
void galley_pages_tagger_end_link (GalleyPagesTagger *self);
void galley_pages_tagger_mark (GalleyPagesTagger *self,
                               GalleyCopyTarget target,
                               guint number,
                               double x,
                               double y);
void galley_pages_tagger_mark_heading (GalleyPagesTagger *self, guint element, double x, double y);

/**
 * GalleyPagesDrawing:
 * @pages: what is drawn
 * @cr: on what
 * @tagger: (nullable): told what is drawn
 * @margin_x: to where the line of the margin that is being filled is taken
 * @margin_y: where it stands
 * @n_left_out: claims that have found no room in the margin
 *
 * A page that is being drawn.
 */
typedef struct
{
  GalleyPages *pages;
  cairo_t *cr;
  GalleyPagesTagger *tagger;
  double margin_x;
  double margin_y;
  guint n_left_out;
} GalleyPagesDrawing;

/* galley-pages-chart.c */
void galley_pages_draw_chart (GalleyPagesDrawing *drawing, const GalleyPagesRow *row, double y);

/* galley-pages-draw.c */
void
galley_pages_draw_tagged (GalleyPages *self, guint page, cairo_t *cr, GalleyPagesTagger *tagger);

/* galley-pages-line.c */
void galley_pages_draw_line (GalleyPagesDrawing *drawing, const GalleyPagesPiece *piece, double y);

/* galley-pages-margin.c */
void
galley_pages_draw_margin (GalleyPagesDrawing *drawing, const GalleyPagesPiece *piece, double y);
void galley_pages_finish_margin (GalleyPagesDrawing *drawing);
double galley_pages_draw_small (GalleyPages *self,
                                cairo_t *cr,
                                const char *utf8,
                                PangoWeight weight,
                                double x,
                                double baseline,
                                double max_width);

/* galley-pages-signs.c */
void galley_pages_set_status_color (cairo_t *cr, GalleyStatus status);
void galley_pages_set_color (cairo_t *cr, gboolean is_soft);
void
galley_pages_draw_status_line (cairo_t *cr, GalleyStatus status, double x, double width, double y);
void galley_pages_draw_stroke (cairo_t *cr, double x, double width, double y, double thickness);
void galley_pages_draw_start (cairo_t *cr, double x, double y);
void galley_pages_draw_bar (cairo_t *cr, gint status, double x, double y, double height);
void galley_pages_draw_frame (cairo_t *cr,
                              GalleyStatus status,
                              double x,
                              double y,
                              double width,
                              double height);

G_END_DECLS
