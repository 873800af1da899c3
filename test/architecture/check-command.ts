import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { oxlint } from './dependency-rule.ts'
import { isSound, measureStructure } from './structure.ts'
import { structureLines } from './structure-text.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

const steps = [
  ['lint', [oxlint, '--deny-warnings']],
  ['types', [join(root, 'node_modules/typescript/bin/tsc'), '-b']],
] as const

/** Lint, types and structure, one after another; each is shown whatever the others say. Answers the names of those that failed. */
function check(print: (line: string) => void): readonly string[] {
  const failed = steps.filter(([name, args]) => {
    print(`== ${name}`)
    return spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status !== 0
  })
  print('== structure')
  const structure = measureStructure(root)
  for (const line of structureLines(structure)) print(line)
  return [...failed.map(([name]) => name), ...(isSound(structure) ? [] : ['structure'])]
}

const write = (line: string): void => void process.stdout.write(`${line}\n`)

const failed = check(write)
write(failed.length === 0 ? 'check: passed' : `check: failed in ${failed.join(', ')}`)
if (failed.length > 0) process.exitCode = 1
