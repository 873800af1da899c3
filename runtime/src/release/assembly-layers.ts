import { assemble, hasLocalLayer, type Assembly, type AssemblyParts } from './assembly.ts'

/** The rules of one programme for one household: national, and local where an overlay in force says otherwise. */
export interface AssemblyLayers {
  readonly national: Assembly
  readonly local?: Assembly
  /** Programmes whose pages stand in its forms; only forms read them. */
  readonly contributors?: readonly Assembly[]
}

/** Assembles every layer there is. */
export const assembleLayers = (parts: Omit<AssemblyParts, 'layer'>): AssemblyLayers => ({
  national: assemble({ ...parts, layer: 'national' }),
  ...(hasLocalLayer(parts.programme, parts.overlays) && { local: assemble({ ...parts, layer: 'local' }) }),
})

/** The rules another programme's outcome is computed by in the layer a reference names; national where that has no local layer. */
export const dependencyOf = ({ dependencies, localDependencies }: Assembly, programme: string, layer: 'national' | 'local' = 'national'): Assembly | undefined =>
  (layer === 'local' ? localDependencies.get(programme) : undefined) ?? dependencies.get(programme)
