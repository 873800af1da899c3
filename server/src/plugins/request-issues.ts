import type { Issue, Text } from '@tieuchi/runtime'
import type { FastifySchemaValidationError } from 'fastify/types/schema.js'

const partNames: Readonly<Record<string, Text>> = {
  body: { vi: 'nội dung gửi lên', en: 'the content sent' },
  querystring: { vi: 'phần hỏi của địa chỉ', en: 'the query of the address' },
  params: { vi: 'địa chỉ', en: 'the address' },
  headers: { vi: 'tiêu đề', en: 'the headers' },
  line: { vi: 'dòng này', en: 'this line' },
}

const typeNames: Readonly<Record<string, Text>> = {
  string: { vi: 'một chuỗi ký tự', en: 'text' },
  integer: { vi: 'một số nguyên', en: 'a whole number' },
  number: { vi: 'một số', en: 'a number' },
  boolean: { vi: 'có hoặc không (true hoặc false)', en: 'true or false' },
  object: { vi: 'một nhóm trường', en: 'an object' },
  array: { vi: 'một danh sách', en: 'a list' },
}

type Describe = (place: Text, params: Readonly<Record<string, unknown>>) => Text

/** A sentence after the name of the place. */
const says = (vi: string, en: string): Describe => (place) => ({ vi: `${place.vi} ${vi}`, en: `${place.en} ${en}` })

const limited = (vi: string, en: string): Describe => (place, { limit }) => says(vi.replace('#', String(limit)), en.replace('#', String(limit)))(place, {})

const messages: Readonly<Record<string, Describe>> = {
  required: says('bị thiếu; hãy bổ sung.', 'is missing; add it.'),
  additionalProperties: says('không phải trường được biết; hãy bỏ đi.', 'is not a known field; leave it out.'),
  type: (place, { type }) => {
    const expected = typeNames[String(type)] ?? { vi: String(type), en: String(type) }
    return says(`phải là ${expected.vi}.`, `must be ${expected.en}.`)(place, {})
  },
  anyOf: (place, { allowed }) => {
    const values = Array.isArray(allowed) ? allowed.join(', ') : ''
    return says(`phải là một trong: ${values}.`, `must be one of: ${values}.`)(place, {})
  },
  pattern: (place, { pattern }) =>
    says(`không đúng dạng; ngày ghi như 2026-06-01, các mã khác theo mẫu ${String(pattern)}.`, `does not have the expected form; a date is written 2026-06-01, other codes follow ${String(pattern)}.`)(place, {}),
  minimum: limited('phải từ # trở lên.', 'must be at least #.'),
  maximum: limited('phải từ # trở xuống.', 'must be at most #.'),
  minLength: limited('phải có ít nhất # ký tự.', 'must have at least # characters.'),
  maxLength: limited('không được dài quá # ký tự.', 'must have at most # characters.'),
}

const other = says('không hợp lệ; xem giá trị cho phép ở /api/docs.', 'is not valid; see the allowed values at /api/docs.')

/** Fastify's findings about a request as issues that name the field in both languages. */
export function requestIssues(findings: readonly FastifySchemaValidationError[], part: string): Issue[] {
  return findings.filter(({ keyword }) => keyword !== 'const').map((finding) => {
    const path = findingPath(finding)
    const params = { ...finding.params, ...(finding.keyword === 'anyOf' ? { allowed: allowedAt(findings, finding.instancePath) } : {}) }
    return {
      code: `request_${finding.keyword}`,
      severity: 'error',
      path,
      params: { part, ...params },
      message: (messages[finding.keyword] ?? other)(placeName(path, part), params),
    }
  })
}

const allowedAt = (findings: readonly FastifySchemaValidationError[], instancePath: string): unknown[] =>
  findings.flatMap((finding) => (finding.keyword === 'const' && finding.instancePath === instancePath ? [finding.params['allowedValue']] : []))

function placeName(path: readonly (string | number)[], part: string): Text {
  const { vi, en } = partNames[part] ?? { vi: part, en: part }
  if (path.length === 0) return { vi: capital(vi), en: capital(en) }
  const field = path.join('.')
  return { vi: `“${field}” trong ${vi}`, en: `“${field}” in ${en}` }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

function findingPath({ instancePath, keyword, params }: FastifySchemaValidationError): (string | number)[] {
  const path = instancePath.split('/').slice(1).map(readSegment)
  const property = keyword === 'required' ? params['missingProperty'] : params['additionalProperty']
  return typeof property === 'string' ? [...path, property] : path
}

function readSegment(segment: string): string | number {
  const name = segment.replaceAll('~1', '/').replaceAll('~0', '~')
  return /^\d+$/.test(name) ? Number(name) : name
}
