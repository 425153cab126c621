/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-pdf-layout.h"

#include <stdlib.h>
#include <string.h>

/* Running heads, feet and page numbers: lines near the upper or lower edge that come again on other
 * pages. Words come again as they are; where they hold a number, it may also be one that counts the
 * pages, so that its distance from the number of its page stays the same. "Table 1" and "Table 2"
 * at the top of two pages are not taken for heads, unless those are the pages' numbers. In a long
 * document words come again at an edge now and then, and so does the distance of a number; those of
 * heads are on many of the pages between the first and the last that they are on.
 *
 * Each line near an edge has a key for its words and one for each number in it; one that enough
 * pages share makes it furniture. So does standing where other pages have theirs, in type of the
 * same size: heads may name a section that is no longer than a page.
 *
 * Text begins alike on some pages too. What neither counts the pages nor comes again on most of
 * them is furniture only if it is set apart from the text, as heads are; and a place is one of
 * furniture only if a third of what stands there is by its words: those of right pages may each
 * name another section. */

#define ZONE_PERCENT 20   /* of the page's height, from an edge */
#define MAX_ROWS 2        /* from an edge */
#define MAX_CANDIDATES 16 /* of the lines in them */
#define MAX_NUMBERS 3     /* of a line */
#define MAX_CHARS 160     /* a longer line is text */
#define MIN_CHARS 3
#define MAX_SIZE_PERCENT 108 /* of the text's size */
#define FEW_PAGES 6
#define MAX_ROMAN 40
#define MAX_GAP_PAGES 3 /* from one that shares something to the next, on average */

/* How far what is set apart is from the next line, in parts of a hundred of how far lines of the
 * text are from each other; and where lines are further apart than this, they are no text. */
#define APART_PERCENT 150
#define MAX_LEADING_EMS 3
#define DEFAULT_LEADING_PERCENT 130 /* of the size, where there is nothing to measure */

/* Positions are compared in whole points, sizes in tenths. */
#define POSITION_UNITS 100
#define SIZE_UNITS 10
#define MAX_SIZE_KEY 4096

typedef struct
{
  char *name;
  guint line;       /* whose it is */
  guint n_least;    /* pages that must share it */
  gboolean is_sure; /* whether so many are enough, or it must be most */
} Key;

/* The pages that share a key. */
typedef struct
{
  guint n;
  gint first;
  gint last;
} Sharing;

/* A line near an edge. */
typedef struct
{
  guint line;
  gboolean is_top;
  gboolean is_outermost; /* whether it is next to the edge */
  gboolean is_apart;     /* whether it is set apart from the text */
} Candidate;

typedef struct
{
  GalleyPdfLayout *layout;
  GHashTable *sharings;  /* (element-type utf8 Sharing): keys, and which pages they are on */
  GArray *keys;          /* (element-type Key) of all candidates */
  GHashTable *page_keys; /* (element-type utf8): keys of the page that is looked at */
  gboolean has_text;     /* whether that page holds more than what may be furniture */
  GArray *outermost;     /* (element-type Candidate): lines that are next to an edge */
  gint leading;          /* how far lines of the text are from each other */
} Finder;

static gint
compare_tops (gconstpointer a, gconstpointer b, gpointer pages)
{
  const GalleyPdfLine *first = galley_pdf_pages_get_line (pages, *(const guint *) a);
  const GalleyPdfLine *second = galley_pdf_pages_get_line (pages, *(const guint *) b);

  return first->box.top < second->box.top ? -1 : first->box.top > second->box.top;
}

static gint
compare_lengths (gconstpointer a, gconstpointer b)
{
  return *(const gint *) a < *(const gint *) b ? -1 : *(const gint *) a > *(const gint *) b;
}

/* How far most lines are from the next. */
static gint
find_leading (const GalleyPdfLayout *layout)
{
  g_autoptr (GArray) falls = g_array_new (FALSE, FALSE, sizeof (gint));

  for (guint i = 0; i + 1 < layout->pages->lines->len; i++)
    {
      const GalleyPdfLine *line = galley_pdf_pages_get_line (layout->pages, i);
      const GalleyPdfLine *next = galley_pdf_pages_get_line (layout->pages, i + 1);
      gint fall = next->box.bottom - line->box.bottom;

      if (next->page == line->page && fall > (gint) line->size / 2 &&
          fall < (gint64) line->size * MAX_LEADING_EMS)
        g_array_append_val (falls, fall);
    }
  if (falls->len == 0)
    return (gint64) layout->body_size * DEFAULT_LEADING_PERCENT / 100;

  g_array_sort (falls, compare_lengths);
  return g_array_index (falls, gint, falls->len / 2);
}

/* The lines of a page from the top down. */
static GArray *
sort_lines (Finder *self, const GalleyPdfPage *page)
{
  GArray *lines = g_array_sized_new (FALSE, FALSE, sizeof (guint), page->n_lines);

  for (guint i = page->first_line; i < page->first_line + page->n_lines; i++)
    g_array_append_val (lines, i);
  g_array_sort_with_data (lines, compare_tops, (gpointer) self->layout->pages);

  return lines;
}

static gboolean
is_near_edge (const GalleyPdfPage *page, const GalleyPdfLine *line, gboolean is_top)
{
  gint64 depth = (gint64) page->height * ZONE_PERCENT / 100;

  return is_top ? line->box.bottom <= depth : line->box.top >= page->height - depth;
}

/* The value of a roman number in small letters, or 0. */
static gint
read_roman (const char *word)
{
  static const struct
  {
    const char *sign;
    gint value;
  } parts[] = { { "xl", 40 }, { "x", 10 }, { "ix", 9 }, { "v", 5 }, { "iv", 4 }, { "i", 1 } };
  gint value = 0;

  while (*word != '\0' && value <= MAX_ROMAN)
    {
      guint i = 0;

      /* "iv" and "ix" go before "i", which is a part of them. */
      if (g_str_has_prefix (word, "ix"))
        i = 2;
      else if (g_str_has_prefix (word, "iv"))
        i = 4;
      else
        while (i < G_N_ELEMENTS (parts) && !g_str_has_prefix (word, parts[i].sign))
          i++;
      if (i == G_N_ELEMENTS (parts))
        return 0;
      value += parts[i].value;
      word += strlen (parts[i].sign);
    }

  return *word == '\0' ? value : 0;
}

static void
clear_key (gpointer key)
{
  g_free (((Key *) key)->name);
}

/* Adds @key, whose name is taken. */
static void
add_key (Finder *self, Key key)
{
  gint page = galley_pdf_pages_get_line (self->layout->pages, key.line)->page;
  Sharing *sharing = g_hash_table_lookup (self->sharings, key.name);

  g_array_append_val (self->keys, key);
  if (!self->has_text || !g_hash_table_add (self->page_keys, key.name))
    return;

  if (sharing == NULL)
    {
      sharing = g_new0 (Sharing, 1);
      sharing->first = page;
      g_hash_table_insert (self->sharings, key.name, sharing);
    }
  sharing->n++;
  sharing->last = page;
}

/* Adds a key for each number in @words that may be the page's: the words with signs in the place of
 * numbers, and how far the number is from the page's. */
static void
add_number_keys (Finder *self, guint line, gboolean is_top, const char *words)
{
  guint n_pages = self->layout->pages->pages->len;
  gint page = galley_pdf_pages_get_line (self->layout->pages, line)->page;
  g_autoptr (GString) masked = g_string_new (NULL);
  gint numbers[MAX_NUMBERS];
  guint n_numbers = 0;

  for (const char *p = words; *p != '\0';)
    {
      const char *end = p;

      while (g_ascii_isdigit (*end))
        end++;
      if (end == p)
        {
          g_string_append_c (masked, *p++);
          continue;
        }
      g_string_append_c (masked, '#');
      if (n_numbers < MAX_NUMBERS && end - p < 6)
        numbers[n_numbers++] = atoi (p);
      p = end;
    }
  if (n_numbers == 0 && read_roman (words) > 0)
    {
      g_string_assign (masked, "roman");
      numbers[n_numbers++] = read_roman (words);
    }
  for (guint i = 0; i < n_numbers; i++)
    add_key (self,
             (Key){ .name = g_strdup_printf ("%d %s %d", is_top, masked->str, numbers[i] - page),
                    .line = line,
                    .n_least = CLAMP (n_pages, 2, 3),
                    .is_sure = TRUE });
}

static void
add_candidate (Finder *self, const Candidate *candidate)
{
  const guint line = candidate->line;
  const GalleyPdfLine *place = galley_pdf_pages_get_line (self->layout->pages, line);
  g_autofree char *folded = NULL;
  guint n_letters = 0;

  /* What is larger than the text is a heading, even if it is a running head on other pages. */
  if (place->n_chars > MAX_CHARS ||
      (guint64) place->size * 100 > (guint64) self->layout->body_size * MAX_SIZE_PERCENT)
    return;

  if (candidate->is_outermost && place->n_chars >= MIN_CHARS)
    g_array_append_val (self->outermost, *candidate);
  folded = g_utf8_casefold (place->words, -1);
  for (const char *p = place->words; *p != '\0'; p = g_utf8_next_char (p))
    n_letters += g_unichar_isalpha (g_utf8_get_char (p));
  /* A number on its own that is the same on all pages is none of theirs, and a letter labels a
   * figure. */
  if (n_letters >= MIN_CHARS)
    add_key (self, (Key){ .name = g_strdup_printf ("%d %s", candidate->is_top, folded),
                          .line = line,
                          .n_least = self->layout->pages->pages->len <= FEW_PAGES ? 2 : 3,
                          .is_sure = candidate->is_apart });
  add_number_keys (self, line, candidate->is_top, folded);
}

/* Whether a line runs along the side of the page, as stamps of archives do. */
static gboolean
is_upright (const GalleyPdfLine *line)
{
  return line->box.bottom - line->box.top > (gint64) line->size * MAX_LEADING_EMS;
}

/* Lists the rows of @lines that are next to the edge, and near it. */
static void
add_rows (Finder *self, const GalleyPdfPage *page, const GArray *lines, gboolean is_top)
{
  Candidate candidates[MAX_CANDIDATES];
  guint n_rows = 0, n_candidates = 0, n_apart = 0;
  gint edge = 0, base = 0;

  for (guint i = 0; i < lines->len && n_candidates < MAX_CANDIDATES; i++)
    {
      guint line = g_array_index (lines, guint, is_top ? i : lines->len - 1 - i);
      const GalleyPdfLine *place = galley_pdf_pages_get_line (self->layout->pages, line);
      gint middle = place->box.top / 2 + place->box.bottom / 2;

      if (is_upright (place))
        continue;
      if (n_rows == 0 || (is_top ? middle > edge : middle < edge))
        {
          if ((gint64) ABS (place->box.bottom - base) * 100 >
              (gint64) self->leading * APART_PERCENT)
            n_apart = n_candidates;
          edge = is_top ? place->box.bottom : place->box.top;
          base = place->box.bottom;
          n_rows++;
        }
      if (n_rows > MAX_ROWS || !is_near_edge (page, place, is_top))
        break;
      candidates[n_candidates++] = (Candidate){ line, is_top, n_rows == 1, FALSE };
    }
  for (guint i = 0; i < n_candidates; i++)
    {
      candidates[i].is_apart = i < n_apart;
      add_candidate (self, &candidates[i]);
    }
}

/* How high a line stands and how large it is set, for comparing. */
static gpointer
find_position (const GalleyPdfLine *line, gint step)
{
  guint height = (guint) (line->box.bottom / POSITION_UNITS + step);

  return GUINT_TO_POINTER (height * MAX_SIZE_KEY + MIN (line->size / SIZE_UNITS, MAX_SIZE_KEY - 1));
}

/* How many of the outermost lines are at each position. */
static GHashTable *
count_positions (Finder *self, gboolean is_furniture)
{
  GHashTable *counts = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->outermost->len; i++)
    {
      guint line = g_array_index (self->outermost, Candidate, i).line;
      gpointer position = find_position (galley_pdf_pages_get_line (self->layout->pages, line), 0);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, position));

      if (!is_furniture || self->layout->kinds[line] == GALLEY_PDF_KIND_FURNITURE)
        g_hash_table_insert (counts, position, GUINT_TO_POINTER (n + 1));
    }

  return counts;
}

static guint
count_near (GHashTable *counts, const GalleyPdfLine *line)
{
  guint n = 0;

  for (gint step = -1; step <= 1; step++)
    n += GPOINTER_TO_UINT (g_hash_table_lookup (counts, find_position (line, step)));

  return n;
}

/* Marks what stands where other pages have their furniture. */
static void
mark_positions (Finder *self)
{
  g_autoptr (GHashTable) all = count_positions (self, FALSE);
  g_autoptr (GHashTable) furniture = count_positions (self, TRUE);

  for (guint i = 0; i < self->outermost->len; i++)
    {
      const Candidate *candidate = &g_array_index (self->outermost, Candidate, i);
      const GalleyPdfLine *place = galley_pdf_pages_get_line (self->layout->pages, candidate->line);
      guint n_furniture = count_near (furniture, place);

      if (candidate->is_apart && n_furniture > 0 && n_furniture * 3 >= count_near (all, place))
        self->layout->kinds[candidate->line] = GALLEY_PDF_KIND_FURNITURE;
    }
}

/* Whether enough pages share @key. The first page of a document often has no head. */
static gboolean
is_shared (Finder *self, const Key *key)
{
  const Sharing *sharing = g_hash_table_lookup (self->sharings, key->name);
  guint n_pages = self->layout->pages->pages->len;

  if (sharing == NULL || sharing->n < key->n_least)
    return FALSE;
  if (sharing->n * 2 > n_pages - 1)
    return TRUE;

  return key->is_sure && sharing->n * MAX_GAP_PAGES > (guint) (sharing->last - sharing->first);
}

/* Marks what comes again on enough pages. */
static void
mark_repeated (Finder *self)
{
  for (guint i = 0; i < self->keys->len; i++)
    {
      const Key *key = &g_array_index (self->keys, Key, i);

      if (is_shared (self, key))
        self->layout->kinds[key->line] = GALLEY_PDF_KIND_FURNITURE;
    }
}

/* Pages that are all alike have no furniture: something has to be left. */
static void
keep_text (GalleyPdfLayout *layout)
{
  guint n_lines = layout->pages->lines->len, n_body = 0;

  for (guint i = 0; i < n_lines; i++)
    n_body += layout->kinds[i] == GALLEY_PDF_KIND_BODY;
  if (n_body == 0)
    memset (layout->kinds, GALLEY_PDF_KIND_BODY, n_lines);
}

/**
 * galley_pdf_layout_find_furniture:
 *
 * Finds running heads, feet and page numbers.
 */
void
galley_pdf_layout_find_furniture (GalleyPdfLayout *self)
{
  Finder finder = { .layout = self };
  guint n_pages = self->pages->pages->len;

  finder.leading = find_leading (self);
  finder.sharings = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  finder.page_keys = g_hash_table_new (g_str_hash, g_str_equal);
  finder.outermost = g_array_new (FALSE, FALSE, sizeof (Candidate));
  finder.keys = g_array_new (FALSE, FALSE, sizeof (Key));
  g_array_set_clear_func (finder.keys, clear_key);

  for (guint i = 0; i < n_pages; i++)
    {
      const GalleyPdfPage *page = &g_array_index (self->pages->pages, GalleyPdfPage, i);
      g_autoptr (GArray) lines = sort_lines (&finder, page);

      /* Pages of a line each may repeat it without its being a head of anything. */
      finder.has_text = page->n_lines > 1;
      g_hash_table_remove_all (finder.page_keys);
      add_rows (&finder, page, lines, TRUE);
      add_rows (&finder, page, lines, FALSE);
    }
  mark_repeated (&finder);
  mark_positions (&finder);
  keep_text (self);

  g_hash_table_unref (finder.sharings);
  g_hash_table_unref (finder.page_keys);
  g_array_unref (finder.keys);
  g_array_unref (finder.outermost);
}
