import { caseCodes } from './codes/case-codes.ts'
import { conditionCodes } from './codes/condition-codes.ts'
import { formCodes } from './codes/form-codes.ts'
import { releaseCodes, reportCodes, sharedCaseCodes, tableCodes, type JoinedCode } from './codes/joined-codes.ts'
import { lawCodes } from './codes/law-codes.ts'
import { programmeCodes } from './codes/programme-codes.ts'
import { reportFormCodes } from './codes/report-codes.ts'
import { structureCodes } from './codes/structure-codes.ts'
import { textCodes } from './codes/text-codes.ts'
import { typeCodes } from './codes/type-codes.ts'
import { unitCodes } from './codes/unit-codes.ts'
import { useCodes } from './codes/use-codes.ts'

/** The codes whose messages the lint writes itself. */
export const ownCodes = {
  ...structureCodes, ...typeCodes, ...unitCodes, ...conditionCodes, ...useCodes, ...formCodes, ...reportFormCodes, ...lawCodes, ...textCodes, ...programmeCodes, ...caseCodes,
} as const

export type OwnCode = keyof typeof ownCodes

/** Every code that `lintRelease` can give, family by family: its usual severity and what it means. Described in `codes.md`. */
export const lintCodeFamilies = {
  'Evaluation impossible': releaseCodes,
  Structure: structureCodes,
  Types: typeCodes,
  Units: unitCodes,
  Conditions: conditionCodes,
  Tables: tableCodes,
  'Use and questions': useCodes,
  Forms: formCodes,
  Reports: { ...reportCodes, ...reportFormCodes },
  'The law behind the rules': lawCodes,
  Texts: textCodes,
  'Other programmes': programmeCodes,
  Cases: { ...sharedCaseCodes, ...caseCodes },
} as const satisfies Readonly<Record<string, Readonly<Record<string, JoinedCode>>>>

type CodesOf<Families> = Families extends Families ? keyof Families : never

export type LintCodeName = CodesOf<(typeof lintCodeFamilies)[keyof typeof lintCodeFamilies]>

/** The same codes by name. */
export const lintCodes: Readonly<Record<LintCodeName, JoinedCode>> = Object.assign({}, ...Object.values(lintCodeFamilies)) as Readonly<Record<LintCodeName, JoinedCode>>
