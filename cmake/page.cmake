# SPDX-License-Identifier: Apache-2.0
# The timeline page of src/export/page: Node.js turns it into one script and one style, which the program holds. The
# packages that it is made of are installed into the build folder, as package-lock.json names them, when the build is
# configured; where that cannot be done, the build goes on without the page and `export --format html` says so.
option(FOREWHEN_PAGE "build the timeline page of export --format html; needs Node.js 18 or later with npm" ON)

set(page_source ${PROJECT_SOURCE_DIR}/src/export/page)
set(page_build ${CMAKE_BINARY_DIR}/page)
set(page_parts ${CMAKE_BINARY_DIR}/generated/page_parts.cpp)
set(page_script ${page_build}/dist/page.js)
set(page_style ${page_build}/dist/page.css)
set(page_available OFF)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${page_source}/package-lock.json)

# Sets `page_available` where the packages are there, and warns where they are not.
function(forewhen_install_page_packages)
  find_program(NODE node)
  find_program(NPM npm)
  set(why "")
  if(NOT NODE OR NOT NPM)
    set(why "there is no Node.js with npm")
  else()
    execute_process(COMMAND ${NODE} -p "process.versions.node.split('.')[0]" OUTPUT_VARIABLE major
                    OUTPUT_STRIP_TRAILING_WHITESPACE)
    if(major LESS 18)
      set(why "Node.js is older than 18")
    endif()
  endif()
  if(NOT why)
    file(SHA256 ${page_source}/package-lock.json lock)
    set(stamp ${page_build}/installed-${lock})
    if(NOT EXISTS ${stamp})
      message(STATUS "Installing the packages of the timeline page")
      file(MAKE_DIRECTORY ${page_build})
      file(COPY ${page_source}/package.json ${page_source}/package-lock.json DESTINATION ${page_build})
      execute_process(COMMAND ${NPM} ci --no-audit --no-fund --ignore-scripts --prefer-offline --fetch-retries=1
                              --fetch-retry-mintimeout=1000 WORKING_DIRECTORY ${page_build}
                      RESULT_VARIABLE failed OUTPUT_VARIABLE said ERROR_VARIABLE said)
      if(failed)
        set(why "npm could not install its packages:\n${said}")
      else()
        file(TOUCH ${stamp})
      endif()
    endif()
  endif()
  if(why)
    message(WARNING "Building without the timeline page (export --format html): ${why}")
  else()
    set(page_available ON PARENT_SCOPE)
    set(page_npm ${NPM} PARENT_SCOPE)
  endif()
endfunction()

if(FOREWHEN_PAGE)
  forewhen_install_page_packages()
endif()

if(page_available)
  file(GLOB_RECURSE page_sources CONFIGURE_DEPENDS ${page_source}/src/* ${page_source}/test/*)
  list(APPEND page_sources ${page_source}/package.json ${page_source}/package-lock.json ${page_source}/tsconfig.json
       ${page_source}/vite.config.ts ${page_source}/notice.txt)
  add_custom_command(
    OUTPUT ${page_script} ${page_style}
    COMMAND ${CMAKE_COMMAND} -E rm -rf ${page_build}/src ${page_build}/test
    COMMAND ${CMAKE_COMMAND} -E copy_directory ${page_source}/src ${page_build}/src
    COMMAND ${CMAKE_COMMAND} -E copy_directory ${page_source}/test ${page_build}/test
    COMMAND ${CMAKE_COMMAND} -E copy ${page_source}/package.json ${page_source}/package-lock.json
            ${page_source}/tsconfig.json ${page_source}/vite.config.ts ${page_source}/notice.txt ${page_build}
    COMMAND ${page_npm} run --silent build
    WORKING_DIRECTORY ${page_build} DEPENDS ${page_sources} COMMENT "Building the timeline page" VERBATIM)
endif()
add_custom_command(
  OUTPUT ${page_parts}
  COMMAND ${CMAKE_COMMAND} -D "SCRIPT=$<$<BOOL:${page_available}>:${page_script}>"
          -D "STYLE=$<$<BOOL:${page_available}>:${page_style}>" -D OUTPUT=${page_parts}
          -D INPUT=${PROJECT_SOURCE_DIR}/src/export/page_parts.cpp.in -P ${PROJECT_SOURCE_DIR}/cmake/embed_page.cmake
  DEPENDS ${PROJECT_SOURCE_DIR}/src/export/page_parts.cpp.in ${PROJECT_SOURCE_DIR}/cmake/embed_page.cmake
          $<$<BOOL:${page_available}>:${page_script}> $<$<BOOL:${page_available}>:${page_style}>
  COMMENT "Putting the timeline page into the program" VERBATIM)
target_sources(forewhen_export PRIVATE ${page_parts})
