import type { Text } from '@tieuchi/runtime'

/** Why the program cannot start, in words for the person who started it. */
export class StartError extends Error {
  readonly text: Text

  constructor(text: Text) {
    super(`${text.vi}\n${text.en}`)
    this.name = 'StartError'
    this.text = text
  }
}
