import { sayExtensions, type DraftDocument } from '@tieuchi/runtime'
import { caseCommands, type CaseCommands } from './commands/case-commands.ts'
import { dictionaryCommands, type DictionaryCommands } from './commands/dictionary-commands.ts'
import { formCommands, type FormCommands } from './commands/form-commands.ts'
import { logicCommands, type LogicCommands } from './commands/logic-commands.ts'
import { parameterCommands, type ParameterCommands } from './commands/parameter-commands.ts'
import { releaseCommands, type ReleaseCommands } from './commands/release-commands.ts'
import { reportCommands, type ReportCommands } from './commands/report-commands.ts'
import { tableCommands, type TableCommands } from './commands/table-commands.ts'

/** Every command there is, with what it takes. */
export interface Commands extends CaseCommands, DictionaryCommands, FormCommands, LogicCommands, ParameterCommands, ReleaseCommands, ReportCommands, TableCommands {}

export type CommandName = keyof Commands

/** One change somebody makes: plain data, so that it can be kept and made again. */
export type Command = { readonly [Name in CommandName]: { readonly name: Name; readonly args: Commands[Name] } }[CommandName]

type CommandTable = { readonly [Name in CommandName]: (document: DraftDocument, args: Commands[Name]) => DraftDocument }

/** A command changes nothing: it makes another document, which shares what stayed the same. */
const commands: CommandTable = { ...caseCommands, ...dictionaryCommands, ...formCommands, ...logicCommands, ...parameterCommands, ...releaseCommands, ...reportCommands, ...tableCommands }

/** The document after a command, with the packages its release uses named in it. */
export const applyCommand = (document: DraftDocument, command: Command): DraftDocument => {
  const apply = commands[command.name] as (document: DraftDocument, args: Command['args']) => DraftDocument
  return sayExtensions(apply(document, command.args))
}

export const isCommandName = (name: unknown): name is CommandName => typeof name === 'string' && Object.hasOwn(commands, name)

/** Whether a change goes on with the one before it, so that both are one step to undo. */
export const goesOnWith = (before: Command, next: Command): boolean =>
  before.name === 'case.write' && next.name === 'case.write' && next.args.turn !== undefined && before.args.turn === next.args.turn && before.args.case.id === next.args.case.id
