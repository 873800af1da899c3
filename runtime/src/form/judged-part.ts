import type { Condition } from '../documents/condition-document.ts'
import type { FormCheck } from '../documents/form-document.ts'
import type { Issue } from '../documents/issue.ts'
import type { Subject } from '../documents/logic-document.ts'
import { oncePer } from '../documents/once-per.ts'
import type { Text } from '../documents/text.ts'
import { describeReference, writeValue } from '../explain/readable.ts'
import { Interpreter } from '../logic/interpreter.ts'
import { oneByOne } from '../logic/one-by-one.ts'
import { householdScope, type EvaluationRequest, type Scope } from '../logic/scope.ts'
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

/** An item, of the household or of one member, with its name in `FormState`. */
interface ShownItem extends ConditionedItem {
  readonly place: Place
  readonly name: string
}

const household: Place = { prefix: 'household', scope: householdScope }

const itemsOfPart = oncePer((part: FormSetPart): readonly ConditionedItem[] => itemsOf(part).map((placed) => {
  const applies = placed.item.kind === 'field' ? part.assembly.fields.get(placed.item.field)?.schema.applies : undefined
  return { ...placed, conditions: [...(applies ? [applies] : []), ...visibleConditions(placed)] }
}))

/** What one programme has in a form, judged by its own rules for the answers so far: only what is asked for, and that once. */
export class JudgedPart {
  readonly #part: FormSetPart
  readonly #interpreter: Interpreter
  readonly #members: readonly Place[]
  readonly #items: readonly ShownItem[]
  readonly #named: ReadonlyMap<string, readonly ShownItem[]>
  readonly #hidden = new Map<ShownItem, Promise<boolean>>()

  constructor(part: FormSetPart, request: EvaluationRequest) {
    this.#part = part
    this.#interpreter = new Interpreter(part.assembly, request)
    this.#members = (this.#interpreter.memberScopes() ?? []).map((scope) => ({ prefix: `members.${scope.member?.id ?? ''}`, scope }))
    this.#items = (['household', 'members'] as const).flatMap((of) => this.#placesOf(of).flatMap((place) => itemsAt(part, of, place)))
    this.#named = Map.groupBy(this.#items, ({ name }) => name)
  }

  /** Items and sections that are not shown. */
  async hidden(): Promise<readonly string[]> {
    const items = await filtered(this.#items.filter(({ conditions }) => conditions.length > 0), (item) => this.#isHidden(item))
    const sections = await filtered(this.#part.sections, ({ id, visible }) => this.#isFalse(id, visible, householdScope))
    return [...new Set(items.map(({ name }) => name)), ...sections.map(({ id }) => `sections.${id}`)]
  }

  /** What the facts that are shown come to, by the item that shows them. */
  async facts(): Promise<Readonly<Record<string, Text>>> {
    const shown = await this.#shown(this.#items.filter(({ item }) => item.kind === 'fact'))
    const texts = await oneByOne(shown, async ({ name, item, place }) => (item.kind === 'fact' ? [[name, await this.#factText(item.fact, place)] as const] : []))
    return Object.fromEntries(texts.flat())
  }

  /** Checks that fail at questions that are shown: nobody can mend what is not. */
  async failedChecks(): Promise<readonly Issue[]> {
    const { assembly, request } = this.#interpreter
    const asked = this.#part.checks.flatMap((check) => this.#placesOf(check.of ?? 'household').map((place) => ({ check, place })))
    const checked = await oneByOne(asked, async ({ check, place }) => ((await this.#fails(check, place)) ? [failedCheckIssue(assembly, request, check, place.scope)] : []))
    return checked.flat()
  }

  /** Questions that are shown and must be answered, and are not; files too where `attached` tells which are there. */
  async unanswered(attached: ReadonlySet<string> | undefined): Promise<readonly Issue[]> {
    const { assembly, request } = this.#interpreter
    const open = await this.#shown(this.#items.filter((item) => isDemanded(item, request, attached)))
    return open.flatMap(({ item, place: { scope } }) => {
      if (item.kind === 'field') return unansweredIssue(assembly, request, item, scope)
      return item.kind === 'attachment' ? unattachedIssue(request, item, scope) : []
    })
  }

  #placesOf(of: Subject): readonly Place[] {
    return of === 'members' ? this.#members : [household]
  }

  async #shown(items: readonly ShownItem[]): Promise<readonly ShownItem[]> {
    return filtered(items, async (item) => !(await this.#isHidden(item)))
  }

  #isHidden(shown: ShownItem): Promise<boolean> {
    const hidden = this.#hidden.get(shown) ?? this.#judgeHidden(shown)
    this.#hidden.set(shown, hidden)
    return hidden
  }

  async #judgeHidden(shown: ShownItem): Promise<boolean> {
    for (const condition of shown.conditions) if (await this.#isFalse(ownName(shown), condition, shown.place.scope)) return true
    return false
  }

  async #fails({ of: _of, field, conditions }: FormCheck, { prefix, scope }: Place): Promise<boolean> {
    const places = this.#named.get(`${prefix}.${field}`) ?? []
    return (await this.#shown(places)).length === places.length && this.#isFalse(field, conditions, scope)
  }

  async #factText(fact: string, { scope }: Place): Promise<Text> {
    const { assembly } = this.#interpreter
    return writeValue(assembly, await this.#interpreter.readFact({ fact }, scope), describeReference(assembly, { fact }))
  }

  async #isFalse(name: string, condition: Condition | undefined, scope: Scope): Promise<boolean> {
    return condition !== undefined && this.#interpreter.naming(name, async () => (await this.#interpreter.judge(condition, scope)).truth === false)
  }
}

const ownName = ({ item }: PlacedItem): string => (item.kind === 'field' ? item.field : item.id)

const itemsAt = (part: FormSetPart, of: Subject, place: Place): readonly ShownItem[] =>
  itemsOfPart(part).filter((placed) => placed.of === of).map((placed) => ({ ...placed, place, name: `${place.prefix}.${ownName(placed)}` }))

const isDemanded = ({ item, place: { scope }, name }: ShownItem, { input }: EvaluationRequest, attached: ReadonlySet<string> | undefined): boolean => {
  if (item.kind === 'field') return item.required === true && !Object.hasOwn(scope.member ?? input.household ?? {}, item.field)
  return item.kind === 'attachment' && item.required === true && attached?.has(name) === false
}

const filtered = async <Item>(items: readonly Item[], holds: (item: Item) => Promise<boolean>): Promise<readonly Item[]> => {
  const held = await oneByOne(items, holds)
  return items.filter((_item, index) => held[index])
}
