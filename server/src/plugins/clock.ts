import { isDay } from '@tieuchi/runtime'
import { Problem } from './problem.ts'

/** The present instant. Only the server knows it; tests give another. */
export type Clock = () => Date

const vietNam = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' })

/** The day in Việt Nam at an instant, ISO. */
export const dayOf = (instant: Date): string => vietNam.format(instant)

const words = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh', hour: '2-digit', minute: '2-digit', day: '2-digit', month: '2-digit', year: 'numeric', hourCycle: 'h23',
})

/** An instant as people write it: `09:41 24/11/2026`. */
export function writeInstant(instant: Date): string {
  const part = Object.fromEntries(words.formatToParts(instant).map(({ type, value }) => [type, value]))
  return `${part['hour']}:${part['minute']} ${part['day']}/${part['month']}/${part['year']}`
}

/** An ISO day as people write it: `31/12/2026`. */
export const formatDay = (day: string): string => day.split('-').toReversed().join('/')

/** A day that is in the calendar, or a problem. */
export function calendarDayOrThrow(day: string): string {
  if (!isDay(day)) throw new Problem('invalid_date', { at: day })
  return day
}
