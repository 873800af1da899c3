import type { FieldSchema } from '../../documents/common-document.ts'
import type { FormDocument } from '../../documents/form-document.ts'
import type { Subject } from '../../documents/logic-document.ts'
import type { Text } from '../../documents/text.ts'
import { canonicalJson } from '../../release/canonical-json.ts'
import type { AssembledField } from '../../release/assembly.ts'
import type { Cell } from './cell.ts'
import { annotationKey, type Fields, type FormAnnotation } from './exchanged-form.ts'
import type { Reading } from './reading.ts'
import { below, isRecord } from './schema-node.ts'

type Renames = ReadonlyMap<string, string>

/** The form with the ids it has here, and the fields the dictionary lacks. */
export interface Settled {
  readonly form: FormDocument
  readonly fields: Readonly<Record<Subject, Fields>>
}

const same = (a: unknown, b: unknown): boolean => canonicalJson(a ?? null) === canonicalJson(b ?? null)

const asksSame = ({ schema, place }: AssembledField, of: Subject, wanted: FieldSchema): boolean =>
  place === of && schema.type === wanted.type && schema.format === wanted.format && (schema['x-list'] === undefined) === (wanted['x-list'] === undefined)

const differs = (schema: FieldSchema, name: string): Text => ({
  vi: `“${schema['x-label'].vi}” đã có trong từ điển, nơi “${name}” khác; từ điển được giữ, hãy tạo câu hỏi mới nếu cần nội dung khác.`,
  en: `“${schema['x-label'].en}” is in the dictionary already, with another “${name}”; the dictionary stays, so make a new question where the other is needed.`,
})

const renamed = (name: string, id: string): Text => ({
  vi: `“${name}” đã là tên của nội dung khác ở đây nên được nhận với mã “${id}”; biểu mẫu được nhập đã dùng mã mới.`,
  en: `“${name}” is the name of something else here, so it is taken with the id “${id}”; the imported form uses that.`,
})

/** References stand under these names wherever in a form or condition they stand. */
const renamedIn = <Value>(value: Value, renames: Renames): Value => {
  const idOf = (id: unknown): unknown => (typeof id === 'string' ? renames.get(id) ?? id : id)
  const walk = (each: unknown): unknown => {
    if (Array.isArray(each)) return each.map(walk)
    if (!isRecord(each)) return each
    return Object.fromEntries(Object.entries(each).map(([key, inner]) => {
      if (key === 'field' || key === 'fact') return [key, idOf(inner)]
      return [key, key === 'columns' && Array.isArray(inner) ? inner.map(idOf) : walk(inner)]
    }))
  }
  return renames.size === 0 ? value : (walk(value) as Value)
}

/** Finds the place of each question in the dictionary here: its own, where that asks the same, and otherwise a new one. */
export class DictionarySettler {
  readonly #reading: Reading
  readonly #annotation: FormAnnotation
  readonly #cell: Cell

  constructor(reading: Reading, annotation: FormAnnotation) {
    this.#reading = reading
    this.#annotation = annotation
    this.#cell = { part: 'uiSchema', path: [annotationKey], value: annotation }
  }

  settle(form: FormDocument): Settled {
    const renames = new Map<string, string>()
    const added: Record<Subject, Record<string, FieldSchema>> = { household: {}, members: {} }
    for (const subject of ['household', 'members'] as const) {
      for (const [id, schema] of Object.entries(this.#annotation.fields[subject])) {
        const there = this.#reading.assembly.fields.get(id)
        if (there && asksSame(there, subject, schema)) this.#compare(subject, there.schema, id, schema)
        else added[subject][this.#idOf(subject, id, renames)] = this.#withList(schema)
      }
    }
    return { form: renamedIn(form, renames), fields: renamedIn(added, renames) }
  }

  #idOf(of: Subject, id: string, renames: Map<string, string>): string {
    const { ids, ledger } = this.#reading
    const own = ids.isFree(id) ? id : ids.forField(id, undefined)
    ids.ask(own)
    if (own !== id) {
      renames.set(id, own)
      ledger.note(this.#at('fields', of, id), 'renamed', renamed(id, own))
    }
    return own
  }

  #compare(of: Subject, there: FieldSchema, id: string, wanted: FieldSchema): void {
    const { ids, ledger } = this.#reading
    ids.ask(id)
    for (const key of new Set([...Object.keys(there), ...Object.keys(wanted)]) as Set<keyof FieldSchema>) {
      if (key !== 'x-list' && !same(there[key], wanted[key])) ledger.note(this.#at('fields', of, id, key), 'differs', differs(there, key))
    }
    const index = this.#annotation.lists.findIndex((list) => list.id === wanted['x-list'])
    const [list, own] = [this.#annotation.lists[index], this.#reading.assembly.lists.get(there['x-list'] ?? '')]
    if (list && !same(list, own)) ledger.note(this.#at('lists', index), 'differs', differs(there, list.title.vi))
  }

  #withList(schema: FieldSchema): FieldSchema {
    const index = this.#annotation.lists.findIndex((list) => list.id === schema['x-list'])
    const list = this.#annotation.lists[index]
    if (!list) return schema
    const id = this.#reading.lists.settle(list)
    if (id !== list.id) this.#reading.ledger.note(this.#at('lists', index), 'renamed', renamed(list.id, id))
    return { ...schema, 'x-list': id }
  }

  #at(...steps: readonly (string | number)[]): Cell {
    const found = steps.reduce<Cell | undefined>((cell, step) => cell && below(cell, step), this.#cell)
    return { part: 'uiSchema', path: [...this.#cell.path, ...steps], value: found?.value ?? null }
  }
}
