import { spawn } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { repository } from './rulesets.ts'

export interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

const run = (command: string, args: readonly string[]): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(repository, 'server/src/commands', command), ...args], { cwd: tmpdir() })
    const out: Buffer[] = []
    const err: Buffer[] = []
    child.stdout.on('data', (part: Buffer) => out.push(part))
    child.stderr.on('data', (part: Buffer) => err.push(part))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() }))
  })

/** Runs the real command, from another folder, to its end. */
export const decide = (...args: readonly string[]): Promise<Ended> => run('decide.ts', args)

/** Runs one of the commands for rules, from another folder, to its end. */
export const rules = (...args: readonly string[]): Promise<Ended> => run('rules.ts', args)
