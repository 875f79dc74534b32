# One folder of src/ is one layer is one library. The link line of a layer states which layers it may know;
# cmake/check_layers.cmake proves on every test run that its #include lines say the same.

include_guard(GLOBAL)

# Compiler settings shared by everything of ours, and by nothing else.
add_library(rodtrad_settings INTERFACE)
target_compile_features(rodtrad_settings INTERFACE cxx_std_20)
target_include_directories(rodtrad_settings INTERFACE ${PROJECT_SOURCE_DIR}/src)
target_compile_options(rodtrad_settings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor -Woverloaded-virtual -Werror
  # The same bits on every processor: no multiplication is fused with an addition where one happens to be able to.
  -ffp-contract=off
  # Vectors are passed between inlined functions only.
  -Wno-psabi
  # A field left out of a designated initializer is meant to have its default.
  -Wno-missing-field-initializers
  # clang finds a deprecated function inside libstdc++ 12's own stable_sort.
  $<$<CXX_COMPILER_ID:Clang>:-Wno-deprecated-declarations -Wno-missing-designated-field-initializers>)
if(RODTRAD_SANITIZE)
  target_compile_options(rodtrad_settings INTERFACE
    -fsanitize=${RODTRAD_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(rodtrad_settings INTERFACE -fsanitize=${RODTRAD_SANITIZE})
endif()

# rodtrad_layer(<name> [MAY_USE <layer>...] [LIBRARIES <target>...])
#   MAY_USE    layers whose headers this one may include
#   LIBRARIES  third-party libraries
function(rodtrad_layer name)
  cmake_parse_arguments(arg "" "" "MAY_USE;LIBRARIES" ${ARGN})
  set(folder ${PROJECT_SOURCE_DIR}/src/${name})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${folder}/*.cpp)
  list(FILTER sources EXCLUDE REGEX "/main\\.cpp$") # the program's own
  file(GLOB_RECURSE headers CONFIGURE_DEPENDS ${folder}/*.hpp)
  add_library(rodtrad_${name} STATIC ${sources})
  set_target_properties(rodtrad_${name} PROPERTIES LINKER_LANGUAGE CXX)
  target_sources(rodtrad_${name} PUBLIC FILE_SET HEADERS BASE_DIRS ${PROJECT_SOURCE_DIR}/src FILES ${headers})
  target_link_libraries(rodtrad_${name} PUBLIC rodtrad_settings)
  foreach(layer IN LISTS arg_MAY_USE)
    target_link_libraries(rodtrad_${name} PUBLIC rodtrad_${layer})
  endforeach()
  target_link_libraries(rodtrad_${name} PUBLIC ${arg_LIBRARIES})
  set_property(GLOBAL PROPERTY rodtrad_may_use_${name} "${arg_MAY_USE}")
endfunction()

# rodtrad_tests(<layer> [MAY_USE <layer>...]): the folder tests/<layer> becomes the program <layer>_tests.
function(rodtrad_tests name)
  cmake_parse_arguments(arg "" "" "MAY_USE;LIBRARIES" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/tests/${name}/*.cpp)
  if(NOT sources)
    return()
  endif()
  add_executable(${name}_tests ${sources} ${PROJECT_SOURCE_DIR}/tests/main.cpp)
  target_include_directories(${name}_tests PRIVATE ${PROJECT_SOURCE_DIR}/tests)
  target_link_libraries(${name}_tests PRIVATE rodtrad_settings ${arg_LIBRARIES})
  foreach(layer IN LISTS arg_MAY_USE)
    target_link_libraries(${name}_tests PRIVATE rodtrad_${layer})
  endforeach()
  add_test(NAME ${name} COMMAND ${name}_tests WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
endfunction()
