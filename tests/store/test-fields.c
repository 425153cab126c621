/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-fields.h"

#include "store-testing.h"

#define N_RANDOM 20000

static const char *const names[] = { "to.status", "to.on", "from.status", "from.at", NULL };

/* What SQLite finds under a name. */
static void
assert_same_as_sqlite (sqlite3 *db, const char *body, const char *name, const GalleyField *field)
{
  g_autofree char *path = g_strconcat ("$.", name, NULL);
  sqlite3_stmt *query = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (db, "SELECT ?1 ->> ?2", -1, &query, NULL), ==, SQLITE_OK);
  sqlite3_bind_text (query, 1, body, -1, SQLITE_STATIC);
  sqlite3_bind_text (query, 2, path, -1, SQLITE_STATIC);
  g_assert_cmpint (sqlite3_step (query), ==, SQLITE_ROW);
  switch (sqlite3_column_type (query, 0))
    {
    case SQLITE_NULL:
      g_assert_cmpint (field->type, ==, GALLEY_FIELD_NULL);
      break;
    case SQLITE_INTEGER:
      g_assert_cmpint (field->type, ==, GALLEY_FIELD_NUMBER);
      g_assert_cmpint (field->number, ==, sqlite3_column_int64 (query, 0));
      break;
    default:
      g_assert_cmpint (sqlite3_column_type (query, 0), ==, SQLITE_TEXT);
      g_assert_cmpint (field->type, ==, GALLEY_FIELD_TEXT);
      g_assert_cmpstr (field->text, ==, (const char *) sqlite3_column_text (query, 0));
    }
  sqlite3_finalize (query);
}

/* Whether @body is plain. If it is, SQLite finds the same in it. */
static gboolean
read_both_ways (sqlite3 *db, const char *body)
{
  g_autofree char *copy = g_strdup (body);
  GalleyField fields[G_N_ELEMENTS (names)];

  if (!galley_fields_read (copy, names, fields))
    return FALSE;

  for (guint i = 0; names[i] != NULL; i++)
    assert_same_as_sqlite (db, body, names[i], &fields[i]);
  return TRUE;
}

static sqlite3 *
open_memory (void)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (":memory:", &db), ==, SQLITE_OK);
  return db;
}

static void
test_plain (void)
{
  static const char *const bodies[] = {
    "{\"to\":{}}",
    "{\"from\":{},\"to\":{}}",
    "{\"to\":{\"status\":\"disputed\",\"on\":\"\"},\"from\":{\"status\":null,\"at\":1795966125350}"
    "}",
    "{\"to\":{\"status\":0},\"from\":{\"at\":-999999999999999999,\"status\":-0}}",
    "{\"to\":{\"on\":\"“É” \\\"x\\\" \\\\ \\/ \\b\\f\\n\\r\\t /\"}}",
    "{\"to\":{\"on\":\"null\",\"\":1,\"other\":\"a\",\"other\":\"b\"}}",
    "{\"to\":{\"to.on\":\"x\",\"at\":1},\"from\":{\"on\":\"y\",\"at\":2}}",
  };
  sqlite3 *db = open_memory ();

  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    g_assert_true (read_both_ways (db, bodies[i]));
  sqlite3_close (db);
}

/* What SQLite reads as something else, or not at all, or only perhaps like this. */
static void
test_not_plain (void)
{
  static const char *const bodies[] = {
    "",
    "{",
    "{}",
    "null",
    "[]",
    "{\"to\":{}",
    "{\"to\":{}} ",
    "{\"to\":{}}{}",
    " {\"to\":{}}",
    "{\"to\": {}}",
    "{\"to\":{},}",
    "{\"to\":{},\"to\":{}}",
    "{\"to\":{},\"from\":{},\"to\":{}}",
    "{\"to\":null}",
    "{\"to\":{},\"by\":{}}",
    "{\"to\":{\"on\":\"x\",}}",
    "{\"to\":{\"on\":\"x\",\"on\":\"y\"}}",
    "{\"to\":{\"on\":\"\\u0041\"}}",
    "{\"to\":{\"on\":\"\\x41\"}}",
    "{\"to\":{\"on\":\"a\nb\"}}",
    "{\"to\":{\"on\":\"a}}",
    "{\"to\":{\"on\":\"a\\",
    "{\"to\":{\"on\":true}}",
    "{\"to\":{\"on\":\"x\",\"other\":[]}}",
    "{\"to\":{\"on\":nul}}",
    "{\"to\":{\"on\":{\"on\":1}}}",
    "{\"to\":{\"on\":1.0}}",
    "{\"to\":{\"on\":1e3}}",
    "{\"to\":{\"on\":01}}",
    "{\"to\":{\"on\":+1}}",
    "{\"to\":{\"on\":-}}",
    "{\"to\":{\"on\":}}",
    "{\"to\":{\"on\":1234567890123456789}}",
    "{\"to\":{on:1}}",
  };
  sqlite3 *db = open_memory ();

  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    g_assert_false (read_both_ways (db, bodies[i]));
  sqlite3_close (db);
}

/* Bodies put together from what stands in bodies, most of them with something wrong. */
static void
test_random (void)
{
  static const char *const tokens[] = {
    "{",           "}",       ",",    ":",  "\"to\":{", "\"from\":{",  "\"status\":",
    "\"on\":",     "\"at\":", "null", "12", "-3",       "\"é\"",       "\"a\\n\"",
    "\"\\u00e9\"", "[",       "]",    " ",  "1.5",      "\"x\":\"y\"",
  };
  sqlite3 *db = open_memory ();
  guint n_plain = 0;

  for (guint i = 0; i < N_RANDOM; i++)
    {
      g_autoptr (GString) body = g_string_new ("{\"to\":{");
      guint n_tokens = g_test_rand_int_range (0, 7);

      for (guint j = 0; j < n_tokens; j++)
        g_string_append (body, tokens[g_test_rand_int_range (0, G_N_ELEMENTS (tokens))]);
      g_string_append (body, "}}");
      n_plain += read_both_ways (db, body->str);
    }
  g_assert_cmpuint (n_plain, >, 0);
  sqlite3_close (db);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/fields/plain", test_plain);
  g_test_add_func ("/fields/not-plain", test_not_plain);
  g_test_add_func ("/fields/random", test_random);

  return g_test_run ();
}
