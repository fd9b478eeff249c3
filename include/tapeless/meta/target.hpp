// SPDX-License-Identifier: BSL-1.0
#pragma once
// What this translation unit is compiled for, as macros: the length of vector registers, fused multiply-adds, and
// which functions are inlined.

// Registers of so many bytes; 0: none, and everything is computed one by one, to the same bits. Set it to 0, 16, 32 or 64 to say
// otherwise.
#if defined(TAPELESS_VECTOR_BYTES)
#elif !defined(__GNUC__)
#define TAPELESS_VECTOR_BYTES 0
#elif defined(__AVX512F__)
#define TAPELESS_VECTOR_BYTES 64
#elif defined(__AVX2__)
#define TAPELESS_VECTOR_BYTES 32
#elif defined(__SSE2__) || defined(__ARM_NEON)
#define TAPELESS_VECTOR_BYTES 16
#else
#define TAPELESS_VECTOR_BYTES 0
#endif

// __FP_FAST_FMA is what GCC says of any target with the instruction; Clang says it on few. RISC-V has it with its arithmetic for double,
// s390x always. A 32-bit ARM or RISC-V may have it for float only.
#if defined(__FMA__) || defined(__FP_FAST_FMA) || (defined(__aarch64__) && defined(__ARM_FEATURE_FMA)) || defined(__riscv_d) || \
    defined(__riscv_zdinx) || defined(__s390x__)
#define TAPELESS_HAS_FMA 1
#else
#define TAPELESS_HAS_FMA 0
#endif
#if TAPELESS_HAS_FMA || defined(__FP_FAST_FMAF) || defined(__ARM_FEATURE_FMA) || defined(__riscv_f) || \
    defined(__riscv_zfinx)
#define TAPELESS_HAS_FMA_FLOAT 1
#else
#define TAPELESS_HAS_FMA_FLOAT 0
#endif

// What is not inlined, and has no policy in its name that has it, has the target as a part of its name, so that units compiled for different
// targets do not share it (AVX without AVX2 counts as SSE2).
#define TAPELESS_TARGET_OF_(bytes, fma, fma_float) "target_" #bytes "_" #fma #fma_float
#define TAPELESS_TARGET_OF(bytes, fma, fma_float) TAPELESS_TARGET_OF_(bytes, fma, fma_float)
#define TAPELESS_TARGET_IN_NAME gnu::abi_tag(TAPELESS_TARGET_OF(TAPELESS_VECTOR_BYTES, TAPELESS_HAS_FMA, TAPELESS_HAS_FMA_FLOAT))

// What is inlined, always; first in a declaration, after what is in [[ ]]. Debuggers are not told where each operand of each instruction is,
// which was most of what -g cost: where GCC optimises it keeps no variables of such functions, only the functions and their lines, and Clang
// nothing of the small ones, the leaves, whose lines are their caller's.
#if !defined(__GNUC__)
#define TAPELESS_INLINED
#define TAPELESS_LEAF
#elif defined(__clang__)
#define TAPELESS_INLINED __attribute__((always_inline))
#define TAPELESS_LEAF __attribute__((always_inline, nodebug))
#else
#define TAPELESS_INLINED __attribute__((always_inline, optimize("no-var-tracking-assignments")))
#define TAPELESS_LEAF TAPELESS_INLINED
#endif

// A program is one function, if it is not very long: all its steps are inlined into the call. A compiler that does not optimise
// would copy them and drop nothing of what is not needed, which takes it several times as long; there they stay functions.
#if defined(__OPTIMIZE__)
#define TAPELESS_INLINE TAPELESS_INLINED
#define TAPELESS_INLINE_LAMBDA TAPELESS_INLINED
#else
#define TAPELESS_INLINE [[TAPELESS_TARGET_IN_NAME]]
#define TAPELESS_INLINE_LAMBDA
#endif

// The same for functions of lanes. Clang for x86-64 returns more than one vector register through memory, and notes that nobody else
// refers to it; each level of inlining copies these notes, which was a third of what inlining cost. This convention returns registers, and
// nothing is called by it. It is for lanes only: a number type of a user's may have a copy constructor, which it does not ask for.
#if defined(__clang__) && defined(__x86_64__)
#define TAPELESS_LANES TAPELESS_LEAF __attribute__((regcall))
#else
#define TAPELESS_LANES TAPELESS_LEAF
#endif
