import type { UnitOnDate } from '../units/unit-schema.ts'
import type { Column, Content } from './print-engine.ts'
import type { Say } from './print-words.ts'

export interface HeadQuestion {
  readonly say: Say
  /** The unit as it was on the date of the paper. */
  readonly unit: Pick<UnitOnDate, 'name' | 'kind' | 'parents'>
  /** ISO day the paper was settled; absent: to be written by hand. */
  readonly day?: string | undefined
  /** Type size of the capitals, in points. */
  readonly size?: number
}

const line = (width: number): Content => ({ canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: 0.7 }], alignment: 'center', margin: [0, 1, 0, 0] })

/** The head of an administrative paper: who issues it, the name of the nation with its motto, place and day. */
export const administrativeHead = ({ say, unit, day, size = 11 }: HeadQuestion): readonly Content[] => [
  { columns: [issuer(say, unit, size), nation(say, size)], columnGap: 8 },
  { text: placeAndDay(say, unit.name, day), italics: true, alignment: 'right', margin: [0, 8, 0, 0] },
]

/** Who issues a paper, in capitals: the unit above, and the own one. */
export interface IssuedBy {
  readonly above?: string
  readonly own: string
}

/** A village has no committee of its own. */
export const issuerLines = (say: Say, { name, kind, parents: [above] }: HeadQuestion['unit']): IssuedBy => {
  const upper = (words: string): string => words.toLocaleUpperCase('vi')
  return { ...(above !== undefined && { above: upper(above) }), own: kind === 'village' ? upper(name) : `${say('committee')}\n${upper(name)}` }
}

/** The unit above in plain capitals, the issuing one beneath in bold. */
const issuer = (say: Say, unit: HeadQuestion['unit'], size: number): Column => {
  const { above, own } = issuerLines(say, unit)
  return { width: '42%', alignment: 'center', fontSize: size, stack: [...(above === undefined ? [] : [above]), { text: own, bold: true }, line(size * 5)] }
}

const nation = (say: Say, size: number): Column => ({
  width: '*',
  alignment: 'center',
  stack: [{ text: say('nation'), bold: true, fontSize: size, noWrap: true }, { text: say('motto'), bold: true, fontSize: size + 1 }, line(size * 13.5)],
})

/** What stands before the name of a place by its class, longest first. */
const classes = ['Thành phố', 'Thị trấn', 'Thị xã', 'Đặc khu', 'Phường', 'Huyện', 'Quận', 'Tỉnh', 'Xã']

const placeName = (name: string): string => {
  const found = classes.find((each) => name.startsWith(`${each} `))
  return found === undefined ? name : name.slice(found.length + 1)
}

const placeAndDay = (say: Say, name: string, at: string | undefined): string => {
  const place = placeName(name)
  const [year = '', month = '', day = ''] = at?.split('-') ?? []
  return at === undefined ? say('openDay', { place }) : say('dayOfPaper', { place, day, month, year })
}
