import type { ImpactCategory } from '../api/contract.ts'

type Tone = NonNullable<ImpactCategory['tone']>

/** The colour of a category, as of its value everywhere; hatched where nothing may be concluded. */
export const toneOf = ({ state, tone = 'grey' }: ImpactCategory): Tone | 'undetermined' => {
  if (state === 'determined') return tone
  return state === 'not_applicable' ? 'grey' : 'undetermined'
}

/** Colours of charts by tone; of categories that share a tone each the next. */
const colours: Readonly<Record<Tone | 'undetermined', readonly [string, ...string[]]>> = {
  red: ['red.7', 'red.4', 'pink.6'],
  orange: ['orange.6', 'orange.4', 'orange.8'],
  yellow: ['yellow.5', 'yellow.7', 'yellow.3'],
  green: ['green.7', 'green.4', 'lime.6'],
  teal: ['teal.6', 'teal.4', 'cyan.6'],
  blue: ['blue.6', 'blue.4', 'indigo.6'],
  grey: ['gray.6', 'gray.4', 'gray.8'],
  undetermined: ['gray.5', 'gray.7'],
}

/** A colour for each category, in their order. */
export const chartColours = (categories: readonly ImpactCategory[]): readonly string[] =>
  categories.map((category, index) => {
    const tone = toneOf(category)
    const before = categories.slice(0, index).filter((other) => toneOf(other) === tone).length
    return colours[tone][before % colours[tone].length] ?? colours[tone][0]
  })
