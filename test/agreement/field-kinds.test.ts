import { assemble, momentAt, type HouseholdInput } from '@tieuchi/runtime'
import { drawHouseholds } from '@tieuchi/runtime/agreement'
import { expect, it } from 'vitest'
import { plotCommon, plotRelease } from '../support/dog-plots.ts'
import { installSample } from '../support/installed-sample.ts'
import { compareExecutions } from './compare.ts'
import { executions } from './executions.ts'

const day = '2026-06-01'

installSample()

it('rules that read a question of a package’s kind are judged by every execution as by the interpreter: over objects, over columns and by the database', async () => {
  const assembly = assemble({ programme: 'dog-licence', layer: 'national', common: plotCommon, releases: { 'dog-licence': plotRelease } })
  const plots: readonly HouseholdInput[] = ['12/345', '7/8', '12/346', '99999/99999', undefined].map((plot) => ({ household: { garden_area: 20, fenced: true, ...(plot !== undefined && { garden_plot: plot }) }, members: [], unit: { zone: 'field' } }))
  const { differences, without, left } = await compareExecutions(assembly, momentAt(day), [...plots, ...drawHouseholds(assembly, day, 'plots', 200)])
  expect(differences).toEqual([])
  expect(without).toEqual({})
  expect(Object.keys(left).toSorted()).toEqual(executions.map(({ name }) => name).toSorted())
})
