import { formatNumber } from '@tieuchi/runtime'
import type { ImpactHouseholds, ImpactRun, ImpactSummary } from '@tieuchi/server/contract'
import { median } from '../measure.ts'
import { previewAt, type ImpactSides } from './impact-over-http.ts'
import type { ImpactPage } from './impact-page.ts'
import type { Office } from './offices.ts'

const rounds = 5
/** Where the slider is dragged to, as parts of its length. */
const dragged = [0.46, 0.54, 0.52, 0.42, 0.58, 0.48, 0.44, 0.56]

const write = (number: number | null | undefined): string => (typeof number === 'number' ? formatNumber(number, 'vi') : 'none')

const differing = (what: string, shown: string, told: string): readonly string[] => (shown === told ? [] : [`the page shows ${what} ${shown} instead of ${told}`])

/** The run that was asked for last. */
export const newestRun = async (desk: Office, { draft }: ImpactSides): Promise<ImpactRun> => {
  const [newest]: readonly ImpactSummary[] = await desk.send('GET', `/api/impact-runs?draft=${draft}`)
  return desk.send('GET', `/api/impact-runs/${newest?.id}`)
}

/** What a page that computed an impact shows otherwise than the server tells it. */
export const runDifferences = async (page: ImpactPage, desk: Office, sides: ImpactSides): Promise<readonly string[]> => {
  const { id, figures } = await newestRun(desk, sides)
  const { categories = [], matrix = [], changed, households } = figures ?? {}
  const { total }: ImpactHouseholds = await desk.send('GET', `/api/impact-runs/${id}/households?kind=changed&limit=1`)
  const moves = matrix.flatMap((line, from) => line.flatMap((count, to) =>
    (from === to || count === 0 ? [] : [`${write(count)} hộ từ “${categories[from]?.label.vi}” sang “${categories[to]?.label.vi}”, lọc danh sách`])))
  const shown = await page.shown()
  return [
    ...differing('households', shown.households, write(households)),
    ...differing('changed', shown.changed, write(changed)),
    ...differing('moves', shown.moves.toSorted().join('; '), moves.toSorted().join('; ')),
    ...differing('as listed', shown.listed, `${write(total)} hộ`),
  ]
}

type Flow = Pick<NonNullable<ImpactRun['figures']>, 'categories' | 'matrix'>

/** How many stand where before and after, of what somebody enters or leaves. */
const standingsOf = ({ categories, matrix }: Flow): readonly string[] => categories.flatMap(({ label }, index) => {
  const sum = (counts: readonly (number | null)[]): number => counts.reduce((total: number, count) => total + (count ?? 0), 0)
  const [before, after] = [sum(matrix[index] ?? []), sum(matrix.map((line) => line[index] ?? 0))]
  const staying = matrix[index]?.[index] ?? 0
  return before === staying && after === staying ? [] : [`${label.vi}: ${write(before)} → ${write(after)}`]
})

/** What it shows otherwise of numbers that were dragged. */
export const dragDifferences = async (page: ImpactPage, desk: Office, sides: ImpactSides): Promise<readonly string[]> => {
  const slider = await page.grip()
  const differences: string[] = []
  for (const to of dragged) {
    await slider.drag(to)
    const value = await slider.value()
    const preview = await previewAt(desk, sides, value)
    const shown = await page.shown()
    differences.push(...differing(`changed at ${value}`, shown.changed, write(preview.changed)), ...differing(`standings at ${value}`, shown.standings.toSorted().join('; '), standingsOf(preview).toSorted().join('; ')))
  }
  await slider.release()
  return differences
}

/** Computes and drags several times. */
export const timeBrowsing = async (page: ImpactPage): Promise<{ readonly first: number; readonly full: number; readonly drag: number }> => {
  const computed = []
  for (let round = 0; round < rounds; round += 1) computed.push(await page.compute())
  const slider = await page.grip()
  const moved: number[] = []
  for (const to of dragged) moved.push(await slider.drag(to))
  await slider.release()
  return { first: median(computed.map(({ first }) => first)), full: median(computed.map(({ full }) => full)), drag: median(moved) }
}
