// SPDX-License-Identifier: BSL-1.0
#include <tapeless/math/decimal.hpp>

#include <cstddef>

using tapeless::math::parse_status;
using tapeless::math::parsed_real;

template <std::size_t N>
constexpr parsed_real parse(const char (&text)[N]) {
  return tapeless::math::parse_real(text, text + N - 1);
}

template <std::size_t N>
constexpr bool reads(const char (&text)[N], double expected) {
  const parsed_real parsed = parse(text);
  return parsed.status == parse_status::ok && parsed.value == expected;
}

template <std::size_t N>
constexpr bool malformed(const char (&text)[N]) {
  return parse(text).status == parse_status::malformed;
}

#define TAPELESS_READS(literal) static_assert(reads(#literal, static_cast<double>(literal)))

// the everyday ones
TAPELESS_READS(0.5);
TAPELESS_READS(0.1);
TAPELESS_READS(2);
TAPELESS_READS(0);
TAPELESS_READS(1'000'000.000'1);
TAPELESS_READS(.25);
TAPELESS_READS(5.);
TAPELESS_READS(09.5);
TAPELESS_READS(3.14159265358979323846264338327950288);
TAPELESS_READS(6.02214076e23);
TAPELESS_READS(1E-9);
TAPELESS_READS(1e+5);
TAPELESS_READS(0e999);

// other bases
TAPELESS_READS(017);
TAPELESS_READS(0'7'7);
TAPELESS_READS(0x1F);
TAPELESS_READS(0XffffFFFFffffFFFF);
TAPELESS_READS(0b1011);
TAPELESS_READS(0x1.8p3);
TAPELESS_READS(0x.8p0);
TAPELESS_READS(0x1.p-1074);
TAPELESS_READS(0x1.fffffffffffff7p0);
TAPELESS_READS(0x1.fffffffffffff8p0);
TAPELESS_READS(0x1.00000000000008p0);
TAPELESS_READS(0x1.000000000000080000000000000000000001p0);

// integers beyond 2^53, ties to even
TAPELESS_READS(9007199254740993);
TAPELESS_READS(9007199254740995);
static_assert(reads("9007199254740993", 9007199254740992.0) && reads("9007199254740995", 9007199254740996.0));
static_assert(reads("18446744073709551616", 0x1p64) && reads("340282366920938463463374607431768211456", 0x1p128));

// Hard ones: the middle of two doubles, a little more and a little less; where naive reading rounds twice or loops.
static_assert(reads("1.00000000000000011102230246251565404236316680908203125", 1.0));
static_assert(reads("1.00000000000000011102230246251565404236316680908203124", 1.0));
static_assert(reads("1.00000000000000011102230246251565404236316680908203126", 1 + 0x1p-52));
static_assert(reads("1.000000000000000333066907387546962127089500427246093750000000000000000000", 1 + 0x1p-51));
static_assert(reads("2.2250738585072011e-308", 0x0.fffffffffffffp-1022));
static_assert(reads("2.2250738585072012e-308", 0x1p-1022));
static_assert(reads("1e23", 0x1.52d02c7e14af6p+76));
static_assert(reads("179769313486231580793e288", 0x1.fffffffffffffp1023));
static_assert(reads("1.7976931348623158079e308", 0x1.fffffffffffffp1023));
static_assert(reads("5e-324", 0x1p-1074) && reads("2.4703282292062328e-324", 0x1p-1074));
TAPELESS_READS(8.44291197326099e-309);
TAPELESS_READS(
    7.4109846876186981626485318930233205854758970392148714663837852375101326090531312779794975454245398856969484704316857659638998506553390969459816219401617281718945106978546710679176872575177347315553307795408549809608457500958111373034747658096871009590975442271004757307809711118935784838675653998783503015228055934046593739791790738723868299395818481660169122019456499931289798411362062484498678713572180352209017023903285791732520220528974020802906854021606612375549983402671300035812486479041385743401875520901590172592547146296175134159774938718574737870961645638908718119841271673056017045493004705269590165763776884908267986972573366521765567941072508764337560846003984904972149117463085539556354188641513168478436313080237596295773983001708984375e-324);
#undef TAPELESS_READS

// out of range
static_assert(parse("1e309").status == parse_status::overflow && parse("0x1p1024").status == parse_status::overflow);
static_assert(parse("1.7976931348623159e308").status == parse_status::overflow);
static_assert(parse("1e99999999999").status == parse_status::overflow && parse("1e309").value > 1e308);
static_assert(parse("2.4703282292062327e-324").status == parse_status::underflow);
static_assert(parse("1e-400").status == parse_status::underflow && parse("1e-400").value == 0.0);
static_assert(parse("0x1p-1076").status == parse_status::underflow &&
              parse("1e-99999999999").status == parse_status::underflow);

// no literals
static_assert(malformed("") && malformed(".") && malformed("e5") && malformed("1e") && malformed("1e+") &&
              malformed("-1"));
static_assert(malformed("1.2.3") && malformed("1f") && malformed("09") && malformed("018") && malformed("0b2"));
static_assert(malformed("0x") && malformed("0x1.8") && malformed("0b1.0") && malformed("0b1e3") && malformed("0xg"));
static_assert(malformed("'1") && malformed("1'") && malformed("1''0") && malformed("1'.5") && malformed("1.'5"));
static_assert(malformed("1'e5") && malformed("1e'5") && malformed("1e5'") && malformed("0x'1") && malformed("1 "));
