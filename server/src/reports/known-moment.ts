import type { Language } from '@tieuchi/runtime'
import { calendarDayOrThrow, formatDay, writeInstant } from '../plugins/clock.ts'
import { Problem } from '../plugins/problem.ts'
import type { Report } from './report-schema.ts'
import { sayReport } from './report-words.ts'

/** Whether a day is meant, not a moment of it. */
export const isDayAlone = (known: string): boolean => known.length === 'YYYY-MM-DD'.length

/** Until when something had to be recorded to be known: the end of a day in Việt Nam, or an ISO moment; a problem where it is neither. */
export function knownMomentOrThrow(known: string): Date {
  const moment = new Date(isDayAlone(known) ? `${calendarDayOrThrow(known)}T23:59:59.999+07:00` : known)
  if (Number.isNaN(moment.getTime())) throw new Problem('invalid_date', { at: known })
  return moment
}

/** The same as a sentence on paper. */
const sayKnown = (known: string, language: Language): string =>
  isDayAlone(known) ? sayReport(language)('known', { day: formatDay(known) }) : sayReport(language)('knownAt', { moment: writeInstant(new Date(known)) })

/** By whose rules and as known when a report was counted, as sentences on paper; nothing where neither is to be said. */
export const sayCounted = ({ layer, local, known }: Pick<Report, 'layer' | 'local' | 'known'>, language: Language): string | undefined => {
  const say = sayReport(language)
  const titles = local.map(({ title }) => title[language]).join('; ')
  const whose = local.length === 0 ? [] : [layer === 'local' ? say('local', { titles }) : say('national')]
  const said = [...whose, ...(known === undefined ? [] : [sayKnown(known, language)])]
  return said.length === 0 ? undefined : said.join('. ')
}
