import type { Text } from '@tieuchi/runtime'
import { withNames } from './example-names.ts'
import { sharedOptions } from './rules-arguments.ts'
import type { RulesCommand, RulesOption } from './rules-command.ts'
import { alignColumns, type Writing } from './rules-writing.ts'

type Commands = Readonly<Record<string, RulesCommand>>

const words = {
  usage: { vi: 'Cách dùng', en: 'Usage' },
  commands: { vi: 'Các lệnh', en: 'Commands' },
  command: { vi: 'lệnh', en: 'command' },
  options: { vi: 'Tuỳ chọn', en: 'Options' },
  examples: { vi: 'Ví dụ', en: 'Examples' },
  codes: { vi: 'Mã kết thúc: 0 không có gì; 1 có lỗi, cảnh báo, ca không đạt hoặc khác nhau; 2 dùng sai lệnh hoặc không đọc được.', en: 'Exit codes: 0 nothing; 1 errors, warnings, failed cases or differences; 2 wrong use, or unreadable.' },
  names: {
    vi: 'Bộ quy định ghi theo tên trong rulesets/ ({programme}, {newest}, common) hoặc theo đường dẫn tới một thư mục bất kỳ.',
    en: 'Packs are given by their name in rulesets/ ({programme}, {newest}, common) or by the path of any folder.',
  },
} as const satisfies Readonly<Record<string, Text>>

/** What there is, one line a command. */
export const overviewLines = (commands: Commands, writing: Writing): readonly string[] => [
  `${writing.say(words.usage)}: pnpm rules <${writing.say(words.command)}> [--json] [--lang en] [--help]`,
  '',
  `${writing.say(words.commands)}:`,
  ...alignColumns(Object.entries(commands).map(([name, { purpose }]) => [`  ${name}`, writing.say(purpose)])),
  '',
  ...writing.wrap(withNames(writing.say(words.names))),
  ...writing.wrap(writing.say(words.codes)),
]

/** Everything about one command. */
export const commandHelpLines = (name: string, { operands, purpose, details, options, examples }: RulesCommand, writing: Writing): readonly string[] => [
  `${writing.say(words.usage)}: pnpm rules ${[name, writing.say(operands)].filter(Boolean).join(' ')}`,
  '',
  ...writing.wrap(sentence(writing.say(purpose))),
  ...details.flatMap((paragraph) => ['', ...writing.wrap(withNames(writing.say(paragraph)))]),
  '',
  `${writing.say(words.options)}:`,
  ...alignColumns(Object.entries({ ...options, ...sharedOptions }).map(([option, spec]) => [`  ${optionText(option, spec, writing)}`, writing.say(spec.help)])),
  '',
  `${writing.say(words.examples)}:`,
  ...examples.map((example) => `  pnpm rules ${withNames(example)}`),
]

const sentence = (purpose: string): string => `${purpose.charAt(0).toUpperCase()}${purpose.slice(1)}.`

const optionText = (option: string, { value }: RulesOption, writing: Writing): string => (value ? `--${option} <${writing.say(value)}>` : `--${option}`)
