import { less, maxValues, monthsBetween, ofTwo, opposite, type ExtensionOperator } from '@tieuchi/runtime/extension'

/** Two days that lie no more than so many completed months apart, whichever is earlier. */
export const withinMonths: ExtensionOperator = {
  label: { vi: 'cách một ngày không quá … tháng', en: 'is within … months of a day' },
  right: 'pair',
  accepts: ['date'],
  operands: [
    { type: 'date', label: { vi: 'Ngày so với', en: 'Day compared with' } },
    { type: 'number', unit: 'months', label: { vi: 'Số tháng tròn', en: 'Completed months' } },
  ],
  sentence: (left, [day, months]) => ({
    vi: `${left.vi} cách ${day?.vi ?? ''} không quá ${months?.vi ?? ''}`,
    en: `${left.en} is within ${months?.en ?? ''} of ${day?.en ?? ''}`,
  }),
  compare: (left, [day, months]) => (day && months ? opposite(less(months, maxValues([monthsBetween(left, day), monthsBetween(day, left)]))) : 'unknown'),
  plan: ofTwo((forms, left, [day, months]) => forms.not(forms.less(months, forms.greatest(forms.monthsBetween(left, day), forms.monthsBetween(day, left))))),
  cell: { words: ['cách không quá', 'within months of'], shown: { vi: 'cách không quá ', en: 'within months of ' } },
  formula: { vi: 'CÁCH KHÔNG QUÁ', en: 'WITHIN MONTHS OF' },
  examples: [
    { title: { vi: 'Tròn sáu tháng sau', en: 'Six months later to the day' }, left: '2026-07-15', right: ['2026-01-15', 6], holds: true },
    { title: { vi: 'Tròn sáu tháng trước', en: 'Six months earlier to the day' }, left: '2026-01-15', right: ['2026-07-15', 6], holds: true },
    { title: { vi: 'Bảy tháng sau', en: 'Seven months later' }, left: '2026-08-15', right: ['2026-01-15', 6], holds: false },
    { title: { vi: 'Cùng ngày', en: 'The same day' }, left: '2026-01-15', right: ['2026-01-15', 0], holds: true },
  ],
}
