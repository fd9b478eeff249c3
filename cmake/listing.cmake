# SPDX-License-Identifier: BSL-1.0
# tapeless_listing(target function): the assembly of one function of a target, as it was compiled, in the file
# <target>.<function>.s of the current binary folder. The target listing_<target>_<function> makes it. The function is
# named as objdump shows it: declare it extern "C" to have a short name. Requires objdump (Debian: binutils).
if(CMAKE_SCRIPT_MODE_FILE)  # the step that makes the file
  execute_process(COMMAND "${OBJDUMP}" --disassemble=${FUNCTION} --demangle --no-show-raw-insn ${BINARY}
    OUTPUT_VARIABLE listing COMMAND_ERROR_IS_FATAL ANY)
  string(FIND "${listing}" "<${FUNCTION}>:\n" begin)
  if(begin EQUAL -1)
    message(FATAL_ERROR "tapeless: tapeless_listing(target function) requires a function that is in the target's code; "
      "there is no ${FUNCTION} in ${BINARY}: declare it extern \"C\", and call it, or give it external linkage")
  endif()
  string(SUBSTRING "${listing}" ${begin} -1 listing)
  string(REGEX REPLACE "\n\n.*" "\n" listing "${listing}")  # the section after it
  file(WRITE "${OUT}" "${listing}")
  return()
endif()

set_property(GLOBAL PROPERTY TAPELESS_LISTING_SCRIPT "${CMAKE_CURRENT_LIST_FILE}")

function(tapeless_listing target function)
  find_program(TAPELESS_OBJDUMP objdump)
  if(NOT TARGET ${target} OR NOT TAPELESS_OBJDUMP)
    message(FATAL_ERROR "tapeless: tapeless_listing(target function) requires a target and objdump (Debian: binutils); "
      "given are ${target} and ${TAPELESS_OBJDUMP}")
  endif()
  get_target_property(type ${target} TYPE)
  if(type STREQUAL "OBJECT_LIBRARY")
    set(binary "$<TARGET_OBJECTS:${target}>")
  else()
    set(binary "$<TARGET_FILE:${target}>")
  endif()
  string(MAKE_C_IDENTIFIER "${function}" name)
  set(out "${CMAKE_CURRENT_BINARY_DIR}/${target}.${name}.s")
  get_property(script GLOBAL PROPERTY TAPELESS_LISTING_SCRIPT)
  add_custom_command(OUTPUT "${out}"
    COMMAND "${CMAKE_COMMAND}" "-DOBJDUMP=${TAPELESS_OBJDUMP}" "-DFUNCTION=${function}" "-DBINARY=${binary}" "-DOUT=${out}" -P "${script}"
    DEPENDS ${target} "${script}" VERBATIM)
  add_custom_target(listing_${target}_${name} DEPENDS "${out}")
endfunction()
