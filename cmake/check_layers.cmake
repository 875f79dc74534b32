# Proves that the #include lines of src/ follow the layers as CMakeLists.txt states them:
#
#   cmake [-D SOURCE_DIR=<project>] -P cmake/check_layers.cmake
#
# - a layer uses only layers that stand above it in the table, so no two can use each other;
# - a file includes only headers of its own layer and of those that its layer may use;
# - a header of ours is named from src/ ("domain/unit.hpp"), and is there;
# - a library that one layer hides from the others is included by that layer alone, and the heavy ones by no header.

cmake_minimum_required(VERSION 3.25)

if(NOT SOURCE_DIR)
  cmake_path(GET CMAKE_CURRENT_LIST_DIR PARENT_PATH SOURCE_DIR)
endif()

# Libraries that have one home each. SQL lives only in store, sockets only in web.
set(home_of_sqlite3.h store)
set(home_of_archive.h import)
set(home_of_archive_entry.h import)
set(home_of_boost/asio web)
set(home_of_boost/beast web)
set(home_of_CLI app)
set(home_of_sodium.h base)
set(home_of_pugixml.hpp import)
set(home_of_xlsxwriter.h view)
set(home_of_xlsxwriter view)
set(home_of_curl mail)
# What costs seconds in each file that sees it.
set(too_heavy_for_headers "^(boost/(asio|beast|json|math)|unicode|CLI|toml|archive|sodium|pugixml|xlsxwriter|curl)")

set(complaints "")
macro(complain text)
  list(APPEND complaints "${text}")
endmacro()

# The table: rodtrad_layer(<name> MAY_USE <layer>... LIBRARIES ...), from the top.
file(READ ${SOURCE_DIR}/CMakeLists.txt lists)
string(REGEX MATCHALL "\nrodtrad_layer\\([^)]*\\)" lines "${lists}")
if(NOT lines)
  complain("CMakeLists.txt: no line rodtrad_layer(...) is found")
endif()
set(layers "")
foreach(line IN LISTS lines)
  string(REGEX REPLACE "^\nrodtrad_layer\\(|\\)$" "" line "${line}")
  string(REGEX REPLACE "LIBRARIES.*" "" line "${line}")
  string(REGEX MATCHALL "[A-Za-z_]+" words "${line}")
  list(POP_FRONT words layer)
  list(REMOVE_ITEM words MAY_USE)
  foreach(used IN LISTS words)
    if(NOT used IN_LIST layers)
      complain("CMakeLists.txt: ${layer} may use ${used}, which does not stand above it")
    endif()
  endforeach()
  list(APPEND layers ${layer})
  set(may_use_${layer} ${layer} ${words})
endforeach()

file(GLOB folders LIST_DIRECTORIES true RELATIVE ${SOURCE_DIR}/src ${SOURCE_DIR}/src/*)
foreach(folder IN LISTS folders)
  if(NOT folder IN_LIST layers)
    complain("src/${folder}: no layer of that name in CMakeLists.txt")
  endif()
endforeach()

foreach(layer IN LISTS layers)
  file(GLOB_RECURSE files RELATIVE ${SOURCE_DIR} ${SOURCE_DIR}/src/${layer}/*.?pp)
  foreach(file IN LISTS files)
    file(STRINGS ${SOURCE_DIR}/${file} includes REGEX "^[ \t]*#[ \t]*include")
    foreach(include IN LISTS includes)
      if(include MATCHES "include[ \t]*\"([^\"]+)\"")
        set(header ${CMAKE_MATCH_1})
        string(REGEX REPLACE "/.*" "" used "${header}")
        if(NOT EXISTS ${SOURCE_DIR}/src/${header})
          complain("${file}: \"${header}\" is not the name of a header, counted from src/")
        elseif(NOT used IN_LIST may_use_${layer})
          complain("${file}: ${layer} may not use ${used} (\"${header}\")")
        endif()
      elseif(include MATCHES "include[ \t]*<([^>]+)>")
        set(header ${CMAKE_MATCH_1})
        string(REGEX MATCH "^(boost/[a-z]+|[^/]+)" library "${header}")
        if(DEFINED home_of_${library} AND NOT layer STREQUAL home_of_${library})
          complain("${file}: <${header}> belongs in ${home_of_${library}} alone")
        endif()
        if(file MATCHES "\\.hpp$" AND header MATCHES "${too_heavy_for_headers}")
          complain("${file}: <${header}> is too heavy for a header; include it in a .cpp")
        endif()
      endif()
    endforeach()
  endforeach()
endforeach()

if(complaints)
  list(JOIN complaints "\n  " text)
  message(FATAL_ERROR "The layers are broken:\n  ${text}")
endif()
list(LENGTH layers number)
message(STATUS "${number} layers, every #include follows them")
