# SPDX-License-Identifier: Apache-2.0
# forewhen_fuzz(NAME SOURCE modules...): a libFuzzer program; tools/fuzz.sh builds and runs them.
function(forewhen_fuzz name source)
  add_executable(${name} ${PROJECT_SOURCE_DIR}/tests/${source})
  target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR} ${PROJECT_SOURCE_DIR}/src)
  target_link_options(${name} PRIVATE -fsanitize=fuzzer)
  target_link_libraries(${name} PRIVATE ${ARGN})
endfunction()

forewhen_fuzz(find_timexes_fuzz timex/find_timexes_fuzz.cpp forewhen::timex)
forewhen_fuzz(rows_fuzz dataset/rows_fuzz.cpp forewhen::dataset)
forewhen_fuzz(tables_fuzz dataset/tables_fuzz.cpp forewhen::dataset forewhen::store fmt::fmt)
forewhen_fuzz(codec_fuzz store/codec_fuzz.cpp forewhen::store fmt::fmt)
forewhen_fuzz(segments_fuzz store/segments_fuzz.cpp forewhen::store fmt::fmt)
forewhen_fuzz(conllu_fuzz syntax/conllu_fuzz.cpp forewhen::syntax)
forewhen_fuzz(dictionaries_fuzz coding/dictionaries_fuzz.cpp forewhen::coding)
forewhen_fuzz(events_fuzz ingest/events_fuzz.cpp forewhen::ingest)
