/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-expectation.h"

/**
 * galley_expected_from_field:
 * @field: what an event's body calls it
 * @out_expected: (out): what it is
 *
 * Returns: whether a value of @field can be expected
 */
gboolean
galley_expected_from_field (const char *field, GalleyExpected *out_expected)
{
  static const char *const fields[GALLEY_N_EXPECTED] = { "words",   "status",     "reason",
                                                         "note",    "correction", "category",
                                                         "speaker", "sentence",   "assignee",
                                                         "former" };

  for (guint i = 0; i < GALLEY_N_EXPECTED; i++)
    if (g_str_equal (field, fields[i]))
      {
        *out_expected = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * galley_expectation_new:
 *
 * Returns: (transfer full): one of nothing
 */
GalleyExpectation *
galley_expectation_new (void)
{
  return g_new0 (GalleyExpectation, 1);
}

void
galley_expectation_free (GalleyExpectation *self)
{
  for (guint i = 0; i < GALLEY_N_EXPECTED; i++)
    g_free (self->values[i]);
  g_free (self);
}

/**
 * galley_expectation_set:
 * @value: (nullable): what the person saw there; %NULL for nothing
 *
 * Expects @value in place of what was expected there before.
 */
void
galley_expectation_set (GalleyExpectation *self, GalleyExpected expected, const char *value)
{
  g_return_if_fail (self != NULL && expected < GALLEY_N_EXPECTED);

  g_free (self->values[expected]);
  self->values[expected] = g_strdup (value);
  self->is_expected[expected] = TRUE;
}
