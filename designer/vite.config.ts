import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { extensionsPlugin } from './extensions-plugin.ts'

const server = process.env['TIEUCHI_SERVER'] ?? 'http://127.0.0.1:8080'

// oxlint-disable-next-line import/no-default-export -- Vite reads its configuration from the default export.
export default defineConfig({
  // The React Compiler keeps what a component made last time where nothing it read has changed.
  plugins: [extensionsPlugin(), react({ compiler: true, include: /\/designer\/src\/.*\.tsx?$/ })],
  worker: { format: 'es', plugins: () => [extensionsPlugin()] },
  // Packages of code lie elsewhere and use what the application uses.
  resolve: { dedupe: ['react', 'react-dom', '@mantine/core', '@tieuchi/runtime'] },
  build: { outDir: 'dist', emptyOutDir: true, target: 'es2022' },
  server: { proxy: { '/api': server } },
})
