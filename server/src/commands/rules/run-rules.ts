import { installPackages } from '../../extensions/extension-packages.ts'
import { StartError } from '../../plugins/start-error.ts'
import type { CommandEnd } from '../command-end.ts'
import { CommandError } from '../command-error.ts'
import { languageOf } from '../decide-arguments.ts'
import { readRulesArguments } from './rules-arguments.ts'
import type { RulesCommand } from './rules-command.ts'
import { rulesCommands } from './rules-commands.ts'
import { commandHelpLines, overviewLines } from './rules-help.ts'
import { Writing, type TextStream } from './rules-writing.ts'

const commands: Readonly<Record<string, RulesCommand>> = rulesCommands

/** Runs one of the commands for rules, as the command line asks; `screen` is where its lines will go. */
export async function runRules(args: readonly string[], screen: TextStream): Promise<CommandEnd> {
  try {
    await installPackages()
    return await answered(args, new Writing(languageOf(args), screen))
  } catch (error) {
    if (!(error instanceof CommandError || error instanceof StartError)) throw error
    return { code: 2, out: '', err: `${error.text[languageOf(args)]}\n` }
  }
}

async function answered(args: readonly string[], writing: Writing): Promise<CommandEnd> {
  const [name, ...rest] = args.filter((argument) => argument !== '--')
  if (name === undefined || name.startsWith('-')) return written(args.includes('--help') ? 0 : 2, overviewLines(commands, writing))
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) throw new CommandError(unknownCommand(name))
  if (rest.includes('--help')) return written(0, commandHelpLines(name, command, writing))
  const request = readRulesArguments(name, command, rest)
  const answer = await command.run(request)
  return written(answer.code, request.flag('json') ? [JSON.stringify(answer.data, null, 2)] : answer.lines(writing))
}

const written = (code: number, lines: readonly string[]): CommandEnd => ({ code, out: `${lines.join('\n')}\n`, err: '' })

const unknownCommand = (name: string) => {
  const names = Object.keys(commands).join(', ')
  return { vi: `Không có lệnh “${name}”; chọn một trong: ${names}. Xem: rules --help`, en: `There is no command “${name}”; choose one of: ${names}. See: rules --help` }
}
