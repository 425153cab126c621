/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import-testing.h"

#include <glib/gstdio.h>
#include <string.h>

/* What stands in for LibreOffice: a script of its name in a folder of the test, which is all of
 * PATH that matters. Its last argument is the document, the one before the folder to write to. */

#define RTF "{\\rtf1 Words}"

static void
with_program (const char *folder, const char *script)
{
  g_autofree char *program = g_build_filename (folder, "soffice", NULL);
  g_autofree char *text = g_strconcat ("#!/bin/sh\nPATH=/usr/bin:/bin\n", script, "\n", NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (program, text, -1, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_chmod (program, 0755), ==, 0);
}

static void
test_missing (void)
{
  static const char doc[] = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0";

  assert_refused (RTF, strlen (RTF), "a.rtf", GALLEY_IMPORT_ERROR_UNSUPPORTED,
                  "only where LibreOffice is installed");
  assert_refused (doc, sizeof doc - 1, "a.doc", GALLEY_IMPORT_ERROR_UNSUPPORTED,
                  "only where LibreOffice is installed");
}

static void
test_converted (gconstpointer folder)
{
  g_autofree char *fixture =
      g_test_build_filename (G_TEST_DIST, "fixtures", "import", "ferry.odt", NULL);
  g_autofree char *script =
      g_strdup_printf ("while [ $# -gt 2 ]; do shift; done\n"
                       "grep -q Words \"$2\" && mkdir \"$1\" && cp '%s' \"$1/document.odt\"",
                       fixture);
  g_autoptr (GalleyDocument) document = NULL;
  gsize length_bytes;
  const char *original;

  with_program (folder, script);
  document = import_string (RTF, "a.rtf");
  original = g_bytes_get_data (galley_document_get_original (document), &length_bytes);
  g_assert_cmpmem (original, length_bytes, RTF, strlen (RTF));
  g_assert_cmpstr (galley_document_get_media_type (document), ==, "application/rtf");
  g_assert_cmpstr (galley_document_get_metadata (document, GALLEY_METADATA_TITLE), ==,
                   "The Ferry That Nobody Ordered");
}

/* The profile says that nothing is fetched that a document names, and by what way nothing comes. */
static void
test_offline (gconstpointer folder)
{
  static const char *const settings[] = {
    "'BlockUntrustedRefererLinks' oor:op='fuse' oor:type='xs:boolean'><value>true<",
    "'ooInetProxyType' oor:op='fuse' oor:type='xs:int'><value>2<",
    "'ooInetHTTPProxyName' oor:op='fuse' oor:type='xs:string'><value>127.0.0.1<",
    "'ooInetHTTPSProxyName' oor:op='fuse' oor:type='xs:string'><value>127.0.0.1<",
  };
  g_autofree char *kept = g_build_filename (folder, "settings", NULL);
  g_autofree char *script = g_strdup_printf (
      "cp \"${1#-env:UserInstallation=file://}/user/registrymodifications.xcu\" '%s'\nexit 1",
      kept);
  g_autofree char *text = NULL;

  with_program (folder, script);
  assert_refused (RTF, strlen (RTF), "a.rtf", GALLEY_IMPORT_ERROR_DAMAGED,
                  "LibreOffice cannot read “a.rtf”");
  g_assert_true (g_file_get_contents (kept, &text, NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    g_assert_nonnull (strstr (text, settings[i]));
  g_remove (kept);
}

static void
test_not_converted (gconstpointer folder)
{
  with_program (folder, "exit 1");
  assert_refused (RTF, strlen (RTF), "a.rtf", GALLEY_IMPORT_ERROR_DAMAGED,
                  "LibreOffice cannot read “a.rtf”");
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = NULL;
  g_autofree char *program = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);

  folder = g_dir_make_tmp ("galley-rtf-XXXXXX", NULL);
  program = g_build_filename (folder, "soffice", NULL);
  g_setenv ("PATH", folder, TRUE);
  g_test_add_func ("/rtf/missing", test_missing);
  g_test_add_data_func ("/rtf/converted", folder, test_converted);
  g_test_add_data_func ("/rtf/offline", folder, test_offline);
  g_test_add_data_func ("/rtf/not-converted", folder, test_not_converted);
  status = g_test_run ();

  g_remove (program);
  g_rmdir (folder);
  return status;
}
