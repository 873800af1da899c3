import { assemble, checkRelease, findAggregate, findOperator, type Assembly, type Cell, type Condition, type Expression, type LogicPiece, type Operand, type OperatorName, type Release, type RulesPiece, type SingleOperand, type Subject } from '@tieuchi/runtime'
import fc from 'fast-check'
import { guildRelease, leaf, lists, localOverlays, releaseOf, text, workshopCommon, workshopParameters } from './workshop.ts'

type Type = 'number' | 'truth' | 'day' | 'text' | 'codes'

/** Something that can be read in a place, with its type. */
interface Name {
  readonly fact: string
  readonly type: Type
  readonly more?: object
  /** The list its texts are codes of. */
  readonly list?: keyof typeof lists
}

/** What can be read where a part of a rule stands. */
interface Place {
  readonly of: Subject
  readonly names: readonly Name[]
  readonly inEntry?: boolean
  /** Aggregates inside aggregates at most once. */
  readonly nested?: boolean
}

type Pick = <T>(...choices: readonly [T, ...T[]]) => T

/** Rules made up at random, one choice after the other. */
class RuleMaker {
  readonly #pick: Pick
  readonly #household: Name[] = [
    ...['insured', 'leased'].map((fact) => ({ fact, type: 'truth' as const })),
    ...['rent', 'cost', 'debt', 'length', 'mass', 'heat', 'tier', 'member_count'].map((fact) => ({ fact, type: 'number' as const })),
    ...['paint', 'trim'].map((fact) => ({ fact, type: 'text' as const, list: 'colour' as const })),
    ...['origin', 'harbour'].map((fact) => ({ fact, type: 'text' as const, list: 'place' as const })),
    { fact: 'remark', type: 'text' },
    ...['built_on', 'opened_on'].map((fact) => ({ fact, type: 'day' as const })),
    { fact: 'tools', type: 'codes' },
    ...[{}, { as: 'computed' }, { as: 'computed', layer: 'local' }, { layer: 'local' }].map((more) => ({ fact: 'guild.rank', type: 'text' as const, list: 'colour' as const, more })),
    { fact: 'guild.dues', type: 'number' }, { fact: 'guild.dues', type: 'number', more: { as: 'computed' } },
    { fact: 'guild.kit', type: 'codes' }, { fact: 'guild.kit', type: 'codes', more: { as: 'computed' } },
  ]
  readonly #members: Name[] = [
    ...['swims', 'trained'].map((fact) => ({ fact, type: 'truth' as const })),
    ...['hours', 'skill', 'age'].map((fact) => ({ fact, type: 'number' as const })),
    { fact: 'nick', type: 'text' }, { fact: 'role', type: 'text', list: 'colour' },
    { fact: 'born_on', type: 'day' },
    { fact: 'guild.full', type: 'truth' }, { fact: 'guild.full', type: 'truth', more: { as: 'computed' } },
  ]

  constructor(choose: (count: number) => number) {
    this.#pick = (...choices) => choices[choose(choices.length)] ?? choices[0]
  }

  #place(of: Subject): Place {
    return { of, names: of === 'members' ? [...this.#household, ...this.#members, ...this.#members] : this.#household }
  }

  #name(place: Place, type: Type): Name | undefined {
    const [first, ...rest] = place.names.filter((name) => name.type === type)
    return first && this.#pick(first, ...rest)
  }

  #reference({ fact, more }: Name): { readonly fact: string } {
    return { fact, ...more }
  }

  #numberLiteral(): number {
    return this.#pick(0, 1, 2, 3, 5, 7, -2, 0.5, 0.25, 1.5, 9)
  }

  #numberParameter(place: Place): SingleOperand {
    const [first, ...others] = ['whole', 'part', 'none', 'below', 'by_harbour', 'by_trim', 'open', ...(place.of === 'members' ? ['by_role'] : [])]
    return { parameter: this.#pick(first ?? 'whole', ...others) }
  }

  #numberOperand(place: Place): SingleOperand {
    const name = this.#name(place, 'number')
    return this.#pick<() => SingleOperand>(() => this.#numberLiteral(), () => this.#numberLiteral(), () => this.#numberParameter(place), () => (name ? this.#reference(name) : 3))()
  }

  #textOperand(place: Place, list?: keyof typeof lists): SingleOperand {
    const name = this.#name(place, 'text')
    const literal = () => (list === undefined ? this.#pick('Thôn 1', 'toString', 'red', 'north') : list === 'place' ? this.#pick(...lists.place) : this.#pick(...lists.colour))
    return this.#pick<() => SingleOperand>(literal, literal, () => ({ parameter: this.#pick('word', 'words') }), () => (name ? this.#reference(name) : literal()))()
  }

  #dayOperand(place: Place): SingleOperand {
    const name = this.#name(place, 'day')
    return this.#pick<() => SingleOperand>(() => '2020-02-29', () => '2024-06-01', () => ({ parameter: 'day' }), () => (name ? this.#reference(name) : '2020-01-01'))()
  }

  #comparison(place: Place, { type, list }: Name): { readonly operator: OperatorName; readonly value: Operand } {
    if (type === 'truth') return { operator: this.#pick('equal', 'notEqual'), value: this.#pick<SingleOperand>(true, false, true, false, { parameter: 'yes' }) }
    if (type === 'codes') return { operator: 'contains', value: this.#pick(...lists.tool) }
    const operand = () => (type === 'number' ? this.#numberOperand(place) : type === 'day' ? this.#dayOperand(place) : this.#textOperand(place, list))
    const several = () => [operand(), ...this.#pick([], [operand()], [operand(), operand()])]
    if (type === 'text') return this.#pick<() => { operator: OperatorName; value: Operand }>(() => ({ operator: this.#pick('equal', 'notEqual'), value: operand() }), () => ({ operator: this.#pick('in', 'notIn'), value: several() }))()
    return this.#pick<() => { operator: OperatorName; value: Operand }>(
      () => ({ operator: this.#pick('lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive'), value: operand() }),
      () => ({ operator: this.#pick('equal', 'notEqual', 'lessThan', 'greaterThanInclusive'), value: operand() }),
      () => ({ operator: this.#pick('in', 'notIn'), value: several() }),
      () => ({ operator: 'between', value: [operand(), operand()] }),
      ...this.#ofSample(type, place),
    )()
  }

  /** Comparisons of the sample package, where it is installed. */
  #ofSample(type: Name['type'], place: Place): readonly (() => { operator: OperatorName; value: Operand })[] {
    if (type !== 'day' || !findOperator('sample.withinMonths')) return []
    const near = () => ({ operator: 'sample.withinMonths' as const, value: [this.#dayOperand(place), this.#numberOperand(place)] })
    return [near, near, near, near]
  }

  /** Aggregates of the sample package, where it is installed. */
  #secondOfSample(parts: () => object): readonly (() => Expression)[] {
    const second = () => ({ aggregate: 'sample.secondGreatest', ...parts() }) as unknown as Expression
    return findAggregate('sample.secondGreatest') ? [second, second, second] : []
  }

  #truthOver(list: 'members' | 'history', inside: Place, extra: object): Expression {
    const where = this.condition(inside, 1)
    if (findAggregate('sample.majority') && this.#pick(true, false)) return { aggregate: 'sample.majority', over: list, where, ...extra } as Expression
    return { [this.#pick('any', 'all', 'none')]: list, where, ...extra } as unknown as Expression
  }

  condition(place: Place, depth: number): Condition {
    const shape = depth <= 0 ? 'leaf' : this.#pick('leaf', 'leaf', 'all', 'any', 'not')
    if (shape === 'not') return { not: this.condition(place, depth - 1) }
    if (shape !== 'leaf') {
      const parts = [this.condition(place, depth - 1), ...this.#pick([], [this.condition(place, depth - 1)])]
      return shape === 'all' ? { all: parts } : { any: parts }
    }
    if (this.#pick(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1) === 1) return { id: 'isknownaaa', parameter: this.#pick('open', 'whole'), operator: 'isKnown', value: this.#pick(true, false) }
    const name = this.#pick(...(place.names as readonly [Name, ...Name[]]))
    const { operator, value } = this.#comparison(place, name)
    return leaf(name.fact, operator, value, name.more)
  }

  #over(place: Place): { readonly list: 'members' | 'history'; readonly extra: object; readonly inside: Place } {
    const list = this.#pick('members', 'members', 'members', 'history')
    if (list === 'members') return { list, extra: {}, inside: { ...this.#place('members'), nested: true } }
    const outcome = this.#pick('guild.rank', 'guild.dues', 'guild.full')
    const value: Name = ({ 'guild.rank': { fact: 'value', type: 'text', list: 'colour' }, 'guild.dues': { fact: 'value', type: 'number' }, 'guild.full': { fact: 'value', type: 'truth' } } as const)[outcome]
    const own: readonly Name[] = [value, value, { fact: 'from', type: 'day' }, { fact: 'to', type: 'day' }, { fact: 'decided_on', type: 'day' }, { fact: 'standard', type: 'text' }]
    return { list, extra: { outcome, ...this.#pick({}, {}, { layer: 'local' }) }, inside: { of: place.of, names: [...own, ...own, ...place.names], nested: true, inEntry: true } }
  }

  #aggregate(place: Place, depth: number): Expression {
    const { list, extra, inside } = this.#over(place)
    const where = this.condition(inside, 1)
    const value = () => this.number({ ...inside, nested: true }, depth - 1)
    return this.#pick<() => Expression>(
      () => ({ count: list, where, ...extra }) as Expression,
      () => ({ sum: list, value: value(), ...this.#pick({}, { where }), ...extra }) as Expression,
      () => ({ min: list, value: value(), where, ...extra }) as Expression,
      () => ({ max: list, value: value(), where, ...extra }) as Expression,
      () => ({ share: list, where, ...this.#pick({}, { among: this.condition(inside, 1) }), ...extra }) as Expression,
      () => (list === 'history' ? ({ last: list, value: value(), where, ...extra } as Expression) : { count: 'members' }),
      ...this.#secondOfSample(() => ({ over: list, value: value(), ...this.#pick({}, { where }), ...extra })),
    )()
  }

  number(place: Place, depth: number): Expression {
    if (depth <= 0) return this.#numberOperand(place)
    const part = () => this.number(place, depth - 1)
    const aggregate = () => (place.nested === true ? part() : this.#aggregate(place, depth))
    const day = (): Expression => this.#pick<() => Expression>(() => this.#dayOperand(place), () => ({ moment: this.#pick('facts_at', 'law_at') }))()
    return this.#pick<() => Expression>(
      part, aggregate, aggregate, aggregate,
      () => ({ add: [part(), part()] }), () => ({ subtract: [part(), part()] }), () => ({ multiply: [part(), part()] }), () => ({ divide: [part(), part()] }),
      () => ({ min: [part(), part()] }), () => ({ max: [part(), part()] }), () => ({ floor: part() }),
      () => ({ round: part(), mode: this.#pick('half_up', 'half_even', 'up', 'down'), unit: this.#pick(1, 0.5, 0.1, 2) }),
      () => ({ if: this.condition(place, 1), then: part(), else: part() }),
      () => this.#pick<Expression>({ ageInYears: [day(), day()] }, { ageInMonths: [day(), day()] }, { monthsBetween: [day(), day()] }, { yearOf: day() }),
      () => (place.of === 'members' && place.inEntry !== true ? { personalNumberBirthYear: { fact: 'number' } } : { countEvents: 'faults' }),
    )()
  }

  #otherFact(place: Place): { readonly type: Type; readonly value: Expression } {
    const one = this.#pick('truth', 'truth', 'text', 'day')
    const { list, extra, inside } = this.#over(place)
    if (one === 'truth') {
      return { type: one, value: this.#pick<() => Expression>(
        () => this.#truthOver(list, inside, extra),
        () => ({ if: this.condition(place, 1), then: true, else: this.#pick<Expression>(false, { fact: 'insured' }) }),
        () => ({ fact: this.#pick('insured', 'leased') }),
      )() }
    }
    if (one === 'day') return { type: one, value: this.#pick<() => Expression>(() => ({ if: this.condition(place, 1), then: this.#dayOperand(place), else: { fact: 'built_on' } }), () => ({ last: 'history', value: { fact: this.#pick('from', 'to') }, outcome: 'guild.rank' }))() }
    return { type: one, value: this.#pick<() => Expression>(
      () => ({ if: this.condition(place, 1), then: this.#textOperand(place), else: this.#pick<Expression>('green', { fact: 'paint' }) }),
      () => (place.of === 'members' ? { personalNumberSex: { fact: 'number' } } : { fact: 'trim' }),
      () => ({ last: 'history', value: { fact: this.#pick('value', 'standard') }, outcome: 'guild.rank', ...this.#pick({}, { where: this.condition(inside.inEntry === true ? inside : { of: place.of, names: [{ fact: 'from', type: 'day' }], inEntry: true }, 1) }) }),
    )() }
  }

  #fact(id: string, of: Subject): LogicPiece {
    const place = this.#place(of)
    const { type, value } = this.#pick<() => { type: Type; value: Expression }>(() => ({ type: 'number', value: this.number(place, 2) }), () => ({ type: 'number', value: this.number(place, 2) }), () => this.#otherFact(place))()
    const names = of === 'members' ? this.#members : this.#household
    names.push({ fact: id, type })
    return { kind: 'fact', id, title: text(id), ...(of === 'members' && { of }), value }
  }

  #rows(of: Subject, columns: readonly Name[], output: () => SingleOperand) {
    const place = this.#place(of)
    const cell = (name: Name): Cell | null => {
      const { operator, value } = this.#comparison(place, name)
      return this.#pick<Cell | null>({ [operator]: value } as Cell, { [operator]: value } as Cell, null)
    }
    return Array.from({ length: this.#pick(1, 2, 3, 4, 5) }, (_row, index) => ({ id: `row${letters(index)}aaaaaa`, when: columns.map(cell), then: [output(), output()] }))
  }

  #table(id: string, of: Subject): LogicPiece {
    const hit = this.#pick('first', 'first', 'unique', 'collect', 'sum', 'max')
    const numeric = hit === 'sum' || hit === 'max' || (hit !== 'collect' && this.#pick(true, false))
    const place = this.#place(of)
    const columns = [this.#pick(...(place.names as readonly [Name, ...Name[]])), this.#pick(...(place.names as readonly [Name, ...Name[]]))]
    const output = (): SingleOperand => (numeric ? this.#numberOperand(place) : hit === 'collect' ? this.#pick(...lists.colour) : this.#textOperand(place))
    const names = of === 'members' ? this.#members : this.#household
    const piece: LogicPiece = { kind: 'table', id, title: text(id), ...(of === 'members' && { of }), hit, inputs: columns.map(({ fact, more }) => (more ? { fact, ...more } : fact)), outputs: ['first', 'second'], rows: this.#rows(of, columns, output) }
    const type = hit === 'collect' ? 'codes' : numeric ? 'number' : 'text'
    if (type !== 'codes') names.push({ fact: id, type, more: { output: this.#pick('first', 'second') } })
    return piece
  }

  #entitlement(of: Subject): LogicPiece {
    const place = this.#place(of)
    return {
      kind: 'entitlement', id: `grant_${of}`, title: text('grant'), ...(of === 'members' && { of }), conditions: this.condition(place, 2), level: this.number(place, 1), amount: this.number(place, 2), unit: 'VND',
      period: { every: 'month', at_most: this.number(place, 1), from: this.#dayOperand(place), to: this.#dayOperand(place) },
    }
  }

  logic(): readonly LogicPiece[] {
    const rules = this.#pick(1, 2, 3)
    const faults: RulesPiece = { kind: 'rules', id: 'faults', title: text('faults'), rules: Array.from({ length: rules }, (_rule, index) => ({ id: `rule_${index}`, title: text('rule'), conditions: this.condition(this.#place('household'), 2), event: { type: 'fault', ...this.#pick({}, { params: { kind: this.#pick(...lists.colour) } }, { params: { kind: this.#pick(...lists.colour) } }) } })) }
    const facts = (['members', 'members', 'household', 'household', 'members', 'household'] as const).map((of, index) => this.#fact(`fact_${index}`, of))
    const tables = [this.#table('table_a', 'members'), this.#table('table_b', 'household'), this.#table('table_c', 'household')]
    const last = [this.#fact('fact_last', 'members'), this.#fact('fact_end', 'household')]
    const outcomes: readonly LogicPiece[] = [
      { kind: 'outcome', id: 'share_of_one', of: 'members', title: text('member'), from: { fact: 'table_a', output: 'first' } },
      { kind: 'outcome', id: 'of_one', of: 'members', title: text('member'), from: 'fact_last' },
      { kind: 'outcome', id: 'size', title: text('size'), from: 'fact_2' },
      ...(['table_b', 'table_c'] as const).map((table, index): LogicPiece => ({ kind: 'outcome', id: `result_${index}`, title: text('result'), from: { fact: table, output: 'first' } })),
      ...(faults.rules.some(({ event }) => event.params) ? [{ kind: 'outcome', id: 'kinds_of_faults', title: text('faults'), from: { fact: 'faults', output: 'kind' } } as const] : []),
      { kind: 'outcome', id: 'end', title: text('end'), from: 'fact_end' },
    ]
    return [faults, ...facts, ...tables, ...last, ...outcomes, this.#entitlement('household'), this.#entitlement('members')]
  }
}

const letters = (index: number): string => 'abcdefghij'.charAt(index)

const assembleWorkshop = (release: Release, layer: 'national' | 'local'): Assembly =>
  assemble({ programme: 'workshop', layer, common: workshopCommon, releases: { workshop: release, guild: guildRelease }, overlays: localOverlays })

/** The same choices for the same seed. */
const choosing = (seed: number) => {
  let state = seed >>> 0
  return (count: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * count)
  }
}

const releaseWithPackages = (logic: readonly LogicPiece[]): Release => ({
  ...releaseOf('workshop', logic, workshopParameters), ...(JSON.stringify(logic).includes('sample.') && { extensions: { sample: '1.2.0' } }),
})

/** Random releases that `checkRelease` finds nothing wrong with, assembled in either layer. */
export const randomAssemblies: fc.Arbitrary<Assembly> = fc.tuple(
  fc.noShrink(fc.integer()).map((seed) => releaseWithPackages(new RuleMaker(choosing(seed)).logic())).filter((release) => checkRelease(workshopCommon, release, { guild: guildRelease }).length === 0),
  fc.constantFrom('national' as const, 'national', 'local'),
).map(([release, layer]) => assembleWorkshop(release, layer))
