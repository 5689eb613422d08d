// SPDX-License-Identifier: Apache-2.0
// Documents in, from files as people have them.
#include "forewhen/ingest/reader.h"

#include <gtest/gtest.h>

#include "tests/ingest/temp_folder.h"

namespace forewhen {
namespace {

struct Reading {
  std::vector<Document> documents;
  std::vector<Error> errors;
  ReadReport report;

  std::vector<std::string> ids() const {
    std::vector<std::string> all;
    for (const Document& document : documents) all.push_back(document.id);
    return all;
  }
};

Reading drain(DocumentReader& reader) {
  Reading reading;
  while (auto item = reader.next()) {
    if (item->ok()) {
      reading.documents.push_back(std::move(item->value()));
    } else {
      reading.errors.push_back(item->error());
    }
  }
  reading.report = reader.report();
  EXPECT_EQ(reading.report.documents, reading.documents.size());
  EXPECT_EQ(reading.report.refused_in_all(), reading.errors.size());
  return reading;
}

Reading read(std::vector<std::string> paths, ReadOptions options = {}) {
  DocumentReader reader(std::move(paths), std::move(options));
  return drain(reader);
}

Reading read_pipe(std::string bytes, ReadOptions options = {}) {
  std::FILE* pipe = fmemopen(bytes.data(), bytes.size(), "rb");
  DocumentReader reader({"-"}, std::move(options), pipe);
  Reading reading = drain(reader);
  std::fclose(pipe);
  return reading;
}

using Ids = std::vector<std::string>;

TEST(Reader, ATextFileIsOneDocumentNamedAfterItWithItsBytesUnchanged) {
  const TempFolder folder;
  const std::string text = "Dockers struck on Friday.\r\n\r\nCaf\xC3\xA9 owners joined.\n";
  const Reading reading = read({folder.write("strike.txt", text)});
  ASSERT_EQ(reading.documents.size(), 1u);
  EXPECT_EQ(reading.documents[0].id, "strike.txt");
  EXPECT_EQ(reading.documents[0].text, text);
  EXPECT_EQ(reading.documents[0].published, std::nullopt);
  EXPECT_EQ(reading.documents[0].published_from, "");
  EXPECT_EQ(reading.report.bytes, text.size());
}

TEST(Reader, AJsonLineGivesEveryField) {
  const TempFolder folder;
  const Reading reading = read({folder.write(
      "news.jsonl",
      R"({"id":"n1","published":"2023-04-18","title":"Port","text":"Dockers struck.","url":"https://example.org/1","tags":[1,{}]})")});
  ASSERT_EQ(reading.documents.size(), 1u);
  const Document& document = reading.documents[0];
  EXPECT_EQ(document.id, "n1");
  EXPECT_EQ(document.title, "Port");
  EXPECT_EQ(document.text, "Dockers struck.");
  EXPECT_EQ(document.url, "https://example.org/1");
  ASSERT_TRUE(document.published);
  EXPECT_EQ(format_iso(*document.published), "2023-04-18");
  EXPECT_EQ(document.published_from, "field");
}

TEST(Reader, FieldsThatAreMissingNullOrEmptyAreTheSame) {
  const TempFolder folder;
  const Reading reading =
      read({folder.write("news.jsonl",
                         "{\"text\":\"One.\"}\n"
                         "\n"
                         "{\"id\":null,\"published\":null,\"title\":null,\"url\":\"\",\"text\":\"Two.\"}\r\n"
                         "{\"id\":\"\",\"published\":\"\",\"text\":\"Three.\"}\n"
                         "{\"id\":42,\"text\":\"Four.\"}")});
  EXPECT_EQ(reading.ids(), (Ids{"news.jsonl:1", "news.jsonl:3", "news.jsonl:4", "42"}));
  EXPECT_EQ(reading.documents[2].published, std::nullopt);
  EXPECT_TRUE(reading.errors.empty());
}

TEST(Reader, EscapesAndSurrogatePairsAreUndone) {
  const TempFolder folder;
  const Reading reading = read({folder.write("news.jsonl", R"({"text":"\u00e9\ud83d\udea2 \"quoted\"\n\/ \\"})")});
  ASSERT_EQ(reading.documents.size(), 1u);
  EXPECT_EQ(reading.documents[0].text, "\xC3\xA9\xF0\x9F\x9A\xA2 \"quoted\"\n/ \\");
}

TEST(Reader, ABrokenLineInTheMiddleCostsOnlyItself) {
  const TempFolder folder;
  const std::string path = folder.write("news.jsonl",
                                        "{\"id\":\"a\",\"text\":\"One.\"}\n"
                                        "{\"id\":\"b\",\"text\":\"Two.\"\n"
                                        "{\"id\":\"c\",\"text\":\"Three.\"}\n");
  const Reading reading = read({path});
  EXPECT_EQ(reading.ids(), (Ids{"a", "c"}));
  ASSERT_EQ(reading.errors.size(), 1u);
  EXPECT_EQ(reading.errors[0].kind, ErrorKind::refused);
  EXPECT_EQ(reading.errors[0].where, path + ":2");
  EXPECT_EQ(reading.errors[0].what, "broken JSON: cut off inside an object, at byte 23 of the line");
  EXPECT_NE(reading.errors[0].mend, "");
  EXPECT_EQ(reading.report.refused.at(Refusal::broken_json), 1u);
}

TEST(Reader, APublicationDateThatDoesNotExistIsRefusedWithItsLine) {
  const TempFolder folder;
  const std::string path = folder.write("news.jsonl",
                                        "{\"id\":\"a\",\"published\":\"2021-02-28\",\"text\":\"One.\"}\n"
                                        "{\"id\":\"b\",\"published\":\"2021-02-30\",\"text\":\"Two.\"}\n"
                                        "{\"id\":\"c\",\"published\":\"Tuesday\",\"text\":\"Three.\"}\n"
                                        "{\"id\":\"d\",\"published\":20210228,\"text\":\"Four.\"}\n");
  const Reading reading = read({path});
  EXPECT_EQ(reading.ids(), Ids{"a"});
  ASSERT_EQ(reading.errors.size(), 3u);
  EXPECT_EQ(reading.errors[0].where, path + ":2");
  EXPECT_EQ(reading.errors[0].what, "\"published\": day 30 of '2021-02-30' does not exist");
  EXPECT_EQ(reading.errors[1].what, "\"published\": 'Tuesday' is no ISO 8601 date");
  EXPECT_EQ(reading.errors[2].what, "\"published\" is no string");
  EXPECT_EQ(reading.report.refused.at(Refusal::bad_date), 3u);
}

TEST(Reader, ThePublishedOptionWinsOverTheFieldEvenOverABrokenOne) {
  const TempFolder folder;
  ReadOptions options;
  options.published = *parse_iso("2023-04-20");
  const Reading reading = read(
      {folder.write("a.txt", "Dockers struck."), folder.write("b.jsonl",
                                                              "{\"published\":\"2020-01-01\",\"text\":\"One.\"}\n"
                                                              "{\"published\":\"2021-02-30\",\"text\":\"Two.\"}\n")},
      options);
  ASSERT_EQ(reading.documents.size(), 3u);
  for (const Document& document : reading.documents) {
    EXPECT_EQ(document.published, options.published);
    EXPECT_EQ(document.published_from, "option");
  }
}

TEST(Reader, AFolderIsReadRecursivelyByNameAndOtherFilesAreCounted) {
  const TempFolder folder;
  folder.write("z.txt", "Last.");
  folder.write("b/two.TXT", "Two.");
  folder.write("b/lines.jsonl", "{\"text\":\"Line.\"}\n");
  folder.write("a.ndjson", "{\"id\":\"first\",\"text\":\"First.\"}\n");
  folder.write("photo.jpg", "\xFF\xD8");
  folder.write("b/notes.md", "# notes");
  folder.write("b/c/README", "no extension");
  const Reading reading = read({folder.path()});
  EXPECT_EQ(reading.ids(), (Ids{"first", "b/lines.jsonl:1", "b/two.TXT", "z.txt"}));
  EXPECT_EQ(reading.report.skipped, (std::map<std::string, std::uint64_t>{{"", 1}, {".jpg", 1}, {".md", 1}}));
  EXPECT_TRUE(reading.errors.empty());
}

TEST(Reader, IdsInAFolderDoNotDependOnHowTheFolderIsWritten) {
  const TempFolder folder;
  folder.write("b/two.txt", "Two.");
  EXPECT_EQ(read({folder.path()}).ids(), Ids{"b/two.txt"});
  EXPECT_EQ(read({folder.path() + "/"}).ids(), Ids{"b/two.txt"});
  EXPECT_EQ(read({folder.path() + "/./b/.."}).ids(), Ids{"b/two.txt"});
}

TEST(Reader, AFolderWithNothingToReadIsSaid) {
  const TempFolder folder;
  folder.write("photo.jpg", "\xFF\xD8");
  const Reading reading = read({folder.path()});
  ASSERT_EQ(reading.errors.size(), 1u);
  EXPECT_EQ(reading.errors[0].kind, ErrorKind::not_found);
  EXPECT_EQ(reading.errors[0].where, folder.path());
}

TEST(Reader, AFileThatIsNotUtf8IsRefusedWithTheByte) {
  const TempFolder folder;
  const std::string path = folder.write("latin.txt", "Caf\xE9 owners joined.");
  const Reading reading = read({path, folder.write("fine.txt", "Fine.")});
  EXPECT_EQ(reading.ids(), Ids{"fine.txt"});
  ASSERT_EQ(reading.errors.size(), 1u);
  EXPECT_EQ(reading.errors[0].where, path);
  EXPECT_EQ(reading.errors[0].what, "is not UTF-8: byte 0xE9 at offset 3");
  EXPECT_NE(reading.errors[0].mend.find("iconv"), std::string::npos);
}

TEST(Reader, ALineThatIsNotUtf8IsRefusedWithTheByteOfTheFile) {
  const TempFolder folder;
  const std::string path =
      folder.write("news.jsonl", "{\"text\":\"One.\"}\n{\"text\":\"Caf\xE9\"}\n{\"text\":\"Three.\"}\n");
  const Reading reading = read({path});
  EXPECT_EQ(reading.ids(), (Ids{"news.jsonl:1", "news.jsonl:3"}));
  ASSERT_EQ(reading.errors.size(), 1u);
  EXPECT_EQ(reading.errors[0].where, path + ":2");
  EXPECT_EQ(reading.errors[0].what, "is not UTF-8: byte 0xE9 at offset 28");
}

TEST(Reader, Utf16IsNamedAsSuch) {
  const TempFolder folder;
  const Reading reading = read({folder.write("a.txt", std::string("\xFF\xFEP\0o\0", 6))});
  ASSERT_EQ(reading.errors.size(), 1u);
  EXPECT_NE(reading.errors[0].mend.find("UTF-16"), std::string::npos);
}

TEST(Reader, NulIsRefusedInTextInALineAndAsAnEscape) {
  const TempFolder folder;
  const Reading reading =
      read({folder.write("a.txt", std::string("No\0pe", 5)),
            folder.write("b.jsonl", std::string("{\"text\":\"a\0b\"}\n", 15) + R"({"text":"a\u0000b"})")});
  EXPECT_TRUE(reading.documents.empty());
  ASSERT_EQ(reading.errors.size(), 3u);
  EXPECT_EQ(reading.errors[0].what, "has a NUL byte at offset 2");
  EXPECT_EQ(reading.errors[1].what, "has a NUL byte at offset 10");
  EXPECT_EQ(reading.report.refused.at(Refusal::nul_byte), 3u);
}

TEST(Reader, EmptyFilesAndEmptyTextsAreRefused) {
  const TempFolder folder;
  const Reading reading = read({folder.write("a.txt", ""), folder.write("b.txt", " \r\n\t"),
                                folder.write("c.jsonl", ""), folder.write("d.jsonl", "\n\n"),
                                folder.write("e.jsonl", "{\"text\":\" \"}\n{\"text\":\"\"}\n{\"text\":null}")});
  EXPECT_TRUE(reading.documents.empty());
  EXPECT_EQ(reading.report.refused, (std::map<Refusal, std::uint64_t>{{Refusal::empty, 7}}));
}

TEST(Reader, AByteOrderMarkIsNoTextButKeepsItsBytes) {
  const TempFolder folder;
  const Reading reading = read({folder.write("a.txt", "\xEF\xBB\xBFPolice came."),
                                folder.write("b.jsonl", "\xEF\xBB\xBF{\"text\":\"Police came.\"}"),
                                folder.write("c", "\xEF\xBB\xBF{\"text\":\"Police left.\"}")});
  ASSERT_EQ(reading.documents.size(), 3u);
  EXPECT_EQ(reading.documents[0].text, "   Police came.");
  EXPECT_EQ(reading.documents[1].text, "Police came.");
  EXPECT_EQ(reading.documents[2].text, "Police left.");
}

TEST(Reader, ALineOverTheLimitIsPassedOverAndTheNextIsRead) {
  const TempFolder folder;
  ReadOptions options;
  options.max_document_bytes = 100'000;
  const std::string at_limit = "{\"id\":\"b\",\"text\":\"" + std::string(100'000 - 20, 'x') + "\"}";
  ASSERT_EQ(at_limit.size(), 100'000u);
  const std::string path = folder.write("news.jsonl", "{\"id\":\"a\",\"text\":\"One.\"}\n" + at_limit +
                                                          "\n{\"text\":\"" + std::string(400'000, 'x') +
                                                          "\"}\n{\"id\":\"d\",\"text\":\"Four.\"}\n" + at_limit + "y");
  const Reading reading = read({path}, options);
  EXPECT_EQ(reading.ids(), (Ids{"a", "b", "d"}));
  ASSERT_EQ(reading.errors.size(), 2u);
  EXPECT_EQ(reading.errors[0].where, path + ":3");
  EXPECT_EQ(reading.errors[1].where, path + ":5");
  EXPECT_EQ(reading.report.refused.at(Refusal::too_large), 2u);
}

TEST(Reader, ATextOverTheLimitIsRefused) {
  const TempFolder folder;
  ReadOptions options;
  options.max_document_bytes = 70'000;
  const Reading reading =
      read({folder.write("a.txt", std::string(70'000, 'x')), folder.write("b.txt", std::string(70'001, 'x'))}, options);
  EXPECT_EQ(reading.ids(), Ids{"a.txt"});
  EXPECT_EQ(reading.report.refused.at(Refusal::too_large), 1u);
}

TEST(Reader, TheSameDocumentTwiceIsOneAndAnotherTextUnderItsIdIsRefused) {
  const TempFolder folder;
  const std::string path = folder.write("news.jsonl",
                                        "{\"id\":\"a\",\"text\":\"One.\"}\n"
                                        "{\"id\":\"a\",\"text\":\"One.\"}\n"
                                        "{\"id\":\"a\",\"text\":\"Another.\"}\n"
                                        "{\"id\":\"a\",\"text\":\"One.\",\"published\":\"2023-01-01\"}\n");
  const Reading reading = read({path});
  EXPECT_EQ(reading.ids(), Ids{"a"});
  EXPECT_EQ(reading.report.repeated, 1u);
  ASSERT_EQ(reading.errors.size(), 2u);
  EXPECT_EQ(reading.errors[0].where, path + ":3");
  EXPECT_EQ(reading.errors[0].what, "the id 'a' was given to another document at " + path + ":1");
  EXPECT_EQ(reading.report.refused.at(Refusal::duplicate_id), 2u);
}

TEST(Reader, AMissingFileIsSaidAndTheRestIsRead) {
  const TempFolder folder;
  const Reading reading = read({folder.path("gone.txt"), folder.write("here.txt", "Here.")});
  EXPECT_EQ(reading.ids(), Ids{"here.txt"});
  ASSERT_EQ(reading.errors.size(), 1u);
  EXPECT_EQ(reading.errors[0].kind, ErrorKind::not_found);
  EXPECT_EQ(reading.errors[0].where, folder.path("gone.txt"));
}

TEST(Reader, AFileThatVanishesAfterListingAndADanglingLinkAreSaid) {
  const TempFolder folder;
  folder.write("a.txt", "A.");
  folder.write("b.txt", "B.");
  std::filesystem::create_symlink(folder.path("nowhere.txt"), folder.path("c.txt"));
  folder.write("d.txt", "D.");
  DocumentReader reader({folder.path()});
  ASSERT_EQ(reader.next()->value().id, "a.txt");
  std::filesystem::remove(folder.path("b.txt"));
  EXPECT_EQ(reader.next()->error().where, folder.path("b.txt"));
  EXPECT_EQ(reader.next()->error().where, folder.path("c.txt"));
  EXPECT_EQ(reader.next()->value().id, "d.txt");
  EXPECT_EQ(reader.next(), std::nullopt);
  EXPECT_EQ(reader.next(), std::nullopt);
  EXPECT_EQ(reader.report().refused.at(Refusal::unreadable), 2u);
}

TEST(Reader, ALinkBackToAFolderAboveDoesNotLoop) {
  const TempFolder folder;
  folder.write("sub/a.txt", "A.");
  std::filesystem::create_directory_symlink(folder.path(), folder.path("sub/up"));
  const Reading reading = read({folder.path()});
  EXPECT_EQ(reading.ids(), Ids{"sub/a.txt"});
  EXPECT_EQ(reading.report.skipped_in_all(), 1u);
}

TEST(Reader, AFileNameThatIsNotUtf8OrHasControlCharactersCannotBeAnId) {
  const TempFolder folder;
  folder.write("caf\xE9.txt", "One.");
  folder.write("two\nlines.txt", "Two.");
  const Reading reading = read({folder.path()});
  EXPECT_TRUE(reading.documents.empty());
  EXPECT_EQ(reading.report.refused.at(Refusal::bad_field), 2u);
}

TEST(Reader, AutomaticLooksAtTheFirstBytesWhereTheNameSaysNothing) {
  const TempFolder folder;
  EXPECT_EQ(read({folder.write("export", "\n {\"id\":\"a\",\"text\":\"One.\"}\n")}).ids(), Ids{"a"});
  EXPECT_EQ(read({folder.write("export.json", "{\"id\":\"b\",\"text\":\"One.\"}")}).ids(), Ids{"b"});
  EXPECT_EQ(read({folder.write("article", "{Corrected} Dockers struck.")}).ids(), Ids{"article"});
  EXPECT_EQ(read({folder.write("wire.html", "[Update] Dockers struck.")}).ids(), Ids{"wire.html"});
  // A broken first line must not turn a file of articles into one article.
  const Reading broken = read({folder.write("dump", "{\"id\":\"a\",\"text\":\n{\"id\":\"b\",\"text\":\"Two.\"}\n")});
  EXPECT_EQ(broken.ids(), Ids{"b"});
  EXPECT_EQ(broken.errors.size(), 1u);
}

TEST(Reader, JsonThatIsNotInLinesIsNotReadAsProse) {
  const TempFolder folder;
  for (const char* bytes : {"{\n  \"text\": \"One.\"\n}\n", "[{\"text\": \"One.\"}]", "[\n {\"text\": \"One.\"}]"}) {
    const Reading reading = read({folder.write("export.json", bytes)});
    EXPECT_TRUE(reading.documents.empty()) << bytes;
    ASSERT_EQ(reading.errors.size(), 1u) << bytes;
    EXPECT_EQ(reading.errors[0].what, "looks like JSON that is not one object a line");
  }
}

TEST(Reader, AStatedFormatWinsOverTheExtension) {
  const TempFolder folder;
  ReadOptions options;
  options.format = InputFormat::text;
  EXPECT_EQ(read({folder.write("a.jsonl", "{\"id\":\"x\",\"text\":\"One.\"}")}, options).ids(), Ids{"a.jsonl"});
  options.format = InputFormat::json_lines;
  EXPECT_EQ(read({folder.write("a.txt", "{\"id\":\"x\",\"text\":\"One.\"}")}, options).ids(), Ids{"x"});
  EXPECT_EQ(*parse_input_format("jsonl"), InputFormat::json_lines);
  EXPECT_EQ(*parse_input_format("auto"), InputFormat::automatic);
  EXPECT_EQ(parse_input_format("xml").error().kind, ErrorKind::usage);
}

TEST(Reader, StandardInputIsTextOrLinesAndItsIdsComeFromTheText) {
  const Reading text = read_pipe("Dockers struck on Friday.");
  ASSERT_EQ(text.documents.size(), 1u);
  EXPECT_EQ(text.documents[0].id.substr(0, 6), "stdin-");
  EXPECT_EQ(text.documents[0].id.size(), 22u);
  EXPECT_EQ(text.ids(), read_pipe("Dockers struck on Friday.").ids());
  EXPECT_NE(text.ids(), read_pipe("Dockers struck on Monday.").ids());
  EXPECT_EQ(read_pipe("{\"text\":\"Dockers struck on Friday.\"}\n").ids(), text.ids());
  const Reading broken = read_pipe("{\"id\":\"a\",\"text\":\"One.\"}\n{]\n");
  EXPECT_EQ(broken.ids(), Ids{"a"});
  ASSERT_EQ(broken.errors.size(), 1u);
  EXPECT_EQ(broken.errors[0].where, "standard input:2");
}

TEST(Reader, LinesMayEndAnywhereInABlock) {
  // A block is 64 KiB: lines that end just before, on and after its border.
  const TempFolder folder;
  for (std::size_t padding = 65'480; padding < 65'560; ++padding) {
    const std::string first = "{\"id\":\"a\",\"text\":\"" + std::string(padding - 20, 'x') + "\"}";
    const Reading reading = read({folder.write("news.jsonl", first + "\n{\"id\":\"b\",\"text\":\"Two.\"}")});
    ASSERT_EQ(reading.ids(), (Ids{"a", "b"})) << padding;
  }
}

TEST(Reader, TheReportCountsEveryByte) {
  const TempFolder folder;
  const std::string lines = "{\"id\":\"a\",\"text\":\"One.\"}\n\n{]\n{\"id\":\"b\",\"text\":\"Two.\"}";
  const Reading reading = read({folder.write("a.jsonl", lines), folder.write("b.txt", "Text.")});
  EXPECT_EQ(reading.report.bytes, lines.size() + 5);
}

}  // namespace
}  // namespace forewhen
