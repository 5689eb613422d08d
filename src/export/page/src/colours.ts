// SPDX-License-Identifier: Apache-2.0
// The colours of the style sheet for what is drawn on a canvas.

const names = ['paper', 'ink', 'faint', 'line', 'panel', 'bar', 'other', 'pick', 'land', 'sea'] as const;
export type Colours = Record<(typeof names)[number], string>;

export function colours(): Colours {
  const style = getComputedStyle(document.documentElement);
  return Object.fromEntries(names.map((name) => [name, style.getPropertyValue(`--${name}`).trim()])) as Colours;
}

// `colour` as #rrggbb.
export function faded(colour: string, alpha: number): string {
  return (
    colour +
    Math.round(Math.min(1, Math.max(0, alpha)) * 255)
      .toString(16)
      .padStart(2, '0')
  );
}
