/** A letter for the kind, then four bytes for the length, which counts them and not the letter. https://www.postgresql.org/docs/current/protocol-message-formats.html */
const headLength = 5
const lengthAt = 1

const firstRoom = 65_536
/** Room that stays for the next message that comes in parts. */
const mostRoom = 1_048_576

/** Cuts what a PostgreSQL server sends into whole messages, and keeps the beginning of one that has not come whole. */
export class WholeMessages {
  #kept = Buffer.allocUnsafeSlow(firstRoom)
  /** Where the bytes stand that are kept. */
  #from = 0
  #to = 0

  /** The messages that are whole with some more bytes, which may be none. They stand in memory that is used again at the next call, or among those bytes. */
  take(come: Buffer): Buffer {
    if (this.#from === this.#to) {
      const whole = wholeOf(come)
      this.#keep(come.subarray(whole.length))
      return whole
    }
    this.#append(come)
    const whole = wholeOf(this.#kept.subarray(this.#from, this.#to))
    this.#from += whole.length
    if (this.#from === this.#to && this.#kept.length > mostRoom) this.#kept = Buffer.allocUnsafeSlow(firstRoom)
    return whole
  }

  #keep(rest: Buffer): void {
    this.#from = 0
    this.#to = 0
    if (rest.length > 0) this.#append(rest)
  }

  #append(bytes: Buffer): void {
    const before = this.#kept.subarray(this.#from, this.#to)
    const all = before.length + bytes.length
    if (this.#to + bytes.length > this.#kept.length) {
      if (all > this.#kept.length) this.#kept = Buffer.allocUnsafeSlow(2 * all)
      before.copy(this.#kept)
      this.#from = 0
      this.#to = before.length
    }
    bytes.copy(this.#kept, this.#to)
    this.#to += bytes.length
  }
}

const wholeOf = (bytes: Buffer): Buffer => {
  let end = 0
  while (bytes.length - end >= headLength) {
    const next = end + lengthAt + bytes.readUInt32BE(end + lengthAt)
    if (next > bytes.length) break
    end = next
  }
  return bytes.subarray(0, end)
}
