/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-presence.h"

#include "galley-companion.h"

#include <fcntl.h>
#include <unistd.h>

/*
 * SQLite says by locks that it has a file open: one on the file, and one on the shared memory
 * beside it. They are POSIX locks, which belong to the process, and the kernel takes them all away
 * as soon as anything in the process closes the same file. A file chooser that lists the folder
 * does that, for it looks into each file. From then on another program may believe that it is
 * alone: when it ends, it removes the write-ahead log that this one still writes to, and what is
 * written there is lost.
 *
 * So the same bytes are locked once more, by descriptors of our own. Locks of an open file
 * description last until that is closed, whoever closes the file elsewhere, and SQLite in other
 * programs finds them as it finds its own.
 *
 * See https://www.sqlite.org/howtocorrupt.html, section 2.2, and for the bytes the comments on
 * PENDING_BYTE and UNIX_SHM_DMS in SQLite's os.h and os_unix.c, where they are part of the file
 * format.
 */

/* The bytes of the file of which each reader locks one, or all of them. */
#define SHARED_FIRST 0x40000002
#define SHARED_SIZE 510

/* The byte of the shared memory that is locked for as long as that is in use. */
#define SHARED_MEMORY_IN_USE 128

typedef enum
{
  PLACE_FILE,
  PLACE_SHARED_MEMORY,
  N_PLACES
} Place;

struct _GalleyPresence
{
  int files[N_PLACES]; /* descriptors; -1 where there is none */
};

static void
set_lock (GalleyPresence *self, Place place, short type)
{
  struct flock lock = {
    .l_type = type,
    .l_whence = SEEK_SET,
    .l_start = place == PLACE_FILE ? SHARED_FIRST : SHARED_MEMORY_IN_USE,
    .l_len = place == PLACE_FILE ? SHARED_SIZE : 1,
  };

  if (self->files[place] >= 0)
    fcntl (self->files[place], F_OFD_SETLK, &lock);
}

/**
 * galley_presence_new:
 * @path: a library that SQLite has open, with a write-ahead log
 *
 * Where a file system has no such locks, SQLite's own are all there is.
 *
 * Returns: (transfer full): what tells other programs so until galley_presence_end()
 */
GalleyPresence *
galley_presence_new (const char *path)
{
  GalleyPresence *self = g_new (GalleyPresence, 1);
  g_autofree char *shared_memory = galley_companion_get_path (path, "-shm");

  self->files[PLACE_FILE] = open (path, O_RDONLY | O_CLOEXEC);
  self->files[PLACE_SHARED_MEMORY] = open (shared_memory, O_RDONLY | O_CLOEXEC);
  for (Place place = 0; place < N_PLACES; place++)
    set_lock (self, place, F_RDLCK);

  return self;
}

/**
 * galley_presence_end:
 *
 * For when SQLite is about to close the library: it wants to know whether it is the last to do so.
 */
void
galley_presence_end (GalleyPresence *self)
{
  for (Place place = 0; place < N_PLACES; place++)
    set_lock (self, place, F_UNLCK);
}

/**
 * galley_presence_free:
 *
 * For when SQLite has closed the library: closing the files takes away SQLite's locks.
 */
void
galley_presence_free (GalleyPresence *self)
{
  for (Place place = 0; place < N_PLACES; place++)
    if (self->files[place] >= 0)
      close (self->files[place]);
  g_free (self);
}
