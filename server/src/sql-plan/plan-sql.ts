import { historyFieldIds, type Moment, type Recorded } from '@tieuchi/runtime'
import { isConstant, valueOf, type AnswerLane, type AnswerPosition, type Graph, type List, type Node, type PlanField } from '@tieuchi/runtime/plan'
import { sql } from 'kysely'
import { answerIn, answerName, answerSql, isOneOfSql, recordedTextSql, recordedValueSql, regularSql, regularValueSql, textCodeSql } from './answer-sql.ts'
import { apart } from './apart-sql.ts'
import type { Sql } from './day-sql.ts'
import { entriesSql, sinceSql } from './entries-sql.ts'
import { anyBits, conditionsShared, kindNames, membersRead, noneOfThem, toldOf, type HouseholdsTold, type MembersQuestion } from './member-kinds-sql.ts'
import { isReduction, nodeSql } from './node-sql.ts'
import { NotInSql } from './not-in-sql.ts'
import type { PlanSource } from './plan-source.ts'
import { mayBeAnyText, textSql } from './text-sql.ts'
import { ProgramLevels, rowScope, type RowScope } from './program-levels.ts'

/** What is asked of each household. */
export interface PlanQuestion {
  readonly graph: Graph
  readonly moment: Moment
  /** Nodes of the household or of members. */
  readonly roots: readonly Node[]
  readonly source: PlanSource
  /** Columns of the source's households to be told besides. */
  readonly besides?: readonly string[]
  /** Whether answers of the household alone are looked at, by `regular` too: each stands in a column of its own, `answerName`. */
  readonly ownAlone?: true
}

/** Columns that a select can hold are some 1.600. */
const mostColumns = 1_500

/** So few columns may as well be written out wherever they are read: several processes then gather rows, each its own part of them. */
const mostSpread = 24

const alias: Readonly<Record<RowScope, Sql>> = { household: sql.raw('h'), members: sql.raw('m'), entries: sql.raw('e'), memberEntries: sql.raw('e') }

const nameOf = (node: Node): string => `n${node.id}`
const column = (node: Node): Sql => sql.ref(nameOf(node))

/**
 * The select that computes nodes of a graph for every household of a source: its `id`, whether it is `regular` – otherwise its answers are none that
 * lanes hold exactly, and the interpreter must judge it – and a column for each root, named by `rootName`; of a root of members
 * an array in their order. A root that may be any text is told as the text (see `mayBeAnyText`).
 */
export const planStatement = (question: PlanQuestion): Sql => new PlanStatement(question).statement()

export const rootName = nameOf

/** The select that finds of each of some members, or of each kind of them, whatever is asked of members, besides what `keep` names. */
export const askedOfMembers = (question: MembersQuestion, members: Sql, keep: string): Sql => membersPlan(question).ofMembers(question, members, keep)

/** The select of the `household_id` of members with what is `told` of each, as one value; of none of whom nothing that is asked can be so, where that is soon seen. */
export const membersTold = (question: MembersQuestion, members: Sql): Sql => membersPlan(question).membersTold(question, members)

/** The select that puts together what was found of the members of each household: a row for each `household_id` with members that matter. */
export const membersStatement = (question: MembersQuestion, found: Sql): HouseholdsTold => membersPlan(question).members(question, found)

const membersPlan = ({ graph, moment, over, kinds = [], source }: MembersQuestion): PlanStatement => new PlanStatement({ graph, moment, roots: [...over, ...kinds], source }, 'nothing')

class PlanStatement {
  readonly #question: PlanQuestion
  readonly #levels: ProgramLevels
  /** Whether columns are written out wherever they are read. */
  readonly #spread: boolean
  readonly #answer: (field: PlanField) => Sql

  constructor(question: PlanQuestion, around?: 'nothing') {
    this.#question = question
    const { freeTexts } = question.graph.dictionary
    for (const text of question.graph.dictionary.listedTexts()) freeTexts.code(text)
    this.#levels = new ProgramLevels(question.roots, around)
    const inColumns = around === 'nothing' || question.ownAlone === true
    this.#spread = inColumns && this.#levels.size <= mostSpread
    this.#answer = inColumns ? (field) => sql`${alias[around === 'nothing' ? 'members' : 'household']}.${sql.ref(answerName(field))}` : (field) => answerIn(answersOf[field.place])(field)
    if (this.#levels.size > mostColumns) throw new NotInSql('rules of more steps than a statement can hold')
  }

  statement(): Sql {
    const { roots, source, besides = [] } = this.#question
    const asked = roots.filter((node) => !isConstant(node))
    const [own, ofMembers] = [asked.filter((node) => rowScope(node) === 'household'), asked.filter((node) => rowScope(node) === 'members')]
    if (own.length + ofMembers.length < asked.length) throw new Error('A root is of the household or of members')
    const arrays = ofMembers.length === 0 ? sql`` : sql` cross join lateral (select ${sql.join(ofMembers.map((node) => sql`array_agg(${this.#told(node)} order by ord) as ${column(node)}`))} from (${this.#rows('members', source.members, ofMembers)}) m) r`
    const columns = [sql`h.id`, ...besides.map((name) => sql`h.${sql.ref(name)}`), sql`${this.#regular()} as regular`, ...own.map((node) => sql`${this.#told(node)} as ${column(node)}`), ...ofMembers.map((node) => sql`r.${column(node)}`)]
    return sql`select ${sql.join(columns)} from (${this.#rows('household', source.households, [...own, ...ofMembers])}) h${arrays}`
  }

  membersTold({ graph, over, kinds }: MembersQuestion, members: Sql): Sql {
    const shared = kinds === undefined && over.every(isAny) ? conditionsShared(over.flatMap(({ inputs }) => inputs)) : undefined
    const matters = shared ? sql` where ${allOf(this.#checks('members'))} is not true or ${sql.join(shared.map((node) => this.#read(node)), sql` or `)}` : sql``
    return sql`select m.household_id, ${toldOf(graph)} as told from (${this.#rows('members', membersRead(graph, members), shared ?? [])}) m${matters}`
  }

  /** Where nobody asks how many there are, members of whom nothing is so are left out. */
  ofMembers({ over, kinds = [] }: MembersQuestion, members: Sql, keep: string): Sql {
    const rows = this.#rows('members', members, [...over.flatMap(({ inputs }) => inputs), ...kinds])
    const any = anyBits(over.filter(isAny).flatMap((node) => node.inputs.map((input) => this.#input(node, input))))
    const others = over.filter((node) => !isAny(node)).flatMap((node) => node.inputs.map((input) => [inputOf(node), this.#input(node, input)] as const))
    const found = [['members_regular', allOf(this.#checks('members'))] as const, ...any, ...others, ...kinds.map((node) => [nameOf(node), this.#read(node)] as const)]
    return sql`select m.${sql.ref(keep)}, ${sql.join(found.map(([name, value]) => sql`${value} as ${sql.ref(name)}`))} from (${rows}) m ${apart}`
  }

  /** A member of whom nothing is so is as none, where nobody asks anything else. */
  members({ over, kinds, graph, moment }: MembersQuestion, members: Sql): HouseholdsTold {
    const others = over.filter((node) => !isAny(node))
    const any = anyBits(over.filter(isAny).map(() => sql`null`)).map(([name]) => name)
    const combinations = kindNames(kinds ?? []).map((name, number) => [name, (kinds ?? []).map((node, place) => sql`m.${column(node)} is ${sql.raw((number >> place) % 2 === 1 ? '' : 'not')} true`)] as const)
    const found = [
      ...(kinds === undefined ? [] : [['members', sql`count(*)`] as const]),
      ...others.map((node) => [nameOf(node), nodeSql({ node, graph, moment, inputs: [sql`m.${sql.ref(inputOf(node))}`], own: this.#own })] as const),
      ...combinations.map(([name, bits]) => [name, sql`count(*) filter (where ${sql.join(bits, sql` and `)})`] as const),
    ]
    const matters = found.length === 0 ? sql` where ${noneOfThem(any)} is not true` : sql``
    const anyFound = any.map((name) => [name, sql`bit_or(m.${sql.ref(name)})`] as const)
    return {
      rows: sql`
        select m.household_id, bool_and(m.members_regular) as members_regular${sql.join([...anyFound, ...found].map(([name, value]) => sql`, ${value} as ${sql.ref(name)}`), sql``)}
        from (${members}) m${matters} group by m.household_id`,
      columns: [['members_regular', sql`coalesce(members_regular, true)`], ...any.map((name) => [name, sql`coalesce(${sql.ref(name)}, 0)`] as const), ...found.map(([name]) => [name, sql.ref(name)] as const)],
    }
  }

  #told(node: Node): Sql {
    return mayBeAnyText(node) ? this.#text(node) : this.#read(node)
  }

  /** Rows of a scope with the columns that some nodes read of it, each level a select around the one before. */
  #rows(scope: RowScope, base: Sql, wanted: readonly Node[]): Sql {
    const levels = Map.groupBy(this.#levels.columnsOf(wanted, scope), (node) => this.#levels.levelOf(node))
    let rows = base
    for (const level of [...levels.keys()].toSorted((a, b) => a - b)) rows = this.#level(scope, rows, levels.get(level) ?? [])
    return rows
  }

  /** Kept apart, the database does not write an inner column out wherever it is read. */
  #level(scope: RowScope, rows: Sql, nodes: readonly Node[]): Sql {
    const from = alias[scope]
    const own = nodes.filter((node) => !isReduction(node)).map((node) => sql`${this.#say(node)} as ${column(node)}`)
    const lists = [...Map.groupBy(nodes.filter(isReduction), ({ detail }) => JSON.stringify(detail)).values()].map((over, index) => ({ over, name: sql.raw(`r${index}`) }))
    const laterals = lists.map(({ over, name }) => sql` cross join lateral (${this.#reduced(over)}) ${name}`)
    const found = lists.flatMap(({ over, name }) => over.map((node) => sql`${name}.${column(node)}`))
    return sql`select ${sql.join([sql`${from}.*`, ...own, ...found])} from (${rows}) ${from}${sql.join(laterals, sql``)}${this.#spread ? sql`` : sql` ${apart}`}`
  }

  #reduced(over: readonly Node[]): Sql {
    const [first] = over
    if (first?.detail.kind !== 'list') throw new Error('A reduction looks over a list')
    const { list } = first.detail
    const inputs = over.flatMap((node) => node.inputs)
    return sql`select ${sql.join(over.map((node) => sql`${this.#say(node)} as ${column(node)}`))} from (${this.#rows(list.scope, this.#base(list), inputs)}) ${alias[list.scope]}`
  }

  #base({ scope, history }: List): Sql {
    const { source } = this.#question
    return scope === 'members' ? source.members : entriesSql(source, this.#recorded(history), scope === 'entries' ? 'household' : 'member')
  }

  #recorded(history: number | undefined): Recorded {
    const recorded = this.#question.graph.dictionary.histories[history ?? -1]
    if (!recorded) throw new Error('The dictionary has no such history')
    return recorded
  }

  #read(node: Node): Sql {
    return this.#levels.hasColumn(node) ? sql`${alias[rowScope(node)]}.${column(node)}` : this.#say(node)
  }

  readonly #text = (node: Node): Sql => sql`(${textSql(node, { graph: this.#question.graph, read: (input) => this.#read(input), answer: this.#answerText })})`

  readonly #answerText = ({ detail }: Node): Sql => {
    if (detail.kind !== 'answer') throw new Error('An answer has a position')
    const { place, index } = detail.position
    if (place !== 'entries' && place !== 'memberEntries') return this.#answer(this.#question.graph.dictionary.fieldAt(place, index))
    return historyFieldIds[index] === 'standard' ? sql`e.standard` : recordedTextSql(sql`e.value`)
  }

  /** An aggregate over nothing of the rows it looks over would be one of the select around it. */
  #input(node: Node, input: Node): Sql {
    const read = this.#read(input)
    return node.detail.kind === 'list' && rowScope(input) !== node.detail.list.scope ? sql`case when ord is not null then ${read} end` : read
  }

  #say(node: Node): Sql {
    const { graph, moment } = this.#question
    if (node.op === 'equal' && node.inputs.every(mayBeAnyText)) return sql`(${sql.join(node.inputs.map(this.#text), sql` is not distinct from `)})`
    const compared = this.#spread ? this.#comparedText(node) : undefined
    if (compared) return compared
    return nodeSql({ node, graph, moment, inputs: node.inputs.map((input) => this.#input(node, input)), own: this.#own })
  }

  /** A code that is written where it is read, compared with codes of the rules: as its text with their texts, for finding its number takes longer. */
  #comparedText({ op, inputs, detail }: Node): Sql | undefined {
    const [code, other] = op === 'equal' && inputs[0] && isConstant(inputs[0]) ? [inputs[1], inputs[0]] : inputs
    const codes = op === 'oneOf' && detail.kind === 'codes' ? detail.codes : op === 'equal' && other && isConstant(other) ? [valueOf(other)] : undefined
    if (!code || !codes || code.detail.kind !== 'answer' || code.detail.name !== 'code' || !isOfRecord(code.detail.position.place)) return undefined
    const { place, index } = code.detail.position
    const { dictionary } = this.#question.graph
    const field = dictionary.fieldAt(place, index)
    return field.encoding.kind === 'text' && field.encoding.domain !== undefined ? isOneOfSql(this.#answer(field), codes, dictionary.texts(field.encoding.domain).texts()) : undefined
  }

  readonly #own = (node: Node): Sql => {
    if (node.op === 'complete') return sql`h.complete`
    if (node.op === 'since') return sinceSql
    if (node.op === 'listed') return sql`e.listed`
    const { detail } = node
    if (detail.kind !== 'answer') throw new Error('An answer has a position')
    const { place, index } = detail.position
    const { dictionary } = this.#question.graph
    if (place === 'entries' || place === 'memberEntries') return this.#ofEntry(index, detail.name, node.history)
    return answerSql({ read: this.#answer, dictionary }, dictionary.fieldAt(place, index), detail.name)
  }

  #ofEntry(index: number, name: AnswerLane, history: number | undefined): Sql {
    const { dictionary } = this.#question.graph
    const field = historyFieldIds[index]
    if (field === 'standard') return textCodeSql(sql`e.standard`, dictionary)
    if (field !== 'value') return sql`e.${sql.ref(`${name}${index}`)}`
    const lane = recordedValueSql(sql`e.value`, dictionary, dictionary.codesListed(history ?? -1))[name]
    if (!lane) throw new Error(`The value of an earlier decision has no lane ${name}`)
    return lane
  }

  /** That lanes hold exactly the answers of some places that the graph looks at. */
  #checks(...places: readonly (keyof typeof answersOf)[]): readonly Sql[] {
    const { graph: { dictionary, nodes } } = this.#question
    const fields = [...new Set(nodes.flatMap(({ detail }) => (detail.kind === 'answer' && detail.position.place !== 'entries' && detail.position.place !== 'memberEntries' ? [dictionary.fieldAt(detail.position.place, detail.position.index)] : [])))]
    return fields.filter(({ place }) => places.includes(place)).flatMap((field) => regularSql({ read: this.#answer, dictionary }, field) ?? [])
  }

  /** Whether lanes hold exactly everything that the graph looks at. */
  #regular(): Sql {
    const { graph: { dictionary, nodes }, source, ownAlone } = this.#question
    if (ownAlone) return allOf(this.#checks('household'))
    const ofMembers = this.#checks('members')
    const entries = [...new Set(nodes.flatMap(({ scope, history }) => (history === undefined ? [] : [`${scope} ${history}`])))].map((key) => {
      const [scope, history] = key.split(' ')
      const regular = sql`select coalesce(bool_and(${regularValueSql(sql`e.value`, dictionary, dictionary.codesListed(Number(history)))}), true) from (${entriesSql(source, this.#recorded(Number(history)), scope === 'entries' ? 'household' : 'member')}) e`
      return scope === 'entries' ? sql`(${regular})` : sql`(select coalesce(bool_and((${regular})), true) from (${source.members}) m)`
    })
    const members = ofMembers.length === 0 ? [] : [sql`(select coalesce(bool_and(${allOf(ofMembers)}), true) from (${source.members}) m)`]
    return allOf([...this.#checks('household', 'unit'), ...members, ...entries])
  }
}

const isAny = ({ op }: Node): boolean => op === 'any'

/** What a reduction looks over, as a column of each member. */
const inputOf = (node: Node): string => `of_${nameOf(node)}`

const allOf = (bits: readonly Sql[]): Sql => (bits.length === 0 ? sql`true` : sql`(${sql.join(bits, sql` and `)})`)

const isOfRecord = (place: AnswerPosition['place']): place is keyof typeof answersOf => place !== 'entries' && place !== 'memberEntries'

const answersOf = { household: sql`h.household`, unit: sql`h.unit`, members: sql`m.answers` } as const
