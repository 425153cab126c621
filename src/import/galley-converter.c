/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-converter.h"

#include "galley-import.h"
#include "galley-limits.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

/* LibreOffice reads formats that Galley has no reader for, and writes them as OpenDocument. It runs
 * without a display in a folder that is made for it and removed afterwards, which also holds its
 * profile: it neither sees nor changes what the user has set, and runs beside a LibreOffice that is
 * open. It leads a process group of its own, so that the programs it starts end with it.
 *
 * A document may name pictures and parts that are elsewhere, and LibreOffice would fetch them. The
 * profile forbids that: nothing is trusted that is not in the document, and whatever would ask the
 * network all the same is sent to a proxy that is not there. */

#define POLL_MS 20
#define COPY_NAME "document"

/* What the profile says. A proxy of type 2 is one that is stated. */
static const struct
{
  const char *path;
  const char *name;
  const char *type;
  const char *value;
} settings[] = {
  { "Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "boolean", "true" },
  { "Office.Common/Security/Scripting", "MacroSecurityLevel", "int", "3" },
  { "Office.Writer/Content/Update", "Link", "int", "0" },
  { "Inet/Settings", "ooInetProxyType", "int", "2" },
  { "Inet/Settings", "ooInetHTTPProxyName", "string", "127.0.0.1" },
  { "Inet/Settings", "ooInetHTTPProxyPort", "int", "9" },
  { "Inet/Settings", "ooInetHTTPSProxyName", "string", "127.0.0.1" },
  { "Inet/Settings", "ooInetHTTPSProxyPort", "int", "9" },
  { "Inet/Settings", "ooInetFTPProxyName", "string", "127.0.0.1" },
  { "Inet/Settings", "ooInetFTPProxyPort", "int", "9" },
};

typedef struct
{
  char *folder;
  char *input;
  char *output;
} Work;

static void
remove_tree (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileEnumerator) children = g_file_enumerate_children (
      file, G_FILE_ATTRIBUTE_STANDARD_NAME, G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, NULL);
  GFile *child;

  while (children != NULL && g_file_enumerator_iterate (children, NULL, &child, NULL, NULL) &&
         child != NULL)
    remove_tree (g_file_peek_path (child));
  g_remove (path);
}

static void
clear_work (Work *self)
{
  if (self->folder != NULL)
    remove_tree (self->folder);
  g_free (self->folder);
  g_free (self->input);
  g_free (self->output);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Work, clear_work)

static gboolean
write_settings (const Work *self, GError **error)
{
  g_autofree char *folder = g_build_filename (self->folder, "profile", "user", NULL);
  g_autofree char *path = g_build_filename (folder, "registrymodifications.xcu", NULL);
  g_autoptr (GString) xml = g_string_new ("<?xml version='1.0' encoding='UTF-8'?>\n<oor:items "
                                          "xmlns:oor='http://openoffice.org/2001/registry' "
                                          "xmlns:xs='http://www.w3.org/2001/XMLSchema'>\n");

  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    g_string_append_printf (xml,
                            "<item oor:path='/org.openoffice.%s'><prop oor:name='%s' "
                            "oor:op='fuse' oor:type='xs:%s'><value>%s</value></prop></item>\n",
                            settings[i].path, settings[i].name, settings[i].type,
                            settings[i].value);
  g_string_append (xml, "</oor:items>\n");

  g_mkdir_with_parents (folder, 0700);
  return g_file_set_contents (path, xml->str, xml->len, error);
}

static gboolean
prepare (Work *self, GBytes *bytes, const char *suffix, GError **error)
{
  g_autofree char *name = g_strconcat (COPY_NAME, suffix, NULL);
  gsize length_bytes;
  const char *data = g_bytes_get_data (bytes, &length_bytes);

  self->folder = g_dir_make_tmp ("galley-XXXXXX", error);
  if (self->folder == NULL)
    return FALSE;

  self->input = g_build_filename (self->folder, name, NULL);
  self->output = g_build_filename (self->folder, "out", COPY_NAME ".odt", NULL);
  return write_settings (self, error) &&
         g_file_set_contents (self->input, data, length_bytes, error);
}

/* Runs in the child, where only what needs no lock may be called. */
static void
limit_cb (gpointer data)
{
  const struct rlimit memory = { GALLEY_CONVERTER_MAX_DATA_BYTES, GALLEY_CONVERTER_MAX_DATA_BYTES };
  const struct rlimit file = { GALLEY_IMPORT_MAX_BYTES, GALLEY_IMPORT_MAX_BYTES };

  setsid ();
  setrlimit (RLIMIT_DATA, &memory);
  setrlimit (RLIMIT_FSIZE, &file);
}

static gboolean
start (const Work *self, const char *program, GPid *out_pid, GError **error)
{
  g_autofree char *uri = g_filename_to_uri (self->folder, NULL, NULL);
  g_autofree char *profile = g_strdup_printf ("-env:UserInstallation=%s/profile", uri);
  g_autofree char *out = g_build_filename (self->folder, "out", NULL);
  const char *argv[] = {
    program,        profile,       "--headless", "--norestore", "--nologo",  "--nolockcheck",
    "--convert-to", "odt:writer8", "--outdir",   out,           self->input, NULL
  };

  return g_spawn_async (self->folder, (char **) argv, /* envp= */ NULL,
                        G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDOUT_TO_DEV_NULL |
                            G_SPAWN_STDERR_TO_DEV_NULL,
                        limit_cb, /* user_data= */ NULL, out_pid, error);
}

/* Waits for the program; FALSE if it was stopped because it took too long or was cancelled. */
static gboolean
wait_for (GPid pid, GCancellable *cancellable)
{
  gint64 end_us = g_get_monotonic_time () + GALLEY_CONVERTER_MAX_SECONDS * G_USEC_PER_SEC;
  gboolean has_ended = FALSE;

  while (!has_ended && g_get_monotonic_time () < end_us &&
         !g_cancellable_is_cancelled (cancellable))
    {
      siginfo_t info = { 0 };

      /* It is not waited for yet, so that its number stays its own until the group is ended. */
      waitid (P_PID, pid, &info, WEXITED | WNOHANG | WNOWAIT);
      has_ended = info.si_pid == pid;
      if (!has_ended)
        g_usleep (POLL_MS * 1000);
    }

  kill (-pid, SIGKILL); /* the whole group, for it may have left programs behind */
  waitpid (pid, NULL, 0);
  g_spawn_close_pid (pid);

  return has_ended;
}

static GBytes *
load (const Work *self, const char *label, GError **error)
{
  char *data;
  gsize length_bytes;

  if (g_file_get_contents (self->output, &data, &length_bytes, NULL))
    return g_bytes_new_take (data, length_bytes);

  g_set_error (error, GALLEY_IMPORT_ERROR, GALLEY_IMPORT_ERROR_DAMAGED,
               _ ("LibreOffice cannot read “%s”"), label);
  return NULL;
}

/**
 * galley_converter_run:
 * @bytes: a document
 * @suffix: what the names of such files end with: ".rtf"
 * @label: what to call it in an error
 * @missing_message: what to say, with the label in it, where LibreOffice is not installed
 * @cancellable: (nullable): a cancellable
 * @error: (out) (optional): a #GalleyImportError, %G_IO_ERROR_CANCELLED, or one of files
 *
 * Has LibreOffice convert a document. Blocks.
 *
 * Returns: (transfer full): the document as an OpenDocument text, or %NULL
 */
GBytes *
galley_converter_run (GBytes *bytes,
                      const char *suffix,
                      const char *label,
                      const char *missing_message,
                      GCancellable *cancellable,
                      GError **error)
{
  g_auto (Work) work = { NULL };
  g_autofree char *program = g_find_program_in_path ("soffice");
  GPid pid;

  if (program == NULL)
    {
      g_set_error_literal (error, GALLEY_IMPORT_ERROR, GALLEY_IMPORT_ERROR_UNSUPPORTED,
                           missing_message);
      return NULL;
    }
  if (!prepare (&work, bytes, suffix, error) || !start (&work, program, &pid, error))
    return NULL;

  if (!wait_for (pid, cancellable))
    {
      if (!g_cancellable_set_error_if_cancelled (cancellable, error))
        g_set_error (error, GALLEY_IMPORT_ERROR, GALLEY_IMPORT_ERROR_TOO_LARGE,
                     _ ("LibreOffice took too long to read “%s”"), label);
      return NULL;
    }

  return load (&work, label, error);
}
