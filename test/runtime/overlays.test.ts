import { applyOverlays, checkOverlays, checkRelease, overlayIssueCodes, type Issue, type Overlay } from '@tieuchi/runtime'
import { validateDocument } from '@tieuchi/runtime/validation/server'
import { describe, expect, it } from 'vitest'
import { commonDocument, text } from './fixture.ts'
import { base, byLaw, compareLeaf, fees, overlayOf, valued } from './overlay-fixture.ts'

const applied = (...overlays: readonly Overlay[]) => applyOverlays(base, overlays)
const pieceOf = (id: string, ...overlays: readonly Overlay[]) => applied(...overlays).release.logic.find((piece) => piece.id === id)
const codesOf = (issues: readonly Issue[]) => issues.map(({ code, path }) => [code, path.join('/')])
const local = (unit: string, article: string) => ({ layer: 'local', scope: { unit }, title: text(`Rules of ${unit}`), citation: byLaw(article) })
const national = (article: string) => ({ layer: 'national', scope: 'national', title: text('Harbour rules'), citation: { document: 'Harbour Act', article } })

it('the made-up base is sound', () => {
  expect(validateDocument('release', base)).toEqual([])
  expect(checkRelease(commonDocument, base)).toEqual([])
})

describe('a parameter', () => {
  it('that may be raised takes the greater value, and says whose it is', () => {
    const { release, origins, issues } = applied(overlayOf('coast', { parameters: { light: valued(6) } }))
    expect(release.parameters['light']).toEqual({ title: text('Light cargo'), unit: 'count', value: 6, certainty: 'seen', overridable: 'raise', citation: byLaw('1') })
    expect(origins).toEqual({ 'parameters.light': local('coast', '1') })
    expect(issues).toEqual([])
  })

  it('that may be raised keeps the base as a floor, with a warning that names both values', () => {
    const { release, origins, issues } = applied(overlayOf('coast', { parameters: { fee: fees({ north: 380, south: 450 }) } }))
    expect(release.parameters['fee']).toMatchObject({ values: { north: 500, south: 450 }, citation: { article: '3' } })
    expect(origins).toEqual({
      'parameters.fee.north': { ...national('3'), floor: { scope: { unit: 'coast' }, title: text('Rules of coast'), value: 380, citation: byLaw('2') } },
      'parameters.fee.south': local('coast', '2'),
    })
    expect(issues).toMatchObject([{ code: 'overlay_floor', severity: 'warning', path: [0, 'parameters', 'fee', 'values', 'north'] }])
    expect(issues[0]?.message.vi).toContain('380 đ')
    expect(issues[0]?.message.vi).toContain('500 đ')
  })

  it('below the floor with a note that tells of it is only a notice', () => {
    const { issues } = applied(overlayOf('coast', { parameters: { light: { kind: 'changed', unit: 'count', value: 1, certainty: 'seen', note: text('Below the base since 2024') } } }))
    expect(issues).toMatchObject([{ code: 'overlay_floor', severity: 'notice' }])
  })

  it('that may be lowered takes the smaller value', () => {
    expect(applied(overlayOf('coast', { parameters: { most_defects: valued(1) } })).release.parameters['most_defects']).toMatchObject({ value: 1 })
    expect(applied(overlayOf('coast', { parameters: { most_defects: valued(3) } }))).toMatchObject({
      release: { parameters: { most_defects: { value: 2, citation: { article: '4' } } } }, origins: { 'parameters.most_defects': { layer: 'national', floor: { value: 3 } } },
    })
  })

  it('of the same value is the locality’s', () => {
    const { origins, issues } = applied(overlayOf('coast', { parameters: { light: valued(4) } }))
    expect(origins['parameters.light']).toMatchObject({ layer: 'local' })
    expect(issues).toEqual([])
  })

  it('that may be anything takes the local value as it is, and its certainty alone', () => {
    const { release } = applied(overlayOf('coast', { parameters: { season: { kind: 'changed', unit: 'count', value: '2026-08-31', certainty: 'seen' } } }))
    expect(release.parameters['season']).toEqual({ title: text('Season ends'), unit: 'count', value: '2026-08-31', certainty: 'seen', overridable: true })
  })

  it('is no surer than the less sure of what was compared', () => {
    const assumed = (value: number): Overlay => overlayOf('coast', { parameters: { light: { kind: 'changed', unit: 'count', value, certainty: 'assumed' } } })
    expect(applied(assumed(6)).release.parameters['light']).toMatchObject({ value: 6, certainty: 'assumed' })
    expect(applied(assumed(3)).release.parameters['light']).toMatchObject({ value: 4, certainty: 'assumed' })
  })

  it('is unknown where the local law has a value that is not established', () => {
    const { release, origins } = applied(overlayOf('coast', { parameters: { fee: { kind: 'changed', unit: 'VND', certainty: 'open' } } }))
    expect(release.parameters['fee']).toEqual({ title: text('Fee'), unit: 'VND', certainty: 'open', overridable: 'raise' })
    expect(origins['parameters.fee']).toMatchObject({ layer: 'local' })
  })

  it('without a value in the base takes the local one, unless the base would be a floor nobody knows', () => {
    expect(applied(overlayOf('coast', { parameters: { rescue: valued(0.5, 'share') } })).release.parameters['rescue']).toMatchObject({ value: 0.5, certainty: 'seen' })
    const { release, issues, origins } = applied(overlayOf('coast', { parameters: { lamp_fee: valued(90, 'VND') } }))
    expect(release.parameters['lamp_fee']).toEqual(base.parameters['lamp_fee'])
    expect(issues).toMatchObject([{ code: 'overlay_base_open', severity: 'warning' }])
    expect(origins).toEqual({})
  })

  it('can be added by the locality', () => {
    const parameter = { title: text('Bonus'), unit: 'VND', value: 5, certainty: 'seen', citation: byLaw('9') } as const
    const { release, origins } = applied(overlayOf('coast', { parameters: { bonus: { kind: 'added', parameter } } }))
    expect(release.parameters['bonus']).toEqual(parameter)
    expect(origins).toEqual({ 'parameters.bonus': local('coast', '9') })
  })
})

describe('overlays one above the other', () => {
  const province = overlayOf('coast', { parameters: { fee: fees({ north: 600 }), light: valued(6) } })
  const commune = overlayOf('cove', { parameters: { fee: fees({ north: 550, south: 400 }), light: valued(9) } })

  it('are applied from the province downward, the wider one being the floor of the narrower', () => {
    const { release, origins, issues } = applied(province, commune)
    expect(release.parameters['fee']).toMatchObject({ values: { north: 600, south: 400 } })
    expect(origins).toMatchObject({
      'parameters.fee.north': { ...local('coast', '2'), floor: { scope: { unit: 'cove' }, value: 550 } },
      'parameters.fee.south': local('cove', '2'),
      'parameters.light': local('cove', '1'),
    })
    expect(codesOf(issues)).toEqual([['overlay_floor', '1/parameters/fee/values/north']])
  })

  it('never change the base', () => {
    const before = JSON.stringify(base)
    applied(province, commune)
    expect(JSON.stringify(base)).toBe(before)
  })

  it('change nothing where they are empty', () => {
    expect(applied(overlayOf('coast'), overlayOf('cove'))).toEqual({ release: base, origins: {}, issues: [] })
  })
})

describe('logic', () => {
  const berths = (row: Extract<Overlay['logic'][number], { kind: 'table' }>['rows'][number]): Overlay => overlayOf('coast', { logic: [{ kind: 'table', id: 'berths', rows: [row] }] })
  const points = (row: Extract<Overlay['logic'][number], { kind: 'table' }>['rows'][number]): Overlay => overlayOf('coast', { logic: [{ kind: 'table', id: 'points', rows: [row] }] })

  it('takes another cell or result of a row by its column, and drops the article that does not say so', () => {
    const overlay = berths({ kind: 'changed', id: 'rowinnerab', cells: { cargo: { lessThanInclusive: 8 }, hull_sound: null }, results: { berth: 'outer' } })
    const piece = pieceOf('berths', overlay)
    expect(piece?.kind === 'table' && piece.rows[0]).toEqual({ id: 'rowinnerab', when: [{ lessThanInclusive: 8 }, null], then: ['outer'], overridable: true })
    expect(applied(overlay).origins).toEqual({ 'logic.berths.rowinnerab': { layer: 'local', scope: { unit: 'coast' }, title: text('Rules of coast') } })
  })

  it('tells two columns of one fact apart', () => {
    const piece = pieceOf('points', points({ kind: 'changed', id: 'rowpointaa', cells: { 'cargo#2': { lessThan: 6 } } }))
    expect(piece?.kind === 'table' && piece.rows[0]?.when).toEqual([{ greaterThanInclusive: 2 }, { lessThan: 6 }])
  })

  it('takes another row behind one that is there, or as the first', () => {
    const row = { id: 'rowlocalab', when: [null, null], then: [9], citation: byLaw('4') }
    const idsOf = (overlay: Overlay) => {
      const piece = pieceOf('points', overlay)
      return piece?.kind === 'table' ? piece.rows.map(({ id }) => id) : []
    }
    expect(idsOf(points({ kind: 'added', row, behind: 'rowpointaa' }))).toEqual(['rowpointaa', 'rowlocalab', 'rowpointbb'])
    expect(idsOf(points({ kind: 'added', row }))).toEqual(['rowlocalab', 'rowpointaa', 'rowpointbb'])
    expect(applied(points({ kind: 'added', row })).origins).toEqual({ 'logic.points.rowlocalab': local('coast', '4') })
  })

  it('loses a row that does not hold here, which is said of the table', () => {
    const { release, origins } = applied(points({ kind: 'removed', id: 'rowpointbb' }))
    expect(JSON.stringify(release)).not.toContain('rowpointbb')
    expect(origins).toEqual({ 'logic.points': { layer: 'local', scope: { unit: 'coast' }, title: text('Rules of coast') } })
  })

  it('takes other conditions of a rule, other rules, and none', () => {
    const conditions = compareLeaf('localcargo', 'cargo', 'greaterThan', 3)
    const rule = { id: 'cargo', title: text('Cargo'), conditions, event: { type: 'defect' } }
    const piece = pieceOf('defects', overlayOf('coast', { logic: [{ kind: 'rules', id: 'defects', rules: [{ kind: 'changed', id: 'hull', conditions, citation: byLaw('5') }, { kind: 'removed', id: 'engine' }, { kind: 'added', rule, behind: 'hull' }] }] }))
    expect(piece?.kind === 'rules' && piece.rules).toMatchObject([{ id: 'hull', conditions, citation: byLaw('5'), event: { type: 'defect' } }, rule])
  })

  it('takes another value of a fact, condition or entitlement that is open to it', () => {
    const conditions = compareLeaf('localengin', 'engine_sound', 'equal', true)
    const overlay = overlayOf('coast', { logic: [
      { kind: 'fact', id: 'due', value: { parameter: 'fee' }, citation: byLaw('6') },
      { kind: 'condition', id: 'seaworthy', title: text('Engine runs'), conditions },
      { kind: 'entitlement', id: 'grant', amount: 900, bound: 'at_least', certainty: 'known' },
    ] })
    expect(pieceOf('due', overlay)).toEqual({ kind: 'fact', id: 'due', title: text('Due'), overridable: true, value: { parameter: 'fee' }, citation: byLaw('6') })
    expect(pieceOf('seaworthy', overlay)).toEqual({ kind: 'condition', id: 'seaworthy', title: text('Engine runs'), overridable: true, conditions })
    expect(pieceOf('grant', overlay)).toEqual({ kind: 'entitlement', id: 'grant', title: text('Grant'), overridable: true, conditions: { condition: 'seaworthy' }, amount: 900, unit: 'VND', bound: 'at_least', certainty: 'known' })
    expect(Object.keys(applied(overlay).origins)).toEqual(['logic.due', 'logic.seaworthy', 'logic.grant'])
  })

  it('takes a piece of its own behind those of the base', () => {
    const piece = { kind: 'fact', id: 'berth_fee', title: text('Berth fee'), value: 3, citation: byLaw('7') } as const
    const { release, origins } = applied(overlayOf('coast', { logic: [{ kind: 'added', piece }] }))
    expect(release.logic.at(-1)).toEqual(piece)
    expect(origins).toEqual({ 'logic.berth_fee': local('coast', '7') })
  })
})

describe('a patch that does not fit changes nothing and says what to do', () => {
  const rowOf = (parts: object) => overlayOf('coast', { logic: [{ kind: 'table', id: 'points', rows: [parts] } as Overlay['logic'][number]] })
  const wrong: Readonly<Record<string, readonly [Overlay, string, string]>> = {
    'another programme': [overlayOf('coast', { programme: 'planes' }), 'overlay_programme', '0/programme'],
    'a parameter that is not there': [overlayOf('coast', { parameters: { gone: valued(1) } }), 'overlay_unknown_parameter', '0/parameters/gone'],
    'a parameter that is not open': [overlayOf('coast', { parameters: { fixed: valued(8) } }), 'overlay_not_overridable', '0/parameters/fixed'],
    'another unit': [overlayOf('coast', { parameters: { light: valued(8, 'VND') } }), 'overlay_unit', '0/parameters/light/unit'],
    'another type': [overlayOf('coast', { parameters: { season: valued(8) } }), 'overlay_value_type', '0/parameters/season/value'],
    'one value instead of several': [overlayOf('coast', { parameters: { fee: valued(8, 'VND') } }), 'overlay_value_shape', '0/parameters/fee/value'],
    'several values instead of one': [overlayOf('coast', { parameters: { light: { ...fees({ north: 1 }), unit: 'count' } as Overlay['parameters'][string] } }), 'overlay_value_shape', '0/parameters/light/by'],
    'a key that is not there': [overlayOf('coast', { parameters: { fee: fees({ west: 900 }) } }), 'overlay_unknown_key', '0/parameters/fee/values/west'],
    'an added parameter that is there': [overlayOf('coast', { parameters: { fixed: { kind: 'added', parameter: { title: text('x'), unit: 'count', value: 1, certainty: 'seen' } } } }), 'overlay_id_taken', '0/parameters/fixed'],
    'a piece that is not there': [overlayOf('coast', { logic: [{ kind: 'fact', id: 'gone', value: 1 }] }), 'overlay_unknown_piece', '0/logic/0/id'],
    'a piece of another kind': [overlayOf('coast', { logic: [{ kind: 'fact', id: 'berths', value: 1 }] }), 'overlay_piece_kind', '0/logic/0/kind'],
    'a piece that is not open': [overlayOf('coast', { logic: [{ kind: 'fact', id: 'defect_count', value: 1 }] }), 'overlay_not_overridable', '0/logic/0'],
    'an added piece that is there': [overlayOf('coast', { logic: [{ kind: 'added', piece: { kind: 'fact', id: 'due', title: text('x'), value: 1 } }] }), 'overlay_id_taken', '0/logic/0/piece/id'],
    'a row that is not open': [overlayOf('coast', { logic: [{ kind: 'table', id: 'berths', rows: [{ kind: 'changed', id: 'rowouterab', results: { berth: 'none' } }] }] }), 'overlay_not_overridable', '0/logic/0/rows/0'],
    'a row added to a table that is not open': [overlayOf('coast', { logic: [{ kind: 'table', id: 'berths', rows: [{ kind: 'added', row: { id: 'rowlocalab', when: [null, null], then: ['none'] } }] }] }), 'overlay_not_overridable', '0/logic/0/rows/0'],
    'a row that is not there': [rowOf({ kind: 'removed', id: 'rowgoneabc' }), 'overlay_unknown_row', '0/logic/0/rows/0/id'],
    'a place behind a row that is not there': [rowOf({ kind: 'added', row: { id: 'rowlocalab', when: [null, null], then: [1] }, behind: 'rowgoneabc' }), 'overlay_unknown_row', '0/logic/0/rows/0/behind'],
    'an added row that is there': [rowOf({ kind: 'added', row: { id: 'rowpointaa', when: [null, null], then: [1] } }), 'overlay_id_taken', '0/logic/0/rows/0/row/id'],
    'a column that is not there': [rowOf({ kind: 'changed', id: 'rowpointaa', cells: { length: { lessThan: 1 } } }), 'overlay_unknown_column', '0/logic/0/rows/0/cells/length'],
    'a result of another type': [rowOf({ kind: 'changed', id: 'rowpointaa', results: { point: 'many' } }), 'overlay_value_type', '0/logic/0/rows/0/results/point'],
    'a rule that is not there': [overlayOf('coast', { logic: [{ kind: 'rules', id: 'defects', rules: [{ kind: 'removed', id: 'gone' }] }] }), 'overlay_unknown_rule', '0/logic/0/rules/0/id'],
  }

  it.each(Object.entries(wrong))('%s', (_name, [overlay, code, path]) => {
    const { release, origins, issues } = applied(overlay)
    expect(codesOf(issues)).toEqual([[code, path]])
    expect(release).toEqual(base)
    expect(origins).toEqual({})
    expect(issues[0]?.severity).toBe('error')
    expect(issues[0]?.message.vi).toContain('Rules of coast')
    expect(issues[0]?.message.vi).toMatch(/hãy/i)
    expect(issues[0]?.message.en).toMatch(/correct|remove|convert|give|choose|make/i)
  })

  it('where one thing is patched twice, the second time', () => {
    const facts = applied(overlayOf('coast', { logic: [{ kind: 'fact', id: 'due', value: 1 }, { kind: 'fact', id: 'due', value: 2 }] }))
    expect(codesOf(facts.issues)).toEqual([['overlay_patched_twice', '0/logic/1']])
    expect(facts.release.logic).toContainEqual(expect.objectContaining({ id: 'due', value: 1 }))
    const rows = applied(overlayOf('coast', { logic: [{ kind: 'table', id: 'points', rows: [{ kind: 'changed', id: 'rowpointaa', results: { point: 2 } }, { kind: 'removed', id: 'rowpointaa' }] }] }))
    expect(codesOf(rows.issues)).toEqual([['overlay_patched_twice', '0/logic/0/rows/1/id']])
  })

  it('where a value that is no number would have to be the greater one', () => {
    const season = base.parameters['season']
    const { issues } = applyOverlays({ ...base, parameters: { ...(season && { season: { ...season, overridable: 'raise' } }) } }, [overlayOf('coast', { parameters: { season: valued('2026-10-31') } })])
    expect(codesOf(issues)).toEqual([['overlay_not_comparable', '0/parameters/season/value']])
  })

  it('in every way there is, as shown here and above', () => {
    const shown = [...Object.values(wrong).map(([, code]) => code), 'overlay_patched_twice', 'overlay_not_comparable', 'overlay_floor', 'overlay_base_open']
    expect([...new Set(shown)].toSorted()).toEqual(overlayIssueCodes.toSorted())
  })

  it('beside others that do', () => {
    const { release, issues } = applied(overlayOf('coast', { parameters: { fixed: valued(8), light: valued(5) } }))
    expect(codesOf(issues)).toEqual([['overlay_not_overridable', '0/parameters/fixed']])
    expect(release.parameters).toMatchObject({ fixed: { value: 7 }, light: { value: 5 } })
  })
})

describe('what an overlay makes of its base is checked as any release', () => {
  const check = (...overlays: readonly Overlay[]) => codesOf(checkOverlays(commonDocument, base, overlays))

  it('and the problem is placed where it was written', () => {
    expect(check(overlayOf('coast', { logic: [{ kind: 'fact', id: 'due', value: { fact: 'nowhere' } }] }))).toEqual([['unknown_fact', '0/logic/0/value']])
    expect(check(overlayOf('coast'), overlayOf('cove', { logic: [{ kind: 'table', id: 'berths', rows: [{ kind: 'changed', id: 'rowinnerab', cells: { cargo: { equal: { parameter: 'nowhere' } } } }] }] })))
      .toEqual([['unknown_parameter', '1/logic/0/rows/0/cells/cargo/value']])
    expect(check(overlayOf('coast', { logic: [{ kind: 'table', id: 'points', rows: [{ kind: 'added', row: { id: 'rowlocalab', when: [null], then: [1] } }] }] }))).toEqual([['row_length', '0/logic/0/rows/0/row/when']])
    expect(check(overlayOf('coast', { logic: [{ kind: 'added', piece: { kind: 'fact', id: 'cargo', title: text('x'), value: 1 } }] }))).toEqual([['duplicate_id', '0/logic/0/piece']])
    expect(check(overlayOf('coast', { parameters: { rescue: { kind: 'changed', unit: 'share', by: 'harbour', values: { north: 1 }, certainty: 'seen' } } }))).toEqual([['parameter_value_missing', '0/parameters/rescue/values']])
  })

  it('a fact stays of its type', () => {
    expect(check(overlayOf('coast', { logic: [{ kind: 'fact', id: 'due', value: true }] }))).toEqual([['overlay_value_type', '0/logic/0/value']])
  })

  it('a floor is a warning, nothing else', () => {
    expect(check(overlayOf('coast', { parameters: { light: valued(1) } }))).toEqual([['overlay_floor', '0/parameters/light/value']])
  })
})

describe('an overlay document', () => {
  const full = overlayOf('coast', {
    parameters: { light: valued(6), fee: fees({ north: 1 }), bonus: { kind: 'added', parameter: { title: text('Bonus'), unit: 'VND', value: 5, certainty: 'seen' } } },
    logic: [
      { kind: 'table', id: 'points', rows: [{ kind: 'changed', id: 'rowpointaa', cells: { cargo: null, 'cargo#2': { lessThan: 3 } }, results: { point: 3 }, certainty: 'seen', citation: byLaw('1') }, { kind: 'added', row: { id: 'rowlocalab', when: [null, null], then: [1] }, behind: 'rowpointaa' }, { kind: 'removed', id: 'rowpointbb' }] },
      { kind: 'rules', id: 'defects', rules: [{ kind: 'changed', id: 'hull', conditions: compareLeaf('localcargo', 'cargo', 'greaterThan', 3) }, { kind: 'removed', id: 'engine' }] },
      { kind: 'fact', id: 'due', value: { parameter: 'fee' } },
      { kind: 'condition', id: 'seaworthy', conditions: compareLeaf('localengin', 'engine_sound', 'equal', true) },
      { kind: 'entitlement', id: 'grant', amount: 900 },
      { kind: 'added', piece: { kind: 'fact', id: 'berth_fee', title: text('Berth fee'), value: 3 } },
    ],
    cases: [{ id: 'caselocalb', title: text('x'), at: '2026-06-01', given: {}, expect: { berth: 'undetermined' } }],
  })

  it('passes its schema and its base', () => {
    expect(validateDocument('overlay', full)).toEqual([])
    expect(checkOverlays(commonDocument, base, [full]).filter(({ severity }) => severity === 'error')).toEqual([])
  })

  it('is told what is wrong in the kind that was meant', () => {
    const wrongOf = (change: object) => codesOf(validateDocument('overlay', { ...full, ...change }))
    expect(wrongOf({ logic: [{ kind: 'fact', id: 'due' }] })).toEqual([['document_required', 'logic/0']])
    expect(wrongOf({ logic: [{ kind: 'poem', id: 'due' }] })).toEqual([['document_enum', 'logic/0/kind']])
    expect(wrongOf({ parameters: { light: { kind: 'changed', value: 1, certainty: 'seen' } } })).toEqual([['document_required', 'parameters/light']])
    expect(wrongOf({ scope: 'national' })).toEqual([['document_type', 'scope']])
    expect(wrongOf({ legal_basis: [] })).toEqual([['document_minItems', 'legal_basis']])
  })

  it('is no release, and a release no overlay', () => {
    expect(validateDocument('release', { ...base, scope: { unit: 'coast' } })).not.toEqual([])
    expect(validateDocument('overlay', base)).not.toEqual([])
  })
})
