# Every text that the code shows is translated, and every translation is of a text that the code shows.
# cmake -P cmake/check_translations.cmake, from the root of the project.

cmake_minimum_required(VERSION 3.25)

set(folder $ENV{TMPDIR})
if(NOT folder)
  set(folder /tmp)
endif()
string(RANDOM LENGTH 8 suffix)
set(found ${folder}/rodtrad-${suffix}.pot)
set(merged ${folder}/rodtrad-${suffix}.po)

file(GLOB_RECURSE sources RELATIVE ${CMAKE_CURRENT_SOURCE_DIR} src/view/*.cpp src/view/*.hpp src/web/*.cpp
  src/app/*.cpp src/import/*.cpp src/steering/*.cpp src/steering/*.hpp src/plan/*.cpp src/plan/*.hpp)

# What is wrong with a row is said in layers that know no language, and translated where it is shown: every text in the
# headers of problems is read here as if it were marked.
set(problems ${folder}/rodtrad-${suffix}.cpp)
file(WRITE ${problems} "")
foreach(header IN ITEMS src/import/problems.hpp src/steering/problems.hpp)
  file(READ ${header} text)
  string(REGEX REPLACE "#include[^\n]*" "" text "${text}")
  string(REGEX REPLACE "\"[^\"\n]*\"" "tr(\\0)" text "${text}")
  file(APPEND ${problems} "${text}")
endforeach()

execute_process(COMMAND xgettext --language=C++ --from-code=UTF-8 --keyword --keyword=tr:1 --keyword=trn:1,2
  --keyword=trc:1c,2 --keyword=message:1 --output=${found} ${sources} ${problems}
  COMMAND_ERROR_IS_FATAL ANY)
file(GLOB texts locale/sv/*.po)
set(joined ${folder}/rodtrad-${suffix}-joined.po)
execute_process(COMMAND msgcat --use-first --no-wrap --output-file=${joined} ${texts} COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND msgmerge --quiet --no-fuzzy-matching --no-wrap --output=${merged} ${joined} ${found}
  COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND msgattrib --untranslated --no-wrap ${merged} OUTPUT_VARIABLE missing)
execute_process(COMMAND msgattrib --only-fuzzy --no-wrap ${merged} OUTPUT_VARIABLE doubtful)
execute_process(COMMAND msgattrib --only-obsolete --no-wrap ${merged} OUTPUT_VARIABLE unused)
file(REMOVE ${found} ${merged} ${joined} ${problems})

foreach(problem IN ITEMS missing doubtful unused)
  if(${problem} MATCHES "msgid \"[^\"]")
    message(NOTICE "${${problem}}")
    message(SEND_ERROR "locale/sv: the texts above are ${problem}")
  endif()
endforeach()
