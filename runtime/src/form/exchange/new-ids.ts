import type { Assembly } from '../../release/assembly.ts'
import { isHistoryFieldId } from '../../release/history-fields.ts'
import { suggestCode } from '../../values/suggest-code.ts'

/** Names that answers or JavaScript have already. */
const reserved = new Set(['id', 'constructor'])

/** `hoVaTen` is three words. */
const parted = (name: string): string => name.replaceAll(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')

/** Gives what is new an id of its own, near the name it came with. */
export class NewIds {
  readonly #assembly: Assembly
  readonly #fields = new Set<string>()

  constructor(assembly: Assembly) {
    this.#assembly = assembly
  }

  /** Ids of the dictionary that a name may stand for, the name itself first. */
  candidates(name: string): readonly string[] {
    return [name, suggestCode(parted(name))]
  }

  /** Whether this import asks a field already. */
  isAsked(field: string): boolean {
    return this.#fields.has(field)
  }

  /** Notes that this import asks a field. */
  ask(field: string): void {
    this.#fields.add(field)
  }

  /** Whether nothing has an id. */
  isFree(id: string): boolean {
    return !this.#isTaken(id)
  }

  /** An id that nothing has; where the name is taken, with the name of what it stands in before it. */
  forField(name: string, within: string | undefined): string {
    const taken = (id: string): boolean => this.#isTaken(id)
    const own = suggestCode(parted(name)) || 'question'
    if (!taken(own)) return own
    return within === undefined ? suggestCode(own, taken) : suggestCode(`${parted(within)} ${own}`, taken) || suggestCode(own, taken)
  }

  forForm(title: string): string {
    const taken = (id: string): boolean => id === 'constructor' || this.#assembly.release.forms.some((form) => form.id === id)
    return suggestCode(title, taken) || suggestCode('form', taken)
  }

  #isTaken(id: string): boolean {
    const { fields, pieces } = this.#assembly
    return reserved.has(id) || isHistoryFieldId(id) || fields.has(id) || pieces.has(id) || this.#fields.has(id)
  }
}
