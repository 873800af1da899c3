import { hashDocument, type Answer, type Answers, type Arrival, type Departure, type MemberAnswers, type Question } from '@tieuchi/runtime'

export type Side = 'mine' | 'theirs'

/** Whose answer stands where both changed one. A question about a member as a whole has the field `members`. */
export type Choose = (question: Question) => Side

export interface Sides<Value> {
  readonly base: Value
  readonly mine: Value
  readonly theirs: Value
}

/** All that one side says of a person: the answers while of the household, and how they came or went. */
export interface MemberSide {
  readonly answers?: MemberAnswers | undefined
  readonly arrival?: Arrival | undefined
  readonly departure?: Departure | undefined
}

const hashOf = (value: object | Answer | undefined): string => hashDocument(value ?? null)

const same = (a: object | Answer | undefined, b: object | Answer | undefined): boolean => a === b || hashOf(a) === hashOf(b)

const fieldsOf = (...sides: readonly Answers[]): readonly string[] => [...new Set(sides.flatMap((side) => Object.keys(side)))].filter((field) => field !== 'id')

/** What they hold, with the answers changed on this page on top; `both` names the questions that were put to `choose`. */
export const mergeFields = ({ base, mine, theirs }: Sides<Answers>, choose: (field: string) => Side): { readonly answers: Answers; readonly both: readonly string[] } => {
  const changedHere = fieldsOf(base, mine).filter((field) => !same(base[field], mine[field]))
  const both = changedHere.filter((field) => !same(base[field], theirs[field]) && !same(mine[field], theirs[field]))
  const ofThisPage = new Set(changedHere.filter((field) => !both.includes(field) || choose(field) === 'mine'))
  const entries = fieldsOf(theirs, mine).flatMap((field) => {
    const answer = (ofThisPage.has(field) ? mine : theirs)[field]
    return answer === undefined ? [] : [[field, answer] as const]
  })
  return { answers: Object.fromEntries(entries), both }
}

/** How a person came or went, without the answers. */
const passage = ({ answers, arrival, departure }: MemberSide) => ({ here: answers !== undefined, arrival: arrival ?? null, departure: departure ?? null })

/** What both sides began from: where they hold what was sent from here, that. */
export const fieldsKnown = (base: Answers, theirs: Answers, unanswered: readonly Answers[]): Answers =>
  Object.fromEntries(fieldsOf(base, theirs).flatMap((field) => {
    const answer = (unanswered.some((sent) => same(sent[field], theirs[field])) ? theirs : base)[field]
    return answer === undefined ? [] : [[field, answer] as const]
  }))

export const memberKnown = (base: MemberSide, theirs: MemberSide, unanswered: readonly MemberSide[]): MemberSide => {
  const { answers, ...passed } = unanswered.some((sent) => same(passage(sent), passage(theirs))) ? theirs : base
  const known = answers && fieldsKnown(base.answers ?? {}, theirs.answers ?? {}, unanswered.map((sent) => sent.answers ?? {}))
  return { ...passed, answers: known && { ...known, id: answers.id } }
}

const isChanged = (base: MemberAnswers, now: MemberAnswers): boolean => fieldsOf(base, now).some((field) => !same(base[field], now[field]))

/** Whose word on how a person came or went stands; undefined where both changed it otherwise. */
const sideOfPassage = ({ base, mine, theirs }: Sides<MemberSide>): Side | undefined => {
  if (same(passage(base), passage(mine)) || same(passage(mine), passage(theirs))) return 'theirs'
  if (!same(passage(base), passage(theirs))) return undefined
  const goneHere = !mine.answers && base.answers && theirs.answers
  return goneHere && isChanged(base.answers, theirs.answers) ? undefined : 'mine'
}

export interface MergedMember {
  readonly member: MemberSide
  readonly both: readonly Question[]
}

/** Somebody taken out on one side is out, unless the other side changed an answer of theirs: then that is asked. */
export const mergeMember = (id: string, sides: Sides<MemberSide>, choose: Choose): MergedMember => {
  const { base, mine, theirs } = sides
  const whole: Question = { field: 'members', member: id }
  const goneThere = mine.answers && base.answers && !theirs.answers && isChanged(base.answers, mine.answers)
  const decided = goneThere ? undefined : sideOfPassage(sides)
  const { answers: ours, ...passed } = (decided ?? choose(whole)) === 'mine' ? mine : theirs
  const asked = decided === undefined ? [whole] : []
  if (!mine.answers || !theirs.answers) return { member: { ...passed, answers: ours }, both: asked }
  const { answers, both } = mergeFields({ base: base.answers ?? {}, mine: mine.answers, theirs: theirs.answers }, (field) => choose({ field, member: id }))
  return { member: { ...passed, answers: { ...answers, id } }, both: [...asked, ...both.map((field) => ({ field, member: id }))] }
}
