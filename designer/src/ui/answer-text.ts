import { formatValue, type Answer, type FormatOptions } from '@tieuchi/runtime'

/** An answer as people write it. Titles of a list may hold commas, so several are kept apart by semicolons. */
export const writeAnswer = (answer: Answer, options: FormatOptions): string =>
  typeof answer === 'object' && answer.length > 0 ? answer.map((code) => formatValue(code, options)).join('; ') : formatValue(answer, options)
