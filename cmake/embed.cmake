# Puts files into the program: the assembler takes their bytes as they are, so that megabytes cost no compile time.

include_guard(GLOBAL)

# rodtrad_embed_bytes(<target> <symbol> <file>): C symbols <symbol>_begin and <symbol>_end around the bytes of a file,
# which the build itself may make.
function(rodtrad_embed_bytes target symbol file)
  if(NOT TARGET ${target}_bytes)
    # A target of its own, because warnings and sanitizers are for C++.
    add_library(${target}_bytes OBJECT)
    target_sources(${target} PRIVATE $<TARGET_OBJECTS:${target}_bytes>)
  endif()
  set(source ${CMAKE_BINARY_DIR}/embedded/${symbol}.S)
  file(GENERATE OUTPUT ${source} CONTENT "\
.section .rodata
.global ${symbol}_begin
.global ${symbol}_end
.balign 16
${symbol}_begin:
.incbin \"${file}\"
${symbol}_end:
.byte 0
.section .note.GNU-stack,\"\",%progbits
")
  target_sources(${target}_bytes PRIVATE ${source} ${file})
  set_source_files_properties(${source} PROPERTIES OBJECT_DEPENDS ${file})
endfunction()

# rodtrad_embed_assets(<target>): what the pages fetch, each under an address that its contents decide.
function(rodtrad_embed_assets target)
  set(packages ${PROJECT_SOURCE_DIR}/node_modules)
  if(NOT EXISTS ${packages}/htmx.org)
    message(FATAL_ERROR "The pages' typefaces and htmx are not here yet. Fetch them with: npm ci --ignore-scripts")
  endif()
  set(sans ${packages}/@fontsource-variable/source-sans-3/files)
  set(serif ${packages}/@fontsource-variable/source-serif-4/files)
  set(own ${PROJECT_SOURCE_DIR}/assets)

  set(table "")
  set(symbols "")
  set(addresses "") # pairs: name, address

  macro(embed name file content_type)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
    file(SHA256 ${file} hash)
    string(SUBSTRING ${hash} 0 16 hash)
    get_filename_component(stem ${name} NAME_WLE)
    get_filename_component(extension ${name} LAST_EXT)
    set(served_as ${stem}.${hash}${extension})
    list(APPEND addresses ${name} ${served_as})
    string(MAKE_C_IDENTIFIER asset_${name} symbol)
    rodtrad_embed_bytes(${target} ${symbol} ${file})
    string(APPEND symbols "extern char const ${symbol}_begin[], ${symbol}_end[];\n")
    string(APPEND table "        {\"${name}\", \"${served_as}\", \"${hash}\", \"${content_type}\", "
                        "{${symbol}_begin, ${symbol}_end}},\n")
  endmacro()

  embed(source-sans-3.woff2 ${sans}/source-sans-3-latin-wght-normal.woff2 font/woff2)
  embed(source-sans-3-extended.woff2 ${sans}/source-sans-3-latin-ext-wght-normal.woff2 font/woff2)
  embed(source-serif-4.woff2 ${serif}/source-serif-4-latin-wght-normal.woff2 font/woff2)
  embed(source-serif-4-extended.woff2 ${serif}/source-serif-4-latin-ext-wght-normal.woff2 font/woff2)
  embed(htmx.js ${packages}/htmx.org/dist/htmx.min.js "text/javascript; charset=utf-8")
  embed(rodtrad.js ${own}/rodtrad.js "text/javascript; charset=utf-8")
  embed(mark.svg ${own}/mark.svg image/svg+xml)

  # The stylesheet comes last: it names the typefaces by their addresses. base.css stands first, then one file an area.
  file(GLOB areas CONFIGURE_DEPENDS ${own}/style/*.css)
  list(REMOVE_ITEM areas ${own}/style/base.css)
  set(style "")
  foreach(sheet IN ITEMS ${own}/style/base.css ${areas})
    file(READ ${sheet} rules)
    string(APPEND style "${rules}")
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${sheet})
  endforeach()
  set(rest ${addresses})
  while(rest)
    list(POP_FRONT rest name served_as)
    string(REPLACE "url(\"${name}\")" "url(\"${served_as}\")" style "${style}")
  endwhile()
  file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/embedded/rodtrad.css CONTENT "@style@" @ONLY)
  embed(rodtrad.css ${CMAKE_BINARY_DIR}/embedded/rodtrad.css "text/css; charset=utf-8")

  file(GENERATE OUTPUT ${CMAKE_BINARY_DIR}/embedded/assets.cpp CONTENT "\
// Made by cmake/embed.cmake.

#include \"view/assets.hpp\"

extern \"C\" {
${symbols}}

namespace rodtrad::view {

std::span<Asset const> assets() {
    static Asset const all[] = {
${table}    };
    return all;
}

} // namespace rodtrad::view
")
  target_sources(${target} PRIVATE ${CMAKE_BINARY_DIR}/embedded/assets.cpp)
endfunction()
