// SPDX-License-Identifier: BSL-1.0
// Without optimisation: the code is long, but there is still no table of the graph, of the plan or of the bindings.
// The objects of the front end, and of Hana, are there: one empty byte each.
// COMPILE: -O0
// UNDEFINED: mem(cpy|set|move)|_Unwind_Resume|__gxx_personality_v0
// SYMBOLS: .*
// DATA: DW\.ref\.__gxx_personality_v0|boost::hana::.*|__pstl::.*|std::.*|__gnu_cxx::.*
// DATA: E|step|[txz][123]|first|second|w<.*>|tapeless::(literals::)?[a-z_]+|tapeless::(input|parameter|constant)<.*>
// READ-ONLY BYTES: 1024
#include "bishop.hpp"

extern "C" void value_and_gradient(const weights& theta, const double* at, double& value, weights& gradient) {
  const auto result = step(theta, x1 = at[0], x2 = at[1], t1 = at[2], t2 = at[3]);
  value = result.value;
  gradient = result.gradient;
}
