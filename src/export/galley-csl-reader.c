/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-csl.h"

#include "galley-bibliography-private.h"
#include "galley-json-shape.h"
#include "galley-reference-dates.h"
#include "galley-reference-names.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Types and variables are those of the Citation Style Language 1.0.2, its appendices III and IV,
 * and of its schema for JSON. */

#define MAX_NESTING 64 /* the parser is recursive, and items are nested four deep */

/* Each takes the parser some hundred bytes; an item has some twenty. */
#define MAX_VALUES 2000000

static const GalleyReferenceType read_types[] = {
  { GALLEY_SOURCE_PERSON, "personal_communication", NULL },
  { GALLEY_SOURCE_RECORDING, "broadcast", NULL },
  { GALLEY_SOURCE_RECORDING, "song", NULL },
  { GALLEY_SOURCE_RECORDING, "performance", NULL },
  { GALLEY_SOURCE_TRANSCRIPT, "hearing", NULL },
  { GALLEY_SOURCE_TRANSCRIPT, "speech", NULL },
  { GALLEY_SOURCE_DOCUMENT, "document", NULL },
  { GALLEY_SOURCE_DOCUMENT, "bill", NULL },
  { GALLEY_SOURCE_DOCUMENT, "legal_case", NULL },
  { GALLEY_SOURCE_DOCUMENT, "legislation", NULL },
  { GALLEY_SOURCE_DOCUMENT, "manuscript", NULL },
  { GALLEY_SOURCE_DOCUMENT, "map", NULL },
  { GALLEY_SOURCE_DOCUMENT, "pamphlet", NULL },
  { GALLEY_SOURCE_DOCUMENT, "patent", NULL },
  { GALLEY_SOURCE_DOCUMENT, "regulation", NULL },
  { GALLEY_SOURCE_DOCUMENT, "standard", NULL },
  { GALLEY_SOURCE_DOCUMENT, "treaty", NULL },
  { GALLEY_SOURCE_WEB_PAGE, "post", NULL },
  { GALLEY_SOURCE_WEB_PAGE, "post-weblog", NULL },
  { GALLEY_SOURCE_BOOK, "chapter", NULL },
  { GALLEY_SOURCE_BOOK, "classic", NULL },
  { GALLEY_SOURCE_BOOK, "collection", NULL },
  { GALLEY_SOURCE_BOOK, "entry", NULL },
  { GALLEY_SOURCE_BOOK, "entry-dictionary", NULL },
  { GALLEY_SOURCE_BOOK, "entry-encyclopedia", NULL },
  { GALLEY_SOURCE_PAPER, "article", NULL },
  { GALLEY_SOURCE_PAPER, "paper-conference", NULL },
  { GALLEY_SOURCE_PAPER, "periodical", NULL },
  { GALLEY_SOURCE_PAPER, "review", NULL },
  { GALLEY_SOURCE_PAPER, "review-book", NULL },
  { GALLEY_SOURCE_PAPER, "thesis", NULL },
  { GALLEY_SOURCE_PRIOR_COVERAGE, "article-magazine", NULL },
  { GALLEY_SOURCE_PRIOR_COVERAGE, "news", NULL },
  { GALLEY_SOURCE_UNSPECIFIED, NULL, NULL },
};

/* A document is a report here, for what is left of the types says nothing. */
const GalleyReferenceTypes galley_csl_types = {
  .written = {
    [GALLEY_SOURCE_UNSPECIFIED] = { GALLEY_SOURCE_UNSPECIFIED, "document", "" },
    [GALLEY_SOURCE_PERSON] = { GALLEY_SOURCE_PERSON, "interview", NULL },
    [GALLEY_SOURCE_RECORDING] = { GALLEY_SOURCE_RECORDING, "motion_picture", NULL },
    [GALLEY_SOURCE_TRANSCRIPT] = { GALLEY_SOURCE_TRANSCRIPT, "document", "Transcript" },
    [GALLEY_SOURCE_DOCUMENT] = { GALLEY_SOURCE_DOCUMENT, "report", NULL },
    [GALLEY_SOURCE_DATA] = { GALLEY_SOURCE_DATA, "dataset", NULL },
    [GALLEY_SOURCE_WEB_PAGE] = { GALLEY_SOURCE_WEB_PAGE, "webpage", NULL },
    [GALLEY_SOURCE_BOOK] = { GALLEY_SOURCE_BOOK, "book", NULL },
    [GALLEY_SOURCE_PAPER] = { GALLEY_SOURCE_PAPER, "article-journal", NULL },
    [GALLEY_SOURCE_PRESS_RELEASE] = { GALLEY_SOURCE_PRESS_RELEASE, "document", "Press release" },
    [GALLEY_SOURCE_PRIOR_COVERAGE] = { GALLEY_SOURCE_PRIOR_COVERAGE, "article-newspaper", NULL },
  },
  .read = read_types,
};

/* Returns (nullable) the words of a string or a number. */
static char *
read_scalar (JsonNode *node)
{
  GType type = node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node)
                                                            : G_TYPE_INVALID;

  if (type == G_TYPE_STRING)
    return g_utf8_make_valid (json_node_get_string (node), -1);
  if (type == G_TYPE_INT64)
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
  return NULL;
}

/* Returns (nullable) the words of the first of @names that has some. */
static char *
read_first (JsonObject *object, const char *const *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *words = read_scalar (json_object_get_member (object, names[i]));

      if (words != NULL && words[strspn (words, " \t\r\n")] != '\0')
        return g_steal_pointer (&words);
    }

  return NULL;
}

#define READ_FIRST(object, ...) read_first (object, (const char *const[]){ __VA_ARGS__, NULL })

/* Returns the end of the tag that @p begins with if it is one that CSL allows, else @p. */
static const char *
skip_tag (const char *p)
{
  static const char *const names[] = { "i", "b", "sub", "sup", "sc", "span" };
  const char *name = p[1] == '/' ? p + 2 : p + 1;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *after = name + strlen (names[i]);

      if (!g_str_has_prefix (name, names[i]))
        continue;
      if (*after == '>')
        return after + 1;
      if (*after == ' ' && p[1] != '/' && after[strcspn (after, "<>")] == '>')
        return after + strcspn (after, "<>") + 1;
    }

  return p;
}

/* Takes markup out of rich text. */
static char *
read_rich (JsonObject *object, const char *name)
{
  g_autofree char *rich = READ_FIRST (object, name);
  GString *plain = g_string_new (NULL);

  for (const char *p = rich != NULL ? rich : ""; *p != '\0';)
    {
      const char *end = *p == '<' ? skip_tag (p) : p;

      if (end == p)
        g_string_append_c (plain, *p++);
      else
        p = end;
    }

  return g_string_free (plain, FALSE);
}

/* A particle that is dropped when the family name stands alone goes with the given names, one that
 * is not with the family name. */
static char *
join_words (const char *first, const char *second)
{
  if (first == NULL || second == NULL)
    return g_strdup (first != NULL ? first : second);
  return g_strdup_printf (g_str_has_suffix (first, "’") || g_str_has_suffix (first, "'") ? "%s%s"
                                                                                         : "%s %s",
                          first, second);
}

static void
append_name (GString *line, JsonNode *node)
{
  GalleyName name = { .literal = read_scalar (node) };

  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject *object = json_node_get_object (node);
      g_autofree char *family = READ_FIRST (object, "family");
      g_autofree char *given = READ_FIRST (object, "given");
      g_autofree char *kept = READ_FIRST (object, "non-dropping-particle");
      g_autofree char *dropped = READ_FIRST (object, "dropping-particle");

      name.literal = READ_FIRST (object, "literal");
      if (name.literal == NULL)
        {
          name.family = join_words (kept, family);
          name.given = join_words (given, dropped);
          name.suffix = READ_FIRST (object, "suffix");
        }
    }

  galley_names_append (line, &name);
  g_free (name.literal);
  g_free (name.family);
  g_free (name.given);
  g_free (name.suffix);
}

static void
read_authors (GalleyReference *reference, JsonObject *item)
{
  static const char *const variables[] = { "author", "interviewer", "director", "editor",
                                           "container-author" };

  for (guint i = 0; i < G_N_ELEMENTS (variables); i++)
    {
      JsonNode *node = json_object_get_member (item, variables[i]);
      JsonArray *names =
          node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
      g_autoptr (GString) line = g_string_new (NULL);

      for (guint j = 0; names != NULL && j < json_array_get_length (names); j++)
        append_name (line, json_array_get_element (names, j));
      galley_reference_set_text (reference, GALLEY_SOURCE_AUTHOR, line->str);
    }
}

/* Returns (nullable) a date given as an array of its year, month and day. */
static char *
read_date_parts (JsonNode *node)
{
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  guint n_parts = array != NULL ? MIN (json_array_get_length (array), 3) : 0;
  gint64 parts[3] = { 0 };
  GalleyPartialDate date;

  for (guint i = 0; i < n_parts; i++)
    {
      g_autofree char *digits = read_scalar (json_array_get_element (array, i));

      parts[i] = digits != NULL ? g_ascii_strtoll (digits, NULL, 10) : 0;
    }
  if (n_parts == 0 || parts[0] < 0 || parts[0] > 9999)
    return NULL;

  date.year = parts[0];
  date.month = parts[1] >= 1 && parts[1] <= 12 ? parts[1] : 0;
  date.day = date.month > 0 && parts[2] >= 1 && parts[2] <= 31 ? parts[2] : 0;
  if (!galley_partial_date_is_valid (&date))
    date.day = 0;
  return galley_partial_date_format (&date);
}

/* Returns (nullable) a date or two of them, as the end and the beginning of a span. */
static char *
read_span (JsonNode *node)
{
  JsonArray *dates =
      node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  guint n_dates = dates != NULL ? json_array_get_length (dates) : 0;
  g_autofree char *first = n_dates > 0 ? read_date_parts (json_array_get_element (dates, 0)) : NULL;
  g_autofree char *second =
      n_dates > 1 ? read_date_parts (json_array_get_element (dates, 1)) : NULL;

  if (first != NULL && second != NULL)
    return g_strdup_printf ("%s/%s", first, second);
  return g_steal_pointer (&first);
}

static void
read_date (GalleyReference *reference, JsonObject *item)
{
  JsonNode *node = json_object_get_member (item, "issued");
  JsonObject *issued =
      node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  g_autofree char *span =
      issued != NULL ? read_span (json_object_get_member (issued, "date-parts")) : NULL;
  g_autofree char *words =
      issued != NULL ? READ_FIRST (issued, "raw", "literal") : read_scalar (node);
  GalleyPartialDate date;

  if (span == NULL && galley_partial_date_parse (words, &date) &&
      (issued == NULL || json_object_has_member (issued, "raw")))
    span = galley_partial_date_format (&date);
  galley_reference_set_text (reference, GALLEY_SOURCE_PUBLISHED, span != NULL ? span : words);
}

/**
 * galley_csl_read_item:
 * @item: an item
 *
 * Takes what an item says, but for its note.
 */
void
galley_csl_read_item (GalleyReference *reference, JsonObject *item)
{
  g_autofree char *type = READ_FIRST (item, "type");
  g_autofree char *genre = READ_FIRST (item, "genre");
  g_autofree char *title = read_rich (item, "title");
  g_autofree char *short_title = read_rich (item, "title-short");
  g_autofree char *container = read_rich (item, "container-title");
  g_autofree char *publisher = READ_FIRST (item, "publisher");
  g_autofree char *address = READ_FIRST (item, "URL");
  g_autofree char *doi = READ_FIRST (item, "DOI");
  g_autofree char *shelf_mark = READ_FIRST (item, "call-number", "archive_location");

  reference->kind = galley_reference_types_find (&galley_csl_types, type, genre);
  galley_reference_set_text (reference, GALLEY_SOURCE_TITLE, title);
  galley_reference_set_text (reference, GALLEY_SOURCE_TITLE, short_title);
  read_authors (reference, item);
  read_date (reference, item);
  galley_reference_set_text (reference, GALLEY_SOURCE_PUBLISHER, container);
  galley_reference_set_text (reference, GALLEY_SOURCE_PUBLISHER, publisher);
  galley_reference_set_place (reference, address, doi);
  galley_reference_set_text (reference, GALLEY_SOURCE_ADDRESS, shelf_mark);
}

/* Returns whether a parser can take it: brackets outside strings are not nested too deep, and there
 * are not too many values. */
static gboolean
check_size (const char *json, GError **error)
{
  guint depth = 0, n_values = 0;
  gboolean in_string = FALSE;

  for (const char *p = json; *p != '\0'; p++)
    {
      if (in_string && *p == '\\' && p[1] != '\0')
        p++;
      else if (*p == '"')
        in_string = !in_string;
      else if (in_string)
        continue;
      else if (*p == '{' || *p == '[')
        depth++;
      else if ((*p == '}' || *p == ']') && depth > 0)
        depth--;

      if (!in_string && strchr ("{[,", *p) != NULL)
        n_values++;
      if (depth > MAX_NESTING || n_values > MAX_VALUES)
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       depth > MAX_NESTING
                           ? _ ("Line %u of the bibliography has brackets nested too deep")
                           : _ ("The bibliography has too many values, up to line %u"),
                       galley_bibliography_count_lines (json, p));
          return FALSE;
        }
    }

  return TRUE;
}

static void
add_item (GPtrArray *references, JsonNode *node)
{
  JsonObject *item = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  g_autoptr (GalleyReference) reference = galley_reference_new ();
  g_autofree char *id = item != NULL ? READ_FIRST (item, "id") : NULL;
  g_autofree char *note = item != NULL ? READ_FIRST (item, "note") : NULL;

  if (item == NULL)
    return;
  galley_csl_read_item (reference, item);
  galley_reference_read_note (reference, note);
  if (galley_bibliography_finish (reference, id))
    g_ptr_array_add (references, g_steal_pointer (&reference));
}

/* Returns (nullable) the items of a file: it is one, an array of them, or an object that has such
 * an array. */
static JsonArray *
find_items (JsonNode *root)
{
  JsonNode *node = root;

  if (JSON_NODE_HOLDS_OBJECT (root))
    {
      JsonObject *object = json_node_get_object (root);

      node = json_object_get_member (object, "items");
      if (node == NULL)
        node = json_object_get_member (object, "references");
    }

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

/* The parser knows where it is only as long as it is there. */
static void
error_cb (JsonParser *parser, const GError *problem, guint *line)
{
  *line = json_parser_get_current_line (parser);
}

/**
 * galley_csl_read:
 * @utf8: a CSL JSON file
 *
 * Returns: (transfer full) (element-type GalleyReference): its references, or %NULL
 */
GPtrArray *
galley_csl_read (const char *utf8, GError **error)
{
  g_autoptr (JsonParser) parser = NULL;
  GPtrArray *references;
  JsonArray *items;
  GalleyJsonShape shape;
  guint line = 1;

  if (!check_size (utf8, error))
    return NULL;
  galley_json_shape_measure (utf8, strlen (utf8), &shape);
  if (shape.second != NULL)
    line = galley_bibliography_count_lines (utf8, shape.second);
  parser = json_parser_new_immutable ();
  g_signal_connect (parser, "error", G_CALLBACK (error_cb), &line);
  if (shape.second != NULL || !json_parser_load_from_data (parser, utf8, -1, /* error= */ NULL))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                   _ ("Line %u of the bibliography is no JSON"), line);
      return NULL;
    }

  references = g_ptr_array_new_with_free_func ((GDestroyNotify) galley_reference_free);
  items = find_items (json_parser_get_root (parser));
  if (items == NULL)
    add_item (references, json_parser_get_root (parser));
  for (guint i = 0; items != NULL && i < json_array_get_length (items); i++)
    add_item (references, json_array_get_element (items, i));

  return references;
}

/**
 * galley_csl_recognise:
 *
 * Returns: whether it begins as JSON does
 */
gboolean
galley_csl_recognise (const char *utf8)
{
  const char *p = utf8 + strspn (utf8, " \t\r\n");

  return *p == '[' || *p == '{';
}
