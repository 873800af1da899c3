import type { DesignerExtension } from '@tieuchi/designer/extension'
import { ParcelEditor } from './designer/ParcelEditor.tsx'
import { ParcelWidget } from './designer/ParcelWidget.tsx'

/** What the web application draws of the package. */
export const designerExtension: DesignerExtension = { fieldKinds: { 'sample.parcel': { Widget: ParcelWidget, Editor: ParcelEditor } } }
