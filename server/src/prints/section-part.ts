import { isContainer, questionsWithin, type FieldItem, type FormItem, type FormSection, type RosterItem } from '@tieuchi/runtime'
import type { FormPaper } from './form-paper.ts'
import type { Content } from './print-engine.ts'

/** How the parts of a form are printed: filled, or to be filled by hand. */
export interface FormParts {
  /** Questions of the household that stand one after another; `first` is the number of the first of them. */
  readonly household: (items: readonly FieldItem[], first: number) => readonly Content[]
  readonly roster: (roster: RosterItem) => readonly Content[]
}

/** As many questions stand on one page with their heading. */
const wholeSection = 12

/** The sections of a form in its order under Roman numbers; questions of the household are numbered through. */
export const formSections = ({ form, language }: FormPaper, parts: FormParts): readonly Content[] => {
  let asked = 0
  return form.sections.map((section, index): Content => ({
    unbreakable: section.items.length <= wholeSection && section.items.every(({ kind }) => kind === 'field'),
    stack: [
      sectionTitle(index + 1, section.title[language]),
      ...(section.help ? [{ text: section.help[language], italics: true, fontSize: 10, margin: [0, 0, 0, 3] } satisfies Content] : []),
      ...runsOf(section).flatMap((run) => {
        if (!Array.isArray(run)) return parts.roster(run)
        const first = asked + 1
        asked += run.length
        return parts.household(run, first)
      }),
    ],
  }))
}

/** A heading that stays with what follows it. */
export const sectionTitle = (number: number, title: string): Content =>
  ({ text: `${roman(number)}. ${title.toLocaleUpperCase('vi')}`, bold: true, headlineLevel: 1, margin: [0, 9, 0, 4] })

const ones = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX']

const roman = (number: number): string => 'X'.repeat(Math.floor(number / 10)) + (ones[number % 10] ?? '')

const questionsOfItem = (item: Exclude<FormItem, RosterItem>): readonly FieldItem[] => {
  if (item.kind === 'field') return [item]
  return isContainer(item) ? questionsWithin(item) : []
}

/** Neighbouring questions of the household together, rosters by themselves. */
const runsOf = ({ items }: FormSection): readonly (FieldItem[] | RosterItem)[] => {
  const runs: (FieldItem[] | RosterItem)[] = []
  for (const item of items) {
    const last = runs.at(-1)
    if (item.kind === 'roster') runs.push(item)
    else if (Array.isArray(last)) last.push(...questionsOfItem(item))
    else runs.push([...questionsOfItem(item)])
  }
  return runs
}
