/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-late.h"

#include <unicode/ucsdet.h>

G_BEGIN_DECLS

/* The part of ICU that tells encodings apart, which is loaded late. */
#define GALLEY_UCSDET_FUNCTIONS(F)                                                                 \
  F (ucsdet_close)                                                                                 \
  F (ucsdet_detectAll)                                                                             \
  F (ucsdet_getConfidence)                                                                         \
  F (ucsdet_getName)                                                                               \
  F (ucsdet_open)                                                                                  \
  F (ucsdet_setText)

typedef struct
{
  GALLEY_UCSDET_FUNCTIONS (GALLEY_LATE_MEMBER)
} GalleyUcsdet;

/* Callable after galley_ucsdet_load(). */
extern GalleyUcsdet galley_ucsdet;

void galley_ucsdet_load (void);

G_END_DECLS
