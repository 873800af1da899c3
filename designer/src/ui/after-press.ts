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
