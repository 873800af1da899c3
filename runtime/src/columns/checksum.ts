/** Tells damaged bytes from whole ones; against malice it is no help. */
export class Checksum {
  #a = 0x9e3779b9
  #b = 0x85ebca6b

  /** Adds words in their order. */
  add(words: Int32Array<ArrayBufferLike>): void {
    let [a, b] = [this.#a, this.#b]
    for (let index = 0; index < words.length; index += 1) {
      a = Math.imul(a ^ (words[index] ?? 0), 0x01000193)
      a = (a << 13) | (a >>> 19)
      b = (b + a) | 0
    }
    this.#a = a
    this.#b = b
  }

  /** Two words for all that was added. */
  get words(): Int32Array<ArrayBuffer> {
    return new Int32Array([this.#a, this.#b])
  }
}
