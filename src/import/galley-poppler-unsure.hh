/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <GfxFont.h>
#include <cstddef>
#include <map>
#include <vector>

/* Signs of which poppler does not know what letters they are. It leaves them out, or takes their
 * numbers for those of letters: what TeX calls a prime would be a zero. */
class GalleyPopplerUnsure
{
public:
  bool resolve (const GfxFont *font, CharCode code, const Unicode **letters, int *n_letters);

private:
  struct Sign
  {
    bool is_known;    /* whether the rest is */
    bool is_unsure;   /* nothing says what it is */
    bool is_replaced; /* by @letter, or by nothing if that is 0 */
    Unicode letter;
  };

  std::map<int, std::vector<Sign> > fonts; /* by the numbers of their objects */
  int number = 0;                          /* of the font of the sign before */
  Sign *signs = NULL;                      /* of that font, by their codes */

  const Sign &look_up (const Gfx8BitFont *font, CharCode code);
};
