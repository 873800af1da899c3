import babel from '@rolldown/plugin-babel'
import react, { reactCompilerPreset } from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const server = process.env['TIEUCHI_SERVER'] ?? 'http://127.0.0.1:8080'

// The React Compiler keeps what a component made last time where nothing it read has changed. It is Babel 7: under 8 it passes over each function whose parameters are taken apart with defaults.
const compiled = babel({ include: /\/designer\/src\/.*\.tsx?$/, presets: [reactCompilerPreset()] })

// oxlint-disable-next-line import/no-default-export -- Vite reads its configuration from the default export.
export default defineConfig({
  plugins: [react(), compiled],
  build: { outDir: 'dist', emptyOutDir: true, target: 'es2022' },
  server: { proxy: { '/api': server } },
})
