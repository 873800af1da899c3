import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { isAbsolute, relative } from 'node:path'

/** The program that holds the zones of `.oxlintrc.json` against the sources. */
export const oxlint = fileURLToPath(new URL('../../node_modules/oxlint/bin/oxlint', import.meta.url))

/** An import or a global that a zone does not allow. */
export interface BrokenRule {
  readonly file: string
  readonly line: number
  readonly message: string
}

interface Diagnostic {
  readonly code: string
  readonly message: string
  readonly help?: string
  readonly filename: string
  readonly labels: readonly { readonly span: { readonly line: number } }[]
}

const zoneRules = new Set(['eslint(no-restricted-imports)', 'eslint(no-restricted-globals)'])

/** Where the sources below a root break the dependency rule, which stands in the zones of its `.oxlintrc.json` and nowhere else. */
export function findBrokenRules(root: string): readonly BrokenRule[] {
  const { stdout, stderr, error } = spawnSync(process.execPath, [oxlint, '--format', 'json'], { cwd: root, encoding: 'utf8', maxBuffer: 100_000_000 })
  if (error || !stdout.startsWith('{')) throw new Error(`The lint gave no answer: ${error?.message ?? `${stdout}${stderr}`}`)
  const { diagnostics } = JSON.parse(stdout) as { readonly diagnostics: readonly Diagnostic[] }
  return diagnostics.filter(({ code }) => zoneRules.has(code)).map(({ filename, labels, message, help }) => ({
    file: isAbsolute(filename) ? relative(root, filename) : filename,
    line: labels[0]?.span.line ?? 1,
    message: [message, help].filter(Boolean).join(' '),
  }))
}
