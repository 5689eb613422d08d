// SPDX-License-Identifier: Apache-2.0
// The day of publication as a document's own text gives it, for documents that come without one.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "forewhen/base/span.h"
#include "forewhen/time/iso.h"

namespace forewhen {

struct PublicationDate {
  CalendarTime published;  // a day or finer; the writer's day where UTC has another
  std::string from;        // "meta article:published_time", "JSON-LD", "time element", "dateline", "first full date"
  Span span;               // the words or the attribute's value

  friend bool operator==(const PublicationDate&, const PublicationDate&) = default;
};

enum class PublicationEvidence {
  // What the document says of its own publication. The first of these that reads as a day:
  //   <meta> by property, name or itemprop: article:published_time, datePublished, date, pubdate, dc.date, ...
  //   "datePublished" in a <script type="application/ld+json">
  //   <time datetime="...">, one with pubdate or itemprop="datePublished" before the others
  //   a dateline at the beginning of one of the first lines: KARSHOLM, March 14, 2023 (Agency) -
  //   (without a year it says too little)
  stated,
  // Else also the first date with day, month and year in the first lines, which may be that of something told.
  first_full_date,
};

// Linear. Comments of HTML are no evidence; a date that cannot be (30 February) is passed over. REQUIRES: valid UTF-8
std::optional<PublicationDate> find_publication(std::string_view text,
                                                PublicationEvidence evidence = PublicationEvidence::stated);

}  // namespace forewhen
