# SPDX-License-Identifier: BSL-1.0
# Installs the headers and a package, so that find_package(tapeless) works elsewhere.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(tapeless_package_dir "${CMAKE_INSTALL_DATADIR}/cmake/tapeless")

if(CMAKE_VERSION VERSION_GREATER_EQUAL 3.23)
  install(TARGETS tapeless EXPORT tapeless FILE_SET HEADERS)
  install(DIRECTORY "${PROJECT_SOURCE_DIR}/include/tapeless/backend" DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}/tapeless")
else()
  install(TARGETS tapeless EXPORT tapeless)
  install(DIRECTORY "${PROJECT_SOURCE_DIR}/include/tapeless" TYPE INCLUDE FILES_MATCHING PATTERN "*.hpp")
endif()
install(EXPORT tapeless NAMESPACE tapeless:: FILE tapeless-targets.cmake DESTINATION "${tapeless_package_dir}")

configure_package_config_file(
  "${PROJECT_SOURCE_DIR}/cmake/tapeless-config.cmake.in" "${PROJECT_BINARY_DIR}/tapeless-config.cmake"
  INSTALL_DESTINATION "${tapeless_package_dir}" NO_SET_AND_CHECK_MACRO)
# Before 1.0 a minor version may break users; headers fit every architecture.
write_basic_package_version_file("${PROJECT_BINARY_DIR}/tapeless-config-version.cmake"
  COMPATIBILITY SameMinorVersion ARCH_INDEPENDENT)
install(FILES
  "${PROJECT_BINARY_DIR}/tapeless-config.cmake" "${PROJECT_BINARY_DIR}/tapeless-config-version.cmake"
  "${PROJECT_SOURCE_DIR}/cmake/listing.cmake"
  DESTINATION "${tapeless_package_dir}")
install(FILES "${PROJECT_SOURCE_DIR}/LICENSE" DESTINATION "${CMAKE_INSTALL_DOCDIR}")
