import { anyElement, countElements, everyElement, noElement, shareOfElements } from '../logic/aggregates.ts'
import { those, type Aggregate } from './aggregate.ts'

export const count: Aggregate = {
  members: { label: { vi: 'số thành viên', en: 'number of members' }, formula: { vi: 'SỐ THÀNH VIÊN', en: 'COUNT MEMBERS', also: ['COUNTIF', 'COUNT', 'ĐẾM', 'ĐẾM THÀNH VIÊN'] } },
  history: { label: { vi: 'số quyết định trước đây', en: 'number of earlier decisions' }, formula: { vi: 'SỐ QUYẾT ĐỊNH TRƯỚC', en: 'COUNT DECISIONS' } },
  takes: 'where?',
  gives: 'number',
  unit: 'elements',
  sentence: ({ noun, where }) => those(`số ${noun.vi}`, `the number of ${noun.many}`, where),
  compute: countElements,
  plan: (forms, list) => forms.count(list),
}

export const any: Aggregate = {
  members: { label: { vi: 'có thành viên nào không', en: 'whether there is a member' }, formula: { vi: 'CÓ THÀNH VIÊN', en: 'ANY MEMBER' } },
  history: { label: { vi: 'có quyết định trước đây nào không', en: 'whether there is an earlier decision' }, formula: { vi: 'CÓ QUYẾT ĐỊNH TRƯỚC', en: 'ANY DECISION' } },
  takes: 'where',
  gives: 'boolean',
  group: { before: { vi: 'có ít nhất một', en: 'at least one' }, behind: { vi: 'thành viên mà', en: 'member of whom' } },
  sentence: ({ noun, where }) => those(`có ít nhất một ${noun.vi}`, `there is at least one ${noun.one}`, where),
  compute: anyElement,
  plan: (forms, list) => forms.truth(forms.any(list)),
}

export const all: Aggregate = {
  members: { label: { vi: 'mọi thành viên có đúng không', en: 'whether every member' }, formula: { vi: 'MỌI THÀNH VIÊN', en: 'EVERY MEMBER' } },
  history: { label: { vi: 'mọi quyết định trước đây', en: 'whether every earlier decision' }, formula: { vi: 'MỌI QUYẾT ĐỊNH TRƯỚC', en: 'EVERY DECISION' } },
  takes: 'where',
  gives: 'boolean',
  group: { before: { vi: 'mọi', en: 'every' }, behind: { vi: 'thành viên đều', en: 'member is such that' } },
  others: 'failing',
  sentence: ({ noun, where }) => ({ vi: `với mọi ${noun.vi} đều đúng là ${where?.vi ?? ''}`, en: `it is true of every ${noun.one} that ${where?.en ?? ''}` }),
  compute: everyElement,
  plan: (forms, list) => forms.truth(forms.every(list)),
}

export const none: Aggregate = {
  members: { label: { vi: 'không thành viên nào', en: 'whether no member' }, formula: { vi: 'KHÔNG THÀNH VIÊN NÀO', en: 'NO MEMBER' } },
  history: { label: { vi: 'không quyết định trước đây nào', en: 'whether no earlier decision' }, formula: { vi: 'KHÔNG QUYẾT ĐỊNH TRƯỚC NÀO', en: 'NO DECISION' } },
  takes: 'where',
  gives: 'boolean',
  group: { before: { vi: 'không có', en: 'no' }, behind: { vi: 'thành viên nào mà', en: 'member of whom' } },
  sentence: ({ noun, where }) => those(`không có ${noun.vi} nào`, `there is no ${noun.one}`, where),
  compute: noElement,
  plan: (forms, list) => forms.truth(forms.not(forms.any(list))),
}

export const share: Aggregate = {
  members: { label: { vi: 'tỷ lệ thành viên', en: 'share of members' }, formula: { vi: 'TỶ LỆ THÀNH VIÊN', en: 'SHARE OF MEMBERS' } },
  history: { label: { vi: 'tỷ lệ quyết định trước đây', en: 'share of earlier decisions' }, formula: { vi: 'TỶ LỆ QUYẾT ĐỊNH TRƯỚC', en: 'SHARE OF DECISIONS' } },
  takes: 'where among?',
  gives: 'number',
  unit: { is: 'share' },
  others: 'base',
  sentence: ({ noun, where, among }) => {
    const part = those(`tỷ lệ ${noun.vi}`, `the share of ${noun.many}`, where)
    if (among === undefined) return part
    const whole = those(`những ${noun.vi}`, `those ${noun.many}`, among)
    return { vi: `${part.vi}, tính trong số ${whole.vi}`, en: `${part.en}, out of ${whole.en}` }
  },
  compute: shareOfElements,
  plan: (forms, list) => forms.share(list),
}
