import { build } from 'vite'
import { join } from 'node:path'
const root = '/work/main'
process.chdir(root)
await build({
  root,
  configFile: false,
  logLevel: 'warn',
  build: {
    ssr: 'test/bench/booksTmp.ts',
    outDir: join(root, 'node_modules/.cache/kiris-bench-books'),
    emptyOutDir: true,
    target: 'node20',
    rollupOptions: { output: { entryFileNames: 'bench.mjs' } },
  },
})
