//go:build goexperiment.simd && amd64

package main

import "simd/archsimd"

func addRows(y []float32, a *[fan]float32, x *[fan][]float32) {
	if !archsimd.X86.AVX512() {
		addRowsPlain(y, a, x)
		return
	}
	for i := 0; i+block <= len(y); i += block {
		p := (*[block]float32)(y[i:])
		s0 := archsimd.LoadFloat32x16((*[16]float32)(p[0:16]))
		s1 := archsimd.LoadFloat32x16((*[16]float32)(p[16:32]))
		s2 := archsimd.LoadFloat32x16((*[16]float32)(p[32:48]))
		s3 := archsimd.LoadFloat32x16((*[16]float32)(p[48:64]))
		for k := range fan {
			b := archsimd.BroadcastFloat32x16(a[k])
			r := (*[block]float32)(x[k][i:])
			s0 = s0.Add(b.Mul(archsimd.LoadFloat32x16((*[16]float32)(r[0:16]))))
			s1 = s1.Add(b.Mul(archsimd.LoadFloat32x16((*[16]float32)(r[16:32]))))
			s2 = s2.Add(b.Mul(archsimd.LoadFloat32x16((*[16]float32)(r[32:48]))))
			s3 = s3.Add(b.Mul(archsimd.LoadFloat32x16((*[16]float32)(r[48:64]))))
		}
		s0.Store((*[16]float32)(p[0:16]))
		s1.Store((*[16]float32)(p[16:32]))
		s2.Store((*[16]float32)(p[32:48]))
		s3.Store((*[16]float32)(p[48:64]))
	}
}

func dots(y []float32, x *[4][]float32) [4]float32 {
	if !archsimd.X86.AVX512() {
		return dotsPlain(y, x)
	}
	var s0, s1, s2, s3 archsimd.Float32x16
	for i := 0; i+block <= len(y); i += block {
		p := (*[block]float32)(y[i:])
		r0, r1 := (*[block]float32)(x[0][i:]), (*[block]float32)(x[1][i:])
		r2, r3 := (*[block]float32)(x[2][i:]), (*[block]float32)(x[3][i:])
		for k := 0; k+lanes <= block; k += lanes {
			v := archsimd.LoadFloat32x16((*[16]float32)(p[k : k+lanes]))
			s0 = s0.Add(v.Mul(archsimd.LoadFloat32x16((*[16]float32)(r0[k : k+lanes]))))
			s1 = s1.Add(v.Mul(archsimd.LoadFloat32x16((*[16]float32)(r1[k : k+lanes]))))
			s2 = s2.Add(v.Mul(archsimd.LoadFloat32x16((*[16]float32)(r2[k : k+lanes]))))
			s3 = s3.Add(v.Mul(archsimd.LoadFloat32x16((*[16]float32)(r3[k : k+lanes]))))
		}
	}
	var s [4][lanes]float32
	s0.Store(&s[0])
	s1.Store(&s[1])
	s2.Store(&s[2])
	s3.Store(&s[3])
	return [4]float32{sum(&s[0]), sum(&s[1]), sum(&s[2]), sum(&s[3])}
}
