import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildWeb } from '@tieuchi/server/commands/web-build.ts'
import { installPackages } from '@tieuchi/server/extensions/extension-packages.ts'
import { takeAwayExtension } from '@tieuchi/runtime'
import { afterAll } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Makes the web application with the sample package ready, installed in this process too until the tests of the file are done. */
export const sampleWeb = (): (() => Promise<string>) => {
  const folder = mkdtempSync(join(tmpdir(), 'tieuchi-extensions-'))
  const file = join(folder, 'extensions.json')
  const before = process.env['EXTENSIONS_FILE']
  afterAll(() => {
    if (before === undefined) delete process.env['EXTENSIONS_FILE']
    else process.env['EXTENSIONS_FILE'] = before
    takeAwayExtension('sample')
    rmSync(folder, { recursive: true, force: true })
  })
  return async () => {
    writeFileSync(file, JSON.stringify({ packages: [join(root, 'test/extension-sample')] }))
    process.env['EXTENSIONS_FILE'] = file
    await installPackages()
    return buildWeb(root, () => undefined)
  }
}
