import { isLess, knownNumber, shareOfElements, truthValue, type ExtensionAggregate } from '@tieuchi/runtime/extension'

const half = 0.5

/** Whether more than half of all meet a condition; not so of nobody. */
export const majority: ExtensionAggregate = {
  members: { label: { vi: 'quá nửa số thành viên có đúng không', en: 'whether most members' }, formula: { vi: 'QUÁ NỬA THÀNH VIÊN', en: 'MOST MEMBERS' } },
  history: { label: { vi: 'quá nửa số quyết định trước đây có đúng không', en: 'whether most earlier decisions' }, formula: { vi: 'QUÁ NỬA QUYẾT ĐỊNH TRƯỚC', en: 'MOST DECISIONS' } },
  takes: 'where',
  gives: 'boolean',
  group: { before: { vi: 'có quá nửa số', en: 'more than half of the' }, behind: { vi: 'thành viên mà', en: 'members are such that' } },
  sentence: ({ noun, where }) => ({ vi: `có quá nửa số ${noun.vi} mà ${where?.vi ?? ''}`, en: `more than half of the ${noun.many} are such that ${where?.en ?? ''}` }),
  compute: (group) => truthValue(isLess(knownNumber(half), shareOfElements(group))),
  plan: (forms, list) => forms.truth(forms.less(forms.number(half), forms.share(list))),
  examples: [
    { title: { vi: 'Hai trong ba', en: 'Two of three' }, elements: [{}, {}, { counts: false }], comesTo: true },
    { title: { vi: 'Đúng một nửa', en: 'Exactly half' }, elements: [{}, { counts: false }], comesTo: false },
    { title: { vi: 'Không có ai', en: 'Nobody' }, elements: [], comesTo: false },
  ],
}
