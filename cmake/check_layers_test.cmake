# Proves that check_layers.cmake can fail: each offence below, in a small tree of its own, must be complained about.
#
#   cmake -P cmake/check_layers_test.cmake

cmake_minimum_required(VERSION 3.25)

set(tree ${CMAKE_CURRENT_BINARY_DIR}/build/check_layers_test)
set(table "\nrodtrad_layer(base LIBRARIES fmt::fmt)\nrodtrad_layer(store    MAY_USE base)\nrodtrad_layer(study MAY_USE base)\n")
string(APPEND table "rodtrad_layer(app MAY_USE base store study)\n")

# expect(<layer table> <file> <its text> <what the complaint says, or "" where there must be none>)
function(expect table file text complaint)
  file(REMOVE_RECURSE ${tree})
  file(WRITE ${tree}/CMakeLists.txt "${table}")
  file(WRITE ${tree}/src/base/text.hpp "#pragma once\n#include <string>\n")
  file(WRITE ${tree}/src/store/units.hpp "#pragma once\n#include \"base/text.hpp\"\n")
  file(WRITE ${tree}/src/app/main.cpp "#include \"store/units.hpp\"\n")
  file(APPEND ${tree}/src/${file} "${text}\n")
  execute_process(COMMAND ${CMAKE_COMMAND} -D SOURCE_DIR=${tree} -P ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/check_layers.cmake
    RESULT_VARIABLE result OUTPUT_VARIABLE said ERROR_VARIABLE said)
  string(REGEX REPLACE "[ \n]+" " " said "${said}")
  if(complaint STREQUAL "" AND NOT result EQUAL 0)
    message(FATAL_ERROR "${file} with [${text}] should pass, but: ${said}")
  elseif(NOT complaint STREQUAL "" AND result EQUAL 0)
    message(FATAL_ERROR "${file} with [${text}] should be complained about")
  elseif(NOT complaint STREQUAL "" AND NOT said MATCHES "${complaint}")
    message(FATAL_ERROR "${file} with [${text}]: expected \"${complaint}\" in: ${said}")
  endif()
endfunction()

expect("${table}" study/lens.hpp "#include \"base/text.hpp\"" "")
expect("${table}" study/lens.hpp "#include \"store/units.hpp\"" "study may not use store")
expect("${table}" base/text.hpp "  #  include \"store/units.hpp\"" "base may not use store")
expect("${table}" store/units.hpp "#include \"app/main.cpp\"" "store may not use app")
expect("${table}" store/units.cpp "#include \"units.hpp\"" "not the name of a header")
expect("${table}" study/lens.cpp "#include <sqlite3.h>" "belongs in store alone")
expect("${table}" base/text.hpp "#include <unicode/uchar.h>" "too heavy for a header")
expect("${table}" base/text.cpp "#include <unicode/uchar.h>" "")
expect("${table}" extra/new.cpp "" "no layer of that name")
expect("${table}rodtrad_layer(web MAY_USE later)\nrodtrad_layer(later MAY_USE base)\n" study/lens.cpp "" "does not stand above")
expect("" base/text.cpp "" "no line rodtrad_layer")

file(REMOVE_RECURSE ${tree})
message(STATUS "check_layers complains about each kind of offence")
