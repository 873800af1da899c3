import { fileURLToPath } from 'node:url'
import { assemble, formulaFunctions, readFormula, writeFormula, type Assembly, type Expression, type Language, type LogicPiece } from '@tieuchi/runtime'
import { readPacks } from '@tieuchi/server/policies/pack-files.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { householdCondition, parameters, randomLogic } from './arbitraries.ts'
import { commonDocument, releaseOf, text } from './fixture.ts'

const assemblyOf = (logic: readonly LogicPiece[]): Assembly => assemble({ programme: 'boats', layer: 'national', common: commonDocument, releases: { boats: { ...releaseOf(logic), parameters } } })

let fresh = 0
const freshId = (): string => `fresh${(fresh += 1)}`

const read = (assembly: Assembly, formula: string, language: Language = 'vi'): Expression | string => {
  const result = readFormula(assembly, formula, language, { freshId: () => 'leafleafle' })
  return 'expression' in result ? result.expression : `${result.problem.code} ${formula.slice(result.problem.from, result.problem.to)}`
}

const expectSame = (assembly: Assembly, expression: Expression, language: Language, list?: string): void => {
  const formula = writeFormula(assembly, expression, language, { list })
  const result = readFormula(assembly, formula, language, { list, before: expression, freshId })
  expect('expression' in result ? result.expression : `${formula} → ${result.problem.code} at ${result.problem.from}`).toEqual(expression)
}

const literal = fc.oneof(fc.integer({ min: -2_000_000, max: 2_000_000 }), fc.constantFrom(0.4, 0.045, 1e-7, 1_500_000, 123456789012345), fc.boolean(), fc.constantFrom('north', 'a "word"', "it's", '2026-12-31', '31/12/2026', 'Yes; no'))
const operand = fc.oneof(literal, fc.constantFrom<Expression>({ fact: 'cargo' }, { fact: 'rent' }, { parameter: 'limit' }, { parameter: 'by_harbour', at: { harbour: 'north' } }, { fact: 'length' }, { moment: 'facts_at' }, { moment: 'law_at' }))

/** Every kind of expression, however unsound. */
const anyExpression: fc.Arbitrary<Expression> = fc.letrec<{ node: Expression }>((tie) => ({
  node: fc.oneof({ maxDepth: 3, withCrossShrink: true },
    operand,
    fc.array(tie('node'), { minLength: 1, maxLength: 3 }).chain((parts) => fc.constantFrom<Expression>({ add: parts }, { multiply: parts }, { min: parts }, { max: parts })),
    fc.tuple(tie('node'), tie('node')).chain((pair) => fc.constantFrom<Expression>({ subtract: pair }, { divide: pair }, { ageInYears: pair }, { ageInMonths: pair }, { monthsBetween: pair })),
    tie('node').chain((part) => fc.constantFrom<Expression>({ floor: part }, { yearOf: part }, { personalNumberSex: part }, { personalNumberBirthYear: part }, { round: part, mode: 'half_up', unit: 1000 }, { round: part, mode: 'up', unit: 0.5 }, { round: part, mode: 'down', unit: 1 }, { round: part, mode: 'half_even', unit: 10 })),
    fc.tuple(householdCondition, tie('node'), tie('node')).map(([condition, then, other]): Expression => ({ if: condition, then, else: other })),
    fc.tuple(householdCondition, householdCondition, tie('node')).chain(([where, among, value]) => fc.constantFrom<Expression>(
      { count: 'members' }, { count: 'members', where }, { any: 'members', where }, { all: 'members', where }, { none: 'members', where }, { share: 'members', where }, { share: 'members', where, among },
      { sum: 'members', value }, { sum: 'members', value, where }, { min: 'members', value, where }, { max: 'members', value },
      { count: 'history', outcome: 'harbours.berth' }, { any: 'history', outcome: 'harbours.berth', layer: 'local', where }, { sum: 'history', outcome: 'harbours.berth', value, where },
      { share: 'history', outcome: 'harbours.berth', where, among }, { last: 'history', outcome: 'harbours.berth', value }, { last: 'history', outcome: 'harbours.berth', layer: 'national', value, where }, { countEvents: 'defects' },
    )),
  ),
})).node

describe('A formula', () => {
  it('reads back as the expression it was written from, in both languages', () => {
    const assembly = assemblyOf([{ kind: 'rules', id: 'defects', title: text('Defects'), rules: [] }])
    fc.assert(fc.property(anyExpression, fc.constantFrom('vi' as const, 'en' as const), (expression, language) => expectSame(assembly, expression, language)), { numRuns: 500 })
  })

  it('does so for every calculation of random rules and of the rules of the country', () => {
    fc.assert(fc.property(randomLogic, (logic) => {
      const assembly = assemblyOf(logic)
      for (const piece of logic) if (piece.kind === 'fact') expectSame(assembly, piece.value, 'vi', piece.list)
    }), { numRuns: 100 })
    const packs = readPacks(fileURLToPath(new URL('../../rulesets', import.meta.url)))
    let facts = 0
    for (const { release } of packs.programmes.flatMap(({ releases }) => releases)) {
      const assembly = assemble({ programme: release.programme, layer: 'national', common: packs.common, releases: { [release.programme]: release } })
      for (const piece of [...release.logic, ...packs.common.facts]) {
        if (piece.kind !== 'fact') continue
        facts += 1
        expectSame(assembly, piece.value, 'vi', piece.list)
        expectSame(assembly, piece.value, 'en', piece.list)
      }
    }
    expect(facts).toBeGreaterThan(30)
  })

  it('is understood as people type it', () => {
    const assembly = assemblyOf([])
    const half = { multiply: [{ fact: 'cargo' }, 0.5] }
    for (const [formula, expression] of [
      ['= [Cargo] * 50%', half],
      ['[cargo] × 0,5', half],
      ['1,5tr', 1_500_000],
      ['1.500.000', 1_500_000],
      ['lam tron den([Cargo] / [Length]; 1.000)', { round: { divide: [{ fact: 'cargo' }, { fact: 'length' }] }, mode: 'half_up', unit: 1000 }],
      ['ROUNDUP([Cargo];-1)', { round: { fact: 'cargo' }, mode: 'up', unit: 10 }],
      ['làm tròn([Cargo]; 1)', { round: { fact: 'cargo' }, mode: 'half_up', unit: 0.1 }],
      ['ROUND([Cargo];0)', { round: { fact: 'cargo' }, mode: 'half_up', unit: 1 }],
      ['Cargo / length', { divide: [{ fact: 'cargo' }, { fact: 'length' }] }],
      ['COUNTIF(swims = không)', { count: 'members', where: { id: 'leafleafle', fact: 'swims', operator: 'equal', value: false } }],
      ['59.500 đ', 59_500],
      ['[Cargo]+[Rent]-[Length]+1', { add: [{ subtract: [{ add: [{ fact: 'cargo' }, { fact: 'rent' }] }, { fact: 'length' }] }, 1] }],
      ['số thành viên([Swims] = không)', { count: 'members', where: { id: 'leafleafle', fact: 'swims', operator: 'equal', value: false } }],
      ['neu([Leased]=co va [Rent] tu 2 den 5; [Rent]; 0)', { if: { all: [{ id: 'leafleafle', fact: 'leased', operator: 'equal', value: true }, { id: 'leafleafle', fact: 'rent', operator: 'between', value: [2, 5] }] }, then: { fact: 'rent' }, else: 0 }],
      ['Có thành viên([Role] thuộc ("captain"; "hand"))', { any: 'members', where: { id: 'leafleafle', fact: 'role', operator: 'in', value: ['captain', 'hand'] } }],
      ['-[Cargo]', { subtract: [0, { fact: 'cargo' }] }],
    ] as const) expect(read(assembly, formula), formula).toEqual(expression)
    expect(read(assembly, 'IF([Cargo] > 1,500; 0.4; 40%)', 'en')).toEqual({ if: { id: 'leafleafle', fact: 'cargo', operator: 'greaterThan', value: 1500 }, then: 0.4, else: 0.4 })
  })

  it('says what is wrong and where', () => {
    const assembly = assemblyOf([])
    for (const [formula, problem] of [
      ['', 'unfinished '],
      ['[Cargo] +', 'unfinished '],
      ['[Cargo] + * 2', 'unexpected *'],
      ['[Carg]', 'unknown_name [Carg]'],
      ['Freight + 1', 'unknown_word Freight'],
      ['LÀM TRÒN([Cargo])', 'unexpected )'],
      ['LÀM TRÒN([Cargo]; 1.000)', 'not_decimals 1.000'],
      ['LÀM TRÒN([Cargo], 1)', 'comma ,'],
      ['[Cargo', 'open_name ['],
      ['LÀM TRÒN()', 'arguments LÀM TRÒN()'],
      ['LÀM TRÒN ĐẾN([Cargo]; 0)', 'not_a_number 0'],
      ['NẾU(5; 1; 2)', 'not_a_condition 5'],
      ['NẾU([Cargo]; 1; 2)', 'not_a_condition [Cargo]'],
      ['TUỔI([Built on]; NGÀY XÉT(); 3)', 'arguments TUỔI([Built on]; NGÀY XÉT();'],
      ['[Cargo] = 2', 'unexpected ='],
      ['(1 + 2', 'open_bracket '],
      ['1,5,3', 'comma ,'],
    ] as const) expect(read(assembly, formula), formula).toBe(problem)
    const result = readFormula(assembly, '[Carg]', 'vi', { freshId })
    expect('problem' in result && result.problem.message.vi).toBe('Không có thông tin nào tên “Carg”; hãy chọn trong danh sách gợi ý.')
  })

  it('tells apart things of one title, and keeps the ids of comparisons that stay', () => {
    const twin: LogicPiece = { kind: 'fact', id: 'cargo_twin', title: text('Cargo'), value: 1 }
    const assembly = assemblyOf([twin])
    expect(writeFormula(assembly, { fact: 'cargo_twin' }, 'vi')).toBe('[Cargo #cargo_twin]')
    expect(read(assembly, '[Cargo]')).toBe('ambiguous_name [Cargo]')
    const before: Expression = { if: { all: [{ id: 'stayssssss', fact: 'leased', operator: 'equal', value: true }, { id: 'goesssssss', fact: 'rent', operator: 'lessThan', value: 3 }] }, then: 1, else: 0 }
    const formula = writeFormula(assembly, before, 'vi').replace('< 3', '< 4')
    expect(readFormula(assembly, formula, 'vi', { before, freshId: () => 'newwwwwwww' })).toEqual({ expression: { ...before, if: { all: [{ id: 'stayssssss', fact: 'leased', operator: 'equal', value: true }, { id: 'newwwwwwww', fact: 'rent', operator: 'lessThan', value: 4 }] } } })
  })

  it('has a name of its own for every function in both languages', () => {
    const names = [...formulaFunctions().values()].flatMap(({ vi, en }) => [vi, en])
    expect(new Set(names).size).toBe(names.length)
  })
})
