import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

const node = (name: string, testTimeout = 30_000) => ({
  test: { name, include: [`test/${name}/**/*.test.ts`], environment: 'node', testTimeout, hookTimeout: 60_000 },
})

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      node('domain'),
      node('contract'),
      node('core', 120_000),
      node('migrations'),
      node('documents', 60_000),
      node('architecture'),
      node('security'),
      node('main', 60_000),
      node('e2e', 180_000),
      {
        plugins: [vue()],
        test: { name: 'renderer', include: ['test/renderer/**/*.test.ts'], environment: 'happy-dom', testTimeout: 30_000 },
      },
    ],
  },
})
