import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** File with a copy of an empty embedded database. */
    embeddedCopy: string
  }
}

/** Makes an empty embedded database once; every test begins from a copy of it. */
export async function setup({ provide }: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'tieuchi-embedded-'))
  const file = join(folder, 'empty.tar')
  const pglite = await PGlite.create()
  writeFileSync(file, Buffer.from(await (await pglite.dumpDataDir('none')).arrayBuffer()))
  await pglite.close()
  provide('embeddedCopy', file)
  return () => rmSync(folder, { recursive: true, force: true })
}
