# Every text that the code shows is translated, and every translation is of a text that the code shows.
# cmake -P cmake/check_translations.cmake, from the root of the project.

file(GLOB_RECURSE sources src/view/*.cpp src/view/*.hpp src/web/*.cpp src/app/*.cpp)
set(folder $ENV{TMPDIR})
if(NOT folder)
  set(folder /tmp)
endif()
string(RANDOM LENGTH 8 suffix)
set(template ${folder}/rodtrad-${suffix}.pot)

execute_process(COMMAND xgettext --language=C++ --from-code=UTF-8 --keyword --keyword=tr:1 --keyword=trn:1,2
  --keyword=trc:1c,2 --keyword=message:1 --output=${template} ${sources} COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND msgcmp locale/sv.po ${template} RESULT_VARIABLE missing)
execute_process(COMMAND msgcmp --use-untranslated ${template} locale/sv.po RESULT_VARIABLE unused)
file(REMOVE ${template})
if(missing OR unused)
  message(FATAL_ERROR "locale/sv.po and the texts of the code differ (above): add the first, remove the second")
endif()
