/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-html-guard.h"

#include "galley-limits.h"

#include <string.h>

/* An HTML5 parser keeps a stack of the elements that are open. It looks through it at each tag, and
 * at each character where formatting is open, so that markup which opens very many elements costs
 * it the product of both. It compares each attribute of a tag with those before it, as well.
 *
 * This scan goes through the tags once, keeps such a stack, coarser than the parser's and never
 * much lower, and adds up what the parser would have to do. On the way it leaves out what makes up
 * half of most pages and nobody reads: scripts, styles and comments. */

#define MAX_NAME_BYTES 16

typedef enum
{
  KIND_OTHER,
  KIND_VOID,    /* never open */
  KIND_BLOCK,   /* ends the paragraph before it */
  KIND_IMPLIED, /* ended by its like */
  KIND_FORMAT,  /* opened again in what follows, if it is not ended */
  KIND_BARRIER, /* what is within does not end what is around */
  KIND_CELL,    /* such a barrier, which ends cells before it in the row */
  KIND_ROW,     /* ends cells and rows before it in the table */
  KIND_GROUP,   /* ends all of the table that is open */
} Kind;

typedef struct
{
  guint64 name; /* hash */
  Kind kind;
} Open;

typedef struct
{
  GArray *stack; /* (element-type Open) */
  guint64 n_steps;
  guint n_root_attributes; /* of all html and body tags; they are merged one by one */
  GString *lean;
} Scan;

static const struct
{
  const char *name;
  Kind kind;
} kinds[] = {
  { "address", KIND_BLOCK },    { "article", KIND_BLOCK },    { "aside", KIND_BLOCK },
  { "blockquote", KIND_BLOCK }, { "center", KIND_BLOCK },     { "details", KIND_BLOCK },
  { "dialog", KIND_BLOCK },     { "dir", KIND_BLOCK },        { "div", KIND_BLOCK },
  { "dl", KIND_BLOCK },         { "fieldset", KIND_BLOCK },   { "figcaption", KIND_BLOCK },
  { "figure", KIND_BLOCK },     { "footer", KIND_BLOCK },     { "form", KIND_BLOCK },
  { "h1", KIND_BLOCK },         { "h2", KIND_BLOCK },         { "h3", KIND_BLOCK },
  { "h4", KIND_BLOCK },         { "h5", KIND_BLOCK },         { "h6", KIND_BLOCK },
  { "header", KIND_BLOCK },     { "hgroup", KIND_BLOCK },     { "listing", KIND_BLOCK },
  { "main", KIND_BLOCK },       { "menu", KIND_BLOCK },       { "nav", KIND_BLOCK },
  { "ol", KIND_BLOCK },         { "pre", KIND_BLOCK },        { "section", KIND_BLOCK },
  { "summary", KIND_BLOCK },    { "ul", KIND_BLOCK },         { "xmp", KIND_BLOCK },
  { "area", KIND_VOID },        { "base", KIND_VOID },        { "br", KIND_VOID },
  { "col", KIND_VOID },         { "embed", KIND_VOID },       { "frame", KIND_VOID },
  { "hr", KIND_VOID },          { "img", KIND_VOID },         { "input", KIND_VOID },
  { "keygen", KIND_VOID },      { "link", KIND_VOID },        { "meta", KIND_VOID },
  { "param", KIND_VOID },       { "source", KIND_VOID },      { "track", KIND_VOID },
  { "wbr", KIND_VOID },         { "p", KIND_IMPLIED },        { "li", KIND_IMPLIED },
  { "dt", KIND_IMPLIED },       { "dd", KIND_IMPLIED },       { "tr", KIND_ROW },
  { "option", KIND_IMPLIED },   { "tbody", KIND_GROUP },      { "thead", KIND_GROUP },
  { "tfoot", KIND_GROUP },      { "a", KIND_FORMAT },         { "b", KIND_FORMAT },
  { "big", KIND_FORMAT },       { "code", KIND_FORMAT },      { "em", KIND_FORMAT },
  { "font", KIND_FORMAT },      { "i", KIND_FORMAT },         { "nobr", KIND_FORMAT },
  { "s", KIND_FORMAT },         { "small", KIND_FORMAT },     { "strike", KIND_FORMAT },
  { "strong", KIND_FORMAT },    { "tt", KIND_FORMAT },        { "u", KIND_FORMAT },
  { "applet", KIND_BARRIER },   { "caption", KIND_BARRIER },  { "html", KIND_BARRIER },
  { "marquee", KIND_BARRIER },  { "object", KIND_BARRIER },   { "table", KIND_BARRIER },
  { "td", KIND_CELL },          { "template", KIND_BARRIER }, { "th", KIND_CELL },
  { "svg", KIND_BARRIER },      { "math", KIND_BARRIER },
};

/* FNV-1a over the name in lower case; names of elements that matter are told apart by it. */
static guint64
hash_name (const char *name, gsize length_bytes)
{
  guint64 hash = G_GUINT64_CONSTANT (14695981039346656037);

  for (gsize i = 0; i < length_bytes; i++)
    hash = (hash ^ (guchar) g_ascii_tolower (name[i])) * G_GUINT64_CONSTANT (1099511628211);

  return hash;
}

static Kind
find_kind (const char *name, gsize length_bytes)
{
  if (length_bytes < MAX_NAME_BYTES)
    for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
      if (g_ascii_tolower (*name) == kinds[i].name[0] &&
          g_ascii_strncasecmp (name, kinds[i].name, length_bytes) == 0 &&
          kinds[i].name[length_bytes] == '\0')
        return kinds[i].kind;

  return KIND_OTHER;
}

static gboolean
is_barrier (Kind kind)
{
  return kind == KIND_BARRIER || kind == KIND_CELL;
}

/* Ends the innermost element of the name and all within it but formatting, which goes on. */
static void
close_element (Scan *scan, guint64 name, Kind kind)
{
  guint n = scan->stack->len, found = n, kept;

  for (guint i = n; i-- > 0 && found == n;)
    {
      const Open *open = &g_array_index (scan->stack, Open, i);

      if (open->name == name)
        found = i;
      else if (is_barrier (open->kind) && kind < KIND_BARRIER)
        return;
    }
  if (found == n)
    return;

  kept = found;
  for (guint i = found + 1; i < n; i++)
    {
      Open open = g_array_index (scan->stack, Open, i);

      if (kind < KIND_BARRIER && (kind == KIND_FORMAT || open.kind == KIND_FORMAT))
        g_array_index (scan->stack, Open, kept++) = open;
    }
  g_array_set_size (scan->stack, kept);
}

/* Ends what a part of a table ends when it begins; FALSE if there is no table to begin it in. */
static gboolean
open_table_part (Scan *scan, Kind kind)
{
  guint64 table = hash_name ("table", 5);

  for (guint i = scan->stack->len; i-- > 0;)
    {
      const Open *open = &g_array_index (scan->stack, Open, i);

      if (open->name == table || open->kind > kind)
        {
          g_array_set_size (scan->stack, i + 1);
          return TRUE;
        }
    }

  return FALSE;
}

static void
open_element (Scan *scan, guint64 name, Kind kind)
{
  Open open = { name, kind };

  if (kind >= KIND_CELL && !open_table_part (scan, kind))
    return;
  if (name == hash_name ("a", 1)) /* links do not nest */
    close_element (scan, name, kind);
  if (kind == KIND_BLOCK || kind == KIND_IMPLIED)
    close_element (scan, hash_name ("p", 1), KIND_IMPLIED);
  if (kind == KIND_IMPLIED && scan->stack->len > 0 &&
      g_array_index (scan->stack, Open, scan->stack->len - 1).kind == KIND_IMPLIED)
    g_array_set_size (scan->stack, scan->stack->len - 1);
  g_array_append_val (scan->stack, open);
}

/* Skips the rest of a tag, from behind its name, and counts its attributes. */
static const char *
skip_attributes (const char *p, const char *end, guint *out_n_attributes)
{
  gboolean in_name = FALSE;

  *out_n_attributes = 0;
  while (p < end && *p != '>')
    {
      if (*p == '=')
        {
          p++;
          while (p < end && g_ascii_isspace (*p))
            p++;
          if (p < end && (*p == '"' || *p == '\''))
            p = memchr (p + 1, *p, end - p - 1);
          else
            while (p < end && *p != '>' && !g_ascii_isspace (*p))
              p++;
          if (p == NULL)
            return end;
          in_name = FALSE;
          if (p < end && *p == '>')
            break;
        }
      else if (g_ascii_isspace (*p) || *p == '/')
        in_name = FALSE;
      else if (!in_name)
        {
          in_name = TRUE;
          ++*out_n_attributes;
        }
      if (p < end)
        p++;
    }

  return p < end ? p + 1 : end;
}

static const char *
find_words (const char *p, const char *end, const char *words)
{
  gsize length_bytes = strlen (words);

  for (; p + length_bytes <= end; p++)
    {
      p = memchr (p, *words, end - p - length_bytes + 1);
      if (p == NULL)
        return end;
      if (g_ascii_strncasecmp (p, words, length_bytes) == 0)
        return p;
    }

  return end;
}

static const char *
skip_comment (const char *p, const char *end)
{
  const char *close;

  /* "<!-->" and "<!--->" are whole. */
  if (p + 4 < end && p[4] == '>')
    return p + 5;
  if (p + 5 < end && p[4] == '-' && p[5] == '>')
    return p + 6;

  close = find_words (p + 4, end, "-->");
  return close < end ? close + 3 : end;
}

/* Skips what is no markup after a tag that ends at @p. Metadata in a script is kept, and what
 * confuses where a script ends is left to the parser. */
static const char *
skip_raw_text (Scan *scan,
               const char *tag,
               const char *p,
               const char *end,
               const char *name,
               gsize name_bytes)
{
  gboolean is_script = name_bytes == 6 && g_ascii_strncasecmp (name, "script", 6) == 0;
  gboolean is_style = name_bytes == 5 && g_ascii_strncasecmp (name, "style", 5) == 0;
  const char *text_end;

  if (!is_script && !is_style)
    return p;

  text_end = find_words (p, end, is_script ? "</script" : "</style");
  if (is_script &&
      (find_words (tag, p, "ld+json") != p || find_words (p, text_end, "<!--") != text_end))
    g_string_append_len (scan->lean, p, text_end - p);

  return text_end;
}

/* Reads the tag at @p and returns where it ends. */
static const char *
scan_tag (Scan *scan, const char *p, const char *end)
{
  const char *start = p;
  gboolean is_end = p[1] == '/';
  const char *name = p + 1 + is_end;
  gsize name_bytes = 0;
  guint64 hash;
  guint n_attributes;
  Kind kind;

  while (name + name_bytes < end && !g_ascii_isspace (name[name_bytes]) &&
         name[name_bytes] != '>' && name[name_bytes] != '/')
    name_bytes++;
  hash = hash_name (name, name_bytes);
  kind = find_kind (name, name_bytes);
  p = skip_attributes (name + name_bytes, end, &n_attributes);
  scan->n_steps += (guint64) n_attributes * n_attributes / 2;

  if (is_end)
    close_element (scan, hash, kind);
  else if (kind != KIND_VOID && p[-1] == '>' && p[-2] != '/')
    open_element (scan, hash, kind);
  if (name_bytes == 4 &&
      (g_ascii_strncasecmp (name, "html", 4) == 0 || g_ascii_strncasecmp (name, "body", 4) == 0))
    {
      scan->n_root_attributes += n_attributes;
      scan->n_steps += (guint64) scan->n_root_attributes * n_attributes;
    }

  g_string_append_len (scan->lean, start, p - start);
  if (!is_end)
    p = skip_raw_text (scan, start, p, end, name, name_bytes);
  return p;
}

/**
 * galley_html_guard_judge:
 * @utf8: markup
 * @length_bytes: its length
 * @n_steps: (inout): what the parser has had to do before; what it has to do for @utf8 is added
 * @lean: (inout): empty; where to put the markup without what nobody reads
 *
 * Takes time in proportion to the length, up to %GALLEY_HTML_MAX_STEPS.
 *
 * Returns: whether a parser can be trusted with @utf8
 */
GalleyHtmlVerdict
galley_html_guard_judge (const char *utf8, gsize length_bytes, guint64 *n_steps, GString *lean)
{
  const char *end = utf8 + length_bytes;
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (Open));
  Scan scan = { .stack = stack, .n_steps = *n_steps, .lean = lean };

  for (const char *p = utf8; p < end;)
    {
      const char *tag = memchr (p, '<', end - p), *start = p;

      if (tag == NULL || tag + 1 >= end)
        tag = end;
      g_string_append_len (lean, p, tag - p);
      if (tag == end)
        p = end;
      else if (end - tag >= 4 && memcmp (tag, "<!--", 4) == 0)
        p = skip_comment (tag, end);
      else if (g_ascii_isalpha (tag[1]) ||
               (tag[1] == '/' && tag + 2 < end && g_ascii_isalpha (tag[2])))
        p = scan_tag (&scan, tag, end);
      else
        {
          g_string_append_c (lean, '<');
          p = tag + 1;
        }

      scan.n_steps += (guint64) (p - start) * (stack->len + 1);
      *n_steps = scan.n_steps;
      if (stack->len > GALLEY_HTML_MAX_DEPTH)
        return GALLEY_HTML_TOO_DEEP;
      if (scan.n_steps > GALLEY_HTML_MAX_STEPS)
        return GALLEY_HTML_TOO_TANGLED;
    }

  return GALLEY_HTML_FIT;
}
