import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { rulesets } from './rulesets.ts'

/** Copies of the packs of this repository in which files read otherwise. */
export class ChangedPacks {
  readonly #folders: string[] = []

  /** A copy with the changes made, each to one file. */
  copy(changes: Readonly<Record<string, (text: string) => string>> = {}): string {
    const folder = this.folder()
    cpSync(rulesets, folder, { recursive: true })
    for (const [file, change] of Object.entries(changes)) {
      const before = readFileSync(join(folder, file), 'utf8')
      const after = change(before)
      expect(after, file).not.toBe(before)
      writeFileSync(join(folder, file), after)
    }
    return folder
  }

  /** An empty folder. */
  folder(): string {
    const folder = mkdtempSync(join(tmpdir(), 'packs-'))
    this.#folders.push(folder)
    return folder
  }

  remove(): void {
    for (const folder of this.#folders.splice(0)) rmSync(folder, { recursive: true, force: true })
  }
}
