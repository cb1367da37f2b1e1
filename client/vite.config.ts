import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compression } from 'vite-plugin-compression2';
import { chunkOf } from './first-page/chunks.ts';
import { firstPages } from './first-page/first-page.ts';
import { gazetteer } from './gazetteer/gazetteer.ts';

const server = 'http://localhost:3000';

export default defineConfig({
  plugins: [
    react(),
    firstPages(),
    gazetteer(),
    compression({ algorithms: ['gzip', 'brotliCompress'], exclude: [/\.(png|ico|br|gz)$/], threshold: 512 }),
  ],
  build: {
    // The oldest browsers that the component library supports; older phones would get a blank page either way.
    target: ['chrome99', 'safari15.4', 'firefox97'],
    manifest: true,
    sourcemap: false,
    // Text files are cheap to fetch and a CSP without `data:` for them stays simple.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { debugName: 'what is needed together', name: chunkOf(fileURLToPath(new URL('src', import.meta.url))) },
          ],
        },
      },
    },
  },
  server: {
    proxy: {
      // Objects, because a bare address would hide the page's own host, and the server answers its own pages only.
      '/api': { target: server },
      '/socket.io': { target: server, ws: true },
    },
  },
});
