import type { Text } from '@tieuchi/runtime'
import type { Writing } from './rules-writing.ts'

/** 0: all is well. 1: something was found, failed or differs. 2: the command line or what was to be read cannot be used. */
export type ExitCode = 0 | 1 | 2

/** What a command came to: plain data for machines, and the same in lines for people. */
export interface RulesAnswer {
  readonly code: ExitCode
  readonly data: unknown
  lines(writing: Writing): readonly string[]
}

export interface RulesOption {
  readonly type: 'string' | 'boolean'
  /** What stands behind the option, where something does. */
  readonly value?: Text
  readonly help: Text
}

/** The command line of one command, read. */
export interface RulesArguments {
  readonly operands: readonly string[]
  /** Value of an option; undefined where it was not given. */
  text(option: string): string | undefined
  flag(option: string): boolean
}

/** One command of `rules`, with everything its help says. */
export interface RulesCommand {
  /** What stands behind the name, as the usage line writes it. */
  readonly operands: Text
  readonly most: number
  readonly purpose: Text
  /** Paragraphs of the command's own help. */
  readonly details: readonly Text[]
  readonly options: Readonly<Record<string, RulesOption>>
  readonly examples: readonly string[]
  run(args: RulesArguments): Promise<RulesAnswer>
}
