# SPDX-License-Identifier: BSL-1.0
# If there is Python, the target single_header: the whole library in one file, <build>/single_header/tapeless/tapeless.hpp.
find_package(Python3 3.9 QUIET COMPONENTS Interpreter)
if(NOT TARGET Python3::Interpreter)
  message(STATUS "Python 3.9 was not found: there is no target single_header")
  return()
endif()
set(single_header "${PROJECT_BINARY_DIR}/single_header/tapeless/tapeless.hpp")
add_custom_command(OUTPUT "${single_header}"
  COMMAND Python3::Interpreter "${PROJECT_SOURCE_DIR}/cmake/single_header.py" "${single_header}"
  DEPENDS "${PROJECT_SOURCE_DIR}/cmake/single_header.py" "${PROJECT_SOURCE_DIR}/CMakeLists.txt" "${PROJECT_SOURCE_DIR}/LICENSE" ${tapeless_headers}
  COMMENT "Writing ${single_header}" VERBATIM)
add_custom_target(single_header DEPENDS "${single_header}")
