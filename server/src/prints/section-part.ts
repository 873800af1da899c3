import { assemblyOf, householdItems, isContainer, type AttachmentItem, type Condition, type FactItem, type FieldItem, type FormItem, type FormSection, type GroupItem, type MatrixItem, type RosterItem } from '@tieuchi/runtime'
import { paragraphsOf, type FormPaper } from './form-paper.ts'
import type { Content } from './print-engine.ts'

/** How the parts of a form are printed: filled, or to be filled by hand. */
export interface FormParts {
  /** Questions of the household that stand one after another; `first` is the number of the first of them. */
  readonly household: (items: readonly FieldItem[], first: number) => readonly Content[]
  /** Questions of the household with the same choices. */
  readonly matrix: (matrix: MatrixItem, first: number) => readonly Content[]
  readonly fact: (item: FactItem) => Content
  readonly attachment: (item: AttachmentItem) => Content
  readonly roster: (roster: RosterItem) => readonly Content[]
  /** When a part is filled in at all, in words, where that is to be printed. */
  readonly onlyWhen: (visible: Condition | undefined) => string | undefined
  /** Whether nobody was asked what stands there; named as in the state of a form. */
  readonly isHidden: (name: string) => boolean
}

interface Printing {
  readonly paper: FormPaper
  readonly parts: FormParts
  readonly numbers: ReadonlyMap<FieldItem, number>
}

/** As many questions stand on one page with their heading. */
const wholeSection = 12
/** As many questions of any choices, and as many lines to write on. */
const wholeRun = 6
const wholeLines = 24

/** What is not torn apart must not be higher than a page: the library would leave out what does not fit. */
const standOnOnePage = (items: readonly FieldItem[], most: number): boolean =>
  items.length <= most && items.reduce((sum, { lines = 1 }) => sum + lines, 0) <= wholeLines

/** The sections of a form in its order under Roman numbers, each by the rules it is of; questions of the household are numbered through. */
export const formSections = <Paper extends FormPaper>(whole: Paper, partsOf: (paper: Paper) => FormParts): readonly Content[] => {
  const { form } = whole.form
  const numbers = new Map(householdItems(form).map((item, index) => [item, index + 1]))
  return form.sections.map((section, index): Content => {
    const paper = { ...whole, assembly: assemblyOf(whole.form, section) }
    return {
      unbreakable: section.items.every((item) => item.kind === 'field') && standOnOnePage(section.items, wholeSection),
      stack: [...withFirst([
        sectionTitle(index + 1, section.title[paper.language]),
        ...(paper.assembly === whole.assembly ? [] : [remarkPart(paper.say('pageOf', { rules: paper.assembly.release.title[paper.language] }))]),
        ...belowHeading({ paper, parts: partsOf(paper), numbers }, section, `sections.${section.id}`),
      ])],
    }
  })
}

const isHeading = (content: Content): boolean => typeof content === 'object' && 'headlineLevel' in content && content.headlineLevel !== undefined

/** Whether something is a line, or is not torn apart and so no higher than a page. */
const isWhole = (content: Content): boolean => typeof content === 'object' && ('text' in content ? isShort([content]) : 'unbreakable' in content && content.unbreakable === true)

/** As much text as is held together, in signs of the document that is laid out. */
const heldText = 2000

const isShort = (contents: readonly Content[]): boolean => JSON.stringify(contents).length <= heldText

/** Headings and what is said below them, on one page with the first of what they head: they never end a page. */
const withFirst = (contents: readonly Content[]): readonly Content[] => {
  const headings = contents.findIndex((content) => !isHeading(content))
  const first = contents[headings]
  return first !== undefined && isWhole(first) && isShort(contents.slice(0, headings)) ? [{ unbreakable: true, stack: contents.slice(0, headings + 1) }, ...contents.slice(headings + 1)] : contents
}

/** A heading that stays with what it heads. */
export const sectionTitle = (number: number, title: string): Content =>
  ({ text: `${roman(number)}. ${title.toLocaleUpperCase('vi')}`, bold: true, headlineLevel: 1, margin: [0, 9, 0, 4] })

/** Between what stands under a heading of its own and the questions after it, in points. */
const afterPart = 8

/** Stays with the heading it stands below. */
const remarkPart = (remark: string): Content => ({ text: remark, italics: true, headlineLevel: 2, fontSize: 10, margin: [0, 0, 0, 3] })

const partTitle = (title: string): Content => ({ text: title, bold: true, headlineLevel: 1, margin: [0, 6, 0, 3] })

const ones = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX']

const roman = (number: number): string => 'X'.repeat(Math.floor(number / 10)) + (ones[number % 10] ?? '')

/** What is said of a section, group or matrix, and what stands in it; where nobody was asked it, that. */
const belowHeading = (printing: Printing, holder: FormSection | GroupItem | MatrixItem, name: string): readonly Content[] => {
  const { paper: { say, language }, parts } = printing
  if (parts.isHidden(name)) return [{ text: say('notApplicable'), italics: true }]
  const remarks = [holder.help?.[language], parts.onlyWhen(holder.visible)].flatMap((remark) => remark ?? [])
  return [...remarks.map(remarkPart), ...itemsPart(printing, holder)]
}

const itemsPart = (printing: Printing, holder: FormSection | GroupItem | MatrixItem): readonly Content[] => {
  const { parts, numbers } = printing
  const first = (items: readonly FieldItem[]): number => (items[0] && numbers.get(items[0])) ?? 1
  if ('kind' in holder && holder.kind === 'matrix') return parts.matrix(holder, first(holder.items))
  return runsOf(holder.items).flatMap((run, index, runs) => {
    const before = runs[index - 1]
    if (!isRun(run)) return run.kind === 'roster' && before ? [{ stack: [...otherPart(printing, run)], margin: [0, afterPart, 0, 0] }] : otherPart(printing, run)
    return [{ unbreakable: standOnOnePage(run, wholeRun), stack: [...parts.household(run, first(run))], margin: [0, before && !isRun(before) && isContainer(before) ? afterPart : 0, 0, 0] }]
  })
}

const otherPart = (printing: Printing, item: Exclude<FormItem, FieldItem>): readonly Content[] => {
  const { paper, parts } = printing
  if (item.kind === 'roster') return parts.roster(item)
  const name = `household.${item.id}`
  if (item.kind === 'text') return parts.isHidden(name) ? [] : paragraphsOf(paper, item)
  if (item.kind === 'fact') return parts.isHidden(name) ? [] : [parts.fact(item)]
  if (item.kind === 'attachment') return parts.isHidden(name) ? [] : [parts.attachment(item)]
  return withFirst([partTitle(item.title[paper.language]), ...belowHeading(printing, item, name)])
}

type Run = readonly FieldItem[]

const isRun = (run: Run | Exclude<FormItem, FieldItem>): run is Run => Array.isArray(run)

/** Neighbouring questions together, everything else by itself. */
const runsOf = (items: readonly FormItem[]): readonly (Run | Exclude<FormItem, FieldItem>)[] =>
  items.reduce<readonly (Run | Exclude<FormItem, FieldItem>)[]>((runs, item) => {
    const last = runs.at(-1)
    if (item.kind !== 'field') return [...runs, item]
    return last && isRun(last) ? [...runs.slice(0, -1), [...last, item]] : [...runs, [item]]
  }, [])
