import type { ExtensionFieldKind, FieldKindOptions } from '@tieuchi/runtime/extension'

/** A number of a plot or of a map sheet: no zero in front, at most five digits. */
const number = '[1-9][0-9]{0,4}'

const numbers = new RegExp(`^(?:${number})?(?:/(?:${number})?)?$`)

/** Both numbers of a plot as it is stored; either may be empty while it is typed. */
export const partsOfParcel = (value: string): readonly [plot: string, sheet: string] => {
  const [plot = '', sheet = ''] = value.split('/')
  return [plot, sheet]
}

/** As it is stored: `12/345`, of a plot without a sheet `12`; undefined where nothing is written. */
export const parcelOfParts = (plot: string, sheet: string): string | undefined => (plot === '' && sheet === '' ? undefined : sheet === '' ? plot : `${plot}/${sheet}`)

const mayLackSheet = ({ sheet_optional: optional }: FieldKindOptions): boolean => optional === true

/** How people write a plot: the numbers, with or without words around them. */
const typed = /^(?:thửa(?: đất)?(?: số)?|plot)?\s*(\d+)\s*(?:[,;/]?\s*(?:tờ(?: bản đồ)?(?: số)?|(?:map )?sheet)?\s*(\d+))?$/iu

/** A plot of land by its number and that of the map sheet it is on, which may be left open where the question says so. */
export const parcel: ExtensionFieldKind = {
  label: { vi: 'Thửa đất', en: 'Plot of land' },
  base: 'text',
  options: {
    sheet_optional: { type: 'boolean', default: false, label: { vi: 'số tờ bản đồ có thể để trống', en: 'the map sheet may be left open' } },
  },
  restrict: (options) => ({ pattern: mayLackSheet(options) ? `^${number}(?:/${number})?$` : `^${number}/${number}$`, maxLength: 11 }),
  expected: (options) => (mayLackSheet(options)
    ? { vi: 'số thửa, có thể kèm số tờ bản đồ, như 12 hoặc 12/345', en: 'the number of the plot, with that of the map sheet if there is one, like 12 or 12/345' }
    : { vi: 'số thửa và số tờ bản đồ, như 12/345', en: 'the numbers of the plot and of the map sheet, like 12/345' }),
  explain: (value, options) => {
    if (typeof value !== 'string' || !numbers.test(value)) return undefined
    const [plot, sheet] = partsOfParcel(value)
    if (plot === '') return { vi: 'thiếu số thửa', en: 'the number of the plot is missing' }
    return sheet === '' && !mayLackSheet(options) ? { vi: 'thiếu số tờ bản đồ', en: 'the number of the map sheet is missing' } : undefined
  },
  write: (value, _options, language) => {
    if (typeof value !== 'string' || !numbers.test(value)) return String(value)
    const [plot, sheet] = partsOfParcel(value)
    const [ofPlot, ofSheet] = language === 'vi' ? ['thửa đất số', 'tờ bản đồ số'] : ['plot', 'map sheet']
    return sheet === '' ? `${ofPlot} ${plot}` : `${ofPlot} ${plot}, ${ofSheet} ${sheet}`
  },
  parse: (text) => {
    const [, plot, sheet = ''] = typed.exec(text.trim().normalize('NFC')) ?? []
    return plot === undefined ? undefined : parcelOfParts(plot, sheet)
  },
  examples: [
    { title: { vi: 'Có đủ hai số', en: 'With both numbers' }, value: '12/345', written: { vi: 'thửa đất số 12, tờ bản đồ số 345', en: 'plot 12, map sheet 345' }, typed: ['12/345', 'thửa 12 tờ 345', '12, 345', 'Plot 12 sheet 345'] },
    { title: { vi: 'Số lớn nhất', en: 'The greatest numbers' }, value: '99999/99999', written: { vi: 'thửa đất số 99999, tờ bản đồ số 99999', en: 'plot 99999, map sheet 99999' } },
    { title: { vi: 'Tờ bản đồ để trống khi được phép', en: 'Without a sheet where that is allowed' }, options: { sheet_optional: true }, value: '12', written: { vi: 'thửa đất số 12', en: 'plot 12' } },
    { title: { vi: 'Thiếu số tờ bản đồ', en: 'Without the map sheet' }, value: '12', refused: { vi: 'thiếu số tờ bản đồ', en: 'the number of the map sheet is missing' } },
    { title: { vi: 'Thiếu số thửa', en: 'Without the plot' }, options: { sheet_optional: true }, value: '/345', refused: { vi: 'thiếu số thửa', en: 'the number of the plot is missing' } },
    { title: { vi: 'Số bắt đầu bằng số không', en: 'A number that begins with a zero' }, value: '012/345', refused: { vi: 'số thửa và số tờ bản đồ, như 12/345', en: 'the numbers of the plot and of the map sheet, like 12/345' } },
  ],
}
