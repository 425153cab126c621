/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-raised.h"

G_BEGIN_DECLS

/**
 * GalleyFormulaKind:
 * @GALLEY_FORMULA_OTHER: any element
 * @GALLEY_FORMULA_FRACTION: its first part is above a bar, its second below
 * @GALLEY_FORMULA_ROOT: its first part is the degree, its second what is under the sign
 * @GALLEY_FORMULA_SQUARE_ROOT: all of its parts are under the sign
 * @GALLEY_FORMULA_FENCE: its parts are in brackets, and bars part them
 * @GALLEY_FORMULA_OPERATOR: a large sign, of an integral if nothing else is said, with what it is
 *   applied to
 * @GALLEY_FORMULA_TABLE: its parts are rows
 * @GALLEY_FORMULA_ROW: its parts are cells
 * @GALLEY_FORMULA_POWER: its second part is raised
 * @GALLEY_FORMULA_INDEX: its second part is lowered
 * @GALLEY_FORMULA_LIMITS: its second part is lowered, its third is raised
 * @GALLEY_FORMULA_RAISED: all of it is raised
 * @GALLEY_FORMULA_LOWERED: all of it is lowered
 *
 * What an element of a formula is.
 */
typedef enum
{
  GALLEY_FORMULA_OTHER,
  GALLEY_FORMULA_FRACTION,
  GALLEY_FORMULA_ROOT,
  GALLEY_FORMULA_SQUARE_ROOT,
  GALLEY_FORMULA_FENCE,
  GALLEY_FORMULA_OPERATOR,
  GALLEY_FORMULA_TABLE,
  GALLEY_FORMULA_ROW,
  GALLEY_FORMULA_POWER,
  GALLEY_FORMULA_INDEX,
  GALLEY_FORMULA_LIMITS,
  GALLEY_FORMULA_RAISED,
  GALLEY_FORMULA_LOWERED,
} GalleyFormulaKind;

#define GALLEY_FORMULA_N_KINDS (GALLEY_FORMULA_LOWERED + 1)

/**
 * GalleyFormulaPlace:
 * @GALLEY_FORMULA_BEFORE: before the first part of an element
 * @GALLEY_FORMULA_BETWEEN: before each other part
 * @GALLEY_FORMULA_AFTER: after the last part
 *
 * Where a sign of an element stands.
 */
typedef enum
{
  GALLEY_FORMULA_BEFORE,
  GALLEY_FORMULA_BETWEEN,
  GALLEY_FORMULA_AFTER,
} GalleyFormulaPlace;

/**
 * GalleyFormula:
 *
 * Tells what is seen of a formula and is no character in it, as its elements are entered and left:
 * without the bar of a fraction 1/2 would be 12, and 10² would be 102 if nobody knew what is
 * raised.
 */
typedef struct _GalleyFormula GalleyFormula;

GalleyFormula *galley_formula_new (void) G_GNUC_WARN_UNUSED_RESULT;
void galley_formula_free (GalleyFormula *self);

const char *galley_formula_enter (GalleyFormula *self, GalleyFormulaKind kind);
const char *galley_formula_leave (GalleyFormula *self);
void galley_formula_set_sign (GalleyFormula *self,
                              GalleyFormulaKind kind,
                              GalleyFormulaPlace place,
                              const char *sign);
gboolean galley_formula_is_open (const GalleyFormula *self);
GalleyPosition galley_formula_find_position (const GalleyFormula *self, GalleyPosition around);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyFormula, galley_formula_free)

G_END_DECLS
