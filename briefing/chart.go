package briefing

import (
	"bytes"
	"cmp"
	"fmt"
	"image/color"
	"slices"
	"strconv"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgimg"
)

// A Picture is an image and its text alternative.
type Picture struct {
	PNG []byte
	Alt string // at most 1,024 characters, which is what Discord takes
}

// Discord shows an attachment at most 550 pixels wide; twice that is sharp on any screen.
const (
	pictureWidth  = 7.64 // inches, at the 144 dots an inch below
	pictureHeight = 2.8
	pictureDots   = 144
	mostBars      = 120 // beyond, a bar is a week
)

// Picture draws how many sentences report each day. It is the zero Picture when there are none.
func (a TimelineAnswer) Picture() (Picture, error) {
	if len(a.Counts) == 0 {
		return Picture{}, nil
	}
	bars, width := a.bars()
	p := plot.New()
	p.Y.Label.Text = "Sentences"
	top := int(slices.Max(bars))
	p.Y.Min, p.Y.Tick.Marker = 0, ticks(top+1, (top+4)/5, strconv.Itoa)
	p.X.Tick.Marker = ticks(len(bars), (len(bars)+5)/6, func(i int) string {
		return a.From.Add(i * width).Time().Format("2 Jan 2006")
	})
	chart, err := plotter.NewBarChart(bars, vg.Length(pictureWidth*vg.Inch*0.8)/vg.Length(max(8, len(bars))))
	if err != nil {
		return Picture{}, fmt.Errorf("draw a timeline: %w", err)
	}
	chart.Color, chart.LineStyle.Width = color.NRGBA{R: 0x2f, G: 0x6f, B: 0xb3, A: 0xff}, 0
	p.Add(plotter.NewGrid(), chart)
	size := vgimg.UseWH(pictureWidth*vg.Inch, pictureHeight*vg.Inch)
	canvas := vgimg.PngCanvas{Canvas: vgimg.NewWith(size, vgimg.UseDPI(pictureDots))}
	p.Draw(draw.New(canvas))
	var out bytes.Buffer
	if _, err := canvas.WriteTo(&out); err != nil {
		return Picture{}, fmt.Errorf("encode a timeline: %w", err)
	}
	return Picture{PNG: out.Bytes(), Alt: a.alt(width)}, nil
}

// bars are the heights, and how many days one bar covers.
func (a TimelineAnswer) bars() (plotter.Values, int) {
	days := a.To.Sub(a.From) + 1
	width := 1
	if days > mostBars {
		width = 7 * ((days + 7*mostBars - 1) / (7 * mostBars))
	}
	bars := make(plotter.Values, (days+width-1)/width)
	for _, c := range a.Counts {
		if i := c.Day.Sub(a.From) / width; i >= 0 && i < len(bars) {
			bars[i] += float64(c.Events)
		}
	}
	return bars, width
}

func (a TimelineAnswer) alt(width int) string {
	total := 0
	for _, c := range a.Counts {
		total += c.Events
	}
	top := slices.MaxFunc(a.Counts, func(a, b NearDay) int { return cmp.Compare(a.Events, b.Events) })
	each := "day"
	if width > 1 {
		each = fmt.Sprintf("%d days", width)
	}
	return fmt.Sprintf("Bar chart, one bar per %s from %s to %s: %d sentences about %d days; most, %d, are about %s.",
		each, a.From, a.To, total, len(a.Counts), top.Events, top.Day)
}

// ticks labels every step-th of n values.
func ticks(n, step int, label func(int) string) plot.ConstantTicks {
	var out plot.ConstantTicks
	for i := 0; i < n; i += max(1, step) {
		out = append(out, plot.Tick{Value: float64(i), Label: label(i)})
	}
	return out
}
