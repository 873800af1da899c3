import type { PlanResult } from '../plan/results/plan-result.ts'
import { nothing, type Amount, type FiguresOfRow, type RowKeys } from './report-figures.ts'
import { questionRules, type BlockQuestion, type Figure, type RowKey } from './asked-figures.ts'
import type { ReportQuestion } from './report-question.ts'

/** A row a household stands in; whether it does for certain. */
interface Standing {
  readonly keys: RowKeys
  readonly certain: boolean
}

const open: Amount = { value: 0, open: 1 }

/** What was found of one household, by name. */
class Found {
  readonly #facts: ReadonlyMap<string, PlanResult['facts'][number]>
  readonly #rules: ReadonlyMap<string, PlanResult['rules'][number]['result']>

  constructor({ facts, rules }: Pick<PlanResult, 'facts' | 'rules'>) {
    this.#facts = new Map(facts.map((fact) => [fact.id, fact]))
    this.#rules = new Map(rules.flatMap(({ set, id, result }) => (set === questionRules ? [[id, result] as const] : [])))
  }

  rule(id: string): boolean | 'unknown' {
    return this.#rules.get(id) ?? 'unknown'
  }

  /** What a household adds; undefined where it cannot be told. What does not apply adds nothing. */
  number(figure: Figure): number | undefined {
    if (figure.kind === 'one') return 1
    if (figure.kind === 'rule') {
      const truth = this.rule(figure.rule)
      return truth === 'unknown' ? undefined : Number(truth)
    }
    const fact = this.#facts.get(figure.fact)
    if (fact?.not_applicable) return 0
    return typeof fact?.value === 'number' ? fact.value : undefined
  }

  /** In which rows of a key it stands: in none where that does not apply, in that of the unknown where it is not known. */
  rows(key: RowKey): readonly Standing[] {
    if (key.kind === 'rules') {
      return key.rows.flatMap(({ row, rule }) => {
        const truth = this.rule(rule)
        return truth === false ? [] : [{ keys: [row], certain: truth === true }]
      })
    }
    const fact = this.#facts.get(key.fact)
    if (fact?.not_applicable) return []
    if (fact?.value === undefined) return [{ keys: [null], certain: true }]
    return (typeof fact.value === 'object' ? fact.value : [String(fact.value)]).map((code) => ({ keys: [code], certain: true }))
  }
}

const standings = (found: Found, keys: readonly RowKey[]): readonly Standing[] =>
  keys.reduce<readonly Standing[]>(
    (before, key) => before.flatMap((outer) => found.rows(key).map((inner) => ({ keys: [...outer.keys, ...inner.keys], certain: outer.certain && inner.certain }))),
    [{ keys: [], certain: true }],
  )

const amountOf = (found: Found, figure: Figure, certain: boolean): Amount => {
  const number = found.number(figure)
  if (number === undefined) return open
  if (certain) return { value: number, open: 0 }
  return number === 0 ? nothing : open
}

const countIn = (found: Found, { block, keys, figures }: BlockQuestion, unit: string): readonly FiguresOfRow[] =>
  standings(found, keys).map(({ keys: row, certain }) => ({ block, unit, keys: row, amounts: figures.map((figure) => amountOf(found, figure, certain)) }))

/**
 * What one household adds to the figures of a report, by what was found of it: to each row it stands in. A row that it may stand in, and a
 * figure that cannot be told, count it as open: unknown is never nothing.
 */
export const countHousehold = ({ blocks }: Pick<ReportQuestion, 'blocks'>, result: Pick<PlanResult, 'facts' | 'rules'>, unit: string): readonly FiguresOfRow[] => {
  const found = new Found(result)
  return blocks.flatMap((block) => countIn(found, block, unit))
}
