import { formatValue, memberTitle, type HistoryEntry, type Text } from '@tieuchi/runtime'
import { historyOf } from '../known-households/recorded-history.ts'
import type { KnownHousehold } from '../known-households/known-household.ts'
import type { BenefitRules } from './benefit-rules.ts'
import type { RecordedOutcome } from './entitlement-schema.ts'

/** The decisions in force on a day that the rules of some programmes read, as these call them. */
export function recordedOn({ decisions, answers: { members = [] } }: KnownHousehold, day: string, benefits: readonly BenefitRules[]): RecordedOutcome[] {
  const present = new Set(members.map(({ id }) => id))
  return historyOf(decisions).filter((entry) => holdsFor(entry, day, present)).flatMap((entry) => {
    const name = `${entry.programme}.${entry.outcome}`
    const reader = benefits.find(({ reads }) => reads.outcomes.has(name))?.layers[0]
    return reader ? [describeEntry(entry, reader)] : []
  })

  function describeEntry({ programme, outcome, member, value, from, to, decided_on: decided }: HistoryEntry, reader: BenefitRules['layers'][0]): RecordedOutcome {
    const owner = reader.dependencies.get(programme)
    const piece = owner?.pieces.get(outcome)?.piece
    const [list, unit] = piece?.kind === 'outcome' ? [piece.list, piece.unit] : []
    const write = (language: keyof Text): string => formatValue(value ?? '', { list, unit, lists: reader.lists, language })
    return {
      programme: owner?.release.title ?? { vi: programme, en: programme },
      outcome: piece?.title ?? { vi: outcome, en: outcome },
      ...(member !== undefined && { member: memberTitle(reader, members, member).vi }),
      ...(value !== undefined && { value: { vi: write('vi'), en: write('en') } }),
      from, ...(to !== undefined && { to }), ...(decided !== undefined && { decided_on: decided }),
    }
  }
}

const holdsFor = ({ layer, from, to, member }: HistoryEntry, day: string, present: ReadonlySet<string>): boolean =>
  layer === 'national' && from <= day && (to === undefined || day <= to) && (member === undefined || present.has(member))
