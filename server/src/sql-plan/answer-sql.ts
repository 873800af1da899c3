import { entryTypes, type AnswerEncoding, type AnswerLane, type NumberScale, type PlanDictionary, type PlanField } from '@tieuchi/runtime/plan'
import { sql } from 'kysely'
import { codesOfText, type Sql } from './day-sql.ts'
import { NotInSql } from './not-in-sql.ts'

/** Where answers are read, as `answerIn` tells of each, and the dictionary that codes them. */
export interface AnswerSource {
  readonly read: (field: PlanField) => Sql
  readonly dictionary: PlanDictionary
}

/** Whether lanes are made of an answer as it stands; of any other as text, which is compared in a fraction of the time. */
export const isJson = ({ kind }: AnswerEncoding): boolean => kind === 'codes'

/** An answer of a JSON object as lanes are made of it. Yes and no are told as they are written in JSON, where no text is written like them. */
export const answerIn = (answers: Sql) => ({ id, encoding }: PlanField): Sql =>
  (isJson(encoding) ? sql`(${answers}->${id}::text)` : encoding.kind === 'yesNo' ? sql`((${answers}->${id}::text)::text)` : sql`(${answers}->>${id}::text)`)

const infinity = sql`'infinity'::float8`
const belowAll = sql`'-infinity'::float8`

const isTrue = (bit: Sql): Sql => sql`coalesce(${bit}, false)`

/** The codes of texts, from 1; a text that is none of them has the next code. */
const codeOf = (text: Sql, texts: readonly string[], others: number): Sql =>
  sql`case when ${text} is null then 0 else coalesce(array_position(${[...texts]}::text[], ${text}), ${sql.lit(others)}) end`

/** Whether a text has one of some codes among those of its list, 0 while it is not known; of a text that is in no list the household goes to the interpreter. */
export const isOneOfSql = (text: Sql, codes: readonly number[], texts: readonly string[]): Sql => {
  const named = codes.flatMap((code) => texts[code - 1] ?? [])
  const unknown = codes.includes(0)
  if (named.length === 0) return unknown ? sql`(${text} is null)` : sql`false`
  return sql`coalesce(${named.length === 1 ? sql`${text} = ${named[0]}::text` : sql`${text} = any(${named}::text[])`}, ${sql.lit(unknown)})`
}

const wholesOf = (number: Sql, { scale }: Pick<NumberScale, 'scale'>): Sql => sql`round(${number} * ${sql.lit(scale)})`

type Lanes = Readonly<Partial<Record<AnswerLane, Sql>>>

const numberLanes = (number: Sql, scale: NumberScale): Lanes => {
  const end = (limit: number | undefined, open: Sql): Sql => (limit === undefined ? open : sql`${limit}::float8`)
  return { from: sql`coalesce(${wholesOf(number, scale)}, ${end(scale.least, belowAll)})`, to: sql`coalesce(${wholesOf(number, scale)}, ${end(scale.greatest, infinity)})` }
}

const dateLanes = (text: Sql): Lanes => {
  const { from, to } = codesOfText(text)
  return { from: sql`coalesce(${from}, ${belowAll})`, to: sql`coalesce(${to}, ${infinity})` }
}

/** What a personal number says: the fourth digit the century and the sex, the next two the year. */
const personalNumberLanes = (text: Sql): Lanes => {
  const ten = sql`${text} ~ '^[0-9]{12}$'`
  const digit = sql`substr(${text}, 4, 1)::integer`
  const year = sql`(1900 + 100 * (${digit} / 2) + substr(${text}, 5, 2)::integer)::float8`
  return {
    sex: sql`case when ${ten} then 1 + ${digit} % 2 else 0 end`,
    from: sql`case when ${ten} then ${year} else ${belowAll} end`,
    to: sql`case when ${ten} then ${year} else ${infinity} end`,
  }
}

const codesLane = (json: Sql, texts: readonly string[], name: AnswerLane): Sql => {
  if (name === 'asked') return sql`${json} is not null`
  const text = texts[Number(name.slice('has'.length))]
  if (text === undefined) throw new Error(`No code has the lane ${name}`)
  return isTrue(sql`${json} ? ${text}::text`)
}

/** A column that an answer has alone, as lanes are made of it. */
export const answerName = ({ id }: PlanField): string => `answer_${id}`

/** A lane of an answer to a question of the dictionary. */
export const answerSql = ({ read, dictionary }: AnswerSource, field: PlanField, name: AnswerLane): Sql => {
  const { encoding } = field
  if (encoding.kind === 'codes') return codesLane(read(field), dictionary.texts(encoding.domain).texts(), name)
  const lane = lanesOf(encoding, read(field), dictionary)[name]
  if (!lane) throw new Error(`The question ${field.id} has no lane ${name}`)
  return lane
}

const lanesOf = (encoding: AnswerEncoding, answer: Sql, dictionary: PlanDictionary): Lanes => {
  if (encoding.kind === 'yesNo') return { yes: isTrue(sql`${answer} = 'true'`), no: isTrue(sql`${answer} = 'false'`) }
  if (encoding.kind === 'number') return numberLanes(sql`${answer}::float8`, encoding.scale)
  if (encoding.kind === 'date') return dateLanes(answer)
  if (encoding.kind === 'personalNumber') return personalNumberLanes(answer)
  if (encoding.kind !== 'text') throw new NotInSql(`answers of the kind ${encoding.kind}`)
  const texts = dictionary.texts(encoding.domain).texts()
  return { code: codeOf(answer, texts, encoding.domain === undefined ? texts.length + 1 : 0) }
}

/** Whether an answer is one that lanes hold exactly; another is for the interpreter. */
export const regularSql = ({ read, dictionary }: AnswerSource, field: PlanField): Sql | undefined => {
  const [{ encoding }, answer] = [field, read(field)]
  if (encoding.kind === 'yesNo') return sql`coalesce(${answer} in ('true', 'false'), true)`
  if (encoding.kind === 'number') return isRegular(sql`${answer}::float8`, encoding.scale)
  if (encoding.kind === 'text' && encoding.domain !== undefined) return sql`coalesce(${answer} = any(${[...dictionary.texts(encoding.domain).texts()]}::text[]), true)`
  return encoding.kind === 'codes' ? sql`coalesce(${answer} <@ ${JSON.stringify(dictionary.texts(encoding.domain).texts())}::jsonb, true)` : undefined
}

const isRegular = (number: Sql, scale: NumberScale): Sql => {
  const wholes = wholesOf(number, scale)
  return sql`coalesce(${wholes} / ${sql.lit(scale.scale)} = ${number} and ${wholes} between ${scale.from}::float8 and ${scale.to}::float8, true)`
}

/** Numbers of earlier decisions, whatever their question allows. */
const recordedNumbers = { scale: 10_000, limit: 1_000_000_000_000 } as const
const dayPattern = sql`'^[0-9]{4}-[0-9]{2}-[0-9]{2}$'`

/** A list of codes as the sum of 2 to the place of each. */
const listNumber = (value: Sql, codes: readonly string[]): Sql =>
  sql`(select coalesce(sum(power(2::float8, array_position(${[...codes]}::text[], listed.code) - 1)), 0) from (select distinct jsonb_array_elements_text(${value}) as code) listed)`

/** The value of an earlier decision, as JSON in a column, as its lanes; `codes` are those that lists are made of. */
export const recordedValueSql = (value: Sql, { freeTexts }: PlanDictionary, codes: readonly string[]): Lanes => {
  const text = sql`(${value} #>> '{}')`
  const isText = sql`jsonb_typeof(${value}) = 'string'`
  const isDay = sql`(${isText} and ${text} ~ ${dayPattern})`
  const wholes = wholesOf(sql`${text}::float8`, recordedNumbers)
  const day = codesOfText(text).from
  const type = (name: (typeof entryTypes)[number]) => sql.lit(entryTypes.indexOf(name) + 1)
  const between = (open: Sql): Sql => sql`case when jsonb_typeof(${value}) = 'number' then ${wholes} ${codes.length === 0 ? sql`` : sql`when jsonb_typeof(${value}) = 'array' then ${listNumber(value, codes)} `}when ${isDay} then ${day} else ${open} end`
  return {
    type: sql`case when ${isDay} then ${type('date')} else case jsonb_typeof(${value}) when 'boolean' then ${type('boolean')} when 'number' then ${type('number')} when 'string' then ${type('text')} when 'array' then ${type('list')} else 0 end end`,
    yes: isTrue(sql`${value} = 'true'::jsonb`),
    no: isTrue(sql`${value} = 'false'::jsonb`),
    from: between(belowAll),
    to: between(infinity),
    code: textCodeSql(recordedTextSql(value), { freeTexts }),
  }
}

/** Whether a recorded value is one that lanes hold exactly, a text one that a list or a rule names, a list one of `codes`. */
export const regularValueSql = (value: Sql, { freeTexts }: PlanDictionary, codes: readonly string[]): Sql => {
  const number = sql`(${value} #>> '{}')::float8`
  const { scale, limit } = recordedNumbers
  const text = recordedTextSql(value)
  return sql`case jsonb_typeof(${value}) when 'number' then ${isRegular(number, { scale, from: -limit, to: limit })} when 'string' then coalesce(${text} = any(${[...freeTexts.texts()]}::text[]), true) ${codes.length === 0 ? sql`` : sql`when 'array' then ${value} <@ ${JSON.stringify(codes)}::jsonb `}else true end`
}

/** The text of an earlier decision's value; none where it is no text. */
export const recordedTextSql = (value: Sql): Sql => sql`(case when jsonb_typeof(${value}) = 'string' and not (${value} #>> '{}') ~ ${dayPattern} then ${value} #>> '{}' end)`

export const textCodeSql = (text: Sql, { freeTexts }: Pick<PlanDictionary, 'freeTexts'>): Sql => codeOf(text, freeTexts.texts(), freeTexts.texts().length + 1)
