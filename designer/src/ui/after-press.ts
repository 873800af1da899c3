let pressed = false

for (const [event, is] of [['pointerdown', true], ['pointerup', false], ['pointercancel', false]] as const) {
  globalThis.addEventListener?.(event, () => {
    pressed = is
  }, true)
}

/**
 * Does what leaving a field does, once the press that left it is over: what it changes may move the page, and the
 * press would come down on something else. Anything pressed then finds it done. Left by a key it is done at once.
 */
export const afterPress = (work: () => void): void => {
  if (!pressed) return work()
  const ended = new AbortController()
  const end = (): void => {
    ended.abort()
    work()
  }
  for (const event of ['pointerup', 'pointercancel'] as const) globalThis.addEventListener(event, end, { capture: true, signal: ended.signal })
}

/** A finger is lifted a moment before its tap becomes a click, in milliseconds. */
const LIFTED = 50

/**
 * Does what moves the page without being asked once nothing is pressed and the click of the last press has come: a press whose place
 * moves away under it comes to nothing, and its answer would be lost.
 */
export const afterClick = (work: () => void): void => {
  if (pressed) afterPress(() => void setTimeout(() => afterClick(work), LIFTED))
  else work()
}
