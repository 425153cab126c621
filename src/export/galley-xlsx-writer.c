/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-claim-table.h"
#include "galley-escape.h"
#include "galley-package-template.h"
#include "galley-words.h"
#include "galley-writers.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * The claim table as a SpreadsheetML package, ECMA-376: one sheet, whose first row has the names of
 * the columns, stays in sight and filters. Texts are inline strings, which no program takes for
 * formulas. A text that would become one when somebody edits the cell is marked as a text by a
 * prefix that is not part of it. Times are numbers of days, shown as times in UTC.
 */

/* What a sheet and a cell hold at most. */
#define FIRST_PRINTED "paragraph"
#define LAST_PRINTED "checked_at"

/* In points, of the font that the cells have; and how many lines a row can have at most. */
#define LINE_HEIGHT 15
#define MAX_ROW_LINES 27

#define MAX_ROWS 1048576
#define MAX_CELL_UNITS 32767 /* of UTF-16 */

/* Behind a text that was cut. */
#define ELLIPSIS " […]"
#define ELLIPSIS_UNITS 4

/* 1970-01-01 in days of the calendar of spreadsheets. */
#define UNIX_EPOCH 25569

/* Positions in the list of cell formats in xlsx/styles.xml. */
typedef enum
{
  LOOK_NUMBER,
  LOOK_HEADER,
  LOOK_TEXT,
  LOOK_PREFIXED_TEXT,
  LOOK_TIME,
  LOOK_CONFIRMED,
  LOOK_DISPUTED,
  LOOK_PENDING,
} Look;

/* Whether it would be read as the escape of a character: "_x000D_". */
static gboolean
is_escape (const char *p)
{
  if (p[0] != '_' || p[1] != 'x')
    return FALSE;
  for (guint i = 2; i < 6; i++)
    if (!g_ascii_isxdigit (p[i]))
      return FALSE;

  return p[6] == '_';
}

/* Returns (transfer none) where a text has to end to be held by a cell, or its end. */
static const char *
find_cut (const char *utf8, gboolean *out_is_cut)
{
  const char *cut = NULL;
  guint n_units = 0;

  for (const char *p = utf8; *p != '\0'; p = g_utf8_next_char (p))
    {
      n_units += g_utf8_get_char (p) > 0xffff ? 2 : 1;
      if (cut == NULL && n_units > MAX_CELL_UNITS - ELLIPSIS_UNITS)
        cut = p;
      if (n_units > MAX_CELL_UNITS)
        {
          *out_is_cut = TRUE;
          return cut;
        }
    }

  *out_is_cut = FALSE;
  return utf8 + strlen (utf8);
}

static void
append_text (GString *out, const char *utf8)
{
  gboolean is_cut;
  const char *end = find_cut (utf8, &is_cut), *run = utf8;

  for (const char *p = strchr (utf8, '_'); p != NULL && p < end; p = strchr (p + 1, '_'))
    if (is_escape (p))
      {
        galley_escape_xml (out, run, p - run);
        g_string_append (out, "_x005F_");
        run = p + 1;
      }
  galley_escape_xml (out, run, end - run);
  if (is_cut)
    g_string_append (out, ELLIPSIS);
}

/* Space at an end counts only where that is said. */
static gboolean
has_outer_space (const char *utf8)
{
  gsize n = strlen (utf8);

  return n > 0 && (g_ascii_isspace (utf8[0]) || g_ascii_isspace (utf8[n - 1]));
}

static void
append_string (GString *out, guint column, guint row, Look look, const char *utf8)
{
  g_string_append_printf (out, "<c r=\"%c%u\" s=\"%u\" t=\"inlineStr\"><is><t%s>", 'A' + column,
                          row, look, has_outer_space (utf8) ? " xml:space=\"preserve\"" : "");
  append_text (out, utf8);
  g_string_append (out, "</t></is></c>");
}

static Look
get_status_look (const char *nick)
{
  GalleyStatus status = GALLEY_STATUS_PENDING;

  galley_status_from_nick (nick, &status);
  switch (status)
    {
    case GALLEY_STATUS_CONFIRMED:
      return LOOK_CONFIRMED;
    case GALLEY_STATUS_DISPUTED:
      return LOOK_DISPUTED;
    case GALLEY_STATUS_PENDING:
    default:
      return LOOK_PENDING;
    }
}

static void
append_time (GString *out, guint column, guint row, const char *iso)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (iso, /* default_tz= */ NULL);
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  gint64 seconds;

  if (time == NULL)
    return;

  seconds = g_date_time_to_unix (time);
  g_ascii_formatd (number, sizeof number, "%.12f", UNIX_EPOCH + seconds / 86400.0);
  g_string_append_printf (out, "<c r=\"%c%u\" s=\"%u\"><v>%s</v></c>", 'A' + column, row, LOOK_TIME,
                          number);
}

static void
append_cell (GString *out, guint column, guint row, const char *cell)
{
  switch (galley_claim_table_get_kind (column))
    {
    case GALLEY_CLAIM_TABLE_NUMBER:
      g_string_append_printf (out, "<c r=\"%c%u\" s=\"%u\"><v>%s</v></c>", 'A' + column, row,
                              LOOK_NUMBER, cell);
      break;
    case GALLEY_CLAIM_TABLE_TIME:
      append_time (out, column, row, cell);
      break;
    case GALLEY_CLAIM_TABLE_STATUS:
      append_string (out, column, row, get_status_look (cell), cell);
      break;
    case GALLEY_CLAIM_TABLE_TEXT:
    case GALLEY_CLAIM_TABLE_LONG_TEXT:
    default:
      append_string (
          out, column, row,
          *cell == '\'' || galley_escape_is_formula (cell) ? LOOK_PREFIXED_TEXT : LOOK_TEXT, cell);
      break;
    }
}

/* In characters of the font. */
static guint
get_width (guint column)
{
  static const struct
  {
    const char *name;
    guint width;
  } widths[] = {
    { "paragraph", 10 },  { "claim", 40 },
    { "category", 13 },   { "status", 12 },
    { "reason", 20 },     { "priority", 9 },
    { "legal", 7 },       { "correction", 36 },
    { "sources", 44 },    { "independent_sources", 20 },
    { "note", 44 },       { "open_query", 28 },
    { "answer", 28 },     { "assigned", 14 },
    { "checked_by", 14 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    if (g_str_equal (galley_claim_table_get_name (column), widths[i].name))
      return widths[i].width;

  switch (galley_claim_table_get_kind (column))
    {
    case GALLEY_CLAIM_TABLE_TIME:
      return 24;
    case GALLEY_CLAIM_TABLE_NUMBER:
      return 12;
    case GALLEY_CLAIM_TABLE_LONG_TEXT:
    case GALLEY_CLAIM_TABLE_TEXT:
    case GALLEY_CLAIM_TABLE_STATUS:
    default:
      return 18;
    }
}

static guint
find_column (const char *name)
{
  guint column = 0;

  while (!g_str_equal (galley_claim_table_get_name (column), name))
    column++;

  return column;
}

/* What is the same in all rows, and ids and places, are not printed, and make no row higher. */
static gboolean
is_printed (guint column)
{
  return column >= find_column (FIRST_PRINTED) && column <= find_column (LAST_PRINTED);
}

/* How many lines the words take up in a column, but no more than a row can have; rather too many:
 * letters are narrower than digits, by which columns are measured. */
static guint
count_lines (const char *utf8, guint width)
{
  guint n_lines = 1, at = 0, n_word = 0;

  for (const char *p = utf8; n_lines + n_word / width < MAX_ROW_LINES; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c != '\0' && !g_unichar_isspace (c))
        {
          n_word += g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;
          continue;
        }
      if (at > 0 && at + n_word > width)
        {
          n_lines++;
          at = 0;
        }
      at += n_word;
      n_lines += at > 0 ? (at - 1) / width : 0;
      at = at > 0 ? (at - 1) % width + 2 : 1; /* with the space */
      n_word = 0;
      if (c == '\n')
        {
          n_lines++;
          at = 0;
        }
      if (c == '\0')
        break;
    }

  return MIN (n_lines + n_word / width, MAX_ROW_LINES);
}

/* Not every program finds out for itself how high a row has to be. */
static void
begin_row (GString *out, guint row, guint n_lines)
{
  g_string_append_printf (out, "<row r=\"%u\" ht=\"%u\">", row, n_lines * LINE_HEIGHT);
}

static void
append_claim (GString *out, GalleyReport *report, guint claim)
{
  g_autoptr (GString) cells = g_string_new (NULL);
  guint n_lines = 1;

  for (guint column = 0; column < galley_claim_table_get_n_columns (); column++)
    {
      g_autofree char *cell = galley_claim_table_dup_cell (report, claim, column);

      if (cell == NULL || *cell == '\0')
        continue;
      append_cell (cells, column, claim + 2, cell);
      if (is_printed (column) && galley_claim_table_get_kind (column) != GALLEY_CLAIM_TABLE_TIME)
        n_lines = MAX (n_lines, count_lines (cell, get_width (column)));
    }

  begin_row (out, claim + 2, n_lines);
  g_string_append_len (out, cells->str, (gssize) cells->len);
  g_string_append (out, "</row>\n");
}

static void
append_rows (GString *out, GalleyReport *report)
{
  begin_row (out, /* row= */ 1, /* n_lines= */ 1);
  for (guint column = 0; column < galley_claim_table_get_n_columns (); column++)
    append_string (out, column, 1, LOOK_HEADER, galley_claim_table_get_name (column));
  g_string_append (out, "</row>\n");

  for (guint i = 0; i < galley_claim_table_get_n_rows (report); i++)
    append_claim (out, report, i);
}

static char *
describe_columns (void)
{
  GString *out = g_string_new (NULL);

  for (guint column = 0; column < galley_claim_table_get_n_columns (); column++)
    g_string_append_printf (out, "<col min=\"%u\" max=\"%u\" width=\"%u\" customWidth=\"1\"/>",
                            column + 1, column + 1, get_width (column));

  return g_string_free (out, FALSE);
}

/* What is printed is cut before sources and before queries: at the scale in xlsx/sheet.xml each
 * third is no wider than a page, with the claim before it. */
static char *
describe_breaks (void)
{
  return g_strdup_printf (
      "<brk id=\"%u\" max=\"%u\" man=\"1\"/><brk id=\"%u\" max=\"%u\" man=\"1\"/>",
      find_column ("sources"), MAX_ROWS - 1, find_column ("open_query"), MAX_ROWS - 1);
}

/* The number of a kind of paper. */
static const char *
get_paper (GalleyReport *report)
{
  double width, height;

  galley_paper_get_size (galley_report_get_options (report)->paper, &width, &height);
  return height == 792 ? "1" : "9"; /* Letter, A4 */
}

static char *
describe_printed (guint n_rows)
{
  return g_strdup_printf ("$%c$1:$%c$%u", 'A' + find_column (FIRST_PRINTED),
                          'A' + find_column (LAST_PRINTED), n_rows);
}

static char *
describe_repeated (void)
{
  char claim = 'A' + find_column ("claim");

  return g_strdup_printf ("$%c:$%c", claim, claim);
}

/**
 * galley_xlsx_write:
 * @error: (out) (optional): %G_IO_ERROR_NO_SPACE if it is too large for the format
 *
 * Returns: (transfer full): the claim table as a spreadsheet; %NULL on error
 */
GBytes *
galley_xlsx_write (GalleyReport *report, GError **error)
{
  g_autoptr (GalleyZipWriter) zip = galley_zip_writer_new ();
  g_autoptr (GString) rows = g_string_new (NULL);
  guint n_rows = galley_claim_table_get_n_rows (report) + 1;
  g_autofree char *state = galley_words_sum_up (report);
  g_autofree char *columns = describe_columns ();
  g_autofree char *sheet = galley_package_template_escape (_ ("Claims"));
  char last = 'A' + galley_claim_table_get_n_columns () - 1;
  g_autofree char *range = g_strdup_printf ("A1:%c%u", last, n_rows);
  g_autofree char *fixed_range = g_strdup_printf ("$A$1:$%c$%u", last, n_rows);
  g_autofree char *breaks = describe_breaks ();
  g_autofree char *printed = describe_printed (n_rows);
  g_autofree char *repeated = describe_repeated ();
  GalleyPackageTemplateValue values[] = {
    { "COLUMNS", columns },
    { "ROWS", NULL },
    { "SHEET", sheet },
    { "RANGE", range },
    { "BREAKS", breaks },
    { "PRINTED", printed },
    { "FIXEDRANGE", fixed_range },
    { "REPEATED", repeated },
    { "PAPER", get_paper (report) },
  };

  if (n_rows > MAX_ROWS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE,
                   _ ("There are more claims than a spreadsheet has rows"));
      return NULL;
    }

  append_rows (rows, report);
  values[1].value = rows->str;
  galley_package_template_add (zip, "[Content_Types].xml", "xlsx/content-types.xml", NULL, 0);
  galley_package_template_add (zip, "_rels/.rels", "xlsx/package.rels", NULL, 0);
  galley_package_template_add_properties (zip, report, galley_report_get_title (report), state,
                                          galley_words_get_article_language (report));
  galley_package_template_add (zip, "xl/workbook.xml", "xlsx/workbook.xml", values,
                               G_N_ELEMENTS (values));
  galley_package_template_add (zip, "xl/_rels/workbook.xml.rels", "xlsx/workbook.rels", NULL, 0);
  galley_package_template_add (zip, "xl/styles.xml", "xlsx/styles.xml", NULL, 0);
  galley_package_template_add (zip, "xl/worksheets/sheet1.xml", "xlsx/sheet.xml", values,
                               G_N_ELEMENTS (values));

  return galley_zip_writer_finish (zip, error);
}
