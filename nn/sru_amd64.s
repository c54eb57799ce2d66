#include "textflag.h"

DATA half<>+0(SB)/4, $0.5
GLOBL half<>(SB), RODATA|NOPTR, $4
DATA one<>+0(SB)/4, $1.0
GLOBL one<>(SB), RODATA|NOPTR, $4

// GATE makes ½ + ½·t/√(1+t²) of t, with s for scratch; Y15 is 1, Y14 is ½.
#define GATE(t, s) \
	VMULPS  t, t, s    \
	VADDPS  s, Y15, s  \
	VSQRTPS s, s       \
	VDIVPS  s, t, t    \
	VMULPS  t, Y14, t  \
	VADDPS  t, Y14, t

// func stepAVX2(n, width int, u, x, v, c, out *float32)
// n is a multiple of 8.
TEXT ·stepAVX2(SB), NOSPLIT, $0-56
	MOVQ n+0(FP), CX
	MOVQ width+8(FP), R8
	MOVQ u+16(FP), SI
	MOVQ x+24(FP), DI
	MOVQ v+32(FP), DX
	MOVQ c+40(FP), R10
	MOVQ out+48(FP), R11
	SHLQ $2, R8
	VBROADCASTSS half<>(SB), Y14
	VBROADCASTSS one<>(SB), Y15
loop:
	VMOVUPS (R10), Y0             // c
	VMOVUPS (SI), Y1              // u
	VMULPS  (DX), Y0, Y2
	VADDPS  (SI)(R8*1), Y2, Y2    // uf + vf·c
	VMULPS  (DX)(R8*1), Y0, Y3
	VADDPS  (SI)(R8*2), Y3, Y3    // ur + vr·c
	GATE(Y2, Y4)
	GATE(Y3, Y5)
	VSUBPS  Y1, Y0, Y0            // c − u
	VMULPS  Y0, Y2, Y0
	VADDPS  Y0, Y1, Y0            // c′
	VMOVUPS Y0, (R10)
	VMOVUPS (DI), Y6              // x
	VSUBPS  Y6, Y0, Y0
	VMULPS  Y0, Y3, Y0
	VADDPS  Y0, Y6, Y0
	VMOVUPS Y0, (R11)
	ADDQ $32, SI
	ADDQ $32, DI
	ADDQ $32, DX
	ADDQ $32, R10
	ADDQ $32, R11
	SUBQ $8, CX
	JNZ  loop
	VZEROUPPER
	RET
