import type { Text } from '@tieuchi/runtime'

/** Why a command cannot do what it was asked for: its arguments or what it was given to read, in words. */
export class CommandError extends Error {
  readonly text: Text

  constructor(text: Text) {
    super(text.en)
    this.name = 'CommandError'
    this.text = text
  }
}
