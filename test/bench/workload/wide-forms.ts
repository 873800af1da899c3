import type { Answer, Answers, CommonDocument, FieldSchema, FormSection, LogicPiece, MemberAnswers, ProgrammeDocument, Release, Text, UnitDocument } from '@tieuchi/runtime'

/** Two made-up programmes whose forms are as large as any: one of many questions, one of many members with many questions each. */

const text = (words: string): Text => ({ vi: words, en: words })

const kinds: readonly ((label: Text) => FieldSchema)[] = [
  (label) => ({ type: 'integer', minimum: 0, 'x-unit': 'VND', 'x-label': label }),
  (label) => ({ type: 'boolean', 'x-label': label }),
  (label) => ({ type: 'string', 'x-list': 'grade', 'x-label': label }),
  (label) => ({ type: 'string', format: 'partial-date', 'x-label': label }),
  (label) => ({ type: 'string', maxLength: 200, 'x-label': label }),
]

const codes = ['a', 'b', 'c', 'd', 'e', 'f']

const sampleAnswer = (index: number): Answer => [1000 * index, index % 2 === 0, codes[index % codes.length] ?? 'a', `${1950 + (index % 60)}`, `Câu trả lời ${index}`][index % kinds.length] ?? true

const fieldsOf = (prefix: string, count: number): Readonly<Record<string, FieldSchema>> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`${prefix}_${index}`, (kinds[index % kinds.length] ?? kinds[0])?.(text(`Câu ${prefix} ${index}`))] as const).flatMap(([id, schema]) => (schema ? [[id, schema]] : [])))

export const questions = 200
export const memberCount = 30
/** Name and part stand beside the others. */
const memberQuestions = 13

const householdFields = fieldsOf('asked', questions)
const memberFields: Readonly<Record<string, FieldSchema>> = { name: { type: 'string', 'x-label': text('Họ tên') }, part: { type: 'string', 'x-list': 'grade', 'x-label': text('Vai') }, ...fieldsOf('each', memberQuestions) }

export const wideCommon: CommonDocument = {
  format: 1,
  register: { head: { field: 'part', value: 'a' }, name: 'name' },
  dictionary: {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    properties: {
      household: { type: 'object', properties: householdFields },
      members: { type: 'array', items: { type: 'object', properties: memberFields } },
      unit: { type: 'object', properties: {} },
    },
  },
  lists: [{ kind: 'list', id: 'grade', title: text('Bậc'), entries: codes.map((code) => ({ code, title: text(`Bậc ${code.toUpperCase()}`) })) }],
  facts: [],
}

const ruleCount = 40
const id = (name: string, index: number): string => `${name}${String.fromCodePoint(97 + Math.floor(index / 26), 97 + (index % 26))}`.padEnd(10, 'z').slice(0, 10)

/** Forty rules over the numbers and the members, their count, and a class by it. */
const logic: readonly LogicPiece[] = [
  {
    kind: 'rules',
    id: 'points',
    title: text('Điểm'),
    rules: Array.from({ length: ruleCount }, (_, index) => ({
      id: `point_${index}`,
      title: text(`Điểm ${index}`),
      conditions: { all: [{ id: id('leafone', index), fact: `asked_${5 * index}`, operator: 'greaterThanInclusive' as const, value: 1000 }, { id: id('leaftwo', index), fact: `owing_${index % memberQuestions}`, operator: 'greaterThanInclusive' as const, value: 0 }] },
      event: { type: 'point' },
    })),
  },
  ...Array.from({ length: memberQuestions }, (_, index): LogicPiece => ({
    kind: 'fact',
    id: `owing_${index}`,
    title: text(`Số người ${index}`),
    value: { count: 'members', where: { all: [{ id: id('countone', index), fact: 'each_1', operator: 'equal', value: true }, { id: id('counttwo', index), fact: 'each_0', operator: 'greaterThanInclusive', value: 1000 * index }] } },
  })),
  { kind: 'fact', id: 'score', title: text('Tổng điểm'), value: { countEvents: 'points' } },
  {
    kind: 'table',
    id: 'by_score',
    title: text('Xếp bậc'),
    hit: 'first',
    inputs: ['score'],
    outputs: ['grade_found'],
    rows: codes.map((code, index) => ({ id: id('tablerow', index), when: [index === codes.length - 1 ? null : { greaterThanInclusive: ruleCount - 8 * index }], then: [code] })),
  },
  { kind: 'outcome', id: 'grade_found', title: text('Bậc được xếp'), from: 'by_score', list: 'grade' },
]

const releaseOf = (programme: string, sections: readonly FormSection[]): Release => ({
  format: 1,
  programme,
  scope: 'national',
  title: text(`Quy định ${programme}`),
  legal_basis: [],
  changelog: text('Lần đầu.'),
  parameters: {},
  logic,
  forms: [{ kind: 'form', id: 'form', title: text('Phiếu'), sections }],
  cases: [],
})

const asked: FormSection = { id: 'askedpart2', title: text('Câu hỏi'), items: Object.keys(householdFields).map((field) => ({ kind: 'field', field })) }
const members: FormSection = {
  id: 'memberpart', title: text('Thành viên'),
  items: [{ kind: 'roster', id: 'rosterpart', columns: ['name', 'part', 'each_0', 'each_3'], items: Object.keys(memberFields).map((field) => ({ kind: 'field', field })) }],
}

const programme = (name: string): ProgrammeDocument => ({ format: 1, id: name, title: text(`Chương trình ${name}`), depends_on: [] })

const units: readonly UnitDocument[] = [
  { id: 'bench', spells: [{ code: '00', name: 'Tỉnh Thử Tải', kind: 'province' }], attributes: {} },
  { id: 'bench-one', spells: [{ code: '00001', name: 'Xã Thử Tải', kind: 'commune', parent: 'bench' }], attributes: {} },
]

export const wideRelease = releaseOf('wide-form', [asked, { ...members, id: 'memberprt2' }])

/** Both as packs: `wide-form` begins with two hundred questions, `long-roster` with the members. */
export const widePacks = {
  common: wideCommon,
  units,
  programmes: [
    { document: programme('wide-form'), releases: [{ folder: 'wide-form/1', release: wideRelease, valid_from: '2026-01-01' }] },
    { document: programme('long-roster'), releases: [{ folder: 'long-roster/1', release: releaseOf('long-roster', [members, { ...asked, id: 'askedpart3' }]), valid_from: '2026-01-01' }] },
  ],
}

/** Everything answered. */
export const wideAnswers: { readonly household: Answers; readonly members: readonly MemberAnswers[] } = {
  household: Object.fromEntries(Object.keys(householdFields).map((field, index) => [field, sampleAnswer(index)])),
  members: Array.from({ length: memberCount }, (_, number) => ({
    id: `member${number}`,
    name: `Người Thứ ${number}`,
    part: number === 0 ? 'a' : 'b',
    ...Object.fromEntries(Array.from({ length: memberQuestions }, (_none, index) => [`each_${index}`, sampleAnswer(index + kinds.length * number)])),
  })),
}
