# SPDX-License-Identifier: BSL-1.0
# Two programs, MANY and ONE, print the same, and something.
execute_process(COMMAND "${MANY}" OUTPUT_VARIABLE many COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND "${ONE}" OUTPUT_VARIABLE one COMMAND_ERROR_IS_FATAL ANY)
if(many STREQUAL "" OR NOT one STREQUAL many)
  message(FATAL_ERROR "${ONE} prints\n${one}\nand not\n${many}")
endif()
