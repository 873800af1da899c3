import type { CommonDocument, HouseholdInput, Moment } from '@tieuchi/runtime'
import { allNeeds, compilePlan, PlanDictionary, RecordLayout, type ObjectPlan, type PlanResult } from '@tieuchi/runtime/plan'
import { partsJudged, resultByInterpreter } from './row-judge.ts'
import type { RulesOnTrial } from './rules-on-trial.ts'

/** Rules, with those of their entitlements that are looked at. */
export interface LookedAt {
  readonly rules: RulesOnTrial
  readonly entitlements: readonly string[]
}

type Bound = ReturnType<ObjectPlan['at']>

/** Rules that share a dictionary, with the plans there are of them. */
interface Sharing {
  readonly layout: RecordLayout
  readonly plans: ReadonlyMap<LookedAt, Bound>
}

/** Finds what several rules make of one household after the other. Its answers become a record once, for all rules that share a dictionary. */
export class ResultsTogether {
  readonly #looked: readonly LookedAt[]
  readonly #moment: Moment
  readonly #sharing: ReadonlyMap<CommonDocument, Sharing>

  constructor(looked: readonly LookedAt[], moment: Moment) {
    this.#looked = looked
    this.#moment = moment
    this.#sharing = new Map([...Map.groupBy(looked, ({ rules }) => rules.assembly.common)].map(([common, some]) => [common, sharingOf(common, some, moment)]))
  }

  /** Outcomes and entitlements, in the order of the rules; undefined where rows of a table hold at once that may not. */
  async find(input: HouseholdInput): Promise<readonly (PlanResult | undefined)[]> {
    const records = new Map([...this.#sharing].map(([common, { layout }]) => [common, layout.record(input)]))
    const found: (PlanResult | undefined)[] = []
    for (const each of this.#looked) {
      const { common } = each.rules.assembly
      const record = records.get(common)
      const plan = this.#sharing.get(common)?.plans.get(each)
      found.push(record && plan?.judge(record) ? plan.result(record) : await resultByInterpreter(each.rules, input, this.#moment))
    }
    return found
  }
}

function sharingOf(common: CommonDocument, looked: readonly LookedAt[], moment: Moment): Sharing {
  const dictionary = new PlanDictionary(common)
  const compiled = looked.flatMap((each) => {
    const found = compilePlan(each.rules.assembly, dictionary, { ...partsJudged, entitlements: each.entitlements })
    return found.kind === 'plan' ? [[each, found.plan] as const] : []
  })
  return { layout: new RecordLayout(dictionary, allNeeds(compiled.map(([, { needs }]) => needs))), plans: new Map(compiled.map(([each, plan]) => [each, plan.at(moment)])) }
}
