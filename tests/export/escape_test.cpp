// SPDX-License-Identifier: Apache-2.0
#include "export/escape.h"

#include <gtest/gtest.h>

namespace forewhen {
namespace {

TEST(Escape, XmlHoldsMarkupQuotesAndLineBreaksAndNoControls) {
  EXPECT_EQ(xml_text("a<b>&\"c'\n\x01"), "a&lt;b&gt;&amp;&quot;c&apos;&#10;\uFFFD");
  EXPECT_EQ(xml_text("\xEF\xBF\xBE"), "\uFFFD") << "U+FFFE is no character of XML";
  EXPECT_EQ(xml_text("👩‍👩‍👧 یو"), "👩‍👩‍👧 یو");
}

TEST(Escape, BytesThatAreNotUtf8BecomeReplacements) {
  EXPECT_EQ(xml_text("a\xFF\xFE"
                     "b"),
            "a\uFFFD\uFFFD"
            "b");
  EXPECT_EQ(csv_cell("\xC3"), "\uFFFD");
}

TEST(Escape, CsvQuotesOnlyWhereItMust) {
  EXPECT_EQ(csv_cell("plain"), "plain");
  EXPECT_EQ(csv_cell("a,\"b\"\nc"), "\"a,\"\"b\"\"\nc\"");
  EXPECT_EQ(csv_cell(" a"), "\" a\"");
}

TEST(Escape, DotAndTurtleKeepTheirQuotesShut) {
  EXPECT_EQ(dot_text("a\"b\\\n"), "\"a\\\"b\\\\\\n\"");
  EXPECT_EQ(turtle_text("a\"b\\\n\r\t\x02"), "\"a\\\"b\\\\\\n\\r\\t\\u0002\"");
}

TEST(Escape, CalendarTextHoldsItsMarks) { EXPECT_EQ(ics_text("a;b,c\\\r\nd"), "a\\;b\\,c\\\\\\nd"); }

TEST(Escape, MarkdownHasNoMarkupLeft) {
  EXPECT_EQ(markdown_text("*a* [b](javascript:c) `d` <e> | x\ny"),
            "\\*a\\* \\[b\\](javascript:c) \\`d\\` &lt;e&gt; \\| x y");
  EXPECT_EQ(markdown_text("https://a.b"), "https&#58;//a.b") << "GitHub would make a link of it";
}

TEST(Escape, OnlyHttpAddressesAreFollowed) {
  EXPECT_EQ(safe_url("https://example.org/a?b=c d\""), "https://example.org/a?b=c%20d%22");
  EXPECT_EQ(safe_url("javascript:alert(1)"), "");
  EXPECT_EQ(safe_url("data:text/html,x"), "");
}

TEST(Escape, PartsOfIrisArePercentEncoded) { EXPECT_EQ(iri_part("a b/ü>.txt"), "a%20b%2F%C3%BC%3E.txt"); }

}  // namespace
}  // namespace forewhen
