// The painter of the screen: a canvas in two dimensions. It needs no WebGL, which machines of archives and
// remote desktops often lack.
import { font, type Painter, type Shaped, type Stroke, type TextStyle } from "./painter";

const LINES_A_PATH = 50;
const paths = new Map<string, Path2D>();

function outline(d: string): Path2D {
  let found = paths.get(d);
  if (!found) {
    found = new Path2D(d);
    if (paths.size > 4000) paths.clear();
    paths.set(d, found);
  }
  return found;
}

export class CanvasPainter implements Painter {
  private readonly ctx: CanvasRenderingContext2D;

  constructor(ctx: CanvasRenderingContext2D) {
    this.ctx = ctx;
  }

  line(x1: number, y1: number, x2: number, y2: number, stroke: Stroke, opacity = 1): void {
    const { ctx } = this;
    ctx.globalAlpha = opacity;
    this.pen(stroke);
    ctx.beginPath();
    ctx.moveTo(x1, y1);
    ctx.lineTo(x2, y2);
    ctx.stroke();
  }

  lines(ends: number[], stroke: Stroke, opacity = 1): void {
    const { ctx } = this;
    ctx.globalAlpha = opacity;
    this.pen(stroke);
    // One path of thousands of crossing lines takes many times longer to fill in than many short paths.
    for (let from = 0; from < ends.length; from += 4 * LINES_A_PATH) {
      ctx.beginPath();
      for (let at = from; at < Math.min(ends.length, from + 4 * LINES_A_PATH); at += 4) {
        ctx.moveTo(ends[at]!, ends[at + 1]!);
        ctx.lineTo(ends[at + 2]!, ends[at + 3]!);
      }
      ctx.stroke();
    }
  }

  circle(x: number, y: number, radius: number, style: Shaped): void {
    const { ctx } = this;
    ctx.beginPath();
    ctx.arc(x, y, radius, 0, 2 * Math.PI);
    this.fillAndStroke(style);
  }

  rect(x: number, y: number, width: number, height: number, style: Shaped): void {
    const { ctx } = this;
    ctx.beginPath();
    ctx.rect(x, y, width, height);
    this.fillAndStroke(style);
  }

  path(d: string, style: Shaped, place?: { x: number; y: number; scale: number }): void {
    const { ctx } = this;
    const shape = outline(d);
    if (!place) {
      this.fillAndStroke(style, shape);
      return;
    }
    ctx.save();
    ctx.translate(place.x, place.y);
    ctx.scale(place.scale, place.scale);
    const stroke = style.stroke && { ...style.stroke, width: style.stroke.width / place.scale };
    this.fillAndStroke(stroke ? { ...style, stroke } : style, shape);
    ctx.restore();
  }

  text(x: number, y: number, words: string, style: TextStyle, opacity = 1): void {
    const { ctx } = this;
    ctx.globalAlpha = opacity;
    ctx.font = font(style);
    ctx.textAlign = style.anchor === "middle" ? "center" : style.anchor === "end" ? "right" : "left";
    ctx.textBaseline = "alphabetic";
    if (style.halo) {
      ctx.strokeStyle = style.halo;
      ctx.lineWidth = 3;
      ctx.lineJoin = "round";
      ctx.setLineDash([]);
      ctx.strokeText(words, x, y);
    }
    ctx.fillStyle = style.colour;
    ctx.fillText(words, x, y);
  }

  begin(): void {}

  end(): void {}

  private pen(stroke: Stroke): void {
    this.ctx.strokeStyle = stroke.colour;
    this.ctx.lineWidth = stroke.width;
    this.ctx.lineCap = stroke.round ? "round" : "butt";
    this.ctx.setLineDash(stroke.dash ?? []);
  }

  private fillAndStroke(style: Shaped, shape?: Path2D): void {
    const { ctx } = this;
    ctx.globalAlpha = style.opacity ?? 1;
    if (style.fill) {
      ctx.fillStyle = style.fill;
      if (shape) ctx.fill(shape);
      else ctx.fill();
    }
    if (style.stroke) {
      this.pen(style.stroke);
      if (shape) ctx.stroke(shape);
      else ctx.stroke();
    }
  }
}
