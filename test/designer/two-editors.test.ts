import { createAutosave, type Autosave } from '@tieuchi/designer/src/autosave/autosave.ts'
import { ProblemError } from '@tieuchi/designer/src/api/problem-error.ts'
import { addMember, answerHousehold, answerMember, removeMember } from '@tieuchi/designer/src/review/answer-changes.ts'
import { mergeAnswers } from '@tieuchi/designer/src/review/merge-answers.ts'
import type { Side } from '@tieuchi/designer/src/review/merge-member.ts'
import type { SubmissionAnswers } from '@tieuchi/server/contract'
import type { Question } from '@tieuchi/runtime'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

interface Held {
  readonly version: number
  readonly updated_at: string
  readonly answers: SubmissionAnswers
}

type Step = { readonly who: 0 | 1 } & (
  | { readonly kind: 'answer'; readonly field: string; readonly value: string | undefined }
  | { readonly kind: 'answerMember'; readonly member: string; readonly field: string; readonly value: string }
  | { readonly kind: 'add' | 'remove'; readonly member: string }
  | { readonly kind: 'wait'; readonly milliseconds: number }
  | { readonly kind: 'look' }
  | { readonly kind: 'fail'; readonly how: 'unreached' | 'answerLost' })

const first: SubmissionAnswers = { household: { a: '0', b: '0' }, members: [{ id: 'm1', a: '0' }, { id: 'm2', a: '0' }] }

const who = fc.constantFrom(0 as const, 1 as const)
const value = fc.constantFrom('1', '2', '3')
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ who, kind: fc.constant('answer' as const), field: fc.constantFrom('a', 'b', 'c', 'd'), value: fc.option(value, { nil: undefined }) }),
  fc.record({ who, kind: fc.constant('answerMember' as const), member: fc.constantFrom('m1', 'm2', 'new0', 'new1'), field: fc.constantFrom('a', 'b'), value }),
  fc.record({ who, kind: fc.constantFrom('add' as const, 'remove' as const), member: fc.constantFrom('m1', 'm2') }),
  fc.record({ who, kind: fc.constant('wait' as const), milliseconds: fc.constantFrom(10, 200, 700, 3000) }),
  fc.record({ who, kind: fc.constant('look' as const) }),
  fc.record({ who, kind: fc.constant('fail' as const), how: fc.constantFrom('unreached' as const, 'answerLost' as const) }),
)

const lost = () => new ProblemError({ status: 0, code: 'unreachable', detail: { vi: '', en: '' } })

/** Two people with one submission open, and the server between them. */
class Desk {
  held: Held = { version: 1, updated_at: '2026-01-01T00:00:00Z', answers: first }
  readonly failing: [Extract<Step, { kind: 'fail' }>['how'] | undefined, Extract<Step, { kind: 'fail' }>['how'] | undefined] = [undefined, undefined]
  /** What a person had to decide. */
  readonly asked: Question[] = []
  readonly editors: readonly [Autosave<SubmissionAnswers, Held>, Autosave<SubmissionAnswers, Held>]

  constructor() {
    this.editors = [this.#open(0), this.#open(1)]
  }

  #open(person: 0 | 1): Autosave<SubmissionAnswers, Held> {
    return createAutosave<SubmissionAnswers, Held>({
      source: this.held,
      contentOf: ({ answers }) => answers,
      isOpen: () => true,
      join: (base, mine, theirs, unanswered) => {
        const { answers, both } = mergeAnswers({ base, mine, theirs }, { unanswered })
        return { content: answers, contested: both.length > 0 }
      },
      nothing: { household: {}, members: [] },
      storable: (answers) => answers,
      send: (version, answers) => this.#save(person, version, answers),
      load: async () => this.held,
      unsaved: { read: () => undefined, write: () => undefined, clear: () => undefined },
      onSaved: () => undefined,
      onReceived: () => undefined,
    })
  }

  async #save(person: 0 | 1, version: number, answers: SubmissionAnswers): Promise<Held> {
    const how = this.failing[person]
    this.failing[person] = undefined
    await new Promise((resolve) => setTimeout(resolve, 50))
    if (how === 'unreached') throw lost()
    if (version !== this.held.version) throw new ProblemError({ status: 409, code: 'submission_changed', detail: { vi: '', en: '' } })
    this.held = { ...this.held, version: version + 1, answers }
    if (how === 'answerLost') throw lost()
    return this.held
  }

  /** Settles what is asked and looks at the other's changes until nothing is left to do. */
  async finish(sides: readonly Side[]): Promise<void> {
    for (let round = 0; round < 40; round += 1) {
      for (const editor of this.editors) {
        editor.receive(this.held)
        const { theirs, base, content: mine, unanswered } = editor.getState()
        if (theirs) {
          const { answers, both } = mergeAnswers({ base, mine, theirs: theirs.answers }, { unanswered, choose: () => sides[round % sides.length] ?? 'mine' })
          this.asked.push(...both)
          void editor.settle(answers)
        }
        await vi.advanceTimersByTimeAsync(1000)
      }
      if (this.editors.every((editor) => editor.getState().status === 'saved' && editor.getState().version === this.held.version)) return
      await vi.advanceTimersByTimeAsync(3000)
    }
    throw new Error('The two never came to an end')
  }
}

/** What each place was last given, and by whom it was touched at all; a member taken out touches all of it. */
class Touches {
  readonly #by = new Map<string, Set<0 | 1>>()
  readonly #last = new Map<string, string | undefined>()

  note(person: 0 | 1, place: string, given: string | undefined): void {
    this.#by.set(place, (this.#by.get(place) ?? new Set()).add(person))
    this.#last.set(place, given)
  }

  ofOnePerson(): readonly (readonly [string, string | undefined])[] {
    return [...this.#last].filter(([place]) => this.#by.get(place)?.size === 1 && !this.#isInTouchedMember(place))
  }

  isOfOnePerson({ field, member }: Question): boolean {
    return field !== 'members' && this.#by.get(member === undefined ? `household/${field}` : `member/${member}/${field}`)?.size === 1
  }

  #isInTouchedMember(place: string): boolean {
    const [part, member] = place.split('/')
    const out = part === 'member' ? this.#by.get(`out/${member}`) : undefined
    return out !== undefined
  }
}

const perform = (desk: Desk, touches: Touches, each: Step, added: Set<string>): void => {
  const editor = desk.editors[each.who]
  const { content } = editor.getState()
  const has = (id: string): boolean => content.members.some((member) => member.id === id)
  if (each.kind === 'answer') {
    editor.change(answerHousehold(content, each.field, each.value))
    touches.note(each.who, `household/${each.field}`, each.value)
  }
  if (each.kind === 'answerMember' && has(each.member)) {
    editor.change(answerMember(content, each.member, each.field, each.value))
    touches.note(each.who, `member/${each.member}/${each.field}`, each.value)
  }
  if (each.kind === 'remove' && has(each.member)) {
    editor.change(removeMember(content, each.member))
    touches.note(each.who, `out/${each.member}`, undefined)
  }
  const fresh = `new${each.who}`
  if (each.kind === 'add' && !added.has(fresh)) {
    added.add(fresh)
    editor.change(addMember(content, fresh))
  }
  if (each.kind === 'look') editor.receive(desk.held)
  if (each.kind === 'fail') desk.failing[each.who] = each.how
}

beforeEach(() => { vi.useFakeTimers() })
afterEach(() => { vi.useRealTimers() })

test('two people who change the same answers at random end with the same; nothing only one of them touched is lost or asked about', async () => {
  await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 30 }), fc.array(fc.constantFrom<Side>('mine', 'theirs'), { minLength: 1, maxLength: 4 }), async (steps, sides) => {
    vi.clearAllTimers()
    const desk = new Desk()
    const touches = new Touches()
    const added = new Set<string>()
    for (const each of steps) {
      perform(desk, touches, each, added)
      await vi.advanceTimersByTimeAsync(each.kind === 'wait' ? each.milliseconds : 1)
    }
    await desk.finish(sides)
    expect(desk.asked.filter((question) => touches.isOfOnePerson(question))).toEqual([])
    const [one, other] = desk.editors.map((editor) => editor.getState().content)
    expect(one).toEqual(desk.held.answers)
    expect(other).toEqual(desk.held.answers)
    const { household, members } = desk.held.answers
    expect(members.map(({ id }) => id)).toEqual(expect.arrayContaining([...added]))
    for (const [place, given] of touches.ofOnePerson()) {
      const [part, id = '', field = ''] = place.split('/')
      if (part === 'household') expect([place, household[id]]).toEqual([place, given])
      if (part === 'member') expect([place, members.find((member) => member.id === id)?.[field]]).toEqual([place, given])
    }
  }), { numRuns: 400 })
})
