import { placesOf, type Assembly, type CommonDocument, type Layer, type Moment, type Places } from '@tieuchi/runtime'
import { describeReleases } from '../decisions/decision-releases.ts'
import type { ReleaseRead } from '../decisions/decision-schema.ts'
import type { Tx } from '../plugins/database.ts'
import { Problem } from '../plugins/problem.ts'
import { pinnedLayers, pinRules } from '../policies/policy-service.ts'
import type { RuleBook } from '../policies/rule-book.ts'
import type { UnitOnDate } from '../units/unit-schema.ts'
import { getInReachOrThrow } from '../units/unit-service.ts'
import type { LayerJudge } from './layer-judge.ts'

/** A unit of a stream with the rules that judge its households. */
export interface UnitRules {
  readonly unit: UnitOnDate
  readonly places: Places
  readonly common: CommonDocument
  readonly programmes: readonly ProgrammeRules[]
}

interface ProgrammeRules {
  readonly programme: string
  readonly layers: readonly (readonly [Layer, LayerJudge])[]
  readonly releases: readonly ReleaseRead[]
}

export interface RulesWanted {
  readonly book: RuleBook
  readonly programmes: readonly string[]
  readonly moment: Moment
  readonly judgeOf: (assembly: Assembly, moment: Moment) => LayerJudge
}

/** Rules of the units of a stream, found when the first household of each comes and kept to its end, so that all of a unit are judged alike. */
export class StreamRules {
  readonly #wanted: RulesWanted
  readonly #units = new Map<string, UnitRules>()
  readonly #judges = new Map<Assembly, LayerJudge>()

  constructor(wanted: RulesWanted) {
    this.#wanted = wanted
  }

  isKnown(code: string): boolean {
    return this.#units.has(code)
  }

  /** The rules of a unit by its code, or why there are none. What is wrong is not kept: there is no end to wrong codes. */
  async find(tx: Tx, code: string): Promise<UnitRules | Problem> {
    const known = this.known(code)
    if (known) return known
    try {
      const found = await this.#read(tx, code)
      this.#units.set(code, found)
      return found
    } catch (error) {
      if (error instanceof Problem) return error
      throw error
    }
  }

  known(code: string): UnitRules | undefined {
    return this.#units.get(code)
  }

  get judges(): readonly LayerJudge[] {
    return [...this.#judges.values()]
  }

  /** Which releases judged, with the units each set of them is for. */
  get read(): { programme: string; units: string[]; releases: ReleaseRead[] }[] {
    const all = [...this.#units].flatMap(([code, { programmes }]) => programmes.map(({ programme, releases }) => ({ code, programme, releases })))
    return [...Map.groupBy(all, ({ programme, releases }) => JSON.stringify([programme, releases.map(({ hash }) => hash)])).values()].flatMap((alike) => {
      const [first] = alike
      return first ? [{ programme: first.programme, units: alike.map(({ code }) => code).toSorted(), releases: [...first.releases] }] : []
    })
  }

  async #read(tx: Tx, code: string): Promise<UnitRules> {
    const { programmes, moment } = this.#wanted
    const unit = await getInReachOrThrow(tx, code, moment.unit_at)
    const rules: ProgrammeRules[] = []
    for (const programme of programmes) rules.push(await this.#readProgramme(tx, programme, unit.id))
    const common = rules[0]?.layers[0]?.[1].assembly.common
    if (!common) throw new Error('A stream has no programme')
    return { unit, places: placesOf(unit), common, programmes: rules }
  }

  async #readProgramme(tx: Tx, programme: string, unit: string): Promise<ProgrammeRules> {
    const { book, moment } = this.#wanted
    const pinned = await pinRules(tx, { programme, unit, moment })
    const layers: (readonly [Layer, LayerJudge])[] = []
    for (const layer of pinnedLayers(pinned, programme)) layers.push([layer, this.#judgeOf(await book.assembly(tx, programme, layer, pinned))])
    return { programme, layers, releases: await describeReleases(tx, pinned, moment) }
  }

  #judgeOf(assembly: Assembly): LayerJudge {
    const judge = this.#judges.get(assembly) ?? this.#wanted.judgeOf(assembly, this.#wanted.moment)
    this.#judges.set(assembly, judge)
    return judge
  }
}
