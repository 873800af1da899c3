import { execFile } from 'node:child_process'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { kitProblem, type KitProblem } from '@tieuchi/runtime/extension-kit'
import type { ExtensionPackage } from './extension-package.ts'

const designer = resolve(import.meta.dirname, '../../../designer')

/** A package that adds field kinds and has nothing that draws them; the server knows no more of what is drawn. */
export function checkDesignerEntry({ designerEntry }: ExtensionPackage, { fieldKinds = {} }: { readonly fieldKinds?: object | undefined }): readonly KitProblem[] {
  const names = Object.keys(fieldKinds)
  return names.length > 0 && designerEntry === undefined ? [kitProblem('designer_entry', { names: names.join(', ') })] : []
}

/** What is wrong with what packages draw, found where the web application is built: in a process of its own, for the server draws nothing. */
export async function checkDesigners(packages: readonly ExtensionPackage[]): Promise<readonly KitProblem[]> {
  const drawing = packages.filter(({ designerEntry }) => designerEntry !== undefined)
  if (drawing.length === 0) return []
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [join(designer, 'check-extension.ts'), JSON.stringify(drawing)], { cwd: designer, env: { ...process.env, NODE_ENV: 'production', TIEUCHI_EXTENSIONS: '' }, maxBuffer: 10_000_000 })
    return JSON.parse(stdout) as readonly KitProblem[]
  } catch (error) {
    return [kitProblem('designer_load', { folders: drawing.map(({ folder }) => folder).join(', '), error: reasonOf(error) })]
  }
}

/** The line that says why; the rest of what a process leaves behind is where. */
function reasonOf(error: unknown): string {
  const left = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error)
  return left.split('\n').find((line) => /^\w*Error\b.*: /.test(line)) ?? left.slice(0, 300)
}
