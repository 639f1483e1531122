package media

import "math"

// fixed is the precision of weights: whole numbers, so that every machine makes the same bytes.
const fixed = 14

// tap is the part of a line that makes one sample of the result: count samples from first, each with its weight.
type tap struct{ first, offset, count int }

// taps returns for each of n samples, made from the given number of samples, where its part lies and with which weights. The
// kernel is Catmull-Rom's, stretched over all samples that fall onto one of the result, which keeps edges sharp and fine
// patterns from shimmering.
func taps(from, n int) ([]tap, []int32) {
	scale := float64(from) / float64(n)
	stretch := max(scale, 1)
	list := make([]tap, n)
	var weights []int32
	for i := range list {
		centre := (float64(i)+0.5)*scale - 0.5
		first, last := int(math.Ceil(centre-2*stretch)), int(math.Floor(centre+2*stretch))
		first, last = max(first, 0), min(last, from-1)
		list[i] = tap{first, len(weights), last - first + 1}
		var sum float64
		for k := first; k <= last; k++ {
			sum += catmullRom((float64(k) - centre) / stretch)
		}
		left := int32(1 << fixed)
		heaviest := len(weights)
		for k := first; k <= last; k++ {
			v := int32(math.Round(catmullRom((float64(k)-centre)/stretch) / sum * (1 << fixed)))
			left -= v
			weights = append(weights, v)
			if v > weights[heaviest] {
				heaviest = len(weights) - 1
			}
		}
		weights[heaviest] += left // what rounding lost, so that an even surface stays even
	}
	return list, weights
}

func catmullRom(t float64) float64 {
	t = math.Abs(t)
	switch {
	case t < 1:
		return (1.5*t-2.5)*t*t + 1
	case t < 2:
		return ((-0.5*t+2.5)*t-4)*t + 2
	}
	return 0
}

// resized returns the plane in another size.
func (p plane) resized(w, h int) plane {
	if w == p.w && h == p.h {
		return p
	}
	return p.narrowed(w).shortened(h)
}

// narrowed changes the width.
func (p plane) narrowed(w int) plane {
	if w == p.w {
		return p
	}
	list, weights := taps(p.w, w)
	n := p.channels
	out := plane{make([]byte, w*p.h*n), w, p.h, n}
	for y := range p.h {
		row, to := p.pix[y*p.w*n:(y+1)*p.w*n], out.pix[y*w*n:(y+1)*w*n]
		if n == 1 {
			for x, t := range list {
				sum := int32(1 << (fixed - 1))
				part := row[t.first : t.first+t.count]
				for k, v := range weights[t.offset : t.offset+t.count] {
					sum += v * int32(part[k])
				}
				to[x] = clamp(sum)
			}
			continue
		}
		for x, t := range list {
			var a, b, c, d int32 = 1 << (fixed - 1), 1 << (fixed - 1), 1 << (fixed - 1), 1 << (fixed - 1)
			part := row[4*t.first : 4*(t.first+t.count)]
			for k, v := range weights[t.offset : t.offset+t.count] {
				s := part[4*k : 4*k+4]
				a += v * int32(s[0])
				b += v * int32(s[1])
				c += v * int32(s[2])
				d += v * int32(s[3])
			}
			to[4*x], to[4*x+1], to[4*x+2], to[4*x+3] = clamp(a), clamp(b), clamp(c), clamp(d)
		}
	}
	return out
}

// shortened changes the height, a whole row at a time.
func (p plane) shortened(h int) plane {
	if h == p.h {
		return p
	}
	list, weights := taps(p.h, h)
	n := p.w * p.channels
	out := plane{make([]byte, n*h), p.w, h, p.channels}
	sums := make([]int32, n)
	for y, t := range list {
		for i := range sums {
			sums[i] = 1 << (fixed - 1)
		}
		for k, v := range weights[t.offset : t.offset+t.count] {
			row := p.pix[(t.first+k)*n : (t.first+k+1)*n]
			for i, s := range row {
				sums[i] += v * int32(s)
			}
		}
		to := out.pix[y*n : (y+1)*n]
		for i, s := range sums {
			to[i] = clamp(s)
		}
	}
	return out
}

func clamp(sum int32) byte { return byte(min(max(sum>>fixed, 0), 255)) }

// resized returns the raster in another width, its height in proportion. Colour differences come out at half the size of the
// luma, as photos on the web have them.
func (r *raster) resized(w int) *raster {
	h := heightFor(r.width(), r.height(), w)
	out := &raster{opaque: r.opaque}
	switch {
	case len(r.planes) == 3:
		out.planes = []plane{
			r.planes[0].resized(w, h), r.planes[1].resized((w+1)/2, (h+1)/2), r.planes[2].resized((w+1)/2, (h+1)/2),
		}
	case r.coloured() && !r.opaque:
		p := r.planes[0].premultiplied().resized(w, h)
		p.unpremultiply()
		out.planes = []plane{p}
	default:
		out.planes = []plane{r.planes[0].resized(w, h)}
	}
	return out
}

// heightFor returns the height that belongs to a width, at least 1.
func heightFor(fullWidth, fullHeight, w int) int {
	return max((fullHeight*w+fullWidth/2)/fullWidth, 1)
}

// premultiplied returns colours as strong as they are seen, so that what is transparent does not bleed into its neighbours.
func (p plane) premultiplied() plane {
	out := plane{make([]byte, len(p.pix)), p.w, p.h, p.channels}
	for i := 0; i < len(p.pix); i += 4 {
		a := uint32(p.pix[i+3])
		for k := range 3 {
			out.pix[i+k] = byte((uint32(p.pix[i+k])*a + 127) / 255)
		}
		out.pix[i+3] = byte(a)
	}
	return out
}

// unpremultiply is the way back. A kernel may have left a colour stronger than its alpha.
func (p plane) unpremultiply() {
	for i := 0; i < len(p.pix); i += 4 {
		a := uint32(p.pix[i+3])
		for k := range 3 {
			if a == 0 {
				p.pix[i+k] = 0
			} else {
				p.pix[i+k] = byte(min((uint32(p.pix[i+k])*255+a/2)/a, 255))
			}
		}
	}
}
