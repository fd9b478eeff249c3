# SPDX-License-Identifier: BSL-1.0
# If there is Doxygen (Debian: doxygen), the target docs: README, the documents and the reference of the public names, in
# docs/html of the build folder. It fails where a public name has no comment.
find_package(Doxygen 1.9.4 QUIET)
if(NOT TARGET Doxygen::doxygen)
  message(STATUS "Doxygen 1.9.4 was not found: there is no target docs and no test docs/doxygen")
  return()
endif()
file(GENERATE OUTPUT "${PROJECT_BINARY_DIR}/docs/Doxyfile" CONTENT "@INCLUDE = \"${PROJECT_SOURCE_DIR}/docs/Doxyfile\"
OUTPUT_DIRECTORY = \"${PROJECT_BINARY_DIR}/docs\"
INPUT += \"${PROJECT_SOURCE_DIR}/README.md\" CONTRIBUTING.md CHANGELOG.md docs examples/data/README.md
USE_MDFILE_AS_MAINPAGE = \"${PROJECT_SOURCE_DIR}/README.md\"
")
add_custom_target(docs
  COMMAND Doxygen::doxygen "${PROJECT_BINARY_DIR}/docs/Doxyfile"
  WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}"
  COMMENT "Writing ${PROJECT_BINARY_DIR}/docs/html/index.html" VERBATIM)
