// SPDX-License-Identifier: Apache-2.0
// Texts of sources may be of any length; a page shows their beginning, and all of it when asked.
import { html, type TemplateResult } from 'lit';

export const cut = (text: string, most = 600) => (text.length > most ? text.slice(0, most) + '…' : text);

export function longText(text: string, most = 1200): TemplateResult {
  if (text.length <= most) return html`${text}`;
  return html`${cut(text, most)}<details><summary>All ${text.length.toLocaleString('en')} characters</summary>${text}</details>`;
}
