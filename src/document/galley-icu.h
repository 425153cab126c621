/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-late.h"

#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/uloc.h>
#include <unicode/ures.h>
#include <unicode/utext.h>

G_BEGIN_DECLS

/* ICU, which is loaded late. */
#define GALLEY_ICU_FUNCTIONS(F)                                                                    \
  F (u_charType)                                                                                   \
  F (u_errorName)                                                                                  \
  F (u_getIntPropertyValue)                                                                        \
  F (u_hasBinaryProperty)                                                                          \
  F (u_isUWhiteSpace)                                                                              \
  F (u_isalnum)                                                                                    \
  F (u_isalpha)                                                                                    \
  F (u_islower)                                                                                    \
  F (u_isupper)                                                                                    \
  F (u_toupper)                                                                                    \
  F (ubrk_close)                                                                                   \
  F (ubrk_following)                                                                               \
  F (ubrk_getRuleStatus)                                                                           \
  F (ubrk_next)                                                                                    \
  F (ubrk_open)                                                                                    \
  F (ubrk_preceding)                                                                               \
  F (ubrk_previous)                                                                                \
  F (ubrk_setText)                                                                                 \
  F (ubrk_setUText)                                                                                \
  F (uloc_forLanguageTag)                                                                          \
  F (uloc_setKeywordValue)                                                                         \
  F (ures_close)                                                                                   \
  F (ures_getByKey)                                                                                \
  F (ures_getSize)                                                                                 \
  F (ures_getStringByIndex)                                                                        \
  F (ures_open)                                                                                    \
  F (utext_close)                                                                                  \
  F (utext_openUTF8)

typedef struct
{
  GALLEY_ICU_FUNCTIONS (GALLEY_LATE_MEMBER)
} GalleyIcu;

/* Callable after galley_icu_load(). */
extern GalleyIcu galley_icu;

void galley_icu_load (void);

G_END_DECLS
