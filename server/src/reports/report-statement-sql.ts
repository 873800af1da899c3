import { questionRules, type BlockQuestion, type Figure, type Moment, type RowKey } from '@tieuchi/runtime'
import { Settling, valueNodes, type Node, type PlanProgram } from '@tieuchi/runtime/plan'
import { sql } from 'kysely'
import { standingFor, type AlikeGroups } from '../sql-plan/alike-sql.ts'
import { apart } from '../sql-plan/apart-sql.ts'
import type { Sql } from '../sql-plan/day-sql.ts'
import { planStatement } from '../sql-plan/plan-sql.ts'
import type { PlanSource } from '../sql-plan/plan-source.ts'
import { amountSql, bitSql, keysSql, type NumberSql } from './output-sql.ts'

/** A plan that answers a question. */
export interface ReportPlan {
  readonly program: PlanProgram
  readonly moment: Moment
}

/** A row of what the statement finds: figures of a block; or, where `block` is null, households that the interpreter must judge. */
export interface StatementRow {
  readonly block: string | null
  readonly unit: string
  readonly keys: readonly (string | null)[]
  readonly amounts: readonly number[]
  readonly open: readonly number[]
  readonly left: readonly (readonly string[])[] | null
}

/** Blocks that ask for the same figures stand in one statement, for each part of the households. */
export const reportStatements = (plan: ReportPlan, blocks: readonly BlockQuestion[], parts: readonly AlikeGroups[]): readonly Sql[] =>
  [...Map.groupBy(blocks, ({ figures }) => figures).entries()].flatMap(([figures, those]) => parts.map((part) => new StatementWriter(plan).statement(part, figures, those)))

/** The households of a source of which some figure of a block cannot be told, or not without knowing who their members are. */
export const openHouseholds = (plan: ReportPlan, blocks: readonly BlockQuestion[], source: PlanSource): Sql => new StatementWriter(plan).open(source, blocks)

/** A figure of a row. */
export interface FigurePlace {
  readonly block: BlockQuestion
  readonly figure: Figure
  readonly keys: readonly (string | null)[]
  /** Households of which it cannot be told, instead of those that are counted. */
  readonly open: boolean
}

/** A household that adds to a figure; what it adds, null where that cannot be told. `left` is one that the interpreter must judge. */
export interface CountedRow {
  readonly id: string
  readonly unit: string
  readonly left: boolean
  readonly value: number | null
}

/** The households that a figure counts, or of which it cannot be told, in the order of their ids, after one of them. */
export const countedStatement = (plan: ReportPlan, place: FigurePlace, parts: readonly AlikeGroups[], after: string | undefined, most: number): Sql => {
  const found = parts.map((part) => new StatementWriter(plan).counted(part, place))
  return sql`select c.* from (${sql.join(found, sql` union all `)}) c${after === undefined ? sql`` : sql` where c.id > ${after}::uuid`} order by c.id limit ${most}`
}

class StatementWriter {
  readonly #plan: ReportPlan

  constructor(plan: ReportPlan) {
    this.#plan = plan
  }

  /** What is found of one household of a group counts for each of the group. */
  statement(part: AlikeGroups, figures: readonly Figure[], blocks: readonly BlockQuestion[]): Sql {
    const { left, base } = this.#base(standingFor(part))
    const told = figures.map((figure) => this.#amount(figure))
    return sql`
      select r.block, a.unit_id as unit, r.keys, jsonb_agg(a.ids) filter (where r.block is null) as left,
        ${listOf(told.map(({ value, certain }) => sql`coalesce(sum(${value} * a.households) filter (where r.certain and ${certain}), 0)::float8`))} as amounts,
        ${listOf(told.map((amount) => sql`coalesce(sum(a.households) filter (where ${isOpen(amount)}), 0)::float8`))} as open
      from ${base} cross join lateral (
        select null::text as block, null::text[] as keys, false as certain where ${left}
        ${sql.join(blocks.map((block) => sql`union all ${this.#rows(block)} where not ${left}`), sql` `)}
      ) r join ${part.groups} a on a.standing_for = b.id
      group by r.block, a.unit_id, r.keys`
  }

  counted(part: AlikeGroups, { block, figure, keys, open }: FigurePlace): Sql {
    const { left, base } = this.#base(standingFor(part))
    const { value, certain } = this.#amount(figure)
    const adds = open ? isOpen({ value, certain }) : sql`(r.certain and ${certain} and ${value} <> 0)`
    return sql`
      select i.id, a.unit_id as unit, r.left, case when r.certain and ${certain} then (${value})::float8 end as value
      from ${base} cross join lateral (
        select null::text as block, null::text[] as keys, false as certain, true as left where ${left}
        union all select o.*, false as left from (${this.#rows(block)} where not ${left}) o
      ) r join ${part.groups} a on a.standing_for = b.id cross join lateral unnest(a.ids) i (id)
      where (r.left or (r.keys is not distinct from ${[...keys]}::text[] and ${adds}))`
  }

  open(source: PlanSource, blocks: readonly BlockQuestion[]): Sql {
    const { program: { graph, escape } } = this.#plan
    const settling = new Settling(graph)
    const asked = blocks.map((block) => ({ block, keys: settling.settled(block.keys.flatMap((key) => this.#nodesOfKey(key))), figures: block.figures.map((figure) => ({ amount: this.#amount(figure), settled: settling.settled(this.#nodesOf(figure)) })) }))
    const whole = settling.settled([escape])
    const { left, base } = this.#base(source, [whole, ...asked.flatMap(({ keys, figures }) => [keys, ...figures.map(({ settled }) => settled)])])
    const open = asked.flatMap(({ block, keys, figures }) => [
      sql`not ${bitSql(keys)}`,
      sql`exists (select from (${this.#rows(block)}) r (block, keys, certain) where ${sql.join(figures.map(({ amount, settled }) => sql`${isOpen(amount)} or not ${bitSql(settled)}`), sql` or `)})`,
    ])
    return sql`select b.id from ${base} where ${sql.join([left, sql`not ${bitSql(whole)}`, ...open], sql` or `)}`
  }

  /** Households as `b`, and which of them the interpreter must judge. */
  #base(source: PlanSource, besides: readonly Node[] = []): { readonly base: Sql; readonly left: Sql } {
    const { program: { graph, roots, escape }, moment } = this.#plan
    return { base: sql`(${planStatement({ graph, moment, roots: [...new Set([...roots, ...besides])], source })} ${apart}) b`, left: sql`(b.regular is not true or ${bitSql(escape)})` }
  }

  #nodesOf(figure: Figure): readonly Node[] {
    if (figure.kind === 'one') return []
    return figure.kind === 'fact' ? valueNodes(this.#fact(figure.fact)) : this.#nodesOfRule(figure.rule)
  }

  #nodesOfKey(key: RowKey): readonly Node[] {
    return key.kind === 'fact' ? valueNodes(this.#fact(key.fact)) : key.rows.flatMap(({ rule }) => this.#nodesOfRule(rule))
  }

  #nodesOfRule(id: string): readonly Node[] {
    const { certain, possible } = this.#rule(id, this.#plan.program.outputs)
    return [certain, possible]
  }

  #rows({ block, keys }: BlockQuestion): Sql {
    const rows = keys.map((key, index) => ({ name: sql.raw(`k${index}`), rows: this.#keys(key) }))
    const from = rows.length === 0 ? sql`` : sql` from ${sql.join(rows.map(({ name, rows: each }) => sql`(${each}) ${name}`), sql` cross join `)}`
    const certain = keys.flatMap((key, index) => (key.kind === 'rules' ? [sql`${sql.raw(`k${index}`)}.certain`] : []))
    return sql`select ${block}::text, ${rows.length === 0 ? sql`'{}'::text[]` : listOf(rows.map(({ name }) => sql`${name}.key`))}, ${certain.length === 0 ? sql`true` : sql.join(certain, sql` and `)}${from}`
  }

  #keys(key: RowKey): Sql {
    const { graph: { dictionary }, outputs } = this.#plan.program
    if (key.kind === 'fact') return keysSql(this.#fact(key.fact), { dictionary })
    const rows = key.rows.map(({ row, rule }) => ({ row, ...this.#rule(rule, outputs) }))
    return sql`select o.key, o.certain from (values ${sql.join(rows.map(({ row, certain, possible }) => sql`(${row}::text, ${bitSql(certain)}, ${bitSql(possible)})`))}) o (key, certain, possible) where o.possible`
  }

  #amount(figure: Figure): NumberSql {
    if (figure.kind === 'one') return { value: sql`1`, certain: sql`true` }
    if (figure.kind === 'fact') return amountSql(this.#fact(figure.fact))
    const { certain, possible } = this.#rule(figure.rule, this.#plan.program.outputs)
    return { value: sql`${bitSql(certain)}::integer`, certain: sql`(${bitSql(certain)} or not ${bitSql(possible)})` }
  }

  #rule(id: string, { rules }: PlanProgram['outputs']) {
    const rule = rules.find((each) => each.set === questionRules && each.id === id)
    if (!rule) throw new Error(`The plan has no rule ${id}`)
    return rule
  }

  #fact(id: string) {
    const fact = this.#plan.program.outputs.facts.find((each) => each.id === id)
    if (!fact) throw new Error(`The plan has no fact ${id}`)
    return fact.value
  }
}

/** That it cannot be told what a household adds to the row `r`. */
const isOpen = ({ value, certain }: NumberSql): Sql => sql`(not ${certain} or (not r.certain and ${value} <> 0))`

const listOf = (items: readonly Sql[]): Sql => sql`array[${sql.join(items)}]`
