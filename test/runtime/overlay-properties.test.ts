import { applyOverlays, assemble, checkOverlays, evaluate, type EvaluationResult, type LogicPiece, type Origin, type Overlay, type Parameter, type Release } from '@tieuchi/runtime'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { completeInput, householdCondition, parameters, randomLogic } from './arbitraries.ts'
import { at, commonDocument, releaseOf } from './fixture.ts'
import { overlayOf } from './overlay-fixture.ts'

const openness = fc.constantFrom<NonNullable<Parameter['overridable']>>('raise', 'lower', true)
const amount = fc.integer({ min: 0, max: 9 })

/** Random rules in which everything may be patched. */
const openRelease: fc.Arbitrary<Release> = fc.tuple(randomLogic, openness, openness).map(([logic, single, keyed]) =>
  releaseOf(logic.map((piece): LogicPiece => ({ ...piece, overridable: true })), { limit: { ...parameters.limit, overridable: single }, by_harbour: { ...parameters.by_harbour, overridable: keyed } }))

const rowId = fc.stringMatching(/^local[a-z2-7]{5}$/)

/** A random overlay that fits a release, whatever other such overlays did before it to rows and rules. */
const overlayFor = (base: Release, unit: string): fc.Arbitrary<Overlay> => {
  const table = base.logic.find((piece) => piece.kind === 'table')
  const rules = base.logic.find((piece) => piece.kind === 'rules')
  const result: fc.Arbitrary<string | number> = table?.hit === 'sum' || table?.hit === 'max' ? fc.integer({ min: -3, max: 5 }) : fc.constantFrom('north', 'south', 'both')
  const cell = fc.constantFrom(null, { lessThan: 3 }, { greaterThanInclusive: { parameter: 'limit' } } as const)
  const rowIds = table?.rows.map(({ id }) => id) ?? []
  const ruleIds = rules?.rules.map(({ id }) => id) ?? []
  return fc.record({
    limit: fc.option(amount),
    keyed: fc.option(fc.record({ north: amount, south: amount }, { requiredKeys: [] }).filter((values) => Object.keys(values).length > 0)),
    changed: fc.subarray(rowIds),
    cells: fc.record({ cargo: cell, score: cell }, { requiredKeys: ['cargo'] }),
    results: fc.option(result),
    added: fc.option(fc.tuple(rowId, cell, result, fc.option(fc.constantFrom(...rowIds)))),
    rule: fc.option(fc.tuple(fc.constantFrom(...ruleIds), householdCondition.filter((condition) => !JSON.stringify(condition).includes('"score"')))),
    score: fc.option(amount),
  }).map(({ limit, keyed, changed, cells, results, added, rule, score }) => overlayOf(unit, {
    parameters: {
      ...(limit !== null && { limit: { kind: 'changed', unit: 'count', value: limit, certainty: 'seen' } as const }),
      ...(keyed && { by_harbour: { kind: 'changed', unit: 'count', by: 'harbour', values: keyed, certainty: 'seen' } as const }),
    },
    logic: [
      ...(changed.length > 0 || added ? [{
        kind: 'table', id: 'berths',
        rows: [
          ...changed.map((id) => ({ kind: 'changed', id, cells, ...(results !== null && { results: { berth: results } }) }) as const),
          ...(added ? [{ kind: 'added', row: { id: `${added[0].slice(0, 8)}${unit === 'coast' ? 'aa' : 'bb'}`, when: [added[1], null, null], then: [added[2]] }, ...(added[3] !== null && { behind: added[3] }) } as const] : []),
        ],
      } as const] : []),
      ...(rule ? [{ kind: 'rules', id: 'defects', rules: [{ kind: 'changed', id: rule[0], conditions: rule[1] }] } as const] : []),
      ...(score === null ? [] : [{ kind: 'fact', id: 'score', value: score } as const]),
    ],
  }))
}

const layered = openRelease.chain((base) => fc.record({ base: fc.constant(base), province: overlayFor(base, 'coast'), commune: overlayFor(base, 'cove') }))

interface Draft {
  parameters: Record<string, { value?: number; values?: Record<string, number>; overridable: Parameter['overridable'] }>
  logic: { id: string; value?: unknown; inputs?: string[]; rows?: { id: string; when: unknown[]; then: unknown[] }[]; rules?: { id: string; conditions: unknown }[] }[]
}

const better = (open: Parameter['overridable'], old: number, now: number): number => (open === 'raise' ? Math.max(old, now) : open === 'lower' ? Math.min(old, now) : now)

/** The merge as one would do it by hand: a copy written over, patch after patch. */
const mergedByHand = (base: Release, overlays: readonly Overlay[]): Release => {
  const copy: Draft & Release = JSON.parse(JSON.stringify(base))
  for (const overlay of overlays) {
    for (const [id, patch] of Object.entries(overlay.parameters)) {
      const parameter = copy.parameters[id]
      if (!parameter || patch.kind !== 'changed') continue
      if (patch.value !== undefined) parameter.value = better(parameter.overridable, Number(parameter.value), Number(patch.value))
      for (const [key, value] of Object.entries(patch.values ?? {})) if (parameter.values) parameter.values[key] = better(parameter.overridable, Number(parameter.values[key]), Number(value))
    }
    for (const patch of overlay.logic) {
      const piece = patch.kind === 'added' ? undefined : copy.logic.find(({ id }) => id === patch.id)
      if (piece && patch.kind === 'fact') piece.value = patch.value
      if (patch.kind === 'rules') for (const each of patch.rules) for (const rule of piece?.rules ?? []) if (each.kind === 'changed' && rule.id === each.id) rule.conditions = each.conditions
      if (patch.kind === 'table') for (const each of patch.rows) {
        const rows = piece?.rows ?? []
        if (each.kind === 'added') rows.splice(rows.map(({ id }) => id).indexOf(each.behind ?? '') + 1, 0, JSON.parse(JSON.stringify(each.row)))
        const row = rows.find(({ id }) => each.kind === 'changed' && id === each.id)
        if (row && each.kind === 'changed') {
          for (const [column, cell] of Object.entries(each.cells ?? {})) row.when[piece?.inputs?.indexOf(column) ?? -1] = cell
          if (each.results) row.then[0] = each.results['berth']
        }
      }
    }
  }
  return copy
}

const plain = (result: EvaluationResult): unknown => JSON.parse(JSON.stringify(result, (key, value: unknown) => (['overlaid', 'origins', 'layer'].includes(key) ? undefined : value)))

const frozen = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null) for (const part of Object.values(Object.freeze(value))) frozen(part)
  return value
}

describe('overlays of a province and a commune on random rules', () => {
  it('fit, and give what merging by hand gives, for every household', async () => {
    await fc.assert(fc.asyncProperty(layered, completeInput, fc.boolean(), async ({ base, province, commune }, input, complete) => {
      const overlays = [province, commune]
      expect(checkOverlays(commonDocument, base, overlays).filter(({ severity }) => severity === 'error')).toEqual([])
      const household = complete ? input : { household: input.household, unit: input.unit }
      const local = assemble({ programme: 'boats', layer: 'local', common: commonDocument, releases: { boats: base }, overlays: { boats: overlays } })
      const byHand = assemble({ programme: 'boats', layer: 'national', common: commonDocument, releases: { boats: mergedByHand(base, overlays) } })
      const [one, other] = [await evaluate(local, { input: household, moment: at }), await evaluate(byHand, { input: household, moment: at })]
      expect(plain(one.result)).toEqual(plain(other.result))
    }), { numRuns: 150 })
  })

  it('are the same applied together or one after the other, and change neither base nor each other', () => {
    fc.assert(fc.property(layered, ({ base, province, commune }) => {
      frozen([base, province, commune])
      const together = applyOverlays(base, [province, commune])
      expect(applyOverlays(applyOverlays(base, [province]).release, [commune]).release).toEqual(together.release)
      expect(applyOverlays(base, [overlayOf('coast'), province, overlayOf('cove'), commune])).toMatchObject({ release: together.release, origins: together.origins })
    }))
  })

  it('never make a value less favourable where the base is a floor', () => {
    fc.assert(fc.property(layered, ({ base, province, commune }) => {
      const { release } = applyOverlays(base, [province, commune])
      for (const [id, { overridable, value, values }] of Object.entries(base.parameters)) {
        const after = release.parameters[id]
        const pairs = [[value, after?.value], ...Object.entries(values ?? {}).map(([key, old]) => [old, after?.values?.[key]])].filter(([old]) => old !== undefined).map(([old, now]) => [Number(old), Number(now)] as const)
        if (overridable === 'raise') expect(pairs.every(([old, now]) => now >= old)).toBe(true)
        if (overridable === 'lower') expect(pairs.every(([old, now]) => now <= old)).toBe(true)
      }
    }))
  })

  it('say of every value, row, rule and fact they touch whose it is, and of nothing else', () => {
    fc.assert(fc.property(layered, ({ base, province, commune }) => {
      const { origins } = applyOverlays(base, [province, commune])
      expect(Object.fromEntries(Object.entries(origins).map(([place, origin]) => [place, ownerOf(origin)]))).toEqual(ownersByHand(base, [province, commune]))
    }))
  })
})

const ownerOf = ({ scope, floor }: Origin): string => `${scope === 'national' ? scope : scope.unit}${floor ? ` over ${floor.scope.unit}` : ''}`

const ownersByHand = (base: Release, overlays: readonly Overlay[]): Record<string, string> => {
  const owners: Record<string, string> = {}
  const values = new Map(Object.entries(base.parameters).flatMap(([id, { value, values: keyed }]): [string, number][] =>
    (keyed ? Object.entries(keyed).map(([key, each]) => [`parameters.${id}.${key}`, Number(each)]) : [[`parameters.${id}`, Number(value)]])))
  for (const overlay of overlays) {
    const { unit } = overlay.scope
    for (const [id, patch] of Object.entries(overlay.parameters)) {
      const said = patch.kind === 'changed' ? (patch.values ? Object.entries(patch.values).map(([key, value]) => [`parameters.${id}.${key}`, Number(value)] as const) : [[`parameters.${id}`, Number(patch.value)] as const]) : []
      for (const [place, value] of said) {
        const open = base.parameters[id]?.overridable
        const old = values.get(place) ?? 0
        const kept = better(open, old, value) !== value
        owners[place] = kept ? `${(owners[place] ?? 'national').split(' ')[0]} over ${unit}` : unit
        values.set(place, kept ? old : value)
      }
    }
    for (const patch of overlay.logic) {
      if (patch.kind === 'fact') owners[`logic.${patch.id}`] = unit
      if (patch.kind === 'table') for (const row of patch.rows) owners[`logic.${patch.id}.${row.kind === 'added' ? row.row.id : row.id}`] = unit
      if (patch.kind === 'rules') for (const rule of patch.rules) owners[`logic.${patch.id}.${rule.kind === 'added' ? rule.rule.id : rule.id}`] = unit
    }
  }
  return owners
}
