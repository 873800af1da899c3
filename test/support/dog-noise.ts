import type { CommonDocument, Condition, FieldItem, FieldSchema, FormDocument, LogicPiece, Text } from '@tieuchi/runtime'
import { dogCommon, dogProgramme, dogReleases, dogUnits } from './dog-licences.ts'

/** The fictitious programme with a form that has more than questions: groups, tables of questions, texts, shown facts, attachments, a long answer, and a section shown on a condition. */

const text = (vi: string, en: string): Text => ({ vi, en })

const asks = (type: FieldSchema['type'], vi: string, en: string, more: Partial<FieldSchema> = {}): FieldSchema => ({ type, 'x-label': text(vi, en), ...more })

const item = (field: string, more: Partial<FieldItem> = {}): FieldItem => ({ kind: 'field', field, ...more })

const { household, members, unit } = dogCommon.dictionary.properties

const ofDogs: Condition = { id: 'ofdogs2345', fact: 'part', operator: 'equal', value: 'dog' }

const common: CommonDocument = {
  ...dogCommon,
  dictionary: {
    ...dogCommon.dictionary,
    properties: {
      household: {
        ...household,
        properties: {
          ...household.properties,
          barks_day: asks('string', 'Chó sủa ban ngày', 'Barking by day', { 'x-list': 'how_often' }),
          barks_night: asks('string', 'Chó sủa ban đêm', 'Barking at night', { 'x-list': 'how_often' }),
          night_reason: asks('string', 'Vì sao chó sủa ban đêm', 'Why it barks at night'),
          remarks: asks('string', 'Ý kiến của hàng xóm', 'What the neighbours say'),
        },
      },
      members: {
        ...members,
        items: {
          ...members.items,
          properties: {
            ...members.items.properties,
            likes_people: asks('boolean', 'Thân với người lạ', 'Friendly with strangers'),
            likes_dogs: asks('boolean', 'Thân với chó khác', 'Friendly with dogs'),
          },
        },
      },
      unit,
    },
  },
  lists: [
    ...dogCommon.lists,
    { kind: 'list', id: 'how_often', title: text('Mức độ', 'How often'), entries: [{ code: 'never', title: text('không bao giờ', 'never') }, { code: 'sometimes', title: text('thỉnh thoảng', 'sometimes') }, { code: 'daily', title: text('hằng ngày', 'daily') }] },
  ],
}

const form: FormDocument = {
  kind: 'form', id: 'application', title: text('Đơn xin nuôi chó', 'Application'),
  sections: [
    {
      id: 'sectplace2', title: text('Nơi ở', 'Place'),
      items: [
        { kind: 'text', id: 'textintro2', text: text('Đo vườn từ hàng rào.\n\nKhông tính sân lát gạch.', 'Measure the garden from its fence.\n\nPaved yards do not count.') },
        item('street', { wide: true, label: text('Đường, số nhà', 'Street and number') }),
        {
          kind: 'group', id: 'groupgarde', title: text('Vườn', 'Garden'), help: text('Của ngôi nhà đang ở.', 'Of the house lived in.'), columns: 3,
          items: [item('garden_area'), item('fenced'), item('telephone')],
        },
        { kind: 'attachment', id: 'photogarde', title: text('Ảnh khu vườn', 'Photos of the garden'), help: text('Chụp từ cổng.', 'Taken from the gate.'), accept: ['photo'], most: 2 },
        { kind: 'fact', id: 'factdogs23', fact: 'dog_count', help: text('Đếm từ mục Người và chó.', 'Counted in People and dogs.') },
      ],
    },
    {
      id: 'sectnoise2', title: text('Tiếng ồn', 'Noise'), columns: 1,
      items: [
        { kind: 'matrix', id: 'matrixbark', title: text('Chó sủa nhiều ít ra sao', 'How much the dogs bark'), help: text('Trong ba tháng gần đây.', 'In the last three months.'), items: [item('barks_day', { help: text('Từ 6 giờ đến 22 giờ.', 'From 6 to 22 h.') }), item('barks_night', { required: true })] },
        item('remarks', { lines: 4 }),
      ],
    },
    {
      id: 'sectnight2', title: text('Ban đêm', 'At night'), visible: { id: 'visnight23', fact: 'barks_night', operator: 'equal', value: 'daily' },
      items: [item('night_reason')],
    },
    {
      id: 'sectpeople', title: text('Người và chó', 'People and dogs'),
      items: [{
        kind: 'roster', id: 'rosterdogs', columns: ['call_name', 'part'],
        items: [
          item('call_name', { required: true, label: text('Tên hay gọi', 'Called') }), item('part'), item('born'),
          {
            kind: 'group', id: 'groupdogs2', title: text('Con chó', 'The dog'), visible: ofDogs,
            items: [
              item('vaccinated'),
              { kind: 'matrix', id: 'matrixtemp', title: text('Tính nết', 'Temper'), items: [item('likes_people'), item('likes_dogs')] },
              { kind: 'attachment', id: 'cardvaccin', title: text('Sổ tiêm phòng', 'Vaccination card'), required: true, accept: ['photo', 'pdf'], most: 1 },
              { kind: 'fact', id: 'factage234', fact: 'age', label: text('Tuổi của chó', 'Age of the dog') },
            ],
          },
        ],
      }],
    },
  ],
}

const age: LogicPiece = { kind: 'fact', id: 'age', of: 'members', title: text('Tuổi', 'Age'), unit: 'years', value: { ageInYears: [{ fact: 'born' }, { moment: 'facts_at' }] } }

export const noisyPacks = {
  common,
  units: dogUnits,
  programmes: [{ document: dogProgramme, releases: dogReleases.map(({ release, ...entry }) => ({ ...entry, release: { ...release, logic: [...release.logic, age], forms: [form] } })), overlays: [] }],
}
