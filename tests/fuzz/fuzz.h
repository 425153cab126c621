/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* What libFuzzer calls with each input that it makes up; a file that begins with "fuzz-" has one.
 */
int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

/* What libFuzzer calls once, before the first input. */
int LLVMFuzzerInitialize (int *argc, char ***argv);
