import vue from '@vitejs/plugin-vue'
import { resolve } from 'node:path'
import { defineConfig } from 'electron-vite'
import { checkerBeside } from './resources/checker/bundle.mjs'

const at = (path: string) => resolve(import.meta.dirname, path)

// Pages have addresses of their own (/letters/12), so the start page must name its files from the root; electron-vite would make them relative.
const ownOrigin = {
  name: 'own-origin',
  enforce: 'post' as const,
  config: (config: { base?: string }) => void (config.base = '/'),
}

export default defineConfig({
  main: {
    // The page that checks slips elsewhere takes its script from beside the hosts.
    plugins: [checkerBeside],
    build: {
      outDir: 'out/main',
      // Two hosts of the same office, the Electron process and the plain Node server, and the calculator of the command line.
      rollupOptions: {
        input: {
          index: at('electron/main/index.ts'),
          server: at('electron/server/index.ts'),
          term: at('electron/server/term.ts'),
          // The thread on which journals are made into books.
          bookWorker: at('electron/core/books/bookWorker.ts'),
          // The thread on which foreign PDFs are opened.
          pdfWorker: at('electron/core/attachments/pdfWorker.ts'),
        },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      // A sandboxed preload is one CommonJS file.
      rollupOptions: {
        input: { index: at('electron/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [vue(), ownOrigin],
    publicDir: at('resources/icons'),
    build: {
      outDir: 'out/renderer',
      minify: true,
      // Everything is served from our own origin under a strict policy: nothing is inlined as data.
      assetsInlineLimit: 0,
      rollupOptions: { input: at('renderer/index.html') },
    },
    define: { __VUE_OPTIONS_API__: false, __VUE_I18N_LEGACY_API__: false, __INTLIFY_PROD_DEVTOOLS__: false },
  },
})
