const firstUnits = 64

/** One text after the other in the same memory, in UTF-16. */
export class SpelledText {
  units = new Uint16Array(firstUnits)
  length = 0

  spell(text: string): void {
    this.#makeRoom(text.length)
    for (let index = 0; index < text.length; index += 1) this.units[index] = text.charCodeAt(index)
    this.length = text.length
  }

  /** The same for a text written in UTF-8, which must be right; no string is made of it. */
  spellWritten(bytes: Uint8Array, from: number, to: number): void {
    this.#makeRoom(to - from)
    const { units } = this
    let length = 0
    for (let at = from; at < to; at += 1) {
      const first = bytes[at] ?? 0
      if (first < 0x80) units[length++] = first
      else if (first < 0xe0) units[length++] = ((first & 0x1f) << 6) | following(bytes, (at += 1))
      else if (first < 0xf0) units[length++] = ((first & 0x0f) << 12) | (following(bytes, (at += 1)) << 6) | following(bytes, (at += 1))
      else {
        const beyond = (((first & 0x07) << 18) | (following(bytes, (at += 1)) << 12) | (following(bytes, (at += 1)) << 6) | following(bytes, (at += 1))) - 0x10000
        units[length++] = 0xd800 | (beyond >>> 10)
        units[length++] = 0xdc00 | (beyond & 0x3ff)
      }
    }
    this.length = length
  }

  /** No text has more units than bytes. */
  #makeRoom(units: number): void {
    if (units > this.units.length) this.units = new Uint16Array(2 * units)
  }
}

/** The text that some units write, for as many as a function takes: spread as values of a call they cost five times as much. */
export const textOfUnits = (units: Uint16Array, from: number, to: number): string => Reflect.apply(String.fromCharCode, undefined, units.subarray(from, to))

const following = (bytes: Uint8Array, at: number): number => (bytes[at] ?? 0) & 0x3f
