import type { OutputNumber, OutputText, OutputValue, PlanDictionary } from '@tieuchi/runtime/plan'
import { isConstant, valueOf, type Node } from '@tieuchi/runtime/plan'
import { sql } from 'kysely'
import type { Sql } from '../sql-plan/day-sql.ts'
import { mayBeAnyText } from '../sql-plan/text-sql.ts'
import { rootName } from '../sql-plan/plan-sql.ts'
import { NotInSql } from '../sql-plan/not-in-sql.ts'

/** How results of a statement's row `b` are read in the statement around it, as `decodeResult` reads them. */
export interface Outputs {
  readonly dictionary: PlanDictionary
}

const column = (node: Node): Sql => sql`b.${sql.ref(rootName(node))}`

/** A bit that was computed. */
export const bitSql = (node: Node): Sql => (isConstant(node) ? sql.lit(valueOf(node) !== 0) : column(node))

const numberSql = (node: Node): Sql => (isConstant(node) ? sql`${sql.raw(String(valueOf(node)))}::float8` : column(node))

/** A number that the row has, and whether that is certain. */
export interface NumberSql {
  readonly value: Sql
  readonly certain: Sql
}

const scaled = ({ number, divisor }: OutputNumber, scale: number): Sql => {
  const whole = sql`${numberSql(number)}::numeric`
  return divisor ? sql`${whole} / (${numberSql(divisor)}::numeric * ${sql.lit(scale)})` : scale === 1 ? whole : sql`${whole} / ${sql.lit(scale)}`
}

const meet = (from: OutputNumber, to: OutputNumber): Sql => {
  if (from.divisor === to.divisor) return sql`${numberSql(from.number)} = ${numberSql(to.number)}`
  const [left, right] = [from, to].map(({ divisor }) => (divisor ? sql`${numberSql(divisor)}::numeric` : sql`1`))
  return sql`${numberSql(from.number)}::numeric * ${right} = ${numberSql(to.number)}::numeric * ${left}`
}

const finite = (node: Node): Sql => (isConstant(node) ? sql.lit(Number.isFinite(valueOf(node))) : sql`${column(node)} not in ('infinity', '-infinity')`)

/** A fact as the number a household adds: nothing where it does not apply. */
export const amountSql = (value: OutputValue): NumberSql => {
  if (value.kind !== 'number') throw new NotInSql(`sums of what is ${value.kind}`)
  const never = bitSql(value.never)
  const known = sql`(not ${bitSql(value.perhaps)} and ${finite(value.from.number)} and ${finite(value.to.number)} and ${meet(value.from, value.to)})`
  return { certain: sql`(${never} or ${known})`, value: sql`case when ${never} then 0 when ${known} then ${scaled(value.from, value.scale)} end` }
}

const textSql = (text: OutputText, { dictionary }: Outputs): Sql => {
  if (text.kind === 'constant') return sql`${text.text}::text`
  if (isConstant(text.code)) return sql`${dictionary.texts(text.domain).text(valueOf(text.code))}::text`
  return mayBeAnyText(text.code) ? column(text.code) : sql`(${[...dictionary.texts(text.domain).texts()]}::text[])[${column(text.code)}]`
}

/** Rows with a `key`: null for the one where it is not known. */
const singleKey = (value: OutputValue, certain: Sql): Sql => sql`select case when not ${bitSql(value.perhaps)} then ${certain} end as key where not ${bitSql(value.never)}`

/** A select of a row for each key that a fact gives the household: none where it does not apply, one of null where it is not known. */
export const keysSql = (value: OutputValue, outputs: Outputs): Sql => {
  if (value.kind === 'truth') {
    const [yes, no, any] = [value.yes, value.no, value.any].map(bitSql)
    return singleKey(value, sql`case when ${any} then null when ${yes} and not ${no} then 'true' when ${no} and not ${yes} then 'false' end`)
  }
  if (value.kind === 'text') {
    const options = value.options.map(({ gate, text }) => ({ gate: bitSql(gate), text: textSql(text, outputs) }))
    const [only] = options
    const text = options.length === 1 && only ? sql`case when ${only.gate} then ${only.text} end`
      : sql`(select case when count(distinct o.text) = 1 then min(o.text) end from (values ${sql.join(options.map((option) => sql`(${option.gate}, ${option.text})`))}) o (gate, text) where o.gate)`
    return options.length === 0 ? singleKey(value, sql`null::text`) : singleKey(value, sql`case when not ${bitSql(value.any)} then ${text} end`)
  }
  if (value.kind !== 'codes') throw new NotInSql(`rows told apart by what is ${value.kind}`)
  const known = sql`(not ${bitSql(value.perhaps)} and not ${bitSql(value.any)} and ${bitSql(value.whole)})`
  const codes = value.options.map(({ text, certain }) => sql`(${text}::text, ${bitSql(certain)})`)
  const listed = codes.length === 0 ? sql`` : sql`select c.key from (values ${sql.join(codes)}) c (key, there) where ${known} and c.there union all `
  return sql`select k.key from (${listed}select null::text where not ${known}) k (key) where not ${bitSql(value.never)}`
}
