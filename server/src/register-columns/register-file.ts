import { randomUUID } from 'node:crypto'
import { closeSync, openSync, readSync } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { CommonDocument } from '@tieuchi/runtime'
import { loadColumns, saveColumns, type LoadedColumns } from '@tieuchi/runtime/columns/columns-file.ts'
import type { RegisterColumns } from '@tieuchi/runtime/columns/register-columns.ts'
import { sharedMemory } from './register-building.ts'
import { unfinishedName } from './register-folder.ts'

/** Only this account may read it: it holds what people answered. */
const ownerOnly = 0o600
const ownersFolder = 0o700

/** Saves columns; a save that is cut short leaves the file that was there. */
export async function writeRegisterFile(path: string, register: RegisterColumns, key: unknown): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: ownersFolder })
  const unfinished = unfinishedName(path, randomUUID())
  try {
    await writePieces(unfinished, register, key)
    await rename(unfinished, path)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
}

async function writePieces(path: string, register: RegisterColumns, key: unknown): Promise<void> {
  const file = await open(path, 'wx', ownerOnly)
  try {
    for (const piece of saveColumns(register, key)) await file.write(new Uint8Array(piece))
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Columns that were saved; undefined where there is no file. */
export function readRegisterFile(path: string, common: CommonDocument): LoadedColumns | undefined {
  const file = openIfThere(path)
  if (file === undefined) return undefined
  try {
    return loadColumns(common, { fill: (target) => fillFrom(file, target) }, sharedMemory)
  } finally {
    closeSync(file)
  }
}

function openIfThere(path: string): number | undefined {
  try {
    return openSync(path, 'r')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

function fillFrom(file: number, target: Uint8Array<ArrayBufferLike>): boolean {
  let done = 0
  while (done < target.length) {
    const read = readSync(file, target, done, target.length - done, null)
    if (read === 0) return false
    done += read
  }
  return true
}
