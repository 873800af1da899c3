import type { DesignerExtension, DesignerFieldKind } from './designer-extension.ts'

const registered = new Map<string, DesignerFieldKind>()

/** Adds what a package draws. */
export const addDesignerExtension = ({ fieldKinds = {} }: DesignerExtension): void => {
  for (const [name, kind] of Object.entries(fieldKinds)) registered.set(name, kind)
}

/** What is drawn of a kind; undefined where its package is not installed. */
export const designerKindOf = (name: string): DesignerFieldKind | undefined => registered.get(name)
