/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <GfxFont.h>
#include <cstddef>
#include <map>
#include <vector>

/* Tells signs of which nothing says what letters they are. Poppler leaves them out, or takes their
 * numbers for those of letters. */
class GalleyPopplerUnsure
{
public:
  bool has (const GfxFont *font, CharCode code, int n_letters);

private:
  enum class Sign : char
  {
    unknown,
    sure,
    unsure,
  };

  std::map<int, std::vector<Sign> > fonts; /* by the numbers of their objects */
  int number = 0;                          /* of the font of the sign before */
  Sign *signs = NULL;                      /* of that font, by their codes */
};
