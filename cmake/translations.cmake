# Texts of the interface: English in the code, the others in locale/<code>.po, compiled and put into the program.

include_guard(GLOBAL)

find_program(MSGFMT msgfmt REQUIRED)

# rodtrad_embed_translation(<target> <code>): symbols catalogue_<code>_begin and _end.
function(rodtrad_embed_translation target code)
  set(texts ${PROJECT_SOURCE_DIR}/locale/${code}.po)
  set(catalogue ${CMAKE_BINARY_DIR}/embedded/${code}.mo)
  add_custom_command(OUTPUT ${catalogue} COMMAND ${MSGFMT} --check-format --check-domain --output-file=${catalogue} ${texts}
    DEPENDS ${texts} COMMENT "Compiling ${code}.po" VERBATIM)
  rodtrad_embed_bytes(${target} catalogue_${code} ${catalogue})
endfunction()
