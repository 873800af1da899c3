import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync, globSync } from 'node:fs'
import { join, relative } from 'node:path'
import { promisify } from 'node:util'
import type { Text } from '@tieuchi/runtime'
import { checkDesigners } from '../extensions/designer-check.ts'
import type { ExtensionPackage } from '../extensions/extension-package.ts'
import { listPackages, refuseIncomplete } from '../extensions/extension-packages.ts'
import { StartError } from '../plugins/start-error.ts'

const sources = ['designer/src/**', 'designer/public/**', 'designer/index.html', 'designer/vite.config.ts', 'designer/extensions-plugin.ts', 'designer/check-extension.ts', 'designer/package.json', 'runtime/src/**', 'pnpm-lock.yaml']
const stamp = 'source-hash'

/** The folder of the built web application, built anew where its sources have changed since. */
export async function buildWeb(root: string, tell: (line: Text) => void): Promise<string> {
  const packages = listPackages()
  const folder = folderFor(root, packages)
  const hash = hashSources(root, packages)
  if (readStamp(folder) === hash) return folder
  refuseIncomplete(packages.map(({ folder: each }) => each).join(', '), await checkDesigners(packages))
  tell({ vi: 'Đang dựng giao diện web (chỉ khi mã nguồn thay đổi)…', en: 'Building the web application (only when its sources change)…' })
  const unfinished = join(root, 'designer', 'node_modules', '.cache', `web-${process.pid}`)
  await runBuilder(root, unfinished, packages)
  writeFileSync(join(unfinished, stamp), hash)
  rmSync(folder, { recursive: true, force: true })
  renameSync(unfinished, folder)
  return folder
}

/** With packages of code it is another application, in a folder of its own. */
function folderFor(root: string, packages: readonly ExtensionPackage[]): string {
  if (packages.length === 0) return join(root, 'designer', 'dist')
  const name = createHash('sha256').update(packages.map(({ folder }) => folder).join('\0')).digest('hex').slice(0, 12)
  return join(root, 'designer', 'node_modules', '.cache', `dist-${name}`)
}

function hashSources(root: string, packages: readonly ExtensionPackage[]): string {
  const hash = createHash('sha256')
  const own = packages.flatMap(({ folder }) => globSync('**', { cwd: folder, exclude: (name) => name === 'node_modules' }).map((file) => relative(root, join(folder, file))))
  const files = [...sources.flatMap((pattern) => globSync(pattern, { cwd: root })), ...own].filter((file) => statSync(join(root, file)).isFile()).toSorted()
  for (const file of files) hash.update(file).update('\0').update(readFileSync(join(root, file))).update('\0')
  return hash.digest('hex')
}

function readStamp(folder: string): string | undefined {
  const file = join(folder, stamp)
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}

/** Runs the builder in a process of its own: it is heavy, and gone when done. */
async function runBuilder(root: string, outDir: string, packages: readonly ExtensionPackage[]): Promise<void> {
  const cwd = join(root, 'designer')
  const builder = join(cwd, 'node_modules', 'vite', 'bin', 'vite.js')
  try {
    await promisify(execFile)(process.execPath, [builder, 'build', '--outDir', outDir, '--emptyOutDir', '--logLevel', 'warn'], { cwd, env: { ...process.env, NODE_ENV: 'production', TIEUCHI_EXTENSIONS: JSON.stringify(packages) } })
  } catch (error) {
    const output = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error)
    throw new StartError({ vi: `Không dựng được giao diện web:\n${output}`, en: 'The web application could not be built; see above.' })
  }
}
