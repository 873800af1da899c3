import { spawn } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import type { CommandEnd } from '@tieuchi/server/commands/command-end.ts'
import { runDecide } from '@tieuchi/server/commands/decide-command.ts'
import { runRules } from '@tieuchi/server/commands/rules/run-rules.ts'
import { repository } from './rulesets.ts'

type ProcessEnd = Omit<CommandEnd, 'code'> & { readonly code: number | null }

const run = (command: string, args: readonly string[]): Promise<ProcessEnd> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(repository, 'server/src/commands', command), ...args], { cwd: tmpdir() })
    const out: Buffer[] = []
    const err: Buffer[] = []
    child.stdout.on('data', (part: Buffer) => out.push(part))
    child.stderr.on('data', (part: Buffer) => err.push(part))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() }))
  })

/** Runs the real command in a process of its own, from another folder, to its end. */
export const decideInProcess = (...args: readonly string[]): Promise<ProcessEnd> => run('decide.ts', args)

/** Runs one of the real commands for rules in a process of its own, from another folder, to its end. */
export const rulesInProcess = (...args: readonly string[]): Promise<ProcessEnd> => run('rules.ts', args)

/** What the command does, without the second it takes to start a process. */
export const decide = (...args: readonly string[]): Promise<CommandEnd> => runDecide(args, process.env)

/** What one of the commands for rules does, without the second it takes to start a process. */
export const rules = (...args: readonly string[]): Promise<CommandEnd> => runRules(args, new Writable())
