/**
 * What a word in a unit measures. Words of one dimension differ by their scale. `counting` numbers are bare: how many
 * there are (`count`), or what part of a whole (`share`); they change no unit they are multiplied with.
 */
export interface Measure {
  readonly dimension: string | undefined
  readonly scale: number
  readonly counting?: 'count' | 'share'
}

const counted: Measure = { dimension: undefined, scale: 1, counting: 'count' }

/** A household's values are of one household, so “per household” changes nothing; per person does. */
const known: Readonly<Record<string, Measure>> = {
  VND: { dimension: 'money', scale: 1 },
  thousand_VND: { dimension: 'money', scale: 1_000 },
  million_VND: { dimension: 'money', scale: 1_000_000 },
  billion_VND: { dimension: 'money', scale: 1_000_000_000 },
  month: { dimension: 'time', scale: 1 },
  quarter: { dimension: 'time', scale: 3 },
  year: { dimension: 'time', scale: 12 },
  day: { dimension: 'day', scale: 1 },
  week: { dimension: 'day', scale: 7 },
  person: { dimension: 'person', scale: 1 },
  household: counted,
  count: counted,
  share: { dimension: undefined, scale: 1, counting: 'share' },
  percent: { dimension: undefined, scale: 0.01, counting: 'share' },
  m2: { dimension: 'area', scale: 1 },
  ha: { dimension: 'area', scale: 10_000 },
  point: { dimension: 'point', scale: 1 },
  calendar_year: { dimension: 'calendar_year', scale: 1 },
}

/** The measure of a word; a word that is not listed measures something of its own. */
export const measureOf = (word: string): Measure => known[word] ?? { dimension: word, scale: 1 }

/** One of many: `years` and `year` are one word. Other words lose an ending s likewise. */
export const singular = (word: string): string => (Object.hasOwn(known, word) ? word : word.replace(/s$/, ''))

const plurals: readonly string[] = ['month', 'year', 'day', 'week', 'person', 'household', 'point', 'quarter']

/** As units are written in front of a fraction. */
export const plural = (word: string): string => (plurals.includes(word) ? `${word}s` : word)

const spellings: Readonly<Record<string, string>> = {
  đ: 'VND', đồng: 'VND', vnd: 'VND', VNĐ: 'VND', vnđ: 'VND', dong: 'VND',
  'nghìn đồng': 'thousand_VND', 'ngàn đồng': 'thousand_VND',
  triệu: 'million_VND', 'triệu đồng': 'million_VND', tr: 'million_VND', 'million VND': 'million_VND',
  tỷ: 'billion_VND', 'tỷ đồng': 'billion_VND',
  tháng: 'month', năm: 'year', tuổi: 'year', ngày: 'day', tuần: 'week', người: 'person', people: 'person', hộ: 'household',
  điểm: 'point', '%': 'percent', 'm²': 'm2', tỷ_lệ: 'share', 'tỷ lệ': 'share', number: 'count', số: 'count', 'số lượng': 'count',
}

/** The unit with each word as this product writes it; the same where nothing is to be corrected. */
export const spelled = (unit: string): string => {
  const [base = '', ...rates] = unit.split('/').map((word) => word.trim())
  const common = (word: string): string => spellings[word] ?? spellings[word.toLowerCase()] ?? word
  const first = common(base)
  return [first === base ? base : plural(first), ...rates.map(common)].join('/')
}
