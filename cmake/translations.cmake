# Texts of the interface: English in the code, the others in locale/<code>/<area>.po, joined, compiled and put into the
# program.

include_guard(GLOBAL)

find_program(MSGFMT msgfmt REQUIRED)
find_program(MSGCAT msgcat REQUIRED)

# rodtrad_embed_translation(<target> <code>): symbols catalogue_<code>_begin and _end.
function(rodtrad_embed_translation target code)
  file(GLOB texts CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/locale/${code}/*.po)
  set(joined ${CMAKE_BINARY_DIR}/embedded/${code}.po)
  set(catalogue ${CMAKE_BINARY_DIR}/embedded/${code}.mo)
  add_custom_command(OUTPUT ${joined} COMMAND ${MSGCAT} --use-first --no-wrap --output-file=${joined} ${texts}
    DEPENDS ${texts} COMMENT "Joining the texts in locale/${code}" VERBATIM)
  add_custom_command(OUTPUT ${catalogue} COMMAND ${MSGFMT} --check-format --check-domain --output-file=${catalogue} ${joined}
    DEPENDS ${joined} COMMENT "Compiling ${code}.po" VERBATIM)
  rodtrad_embed_bytes(${target} catalogue_${code} ${catalogue})
endfunction()
