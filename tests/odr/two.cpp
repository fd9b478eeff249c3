// SPDX-License-Identifier: BSL-1.0
#include "expressions.hpp"

result run_two(double at) { return run(at); }
