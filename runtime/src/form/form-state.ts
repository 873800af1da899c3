import type { HouseholdInput, Moment } from '../documents/input-document.ts'
import type { Issue } from '../documents/issue.ts'
import type { Text } from '../documents/text.ts'
import type { FormSet } from './form-set.ts'
import { Reading } from '../logic/reading.ts'
import { JudgedPart } from './judged-part.ts'

/** What changes about a form while it is filled. */
export interface FormState extends FormDemands {
  /**
   * What not to show: questions that do not apply or that the form hides, by themselves or with the part they stand in,
   * as `household.x` and `members.<member id>.y`; other items by their id in the place of the question; `sections.<id>`.
   */
  readonly hidden: readonly string[]
  /** The facts a form shows as they come out of the answers so far, by the item that shows them; named as in `hidden`. */
  readonly facts: Readonly<Record<string, Text>>
}

/** What stands between the answers so far and sending them. */
export interface FormDemands {
  /** Checks that fail at questions that are shown; an error stops sending, a warning asks for a reason. `params.check` is the check's id. */
  readonly issues: readonly Issue[]
  /** Questions that must be answered before sending and are not; errors too, but not of what was entered. */
  readonly unanswered: readonly Issue[]
}

/**
 * Judges visibility and checks for the answers so far, what each programme has in the form by its own rules. What is unknown
 * hides nothing and fails nothing. `attached` names the items of the form to which something is attached, as in `hidden`;
 * where it is absent no attachment is asked for.
 */
export const formState = async ({ parts }: FormSet, input: HouseholdInput, moment: Moment, attached?: ReadonlySet<string>): Promise<FormState> => {
  const reading = new Reading({ input, moment })
  const states = await Promise.all(parts.map(async (each) => {
    const part = new JudgedPart(each, reading)
    return { hidden: await part.hidden(), ...(await demandsOf(part, attached)), facts: await part.facts() }
  }))
  return { hidden: states.flatMap(({ hidden }) => hidden), facts: Object.assign({}, ...states.map(({ facts }) => facts)), ...joined(states) }
}

/** The same of a form alone that is to be sent: nothing is judged that asks and checks nothing. */
export const formDemands = (form: FormSet, input: HouseholdInput, moment: Moment, attached?: ReadonlySet<string>): Promise<FormDemands> =>
  demandsOfForm(form, new Reading({ input, moment }), attached)

/** The same where more will be asked of the household. */
export const demandsOfForm = async ({ parts }: FormSet, reading: Reading, attached?: ReadonlySet<string>): Promise<FormDemands> =>
  joined(await Promise.all(parts.map((part) => demandsOf(new JudgedPart(part, reading), attached))))

const demandsOf = async (part: JudgedPart, attached: ReadonlySet<string> | undefined): Promise<FormDemands> =>
  ({ issues: await part.failedChecks(), unanswered: await part.unanswered(attached) })

const joined = (all: readonly FormDemands[]): FormDemands => ({ issues: all.flatMap(({ issues }) => issues), unanswered: all.flatMap(({ unanswered }) => unanswered) })
