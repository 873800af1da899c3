import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { installExtension } from '@tieuchi/runtime'
import { afterAll, beforeAll } from 'vitest'
import { extension } from '../extension-sample/extension.ts'

/** Installs the sample package for the tests of a file, and takes it away again: other files run in the same process. */
export const installSample = (): void => {
  let takeAway = (): void => undefined
  beforeAll(() => {
    takeAway = installExtension(extension)
  })
  afterAll(() => takeAway())
}

/** The same with the file that names it, for what is judged in threads of its own: each installs what the file names. */
export const installSampleFile = (): void => {
  installSample()
  const before = process.env['EXTENSIONS_FILE']
  const folder = mkdtempSync(join(tmpdir(), 'tieuchi-installed-'))
  beforeAll(() => {
    const file = join(folder, 'extensions.json')
    writeFileSync(file, JSON.stringify({ packages: [fileURLToPath(new URL('../extension-sample', import.meta.url))] }))
    process.env['EXTENSIONS_FILE'] = file
  })
  afterAll(() => {
    if (before === undefined) delete process.env['EXTENSIONS_FILE']
    else process.env['EXTENSIONS_FILE'] = before
    rmSync(folder, { recursive: true, force: true })
  })
}
