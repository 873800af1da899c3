import {
  assemble, assembleLayers, evaluateLayers, explain, momentAt, overlayConflicts, overlaysRead, placesOf, describeUnit, resolveLayers, sentenceOfOrigin, unitsDownTo,
  type ExplanationNode, type HouseholdInput, type LogicPiece, type Overlay, type Publication, type Release, type UnitDocument,
} from '@tieuchi/runtime'
import { describe, expect, it } from 'vitest'
import { at, commonDocument, outcomeOf, releaseOf, text } from './fixture.ts'
import { base, byLaw, compareLeaf, fees, overlayOf, valued } from './overlay-fixture.ts'

const layersOf = (overlays: readonly Overlay[], more: { readonly releases?: Readonly<Record<string, Release>>; readonly others?: Readonly<Record<string, readonly Overlay[]>> } = {}) =>
  assembleLayers({ programme: 'boats', common: commonDocument, releases: { boats: base, ...more.releases }, overlays: { boats: overlays, ...more.others } })

const resultsOf = async (overlays: readonly Overlay[], input: HouseholdInput) => {
  const { national, local } = await evaluateLayers(layersOf(overlays), { input, moment: at })
  return { national: national.result, local: local?.result }
}

const boat: HouseholdInput = { household: { cargo: 5, hull_sound: true, engine_sound: true }, members: [], unit: { harbour: 'north' } }
const linesOf = (node: ExplanationNode): readonly ExplanationNode[] => [node, ...node.children.flatMap(linesOf)]

describe('a household under an overlay', () => {
  const overlay = overlayOf('coast', { parameters: { light: valued(6), fee: fees({ north: 380, south: 450 }) } })

  it('gets the national and the local answer side by side', async () => {
    const { national, local } = await resultsOf([overlay], boat)
    expect(national).toMatchObject({ layer: 'national', outcomes: [{ value: 'none' }] })
    expect(local).toMatchObject({ layer: 'local', outcomes: [{ value: 'inner' }] })
  })

  it('gets one answer where nothing local is in force', async () => {
    const { national, local } = await resultsOf([], boat)
    expect(national.outcomes).toMatchObject([{ value: 'none' }])
    expect(local).toBeUndefined()
  })

  it('reads in the local result what of it is local, and whose it is', async () => {
    const { national, local } = await resultsOf([overlay], boat)
    expect(JSON.stringify(national)).not.toContain('overlaid')
    expect(national.origins).toBeUndefined()
    expect(local?.outcomes).toMatchObject([{ overlaid: ['boats.parameters.light'] }])
    expect(local?.entitlements).toMatchObject([{ state: 'granted', amount: 500, overlaid: ['boats.parameters.fee.north'] }])
    expect(local?.origins).toEqual({
      'boats.parameters.light': { layer: 'local', scope: { unit: 'coast' }, title: text('Rules of coast'), citation: byLaw('1') },
      'boats.parameters.fee.north': {
        layer: 'national', scope: 'national', title: text('Harbour rules'), citation: { document: 'Harbour Act', article: '3' },
        floor: { scope: { unit: 'coast' }, title: text('Rules of coast'), value: 380, citation: byLaw('2') },
      },
    })
  })

  it('may be read with any of the values while the key is not known', async () => {
    const { local } = await resultsOf([overlay], { household: { hull_sound: true, cargo: 1 } })
    expect(local?.facts.find(({ id }) => id === 'due')?.overlaid).toEqual(['boats.parameters.fee.north', 'boats.parameters.fee.south'])
  })

  it('is told of rows, rules, facts, conditions and entitlements too', async () => {
    const conditions = compareLeaf('localengin', 'engine_sound', 'equal', true)
    const { local } = await resultsOf([overlayOf('coast', { logic: [
      { kind: 'table', id: 'berths', rows: [{ kind: 'changed', id: 'rowinnerab', cells: { cargo: null }, citation: byLaw('3') }] },
      { kind: 'rules', id: 'defects', rules: [{ kind: 'changed', id: 'hull', conditions: compareLeaf('localcargo', 'cargo', 'greaterThan', 3) }, { kind: 'removed', id: 'engine' }] },
      { kind: 'fact', id: 'due', value: 9 },
      { kind: 'condition', id: 'seaworthy', conditions },
      { kind: 'entitlement', id: 'grant', amount: 900 },
    ] })], boat)
    expect(local?.outcomes).toMatchObject([{ value: 'inner', overlaid: ['boats.logic.berths.rowinnerab'] }])
    expect(local?.rules).toMatchObject([{ id: 'hull', result: true, overlaid: ['boats.logic.defects.hull'] }])
    expect(local?.facts).toMatchObject([{ id: 'defect_count', value: 1, overlaid: ['boats.logic.defects.hull', 'boats.logic.defects'] }, { id: 'due', value: 9, overlaid: ['boats.logic.due'] }])
    expect(local?.entitlements).toMatchObject([{ amount: 900, overlaid: ['boats.logic.seaworthy', 'boats.logic.grant'] }])
  })
})

describe('an explanation of the local layer', () => {
  const overlay = overlayOf('coast', {
    parameters: { light: valued(6), fee: fees({ north: 380 }) },
    logic: [{ kind: 'table', id: 'berths', rows: [{ kind: 'changed', id: 'rowinnerab', cells: { hull_sound: null }, citation: byLaw('3') }] }, { kind: 'condition', id: 'seaworthy', conditions: compareLeaf('localengin', 'engine_sound', 'equal', true), citation: byLaw('4') }],
  })
  const explained = async (id: string, places?: Readonly<Record<string, string>>) => {
    const { local } = await evaluateLayers(layersOf([overlay]), { input: boat, moment: at })
    if (!local) throw new Error('A local layer was expected')
    return linesOf(await explain(local, id, undefined, places))
  }

  it('says whose a value is, with the local article', async () => {
    const lines = await explained('berth', { coast: 'Tỉnh Ven Biển' })
    expect(lines).toContainEqual(expect.objectContaining({ kind: 'leaf', parameter: 'light', citation: byLaw('1'), origin: expect.objectContaining({ layer: 'local', sentence: { vi: 'theo quy định của tỉnh Ven Biển', en: 'by the rules of tỉnh Ven Biển' } }) }))
    expect(lines).toContainEqual(expect.objectContaining({ kind: 'row', id: 'rowinnerab', citation: byLaw('3'), origin: expect.objectContaining({ layer: 'local' }) }))
  })

  it('names the overlay where the unit’s name is not at hand', async () => {
    expect(await explained('berth')).toContainEqual(expect.objectContaining({ parameter: 'light', origin: expect.objectContaining({ sentence: { vi: 'theo quy định của “Rules of coast”', en: 'by the rules of “Rules of coast”' } }) }))
  })

  it('says that a value is the national floor, whose gave way and how much it was', async () => {
    const lines = await explained('grant', { coast: 'Tỉnh Ven Biển' })
    expect(lines).toContainEqual(expect.objectContaining({
      parameter: 'fee', citation: { document: 'Harbour Act', article: '3' },
      origin: expect.objectContaining({ layer: 'national', sentence: { vi: 'theo chuẩn quốc gia, vì mức 380 đ của tỉnh Ven Biển kém thuận lợi hơn', en: 'by the national floor, since the 380 VND of tỉnh Ven Biển is less favourable' } }),
    }))
  })

  it('says whose a shared condition is at its comparisons', async () => {
    expect(await explained('grant')).toContainEqual(expect.objectContaining({ id: 'localengin', citation: byLaw('4'), origin: expect.objectContaining({ layer: 'local' }) }))
  })

  it('has nothing of it in the national layer', async () => {
    const { national } = await evaluateLayers(layersOf([overlay]), { input: boat, moment: at })
    expect(JSON.stringify(await explain(national, 'berth'))).not.toContain('origin')
  })

  it('says that a province’s value is the floor of a commune’s', () => {
    const origin = { layer: 'local', scope: { unit: 'coast' }, title: text('A'), floor: { scope: { unit: 'cove' }, title: text('B'), value: 3 } } as const
    expect(sentenceOfOrigin(origin, { coast: 'Tỉnh Ven Biển', cove: 'Xã Vịnh' }).vi).toBe('theo quy định của tỉnh Ven Biển, vì mức 3 của xã Vịnh kém thuận lợi hơn')
  })
})

describe('what is read of others', () => {
  const shared: Release = { ...releaseOf([], { base_salary: { title: text('Base'), unit: 'VND', value: 10, certainty: 'seen', overridable: 'raise' } }), programme: 'common' }
  const permits: Release = { ...base, programme: 'permits' }
  const reader = (from: LogicPiece[]): Release => releaseOf(from)
  const layered = async (release: Release, overlays: Readonly<Record<string, readonly Overlay[]>>, input: HouseholdInput = boat) => {
    const layers = assembleLayers({ programme: 'boats', common: commonDocument, releases: { boats: release, common: shared, permits }, overlays })
    const { national, local } = await evaluateLayers(layers, { input, moment: at })
    return [national.result.outcomes[0], local?.result.outcomes[0]]
  }
  const inPermits = [overlayOf('coast', { programme: 'permits', parameters: { light: valued(6) } })]

  it('is common in the layer being evaluated', async () => {
    const salary: LogicPiece = { kind: 'fact', id: 'pay', title: text('pay'), value: { parameter: 'base_salary' } }
    const [national, local] = await layered(reader([salary, outcomeOf('pay')]), { common: [overlayOf('coast', { programme: 'common', parameters: { base_salary: valued(12, 'VND') } })] })
    expect(national).toMatchObject({ value: 10 })
    expect(local).toMatchObject({ value: 12, overlaid: ['common.parameters.base_salary'] })
  })

  it('is common in no local layer where nothing is read of what was changed there', () => {
    const salary: LogicPiece = { kind: 'fact', id: 'pay', title: text('pay'), value: { parameter: 'base_salary' } }
    const overlays = { common: [overlayOf('coast', { programme: 'common', parameters: { base_salary: valued(12, 'VND') } })], permits: inPermits }
    const read = (...logic: readonly LogicPiece[]) => Object.keys(overlaysRead({ common: commonDocument, releases: { boats: releaseOf(logic), permits, common: shared }, overlays }))
    expect(read()).toEqual(['permits'])
    expect(read(salary)).toEqual(['common', 'permits'])
    expect(read({ ...salary, value: { parameter: 'common.base_salary' } })).toEqual(['common', 'permits'])
    expect(Object.keys(overlaysRead({ common: commonDocument, releases: { common: shared }, overlays }))).toEqual(['common', 'permits'])
  })

  it('is a computed outcome in the layer its reference names, nationally unless said', async () => {
    const from = (layer?: 'local'): Release => reader([{ kind: 'outcome', id: 'seen', title: text('seen'), from: { fact: 'permits.berth', as: 'computed', ...(layer && { layer }) } }])
    const own = [overlayOf('coast')]
    expect(await layered(from(), { boats: own, permits: inPermits })).toMatchObject([{ value: 'none' }, { value: 'none' }])
    expect(await layered(from('local'), { boats: own, permits: inPermits })).toMatchObject([{ value: 'inner', overlaid: ['permits.parameters.light'] }, { value: 'inner' }])
    expect(await layered(from('local'), { boats: own })).toMatchObject([{ value: 'none' }, { value: 'none' }])
  })

  it('makes no local layer where only another programme has an overlay', async () => {
    expect(await layered(reader([{ kind: 'outcome', id: 'seen', title: text('seen'), from: { fact: 'permits.berth', as: 'computed' } }]), { permits: inPermits })).toMatchObject([{ value: 'none' }, undefined])
  })

  it('says whose a computed value is that another programme’s overlay touches', async () => {
    const release = reader([{ kind: 'outcome', id: 'seen', title: text('seen'), from: { fact: 'permits.berth', as: 'computed', layer: 'local' } }])
    const layers = assembleLayers({ programme: 'boats', common: commonDocument, releases: { boats: release, permits }, overlays: { permits: inPermits } })
    const { national } = await evaluateLayers(layers, { input: boat, moment: at })
    expect(national.result.origins).toMatchObject({ 'permits.parameters.light': { layer: 'local', scope: { unit: 'coast' } } })
  })

  it('is a parameter of another programme in the national layer', () => {
    const assembly = assemble({ programme: 'boats', layer: 'local', common: commonDocument, releases: { boats: base, permits }, overlays: { boats: [overlayOf('coast')], permits: inPermits } })
    expect(assembly.parameters.get('permits.light')?.parameter.value).toBe(4)
  })

  it('is a recorded outcome in the layer its reference names; a decision made without local rules says the same locally', async () => {
    const from = (layer?: 'local'): Release => reader([{ kind: 'outcome', id: 'seen', title: text('seen'), from: { fact: 'permits.berth', ...(layer && { layer }) } }])
    const entry = (layer: 'national' | 'local', value: string, begun: string) => ({ programme: 'permits', layer, outcome: 'berth', value, from: begun })
    const both = [entry('national', 'none', '2026-01-01'), entry('local', 'inner', '2026-01-01')]
    expect((await layered(from(), {}, { history: both }))[0]).toMatchObject({ value: 'none' })
    expect((await layered(from('local'), {}, { history: both }))[0]).toMatchObject({ value: 'inner' })
    expect((await layered(from('local'), {}, { history: [...both, entry('national', 'outer', '2026-03-01')] }))[0]).toMatchObject({ value: 'outer' })
  })

  it('is refused where an overlay does not fit, which its check would have said', () => {
    expect(() => layersOf([overlayOf('coast', { parameters: { fixed: valued(8) } })])).toThrow('does not fit')
  })
})

describe('the layers of a household', () => {
  const unit = (id: string, kind: 'province' | 'commune', name: string, parents: readonly (string | undefined)[]): UnitDocument => ({
    id, attributes: {},
    spells: parents.map((parent, index) => ({ code: id, name, kind, ...(parent !== undefined && { parent }), ...(index > 0 && { valid_from: '2026-07-01' }), ...(index < parents.length - 1 && { valid_to: '2026-06-30' }) })),
  })
  const units = [unit('coast', 'province', 'Tỉnh Ven Biển', [undefined]), unit('plain', 'province', 'Tỉnh Đồng Bằng', [undefined]), unit('cove', 'commune', 'Xã Vịnh', ['coast', 'plain'])]
  const publication = (scope: Publication['scope'], release: string | undefined, from: string, recorded = '2026-01-01'): Publication => ({ programme: 'boats', scope, valid_from: from, recorded_at: `${recorded}T00:00:00Z`, ...(release !== undefined && { release }) })
  const publications = [publication('national', 'base', '2026-01-01'), publication({ unit: 'coast' }, 'coastal', '2026-03-01'), publication({ unit: 'cove' }, 'covert', '2026-04-01'), publication({ unit: 'plain' }, 'plainly', '2026-01-01')]
  const resolved = (moment = momentAt('2026-06-01'), rows = publications, known?: string) => {
    const { national, overlays } = resolveLayers({ publications: rows, units }, { programme: 'boats', unit: 'cove', moment, ...(known !== undefined && { known_at: known }) })
    return [national?.release, ...overlays.map(({ release }) => release)]
  }

  it('are the national rules and the overlays of the units around it, the widest first', () => {
    expect(resolved()).toEqual(['base', 'coastal', 'covert'])
  })

  it('have only the national rules before an overlay is in force', () => {
    expect(resolved(momentAt('2026-02-28'))).toEqual(['base'])
    expect(resolved(momentAt('2026-03-01'))).toEqual(['base', 'coastal'])
  })

  it('follow the unit tree of the unit’s day and the law of the law’s day', () => {
    expect(resolved(momentAt('2026-07-01'))).toEqual(['base', 'plainly', 'covert'])
    expect(resolved({ law_at: '2026-03-15', facts_at: '2026-07-01', unit_at: '2026-07-01' })).toEqual(['base', 'plainly'])
  })

  it('are as known at an instant', () => {
    const late = [...publications, publication({ unit: 'coast' }, 'corrected', '2026-03-01', '2026-09-01')]
    expect(resolved(undefined, late)).toEqual(['base', 'corrected', 'covert'])
    expect(resolved(undefined, late, '2026-08-31T00:00:00Z')).toEqual(['base', 'coastal', 'covert'])
  })

  it('lose an overlay that is withdrawn, and all of them with the national rules', () => {
    expect(resolved(undefined, [...publications, publication({ unit: 'coast' }, undefined, '2026-01-01')])).toEqual(['base', 'covert'])
    expect(resolved(undefined, [...publications, publication('national', undefined, '2026-01-01')])).toEqual([undefined])
  })

  it('know the names of the units they come from', () => {
    const cove = units[2]
    const described = cove && describeUnit(units, cove, '2026-06-01')
    expect(described && placesOf(described)).toEqual({ cove: 'Xã Vịnh', coast: 'Tỉnh Ven Biển' })
    expect(cove && unitsDownTo([...units], { ...cove, spells: [] }, '2026-06-01')).toEqual([])
  })
})

describe('a base that moves on', () => {
  const overlay = overlayOf('coast', {
    parameters: { light: valued(6) },
    logic: [{ kind: 'table', id: 'berths', rows: [{ kind: 'changed', id: 'rowinnerab', results: { berth: 'outer' } }] }],
  })
  const conflicts = (after: Release) => overlayConflicts({ common: commonDocument, before: base, after, overlays: [overlay] })
  const withRows = (change: (rows: Extract<LogicPiece, { kind: 'table' }>['rows']) => Extract<LogicPiece, { kind: 'table' }>['rows']): Release =>
    ({ ...base, logic: base.logic.map((piece) => (piece.kind === 'table' && piece.id === 'berths' ? { ...piece, rows: change(piece.rows) } : piece)) })

  it('is told where a patched row is no longer there, by what the row said', () => {
    const issues = conflicts(withRows((rows) => rows.slice(1)))
    expect(issues).toMatchObject([{ code: 'overlay_base_gone', severity: 'error', path: [0, 'logic', 0, 'rows', 0] }])
    expect(issues[0]?.message.vi).toBe('Quy định cấp trên: Bỏ dòng 1 khỏi bảng “Berths”: inner khi cargo ≤ light cargo (4) và mục “Hull sound” là “có”. “Rules of coast” điều chỉnh nội dung này nên không còn áp dụng được; hãy sửa hoặc bãi bỏ phần điều chỉnh trước khi ban hành.')
  })

  it('is told where a patched value changes and the patch still fits', () => {
    const light = base.parameters['light']
    const issues = conflicts({ ...base, parameters: { ...base.parameters, ...(light && { light: { ...light, value: 5 } }) } })
    expect(issues).toMatchObject([{ code: 'overlay_base_moved', severity: 'warning', path: [0, 'parameters', 'light'] }])
    expect(issues[0]?.message.vi).toContain('Light cargo: 4 → 5')
  })

  it('is told where a parameter is no longer open to the locality', () => {
    const light = base.parameters['light']
    const issues = conflicts({ ...base, parameters: { ...base.parameters, ...(light && { light: { ...light, overridable: false } }) } })
    expect(issues).toMatchObject([{ code: 'overlay_base_gone', severity: 'error' }])
  })

  it('is of no concern where it changes something else, or only words', () => {
    expect(conflicts(withRows((rows) => rows.with(2, { id: 'rownoneabc', when: [null, null], then: ['outer'] })))).toEqual([])
    expect(conflicts(withRows((rows) => rows.map((row) => ({ ...row, note: text('n') }))))).toEqual([])
  })
})
