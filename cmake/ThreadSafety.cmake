# The preset `thread-safety` includes this file at project(): clang reads every header and source of gil/, and the suites that instantiate its templates, each by itself, syntax only, and fails on a lock that its
# annotations (gil/base/thread_annotations.h) say should be held. It also shows that each header compiles alone.
if(NOT CMAKE_CXX_COMPILER_ID MATCHES "Clang")
  message(FATAL_ERROR "the preset thread-safety needs clang")
endif()
file(GLOB_RECURSE files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/gil/*.h ${CMAKE_SOURCE_DIR}/gil/*.cpp
     ${CMAKE_SOURCE_DIR}/tests/law/gil_algorithm_laws_test.cpp ${CMAKE_SOURCE_DIR}/tests/law/gil_parking_laws_test.cpp)
set(stamps "")
foreach(file ${files})
  file(RELATIVE_PATH name ${CMAKE_SOURCE_DIR} ${file})
  set(stamp ${CMAKE_BINARY_DIR}/${name}.checked)
  get_filename_component(folder ${stamp} DIRECTORY)
  file(MAKE_DIRECTORY ${folder})
  add_custom_command(OUTPUT ${stamp}
    COMMAND ${CMAKE_CXX_COMPILER} -std=c++20 -x c++ -fsyntax-only -Wall -Wextra -Wthread-safety -Werror -Wno-pragma-once-outside-header -Wno-unused-const-variable
            -I${CMAKE_SOURCE_DIR} ${file}
    COMMAND ${CMAKE_COMMAND} -E touch ${stamp}
    # Any header may be included by any other, so each check depends on all.
    DEPENDS ${files}
    COMMENT "Checking ${name}"
    VERBATIM)
  list(APPEND stamps ${stamp})
endforeach()
add_custom_target(thread_safety DEPENDS ${stamps})
