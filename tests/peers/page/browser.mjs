// SPDX-License-Identifier: Apache-2.0
// The timeline page in Chromium without a net. Whatever the page asks for, writes to the console or throws is kept.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { chromium } from 'playwright-core';

const program = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
  existsSync(path),
);

export async function launch() {
  if (!program) {
    console.log('page: no chromium here: passed over');
    process.exit(77);
  }
  return chromium.launch({
    executablePath: program,
    args: ['--no-sandbox', '--disable-gpu', '--proxy-server=127.0.0.1:9'],
  });
}

export async function open(
  browser,
  file,
  { hash = '', width = 1280, height = 900, colorScheme = 'light', javaScriptEnabled = true, hasTouch = false } = {},
) {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme, javaScriptEnabled, hasTouch });
  const page = await context.newPage(),
    faults = [];
  page.setDefaultTimeout(180_000); // a busy machine is slow, not wrong
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(String(error.stack)));
  page.on('request', (request) => {
    if (!/^(file|data):/.test(request.url())) faults.push(`asked for ${request.url()}`);
  });
  page.on('dialog', (dialog) => {
    faults.push(`dialog ${dialog.message()}`);
    dialog.dismiss();
  });
  await page.goto(`file://${resolve(file)}${hash}`);
  if (javaScriptEnabled) {
    await page.waitForSelector('body.ready');
    await page.waitForFunction(() => document.querySelector('forewhen-table table'));
    await settled(page);
  }
  return { page, faults, close: () => context.close() };
}

// Two frames on.
export const settled = (page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
