import { validateDocument } from '@tieuchi/runtime/validation/server'
import { describe, expect, it } from 'vitest'
import { dogReleases } from '../support/dog-licences.ts'

const release = dogReleases[0]?.release

const table = release?.logic.findIndex(({ kind }) => kind === 'table') ?? -1

type Path = readonly (string | number)[]

/** A copy of some JSON with a value put at a path; undefined takes it out. */
function changed(value: unknown, [step, ...rest]: Path, put: unknown): unknown {
  if (step === undefined) return put
  if (Array.isArray(value)) return value.map((each: unknown, index) => (index === step ? changed(each, rest, put) : each))
  return { ...Object(value), [step]: changed(Object(value)[step], rest, put) }
}

const told = (path: Path, put: unknown) => validateDocument('release', JSON.parse(JSON.stringify(changed(release, path, put)))).map((issue) => [issue.path.join('/'), issue.message.vi])

describe('What does not fit the schema of a document is told', () => {
  it.each<readonly [string, Path, unknown, string, string]>([
    ['a code that is none', ['parameters', 'least_garden', 'certainty'], 'sure', 'parameters/least_garden/certainty', '“certainty” phải là một trong: seen, known, assumed, open.'],
    ['a name that has no place', ['note'], 'x', '', 'Tài liệu không được có mục “note”; hãy xoá hoặc sửa tên mục này.'],
    ['a name that is missing', ['changelog'], undefined, '', 'Tài liệu thiếu mục “changelog”; hãy thêm mục này.'],
    ['a value of another type', ['legal_basis'], '01/2026', 'legal_basis', '“legal_basis” phải là một danh sách [ … ].'],
    ['an id with capitals', ['cases', 0, 'id'], 'CASE', 'cases/0/id', '“id” phải gồm đúng 10 ký tự a–z và 2–7.'],
    ['a list without elements', ['logic', table, 'outputs'], [], `logic/${table}/outputs`, '“outputs” cần ít nhất 1 phần tử.'],
  ])('by its name and what it has to be: %s', (_name, path, put, place, words) => {
    expect(told(path, put)).toContainEqual([place, words])
  })

  it('of a piece by the kind that is meant, not by every kind there is', () => {
    expect(told(['logic', table, 'hit'], 'last')).toEqual([[`logic/${table}/hit`, '“hit” phải là một trong: first, unique, collect, sum, max.']])
    expect(told(['logic', table, 'rows', 0, 'than'], 'x')).toEqual([[`logic/${table}/rows/0`, '“rows”, phần tử 1 không được có mục “than”; hãy xoá hoặc sửa tên mục này.']])
    expect(told(['logic', table, 'title'], undefined)).toEqual([[`logic/${table}`, `“logic”, phần tử ${table + 1} thiếu mục “title”; hãy thêm mục này.`]])
  })

  it('of a kind that is none, once, with the kinds there are', () => {
    expect(told(['logic', table, 'kind'], 'poem')).toEqual([[`logic/${table}/kind`, '“kind” phải là một trong: fact, condition, table, rules, outcome, entitlement.']])
  })
})
