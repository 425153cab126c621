/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-testing.h"

#include <gio/gio.h>
#include <gio/gunixinputstream.h>
#include <signal.h>

#define N_KILLS 200
#define KILLS_PER_LIBRARY 20

/* A worker in a process of its own and what it said that it has done. */
typedef struct
{
  GSubprocess *process;
  GDataInputStream *lines;
  GPtrArray *units; /* (element-type utf8) */
} Worker;

static void
worker_start (Worker *worker, const char *path)
{
  GError *error = NULL;

  worker->process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error,
                                      g_getenv ("GALLEY_STORE_WORKER"), path, NULL);
  g_assert_no_error (error);
  worker->lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (worker->process));
  worker->units = g_ptr_array_new_with_free_func (g_free);
}

/* Reads what the worker acknowledges, @n_units at most. */
static void
worker_read (Worker *worker, guint n_units)
{
  char *line;

  while (worker->units->len < n_units &&
         (line = g_data_input_stream_read_line (worker->lines, NULL, NULL, NULL)) != NULL)
    g_ptr_array_add (worker->units, line);
}

/* Kills the worker, unless a failure of its own has ended it: that is one of the test's. */
static void
worker_kill (Worker *worker)
{
  GError *error = NULL;

  g_subprocess_send_signal (worker->process, SIGKILL);
  worker_read (worker, G_MAXUINT);
  g_subprocess_wait (worker->process, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_signaled (worker->process));
  g_assert_cmpint (g_subprocess_get_term_sig (worker->process), ==, SIGKILL);
}

static void
worker_clear (Worker *worker)
{
  g_clear_object (&worker->lines);
  g_clear_object (&worker->process);
  g_clear_pointer (&worker->units, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Worker, worker_clear)

/* The units of all steps that the library knows of. */
static GHashTable *
read_units (const char *path)
{
  g_autoptr (GalleyDesk) desk = testing_open (path);
  GHashTable *units = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GError *error = NULL;
  g_autoptr (GPtrArray) entries = galley_desk_list_history (desk, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < entries->len; i++)
    g_hash_table_add (
        units,
        g_strdup (galley_history_entry_get_fields (g_ptr_array_index (entries, i))->unit_id));

  return units;
}

/* Whatever was said to be done is there after a kill at any moment, and nothing is broken. */
static guint
kill_once (const char *path)
{
  g_auto (Worker) worker = { NULL };
  g_autoptr (GHashTable) units = NULL;

  worker_start (&worker, path);
  if (g_test_rand_bit ())
    g_usleep (g_test_rand_int_range (0, 30000));
  else
    {
      worker_read (&worker, g_test_rand_int_range (0, 16));
      g_usleep (g_test_rand_int_range (0, 3000));
    }
  worker_kill (&worker);

  testing_assert_sound (path);
  units = read_units (path);
  for (guint i = 0; i < worker.units->len; i++)
    g_assert_true (g_hash_table_contains (units, g_ptr_array_index (worker.units, i)));

  return worker.units->len;
}

static void
test_nothing_acknowledged_is_lost (void)
{
  guint n_acknowledged = 0;

  for (guint i = 0; i < N_KILLS / KILLS_PER_LIBRARY; i++)
    {
      char *folder = testing_make_folder ();
      g_autofree char *path = g_build_filename (folder, "library.galleydb", NULL);

      for (guint j = 0; j < KILLS_PER_LIBRARY; j++)
        n_acknowledged += kill_once (path);
      testing_remove_folder (folder);
    }

  g_test_message ("%u steps were acknowledged", n_acknowledged);
  g_assert_cmpuint (n_acknowledged, >, N_KILLS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/kill/nothing-acknowledged-is-lost", test_nothing_acknowledged_is_lost);

  return g_test_run ();
}
