/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-pdf-child.h"

#include "galley-import.h"
#include "galley-limits.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

/* Runs galley-pdf-text. The document is handed over as a file that is in memory only, which the
 * process maps, so that we have nothing to do but read what it writes until it is done, or until
 * its time is over. How it ends does not matter: the stream itself says whether it is whole. */

#define CHUNK_BYTES (64 * 1024) /* as much as a pipe holds */

/* Poppler takes thousands of small pieces of memory for a page and gives them back after it. The C
 * library keeps few of each size at hand; to join and split the others takes a sixth of all the
 * time that the process needs for a long document. It listens to this only as it starts. */
#define TUNING "GLIBC_TUNABLES"
#define KEEP_SMALL_PIECES "glibc.malloc.tcache_count=1000"

/* Where a program that is not installed finds it, from its own folder of the build. */
#define UNINSTALLED "../import/galley-pdf-text"

struct _GalleyPdfChild
{
  pid_t pid;
  int output; /* that it writes to */
};

static char *
find_program (void)
{
  const char *chosen = g_getenv ("GALLEY_PDF_TEXT");
  g_autofree char *self = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *uninstalled = NULL;

  if (chosen != NULL && *chosen != '\0')
    return g_strdup (chosen);

  self = g_file_read_link ("/proc/self/exe", /* error= */ NULL);
  folder = self != NULL ? g_path_get_dirname (self) : NULL;
  uninstalled = folder != NULL ? g_build_filename (folder, UNINSTALLED, NULL) : NULL;
  if (uninstalled != NULL && g_file_test (uninstalled, G_FILE_TEST_IS_EXECUTABLE))
    return g_steal_pointer (&uninstalled);

  return g_build_filename (GALLEY_LIBEXECDIR, "galley-pdf-text", NULL);
}

/* A file in memory that holds @bytes, or -1. */
static int
open_in_memory (GBytes *bytes, GError **error)
{
  int fd = memfd_create ("galley-pdf", MFD_CLOEXEC);
  gsize length_bytes, n_written = 0;
  const guint8 *data = g_bytes_get_data (bytes, &length_bytes);

  while (fd >= 0 && n_written < length_bytes)
    {
      gssize n = write (fd, data + n_written, length_bytes - n_written);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          int problem = errno;

          close (fd);
          fd = -1;
          errno = problem;
        }
      n_written += MAX (n, 0);
    }
  if (fd >= 0 && lseek (fd, 0, SEEK_SET) == 0)
    return fd;

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno),
               _ ("The document could not be handed to the program that reads PDF: %s"),
               g_strerror (errno));
  return -1;
}

/* Starts @program with @input and @output as its standard input and output, without GLib, which
 * looks at so much before that a short document takes longer by a fiftieth. What else is open in
 * this process the other one closes first of all. Returns what went wrong, as errno has it, or 0.
 */
static int
spawn (const char *program, int input, int output, pid_t *out_pid)
{
  char *argv[] = { (char *) program, NULL };
  g_auto (GStrv) environment =
      g_environ_setenv (g_get_environ (), TUNING, KEEP_SMALL_PIECES, /* overwrite= */ FALSE);
  posix_spawn_file_actions_t files;
  posix_spawnattr_t attributes;
  sigset_t signals;
  int problem;

  posix_spawn_file_actions_init (&files);
  posix_spawn_file_actions_adddup2 (&files, input, STDIN_FILENO);
  posix_spawn_file_actions_adddup2 (&files, output, STDOUT_FILENO);
  posix_spawn_file_actions_addopen (&files, STDERR_FILENO, "/dev/null", O_WRONLY, /* mode= */ 0);

  /* What this process ignores or holds back is not for the other one. */
  posix_spawnattr_init (&attributes);
  sigemptyset (&signals);
  posix_spawnattr_setsigmask (&attributes, &signals);
  sigaddset (&signals, SIGPIPE);
  posix_spawnattr_setsigdefault (&attributes, &signals);
  posix_spawnattr_setflags (&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);

  problem = posix_spawn (out_pid, program, &files, &attributes, argv, environment);
  posix_spawnattr_destroy (&attributes);
  posix_spawn_file_actions_destroy (&files);

  return problem;
}

static gboolean
start (GalleyPdfChild *self, int input, GError **error)
{
  g_autofree char *program = find_program ();
  int output[2]; /* to read from, and to write to */
  int problem = pipe2 (output, O_CLOEXEC) == 0 ? 0 : errno;

  if (problem == 0)
    {
      problem = spawn (program, input, output[1], &self->pid);
      close (output[1]);
      if (problem == 0)
        {
          self->output = output[0];
          return TRUE;
        }
      close (output[0]);
    }

  g_set_error (error, GALLEY_IMPORT_ERROR, GALLEY_IMPORT_ERROR_UNSUPPORTED,
               _ ("The program that reads PDF could not be started: %s"), g_strerror (problem));
  return FALSE;
}

/* Waits until there is something to read from @fd. FALSE without an error if the time is over. */
static gboolean
wait_for_output (int fd, gint64 deadline_us, GCancellable *cancellable, GError **error)
{
  gint64 left_ms = (deadline_us - g_get_monotonic_time ()) / 1000;
  GPollFD fds[2] = { { .fd = fd, .events = G_IO_IN } };
  guint n_fds = 1;
  int n_ready;

  if (left_ms <= 0 || g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  if (g_cancellable_make_pollfd (cancellable, &fds[1]))
    n_fds++;
  n_ready = g_poll (fds, n_fds, left_ms);
  if (n_fds > 1)
    g_cancellable_release_fd (cancellable);

  return !g_cancellable_set_error_if_cancelled (cancellable, error) &&
         (n_ready > 0 || (n_ready < 0 && errno == EINTR));
}

/**
 * galley_pdf_child_new:
 * @pdf: a PDF document
 * @copy: (nullable): an open file that holds it and that nobody can change
 * @error: (out) (optional): a #GalleyImportError or %G_IO_ERROR
 *
 * Starts galley-pdf-text, within the limits of galley-limits.h.
 *
 * Returns: (transfer full): the process, or %NULL
 */
GalleyPdfChild *
galley_pdf_child_new (GBytes *pdf, const int *copy, GError **error)
{
  g_autofree GalleyPdfChild *self = g_new0 (GalleyPdfChild, 1);
  int input = copy != NULL ? *copy : open_in_memory (pdf, error);
  gboolean is_started;

  if (input < 0)
    return NULL;

  is_started = start (self, input, error);
  if (copy == NULL)
    close (input);
  return is_started ? g_steal_pointer (&self) : NULL;
}

/* Ends the process if it has not ended, and waits for that. */
void
galley_pdf_child_free (GalleyPdfChild *self)
{
  close (self->output);
  kill (self->pid, SIGKILL);
  while (waitpid (self->pid, /* wstatus= */ NULL, /* options= */ 0) < 0 && errno == EINTR)
    continue;
  g_free (self);
}

/**
 * galley_pdf_child_read:
 * @parser: takes what the process writes
 * @label: what to call the document in an error
 * @cancellable: (nullable): gives up at once
 * @error: (out) (optional): a #GalleyImportError or %G_IO_ERROR
 *
 * Reads until the process has no more to write, or until @parser wants no more. Blocks.
 *
 * Returns: whether it came to that; what came may be cut off all the same, which @parser sees
 */
gboolean
galley_pdf_child_read (GalleyPdfChild *self,
                       GalleyPdfParser *parser,
                       const char *label,
                       GCancellable *cancellable,
                       GError **error)
{
  gint64 deadline_us = g_get_monotonic_time () + GALLEY_PDF_MAX_SECONDS * G_USEC_PER_SEC;
  g_autofree guint8 *chunk = g_malloc (CHUNK_BYTES);
  g_autoptr (GError) problem = NULL;
  gsize n_read = 0;
  gssize n = 1;

  while (n != 0 && wait_for_output (self->output, deadline_us, cancellable, &problem))
    {
      n = read (self->output, chunk, CHUNK_BYTES);
      if (n < 0 && errno != EINTR && errno != EAGAIN)
        n = 0; /* the stream is not whole, which its reader will see */
      n_read += MAX (n, 0);
      if (n > 0 && (!galley_pdf_parser_add (parser, chunk, n) ||
                    n_read > GALLEY_PDF_MAX_STREAM_BYTES + CHUNK_BYTES))
        n = 0;
    }
  if (n == 0)
    return TRUE;

  if (problem != NULL)
    g_propagate_error (error, g_steal_pointer (&problem));
  else
    g_set_error (error, GALLEY_IMPORT_ERROR, GALLEY_IMPORT_ERROR_TOO_LARGE,
                 _ ("“%s” takes longer than %u seconds to read"), label, GALLEY_PDF_MAX_SECONDS);
  return FALSE;
}
