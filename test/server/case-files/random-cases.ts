import { assumableResults, expectableResults, type Answer, type Answers, type Assembly, type CaseDocument, type FieldSchema, type HistoryEntry, type Literal, type MemberAnswers } from '@tieuchi/runtime'
import fc from 'fast-check'

interface Kind {
  readonly type: string | undefined
  readonly codes: readonly string[]
  readonly partial?: boolean
}

const days = fc.integer({ min: 0, max: 60 * 365 }).map((after) => new Date(Date.UTC(1985, 0, 1 + after)).toISOString().slice(0, 10))

/** Texts that look like other things in a cell. */
const texts = fc.oneof(fc.constantFrom('Thôn 1', '=1+1', 'có', '12', '1.500.000', '01/02/2026', '2026-01-01', 'không có mục nào', 'a; b', 'Xóm “Đông”'), fc.string({ minLength: 1 }).map((text) => text.trim()).filter((text) => text !== ''))

const numbers = fc.oneof(fc.integer({ min: -1000, max: 10_000_000 }), fc.integer({ min: 1, max: 99_999 }).map((hundredths) => hundredths / 100))

const literalOf = ({ type, codes, partial = false }: Kind): fc.Arbitrary<Literal> => {
  if (type === 'boolean') return fc.boolean()
  if (type === 'number') return numbers
  if (type === 'date') return partial ? fc.oneof(days, days.map((day) => day.slice(0, 7)), days.map((day) => day.slice(0, 4))) : days
  if (codes.length > 0) return fc.constantFrom(...codes)
  return type === undefined ? fc.oneof(fc.boolean(), numbers) : texts
}

const answerOf = (kind: Kind): fc.Arbitrary<Answer> => (kind.type === 'list' ? fc.subarray([...kind.codes]) : literalOf(kind))

/** What is given or expected of a result: several codes are one text. */
const resultOf = (kind: Kind): fc.Arbitrary<Literal> =>
  fc.oneof({ weight: 4, arbitrary: kind.type === 'list' ? fc.subarray([...kind.codes]).map((codes) => codes.toSorted().join(', ')) : literalOf(kind) }, fc.constantFrom('undetermined', 'not_applicable'))

const kindOfField = ({ lists }: Assembly, schema: FieldSchema): Kind => ({
  type: { integer: 'number', number: 'number', boolean: 'boolean', array: 'list', string: schema.format === 'date' || schema.format === 'partial-date' ? 'date' : 'text' }[schema.type],
  codes: lists.get(schema['x-list'] ?? '')?.entries.map(({ code }) => code) ?? [], partial: schema.format === 'partial-date',
})

/** Some of the values, under their names. */
const someOf = <T>(values: readonly (readonly [string, fc.Arbitrary<T>])[]): fc.Arbitrary<Readonly<Record<string, T>>> =>
  fc.subarray([...values], { maxLength: Math.min(8, values.length) }).chain((chosen) => fc.record(Object.fromEntries(chosen)))

const answers = (assembly: Assembly, place: 'household' | 'members' | 'unit'): fc.Arbitrary<Answers> =>
  someOf([...assembly.fields.values()].filter((field) => field.place === place).map(({ id, schema }) => [id, answerOf(kindOfField(assembly, schema))] as const))

interface Result {
  readonly name: string
  readonly type: string | undefined
  readonly list?: string | undefined
  readonly codes?: readonly { readonly code: string }[]
  readonly ofMembers: boolean
}

const kindOfResult = ({ lists }: Assembly, { type, list, codes }: Result): Kind => ({ type, codes: (codes ?? lists.get(list ?? '')?.entries ?? []).map(({ code }) => code) })

/** Results of the household, and those of members for one or more of them. */
const named = (assembly: Assembly, results: readonly Result[], members: readonly string[]): fc.Arbitrary<CaseDocument['expect']> =>
  someOf(results.filter(({ ofMembers }) => !ofMembers || members.length > 0).map((result): readonly [string, fc.Arbitrary<CaseDocument['expect'][string]>] => {
    const literal = resultOf(kindOfResult(assembly, result))
    return [result.name, result.ofMembers ? fc.subarray([...members], { minLength: 1 }).chain((ids) => fc.record(Object.fromEntries(ids.map((id) => [id, literal])))) : literal]
  }))

const optional = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(arbitrary, { nil: undefined })

const decision = (assembly: Assembly): fc.Arbitrary<HistoryEntry> => {
  const outcomes = [[assembly.programme, assembly.pieces] as const, ...[...assembly.dependencies].map(([programme, { pieces }]) => [programme, pieces] as const)].flatMap(([programme, pieces]) =>
    [...pieces.values()].flatMap((each) => (each.programme === programme && each.piece.kind === 'outcome' ? [{ programme, piece: each.piece }] : [])))
  return fc.constantFrom(...outcomes).chain(({ programme, piece }) => {
    const result = assumableResults(assembly).find(({ name }) => name === `${programme}.${piece.id}`)
    const value = result ? optional(answerOf(kindOfResult(assembly, result))) : fc.constant(undefined)
    return fc.record({ programme: fc.constant(programme), outcome: fc.constant(piece.id), layer: fc.constantFrom('national', 'local' as const), value, from: days, to: optional(days), decided_on: optional(days), standard: optional(fc.constantFrom('2022', '2027')), member: optional(fc.constantFrom('a', 'm1')) }, { requiredKeys: ['programme', 'outcome', 'layer', 'from'] })
      .map((entry) => JSON.parse(JSON.stringify(entry)) as HistoryEntry)
  })
}

/** Any case that can be written for a release. */
export const randomCase = (assembly: Assembly): fc.Arbitrary<CaseDocument> => {
  const roster = fc.uniqueArray(fc.constantFrom('a', 'b', 'm1', 'm7'), { maxLength: 3 })
  return optional(roster).chain((ids) => {
    const members: fc.Arbitrary<readonly MemberAnswers[] | undefined> = ids === undefined ? fc.constant(undefined) : fc.tuple(...ids.map((id) => answers(assembly, 'members').map((own): MemberAnswers => ({ ...own, id }))))
    const moment = fc.oneof(days.map((at) => ({ at })), fc.tuple(days, days, days).map(([law, facts, unit]) => ({ moment: { law_at: law, facts_at: facts, unit_at: unit } })))
    return fc.tuple(
      fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz234567'), minLength: 10, maxLength: 10 }), texts, texts, moment,
      fc.record({ household: answers(assembly, 'household'), members, members_complete: ids === undefined ? fc.constant(undefined) : fc.constantFrom(undefined, false), unit: answers(assembly, 'unit'), history: optional(fc.array(decision(assembly), { maxLength: 3 })), history_from: optional(days) }),
      named(assembly, assumableResults(assembly), ids ?? []), named(assembly, expectableResults(assembly), ids ?? []),
    ).map(([id, vi, en, dates, given, assume, expected]) => JSON.parse(JSON.stringify({ id, title: { vi, en }, ...dates, given, ...(Object.keys(assume).length > 0 && { assume }), expect: expected })) as CaseDocument)
  })
}
