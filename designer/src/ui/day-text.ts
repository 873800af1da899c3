/** How a day is written in fields, in the notation of the date components. */
export const DAY_FORMAT = 'DD/MM/YYYY'

const isRealDay = (year: number, month: number, day: number): boolean => {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

const two = (text: string): string => text.padStart(2, '0')

/** Reads `31/12/2026`, also with dots, dashes or blanks, or `31122026`; undefined where no such day exists. */
export const parseDay = (text: string): string | undefined => {
  const match = /^\s*(\d{1,2})[\s./-](\d{1,2})[\s./-](\d{4})\s*$/.exec(text) ?? /^\s*(\d{2})(\d{2})(\d{4})\s*$/.exec(text)
  if (!match) return undefined
  const [, day = '', month = '', year = ''] = match
  return isRealDay(Number(year), Number(month), Number(day)) && Number(year) > 0 ? `${year}-${two(month)}-${two(day)}` : undefined
}

/** Nobody is older, so a year of two digits may have one reading only. */
const OLDEST = 120

/** The year two digits stand for among those people alive were born in; undefined where it could be either of two, as 25 in 2026. */
const yearOfTwoDigits = (digits: string, thisYear: number): string | undefined => {
  const years = ['19', '20'].map((century) => `${century}${digits}`).filter((year) => Number(year) <= thisYear && Number(year) > thisYear - OLDEST)
  return years.length === 1 ? years[0] : undefined
}

const parseShortDay = (text: string, thisYear: number): string | undefined => {
  const match = /^\s*(\d{1,2})[\s./-](\d{1,2})[\s./-](\d{2})\s*$/.exec(text) ?? /^\s*(\d{2})(\d{2})(\d{2})\s*$/.exec(text)
  if (!match) return undefined
  const [, day = '', month = '', digits = ''] = match
  const year = yearOfTwoDigits(digits, thisYear)
  return year === undefined ? undefined : parseDay(`${day}/${month}/${year}`)
}

/**
 * Reads a day of the past, as one of birth, or only a month (`3/1981`, `031981`) or a year (`1981`), as far as it is known. A year of two digits
 * is read where it can be only one (`1/2/59`, `010259`).
 */
export const parsePartialDay = (text: string, thisYear = new Date().getFullYear()): string | undefined => {
  const year = /^\s*(\d{4})\s*$/.exec(text)
  if (year) return Number(year[1]) > 0 ? year[1] : undefined
  const month = /^\s*(\d{1,2})[\s./-](\d{4})\s*$/.exec(text) ?? /^\s*(\d{2})((?:18|19|20)\d{2})\s*$/.exec(text)
  if (!month) return parseDay(text) ?? parseShortDay(text, thisYear)
  const [, number = '', ofYear = ''] = month
  return Number(number) >= 1 && Number(number) <= 12 && Number(ofYear) > 0 ? `${ofYear}-${two(number)}` : undefined
}

/** Writes `2026-12-31` as `31/12/2026`, `1981-03` as `03/1981` and `1981` as it is. */
export const formatDay = (day: string): string => day.split('-').toReversed().join('/')

const instant = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
const instantDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh', year: 'numeric', month: '2-digit', day: '2-digit' })

/** The time of an instant in Viet Nam: `09:41`. */
export const formatTime = (iso: string): string => instant.format(new Date(iso))

/** Day and time of an instant in Viet Nam: `31/12/2026 09:41`. */
export const formatInstant = (iso: string): string => `${formatDay(instantDay.format(new Date(iso)))} ${formatTime(iso)}`
