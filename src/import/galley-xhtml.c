/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-xhtml.h"

#include "galley-formula.h"

#include <string.h>

/* XHTML is read by the parser of HTML, which makes a tree of anything, since a chapter that is not
 * well-formed is still a chapter. Where the two languages mean different things by the same
 * characters, the markup is written anew here, tag by tag:
 *
 * - "<a id='b'/>" is whole in XML, and only begins an element in HTML;
 * - "<br></br>" is one line break in XML, and two in HTML;
 * - names may have a prefix in XML ("h:p"), which stands for a namespace;
 * - HTML knows no CDATA outside of drawings and formulas, no instructions, and no declarations
 *   within the document type.
 *
 * Of the alternatives of an "epub:switch" the last one is for readers that know no other language
 * than XHTML; the cases before it become templates, which nobody reads.
 *
 * The words in the place of sound, films and scripted drawings are all that devices without them
 * show, which are most of those that books are read on. They become part of a book's text.
 *
 * Formulas are part of a sentence. They become spans, so that what is in them is kept, but for the
 * same formula written once more for another program, and with the signs that are no characters in
 * them (galley-formula.h). */

#define MAX_PREFIXES 16
#define MAX_PREFIX_BYTES 32

typedef enum
{
  SPACE_MARKUP, /* XHTML, and what may stand within it: SVG and MathML */
  SPACE_EPUB,
} Space;

static const struct
{
  const char *address;
  Space space;
} spaces[] = {
  { "http://www.w3.org/1999/xhtml", SPACE_MARKUP },
  { "http://www.w3.org/2000/svg", SPACE_MARKUP },
  { "http://www.w3.org/1998/Math/MathML", SPACE_MARKUP },
  { "http://www.idpf.org/2007/ops", SPACE_EPUB },
};

/* Elements that have no end in HTML. */
static const char *const voids[] = {
  "area", "base",  "basefont", "bgsound", "br",   "col",   "embed",  "frame", "hr",
  "img",  "input", "keygen",   "link",    "meta", "param", "source", "track", "wbr",
};

typedef struct
{
  char name[MAX_PREFIX_BYTES];
  gsize length_bytes;
  Space space;
} Prefix;

typedef struct
{
  Prefix prefixes[MAX_PREFIXES];
  guint n_prefixes;
  gboolean plays_media;
  GString *html;
  GalleyFormula *formula; /* its elements that are open; none outside */
} Writer;

/* The name of an element in the markup, without its prefix. */
typedef struct
{
  const char *start;
  gsize length_bytes;
  const char *html; /* what it is called in HTML, or NULL if it keeps its name */
} Name;

static const char *
find (const char *p, const char *end, const char *words)
{
  const char *found = p < end ? memmem (p, end - p, words, strlen (words)) : NULL;

  return found != NULL ? found : end;
}

/* Where what began at @p is over: after the next @words, or where all is. */
static const char *
skip_past (const char *p, const char *end, const char *words)
{
  const char *found = find (p, end, words);

  return found < end ? found + strlen (words) : end;
}

static void
add_prefix (Writer *self, const char *name, gsize length_bytes, const char *value, const char *end)
{
  if (length_bytes == 0 || length_bytes >= MAX_PREFIX_BYTES || self->n_prefixes == MAX_PREFIXES)
    return;

  for (guint i = 0; i < self->n_prefixes; i++)
    if (self->prefixes[i].length_bytes == length_bytes &&
        memcmp (self->prefixes[i].name, name, length_bytes) == 0)
      return;

  for (guint i = 0; i < G_N_ELEMENTS (spaces); i++)
    {
      gsize address_bytes = strlen (spaces[i].address);

      if ((gsize) (end - value) > address_bytes &&
          memcmp (value, spaces[i].address, address_bytes) == 0 &&
          (value[address_bytes] == '"' || value[address_bytes] == '\''))
        {
          Prefix *prefix = &self->prefixes[self->n_prefixes++];

          memcpy (prefix->name, name, length_bytes);
          prefix->length_bytes = length_bytes;
          prefix->space = spaces[i].space;
          return;
        }
    }
}

/* A prefix means the same wherever it stands: nobody gives it two meanings in one chapter. */
static void
collect_prefixes (Writer *self, const char *p, const char *end)
{
  while ((p = skip_past (p, end, "xmlns:")) < end)
    {
      const char *name = p;

      while (p < end && *p != '=' && !g_ascii_isspace (*p) && *p != '<' && *p != '>')
        p++;
      if (end - p > 2 && *p == '=' && (p[1] == '"' || p[1] == '\''))
        add_prefix (self, name, p - name, p + 2, end);
    }
}

static gboolean
is_name (const Name *name, const char *words)
{
  return strlen (words) == name->length_bytes &&
         g_ascii_strncasecmp (name->start, words, name->length_bytes) == 0;
}

static void
rename_in_html (const Writer *self, Name *name, gboolean is_epub)
{
  if (is_epub && is_name (name, "case"))
    name->html = "template";
  else if (is_name (name, "annotation") || is_name (name, "annotation-xml"))
    name->html = "template";
  else if (is_name (name, "math") ||
           (!self->plays_media &&
            (is_name (name, "audio") || is_name (name, "video") || is_name (name, "canvas"))))
    name->html = "span";
}

static Name
read_name (Writer *self, const char *p, const char *end)
{
  Name name = { .start = p };
  gboolean is_epub = FALSE;
  const char *colon = NULL;

  for (; p < end && !g_ascii_isspace (*p) && *p != '>' && *p != '/'; p++)
    if (*p == ':' && colon == NULL)
      colon = p;
  name.length_bytes = p - name.start;
  for (guint i = 0; colon != NULL && i < self->n_prefixes; i++)
    if (self->prefixes[i].length_bytes == (gsize) (colon - name.start) &&
        memcmp (self->prefixes[i].name, name.start, colon - name.start) == 0)
      {
        name.start = colon + 1;
        name.length_bytes = p - name.start;
        is_epub = self->prefixes[i].space == SPACE_EPUB;
        break;
      }
  rename_in_html (self, &name, is_epub);

  return name;
}

static gboolean
is_void (const Name *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (voids); i++)
    if (is_name (name, voids[i]))
      return TRUE;

  return FALSE;
}

/* Where the tag ends whose name ends at @p: at its ">", or where all does. */
static const char *
find_tag_end (const char *p, const char *end)
{
  while (p < end && *p != '>')
    {
      gboolean is_value = *p == '=';

      p++;
      while (is_value && p < end && g_ascii_isspace (*p))
        p++;
      if (is_value && p < end && (*p == '"' || *p == '\''))
        {
          const char *close = memchr (p + 1, *p, end - p - 1);

          p = close != NULL ? close + 1 : end;
        }
    }

  return p;
}

static void
append_name (Writer *self, const Name *name)
{
  if (name->html != NULL)
    g_string_append (self->html, name->html);
  else
    g_string_append_len (self->html, name->start, name->length_bytes);
}

static GalleyFormulaKind
find_kind (const Name *name)
{
  static const struct
  {
    const char *name;
    GalleyFormulaKind kind;
  } kinds[] = {
    { "mfrac", GALLEY_FORMULA_FRACTION },
    { "msqrt", GALLEY_FORMULA_SQUARE_ROOT },
    { "mtable", GALLEY_FORMULA_TABLE },
    { "mtr", GALLEY_FORMULA_ROW },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (is_name (name, kinds[i].name))
      return kinds[i].kind;

  return GALLEY_FORMULA_OTHER;
}

/* Whether @attributes, up to @end, say that the bar of a fraction is not drawn. */
static gboolean
has_no_bar (const char *attributes, const char *end)
{
  const char *p = skip_past (attributes, end, "linethickness");

  while (p < end && strchr (" =\"'", *p) != NULL)
    p++;

  return p < end && *p == '0';
}

/* Writes what is seen of a formula before an element in it that begins. */
static void
enter_formula (Writer *self, const Name *name, const char *attributes, const char *end)
{
  GalleyFormulaKind kind = find_kind (name);

  if (!galley_formula_is_open (self->formula) && !is_name (name, "math"))
    return;

  g_string_append (self->html, galley_formula_enter (self->formula, kind));
  if (kind == GALLEY_FORMULA_FRACTION && has_no_bar (attributes, end))
    galley_formula_set_sign (self->formula, kind, GALLEY_FORMULA_BETWEEN, " ");
}

/* No formula goes on after its end, whatever is still open in it. */
static void
leave_formula (Writer *self, const Name *name)
{
  do
    galley_formula_leave (self->formula);
  while (is_name (name, "math") && galley_formula_is_open (self->formula));
}

static const char *
write_end_tag (Writer *self, const char *p, const char *end)
{
  Name name = read_name (self, p + 2, end);
  const char *tag_end = find_tag_end (name.start + name.length_bytes, end);

  if (!is_void (&name) && name.length_bytes > 0)
    {
      leave_formula (self, &name);
      g_string_append (self->html, "</");
      append_name (self, &name);
      g_string_append_c (self->html, '>');
    }

  return tag_end < end ? tag_end + 1 : end;
}

static const char *
write_start_tag (Writer *self, const char *p, const char *end)
{
  Name name = read_name (self, p + 1, end);
  const char *attributes = name.start + name.length_bytes;
  const char *tag_end = find_tag_end (attributes, end), *last = tag_end;
  gboolean is_whole = tag_end < end && tag_end[-1] == '/';

  if (!is_void (&name))
    enter_formula (self, &name, attributes, last);
  g_string_append_c (self->html, '<');
  append_name (self, &name);
  if (is_whole && last > attributes)
    last--;
  g_string_append_len (self->html, attributes, last - attributes);
  if (tag_end == end)
    return end;

  g_string_append_c (self->html, '>');
  if (is_whole && !is_void (&name))
    {
      leave_formula (self, &name);
      g_string_append (self->html, "</");
      append_name (self, &name);
      g_string_append_c (self->html, '>');
    }
  return tag_end + 1;
}

static const char *
write_cdata (Writer *self, const char *p, const char *end)
{
  const char *start = p + strlen ("<![CDATA["), *close = find (start, end, "]]>");

  for (p = start; p < close; p++)
    if (*p == '<')
      g_string_append (self->html, "&lt;");
    else if (*p == '&')
      g_string_append (self->html, "&amp;");
    else
      g_string_append_c (self->html, *p);

  return close < end ? close + strlen ("]]>") : end;
}

/* The document type, with what is declared in it. */
static const char *
skip_declaration (const char *p, const char *end)
{
  const char *close = find (p, end, ">"), *bracket = find (p, close, "[");

  if (bracket < close)
    close = find (find (bracket, end, "]"), end, ">");
  return close < end ? close + 1 : end;
}

/* An instruction, or what was begun like one and ended like a tag. */
static const char *
skip_instruction (const char *p, const char *end)
{
  const char *next = find (p + 1, end, "<"), *close = skip_past (p, next, "?>");

  return close < next ? close : skip_past (p, next, ">");
}

static gboolean
begins (const char *p, const char *end, const char *words)
{
  gsize length_bytes = strlen (words);

  return (gsize) (end - p) >= length_bytes && g_ascii_strncasecmp (p, words, length_bytes) == 0;
}

/* Writes what begins with "<" at @p, and returns where it ends. */
static const char *
write_markup (Writer *self, const char *p, const char *end)
{
  if (begins (p, end, "<!--"))
    return skip_past (p + strlen ("<!--"), end, "-->");
  if (begins (p, end, "<![CDATA["))
    return write_cdata (self, p, end);
  if (begins (p, end, "<!DOCTYPE"))
    return skip_declaration (p, end);
  if (begins (p, end, "<?"))
    return skip_instruction (p, end);
  if (begins (p, end, "</"))
    return write_end_tag (self, p, end);
  if (p + 1 < end && (g_ascii_isalpha (p[1]) || p[1] == '_'))
    return write_start_tag (self, p, end);

  g_string_append_c (self->html, '<');
  return p + 1;
}

/**
 * galley_xhtml_to_html:
 * @utf8: markup: valid UTF-8 without NUL
 * @length_bytes: its length
 * @plays_media: whether who reads it has sound, films and scripts, as those of pages have, and sees
 *   nothing of the words in their place
 *
 * Writes XHTML so that a parser of HTML understands it; of what is no XHTML, it makes no less than
 * there is in it.
 *
 * Returns: (transfer full): the markup, without comments
 */
GString *
galley_xhtml_to_html (const char *utf8, gsize length_bytes, gboolean plays_media)
{
  g_autoptr (GalleyFormula) formula = galley_formula_new ();
  Writer self = { .plays_media = plays_media,
                  .html = g_string_sized_new (length_bytes + 1),
                  .formula = formula };
  const char *end = utf8 + length_bytes;

  collect_prefixes (&self, utf8, end);
  for (const char *p = utf8; p < end;)
    {
      const char *tag = find (p, end, "<");

      g_string_append_len (self.html, p, tag - p);
      p = tag < end ? write_markup (&self, tag, end) : end;
    }

  return self.html;
}
