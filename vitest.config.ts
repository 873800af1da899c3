import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { defineConfig, type Plugin } from 'vitest/config'
import { LongFirst } from './test/support/long-first.ts'
import { SecondTries } from './test/support/second-tries.ts'

const project = (name: string, options: { readonly globalSetup?: string | string[]; readonly testTimeout?: number; readonly hookTimeout?: number; readonly retry?: number; readonly isolate?: boolean; readonly expect?: { readonly poll: { readonly timeout: number } } } = {}) => ({
  test: { name, include: [`test/${name}/**/*.test.ts`], testTimeout: 30_000, hookTimeout: 120_000, ...options },
})

const databases = ['./test/support/postgres-server.ts', './test/support/embedded-copy.ts']

// Files that share nothing but what they import need no process each: runtime and server, the validators they compile and the machine
// code of the embedded database are made ready once in a worker. They mock no module, and give back what they change globally.
const together = { isolate: false }

// What is polled takes as long as the machine is busy; a second, which is the default, is a verdict about the machine.
const patient = { poll: { timeout: 30_000 } }

/** Packages of code lie elsewhere and use what the application uses, as they do where it is built. */
const packagesOfCode: Plugin = {
  name: 'packages-of-code',
  enforce: 'pre',
  resolveId(source, importer) {
    const ofPackage = importer?.includes('/test/extension-sample/') === true && !source.startsWith('.')
    return ofPackage ? this.resolve(source, join(import.meta.dirname, 'designer/src/main.tsx'), { skipSelf: true }) : null
  },
}

// oxlint-disable-next-line import/no-default-export -- the test runner reads the default export
export default defineConfig({
  test: {
    // Three at a time on two cores: much of a test is waiting for a database, a browser or another process.
    maxWorkers: Math.ceil(availableParallelism() * 1.5),
    sequence: { sequencer: LongFirst },
    reporters: ['default', new SecondTries()],
    projects: [
      project('architecture'),
      project('runtime', { testTimeout: 120_000, ...together }),
      project('schema-suite'),
      project('rulesets', { globalSetup: './test/support/embedded-copy.ts', testTimeout: 120_000, ...together }),
      project('fuzz', { testTimeout: 600_000 }),
      project('agreement', { testTimeout: 600_000, ...together }),
      project('server', { globalSetup: databases, testTimeout: 120_000, ...together, expect: patient }),
      project('migrations', { globalSetup: databases, testTimeout: 120_000, ...together }),
      { ...project('designer', together), plugins: [packagesOfCode] },
      project('bench'),
      // A browser, a server and a database on two busy cores: what fails once is tried once more. The report names it, and it is a bug to be found.
      project('e2e', { globalSetup: [...databases, './test/e2e/built-web.ts'], testTimeout: 180_000, hookTimeout: 300_000, retry: 1, ...together, expect: patient }),
    ],
  },
})
