// SPDX-License-Identifier: Apache-2.0
// One script and one style, without a name of their own in the file: the page that holds them asks for nothing.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';

const most = 250 * 1024; // bytes, packed

function notice(): Plugin {
  return {
    name: 'notice-and-size',
    generateBundle(_options, bundle) {
      let size = 0;
      for (const file of Object.values(bundle)) {
        if (file.type === 'chunk') file.code = `/*!\n${readFileSync('notice.txt', 'utf8')}*/\n${file.code}`;
        size += gzipSync(file.type === 'chunk' ? file.code : file.source).length;
      }
      console.log(`page: ${(size / 1024).toFixed(1)} KiB packed, of ${most / 1024}`);
      if (size > most) this.error(`the page is larger than ${most / 1024} KiB packed`);
    },
  };
}

export default defineConfig({
  plugins: [notice()],
  logLevel: 'warn',
  json: { stringify: true },
  build: {
    target: 'es2021',
    outDir: 'dist',
    cssCodeSplit: false,
    lib: { entry: 'src/main.ts', formats: ['es'], fileName: () => 'page.js' },
    rollupOptions: { output: { assetFileNames: 'page[extname]' } },
    minify: 'esbuild',
  },
});
