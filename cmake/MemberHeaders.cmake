# gilsim_member_headers(LIST HEADER): HEADER (under build/generated) includes the header of every member of LIST, a .def file whose
# lines close on it; so a member is its header and its line, and nothing else has to name it.
function(gilsim_member_headers list header)
  set_property(DIRECTORY ${CMAKE_SOURCE_DIR} APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/${list})
  file(STRINGS ${CMAKE_SOURCE_DIR}/${list} lines REGEX "^[A-Z]+\\(.*\"\\)$")
  set(text "// Generated from ${list} by cmake/MemberHeaders.cmake.\n#pragma once\n\n")
  foreach(line ${lines})
    string(REGEX REPLACE "^.*\"([^\"]*)\"\\)$" "\\1" member "${line}")
    string(APPEND text "#include \"${member}\"\n")
  endforeach()
  file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/generated/${header} CONTENT "${text}" @ONLY)
endfunction()
