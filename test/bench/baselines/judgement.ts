/** What every contestant answers about a household, in one form so that answers can be compared. */
export interface Judgement {
  readonly class: string
  /** One bit for each indicator of the release, in the order of its rules. */
  readonly indicators: number
  readonly deprivation_count: number
  readonly points_a: number
}

export const indicatorNames = [
  'employment', 'dependents', 'nutrition', 'health_insurance', 'adult_education', 'child_school', 'housing_quality', 'housing_area', 'water', 'toilet',
  'telecom', 'info_means',
] as const

export type IndicatorName = (typeof indicatorNames)[number]

export const indicatorBit = (name: IndicatorName): number => 1 << indicatorNames.indexOf(name)

export const sameJudgement = (a: Judgement, b: Judgement): boolean =>
  a.class === b.class && a.indicators === b.indicators && a.deprivation_count === b.deprivation_count && a.points_a === b.points_a

/** Households on which two contestants disagree, each in a sentence. */
export const differencesOf = (name: string, expected: readonly Judgement[], found: readonly Judgement[]): readonly string[] =>
  expected.flatMap((judgement, index) => {
    const other = found[index]
    return other && sameJudgement(judgement, other) ? [] : [`${name} on household ${index}: ${JSON.stringify(other)} instead of ${JSON.stringify(judgement)}`]
  })
