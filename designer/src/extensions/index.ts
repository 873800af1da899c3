export type { DesignerExtension, DesignerFieldKind, FieldWidgetProps, KindEditorProps } from './designer-extension.ts'
