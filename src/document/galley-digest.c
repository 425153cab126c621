/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-digest.h"

#include "galley-late.h"

#include <nettle/sha2.h>

/* What is called of Nettle, which is loaded late. */
#define NETTLE_FUNCTIONS(F)                                                                        \
  F (nettle_sha256_digest)                                                                         \
  F (nettle_sha256_init)                                                                           \
  F (nettle_sha256_update)
#define NETTLE_ENTRY(name) GALLEY_LATE_ENTRY (nettle, name)

static struct
{
  NETTLE_FUNCTIONS (GALLEY_LATE_MEMBER)
} nettle;

static const GalleyLateFunction nettle_functions[] = { NETTLE_FUNCTIONS (NETTLE_ENTRY) };

static GalleyLate nettle_late = GALLEY_LATE_INIT ("libnettle.so.8", nettle_functions);

/**
 * galley_digest:
 * @data: (array length=size_bytes): some bytes
 * @size_bytes: how many
 *
 * SHA-256. The same as GLib's, which takes thirteen times as long and would be most of what it
 * costs to import a long article or to append an event.
 *
 * Returns: (transfer full): the digest, 64 hexadecimal digits in lower case
 */
char *
galley_digest (gconstpointer data, gsize size_bytes)
{
  static const char digits[] = "0123456789abcdef";
  struct sha256_ctx context;
  guint8 digest[SHA256_DIGEST_SIZE];
  char *hex = g_malloc (2 * SHA256_DIGEST_SIZE + 1);

  galley_late_need (&nettle_late);
  nettle.nettle_sha256_init (&context);
  nettle.nettle_sha256_update (&context, size_bytes, data);
  nettle.nettle_sha256_digest (&context, sizeof digest, digest);
  for (guint i = 0; i < sizeof digest; i++)
    {
      hex[2 * i] = digits[digest[i] >> 4];
      hex[2 * i + 1] = digits[digest[i] & 0xf];
    }
  hex[2 * sizeof digest] = '\0';

  return hex;
}

/**
 * galley_digest_bytes:
 * @bytes: some bytes
 *
 * Returns: (transfer full): their SHA-256, as galley_digest() gives it
 */
char *
galley_digest_bytes (GBytes *bytes)
{
  gsize size_bytes;
  gconstpointer data = g_bytes_get_data (bytes, &size_bytes);

  return galley_digest (data, size_bytes);
}
