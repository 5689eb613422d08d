// SPDX-License-Identifier: Apache-2.0
#include "store/body.h"
#include "store/keys.h"
#include "store/segment.h"

namespace forewhen::store {

Result<Catalog> read_catalog(const OrderedKv& kv, std::size_t memory) {
  Catalog catalog;
  catalog.caches = std::make_shared<SegmentCaches>(memory);
  std::optional<Error> wrong;
  const auto each = [&](Table table, auto take) -> Status {
    const Status walked = walk(kv, Space::records, prefix_of(table), [&](std::string_view, std::string_view value) {
      take(value);
      return !wrong;
    });
    if (wrong) return *wrong;
    return walked;
  };
  std::vector<SegmentInfo> infos;
  Status done = each(Table::segment_info, [&](std::string_view value) {
    auto info = decode_info(value);
    if (!info)
      wrong = info.error();
    else
      infos.push_back(*std::move(info));
  });
  if (!done) return done.error();
  for (SegmentInfo& info : infos) {
    const auto bytes = kv.get(Space::records, segment_state_key(info.number));
    if (!bytes) return bytes.error();
    auto state = decode_state(bytes->value_or(""));
    if (!state) return state.error();
    const std::uint32_t number = info.number;
    catalog.segments[number] = std::make_shared<Catalog::Entry>(
        Catalog::Entry{std::move(info), std::make_shared<SegmentState>(*std::move(state))});
  }
  done = each(Table::import, [&](std::string_view value) {
    auto info = decode_import(value);
    if (!info)
      wrong = info.error();
    else
      catalog.imports[info->number] = *std::move(info);
  });
  if (!done) return done.error();
  const auto texts = kv.cursor(Space::time);
  texts->seek(prefix_of(Table::by_time));
  catalog.has_texts = texts->valid() && texts->key().starts_with(prefix_of(Table::by_time));
  if (const Status status = texts->status(); !texts->valid() && !status) return status.error();
  return catalog;
}

}  // namespace forewhen::store

namespace forewhen {

Result<std::shared_ptr<const store::Catalog>> StoreAccess::catalog(const GraphStore& store) {
  GraphStore::Body& body = *store.body_;
  const std::lock_guard lock(body.mutex);
  if (!body.catalog) {
    auto read = store::read_catalog(*body.kv, body.options.memory);
    if (!read) return read.error();
    body.catalog = std::make_shared<const store::Catalog>(*std::move(read));
  }
  return body.catalog;
}

void StoreAccess::set_catalog(const GraphStore& store, store::Catalog catalog) {
  const std::lock_guard lock(store.body_->mutex);
  store.body_->catalog = std::make_shared<const store::Catalog>(std::move(catalog));
}

void StoreAccess::forget_catalog(const GraphStore& store) {
  const std::lock_guard lock(store.body_->mutex);
  store.body_->catalog.reset();
}

}  // namespace forewhen
