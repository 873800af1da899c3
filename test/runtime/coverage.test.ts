import { assemble, boundaryCases, coverageOf, evaluate, runCase, type Assembly, type CaseDocument, type Condition, type Coverage, type Expression, type HistoryEntry, type HouseholdInput, type LogicPiece, type ProposedCase, type TablePiece } from '@tieuchi/runtime'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { completeInput, parameters, randomLogic } from './arbitraries.ts'
import { caseOf, entryFacts, householdFacts, memberFacts, recount, recountPosition, type Facts } from './coverage-oracle.ts'
import { assemblyOf, at, commonDocument, leaf, outcomeOf, releaseOf, text } from './fixture.ts'

const crew: LogicPiece = { kind: 'fact', id: 'crew_count', title: text('crew'), unit: 'persons', value: { count: 'members', where: leaf('swims', 'equal', true) } }

const safe: LogicPiece = { kind: 'rules', id: 'defects', title: text('defects'), rules: [{ id: 'sinks', title: text('Sinks'), conditions: { any: [leaf('hull_sound', 'equal', false), leaf('crew_count', 'greaterThan', 2)] }, event: { type: 'defect' } }] }

const berths = (hit: TablePiece['hit']): TablePiece => ({
  kind: 'table', id: 'berths', title: text('berths'), hit, inputs: ['cargo'], outputs: ['berth'],
  rows: [{ id: 'rowaaaaaaa', when: [{ lessThan: { parameter: 'limit' } }], then: ['north'] }, { id: 'rowbbbbbbb', when: [{ lessThan: 9 }], then: ['south'] }],
})

const boats = (hit: TablePiece['hit'] = 'first'): Assembly => assemblyOf([crew, safe, berths(hit), outcomeOf('berths', 'harbour')], parameters)

const example = (given: HouseholdInput, expected: CaseDocument['expect'], more: Partial<CaseDocument> = {}): CaseDocument => ({ id: 'caseaaaaaa', title: text('case'), moment: at, given, expect: expected, ...more })

describe('a case', () => {
  it('expects an outcome, a fact and a rule, each by its name', async () => {
    const given = { household: { cargo: 3, hull_sound: false }, members: [{ id: 'm', swims: true }] }
    const result = await runCase(boats(), example(given, { berths_outcome: 'north', crew_count: 1, 'defects.sinks': true }))
    expect(result).toMatchObject({ passed: true, issues: [], expectations: [{ got: 'north' }, { got: 1 }, { got: true }] })
  })

  it('expects undetermined where answers are missing', async () => {
    expect(await runCase(boats(), example({}, { berths_outcome: 'undetermined', crew_count: 'undetermined', 'defects.sinks': 'undetermined' }))).toMatchObject({ passed: true })
  })

  it('says in both languages what should have come out and what did', async () => {
    const { passed, issues } = await runCase(boats(), example({ household: { cargo: 5 } }, { berths_outcome: 'north' }))
    expect(passed).toBe(false)
    expect(issues).toMatchObject([{ code: 'case-result-differs', path: ['expect', 'berths_outcome'], params: { expected: 'north', got: 'south' } }])
    expect(issues[0]?.message.vi).toContain('phải là North nhưng kết quả là South')
    expect(issues[0]?.message.en).toContain('should be North but came out as South')
  })

  it.each(['nothing', 'defects.nothing', 'swims', 'defects'])('cannot expect “%s”, which is no result of the household', async (name) => {
    expect(await runCase(boats(), example({}, { [name]: true }))).toMatchObject({ passed: false, issues: [{ code: 'case-name-unknown' }] })
  })

  it('fails with an issue where two rows of a table contradict each other', async () => {
    expect(await runCase(boats('unique'), example({ household: { cargo: 1 } }, { berths_outcome: 'north' }))).toMatchObject({ passed: false, issues: [{ code: 'case-rows-conflict', params: { rows: ['rowaaaaaaa', 'rowbbbbbbb'] } }] })
  })
})

describe('coverage', () => {
  it('does not count a piece that the case puts in place', async () => {
    const given = { household: { cargo: 3, hull_sound: false } }
    const computed = await coverageOf(boats(), [example(given, {})])
    const assumed = await coverageOf(boats(), [example(given, {}, { assume: { 'boats.defects.sinks': true, 'boats.berths': 'north' } })])
    expect([computed.rules[0]?.true, computed.rows[0]?.decided]).toEqual([['caseaaaaaa'], ['caseaaaaaa']])
    expect([assumed.rules[0]?.true, assumed.rows[0]?.decided]).toEqual([[], []])
  })

  it('counts a row as deciding only where no row above it may hold', async () => {
    const table = berths('first')
    const assembly = assemblyOf([{ ...table, rows: table.rows.map((row, index) => (index === 0 ? { ...row, when: [{ lessThan: { parameter: 'by_harbour' } }] } : row)) }], parameters)
    const decided = async (given: HouseholdInput) => (await coverageOf(assembly, [example(given, {})])).rows.map((row) => row.decided.length)
    expect(await decided({ household: { cargo: 4 } })).toEqual([0, 0])
    expect(await decided({ household: { cargo: 4 }, unit: { harbour: 'north' } })).toEqual([0, 1])
    expect(await decided({ household: { cargo: 4 }, unit: { harbour: 'south' } })).toEqual([1, 0])
  })

  it('writes each result of a row as the outcome that takes it', async () => {
    const both: LogicPiece = { ...berths('first'), outputs: ['berth', 'fee'], rows: [{ id: 'rowaaaaaaa', when: [{ lessThan: 4 }], then: ['north', 1500] }] }
    const takers: readonly LogicPiece[] = [
      { kind: 'outcome', id: 'where', title: text('where'), from: 'berths', list: 'harbour' },
      { kind: 'outcome', id: 'fee_due', title: text('fee'), from: { fact: 'berths', output: 'fee' }, unit: 'VND' },
    ]
    expect((await coverageOf(assemblyOf([both, ...takers]), [])).rows.map(({ sentence }) => sentence.en)).toEqual(['North, 1,500 VND when Cargo < 4'])
  })

  it('tells each side that no case reached, in both languages', async () => {
    const { gaps } = await coverageOf(boats(), [example({ household: { cargo: 3 } }, {})])
    expect(gaps.find(({ path, side }) => path === 'berths/rowaaaaaaa/0' && side === 'at')).toMatchObject({ kind: 'threshold', sentence: { en: 'There is no case exactly at this: Cargo against limit: 4.' } })
    expect(gaps.find(({ path, side }) => path === 'berths/rowbbbbbbb' && side === 'decided')?.sentence.vi).toBe('Chưa có ca nào do dòng này quyết định: South khi Cargo < 9.')
    expect(gaps.some(({ path, side }) => path === 'berths/rowaaaaaaa/0' && side === 'below')).toBe(false)
  })

  it('counts an age beside its limit only on the day by which the comparison turns, and says so', async () => {
    const age: LogicPiece = { kind: 'fact', id: 'age', of: 'members', title: text('age'), value: { ageInYears: [{ fact: 'born_on' }, { moment: 'facts_at' }] } }
    const minors: LogicPiece = { kind: 'fact', id: 'minors', title: text('minors'), value: { count: 'members', where: leaf('age', 'lessThan', 6) } }
    const elders: LogicPiece = { kind: 'fact', id: 'elders', title: text('elders'), value: { count: 'members', where: leaf('age', 'greaterThan', 6) } }
    const reached = async (born_on: string) => {
      const { thresholds } = await coverageOf(assemblyOf([age, minors, elders]), [example({ members: [{ id: 'm', born_on }] }, {})])
      return thresholds.map(({ below, at: exactly, above }) => [below, exactly, above].findIndex((ids) => ids.length > 0))
    }
    const nowhere = -1
    expect(await reached('2020-06-02')).toEqual([0, 0])
    expect(await reached('2020-06-03')).toEqual([nowhere, 0])
    expect(await reached('2020-06-01')).toEqual([1, nowhere])
    expect(await reached('2019-06-02')).toEqual([nowhere, 1])
    expect(await reached('2019-06-01')).toEqual([2, 2])
    expect(await reached('2019-05-01')).toEqual([2, nowhere])
    const { gaps } = await coverageOf(assemblyOf([age, minors]), [])
    expect(gaps.filter(({ kind }) => kind === 'threshold').map(({ sentence }) => sentence.en)).toEqual([
      'There is no case one step below this (on the last day): age against 6.',
      'There is no case exactly at this (on the first day): age against 6.',
      'There is no case one step above this: age against 6.',
    ])
  })

  it('takes the greatest of the members’ values by the step of those values', async () => {
    const longest: LogicPiece = { kind: 'fact', id: 'longest', title: text('longest'), value: { max: 'members', value: { fact: 'length' } } }
    const long: LogicPiece = { kind: 'rules', id: 'sizes', title: text('sizes'), rules: [{ id: 'long', title: text('Long'), conditions: leaf('longest', 'greaterThan', 3), event: { type: 'size' } }] }
    const { thresholds } = await coverageOf(assemblyOf([longest, long]), [example({ household: { length: 3.01 }, members: [{ id: 'm' }] }, {})])
    expect(thresholds).toMatchObject([{ below: [], at: [], above: ['caseaaaaaa'] }])
  })

  it('takes a share of earlier decisions by hundredths, for nobody in the household is one of them', async () => {
    const among = leaf('from', 'lessThan', '2024-01-01')
    const share: LogicPiece = { kind: 'fact', id: 'past', title: text('past'), unit: 'share', value: { share: 'history', outcome: 'harbours.berth', where: leaf('value', 'equal', 'north'), among } }
    const often: LogicPiece = { kind: 'rules', id: 'habits', title: text('habits'), rules: [{ id: 'often', title: text('Often'), conditions: leaf('past', 'greaterThan', 0.99), event: { type: 'habit' } }] }
    const entry = { programme: 'harbours', layer: 'national', outcome: 'berth', value: 'north', from: '2021-03-01' } as const
    const { thresholds } = await coverageOf(assemblyOf([share, often]), [example({ members: [{ id: 'm' }], history: [entry] }, {})])
    expect(thresholds.find(({ path }) => path === 'habits/often')).toMatchObject({ below: [], at: [], above: ['caseaaaaaa'] })
  })

  it('equals a recount by hand on random releases and households', async () => {
    await fc.assert(fc.asyncProperty(randomLogic, fc.array(completeInput, { minLength: 1, maxLength: 6 }), async (logic, inputs) => {
      const assembly = assemblyOf(logic, parameters)
      const cases = inputs.map(caseOf)
      const marks = new Set<string>()
      for (const each of cases) await markByHand(assembly, each, (path, side) => marks.add(`${path} ${side} ${each.id}`))
      expect(marksOf(await coverageOf(assembly, cases), logic)).toEqual([...marks].toSorted())
    }), { numRuns: 150 })
  })
})

/** The step of a field; thresholds of other facts are not recounted. */
const stepByHand: Readonly<Record<string, number>> = { cargo: 1, rent: 1, length: 0.01, voyages: 1, age: 1 }

/** Birthdays of which an age that is compared by `<` or `≥` is on its last day, and on its first. */
const turningBirthdays: Readonly<Record<string, string>> = { below: '-06-02', at: '-06-01' }

const isOnDayByHand = (fact: string, position: string, own: Facts): boolean => fact !== 'age' || String(own.read('born_on')).endsWith(turningBirthdays[position] ?? '')

interface Place {
  readonly path: string
  readonly condition: Condition
  readonly ofMembers: boolean
  /** Judged of each earlier decision. */
  readonly ofEntries: boolean
}

const placesOf = (expression: Expression, path: string, ofMembers: boolean, ofEntries = false): readonly Place[] => {
  if (typeof expression !== 'object') return []
  const inner = ofMembers || Object.values(expression).includes('members')
  const within = ofEntries || Object.values(expression).includes('history')
  return Object.entries(expression).flatMap(([key, part]: [string, unknown]) => {
    if (key === 'where' || key === 'among' || key === 'if') return [{ path: `${path}/${key}`, condition: part as Condition, ofMembers: inner, ofEntries: within }]
    return Array.isArray(part) ? part.flatMap((each, index) => placesOf(each as Expression, `${path}/${key}/${index}`, ofMembers, ofEntries)) : placesOf(part as Expression, `${path}/${key}`, inner, within)
  })
}

const rowCondition = ({ inputs }: TablePiece, { id, when }: TablePiece['rows'][number]): Condition =>
  ({ all: when.flatMap((cell, column) => (cell === null ? [] : Object.entries(cell).map(([operator, value]) => ({ id, fact: String(inputs[column]), operator, value }) as Condition))) })

const allPlaces = (logic: readonly LogicPiece[]): readonly Place[] => logic.flatMap((piece) => {
  if (piece.kind === 'fact') return placesOf(piece.value, `${piece.id}/value`, piece.of === 'members')
  if (piece.kind === 'rules') return piece.rules.map((rule) => ({ path: `${piece.id}/${rule.id}`, condition: rule.conditions, ofMembers: false, ofEntries: false }))
  if (piece.kind === 'entitlement') return [{ path: piece.id, condition: piece.conditions, ofMembers: false, ofEntries: false }, ...placesOf(piece.amount ?? 0, `${piece.id}/amount`, false)]
  if (piece.kind !== 'table') return []
  return piece.rows.filter(({ when }) => when.some((cell) => cell !== null)).map((row) => ({ path: `${piece.id}/${row.id}`, condition: rowCondition(piece, row), ofMembers: false, ofEntries: false }))
})

const limitless = ['in', 'notIn', 'contains']

async function markByHand(assembly: Assembly, { given }: ReturnType<typeof caseOf>, mark: (path: string, side: string) => void): Promise<void> {
  const { release } = assembly
  const facts = householdFacts((await evaluate(assembly, { input: given, moment: at })).result, given)
  for (const { path, condition, ofMembers, ofEntries } of allPlaces(release.logic)) {
    const persons = ofMembers ? given.members.map((member) => memberFacts(facts, member)) : [facts]
    for (const own of ofEntries ? persons.flatMap((person) => entriesByHand(given.history).map((entry) => entryFacts(person, entry))) : persons) {
      recount(release, condition, own, path, (place, truth, compared) => {
        mark(place, String(truth))
        if (!compared || !('fact' in compared) || limitless.includes(compared.operator)) return
        const operands = [compared.value].flat()
        for (const [index, value] of operands.entries()) {
          const position = recountPosition(release, { fact: compared.fact, value: value as never }, own, stepByHand[compared.fact] ?? 0)
          const counts = stepByHand[compared.fact] !== undefined && !(typeof value === 'object' && 'fact' in value)
          const key = typeof value === 'object' && 'parameter' in value && value.parameter === 'by_harbour' ? `/${String(own.read('harbour'))}` : ''
          if (position && counts && isOnDayByHand(compared.fact, position, own)) mark(`${place}${operands.length > 1 ? `/${index}` : ''}${key}`, position)
        }
      })
    }
  }
  for (const piece of release.logic) if (piece.kind === 'table') for (const row of decidingByHand(assembly, piece, facts)) mark(`${piece.id}/${row.id}`, 'decided')
}

/** Decisions on berths in the national layer that had begun on the day. */
const entriesByHand = (history: readonly HistoryEntry[] = []): readonly HistoryEntry[] =>
  history.filter(({ programme, outcome, layer, from }) => programme === 'harbours' && outcome === 'berth' && layer === 'national' && from <= at.facts_at)

const decidingByHand = ({ release }: Assembly, piece: TablePiece, facts: ReturnType<typeof householdFacts>) => {
  const holding = piece.rows.filter((row) => recount(release, rowCondition(piece, row), facts, '', () => undefined))
  if (piece.hit === 'first') return holding.slice(0, 1)
  return piece.hit === 'max' ? holding.filter(({ then: [points] }) => points === Math.max(...holding.map((row) => Number(row.then[0])))) : holding
}

const leafFactAt = (logic: readonly LogicPiece[], path: string): string => {
  const place = allPlaces(logic).filter((each) => path === each.path || path.startsWith(`${each.path}/`))[0]
  const steps = place ? path.slice(place.path.length).split('/').filter((step) => step !== '') : []
  const found = steps.reduce<Condition | undefined>((node, step) => {
    if (!node || 'operator' in node || 'condition' in node) return node
    return 'all' in node ? node.all[Number(step)] : 'any' in node ? node.any[Number(step)] : node.not
  }, place?.condition)
  return found && 'fact' in found ? found.fact : ''
}

/** What coverage tells, in the form of the recount: `path side case`. */
const marksOf = ({ rows, branches, thresholds }: Coverage, logic: readonly LogicPiece[]): readonly string[] => {
  const written = (path: string, sides: Readonly<Record<string, readonly string[]>>) => Object.entries(sides).flatMap(([side, ids]) => ids.map((id) => `${path} ${side} ${id}`))
  return [...new Set([
    ...rows.flatMap(({ path, decided }) => written(path, { decided })),
    ...branches.flatMap((branch) => written(branch.path, { true: branch.true, false: branch.false })),
    ...thresholds.filter(({ path }) => stepByHand[leafFactAt(logic, path)] !== undefined).flatMap(({ path, below, at: exactly, above }) => written(path, { below, at: exactly, above })),
  ])].toSorted()
}

const withoutEach = ({ household = {}, unit = {}, members = [], ...rest }: HouseholdInput): readonly HouseholdInput[] => {
  const less = <Answers extends object>(answers: Answers, field: string) => Object.fromEntries(Object.entries(answers).filter(([name]) => name !== field))
  const whole = { ...rest, ...(Object.keys(household).length > 0 && { household }), ...(Object.keys(unit).length > 0 && { unit }), ...(members.length > 0 && { members }) }
  return [
    ...Object.keys(household).map((field) => ({ ...whole, household: less(household, field) })),
    ...Object.keys(unit).map((field) => ({ ...whole, unit: less(unit, field) })),
    ...members.flatMap((member) => Object.keys(member).filter((field) => field !== 'id').map((field) => ({ ...whole, members: members.map((each) => (each === member ? { ...less(each, field), id: each.id } : each)) }))),
  ] as readonly HouseholdInput[]
}

const sidesAt = ({ rows, branches, thresholds }: Coverage, path: string): readonly string[] =>
  [...rows, ...branches, ...thresholds].filter((each) => each.path === path).flatMap((each) => Object.entries(each).filter(([, ids]) => Array.isArray(ids) && ids.length > 0).map(([side]) => side))

/** Whether a proposed case still has its result, at its place, with fewer answers. */
const isSame = async (assembly: Assembly, each: ProposedCase, given: HouseholdInput): Promise<boolean> => {
  const { passed } = await runCase(assembly, { ...each, given, expect: each.suggestion })
  const open = Object.values(each.suggestion).includes('undetermined')
  return passed && !open && sidesAt(await coverageOf(assembly, [{ ...each, given }]), each.purpose.path).includes(each.purpose.side)
}

describe('proposed cases', () => {
  const proposals = async (logic: readonly LogicPiece[]) => {
    const assembly = assemblyOf(logic, parameters)
    return { assembly, ...(await boundaryCases(assembly, at.law_at)) }
  }

  it('lie where they say, and are minimal: without any one answer the result changes, is open, or the case lies elsewhere', async () => {
    let thresholds = 0
    await fc.assert(fc.asyncProperty(randomLogic, async (logic) => {
      const { assembly, cases, unreached } = await proposals(logic)
      for (const each of cases) {
        if (each.purpose.kind === 'missing') continue
        expect([each.purpose, sidesAt(await coverageOf(assembly, [each]), each.purpose.path).includes(each.purpose.side)]).toEqual([each.purpose, true])
        for (const given of withoutEach(each.given)) expect([each.purpose, each.given, given, await isSame(assembly, each, given)]).toEqual([each.purpose, each.given, given, false])
        thresholds += each.purpose.kind === 'threshold' ? 1 : 0
      }
      const covered = await coverageOf(assembly, cases)
      for (const { kind, path, side } of covered.gaps) {
        if (kind !== 'rule') expect([path, side, unreached.some(({ purpose }) => purpose.path === path && purpose.side === side)]).toEqual([path, side, true])
      }
    }), { numRuns: 10, endOnFailure: true })
    expect(thresholds).toBeGreaterThan(30)
  })

  it('ask nothing of a member beside whom another lies at the same place', async () => {
    const age: LogicPiece = { kind: 'fact', id: 'age', of: 'members', title: text('age'), value: { ageInYears: [{ fact: 'born_on' }, { moment: 'facts_at' }] } }
    const seasoned: LogicPiece = { kind: 'fact', id: 'seasoned', title: text('seasoned'), value: { count: 'members', where: { all: [{ any: [leaf('voyages', 'equal', 9), leaf('voyages', 'greaterThan', 4)] }, { not: leaf('age', 'lessThan', 8) }] } } }
    const assembly = assemblyOf([age, seasoned])
    const { cases } = await boundaryCases(assembly, at.law_at)
    const whole = cases.filter(({ purpose }) => purpose.kind === 'threshold')
    expect(whole.length).toBeGreaterThan(5)
    for (const each of whole) for (const given of withoutEach(each.given)) expect([each.purpose, given, await isSame(assembly, each, given)]).toEqual([each.purpose, given, false])
  })

  it('leave one answer out, and only that answer is why nothing may be concluded', async () => {
    const { cases } = await boundaryCases(boats(), at.law_at)
    const left = cases.filter(({ purpose }) => purpose.kind === 'missing').map(({ purpose, suggestion }) => [purpose.path, Object.values(suggestion)])
    expect(left).toEqual(expect.arrayContaining([['berths_outcome/cargo', ['undetermined']], ['defects.sinks/hull_sound', ['undetermined']], ['defects.sinks/swims', ['undetermined']]]))
  })

  it('turn the result between two neighbours of a threshold', async () => {
    const { cases } = await boundaryCases(boats(), at.law_at)
    const results = cases.filter(({ purpose }) => purpose.path === 'berths/rowaaaaaaa/0').map(({ purpose, suggestion, given }) => [purpose.side, given.household?.['cargo'], suggestion['berths_outcome']])
    expect(results).toEqual([['below', 3, 'north'], ['at', 4, 'south'], ['above', 5, 'south']])
  })

  it('are made for a table whose rows may contradict each other, from households in which they do not', async () => {
    const conflicting = example({ household: { cargo: 1 } }, {})
    const { cases } = await boundaryCases(boats('unique'), at.law_at, [conflicting])
    expect(cases.find(({ purpose }) => purpose.kind === 'row' && purpose.path === 'berths/rowbbbbbbb')?.suggestion ?? cases.find(({ suggestion }) => suggestion['berths_outcome'] === 'south')?.suggestion).toEqual({ berths_outcome: 'south' })
  })

  it('are found where facts read each other over many ways', async () => {
    const doubled = Array.from({ length: 30 }, (_fact, index): LogicPiece => {
      const before = { fact: index === 0 ? 'cargo' : `doubled_${index - 1}` }
      return { kind: 'fact', id: `doubled_${index}`, title: text('doubled'), value: { add: [before, before] } }
    })
    const { cases } = await boundaryCases(assemblyOf([crew, safe, ...doubled, outcomeOf('doubled_29', 'harbour')]), at.law_at)
    expect(cases.some(({ suggestion }) => suggestion['defects.sinks'] === true)).toBe(true)
  })

  it('say why a place has none: no such value, or no result that reads it', async () => {
    const idle: LogicPiece = { kind: 'fact', id: 'idle', of: 'members', title: text('idle'), value: { if: leaf('voyages', 'lessThan', 3), then: 1, else: 0 } }
    const empty: LogicPiece = { kind: 'rules', id: 'crewless', title: text('crewless'), rules: [{ id: 'empty', title: text('Empty'), conditions: leaf('crew_count', 'equal', 0), event: { type: 'empty' } }] }
    const { unreached } = await boundaryCases(assemblyOf([crew, empty, idle]), at.law_at)
    expect(unreached.map(({ purpose, code }) => [purpose.path, purpose.side, code])).toEqual(expect.arrayContaining([['crewless/empty', 'below', 'outside'], ['idle/value/if', 'at', 'unread']]))
  })

  it('say of a member, too, that no answers give a value beyond the limits of the question', async () => {
    const busy: LogicPiece = { kind: 'fact', id: 'busy_count', title: text('busy'), value: { count: 'members', where: leaf('voyages', 'greaterThan', 9) } }
    const { unreached } = await boundaryCases(assemblyOf([busy, outcomeOf('busy_count')]), at.law_at)
    expect(unreached.map(({ purpose, code }) => [purpose.path, purpose.side, code])).toContainEqual(['busy_count/value/where', 'above', 'outside'])
  })

  /** A release beside the programme whose decisions it reads. */
  const beside = (logic: readonly LogicPiece[]): Assembly => {
    const outcome = (id: string): LogicPiece => ({ kind: 'outcome', id, title: text(id), from: 'berths', list: 'harbour' })
    const harbours = { ...releaseOf([berths('first'), outcome('berth'), outcome('past_berth')], parameters), programme: 'harbours' }
    return assemble({ programme: 'boats', layer: 'national', common: commonDocument, releases: { boats: releaseOf(logic, parameters), harbours } })
  }

  const berthed: LogicPiece = { kind: 'rules', id: 'standing', title: text('standing'), rules: [{ id: 'northern', title: text('Northern'), conditions: leaf('harbours.berth', 'equal', 'north'), event: { type: 'standing' } }] }

  it('reach both sides of what an earlier decision recorded, and the case in which nobody asked for decisions', async () => {
    const { cases, unreached } = await boundaryCases(beside([berthed]), at.law_at)
    expect(unreached.filter(({ purpose }) => purpose.path.startsWith('standing'))).toEqual([])
    const told = cases.filter(({ purpose }) => purpose.path.startsWith('standing')).map(({ purpose, given, suggestion }) => [purpose.side, given.history?.map(({ programme, outcome, value }) => [programme, outcome, value]), suggestion['standing.northern']])
    expect(told).toEqual(expect.arrayContaining([
      ['true', [['harbours', 'berth', 'north']], true],
      ['false', [['harbours', 'berth', 'south']], false],
      ['unknown', undefined, 'undetermined'],
    ]))
  })

  const often = (where: Condition, limit: number): readonly LogicPiece[] => [
    { kind: 'fact', id: 'often', title: text('often'), value: { count: 'history', outcome: 'harbours.berth', where } },
    { kind: 'rules', id: 'habits', title: text('habits'), rules: [{ id: 'regular', title: text('Regular'), conditions: leaf('often', 'greaterThanInclusive', limit), event: { type: 'habit' } }] },
  ]

  it('reach a number of earlier decisions one below, at and one above', async () => {
    const { cases } = await boundaryCases(beside(often(leaf('value', 'equal', 'north'), 3)), at.law_at)
    const told = cases.filter(({ purpose }) => purpose.kind === 'threshold' && purpose.path === 'habits/regular').map(({ purpose, given, suggestion }) => [purpose.side, given.history?.length, suggestion['habits.regular']])
    expect(told).toEqual([['below', 2, false], ['at', 3, true], ['above', 4, true]])
  })

  it('reach a number of months since an earlier decision', async () => {
    const since: LogicPiece = { kind: 'fact', id: 'since', title: text('since'), value: { last: 'history', outcome: 'harbours.berth', value: { monthsBetween: [{ fact: 'from' }, { moment: 'facts_at' }] } } }
    const settled: LogicPiece = { kind: 'rules', id: 'habits', title: text('habits'), rules: [{ id: 'settled', title: text('Settled'), conditions: leaf('since', 'greaterThan', 36), event: { type: 'habit' } }] }
    const { cases } = await boundaryCases(beside([since, settled]), at.law_at)
    const told = cases.filter(({ purpose }) => purpose.kind === 'threshold' && purpose.path === 'habits/settled').map(({ purpose, given, suggestion }) => [purpose.side, given.history?.[0]?.from, suggestion['habits.settled']])
    expect(told).toEqual([['below', '2023-07-01', false], ['at', '2023-06-01', false], ['above', '2023-05-01', true]])
  })

  it('reach a number of months since a decision that followed another one', async () => {
    const history = { outcome: 'harbours.berth' } as const
    const first: LogicPiece = { kind: 'fact', id: 'first', title: text('first'), value: { last: 'history', ...history, value: { fact: 'from' }, where: leaf('value', 'equal', 'north') } }
    const months: LogicPiece = { kind: 'fact', id: 'months', title: text('months'), value: { max: 'history', ...history, value: { monthsBetween: [{ fact: 'from' }, { moment: 'facts_at' }] }, where: { all: [leaf('value', 'equal', 'south'), leaf('from', 'greaterThan', { fact: 'first' })] } } }
    const moved: LogicPiece = { kind: 'rules', id: 'habits', title: text('habits'), rules: [{ id: 'moved', title: text('Moved'), conditions: leaf('months', 'lessThanInclusive', 36), event: { type: 'habit' } }] }
    const { cases } = await boundaryCases(beside([first, months, moved]), at.law_at)
    const told = cases.filter(({ purpose }) => purpose.kind === 'threshold' && purpose.path === 'habits/moved').map(({ purpose, given, suggestion }) => [purpose.side, given.history?.map(({ value }) => value), suggestion['habits.moved']])
    expect(told).toEqual([['below', ['north', 'south'], true], ['at', ['north', 'south'], true], ['above', ['north', 'south'], false]])
  })

  it('reach earlier decisions on several outcomes at once', async () => {
    const both: LogicPiece = { kind: 'rules', id: 'standing', title: text('standing'), rules: [{ id: 'both', title: text('Both'), conditions: { all: [leaf('harbours.berth', 'equal', 'north'), leaf('harbours.past_berth', 'equal', 'south')] }, event: { type: 'standing' } }] }
    const { cases } = await boundaryCases(beside([both]), at.law_at)
    const given = cases.find(({ purpose }) => purpose.path === 'standing/both' && purpose.side === 'true')?.given
    expect(given?.history?.map(({ outcome, value }) => [outcome, value]).toSorted()).toEqual([['berth', 'north'], ['past_berth', 'south']])
  })

  it('reach a day that earlier decisions are compared with: the day before, the day itself and the day after', async () => {
    const { cases, unreached } = await boundaryCases(beside(often({ all: [leaf('value', 'equal', 'north'), leaf('from', 'lessThan', '2024-01-01')] }, 1)), at.law_at)
    const place = 'often/value/where'
    const told = cases.filter(({ purpose }) => purpose.kind === 'threshold' && purpose.path === `${place}/1`).map(({ purpose, given }) => [purpose.side, given.history?.map(({ from }) => from)])
    expect(told).toEqual([['below', ['2023-12-31']], ['at', ['2024-01-01']], ['above', ['2024-01-02']]])
    const covered = await coverageOf(beside(often({ all: [leaf('value', 'equal', 'north'), leaf('from', 'lessThan', '2024-01-01')] }, 1)), cases)
    expect(covered.gaps.filter(({ path, kind }) => path.startsWith(place) && kind !== 'rule')).toEqual([])
    expect(unreached.filter(({ purpose }) => purpose.path.startsWith(place))).toEqual([])
    expect(covered.thresholds.find(({ path }) => path === `${place}/1`)?.sentence.vi).toBe('Ngày bắt đầu so với 01/01/2024')
  })
})
