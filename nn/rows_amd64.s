#include "textflag.h"

// n is a multiple of 8 everywhere. VMAXPS gives its first operand here where
// neither is the greater, so that zeros come out without a sign.

// NEXT goes round a loop over AX until it has come to CX.
#define NEXT(loop) \
	ADDQ $8, AX  \
	CMPQ AX, CX  \
	JB   loop

// PAIR takes the arguments of a function of two rows.
#define PAIR \
	MOVQ n+0(FP), CX    \
	MOVQ out+8(FP), DI  \
	MOVQ a+16(FP), SI   \
	MOVQ b+24(FP), DX   \
	XORQ AX, AX

// func relu8(n int, x *float32)
TEXT ·relu8(SB), NOSPLIT, $0-16
	MOVQ n+0(FP), CX
	MOVQ x+8(FP), SI
	VXORPS Y15, Y15, Y15
relu:
	VMOVUPS (SI), Y0
	VMAXPS  Y15, Y0, Y0
	VMOVUPS Y0, (SI)
	ADDQ $32, SI
	SUBQ $8, CX
	JNZ  relu
	VZEROUPPER
	RET

// func window8(n int, out, x, bias, mid, left, right *float32)
TEXT ·window8(SB), NOSPLIT, $0-56
	MOVQ n+0(FP), CX
	MOVQ out+8(FP), DI
	MOVQ x+16(FP), SI
	MOVQ bias+24(FP), R8
	MOVQ mid+32(FP), R9
	MOVQ left+40(FP), R10
	MOVQ right+48(FP), R11
	VXORPS Y15, Y15, Y15
	XORQ AX, AX
window:
	VMOVUPS (R8)(AX*4), Y0
	VADDPS  (R9)(AX*4), Y0, Y0
	VADDPS  (R10)(AX*4), Y0, Y0
	VADDPS  (R11)(AX*4), Y0, Y0
	VMAXPS  Y15, Y0, Y0
	VADDPS  (SI)(AX*4), Y0, Y0
	VMOVUPS Y0, (DI)(AX*4)
	NEXT(window)
	VZEROUPPER
	RET

// func addRelu8(n int, out, a, b *float32)
TEXT ·addRelu8(SB), NOSPLIT, $0-32
	PAIR
	VXORPS Y15, Y15, Y15
addrelu:
	VMOVUPS (SI)(AX*4), Y0
	VADDPS  (DX)(AX*4), Y0, Y0
	VMAXPS  Y15, Y0, Y0
	VMOVUPS Y0, (DI)(AX*4)
	NEXT(addrelu)
	VZEROUPPER
	RET

// func times8(n int, out, a, b *float32)
TEXT ·times8(SB), NOSPLIT, $0-32
	PAIR
times:
	VMOVUPS (SI)(AX*4), Y0
	VMULPS  (DX)(AX*4), Y0, Y0
	VMOVUPS Y0, (DI)(AX*4)
	NEXT(times)
	VZEROUPPER
	RET

// func argmax8(n int, x *float32) int
// −1 when nothing equals the greatest, which only what is no number can bring about.
TEXT ·argmax8(SB), NOSPLIT, $0-24
	MOVQ n+0(FP), CX
	MOVQ x+8(FP), SI
	VMOVUPS (SI), Y0
	MOVQ $8, AX
greatest:
	VMAXPS (SI)(AX*4), Y0, Y0
	NEXT(greatest)
	VEXTRACTF128 $1, Y0, X1
	VMAXPS  X1, X0, X0
	VPSHUFD $0x4e, X0, X1
	VMAXPS  X1, X0, X0
	VPSHUFD $0xb1, X0, X1
	VMAXPS  X1, X0, X0
	VBROADCASTSS X0, Y0
	XORQ AX, AX
find:
	VCMPPS $0, (SI)(AX*4), Y0, Y1
	VMOVMSKPS Y1, DX
	TESTL DX, DX
	JNZ   found
	NEXT(find)
	MOVQ $-1, AX
	JMP  done
found:
	BSFL DX, DX
	ADDQ DX, AX
done:
	MOVQ AX, ret+16(FP)
	VZEROUPPER
	RET
