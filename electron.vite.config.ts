import path from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

/** Every library is bundled, so that the packed application holds no node_modules. */
export default defineConfig({
  main: {
    build: {
      outDir: 'dist/main',
      externalizeDeps: false,
      rollupOptions: { input: 'electron/main.ts', output: { entryFileNames: '[name].js' } },
    },
  },
  preload: {
    build: {
      outDir: 'dist/preload',
      externalizeDeps: false,
      // A sandboxed preload cannot be an ES module.
      rollupOptions: { input: 'electron/preload.ts', output: { format: 'cjs', entryFileNames: '[name].cjs' } },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react()],
    build: {
      outDir: 'dist/renderer',
      // What is inlined as data: would be refused by the page's policy.
      assetsInlineLimit: 0,
      rollupOptions: { input: path.resolve('renderer/index.html') },
    },
    worker: { format: 'es' },
  },
})
