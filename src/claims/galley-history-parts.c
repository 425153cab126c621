/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-history-parts.h"

#include "galley-category.h"
#include "galley-evidence.h"
#include "galley-query.h"
#include "galley-quoted.h"
#include "galley-reading.h"
#include "galley-sign-off.h"
#include "galley-status.h"
#include "galley-when.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * What something was, or became, where that is more than a text: a verdict with its reason, words
 * and question; a reading; a signature; the fields of a record that differ. The names of the parts,
 * and some of their values, are names on disk, which are no words for people.
 */

#define BETWEEN_PARTS "\036"
#define BEHIND_NAME "\037"

static GHashTable *
split (const char *parts)
{
  GHashTable *by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_auto (GStrv) all = g_strsplit (parts, BETWEEN_PARTS, /* max_tokens= */ -1);

  for (guint i = 0; all[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (all[i], BEHIND_NAME, 2);

      if (pair[0] != NULL && pair[1] != NULL)
        g_hash_table_insert (by_name, g_strdup (pair[0]), g_strdup (pair[1]));
    }

  return by_name;
}

/* "Disputed: Wrong “11 people” · Who says so?" */
static char *
describe_verdict (GHashTable *parts)
{
  const char *nick = g_hash_table_lookup (parts, "status");
  const char *reason = g_hash_table_lookup (parts, "reason");
  const char *quote = g_hash_table_lookup (parts, "quote");
  const char *question = g_hash_table_lookup (parts, "question");
  GString *out;
  GalleyStatus status;

  out = g_string_new (galley_status_from_nick (nick, &status) ? galley_status_get_label (status)
                                                              : nick);
  if (reason != NULL)
    g_string_append_printf (out, ": %s", galley_reason_get_label (reason));
  if (quote != NULL)
    {
      g_autofree char *quoted = galley_quoted (quote);

      g_string_append_printf (out, " %s", quoted);
    }
  if (question != NULL)
    g_string_append_printf (out, " · %s", question);

  return g_string_free (out, FALSE);
}

static char *
describe_reading (GHashTable *parts)
{
  static const char *const labels[GALLEY_N_READING_SCOPES] = {
    [GALLEY_READING_ALL] = N_ ("All claims"),
    [GALLEY_READING_STARRED] = N_ ("Claims with the legal star"),
    /* Translators: a second reader judges some claims only, which were drawn at random. */
    [GALLEY_READING_SAMPLE] = N_ ("A random sample"),
  };
  const char *reader = g_hash_table_lookup (parts, "reader");
  GalleyReadingScope scope;

  if (!galley_reading_scope_from_nick (g_hash_table_lookup (parts, "scope"), &scope))
    return g_strdup (reader);

  return g_strdup_printf ("%s (%s)", reader, _ (labels[scope]));
}

static char *
describe_signature (GHashTable *parts)
{
  const char *name = g_hash_table_lookup (parts, "name");
  const char *exception = g_hash_table_lookup (parts, "exception");
  GalleyRole role;

  if (!galley_role_from_nick (g_hash_table_lookup (parts, "role"), &role))
    return g_strdup (name);

  return g_strdup_printf ("%s (%s)%s%s", name, galley_role_get_label (role),
                          exception != NULL ? ": " : "", exception != NULL ? exception : "");
}

static const char *
get_label (const char *name)
{
  static const struct
  {
    const char *name;
    const char *label;
  } labels[] = {
    { "kind", N_ ("Kind") },
    { "terms", N_ ("Terms") },
    { "stance", N_ ("Stance") },
    /* Translators: whether a source has something from somebody else; Yes or No stands behind. */
    { "secondary", N_ ("At second hand") },
    { "passage", N_ ("Passage") },
    { "locator", N_ ("Locator") },
    { "consulted_at", N_ ("Consulted") },
    /* Translators: whom a query is put to. */
    { "addressee", N_ ("Asked of") },
    { "source", N_ ("Source") },
    { "question", N_ ("Question") },
    { "due_at", N_ ("Answer until") },
    { "chair", N_ ("Decides") },
    { "names", N_ ("Present") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (g_str_equal (name, labels[i].name))
      return _ (labels[i].label);
  for (guint i = 0; i < GALLEY_N_SOURCE_TEXTS; i++)
    if (g_str_equal (name, galley_source_text_to_nick (i)))
      return galley_source_text_get_label (i);

  return name;
}

/* Returns (transfer full) (nullable) the value of a part; NULL for none. */
static char *
dup_value (const char *name, const char *value)
{
  static const char *const flags[] = { "secondary", "starred", "publishable", NULL };
  GalleyStance stance;
  GalleySourceKind kind;
  GalleyTerms terms;
  GalleyAddressee addressee;
  GalleyPriority priority;

  if (g_str_has_suffix (name, "_at"))
    return galley_when_format (g_ascii_strtoll (value, NULL, 10));
  if (g_strv_contains (flags, name))
    return g_strdup (g_str_equal (value, "1") ? _ ("Yes") : _ ("No"));
  if (g_str_equal (name, "correction") && *value == '\0')
    return g_strdup (_ ("Strike these words"));
  if (g_str_equal (name, "category"))
    return g_strdup (galley_category_get_label (value));
  if (g_str_equal (name, "priority") && galley_priority_from_nick (value, &priority))
    return g_strdup (galley_priority_get_label (priority));
  if (g_str_equal (name, "stance") && galley_stance_from_nick (value, &stance))
    return g_strdup (galley_stance_get_label (stance));
  if (g_str_equal (name, "kind") && galley_source_kind_from_nick (value, &kind))
    return g_strdup (galley_source_kind_get_label (kind));
  if (g_str_equal (name, "terms") && galley_terms_from_nick (value, &terms))
    return g_strdup (galley_terms_get_label (terms));
  if (g_str_equal (name, "addressee") && galley_addressee_from_nick (value, &addressee))
    return g_strdup (galley_addressee_get_label (addressee));

  return g_strdup (value);
}

/* "Registry (Stance: Supports; Locator: p. 3)", in the order of the journal; or a value without
 * its name. */
static char *
describe_record (const char *parts, gboolean is_bare)
{
  g_auto (GStrv) all = g_strsplit (parts, BETWEEN_PARTS, /* max_tokens= */ -1);
  g_autoptr (GString) list = g_string_new (NULL);
  g_autofree char *title = NULL;

  for (guint i = 0; all[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (all[i], BEHIND_NAME, 2);
      g_autofree char *value =
          pair[0] != NULL && pair[1] != NULL ? dup_value (pair[0], pair[1]) : NULL;

      if (value != NULL && g_str_equal (pair[0], "evidence"))
        title = g_steal_pointer (&value);
      else if (value != NULL && is_bare)
        g_string_append (list, value);
      else if (value != NULL)
        g_string_append_printf (list, "%s%s: %s", list->len > 0 ? "; " : "", get_label (pair[0]),
                                value);
    }

  if (title == NULL)
    return list->len > 0 ? g_strdup (list->str) : NULL;
  return list->len > 0 ? g_strdup_printf ("%s (%s)", title, list->str) : g_steal_pointer (&title);
}

/* Whether what was done says already what of a record it is, and there is no more of it. */
static gboolean
is_told_by_step (GHashTable *parts)
{
  static const char *const names[] = { "question", "correction",  "category", "priority",
                                       "starred",  "publishable", NULL };

  if (g_hash_table_size (parts) != 1)
    return FALSE;
  for (guint i = 0; names[i] != NULL; i++)
    if (g_hash_table_contains (parts, names[i]))
      return TRUE;

  return FALSE;
}

/**
 * galley_history_parts_describe:
 * @parts: each with its name, the character U+001F, its value and the character U+001E; the names
 *   are those in the journal, but for "evidence", the title of the source that is used
 *
 * Returns: (transfer full) (nullable): what they say to people; %NULL for nothing
 */
char *
galley_history_parts_describe (const char *parts)
{
  g_autoptr (GHashTable) by_name = split (parts);

  if (g_hash_table_contains (by_name, "status"))
    return describe_verdict (by_name);
  if (g_hash_table_contains (by_name, "reader"))
    return describe_reading (by_name);
  if (g_hash_table_contains (by_name, "role"))
    return describe_signature (by_name);

  return describe_record (parts, is_told_by_step (by_name));
}
