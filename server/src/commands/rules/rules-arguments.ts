import { parseArgs } from 'node:util'
import type { Language } from '@tieuchi/runtime'
import { CommandError } from '../command-error.ts'
import type { RulesArguments, RulesCommand, RulesOption } from './rules-command.ts'

/** Options of every command. */
export const sharedOptions: Readonly<Record<string, RulesOption>> = {
  json: { type: 'boolean', help: { vi: 'in dữ liệu JSON cho máy', en: 'write JSON for machines' } },
  lang: { type: 'string', value: { vi: 'vi|en', en: 'vi|en' }, help: { vi: 'ngôn ngữ, mặc định vi', en: 'language, vi unless said' } },
  help: { type: 'boolean', help: { vi: 'in hướng dẫn này', en: 'write this help' } },
}

export interface ReadArguments extends RulesArguments {
  readonly language: Language
}

/** Reads the command line of a command; what is wrong with it is said in words. */
export function readRulesArguments(name: string, { options, most }: RulesCommand, args: readonly string[]): ReadArguments {
  const { values, positionals } = parse(name, { ...options, ...sharedOptions }, args)
  const language = values['lang'] ?? 'vi'
  if (language !== 'vi' && language !== 'en') throw wrongUse(name, `--lang: “${String(language)}” không có; chọn vi hoặc en.`, `--lang: there is no “${String(language)}”; choose vi or en.`)
  const extra = positionals[most]
  if (extra !== undefined) throw wrongUse(name, `Thừa “${extra}”.`, `“${extra}” is too much.`)
  return {
    language,
    operands: positionals,
    text: (option) => {
      const value = values[option]
      return typeof value === 'string' ? value : undefined
    },
    flag: (option) => values[option] === true,
  }
}

/** Something is wrong with the command line. */
export const wrongUse = (name: string, vi: string, en: string): CommandError =>
  new CommandError({ vi: `${vi} Xem: rules ${name} --help`, en: `${en} See: rules ${name} --help` })

function parse(name: string, options: Readonly<Record<string, RulesOption>>, args: readonly string[]) {
  try {
    return parseArgs({ args: args.filter((argument) => argument !== '--'), options: Object.fromEntries(Object.entries(options).map(([option, { type }]) => [option, { type }])), strict: true, allowPositionals: true })
  } catch (error) {
    const option = error instanceof Error ? /--?[^\s'=<]+/.exec(error.message)?.[0] : undefined
    const known = options[option?.replace(/^--/, '') ?? '']
    if (known?.value) throw wrongUse(name, `“${option}” cần một giá trị: ${known.value.vi}.`, `“${option}” needs a value: ${known.value.en}.`)
    if (known) throw wrongUse(name, `“${option}” không nhận giá trị.`, `“${option}” takes no value.`)
    throw wrongUse(name, `Không có tuỳ chọn “${option ?? args.join(' ')}”.`, `There is no option “${option ?? args.join(' ')}”.`)
  }
}
