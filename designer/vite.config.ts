import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const server = process.env['TIEUCHI_SERVER'] ?? 'http://127.0.0.1:8080'

// oxlint-disable-next-line import/no-default-export -- Vite reads its configuration from the default export.
export default defineConfig({
  // The React Compiler keeps what a component made last time where nothing it read has changed.
  plugins: [react({ compiler: true, include: /\/designer\/src\/.*\.tsx?$/ })],
  build: { outDir: 'dist', emptyOutDir: true, target: 'es2022' },
  server: { proxy: { '/api': server } },
})
