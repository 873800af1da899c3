import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { StartError } from '../plugins/start-error.ts'

/** Documents by the path of their file in a folder. */
export type Documents = Readonly<Record<string, unknown>>

/** A document as packs write it. */
export const jsonText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

/**
 * Writes documents into a folder: all are written beside it first, then take their places; where one cannot, those before are taken back
 * and what was there is there again; so they are where `verify` does not like what it then finds.
 */
export function writeTogether(folder: string, documents: Documents, verify: () => unknown = () => undefined): void {
  const done: (() => void)[] = []
  let beside: string | undefined
  try {
    mkdirSync(folder, { recursive: true })
    beside = mkdtempSync(join(folder, '.installing-'))
    const files = Object.entries(documents).map(([name, value], index) => ({ target: join(folder, name), written: write(beside ?? '', String(index), value), kept: join(beside ?? '', `${index}.kept`) }))
    for (const each of files) done.push(...place(each))
    verify()
  } catch (error) {
    for (const undo of done.toReversed()) undo()
    if (error instanceof StartError) throw error
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    throw new StartError({ vi: `${folder}: không ghi được (${code}), nên không có gì thay đổi; hãy kiểm tra thư mục và quyền ghi.`, en: `${folder}: cannot be written (${code}), so nothing was changed; check the folder and its permissions.` })
  } finally {
    if (beside !== undefined) rmSync(beside, { recursive: true, force: true })
  }
}

function write(folder: string, name: string, value: unknown): string {
  const file = join(folder, name)
  writeFileSync(file, jsonText(value))
  return file
}

interface Placing {
  readonly target: string
  readonly written: string
  readonly kept: string
}

/** Puts a file in its place and tells how to take that back. */
function place({ target, written, kept }: Placing): readonly (() => void)[] {
  const made = mkdirSync(dirname(target), { recursive: true })
  const undoFolder = () => {
    if (made !== undefined) rmSync(made, { recursive: true, force: true })
  }
  const there = existsSync(target)
  try {
    if (there) renameSync(target, kept)
    renameSync(written, target)
  } catch (error) {
    if (there && existsSync(kept)) renameSync(kept, target)
    undoFolder()
    throw error
  }
  return [undoFolder, () => {
    rmSync(target, { force: true })
    if (there) renameSync(kept, target)
  }]
}
