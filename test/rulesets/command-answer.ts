import { Writable } from 'node:stream'
import { CommandError } from '@tieuchi/server/commands/command-error.ts'
import { readRulesArguments } from '@tieuchi/server/commands/rules/rules-arguments.ts'
import type { RulesCommand } from '@tieuchi/server/commands/rules/rules-command.ts'
import { rulesCommands } from '@tieuchi/server/commands/rules/rules-commands.ts'
import { Writing } from '@tieuchi/server/commands/rules/rules-writing.ts'
import { StartError } from '@tieuchi/server/plugins/start-error.ts'

export interface Answered<Data> {
  readonly code: number
  readonly data: Data
  /** What people read. */
  readonly text: string
}

/** What one of the commands for rules answers, without a process of its own. */
export async function answerOf<Data>(name: keyof typeof rulesCommands, ...args: readonly string[]): Promise<Answered<Data>> {
  const command: RulesCommand = rulesCommands[name]
  const request = readRulesArguments(name, command, args)
  const { code, data, lines } = await command.run(request)
  return { code, data: JSON.parse(JSON.stringify(data)), text: lines(new Writing(request.language, new Writable())).join('\n') }
}

/** Why one of the commands for rules refuses what it was asked, in Vietnamese. */
export async function refusalOf(name: keyof typeof rulesCommands, ...args: readonly string[]): Promise<string> {
  try {
    await answerOf(name, ...args)
  } catch (error) {
    if (error instanceof CommandError || error instanceof StartError) return error.text.vi
    throw error
  }
  throw new Error(`${name} ${args.join(' ')} was not refused`)
}
