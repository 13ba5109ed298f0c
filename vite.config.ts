/** Builds the site of src/web into dist/site: no inline script or style, so that it runs under a strict CSP. */
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  root: 'src/web',
  publicDir: 'public',
  plugins: [react()],
  build: {
    outDir: '../../dist/site',
    // A server that runs still serves the files of its own build; scripts/prepare.mjs clears what is older.
    emptyOutDir: false,
    target: 'es2022',
    // A data: URI would need a hole in the CSP; every asset is a file.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
  },
  server: { proxy: { '/v1': process.env['TOPDORP_API'] ?? 'http://localhost:4000' } },
})
