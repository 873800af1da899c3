import { questionsOf, type Assembly } from '@tieuchi/runtime'
import type { UnitOnDate } from '../units/unit-schema.ts'
import { administrativeHead } from './administrative-head.ts'
import type { BlankForm } from './blank-cells.ts'
import { blankParts } from './blank-parts.ts'
import { factLines, formMargins, paperTitle, ruleFacts, signatures } from './form-sheet.ts'
import type { PrintDocument } from './print-engine.ts'
import { formSections } from './section-part.ts'

export interface BlankFormGround {
  readonly unit: UnitOnDate
  /** At the foot of every page: which rules the form is of. */
  readonly foot: string
  /** Under the title, where it is not a form in force. */
  readonly note?: string
  /** The rules with what the unit adds to them, where it does. */
  readonly local?: Assembly | undefined
}

const dots = '……………………………………………………………………'

/** A form to be filled by hand: every question with the ways to answer it and when it is asked. */
export const blankFormPrint = (paper: BlankForm, { unit, foot, note, local }: BlankFormGround): PrintDocument => {
  const { say, form, language, assembly, at } = paper
  const title = form.form.title[language]
  const asksAll = questionsOf(form.form).some(({ item }) => item.required)
  return {
    title,
    language,
    at: new Date(`${at}T00:00:00+07:00`),
    size: 11,
    margins: formMargins,
    foot,
    content: [
      ...administrativeHead({ say, unit }),
      paperTitle(title, note),
      factLines([
        [say('household'), dots],
        [say('unit'), [unit.name, ...unit.parents].join(', ')],
        [say('referenceDate'), '……… / ……… / ……………'],
        ...ruleFacts(say, language, assembly, local),
      ]),
      ...(asksAll ? [{ text: say('required'), italics: true, fontSize: 9 }] : []),
      ...formSections(paper, blankParts),
      { text: say('moreMembers'), italics: true, fontSize: 9, margin: [0, 6, 0, 0] },
      signatures(say),
    ],
  }
}
