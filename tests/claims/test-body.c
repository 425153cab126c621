/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-body.h"

#define HOSTILE "“quotes” \"straight\" \\ back/slash \t\n\r \x01\x1f 😀 {},:[]"

static void
test_is_json (void)
{
  g_autoptr (GalleyBody) body = galley_body_new ();

  galley_body_add_text (body, "note", "a \"b\" \\ \n\x1f");
  galley_body_add_text (body, "reason", NULL);
  galley_body_add_number (body, "start", 12);
  galley_body_add_truth (body, "archived", TRUE);
  g_assert_cmpstr (galley_body_end (body), ==,
                   "{\"note\":\"a \\\"b\\\" \\\\ \\u000a\\u001f\",\"start\":12,\"archived\":true}");
}

static void
test_finds_texts (void)
{
  g_autoptr (GalleyBody) body = galley_body_new ();
  const char *json;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  galley_body_add_text (body, HOSTILE, "name as a value: \"last\":\"wrong\"");
  galley_body_add_number (body, "start", -5);
  galley_body_add_text (body, "first", HOSTILE);
  galley_body_add_truth (body, "truth", FALSE);
  galley_body_add_text (body, "last", "");
  json = galley_body_end (body);

  first = galley_body_find_text (json, "first");
  g_assert_cmpstr (first, ==, HOSTILE);
  last = galley_body_find_text (json, "last");
  g_assert_cmpstr (last, ==, "");
  g_assert_null (galley_body_find_text (json, "start"));
  g_assert_null (galley_body_find_text (json, "none"));
  g_assert_null (galley_body_find_text ("{}", "none"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/body/is-json", test_is_json);
  g_test_add_func ("/body/finds-texts", test_finds_texts);

  return g_test_run ();
}
