// SPDX-License-Identifier: Apache-2.0
// Reads the events that stand in the file and puts the page in the place of the plain table.
import './controls';
import './event_panel';
import './event_table';
import './facets';
import './overview';
import './style.css';
import './timeline_view';
import './world_map';
import type { PageData } from './graph';
import { Page } from './page';

const place = document.getElementById('page')!;
const page = new Page();
page.heading = place.querySelector('h1')?.textContent ?? '';
page.data = JSON.parse(document.getElementById('data')!.textContent!) as PageData;
place.replaceChildren(page);
document.body.classList.add('ready');
requestAnimationFrame(() => requestAnimationFrame(() => performance.mark('timeline-drawn')));
