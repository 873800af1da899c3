import type { FieldSchema } from '../../documents/common-document.ts'
import type { FormItem, FormSection, GroupedItem, GroupItem, RosterItem } from '../../documents/form-document.ts'
import type { Subject } from '../../documents/logic-document.ts'
import type { Text } from '../../documents/text.ts'
import { limits } from '../../limits/limits.ts'
import { answerTypeOf, typeOfNode } from './answer-type.ts'
import type { Cell } from './cell.ts'
import type { Fields } from './exchanged-form.ts'
import type { ImportNoteCode } from './import-note.ts'
import { orderedProperties, type OrderedProperty } from './ordered-properties.ts'
import { partWords } from './part-words.ts'
import { readQuestion } from './read-question.ts'
import { inBoth, nameAsWords, nodeAt, takeHelp, takeTitle, uiOption, type Reading } from './reading.ts'
import { below, type SchemaNode } from './schema-node.ts'

/** Where properties are read: of whom, within which part (none at the root), and whether groups may stand there. */
export interface Place {
  readonly of: Subject
  readonly within?: string
  readonly groups: boolean
}

type Shape = 'object' | 'list' | 'text' | 'question'

type AddedFields = Readonly<Record<Subject, Record<string, FieldSchema>>>

/** Fields shown in the row of a member. */
const usualColumns = 4

/** Reads the properties of foreign schemas into parts of a form, in their order. */
export class PartReader {
  readonly #reading: Reading
  readonly #added: AddedFields = { household: {}, members: {} }
  #parts = 0
  #sections = 0
  #hasRoster: boolean

  constructor(reading: Reading, hasRoster = false) {
    this.#reading = reading
    this.#hasRoster = hasRoster
  }

  /** What the dictionary lacks of the questions read so far. */
  get added(): Readonly<Record<Subject, Fields>> {
    return this.#added
  }

  /** The sections of a form: one for each group and for the members; before them one for what stands alone. */
  sections(node: SchemaNode, ui: Cell | undefined, title: Text): readonly FormSection[] {
    const help = takeHelp(this.#reading, node, ui)
    const alone: FormItem[] = help ? [{ kind: 'text', id: this.#reading.newId(), text: help }] : []
    const sections = orderedProperties(this.#reading, node, ui).flatMap((each): readonly FormSection[] => {
      const section = this.#section(each)
      if (!section) alone.push(...this.#item(each, { of: 'household', groups: false }))
      return section ?? []
    })
    return alone.length > 0 ? [{ id: this.#reading.newId(), title, items: alone }, ...sections] : sections
  }

  /** What an object asks, in parts; of its properties those named, or all. */
  items(node: SchemaNode, ui: Cell | undefined, place: Place, names?: ReadonlySet<string>): readonly FormItem[] {
    return orderedProperties(this.#reading, node, ui)
      .filter(({ property }) => names?.has(property.name) ?? true)
      .flatMap((each) => (place.of === 'members' && this.#isIdentity(each) ? [] : this.#item(each, place)))
  }

  /** A property that makes a section of its own; undefined where it makes none. */
  #section({ property, ui }: OrderedProperty): readonly FormSection[] | undefined {
    const node = nodeAt(this.#reading, property.cell)
    const shape = node && this.#shapeOf(node)
    if (!node || !shape || shape === 'text' || shape === 'question' || (shape === 'list' && this.#hasRoster) || this.#sections >= limits.sections - 1) return undefined
    this.#sections += 1
    const head = this.#head(property.name, node, ui)
    if (shape === 'object') return [{ ...head, items: this.items(node, ui, { of: 'household', within: property.name, groups: true }) }]
    const items = this.#roster({ property, ui, required: [] }, node)
    return items.length > 0 ? [{ ...head, items }] : []
  }

  #head(name: string, node: SchemaNode, ui: Cell | undefined): { readonly id: string; readonly title: Text; readonly help?: Text } {
    this.#takeType(node)
    const title = takeTitle(this.#reading, node, ui)
    const help = takeHelp(this.#reading, node, ui)
    return { id: this.#reading.newId(), title: title === undefined ? nameAsWords(name) : inBoth(title), ...(help && { help }) }
  }

  #takeType(node: SchemaNode): void {
    const type = node.keyword('type')
    if (type) this.#reading.ledger.take(type)
  }

  #item(each: OrderedProperty, place: Place): readonly FormItem[] {
    const { property } = each
    const node = nodeAt(this.#reading, property.cell)
    if (!node) return this.#leave(each, 'unreadable', partWords.unreadable(property.name))
    if (this.#parts >= limits.form_items) return this.#leave(each, 'too_large', partWords.tooMany(property.name))
    this.#parts += 1
    const shape = this.#shapeOf(node)
    if (shape === 'question') return this.#question(each, node, place)
    if (shape === 'text') return this.#text(each, node)
    if (shape === 'object') return place.groups ? [this.#group(each, node, place)] : this.#leave(each, 'unsupported', place.within === undefined ? partWords.tooMany(property.name) : partWords.tooDeep(property.name))
    if (place.of === 'members' || !place.groups || this.#hasRoster) return this.#leave(each, 'unsupported', partWords.otherList(property.name))
    return this.#roster(each, node)
  }

  #leave({ property, ui, required }: OrderedProperty, code: ImportNoteCode, message: Text): readonly never[] {
    const { ledger } = this.#reading
    for (const cell of ui ? [property.cell, ui] : [property.cell]) ledger.leave(cell, code, message)
    for (const cell of required) ledger.take(cell)
    return []
  }

  #question(each: OrderedProperty, node: SchemaNode, { of, within }: Place): readonly FormItem[] {
    const { property, ui, required } = each
    if (uiOption(ui, 'widget')?.value === 'hidden') return this.#leave(each, 'unsupported', partWords.hidden(property.name))
    const answer = answerTypeOf(this.#reading, node, ui)
    if (!answer) return this.#leave(each, 'unreadable', partWords.unreadable(property.name))
    for (const cell of required) this.#reading.ledger.take(cell)
    const { item, added } = readQuestion(this.#reading, { property, node, ui, answer, of, within, required: required.length > 0 })
    if (added) this.#added[of][item.field] = added
    return [item]
  }

  #text(each: OrderedProperty, node: SchemaNode): readonly FormItem[] {
    const [title, help] = [takeTitle(this.#reading, node, each.ui), takeHelp(this.#reading, node, each.ui)]
    const words = [title, help?.vi].filter((part) => part !== undefined).join('\n\n')
    if (words === '' || words.length > limits.text) return this.#leave(each, 'unsupported', partWords.wordless(each.property.name))
    this.#takeType(node)
    return [{ kind: 'text', id: this.#reading.newId(), text: inBoth(words) }]
  }

  #group({ property, ui }: OrderedProperty, node: SchemaNode, { of }: Place): GroupItem {
    const head = this.#head(property.name, node, ui)
    const items = this.items(node, ui, { of, within: property.name, groups: false })
    return { kind: 'group', ...head, items: items.filter((item): item is GroupedItem => item.kind !== 'group' && item.kind !== 'roster') }
  }

  /** The members. */
  #roster(each: OrderedProperty, node: SchemaNode): readonly RosterItem[] {
    const { property, ui } = each
    const [list, most] = [node.keyword('items'), node.keyword('maxItems')]
    const members = list && nodeAt(this.#reading, list)
    this.#hasRoster = true
    if (members) for (const part of [node, members]) this.#takeType(part)
    if (most?.value === limits.members) this.#reading.ledger.take(most)
    const items = members ? this.items(members, ui && below(ui, 'items'), { of: 'members', within: property.name, groups: true }) : []
    const inRoster = items.filter((item): item is RosterItem['items'][number] => item.kind !== 'roster')
    const columns = inRoster.flatMap((item) => (item.kind === 'group' ? item.items : [item])).flatMap((item) => (item.kind === 'field' ? [item.field] : [])).slice(0, usualColumns)
    return columns.length > 0 ? [{ kind: 'roster', id: this.#reading.newId(), items: inRoster, columns }] : this.#leave(each, 'unreadable', partWords.emptyList(property.name))
  }

  /** Each member has an id anyway, which tools keep in a hidden property. */
  #isIdentity({ property, ui, required }: OrderedProperty): boolean {
    const node = nodeAt(this.#reading, property.cell)
    if (property.name !== 'id' || !node || typeOfNode(node) !== 'string') return false
    const { ledger } = this.#reading
    const widget = uiOption(ui, 'widget')
    const [least, most] = [node.keyword('minLength'), node.keyword('maxLength')]
    const kept = [node.keyword('type'), ...required, ...(least?.value === 1 ? [least] : []), ...(most?.value === limits.text ? [most] : []), ...(widget?.value === 'hidden' ? [widget] : [])]
    for (const cell of kept) if (cell) ledger.take(cell)
    if (widget?.value !== 'hidden') ledger.note(property.cell, 'unsupported', partWords.identity)
    return true
  }

  #shapeOf(node: SchemaNode): Shape {
    const type = typeOfNode(node)
    if (type === 'null') return 'text'
    if (type === 'object' && node.properties().length > 0) return 'object'
    const items = type === 'array' ? node.keyword('items') : undefined
    const inner = items && nodeAt(this.#reading, items)
    return inner && typeOfNode(inner) === 'object' && inner.properties().length > 0 ? 'list' : 'question'
  }
}
