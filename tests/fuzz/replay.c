/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include <string.h>

/* Gives a target the inputs of its corpus, and each of them cut off at many places, so that what
 * was once found stays found without libFuzzer. */

#define N_CUTS 64

static void
test_input (gconstpointer path)
{
  g_autofree char *data = NULL;
  g_autoptr (GError) error = NULL;
  gsize length_bytes;

  g_file_get_contents (path, &data, &length_bytes, &error);
  g_assert_no_error (error);
  for (gsize i = 0; i <= N_CUTS; i++)
    g_assert_cmpint (LLVMFuzzerTestOneInput ((const guint8 *) data, length_bytes * i / N_CUTS), ==,
                     0);
}

int
main (int argc, char **argv)
{
  g_autoptr (GDir) dir = NULL;
  g_autoptr (GError) error = NULL;
  const char *name;
  guint n = 0;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);

  dir = g_dir_open (argv[1], 0, &error);
  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *test = g_strconcat ("/replay/", name, NULL);

      g_test_add_data_func_full (test, g_build_filename (argv[1], name, NULL), test_input, g_free);
      n++;
    }
  g_assert_cmpuint (n, >, 0);

  return g_test_run ();
}
