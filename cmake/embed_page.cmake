# SPDX-License-Identifier: Apache-2.0
# Writes OUTPUT from INPUT with the texts of the files SCRIPT and STYLE; both are empty where there is no page.
set(FOREWHEN_PAGE_SCRIPT "")
set(FOREWHEN_PAGE_STYLE "")
if(SCRIPT)
  file(READ "${SCRIPT}" FOREWHEN_PAGE_SCRIPT)
  file(READ "${STYLE}" FOREWHEN_PAGE_STYLE)
endif()
configure_file("${INPUT}" "${OUTPUT}" @ONLY)
