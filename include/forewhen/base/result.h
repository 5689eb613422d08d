// SPDX-License-Identifier: Apache-2.0
// A value, or the reason why there is none. Expected failures (bad input, a locked database, a full disk) travel as
// Result; broken invariants are asserts. Words and exit codes are made in one place, tools/main.cpp.
#pragma once

#include <string>
#include <utility>
#include <variant>

namespace forewhen {

enum class ErrorKind {
  usage,      // the call itself is wrong: unknown option, malformed argument      (exit code 2)
  refused,    // the data are wrong: not UTF-8, month 13, a broken JSON line       (exit code 3)
  not_found,  // nothing of that name                                              (exit code 1)
  ambiguous,  // several fit; `what` lists them                                    (exit code 1)
  locked,     // another process writes this database                              (exit code 1)
  version,    // a database or data file of a layout that this program does not know
  corrupt,    // stored bytes that do not decode, or an index that disagrees with its record
  io,         // the operating system or the store said no: full disk, read-only folder
};

struct Error {
  ErrorKind kind = ErrorKind::io;
  std::string what;   // the cause: "month 13 is out of range"
  std::string where;  // file and line, or the option: "news.jsonl:42"; may be empty
  std::string mend;   // what to do about it: "use 2021-11-08"; may be empty

  friend bool operator==(const Error&, const Error&) = default;
};

// "WHERE: WHAT (MEND)", without the parts that are empty.
std::string to_string(const Error& error);

template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::move(value)) {}      // NOLINT: a value converts
  Result(Error error) : state_(std::move(error)) {}  // NOLINT: and so does an error

  bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }

  // REQUIRES: ok()
  T& value() & { return std::get<0>(state_); }
  const T& value() const& { return std::get<0>(state_); }
  T&& value() && { return std::get<0>(std::move(state_)); }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T&& operator*() && { return std::move(*this).value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }

  // REQUIRES: !ok()
  const Error& error() const { return std::get<1>(state_); }

 private:
  std::variant<T, Error> state_;
};

struct Done {
  friend bool operator==(Done, Done) = default;
};
using Status = Result<Done>;

}  // namespace forewhen
