import { copyFileSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { StartError } from '../plugins/start-error.ts'

/** Documents by the path of their file in a folder, with forward slashes. */
export type Documents = Readonly<Record<string, unknown>>

/** A document as packs write it. */
export const jsonText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

/**
 * Writes documents into a folder: all are written beside it first, then take their places, a folder that is new at once with everything in
 * it, so that a process that dies on the way leaves whole ones alone. Where one cannot, those before are taken back and what was there is
 * there again; so they are where `verify` refuses what it then finds.
 */
export function writeTogether(folder: string, documents: Documents, verify: () => unknown = () => undefined): void {
  const done: (() => void)[] = []
  let beside: string | undefined
  try {
    const made = mkdirSync(folder, { recursive: true })
    if (made !== undefined) done.push(() => rmSync(made, { recursive: true, force: true }))
    beside = mkdtempSync(join(folder, '.installing-'))
    for (const each of writtenBeside(folder, documents, beside)) done.push(place(each))
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

/** A file, or a folder that is new, that waits for its place. */
interface Waiting {
  readonly target: string
  readonly written: string
  /** Where a file that stands there is kept meanwhile. */
  readonly kept: string
}

function writtenBeside(folder: string, documents: Documents, beside: string): readonly Waiting[] {
  const groups = Map.groupBy(Object.entries(documents), ([file]) => firstMissing(folder, file))
  return [...groups].map(([name, entries], index) => {
    const written = join(beside, String(index))
    for (const [file, value] of entries) {
      const path = join(written, file.slice(name.length))
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, jsonText(value))
    }
    return { target: join(folder, name), written, kept: `${written}.kept` }
  })
}

/** The outermost folder on the way to a file that is not there yet, or the file itself. */
function firstMissing(folder: string, file: string): string {
  const steps = file.split('/')
  const names = steps.map((_step, index) => steps.slice(0, index + 1).join('/'))
  return names.find((name) => !existsSync(join(folder, name))) ?? file
}

/** Puts something in its place and returns how to take that back. */
function place({ target, written, kept }: Waiting): () => void {
  const there = existsSync(target)
  const putBack = () => {
    if (there && existsSync(kept)) renameSync(kept, target)
  }
  try {
    if (there) copyFileSync(target, kept)
    renameSync(written, target)
  } catch (error) {
    putBack()
    throw error
  }
  return () => {
    rmSync(target, { recursive: true, force: true })
    putBack()
  }
}
