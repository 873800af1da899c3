import type { Assembly, CommonDocument, EvaluationResult, HouseholdInput, LogicPiece } from '@tieuchi/runtime'
import { comparableResult, type PlanEntitlement, type PlanOutcome, type PlanResult } from '@tieuchi/runtime/plan'
import { isDeepStrictEqual } from 'node:util'
import type { EffectChange, EffectSide } from './effect-schema.ts'

interface Sided extends Pick<EffectChange, 'kind' | 'id'> {
  readonly of: string | undefined
  readonly side: EffectSide
}

const ofOutcome = ({ id, state, value }: PlanOutcome, of?: string): Sided => ({ kind: 'outcome', id, of, side: { state, ...(value !== undefined && { value }) } })

const ofEntitlement = ({ id, member, state, level, amount }: PlanEntitlement): Sided =>
  ({ kind: 'entitlement', id, of: member, side: { state, ...(level !== undefined && { value: level }), ...(amount !== undefined && { amount }) } })

/** Every result people are told of, by whose and which it is. */
const sidesOf = ({ outcomes, member_outcomes: members, entitlements }: PlanResult): ReadonlyMap<string, Sided> =>
  new Map([
    ...outcomes.map((outcome) => ofOutcome(outcome)),
    ...Object.entries(members).flatMap(([member, own]) => own.map((outcome) => ofOutcome(outcome, member))),
    ...entitlements.map(ofEntitlement),
  ].map((sided) => [JSON.stringify([sided.kind, sided.id, sided.of ?? null]), sided]))

export interface ComparedLayer {
  readonly layer: EffectChange['layer']
  /** What was decided; absent: nothing in this layer. */
  readonly before: EvaluationResult | undefined
  readonly after: PlanResult
  readonly assembly: Assembly
  readonly input: HouseholdInput
}

/** The outcomes and entitlements that are others than were decided, in the order of the rules. */
export function changesOf({ layer, before, after, assembly, input }: ComparedLayer): EffectChange[] {
  const [old, fresh] = [before ? sidesOf(comparableResult(before)) : new Map<string, Sided>(), sidesOf(after)]
  return [...new Set([...fresh.keys(), ...old.keys()])].flatMap((key) => {
    const [was, is] = [old.get(key), fresh.get(key)]
    const sided = is ?? was
    if (!sided || isDeepStrictEqual(was?.side, is?.side)) return []
    const { kind, id, of } = sided
    return [{
      layer, kind, id,
      ...describe(assembly, before, sided),
      ...(of !== undefined && { member: { id: of, name: nameOf(assembly.common, input, of) } }),
      ...(was && { before: was.side }),
      ...(is && { after: is.side }),
    }]
  })
}

type Described = Pick<EffectChange, 'title' | 'list' | 'unit'>

/** How a result is called, by the new rules or, where they have none, as it was stored. */
function describe({ pieces }: Assembly, before: EvaluationResult | undefined, { kind, id }: Sided): Described {
  const piece: LogicPiece | undefined = pieces.get(id)?.piece
  if (piece?.kind === 'outcome') return withDetails(piece.title, piece.list, piece.unit)
  if (piece?.kind === 'entitlement') return withDetails(piece.title, piece.level_list, piece.unit)
  if (kind === 'entitlement') {
    const stored = before?.entitlements.find((entitlement) => entitlement.id === id)
    return withDetails(stored?.title, stored?.level_list, stored?.unit)
  }
  const stored = [...(before?.outcomes ?? []), ...Object.values(before?.member_outcomes ?? {}).flat()].find((outcome) => outcome.id === id)
  return withDetails(stored?.title, stored?.list, stored?.unit)

  function withDetails(title = { vi: id, en: id }, list: string | undefined, unit: string | undefined): Described {
    return { title, ...(list !== undefined && { list }), ...(unit !== undefined && { unit }) }
  }
}

function nameOf({ register }: CommonDocument, { members = [] }: HouseholdInput, member: string): string {
  const name = members.find(({ id }) => id === member)?.[register.name]
  return typeof name === 'string' ? name : member
}
