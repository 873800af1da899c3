import type { Condition } from '../documents/condition-document.ts'
import type { FormCheck } from '../documents/form-document.ts'
import type { Issue } from '../documents/issue.ts'
import type { Subject } from '../documents/logic-document.ts'
import { oncePer } from '../documents/once-per.ts'
import type { Text } from '../documents/text.ts'
import { describeReference, writeValue } from '../explain/readable.ts'
import type { Interpreter } from '../logic/interpreter.ts'
import { oneByOne } from '../logic/one-by-one.ts'
import type { Reading } from '../logic/reading.ts'
import { householdScope, type EvaluationRequest, type Scope } from '../logic/scope.ts'
import { after, type Soon } from '../logic/soon.ts'
import { failedCheckIssue, unansweredIssue, unattachedIssue } from './form-issues.ts'
import { itemsOf, visibleConditions, type PlacedItem } from './form-items.ts'
import type { FormSetPart } from './form-set.ts'

/** Whom something is asked of: the household or one member. */
interface Place {
  readonly prefix: string
  readonly scope: Scope
}

/** An item with what must not be false for it to be shown. */
interface ConditionedItem extends PlacedItem {
  readonly conditions: readonly Condition[]
}

/** An item, of the household or of one member. */
interface ShownItem {
  readonly placed: ConditionedItem
  readonly place: Place
}

/** The items of the household, or those of each member. */
interface SubjectItems {
  readonly conditioned: readonly ConditionedItem[]
  readonly facts: readonly ConditionedItem[]
  readonly required: readonly ConditionedItem[]
  readonly named: ReadonlyMap<string, readonly ConditionedItem[]>
}

const subjects = ['household', 'members'] as const

const household: readonly Place[] = [{ prefix: 'household', scope: householdScope }]

/** What of a part is the same whatever is answered. */
const itemsOfPart = oncePer((part: FormSetPart): Readonly<Record<Subject, SubjectItems>> => {
  const all = itemsOf(part).map((placed): ConditionedItem => {
    const applies = placed.item.kind === 'field' ? part.assembly.fields.get(placed.item.field)?.schema.applies : undefined
    return { ...placed, conditions: [...(applies ? [applies] : []), ...visibleConditions(placed)] }
  })
  return { household: subjectItems(all, 'household'), members: subjectItems(all, 'members') }
})

const subjectItems = (all: readonly ConditionedItem[], subject: Subject): SubjectItems => {
  const own = all.filter(({ of }) => of === subject)
  return {
    conditioned: own.filter(({ conditions }) => conditions.length > 0),
    facts: own.filter(({ item }) => item.kind === 'fact'),
    required: own.filter(({ item }) => (item.kind === 'field' || item.kind === 'attachment') && item.required === true),
    named: Map.groupBy(own, ownName),
  }
}

/** What one programme has in a form, judged by its own rules for the answers so far: only what is asked for, and that once. */
export class JudgedPart {
  readonly #part: FormSetPart
  readonly #interpreter: Interpreter
  readonly #places: Readonly<Record<Subject, readonly Place[]>>

  constructor(part: FormSetPart, reading: Reading) {
    this.#part = part
    this.#interpreter = reading.interpreterOf(part.assembly)
    const members = this.#interpreter.memberScopes() ?? []
    this.#places = { household, members: members.map((scope) => ({ prefix: `members.${scope.member?.id ?? ''}`, scope })) }
  }

  /** Items and sections that are not shown. */
  async hidden(): Promise<readonly string[]> {
    const items = await filtered(this.#items('conditioned'), (item) => this.#isHidden(item))
    const sections = await filtered(this.#part.sections, ({ id, visible }) => this.#isFalse(id, visible, householdScope))
    return [...new Set(items.map(nameOf)), ...sections.map(({ id }) => `sections.${id}`)]
  }

  /** What the facts that are shown come to, by the item that shows them. */
  async facts(): Promise<Readonly<Record<string, Text>>> {
    const shown = await this.#shown(this.#items('facts'))
    const texts = await oneByOne(shown, async (each) => {
      const { placed: { item }, place } = each
      return item.kind === 'fact' ? [[nameOf(each), await this.#factText(item.fact, place)] as const] : []
    })
    return Object.fromEntries(texts.flat())
  }

  /** Checks that fail at questions that are shown: nobody can mend what is not. */
  async failedChecks(): Promise<readonly Issue[]> {
    const { assembly, request } = this.#interpreter
    const asked = this.#part.checks.flatMap((check) => this.#places[check.of ?? 'household'].map((place) => ({ check, place })))
    const failed = await filtered(asked, ({ check, place }) => this.#fails(check, place))
    return failed.map(({ check, place }) => failedCheckIssue(assembly, request, check, place.scope))
  }

  /** Questions that are shown and must be answered, and are not; files too where `attached` tells which are there. */
  async unanswered(attached: ReadonlySet<string> | undefined): Promise<readonly Issue[]> {
    const { assembly, request } = this.#interpreter
    const open = await this.#shown(this.#items('required').filter((item) => isOpen(item, request, attached)))
    return open.flatMap(({ placed: { item }, place: { scope } }) => {
      if (item.kind === 'field') return unansweredIssue(assembly, request, item, scope)
      return item.kind === 'attachment' ? unattachedIssue(request, item, scope) : []
    })
  }

  #items(kind: Exclude<keyof SubjectItems, 'named'>): readonly ShownItem[] {
    const items = itemsOfPart(this.#part)
    return subjects.flatMap((of) => this.#places[of].flatMap((place) => items[of][kind].map((placed) => ({ placed, place }))))
  }

  #shown(items: readonly ShownItem[]): Soon<readonly ShownItem[]> {
    return filtered(items, (item) => after(this.#isHidden(item), (hidden) => !hidden))
  }

  #isHidden({ placed, place }: ShownItem): Soon<boolean> {
    return placed.conditions.length > 0 && this.#isFalseFrom(0, placed, place)
  }

  /** Whether one of the conditions of an item is false, from one of them on. */
  #isFalseFrom(index: number, placed: ConditionedItem, place: Place): Soon<boolean> {
    return index < placed.conditions.length &&
      after(this.#isFalse(ownName(placed), placed.conditions[index], place.scope), (isFalse) => isFalse || this.#isFalseFrom(index + 1, placed, place))
  }

  #fails({ of = 'household', field, conditions }: FormCheck, place: Place): Soon<boolean> {
    const items = (itemsOfPart(this.#part)[of].named.get(field) ?? []).map((placed) => ({ placed, place }))
    return after(this.#shown(items), (shown) => shown.length === items.length && this.#isFalse(field, conditions, place.scope))
  }

  async #factText(fact: string, { scope }: Place): Promise<Text> {
    const { assembly } = this.#interpreter
    return writeValue(assembly, await this.#interpreter.readFact({ fact }, scope), describeReference(assembly, { fact }))
  }

  #isFalse(name: string, condition: Condition | undefined, scope: Scope): Soon<boolean> {
    return condition !== undefined && this.#interpreter.naming(name, () => after(this.#interpreter.judge(condition, scope), ({ truth }) => truth === false))
  }
}

const ownName = ({ item }: PlacedItem): string => (item.kind === 'field' ? item.field : item.id)

/** Its name in `FormState`. */
const nameOf = ({ placed, place }: ShownItem): string => `${place.prefix}.${ownName(placed)}`

/** Whether something that must be there is not. */
const isOpen = (shown: ShownItem, { input }: EvaluationRequest, attached: ReadonlySet<string> | undefined): boolean => {
  const { placed: { item }, place: { scope } } = shown
  return item.kind === 'field' ? !Object.hasOwn(scope.member ?? input.household ?? {}, item.field) : attached?.has(nameOf(shown)) === false
}

const filtered = <Item>(items: readonly Item[], holds: (item: Item) => Soon<boolean>): Soon<readonly Item[]> =>
  after(oneByOne(items, holds), (held) => items.filter((_item, index) => held[index]))
