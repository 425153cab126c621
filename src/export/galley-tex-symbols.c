/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-tex-symbols.h"

/* Commands that stand for characters, sorted by nothing but sense; there are few. */
static const struct
{
  const char *command;
  const char *words;
} symbols[] = {
  { "ss", "ß" },
  { "SS", "ẞ" },
  { "ae", "æ" },
  { "AE", "Æ" },
  { "oe", "œ" },
  { "OE", "Œ" },
  { "aa", "å" },
  { "AA", "Å" },
  { "o", "ø" },
  { "O", "Ø" },
  { "l", "ł" },
  { "L", "Ł" },
  { "i", "ı" },
  { "j", "ȷ" },
  { "dh", "ð" },
  { "DH", "Ð" },
  { "th", "þ" },
  { "TH", "Þ" },
  { "dj", "đ" },
  { "DJ", "Đ" },
  { "ng", "ŋ" },
  { "NG", "Ŋ" },
  { "textasciitilde", "~" },
  { "textasciicircum", "^" },
  { "textasciigrave", "`" },
  { "textbackslash", "\\" },
  { "backslash", "\\" },
  { "textbraceleft", "{" },
  { "textbraceright", "}" },
  { "textunderscore", "_" },
  { "textdollar", "$" },
  { "textbar", "|" },
  { "textless", "<" },
  { "textgreater", ">" },
  { "textquotesingle", "'" },
  { "textquotedbl", "\"" },
  { "textquoteleft", "‘" },
  { "textquoteright", "’" },
  { "textquotedblleft", "“" },
  { "textquotedblright", "”" },
  { "quotedblbase", "„" },
  { "quotesinglbase", "‚" },
  { "glqq", "„" },
  { "grqq", "“" },
  { "flqq", "«" },
  { "frqq", "»" },
  { "guillemotleft", "«" },
  { "guillemotright", "»" },
  { "guilsinglleft", "‹" },
  { "guilsinglright", "›" },
  { "textexclamdown", "¡" },
  { "textquestiondown", "¿" },
  { "textendash", "–" },
  { "textemdash", "—" },
  { "ldots", "…" },
  { "dots", "…" },
  { "textellipsis", "…" },
  { "textbullet", "•" },
  { "textperiodcentered", "·" },
  { "cdot", "·" },
  { "times", "×" },
  { "pm", "±" },
  { "S", "§" },
  { "textsection", "§" },
  { "P", "¶" },
  { "dag", "†" },
  { "ddag", "‡" },
  { "copyright", "©" },
  { "textcopyright", "©" },
  { "textregistered", "®" },
  { "texttrademark", "™" },
  { "textdegree", "°" },
  { "degree", "°" },
  { "pounds", "£" },
  { "textsterling", "£" },
  { "euro", "€" },
  { "texteuro", "€" },
  { "textyen", "¥" },
  { "textcent", "¢" },
  { "textordfeminine", "ª" },
  { "textordmasculine", "º" },
  { "textnumero", "№" },
  { "mu", "µ" },
  { "textmu", "µ" },
  { "TeX", "TeX" },
  { "LaTeX", "LaTeX" },
  { "BibTeX", "BibTeX" },
  { "newline", "\n" },
  { "par", "\n" },
  { "quad", " " },
  { "qquad", " " },
  { "space", " " },
};

/* Commands that put an accent on the letter that follows, as the combining character. */
static const struct
{
  const char *command;
  gunichar combining;
} accents[] = {
  { "`", 0x300 }, { "'", 0x301 }, { "^", 0x302 },  { "~", 0x303 }, { "=", 0x304 },
  { "u", 0x306 }, { ".", 0x307 }, { "\"", 0x308 }, { "r", 0x30a }, { "H", 0x30b },
  { "v", 0x30c }, { "d", 0x323 }, { "c", 0x327 },  { "k", 0x328 }, { "b", 0x331 },
};

/**
 * galley_tex_find_symbol:
 * @command: name of a command, without the backslash
 *
 * Returns: (nullable): what it stands for
 */
const char *
galley_tex_find_symbol (const char *command)
{
  for (guint i = 0; i < G_N_ELEMENTS (symbols); i++)
    if (g_str_equal (symbols[i].command, command))
      return symbols[i].words;

  return NULL;
}

/**
 * galley_tex_find_accent:
 * @command: name of a command, without the backslash
 *
 * Returns: the combining character that it puts on the letter that follows, or 0
 */
gunichar
galley_tex_find_accent (const char *command)
{
  for (guint i = 0; i < G_N_ELEMENTS (accents); i++)
    if (g_str_equal (accents[i].command, command))
      return accents[i].combining;

  return 0;
}
