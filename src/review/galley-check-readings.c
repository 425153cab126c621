/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-check-private.h"

/**
 * galley_check_get_readings:
 *
 * Returns: (transfer none) (element-type GalleyReading): the second readings of the article, in the
 *   order in which they began
 */
GPtrArray *
galley_check_get_readings (GalleyCheck *self)
{
  g_return_val_if_fail (GALLEY_IS_CHECK (self), NULL);

  return self->readings;
}

/**
 * galley_check_set_readings:
 * @readings: (element-type GalleyReading): the second readings, in the order in which they began
 *
 * Says what second readings there are, once. For the desk.
 */
void
galley_check_set_readings (GalleyCheck *self, GPtrArray *readings)
{
  g_return_if_fail (GALLEY_IS_CHECK (self) && readings != NULL);

  g_ptr_array_set_size (self->readings, 0);
  for (guint i = 0; i < readings->len; i++)
    g_ptr_array_add (self->readings, galley_reading_ref (g_ptr_array_index (readings, i)));
}

/**
 * galley_check_find_reading:
 * @id: UUID
 *
 * Returns: (transfer none) (nullable): the second reading of that id
 */
GalleyReading *
galley_check_find_reading (GalleyCheck *self, const char *id)
{
  g_return_val_if_fail (GALLEY_IS_CHECK (self) && id != NULL, NULL);

  for (guint i = 0; i < self->readings->len; i++)
    {
      GalleyReading *reading = g_ptr_array_index (self->readings, i);

      if (g_str_equal (reading->id, id))
        return reading;
    }

  return NULL;
}

static GalleyReading *
find_under_way (GalleyCheck *self, const char *reader, gboolean is_here)
{
  for (guint i = 0; i < self->readings->len; i++)
    {
      GalleyReading *reading = g_ptr_array_index (self->readings, i);

      if (galley_reading_is_under_way (reading) && g_str_equal (reading->reader, reader) &&
          reading->is_here == is_here)
        return reading;
    }

  return NULL;
}

/**
 * galley_check_find_reading_of:
 * @reader: who reads
 *
 * Returns: (transfer none) (nullable): the second reading that this person has under way in this
 *   copy of the library
 */
GalleyReading *
galley_check_find_reading_of (GalleyCheck *self, const char *reader)
{
  g_return_val_if_fail (GALLEY_IS_CHECK (self) && reader != NULL, NULL);

  return find_under_way (self, reader, TRUE);
}

/**
 * galley_check_find_namesake:
 * @reader: who reads
 *
 * Returns: (transfer none) (nullable): a second reading that somebody of this name has under way in
 *   another copy of the library. Nobody but a person can tell whether it is the same one; if it is,
 *   galley_verb_take_reading() makes it theirs here
 */
GalleyReading *
galley_check_find_namesake (GalleyCheck *self, const char *reader)
{
  g_return_val_if_fail (GALLEY_IS_CHECK (self) && reader != NULL, NULL);

  return find_under_way (self, reader, FALSE);
}

static void
drop_reading (GalleyCheck *self, const char *id)
{
  for (guint i = 0; i < self->readings->len; i++)
    if (g_str_equal (((GalleyReading *) g_ptr_array_index (self->readings, i))->id, id))
      {
        g_ptr_array_remove_index (self->readings, i);
        return;
      }
}

static int
compare_readings (gconstpointer a, gconstpointer b)
{
  const GalleyReading *x = *(GalleyReading **) a, *y = *(GalleyReading **) b;

  return x->started_at != y->started_at ? (x->started_at < y->started_at ? -1 : 1)
                                        : g_strcmp0 (x->id, y->id);
}

/**
 * galley_check_apply_readings:
 * @outcome: an outcome of this article
 *
 * Takes over what it says of second readings.
 *
 * Returns: whether it says anything of them
 */
gboolean
galley_check_apply_readings (GalleyCheck *self, GalleyOutcome *outcome)
{
  for (guint i = 0; i < outcome->gone_readings->len; i++)
    drop_reading (self, g_ptr_array_index (outcome->gone_readings, i));
  for (guint i = 0; i < outcome->readings->len; i++)
    {
      GalleyReading *reading = g_ptr_array_index (outcome->readings, i);

      drop_reading (self, reading->id);
      g_ptr_array_add (self->readings, galley_reading_ref (reading));
    }
  g_ptr_array_sort (self->readings, compare_readings);

  return outcome->readings->len + outcome->gone_readings->len > 0;
}
