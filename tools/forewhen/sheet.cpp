// SPDX-License-Identifier: Apache-2.0
#include "sheet.h"

namespace forewhen {

int print_sheet(const Sheet& sheet, const OutputOptions& output) {
  const OutputForm form = output.form();
  if (form == OutputForm::table) {
    write_out(to_table(sheet, output.style()));
    return kDone;
  }
  write_out(form == OutputForm::json ? to_json(sheet) : to_tsv(sheet));
  for (const std::string& note : sheet.notes) write_note(printable(note));
  return kDone;
}

}  // namespace forewhen
