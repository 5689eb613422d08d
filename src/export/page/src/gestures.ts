// SPDX-License-Identifier: Apache-2.0
// Wheel, mouse, fingers and keys on the timeline, as moves of its view. The wheel alone scrolls lanes and page, as
// everywhere; with Ctrl (or two fingers on a touchpad) it zooms, with Shift or sideways it moves.

export interface Moves {
  pan(pixels: number): void; // to later times
  zoom(factor: number, x: number): void; // < 1: closer; x: pixels of the canvas that stay where they are
  click(x: number, y: number): void;
  hover(x: number, y: number, on: boolean): void;
  scroll(pixels: number): void;
  done(): void; // a gesture has ended
}

export class Gestures {
  private readonly pointers = new Map<number, { x: number; y: number }>();
  private moved = false;
  private settle = 0;

  constructor(
    private readonly canvas: HTMLElement,
    private readonly moves: Moves,
  ) {
    canvas.addEventListener('wheel', (event) => this.wheel(event), { passive: false });
    canvas.addEventListener('pointerdown', (event) => this.down(event));
    canvas.addEventListener('pointermove', (event) => this.move(event));
    canvas.addEventListener('pointerup', (event) => this.up(event, true));
    canvas.addEventListener('pointercancel', (event) => this.up(event, false));
    canvas.addEventListener('pointerleave', () => this.moves.hover(0, 0, false));
  }

  private at(event: MouseEvent): { x: number; y: number } {
    const box = this.canvas.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  }

  private soon(): void {
    clearTimeout(this.settle);
    this.settle = window.setTimeout(() => this.moves.done(), 160);
  }

  private wheel(event: WheelEvent): void {
    const sideways = Math.abs(event.deltaX) > Math.abs(event.deltaY);
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey && !sideways) return;
    event.preventDefault();
    const unit = event.deltaMode === 1 ? 16 : 1;
    if (event.ctrlKey || event.metaKey) {
      const by = Math.max(-60, Math.min(60, event.deltaY * unit));
      this.moves.zoom(Math.exp(by / 240), this.at(event).x);
    } else {
      this.moves.pan((sideways ? event.deltaX : event.deltaY) * unit);
    }
    this.soon();
  }

  private down(event: PointerEvent): void {
    if (event.button !== 0) return;
    this.pointers.set(event.pointerId, this.at(event));
    if (this.pointers.size === 1) this.moved = false;
    else this.moved = true;
    this.canvas.setPointerCapture(event.pointerId);
  }

  private move(event: PointerEvent): void {
    const now = this.at(event),
      before = this.pointers.get(event.pointerId);
    if (!before) {
      this.moves.hover(now.x, now.y, event.pointerType !== 'touch');
      return;
    }
    if (!this.moved && Math.hypot(now.x - before.x, now.y - before.y) < 4) return;
    this.moved = true;
    this.moves.hover(0, 0, false);
    if (this.pointers.size === 1) {
      this.moves.pan(before.x - now.x);
      if (event.pointerType === 'mouse') this.moves.scroll(before.y - now.y);
    } else if (this.pointers.size === 2) {
      const other = [...this.pointers].find(([id]) => id !== event.pointerId)![1];
      const was = Math.abs(before.x - other.x),
        is = Math.abs(now.x - other.x);
      if (was > 8 && is > 8) this.moves.zoom(was / is, other.x);
      else this.moves.pan(before.x - now.x);
    }
    this.pointers.set(event.pointerId, now);
    this.soon();
  }

  private up(event: PointerEvent, whole: boolean): void {
    const click = whole && this.pointers.has(event.pointerId) && !this.moved && this.pointers.size === 1;
    this.pointers.delete(event.pointerId);
    if (click) this.moves.click(this.at(event).x, this.at(event).y);
    else if (this.moved) this.moves.done();
  }
}
