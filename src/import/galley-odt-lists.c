/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-odt-lists.h"

#include <string.h>

/* A list within an item of a list is one level deeper. Each begins to count anew, unless it says
 * that it goes on with the one before it, or with another one. */

typedef struct
{
  int numbers[GALLEY_ODT_N_LEVELS]; /* of the last item, with those of the lists around it */
  guint depth;
  char *style;
  gboolean has_sign; /* whether the next paragraph begins an item */
  gboolean has_numbers;
  char *id; /* or NULL */
} List;

struct _GalleyOdtLists
{
  GalleyOdtStyles *styles;
  GArray *open;     /* (element-type List), outermost first */
  GHashTable *past; /* (element-type utf8 int) the last numbers of outermost lists, by id */
  GHashTable *last; /* (element-type utf8 int) likewise, by style */
  int headings[GALLEY_ODT_N_LEVELS];
};

static void
clear_list (gpointer data)
{
  List *list = data;

  g_free (list->style);
  g_free (list->id);
}

/**
 * galley_odt_lists_new:
 * @styles: the document's styles; they have to outlive the lists
 *
 * Returns: (transfer full): no lists
 */
GalleyOdtLists *
galley_odt_lists_new (GalleyOdtStyles *styles)
{
  GalleyOdtLists *self = g_new0 (GalleyOdtLists, 1);

  self->styles = styles;
  self->open = g_array_new (FALSE, FALSE, sizeof (List));
  g_array_set_clear_func (self->open, clear_list);
  self->past = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->last = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

void
galley_odt_lists_free (GalleyOdtLists *self)
{
  g_array_unref (self->open);
  g_hash_table_unref (self->past);
  g_hash_table_unref (self->last);
  g_free (self);
}

static List *
peek (GalleyOdtLists *self)
{
  return self->open->len > 0 ? &g_array_index (self->open, List, self->open->len - 1) : NULL;
}

static guint
get_index (const List *list)
{
  return MIN (list->depth, GALLEY_ODT_N_LEVELS) - 1;
}

/* Makes the next item of @list follow the item of @number. */
static void
go_on (List *list, GHashTable *numbers, const char *key)
{
  gpointer number;

  if (key != NULL && g_hash_table_lookup_extended (numbers, key, NULL, &number))
    {
      list->numbers[get_index (list)] = GPOINTER_TO_INT (number);
      list->has_numbers = TRUE;
    }
}

/**
 * galley_odt_lists_begin:
 * @style: (nullable): its list style; %NULL for that of the list around it
 * @id: (nullable): its id
 * @continued_id: (nullable): the id of the list that it goes on with
 * @is_continued: whether it goes on with the last list of its style
 */
void
galley_odt_lists_begin (GalleyOdtLists *self,
                        const char *style,
                        const char *id,
                        const char *continued_id,
                        gboolean is_continued)
{
  const List *around = peek (self);
  List list = { .depth = 1, .id = g_strdup (id) };

  if (around != NULL)
    {
      memcpy (list.numbers, around->numbers, sizeof list.numbers);
      list.depth = around->depth + 1;
    }
  list.style = g_strdup (style == NULL && around != NULL ? around->style : style);
  if (continued_id != NULL)
    go_on (&list, self->past, continued_id);
  else if (is_continued)
    go_on (&list, self->last, list.style);
  g_array_append_val (self->open, list);
}

void
galley_odt_lists_end (GalleyOdtLists *self)
{
  const List *list = peek (self);
  gpointer number;

  if (list == NULL)
    return;

  number = GINT_TO_POINTER (list->numbers[get_index (list)]);
  if (list->has_numbers && list->id != NULL)
    g_hash_table_replace (self->past, g_strdup (list->id), number);
  if (list->has_numbers && list->style != NULL)
    g_hash_table_replace (self->last, g_strdup (list->style), number);
  g_array_set_size (self->open, self->open->len - 1);
}

static const GalleyOdtLevel *
find_levels (GalleyOdtLists *self, const List *list)
{
  return galley_odt_styles_find_list (self->styles, list->style);
}

/**
 * galley_odt_lists_begin_item:
 * @start: the number that it has; -1 for the next one
 */
void
galley_odt_lists_begin_item (GalleyOdtLists *self, int start)
{
  List *list = peek (self);
  const GalleyOdtLevel *levels;
  int *number;

  if (list == NULL)
    return;

  levels = find_levels (self, list);
  number = &list->numbers[get_index (list)];
  if (start >= 0)
    *number = start;
  else if (list->has_numbers)
    *number = *number < G_MAXINT ? *number + 1 : *number;
  else
    *number = levels != NULL ? levels[get_index (list)].start : 1;
  list->has_numbers = TRUE;
  list->has_sign = TRUE;
}

/**
 * galley_odt_lists_begin_header:
 *
 * Begins what is in the list and is no item.
 */
void
galley_odt_lists_begin_header (GalleyOdtLists *self)
{
  if (peek (self) != NULL)
    peek (self)->has_sign = FALSE;
}

/**
 * galley_odt_lists_get_depth:
 *
 * Returns: how many lists are open
 */
guint
galley_odt_lists_get_depth (GalleyOdtLists *self)
{
  return self->open->len;
}

static char *
describe (const GalleyOdtLevel *levels, guint index, const int *numbers)
{
  const GalleyOdtLevel *level = &levels[index];
  GString *sign = g_string_new (NULL);

  if (level->format == GALLEY_NUMBER_BULLET)
    return g_string_free (g_string_assign (sign, "•"), FALSE);
  if (level->format == GALLEY_NUMBER_NONE)
    return g_string_free (sign, FALSE);

  g_string_append (sign, level->prefix != NULL ? level->prefix : "");
  for (guint i = index + 1 - level->n_shown; i <= index; i++)
    {
      if (levels[i].format == GALLEY_NUMBER_NONE)
        continue;
      galley_list_number_append (sign, levels[i].format, numbers[i]);
      if (i < index)
        g_string_append_c (sign, '.');
    }
  g_string_append (sign, level->suffix != NULL ? level->suffix : "");

  return g_strstrip (g_string_free (sign, FALSE));
}

/**
 * galley_odt_lists_take_sign:
 * @paragraph_list: (nullable): the list style that the paragraph's own style sets
 *
 * Returns: (transfer full) (nullable): "•" or the number of the item that the paragraph begins,
 * with what is around it; %NULL for a further paragraph of an item
 */
char *
galley_odt_lists_take_sign (GalleyOdtLists *self, const char *paragraph_list)
{
  List *list = peek (self);
  const GalleyOdtLevel *levels;

  if (list == NULL || !list->has_sign)
    return NULL;

  list->has_sign = FALSE;
  levels = find_levels (self, list);
  if (levels == NULL)
    levels = galley_odt_styles_find_list (self->styles, paragraph_list);

  return levels != NULL ? describe (levels, get_index (list), list->numbers) : g_strdup ("•");
}

/**
 * galley_odt_lists_count_heading:
 * @level: of a heading, from 1
 * @is_restarted: whether it is the first one of its level
 *
 * Returns: (transfer full) (nullable): its number, %NULL if headings have none
 */
char *
galley_odt_lists_count_heading (GalleyOdtLists *self, guint level, gboolean is_restarted)
{
  const GalleyOdtLevel *levels = galley_odt_styles_find_list (self->styles, "");
  guint index = CLAMP (level, 1, GALLEY_ODT_N_LEVELS) - 1;

  if (levels == NULL || levels[index].format == GALLEY_NUMBER_NONE)
    return NULL;

  for (guint i = 0; i < index; i++)
    if (self->headings[i] == 0)
      self->headings[i] = levels[i].start;
  if (self->headings[index] == 0 || is_restarted)
    self->headings[index] = levels[index].start;
  else
    self->headings[index]++;
  for (guint i = index + 1; i < GALLEY_ODT_N_LEVELS; i++)
    self->headings[i] = 0;

  return describe (levels, index, self->headings);
}
