/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-formula.h"

#include <string.h>

#define N_PLACES (GALLEY_FORMULA_AFTER + 1)
#define MAX_SIGN_BYTES 8 /* a character, with its end */
#define MAX_OPEN 64      /* elements within elements; deeper ones have no signs */

typedef struct
{
  GalleyFormulaKind kind;
  char signs[N_PLACES][MAX_SIGN_BYTES]; /* by their places */
  guint n_parts;                        /* that were entered; of a table, its cells */
  GalleyPosition position;
} Element;

struct _GalleyFormula
{
  GArray *open;   /* (element-type Element), the innermost last */
  guint n_deeper; /* elements that are open within the innermost of these */
  char sign[MAX_SIGN_BYTES];
};

/* The signs of an element of each kind, unless it has others. Those of a row are its table's. */
static const Element elements[] = {
  { GALLEY_FORMULA_OTHER, { "", "", "" }, 0, 0 },
  { GALLEY_FORMULA_FRACTION, { "", "/", "" }, 0, 0 },
  { GALLEY_FORMULA_ROOT, { "", "√", "" }, 0, 0 },
  { GALLEY_FORMULA_SQUARE_ROOT, { "√", "", "" }, 0, 0 },
  { GALLEY_FORMULA_FENCE, { "(", "|", ")" }, 0, 0 },
  { GALLEY_FORMULA_OPERATOR, { "∫", "", "" }, 0, 0 },
  { GALLEY_FORMULA_TABLE, { "", " ", "" }, 0, 0 },
  { GALLEY_FORMULA_ROW, { "", "", "" }, 0, 0 },
  { GALLEY_FORMULA_POWER, { "", "", "" }, 0, 0 },
  { GALLEY_FORMULA_INDEX, { "", "", "" }, 0, 0 },
  { GALLEY_FORMULA_LIMITS, { "", "", "" }, 0, 0 },
  { GALLEY_FORMULA_RAISED, { "", "", "" }, 0, 0 },
  { GALLEY_FORMULA_LOWERED, { "", "", "" }, 0, 0 },
};
G_STATIC_ASSERT (G_N_ELEMENTS (elements) == GALLEY_FORMULA_N_KINDS);

GalleyFormula *
galley_formula_new (void)
{
  GalleyFormula *self = g_new0 (GalleyFormula, 1);

  self->open = g_array_new (FALSE, FALSE, sizeof (Element));
  return self;
}

void
galley_formula_free (GalleyFormula *self)
{
  g_array_unref (self->open);
  g_free (self);
}

/* The element that is open and has @n_inside others open in it, or NULL. */
static Element *
peek (const GalleyFormula *self, guint n_inside)
{
  return n_inside < self->open->len
             ? &g_array_index (self->open, Element, self->open->len - 1 - n_inside)
             : NULL;
}

/* The element whose part the next one is; NULL if there is none, or if it is none that counts. The
 * parts of a table are its cells, whatever the rows. */
static Element *
find_whole (const GalleyFormula *self)
{
  Element *parent = peek (self, 0), *around = peek (self, 1);

  if (parent == NULL || parent->kind == GALLEY_FORMULA_TABLE)
    return NULL;

  return parent->kind == GALLEY_FORMULA_ROW && around != NULL ? around : parent;
}

/* How high the next element stands that is of @kind. What is in one that does not stand on the line
 * stays where that is. */
static GalleyPosition
find_position (const GalleyFormula *self, GalleyFormulaKind kind)
{
  const Element *parent = peek (self, 0);

  if (parent != NULL && parent->position != GALLEY_POSITION_LINE)
    return parent->position;
  if (kind == GALLEY_FORMULA_RAISED)
    return GALLEY_POSITION_RAISED;
  if (kind == GALLEY_FORMULA_LOWERED)
    return GALLEY_POSITION_LOWERED;

  if (parent != NULL && parent->n_parts == 2)
    {
      if (parent->kind == GALLEY_FORMULA_POWER)
        return GALLEY_POSITION_RAISED;
      if (parent->kind == GALLEY_FORMULA_INDEX || parent->kind == GALLEY_FORMULA_LIMITS)
        return GALLEY_POSITION_LOWERED;
    }

  return parent != NULL && parent->n_parts == 3 && parent->kind == GALLEY_FORMULA_LIMITS
             ? GALLEY_POSITION_RAISED
             : GALLEY_POSITION_LINE;
}

/**
 * galley_formula_enter:
 * @kind: of the element that begins
 *
 * Returns: what is seen before it, until the next call
 */
const char *
galley_formula_enter (GalleyFormula *self, GalleyFormulaKind kind)
{
  Element *whole = find_whole (self);
  Element element = elements[kind];

  *self->sign = '\0';
  if (self->open->len >= MAX_OPEN)
    {
      self->n_deeper++;
      return self->sign;
    }

  if (whole != NULL)
    strcpy (self->sign,
            whole->signs[whole->n_parts++ > 0 ? GALLEY_FORMULA_BETWEEN : GALLEY_FORMULA_BEFORE]);
  element.position = find_position (self, kind);
  g_array_append_val (self->open, element);

  return self->sign;
}

/**
 * galley_formula_leave:
 *
 * Tells that the element ends that was entered last and not left.
 *
 * Returns: what is seen after it, until the next call
 */
const char *
galley_formula_leave (GalleyFormula *self)
{
  const Element *element = peek (self, 0);

  *self->sign = '\0';
  if (element == NULL || self->n_deeper > 0)
    {
      self->n_deeper -= self->n_deeper > 0;
      return self->sign;
    }

  if (element->n_parts > 0)
    strcpy (self->sign, element->signs[GALLEY_FORMULA_AFTER]);
  g_array_set_size (self->open, self->open->len - 1);

  return self->sign;
}

/**
 * galley_formula_set_sign:
 * @kind: of the element that is meant
 * @place: where the sign is
 * @sign: (nullable): begins with the sign; %NULL or empty for none
 *
 * Tells another sign than usual of the element that was entered last and not left, if it is of that
 * kind: two lines without a bar are no fraction but a binomial coefficient.
 */
void
galley_formula_set_sign (GalleyFormula *self,
                         GalleyFormulaKind kind,
                         GalleyFormulaPlace place,
                         const char *sign)
{
  Element *element = peek (self, 0);
  gsize n = 0;

  if (element == NULL || self->n_deeper > 0 || element->kind != kind)
    return;

  if (sign != NULL && *sign != '\0')
    n = g_unichar_to_utf8 (g_utf8_get_char (sign), element->signs[place]);
  element->signs[place][n] = '\0';
}

gboolean
galley_formula_is_open (const GalleyFormula *self)
{
  return self->open->len > 0;
}

/**
 * galley_formula_find_position:
 * @around: how high the words around the formula stand
 *
 * Returns: how high the innermost element stands; @around if none is open
 */
GalleyPosition
galley_formula_find_position (const GalleyFormula *self, GalleyPosition around)
{
  const Element *element = peek (self, 0);

  return element != NULL && element->position != GALLEY_POSITION_LINE ? element->position : around;
}
