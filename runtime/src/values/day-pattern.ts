/** How precise a question about a day wants it: the day alone, or also only its month or year. */
export type DayFormat = 'date' | 'partial-date'

export const isDayFormat = (format: string | undefined): format is DayFormat => format === 'date' || format === 'partial-date'

const shapes: Readonly<Record<DayFormat, RegExp>> = { date: /^\d{4}-\d{2}-\d{2}$/, 'partial-date': /^\d{4}(-\d{2}(-\d{2})?)?$/ }

/** Whether a text has the form of a day, be there such a day or not. */
export const isWrittenAsDay = (text: string, format: DayFormat): boolean => shapes[format].test(text)

const month = String.raw`\d{4}-(?:0[1-9]|1[0-2])`
const ofAnyYear = String.raw`\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|02-(?:0[1-9]|1\d|2[0-8]))`
const leapDay = String.raw`(?:\d\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29`

/** Regular expressions, for a JSON Schema, of exactly the days of the calendar from the year 1; the same days as `parseDays` reads. */
export const dayPatterns: Readonly<Record<DayFormat, string>> = {
  date: `^(?!0000)(?:${ofAnyYear}|${leapDay})$`,
  'partial-date': String.raw`^(?!0000)(?:\d{4}|${month}|${ofAnyYear}|${leapDay})$`,
}
