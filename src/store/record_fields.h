// SPDX-License-Identifier: Apache-2.0
// The fields of a row of a data set in the order of the disk (archive.h), behind the number of its import.
#pragma once

#include <type_traits>

#include "forewhen/model/record.h"
#include "store/fields.h"

namespace forewhen::store {

template <>
struct Range<RowKind> {
  static constexpr RowKind least = RowKind::event, greatest = RowKind::document;
};

// The row as it stood in its file: a text, of which one may want to see the cells (row_columns.h).
template <class Text>
struct RowText {
  Text& text;
};
template <class Io, class Text>
void fields(Io& io, RowText<Text>& v) {
  io(v.text);
}
template <class Io, class Text>
void fields(Io& io, const RowText<Text>& v) {
  io(v.text);
}

template <class Io, Is<Record> T>
void record_fields(Io& io, T& v) {
  auto& d = v.document;
  auto& c = v.claim;
  RowText<std::remove_reference_t<decltype((d.text))>> text{d.text};
  io(d.id, v.kind, v.version);
  io(text, d.title, d.url, d.published, d.published_from);
  io(c.trigger, c.trigger_text, c.sentence, c.lemma, c.phrase, c.type, c.mode, c.group, c.code, c.event_class);
  io(c.modality, c.polarity, c.attributed_to, c.time, c.participants, c.place, c.summary);
  io(v.mirror, v.sectors, v.attributes);
  if (v.kind == RowKind::document) io(v.places);
}

}  // namespace forewhen::store
