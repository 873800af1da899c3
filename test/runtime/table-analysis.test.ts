import { analyseTable, assemble, evaluate, type Answer, type Assembly, type Cell, type CommonDocument, type HouseholdInput, type LogicPiece, type Parameter, type RowCells, type TableFinding, type TablePiece, type TableRow } from '@tieuchi/runtime'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { at, commonDocument, leaf, outcomeOf, releaseOf, text } from './fixture.ts'

const small = { minimum: 0, maximum: 4 }
const labelled = (schema: object, label: string) => ({ ...schema, 'x-label': text(label) })

/** The fixture with questions of so few values that every combination can be tried. */
const common = {
  ...commonDocument,
  dictionary: {
    ...commonDocument.dictionary,
    properties: {
      ...commonDocument.dictionary.properties,
      household: {
        type: 'object',
        properties: {
          leased: labelled({ type: 'boolean' }, 'Leased'),
          cargo: labelled({ type: 'integer', ...small }, 'Cargo'),
          length: labelled({ type: 'number', ...small }, 'Length'),
          rent: labelled({ type: 'integer', ...small, applies: leaf('leased', 'equal', true) }, 'Rent'),
          fine: labelled({ type: 'integer', ...small, applies: { any: [leaf('rent', 'greaterThan', 2), { not: leaf('cargo', 'lessThan', { parameter: 'fee' }) }] } }, 'Fine'),
          gear: labelled({ type: 'array', items: { type: 'string' }, uniqueItems: true, 'x-list': 'gear' }, 'Gear'),
          built_on: labelled({ type: 'string', format: 'date' }, 'Built on'),
          name: labelled({ type: 'string' }, 'Name'),
        },
      },
    },
  },
} as unknown as CommonDocument

const parameters: Readonly<Record<string, Parameter>> = {
  limit: { title: text('Limit'), unit: 'count', value: 3, certainty: 'seen' },
  fee: { title: text('Fee'), unit: 'count', by: 'harbour', values: { north: 1, south: 3 }, certainty: 'seen' },
  partial: { title: text('Partial'), unit: 'count', by: 'harbour', values: { north: 2 }, certainty: 'seen' },
  open: { title: text('Open'), unit: 'count', certainty: 'open' },
}

const assemblyWith = (piece: TablePiece, more: readonly LogicPiece[] = []): Assembly =>
  assemble({ programme: 'boats', layer: 'national', common, releases: { boats: releaseOf([...more, piece, outcomeOf(piece.id)], parameters) } })

const tableOf = (hit: TablePiece['hit'], inputs: TablePiece['inputs'], rows: readonly RowCells[]): TablePiece => ({
  kind: 'table', id: 'berths', title: text('Berths'), hit, inputs, outputs: ['berth'],
  rows: rows.map((when, index): TableRow => ({ id: idOf(index), when, then: [`row ${index}`] })),
})

const idOf = (index: number): string => `aaaaaaaa${String.fromCharCode(97 + Math.floor(index / 26))}${String.fromCharCode(97 + (index % 26))}`

/** Every value worth trying: each constant the tests use, and one between and beyond. */
const values: Readonly<Record<string, readonly Answer[]>> = {
  leased: [true, false],
  cargo: [0, 1, 2, 3, 4],
  length: [0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4],
  rent: [0, 1, 2, 3, 4],
  fine: [0, 1, 2, 3, 4],
  gear: [[], ['net'], ['lamp'], ['net', 'lamp']],
  built_on: ['2020-01-01', '2020-02-28', '2020-02-29', '2020-03-01', '2020-03-02', '2020-03-03'],
  name: ['a', 'b', 'c'],
  harbour: ['north', 'south'],
}

const product = (names: readonly string[]): readonly Readonly<Record<string, Answer>>[] =>
  names.reduce<readonly Readonly<Record<string, Answer>>[]>((all, name) => all.flatMap((each) => (values[name] ?? []).map((value) => ({ ...each, [name]: value }))), [{}])

const inputOf = ({ harbour, ...household }: Readonly<Record<string, Answer>>): HouseholdInput => ({ household, ...(harbour !== undefined && { unit: { harbour } }) })

/** What the interpreter makes of each row for one household. */
const truthsOf = async (assembly: Assembly, piece: TablePiece, input: HouseholdInput) => {
  const collecting: TablePiece = { ...piece, hit: 'collect' }
  const { interpreter } = await evaluate({ ...assembly, pieces: new Map([...assembly.pieces, [piece.id, { piece: collecting, programme: 'boats' }]]) }, { input, moment: at })
  return (await interpreter.traceTable(collecting, {})).rows.map(({ truth }) => truth)
}

const exampleInput = ({ example = [] }: TableFinding): HouseholdInput =>
  inputOf(Object.fromEntries(example.flatMap(({ fact, value }) => (fact === undefined || value === undefined ? [] : [[fact, value]]))))

const order = fc.constantFrom('lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive', 'equal', 'notEqual' as const)
const numberCell = (operands: readonly (number | { readonly parameter: string })[]): fc.Arbitrary<Cell> => fc.oneof(
  fc.tuple(order, fc.constantFrom(...operands)).map(([operator, value]) => ({ [operator]: value })),
  fc.tuple(fc.integer({ min: -1, max: 5 }), fc.integer({ min: 0, max: 5 })).map(([from, to]) => ({ between: [from, to] })),
  fc.tuple(fc.constantFrom('in', 'notIn' as const), fc.subarray([0, 1, 2, 4], { minLength: 1 })).map(([operator, list]) => ({ [operator]: list })),
)
const whole = numberCell([0, 1, 2, 3, 4, 2.5, { parameter: 'limit' }, { parameter: 'fee' }, { parameter: 'open' }, { parameter: 'partial' }])

const cells: Readonly<Record<string, fc.Arbitrary<Cell>>> = {
  leased: fc.tuple(fc.constantFrom('equal', 'notEqual' as const), fc.boolean()).map(([operator, value]) => ({ [operator]: value })),
  cargo: whole,
  rent: whole,
  fine: whole,
  length: numberCell([0, 1, 2, 3, 4, { parameter: 'fee' }]),
  gear: fc.constantFrom('net', 'lamp').map((code) => ({ contains: code })),
  built_on: fc.tuple(order, fc.constantFrom('2020-02-29', '2020-03-02')).map(([operator, value]) => ({ [operator]: value })),
  name: fc.oneof(fc.tuple(fc.constantFrom('equal', 'notEqual' as const), fc.constantFrom('a', 'b')).map(([operator, value]) => ({ [operator]: value })), fc.subarray(['a', 'b'], { minLength: 1 }).map((list) => ({ notIn: list }))),
  harbour: fc.oneof(fc.tuple(fc.constantFrom('equal', 'notEqual' as const), fc.constantFrom('north', 'south')).map(([operator, value]) => ({ [operator]: value })), fc.constant({ in: ['north', 'south'] })),
}

const asked = fc.tuple(fc.constantFrom('open', 'limit'), fc.boolean()).map(([parameter, value]) => ({ parameter, value }))

const randomTable = (hit: TablePiece['hit']) => fc.tuple(fc.uniqueArray(fc.constantFrom(...Object.keys(cells)), { minLength: 1, maxLength: 3 }), fc.option(asked, { freq: 4 })).chain(([inputs, known]) =>
  fc.array(fc.tuple(...inputs.map((input) => fc.option(cells[input] ?? fc.constant({ equal: 1 }), { freq: 3 }))), { minLength: 1, maxLength: 6 }).chain((rows) =>
    fc.array(fc.boolean(), { minLength: rows.length, maxLength: rows.length }).map((asks) => (known === null
      ? tableOf(hit, inputs, rows)
      : tableOf(hit, [...inputs, { parameter: known.parameter }], rows.map((row, index) => [...row, asks[index] === true ? { isKnown: known.value } : null]))))))

const dependencies: Readonly<Record<string, readonly string[]>> = { rent: ['leased'], fine: ['rent', 'leased', 'cargo', 'harbour'] }

/** All that a table may depend on: its columns, what decides whether they apply, the key of parameters. */
const namesOf = (piece: TablePiece): readonly string[] => {
  const columns = piece.inputs.filter((input) => typeof input === 'string')
  return [...new Set([...columns, ...columns.flatMap((column) => dependencies[column] ?? []), ...(JSON.stringify(piece).match(/"(fee|partial)"/) ? ['harbour'] : [])])]
}

/** The truth of every row in every case. Cases too many to try in a test are left to other runs. */
const everyCase = async (assembly: Assembly, piece: TablePiece) => {
  const inputs = product(namesOf(piece))
  fc.pre(inputs.length <= 300)
  return Promise.all(inputs.map((answers) => truthsOf(assembly, piece, inputOf(answers))))
}

type Truths = Awaited<ReturnType<typeof truthsOf>>

const fails = (truths: Truths): boolean => truths.every((truth) => truth === false)
const mayHold = (truths: Truths, row: number): boolean => truths[row] !== false
const mayDecide = (truths: Truths, row: number): boolean => mayHold(truths, row) && !truths.slice(0, row).includes(true)

const runs = { numRuns: 150 }

const findingsOf = (findings: readonly TableFinding[], code: TableFinding['code']) => findings.filter((finding) => finding.code === code)

describe('the analysis of a random table agrees with the interpreter on every case', () => {
  it.each(['first', 'unique'] as const)('on whether some case hits no row, which rows never hold and which no case reaches: %s', async (hit) => {
    await fc.assert(fc.asyncProperty(randomTable(hit), async (piece) => {
      const assembly = assemblyWith(piece)
      const cases = await everyCase(assembly, piece)
      const { findings, complete } = analyseTable(assembly, 'berths')
      expect(complete).toBe(true)
      expect(findings.every(({ certain }) => certain)).toBe(true)
      expect(findingsOf(findings, 'table_gap').length > 0).toBe(cases.some(fails))
      const contradictory = piece.rows.filter((_row, index) => !cases.some((truths) => mayHold(truths, index))).map(({ id }) => id)
      expect(findingsOf(findings, 'row_contradictory').flatMap(({ rows }) => rows)).toEqual(contradictory)
      const unreached = piece.rows.filter((row, index) => hit === 'first' && !contradictory.includes(row.id) && !cases.some((truths) => mayDecide(truths, index))).map(({ id }) => id)
      expect(findingsOf(findings, 'row_covered').map(({ rows }) => rows[0])).toEqual(unreached)
    }), runs)
  })

  it('on which pairs of rows of a unique table hold together', async () => {
    await fc.assert(fc.asyncProperty(randomTable('unique'), async (piece) => {
      const assembly = assemblyWith(piece)
      const cases = await everyCase(assembly, piece)
      const pairs = piece.rows.flatMap((a, first) => piece.rows.slice(first + 1).flatMap((b, offset) =>
        (cases.some((truths) => truths[first] === true && truths[first + 1 + offset] === true) ? [`${a.id} ${b.id}`] : [])))
      const found = findingsOf(analyseTable(assembly, 'berths').findings, 'table_overlap')
      expect(found.map(({ rows }) => rows.join(' ')).toSorted()).toEqual(pairs.toSorted())
    }), runs)
  })

  it('in every example it gives', async () => {
    await fc.assert(fc.asyncProperty(fc.constantFrom('first', 'unique' as const).chain(randomTable), async (piece) => {
      const assembly = assemblyWith(piece)
      for (const finding of analyseTable(assembly, 'berths').findings) {
        const truths = await truthsOf(assembly, piece, exampleInput(finding))
        const [first = -1, second = -1] = finding.rows.map((id) => piece.rows.findIndex((row) => row.id === id))
        if (finding.code === 'table_gap') expect(fails(truths)).toBe(true)
        if (finding.code === 'table_overlap') expect([truths[first], truths[second]]).toEqual([true, true])
        if (finding.code === 'row_covered') expect([mayHold(truths, first), truths.indexOf(true)]).toEqual([true, second])
        if (finding.code === 'row_contradictory') expect(finding.example).toBeUndefined()
      }
    }), runs)
  })

  it('in the rows it proposes: they close the gaps, and of a unique table meet no other row', async () => {
    await fc.assert(fc.asyncProperty(fc.constantFrom('first', 'unique' as const).chain(randomTable), async (piece) => {
      const gaps = findingsOf(analyseTable(assemblyWith(piece), 'berths').findings, 'table_gap')
      if (piece.hit === 'first') expect(gaps.every(({ closing }) => closing !== undefined)).toBe(true)
      const proposed = [...new Map(gaps.flatMap(({ closing = [] }) => closing).map((when) => [JSON.stringify(when), when])).values()]
      if (proposed.length === 0) return
      const closed = tableOf(piece.hit, piece.inputs, [...piece.rows.map(({ when }) => when), ...proposed])
      const assembly = assemblyWith(closed)
      const cases = await everyCase(assembly, closed)
      if (gaps.every(({ closing }) => closing !== undefined)) expect(cases.some(fails)).toBe(false)
      for (const finding of gaps.filter(({ closing }) => closing !== undefined)) expect(fails(await truthsOf(assembly, closed, exampleInput(finding)))).toBe(false)
      const meets = (truths: Truths) => truths.some((truth, row) => row >= piece.rows.length && truth === true && truths.some((other, index) => index !== row && other === true))
      if (piece.hit === 'unique') expect(cases.some(meets)).toBe(false)
    }), runs)
  })
})

describe('a finding', () => {
  const deadbeat: LogicPiece = { kind: 'fact', id: 'crew', title: text('Crew'), value: { count: 'members' } }
  const oneGap = (inputs: TablePiece['inputs'], rows: readonly RowCells[], hit: TablePiece['hit'] = 'first') => findingsOf(analyseTable(assemblyWith(tableOf(hit, inputs, rows), [deadbeat]), 'berths').findings, 'table_gap')

  it('says the place, the case and what to do, in both languages', () => {
    expect(oneGap(['cargo', 'leased'], [[{ lessThanInclusive: { parameter: 'limit' } }, null], [null, { equal: false }]])).toMatchObject([{
      severity: 'warning', certain: true, path: ['logic', 1], closing: [[{ greaterThan: { parameter: 'limit' } }, { equal: true }]],
      example: [{ fact: 'cargo', value: 4 }, { fact: 'leased', value: true }],
      message: {
        vi: 'Bảng “Berths”: không dòng nào áp dụng khi Cargo > Limit, Leased: có (ví dụ: Cargo: 4, Leased: có). Hãy thêm dòng được đề xuất và điền kết quả, hoặc mở rộng một dòng hiện có.',
        en: 'Table “Berths”: no row covers Cargo > Limit, Leased: yes (for example: Cargo: 4, Leased: yes). Add the proposed row and fill in its result, or widen one of the rows.',
      },
    }])
  })

  it('is none where the table says that its result does not apply in all other cases', () => {
    const few = tableOf('first', ['cargo'], [[{ lessThanInclusive: 1 }]])
    expect(analyseTable(assemblyWith(few, [deadbeat]), 'berths').findings).toHaveLength(1)
    expect(analyseTable(assemblyWith({ ...few, otherwise: 'not_applicable' }, [deadbeat]), 'berths').findings).toEqual([])
  })

  it('writes a bound that differs by key as its parameter, once for all keys', () => {
    const gaps = oneGap(['cargo'], [[{ lessThanInclusive: { parameter: 'fee' } }]])
    expect(new Set(gaps.map(({ closing }) => JSON.stringify(closing)))).toEqual(new Set([JSON.stringify([[{ greaterThan: { parameter: 'fee' } }]])]))
  })

  it('is not certain where it depends on a computed fact or on comparing two facts, and certain where it does not', () => {
    expect(oneGap(['crew'], [[{ greaterThan: 0 }]])).toMatchObject([{ certain: false, example: [{ fact: 'crew', value: 0 }] }])
    expect(oneGap(['crew', 'leased'], [[{ greaterThan: 0 }, { equal: true }], [{ lessThan: 1 }, { equal: true }]])).toMatchObject([{ certain: true }])
    expect(oneGap(['cargo', 'length'], [[{ greaterThan: { fact: 'length' } }, null]])).toMatchObject([{ certain: false, closing: [[null, null]] }])
  })

  it('keeps silent where only an open parameter decides', () => {
    expect(oneGap(['cargo'], [[{ lessThan: { parameter: 'open' } }]])).toEqual([])
  })

  it('proposes nothing for a unique table where the language has no cell for what is left', () => {
    expect(oneGap(['length'], [[{ lessThanInclusive: 1 }], [{ greaterThanInclusive: 2 }]], 'unique')).toMatchObject([{ example: [{ value: 1.1 }] }])
    expect(oneGap(['length'], [[{ lessThanInclusive: 1 }], [{ greaterThanInclusive: 2 }]], 'unique')[0]).not.toHaveProperty('closing')
    expect(oneGap(['cargo'], [[{ lessThanInclusive: 1 }], [{ greaterThanInclusive: 3 }]], 'unique')).toMatchObject([{ closing: [[{ equal: 2 }]] }])
  })

  it('names both rows of an overlap as an error, and the row that decides in place of one never reached', () => {
    const analyse = (hit: TablePiece['hit']) => analyseTable(assemblyWith(tableOf(hit, ['cargo'], [[{ lessThan: 3 }], [{ lessThan: 2 }], [{ greaterThan: 4 }], [null]])), 'berths').findings
    expect(findingsOf(analyse('unique'), 'table_overlap')[0]).toMatchObject({ severity: 'error', path: ['logic', 0, 'rows', 0], rows: [idOf(0), idOf(1)], params: { rows: [1, 2] } })
    expect(analyse('first').map(({ code, rows, example }) => [code, rows, example?.map(({ value }) => value)])).toEqual([['row_covered', [idOf(1), idOf(0)], [0]], ['row_contradictory', [idOf(2)], undefined]])
    expect(analyse('sum').map(({ code }) => code)).toEqual(['row_contradictory'])
  })

  it('says that a table is too large, with its figures, instead of going on', () => {
    const rows = Array.from({ length: 200 }, (_none, index): RowCells => [{ between: [index * 7 % 1009, index * 7 % 1009 + 300 + index] }, { between: [index * 13 % 997, index * 13 % 997 + 200 + index] }, { greaterThan: `20${String(index % 90 + 10)}-01-01` }])
    const wide = { ...common, dictionary: { ...common.dictionary, properties: { ...common.dictionary.properties, household: { type: 'object', properties: { x: labelled({ type: 'integer' }, 'X'), y: labelled({ type: 'number' }, 'Y'), z: labelled({ type: 'string', format: 'date' }, 'Z') } } } } } as unknown as CommonDocument
    const piece = tableOf('first', ['x', 'y', 'z'], rows)
    const analysis = analyseTable(assemble({ programme: 'boats', layer: 'national', common: wide, releases: { boats: releaseOf([piece]) } }), 'berths')
    expect(analysis.complete).toBe(false)
    const [large] = findingsOf(analysis.findings, 'table_too_large')
    expect(large?.message.en).toMatch(/200 rows, 3 columns, [\d,]+ regions, [\d,]+ ranges of values/)
    expect(large?.message.vi).toMatch(/200 dòng, 3 cột/)
  })
})
