/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include "galley-package-line.h"
#include "galley-package-manifest.h"
#include "galley-package.h"
#include "galley-store-error.h"

#include <gio/gio.h>
#include <string.h>

/* The input is a package; and the journal of one whose digests are right, since a fuzzer would not
 * find them; and the manifest of one. */

static void
examine (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GalleyPackageSummary) summary = galley_package_examine (bytes, &error);

  g_assert_true ((summary != NULL) != (error != NULL));
  if (error != NULL)
    g_assert_true (error->domain == GALLEY_STORE_ERROR && error->message[0] != '\0' &&
                   g_utf8_validate (error->message, -1, NULL));
}

static char *
add (GalleyPackageSink *sink, const char *name, const void *data, gsize size)
{
  g_assert_true (galley_package_sink_begin (sink, name, NULL));
  g_assert_true (galley_package_sink_write (sink, data, size, NULL));
  return galley_package_sink_end (sink, NULL);
}

/* A package with @data as its journal, or as its manifest. */
static GBytes *
make_package (const guint8 *data, gsize size, gboolean as_journal)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GalleyPackageSink) sink = galley_package_sink_new (stream, NULL);
  g_autoptr (GalleyPackageManifest) manifest = galley_package_manifest_new ();
  g_autofree char *sha256 = NULL;
  g_autofree char *json = NULL;
  char *journal = add (sink, GALLEY_PACKAGE_JOURNAL, data, as_journal ? size : 0);

  manifest->application = g_strdup ("fuzz");
  g_hash_table_insert (manifest->digests, g_strdup (GALLEY_PACKAGE_JOURNAL), journal);
  json = galley_package_manifest_to_json (manifest);
  sha256 = as_journal ? add (sink, GALLEY_PACKAGE_MANIFEST, json, strlen (json))
                      : add (sink, GALLEY_PACKAGE_MANIFEST, data, size);
  g_assert_true (galley_package_sink_finish (sink, NULL));
  g_output_stream_close (stream, NULL, NULL);

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

/* What can be read is written as it was. */
static void
check_line (const guint8 *data, gsize size)
{
  g_auto (GalleyPackageLine) line = { .texts = NULL };
  g_autoptr (GString) again = g_string_new (NULL);
  g_auto (GalleyPackageLine) same = { .texts = NULL };

  if (!galley_package_line_parse ((const char *) data, size, &line))
    return;
  galley_package_line_append (again, &line.event, line.digest, line.chain);
  g_assert_true (galley_package_line_parse (again->str, again->len - 1, &same));
  g_assert_cmpstr (same.event.body, ==, line.event.body);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GBytes) as_journal = make_package (data, size, /* as_journal= */ TRUE);
  g_autoptr (GBytes) as_manifest = make_package (data, size, /* as_journal= */ FALSE);

  check_line (data, size);
  examine (bytes);
  examine (as_journal);
  examine (as_manifest);
  return 0;
}
