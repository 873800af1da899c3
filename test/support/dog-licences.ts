import type { CommonDocument, FieldSchema, ProgrammeDocument, Release, Text, UnitDocument } from '@tieuchi/runtime'

/**
 * A fictitious programme with words of its own: may these people keep their dogs? From 2027 dogs need a larger garden. Whatever works
 * here works for any policy.
 */

const text = (vi: string, en: string): Text => ({ vi, en })

const field = (type: FieldSchema['type'], vi: string, en: string, more: Partial<FieldSchema> = {}): FieldSchema => ({ type, 'x-label': text(vi, en), ...more })

export const dogCommon: CommonDocument = {
  format: 1,
  register: { head: { field: 'part', value: 'keeper' }, name: 'call_name', place: 'street' },
  dictionary: {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    properties: {
      household: {
        type: 'object',
        properties: {
          street: field('string', 'Đường', 'Street'),
          garden_area: field('number', 'Diện tích vườn', 'Garden area', { 'x-unit': 'm2', minimum: 0 }),
          fenced: field('boolean', 'Có rào', 'Fenced'),
          telephone: field('string', 'Điện thoại', 'Telephone'),
        },
      },
      members: {
        type: 'array',
        items: {
          type: 'object',
          properties: {
            call_name: field('string', 'Tên gọi', 'Name'),
            part: field('string', 'Vai', 'Part', { 'x-list': 'part' }),
            chip: field('string', 'Mã vi mạch', 'Chip'),
            owner_number: field('string', 'Số định danh', 'Personal number', { format: 'personal-number' }),
            born: field('string', 'Ngày sinh', 'Born', { format: 'partial-date', 'x-fixed': true }),
            vaccinated: field('boolean', 'Đã tiêm phòng', 'Vaccinated', {
              applies: { id: 'applies234', fact: 'part', operator: 'equal', value: 'dog' },
            }),
          },
        },
      },
      unit: { type: 'object', properties: { zone: field('string', 'Vùng', 'Zone', { 'x-list': 'zone' }) } },
    },
  },
  lists: [
    { kind: 'list', id: 'part', title: text('Vai', 'Part'), entries: [{ code: 'keeper', title: text('người nuôi', 'keeper') }, { code: 'dog', title: text('chó', 'dog') }] },
    { kind: 'list', id: 'zone', title: text('Vùng', 'Zone'), entries: [{ code: 'town', title: text('phố', 'town') }, { code: 'field', title: text('đồng', 'field') }] },
    {
      kind: 'list',
      id: 'licence',
      title: text('Giấy phép', 'Licence'),
      entries: [
        { code: 'granted', title: text('cấp', 'granted'), tone: 'green' },
        { code: 'conditional', title: text('cấp có điều kiện', 'conditional'), tone: 'yellow' },
        { code: 'refused', title: text('không cấp', 'refused'), tone: 'red' },
      ],
    },
  ],
  facts: [
    {
      kind: 'fact',
      id: 'dog_count',
      title: text('Số chó', 'Dogs'),
      value: { count: 'members', where: { id: 'dogcount23', fact: 'part', operator: 'equal', value: 'dog' } },
    },
  ],
}

export const dogProgramme: ProgrammeDocument = { format: 1, id: 'dog-licence', title: text('Giấy phép nuôi chó', 'Dog licence'), depends_on: [] }

const basis = (article: string) => ({ document: '01/2026/QĐ-CHO', article })

const dogRelease = (year: string, least: Readonly<Record<string, number>>, changelog: Text): Release => ({
  format: 1,
  programme: 'dog-licence',
  scope: 'national',
  title: text(`Quy định nuôi chó ${year}`, `Rules on dogs ${year}`),
  legal_basis: [{ document: '01/2026/QĐ-CHO' }],
  changelog,
  parameters: {
    least_garden: { title: text('Vườn tối thiểu', 'Smallest garden'), unit: 'm2', by: 'zone', values: least, citation: basis('2'), certainty: 'seen', confirmed: '2026-01-01' },
  },
  logic: [
    {
      kind: 'rules',
      id: 'obstacles',
      title: text('Điều chưa đạt', 'Obstacles'),
      rules: [
        {
          id: 'open_garden',
          title: text('Vườn không rào', 'Garden not fenced'),
          conditions: { id: 'opengarden', fact: 'fenced', operator: 'equal', value: false },
          event: { type: 'obstacle' },
          citation: basis('3'),
        },
        {
          id: 'no_vaccination',
          title: text('Chó chưa tiêm phòng', 'A dog is not vaccinated'),
          conditions: { id: 'novaccin23', fact: 'unvaccinated_dogs', operator: 'greaterThan', value: 0 },
          event: { type: 'obstacle' },
          citation: basis('4'),
        },
      ],
    },
    {
      kind: 'fact',
      id: 'unvaccinated_dogs',
      title: text('Số chó chưa tiêm phòng', 'Dogs not vaccinated'),
      value: {
        count: 'members',
        where: { all: [{ id: 'unvaccdog2', fact: 'part', operator: 'equal', value: 'dog' }, { id: 'unvaccdog3', fact: 'vaccinated', operator: 'equal', value: false }] },
      },
    },
    { kind: 'fact', id: 'obstacle_count', title: text('Số điều chưa đạt', 'Number of obstacles'), value: { countEvents: 'obstacles' } },
    {
      kind: 'table',
      id: 'verdict',
      title: text('Kết luận', 'Verdict'),
      hit: 'first',
      inputs: ['garden_area', 'obstacle_count'],
      outputs: ['licence'],
      rows: [
        { id: 'rowgranted', when: [{ greaterThanInclusive: { parameter: 'least_garden' } }, { equal: 0 }], then: ['granted'], citation: basis('5') },
        { id: 'rowcondi23', when: [{ greaterThanInclusive: { parameter: 'least_garden' } }, null], then: ['conditional'], citation: basis('5') },
        { id: 'rowrefused', when: [null, null], then: ['refused'], citation: basis('5') },
      ],
    },
    { kind: 'outcome', id: 'licence', title: text('Giấy phép', 'Licence'), from: 'verdict', list: 'licence' },
  ],
  forms: [
    {
      kind: 'form',
      id: 'application',
      title: text('Đơn xin nuôi chó', 'Application'),
      sections: [
        {
          id: 'sectplace2',
          title: text('Nơi ở', 'Place'),
          items: [
            { kind: 'field', field: 'street', prefill: true },
            { kind: 'field', field: 'garden_area', prefill: true },
            { kind: 'field', field: 'fenced' },
          ],
        },
        {
          id: 'sectpeople',
          title: text('Người và chó', 'People and dogs'),
          items: [
            {
              kind: 'roster',
              id: 'rosterdogs',
              columns: ['call_name', 'part'],
              items: [
                { kind: 'field', field: 'call_name', required: true, prefill: true },
                { kind: 'field', field: 'part', prefill: true },
                { kind: 'field', field: 'born', prefill: true },
                { kind: 'field', field: 'vaccinated' },
              ],
            },
          ],
        },
      ],
      checks: [
        {
          id: 'checkdogs2',
          severity: 'hard',
          field: 'street',
          conditions: { id: 'checkdogs3', fact: 'dog_count', operator: 'greaterThan', value: 0 },
          message: text('Đơn chưa có con chó nào; hãy thêm chó.', 'There is no dog; add one.'),
        },
        {
          id: 'checkpark2',
          severity: 'soft',
          field: 'garden_area',
          conditions: { id: 'checkpark3', fact: 'garden_area', operator: 'lessThan', value: 1000 },
          message: text('Vườn rất rộng; hãy ghi lý do.', 'The garden is very large; give a reason.'),
        },
      ],
    },
  ],
  cases: [
    {
      id: 'casegarden',
      title: text('Vườn 15 m² ở đồng', 'A garden of 15 m² in the fields'),
      at: year === '2026' ? '2026-06-01' : '2027-06-01',
      given: { household: { garden_area: 15, fenced: true }, members: [{ id: 'd', part: 'dog', vaccinated: true }], unit: { zone: 'field' } },
      expect: { licence: year === '2026' ? 'granted' : 'refused' },
    },
  ],
})

export const dogReleases = [
  { folder: '2026', release: dogRelease('2026', { town: 10, field: 15 }, text('Quy định đầu tiên.', 'The first rules.')), valid_from: '2026-01-01', valid_to: '2026-12-31' },
  { folder: '2027', release: dogRelease('2027', { town: 20, field: 30 }, text('Vườn phải rộng gấp đôi.', 'Gardens must be twice as large.')), valid_from: '2027-01-01' },
] as const

const commune = (id: string, code: string, name: string): UnitDocument => ({
  id,
  spells: [{ code, name, kind: 'commune', parent: 'island' }],
  attributes: { zone: [{ value: 'field' }] },
})

/** An island of two villages, and one that ended. */
export const dogUnits: readonly UnitDocument[] = [
  { id: 'island', spells: [{ code: '90', name: 'Tỉnh Đảo', kind: 'province' }], attributes: {} },
  commune('harbour', '90001', 'Xã Bến Cảng'),
  commune('hill', '90002', 'Xã Trên Đồi'),
  { id: 'old-harbour', spells: [{ code: '90003', name: 'Xã Cảng Cũ', kind: 'commune', parent: 'island', valid_to: '2025-06-30' }], attributes: { zone: [{ value: 'town' }] } },
]

export const dogPacks = { common: dogCommon, units: dogUnits, programmes: [{ document: dogProgramme, releases: dogReleases }] }
