// SPDX-License-Identifier: Apache-2.0
// Ticks of the time axis and their words. Dates are ISO 8601 in UTC; years before 1 are told as BCE. d3's calendar steps
// serve as far as Date goes, round numbers of years beyond.
import { scaleLinear, scaleUtc } from 'd3-scale';

export interface Tick {
  at: number; // seconds
  label: string;
  context: string; // the day, month or year that the label leaves out; '' when it leaves out none
}

const MOST = 8.6e12; // seconds that a Date holds
const YEAR = 31556952;
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const two = (n: number) => String(n).padStart(2, '0');

export const yearName = (year: number) => (year > 0 ? String(year) : `${(1 - year).toLocaleString('en')} BCE`);

export function dayName(seconds: number): string {
  if (Math.abs(seconds) > MOST) return yearName(Math.floor(1970 + seconds / YEAR));
  const d = new Date(seconds * 1000);
  return `${d.getUTCDate()} ${months[d.getUTCMonth()]} ${yearName(d.getUTCFullYear())}`;
}

function tick(date: Date): Tick {
  const at = date.getTime() / 1000,
    year = yearName(date.getUTCFullYear()),
    month = months[date.getUTCMonth()];
  const day = date.getUTCDate();
  if (date.getUTCHours() || date.getUTCMinutes() || date.getUTCSeconds()) {
    const seconds = date.getUTCSeconds() ? `:${two(date.getUTCSeconds())}` : '';
    return {
      at,
      label: `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}${seconds}`,
      context: `${day} ${month} ${year}`,
    };
  }
  if (day !== 1) return { at, label: `${day} ${month}`, context: year };
  if (date.getUTCMonth() !== 0) return { at, label: month, context: year };
  return { at, label: year, context: '' };
}

// About `most` ticks; never more than twice as many.
export function ticks(from: number, to: number, most: number): Tick[] {
  const step = (to - from) / Math.max(1, most);
  if (Math.abs(from) > MOST || Math.abs(to) > MOST || step > 40 * YEAR) {
    const years = scaleLinear()
      .domain([from / YEAR + 1970, to / YEAR + 1970])
      .ticks(most)
      .filter(Number.isInteger);
    return years.map((year) => ({ at: yearStart(year), label: yearName(year), context: '' }));
  }
  if (step < 1) return [];
  return scaleUtc()
    .domain([from * 1000, to * 1000])
    .ticks(Math.max(1, most))
    .map(tick);
}

export function yearStart(year: number): number {
  if (Math.abs(year) > 270000) return (year - 1970) * YEAR;
  const date = new Date(0);
  date.setUTCFullYear(year, 0, 1);
  return date.getTime() / 1000;
}
