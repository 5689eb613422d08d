// SPDX-License-Identifier: Apache-2.0
// What several segments say of one actor or place, as one. The same whichever comes first and however they are grouped,
// and the same as one segment of all their rows says.
#pragma once

#include "forewhen/model/event.h"

namespace forewhen::store {

// Takes over the names, the least kind and country that are known, and the affiliations with the times they were seen.
void fold(Actor& into, const Actor& other);
// The lesser of two by their bytes: they differ in what sources say of one place.
void fold(Place& into, const Place& other);

// Choices between rows that differ do not depend on which came first.
template <class T>
void keep_least(T& kept, const T& other, const T& nothing) {
  if (other != nothing && (kept == nothing || other < kept)) kept = other;
}

}  // namespace forewhen::store
