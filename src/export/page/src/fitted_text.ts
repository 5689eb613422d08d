// SPDX-License-Identifier: Apache-2.0
// Texts cut to a width, between characters as people see them; each cut is made once.

const MOST_LETTERS = 240; // of a text of any length
const segmenter =
  typeof Intl.Segmenter === 'function' ? new Intl.Segmenter(undefined, { granularity: 'grapheme' }) : null;

export class FittedText {
  private readonly cuts = new Map<string, string>();

  // '' when not even a few letters fit.
  fit(context: CanvasRenderingContext2D, text: string, width: number): string {
    if (width < 14) return '';
    const room = Math.min(Math.floor(width / 8) * 8, 640);
    const key = `${room}\n${text.slice(0, MOST_LETTERS)}`;
    const known = this.cuts.get(key);
    if (known !== undefined) return known;
    if (this.cuts.size > 20000) this.cuts.clear();
    const cut = this.cut(context, text.slice(0, MOST_LETTERS).replace(/\s+/g, ' '), room, text.length > MOST_LETTERS);
    this.cuts.set(key, cut);
    return cut;
  }

  private cut(context: CanvasRenderingContext2D, text: string, width: number, longer: boolean): string {
    if (!longer && context.measureText(text).width <= width) return text;
    const letters = segmenter ? [...segmenter.segment(text)].map((each) => each.segment) : Array.from(text);
    let low = 0,
      high = letters.length;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (context.measureText(letters.slice(0, middle).join('') + '…').width <= width) low = middle;
      else high = middle - 1;
    }
    return low > 0 ? letters.slice(0, low).join('').trimEnd() + '…' : '';
  }
}
