// The timeline page: draws the events of #data on a canvas, and keeps the table, the details and the address in step.
// Every text of a source is put in as a text node or drawn, never as markup. Times are seconds since 1970, UTC; a bound
// that is open is null.
'use strict';
(() => {
  const data = JSON.parse(document.getElementById('data').textContent);
  const events = data.events;
  const byId = new Map(events.map((e) => [e.id, e]));
  const $ = (id) => document.getElementById(id);
  const canvas = $('canvas'), frame = $('frame'), ctx = canvas.getContext('2d');
  const DAY = 86400, LABELS = 150, AXIS = 28, ROW = 20, MOST_LANES = 40, MOST_ROWS = 30;
  const reduced = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const state = { lane: 'actor', q: '', type: '', all: true, from: null, to: null, sel: '' };
  let shown = [], drawn = [], pending = false;

  // --- the address -------------------------------------------------------------------------------------------------
  function readHash() {
    const p = new URLSearchParams(location.hash.slice(1));
    const number = (name) => (p.has(name) && isFinite(Number(p.get(name))) ? Number(p.get(name)) : null);
    state.lane = ['actor', 'place', 'type'].includes(p.get('lane')) ? p.get('lane') : 'actor';
    state.q = p.get('q') || '';
    state.type = p.get('type') || '';
    state.all = p.get('all') !== '0';
    state.from = number('from');
    state.to = number('to');
    state.sel = byId.has(p.get('sel')) ? p.get('sel') : '';
  }
  function writeHash() {
    const p = new URLSearchParams();
    if (state.lane !== 'actor') p.set('lane', state.lane);
    if (state.q) p.set('q', state.q);
    if (state.type) p.set('type', state.type);
    if (!state.all) p.set('all', '0');
    if (state.from !== null) { p.set('from', Math.round(state.from)); p.set('to', Math.round(state.to)); }
    if (state.sel) p.set('sel', state.sel);
    try { history.replaceState(null, '', '#' + p); } catch { /* some browsers refuse it for files, or too often */ }
  }

  // --- which events ------------------------------------------------------------------------------------------------
  const haystack = new Map();
  function words(e) {
    if (!haystack.has(e.id))
      haystack.set(e.id, [e.what, e.when, e.edtf, e.place, e.type, ...e.actors, ...e.quotes.map((q) => q[1])]
        .join('\n').toLowerCase());
    return haystack.get(e.id);
  }
  function filter() {
    const wanted = state.q.toLowerCase().split(/\s+/).filter(Boolean);
    shown = events.filter((e) => (!state.type || e.type === state.type) && (state.all || e.happened) &&
      wanted.every((w) => words(e).includes(w)));
    const ids = new Set(shown.map((e) => e.id));
    for (const row of $('rows').rows) row.hidden = !ids.has(row.id);
    const undated = shown.filter((e) => start(e) === null).length;
    $('count').textContent = `${shown.length} of ${events.length} events` +
      (undated ? `; ${undated} without a known start stand in the table only` : '');
  }

  // --- time --------------------------------------------------------------------------------------------------------
  const start = (e) => e.bounds[0];
  function end(e) {
    const [es, ls, ee, le] = e.bounds;
    return le !== null ? le : Math.max(es, ls ?? es, ee ?? es);
  }
  function extent() {
    let from = Infinity, to = -Infinity;
    for (const e of shown) if (start(e) !== null) { from = Math.min(from, start(e)); to = Math.max(to, end(e)); }
    if (from > to) [from, to] = [0, DAY];
    const margin = Math.max((to - from) * 0.04, DAY / 2);
    return [from - margin, to + Math.max((to - from) * 0.25, margin)];  // words stand to the right of bars
  }
  function range() {
    return state.from !== null && state.to > state.from ? [state.from, state.to] : extent();
  }
  const fits = (t) => Math.abs(t) < 8.64e12;
  function year(t) { return fits(t) ? new Date(t * 1000).getUTCFullYear() : Math.floor(1970 + t / 31556952); }
  const yearName = (y) => (y > 0 ? String(y) : `${1 - y} BCE`);
  function yearStart(y) {
    if (Math.abs(y) > 270000) return (y - 1970) * 31556952;
    const d = new Date(0);
    d.setUTCFullYear(y, 0, 1);
    return d / 1000;
  }
  const two = (n) => String(n).padStart(2, '0');
  function ticks(from, to, most) {
    const span = to - from, list = [];
    const yearSteps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1e3, 2e3, 5e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11];
    if (span / (31 * DAY) > most || !fits(from) || !fits(to)) {
      const step = yearSteps.find((s) => span / (s * 365 * DAY) <= most) || 1e12;
      for (let y = Math.ceil(year(from) / step) * step; yearStart(y) <= to; y += step)
        if (yearStart(y) >= from) list.push([yearStart(y), yearName(y)]);
    } else if (span / DAY > most) {
      const step = span / (7 * DAY) > most ? 31 : 7;
      const d = new Date(Math.floor(from / DAY) * DAY * 1000);
      for (; d / 1000 <= to; d.setUTCDate(d.getUTCDate() + 1)) {
        const on = step === 31 ? d.getUTCDate() === 1 : d.getUTCDay() === 1;
        if (on && d / 1000 >= from)
          list.push([d / 1000, `${yearName(d.getUTCFullYear())}-${two(d.getUTCMonth() + 1)}` +
            (step === 31 ? '' : `-${two(d.getUTCDate())}`)]);
      }
    } else {
      const step = [DAY, DAY / 2, DAY / 4, 3600, 900, 300, 60].filter((s) => span / s <= most).pop() || DAY;
      for (let t = Math.ceil(from / step) * step; t <= to; t += step) {
        const d = new Date(t * 1000);
        list.push([t, t % DAY === 0 ? `${yearName(d.getUTCFullYear())}-${two(d.getUTCMonth() + 1)}-${two(d.getUTCDate())}`
          : `${two(d.getUTCHours())}:${two(d.getUTCMinutes())}`]);
      }
    }
    return list;
  }

  // --- drawing -----------------------------------------------------------------------------------------------------
  function lanesOf(e) {
    if (state.lane === 'place') return [e.place || 'no place'];
    if (state.lane === 'type') return [e.type || 'no type'];
    return e.actors.length ? e.actors : ['nobody named'];
  }
  function lanes() {
    const all = new Map();
    for (const e of shown) {
      if (start(e) === null) continue;
      for (const name of new Set(lanesOf(e))) {
        if (!all.has(name)) all.set(name, []);
        all.get(name).push(e);
      }
    }
    const sorted = [...all].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1));
    if (sorted.length <= MOST_LANES) return sorted;
    const rest = new Set(sorted.slice(MOST_LANES).flatMap(([, list]) => list));
    return [...sorted.slice(0, MOST_LANES), [`${sorted.length - MOST_LANES} others`, events.filter((e) => rest.has(e))]];
  }
  const cuts = new Map();
  function cut(text, width) {  // between characters as people see them
    const key = `${width}\n${text.slice(0, 200)}`;
    if (cuts.has(key)) return cuts.get(key);
    let short = text.slice(0, 200);
    if (short.length < text.length || ctx.measureText(short).width > width) {
      const letters = typeof Intl.Segmenter === 'function'
        ? [...new Intl.Segmenter().segment(short)].map((s) => s.segment) : Array.from(short);
      let low = 0, high = letters.length;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (ctx.measureText(letters.slice(0, middle).join('') + '…').width <= width) low = middle; else high = middle - 1;
      }
      short = letters.slice(0, low).join('') + '…';
    }
    if (cuts.size > 5000) cuts.clear();
    cuts.set(key, short);
    return short;
  }
  function colours() {
    const style = getComputedStyle(document.documentElement);
    return Object.fromEntries(['paper', 'ink', 'faint', 'line', 'panel', 'bar', 'other', 'pick']
      .map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
  }
  const faded = (colour, alpha) => colour + two(Math.round(alpha * 255).toString(16));

  // A bar is full where the event is certain to have gone on, and fades over the time in which it may have begun or
  // ended. What lies somewhere within more than a day has no full part: it fades both ways and has a dashed edge.
  function bar(e, x, y, from, to, colour) {
    const [es, ls, ee, le] = e.bounds;
    const left = x(es), open = le === null, right = Math.max(open ? Math.max(x(end(e)), left) + 50 : x(le), left + 5);
    const at = (t) => Math.min(1, Math.max(0, (x(t) - left) / (right - left)));
    const exact = ls !== null && ls - es <= DAY;
    const fill = ctx.createLinearGradient(left, 0, right, 0);
    const certainFrom = exact ? 0 : ls === null ? 1 : at(ls), certainTo = open ? at(ee ?? es) : ee === null ? 0 : at(ee);
    if (exact && !open && le - es <= DAY) {
      fill.addColorStop(0, colour); fill.addColorStop(1, colour);
    } else if (certainFrom <= certainTo) {
      fill.addColorStop(0, faded(colour, certainFrom > 0 ? 0.1 : 1));
      fill.addColorStop(certainFrom, colour);
      fill.addColorStop(certainTo, colour);
      fill.addColorStop(1, faded(colour, certainTo < 1 ? 0.05 : 1));
    } else {
      fill.addColorStop(0, faded(colour, 0.12)); fill.addColorStop(0.5, faded(colour, 0.6));
      fill.addColorStop(1, faded(colour, 0.12));
    }
    ctx.fillStyle = fill;
    ctx.fillRect(left, y + 3, right - left, ROW - 7);
    if (!exact) {
      ctx.strokeStyle = colour; ctx.setLineDash([3, 3]); ctx.lineWidth = 1;
      ctx.strokeRect(Math.max(left, LABELS - 2) + 0.5, y + 3.5, right - Math.max(left, LABELS - 2) - 1, ROW - 8);
      ctx.setLineDash([]);
    }
    return [left, right];
  }
  function layOut(list, x, width) {  // rows in which neither bars nor their words meet
    const rows = [];
    const placed = [];
    let hidden = 0;
    for (const e of list) {
      const left = x(start(e)), right = Math.max(x(end(e)), left + 5) + (e.bounds[3] === null ? 50 : 0);
      if (right < LABELS || left > width) continue;
      const until = right + Math.min(220, ctx.measureText(e.what.slice(0, 60)).width) + 14;
      let row = rows.findIndex((taken) => taken <= left);
      if (row < 0) row = rows.length < MOST_ROWS ? rows.push(0) - 1 : -1;
      if (row < 0) { ++hidden; continue; }
      rows[row] = until;
      placed.push([e, row, right]);
    }
    return { placed, rows: Math.max(1, rows.length), hidden };
  }
  function draw() {
    pending = false;
    const colour = colours(), ratio = devicePixelRatio || 1, width = frame.clientWidth || 800;
    const [from, to] = range();
    const x = (t) => LABELS + ((t - from) / (to - from)) * (width - LABELS);
    ctx.font = '13px system-ui, sans-serif';
    const laid = lanes().map(([name, list]) => [name, layOut(list, x, width), list.length]);
    const height = Math.min(30000, AXIS + laid.reduce((sum, [, lane]) => sum + lane.rows * ROW + 8, 0) + 4);
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * Math.min(ratio, 32000 / height));
    canvas.style.height = `${height}px`;
    ctx.setTransform(ratio, 0, 0, canvas.height / height, 0, 0);
    ctx.fillStyle = colour.paper;
    ctx.fillRect(0, 0, width, height);
    ctx.font = '13px system-ui, sans-serif';
    ctx.textBaseline = 'middle';
    for (const [t, label] of ticks(from, to, Math.max(2, (width - LABELS) / 110))) {
      ctx.fillStyle = colour.line; ctx.fillRect(Math.round(x(t)), AXIS - 6, 1, height);
      ctx.fillStyle = colour.faint; ctx.fillText(label, x(t) + 4, AXIS / 2);
    }
    drawn = [];
    let top = AXIS;
    for (const [name, lane, count] of laid) {
      ctx.save();
      ctx.beginPath(); ctx.rect(LABELS, top, width - LABELS, lane.rows * ROW + 8); ctx.clip();
      for (const [e, row] of lane.placed) {
        const y = top + 4 + row * ROW;
        const picked = e.id === state.sel;
        const [left, right] = bar(e, x, y, from, to, picked ? colour.pick : e.happened ? colour.bar : colour.other);
        ctx.fillStyle = picked ? colour.pick : colour.ink;
        const at = Math.max(right, LABELS) + 4, text = cut(e.what, 200);
        ctx.fillText(text, at, y + ROW / 2);
        drawn.push({ e, left: Math.max(left, LABELS), right: at + ctx.measureText(text).width, top: y, bottom: y + ROW });
      }
      ctx.restore();
      ctx.fillStyle = colour.ink;
      ctx.fillText(cut(name, LABELS - 12), 4, top + 4 + ROW / 2);
      ctx.fillStyle = colour.faint;
      if (lane.hidden) ctx.fillText(`${lane.hidden} of ${count} not drawn: zoom in`, 4, top + 4 + ROW * 1.5);
      top += lane.rows * ROW + 8;
      ctx.fillStyle = colour.line; ctx.fillRect(0, top - 1, width, 1);
    }
  }
  function redraw() { if (!pending) { pending = true; requestAnimationFrame(draw); } }

  // --- one event ---------------------------------------------------------------------------------------------------
  function element(name, text, parent, className) {
    const node = document.createElement(name);
    if (text) node.textContent = text;
    if (className) node.className = className;
    node.dir = 'auto';
    parent?.append(node);
    return node;
  }
  function quotes(e, parent) {
    for (const [id, text] of e.quotes) {
      element('blockquote', text, parent);
      const source = data.documents[id] || {};
      const line = element('div', '', parent, 'source');
      const name = (source.title || id) + (source.published ? `, ${source.published}` : '');
      if (/^https?:\/\//.test(source.url || '')) {
        const link = element('a', name, line);
        link.href = source.url; link.rel = 'noreferrer noopener';
      } else {
        line.textContent = name;
      }
    }
  }
  function neighbours(title, list, outside, parent) {
    element('h3', title, parent);
    if (!list) { element('p', 'Not part of a page of so many events.', parent, 'sure'); return; }
    if (!list.length) element('p', 'Nothing that shares an actor, a place or a source with it.', parent, 'sure');
    const ul = element('ul', '', parent);
    for (const [id, certainty, ties] of list) {
      const other = byId.get(id), li = element('li', '', ul);
      const button = element('button', `${other.when}: ${other.what}`, li);
      button.type = 'button';
      button.addEventListener('click', () => select(id, true));
      element('div', `${certainty}; ${ties}`, li, 'sure');
      quotes(other, li);
    }
    if (outside) element('p', `${outside} more are not part of this page.`, parent, 'sure');
  }
  function select(id, focus) {
    state.sel = id;
    const panel = $('detail');
    for (const row of document.querySelectorAll('tr.picked')) row.classList.remove('picked');
    panel.replaceChildren();
    panel.hidden = !id;
    if (id) {
      const e = byId.get(id);
      $(id)?.classList.add('picked');
      const close = element('button', 'Close', panel);
      close.type = 'button';
      close.addEventListener('click', () => { select('', false); canvas.focus(); });
      const head = element('h2', e.what, panel);
      head.tabIndex = -1;
      element('p', [e.when, e.edtf && `EDTF ${e.edtf}`, e.actors.join(', '), e.place, e.type].filter(Boolean).join(' · '), panel);
      quotes(e, panel);
      neighbours('Before it', e.before, e.before_outside, panel);
      neighbours('After it', e.after, e.after_outside, panel);
      if (focus) { head.focus({ preventScroll: true }); panel.scrollIntoView({ block: 'nearest', behavior: reduced ? 'auto' : 'smooth' }); }
    }
    writeHash();
    redraw();
  }

  // --- hands on it -------------------------------------------------------------------------------------------------
  function zoom(factor, middle) {
    const [from, to] = range(), at = middle ?? (from + to) / 2;
    if ((to - from) * factor < 60 || (to - from) * factor > 1e19) return;
    state.from = at - (at - from) * factor;
    state.to = at + (to - at) * factor;
    writeHash(); redraw();
  }
  function pan(part) {
    const [from, to] = range(), by = (to - from) * part;
    state.from = from + by; state.to = to + by;
    writeHash(); redraw();
  }
  function fit() { state.from = state.to = null; writeHash(); redraw(); }
  function step(by) {
    if (!shown.length) return;
    const at = shown.findIndex((e) => e.id === state.sel);
    const next = shown[Math.min(shown.length - 1, Math.max(0, at < 0 ? 0 : at + by))];
    select(next.id, false);
    const [from, to] = range(), s = start(next);
    if (s !== null && (s < from || s > to)) pan((s - (from + to) / 2) / (to - from));
  }
  const timeAt = (clientX) => {
    const box = canvas.getBoundingClientRect(), [from, to] = range();
    return from + ((clientX - box.left - LABELS) / (box.width - LABELS)) * (to - from);
  };
  canvas.addEventListener('wheel', (event) => {
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey) return;  // the page scrolls
    event.preventDefault();
    if (event.shiftKey) pan((event.deltaX || event.deltaY) / 1000);
    else zoom(Math.exp(Math.max(-1, Math.min(1, event.deltaY / 200))), timeAt(event.clientX));
  }, { passive: false });
  let held = null;
  canvas.addEventListener('pointerdown', (event) => {
    held = { x: event.clientX, y: event.clientY, moved: false };
    canvas.setPointerCapture(event.pointerId);
  });
  canvas.addEventListener('pointermove', (event) => {
    if (!held) return;
    const by = event.clientX - held.x;
    if (!held.moved && Math.abs(by) < 4) return;
    held.moved = true; held.x = event.clientX;
    pan(-by / (canvas.clientWidth - LABELS));
  });
  canvas.addEventListener('pointercancel', () => { held = null; });
  canvas.addEventListener('pointerup', (event) => {
    const click = held && !held.moved;
    held = null;
    if (!click) return;
    const box = canvas.getBoundingClientRect(), px = event.clientX - box.left, py = event.clientY - box.top;
    const hit = drawn.find((d) => px >= d.left - 3 && px <= d.right && py >= d.top && py < d.bottom);
    if (hit) select(hit.e.id, true);
  });
  canvas.addEventListener('keydown', (event) => {
    const act = { ArrowLeft: () => pan(-0.15), ArrowRight: () => pan(0.15), ArrowUp: () => step(-1), ArrowDown: () => step(1),
      '+': () => zoom(0.7), '=': () => zoom(0.7), '-': () => zoom(1.4), Home: fit,
      Enter: () => state.sel && select(state.sel, true), Escape: () => select('', false) }[event.key];
    if (act) { event.preventDefault(); act(); }
  });
  $('rows').addEventListener('click', (event) => {
    const link = event.target.closest('a');
    if (!link) return;
    event.preventDefault();
    select(link.closest('tr').id, true);
  });
  $('in').addEventListener('click', () => zoom(0.6));
  $('out').addEventListener('click', () => zoom(1.6));
  $('fit').addEventListener('click', fit);
  $('theme').addEventListener('click', () => {
    const dark = document.documentElement.dataset.theme
      ? document.documentElement.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
    document.documentElement.dataset.theme = dark ? 'light' : 'dark';
    redraw();
  });
  $('controls').addEventListener('submit', (event) => event.preventDefault());
  $('controls').addEventListener('input', () => {
    state.lane = $('lane').value; state.q = $('q').value; state.type = $('type').value; state.all = $('all').checked;
    writeHash(); filter(); redraw();
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw);
  addEventListener('resize', redraw);
  addEventListener('beforeprint', draw);

  function show() {
    readHash();
    for (const name of ['lane', 'q', 'type']) $(name).value = state[name];
    $('all').checked = state.all;
    filter();
    select(state.sel, false);
  }
  for (const type of [...new Set(events.map((e) => e.type))].filter(Boolean).sort()) element('option', type, $('type')).value = type;
  addEventListener('hashchange', show);
  document.body.classList.add('ready');
  show();
})();
