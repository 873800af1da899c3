import { hashDocument, makeBundle, fileOfRelease, type Bundle, type CommonDocument, type Overlay, type Release } from '@tieuchi/runtime'
import { installIntoDatabase, planForDatabase } from '@tieuchi/server/bundles/bundle-into-database.ts'
import { asSystem } from '@tieuchi/server/plugins/database.ts'
import { loadRules } from '@tieuchi/server/policies/policy-loading.ts'
import { expect, it } from 'vitest'
import { signInAs, startApp, type RunningApp } from '../../support/app.ts'
import { onEachDatabase } from '../../support/databases.ts'
import { dogCommon, dogProgramme } from '../../support/dog-licences.ts'
import { islandPack, layeredPacks, openReleases } from '../../support/dog-overlays.ts'

const [first, second] = openReleases
if (!first || !second) throw new Error('Two releases were expected')

interface Bundled {
  readonly release: Release | Overlay
  readonly valid_from?: string
  readonly valid_to?: string
}

const bundleOf = (rules: readonly Bundled[], { common = dogCommon, bases = [] }: { readonly common?: CommonDocument; readonly bases?: readonly Release[] } = {}): Bundle =>
  makeBundle({
    made_by: 'Bến Cảng', made_on: '2026-11-01', bases,
    files: rules.map(({ release, valid_from, valid_to }) => fileOfRelease({ programme: dogProgramme, release, common, valid_from, valid_to, reads: {} })),
    needs: {
      fields: Object.keys(common.dictionary.properties.household.properties), lists: common.lists.map(({ id }) => id), facts: common.facts.map(({ id }) => id), programmes: {},
      bases: Object.fromEntries(rules.filter(({ release }) => release.scope !== 'national').map(({ release }) => [hashDocument(release), bases.map(hashDocument)])),
    },
  })

interface Proposed {
  readonly folder: string
  readonly release: Release
  readonly valid_from: string
  readonly valid_to?: string
}

const packsWith = (releases: readonly Proposed[], overlays: readonly typeof islandPack[] = []) => ({ ...layeredPacks, programmes: [{ document: dogProgramme, releases, overlays }] })

const withoutEnd = ({ valid_to: _to, ...entry }: Proposed): Proposed => entry

const install = ({ database }: RunningApp, bundle: Bundle) => asSystem(database.db, (tx) => installIntoDatabase(tx, bundle))

const started = async (kind: Parameters<typeof startApp>[0], packs: Parameters<typeof packsWith>, work: (running: RunningApp) => Promise<void>): Promise<void> => {
  const running = await startApp(kind, { packs: packsWith(...packs) })
  try {
    await work(running)
  } finally {
    await running.close()
  }
}

const asked = { household: { garden_area: 12, fenced: true }, members: [{ id: 'd', part: 'dog', vaccinated: true }] }

onEachDatabase('A bundle installed into a database', (kind) => {
  it('judges from its first day on, takes over from rules without an end, and is nothing to do a second time', async () => {
    await started(kind, [[withoutEnd(first)]], async (running) => {
      const officer = await signInAs(running, 'harbour', 'harbour')
      const licence = async (at: string) => (await officer.send('POST', '/api/decisions', { programme: 'dog-licence', unit: '90001', at, input: { ...asked, household: { garden_area: 25, fenced: true } } })).body.layers.national.outcomes[0].value
      const bundle = bundleOf([second])
      expect(await asSystem(running.database.db, (tx) => planForDatabase(tx, bundle))).toMatchObject({ steps: [{ publication: { valid_from: '2027-01-01' } }] })
      expect(await licence('2027-02-01')).toBe('granted')
      expect((await install(running, bundle)).issues).toMatchObject([{ code: 'install_takes_over', severity: 'warning' }])
      expect([await licence('2026-12-31'), await licence('2027-02-01')]).toEqual(['granted', 'refused'])
      expect(await install(running, bundle)).toMatchObject({ steps: [], programmes: [], issues: [] })
    })
  })

  it('is refused whole where other rules cover its days, or an entry of the dictionary is another', async () => {
    await started(kind, [[first]], async (running) => {
      const other = { ...second.release, changelog: { vi: 'Khác.', en: 'Another.' } }
      const refused = await install(running, bundleOf([second, { release: other, valid_from: '2026-03-01', valid_to: '2026-04-30' }]))
      expect(refused.issues).toMatchObject([{ code: 'install_period', path: ['releases', 1], message: { vi: expect.stringContaining('từ 01/01/2026 đến 31/12/2026') } }])
      const properties = { ...dogCommon.dictionary.properties, household: { ...dogCommon.dictionary.properties.household, properties: { ...dogCommon.dictionary.properties.household.properties, garden_area: { type: 'boolean' as const, 'x-label': { vi: 'Vườn', en: 'Garden' } } } } }
      const differing = await install(running, bundleOf([second], { common: { ...dogCommon, dictionary: { ...dogCommon.dictionary, properties } } }))
      expect(differing.issues).toContainEqual(expect.objectContaining({ code: 'install_shared_differs', params: { id: 'garden_area' } }))
      const { rows } = await running.database.query('select count(*)::int as found from publications')
      expect(rows).toEqual([{ found: 1 }])
    })
  })

  it('tells what local law changes of rules that are others here than those it was made for', async () => {
    await started(kind, [[second]], async (running) => {
      const island = { release: islandPack.overlay, valid_from: '2027-03-01' }
      const { issues, steps } = await install(running, bundleOf([island], { bases: [first.release] }))
      expect(steps).toHaveLength(1)
      expect(issues).toHaveLength(2)
      expect(issues).toContainEqual(expect.objectContaining({ code: 'overlay_base_moved', severity: 'warning', path: ['releases', 0, 'parameters', 'least_garden'], message: { vi: expect.any(String), en: expect.stringMatching(/15.*30.*“Rules on dogs of the island” changes this and still applies/) } }))
      expect((await install(running, bundleOf([island], { bases: [first.release] }))).steps).toEqual([])
    })
  })

  it('is refused where what local law rests on is gone here', async () => {
    await started(kind, [[second]], async (running) => {
      const gone: Overlay = { ...islandPack.overlay, parameters: { ...islandPack.overlay.parameters, old_fee: { kind: 'changed', unit: 'VND', value: 5, certainty: 'known' } } }
      const had: Release = { ...first.release, parameters: { ...first.release.parameters, old_fee: { title: { vi: 'Lệ phí cũ', en: 'Old fee' }, unit: 'VND', value: 9, certainty: 'known', overridable: true } } }
      const { issues } = await install(running, bundleOf([{ release: gone, valid_from: '2027-03-01' }], { bases: [had] }))
      expect(issues).toContainEqual(expect.objectContaining({ code: 'overlay_base_gone', severity: 'error', message: { vi: expect.stringContaining('Lệ phí cũ'), en: expect.stringContaining('no longer fits') } }))
      const { rows } = await running.database.query('select count(*)::int as found from releases')
      expect(rows).toEqual([{ found: 1 }])
    })
  })

  it('tells local law that is here when new national rules come under it', async () => {
    await started(kind, [[withoutEnd(first)], [islandPack]], async (running) => {
      const { issues } = await install(running, bundleOf([second]))
      expect(issues).toContainEqual(expect.objectContaining({ code: 'overlay_base_moved', path: ['here', 'dog-licence', 'parameters', 'least_garden'], message: { vi: expect.stringContaining('Quy định nuôi chó của đảo'), en: expect.stringContaining('30') } }))
    })
  })

  it('keeps what it added to the dictionary when packs that do not know of it are loaded later', async () => {
    await started(kind, [[first]], async (running) => {
      const { household } = dogCommon.dictionary.properties
      const more = { ...dogCommon, dictionary: { ...dogCommon.dictionary, properties: { ...dogCommon.dictionary.properties, household: { ...household, properties: { ...household.properties, has_kennel: { type: 'boolean' as const, 'x-label': { vi: 'Có chuồng', en: 'Has a kennel' } } } } } } }
      expect(await install(running, bundleOf([second], { common: more }))).toMatchObject({ additions: { fields: { household: { has_kennel: {} } } } })
      const newest = async () => JSON.parse((await running.database.query('select body from common_versions order by number desc limit 1')).rows[0].body)
      expect((await newest()).dictionary.properties.household.properties).toHaveProperty('has_kennel')
      const otherPacks = { ...packsWith([first]), common: { ...dogCommon, facts: [...dogCommon.facts, { kind: 'fact' as const, id: 'zero_dogs', title: { vi: 'Không', en: 'None' }, value: 0 }] } }
      await asSystem(running.database.db, (tx) => loadRules(tx, otherPacks))
      expect((await newest()).dictionary.properties.household.properties).toHaveProperty('has_kennel')
      expect((await newest()).facts.map(({ id }: { readonly id: string }) => id)).toContain('zero_dogs')
    })
  })
})
