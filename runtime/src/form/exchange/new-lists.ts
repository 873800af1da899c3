import type { CodeList, ListEntry } from '../../documents/common-document.ts'
import type { Text } from '../../documents/text.ts'
import { canonicalJson } from '../../release/canonical-json.ts'
import type { Assembly } from '../../release/assembly.ts'
import { suggestCode } from '../../values/suggest-code.ts'

/** The code lists an import needs: those there are where they say the same, and otherwise new ones. */
export class NewLists {
  readonly #assembly: Assembly
  readonly #added: CodeList[] = []

  constructor(assembly: Assembly) {
    this.#assembly = assembly
  }

  get added(): readonly CodeList[] {
    return this.#added
  }

  /** The id of a list with these entries, whatever it is called; a new one near `wanted` where there is none. */
  place(wanted: string, title: Text, entries: readonly ListEntry[]): string {
    const found = [...this.#assembly.lists.values(), ...this.#added].find((list) => saysSame(list.entries, entries))
    if (found) return found.id
    const taken = (id: string): boolean => id === 'constructor' || this.#find(id) !== undefined
    const id = suggestCode(wanted, taken) || suggestCode('list', taken)
    this.#added.push({ kind: 'list', id, title, entries })
    return id
  }

  /** The id of a list that came whole: its own, unless a list of that id says something else. */
  settle(list: CodeList): string {
    const there = this.#find(list.id)
    if (there) return canonicalJson(there) === canonicalJson(list) ? list.id : this.place(list.id, list.title, list.entries)
    this.#added.push(list)
    return list.id
  }

  #find(id: string): CodeList | undefined {
    return this.#assembly.lists.get(id) ?? this.#added.find((list) => list.id === id)
  }
}

const saysSame = (there: readonly ListEntry[], wanted: readonly ListEntry[]): boolean =>
  there.length === wanted.length && wanted.every((entry, index) => there[index] !== undefined && sameEntry(there[index], entry))

/** A title in one language alone may be either of the two. */
const sameEntry = (there: ListEntry, wanted: ListEntry): boolean => {
  const { vi, en } = wanted.title
  const title = vi === en && [there.title.vi, there.title.en].includes(vi) ? there.title : wanted.title
  return canonicalJson(there) === canonicalJson({ ...wanted, title })
}
