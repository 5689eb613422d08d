// SPDX-License-Identifier: Apache-2.0
#include "forewhen/dataset/reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <filesystem>

#include "dataset/format.h"
#include "dataset/values.h"

namespace forewhen {
namespace {

using namespace dataset;  // NOLINT: the module's own
namespace fs = std::filesystem;

class Memory final : public ByteSource {
 public:
  explicit Memory(std::string_view bytes) : bytes_(bytes) {}
  Result<std::string_view> read() override { return std::exchange(bytes_, std::string_view()); }
  Result<bool> next_entry() override { return false; }
  std::string name() const override { return ""; }

 private:
  std::string_view bytes_;
};

std::string_view first_line(std::string_view bytes) { return bytes.substr(0, bytes.find_first_of("\r\n")); }

char guessed_delimiter(std::string_view line) {
  if (!line.empty() && line[0] == '{') return '\0';
  const auto count = [&](char c) { return std::count(line.begin(), line.end(), c); };
  if (count('\t') > 0) return '\t';
  if (count('|') > std::max(count(','), count(';'))) return '|';
  return count(';') > count(',') ? ';' : ',';
}

// A sign, or a tab: no part of a character of several bytes, no quote, and nothing that words and numbers are made of.
bool is_delimiter(char c) {
  const bool sign = (c > ' ' && c < '0') || (c > '9' && c < 'A') || (c > 'Z' && c < 'a') || (c > 'z' && c < 0x7f);
  return c == '\t' || c == ' ' || (sign && c != '"');
}

// UTF-16 has a NUL in every other byte; a row with a stray one is refused by itself.
bool is_binary(std::string_view head) {
  return static_cast<std::size_t>(std::count(head.begin(), head.end(), '\0')) * 8 > head.size();
}

// Extensions of a folder's files that are read; a packed one behind another: "events.tab.gz".
bool is_table(const fs::path& path) {
  std::string extension = path.extension();
  for (char& c : extension) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  if (extension == ".gz" || extension == ".zst" || extension == ".xz" || extension == ".bz2")
    return is_table(path.stem());
  static constexpr std::string_view kTables[] = {".csv", ".tsv", ".tab", ".zip", ".jsonl", ".ndjson", ".txt"};
  return std::find(std::begin(kTables), std::end(kTables), extension) != std::end(kTables);
}

// Files that explain others: names of ids, licences.
bool is_beside(const fs::path& path) {
  static constexpr std::string_view kNames[] = {"entity2id.txt", "relation2id.txt", "stat.txt"};
  const std::string name = path.filename();
  return std::find(std::begin(kNames), std::end(kNames), name) != std::end(kNames);
}

Error refused(std::string what, std::string where, std::string mend = "") {
  return {ErrorKind::refused, std::move(what), std::move(where), std::move(mend)};
}

}  // namespace

std::uint64_t DatasetReport::refused_in_all() const {
  std::uint64_t all = 0;
  for (const auto* reasons : {&refused, &not_read}) {
    for (const auto& [reason, count] : *reasons) all += count;
  }
  return all;
}

std::vector<FormatName> dataset_formats() {
  std::vector<FormatName> names;
  for (const Format& format : formats()) names.push_back({format.name, format.what});
  return names;
}

class DatasetReader::State {
 public:
  State(std::vector<std::string> paths, DatasetOptions options, std::FILE* standard_input)
      : options_(std::move(options)), standard_input_(standard_input), paths_(paths.begin(), paths.end()) {}

  Result<bool> next(Record& record) {
    while (true) {
      if (!rows_) {
        const auto opened = open_next();
        if (!opened) return opened.error();
        if (!*opened) return false;
        continue;
      }
      Fault fault;
      const auto outcome = rows_->next(row_, fault);
      report_.bytes = bytes_before_ + rows_->taken();
      if (!outcome) {
        close();
        source_.reset();
        return outcome.error();
      }
      if (*outcome == RowReader::Outcome::end) {
        close();
        continue;
      }
      if (*outcome == RowReader::Outcome::row && skip_ > 0) {
        --skip_;
        continue;
      }
      ++report_.rows;
      if (*outcome == RowReader::Outcome::row) {
        clear(record);
        auto wrong = mapper_->map(row_, record);
        if (!wrong) {
          identify(record);
          if (record.kind == RowKind::document) ++report_.no_events["documents that tell no event"];
          if (record.kind == RowKind::report) ++report_.no_events["reports of events that other rows give"];
          if (row_.recoded) {
            ++report_.notices["read as Windows-1252"];
            add_attribute(record, "encoding", "windows-1252");
          }
          return true;
        }
        fault = std::move(*wrong);
      }
      ++report_.refused[fault.reason];
      return refused(std::move(fault.what), fmt::format("{}:{}", source_->name(), row_.line));
    }
  }

  const DatasetReport& report() const { return report_; }

 private:
  void close() {
    if (rows_) bytes_before_ += rows_->taken();
    rows_.reset();
  }

  // The next file (or entry of one) with its format; false when there is none.
  Result<bool> open_next() {
    while (true) {
      if (source_) {
        const auto entry = source_->next_entry();
        if (!entry) {
          source_.reset();
          return entry.error();
        }
        if (*entry) {
          const Status begun = begin();
          if (begun) return true;
          close();
          return begun.error();
        }
        source_.reset();
      }
      if (paths_.empty()) return false;
      const std::string path = std::move(paths_.front());
      paths_.pop_front();
      std::error_code ignored;
      if (path != "-" && fs::is_directory(path, ignored)) {
        if (Status listed = list(path); !listed) return listed.error();
        continue;
      }
      auto source = ByteSource::open(path, standard_input_);
      if (!source) return source.error();
      source_ = *std::move(source);
    }
  }

  Status list(const std::string& folder) {
    std::vector<std::string> found;
    std::error_code error, ignored;
    for (auto at = fs::recursive_directory_iterator(folder, error); !error && at != fs::recursive_directory_iterator();
         at.increment(error)) {
      if (at->is_directory(ignored)) continue;
      // A link that leads nowhere, or to itself, is no file.
      if (at->is_regular_file(ignored) && is_table(at->path()) && !is_beside(at->path()))
        found.push_back(at->path());
      else
        ++report_.skipped[at->path().extension()];
    }
    if (error) return refused(error.message(), folder);
    if (found.empty()) return refused("no tables in it", folder, "name the files");
    std::sort(found.begin(), found.end());
    paths_.insert(paths_.begin(), found.begin(), found.end());
    return Done{};
  }

  Status begin() {
    rows_ = std::make_unique<RowReader>(*source_, options_.max_row_bytes);
    const auto ahead = rows_->peek();
    if (!ahead) return ahead.error();
    std::string_view bytes = *ahead;
    if (bytes.empty()) {
      if (options_.format.empty()) return refused("the file is empty", source_->name());
    }
    if (is_binary(bytes.substr(0, 200))) {
      return refused("binary data, or UTF-16 without a byte order mark", source_->name(),
                     "convert it to UTF-8: iconv -f UTF-16LE -t UTF-8");
    }
    skip_ = 0;
    Sample sample;
    sample.path = source_->name();
    sample.delimiter = guessed_delimiter(first_line(bytes));
    const std::string_view line = first_line(bytes);
    if (line.size() == 5 && line.starts_with("sep=")) {  // a spreadsheet's own first line
      if (!is_delimiter(line[4]))
        return refused("its first line, sep=, names what cannot stand between cells", source_->name(),
                       "a comma, a semicolon, a tab or another sign of ASCII");
      sample.delimiter = line[4];
      bytes.remove_prefix(std::min(bytes.find('\n') + 1, bytes.size()));
      ++skip_;
    }
    Memory memory(bytes);
    RowReader two(memory, options_.max_row_bytes);
    two.set_delimiter(sample.delimiter);
    Row first, second;
    Fault fault;
    auto outcome = two.next(first, fault);
    const bool has_first = outcome && *outcome == RowReader::Outcome::row;
    std::deque<std::string> kept;
    if (has_first) {
      for (const std::string_view cell : first.cells) sample.first.push_back(kept.emplace_back(cell));
      outcome = two.next(second, fault);
      if (outcome && *outcome == RowReader::Outcome::row) {
        for (const std::string_view cell : second.cells) sample.second.push_back(kept.emplace_back(cell));
      }
    }
    const auto format = choose(sample);
    if (!format) return format.error();
    rows_->set_delimiter(sample.delimiter);
    if ((*format)->has_header(sample)) ++skip_;
    if (!(*format)->not_read.empty()) return refuse_all(**format);
    const auto codes = Codes::load();
    if (!codes) return codes.error();
    const Context context{options_, **codes, sample, options_.set.empty() ? std::string((*format)->set) : options_.set};
    auto mapper = (*format)->make(context);
    if (!mapper) return Error{mapper.error().kind, mapper.error().what, source_->name(), mapper.error().mend};
    mapper_ = *std::move(mapper);
    report_.formats[source_->name()] = (*format)->name;
    if (std::string taken = mapper_->columns_taken(); !taken.empty())
      report_.columns[source_->name()] = std::move(taken);
    return Done{};
  }

  // One error for a file of a format that is not read, with the number of its rows.
  Error refuse_all(const Format& format) {
    report_.formats[source_->name()] = format.name;
    std::uint64_t rows = 0;
    Fault fault;
    while (true) {
      const auto outcome = rows_->next(row_, fault);
      if (!outcome) return outcome.error();
      if (*outcome == RowReader::Outcome::end) break;
      if (skip_ > 0)
        --skip_;
      else
        ++rows;
    }
    report_.rows += rows;
    report_.not_read[std::string(format.name)] += rows;
    return refused(fmt::format("{} row{} of {}", rows, rows == 1 ? "" : "s", format.not_read), source_->name(),
                   std::string(format.mend));
  }

  Result<const Format*> choose(const Sample& sample) const {
    const Format* best = nullptr;
    int best_fit = 0;
    const std::string wanted = options_.format.empty() && !options_.columns.empty() ? "csv" : options_.format;
    for (const Format& format : formats()) {
      if (!wanted.empty()) {
        if (format.name == wanted) return &format;
        continue;
      }
      const int fit = format.fits(sample);
      if (fit > best_fit) best = &format, best_fit = fit;
    }
    if (best) return best;
    if (!options_.format.empty()) {
      return Error{ErrorKind::usage, "there is no format '" + options_.format + "'", "--format",
                   "see forewhen import --formats"};
    }
    return refused("its format is not known by its looks", source_->name(),
                   "say it with --format, or name its columns with --map date=...,actor=...");
  }

  DatasetOptions options_;
  std::FILE* standard_input_;
  std::deque<std::string> paths_;
  std::unique_ptr<ByteSource> source_;
  std::unique_ptr<RowReader> rows_;
  std::unique_ptr<Mapper> mapper_;
  Row row_;
  int skip_ = 0;  // rows before the first of data
  std::uint64_t bytes_before_ = 0;
  DatasetReport report_;
};

DatasetReader::DatasetReader(std::vector<std::string> paths, DatasetOptions options, std::FILE* standard_input)
    : state_(std::make_unique<State>(std::move(paths), std::move(options), standard_input)) {}
DatasetReader::~DatasetReader() = default;
Result<bool> DatasetReader::next(Record& record) { return state_->next(record); }
const DatasetReport& DatasetReader::report() const { return state_->report(); }

}  // namespace forewhen
