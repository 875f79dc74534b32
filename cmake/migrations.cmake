# Puts the SQL files of a folder into the program, in the order of their numbers.
# rodtrad_embed_migrations(<library target> <folder> <namespace>)
function(rodtrad_embed_migrations target folder namespace)
  file(GLOB files CONFIGURE_DEPENDS ${folder}/*.sql)
  list(SORT files)
  set(texts "")
  foreach(file IN LISTS files)
    file(READ ${file} text)
    string(APPEND texts "    R\"sql(${text})sql\",\n")
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
  endforeach()
  set(code "// Made from ${folder} by cmake/migrations.cmake.\n\n#include \"store/sqlite/migrations.hpp\"\n\n")
  string(REPLACE "${PROJECT_SOURCE_DIR}/" "" code "${code}")
  string(APPEND code "namespace ${namespace} {\n\n"
    "std::span<std::string_view const> migrations() {\n"
    "    static constexpr std::string_view texts[] = {\n${texts}    };\n"
    "    return texts;\n}\n\n} // namespace ${namespace}\n")
  file(GENERATE OUTPUT ${CMAKE_BINARY_DIR}/generated/${target}_migrations.cpp CONTENT "${code}")
  target_sources(${target} PRIVATE ${CMAKE_BINARY_DIR}/generated/${target}_migrations.cpp)
endfunction()
