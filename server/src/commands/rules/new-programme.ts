import { formatDate, type RegisterDocument, type Subject, type Text } from '@tieuchi/runtime'
import { inFolder } from '../../bundles/release-folder.ts'
import type { Documents } from '../../bundles/write-together.ts'
import { randomId } from '../../plugins/random-id.ts'

/** What a new programme is to be. */
export interface NewProgramme {
  readonly id: string
  readonly title: Text
  /** Whether the household gets it, or each member. */
  readonly of: Subject
  /** First day its first release is proposed for. */
  readonly from: string
  /** Id of the unit that is to have local rules; absent: national rules alone. */
  readonly unit?: string
  readonly register: RegisterDocument
}

/** Stands where a document of the law is to be named; nobody takes it for one. */
const openDocument = '[?]'

const openNote: Text = {
  vi: '[?] Chưa ghi căn cứ. Hãy thay ghi chú này bằng điều khoản của văn bản (citation), và bỏ “assumed”.',
  en: '[?] No law is named yet. Put the article (citation) in place of this note, and take “assumed” away.',
}

const openAmount: Text = {
  vi: '[?] Chưa có mức. Hãy ghi giá trị (value), căn cứ (citation), ngày đối chiếu (confirmed) và đổi certainty thành “seen”.',
  en: '[?] No amount yet. Write the value, its citation and the day it was compared (confirmed), and make the certainty “seen”.',
}

/** Folders of a new programme and everything in them, by path from its own folder. */
export const newProgrammeFiles = (asked: NewProgramme): Documents => ({
  'programme.json': { format: 1, id: asked.id, title: asked.title, depends_on: [] },
  'additions.json': additionsOf(asked),
  ...inFolder(releaseFolder(asked), releaseFiles(asked)),
  ...(asked.unit !== undefined && inFolder(localFolder(asked, asked.unit), localFiles(asked, asked.unit))),
})

/** The folder of its first release, by month. */
export const releaseFolder = ({ from }: NewProgramme): string => from.slice(0, 7)

/** The folder of its local rules. */
export const localFolder = ({ from }: NewProgramme, unit: string): string => `${unit}-${from.slice(0, 7)}`

/** The question that decides; everybody's dictionary grows by it. */
export const newField = ({ id }: Pick<NewProgramme, 'id'>): string => `${id.replaceAll('-', '_')}_requested`

const ofMembers = ({ of }: NewProgramme) => (of === 'members' ? { of } : {})

const question = ({ title }: NewProgramme): Text => ({ vi: `Đề nghị: ${title.vi}`, en: `Asks for: ${title.en}` })

const additionsOf = (asked: NewProgramme) => ({ fields: { [asked.of]: { [newField(asked)]: { type: 'boolean', 'x-label': question(asked) } } } })

const releaseFiles = (asked: NewProgramme): Documents => ({
  'release.json': {
    format: 1, programme: asked.id, scope: 'national',
    title: { vi: `${asked.title.vi} từ ${formatDate(asked.from)}`, en: `${asked.title.en} from ${formatDate(asked.from)}` },
    legal_basis: [{ document: openDocument }],
    changelog: { vi: 'Quy định đầu tiên của chương trình.', en: 'The first rules of the programme.' },
    valid_from: asked.from,
  },
  'parameters.json': {
    support_amount: { title: { vi: 'Mức hỗ trợ', en: 'Amount of support' }, unit: 'VND/month', certainty: 'open', overridable: true, note: openAmount },
  },
  'logic/support.json': logicOf(asked),
  'forms/request.json': formOf(asked),
  'cases/support.json': casesOf(asked),
})

const isTrue = (fact: string) => ({ id: randomId(), fact, operator: 'equal', value: true })

const logicOf = (asked: NewProgramme) => [
  {
    kind: 'rules', id: 'grounds', title: { vi: 'Các trường hợp được hưởng', en: 'Grounds' }, ...ofMembers(asked),
    rules: [{ id: 'requested', title: question(asked), conditions: isTrue(newField(asked)), event: { type: 'ground' }, certainty: 'assumed', note: openNote }],
  },
  {
    kind: 'fact', id: 'has_ground', title: { vi: 'Thuộc trường hợp được hưởng', en: 'Has a ground' }, ...ofMembers(asked),
    value: { if: { id: randomId(), fact: 'grounds', operator: 'greaterThan', value: 0 }, then: true, else: false },
  },
  { kind: 'outcome', id: 'eligible', title: { vi: 'Đủ điều kiện hưởng', en: 'Eligible' }, ...ofMembers(asked), from: 'has_ground' },
  {
    kind: 'entitlement', id: 'support', title: asked.title, ...ofMembers(asked),
    conditions: isTrue('has_ground'), amount: { parameter: 'support_amount' }, unit: 'VND/month', period: { every: 'month' }, certainty: 'assumed', note: openNote,
  },
]

/** A form of its own, with what the register needs of a household and its members. */
const formOf = (asked: NewProgramme) => {
  const { register: { head, name, place }, of } = asked
  const field = (id: string) => ({ kind: 'field', field: id, prefill: true })
  const own = { kind: 'field', field: newField(asked) }
  return {
    kind: 'form', id: 'request', title: { vi: `Phiếu đề nghị: ${asked.title.vi}`, en: `Request: ${asked.title.en}` },
    sections: [
      ...(place === undefined && of === 'members' ? [] : [{ id: randomId(), title: { vi: 'Hộ', en: 'Household' }, items: [...(place === undefined ? [] : [field(place)]), ...(of === 'household' ? [own] : [])] }]),
      {
        id: randomId(), title: { vi: 'Thành viên', en: 'Members' },
        items: [{ kind: 'roster', id: randomId(), items: [...[name, head.field].map((id) => ({ ...field(id), required: true })), ...(of === 'members' ? [own] : [])], columns: [name, head.field] }],
      },
    ],
  }
}

const answered = ({ of, ...asked }: NewProgramme, answer: boolean | undefined) => {
  const answers = answer === undefined ? {} : { [newField(asked)]: answer }
  return of === 'members' ? { members: [{ id: 'a', ...answers }] } : { household: answers }
}

const expected = ({ of }: NewProgramme, results: Readonly<Record<string, unknown>>) =>
  (of === 'members' ? Object.fromEntries(Object.entries(results).map(([name, value]) => [name, { a: value }])) : results)

const caseOf = (asked: NewProgramme, title: Text, answer: boolean | undefined, results: Readonly<Record<string, unknown>>) =>
  ({ id: randomId(), title, at: asked.from, given: answered(asked, answer), expect: expected(asked, results) })

const granted = { vi: 'Có đề nghị: được hưởng, chưa rõ mức', en: 'Asked for: granted, amount not known' }

const casesOf = (asked: NewProgramme) => [
  caseOf(asked, granted, true, { eligible: true, support: 'granted', 'support.amount': 'undetermined' }),
  caseOf(asked, { vi: 'Không đề nghị: không được hưởng', en: 'Not asked for: refused' }, false, { eligible: false, support: 'refused' }),
  caseOf(asked, { vi: 'Chưa trả lời: chưa kết luận', en: 'No answer: undetermined' }, undefined, { eligible: 'undetermined', support: 'undetermined' }),
]

const localFiles = (asked: NewProgramme, unit: string): Documents => ({
  'release.json': {
    format: 1, programme: asked.id, scope: { unit },
    title: { vi: `${asked.title.vi}: mức của địa phương từ ${formatDate(asked.from)}`, en: `${asked.title.en}: local amount from ${formatDate(asked.from)}` },
    legal_basis: [{ document: openDocument }],
    changelog: { vi: 'Địa phương có mức riêng.', en: 'The locality has an amount of its own.' },
    valid_from: asked.from,
  },
  'parameters.json': { support_amount: { kind: 'changed', unit: 'VND/month', certainty: 'open', note: openAmount } },
  'cases/support.json': [caseOf(asked, granted, true, { support: 'granted', 'support.amount': 'undetermined' })],
})
