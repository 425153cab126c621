/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "random-work.h"

/* See random-work.h: a colleague works on the article, too, in a library of their own, and packages
 * go to and fro. */
void random_colleague_invite (RandomWork *f);
GFile *random_colleague_write_package (RandomWork *f, GalleyDesk *from) G_GNUC_WARN_UNUSED_RESULT;
void random_colleague_merge (RandomWork *f, GalleyDesk *from, GalleyDesk *into);
void random_colleague_work (RandomWork *f);
