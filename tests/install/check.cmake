# SPDX-License-Identifier: BSL-1.0
# Configures, builds and runs consumer/ in FOLDER, in one of two WAYs; see CMakeLists.txt beside this file.
file(REMOVE_RECURSE "${FOLDER}")

if(WAY STREQUAL "install")
  execute_process(COMMAND "${CMAKE_COMMAND}" --install "${TAPELESS_BINARY}" --prefix "${FOLDER}/prefix"
    OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
  set(found_by "-DCMAKE_PREFIX_PATH=${FOLDER}/prefix")
else()
  set(found_by "-DTAPELESS_SOURCE=${TAPELESS_SOURCE}")
endif()

execute_process(COMMAND "${CMAKE_COMMAND}" -S "${CMAKE_CURRENT_LIST_DIR}/consumer" -B "${FOLDER}/build"
  -G "${GENERATOR}" "-DCMAKE_CXX_COMPILER=${COMPILER}" -DCMAKE_BUILD_TYPE=Release "${found_by}" COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND "${CMAKE_COMMAND}" --build "${FOLDER}/build" COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND "${FOLDER}/build/consumer" COMMAND_ERROR_IS_FATAL ANY)

execute_process(COMMAND "${CMAKE_COMMAND}" --build "${FOLDER}/build" --target listing_consumer_slope COMMAND_ERROR_IS_FATAL ANY)
file(READ "${FOLDER}/build/consumer.slope.s" listing)
if(NOT listing MATCHES "^<slope>:\n.*ret")
  message(FATAL_ERROR "the listing of slope is:\n${listing}")
endif()
