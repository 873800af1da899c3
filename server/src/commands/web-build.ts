import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync, globSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Text } from '@tieuchi/runtime'
import { StartError } from '../plugins/start-error.ts'

const sources = ['designer/src/**', 'designer/public/**', 'designer/index.html', 'designer/vite.config.ts', 'designer/package.json', 'runtime/src/**', 'pnpm-lock.yaml']
const stamp = 'source-hash'

/** The folder of the built web application, built anew where its sources have changed since. */
export async function buildWeb(root: string, tell: (line: Text) => void): Promise<string> {
  const folder = join(root, 'designer', 'dist')
  const hash = hashSources(root)
  if (readStamp(folder) === hash) return folder
  tell({ vi: 'Đang dựng giao diện web (chỉ khi mã nguồn thay đổi)…', en: 'Building the web application (only when its sources change)…' })
  const unfinished = join(root, 'designer', 'node_modules', '.cache', `web-${process.pid}`)
  await runBuilder(root, unfinished)
  writeFileSync(join(unfinished, stamp), hash)
  rmSync(folder, { recursive: true, force: true })
  renameSync(unfinished, folder)
  return folder
}

function hashSources(root: string): string {
  const hash = createHash('sha256')
  const files = sources.flatMap((pattern) => globSync(pattern, { cwd: root })).filter((file) => statSync(join(root, file)).isFile()).toSorted()
  for (const file of files) hash.update(file).update('\0').update(readFileSync(join(root, file))).update('\0')
  return hash.digest('hex')
}

function readStamp(folder: string): string | undefined {
  const file = join(folder, stamp)
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}

/** Runs the builder in a process of its own: it is heavy, and gone when done. */
async function runBuilder(root: string, outDir: string): Promise<void> {
  const cwd = join(root, 'designer')
  const builder = join(cwd, 'node_modules', 'vite', 'bin', 'vite.js')
  try {
    await promisify(execFile)(process.execPath, [builder, 'build', '--outDir', outDir, '--emptyOutDir', '--logLevel', 'warn'], { cwd, env: { ...process.env, NODE_ENV: 'production' } })
  } catch (error) {
    const output = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error)
    throw new StartError({ vi: `Không dựng được giao diện web:\n${output}`, en: 'The web application could not be built; see above.' })
  }
}
