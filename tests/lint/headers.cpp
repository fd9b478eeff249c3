// SPDX-License-Identifier: BSL-1.0
// All that tapeless.hpp and the backend include, for tests/lint.sh.
#include <tapeless/tapeless.hpp>
#if __has_include(<Eigen/Core>)
#include <tapeless/backend/eigen.hpp>
#endif
