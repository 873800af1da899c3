import { choose, countElements, greatestOfElements, isLess, isSame, knownNumber, opposite, those, whichElements, type ExtensionAggregate } from '@tieuchi/runtime/extension'

/** The second of the values in descending order: the greatest again where two share it, and nothing where fewer than two have one. */
export const secondGreatest: ExtensionAggregate = {
  members: { label: { vi: 'lớn thứ hai trong các thành viên', en: 'second greatest among members' }, formula: { vi: 'LỚN THỨ HAI THÀNH VIÊN', en: 'SECOND GREATEST OF MEMBERS' } },
  history: { label: { vi: 'lớn thứ hai trong các quyết định trước đây', en: 'second greatest among earlier decisions' }, formula: { vi: 'LỚN THỨ HAI QUYẾT ĐỊNH TRƯỚC', en: 'SECOND GREATEST OF DECISIONS' } },
  takes: 'value where?',
  gives: 'number',
  unit: 'each',
  sentence: ({ noun, value, where }) => {
    const all = those(`các ${noun.vi}`, `the ${noun.many}`, where)
    return { vi: `${value.vi} lớn thứ hai trong ${all.vi}`, en: `the second greatest ${value.en} among ${all.en}` }
  },
  compute: (group) => {
    const greatest = greatestOfElements(group)
    const sharing = countElements(whichElements(group, (value) => isSame(value, greatest)))
    return choose(opposite(isLess(sharing, knownNumber(2))), greatest, greatestOfElements(whichElements(group, (value) => isLess(value, greatest))))
  },
  plan: (forms, list) => {
    const greatest = forms.greatestOf(list)
    const sharing = forms.count(forms.which(list, (value) => forms.same(value, greatest)))
    return forms.choose(forms.not(forms.less(sharing, forms.number(2))), greatest, forms.greatestOf(forms.which(list, (value) => forms.less(value, greatest))))
  },
  examples: [
    { title: { vi: 'Ba số khác nhau', en: 'Three that differ' }, elements: [{ value: 3 }, { value: 7 }, { value: 5 }], comesTo: 5 },
    { title: { vi: 'Hai số lớn nhất bằng nhau', en: 'Two share the first place' }, elements: [{ value: 7 }, { value: 7 }, { value: 5 }], comesTo: 7 },
    { title: { vi: 'Số lớn nhất không được tính', en: 'The greatest does not count' }, elements: [{ value: 9, counts: false }, { value: 7 }, { value: 5 }], comesTo: 5 },
    { title: { vi: 'Chỉ một người có số', en: 'Only one has a value' }, elements: [{ value: 7 }, {}], comesTo: 'not_applicable' },
  ],
}
