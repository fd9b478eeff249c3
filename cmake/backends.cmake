# SPDX-License-Identifier: BSL-1.0
# tapeless::eigen, if there is Eigen: tapeless::tapeless and what <tapeless/backend/eigen.hpp> needs. The installed package
# makes its own when it is asked for the component "eigen".
find_package(Eigen3 3.3 QUIET NO_MODULE)
if(TARGET Eigen3::Eigen)
  add_library(tapeless_eigen INTERFACE)
  add_library(tapeless::eigen ALIAS tapeless_eigen)
  target_link_libraries(tapeless_eigen INTERFACE tapeless Eigen3::Eigen)
  if(CMAKE_VERSION VERSION_GREATER_EQUAL 3.23)
    target_sources(tapeless_eigen INTERFACE FILE_SET HEADERS BASE_DIRS "${PROJECT_SOURCE_DIR}/include" FILES ${backends})
  endif()
else()
  message(STATUS "Eigen 3 was not found: there is no target tapeless::eigen")
endif()
