/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-json-shape.h"

#include <string.h>

typedef struct
{
  const char *json;
  guint depth;
  guint n_values;
  int second; /* offset in bytes, or -1 */
} Case;

static const Case cases[] = {
  { "", 0, 1, -1 },
  { " 12 \n", 0, 1, -1 },
  { "\"a \\\" b\"\n", 0, 1, -1 },
  { "{}", 1, 3, -1 },
  { " {\"a\": [1, {\"b\": \"]}\"}]}\n\t", 3, 9, -1 },
  { "[[[]]]", 3, 4, -1 },
  { "{} {}", 1, 5, 3 },
  { "[1]\n[2]", 1, 3, 4 },
  { "[1]2", 1, 2, 3 },
  { "0[1]", 1, 2, 1 },
  { "0 1", 0, 1, 2 },
  { "\"a\"\"b\"", 0, 1, 3 },
  { "{}}", 1, 3, 2 },
  { "\"never ended \\", 0, 1, -1 },
};

static void
test_shapes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Case *c = &cases[i];
      GalleyJsonShape shape;

      galley_json_shape_measure (c->json, strlen (c->json), &shape);
      g_assert_cmpuint (shape.depth, ==, c->depth);
      g_assert_cmpuint (shape.n_values, ==, c->n_values);
      g_assert_cmpint (shape.second != NULL ? (int) (shape.second - c->json) : -1, ==, c->second);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-shape/shapes", test_shapes);

  return g_test_run ();
}
