// SPDX-License-Identifier: BSL-1.0
#include "expressions.hpp"

result run_one(double at) { return run(at); }
