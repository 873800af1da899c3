import type { CommonDocument, Release } from '@tieuchi/runtime'

/** What a pack says, and the shared dictionary and facts it reads. */
export interface Rules {
  readonly common: CommonDocument
  readonly release: Release
}

/** A mistake that a person could make in a pack, without which it would be right. */
export interface Mistake {
  readonly what: string
  readonly pack: string
  readonly make: (rules: Rules) => Rules
}

/** A document in which one text, found exactly once after a place, reads otherwise. */
const rewritten = <Document>(document: Document, after: string, from: string, to: string): Document => {
  const text = JSON.stringify(document)
  const start = text.indexOf(from, text.indexOf(after))
  if (!text.includes(after) || start === -1) throw new Error(`The pack does not say ${from} after ${after} any more`)
  return JSON.parse(text.slice(0, start) + to + text.slice(start + from.length)) as Document
}

const inRelease = (what: string, pack: string, after: string, from: string, to: string): Mistake => ({
  what, pack, make: ({ common, release }) => ({ common, release: rewritten(release, after, from, to) }),
})

const inCommon = (what: string, pack: string, after: string, from: string, to: string): Mistake => ({
  what, pack, make: ({ common, release }) => ({ common: rewritten(common, after, from, to), release }),
})

const firstRowsSwapped: Mistake = {
  what: 'near-poor is tried before poor',
  pack: 'poverty/2026',
  make: ({ common, release }) => ({
    common,
    release: {
      ...release,
      logic: release.logic.map((piece) => {
        if (piece.kind !== 'table') return piece
        const [first, second, ...rest] = piece.rows
        return first && second ? { ...piece, rows: [second, first, ...rest] } : piece
      }),
    },
  }),
}

/** Each must come to light among random households. */
export const mistakes: readonly Mistake[] = [
  inRelease('a line one đồng too high', 'poverty/2022', '"income_line"', '1500000', '1500001'),
  inRelease('one deprivation too few', 'poverty/2027', '"min_deprivations"', '"value":3', '"value":2'),
  inRelease('an age limit a year too low', 'poverty/2022', '"insurance_from_age"', '"value":6', '"value":5'),
  inRelease('a score limit of the wrong area', 'poverty/2016', '"upper_points_limit"', '"rural":150', '"rural":175'),
  inRelease('income below instead of up to the line', 'poverty/2022', '"r5gfelit3j"', 'lessThanInclusive', 'lessThan'),
  inRelease('half of the members instead of more', 'poverty/2022', '"xroab6ezai"', 'greaterThan', 'greaterThanInclusive'),
  inRelease('exactly the least area as too small', 'poverty/2027', '"ahlulk2ff5"', 'lessThan', 'lessThanInclusive'),
  inRelease('a clean source of water forgotten', 'poverty/2026', '"lz5vr7eqnp"', ',"bottled"', ''),
  inRelease('elementary vocational training as lower secondary', 'poverty/2022', '"bdglmldxya"', '"lower_secondary"', '"lower_secondary","elementary_vocational"'),
  inRelease('stunted and underweight instead of either', 'poverty/2022', '"ja7fwuzwfd"', '"any"', '"all"'),
  inRelease('a class that the law does not tell', 'poverty/2027', '"uecvo2roar"', '{"isKnown":true}', 'null'),
  inRelease('an average household of any livelihood', 'poverty/2022', '"agri_average_living"', '"agri_livelihood","operator":"equal","value":true', '"agri_livelihood","operator":"in","value":[true,false]'),
  inRelease('months completed instead of begun', 'poverty/2026', '"months_since_leaving"', '{"subtract":[0,{"monthsBetween":[{"moment":"facts_at"},{"fact":"decided_on"}]}]}', '{"monthsBetween":[{"fact":"decided_on"},{"moment":"facts_at"}]}'),
  inRelease('every decision off the list counted anew', 'poverty/2022', '"months_since_leaving"', '"max"', '"min"'),
  inRelease('near-poor households as low-income workers', 'poverty/2025-04', '"low_income_worker_member"', '"value":["average","above_average","not_poor"]', '"value":["near_poor","average","above_average","not_poor"]'),
  inRelease('a relapse only from the list just before', 'poverty/2022', '"ever_poor"', '"any":"history"', '"all":"history"'),
  inCommon('an answer that does not apply is looked at', 'poverty/2022', '"g3n47vavwm"', '"value":true', '"value":false'),
  inCommon('ages on the day of the law', 'poverty/2022', '"birth_date"},', '"facts_at"', '"law_at"'),
  inCommon('ages by months begun', 'poverty/2027', '"id":"age"', '"ageInYears"', '"ageInMonths"'),
  firstRowsSwapped,
]
