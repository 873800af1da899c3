import { citationPhrase, entitlementTerms, formatNumber, formatUnit, formatValue, memberTitle, periodNames, type Language } from '@tieuchi/runtime'
import type { Cell, ExcelSheet } from '../excel/excel-file.ts'
import type { AreaJudge, JudgedBenefit, JudgedEntitlement } from './area-judge.ts'
import type { SayEntitlement } from './entitlement-export-words.ts'
import { groundsOf } from './entitlement-grounds.ts'
import type { listNamedHouseholds } from './entitlement-queries.ts'
import { EntitlementTally } from './entitlement-tally.ts'

/** An area whose entitlements are written. */
export interface WrittenArea {
  readonly judge: AreaJudge
  readonly households: Awaited<ReturnType<typeof listNamedHouseholds>>
  readonly unitNames: ReadonlyMap<string, string>
  readonly at: string
  readonly language: Language
  readonly say: SayEntitlement
}

/** So many households are judged again by the interpreter, to say why: a few milliseconds each. */
export const mostTold = 2000

/** What each benefit comes to in each unit. */
export function unitSheet({ judge, households, unitNames, language, say }: WrittenArea): ExcelSheet {
  return {
    name: say('byUnit'),
    columns: [
      { title: say('programme'), width: 30 }, { title: say('entitlement'), width: 44 }, { title: say('recipient'), width: 14 }, { title: say('unit'), width: 22 },
      ...(['granted', 'undetermined', 'refused'] as const).map((word) => ({ title: say(word), width: 16 })),
      { title: say('monthly'), width: 24 }, { title: say('bound'), width: 14 }, { title: say('unknown'), width: 26 },
    ],
    rows: rows(),
  }

  async function* rows(): AsyncGenerator<readonly Cell[]> {
    const tally = new EntitlementTally()
    for await (const judged of judge.judge(households)) tally.add(judged.household.unit_id, judged)
    for (const { programme, title, recipient, unit, granted, undetermined, refused, monthly, bound, unknown } of tally.lines) {
      yield [programme[language], title[language], say(recipient === 'household' ? 'ofHousehold' : 'ofMember'), unitNames.get(unit) ?? unit, granted, undetermined, refused, monthly || undefined, monthly ? say(bound) : undefined, unknown]
    }
  }
}

const isOpen = ({ result }: JudgedEntitlement): boolean => result.state === 'undetermined'

/** Whatever is granted or not yet decided, a row each; what waits for a first decision on the household stands together. */
export function rowSheet({ judge, households, unitNames, at, language, say }: WrittenArea): ExcelSheet {
  return {
    name: say('one'),
    columns: ([
      ['number', 7], ['unit', 20], ['place', 24], ['household', 28], ['recipient', 28], ['programme', 28], ['entitlement', 44], ['state', 16], ['level', 14], ['amount', 14], ['amountUnit', 14], ['period', 18], ['terms', 44], ['citation', 28], ['why', 80],
    ] as const).map(([word, width]) => ({ title: say(word), width })),
    rows: rows(),
  }

  async function* rows(): AsyncGenerator<readonly Cell[]> {
    let [number, told] = [0, 0]
    for await (const { household: { label, place, unit_id: unit }, benefits } of judge.judge(households)) {
      const where = [unitNames.get(unit) ?? unit, place ?? undefined, label] as const
      const waiting = benefits.filter((benefit) => benefit.waiting).flatMap(({ entitlements }) => entitlements).filter(isOpen).length
      if (waiting > 0) yield [(number += 1), ...where, ...waitingCells(waiting)]
      const listed = benefits.map((benefit) => ({ benefit, given: benefit.entitlements.filter((each) => each.result.state === 'granted' || (isOpen(each) && !benefit.waiting)) })).filter(({ given }) => given.length > 0)
      told += Number(listed.length > 0)
      for (const { benefit, given } of listed) {
        const grounds = told <= mostTold ? await groundsOf(benefit, at, language, say) : undefined
        for (const each of given) yield [(number += 1), ...where, ...entitlementCells(benefit, each), grounds?.(each.result) || undefined]
      }
    }
  }

  /** Everything that waits for a first decision, in one row. */
  function waitingCells(entitlements: number): readonly Cell[] {
    return [say('wholeHousehold'), undefined, say('waiting', { number: formatNumber(entitlements, language) }), say('undetermined'), ...Array.from({ length: 6 }, () => undefined), say('waitingWhy')]
  }

  function entitlementCells({ programme, assembly, input: { members = [] } }: JudgedBenefit, { piece, result }: JudgedEntitlement): readonly Cell[] {
    const { member, state, level, amount, unit, period, citation } = result
    const granted = state === 'granted'
    return [
      member === undefined ? say('wholeHousehold') : memberTitle(assembly, members, member)[language], programme.title[language], piece.title[language], say(granted ? 'granted' : 'undetermined'),
      level === undefined ? undefined : formatValue(level, { unit: piece.level_unit, list: piece.level_list, lists: assembly.lists, language }),
      amount, amount === undefined || unit === undefined ? undefined : formatUnit(unit, language).trim(),
      period && periodNames[period.every][language], entitlementTerms(assembly, result)?.[language], citation && citationPhrase(citation)[language],
    ]
  }
}

/** What of the file is not complete, and why; read once its other sheets are written. */
export const notesOf = ({ judge, language, say }: WrittenArea): readonly string[] => [
  say('refusedNote'), say('whyNote', { first: formatNumber(mostTold, language) }),
  ...judge.unsound.map(({ programme, problem }) => say('unsound', { programme: programme.title[language], problem: problem[language] })),
]
