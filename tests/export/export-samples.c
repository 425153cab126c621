/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export-fixture.h"

#include "galley-copy-builder.h"
#include "galley-export.h"
#include "galley-writers.h"

#include <json-glib/json-glib.h>

/*
 * export-samples FOLDER [RECORD]
 *
 * Writes articles that try to break the writers into a folder, each in every format, and beside
 * them as JSON what an independent reader has to find in them. Writes the fixture in the folder
 * RECORD, which has a bit of everything, in every layout, too, and
 * the one beside it that has a block of each role. Without RECORD it writes nothing but a crowd.
 */

#define N_CROWD 10000u

static const char *const hostile[] = {
  "<script>alert(1)</script>",
  "\"><img src=x onerror=alert(1)>",
  "' onmouseover='alert(1)",
  "</mark></p></article></main><h1>Owned</h1>",
  "]]> <![CDATA[ x ]]> <!-- c --> -- --!>",
  "&amp; &lt;b&gt; &#60; &copy &notin; &",
  "</style><style>*{display:none}</style>",
  "</title><title>x",
  "javascript:alert(1)",
  "=1+1",
  "+49 30 1234",
  "-2+3",
  "@SUM(A1:A9)",
  "\tindented",
  "a,b;\"c\",\"\"d\"\"",
  "*bold* **bold** _em_ __em__ ***x*** a*b*c a_b_c",
  "# heading",
  "###### heading ######",
  "> quote",
  "- item",
  "+ item",
  "* item",
  "1. item",
  "12) item",
  "    code",
  "```\ncode\n```",
  "~~~\ncode\n~~~",
  "`code` ``co`de``",
  "[link](https://example.org) ![image](x.png) [ref][1] [ref]",
  "[ref]: https://example.org \"title\"",
  "<https://example.org> <a@example.org> <b>bold</b> <!-- x -->",
  "heading\n===",
  "heading\n---",
  "---",
  "***",
  "_ _ _",
  "a | b\n--|--\n1 | 2",
  "~~struck~~ ^up^ ~down~ $x$ ==mark==",
  "trailing spaces  \nand a \\\nbackslash\\",
  "\\* \\\\ \\& &amp;amp;",
  "first line\n\nsecond after a blank line\n  \n\tthird",
  "carriage\rreturn\r\nand both",
  "line\342\200\250separator and paragraph\342\200\251separator",
  "bell\007 escape\033[31m delete\177 next\302\205line nonchar\357\277\277 \357\267\220 "
  "form\014feed",
  "emoji 👩‍👩‍👧‍👦 🇲🇽 👍🏽 and e\314\201 combining \314\201\314\202",
  "override \342\200\256txet \342\200\255 \342\201\247 isolate",
  "هذا نص عربي مع English و ١٢٣.",
  "עברית עם (סוגריים) ו-123",
  "#1 in sales. 2020. It was - by far - the year.",
  "100% {{template}} ${env} %s %n %1$s",
  "\\",
  "=",
};

static const char *
pick (GRand *random)
{
  return hostile[g_rand_int_range (random, 0, G_N_ELEMENTS (hostile))];
}

static GPtrArray *
make_hostile_evidence (GRand *random)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) galley_evidence_unref);
  static const char *const addresses[] = {
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\nscript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "file:///etc/passwd",
    "//example.org/x",
    "www.example.org",
    "https://example.org/a?b=1&c=\"2\"#d'e",
    "HTTPS://EXAMPLE.org/%zz/ü/[x]|{y}^`\\?q=a b#f#g",
    "http://exa mple.com/",
    "http://",
    "https://[zz]/",
    "https://user:pa ss@example.org:99999/",
    "https://münchen.example/straße",
    "https://example.org/)[x](javascript:alert(1))",
    "https://example.org/<b>\"onclick=\"x",
    "mailto:a@example.org?subject=x y&body=\"z\"",
    "mailto:",
    "=HYPERLINK(\"https://example.org\")",
  };

  for (guint i = g_rand_int_range (random, 0, 4); i > 0; i--)
    {
      GalleySourceFields source_fields = {
        .kind = g_rand_int_range (random, 0, GALLEY_N_SOURCE_KINDS),
        .terms = g_rand_int_range (random, 0, GALLEY_N_TERMS),
        .texts = { [GALLEY_SOURCE_TITLE] = pick (random),
                   [GALLEY_SOURCE_PSEUDONYM] = pick (random),
                   [GALLEY_SOURCE_CONTACT] = pick (random),
                   [GALLEY_SOURCE_ADDRESS] =
                       addresses[g_rand_int_range (random, 0, G_N_ELEMENTS (addresses))] },
      };
      GalleyEvidenceFields fields = {
        .stance = i % GALLEY_N_STANCES,
        .passage = pick (random),
        .locator = pick (random),
        .consulted_at = i % 2 * 1756900000123,
      };
      g_autofree char *id = g_strdup_printf ("s%u", i);
      g_autoptr (GalleySource) source = galley_source_new (id, &source_fields);

      g_ptr_array_add (all, galley_evidence_new ("e", source, &fields));
    }

  return all;
}

static GPtrArray *
make_hostile_queries (GRand *random, GPtrArray *evidence)
{
  static guint n_queries;
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) galley_query_unref);

  for (guint i = g_rand_int_range (random, 0, 4); i > 0; i--)
    {
      g_autofree char *id = g_strdup_printf ("q%u", n_queries++);
      GalleyQueryFields fields = {
        .addressee = i % GALLEY_N_ADDRESSEES,
        .question = pick (random),
        .due_at = i % 2 * 1756900000123,
        .answer = g_rand_boolean (random) ? pick (random) : NULL,
        .asked_by = pick (random),
      };

      if (fields.addressee == GALLEY_ADDRESSEE_SOURCE && evidence->len > 0)
        fields.source = ((GalleyEvidence *) g_ptr_array_index (evidence, 0))->source;
      g_ptr_array_add (all, galley_query_new (id, "c", &fields));
    }

  return all;
}

static const char *
pick_or_none (GRand *random)
{
  return g_rand_int_range (random, 0, 4) == 0 ? pick (random) : NULL;
}

static void
add_hostile_claim (Fixture *fixture, GRand *random, GalleyRange range)
{
  g_autoptr (GPtrArray) evidence = make_hostile_evidence (random);
  g_autoptr (GPtrArray) queries = make_hostile_queries (random, evidence);
  GalleyClaimFields fields = {
    .range = range,
    .status = g_rand_int_range (random, 0, GALLEY_N_STATUSES),
    .reason = g_rand_boolean (random) ? pick (random) : NULL,
    .note = g_rand_boolean (random) ? pick (random) : NULL,
    .correction = g_rand_boolean (random) ? pick (random) : NULL,
    .checked_by = g_rand_boolean (random) ? pick (random) : NULL,
    .checked_at = g_rand_boolean (random) ? 1756900000999 : 0,
    .category = pick_or_none (random),
    .speaker = pick_or_none (random),
    .sentence = pick_or_none (random),
    .assignee = pick_or_none (random),
    .priority = g_rand_int_range (random, 0, GALLEY_N_PRIORITIES),
    .is_starred = g_rand_boolean (random),
    .is_publishable = g_rand_boolean (random),
    .evidence = evidence,
    .queries = queries,
  };

  fixture_add_claim (fixture, &fields);
}

static void
add_random_claims (Fixture *fixture, GRand *random, guint n_claims, guint max_length)
{
  guint length = fixture->length;

  for (guint i = 0; i < n_claims; i++)
    {
      guint start = g_rand_int_range (random, 0, length);
      guint end = g_rand_int_range (random, start + 1, MIN (length, start + max_length) + 1);

      add_hostile_claim (fixture, random, (GalleyRange){ start, end });
    }
}

static void
add_random_links (Fixture *fixture, GRand *random)
{
  guint length = fixture->length;
  static const char *const targets[] = { "https://example.org/?a=1&b=(2)", "javascript:alert(1)",
                                         "mailto:a@example.org", "https://example.org/a b" };

  for (guint at = 0; at + 30 < length; at += 30)
    {
      guint start = at + g_rand_int_range (random, 0, 10);
      GalleyLink link = { .range = { start, start + g_rand_int_range (random, 1, 30) },
                          .target = (char *) targets[g_rand_int_range (random, 0, 4)] };

      g_array_append_val (fixture->links, link);
    }
}

static void
make_hostile (Fixture *fixture, guint seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);

  fixture->title = hostile[seed % G_N_ELEMENTS (hostile)];
  for (guint i = 0; i < GALLEY_N_METADATA_FIELDS; i++)
    fixture->metadata[i] = pick (random);
  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      GalleyBlockRole role =
          seed == 0 ? GALLEY_BLOCK_PARAGRAPH
                    : g_rand_int_range (random, GALLEY_BLOCK_LEAD, GALLEY_N_BLOCK_ROLES);

      fixture_add_block (fixture, i == 0 && seed % 2 == 0 ? GALLEY_BLOCK_TITLE : role,
                         g_rand_int_range (random, 0, 8), hostile[i]);
    }
  for (guint i = 0; seed == 0 && i < fixture->blocks->len; i++)
    add_hostile_claim (fixture, random, g_array_index (fixture->blocks, GalleyBlock, i).range);
  add_random_claims (fixture, random, seed == 0 ? 5 : 60, /* max_length= */ 80);
  if (seed > 1)
    add_random_links (fixture, random);
  fixture_add_dismissal (fixture, g_array_index (fixture->blocks, GalleyBlock, 1).range,
                         GALLEY_DISMISSAL_OPINION);
  fixture_add_dismissal (fixture, g_array_index (fixture->blocks, GalleyBlock, 4).range,
                         GALLEY_DISMISSAL_NOT_CHECKABLE);
  fixture->options.include_boilerplate = seed % 3 == 1;
  fixture->options.csv_bom = seed % 2 == 1;
  fixture->options.publisher_name = hostile[seed];
}

static void
make_whole (Fixture *fixture)
{
  guint length;

  fixture->metadata[GALLEY_METADATA_LANGUAGE] = "en";
  fixture_add_block (fixture, GALLEY_BLOCK_TITLE, 0, "One claim over everything");
  fixture_add_block (fixture, GALLEY_BLOCK_PARAGRAPH, 0, "The first paragraph.");
  fixture_add_block (fixture, GALLEY_BLOCK_BOILERPLATE, 0, "Share this.");
  fixture_add_block (fixture, GALLEY_BLOCK_LIST_ITEM, 1, "The last item.");
  length = fixture->length;
  fixture_add_plain_claim (fixture, 0, length, GALLEY_STATUS_DISPUTED);
  for (guint i = 0; i < 3; i++)
    fixture_add_plain_claim (fixture, 0, 9 - i % 2, i);
  for (guint i = 0; i < 3; i++)
    fixture_add_plain_claim (fixture, length - 5 - i % 2, length, i);
  fixture_add_plain_claim (fixture, fixture_find (fixture, "Share", 1).start,
                           fixture_find (fixture, "Share", 1).end, GALLEY_STATUS_PENDING);
}

static void
make_nested (Fixture *fixture)
{
  g_autofree char *words = g_strnfill (600, 'w');

  fixture->metadata[GALLEY_METADATA_LANGUAGE] = "en";
  fixture_add_block (fixture, GALLEY_BLOCK_PARAGRAPH, 0, words);
  for (guint i = 0; i < 60; i++)
    fixture_add_plain_claim (fixture, i, 600 - i, i % GALLEY_N_STATUSES);
}

static void
make_empty (Fixture *fixture)
{
  fixture->title = "  ";
  fixture_add_block (fixture, GALLEY_BLOCK_BOILERPLATE, 0, "Nothing but boilerplate");
}

static void
make_long (Fixture *fixture)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);

  fixture->metadata[GALLEY_METADATA_LANGUAGE] = "en";
  for (guint i = 0; fixture->text->len < 100 * 1000; i++)
    fixture_add_block (fixture, i % 9 == 0 ? GALLEY_BLOCK_HEADING : GALLEY_BLOCK_PARAGRAPH, 2,
                       "The dyke at Altmühl is 4.2 metres high, the office said in 1998 & later. "
                       "Nobody has measured it since, and the plan does not say who should.");
  for (guint i = 0; i < 1000; i++)
    {
      guint start = g_rand_int_range (random, 0, fixture->length - 300);

      fixture_add_plain_claim (fixture, start, start + g_rand_int_range (random, 1, 200),
                               i % GALLEY_N_STATUSES);
    }
}

static void
add_string (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

static void
add_number (JsonBuilder *builder, const char *name, gint64 value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

static void
describe_blocks (Fixture *fixture, JsonBuilder *builder)
{
  json_builder_set_member_name (builder, "blocks");
  json_builder_begin_array (builder);
  for (guint i = 0; i < fixture->blocks->len; i++)
    {
      GalleyBlock *block = &g_array_index (fixture->blocks, GalleyBlock, i);

      json_builder_begin_object (builder);
      add_string (builder, "role", galley_block_role_to_nick (block->role));
      add_number (builder, "start", block->range.start);
      add_number (builder, "end", block->range.end);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
describe_claims (Fixture *fixture, JsonBuilder *builder)
{
  json_builder_set_member_name (builder, "claims");
  json_builder_begin_array (builder);
  for (guint i = 0; i < fixture->claims->len; i++)
    {
      GalleyClaim *claim = g_ptr_array_index (fixture->claims, i);

      json_builder_begin_object (builder);
      add_string (builder, "id", galley_claim_get_id (claim));
      add_number (builder, "start", galley_claim_get_range (claim).start);
      add_number (builder, "end", galley_claim_get_range (claim).end);
      add_string (builder, "status", galley_status_to_nick (galley_claim_get_status (claim)));
      add_string (builder, "reason", galley_claim_get_reason (claim));
      add_string (builder, "note", galley_claim_get_note (claim));
      add_string (builder, "correction", galley_claim_get_correction (claim));
      add_string (builder, "checked_by", galley_claim_get_checked_by (claim));
      json_builder_set_member_name (builder, "publishable");
      json_builder_add_boolean_value (builder, galley_claim_is_publishable (claim));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
write_facts (Fixture *fixture, const char *path)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *json = NULL;

  json_builder_begin_object (builder);
  add_string (builder, "title", fixture->title);
  add_string (builder, "text", fixture->text->str);
  add_string (builder, "language", fixture->metadata[GALLEY_METADATA_LANGUAGE]);
  json_builder_set_member_name (builder, "include_boilerplate");
  json_builder_add_boolean_value (builder, fixture->options.include_boilerplate);
  json_builder_set_member_name (builder, "csv_bom");
  json_builder_add_boolean_value (builder, fixture->options.csv_bom);
  add_number (builder, "n_dismissals", fixture->dismissals->len);
  describe_blocks (fixture, builder);
  describe_claims (fixture, builder);
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);
  json = json_to_string (root, /* pretty= */ FALSE);
  g_assert_true (g_file_set_contents (path, json, -1, /* error= */ NULL));
}

/* Pages take longer than all else, so not all samples have them. */
static gboolean
is_written (const GalleyExportFormat *format, gboolean has_pages)
{
  return has_pages || !g_str_equal (format->nick, "pdf");
}

/* In a folder of their own: "NAME-LAYOUT.EXTENSION". */
static void
write_layout (const char *folder, const char *name, Fixture *fixture, GalleyLayout layout)
{
  g_autofree char *layouts = g_build_filename (folder, "layouts", NULL);
  g_autoptr (GalleyReport) report = NULL;

  fixture->options.layout = layout;
  report = fixture_make_report (fixture);
  g_assert_cmpint (g_mkdir_with_parents (layouts, 0755), ==, 0);
  for (guint i = 0; i < galley_export_get_n_formats (); i++)
    {
      const GalleyExportFormat *format = galley_export_get_format (i);
      g_autofree char *file_name =
          g_strdup_printf ("%s-%s.%s", name, galley_layout_to_nick (layout), format->extension);
      g_autofree char *path = g_build_filename (layouts, file_name, NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);

      if (galley_export_has_layout (format, layout) &&
          is_written (format, g_str_equal (name, "hostile-3")))
        g_assert_true (galley_export_to_file (report, format, file, /* cancellable= */ NULL,
                                              /* error= */ NULL));
    }
}

static void
write_sample (const char *folder, const char *name, Fixture *fixture)
{
  g_autoptr (GalleyReport) report = fixture_make_report (fixture);
  g_autofree char *facts_name = g_strconcat (name, ".json", NULL);
  g_autofree char *facts_path = g_build_filename (folder, facts_name, NULL);

  for (guint i = 0; i < galley_export_get_n_formats (); i++)
    {
      const GalleyExportFormat *format = galley_export_get_format (i);
      gboolean is_linked_data = g_str_equal (format->extension, "jsonld");
      g_autofree char *file_name =
          g_strdup_printf ("%s.%s", name, is_linked_data ? format->nick : format->extension);
      g_autofree char *path = g_build_filename (folder, file_name, NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);

      if (is_written (format, !g_str_has_prefix (name, "hostile") || name[8] < '3'))
        g_assert_true (galley_export_to_file (report, format, file, /* cancellable= */ NULL,
                                              /* error= */ NULL));
    }
  write_facts (fixture, facts_path);
}

/* A fixture in every layout and every format, in the folder of layouts. */
static void
write_record (const char *folder, const char *record)
{
  g_autofree char *layouts = g_build_filename (folder, "layouts", NULL);
  g_autofree char *name = g_path_get_basename (record);

  for (GalleyLayout layout = 0; layout < GALLEY_N_LAYOUTS; layout++)
    {
      g_autoptr (GalleyReport) report = fixture_load (record, layout);

      for (guint i = 0; i < galley_export_get_n_formats (); i++)
        {
          const GalleyExportFormat *format = galley_export_get_format (i);
          g_autofree char *file_name =
              g_strdup_printf ("%s-%s.%s", name, galley_layout_to_nick (layout), format->nick);
          g_autofree char *path = g_build_filename (layouts, file_name, NULL);
          g_autoptr (GFile) file = g_file_new_for_path (path);
          g_autoptr (GError) error = NULL;

          if (is_written (format, g_str_equal (name, "record")))
            galley_export_to_file (report, format, file, /* cancellable= */ NULL, &error);
          g_assert_no_error (error);
        }
    }
}

/* Ten thousand claims that overlap each other, as documents in every layout: all readers of pages
 * and of text would be busy with them for too long. */
static void
write_crowd (const char *folder)
{
  g_auto (Fixture) fixture;
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  static const char *const nicks[] = { "docx", "odt" };

  fixture_init (&fixture);
  for (guint i = 0; fixture.length < 2 * N_CROWD; i++)
    fixture_add_block (&fixture, GALLEY_BLOCK_PARAGRAPH, 0, hostile[i % G_N_ELEMENTS (hostile)]);
  for (guint i = 0; i < N_CROWD; i++)
    add_hostile_claim (&fixture, random, (GalleyRange){ i, 2 * N_CROWD - i / 2 });

  for (GalleyLayout layout = 0; layout < GALLEY_N_LAYOUTS; layout++)
    {
      g_autoptr (GalleyReport) report = NULL;

      fixture.options.layout = layout;
      report = fixture_make_report (&fixture);
      for (guint i = 0; i < G_N_ELEMENTS (nicks); i++)
        {
          g_autofree char *name =
              g_strdup_printf ("crowd-%s.%s", galley_layout_to_nick (layout), nicks[i]);
          g_autofree char *path = g_build_filename (folder, name, NULL);
          g_autoptr (GFile) file = g_file_new_for_path (path);

          g_assert_true (galley_export_to_file (report, galley_export_find_format (nicks[i]), file,
                                                /* cancellable= */ NULL, /* error= */ NULL));
        }
    }
}

/* A table that goes on over pages. */
static void
write_table (const char *folder)
{
  g_auto (Fixture) fixture;
  g_autoptr (GalleyReport) report = NULL;
  g_autoptr (GalleyCopy) copy = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *path = g_build_filename (folder, "table.pdf", NULL);

  fixture_init (&fixture);
  report = fixture_make_report (&fixture);
  copy = galley_copy_new (report);
  galley_copy_say (copy, GALLEY_COPY_TITLE, GALLEY_COPY_PLAIN, "Towns");
  galley_copy_begin_table (copy, 2);
  for (guint i = 0; i <= 100; i++)
    {
      g_autofree char *town = g_strdup_printf ("Town %u", i);

      galley_copy_begin (copy, GALLEY_COPY_ROW);
      galley_copy_say (copy, GALLEY_COPY_CELL, i == 0 ? GALLEY_COPY_COLUMN : GALLEY_COPY_ROW_NAME,
                       i == 0 ? "Place" : town);
      galley_copy_say (copy, GALLEY_COPY_CELL, i == 0 ? GALLEY_COPY_COLUMN : GALLEY_COPY_FIGURE,
                       i == 0 ? "Inhabitants" : "1998");
      galley_copy_end (copy);
    }
  galley_copy_end (copy);
  galley_copy_say (copy, GALLEY_COPY_PARAGRAPH, GALLEY_COPY_PLAIN, "Behind the table");
  galley_copy_finish (copy);

  bytes = galley_pages_write_pdf (copy, /* cancellable= */ NULL, /* error= */ NULL);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                                      (gssize) g_bytes_get_size (bytes), /* error= */ NULL));
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    void (*make) (Fixture *fixture);
    gboolean has_layouts;
  } samples[] = {
    { "whole", make_whole, TRUE },
    { "nested", make_nested, TRUE },
    { "empty", make_empty, TRUE },
    { "long", make_long, FALSE },
  };
  g_autofree char *every_role = NULL;

  if (argc == 2)
    {
      write_crowd (argv[1]);
      return 0;
    }
  g_assert_cmpint (argc, ==, 3);
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_auto (Fixture) fixture;

      fixture_init (&fixture);
      samples[i].make (&fixture);
      write_sample (argv[1], samples[i].name, &fixture);
      for (GalleyLayout layout = 0; samples[i].has_layouts && layout < GALLEY_N_LAYOUTS; layout++)
        write_layout (argv[1], samples[i].name, &fixture, layout);
    }
  for (guint seed = 0; seed < 12; seed++)
    {
      g_auto (Fixture) fixture;
      g_autofree char *name = g_strdup_printf ("hostile-%u", seed);

      fixture_init (&fixture);
      make_hostile (&fixture, seed);
      write_sample (argv[1], name, &fixture);
      for (GalleyLayout layout = 0; seed < 4 && layout < GALLEY_N_LAYOUTS; layout++)
        write_layout (argv[1], name, &fixture, layout);
    }
  write_record (argv[1], argv[2]);
  every_role = g_build_filename (argv[2], "..", "every-role", NULL);
  write_record (argv[1], every_role);
  write_table (argv[1]);

  return 0;
}
