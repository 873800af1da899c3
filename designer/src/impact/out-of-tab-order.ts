/** Groups of a chart whose content is drawn into them from elsewhere: listeners for focus make them stops of the Tab key, without a name. */
const layers = 'g[class^="recharts-zIndex-layer"]:not([tabindex])'

/** Takes what a chart draws out of the order of the Tab key, now and when it draws more; who reads uses the table beside it. */
export const outOfTabOrder = (chart: HTMLElement | null): (() => void) | undefined => {
  if (!chart) return undefined
  const take = (): void => chart.querySelectorAll(layers).forEach((layer) => layer.setAttribute('tabindex', '-1'))
  take()
  const watching = new MutationObserver(take)
  watching.observe(chart, { childList: true, subtree: true })
  return () => watching.disconnect()
}
