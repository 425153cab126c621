/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import-testing.h"

#include <string.h>

/* Pages that do not say how they are encoded. */

typedef struct
{
  const char *charset; /* what the page is written in */
  const char *name;    /* what the notice calls it */
  const char *words;
} Case;

static const Case others[] = {
  { "WINDOWS-1251", "windows-1251",
    "Министерство сообщило в понедельник, что в прошлом году в стране было построено сорок новых "
    "школ. Ещё двенадцать откроются осенью, сказал министр на встрече с учителями." },
  { "KOI8-R", "KOI8-R",
    "Министерство сообщило в понедельник, что в прошлом году в стране было построено сорок новых "
    "школ. Ещё двенадцать откроются осенью, сказал министр на встрече с учителями." },
  { "CP932", "Shift_JIS",
    "市は月曜日、去年新しく建てられた学校が四十校になったと発表した。さらに十二校が秋に開かれると、"
    "市"
    "長は先生たちとの会で話した。" },
  { "EUC-JP", "EUC-JP",
    "市は月曜日、去年新しく建てられた学校が四十校になったと発表した。さらに十二校が秋に開かれると、"
    "市"
    "長は先生たちとの会で話した。" },
  { "GB18030", "GB18030",
    "教育部星期一表示，去年全国新建了四十所学校。部长在与教师的会议上说，今年秋天还有十二所学校将"
    "要开学，这是一个很大的进步。" },
  { "BIG5", "Big5",
    "教育部星期一表示，去年全國新建了四十所學校。部長在與教師的會議上說，今年秋天還有十二所學校將"
    "要開學，這是一個很大的進步。" },
  { "EUC-KR", "EUC-KR",
    "교육부는 월요일에 지난해 전국에 새로운 학교 마흔 곳이 세워졌다고 밝혔다. 장관은 교사들과의 "
    "회의에서 올가을에 열두 곳이 더 문을 연다고 말했다." },
  { "ISO-8859-2", "ISO-8859-2",
    "Ministerstwo poinformowało w poniedziałek, że w ubiegłym roku zbudowano w kraju czterdzieści "
    "nowych szkół. Dwanaście następnych zostanie otwartych jesienią, powiedziała minister." },
  { "WINDOWS-1250", "windows-1250",
    "Ministerstvo v pondělí oznámilo, že loni bylo v zemi postaveno čtyřicet nových škol. Dalších "
    "dvanáct se otevře na podzim, řekl ministr „při setkání“ s učiteli." },
  { "WINDOWS-1253", "windows-1253",
    "Το υπουργείο ανακοίνωσε τη Δευτέρα ότι πέρυσι χτίστηκαν στη χώρα σαράντα νέα σχολεία. Άλλα "
    "δώδεκα θα ανοίξουν το φθινόπωρο – είπε ο υπουργός σε συνάντηση με δασκάλους." },
  { "WINDOWS-1254", "ISO-8859-9",
    "Bakanlık pazartesi günü yaptığı açıklamada geçen yıl ülkede kırk yeni okul yapıldığını "
    "bildirdi. Bakan, öğretmenlerle görüşmesinde on iki okulun daha açılacağını söyledi." },
  { "WINDOWS-1255", "ISO-8859-8-I",
    "המשרד הודיע ביום שני כי בשנה שעברה נבנו בארץ ארבעים בתי ספר חדשים. שנים עשר נוספים ייפתחו "
    "בסתיו, אמר השר בפגישה עם המורים." },
  { "WINDOWS-1256", "windows-1256",
    "أعلنت الوزارة يوم الاثنين أن أربعين مدرسة جديدة بنيت في البلاد في العام الماضي. وقال الوزير "
    "في "
    "اجتماع مع المعلمين إن اثنتي عشرة مدرسة أخرى ستفتح في الخريف." },
};

/* Lines, gaps and signs are no letters. */
static const char *western[] = {
  "Le ministère a annoncé lundi que quarante écoles avaient été bâties l’année dernière. « Douze "
  "autres ouvriront à l’automne », a déclaré le ministre.",
  "Das Ministerium erklärte am Montag, dass im vorigen Jahr vierzig Schulen gebaut worden seien. "
  "„Zwölf weitere öffnen im Herbst“, sagte die Ministerin über die Pläne.",
  "O ministério informou na segunda-feira que quarenta escolas foram construídas. A situação da "
  "educação não é a das regiões, e a informação não é das direções.",
  "El ministerio informó el lunes de que el año pasado se construyeron cuarenta escuelas. «Doce "
  "más "
  "abrirán en otoño», dijo el ministro en una reunión con niños.",
  "Ráðuneytið tilkynnti á mánudag að fjörutíu skólar hefðu verið byggðir á síðasta ári. Tólf til "
  "viðbótar verða opnaðir í haust, sagði ráðherrann á fundi með kennurum.",
  "The ministry said on Monday that forty schools had been built ——————————————————————— last "
  "year. “Twelve more ”—he said—“ will open in the fall.”  —  He smiled. ",
  "Forty schools        were built, “ ”  “ ”  “ ”.",
};

static GalleyDocument *
read_page (const char *charset, const char *head, const char *words)
{
  g_autofree char *page = g_strdup_printf ("%s<title>2006</title><body><p>%s</p>", head, words);
  gsize length_bytes;
  g_autofree char *encoded = g_convert (page, -1, charset, "UTF-8", NULL, &length_bytes, NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  GalleyDocument *document;

  g_assert_nonnull (encoded);
  bytes = g_bytes_new (encoded, length_bytes);
  document = galley_import_bytes (bytes, NULL, &error);
  g_assert_no_error (error);
  return document;
}

static void
assert_read (GalleyDocument *document, const char *words, const char *name)
{
  g_autofree char *read_as = g_strdup_printf ("Read as %s,", name);
  const char *text = galley_text_peek_utf8 (galley_document_get_text (document), NULL);
  const char *const *notices = galley_document_get_notices (document);

  g_test_message ("%s: %s", name, text);
  g_assert_nonnull (strstr (text, words));
  g_assert_nonnull (notices[0]);
  g_assert_true (g_str_has_prefix (notices[0], read_as));
}

static void
test_guessed (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (GalleyDocument) document =
          read_page (others[i].charset, "<html>", others[i].words);

      assert_read (document, others[i].words, others[i].name);
    }
}

/* Nor what says that it is UTF-8 and is not. */
static void
test_stated_wrongly (void)
{
  g_autoptr (GalleyDocument) document =
      read_page ("WINDOWS-1251", "<html><meta charset=utf-8>", others[0].words);

  assert_read (document, others[0].words, "windows-1251");
}

/* Scripts and sheets are no words, however long they are. */
static void
test_guessed_after_script (void)
{
  g_autoptr (GString) head = g_string_new ("<html><script>var a = '");
  g_autoptr (GalleyDocument) document = NULL;

  for (guint i = 0; i < 2000; i++)
    g_string_append (head, "<p>naïve</p> ");
  g_string_append (head, "';</script><!-- é <p> é --><style>p { color: red }</style>");
  document = read_page ("WINDOWS-1252", head->str, "é");
  g_assert_nonnull (document);
  g_clear_object (&document);

  g_string_replace (head, "ï", "i", 0);
  g_string_replace (head, "é", "e", 0);
  document = read_page ("WINDOWS-1251", head->str, others[0].words);
  assert_read (document, others[0].words, "windows-1251");
}

static void
test_western_stays (void)
{
  static const char *heads[] = { "<html>", "<html lang=en>", "<html lang=fr-FR>" };

  for (guint i = 0; i < G_N_ELEMENTS (western); i++)
    for (guint j = 0; j < G_N_ELEMENTS (heads); j++)
      {
        g_autoptr (GalleyDocument) document = read_page ("WINDOWS-1252", heads[j], western[i]);

        g_assert_nonnull (document);
        g_assert_true (
            g_str_has_prefix (galley_document_get_notices (document)[0], "Read as Windows-1252,"));
      }
}

/* Where letters are too few to tell, the language does. */
static void
test_language (void)
{
  static const char lithuanian[] = "Ministerija pirmadienį pranešė, kad praėjusiais metais šalyje "
                                   "pastatyta keturiasdešimt naujų "
                                   "mokyklų. Dar dvylika bus atidaryta rudenį, sakė ministrė.";
  static const char thai[] = "กระทรวงแถลงเมื่อวันจันทร์ว่าปีที่แล้วมีการสร้างโรงเรียนใหม่สี่สิบแห่งในประเทศ";
  g_autoptr (GalleyDocument) baltic = read_page ("WINDOWS-1257", "<html lang='lt'>", lithuanian);
  g_autoptr (GalleyDocument) south =
      read_page ("CP874", "<html xmlns='http://www.w3.org/1999/xhtml' xml:lang=\"th-TH\">", thai);

  assert_read (baltic, lithuanian, "windows-1257");
  assert_read (south, thai, "windows-874");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/html-encoding/guessed", test_guessed);
  g_test_add_func ("/html-encoding/stated-wrongly", test_stated_wrongly);
  g_test_add_func ("/html-encoding/guessed-after-script", test_guessed_after_script);
  g_test_add_func ("/html-encoding/western-stays", test_western_stays);
  g_test_add_func ("/html-encoding/language", test_language);

  return g_test_run ();
}
