import { StartError } from '../plugins/start-error.ts'
import { CommandError } from './command-error.ts'
import { languageOf } from './decide-arguments.ts'
import { readRulesArguments } from './rules/rules-arguments.ts'
import type { ExitCode, RulesCommand } from './rules/rules-command.ts'
import { rulesCommands } from './rules/rules-commands.ts'
import { commandHelpLines, overviewLines } from './rules/rules-help.ts'
import { Writing } from './rules/rules-writing.ts'

const commands: Readonly<Record<string, RulesCommand>> = rulesCommands

async function runRules(args: readonly string[]): Promise<ExitCode> {
  const [name, ...rest] = args.filter((argument) => argument !== '--')
  const writing = new Writing(languageOf(args), process.stdout)
  if (name === undefined || name.startsWith('-')) {
    write(overviewLines(commands, writing))
    return args.includes('--help') ? 0 : 2
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) throw new CommandError(unknownCommand(name))
  if (rest.includes('--help')) {
    write(commandHelpLines(name, command, writing))
    return 0
  }
  const request = readRulesArguments(name, command, rest)
  const answer = await command.run(request)
  write(request.flag('json') ? [JSON.stringify(answer.data, null, 2)] : answer.lines(writing))
  return answer.code
}

const unknownCommand = (name: string) => {
  const names = Object.keys(commands).join(', ')
  return { vi: `Không có lệnh “${name}”; chọn một trong: ${names}. Xem: rules --help`, en: `There is no command “${name}”; choose one of: ${names}. See: rules --help` }
}

const write = (lines: readonly string[]): void => void process.stdout.write(`${lines.join('\n')}\n`)

/** Who reads only the beginning, as `head` does, is not told of an error. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

const args = process.argv.slice(2)
try {
  process.exitCode = await runRules(args)
} catch (error) {
  if (!(error instanceof CommandError || error instanceof StartError)) throw error
  process.stderr.write(`${error.text[languageOf(args)]}\n`)
  process.exitCode = 2
}
